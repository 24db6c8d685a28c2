//! How high a block is in a width, on a rung: for each of its forms, each number of its rows, each height of its picture.

use super::block::{Block, Chip, GivesWay, Role, Row, What};
use super::faces::Size;
use super::flow::{balanced, columns, largest, lines};
use super::ladder::Rung;

/// The most lines of a title, before a shorter form takes its place.
const LINES_OF_A_TITLE: usize = 2;
/// Of the width of a list, the words get at least this part, in percent.
const LEAST_OF_WORDS: u16 = 40;

/// A block measured.
#[derive(Debug, Clone)]
pub(super) enum Measured {
    /// Words: for each form, its size and its lines.
    Words(Vec<(Size, Vec<String>)>),
    /// One of several texts: their size, the lines of the one that is shown, and those of the longest.
    OneOf(Size, Vec<String>, usize),
    /// A list.
    List(List),
    /// A field: its size and its lines.
    Field(Size, u16),
    /// Words to pick from: their size, and the number in each line.
    Chips(Size, Vec<usize>),
    /// A picture: the size of its words, its least, whole and most height.
    Picture(Size, [u16; 3]),
}

/// A list measured.
#[derive(Debug, Clone)]
pub(super) struct List {
    /// The size of its words.
    pub(super) size: Size,
    /// The size of what stands over it.
    pub(super) head: Size,
    /// The columns of the signs, with the gap behind them.
    pub(super) marks: u16,
    /// The columns of the labels, with the gap behind them.
    pub(super) labels: u16,
    /// The lines of each row, the tail last where it has a line of its own.
    pub(super) rows: Vec<RowLines>,
    /// Whether something stands over it even where all rows are in sight.
    has_label: bool,
}

/// The lines of one row.
#[derive(Debug, Clone)]
pub(super) struct RowLines {
    /// The words.
    pub(super) words: Vec<String>,
    /// What is behind them: on their last line, or on lines of its own.
    pub(super) tail: Tail,
    /// The columns of the last line with the tail behind it.
    behind: u16,
}

/// Where the tail of a row stands.
#[derive(Debug, Clone)]
pub(super) enum Tail {
    /// Behind the words, after so many columns.
    Behind(u16),
    /// On these lines under them.
    Under(Vec<String>),
}

/// Measures a block in a width. What stands side by side is measured by its own blocks.
pub(super) fn measure(block: &Block, rung: &Rung, width: u16) -> Option<Measured> {
    let size = rung.size(block.role);
    Some(match &block.what {
        What::Words { forms } => Measured::Words(words(forms, block.role, size, width)),
        What::OneOf { texts, at } => {
            let size = largest(size, width, texts.iter().map(String::as_str));
            let set = |text: &String| set_words(size, text, width);
            let most = texts.iter().map(|text| set(text).len()).max();
            let shown = texts.get(*at).map(set).unwrap_or_default();
            Measured::OneOf(size, shown, most.unwrap_or(0))
        }
        What::Rows { label, rows, .. } => {
            let head = rung.size(Role::Aside);
            Measured::List(list(rows, (size, head), label.is_some(), width))
        }
        What::Field { most, .. } => Measured::Field(size, *most),
        What::Chips { chips } => {
            let words = chips.iter().map(|chip| chip.words.as_str());
            let size = largest(size, width.saturating_sub(2), words);
            Measured::Chips(size, chip_lines(chips, size, width))
        }
        What::Picture(picture) => {
            let heights = picture.heights(size);
            Measured::Picture(size, [heights.least, heights.whole, heights.most])
        }
        What::Beside { .. } => return None,
    })
}

