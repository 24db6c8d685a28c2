//! Setup, second page: how ratings are taken, and whether names stand beside them.

use crate::model::change::Change;
use crate::model::session::{BallotKind, FEWEST_FOR_ANONYMITY, Names, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// How ratings are taken, and whether names stand beside them.
#[derive(Debug, Default)]
pub struct Choices {
    cursor: usize,
}

/// The rows: the kinds of ballot, then whether names are shown.
pub const ROWS: [Change; 5] = [
    Change::Ballot(BallotKind::PassTheKeyboard),
    Change::Ballot(BallotKind::CardsUp),
    Change::Ballot(BallotKind::Open),
    Change::Names(Names::Shown),
    Change::Names(Names::Hidden),
];

/// The row with which the second question begins.
const FIRST_OF_NAMES: usize = 3;

pub fn words(row: &Change, session: &Session) -> (&'static str, &'static str) {
    match row {
        Change::Ballot(BallotKind::PassTheKeyboard) => (
            "Pass the keyboard",
            "sealed: nobody sees a number before the reveal",
        ),
        Change::Ballot(BallotKind::CardsUp) => {
            ("Cards up", "all hold up a number, one person types the row")
        }
        Change::Ballot(_) => ("Open", "on one scale, in sight of all"),
        Change::Names(Names::Shown) => ("Names beside the dots", "so that you can ask each other"),
        _ if session.people().len() >= FEWEST_FOR_ANONYMITY => (
            "No names",
            "no screen says who gave what; the file keeps it",
        ),
        _ => ("No names", "but so few people can guess who it was"),
    }
}

pub fn is_set(row: &Change, session: &Session) -> bool {
    match row {
        Change::Ballot(kind) => session.ballot() == *kind,
        Change::Names(names) => session.names() == *names,
        _ => false,
    }
}

impl Screen for Choices {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "that's it"),
            Offer::new(Action::Down, "choose"),
            Offer::new(Action::Mark, "take this one"),
            Offer::hidden(Action::Up, "choose"),
            Offer::new(Action::Back, "back"),
        ]
    }

    fn update(&mut self, _view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, _) = input else {
            return Vec::new();
        };
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(ROWS.len() - 1),
            Action::Mark => return vec![Want::Change(ROWS[self.cursor].clone())],
            Action::Next => return vec![Want::Next],
            Action::Back => return vec![Want::Back],
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let mut column = Column::new(with_margins(area), buf).on(area);
        let headline = Headline::new("How do you rate?").style(theme.headline.style());
        let list = self.large_rows(view);
        // What a row means may take more lines than another; the headline keeps its size from key to key.
        let about = ROWS.iter().map(|row| words(row, view.session).1);
        let about = 1 + about
            .map(|words| column.rows_said(words))
            .max()
            .unwrap_or(0);
        let Some(large) = column.rows_large(&list, &headline, about) else {
            return self.draw_plain(&headline, view, &mut column);
        };
        column.headline(&headline, large + about);
        column.widget(large, &list);
        if !view.replay {
            column.gap(1);
            column.said(
                words(&ROWS[self.cursor], view.session).1,
                theme.quiet.style(),
            );
        }
    }
}

impl Choices {
    fn large_rows(&self, view: &View<'_>) -> LargeRows<'static> {
        let theme = view.theme;
        let row = |(index, row): (usize, &Change)| LargeRow {
            mark: Span::styled(mark(row, view.session), theme.choice.style()),
            words: Span::styled(words(row, view.session).0, theme.choice.style()),
            more: Span::styled(words(row, view.session).1, theme.quiet.style()),
            chosen: index == self.cursor && !view.replay,
            apart: index == FIRST_OF_NAMES,
        };
        LargeRows::new(ROWS.iter().enumerate().map(row).collect()).choosing(theme.chosen.style())
    }

    fn draw_plain(&self, headline: &Headline<'_>, view: &View<'_>, column: &mut Column<'_>) {
        let theme = view.theme;
        let beside = column.width() >= 76;
        let roomy = column.rows_left() > 22;
        let rows = ROWS.len() as u16 * if roomy { 2 } else { 1 } + 1 + u16::from(!beside) * 2;
        column.headline(headline, rows);
        for (index, row) in ROWS.iter().enumerate() {
            if index == FIRST_OF_NAMES {
                column.gap(1);
            }
            let (name, more) = words(row, view.session);
            let mark = mark(row, view.session);
            let style = if index == self.cursor && !view.replay {
                theme.chosen.style()
            } else {
                theme.choice.style()
            };
            let more = if beside { more } else { "" };
            column.line(vec![
                Span::styled(format!(" {mark} {name:<22}"), style),
                Span::styled(format!(" {more}"), theme.quiet.style()),
            ]);
            column.gap(u16::from(roomy));
        }
        if !beside {
            column.gap(1);
            column.text(
                words(&ROWS[self.cursor], view.session).1,
                theme.quiet.style(),
            );
        }
    }
}

/// The sign before a row.
fn mark(row: &Change, session: &Session) -> &'static str {
    if is_set(row, session) { "◉" } else { "○" }
}
