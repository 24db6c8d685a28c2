//! Which sign is which session's, in small block letters: a vast screen's signs mean nothing where only plain words
//! explain them.

use super::words;
use crate::model::compare::Comparison;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// The most letters of a name.
const MOST_LETTERS: usize = 16;

/// The columns between the two.
const APART: u16 = 12;

/// Both signs and what they stand for, in a line.
pub(super) struct Key([(String, Style); 2]);

impl Key {
    /// The key to two sessions; none to more of them, which have no signs.
    pub(super) fn of(comparison: &Comparison, theme: &Theme) -> Option<Self> {
        match &words::names(comparison, MOST_LETTERS)[..] {
            [one, other] => Some(Self([
                (format!("○ {one}"), theme.then.style()),
                (format!("● {other}"), theme.now.style()),
            ])),
            _ => None,
        }
    }

    /// Whether it is large in so many columns.
    pub(super) fn fits(&self, width: u16) -> bool {
        let large = |(words, _): &(String, Style)| headline(words).is_large(width, LINE);
        self.0.iter().all(large) && self.second(width) + self.width(1) <= width
    }

    fn width(&self, at: usize) -> u16 {
        headline(&self.0[at].0).extent(u16::MAX, LINE).0
    }

    /// The column of the second.
    fn second(&self, width: u16) -> u16 {
        (self.width(0) + APART).min(width)
    }
}

fn headline(words: &str) -> Headline<'_> {
    Headline::small(words)
}

impl Widget for Key {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let second = self.second(area.width);
        for ((words, style), x) in self.0.iter().zip([0, second]) {
            let room = Rect {
                x: area.x + x,
                width: area.width - x,
                ..area
            };
            headline(words).style(*style).render(room, buf);
        }
    }
}
