//! Welcome: the idea, the question, the rules; hats on.

use crate::model::estimate::Estimate;
use crate::model::session::{Company, Walk};
use crate::model::text::CleanText;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, rows_of, side_by_side, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The idea, the question, the rules.
pub struct Welcome;

impl Screen for Welcome {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        let mut offers = vec![
            Offer::new(Action::Next, "hats on"),
            Offer::new(Action::Back, "back"),
            Offer::new(Action::Notes, "notes"),
        ];
        if view.session.walk() != Walk::Alone {
            offers.push(Offer::new(Action::People, "late or left"));
        }
        offers.push(Offer::new(Action::Undo, "undo"));
        offers
    }

    fn update(&mut self, _view: &View<'_>, input: Input) -> Vec<Want> {
        match input {
            Input::Act(Action::Next, _) => vec![Want::Next],
            Input::Act(Action::Back, _) => vec![Want::Back],
            _ => Vec::new(),
        }
    }

    fn head(&self, view: &View<'_>) -> String {
        // What was planned then is of no use to whoever looks back.
        if view.replay {
            return String::new();
        }
        let minutes = Estimate::of(view.session).in_all(view.session.ballot());
        format!("about {minutes}")
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, exercise) = (view.theme, view.session.exercise());
        let (lines, rules) = match view.session.company() {
            Company::Solo => (&exercise.idea.lines_alone, &exercise.rules_alone),
            _ => (&exercise.idea.lines, &exercise.rules),
        };
        let headline = Headline::new(exercise.idea.headline.as_str()).style(theme.headline.style());
        let mut column = Column::new(with_margins(area), buf).on(area);
        let large = large_rules(rules, view);
        let said = lines
            .iter()
            .map(|line| rows_of(line.as_str(), column.width()));
        let said = said.sum::<u16>() + 1;
        if let Some(rows) = column.rows_large(&large, &headline, said) {
            column.headline(&headline, rows + said);
            for line in lines {
                column.text(line.as_str(), theme.strong.style());
            }
            column.gap(1);
            return column.widget(rows, &large);
        }
        // On a low screen the idea is said, and the question and the rules are seen.
        let question = [exercise.question.clone()];
        let lines = if is_low(area) {
            &question[..]
        } else {
            &lines[..]
        };
        draw_plain(&headline, lines, rules, is_low(area), view, &mut column);
    }
}

fn large_rules<'v>(rules: &'v [CleanText], view: &View<'_>) -> LargeRows<'v> {
    let rule = |rule: &'v CleanText| LargeRow {
        mark: Span::styled("›", view.theme.here.style()),
        words: Span::styled(rule.as_str(), view.theme.text.style()),
        ..LargeRow::default()
    };
    LargeRows::new(rules.iter().map(rule).collect())
}

/// The rules under the lines, or beside them where there is room.
fn draw_plain(
    headline: &Headline<'_>,
    lines: &[CleanText],
    rules: &[CleanText],
    low: bool,
    view: &View<'_>,
    column: &mut Column<'_>,
) {
    let theme = view.theme;
    let wide = column.width() > 110;
    let width = if wide {
        usize::from(side_by_side(Rect::new(0, 0, column.width() as u16, 1), 50)[0].width)
    } else {
        column.width()
    };
    let rows = |texts: &[CleanText]| -> u16 {
        let rows = |text: &CleanText| rows_of(text.as_str(), width.saturating_sub(2));
        texts.iter().map(rows).sum()
    };
    let gap = u16::from(!low);
    // A long question gives way to a large headline: it comes again at every step.
    let is_large = |below| column.is_large(headline, below);
    let gives_way = low && !is_large(rows(lines) + rows(rules)) && is_large(rows(rules));
    let lines = if gives_way { &[] } else { lines };
    let needed = if wide {
        rows(lines).max(rows(rules))
    } else {
        rows(lines) + gap + rows(rules)
    };
    column.headline(headline, needed);
    let rest = column.rest();
    let [left, right] = if wide {
        side_by_side(rest, 50)
    } else {
        one_over_the_other(rest, rows(lines) + gap)
    };
    let mut upper = Column::new(left, column.buf());
    for line in lines {
        upper.text(line.as_str(), theme.strong.style());
    }
    let mark = Span::styled("›", theme.here.style());
    let mut lower = Column::new(right, column.buf());
    for rule in rules {
        lower.marked(&mark, rule.as_str(), theme.text.style());
    }
}

fn one_over_the_other(area: Rect, upper: u16) -> [Rect; 2] {
    let upper = upper.min(area.height);
    [
        Rect {
            height: upper,
            ..area
        },
        Rect {
            y: area.y + upper,
            height: area.height - upper,
            ..area
        },
    ]
}
