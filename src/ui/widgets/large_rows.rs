//! The rows of a list in small block letters, for a screen on which plain ones would be lost. The chosen one stands on
//! a ground of its own and after a mark.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;
use ratatui::widgets::Widget;

use super::headline::Headline;
use super::pen::Pen;
use super::wrap::{cells, shorten};

/// The rows of a line of these letters.
pub const LINE: u16 = 4;

/// The most rows that one row of the list takes: two lines, of which the first reaches under its own foot.
const MOST: u16 = 9;

/// Columns of ground before the letters and after them.
const EDGE: u16 = 2;

/// Columns of the mark of the chosen row.
const POINTER: u16 = 4;

/// Columns between a mark and what follows it.
const APART: u16 = 2;

/// The least columns of quiet words that say anything.
const LEAST_MORE: u16 = 12;

/// A row of a list.
#[derive(Debug, Clone, Default)]
pub struct LargeRow<'a> {
    /// A sign before the words; empty for none.
    pub mark: Span<'a>,
    /// The words.
    pub words: Span<'a>,
    /// Quiet words beside them; they stay plain where not all of the list's fit large.
    pub more: Span<'a>,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// Whether it stands apart from the row over it.
    pub apart: bool,
}

/// The rows of a list.
#[derive(Debug, Clone)]
pub struct LargeRows<'a> {
    rows: Vec<LargeRow<'a>>,
    /// How the chosen row looks, where there is something to choose.
    chosen: Option<Style>,
    /// Whether the pointer stands where the mark of the chosen row does.
    in_place: bool,
    /// The most rows that one row of the list takes.
    most: u16,
    /// The fewest columns of the marks, and of the words before the quiet ones.
    least: (u16, u16),
    /// The columns that long words leave free for the quiet ones beside them.
    beside: u16,
    /// Whether words that can't be large stand plain among those that are.
    plain: bool,
}

/// Where the parts of the rows begin, and how large the quiet words are.
struct Columns {
    mark: u16,
    words: u16,
    more: u16,
    more_is_large: bool,
}

impl<'a> LargeRows<'a> {
    /// Rows to be read.
    pub fn new(rows: Vec<LargeRow<'a>>) -> Self {
        Self {
            rows,
            chosen: None,
            in_place: false,
            most: MOST,
            least: (0, 0),
            beside: 0,
            plain: false,
        }
    }

    /// Words that can't be large stand plain among those that are.
    pub fn plain_where_they_must(self) -> Self {
        Self {
            plain: true,
            ..self
        }
    }

    /// Marks and words take so many columns at the least: in a list of which only a part is in sight, or in which marks
    /// come and go, what stands beside them stays where it is.
    pub fn with_room_for(self, marks: u16, words: u16) -> Self {
        let least = (marks, words);
        Self { least, ..self }
    }

    /// Long words are broken so that so many columns stay free for the quiet ones beside them.
    pub fn with_room_beside(self, beside: u16) -> Self {
        Self { beside, ..self }
    }

    /// A row of the list may take so many lines, where it is the words of people and not ours.
    pub fn of_lines(self, most: u16) -> Self {
        let most = most * (LINE + 1) - 1;
        Self { most, ..self }
    }

    /// Rows to choose from: the chosen one in this style.
    pub fn choosing(mut self, chosen: Style) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// Rows of which one may be chosen: it has the pointer for its mark, and nothing moves when it is. Its ground
    /// reaches over the edges of the list.
    pub fn choosing_in_place(self, chosen: Style) -> Self {
        Self {
            chosen: Some(chosen),
            in_place: true,
            ..self
        }
    }

    /// The rows of the screen that they take in a width; none where not all of them can be large there.
    pub fn height(&self, width: u16) -> Option<u16> {
        let room = self.room(width)?;
        let mut height = self.padding() * 2;
        for (at, row) in self.rows.iter().enumerate() {
            if !self.plain && !self.is_large(row, room) {
                return None;
            }
            height += self.rows_of(row, room) + self.gap(at);
        }
        let any_large = self.rows.iter().any(|row| self.is_large(row, room));
        (any_large || !self.plain).then_some(height)
    }

