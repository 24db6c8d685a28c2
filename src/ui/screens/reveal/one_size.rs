//! The chosen one of a list in large letters that are the same for the whole list, so that nothing grows and shrinks
//! while the keys go through it.

use crate::ui::page::Column;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// What may stand large: the same in ever fewer letters, whole first.
pub type Forms = Vec<String>;

/// The size that all of a list have in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    letters: LetterSize,
    /// Whether each stands on one line.
    on_one_line: bool,
}

/// Draws `chosen`, in all the rows of the column but `below`, in the largest letters in which all of a list can stand:
/// whole on one line each, else whole over several, else on one line in as many letters as can be.
pub fn draw(column: &mut Column<'_>, all: &[Forms], (chosen, style): (&Forms, Style), below: u16) {
    let rows = column.rows_left().saturating_sub(below);
    if rows < large_rows::LINE {
        return;
    }
    // A row between the two, where it costs nothing of the letters.
    let room = column.take(rows);
    let height = room.height.saturating_sub(1).max(large_rows::LINE);
    let room = Rect { height, ..room };
    let size = size(all, room);
    // One that has no form in block letters is bold.
    let form = form(chosen, size, room).or_else(|| chosen.first().map(String::as_str));
    if let Some(form) = form {
        let headline = lettered(form, size).style(style);
        ratatui::widgets::Widget::render(&headline, room, column.buf());
    }
}

/// Words in ever fewer letters, down to the first one and a sign for the rest.
pub fn shorter(words: &str) -> impl Iterator<Item = String> {
    let forms = (2..=cells(words)).rev().map(|many| shorten(words, many));
    let whole = (cells(words) < 2).then(|| words.to_owned());
    // The sign alone says nothing.
    whole.into_iter().chain(forms.filter(|form| form != "…"))
}

/// The size of a list. What has no form in block letters does not count.
fn size(all: &[Forms], room: Rect) -> Size {
    let whole = |on_one_line: bool| {
        let size = Size {
            letters: LetterSize::Sixfold,
            on_one_line,
        };
        let firsts = all.iter().filter_map(|forms| forms.first());
        let can_be = firsts.filter(|form| can_be_large(form));
        let letters = can_be.map(|form| lettered(form, size).size_for(room.width, room.height));
        let letters = letters.min()?;
        (letters > LetterSize::Plain).then_some(Size { letters, ..size })
    };
    whole(true).or_else(|| whole(false)).unwrap_or(Size {
        letters: LetterSize::Quarter,
        on_one_line: true,
    })
}

/// The first form that is large in a size.
fn form(forms: &Forms, size: Size, room: Rect) -> Option<&str> {
    let fits = |form: &&String| lettered(form, size).is_large(room.width, room.height);
    forms.iter().find(fits).map(String::as_str)
}

fn can_be_large(form: &str) -> bool {
    Headline::new(form).is_large(u16::MAX, large_rows::LINE + 1)
}

fn lettered(form: &str, size: Size) -> Headline<'_> {
    let headline = Headline::new(form).at_most(size.letters);
    if size.on_one_line {
        headline.on_one_line()
    } else {
        headline
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn forms(words: &[&str]) -> Vec<Forms> {
        words.iter().map(|word| vec![(*word).to_owned()]).collect()
    }

    #[test]
    fn all_of_a_list_are_as_large_as_the_longest_can_be() {
        let room = Rect::new(0, 0, 58, 8);
        let alone = size(&forms(&["lost"]), room);
        let beside = size(&forms(&["lost", "confused", "困惑"]), room);
        assert!(beside.letters < alone.letters);
        assert!(beside.letters > LetterSize::Plain);
    }

    #[test]
    fn what_is_too_long_stands_in_fewer_letters() {
        let room = Rect::new(0, 0, 58, 4);
        let long = ["Accounts receivable: +4", "Accounts…: +4", "A…: +4"].map(str::to_owned);
        let all = vec![long.to_vec()];
        assert_eq!(
            form(&all[0], size(&all, room), room).unwrap(),
            "Accounts…: +4"
        );
    }
}
