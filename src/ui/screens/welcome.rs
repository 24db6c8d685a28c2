//! Welcome: the idea, the question, the rules; hats on.

use crate::model::session::Company;
use crate::model::text::CleanText;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, rows_of, side_by_side, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::headline::Headline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// The idea, the question, the rules.
pub struct Welcome;

impl Screen for Welcome {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "hats on"),
            Offer::new(Action::Back, "back"),
        ]
    }

    fn update(&mut self, _view: &View<'_>, input: Input) -> Vec<Want> {
        match input {
            Input::Act(Action::Next, _) => vec![Want::Next],
            Input::Act(Action::Back, _) => vec![Want::Back],
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, exercise) = (view.theme, view.session.exercise());
        let (lines, rules) = match view.session.company() {
            Company::Solo => (&exercise.idea.lines_alone, &exercise.rules_alone),
            _ => (&exercise.idea.lines, &exercise.rules),
        };
        // On a low screen the idea is said, and the question and the rules are seen.
        let low = is_low(area);
        let area = with_margins(area);
        let headline = Headline::new(exercise.idea.headline.as_str()).style(theme.headline.style());
        let question = [exercise.question.clone()];
        let lines = if low { &question[..] } else { &lines[..] };
        let wide = area.width > 110;
        let width = usize::from(if wide {
            side_by_side(area, 50)[0].width
        } else {
            area.width
        });
        let rows = |texts: &[CleanText]| -> u16 {
            texts
                .iter()
                .map(|text| rows_of(text.as_str(), width.saturating_sub(2)))
                .sum()
        };
        let gap = u16::from(!is_low(area));
        let mut column = Column::new(area, buf);
        // A long question gives way to a large headline: it comes again at every step.
        let is_large = |below| column.is_large(&headline, below);
        let gives_way = low && !is_large(rows(lines) + rows(rules)) && is_large(rows(rules));
        let lines = if gives_way { &[] } else { lines };
        let needed = if wide {
            rows(lines).max(rows(rules))
        } else {
            rows(lines) + gap + rows(rules)
        };
        column.headline(&headline, needed);
        let rest = column.rest();
        let (left, right) = if wide {
            let [left, right] = side_by_side(rest, 50);
            (left, right)
        } else {
            let upper = Rect {
                height: (rows(lines) + gap).min(rest.height),
                ..rest
            };
            (
                upper,
                Rect {
                    y: rest.y + upper.height,
                    height: rest.height - upper.height,
                    ..rest
                },
            )
        };
        let mut column = Column::new(left, buf);
        for line in lines {
            column.text(line.as_str(), theme.strong.style());
        }
        list(
            &mut Column::new(right, buf),
            rules,
            theme.text.style(),
            theme.here.style(),
        );
    }
}

fn list(column: &mut Column<'_>, texts: &[CleanText], text: Style, mark: Style) {
    for line in texts {
        column.marked(&Span::styled("›", mark), line.as_str(), text);
    }
}
