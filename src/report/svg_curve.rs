//! The curve of the journey as a picture: ranges, what stands for each step, what was expected.

mod numbers;
mod places;

use super::facts::Report;
use super::sentences as say;
use super::step_facts::StepFacts;
use super::strip::middles;
use super::svg::{Svg, short, steps_from_middle};
use crate::model::rating::Rating;
use crate::model::wording::summary_words;
use crate::model::wrap::shorten;
use places::{Places, Way, bend};

/// How large the curve is drawn: a page has it twice, and shows the one that fits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    id: &'static str,
    width: f32,
    height: f32,
    left: f32,
    right: f32,
    sign: f32,
    number: f32,
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
    number: 19.0,
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
    number: 15.0,
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
    let ways = plot.ways();
    for (class, (from, to)) in &ways {
        plot.svg.path(class, &bow(*from, *to));
    }
    for (at, step) in report.steps.iter().enumerate() {
        plot.step(at, step);
    }
    let lines: Vec<Way> = ways.into_iter().map(|(_, way)| way).collect();
    plot.numbers(Places::new(size.width, &lines));
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
            self.svg.text("axis", (left - 6.0, y + 4.0), "end", &number);
            // In an element of their own: words of another direction would turn the number's sign.
            if let Some(mark) = mark.filter(|_| self.size.has_words) {
                let words = shorten(&mark.words, 14);
                self.svg.text("axis", (left - 40.0, y + 4.0), "end", &words);
            }
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

    /// The way from step to step, each part with its class; where there are two numbers it goes to both, dashed.
    fn ways(&self) -> Vec<(&'static str, Way)> {
        let rated: Vec<(usize, Vec<Rating>)> = self
            .report
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| (at, middles(&step.summary)))
            .filter(|(_, middles)| !middles.is_empty())
            .collect();
        let mut all = Vec::new();
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
            let place = |at: usize, rating| (self.x(at), self.y(rating));
            let ways = ways.into_iter();
            all.extend(ways.map(|(start, end)| (class, (place(*from, start), place(*to, end)))));
        }
        all
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
        }
        if is_split(step) {
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

/// Whether two camps stand for the step.
fn is_split(step: &StepFacts) -> bool {
    middles(&step.summary).len() == 2 && step.summary.n() > 2
}

/// A line that leaves and arrives level.
fn bow(from: (f32, f32), to: (f32, f32)) -> String {
    let [x1, y1, x2, y2, bend] = [from.0, from.1, to.0, to.1, bend(from, to)].map(short);
    format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}")
}
