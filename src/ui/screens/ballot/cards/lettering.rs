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

/// The longest answer to a question.
pub(super) fn longest(ask: Ask) -> &'static str {
    match ask {
        Ask::Rating => "−10",
        Ask::Stay => "yes",
        Ask::Verdict => "▼ −",
    }
}

/// A text in letters of at most a size.
pub(super) fn in_letters(text: &str, size: LetterSize) -> Headline<'_> {
    Headline::new(text).at_most(size)
}

/// The columns of a text in letters of a size; none where it has no block form.
pub(super) fn columns(text: &str, size: LetterSize) -> Option<u16> {
    let text = in_letters(text, size);
    (text.size_for(u16::MAX, u16::MAX) == size).then(|| text.extent(u16::MAX, u16::MAX).0)
}

/// The columns of the widest name; none where no name has a block form. One that has none stands plain in its place.
pub(super) fn widest(names: &[String], size: LetterSize) -> Option<u16> {
    let large = names.iter().filter_map(|name| columns(name, size)).max()?;
    let plain = names.iter().filter(|name| columns(name, size).is_none());
    let plain = plain.map(|name| cells(name) as u16).max();
    Some(large.max(plain.unwrap_or(0)))
}

/// The rows of a line of letters of a size.
pub(super) fn line_rows(size: LetterSize) -> u16 {
    in_letters("0", size).line_rows(u16::MAX, u16::MAX)
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
        let names = |names: &[&str]| {
            names
                .iter()
                .map(|&name| name.to_owned())
                .collect::<Vec<_>>()
        };
        let ana = widest(&names(&["Ana"]), LetterSize::Quarter);
        assert!(ana.is_some());
        assert_eq!(widest(&names(&["Ana", "李小龙"]), LetterSize::Quarter), ana);
        assert_eq!(widest(&names(&["李小龙"]), LetterSize::Quarter), None);
    }
}
