//! The key by which names of businesses and people are compared, everywhere; it is never shown or stored.

use super::text::CleanText;
use unicode_normalization::UnicodeNormalization;

/// How often a name is folded at most: once more than any character of Unicode needs.
const MOST_FOLDS: usize = 6;

/// What two spellings of one name have in common.
///
/// Unicode's compatibility form with all case folded, apostrophes and dashes of one kind each, a run of white
/// space one space, nothing that can't be seen. Accents count: `José` is not `Jose`. A key's key is the key.
pub fn key(name: &str) -> String {
    if name.is_ascii() {
        return one_spaced(&name.to_ascii_lowercase().replace('`', "'"));
    }
    let mut key = folded(name);
    for _ in 1..MOST_FOLDS {
        let again = folded(&key);
        if again == key {
            break;
        }
        key = again;
    }
    key
}

/// Whether both are spellings of one name.
pub fn same_name(one: &CleanText, other: &CleanText) -> bool {
    one == other || key(one.as_str()) == key(other.as_str())
}

fn folded(name: &str) -> String {
    // Apostrophes and dashes come first: some of them fall apart into a space and a mark.
    let letters = name.chars().filter_map(of_one_kind).nfkd();
    // By way of the capitals, so that ß is ss and both small sigmas are one.
    let folded = letters
        .filter_map(of_one_kind)
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase);
    one_spaced(&folded.nfkc().collect::<String>())
}

/// The character that stands for all of its kind; none for one that nobody sees.
fn of_one_kind(c: char) -> Option<char> {
    match c {
        '`' | '´' | '\u{5f3}' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '՚' | '‘' | '’' | '‛' | '′' | '‵'
        | 'ꞌ' | '＇' | '\u{1fef}' | '\u{1ffd}' | '｀' => Some('\''),
        '\u{58a}' | '\u{5be}' | '\u{2e3a}' | '\u{2e3b}' | '−' | '‐' | '‑' | '‒' | '–' | '—'
        | '―' | '⁃' | '﹘' | '﹣' | '－' | 'ー' | 'ｰ' | '˗' => Some('-'),
        c if is_ignored(c) => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

/// Soft hyphens, joiners, marks of direction and selectors of a form: no part of a name.
fn is_ignored(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for spellings in [
            &["Café", "Cafe\u{301}", "CAFÉ", " café ", "CAFE\u{301}"][..],
            &[
                "Bäcker's",
                "Bäcker’s",
                "Bäcker‘s",
                "Bäckerʼs",
                "Bäcker`s",
                "Bäcker´s",
                "BÄCKER＇S",
                "Ba\u{308}cker′s",
            ],
            &[
                "Pedal - Crumb",
                "Pedal – Crumb",
                "pedal — crumb",
                "Pedal − Crumb",
                "Pedal ‑  Crumb",
                "Pedal － Crumb",
            ],
            &["Straße", "STRASSE", "strasse", "STRAẞE", "Stra\u{ad}ße"],
            &["Οδυσσέας", "ΟΔΥΣΣΈΑΣ", "οδυσσέασ"],
            &["Ａｃｍｅ", "Acme", "ACME", "\u{200b}Ac\u{2060}me"],
            &["ﬁne ½", "Fine 1⁄2"],
            &[
                "Ana\u{a0}Maria",
                "ana   maria",
                "Ana\u{3000}Maria",
                "ANA\tMARIA",
            ],
            &["ΐ", "\u{1fd3}", "ι\u{308}\u{301}"],
            &["カード", "ｶｰﾄﾞ"],
            &["D'Arcy", "D`Arcy", "d’arcy"],
            &[
                "Pedal-Crumb",
                "Pedal\u{58a}Crumb",
                "Pedal\u{5be}Crumb",
                "Pedal\u{2e3a}Crumb",
                "Pedal\u{2e3b}Crumb",
            ],
            &["ג'ורג", "ג׳ורג", "ג’ורג"],
        ] {
            for other in spellings {
                assert_eq!(key(other), key(spellings[0]), "{other} {}", spellings[0]);
                assert!(same_name(
                    &CleanText::typed(other),
                    &CleanText::typed(spellings[0])
                ));
            }
        }
    }

    #[test]
    fn other_names_have_other_keys() {
        for (one, other) in [
            ("José", "Jose"),
            ("Ana", "Anna"),
            ("Ben-Ali", "Ben Ali"),
            ("O'Hara", "OHara"),
            ("Acme 1", "Acme 2"),
            ("Käse", "Kaese"),
            ("山田", "山口"),
        ] {
            assert_ne!(key(one), key(other));
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            "[a-zA-Z '`.-]{0,4}",
            "[\u{a0}-\u{24f}\u{300}-\u{36f}\u{370}-\u{3ff}\u{1e00}-\u{1fff}\u{2010}-\u{203f}\u{ff00}-\u{ffef}]{1,3}",
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_key_of_a_key_is_the_key(name in text()) {
            prop_assert_eq!(key(&key(&name)), key(&name));
        }

        #[test]
        fn composed_decomposed_and_capital_letters_have_one_key(name in text()) {
            for other in [
                name.nfc().collect::<String>(),
                name.nfd().collect(),
                name.nfkc().collect(),
                name.nfkd().collect(),
                format!("  {name}\t"),
            ] {
                // An apostrophe on its own falls apart into a space and a mark in the compatibility forms.
                prop_assume!(!name.contains(['´', '\u{1ffd}']));
                prop_assert_eq!(key(&other), key(&name), "{:?}", other);
            }
        }
    }

    #[test]
    fn the_key_of_each_letter_is_its_own_key() {
        // Where Unicode has letters with capitals, and characters that fall apart.
        let planes = [
            0..=0x33ff,
            0xa640..=0xabff,
            0xf900..=0xffff,
            0x1_0400..=0x1_05ff,
            0x1_d400..=0x1_f2ff,
        ];
        for c in planes.into_iter().flatten().filter_map(char::from_u32) {
            let once = key(&format!("a{c}b"));
            assert_eq!(key(&once), once, "{c:?}");
        }
    }
}
