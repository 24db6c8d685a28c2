//! A screen for a reader: its text, and beside it a letter for the place in the theme that each cell has its look from.
//!
//! ```text
//!  Pedal & Crumb · round 1   │.ffffffffffffffffffffffff..
//! ───────────────────────────│iiiiiiiiiiiiiiiiiiiiiiiiiiii
//! ```
//!
//! A cell with a sign has the letter of its ink, an empty one that of its ground. Colours have no part in it: a theme
//! can change its digits, and no letter moves.

use customer_hat::ui::theme::{Ink, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What stands for the places, in the order of the theme's own list.
const LETTERS: &str = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZαβγδεζηθικλμνξοπρσςτυφχψωабвгджзийклмнопрстуфхцчшщъыьэюя";
/// What stands for places whose ink and ground change places, in the order in which they come.
const REVERSED: &str = "0123456789";

/// A theme in which every place has an ink of its own, and a ground of its own where the dark theme gives it one.
pub fn theme_of_places() -> Theme {
    let dark = Theme::built_in("dark").unwrap();
    let mut text = String::from("(name: \"places\",\n");
    for (nth, (place, _, look)) in dark.places().enumerate() {
        write!(text, "{place}: (").unwrap();
        if look.fg != Ink::Beneath {
            write!(text, "fg: \"#{nth:02x}0001\", ").unwrap();
        }
        if look.bg != Ink::Beneath {
            write!(text, "bg: \"#{nth:02x}0002\", ").unwrap();
        }
        text.push_str("),\n");
    }
    text.push(')');
    Theme::parse(&text).unwrap()
}

/// The rows of a screen that was drawn in [`theme_of_places`], the letters of their cells beside them, and what each
/// letter stands for.
pub fn picture(buf: &Buffer) -> String {
    let width = usize::from(buf.area.width);
    let names: Vec<_> = theme_of_places().places().map(|(name, ..)| name).collect();
    let mut used = BTreeSet::new();
    let mut reversed = BTreeMap::new();
    let mut picture = String::new();
    for (cells, row) in buf.content.chunks(width).zip(super::rows(buf)) {
        let mut letters = String::new();
        for cell in cells {
            let place = place_of(cell);
            letters.push(if cell.modifier.contains(Modifier::REVERSED) {
                let nth = reversed.len();
                *reversed
                    .entry(place)
                    .or_insert_with(|| REVERSED.chars().nth(nth).unwrap())
            } else {
                used.insert(place);
                letter(place)
            });
        }
        let row = super::row_text(row);
        let gap = width - unicode_width::UnicodeWidthStr::width(row.as_str());
        writeln!(picture, "{row}{}│{letters}", " ".repeat(gap)).unwrap();
    }
    let plain = used
        .into_iter()
        .map(|place| format!("{} {}", letter(place), names[place]));
    let turned = reversed
        .iter()
        .map(|(place, sign)| format!("{sign} {} reversed", names[*place]));
    let legend: Vec<_> = plain.chain(turned).collect();
    writeln!(picture, "  {}", legend.join(" · ")).unwrap();
    picture
}

fn letter(place: usize) -> char {
    LETTERS.chars().nth(place).unwrap()
}

/// The place in the theme's list that a cell has its look from.
fn place_of(cell: &Cell) -> usize {
    let shown = if cell.symbol().trim().is_empty() {
        cell.bg
    } else {
        cell.fg
    };
    match shown {
        Color::Rgb(place, 0, 1 | 2) => usize::from(place),
        other => panic!("{:?} has {other}, which is no place's", cell.symbol()),
    }
}
