//! The curve of the journey as a picture: ranges, what stands for each step, what was expected.

use super::facts::Report;
use super::sentences as say;
use super::step_facts::StepFacts;
use super::strip::middles;
use super::svg::{Svg, short, steps_from_middle};
use crate::model::rating::Rating;
use crate::model::wording::summary_words;
use crate::model::wrap::shorten;

/// How large the curve is drawn: a page has it twice, and shows the one that fits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    id: &'static str,
    width: f32,
    height: f32,
    left: f32,
    right: f32,
    sign: f32,
    has_words: bool,
}

/// For a desk and for paper.
pub(super) const WIDE: Size = Size {
    id: "curve-wide",
    width: 760.0,
    height: 414.0,
    left: 128.0,
    right: 20.0,
    sign: 17.0,
    has_words: true,
};

/// For a phone.
pub(super) const NARROW: Size = Size {
    id: "curve-narrow",
    width: 340.0,
    height: 314.0,
    left: 30.0,
    right: 6.0,
    sign: 12.0,
    has_words: false,
};

/// Room above the plot and below it.
const TOP: f32 = 12.0;
const BOTTOM: f32 = 48.0;
/// A column narrower than this has no room for a name.
const NARROWEST_NAME: f32 = 44.0;

struct Plot<'a> {
    report: &'a Report,
    size: Size,
    svg: Svg,
}

/// The picture.
pub(super) fn draw(report: &Report, size: Size) -> String {
    let title = format!("The journey of {}, {}", report.business, say::round(report));
    let mut plot = Plot {
        report,
        size,
        svg: Svg::new(
            size.id,
            (size.width, size.height),
            &title,
            &description(report),
        ),
    };
    plot.ground();
    plot.ranges();
    plot.lines();
    for (at, step) in report.steps.iter().enumerate() {
        plot.step(at, step);
    }
    plot.svg.done()
}

/// The curve in words, for whoever does not see it.
fn description(report: &Report) -> String {
    let steps = report.steps.iter().map(|step| {
        let expected = step
            .expected
            .map_or(String::new(), |rating| format!(", expected {rating}"));
        format!("{}: {}{expected}", step.title, summary_words(&step.summary))
    });
    let steps: Vec<_> = steps.collect();
    format!(
        "What was felt at each step, from 10 points down to 10 points up. {}.",
        steps.join("; ")
    )
}

