//! Key strings: the keys of a whole meeting as one line of text, such as `tAcme<enter>Ana<tab>baker<enter>`.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys of a key string; none where a second passes.
pub fn parse(keys: &str) -> Vec<Option<KeyEvent>> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if c == '<' {
            let (name, after) = rest[1..].split_once('>').expect("a key's name ends with >");
            parsed.push((name != "wait").then(|| named(name)));
            rest = after;
        } else {
            parsed.push(Some(character(c)));
            rest = &rest[c.len_utf8()..];
        }
    }
    parsed
}

fn character(c: char) -> KeyEvent {
    let shift = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(c), shift)
}

fn named(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("c-") {
        let letter = letter.chars().next().expect("a letter after c-");
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        name => match name
            .strip_prefix('f')
            .and_then(|number| number.parse().ok())
        {
            Some(number) => KeyCode::F(number),
            None => panic!("no key is called <{name}>"),
        },
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
