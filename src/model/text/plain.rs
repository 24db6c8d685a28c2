//! Text made plain, so that what is typed finds what was written: no capitals, no accents.

use crate::model::name_key::key;

/// The text as names are compared, and Latin letters without their accents: `Café` and `cafe` are the same.
///
/// Other scripts stay as they are, but for their capitals. For finding, never for showing.
pub fn plain(text: &str) -> String {
    let key = key(text);
    let mut plain = String::with_capacity(key.len());
    for c in key.chars() {
        match c {
            c if c.is_ascii() => plain.push(c),
            '\u{300}'..='\u{36f}' => {}
            c => match plain_letters(c) {
                "" => plain.push(c),
                letters => plain.push_str(letters),
            },
        }
    }
    plain
}

/// A small Latin letter without its accent, as it is commonly spelled; empty for anything else.
pub fn plain_letters(c: char) -> &'static str {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ȁ' | 'ȃ' | 'ạ'..='ặ' | 'ª' => "a",
        'æ' | 'ǽ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ȅ' | 'ȇ' | 'ẹ'..='ệ' | 'ǝ' | 'ə' => {
            "e"
        }
        'ƒ' => "f",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => "i",
        'ĳ' => "ij",
        'ĵ' => "j",
        'ķ' | 'ĸ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŉ' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' | 'ơ' | 'ọ'..='ợ' | 'º' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ſ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '²' => "2",
        '³' => "3",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_accents_do_not_count() {
        for (written, typed) in [
            ("Café GRÖSSE", "cafe grosse"),
            ("Łódź", "lodz"),
            ("E\u{301}te\u{301}", "ete"),
            ("Søn’s Straße", "son's strasse"),
            ("−7", "-7"),
        ] {
            assert_eq!(plain(written), typed);
            assert_eq!(plain(typed), typed);
        }
    }

    #[test]
    fn other_scripts_stay() {
        assert_eq!(plain("МОСКВА 山田 שלום"), "москва 山田 שלום");
    }
}
