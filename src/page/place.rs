//! A page that is solved, as lines and pictures with a place. Whoever draws it decides nothing.

use super::block::{Chip, Row, Tone, What};
use super::faces::Size;
use super::flow::{columns, lines};
use super::measure::{CHIP_GAP, List, Measured, State, Tail, chip_columns};
use super::picture::Picture;
use super::solver::{Group, Layout, Part};
use ratatui::layout::Rect;
use std::ops::Range;

/// Where everything on a page stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The number of the rung, from 0.
    pub rung: usize,
    /// What stands where, in the order of reading. Only a ground has something on it.
    pub items: Vec<Item>,
    /// How many blocks are left out, because the area is too low for them.
    pub left_out: usize,
}

/// Something with a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub area: Rect,
    /// What it is.
    pub ink: Ink,
    /// The number of the block that it belongs to, in the order of reading.
    pub block: usize,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ink {
    /// Words on one line.
    Words {
        /// The words.
        text: String,
        /// How large they are.
        size: Size,
        /// What they mean.
        tone: Tone,
    },
    /// A ground under what comes next.
    Ground(Tone),
    /// The cursor of a field: the letter under it.
    Cursor {
        /// The letter; a space at the end.
        letter: String,
        /// How large it is.
        size: Size,
    },
    /// A picture, its words in this size.
    Picture(Picture, Size),
}

/// Puts everything in its place, from the top of the area or in its middle.
pub(super) fn place(layout: &Layout<'_>, is_centred: bool, area: Rect) -> Setting {
    let spare = area.height.saturating_sub(layout.height());
    let mut placing = Placing {
        items: Vec::new(),
        block: 0,
        left_out: 0,
        is_centred,
    };
    let mut y = if is_centred { spare / 2 } else { 0 };
    let mut above = 0;
    for group in &layout.groups {
        let columns: &[_] = match group {
            Group::One(part) => &[(vec![*part], area.width)],
            Group::Columns(columns) => columns,
        };
        let mut x = area.x;
        let mut deepest = y;
        for (nth, (parts, width)) in columns.iter().enumerate() {
            if nth > 0 {
                x = area.right().saturating_sub(*width);
            }
            let mut at = (y, above);
            for part in parts {
                let height = layout.part_height(*part);
                let air = layout.air_above(*part, height, at.1);
                at = (at.0 + air + height, at.1 + height);
                if at.0 > area.height || (height == 0 && layout.parts[*part].state.is_out) {
                    at = (at.0 - air - height, at.1 - height);
                    placing.left_out += 1;
                    continue;
                }
                let room = Rect::new(x, area.y + at.0 - height, *width, height);
                placing.block = *part;
                placing.part(&layout.parts[*part], room);
            }
            deepest = deepest.max(at.0);
        }
        above += deepest - y;
        y = deepest;
    }
    Setting {
        rung: layout.rung,
        items: placing.items,
        left_out: placing.left_out,
    }
}

struct Placing {
    items: Vec<Item>,
    block: usize,
    left_out: usize,
    is_centred: bool,
}

impl Placing {
    fn put(&mut self, area: Rect, ink: Ink) {
        let block = self.block;
        self.items.push(Item { area, ink, block });
    }

    fn part(&mut self, part: &Part<'_>, room: Rect) {
        let tone = part.block.tone;
        match (&part.measured, &part.block.what) {
            (Measured::Words(forms), _) => {
                if let Some((size, lines)) = forms.get(part.state.form) {
                    self.lines(lines, *size, tone, room);
                }
            }
            (Measured::OneOf(size, lines, _), _) => self.lines(lines, *size, tone, room),
            (Measured::List(list), What::Rows { .. }) => {
                let room = self.in_the_middle(list.width(), room);
                self.from_the_left(|placing| placing.list(list, part, room));
            }
            (
                Measured::Field(size, most),
                What::Field {
                    text, cursor, hint, ..
                },
            ) => {
                let field = (text.as_str(), *cursor, hint.as_str());
                self.from_the_left(|placing| placing.field(field, (*size, *most), tone, room));
            }
            (Measured::Chips(size, in_lines), What::Chips { chips }) => {
                self.chips(chips, *size, in_lines, room);
            }
            (Measured::Picture(size, _), What::Picture(picture)) => {
                self.put(room, Ink::Picture(picture.clone(), *size));
            }
            _ => {}
        }
    }

