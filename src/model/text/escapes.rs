//! Finds whole escape sequences of terminals, so that none leaves rubbish behind when its ESC is dropped.

/// Reads one text from its start; asked at growing places only, it takes time in proportion to its length.
pub(super) struct Escapes<'a> {
    text: &'a str,
    /// Up to here no command string is closed: looked through already.
    open_until: usize,
}

impl<'a> Escapes<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            open_until: 0,
        }
    }

    /// Where the escape sequence that starts at this byte ends (the byte after it). `None` when none
    /// starts there.
    ///
    /// The grammar is that of ECMA-48 (control sequences, command strings, two-byte escapes with their
    /// intermediates, single shifts), in 7 bits with ESC and in 8 with C1. A sequence that breaks off
    /// ends where it breaks. A command string (title, link, clipboard) counts only if it is closed on the
    /// same line; else its opener alone is dropped and the rest is text.
    pub fn end(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let mut chars = rest.chars();
        let (opener, body) = match chars.next()? {
            '\u{1b}' => match chars.clone().next() {
                Some(second @ ' '..='~') => {
                    chars.next();
                    (second, chars.as_str())
                }
                _ => return Some(at + 1),
            },
            // C1 is the same as ESC and the character 64 places lower.
            c1 @ '\u{80}'..='\u{9f}' => (char::from((c1 as u8) - 0x40), chars.as_str()),
            _ => return None,
        };
        let start = self.text.len() - body.len();
        Some(match opener {
            '[' => start + control_sequence(body),
            ']' | 'P' | 'X' | '^' | '_' => self.command_string(start),
            // The 8-bit single shifts turn up in badly decoded text, where a letter follows.
            'N' | 'O' if rest.starts_with('\u{1b}') => start + shifted(body),
            ' '..='/' => start + intermediates(body),
            _ => start,
        })
    }

    /// The end of a command string whose body starts here: after BEL or ST, or here if it is not closed.
    fn command_string(&mut self, start: usize) -> usize {
        if start < self.open_until {
            return start;
        }
        let mut chars = self.text[start..].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '\u{7}' | '\u{9c}' => return start + at + c.len_utf8(),
                '\u{1b}' if chars.peek().is_some_and(|(_, next)| *next == '\\') => {
                    return start + at + 2;
                }
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    self.open_until = start + at;
                    return start;
                }
                _ => {}
            }
        }
        self.open_until = self.text.len();
        start
    }
}

/// The length of parameters, intermediates and the final byte after CSI.
fn control_sequence(body: &str) -> usize {
    let rest = body.trim_start_matches(|c| matches!(c, '0'..='?'));
    let rest = rest.trim_start_matches(|c| matches!(c, ' '..='/'));
    body.len() - rest.len() + usize::from(rest.starts_with(|c| matches!(c, '@'..='~')))
}

/// The length of what follows the first intermediate of an escape, up to its final byte.
fn intermediates(body: &str) -> usize {
    let rest = body.trim_start_matches(|c| matches!(c, ' '..='/'));
    body.len() - rest.len() + usize::from(rest.starts_with(|c| matches!(c, '0'..='~')))
}

fn shifted(body: &str) -> usize {
    usize::from(body.starts_with(|c| matches!(c, '!'..='~')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn without(text: &str) -> String {
        let mut escapes = Escapes::new(text);
        let (mut kept, mut at) = (String::new(), 0);
        while let Some(c) = text[at..].chars().next() {
            at = escapes.end(at).unwrap_or_else(|| {
                kept.push(c);
                at + c.len_utf8()
            });
        }
        kept
    }

    #[test]
    fn whole_sequences_go() {
        for sequence in [
            "\x1b[31;1m",
            "\x1b[?2004h",
            "\x1b[2 q",
            "\u{9b}2J",
            "\x1b]0;title\x07",
            "\x1b]8;;https://example.org\x1b\\",
            "\u{9d}52;c;aGk=\u{9c}",
            "\x1bPq#0~\x1b\\",
            "\x1b_apc\x1b\\",
            "\x1b^pm\x1b\\",
            "\x1bXsos\x1b\\",
            "\x1bc",
            "\x1b7",
            "\x1b(B",
            "\x1b#8",
            "\x1bOP",
            "\x1b",
            "\u{85}",
        ] {
            assert_eq!(without(&format!("a{sequence}é")), "aé", "{sequence:?}");
        }
    }

    #[test]
    fn what_breaks_off_takes_no_text_with_it() {
        assert_eq!(without("a\x1b[31é"), "aé");
        assert_eq!(without("a\x1b]0;title"), "a0;title");
        assert_eq!(without("a\x1b]0;b\nc\x07"), "a0;b\nc\x07");
        assert_eq!(without("a\x1b\x1b[mé"), "aé");
        assert_eq!(without("\x1bé"), "é");
        assert_eq!(without("no\u{8e}l"), "nol");
    }

    #[test]
    fn a_million_open_strings_take_no_time() {
        let started = Instant::now();
        assert_eq!(without(&"\x1b]".repeat(1_000_000)), "");
        assert!(started.elapsed() < Duration::from_secs(5));
    }
}