impl Plot<'_> {
    fn x(&self, step: usize) -> f32 {
        let columns = self.report.steps.len().max(1) as f32;
        let room = self.size.width - self.size.left - self.size.right;
        self.size.left + room * (step as f32 + 0.5) / columns
    }

    fn column(&self) -> f32 {
        let columns = self.report.steps.len().max(1) as f32;
        (self.size.width - self.size.left - self.size.right) / columns
    }

    fn middle(&self) -> f32 {
        f32::midpoint(TOP, self.size.height - BOTTOM)
    }

    fn y(&self, rating: Rating) -> f32 {
        let step = (self.size.height - BOTTOM - TOP) / 20.0;
        self.middle() - step * steps_from_middle(rating)
    }

    /// Above the line it goes up, below it down; the marks have the words of the exercise.
    fn ground(&mut self) {
        let (left, right) = (self.size.left, self.size.width);
        let (middle, bottom) = (self.middle(), self.size.height - BOTTOM);
        let wide = right - left;
        self.svg
            .rect("up-ground", (left, TOP), (wide, middle - TOP), 6.0);
        self.svg
            .rect("down-ground", (left, middle), (wide, bottom - middle), 6.0);
        for points in [10, 5, -5, -10] {
            let Ok(rating) = Rating::try_from(points) else {
                continue;
            };
            let y = self.y(rating);
            self.svg.line("grid", (left, y), (right, y));
            let number = rating.to_string();
            let mark = self
                .report
                .exercise
                .scale
                .iter()
                .find(|mark| mark.at == rating);
            let words = mark
                .filter(|_| self.size.has_words)
                .map_or(number.clone(), |mark| {
                    format!("{} {number}", shorten(&mark.words, 14))
                });
            self.svg.text("axis", (left - 6.0, y + 4.0), "end", &words);
        }
        self.svg.line("middle", (left, middle), (right, middle));
        if self.size.has_words {
            self.svg
                .text("axis up", (left - 6.0, middle - 8.0), "end", "▲ points up");
            self.svg.text(
                "axis down",
                (left - 6.0, middle + 16.0),
                "end",
                "▼ points down",
            );
        }
    }

    fn ranges(&mut self) {
        let width = self.size.sign * 0.7;
        for (at, step) in self.report.steps.iter().enumerate() {
            let Some((lowest, highest)) = step.summary.range() else {
                continue;
            };
            let (top, bottom) = (self.y(highest) - width / 2.0, self.y(lowest) + width / 2.0);
            let corner = (self.x(at) - width / 2.0, top);
            self.svg
                .rect("range", corner, (width, bottom - top), width / 2.0);
        }
    }

    /// The way from step to step; where there are two numbers it goes to both, dashed.
    fn lines(&mut self) {
        let rated: Vec<(usize, Vec<Rating>)> = self
            .report
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| (at, middles(&step.summary)))
            .filter(|(_, middles)| !middles.is_empty())
            .collect();
        for pair in rated.windows(2) {
            let [(from, froms), (to, tos)] = pair else {
                continue;
            };
            let class = if froms.len() + tos.len() == 2 {
                "way"
            } else {
                "way forked"
            };
            let ways: Vec<(Rating, Rating)> = match (&froms[..], &tos[..]) {
                ([low, high], [to_low, to_high]) => vec![(*low, *to_low), (*high, *to_high)],
                (froms, tos) => froms
                    .iter()
                    .flat_map(|one| tos.iter().map(|other| (*one, *other)))
                    .collect(),
            };
            for (start, end) in ways {
                let (from, to) = ((self.x(*from), self.y(start)), (self.x(*to), self.y(end)));
                self.svg.path(class, &bow(from, to));
            }
        }
    }

    /// Whether the way goes up from here; where it goes level or ends, the side of the sign is free.
    fn rises(&self, at: usize, rating: Rating) -> bool {
        let mut rest = self.report.steps.iter().skip(at + 1);
        let next = rest.find_map(|step| middles(&step.summary).last().copied());
        match next {
            Some(next) if next != rating => next > rating,
            _ => !rating.is_up(),
        }
    }

    /// The number stands beside its sign and off the line: under a line that rises, else over it.
    fn number(&mut self, step: &StepFacts, rating: Rating, (x, y): (f32, f32), rises: bool) {
        let class = if rating.is_up() {
            "number up"
        } else {
            "number down"
        };
        let drop = if rises { 1.25 } else { -0.45 };
        let words = rating.to_string();
        let at = (x + self.size.sign * 0.75, y + self.size.sign * drop);
        self.svg.text(class, at, "start", &words);
        if self.size.has_words
            && let Some(tag) = tag(self.report, step, rating)
        {
            let behind = at.0 + 7.0 + 13.0 * words.chars().count() as f32;
            self.svg.text("tag", (behind, at.1), "start", tag);
        }
    }

    fn step(&mut self, at: usize, step: &StepFacts) {
        let x = self.x(at);
        let middles = middles(&step.summary);
        if let Some(expected) = step.expected {
            let radius = self.size.sign
                * if middles.contains(&expected) {
                    0.85
                } else {
                    0.42
                };
            let y = self.y(expected);
            self.svg.circle("expected", (x, y), radius);
        }
        for rating in &middles {
            let y = self.y(*rating);
            self.svg.sign(*rating, (x, y), self.size.sign);
            self.number(step, *rating, (x, y), self.rises(at, *rating));
        }
        if middles.len() == 2 && step.summary.n() > 2 {
            // Between the camps: no sign of theirs is ever nearer to the middle than four points.
            let y = self.middle() - 7.0;
            self.svg.text("split", (x, y), "middle", "SPLIT");
        }
        let bottom = self.size.height - BOTTOM + 38.0;
        let name = if self.column() < NARROWEST_NAME {
            step.number.to_string()
        } else {
            shorten(&step.short, if self.size.has_words { 14 } else { 9 })
        };
        self.svg.text("name", (x, bottom), "middle", &name);
    }
}

/// Whether this is the best moment of the way, or the worst.
fn tag(report: &Report, step: &StepFacts, rating: Rating) -> Option<&'static str> {
    let is = |equal: &[super::journey_facts::MomentFacts]| {
        let mut equal = equal.iter();
        equal.any(|moment| moment.step == step.number && moment.rating == rating)
    };
    if is(&report.journey.worst_moments) {
        Some("worst")
    } else if is(&report.journey.best_moments) {
        Some("best")
    } else {
        None
    }
}

/// A line that leaves and arrives level, so that the numbers stand on its flat places.
fn bow(from: (f32, f32), to: (f32, f32)) -> String {
    let bend = f32::midpoint(from.0, to.0);
    let [x1, y1, x2, y2, bend] = [from.0, from.1, to.0, to.1, bend].map(short);
    format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}")
}
