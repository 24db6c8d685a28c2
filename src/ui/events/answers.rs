//! The terminal's answers about its ground and its name, picked out of the keys: they never count as typed.
//!
//! Asked with `OSC 11 ; ?`, a terminal answers `ESC ] 11;rgb:RRRR/GGGG/BBBB ESC \`, or ends with BEL; asked with
//! `CSI > q`, it answers `ESC P >|name(version) ESC \`. It may answer at once, seconds later, in pieces, or never. The
//! reader of keys knows nothing of such answers and gives them out as keys: Alt-`]`, `1`, `1`, `;` and so on to Alt-`\`
//! or Ctrl-G. Nobody types Alt-`]` or Alt-`P` here, so these keys begin an answer.

use crate::ui::theme::contrast::Rgb;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::time::{Duration, Instant};

/// For how long after the question an Esc may be the first byte of an answer that comes in pieces.
const EXPECTED: Duration = Duration::from_secs(10);
/// How long such an Esc waits for what follows it.
const ESC_WAITS: Duration = Duration::from_millis(100);
/// How long an answer may pause before the keys after it are keys again.
const PAUSE: Duration = Duration::from_secs(3);
/// How an answer begins, behind its Esc: about the ground, and about the name.
const GROUND: &str = "]11;";
const NAME: &str = "P>|";
/// The most characters of an answer; the longest that is known has 34.
const LONGEST: usize = 64;

/// What comes out of the sieve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sifted {
    /// What a person did.
    Event(Event),
    /// The colour of the ground.
    Ground(Rgb),
    /// The name of the terminal, with its version.
    Name(String),
}

/// Picks answers out of what is read. It asks no clock: the time comes with each event.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    held: Vec<Event>,
    said: String,
    /// When the last piece came.
    last: Option<Instant>,
}

impl Sieve {
    /// What this event gives out: itself, nothing yet, what was held back and itself, or an answer.
    ///
    /// `asked` is when the terminal was asked, if it was.
    pub(super) fn take(
        &mut self,
        event: Event,
        now: Instant,
        asked: Option<Instant>,
    ) -> Vec<Sifted> {
        let Event::Key(key) = &event else {
            return vec![Sifted::Event(event)];
        };
        if key.kind != KeyEventKind::Press {
            return vec![Sifted::Event(event)];
        }
        if self.last.is_some_and(|last| now - last > PAUSE) {
            let mut out = self.release();
            out.extend(self.take(event, now, asked));
            return out;
        }
        let expected = asked.is_some_and(|asked| now - asked < EXPECTED);
        match self.fit(key, expected) {
            Fit::Part => {
                self.held.push(event);
                self.last = Some(now);
                Vec::new()
            }
            Fit::End => {
                let answer = answer(&self.said);
                *self = Self::default();
                answer.into_iter().collect()
            }
            // A person types while an answer comes: it goes on behind their key.
            Fit::Foreign if self.is_certain() => vec![Sifted::Event(event)],
            Fit::Foreign => {
                let mut out = self.release();
                out.push(Sifted::Event(event));
                out
            }
        }
    }

    /// For how long to wait for a next event, where what is held may be a key after all.
    pub(super) fn waits(&self) -> Option<Duration> {
        (self.held.len() == 1 && self.said.is_empty()).then_some(ESC_WAITS)
    }

    /// Gives out what was held back; an answer that was certain and did not end is dropped.
    pub(super) fn release(&mut self) -> Vec<Sifted> {
        let is_certain = self.is_certain();
        let held = std::mem::take(self).held;
        let keys = held.into_iter().filter(|_| !is_certain);
        keys.map(Sifted::Event).collect()
    }

    /// Whether what came can be nothing but an answer.
    fn is_certain(&self) -> bool {
        [GROUND, NAME].iter().any(|one| self.said.starts_with(one))
    }