    /// The columns of the words; none where there are none left.
    fn room(&self, width: u16) -> Option<u16> {
        width.checked_sub(self.before_words() + EDGE + self.beside)
    }

    fn is_large(&self, row: &LargeRow<'_>, room: u16) -> bool {
        headline(&row.words).is_large(room, self.most)
    }

    /// The rows of the screen that one of the list takes.
    fn rows_of(&self, row: &LargeRow<'_>, room: u16) -> u16 {
        let rows = self.extent(&row.words, room).1;
        if self.plain { rows.max(LINE) } else { rows }
    }

    /// The columns that the longest row takes of a width, without its quiet words.
    pub fn width(&self, width: u16) -> u16 {
        self.columns(width).more.saturating_sub(2 * EDGE)
    }

    /// Whether the quiet words are large too in a width.
    pub fn is_all_large(&self, width: u16) -> bool {
        self.columns(width).more_is_large
    }

    /// A row over the first and under the last, for the edges of the chosen one's ground.
    fn padding(&self) -> u16 {
        u16::from(self.chosen.is_some() && !self.in_place)
    }

    fn gap(&self, at: usize) -> u16 {
        u16::from(at > 0) + u16::from(at > 0 && self.rows[at].apart)
    }

    fn before_marks(&self) -> u16 {
        u16::from(self.chosen.is_some() && !self.in_place) * (EDGE + POINTER + APART)
    }

    fn before_words(&self) -> u16 {
        let marks = self
            .rows
            .iter()
            .map(|row| self.extent(&row.mark, u16::MAX).0);
        // A pointer that takes the place of a mark may be wider than any of them.
        let pointer = u16::from(self.in_place) * POINTER;
        let widest = marks.max().unwrap_or(0).max(pointer).max(self.least.0);
        self.before_marks() + widest + if widest > 0 { APART } else { 0 }
    }

    fn columns(&self, width: u16) -> Columns {
        let words = self.before_words();
        let room = self.room(width).unwrap_or(0);
        let longest = self
            .rows
            .iter()
            .map(|row| self.extent(&row.words, room).0)
            .max();
        let more = words + longest.unwrap_or(0).max(self.least.1) + 2 * EDGE;
        let room = width.saturating_sub(more);
        let mut mores = self.rows.iter().map(|row| &row.more);
        let more_is_large = mores.all(|more| {
            more.content.is_empty()
                || (headline(more).is_large(room, LINE) && self.extent(more, room).0 <= room)
        });
        Columns {
            mark: self.before_marks(),
            words,
            more,
            more_is_large,
        }
    }

    fn extent(&self, words: &Span<'_>, width: u16) -> (u16, u16) {
        if cells(&words.content) == 0 {
            return (0, 0);
        }
        headline(words).extent(width, self.most)
    }

    fn draw_row(&self, row: &LargeRow<'_>, columns: &Columns, area: Rect, buf: &mut Buffer) {
        let from = |x: u16| Rect {
            x: area.x + x.min(area.width),
            width: area.width.saturating_sub(x),
            ..area
        };
        let (mut mark, mut words) = (row.mark.clone(), row.words.clone());
        if let Some(style) = self.chosen.filter(|_| row.chosen) {
            let room = self.room(area.width).unwrap_or(0);
            let width = columns.words + self.extent(&row.words, room).0 + EDGE;
            let before = u16::from(self.in_place) * EDGE.min(area.x);
            let ground = Rect {
                x: area.x - before,
                width: width.min(area.width) + before,
                ..area
            };
            draw_ground(ground, style, buf);
            (mark, words) = (mark.style(style), words.style(style));
            let pointer = Span::styled("▸", style);
            if self.in_place {
                mark = pointer;
            } else {
                headline(&pointer).render(from(EDGE), buf);
            }
        }
        if !mark.content.is_empty() {
            headline(&mark).render(from(columns.mark), buf);
        }
        let mut room = from(columns.words);
        room.width = room.width.saturating_sub(self.beside);
        // A plain line stands where the foot of a large one is.
        let down = (LINE - 2) * u16::from(self.plain && self.extent(&row.words, room.width).1 == 1);
        headline(&words).render(
            Rect {
                y: room.y + down,
                height: room.height - down,
                ..room
            },
            buf,
        );
        let beside = from(columns.more);
        if columns.more_is_large {
            headline(&row.more).render(beside, buf);
        } else if beside.width >= LEAST_MORE {
            let more = shorten(&row.more.content, usize::from(beside.width));
            Pen::new(beside, buf).put(0, i32::from(LINE) - 2, &more, row.more.style);
        }
    }
}

