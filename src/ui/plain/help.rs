//! The words that are understood at every question, and the help about them.

/// A word that is understood at every question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// What can be typed.
    Help,
    /// To the place before.
    Back,
    /// Take the last change back.
    Undo,
    /// Who is here, who comes late.
    People,
    /// To Home; the session is kept.
    Home,
    /// The end; everything is kept.
    Quit,
    /// Save to this path from now on.
    Save(String),
}

/// The word that a line is, if it is one. A backslash before a line says that it is none.
pub fn word(line: &str) -> Option<Word> {
    if let Some(path) = line.strip_prefix("save to ") {
        return Some(Word::Save(path.trim().to_owned()));
    }
    match line.to_lowercase().as_str() {
        "help" | "?" => Some(Word::Help),
        "back" => Some(Word::Back),
        "undo" => Some(Word::Undo),
        "people" => Some(Word::People),
        "home" => Some(Word::Home),
        "quit" => Some(Word::Quit),
        _ => None,
    }
}

/// What is said about the words, a line each.
pub fn everywhere(in_session: bool) -> Vec<String> {
    let of_a_session = [
        "back: to the page before. Nothing is lost.",
        "undo: takes the last thing back.",
        "people: who is here, who comes late, who has left.",
        "home: to Home. The session is kept.",
        "save to FOLDER: keeps this session there from now on.",
    ];
    let always = [
        "help, or ?: this help.",
        "quit: the end. Everything is kept, and resume goes on here.",
        "To answer with one of these words itself, put a backslash before it: \\back",
    ];
    let own = of_a_session.iter().filter(|_| in_session);
    own.chain(&always).map(|line| (*line).to_owned()).collect()
}