    /// How a key goes on with what came before.
    fn fit(&mut self, key: &KeyEvent, expected: bool) -> Fit {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let KeyCode::Char(sign) = key.code else {
            let begins = key.code == KeyCode::Esc && self.held.is_empty() && expected;
            let ends = key.code == KeyCode::Esc && self.is_certain();
            return if begins || ends {
                Fit::Part
            } else {
                Fit::Foreign
            };
        };
        if self.said.is_empty() {
            let esc_before = !self.held.is_empty();
            if !matches!(sign, ']' | 'P') || control || alt == esc_before {
                return Fit::Foreign;
            }
            self.said.push(sign);
            return Fit::Part;
        }
        if !self.is_certain() {
            let begins = |one: &str| {
                let rest = one.strip_prefix(self.said.as_str());
                rest.is_some_and(|rest| rest.starts_with(sign))
            };
            if !alt && !control && (begins(GROUND) || begins(NAME)) {
                self.said.push(sign);
                return Fit::Part;
            }
            return Fit::Foreign;
        }
        let ends = (sign == '\\' && !control) || (sign == 'g' && control);
        let goes_on = if self.said.starts_with(GROUND) {
            sign.is_ascii_hexdigit() || "rgba:/#".contains(sign)
        } else {
            sign == ' ' || sign.is_ascii_graphic()
        };
        if ends {
            Fit::End
        } else if goes_on && !alt && !control && self.said.len() < LONGEST {
            self.said.push(sign);
            Fit::Part
        } else {
            Fit::Foreign
        }
    }
}

/// How a key fits what came before.
enum Fit {
    /// It may be, or is, a part of an answer.
    Part,
    /// The answer ends with it.
    End,
    /// It is a key.
    Foreign,
}

/// What an answer says, if it is one that we know.
fn answer(said: &str) -> Option<Sifted> {
    match said.strip_prefix(NAME) {
        Some(name) => Some(Sifted::Name(name.to_owned())),
        None => ground(said).map(Sifted::Ground),
    }
}

/// The colour in an answer such as `]11;rgb:ffff/ffff/dddd`: one to four digits for each channel.
fn ground(said: &str) -> Option<Rgb> {
    let colour = said.strip_prefix(GROUND)?;
    let channels = colour
        .strip_prefix("rgb:")
        .or_else(|| colour.strip_prefix("rgba:"))?;
    let mut channels = channels.split('/').map(channel);
    Some((channels.next()??, channels.next()??, channels.next()??))
}