/// Each form in the largest size in which it can be set; a title in at most two lines where that can be.
fn words(forms: &[String], role: Role, size: Size, width: u16) -> Vec<(Size, Vec<String>)> {
    let set = |text: &String| {
        let mut size = largest(size, width, [text.as_str()]);
        let mut lines = set_words(size, text, width);
        while role == Role::Title && lines.len() > LINES_OF_A_TITLE && size > Size::Plain {
            size = largest(below(size), width, [text.as_str()]);
            lines = set_words(size, text, width);
        }
        (size, lines)
    };
    let mut set: Vec<_> = forms.iter().map(set).collect();
    // A shorter form that is set larger takes the place of a longer one.
    if role == Role::Title {
        let best = set.iter().map(|(size, _)| *size).max();
        let first = set.iter().position(|(size, _)| Some(*size) == best);
        set.drain(..first.unwrap_or(0));
    }
    set
}

/// The next smaller size.
fn below(size: Size) -> Size {
    let smaller = Size::ALL.into_iter().filter(|one| *one < size);
    smaller.max().unwrap_or_default()
}

/// Large lines are balanced; plain ones are filled.
pub(super) fn set_words(size: Size, text: &str, width: u16) -> Vec<String> {
    if size == Size::Plain {
        lines(size, text, width)
    } else {
        balanced(size, text, width)
    }
}

fn list(rows: &[Row], (size, head): (Size, Size), has_label: bool, width: u16) -> List {
    let sizes = Size::ALL.into_iter().rev().filter(|one| *one <= size);
    let fitting = |size: &Size| {
        let (marks, labels) = sides(rows, *size);
        let room = width.saturating_sub(marks + labels);
        let texts = rows.iter().flat_map(|row| {
            let texts = [&row.words, &row.tail, &row.label, &row.mark.sign];
            texts.map(String::as_str)
        });
        *size == Size::Plain
            || (room * 100 >= width * LEAST_OF_WORDS && largest(*size, room, texts) == *size)
    };
    let size = sizes.into_iter().find(fitting).unwrap_or_default();
    let (marks, labels) = sides(rows, size);
    let room = width.saturating_sub(marks + labels);
    List {
        size,
        head,
        marks,
        labels,
        rows: rows.iter().map(|row| row_lines(row, size, room)).collect(),
        has_label,
    }
}

/// The columns of the signs and of the labels, each with the gap behind it.
fn sides(rows: &[Row], size: Size) -> (u16, u16) {
    let widest = |text: fn(&Row) -> &str, gap: &str| {
        let widest = rows.iter().map(|row| columns(size, text(row))).max();
        widest
            .filter(|columns| *columns > 0)
            .map_or(0, |widest| widest + columns(size, gap).max(1))
    };
    (
        widest(|row| &row.mark.sign, " "),
        widest(|row| &row.label, "  "),
    )
}

fn row_lines(row: &Row, size: Size, width: u16) -> RowLines {
    let words = lines(size, &row.words, width);
    let last = words.last().map_or(0, |line| columns(size, line));
    let gap = columns(size, "  ").max(2);
    let behind = last + gap + columns(size, &row.tail);
    if row.tail.is_empty() {
        let tail = Tail::Behind(0);
        return RowLines {
            words,
            tail,
            behind: last,
        };
    }
    if behind <= width {
        let tail = Tail::Behind(last + gap);
        return RowLines {
            words,
            tail,
            behind,
        };
    }
    let tail = Tail::Under(lines(size, &row.tail, width));
    RowLines {
        words,
        tail,
        behind: last,
    }
}

/// How many of the words to pick from stand in each line.
fn chip_lines(chips: &[Chip], size: Size, width: u16) -> Vec<usize> {
    let mut in_lines = Vec::new();
    let mut used = width;
    for chip in chips {
        let wide = chip_columns(chip, size);
        if used + CHIP_GAP + wide <= width {
            used += CHIP_GAP + wide;
            if let Some(last) = in_lines.last_mut() {
                *last += 1;
            }
        } else {
            used = wide;
            in_lines.push(1);
        }
    }
    in_lines
}

/// The columns between two words to pick from.
pub(super) const CHIP_GAP: u16 = 2;

