//! What the last round promised: each is marked as kept, not kept or still open.

pub mod words;

use crate::model::change::Change;
use crate::model::promise::{Outcome, Promise};
use crate::model::session::Session;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{shorten, wrap};
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use words::{ask, details, due_words, kept_of, left_open, mark_words, question};

/// The columns of a mark in words, with a space behind it.
const MARK: usize = 14;
/// The most lines of the promise that is talked about.
const MOST_LINES: usize = 3;

/// What was promised.
#[derive(Debug, Default)]
pub struct PromisesScreen {
    cursor: usize,
}

impl PromisesScreen {
    fn chosen(&self, session: &Session) -> usize {
        self.cursor.min(session.promises().len().saturating_sub(1))
    }
}

impl Screen for PromisesScreen {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "go on"),
            Offer::new(Action::Down, "choose"),
            Offer::new(Action::Kept, "kept"),
            Offer::new(Action::NotKept, "not kept"),
            Offer::new(Action::StillOpen, "still open"),
            Offer::hidden(Action::Up, "choose"),
            Offer::hidden(Action::First, "the first"),
            Offer::hidden(Action::Last, "the last"),
            Offer::hidden(Action::Mark, "the next mark"),
            Offer::hidden(Action::Back, "back"),
        ]
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, _) = input else {
            return Vec::new();
        };
        let promises = view.session.promises();
        let last = promises.len().saturating_sub(1);
        let at = self.chosen(view.session);
        let mark = |outcome| vec![Want::Change(Change::Promise(at, outcome))];
        match action {
            Action::Next => return going_on(view.session),
            Action::Back => return vec![Want::Back],
            Action::Kept => return mark(Some(Outcome::Kept)),
            Action::NotKept => return mark(Some(Outcome::NotKept)),
            Action::StillOpen => return mark(Some(Outcome::StillOpen)),
            Action::Mark => return mark(next_mark(promises.get(at).and_then(|one| one.outcome))),
            Action::Up => self.cursor = at.saturating_sub(1),
            Action::Down => self.cursor = (at + 1).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            _ => {}
        }
        Vec::new()
    }

    fn head(&self, view: &View<'_>) -> String {
        kept_of(view.session)
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let promises = session.promises();
        let mut column = Column::new(with_margins(area), buf);
        let each = if is_low(area) { 2 } else { 3 };
        let below = (promises.len() as u16 * each + 3).min(area.height * 2 / 3);
        column.headline(
            &Headline::new(question(session)).style(theme.headline.style()),
            below,
        );
        column.text(ask(session), theme.question.style());
        column.gap(1);
        List {
            promises,
            chosen: self.chosen(session),
            round: session.round().number(),
            today: view.now.date(),
            theme,
        }
        .draw(&mut column);
    }
}

/// Marks come in turn, and after the last of them none.
fn next_mark(mark: Option<Outcome>) -> Option<Outcome> {
    match mark {
        None => Some(Outcome::Kept),
        Some(mark) => Outcome::ALL
            .into_iter()
            .skip_while(|one| *one != mark)
            .nth(1),
    }
}

/// Nobody is held up: what is not marked stays open, and that is said.
fn going_on(session: &Session) -> Vec<Want> {
    let mut wants = vec![Want::Next];
    wants.extend(left_open(session).map(Want::Notice));
    wants
}

/// The sign and the look of a mark.
fn looks(outcome: Option<Outcome>, theme: &Theme) -> (&'static str, Style) {
    match outcome {
        Some(Outcome::Kept) => ("✓", theme.kept.style()),
        Some(Outcome::NotKept) => ("✗", theme.broken.style()),
        Some(Outcome::StillOpen) => ("…", theme.open.style()),
        None => ("○", theme.waiting.style()),
    }
}

/// The promises one under the other, each with its mark before it.
struct List<'a> {
    promises: &'a [Promise],
    chosen: usize,
    round: u16,
    today: Date,
    theme: &'a Theme,
}

impl List<'_> {
    fn draw(&self, column: &mut Column<'_>) {
        let width = column.width().saturating_sub(MARK + 2);
        let talked_of = self.promises.get(self.chosen);
        let lines = talked_of.map_or(1, |one| wrap(one.what.as_str(), width).len());
        let more = lines.clamp(1, MOST_LINES) as u16 - 1;
        let room = column.rows_left().saturating_sub(more);
        let each = if usize::from(room) >= self.promises.len() * 3 {
            3
        } else {
            2
        };
        // A line stays for how many are out of sight.
        let all_fit = usize::from(room / each) >= self.promises.len();
        let fitting = if all_fit {
            self.promises.len()
        } else {
            usize::from((room.saturating_sub(1) / each).max(1))
        };
        let from = (self.chosen + 1).saturating_sub(fitting);
        for (index, promise) in self.promises.iter().enumerate().skip(from).take(fitting) {
            self.draw_one(index, promise, column);
            column.gap(each - 2);
        }
        let below = self.promises.len().saturating_sub(from + fitting);
        let told = match (from, below) {
            (0, 0) => return,
            (above, 0) => format!("↑ {above} more"),
            (0, below) => format!("↓ {below} more"),
            (above, below) => format!("↑ {above} more   ↓ {below} more"),
        };
        column.line(Span::styled(told, self.theme.quiet.style()));
    }

    fn draw_one(&self, index: usize, promise: &Promise, column: &mut Column<'_>) {
        let theme = self.theme;
        let is_chosen = index == self.chosen;
        let width = column.width().saturating_sub(MARK + 2);
        let (sign, look) = looks(promise.outcome, theme);
        let style = match (is_chosen, promise.the_one) {
            (true, _) => theme.chosen.style(),
            (_, true) => theme.the_one.style(),
            _ => theme.text.style(),
        };
        let what = promise.what.as_str();
        let lines = if is_chosen {
            let mut lines = wrap(what, width);
            if lines.len() > MOST_LINES {
                let rest = lines.split_off(MOST_LINES - 1).join(" ");
                lines.push(shorten(&rest, width));
            }
            lines
        } else {
            vec![shorten(what, width)]
        };
        let mark = format!(
            "{:<MARK$}",
            format!("{sign} {}", mark_words(promise.outcome))
        );
        let star = if promise.the_one { "★ " } else { "  " };
        for (row, line) in lines.into_iter().enumerate() {
            let (mark, star) = if row == 0 {
                (mark.clone(), star)
            } else {
                (" ".repeat(MARK), "  ")
            };
            column.line(Line::from(vec![
                Span::styled(mark, look),
                Span::styled(star, theme.the_one.style()),
                Span::styled(line, style),
            ]));
        }
        column.line(self.detail_line(promise, width));
    }

    /// Where, who, by when. What is overdue comes first: it must not be cut off.
    fn detail_line(&self, promise: &Promise, width: usize) -> Line<'static> {
        let theme = self.theme;
        let mut parts = details(promise, self.round);
        let due = due_words(promise, self.today);
        let mut spans = vec![Span::raw(" ".repeat(MARK + 2))];
        let mut left = width;
        if promise.is_overdue(self.today) {
            left = left.saturating_sub(due.chars().count() + 3);
            spans.push(Span::styled(due, theme.warning.style()));
            if !parts.is_empty() {
                spans.push(Span::styled(" · ", theme.quiet.style()));
            }
        } else if !due.is_empty() {
            parts.push(due);
        }
        let parts = shorten(&parts.join(" · "), left);
        spans.push(Span::styled(parts, theme.quiet.style()));
        Line::from(spans)
    }
}
