//! How one place looks: its ink, its ground and its modifiers, as a theme file writes them.

use super::contrast::Rgb;
use crate::ui::big_text::MAY_BE_LARGE;
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

/// The look of one place. What a file leaves out stays as it is underneath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools)] // each is on or off by itself, as a theme file writes it
pub struct Look {
    /// The ink.
    pub fg: Ink,
    /// The ground under it.
    pub bg: Ink,
    /// Bold.
    pub bold: bool,
    /// Italic; not every terminal has it.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Ink and ground change places.
    pub reverse: bool,
    /// Struck through; not every terminal has it.
    pub crossed: bool,
    /// Whether its text may be made of the terminal's own large letters; nothing that a file says.
    #[serde(skip)]
    pub may_be_large: bool,
}

/// A colour of a theme, written `"#rrggbb"`, `"blue"`, `"bright blue"` … or `"terminal"` for the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub enum Ink {
    /// What is underneath shows through.
    #[default]
    Beneath,
    /// This colour.
    Color(Color),
}

/// A colour that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no colour: write \"#rrggbb\", \"terminal\", or black, red, green, yellow, blue, magenta, cyan, white, each with \"bright \" before it if wanted"
)]
pub struct NotAColor(String);

impl Look {
    /// The style to draw with.
    pub fn style(self) -> Style {
        let mut style = Style::new();
        if let Ink::Color(ink) = self.fg {
            style = style.fg(ink);
        }
        if let Ink::Color(ground) = self.bg {
            style = style.bg(ground);
        }
        style.add_modifier(self.modifiers())
    }

    /// Its modifiers alone.
    pub fn modifiers(self) -> Modifier {
        [
            (self.bold, Modifier::BOLD),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
            (self.crossed, Modifier::CROSSED_OUT),
            (self.may_be_large, MAY_BE_LARGE),
        ]
        .into_iter()
        .filter_map(|(wanted, modifier)| wanted.then_some(modifier))
        .collect()
    }
}

impl From<Look> for Style {
    fn from(look: Look) -> Self {
        look.style()
    }
}

impl From<&Look> for Style {
    fn from(look: &Look) -> Self {
        look.style()
    }
}

impl Ink {
    /// Red, green and blue; none for a named colour, which each terminal mixes in its own way.
    pub fn rgb(self) -> Option<Rgb> {
        match self {
            Self::Color(Color::Rgb(red, green, blue)) => Some((red, green, blue)),
            _ => None,
        }
    }

    /// This ink, or the other where this one lets it through.
    pub fn or(self, beneath: Self) -> Self {
        if self == Self::Beneath { beneath } else { self }
    }
}

impl TryFrom<String> for Ink {
    type Error = NotAColor;

    fn try_from(text: String) -> Result<Self, NotAColor> {
        let color = match text.strip_prefix('#') {
            Some(digits) => mixed(digits),
            None => named(&text),
        };
        color.map(Self::Color).ok_or(NotAColor(text))
    }
}

/// Six hexadecimal digits.
fn mixed(digits: &str) -> Option<Color> {
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok().map(Color::from_u32)
}

/// A colour by its name. Dark grey is "bright black", as in the standard.
fn named(name: &str) -> Option<Color> {
    Some(match name {
        "terminal" => Color::Reset,
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "white" => Color::Gray,
        "bright black" => Color::DarkGray,
        "bright red" => Color::LightRed,
        "bright green" => Color::LightGreen,
        "bright yellow" => Color::LightYellow,
        "bright blue" => Color::LightBlue,
        "bright magenta" => Color::LightMagenta,
        "bright cyan" => Color::LightCyan,
        "bright white" => Color::White,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ink(text: &str) -> Result<Ink, NotAColor> {
        Ink::try_from(text.to_owned())
    }

    #[test]
    fn colours_are_read_as_digits_or_by_name() {
        assert_eq!(ink("#0a0B0c").unwrap().rgb(), Some((10, 11, 12)));
        assert_eq!(ink("bright white").unwrap(), Ink::Color(Color::White));
        assert_eq!(ink("terminal").unwrap(), Ink::Color(Color::Reset));
    }

    #[test]
    fn what_is_no_colour_is_said_without_its_controls() {
        for wrong in ["", "#12345", "#+12345", "#1234567", "mauve", "Blue"] {
            assert!(ink(wrong).is_err(), "{wrong}");
        }
        let said = ink("\x1b[2J").unwrap_err().to_string();
        assert!(!said.contains('\x1b'));
    }

    #[test]
    fn what_is_left_out_shows_through() {
        let look = Look {
            bold: true,
            ..Look::default()
        };
        assert_eq!(look.style(), Style::new().bold());
    }
}