    /// Lines within a list or a field begin where the list does, also on a page that is centred.
    fn from_the_left(&mut self, place: impl FnOnce(&mut Self)) {
        let is_centred = std::mem::take(&mut self.is_centred);
        place(self);
        self.is_centred = is_centred;
    }

    /// A room of this width in the middle of another, where the page is centred.
    fn in_the_middle(&self, width: u16, room: Rect) -> Rect {
        if !self.is_centred || width >= room.width {
            return room;
        }
        let x = room.x + (room.width - width) / 2;
        Rect { x, width, ..room }
    }

    fn list(&mut self, list: &List, part: &Part<'_>, room: Rect) {
        let What::Rows {
            label,
            rows,
            chosen,
            newest,
        } = &part.block.what
        else {
            return;
        };
        let sight = in_sight(list, part.state, *chosen, *newest);
        self.head(list, label.as_deref(), &sight, room);
        let head = list.head_rows(part.state.rows).min(room.height);
        let room = Rect {
            y: room.y + head,
            height: room.height - head,
            ..room
        };
        self.rows(list, (rows, *chosen), sight, room);
    }

    fn chips(&mut self, chips: &[Chip], size: Size, in_lines: &[usize], room: Rect) {
        let mut left = chips;
        for (row, count) in in_lines.iter().enumerate() {
            let (here, later) = left.split_at(*count);
            left = later;
            let widths = here.iter().map(|chip| chip_columns(chip, size));
            let wide = widths.sum::<u16>() + CHIP_GAP * (*count as u16).saturating_sub(1);
            let mut x = self.in_the_middle(wide, room).x;
            for chip in here {
                let width = chip_columns(chip, size);
                let y = room.y + row as u16 * size.rows();
                let area = Rect::new(x, y, width, size.rows()).intersection(room);
                self.put(area, Ink::Ground(chip.tone));
                let inside = Rect {
                    x: x + 1,
                    width: area.width.saturating_sub(2),
                    ..area
                };
                self.line(&chip.words, size, chip.tone, inside);
                x += width + CHIP_GAP;
            }
        }
    }

    fn lines(&mut self, lines: &[String], size: Size, tone: Tone, room: Rect) {
        for (row, line) in lines.iter().enumerate() {
            let y = room.y + row as u16 * size.rows();
            let area = Rect {
                y,
                height: size.rows(),
                ..room
            }
            .intersection(room);
            self.line(line, size, tone, area);
        }
    }

    /// One line; in the middle where the page is.
    fn line(&mut self, text: &str, size: Size, tone: Tone, room: Rect) {
        if text.is_empty() || room.is_empty() {
            return;
        }
        let width = columns(size, text).min(room.width);
        let x = if self.is_centred {
            room.x + (room.width - width) / 2
        } else {
            room.x
        };
        let text = text.to_owned();
        self.put(Rect { x, width, ..room }, Ink::Words { text, size, tone });
    }

    /// What stands over a list, and how many rows are out of sight.
    fn head(&mut self, list: &List, label: Option<&str>, sight: &Range<usize>, room: Rect) {
        let above = (sight.start > 0).then(|| format!("↑ {} more", sight.start));
        let below = list.rows.len() - sight.end;
        let below = (below > 0).then(|| format!("↓ {below} more"));
        let parts: Vec<_> = label
            .map(str::to_owned)
            .into_iter()
            .chain(above)
            .chain(below)
            .collect();
        let area = Rect {
            height: list.head.rows().min(room.height),
            ..room
        };
        if !parts.is_empty() {
            let words = parts.join("   ");
            let line = lines(list.head, &words, room.width)
                .into_iter()
                .next()
                .unwrap_or_default();
            self.line(&line, list.head, Tone::Quiet, area);
        }
    }

    fn rows(
        &mut self,
        list: &List,
        (rows, chosen): (&[Row], Option<usize>),
        sight: Range<usize>,
        room: Rect,
    ) {
        let mut y = room.y;
        for at in sight {
            let (row, set) = (&rows[at], &list.rows[at]);
            let height = set.count() * list.size.rows();
            let area = Rect { y, height, ..room }.intersection(room);
            let is_chosen = chosen == Some(at);
            if is_chosen {
                self.put(area, Ink::Ground(Tone::Chosen));
            }
            self.row(list, row, is_chosen, at, area);
            y += height;
        }
    }

