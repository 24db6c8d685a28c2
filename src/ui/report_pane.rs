//! Writing a report, on top of a screen: which kind, and where it was written.

use super::keys::{self, Action, Offer};
use super::page::Column;
use super::theme::Theme;
use super::widgets::wrap::{cells, shorten};
use crate::report::Format;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The room that is asked for: columns and rows with the frame.
pub const ROOM: (u16, u16) = (76, 14);

/// How wide the names of the rows are.
const LABEL: usize = 12;

/// The kinds of report, the one that most people want first.
const ROWS: [Format; 5] = [
    Format::Html,
    Format::Markdown,
    Format::Text,
    Format::Csv,
    Format::Json,
];

/// How the writing stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Nothing was asked for yet.
    NotYet,
    /// It is being written.
    Writing,
    /// It is in this file.
    To(String),
    /// It could not be written; why, a sentence.
    Failed(String),
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// Nothing that matters outside.
    Moved,
    /// A report of this kind is to be written.
    Write(Format),
    /// The people are done.
    Done,
}

/// Which kind of report, and where it was written.
#[derive(Debug)]
pub struct ReportPane {
    /// How many sessions it is about.
    sessions: usize,
    cursor: usize,
    written: Written,
}

impl ReportPane {
    /// For a report of so many sessions.
    pub fn new(sessions: usize) -> Self {
        Self {
            sessions,
            cursor: 0,
            written: Written::NotYet,
        }
    }

    /// The kinds that can hold so many sessions.
    fn rows(&self) -> impl Iterator<Item = Format> {
        let several = self.sessions > 1;
        ROWS.into_iter()
            .filter(move |format| !several || format.takes_several())
    }

    /// What it takes.
    pub fn offers() -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "write it"),
            Offer::new(Action::Down, "choose"),
            Offer::hidden(Action::Up, "choose"),
            Offer::new(Action::Close, "close"),
        ]
    }

    /// Takes a key.
    pub fn press(&mut self, key: &KeyEvent) -> Pressed {
        let offers = Self::offers();
        let Some(offer) = keys::meant(key, &offers) else {
            return Pressed::Moved;
        };
        let last = self.rows().count() - 1;
        match offer.action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Next if self.written == Written::Writing => {}
            Action::Next => {
                self.written = Written::Writing;
                return self
                    .rows()
                    .nth(self.cursor)
                    .map_or(Pressed::Moved, Pressed::Write);
            }
            _ => return Pressed::Done,
        }
        Pressed::Moved
    }

    /// It was written, or was not.
    pub fn tell(&mut self, written: Written) {
        self.written = written;
    }

    /// Draws itself.
    pub fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(area, buf);
        for (index, format) in self.rows().enumerate() {
            let (mark, style) = if index == self.cursor {
                ("▸", theme.chosen.style())
            } else {
                (" ", theme.choice.style())
            };
            let (label, purpose) = words(format);
            let padding = " ".repeat(LABEL.saturating_sub(cells(label)));
            let room = column.width().saturating_sub(LABEL + 4);
            column.line(Line::from(vec![
                Span::styled(format!("{mark} {label}{padding} "), style),
                Span::styled(format!(" {}", shorten(purpose, room)), theme.quiet.style()),
            ]));
        }
        column.gap(1);
        match &self.written {
            Written::NotYet => column.text(
                "Names stand in it as the session chose when it began.",
                theme.text.style(),
            ),
            Written::Writing => column.text("Writing it …", theme.text.style()),
            Written::To(path) => {
                column.text("Written:", theme.question.style());
                column.text(path, theme.text.style());
            }
            Written::Failed(why) => column.text(why, theme.warning.style()),
        }
    }
}

/// What a kind is called and what it is for, in the few words that fit a small screen.
fn words(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Html => ("Web page", "to open, to print or to mail"),
        Format::Markdown => ("Markdown", "for a wiki or a mail"),
        Format::Text => ("Plain text", "to read, or to paste into a mail"),
        Format::Csv => ("Table (CSV)", "for a spreadsheet, a row a rating"),
        Format::Json => ("JSON", "for other programs"),
    }
}
