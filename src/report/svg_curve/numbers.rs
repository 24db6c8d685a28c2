//! The numbers of the curve, and the words at its worst and its best: each in the best place that is free.

use super::places::{Area, Places};
use super::{Plot, is_split};
use crate::model::rating::Rating;
use crate::report::facts::Report;
use crate::report::journey_facts::MomentFacts;
use crate::report::step_facts::StepFacts;
use crate::report::strip::middles;

impl Plot<'_> {
    /// Whether the way goes up from here; where it goes level or ends, the side of the sign is free.
    fn rises(&self, at: usize, rating: Rating) -> bool {
        let mut rest = self.report.steps.iter().skip(at + 1);
        let next = rest.find_map(|step| middles(&step.summary).last().copied());
        match next {
            Some(next) if next != rating => next > rating,
            _ => !rating.is_up(),
        }
    }

    /// The numbers, each beside its sign, off the lines and off what else stands there.
    pub(super) fn numbers(&mut self, mut places: Places) {
        let signs = |step: &StepFacts| middles(&step.summary);
        for (at, step) in self.report.steps.iter().enumerate() {
            let half = self.size.sign / 2.0;
            let rings = step.expected.into_iter().chain(signs(step));
            for rating in rings {
                let corner = (self.x(at) - half, self.y(rating) - half);
                places.take((corner.0, corner.1, self.size.sign, self.size.sign));
            }
            if is_split(step) {
                places.take((self.x(at) - 24.0, self.middle() - 18.0, 48.0, 13.0));
            }
        }
        for (at, step) in self.report.steps.iter().enumerate() {
            for rating in signs(step) {
                self.number(&mut places, at, step, rating);
            }
        }
    }

    fn number(&mut self, places: &mut Places, at: usize, step: &StepFacts, rating: Rating) {
        let words = rating.to_string();
        let wide = 0.72 * self.size.number * words.chars().count() as f32;
        let area = places.choose(&self.beside(at, rating, wide));
        let class = if rating.is_up() {
            "number up"
        } else {
            "number down"
        };
        let foot = area.1 + area.3;
        self.svg.text(class, (area.0, foot), "start", &words);
        let Some(tag) = tag(self.report, step, rating).filter(|_| self.size.has_words) else {
            return;
        };
        let (long, tall) = (7.5 * tag.len() as f32, 10.0);
        let (over, under) = (area.1 - 4.0 - tall, foot + 4.0);
        let tags = [
            (area.0 + wide + 6.0, foot - tall, long, tall),
            (area.0 - 5.0 - long, foot - tall, long, tall),
            (area.0, over, long, tall),
            (area.0, under, long, tall),
        ];
        let area = places.choose(&tags);
        self.svg
            .text("tag", (area.0, area.1 + area.3), "start", tag);
    }

    /// Where a number may stand, the best first: beside its sign and off the way, then around it.
    fn beside(&self, at: usize, rating: Rating, wide: f32) -> Vec<Area> {
        let (x, y) = (self.x(at), self.y(rating));
        let (sign, tall) = (self.size.sign, 0.74 * self.size.number);
        let (over, under) = (y - 0.45 * sign - tall, y + 1.25 * sign - tall);
        let (right, left) = (x + 0.75 * sign, x - 0.75 * sign - wide);
        let rows = if self.rises(at, rating) {
            [under, over]
        } else {
            [over, under]
        };
        let mut areas = Vec::new();
        for side in [right, left] {
            areas.extend(rows.map(|row| (side, row, wide, tall)));
        }
        for away in [1.0, 1.5, 2.0] {
            let rows = [y - away * sign - tall, y + away * sign];
            areas.extend(rows.map(|row| (x - wide / 2.0, row, wide, tall)));
        }
        areas
    }
}

/// Whether this is a best moment of the way, or a worst one.
fn tag(report: &Report, step: &StepFacts, rating: Rating) -> Option<&'static str> {
    let is = |equal: &[MomentFacts]| {
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
