//! What the environment says about the terminal, gathered once and passed on as values.

use crate::model::settings::BigText;
use std::io::{self, IsTerminal};

/// What programs set in which a terminal of their own is drawn.
const WITHIN: [&str; 6] = [
    "TMUX",
    "STY",
    "ZELLIJ",
    "NVIM",
    "VIM_TERMINAL",
    "INSIDE_EMACS",
];

/// Everything outside that decides whether and how the screens can be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Whether keys can be read: standard input is a terminal.
    pub keys: bool,
    /// Whether screens can be shown: standard output is a terminal.
    pub screen: bool,
    /// `TERM`, empty where unset.
    pub term: String,
    /// `COLORTERM`, empty where unset.
    pub colorterm: String,
    /// `NO_COLOR`, empty where unset; anything else asks for no colour.
    pub no_color: String,
    /// `COLORFGBG`, empty where unset: some terminals name their ink and ground in it.
    pub colorfgbg: String,
    /// The theme that was asked for, for this run alone.
    pub theme: Option<String>,
    /// The large letters that were asked for, for this run alone.
    pub big_text: Option<BigText>,
    /// Whether a program that draws a terminal of its own says that we are in it: tmux, screen, zellij, an editor.
    pub within: bool,
}

/// Why the screens can't be shown. Nothing has been changed when it is returned.
#[derive(Debug, thiserror::Error)]
pub enum NoTerminal {
    /// Standard input comes from a file or a pipe.
    #[error(
        "customer-hat needs a terminal for its screens, and its input is none. Start it in a terminal window, without a pipe before it"
    )]
    Input,
    /// Standard output goes to a file or a pipe.
    #[error(
        "customer-hat needs a terminal for its screens, and its output is none. Start it in a terminal window, without a pipe behind it; `customer-hat report` is what writes to files and pipes"
    )]
    Output,
    /// The terminal calls itself dumb: it can't place a cursor.
    #[error(
        "customer-hat needs a terminal for its screens, and this one says that it can't draw any (TERM=dumb). `customer-hat --plain` goes line by line and works here, and so does `customer-hat report`"
    )]
    Dumb,
    /// The system refused.
    #[error(
        "the terminal could not be prepared for the screens: {0}. Start it in another terminal"
    )]
    Refused(#[from] io::Error),
}

impl Surroundings {
    /// Those of this process; the variables are looked up with `variable`.
    pub fn gather(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        Self {
            keys: io::stdin().is_terminal(),
            screen: io::stdout().is_terminal(),
            term: value("TERM"),
            colorterm: value("COLORTERM"),
            no_color: value("NO_COLOR"),
            colorfgbg: value("COLORFGBG"),
            theme: None,
            big_text: None,
            within: WITHIN.iter().any(|name| !value(name).is_empty()),
        }
    }

    /// Whether screens can be shown here at all.
    pub fn check(&self) -> Result<(), NoTerminal> {
        if !self.keys {
            Err(NoTerminal::Input)
        } else if !self.screen {
            Err(NoTerminal::Output)
        } else if self.term == "dumb" {
            Err(NoTerminal::Dumb)
        } else {
            Ok(())
        }
    }

    /// Whether the terminal may tell its ground or its name when asked. One that does not know the question must pass over it
    /// without a trace: the console of Linux and the oldest terminals don't.
    pub fn may_answer(&self) -> bool {
        let silent = [
            "dumb", "linux", "cons", "vt", "sun", "screen", "eterm", "ansi",
        ];
        let term = self.term.to_ascii_lowercase();
        cfg!(unix) && !term.is_empty() && !silent.iter().any(|name| term.starts_with(name))
    }

    /// Whether another program stands between us and the terminal, as far as can be seen. It may draw, move and keep
    /// what we send, and knows nothing of large letters.
    pub fn is_shared(&self) -> bool {
        let term = self.term.to_ascii_lowercase();
        self.within || ["screen", "tmux"].iter().any(|name| term.starts_with(name))
    }

    /// Whether `COLORFGBG` (ink;ground, or ink;something;ground) tells of a light ground.
    pub fn says_light(&self) -> bool {
        let ground = self.colorfgbg.rsplit(';').next().unwrap_or_default();
        self.colorfgbg.contains(';') && matches!(ground, "7" | "9" | "10" | "11" | "14" | "15")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(term: &str) -> Surroundings {
        Surroundings {
            keys: true,
            screen: true,
            term: term.to_owned(),
            ..Surroundings::default()
        }
    }

    #[test]
    fn pipes_and_dumb_terminals_are_refused_with_a_sentence() {
        assert!(here("xterm").check().is_ok());
        for refused in [
            here("dumb"),
            Surroundings {
                keys: false,
                ..here("xterm")
            },
            Surroundings {
                screen: false,
                ..here("xterm")
            },
        ] {
            let sentence = refused.check().expect_err("no terminal").to_string();
            assert!(sentence.starts_with("customer-hat needs a terminal for its screens"));
        }
    }

    #[test]
    fn what_stands_between_is_seen_by_its_name_or_its_variable() {
        for term in ["tmux-256color", "screen", "screen.xterm-256color"] {
            assert!(here(term).is_shared(), "{term}");
        }
        assert!(!here("xterm-kitty").is_shared());
        for variable in WITHIN {
            let set = |name: &str| (name == variable).then(|| "1".to_owned());
            assert!(Surroundings::gather(set).is_shared(), "{variable}");
        }
    }

    #[test]
    fn a_light_ground_is_told_by_its_number() {
        let light = |said: &str| {
            Surroundings {
                colorfgbg: said.to_owned(),
                ..here("")
            }
            .says_light()
        };
        assert!(light("0;15") && light("0;default;15"));
        assert!(!light("15;0") && !light("") && !light("15"));
    }
}
