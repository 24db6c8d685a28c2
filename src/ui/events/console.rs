//! What the console of Windows tells otherwise than terminals do: `AltGr` as Ctrl and Alt, and a paste as keys.
//!
//! The reader of keys passes both on as they come. A sign that is typed with `AltGr`, as `@` and `\` on many keyboards, would
//! count as a command; and the line breaks of a paste would count as Enter.

#[cfg(windows)]
use super::{End, PASTE_LIMIT};
use super::{Happening, capped};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
#[cfg(windows)]
use std::{io, sync::mpsc::Sender, time::Duration};

/// What Windows makes of `AltGr`.
const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

/// From how many signs on keys that come all at once, an Enter among them, are a paste: nobody types so fast.
const SIGNS_OF_A_PASTE: usize = 3;

/// Passes keys and pastes on until nobody listens or nothing can be read.
#[cfg(windows)]
pub(super) fn read_keys<T>(sender: &Sender<Happening<T>>) {
    let mut failures = 0;
    while failures < 3 {
        let Ok(events) = next_events() else {
            failures += 1;
            continue;
        };
        failures = 0;
        for happening in happenings(events) {
            if sender.send(happening).is_err() {
                return;
            }
        }
    }
    let _ = sender.send(Happening::End(End::HungUp));
}

/// The next events, several where they came all at once.
#[cfg(windows)]
fn next_events() -> io::Result<Vec<Event>> {
    use crossterm::event::{poll, read};
    /// For how long the next piece of a paste may be on its way.
    const ON_ITS_WAY: Duration = Duration::from_millis(10);
    let mut events = vec![without_alt_gr(read()?)];
    loop {
        let limit = if may_be_paste(&events) {
            ON_ITS_WAY
        } else {
            Duration::ZERO
        };
        if events.len() > PASTE_LIMIT || !poll(limit)? {
            return Ok(joined(events));
        }
        events.push(without_alt_gr(read()?));
    }
}

/// What events that came at once mean to the main loop: keys stay together, and a key that is let go means nothing.
fn happenings<T>(events: Vec<Event>) -> Vec<Happening<T>> {
    let mut told = Vec::new();
    for event in events {
        match (event, told.last_mut()) {
            (Event::Key(key), _) if key.kind == KeyEventKind::Release => {}
            (Event::Key(key), Some(Happening::Keys(keys))) => keys.push(key),
            (Event::Key(key), _) => told.push(Happening::Keys(vec![key])),
            (Event::Paste(text), _) => told.push(Happening::Paste(capped(text))),
            (Event::Resize(..), _) => told.push(Happening::Resized),
            _ => {}
        }
    }
    told
}

/// The event without the modifiers that only chose the sign.
///
/// A plain letter or digit with both is a command that somebody gave: `AltGr` is there for what has no key of its own.
fn without_alt_gr(event: Event) -> Event {
    match event {
        Event::Key(key) if is_by_alt_gr(&key) => Event::Key(KeyEvent {
            modifiers: key.modifiers.difference(ALT_GR),
            ..key
        }),
        event => event,
    }
}

fn is_by_alt_gr(key: &KeyEvent) -> bool {
    let is_sign = matches!(key.code, KeyCode::Char(sign) if !sign.is_ascii_alphanumeric());
    is_sign && key.modifiers.contains(ALT_GR)
}

/// Whether these events, which came all at once, may be the beginning of a paste.
fn may_be_paste(events: &[Event]) -> bool {
    let presses = events.iter().filter(|event| is_press(event)).count();
    presses > 1 && events.iter().all(is_of_paste)
}

/// Makes one paste of events that came all at once, if they are one: signs with line breaks among them.
fn joined(events: Vec<Event>) -> Vec<Event> {
    let text: String = events.iter().filter_map(sign).collect();
    let breaks = text.matches('\n').count();
    let is_paste = breaks > 0 && text.chars().count() - breaks >= SIGNS_OF_A_PASTE;
    if is_paste && events.iter().all(is_of_paste) {
        vec![Event::Paste(text)]
    } else {
        events
    }
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind != KeyEventKind::Release)
}

/// Whether an event can stand in a paste: a sign, a line break, or a release, which says nothing.
fn is_of_paste(event: &Event) -> bool {
    !is_press(event) || sign(event).is_some()
}

/// The sign that a press stands for in a paste.
fn sign(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    let is_plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match key.code {
        _ if key.kind == KeyEventKind::Release => None,
        // Some consoles give the two halves of a line break as Enter and as Ctrl with Enter.
        KeyCode::Enter if !key.modifiers.contains(KeyModifiers::ALT) => Some('\n'),
        KeyCode::Tab if is_plain => Some('\t'),
        KeyCode::Char(sign) if is_plain => Some(sign),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// Presses and releases, as the console gives them.
    fn typed(text: &str) -> Vec<Event> {
        let both = |sign| {
            let code = match sign {
                '\n' => KeyCode::Enter,
                sign => KeyCode::Char(sign),
            };
            [KeyEventKind::Press, KeyEventKind::Release]
                .map(|kind| Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)))
        };
        text.chars().flat_map(both).collect()
    }

    #[test]
    fn a_sign_by_alt_gr_is_that_sign_and_a_command_stays_one() {
        for sign in ['@', '\\', '€', '{', 'ą'] {
            let told = without_alt_gr(key(KeyCode::Char(sign), ALT_GR));
            assert_eq!(told, key(KeyCode::Char(sign), KeyModifiers::NONE));
        }
        let shifted = key(KeyCode::Char('Ą'), ALT_GR | KeyModifiers::SHIFT);
        let told = without_alt_gr(shifted);
        assert_eq!(told, key(KeyCode::Char('Ą'), KeyModifiers::SHIFT));
        for command in [
            key(KeyCode::Char('q'), ALT_GR),
            key(KeyCode::Char('c'), KeyModifiers::CONTROL),
            key(KeyCode::Char('@'), KeyModifiers::ALT),
            key(KeyCode::Enter, ALT_GR),
        ] {
            assert_eq!(without_alt_gr(command.clone()), command);
        }
    }

    #[test]
    fn presses_and_repeats_count_and_releases_do_not() {
        let kinds = [
            KeyEventKind::Press,
            KeyEventKind::Repeat,
            KeyEventKind::Release,
        ];
        let enter = |kind| KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, kind);
        let told = happenings::<()>(kinds.map(|kind| Event::Key(enter(kind))).to_vec());
        assert_eq!(
            told,
            [Happening::Keys(
                kinds[..2].iter().map(|kind| enter(*kind)).collect()
            )]
        );
        assert_eq!(happenings::<()>(vec![Event::FocusLost]), []);
    }

    #[test]
    fn lines_that_come_at_once_are_a_paste() {
        let events = typed("Ana\nBen, Zoé\n");
        assert!(may_be_paste(&events));
        let paste = Event::Paste("Ana\nBen, Zoé\n".to_owned());
        assert_eq!(joined(events), [paste]);
    }

    #[test]
    fn keys_that_somebody_types_stay_keys() {
        for text in ["7\n", "-8\n", "\n", "\n\n\n\n", "Ana Ben", "a"] {
            assert_eq!(joined(typed(text)), typed(text), "{text:?}");
        }
        let mut with_arrow = typed("Ana\n");
        with_arrow.push(key(KeyCode::Down, KeyModifiers::NONE));
        assert!(!may_be_paste(&with_arrow));
        assert_eq!(joined(with_arrow.clone()), with_arrow);
        assert!(!may_be_paste(&typed("a")), "one key and its release");
    }
}
