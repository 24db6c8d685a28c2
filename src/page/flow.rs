//! Words over lines: broken between words, in any size, ragged or balanced.

use super::faces::{self, Size};
use unicode_segmentation::UnicodeSegmentation;

/// The largest of the sizes up to `size` in which each of these texts can be set and no word is wider than a line.
pub(super) fn largest<'t>(
    size: Size,
    width: u16,
    texts: impl IntoIterator<Item = &'t str> + Clone,
) -> Size {
    let fits = |size: &Size| {
        let mut words = texts.clone().into_iter().flat_map(str::split_whitespace);
        words.all(|word| faces::width(*size, word).is_some_and(|cells| cells <= width))
    };
    let smaller = Size::ALL.into_iter().rev().filter(|one| *one <= size);
    smaller
        .filter(|one| *one > Size::Plain)
        .find(fits)
        .unwrap_or(Size::Plain)
}

/// The columns of a text on one line; a sign that this size lacks counts as in plain letters.
pub(super) fn columns(size: Size, text: &str) -> u16 {
    let plain = || faces::width(Size::Plain, text).unwrap_or(0);
    faces::width(size, text).unwrap_or_else(plain)
}

/// The text over lines no wider than `width`. A word that is wider is broken between its letters; a line break stays.
pub(super) fn lines(size: Size, text: &str, width: u16) -> Vec<String> {
    let width = width.max(1);
    text.lines()
        .flat_map(|line| of_one(size, line, width))
        .collect()
}

/// The same over as few lines, but none much longer than another: so large letters read better.
pub(super) fn balanced(size: Size, text: &str, width: u16) -> Vec<String> {
    let widest = lines(size, text, width);
    let has_whole_words = |width| {
        let mut words = text.split_whitespace();
        words.all(|word| columns(size, word) <= width)
    };
    if widest.len() < 2 || !has_whole_words(width) {
        return widest;
    }
    let (mut least, mut most) = (1, width);
    while least < most {
        let middle = (least + most) / 2;
        if has_whole_words(middle) && lines(size, text, middle).len() <= widest.len() {
            most = middle;
        } else {
            least = middle + 1;
        }
    }
    lines(size, text, most)
}

fn of_one(size: Size, text: &str, width: u16) -> Vec<String> {
    let mut out = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if columns(size, &longer) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            out.push(std::mem::take(&mut line));
        }
        line = broken(size, word, width, &mut out);
    }
    out.push(line);
    out
}

/// Puts the lines that a long word fills out, and gives what is left of it.
fn broken(size: Size, word: &str, width: u16, out: &mut Vec<String>) -> String {
    let mut line = String::new();
    for letter in word.graphemes(true) {
        if !line.is_empty() && columns(size, &line) + columns(size, letter) > width {
            out.push(std::mem::take(&mut line));
        }
        line.push_str(letter);
        if columns(size, &line) > width && line.len() > letter.len() {
            line.truncate(line.len() - letter.len());
            out.push(std::mem::replace(&mut line, letter.to_owned()));
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_lines_are_alike_in_length() {
        assert_eq!(
            balanced(Size::Plain, "4 of 6: it erodes trust", 21),
            ["4 of 6: it", "erodes trust"]
        );
        assert_eq!(
            lines(Size::Plain, "4 of 6: it erodes trust", 21)[1],
            "trust"
        );
    }

    #[test]
    fn a_long_word_is_broken_and_loses_nothing() {
        let lines = lines(Size::Plain, "ein Donaudampfschiff", 6);
        assert_eq!(lines, ["ein", "Donaud", "ampfsc", "hiff"]);
    }

    #[test]
    fn a_word_that_is_wider_than_the_room_makes_the_letters_smaller() {
        assert_eq!(largest(Size::Tall, 200, ["a long sentence"]), Size::Tall);
        assert!(largest(Size::Tall, 30, ["Unternehmen"]) < Size::Tall);
        assert_eq!(largest(Size::Tall, 200, ["顧客"]), Size::Plain);
    }
}