impl Widget for &LargeRows<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let columns = self.columns(area.width);
        let room = self.room(area.width).unwrap_or(0);
        let mut y = area.y + self.padding();
        for (at, row) in self.rows.iter().enumerate() {
            y += self.gap(at);
            let height = self.rows_of(row, room);
            let place = Rect { y, height, ..area };
            if place.bottom() > area.bottom() {
                return;
            }
            self.draw_row(row, &columns, place, buf);
            y += height;
        }
    }
}

fn headline<'t>(words: &'t Span<'_>) -> Headline<'t> {
    Headline::small(&words.content).style(words.style)
}

/// A ground under letters, and half a row of it over and under them: without it they would run into what is there.
pub fn draw_ground(area: Rect, style: Style, buf: &mut Buffer) {
    buf.set_style(area, style);
    let edge = match style.bg {
        None | Some(Color::Reset) => style.remove_modifier(Modifier::REVERSED),
        Some(ground) => Style::new().fg(ground),
    };
    let over = Rect {
        y: area.y.saturating_sub(1),
        ..area
    };
    let under = Rect {
        y: area.bottom(),
        ..area
    };
    for (row, half) in [(over, "▄"), (under, "▀")] {
        let mut pen = Pen::new(Rect { height: 1, ..row }, buf);
        pen.put(0, 0, &half.repeat(usize::from(area.width)), edge);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn list(words: &[&'static str]) -> LargeRows<'static> {
        let row = |(at, words): (usize, &&'static str)| LargeRow {
            words: Span::raw(*words),
            more: Span::raw("quiet"),
            chosen: at == 1,
            ..LargeRow::default()
        };
        let chosen = Style::new().add_modifier(Modifier::REVERSED);
        LargeRows::new(words.iter().enumerate().map(row).collect()).choosing(chosen)
    }

    #[test]
    fn rows_are_large_all_together_or_not_at_all() {
        assert_eq!(list(&["one", "two"]).height(80), Some(1 + 4 + 1 + 4 + 1));
        assert_eq!(list(&["one", "顧客"]).height(80), None);
        assert_eq!(list(&["one", "unpronounceable"]).height(40), None);
        assert_eq!(list(&["one"]).height(3), None);
    }

    #[test]
    fn the_chosen_row_has_a_ground_a_mark_and_edges() {
        let area = Rect::new(0, 0, 80, 11);
        let mut buf = Buffer::empty(area);
        list(&["one", "two"]).render(area, &mut buf);
        let reversed = |y: u16| buf[(1, y)].modifier.contains(Modifier::REVERSED);
        assert_eq!((0..11).filter(|y| reversed(*y)).count(), 4);
        assert_eq!((buf[(0, 5)].symbol(), buf[(0, 10)].symbol()), ("▄", "▀"));
        assert_eq!(buf[(2, 7)].symbol(), "█", "the mark");
        assert_eq!(buf[(2, 2)].symbol(), " ");
    }

    #[test]
    fn quiet_words_stay_where_they_are_whichever_rows_are_in_sight() {
        let more = |words: &[&'static str]| list(words).with_room_for(0, 60).columns(184).more;
        assert_eq!(more(&["one", "two"]), more(&["eleven", "twelve"]));
    }

    #[test]
    fn quiet_words_are_large_where_all_of_them_fit() {
        let picture = |width: u16| {
            let area = Rect::new(0, 0, width, 11);
            let mut buf = Buffer::empty(area);
            list(&["one", "two"]).render(area, &mut buf);
            buf.content.iter().any(|cell| cell.symbol() == "q")
        };
        assert!(!picture(80), "they are large");
        assert!(picture(36), "plain ones have room");
        assert!(!picture(30), "there is none");
    }
}