/// A channel of one to four hexadecimal digits, brought to 0..=255.
fn channel(digits: &str) -> Option<u8> {
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let most = (1u32 << (4 * digits.len())) - 1;
    u8::try_from(value * 255 / most).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// The events that the reader of keys makes of bytes, where a `|` parts two reads.
    fn events(bytes: &str) -> Vec<Event> {
        reads(&bytes.split('|').collect::<Vec<_>>())
    }

    /// The events that it makes of the bytes of these reads.
    fn reads(pieces: &[&str]) -> Vec<Event> {
        let mut out = Vec::new();
        for piece in pieces {
            let mut signs = piece.chars().peekable();
            while let Some(sign) = signs.next() {
                out.push(match sign {
                    '\x1b' => match signs.next() {
                        Some(sign) => key(KeyCode::Char(sign), KeyModifiers::ALT),
                        None => key(KeyCode::Esc, KeyModifiers::NONE),
                    },
                    '\x07' => key(KeyCode::Char('g'), KeyModifiers::CONTROL),
                    sign if sign.is_uppercase() => key(KeyCode::Char(sign), KeyModifiers::SHIFT),
                    sign => key(KeyCode::Char(sign), KeyModifiers::NONE),
                });
            }
        }
        out
    }

    /// What comes out when the events come this far apart, and the terminal was asked before the first.
    fn sifted(events: Vec<Event>, apart: Duration) -> Vec<Sifted> {
        let mut sieve = Sieve::default();
        let (asked, mut now) = (Instant::now(), Instant::now());
        let mut out = Vec::new();
        for event in events {
            if sieve.waits().is_some_and(|waits| apart > waits) {
                out.extend(sieve.release());
            }
            now += apart;
            out.extend(sieve.take(event, now, Some(asked)));
        }
        out
    }

    const SOON: Duration = Duration::from_millis(1);

    #[test]
    fn an_answer_is_no_key_whole_or_in_pieces_and_however_it_ends() {
        let white = Sifted::Ground((255, 255, 255));
        for bytes in [
            "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
            "\x1b]11;rgb:ffff/ffff/ffff\x07",
            "\x1b]11;rgb:FF/ff/Ff\x1b\\",
            "\x1b]11;rgba:ffff/ffff/ffff/0000\x1b\\",
            "\x1b]|11;rgb:ffff/ff|ff/ffff\x1b\\",
            "\x1b|]11;rgb:ffff/ffff/ffff\x1b|\\",
            "\x1b|]|1|1|;|r|g|b|:|f|f|/|f|f|/|f|f|\x1b|\\",
        ] {
            assert_eq!(
                sifted(events(bytes), SOON),
                std::slice::from_ref(&white),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn a_name_is_no_key_either_whole_or_in_pieces() {
        let name = Sifted::Name("kitty(0.42.1)".to_owned());
        for pieces in [
            &["\x1bP>|kitty(0.42.1)\x1b\\"][..],
            &["\x1bP>|kitty(0.", "42.1)\x1b", "\\"],
            &["\x1b", "P", ">", "|", "kitty(0.42.1)\x1b\\"],
        ] {
            assert_eq!(
                sifted(reads(pieces), SOON),
                std::slice::from_ref(&name),
                "{pieces:?}"
            );
        }
        let both = "\x1b]11;rgb:0/0/0\x1b\\\x1bP>|kitty(0.42.1)\x1b\\q";
        let out = sifted(reads(&[both]), SOON);
        assert_eq!(out[..2], [Sifted::Ground((0, 0, 0)), name]);
        assert_eq!(out.len(), 3);
    }

    #[test]
    fn keys_that_look_like_the_beginning_of_a_name_come_out_in_their_order() {
        let keys = events("\x1bP>x\x1bPP>");
        let out = sifted(keys.clone(), SOON);
        let wanted: Vec<_> = keys.into_iter().map(Sifted::Event).collect();
        assert_eq!(out, wanted);
    }

    #[test]
    fn slow_pieces_are_no_keys_either() {
        let bytes = "\x1b]|1|1|;|rgb:14|14/1717/|1f1f|\x1b|\\";
        let out = sifted(events(bytes), Duration::from_secs(2));
        assert_eq!(out, [Sifted::Ground((0x14, 0x17, 0x1f))]);
    }

    #[test]
    fn an_answer_that_says_nothing_we_know_is_no_key_and_no_colour() {
        for bytes in [
            "\x1b]11;#ffffff\x07",
            "\x1b]11;rgb:fffff/0/0\x07",
            "\x1b]11;\x07",
        ] {
            assert_eq!(sifted(events(bytes), SOON), [], "{bytes:?}");
        }
    }

    #[test]
    fn keys_are_keys() {
        let keys = events("a1]11;rgb:ff\\\x07\x1bx\x1b");
        let out = sifted(keys.clone(), SOON);
        let (last, before) = keys.split_last().unwrap();
        assert_eq!(
            out.len(),
            before.len(),
            "the last Esc waits a moment: {last:?}"
        );
        let mut sieve = Sieve::default();
        let now = Instant::now();
        for key in keys {
            // Where nothing was asked, nothing waits.
            let out = sieve.take(key.clone(), now, None);
            assert_eq!(out, [Sifted::Event(key)]);
        }
    }

    #[test]
    fn an_esc_waits_for_a_moment_only_and_is_not_lost() {
        let mut sieve = Sieve::default();
        let now = Instant::now();
        let esc = key(KeyCode::Esc, KeyModifiers::NONE);
        assert_eq!(sieve.take(esc.clone(), now, Some(now)), []);
        assert_eq!(sieve.waits(), Some(ESC_WAITS));
        assert_eq!(sieve.release(), [Sifted::Event(esc.clone())]);
        assert_eq!(sieve.waits(), None);
        let late = now + EXPECTED;
        let out = sieve.take(esc.clone(), late, Some(now));
        assert_eq!(out, [Sifted::Event(esc)]);
    }

    #[test]
    fn two_keys_that_look_like_a_beginning_come_out_in_their_order() {
        let keys = events("\x1b]1x");
        let out = sifted(keys.clone(), SOON);
        let wanted: Vec<_> = keys.into_iter().map(Sifted::Event).collect();
        assert_eq!(out, wanted);
    }

    #[test]
    fn who_types_while_an_answer_comes_loses_no_key() {
        let mut all = events("\x1b]11;rgb:ff|");
        all.extend(events("q"));
        all.push(key(KeyCode::Enter, KeyModifiers::NONE));
        all.extend(events("/ff/ff\x07"));
        let out = sifted(all, SOON);
        assert_eq!(out.len(), 3, "{out:?}");
        assert_eq!(out[2], Sifted::Ground((255, 255, 255)));
    }

    #[test]
    fn an_answer_that_never_ends_does_not_swallow_what_is_typed_later() {
        let mut sieve = Sieve::default();
        let now = Instant::now();
        for event in events("\x1b]11;rgb:ff") {
            assert_eq!(sieve.take(event, now, Some(now)), []);
        }
        let seven = key(KeyCode::Char('7'), KeyModifiers::NONE);
        let later = now + PAUSE + SOON;
        let out = sieve.take(seven.clone(), later, Some(now));
        assert_eq!(out, [Sifted::Event(seven)]);
    }
}
