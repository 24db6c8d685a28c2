//! How a screen is laid out: one headline as large as the rest leaves room for, and lines under it.

use super::widgets::enlarged::Enlarged;
use super::widgets::headline::Headline;
use super::widgets::large_rows::{self, LargeRows};
use super::widgets::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The room of a screen without its margins: the wider the terminal, the wider they are.
pub fn with_margins(area: Rect) -> Rect {
    let side = (area.width.saturating_sub(80) / 15).clamp(1, 8);
    let top = u16::from(area.height > 14);
    Rect {
        x: area.x + side.min(area.width / 2),
        y: area.y + top,
        width: area.width.saturating_sub(2 * side),
        height: area.height.saturating_sub(top),
    }
}

/// A room over the whole width of the screen: pictures need it more than margins.
pub fn full_width(room: Rect, screen: Rect) -> Rect {
    Rect {
        x: screen.x,
        width: screen.width,
        ..room
    }
}

/// A column through which a screen is drawn from top to bottom. Nothing is drawn beyond its end.
pub struct Column<'a> {
    area: Rect,
    y: u16,
    vast: bool,
    buf: &'a mut Buffer,
}

impl<'a> Column<'a> {
    /// An empty column.
    pub fn new(area: Rect, buf: &'a mut Buffer) -> Self {
        Self {
            area,
            y: 0,
            vast: is_vast(area),
            buf,
        }
    }

    /// A column in a part of a screen, which may be vast where the part is not.
    pub fn on(mut self, screen: Rect) -> Self {
        self.vast = is_vast(screen);
        self
    }

    /// What stands over the large thing of a screen: where the screen has an empty row above, it stands between the two
    /// instead, so that large letters never touch the words over them.
    pub fn over(&mut self, screen: Rect, draw: impl FnOnce(&mut Self)) {
        let row = self.area.y.saturating_sub(screen.y).min(1);
        self.area.y -= row;
        self.area.height += row;
        draw(self);
        self.gap(row);
    }

    /// Whether it is on a vast screen.
    pub fn is_vast(&self) -> bool {
        self.vast
    }

    /// How many columns wide it is.
    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// How many rows are left.
    pub fn rows_left(&self) -> u16 {
        self.area.height.saturating_sub(self.y)
    }

    /// Empty rows, as far as there are any.
    pub fn gap(&mut self, rows: u16) {
        self.y = (self.y + rows).min(self.area.height);
    }