    fn row(&mut self, list: &List, row: &Row, is_chosen: bool, at: usize, area: Rect) {
        let tone = |tone| if is_chosen { Tone::Chosen } else { tone };
        let size = list.size;
        let first = Rect {
            height: size.rows(),
            ..area
        }
        .intersection(area);
        let shifted = |by: u16, room: Rect| Rect {
            x: room.x + by.min(room.width),
            width: room.width.saturating_sub(by),
            ..room
        };
        self.line(&row.mark.sign, size, tone(row.mark.tone), first);
        self.line(
            &row.label,
            size,
            tone(Tone::Quiet),
            shifted(list.marks, first),
        );
        let words = shifted(list.marks + list.labels, area);
        let set = &list.rows[at];
        self.lines(&set.words, size, tone(row.tone), words);
        let last = set.words.len().saturating_sub(1) as u16;
        let under = |from: u16| {
            let down = (from * size.rows()).min(words.height);
            Rect {
                y: words.y + down,
                height: words.height - down,
                ..words
            }
        };
        match &set.tail {
            Tail::Behind(by) => {
                let line = Rect {
                    height: size.rows(),
                    ..under(last)
                };
                self.line(
                    &row.tail,
                    size,
                    tone(Tone::Quiet),
                    shifted(*by, line).intersection(area),
                );
            }
            Tail::Under(lines) => self.lines(lines, size, tone(Tone::Quiet), under(last + 1)),
        }
    }

    /// The lines of a field in which the cursor is, on their ground.
    fn field(
        &mut self,
        (text, cursor, hint): (&str, usize, &str),
        (size, most): (Size, u16),
        tone: Tone,
        room: Rect,
    ) {
        self.put(room, Ink::Ground(tone));
        // Typing changes no size: letters that the face lacks are plain on the same lines.
        let face = |line: &str| super::faces::width(size, line).map_or(Size::Plain, |_| size);
        let set = lines(
            size,
            text,
            room.width.saturating_sub(columns(size, "n")).max(1),
        );
        let (row, column) = cursor_in(&set, text, cursor, size);
        let from = (row + 1).saturating_sub(usize::from(most));
        for (nth, line) in set.iter().skip(from).take(usize::from(most)).enumerate() {
            let y = room.y + nth as u16 * size.rows();
            let area = Rect {
                y,
                height: size.rows(),
                ..room
            }
            .intersection(room);
            self.line(line, face(line), tone, area);
        }
        if text.is_empty() {
            let first = lines(size, hint, room.width)
                .into_iter()
                .next()
                .unwrap_or_default();
            self.line(
                &first,
                face(&first),
                Tone::Hint,
                Rect {
                    height: size.rows(),
                    ..room
                },
            );
        }
        let letter = text
            .chars()
            .nth(cursor)
            .filter(|c| !c.is_whitespace())
            .unwrap_or(' ')
            .to_string();
        let y = room.y + (row - from) as u16 * size.rows();
        let at = Rect::new(
            room.x + column,
            y,
            columns(size, &letter).max(1),
            size.rows(),
        );
        self.put(at.intersection(room), Ink::Cursor { letter, size });
    }
}

/// The rows in sight: with the chosen one, else the last or the first.
fn in_sight(list: &List, state: State, chosen: Option<usize>, newest: bool) -> Range<usize> {
    let all = list.rows.len();
    let many = state.rows.min(all);
    let from = match chosen {
        Some(chosen) => chosen
            .min(all.saturating_sub(1))
            .saturating_sub(many / 2)
            .min(all - many),
        None if newest => all - many,
        None => 0,
    };
    from..from + many
}

/// The line and the column in which the cursor stands.
fn cursor_in(set: &[String], text: &str, cursor: usize, size: Size) -> (usize, u16) {
    let letters: Vec<char> = text.chars().collect();
    let mut passed = 0;
    for (row, line) in set.iter().enumerate() {
        while passed < cursor && letters.get(passed).is_some_and(|c| c.is_whitespace()) {
            passed += 1;
        }
        let length = line.chars().count();
        let is_last = row + 1 == set.len();
        if cursor <= passed + length || is_last {
            let before: String = line.chars().take(cursor.saturating_sub(passed)).collect();
            // Behind the last letter, spaces that were just typed count.
            let spaces = cursor.saturating_sub(passed + length);
            return (
                row,
                columns(size, &before) + columns(size, " ") * spaces as u16,
            );
        }
        passed += length;
    }
    (0, 0)
}
