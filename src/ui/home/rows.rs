//! The rows of Home: which there are, what each says, and how they are drawn.

use super::Home;
use crate::model::heading::Listing;
use crate::model::session::{Session, Walk};
use crate::model::wording::{standing, title};
use crate::ui::page::{Column, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::path::PathBuf;

/// The most unfinished sessions that Home offers to go on with; all of them are in the library.
const MOST_UNFINISHED: usize = 3;

/// A row of Home.
#[derive(Debug, Clone)]
pub enum Row {
    Resume(usize),
    Start(Walk),
    LookBack,
    Sample(usize),
    /// The samples of a team beside each other.
    SampleRounds,
    Settings,
}

/// A row as it is known again after what is there has changed.
#[derive(Debug, PartialEq, Eq)]
pub enum Meaning {
    Resume(PathBuf),
    Start(Walk),
    LookBack,
    Sample(usize),
    SampleRounds,
    Settings,
}

/// What the program is, in a sentence.
const ABOUT: &str = "Walk through your own business as a customer.";

impl Home {
    /// The rows as they are now.
    pub(super) fn rows(&self) -> Vec<Row> {
        let headings = self.listing.headings.iter().enumerate();
        let unfinished =
            headings.filter(|(_, heading)| heading.finished.is_none() && !heading.is_old_copy());
        let mut rows: Vec<_> = unfinished
            .take(MOST_UNFINISHED)
            .map(|(index, _)| Row::Resume(index))
            .collect();
        rows.extend([Row::Start(Walk::Team), Row::Start(Walk::Alone)]);
        if self.listing != Listing::default() {
            rows.push(Row::LookBack);
        }
        if self.is_listed && self.listing.headings.is_empty() {
            rows.extend((0..self.samples.len()).map(Row::Sample));
            if self.sample_rounds().len() > 1 {
                rows.push(Row::SampleRounds);
            }
        }
        rows.push(Row::Settings);
        rows
    }

    /// What a row leads to, whatever its number.
    pub(super) fn meaning(&self, row: &Row) -> Meaning {
        match row {
            Row::Resume(index) => Meaning::Resume(self.listing.headings[*index].path.clone()),
            Row::Start(walk) => Meaning::Start(*walk),
            Row::LookBack => Meaning::LookBack,
            Row::Sample(index) => Meaning::Sample(*index),
            Row::SampleRounds => Meaning::SampleRounds,
            Row::Settings => Meaning::Settings,
        }
    }

    /// The samples of a team: its rounds, to be compared.
    pub(super) fn sample_rounds(&self) -> Vec<Session> {
        let sessions = self.samples.iter().map(|(_, session)| session);
        sessions
            .filter(|session| session.walk() == Walk::Team)
            .cloned()
            .collect()
    }

    fn what_there_is(&self) -> String {
        let sessions = match self.listing.headings.len() {
            1 => "1 session".to_owned(),
            many => format!("{many} sessions"),
        };
        match self.listing.unreadable.len() {
            0 => sessions,
            broken => format!("{sessions}, {broken} can't be read"),
        }
    }

    /// Draws the rows under the name of the program.
    pub(super) fn draw_rows(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let rows = self.rows();
        let mut column = Column::new(with_margins(area), buf).on(area);
        let headline = Headline::new("Customer hat").style(theme.headline.style());
        let list = self.large_rows(&rows, theme);
        for said in [column.rows_said(ABOUT), 1] {
            if let Some(large) = column.rows_large(&list, &headline, said + 1) {
                column.headline(&headline, large + said + 1);
                if said > 1 {
                    column.said(ABOUT, theme.text.style());
                } else {
                    column.text(ABOUT, theme.text.style());
                }
                column.gap(1);
                return column.widget(large, &list);
            }
        }
        let needed = (rows.len() as u16 + 4).clamp(8, area.height / 2 + 2);
        column.headline(&headline, needed);
        column.text(ABOUT, theme.text.style());
        column.gap(1);
        self.draw_plain_rows(&rows, theme, &mut column);
    }

    fn large_rows(&self, rows: &[Row], theme: &Theme) -> LargeRows<'static> {
        let row = |(at, row): (usize, &Row)| {
            let (words, more) = self.says(row);
            LargeRow {
                words: Span::styled(words, theme.choice.style()),
                more: Span::styled(more, theme.quiet.style()),
                chosen: at == self.cursor,
                ..LargeRow::default()
            }
        };
        LargeRows::new(rows.iter().enumerate().map(row).collect()).choosing(theme.chosen.style())
    }

    fn draw_plain_rows(&self, rows: &[Row], theme: &Theme, column: &mut Column<'_>) {
        let fitting = usize::from(column.rows_left().max(1));
        // The chosen row stays in sight, and so does what comes after it.
        let from = (self.cursor + 2)
            .saturating_sub(fitting)
            .min(rows.len().saturating_sub(fitting));
        for (index, row) in rows.iter().enumerate().skip(from) {
            if column.rows_left() == 1 && index + 1 < rows.len() {
                column.line(Span::styled("  ↓ more", theme.quiet.style()));
                return;
            }
            let line = self.plain_row(row, index == self.cursor, theme, column.width());
            column.line(line);
        }
    }

    /// What a row says, and what quietly beside it.
    fn says(&self, row: &Row) -> (String, String) {
        match row {
            Row::Resume(index) => {
                let heading = &self.listing.headings[*index];
                (format!("Go on: {}", title(heading)), standing(heading))
            }
            Row::Start(Walk::Team) => ("Start with your team".to_owned(), String::new()),
            Row::Start(Walk::Alone) => ("Start on your own".to_owned(), String::new()),
            Row::LookBack => ("Look back".to_owned(), self.what_there_is()),
            Row::Sample(index) => (format!("Sample: {}", self.samples[*index].0), String::new()),
            Row::SampleRounds => ("Sample: both rounds compared".to_owned(), String::new()),
            Row::Settings => ("Settings".to_owned(), String::new()),
        }
    }

    fn plain_row(&self, row: &Row, chosen: bool, theme: &Theme, width: usize) -> Line<'static> {
        let (words, more) = self.says(row);
        let style = if chosen {
            theme.chosen.style()
        } else {
            theme.choice.style()
        };
        let mark = if chosen { "▸ " } else { "  " };
        let words = shorten(&words, width.saturating_sub(4));
        let room = width.saturating_sub(cells(&words) + 6);
        let more = if room > 6 {
            shorten(&more, room)
        } else {
            String::new()
        };
        Line::from(vec![
            Span::styled(format!("{mark}{words} "), style),
            Span::styled(format!("  {more}"), theme.quiet.style()),
        ])
    }
}
