//! Writing a report, on top of a screen: which kind, and where it was written.

use super::keys::{self, Action, Offer};
use super::overlay;
use super::page::Column;
use super::theme::Theme;
use super::widgets::enlarged::Enlarged;
use super::widgets::large_rows::LargeRow;
use super::widgets::wrap::{cells, shorten};
use crate::report::Format;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The columns and rows that are asked for: those of the list, and of what is said under it.
pub const ROOM: (u16, u16) = (76, ROWS.len() as u16 + 1 + SAID);

/// The rows of what is said under the list: a path may need three.
const SAID: u16 = 4;

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
    pub fn offers(&self) -> Vec<Offer> {
        let next = match self.written {
            Written::To(_) => "done",
            Written::Failed(_) => "try again",
            Written::NotYet | Written::Writing => "write it",
        };
        vec![
            Offer::new(Action::Next, next),
            Offer::new(Action::Down, "choose"),
            Offer::hidden(Action::Up, "choose"),
            Offer::new(Action::Close, "close"),
        ]
    }

    /// Takes a key.
    pub fn press(&mut self, key: &KeyEvent) -> Pressed {
        let offers = self.offers();
        let Some(offer) = keys::meant(key, &offers) else {
            return Pressed::Moved;
        };
        let last = self.rows().count() - 1;
        match offer.action {
            Action::Up => self.choose(self.cursor.saturating_sub(1)),
            Action::Down => self.choose((self.cursor + 1).min(last)),
            Action::Next if self.written == Written::Writing => {}
            Action::Next if !matches!(self.written, Written::To(_)) => {
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

    /// Another kind is another report: what became of the last one is told no more.
    fn choose(&mut self, row: usize) {
        if row != self.cursor && self.written != Written::Writing {
            self.cursor = row;
            self.written = Written::NotYet;
        }
    }

    /// It was written, or was not.
    pub fn tell(&mut self, written: Written) {
        self.written = written;
    }

    /// Draws itself.
    pub fn draw(&self, theme: &Theme, (screen, area): (Rect, Rect), buf: &mut Buffer) {
        let mut column = Column::new(area, buf).on(screen);
        let line = |(index, format): (usize, Format)| {
            let (mark, style) = overlay::pointer(index == self.cursor, theme);
            let (label, purpose) = words(format);
            let padding = " ".repeat(LABEL.saturating_sub(cells(label)));
            let room = column.width().saturating_sub(LABEL + 4);
            Line::from(vec![
                Span::styled(format!("{mark} {label}{padding} "), style),
                Span::styled(format!(" {}", shorten(purpose, room)), theme.quiet.style()),
            ])
        };
        let large = |(index, format): (usize, Format)| {
            let (label, purpose) = words(format);
            LargeRow {
                words: Span::styled(label, theme.choice.style()),
                more: Span::styled(purpose, theme.quiet.style()),
                chosen: index == self.cursor,
                ..LargeRow::default()
            }
        };
        let list = overlay::List {
            chosen: self.cursor,
            enlarged: self.large(theme),
            lines: self.rows().enumerate().map(line).collect(),
            rows: self.rows().enumerate().map(large).collect(),
        };
        let said = self.said(theme);
        let rows = said.iter().map(|(words, _)| column.rows_said(words));
        let below = rows.sum::<u16>() + 1;
        list.draw(below, theme, &mut column);
        column.gap(1);
        for (words, style) in said {
            column.said(words, style);
        }
    }

    /// The chosen kind; once it was asked for, what came of it.
    fn large(&self, theme: &Theme) -> Enlarged {
        match &self.written {
            Written::To(_) => Enlarged::new(["Written"], theme.question.style()),
            Written::Failed(_) => Enlarged::new(["Not written"], theme.warning.style()),
            Written::Writing => Enlarged::new(["Writing it …"], theme.headline.style()),
            Written::NotYet => {
                let chosen = self.rows().nth(self.cursor);
                let (label, _) = chosen.map_or(("", ""), words);
                Enlarged::new([label], theme.headline.style())
            }
        }
    }

    /// What is said under the list.
    fn said(&self, theme: &Theme) -> Vec<(&str, Style)> {
        let text = theme.text.style();
        match &self.written {
            Written::NotYet => {
                let names = "It shows names only if this round shows them; whoever took a promise is named.";
                vec![(names, text)]
            }
            Written::Writing => vec![("Writing it …", text)],
            Written::To(path) => vec![("Written:", theme.question.style()), (path, text)],
            Written::Failed(why) => vec![(why, theme.warning.style())],
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
