//! The journey: the whole way as one curve, and what it says.

mod balance;
mod facts;

use crate::model::counting;
use crate::model::journey::Journey;
use crate::model::place::StepNumber;
use crate::model::session::{Company, Session};
use crate::model::stats::{Landmark, Summary};
pub use crate::model::wording::{balance_words, summary_words};
use crate::ui::keys::{self, Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_vast, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::curve::{Curve, CurveStep, Felt};
use balance::draw_balance;
use facts::{Fact, draw_lines, facts, large_facts, legend, step_lines};
pub use facts::{gap_words, leaving_words, observed};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Which picture is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Picture {
    #[default]
    Curve,
    Balance,
}

/// The journey.
#[derive(Debug, Default)]
pub struct JourneyScreen {
    picture: Picture,
    /// The step that is looked at.
    looking: Option<StepNumber>,
}

impl Screen for JourneyScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        let other = if self.picture == Picture::Curve {
            "the balance"
        } else {
            "the curve"
        };
        let mut offers = vec![
            Offer::new(Action::Next, "the verdict"),
            Offer::new(Action::OtherPicture, other),
            Offer::new(Action::Look, "look at a step").up_to(view.session.steps().len()),
        ];
        if self.looking.is_some() {
            offers.push(Offer::new(Action::Close, "all steps"));
        }
        offers.push(Offer::new(Action::Back, "back"));
        if view.session.verdict_revealed().is_some() {
            offers[0] = Offer::new(Action::Next, "the verdicts");
        }
        offers
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, key) = input else {
            return Vec::new();
        };
        match action {
            Action::Next => return vec![Want::Next],
            Action::Back => return vec![Want::Back],
            Action::OtherPicture => {
                self.picture = if self.picture == Picture::Curve {
                    Picture::Balance
                } else {
                    Picture::Curve
                };
                self.looking = None;
            }
            Action::Close => self.looking = None,
            Action::Look => {
                let step = keys::digit(&key).map(|digit| StepNumber::from_index(digit - 1));
                let step = step.filter(|step| step.index() < view.session.steps().len());
                self.looking = if self.looking == step { None } else { step };
                self.picture = Picture::Curve;
            }
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let journey = Journey::of(view.session);
        let screen = area;
        let area = with_margins(area);
        if self.picture == Picture::Balance {
            let rest = Column::new(area, buf).rest();
            return draw_balance(&journey, view, (full_width(rest, screen), screen), buf);
        }
        if let Some(step) = self.looking
            && is_vast(screen)
        {
            let said = step_lines(step, &journey, view);
            return self.draw_step_large(&journey, &said, view, (area, screen), buf);
        }
        let mut column = Column::new(area, buf);
        let columns = if area.width >= 100 { 2 } else { 1 };
        let (large, mut lines) = self.what_it_says(&journey, view, (area, is_vast(screen)));
        let between = u16::from(!large.is_empty());
        let large = Fact::list(&large, view);
        let large_rows = large.height(area.width).unwrap_or(0) + between;
        // The curve is what matters: of what it says, only so much as leaves it most of the room.
        let most = (area.height * 2 / 5 * columns).max(3);
        lines.truncate(usize::from(most));
        let rows = large_rows + (lines.len() as u16).div_ceil(columns);
        let curve_rows = area.height.saturating_sub(rows + 1).max(area.height / 2);
        let room = full_width(column.take(curve_rows), screen);
        self.draw_curve(&journey, view, room, column.buf());
        column.gap(1);
        column.widget(large_rows, &large);
        let rest = column.rest();
        draw_lines(lines, columns, rest, buf);
    }

    fn counted(&self, view: &View<'_>) -> Vec<&'static str> {
        counting::of_a_journey(view.session.company_so_far())
    }

    fn head(&self, view: &View<'_>) -> String {
        match view.session.many_so_far() {
            0 | 1 => String::new(),
            many => format!("{many} people"),
        }
    }
}

/// The fewest rows of the curve on a vast screen.
const LEAST_CURVE: u16 = 30;

impl JourneyScreen {
    /// What stands under the curve: what is large, and the lines after it.
    fn what_it_says(
        &self,
        journey: &Journey,
        view: &View<'_>,
        (area, vast): (Rect, bool),
    ) -> (Vec<Fact>, Vec<Line<'static>>) {
        if let Some(step) = self.looking {
            return (Vec::new(), step_lines(step, journey, view));
        }
        let mut large = facts(journey, view);
        let count = if vast {
            large_facts(&large, view, area)
        } else {
            0
        };
        let rest = large.split_off(count);
        let mut lines: Vec<_> = rest.iter().map(|fact| fact.line(view)).collect();
        lines.push(legend(view, journey.company == Company::Solo));
        (large, lines)
    }

    /// The curve, and under it what is known of the step one looks at: as many sentences of it as leave the curve its
    /// rows are large, the others plain.
    fn draw_step_large(
        &self,
        journey: &Journey,
        said: &[Line<'static>],
        view: &View<'_>,
        (area, screen): (Rect, Rect),
        buf: &mut Buffer,
    ) {
        let mut column = Column::new(area, buf).on(screen);
        let words: Vec<_> = said.iter().map(Line::to_string).collect();
        let rows = |large: usize| {
            let rows_said = words[..large]
                .iter()
                .map(|words| 1 + column.rows_said(words));
            let plain = (words.len() - large) as u16;
            rows_said.sum::<u16>() + plain + u16::from(plain > 0)
        };
        let fits = |large: &usize| rows(*large) + LEAST_CURVE <= area.height;
        let large = (1..=words.len()).rev().find(fits).unwrap_or(0);
        let below = rows(large);
        let room = full_width(column.take(area.height.saturating_sub(below)), screen);
        self.draw_curve(journey, view, room, column.buf());
        for (words, line) in words.iter().zip(said).take(large) {
            column.gap(1);
            column.said(words, line.style);
        }
        column.gap(1);
        let rest = column.rest();
        draw_lines(said[large..].to_vec(), 1, rest, buf);
    }

    fn draw_curve(&self, journey: &Journey, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let steps = curve_steps(journey, view.session);
        let at = |marks: &[Landmark]| marks.iter().map(|mark| mark.step).collect::<Vec<_>>();
        let curve = Curve::new(&steps)
            .marks(at(&journey.best), at(&journey.worst))
            .selected(self.looking.map(StepNumber::index))
            .looks(looks::curve(view.theme));
        ratatui::widgets::Widget::render(&curve, area, buf);
    }
}

/// The steps of the curve.
pub fn curve_steps<'a>(journey: &Journey, session: &'a Session) -> Vec<CurveStep<'a>> {
    let asked = session.exercise().steps.iter();
    let steps = asked.zip(&journey.summaries).zip(&journey.expected);
    steps
        .map(|((step, summary), expected)| CurveStep {
            name: step.short.as_str(),
            felt: match summary {
                Summary::Nobody => Felt::Nothing,
                Summary::One(rating) => Felt::One(*rating),
                Summary::Two(lower, higher) if lower == higher => Felt::One(*lower),
                Summary::Two(lower, higher) => Felt::Split(*lower, *higher),
                Summary::Room { median, .. } => Felt::One(*median),
                Summary::Split { down, up, .. } => Felt::Split(down.median(), up.median()),
            },
            range: match summary {
                Summary::Room {
                    lowest, highest, ..
                }
                | Summary::Split {
                    lowest, highest, ..
                } => Some((*lowest, *highest)),
                _ => None,
            },
            expected: *expected,
        })
        .collect()
}
