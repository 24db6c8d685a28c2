//! What is typed on a ballot: the one reader of ratings, yes or no, up or down. It knows nothing of screens and lines.

use crate::model::rating::Rating;

/// Everything that a keyboard may send for a minus.
const MINUS: [char; 10] = ['-', '−', '‐', '‑', '‒', '–', '—', '﹣', '－', 'ー'];
/// Everything that it may send for a plus.
const PLUS: [char; 2] = ['+', '＋'];
/// The most points of a rating.
const MOST: u8 = 10;

/// What is said of an entry that is no rating. It gives nothing away of what was typed.
pub(super) const NO_RATING: &str = "That is no rating. −10 to −1 or 1 to 10; never zero.";

/// One answer while it is typed: open until its first key, closed from then on, void once a key was not understood.
#[derive(Clone, Default)]
pub(super) enum Entry {
    /// Nothing was typed.
    #[default]
    Open,
    /// A sign, digits, or both.
    Typed {
        down: Option<bool>,
        points: Option<u8>,
    },
    /// A key was not understood: nothing typed after it makes it an answer.
    Void,
}

impl Entry {
    /// Whether nothing was typed.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// Whether a key in it was not understood.
    pub(super) fn is_void(&self) -> bool {
        matches!(self, Self::Void)
    }

    /// Takes a character of a rating: a sign, then digits. Any other makes it void.
    pub(super) fn take(&mut self, c: char) {
        let (down, points) = match self {
            Self::Open => (None, None),
            Self::Typed { down, points } => (*down, *points),
            Self::Void => return,
        };
        *self = match (up_or_down(c), digit(c)) {
            (Some(up), _) if down.is_none() && points.is_none() => Self::Typed {
                down: Some(!up),
                points,
            },
            (None, Some(digit)) => match points.unwrap_or(0) * 10 + digit {
                points if points <= MOST => Self::Typed {
                    down,
                    points: Some(points),
                },
                _ => Self::Void,
            },
            _ => Self::Void,
        };
    }

    /// Makes it void: a key came that is no part of an answer.
    pub(super) fn spoil(&mut self) {
        *self = Self::Void;
    }

    /// Takes all of it back.
    pub(super) fn clear(&mut self) {
        *self = Self::Open;
    }

    /// The rating that it is.
    pub(super) fn rating(&self) -> Result<Rating, &'static str> {
        let points = match self {
            Self::Typed {
                down,
                points: Some(points),
            } => {
                let points = i64::from(*points);
                if *down == Some(true) { -points } else { points }
            }
            _ => return Err(NO_RATING),
        };
        Rating::try_from(points).map_err(|_| NO_RATING)
    }

    /// What stands in it, for a ballot that everybody sees.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Open => String::new(),
            Self::Typed { down, points } => {
                let sign = down.map_or("", |down| if down { "−" } else { "+" });
                let points = points.map_or(String::new(), |points| points.to_string());
                format!("{sign}{points}")
            }
            Self::Void => "?".to_owned(),
        }
    }
}

/// The rating that was typed: `7` and `+7` are points up, `-7` is points down.
///
/// # Errors
///
/// A sentence where it is none, the same whatever was typed.
pub fn typed_rating(typed: &str) -> Result<Rating, &'static str> {
    let mut entry = Entry::default();
    typed.trim().chars().for_each(|c| entry.take(c));
    entry.rating()
}

/// Whether a character is part of a number: a digit or a sign.
pub fn is_of_a_number(c: char) -> bool {
    digit(c).is_some() || up_or_down(c).is_some()
}

/// The digit of a key, also of a full-width one.
fn digit(c: char) -> Option<u8> {
    let from = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(from)).ok()
}

pub(super) fn yes_or_no(c: char) -> Option<bool> {
    match c {
        'y' | 'Y' => Some(true),
        'n' | 'N' => Some(false),
        _ => None,
    }
}

/// Whether a sign is a plus. The keys beside them without Shift, `=` and `_`, are neither.
pub(super) fn up_or_down(c: char) -> Option<bool> {
    if PLUS.contains(&c) {
        Some(true)
    } else {
        MINUS.contains(&c).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nonsense_is_refused_in_one_and_the_same_sentence() {
        for typed in [
            "",
            "0",
            "-0",
            "11",
            "-11",
            "abc",
            "--3",
            "+-3",
            "-+3",
            "3-",
            "7.5",
            "7,",
            "99999999",
            "+",
            "−",
            "1e1",
            "٣",
            "=7",
            "_7",
            "1à",
            "7x",
            "x7",
            "7 7",
            "~7",
            "⁻7",
            "⁷",
            "7\u{301}",
            "7\u{200b}",
            "-\u{8}7",
            "00011",
            "-00000011",
        ] {
            assert_eq!(typed_rating(typed), Err(NO_RATING), "{typed}");
        }
    }

    #[test]
    fn a_number_without_a_sign_is_points_up() {
        for (typed, points) in [
            ("7", 7),
            ("+7", 7),
            ("＋7", 7),
            ("10", 10),
            ("１０", 10),
            ("07", 7),
            ("000000000000000000000010", 10),
        ] {
            assert_eq!(typed_rating(typed).unwrap().points(), points, "{typed}");
        }
    }

    #[test]
    fn every_dash_that_a_keyboard_sends_is_a_minus() {
        for minus in "-−‐‑‒–—﹣－ー".chars() {
            for (digits, points) in [("7", -7), ("７", -7), ("10", -10), ("1０", -10)] {
                let typed = format!("{minus}{digits}");
                assert_eq!(typed_rating(&typed).unwrap().points(), points, "{typed}");
            }
        }
    }
}
