//! The letters of the cards: how wide names and answers are in each size.

use crate::model::ballot::Ask;
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::wrap::cells;

/// The sizes of block letters, largest first.
pub(super) const SIZES: [LetterSize; 6] = [
    LetterSize::Fourfold,
    LetterSize::Triple,
    LetterSize::Double,
    LetterSize::Full,
    LetterSize::Half,
    LetterSize::Quarter,
];

/// The cells of names that are too long to be large as they are.
const SHORT_NAMES: [usize; 6] = [18, 15, 12, 9, 7, 5];

/// What everybody is called, and how wide that is: each name is measured once, whatever sizes are tried.
pub(super) struct Names {
    /// The names.
    pub(super) words: Vec<String>,
    /// The pixels of the widest in block letters; none where no name has a block form.
    large: Option<usize>,
    /// The cells of the widest of those that have none.
    plain: usize,
}

impl Names {
    /// Measures these names.
    pub(super) fn new(words: Vec<String>) -> Self {
        let (mut large, mut plain) = (None, 0);
        for name in &words {
            match Headline::new(name).pixels() {
                Some(pixels) => large = large.max(Some(pixels)),
                None => plain = plain.max(cells(name)),
            }
        }
        Self {
            words,
            large,
            plain,
        }
    }

    /// The columns of the widest name in letters of a size; none where no name has a block form. One that has none
    /// stands plain in its place.
    pub(super) fn columns(&self, size: LetterSize) -> Option<u16> {
        let large = size.cells((self.large?, 0)).0;
        Some(large.max(self.plain) as u16)
    }
}

/// What everybody is called, in ever fewer letters: their names, the first of them where it is theirs alone, and short
/// forms that still tell them apart.
pub(super) fn forms(labels: Vec<String>) -> Vec<Vec<String>> {
    let first = |label: &String| {
        let word = label.split_whitespace().next();
        word.unwrap_or(label).to_owned()
    };
    let firsts: Vec<_> = labels.iter().map(first).collect();
    let own = labels.iter().zip(&firsts).map(|(label, name)| {
        let is_own = firsts.iter().filter(|other| *other == name).count() == 1;
        if is_own { name } else { label }.clone()
    });
    let own = own.collect();
    let short = SHORT_NAMES.map(|longest| evenly::apart(&labels, longest));
    [labels, own].into_iter().chain(short).collect()
}

/// The widest answer to a question.
pub(super) fn widest(ask: Ask) -> &'static str {
    match ask {
        Ask::Rating => "+10",
        Ask::Stay => "yes",
        Ask::Verdict => "▲ +",
    }
}

/// A text in letters of at most a size.
pub(super) fn in_letters(text: &str, size: LetterSize) -> Headline<'_> {
    Headline::new(text).at_most(size)
}

/// The columns of a text in letters of a size; none where it has no block form.
pub(super) fn columns(text: &str, size: LetterSize) -> Option<u16> {
    Some(size.cells((Headline::new(text).pixels()?, 0)).0 as u16)
}

/// The rows of a line of letters of a size.
pub(super) fn line_rows(size: LetterSize) -> u16 {
    size.line_rows() as u16
}

/// The columns between two parts of a row.
pub(super) fn gap(size: LetterSize) -> u16 {
    columns("0", size).map_or(1, |digit| digit / 2 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_shorter_and_stay_apart() {
        let labels = [
            "Anna-Maria Schmidt",
            "Anna-Lena Schmidt",
            "Ben (shop)",
            "Ben (yard)",
        ];
        let forms = forms(labels.map(str::to_owned).to_vec());
        assert_eq!(forms[0], labels);
        assert_eq!(
            forms[1],
            ["Anna-Maria", "Anna-Lena", "Ben (shop)", "Ben (yard)"]
        );
        for names in &forms {
            let alike = |name| names.iter().filter(|other| *other == name).count() > 1;
            assert!(!names.iter().any(alike), "{names:?}");
        }
    }

    #[test]
    fn a_name_without_block_letters_stands_among_the_others() {
        let columns = |names: &[&str]| {
            let names = names.iter().map(|&name| name.to_owned());
            Names::new(names.collect()).columns(LetterSize::Quarter)
        };
        let ana = columns(&["Ana"]);
        assert!(ana.is_some());
        assert_eq!(columns(&["Ana", "李小龙"]), ana);
        assert_eq!(columns(&["李小龙"]), None);
    }

    #[test]
    fn no_answer_is_wider_than_the_widest() {
        let answers = [
            (Ask::Rating, ["+10", "−10", "+8", "_"]),
            (Ask::Stay, ["yes", "no", "_", "_"]),
            (Ask::Verdict, ["▲ +", "▼ −", "_", "_"]),
        ];
        for size in SIZES {
            for (ask, texts) in answers {
                let most = columns(widest(ask), size);
                for text in texts {
                    assert!(columns(text, size) <= most, "{text} {size:?}");
                    assert!(columns(text, size).is_some(), "{text} {size:?}");
                }
            }
        }
    }

    #[test]
    fn columns_are_what_a_text_takes() {
        for size in SIZES {
            for text in ["Olga Schmidt", "−10", "▸"] {
                let drawn = in_letters(text, size);
                assert_eq!(drawn.size_for(u16::MAX, u16::MAX), size);
                let extent = drawn.extent(u16::MAX, u16::MAX).0;
                assert_eq!(columns(text, size), Some(extent), "{text} {size:?}");
                assert_eq!(line_rows(size), drawn.line_rows(u16::MAX, u16::MAX));
            }
        }
    }
}
