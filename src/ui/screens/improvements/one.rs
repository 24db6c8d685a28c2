//! One of the improvements as large as it can be, where it stands, and the others under it.

use super::details;
use super::draw::Shown;
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::wrap::wrap_within;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The most lines of where, who and by when under the one.
const MOST_LINES: usize = 2;
/// The rows of the title, beside the empty one at the head of the screen.
const TITLE: u16 = 1;
/// What stands over one that is not the one of this week.
const AMONG_OTHERS: &str = "  and also";

/// What stands around the words that the room reads. It gives way to them, from the first to the last of these.
#[derive(Clone, Copy)]
struct Around {
    /// What is still open from before.
    open: bool,
    /// Rows of each of the others.
    each: u16,
    /// How many of the others are in sight.
    others: usize,
    /// Empty rows between it: over the details, and over the others.
    gaps: u16,
    /// The most lines of the details.
    details: usize,
}

/// One of them as it is drawn.
struct Plan<'a> {
    words: LargeWords<'a>,
    around: Around,
    is_large: bool,
}

impl Shown<'_> {
    /// Draws one of them as large as it can be, and the others under it.
    pub(super) fn draw_one(&self, at: usize, area: Rect, column: &mut Column<'_>) {
        let theme = self.theme();
        let Plan { words, around, .. } = self.plan(at, column);
        let (others, one) = (self.others(at), &self.list[at]);
        let style = match self.chosen {
            Some(chosen) if chosen == at && !others.is_empty() => theme.chosen.style(),
            _ => theme.the_one.style(),
        };
        let title = if one.the_one {
            self.title()
        } else {
            AMONG_OTHERS.to_owned()
        };
        column.over(area, |column| {
            column.line(Span::styled(format!("{title} "), style));
        });
        let below = self.rows(at, around, column) - TITLE;
        words.draw(below, column);
        column.gap(around.gaps.min(1));
        for line in self.details(at, around, column) {
            column.line(Span::styled(line, theme.text.style()));
        }
        if let Some(line) = self.still_open(column.width()).filter(|_| around.open) {
            column.gap(1);
            column.line(line);
        }
        column.gap(around.gaps.saturating_sub(1));
        self.draw_rows(&others, around.each, column);
    }

    /// Whether at least the beginning of its words is large.
    pub(super) fn is_large(&self, at: usize, column: &Column<'_>) -> bool {
        self.plan(at, column).is_large
    }

    fn details(&self, at: usize, around: Around, column: &Column<'_>) -> Vec<String> {
        let details = details(&self.list[at], self.view.session);
        wrap_within(&details, column.width(), around.details)
    }

    /// As much around one of them as lets its words be large: whole, or at least their beginning.
    fn plan(&self, at: usize, column: &Column<'_>) -> Plan<'_> {
        let others = self.list.len() - 1;
        let roomy = |open, each, others| Around {
            open,
            each,
            others,
            gaps: 2,
            details: MOST_LINES,
        };
        let whole = [(true, 3), (false, 3), (false, 2), (false, 1)];
        let whole = whole.map(|(open, each)| roomy(open, each, others));
        // What the keys mean is never out of sight.
        let fewest = usize::from(self.chosen.is_some_and(|chosen| chosen != at));
        let few = (fewest..=others.min(2)).rev();
        let few = few.map(|others| roomy(false, 1, others));
        let tight = [1, 0].map(|gaps| Around {
            gaps,
            details: 1,
            ..roomy(false, 1, fewest)
        });
        let ways: Vec<_> = whole.into_iter().chain(few).chain(tight).collect();
        let room = |around: &Around| {
            let rows = self.rows(at, *around, column);
            (
                column.width() as u16,
                column.rows_left().saturating_sub(rows),
            )
        };
        let style = self.theme().headline.style();
        let mut words = LargeWords::new(self.list[at].what.as_str(), style);
        // One on its own is rather whole and plain.
        if others > 0 && words.best(&ways, room).is_none() {
            words = words.or_shortened();
        }
        let large = words.best(&ways, room);
        let plain = || {
            let fits = |around: &&Around| room(around).1 >= words.height_for(room(around));
            ways.iter().find(fits)
        };
        Plan {
            words,
            around: *large.or_else(plain).unwrap_or(&ways[3]),
            is_large: large.is_some(),
        }
    }

    /// The rows of all but the words; of others that are out of sight a row says how many.
    fn rows(&self, at: usize, around: Around, column: &Column<'_>) -> u16 {
        let others = self.list.len() - 1;
        let open = match self.still_open(column.width()) {
            Some(_) if around.open => 2,
            _ => 0,
        };
        let more = u16::from(around.others < others);
        let details = self.details(at, around, column).len() as u16;
        let shown = around.each * around.others as u16 + more;
        TITLE + details + around.gaps + open + shown
    }
}
