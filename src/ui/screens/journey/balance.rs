//! The balance of the journey: the running sum of the points, large, and a bar for where it stood after each step.

use super::balance_words;
use crate::model::journey::Journey;
use crate::model::rating::signed;
use crate::model::session::Company;
use crate::ui::page::{Column, is_vast};
use crate::ui::screen::View;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// The most rows of a bar with plain words at its side.
const MOST_ROWS: u16 = 3;

/// The columns of a step's name and of a number, in plain letters.
const PLAIN: (u16, u16) = (10, 5);

/// The balance: the room's running sum, large, and where it stood after each step.
pub fn draw_balance(
    journey: &Journey,
    view: &View<'_>,
    (area, screen): (Rect, Rect),
    buf: &mut Buffer,
) {
    let (theme, session) = (view.theme, view.session);
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut column = Column::new(area, buf).on(screen);
    let balance = journey.balance.unwrap_or(0);
    let style = if balance < 0 {
        theme.down.style()
    } else {
        theme.up.style()
    };
    let words = match journey.company {
        Company::Solo => "All your points so far, after each step",
        Company::Pair => "All points so far, after each step: the lower of you two",
        Company::Team => "All points so far, after each step: the middle of the room",
    };
    column.over(screen, |column| {
        column.said(words, theme.question.style());
    });
    let large = balance_words(journey).unwrap_or_default();
    let headline = Headline::new(&large).style(style);
    let steps = session.steps().len() as u16;
    let bars = Bars::new(journey, view);
    // Where the screen is vast, a step has the rows of a large line, and one between.
    let below = steps * (LINE + 1);
    let left = column.rows_left().saturating_sub(below + 1);
    if is_vast(screen)
        && let Some(sides) = bars.large_sides(area.width)
        && headline.line_rows(area.width, left) > LINE
    {
        column.headline(&headline, below);
        let rest = column.rest();
        return bars.draw(sides, LINE + 1, rest, buf);
    }
    // Bars of two rows have half a row between them, without which they are one where there is no colour.
    let below = if column.is_large(&headline, steps * 2) {
        steps * 2
    } else {
        steps + 3
    };
    column.headline(&headline, below);
    let rows = (column.rows_left() / steps.max(1)).clamp(1, MOST_ROWS);
    let rest = column.rest();
    bars.draw(PLAIN, rows, rest, buf);
}

/// A bar for each step: to the left for down and to the right for up.
struct Bars<'a> {
    names: Vec<&'a str>,
    points: &'a [Option<i32>],
    widest: u32,
    view: &'a View<'a>,
}

impl<'a> Bars<'a> {
    fn new(journey: &'a Journey, view: &'a View<'a>) -> Self {
        let points = journey.running.iter().flatten();
        let widest = points.map(|points| points.unsigned_abs()).max();
        let steps = view.session.exercise().steps.iter();
        Self {
            names: steps.map(|step| step.short.as_str()).collect(),
            points: &journey.running,
            widest: widest.unwrap_or(1).max(1),
            view,
        }
    }

    fn name(&self, step: usize) -> Headline<'_> {
        let style = self.view.theme.text.style();
        Headline::small(self.names[step]).style(style)
    }

    /// The columns of the names and of the numbers in large letters; none where not all can be large.
    fn large_sides(&self, width: u16) -> Option<(u16, u16)> {
        let room = width / 4;
        let names = (0..self.names.len()).map(|step| {
            let name = self.name(step);
            name.is_large(room, LINE).then(|| name.extent(room, LINE).0)
        });
        let names: Option<Vec<_>> = names.collect();
        let numbers = self.points.iter().flatten().map(|points| {
            let number = signed(*points);
            number_in(&number, Style::new()).extent(room, LINE).0
        });
        Some((names?.into_iter().max()? + 3, numbers.max()? + 3))
    }

    /// Draws them with so many rows a step; between two bars half a row is left free where there are more than one.
    fn draw(&self, (names, numbers): (u16, u16), rows: u16, area: Rect, buf: &mut Buffer) {
        let theme = self.view.theme;
        let half = area.width.saturating_sub(names + numbers + 3) / 2;
        for (step, points) in self.points.iter().enumerate().take(self.names.len()) {
            let y = area.y + step as u16 * rows;
            let row = Rect {
                y,
                height: rows,
                ..area
            };
            if row.bottom() > area.bottom() {
                return;
            }
            let side = |x: u16, width: u16| Rect {
                x: area.x + x.min(area.width),
                width: width.min(area.width.saturating_sub(x)),
                ..row
            };
            beside(&self.name(step), side(0, names), buf);
            let Some(points) = points else {
                Span::styled("–", theme.quiet.style()).render(side(names, 1), buf);
                continue;
            };
            self.bar(*points, (names, half), row, buf);
            let number = signed(*points);
            let number = number_in(&number, theme.number.style());
            beside(&number, side(names + 2 * half + 1, numbers), buf);
        }
    }

    fn bar(&self, points: i32, (from, half): (u16, u16), row: Rect, buf: &mut Buffer) {
        let theme = self.view.theme;
        let length = (points.unsigned_abs() * u32::from(half)).div_ceil(self.widest);
        let length = length.min(u32::from(half)) as usize;
        let (start, style) = if points < 0 {
            (usize::from(from + half) - length, theme.down.style())
        } else {
            (usize::from(from + half + 1), theme.up.style())
        };
        let mut pen = Pen::new(row, buf);
        for y in 0..row.height {
            let last = y + 1 == row.height && y > 0;
            let block = if last { "▀" } else { "█" };
            pen.put(start as i32, i32::from(y), &block.repeat(length), style);
            pen.put(
                i32::from(from + half),
                i32::from(y),
                "│",
                theme.axis.style(),
            );
        }
    }
}

fn number_in(number: &str, style: Style) -> Headline<'_> {
    Headline::small(number).style(style).at_right()
}

/// What stands beside a bar: large where the bar is as high as that, else plain at its middle.
fn beside(words: &Headline<'_>, area: Rect, buf: &mut Buffer) {
    if area.height > LINE {
        let line = Rect {
            height: LINE,
            ..area
        };
        return words.render(line, buf);
    }
    let middle = Rect {
        y: area.y + area.height.saturating_sub(1) / 2,
        height: area.height.min(1),
        ..area
    };
    words.clone().at_most(LetterSize::Plain).render(middle, buf);
}
