//! What the tests share: a screen as text, with its styles or with the places of its theme.

mod places;

pub use places::{picture, theme_of_places};

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The rows of a screen as text, then a line for each run of styled cells: `row:from-to style`.
///
/// Rows and columns count from 0, both ends are part of a run.
pub fn screen_text(buf: &Buffer) -> String {
    let mut text = rows_text(buf);
    for (y, row) in rows(buf).enumerate() {
        let mut from = 0;
        for run in row.chunk_by(|one, next| style_of(one) == style_of(next)) {
            let (to, style) = (from + run.len() - 1, style_of(&run[0]));
            if !style.is_empty() {
                writeln!(text, "{y}:{from}-{to} {style}").expect("a string takes all");
            }
            from = to + 1;
        }
    }
    text
}

/// The rows of a screen as text alone.
pub fn rows_text(buf: &Buffer) -> String {
    let mut text = String::new();
    for row in rows(buf) {
        writeln!(text, "{}", row_text(row)).expect("a string takes all");
    }
    text
}

/// One row as text, without what is empty at its end.
fn row_text(row: &[Cell]) -> String {
    let mut line = String::new();
    let mut covered = 0;
    for cell in row {
        if covered == 0 {
            line.push_str(cell.symbol());
            covered = unicode_width::UnicodeWidthStr::width(cell.symbol());
        }
        covered = covered.saturating_sub(1);
    }
    line.truncate(line.trim_end().len());
    line
}

fn rows(buf: &Buffer) -> impl Iterator<Item = &[Cell]> {
    let width = usize::from(buf.area.width).max(1);
    buf.content.chunks(width)
}

/// The style in words; nothing where it is the terminal's own.
fn style_of(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg));
    }
    for (name, _) in Modifier::iter_names(&cell.modifier) {
        words.push(name.to_lowercase());
    }
    words.join(" ")
}

/// Whether block letters are made of it.
pub fn is_block(sign: char) -> bool {
    ('\u{2580}'..='\u{259F}').contains(&sign)
}

/// The rows of these that have block letters.
pub fn large_rows<'r>(rows: impl Iterator<Item = &'r str>) -> usize {
    let has_blocks = |row: &&str| row.chars().filter(|sign| is_block(*sign)).count() >= 6;
    rows.filter(has_blocks).count()
}
