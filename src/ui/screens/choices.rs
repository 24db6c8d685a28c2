//! Setup, second page: how ratings are taken, and whether names stand beside them.

use crate::model::change::Change;
use crate::model::estimate::{Estimate, Minutes, in_all_words};
use crate::model::session::{BallotKind, FEWEST_FOR_ANONYMITY, Names, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use std::ops::Range;

/// How ratings are taken, and whether names stand beside them. What is highlighted of a question is its answer: only
/// which of the two questions the arrows are about is held here.
#[derive(Debug, Default)]
pub struct Choices {
    at_names: bool,
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

/// What the minutes beside a kind of ballot are.
const MINUTES: &str = "Minutes: all answers together.";

/// A row in words, and what it means.
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
        _ => ("No names", "with so few, it's easy to guess who"),
    }
}

/// How long all the ballots take this way, for the people who are here; none of a row that is no ballot.
pub fn minutes(row: &Change, session: &Session) -> Option<Minutes> {
    match row {
        Change::Ballot(kind) => Some(Estimate::of(session).ballots(*kind)),
        _ => None,
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
        let other = if self.at_names {
            "how you rate"
        } else {
            "the names"
        };
        vec![
            Offer::new(Action::Next, "next"),
            Offer::new(Action::Down, "choose"),
            Offer::new(Action::Tab, other),
            Offer::hidden(Action::Up, "choose"),
            Offer::new(Action::Back, "back"),
            Offer::new(Action::Undo, "undo"),
        ]
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, _) = input else {
            return Vec::new();
        };
        match action {
            Action::Up => return self.choose(-1, view.session),
            Action::Down => return self.choose(1, view.session),
            Action::Tab => self.at_names = !self.at_names,
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
        let in_all = format!("{MINUTES} {}", in_all_words(view.session));
        // What a row means may take more lines than another; the headline keeps its size from key to key.
        let about = ROWS.iter().map(|row| words(row, view.session).1);
        let about = about.map(|words| column.rows_said(words)).max();
        let about = 2 + about.unwrap_or(0) + column.rows_said(&in_all);
        let Some(large) = column.rows_large(&list, &headline, about) else {
            return self.draw_plain(&headline, view, &mut column);
        };
        column.headline(&headline, large + about);
        column.widget(large, &list);
        if !view.replay {
            column.gap(1);
            let highlighted = &ROWS[self.highlighted(view.session)];
            column.said(words(highlighted, view.session).1, theme.quiet.style());
            column.gap(1);
            column.said(&in_all, theme.text.style());
        }
    }
}

impl Choices {
    /// The rows of the question that the arrows are about.
    fn question(&self) -> Range<usize> {
        if self.at_names {
            FIRST_OF_NAMES..ROWS.len()
        } else {
            0..FIRST_OF_NAMES
        }
    }

    /// The answer that holds now.
    fn highlighted(&self, session: &Session) -> usize {
        let mut rows = self.question();
        let first = rows.start;
        rows.find(|row| is_set(&ROWS[*row], session))
            .unwrap_or(first)
    }

    /// The row beside the one that holds is the answer from now on. Nobody comes to the other question through answers
    /// that were only passed by.
    fn choose(&self, by: isize, session: &Session) -> Vec<Want> {
        let to = self.highlighted(session).checked_add_signed(by);
        match to.filter(|row| self.question().contains(row)) {
            Some(row) => vec![Want::Change(ROWS[row].clone())],
            None if self.at_names && by < 0 => say("Tab goes back to how you rate."),
            None if !self.at_names && by > 0 => say("Tab goes on to the names."),
            None => Vec::new(),
        }
    }

    fn large_rows(&self, view: &View<'_>) -> LargeRows<'static> {
        let (theme, session) = (view.theme, view.session);
        let highlighted = self.highlighted(session);
        let row = |(index, row): (usize, &Change)| {
            let more = words(row, session).1;
            let more = minutes(row, session)
                .filter(|_| !view.replay)
                .map_or_else(|| more.to_owned(), |minutes| format!("{minutes} · {more}"));
            LargeRow {
                mark: Span::styled(mark(row, session), theme.choice.style()),
                words: Span::styled(words(row, session).0, theme.choice.style()),
                more: Span::styled(more, theme.quiet.style()),
                chosen: index == highlighted && !view.replay,
                apart: index == FIRST_OF_NAMES,
            }
        };
        LargeRows::new(ROWS.iter().enumerate().map(row).collect()).choosing(theme.chosen.style())
    }

    fn draw_plain(&self, headline: &Headline<'_>, view: &View<'_>, column: &mut Column<'_>) {
        let (theme, session) = (view.theme, view.session);
        let beside = column.width() >= 76;
        let roomy = column.rows_left() > 22;
        let rows = ROWS.len() as u16 * if roomy { 2 } else { 1 } + 3 + u16::from(!beside) * 2;
        column.headline(headline, rows);
        let highlighted = self.highlighted(session);
        for (index, row) in ROWS.iter().enumerate() {
            if index == FIRST_OF_NAMES {
                column.gap(1);
            }
            let (name, more) = words(row, session);
            let style = if index == highlighted && !view.replay {
                theme.chosen.style()
            } else {
                theme.choice.style()
            };
            let more = if beside { more } else { "" };
            let label = match minutes(row, session).filter(|_| !view.replay) {
                Some(minutes) => format!("{name:<18}{:>7}", minutes.to_string()),
                None => format!("{name:<25}"),
            };
            column.line(vec![
                Span::styled(format!(" {} {label}", mark(row, session)), style),
                Span::styled(format!(" {more}"), theme.quiet.style()),
            ]);
            column.gap(u16::from(roomy));
        }
        if view.replay {
            return;
        }
        column.gap(1);
        let in_all = in_all_words(session);
        if beside {
            column.text(&format!("{MINUTES} {in_all}"), theme.text.style());
        } else {
            column.text(words(&ROWS[highlighted], session).1, theme.quiet.style());
            column.text(MINUTES, theme.text.style());
            column.text(&in_all, theme.text.style());
        }
    }
}

fn say(words: &str) -> Vec<Want> {
    vec![Want::Notice(words.to_owned())]
}

/// The sign before a row.
fn mark(row: &Change, session: &Session) -> &'static str {
    if is_set(row, session) { "◉" } else { "○" }
}
