//! The line over the library on a vast screen: what is looked for in large letters, and how many there are.

use super::Library;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Columns between the line that is typed into and what stands beside it.
const APART: u16 = 4;

/// What may be typed, in ever fewer words.
const HINTS: [&str; 3] = [
    "type a name, a word, a month",
    "a name, a word, a month",
    "a name, a month",
];

impl Library {
    /// The line that is typed into, and how many there are: as much of it large as has room beside the line.
    pub(super) fn draw_large_top(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let label = small("Find").style(theme.strong.style());
        let before = label.extent(area.width, LINE).0 + APART;
        let parts = self.counts(usize::from(area.width));
        let styles = (theme.field_focus.style(), theme.hint.style());
        let field = |hint: &&str| {
            let field = LargeField::of(&self.query, hint, styles);
            field.with_cursor(self.over.is_none())
        };
        let hints = if self.query.draft().is_empty() {
            &HINTS[..]
        } else {
            &[""]
        };
        for many in (0..=parts.len()).rev() {
            let counts = Counts::of(&parts, many);
            let taken = before + counts.width(area.width) + APART;
            let room = Rect {
                x: area.x + before,
                width: area.width.saturating_sub(taken),
                ..area
            };
            if let Some(field) = hints.iter().map(field).find(|field| field.fits(room.width)) {
                label.render(area, buf);
                field.render(room, buf);
                return counts.draw(theme, area, buf);
            }
        }
        self.draw_top(theme, middle(area), buf);
    }
}

/// How many there are and how they stand: the first parts large, the others plain before them.
struct Counts {
    large: String,
    plain: String,
}

impl Counts {
    fn of(parts: &[String], large: usize) -> Self {
        let (large, plain) = parts.split_at(large);
        Self {
            large: large.join(" · "),
            plain: plain.join(" · "),
        }
    }

    /// The columns of the large part with those between the two.
    fn large_width(&self, width: u16) -> u16 {
        if self.large.is_empty() {
            return 0;
        }
        let large = small(&self.large);
        if large.is_large(width, LINE) {
            large.extent(width, LINE).0 + APART
        } else {
            width
        }
    }

    fn width(&self, width: u16) -> u16 {
        self.large_width(width)
            .saturating_add(cells(&self.plain) as u16)
    }

    fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let style = theme.strong.style();
        let large = small(&self.large).style(style).at_right();
        if !self.large.is_empty() {
            large.render(area, buf);
        }
        let plain = Rect {
            width: area.width.saturating_sub(self.large_width(area.width)),
            ..middle(area)
        };
        let words = Line::styled(self.plain.clone(), style).right_aligned();
        words.render(plain, buf);
    }
}

/// The row in the middle of a line of large letters.
fn middle(area: Rect) -> Rect {
    Rect {
        y: area.y + LINE / 2,
        height: 1,
        ..area
    }
}

fn small(words: &str) -> Headline<'_> {
    Headline::small(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_in_large_letters_stays_plain_and_is_not_dropped() {
        let parts = ["6 sessions", "newest first", "1 can't be read"].map(str::to_owned);
        let all = Counts::of(&parts, 3);
        let first = Counts::of(&parts, 1);
        assert_eq!(first.plain, "newest first · 1 can't be read");
        assert!(first.width(184) < all.width(184));
        assert_eq!(Counts::of(&parts, 0).width(184), 43);
        assert_eq!(all.width(60), 60, "it leaves no room for anything");
    }
}