/// The columns of a word to pick, with its ground at both sides.
pub(super) fn chip_columns(chip: &Chip, size: Size) -> u16 {
    columns(size, &chip.words) + 2
}

impl RowLines {
    /// The columns of its widest line.
    fn width(&self, size: Size) -> u16 {
        let under = match &self.tail {
            Tail::Behind(_) => &[],
            Tail::Under(lines) => lines.as_slice(),
        };
        let lines = self.words.iter().chain(under);
        let widest = lines.map(|line| columns(size, line)).max().unwrap_or(0);
        widest.max(self.behind)
    }

    /// How many lines it takes, at least one.
    pub(super) fn count(&self) -> u16 {
        let under = match &self.tail {
            Tail::Behind(_) => 0,
            Tail::Under(lines) => lines.len(),
        };
        (self.words.len() + under).max(1) as u16
    }
}

impl List {
    /// The columns of its widest row.
    pub(super) fn width(&self) -> u16 {
        let widest = self.rows.iter().map(|row| row.width(self.size)).max();
        self.marks + self.labels + widest.unwrap_or(0)
    }

    /// The rows of the line over it, where so many of its rows are in sight.
    pub(super) fn head_rows(&self, in_sight: usize) -> u16 {
        if self.has_label || in_sight < self.rows.len() {
            self.head.rows()
        } else {
            0
        }
    }

    /// How high it is with so many rows in sight, whichever they are.
    fn height(&self, in_sight: usize) -> u16 {
        let heights: Vec<_> = self.rows.iter().map(RowLines::count).collect();
        let windows = heights.windows(in_sight.clamp(1, heights.len().max(1)));
        let most = windows.map(|window| window.iter().sum::<u16>()).max();
        let lines = if in_sight == 0 { 0 } else { most.unwrap_or(0) };
        self.head_rows(in_sight) + lines * self.size.rows()
    }
}

/// How a block stands while the page is solved: the larger each of these, the more of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    /// The form of its words.
    pub(super) form: usize,
    /// How many of its rows are in sight.
    pub(super) rows: usize,
    /// The height of its picture.
    pub(super) picture: u16,
    /// Whether it is left out.
    pub(super) is_out: bool,
}

impl Measured {
    /// The state in which all of it is shown.
    pub(super) fn whole(&self) -> State {
        State {
            form: 0,
            rows: match self {
                Self::List(list) => list.rows.len(),
                _ => 0,
            },
            picture: match self {
                Self::Picture(_, [_, whole, _]) => *whole,
                _ => 0,
            },
            is_out: false,
        }
    }

    /// The state in which it takes the least room.
    pub(super) fn least(&self, gives_way: GivesWay) -> State {
        let mut state = self.whole();
        match self {
            _ if gives_way == GivesWay::Never => {}
            Self::Words(forms) => state.form = forms.len().saturating_sub(1),
            Self::List(list) => {
                state.rows = match gives_way {
                    GivesWay::Rows(least) => least.min(list.rows.len()),
                    GivesWay::Out => list.rows.len().min(1),
                    GivesWay::Never | GivesWay::Shorter => list.rows.len(),
                }
            }
            Self::Picture(_, [least, ..]) => state.picture = *least,
            Self::OneOf(..) | Self::Field(..) | Self::Chips(..) => {}
        }
        state.is_out = gives_way == GivesWay::Out;
        state
    }

    /// How high it is in a state.
    pub(super) fn height(&self, state: State) -> u16 {
        if state.is_out {
            return 0;
        }
        match self {
            Self::Words(forms) => forms
                .get(state.form)
                .map_or(0, |(size, lines)| size.rows() * lines.len() as u16),
            Self::OneOf(size, _, most) => size.rows() * *most as u16,
            Self::List(list) => list.height(state.rows),
            Self::Field(size, most) => size.rows() * most,
            Self::Chips(size, in_lines) => size.rows() * in_lines.len() as u16,
            Self::Picture(..) => state.picture,
        }
    }
}
