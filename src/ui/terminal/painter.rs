//! The painter: draws a frame in memory, and sends only what differs from the one that stands.

use super::{Depth, pen::Pen};
use crate::ui::big_text::{self, block_at, is_covered, scale_of};
use ratatui::{
    buffer::{Buffer, CellDiffOption},
    layout::{Position, Rect, Size},
};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Begin and end of a synchronized update (DECSET 2026): a terminal that knows it shows a frame at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
/// Plain style first: an erased cell takes the ground of the moment.
const CLEAR: &[u8] = b"\x1b[0m\x1b[2J";

/// Knows what stands on the terminal, and writes a frame as one write, or nothing at all.
///
/// A sealed ballot stands on the second: a key that changes nothing on the screen sends not one byte.
#[derive(Debug)]
pub struct Painter<W> {
    sink: W,
    depth: Depth,
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    stale: bool,
    bytes: Vec<u8>,
}

impl<W: Write> Painter<W> {
    /// A painter for a terminal of which nothing is known yet: its first frame clears and draws all.
    pub fn new(sink: W, depth: Depth) -> Self {
        Self {
            sink,
            depth,
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: None,
            stale: true,
            bytes: Vec::new(),
        }
    }

    /// The next frame clears and draws all: something else has written to the terminal.
    pub fn redraw(&mut self) {
        self.stale = true;
    }

    /// From the next frame on, the colours are brought down to `depth`.
    pub fn set_depth(&mut self, depth: Depth) {
        self.depth = depth;
    }

    /// What was written to.
    pub fn sink(&self) -> &W {
        &self.sink
    }

    /// Draws a frame of `size` cells; `render` fills the buffer and says where the cursor is to blink, if anywhere.
    ///
    /// Returns whether anything was written. After an error the next frame draws all.
    pub fn paint(
        &mut self,
        size: Size,
        render: impl FnOnce(Rect, &mut Buffer) -> Option<Position>,
    ) -> io::Result<bool> {
        let area = Rect::from((Position::ORIGIN, size));
        self.next.resize(area);
        self.next.reset();
        let cursor = render(area, &mut self.next).filter(|place| area.contains(*place));
        big_text::settle(&mut self.next);
        self.depth.apply(&mut self.next);

        self.compose(area, cursor);
        if !self.bytes.is_empty() {
            self.stale = true;
            self.sink.write_all(&self.bytes)?;
            self.sink.flush()?;
        }
        self.stale = false;
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(!self.bytes.is_empty())
    }

    /// Gathers the bytes of the frame; none when it would look the same.
    fn compose(&mut self, area: Rect, cursor: Option<Position>) {
        self.bytes.clear();
        let afresh = self.stale || self.shown.area != area;
        if afresh {
            self.shown.resize(area);
            self.shown.reset();
        }
        self.forget_halves();
        let mut changes = self.shown.diff_iter(&self.next).peekable();
        let drawn = afresh || changes.peek().is_some();
        if !drawn && cursor == self.cursor {
            return;
        }
        self.bytes.extend_from_slice(BEGIN);
        if afresh || self.cursor.is_some() {
            self.bytes.extend_from_slice(HIDE_CURSOR);
        }
        if afresh {
            self.bytes.extend_from_slice(CLEAR);
        }
        let mut pen = Pen::new(&mut self.bytes);
        erase_gone(&self.shown, &self.next, &mut pen);
        for (x, y, cell) in changes {
            match scale_of(cell) {
                Some(scale) => pen.draw_large(x, y, cell, scale),
                None if is_covered(cell) => {}
                None => pen.draw(x, y, cell),
            }
        }
        pen.finish();
        if let Some(Position { x, y }) = cursor {
            let place = format!("\x1b[{};{}H", y + 1, x + 1);
            self.bytes.extend_from_slice(place.as_bytes());
            self.bytes.extend_from_slice(SHOW_CURSOR);
        }
        self.bytes.extend_from_slice(END);
    }

    /// Where something takes the first half of a plain wide sign, terminals blank its second half and leave it the
    /// old style. What stands there is counted as unknown, and so is drawn.
    fn forget_halves(&mut self) {
        for index in 1..self.next.content.len() {
            let before = &self.shown.content[index - 1];
            if before.diff_option == CellDiffOption::None
                && before.symbol().width() > 1
                && self.next.content[index - 1] != *before
            {
                self.shown.content[index].set_symbol("");
            }
        }
    }
}

/// Erases the large signs that do not stay, before anything is drawn: a terminal would let nothing be written over the
/// lower rows of one. Then each cell of them differs from the next frame's, and is drawn.
///
/// Every row is erased, though the first takes the whole sign away: kitty (0.41) still counts the others as taken, and
/// would move the next large sign out of their way.
fn erase_gone(shown: &Buffer, next: &Buffer, pen: &mut Pen<'_>) {
    let mut gone = vec![false; shown.content.len()];
    for (index, cell) in shown.content.iter().enumerate() {
        if scale_of(cell).is_none() || next.content[index] == *cell {
            continue;
        }
        let corner = Position::from(shown.pos_of(index));
        for place in block_at(shown, corner).iter().flat_map(|it| it.positions()) {
            gone[shown.index_of(place.x, place.y)] = true;
        }
    }
    let width = usize::from(shown.area.width).max(1);
    for (y, row) in gone.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run[0] {
                pen.erase(x, y as u16, run.len() as u16);
            }
            x += run.len() as u16;
        }
    }
}
