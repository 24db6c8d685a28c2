//! Text from outside (files, names, pastes), made harmless before anything can draw or print it.

mod clean;
mod escapes;
pub mod file_name;
pub mod plain;
mod signs;

use clean::{Ends, cleaned, is_plain};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One line of text from outside that can be drawn and printed without harm.
///
/// What stood in a file stays as it was until somebody edits it: [`CleanText::raw`] is written back,
/// [`CleanText::as_str`] is shown. What is shown:
///
/// - has no control character and nothing left over from an escape sequence;
/// - is one line: a run of white space with a line break or a tab in it is one space;
/// - reads in the order in which it stands: no direction marks, overrides or isolates;
/// - hides nothing: no zero-width characters, tags (so a flag of England is a plain black one), fillers,
///   private characters, noncharacters or planes without characters. Joiners stay only where they are spelling: between two letters of a
///   script that needs them (Arabic, Indic, Khmer, Mongolian and their like) and inside emoji;
/// - has at most 4 marks on one letter, and at most 6 joins in one emoji;
/// - has at most [`CleanText::MOST_CHARS`] characters, the last of them `…` if there were more.
///
/// Letters of every script, accents, emoji families, flags and keycaps stay as they are. Equality and
/// order are those of the raw text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct CleanText {
    raw: String,
    /// Only where it differs from the raw form.
    shown: Option<String>,
}

impl CleanText {
    /// The most characters that are shown of a text, and kept of a typed or pasted line.
    pub const MOST_CHARS: usize = 2_000;

    /// Text as it stands in a file: the raw form is kept whole, the shown one is clean.
    pub fn from_file(raw: impl Into<String>) -> Self {
        let raw = raw.into();
        if is_plain(&raw) {
            return Self { raw, shown: None };
        }
        let shown = cleaned(&raw, Ends::Kept);
        let shown = (shown != raw).then_some(shown);
        Self { raw, shown }
    }

    /// Text just typed or pasted: only the clean form is kept, without white space at its ends.
    pub fn typed(text: &str) -> Self {
        let text = text.trim();
        let raw = if is_plain(text) {
            text.to_owned()
        } else {
            cleaned(text, Ends::Trimmed)
        };
        Self { raw, shown: None }
    }

    /// The text to show: no control, no direction override, no invisible characters.
    pub fn as_str(&self) -> &str {
        self.shown.as_deref().unwrap_or(&self.raw)
    }

    /// The text as it stands in the file. Never draw or print it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Whether nothing would be shown.
    pub fn is_empty(&self) -> bool {
        self.as_str().trim().is_empty()
    }
}

impl From<String> for CleanText {
    fn from(raw: String) -> Self {
        Self::from_file(raw)
    }
}

impl From<CleanText> for String {
    fn from(text: CleanText) -> Self {
        text.raw
    }
}

