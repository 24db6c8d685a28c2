//! Accents on block letters: what a Latin letter is made of, and where its marks go in eight rows of pixels.
//!
//! The font has the letters of Latin-1 with their accents; these are all the others of Europe and Vietnam.

use unicode_normalization::UnicodeNormalization;

/// The row under the line of writing.
const UNDER: u8 = 7;
/// The rows of a tall letter that are left when it makes room for a mark above it.
const KEPT: [u8; 5] = [0, 1, 3, 5, 6];

/// A mark on a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Over it, in the two top rows.
    Above([&'static str; 2]),
    /// Under it.
    Below(&'static str),
    /// At its right shoulder.
    Beside,
    /// A bar through it, in this row.
    Bar(u8),
    /// A slanted stroke through its middle.
    Slant,
    /// Without its dot.
    Dotless,
}

/// A letter of the font, and the marks on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accented {
    /// The letter without them.
    pub letter: char,
    marks: Vec<Mark>,
    /// Whether all of its marks are drawn.
    pub is_whole: bool,
}

/// What a Latin letter is made of, where it is one.
pub fn taken_apart(letter: char) -> Option<Accented> {
    if let Some((letter, mark)) = whole_ones(letter) {
        return Some(Accented {
            letter,
            marks: mark.into_iter().collect(),
            is_whole: mark.is_some(),
        });
    }
    let mut parts = letter.nfd();
    let letter = parts.next().filter(char::is_ascii_alphabetic)?;
    let mut accented = Accented {
        letter,
        marks: Vec::new(),
        is_whole: true,
    };
    for part in parts {
        let mark = mark(letter, part)?;
        let is_above = |mark: &Mark| matches!(mark, Mark::Above(_));
        if is_above(&mark) && accented.marks.iter().any(is_above) {
            // There is room for one: the tone of a Vietnamese vowel gives way to its shape.
            accented.is_whole = false;
        } else {
            accented.marks.push(mark);
        }
    }
    Some(accented)
}

/// Letters that have no parts of their own in Unicode.
fn whole_ones(letter: char) -> Option<(char, Option<Mark>)> {
    Some(match letter {
        'đ' => ('d', Some(Mark::Bar(1))),
        'Đ' => ('D', Some(Mark::Bar(3))),
        'ħ' => ('h', Some(Mark::Bar(1))),
        'Ħ' => ('H', Some(Mark::Bar(1))),
        'ŧ' => ('t', Some(Mark::Bar(4))),
        'Ŧ' => ('T', Some(Mark::Bar(3))),
        'ł' => ('l', Some(Mark::Slant)),
        'Ł' => ('L', Some(Mark::Slant)),
        'ı' => ('i', Some(Mark::Dotless)),
        'ĸ' => ('k', None),
        'ŉ' | 'ŋ' => ('n', None),
        'Ŋ' => ('N', None),
        'ſ' => ('s', None),
        _ => return None,
    })
}

fn mark(letter: char, combining: char) -> Option<Mark> {
    Some(match combining {
        // By custom a small d, t or l has it as an apostrophe, and a g its cedilla on top.
        '\u{30c}' if matches!(letter, 'd' | 't' | 'l' | 'L') => Mark::Beside,
        '\u{327}' if letter == 'g' => Mark::Above(["..##.", "....."]),
        '\u{300}' => Mark::Above(["###..", "....."]),
        '\u{301}' => Mark::Above(["..###", "....."]),
        '\u{302}' => Mark::Above(["..#..", "##.##"]),
        '\u{303}' => Mark::Above([".##.#", "#.##."]),
        '\u{304}' => Mark::Above(["#####", "....."]),
        '\u{306}' => Mark::Above(["#...#", ".###."]),
        '\u{307}' => Mark::Above([".##..", "....."]),
        '\u{308}' => Mark::Above(["##.##", "....."]),
        '\u{309}' => Mark::Above(["..##.", "..#.."]),
        '\u{30a}' => Mark::Above([".###.", ".#.#."]),
        '\u{30b}' => Mark::Above([".##.##", "#..#.."]),
        '\u{30c}' => Mark::Above(["##.##", "..#.."]),
        '\u{31b}' => Mark::Beside,
        '\u{323}' => Mark::Below("..#.."),
        '\u{326}' | '\u{327}' => Mark::Below("..##."),
        '\u{328}' => Mark::Below("...##"),
        _ => return None,
    })
}

impl Accented {
    /// The letter's columns (a bit a row, the top row lowest) with the marks on them.
    pub fn put_on(&self, mut columns: Vec<u8>) -> Vec<u8> {
        for mark in &self.marks {
            match mark {
                Mark::Above(rows) => {
                    make_room(self.letter, &mut columns);
                    for (row, dots) in (0..).zip(rows) {
                        stamp(&mut columns, row, dots);
                    }
                }
                Mark::Below(dots) => stamp(&mut columns, UNDER, dots),
                Mark::Beside => columns.extend([0, 0b11]),
                Mark::Bar(row) => columns.iter_mut().for_each(|column| *column |= 1 << row),
                Mark::Slant => slant(&mut columns),
                Mark::Dotless => columns.iter_mut().for_each(|column| *column &= !0b11),
            }
        }
        columns
    }
}

/// Frees the two top rows: an i loses its dot, a tall letter two of its rows.
fn make_room(letter: char, columns: &mut [u8]) {
    let is_tall = columns.iter().any(|column| column & 0b11 != 0);
    for column in columns.iter_mut() {
        if matches!(letter, 'i' | 'j') {
            *column &= !0b11;
        } else if is_tall {
            let kept = KEPT.iter().zip(2..);
            let low = kept.fold(0, |bits, (from, to)| bits | (*column >> from & 1) << to);
            *column = low | *column & 1 << UNDER;
        }
    }
}

/// Sets the dots of a mark in a row, in the middle; a letter that is narrower grows to both sides.
fn stamp(columns: &mut Vec<u8>, row: u8, dots: &str) {
    let missing = dots.len().saturating_sub(columns.len());
    columns.splice(0..0, vec![0; missing / 2]);
    columns.extend(vec![0; missing - missing / 2]);
    let from = (columns.len() - dots.len()) / 2;
    for (column, dot) in columns[from..].iter_mut().zip(dots.bytes()) {
        if dot == b'#' {
            *column |= 1 << row;
        }
    }
}

/// A stroke from the upper right to the lower left of the stem.
fn slant(columns: &mut Vec<u8>) {
    // The fullest column is in the stem.
    let stem = (0..columns.len())
        .max_by_key(|x| (columns[*x].count_ones(), columns.len() - x))
        .unwrap_or(0);
    if stem == 0 {
        columns.insert(0, 0);
    }
    let stem = stem.max(1);
    for (x, row) in [(stem - 1, 4), (stem, 3), (stem + 2, 2)] {
        columns.resize(columns.len().max(x + 1), 0);
        columns[x] |= 1 << row;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_letter_of_europe_has_its_marks() {
        for letter in ('\u{100}'..='\u{17f}').chain("ȘșȚțẂẅỲ".chars()) {
            let bare = matches!(letter, 'ĸ' | 'ŉ' | 'ŋ' | 'Ŋ' | 'ſ');
            let ligature = matches!(letter, 'Œ' | 'œ' | 'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ');
            let known = taken_apart(letter);
            assert_eq!(known.is_some(), !ligature, "{letter}");
            let is_whole = known.is_some_and(|known| known.is_whole && !known.marks.is_empty());
            assert_eq!(is_whole, !bare && !ligature, "{letter}");
        }
    }

    #[test]
    fn a_mark_changes_the_picture_and_two_marks_differ() {
        let plain = vec![0b0111_1100, 0b0100_0100, 0b0100_0100, 0b0111_1100, 0];
        let seen = "ōŏőůửọǫ".chars().map(|letter| {
            let letter = taken_apart(letter).unwrap();
            assert_eq!(
                letter.letter,
                if matches!(letter.letter, 'u') {
                    'u'
                } else {
                    'o'
                }
            );
            letter.put_on(plain.clone())
        });
        let mut seen: Vec<_> = seen.chain([plain.clone()]).collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 8);
    }

    #[test]
    fn a_tall_letter_makes_room_and_keeps_its_foot() {
        let letter = taken_apart('Č').unwrap();
        let columns = letter.put_on(vec![0b0111_1111; 5]);
        assert!(
            columns
                .iter()
                .all(|column| column & 0b0111_1100 == 0b0111_1100)
        );
        assert!(
            columns.iter().any(|column| column & 1 == 0),
            "the mark has gaps"
        );
    }
}
