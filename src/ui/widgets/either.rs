//! Two answers to choose from, as large as fits: beside each other or one over the other, the given one marked.

use super::headline::{Headline, LetterSize};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Columns between two answers beside each other.
const BETWEEN: u16 = 8;

/// One of the two.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The key that gives it.
    pub key: &'a str,
    /// What it says.
    pub words: &'a str,
    /// Whether it was given.
    pub is_given: bool,
    /// Large letters, once it was given.
    pub ink: Style,
    /// A row of plain letters, once it was given.
    pub fill: Style,
}

/// Two answers, of which at most one is given.
#[derive(Debug, Clone, Copy)]
pub struct Either<'a> {
    /// Both.
    pub answers: [Answer<'a>; 2],
    /// How one looks that is not given.
    pub open: Style,
    /// The largest letters they may take.
    pub largest: LetterSize,
}

/// Where both stand in large letters.
struct Large {
    areas: [Rect; 2],
}

impl Either<'_> {
    /// The rows of both in large letters in so many columns; none where they would be plain.
    pub fn large_rows(&self, width: u16, rows: u16) -> Option<u16> {
        let large = self.large(Rect::new(0, 0, width, rows))?;
        large.areas.iter().map(|area| area.bottom() + 1).max()
    }

    /// Beside each other where that makes them no smaller than one over the other.
    fn large(&self, area: Rect) -> Option<Large> {
        let sizes = LetterSize::BLOCKS.into_iter();
        let sizes = sizes.filter(|size| *size <= self.largest);
        let forms = sizes.flat_map(|size| {
            let (width, height) = (area.width, area.height.saturating_sub(1));
            let beside = self.extents(width.saturating_sub(BETWEEN) / 2, height, size);
            // One of two lines beside one of a single line would look like more.
            let beside = beside.filter(|[first, second]| {
                usize::from(first.height.abs_diff(second.height)) < size.line_rows()
            });
            let over = self.extents(width, height.saturating_sub(1) / 2, size);
            [
                beside.map(|sizes| beside_each_other(sizes, area)),
                over.map(|sizes| one_over_the_other(sizes, area)),
            ]
        });
        let mut forms = forms.flatten();
        forms.next().map(|areas| Large { areas })
    }

    /// The room of each in letters of a size; none where one of them has to be smaller.
    fn extents(&self, width: u16, height: u16, size: LetterSize) -> Option<[Size; 2]> {
        let extent = |answer: &Answer<'_>| {
            let words = self.headline(answer, size);
            let fits = words.size_for(width, height) == size
                || (size == LetterSize::Quarter && words.is_large(width, height));
            fits.then(|| words.extent(width, height))
                .map(|(width, height)| Size { width, height })
        };
        Some([extent(&self.answers[0])?, extent(&self.answers[1])?])
    }

    fn headline<'a>(&self, answer: &Answer<'a>, largest: LetterSize) -> Headline<'a> {
        let style = if answer.is_given {
            answer.ink
        } else {
            self.open
        };
        Headline::new(answer.words).style(style).at_most(largest)
    }

    /// Both in one row of plain letters, the key before the words.
    fn draw_plain(&self, area: Rect, buf: &mut Buffer) {
        let words = self.answers.map(|answer| {
            let style = if answer.is_given {
                answer.fill
            } else {
                self.open
            };
            Span::styled(format!("  {}  {}  ", answer.key, answer.words), style)
        });
        let [first, second] = words;
        Line::from(vec![first, Span::raw("      "), second])
            .centered()
            .render(area, buf);
    }
}

impl Widget for &Either<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Some(large) = self.large(area) else {
            return self.draw_plain(area, buf);
        };
        for (answer, room) in self.answers.iter().zip(large.areas) {
            self.headline(answer, self.largest).render(room, buf);
            if answer.is_given {
                // A thick line under it: the letters themselves may have no colour to be known by.
                let line = "━".repeat(usize::from(room.width));
                let under = Position::new(room.x, room.bottom());
                if area.contains(under) {
                    buf.set_string(under.x, under.y, line, answer.ink);
                }
            }
        }
    }
}

/// Rooms of these sizes beside each other, both from the top on.
fn beside_each_other(sizes: [Size; 2], area: Rect) -> [Rect; 2] {
    let [first, second] = sizes;
    let left = area.x + (area.width - first.width - BETWEEN - second.width) / 2;
    let at = |x, size: Size| Rect::new(x, area.y, size.width, size.height);
    [at(left, first), at(left + first.width + BETWEEN, second)]
}

/// Rooms of these sizes one over the other, with a row between them, their left sides in one line.
fn one_over_the_other(sizes: [Size; 2], area: Rect) -> [Rect; 2] {
    let [first, second] = sizes;
    let left = area.x + (area.width - first.width.max(second.width)) / 2;
    let at = |y, size: Size| Rect::new(left, y, size.width, size.height);
    [at(area.y, first), at(area.y + first.height + 1, second)]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn either(words: [&str; 2]) -> Either<'_> {
        let answer = |words| Answer {
            key: "y",
            words,
            is_given: false,
            ink: Style::new(),
            fill: Style::new(),
        };
        Either {
            answers: words.map(answer),
            open: Style::new(),
            largest: LetterSize::Full,
        }
    }

    #[test]
    fn short_answers_stand_beside_each_other_and_long_ones_over_each_other() {
        let area = Rect::new(0, 0, 78, 12);
        let [yes, no] = either(["yes", "no"]).large(area).unwrap().areas;
        assert!(yes.right() < no.x && yes.y == no.y);
        let long = either(["+ builds trust", "− erodes trust"]);
        let [builds, erodes] = long.large(Rect::new(0, 0, 58, 10)).unwrap().areas;
        assert!(builds.bottom() < erodes.y && builds.x == erodes.x);
    }

    #[test]
    fn they_are_plain_where_there_is_no_room() {
        assert_eq!(either(["yes", "no"]).large_rows(78, 3), None);
        assert_eq!(either(["yes", "no"]).large_rows(78, 5), Some(5));
        assert!(
            either(["+ builds trust", "− erodes trust"])
                .large(Rect::new(0, 0, 40, 12))
                .is_none()
        );
    }

    #[test]
    fn nothing_moves_when_one_is_given() {
        let mut both = either(["yes", "no"]);
        let area = Rect::new(0, 0, 60, 10);
        let before = both.large(area).unwrap().areas;
        both.answers[1].is_given = true;
        assert_eq!(both.large(area).unwrap().areas, before);
    }
}
