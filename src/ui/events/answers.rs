//! The terminal's answers about its ground and its name.
//!
//! Asked with `OSC 11 ; ?`, a terminal answers `ESC ] 11;rgb:RRRR/GGGG/BBBB ESC \`, or ends with BEL; asked with
//! `CSI > q`, it answers `ESC P >|name(version) ESC \`. It may answer at once, seconds later, in pieces, or never.

use crate::ui::theme::contrast::Rgb;

/// The most characters of a name; the longest that is known has 34.
const LONGEST_NAME: usize = 64;

/// A name, if it is one: short, and in plain signs.
pub(super) fn name(said: Vec<u8>) -> Option<String> {
    let is_plain = |byte: &u8| *byte == b' ' || byte.is_ascii_graphic();
    let is_name = (1..=LONGEST_NAME).contains(&said.len()) && said.iter().all(is_plain);
    is_name.then(|| String::from_utf8(said).ok())?
}

/// The colour in `rgb:ffff/ffff/dddd`: one to four digits for each channel.
pub(super) fn ground(said: &[u8]) -> Option<Rgb> {
    let colour = std::str::from_utf8(said).ok()?;
    let channels = colour
        .strip_prefix("rgb:")
        .or_else(|| colour.strip_prefix("rgba:"))?;
    let mut channels = channels.split('/').map(channel);
    Some((channels.next()??, channels.next()??, channels.next()??))
}

/// A channel of one to four hexadecimal digits, brought to 0..=255.
fn channel(digits: &str) -> Option<u8> {
    let is_channel = (1..=4).contains(&digits.len());
    let value = u32::from_str_radix(digits, 16).ok();
    let value = value.filter(|_| is_channel && !digits.starts_with('+'))?;
    let most = (1u32 << (4 * digits.len())) - 1;
    u8::try_from(value * 255 / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_in_every_length_of_its_channels_and_nothing_else_is_one() {
        for said in ["rgb:ffff/ffff/ffff", "rgb:F/f/F", "rgba:ff/ff/ff/0000"] {
            assert_eq!(ground(said.as_bytes()), Some((255, 255, 255)), "{said}");
        }
        assert_eq!(ground(b"rgb:1414/1717/1f1f"), Some((0x14, 0x17, 0x1f)));
        for said in [
            "#ffffff",
            "rgb:fffff/0/0",
            "rgb:ff/ff",
            "rgb:+f/0/0",
            "rgb:é/0/0",
            "",
        ] {
            assert_eq!(ground(said.as_bytes()), None, "{said}");
        }
    }

    #[test]
    fn a_name_is_short_and_plain() {
        assert_eq!(
            name(b"kitty(0.42.1)".to_vec()).as_deref(),
            Some("kitty(0.42.1)")
        );
        for said in [
            Vec::new(),
            vec![b'a'; 65],
            b"a\nb".to_vec(),
            vec![0xc3, 0xa9],
        ] {
            assert_eq!(name(said), None);
        }
    }
}
