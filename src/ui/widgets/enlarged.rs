//! The chosen one of a list, large over the list: plain rows can't be read from afar, and the one that the keys mean
//! is what matters in it.

use super::headline::Headline;
use super::wrap::{beginning, cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// The rows that it asks for over a list in plain letters: a line of the smallest block letters, and an empty row.
pub const ROWS: u16 = 5;

/// The same on a vast screen.
pub const VAST_ROWS: u16 = 14;

/// The fewest cells of a word, with its sign, that tell which it is.
const FEWEST_CELLS: usize = 5;

/// What is chosen.
#[derive(Debug, Clone)]
pub struct Enlarged {
    /// The same in ever fewer words.
    forms: Vec<String>,
    style: Style,
}

impl Enlarged {
    /// The same in ever fewer words: the first of these that can be large on one line is, else the first that can be
    /// over several. Where none can, as many words of the first as can be, with a sign for the rest; else letters.
    pub fn new<const FORMS: usize>(forms: [&str; FORMS], style: Style) -> Self {
        Self {
            forms: forms.map(str::to_owned).to_vec(),
            style,
        }
    }

    /// The form that is drawn in so many columns and rows, and whether it is on one line, as it is where it can be.
    fn form(&self, width: u16, rows: u16) -> Option<(String, bool)> {
        let large = |on_one_line: bool| {
            move |form: String| {
                let headline = self.headline(&form, on_one_line);
                let is_large = headline.is_large(width, rows);
                is_large.then_some((form, on_one_line))
            }
        };
        let forms = || self.forms.iter().cloned();
        forms()
            .find_map(large(true))
            .or_else(|| forms().find_map(large(false)))
            .or_else(|| self.beginnings().find_map(large(true)))
            .or_else(|| self.first_letters().find_map(large(true)))
    }

    /// The first form without its last words, the longest beginning first.
    fn beginnings(&self) -> impl Iterator<Item = String> {
        let first = self.forms.first().map_or("", String::as_str);
        let most = first.split_whitespace().count();
        let beginnings = (1..most).rev().map(move |many| beginning(first, many));
        beginnings.filter(|beginning| !beginning.is_empty())
    }

    /// The first letters of the first form, the most of them first: a word may be too long on its own.
    fn first_letters(&self) -> impl Iterator<Item = String> {
        let first = self.forms.first().map_or("", String::as_str);
        let many = (FEWEST_CELLS..cells(first)).rev();
        many.map(move |cells| shorten(first, cells))
    }

    fn headline<'t>(&self, form: &'t str, on_one_line: bool) -> Headline<'t> {
        let headline = Headline::new(form).style(self.style);
        if on_one_line {
            headline.on_one_line()
        } else {
            headline
        }
    }
}

impl Widget for &Enlarged {
    /// Draws it at the top of an area; nothing where it can't be large, for it stands in the list as well.
    fn render(self, area: Rect, buf: &mut Buffer) {
        if let Some((form, on_one_line)) = self.form(area.width, area.height) {
            self.headline(&form, on_one_line).render(area, buf);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(forms: [&str; 2], width: u16) -> Option<String> {
        let form = Enlarged::new(forms, Style::new()).form(width, 4);
        form.map(|(form, _)| form)
    }

    #[test]
    fn it_is_said_in_as_many_words_as_can_be_large() {
        let forms = ["Large text: block letters", "block letters"];
        assert_eq!(
            form(forms, 120).as_deref(),
            Some("Large text: block letters")
        );
        assert_eq!(form(forms, 54).as_deref(), Some("block letters"));
        assert_eq!(form(forms, 30).as_deref(), Some("Large…"));
        assert_eq!(form(forms, 10), None);
        let long = ["Bürgermeisterkandidatin", "Bürgermeisterkandidatin"];
        assert_eq!(form(long, 54).as_deref(), Some("Bürgermeister…"));
        assert_eq!(form(["顧客満足", "顧客"], 54), None);
        assert_eq!(
            form(["⇧ choose", "⇧"], 54),
            None,
            "a sign alone says nothing"
        );
    }
}