impl From<&str> for CleanText {
    fn from(text: &str) -> Self {
        Self::typed(text)
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn shown(raw: &str) -> String {
        CleanText::from_file(raw).as_str().to_owned()
    }

    #[test]
    fn people_may_write_in_their_own_script() {
        for text in [
            "Zoë Müller-Łukasz, naïve café – “quoted” …",
            "e\u{301}, a\u{323}\u{302}",
            "שלום, שָׁלוֹם",
            "مرحبا، مُحَمَّد",
            "می\u{200c}خواهم",
            "क्\u{200d}ष, শ্রী, ශ්\u{200d}රී, র\u{200d}্য",
            "山田太郎 한국어 ไทย",
            "a\u{a0}b\u{3000}c",
            "two  spaces stay",
            "👨\u{200d}👩\u{200d}👧\u{200d}👦 👍🏽 ❤\u{fe0f}",
            "👩🏻\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👩🏻 🏳\u{fe0f}\u{200d}🌈 🏃\u{200d}♀\u{fe0f}",
            "🇩🇪 🇧🇷 1\u{fe0f}\u{20e3} #\u{fe0f}\u{20e3} 2\u{20e3} ©\u{fe0f}",
            "🏽 ▲ ▼ −7",
        ] {
            let clean = CleanText::from_file(text);
            assert_eq!(clean.as_str(), text);
            assert!(clean.shown.is_none(), "{text} is not stored twice");
            assert_eq!(CleanText::typed(text).as_str(), text);
        }
    }

    #[test]
    fn what_would_control_or_deceive_is_gone() {
        for (raw, clean) in [
            ("Acme\x1b[31m Boats\x1b[0m", "Acme Boats"),
            ("\x1b]0;owned\x07Acme", "Acme"),
            ("\x1b]52;c;aGk=\x1b\\Acme\u{9b}2J", "Acme"),
            ("a\0b\x07c\x08d\x7fe\u{80}f", "abcdef"),
            (
                "abc\u{202e}fed\u{202c} \u{2066}x\u{2069}\u{200f}",
                "abcfed x",
            ),
            ("\u{feff}Ac\u{200b}me\u{2060}\u{ad}", "Acme"),
            ("A\u{200d}c\u{200c}m\u{fe0f}e", "Acme"),
            ("x\u{e0041}\u{e007f}\u{e0101}y", "xy"),
            ("\u{fff9}a\u{fffa}b\u{fffb}", "ab"),
            ("\u{e000}a\u{f8ff}\u{10fffd}\u{fdd0}\u{ffff}", "a"),
            ("\u{3164}\u{1160}", ""),
            ("👍\u{200d} 👍\u{fe0f}\u{fe0f}", "👍 👍\u{fe0f}"),
        ] {
            assert_eq!(shown(raw), clean, "{raw:?}");
        }
    }

    #[test]
    fn line_breaks_and_tabs_become_one_space() {
        assert_eq!(shown("a\r\n\tb\u{2028}c\u{85}\n  d"), "a b c d");
        assert_eq!(shown("a \n b"), "a b");
        assert_eq!(shown("\n\na\n"), "a");
        assert_eq!(
            CleanText::typed(" \u{200b} a b \n\u{200b} ").as_str(),
            "a b"
        );
    }

    #[test]
    fn towers_are_cut_down() {
        let zalgo = format!("a{}b", "\u{301}".repeat(50));
        assert_eq!(shown(&zalgo), format!("a{}b", "\u{301}".repeat(4)));
        assert_eq!(shown("\u{301}\u{301}a"), "a", "nothing to stand on");
        let crowd = vec!["👨"; 100].join("\u{200d}");
        assert_eq!(shown(&crowd).matches('\u{200d}').count(), 85);
        assert_eq!(shown(&format!("👍{}", "🏽".repeat(9))).chars().count(), 5);
    }

    #[test]
    fn a_long_text_is_shown_in_part_and_kept_whole() {
        let most = CleanText::MOST_CHARS;
        for letter in ["x", "é", "字", "م\u{200c}", "👨\u{200d}"] {
            let long = letter.repeat(most + 1);
            let clean = CleanText::from_file(long.clone());
            assert_eq!(clean.raw(), long);
            assert!(clean.as_str().ends_with('…'));
            assert!(clean.as_str().chars().count() <= most);
            assert_eq!(CleanText::typed(&long).raw(), clean.as_str());
        }
        let fits = "é".repeat(most);
        assert_eq!(shown(&fits), fits);
    }

    #[test]
    fn the_raw_form_is_written_back_and_never_displayed() {
        let text = CleanText::from_file("Ac\u{202e}me\x1b[2J");
        let ron = ron::to_string(&text).unwrap();
        assert_eq!(ron::from_str::<CleanText>(&ron).unwrap(), text);
        assert_eq!(text.raw(), "Ac\u{202e}me\x1b[2J");
        assert_eq!(format!("{text:>6}"), "  Acme");
        assert!(CleanText::from_file("\u{200b} \u{feff}").is_empty());
    }

    /// Pieces that are likely to break a rule when they meet.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            "[ -~]{0,3}",
            proptest::sample::select(vec![
                "\x1b", "[", "]", "\x1b[1", "\x1b]0;", "\x07", "\u{9b}", "\u{9d}", "\u{9c}", "\\",
                "\n", "\t", " ", "\u{a0}", "\u{200d}", "\u{200c}", "\u{fe0f}", "\u{20e3}", "7",
                "👨", "❤", "🏽", "🇩", "\u{301}", "م", "\u{64e}", "क", "\u{94d}", "ᠠ", "\u{180b}",
                "\u{202e}", "\u{feff}", "…",
            ])
            .prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    fn is_forbidden(c: char) -> bool {
        c.is_control()
            || matches!(c,
                '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e000}'..='\u{f8ff}' | '\u{40000}'..)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn cleaning_twice_is_cleaning_once(text in hostile()) {
            let once = shown(&text);
            prop_assert_eq!(&shown(&once), &once);
            let typed = CleanText::typed(&text);
            prop_assert_eq!(&CleanText::typed(typed.raw()), &typed);
            prop_assert_eq!(&CleanText::from_file(typed.raw()), &typed);
            prop_assert_eq!(typed.as_str().trim(), typed.as_str());
        }

        #[test]
        fn a_long_text_too_is_cleaned_once(text in hostile(), times in 80_usize..200) {
            let once = shown(&text.repeat(times));
            prop_assert!(once.chars().count() <= CleanText::MOST_CHARS);
            prop_assert_eq!(&shown(&once), &once);
        }

        #[test]
        fn nothing_forbidden_is_ever_shown(text in hostile()) {
            prop_assert!(!shown(&text).contains(is_forbidden));
            prop_assert!(!CleanText::typed(&text).raw().contains(is_forbidden));
        }

        #[test]
        fn printable_ascii_stays(text in "[ -~]{0,80}") {
            prop_assert_eq!(shown(&text), text);
        }

        #[test]
        fn the_quick_look_is_never_wrong(text in "[ -~\u{a0}-\u{300}\u{2010}-\u{2028}]{0,20}") {
            prop_assert!(!clean::is_plain(&text) || cleaned(&text, Ends::Kept) == text);
        }
    }
}