    /// The next rows as a room of their own.
    pub fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rows_left());
        let room = Rect {
            y: self.area.y + self.y,
            height: rows,
            ..self.area
        };
        self.y += rows;
        room
    }

    /// Gives rows back that were taken and not used.
    pub fn give_back(&mut self, rows: u16) {
        self.y = self.y.saturating_sub(rows);
    }

    /// The rest as a room of its own.
    pub fn rest(&mut self) -> Rect {
        self.take(self.rows_left())
    }

    /// Draws something into the next rows.
    pub fn widget(&mut self, rows: u16, widget: impl Widget) {
        let room = self.take(rows);
        widget.render(room, self.buf);
    }

    /// The buffer, for what a column can't do itself.
    pub fn buf(&mut self) -> &mut Buffer {
        self.buf
    }

    /// A headline as large as fits while `below` rows stay free; then an empty row.
    pub fn headline(&mut self, headline: &Headline<'_>, below: u16) {
        let most = self
            .rows_left()
            .saturating_sub(below.saturating_add(1))
            .max(1);
        let rows = headline.height_for(self.area.width, most);
        let room = self.take(rows);
        headline.render(room, self.buf);
        self.gap(1);
    }

    /// Whether a headline stands in block letters while `below` rows stay free.
    pub fn is_large(&self, headline: &Headline<'_>, below: u16) -> bool {
        let most = self.rows_left().saturating_sub(below.saturating_add(1));
        headline.is_large(self.area.width, most.max(1))
    }

    /// The rows of a list in large letters under a headline that is no smaller, where `besides` rows are taken by other
    /// things; none where the screen is not vast or not all of it fits.
    pub fn rows_large(
        &self,
        list: &LargeRows<'_>,
        headline: &Headline<'_>,
        besides: u16,
    ) -> Option<u16> {
        let rows = list.height(self.area.width).filter(|_| self.vast)?;
        let left = self.rows_left().checked_sub(rows + besides + 1)?;
        (headline.line_rows(self.area.width, left) >= large_rows::LINE).then_some(rows)
    }

    /// The first of some headlines that stands in block letters within the room that `below` leaves free;
    /// the first one plain where none does. Then an empty row.
    pub fn largest(&mut self, headlines: &[Headline<'_>], below: u16) {
        let large = |headline: &&Headline<'_>| self.is_large(headline, below);
        if let Some(headline) = headlines.iter().find(large).or(headlines.first()) {
            self.headline(headline, below);
        }
    }

    /// What is chosen in a list, large in all the rows that `below` leaves: whatever is chosen, the list under it stays
    /// where it is. Nothing where so few rows are left that nothing could be large.
    pub fn enlarged(&mut self, chosen: &Enlarged, below: u16) {
        let rows = self.rows_left().saturating_sub(below);
        if rows < large_rows::LINE {
            return;
        }
        // A row between the two, where it costs nothing of the letters.
        let room = self.take(rows);
        let height = room.height.saturating_sub(1).max(large_rows::LINE);
        chosen.render(Rect { height, ..room }, self.buf);
    }

    /// Text in the middle, over as many lines as it needs.
    pub fn centred(&mut self, text: &str, style: Style) {
        for line in wrap(text, self.width()) {
            self.line(Line::styled(line, style).centered());
        }
    }

    /// The rows that [`Column::said`] and [`Column::said_centred`] take.
    pub fn rows_said(&self, text: &str) -> u16 {
        self.spoken(text, Style::new()).map_or_else(
            || rows_of(text, self.width()),
            |large| self.height_of(&large),
        )
    }

    /// Text that is read aloud: in small block letters on a vast screen, plain on any other.
    pub fn said(&mut self, text: &str, style: Style) {
        match self.spoken(text, style) {
            Some(large) => self.widget(self.height_of(&large), &large),
            None => self.text(text, style),
        }
    }

    /// As [`Column::said`], in the middle.
    pub fn said_centred(&mut self, text: &str, style: Style) {
        match self.spoken(text, style) {
            Some(large) => {
                let large = large.centred();
                self.widget(self.height_of(&large), &large);
            }
            None => self.centred(text, style),
        }
    }

    fn height_of(&self, headline: &Headline<'_>) -> u16 {
        headline.height_for(self.area.width, MOST_SAID)
    }

    /// The text in small block letters, where the screen is vast and all of it has a block form.
    fn spoken<'t>(&self, text: &'t str, style: Style) -> Option<Headline<'t>> {
        let large = Headline::small(text).style(style);
        (self.vast && large.is_large(self.area.width, MOST_SAID)).then_some(large)
    }

    /// One line.
    pub fn line<'l>(&mut self, line: impl Into<Line<'l>>) {
        let room = self.take(1);
        line.into().render(room, self.buf);
    }

    /// Text over as many lines as it needs.
    pub fn text(&mut self, text: &str, style: Style) {
        for line in wrap(text, self.width()) {
            self.line(Span::styled(line, style));
        }
    }

    /// Text after a mark; its further lines stand under its first.
    pub fn marked(&mut self, mark: &Span<'_>, text: &str, style: Style) {
        let indent = mark.width() + 1;
        for (index, line) in wrap(text, self.width().saturating_sub(indent))
            .into_iter()
            .enumerate()
        {
            let start = if index == 0 {
                mark.clone()
            } else {
                Span::raw(" ".repeat(mark.width()))
            };
            self.line(Line::from(vec![
                start,
                Span::raw(" "),
                Span::styled(line, style),
            ]));
        }
    }
}

/// The most rows of a text in block letters.
const MOST_SAID: u16 = 9;

/// From this size on a screen is vast: plain letters would be lost on it.
pub fn is_vast(area: Rect) -> bool {
    area.width >= 150 && area.height >= 40
}

/// Under this height a screen is low: what can be said aloud gives way to what must be seen.
pub fn is_low(area: Rect) -> bool {
    area.height < 18
}

/// How many rows a text needs in a width.
pub fn rows_of(text: &str, width: usize) -> u16 {
    wrap(text, width).len().max(1) as u16
}

/// Two rooms side by side with a gap between them; the left one is `left` per cent wide.
pub fn side_by_side(area: Rect, left: u16) -> [Rect; 2] {
    let gap = 3;
    let left_width = (u32::from(area.width.saturating_sub(gap)) * u32::from(left) / 100) as u16;
    let right_start = left_width.saturating_add(gap).min(area.width);
    [
        Rect {
            width: left_width,
            ..area
        },
        Rect {
            x: area.x + right_start,
            width: area.width - right_start,
            ..area
        },
    ]
}
