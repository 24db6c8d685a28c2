//! A headline as large as fits: the terminal's own large letters or block letters where there is room, plain bold
//! where not.

use ratatui::buffer::Buffer;
use ratatui::layout::{HorizontalAlignment, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::Widget;

pub use super::letter_size::LetterSize;

use super::large_lines::LargeLines;
use super::letters::{self, Letters};
use super::pen::Pen;
use super::wrap::{cells, wrap_within};
use crate::ui::big_text::MAY_BE_LARGE;

/// A text to be drawn as large as its area allows, from its top on.
#[derive(Debug, Clone)]
pub struct Headline<'a> {
    text: &'a str,
    style: Style,
    largest: LetterSize,
    /// The most lines of block letters.
    most_lines: usize,
    alignment: HorizontalAlignment,
}

/// The headline as it will be drawn.
enum Form {
    Large(LargeLines),
    Blocks(LetterSize, Vec<Letters>),
    Plain(Vec<String>),
}

impl<'a> Headline<'a> {
    /// A headline, bold and at the left, in any size.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            style: Style::new().add_modifier(Modifier::BOLD),
            largest: LetterSize::Sixfold,
            most_lines: usize::MAX,
            alignment: HorizontalAlignment::Left,
        }
    }

    /// A headline in the smallest block letters, which stand beside larger ones.
    pub fn small(text: &'a str) -> Self {
        Self::new(text).at_most(LetterSize::Quarter)
    }

    /// Another text, drawn the same way.
    pub fn with_text<'b>(&self, text: &'b str) -> Headline<'b> {
        Headline {
            text,
            style: self.style,
            largest: self.largest,
            most_lines: self.most_lines,
            alignment: self.alignment,
        }
    }

    /// The style of the letters.
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The largest size it may take.
    pub fn at_most(mut self, largest: LetterSize) -> Self {
        self.largest = largest;
        self
    }

    /// Large only where all of it stands on one line.
    pub fn on_one_line(mut self) -> Self {
        self.most_lines = 1;
        self
    }

    /// Each line in the middle.
    pub fn centred(mut self) -> Self {
        self.alignment = HorizontalAlignment::Center;
        self
    }

    /// Each line at the right.
    pub fn at_right(mut self) -> Self {
        self.alignment = HorizontalAlignment::Right;
        self
    }

    /// The rows it takes in a width, at most `max_height`.
    pub fn height_for(&self, width: u16, max_height: u16) -> u16 {
        self.extent(width, max_height).1
    }

    /// The columns and rows it takes in an area of this size.
    pub fn extent(&self, width: u16, max_height: u16) -> (u16, u16) {
        let (width, height) = match self.form(width, max_height) {
            Form::Large(lines) => lines.extent(),
            Form::Blocks(size, lines) => size.cells(extent(&lines)),
            Form::Plain(lines) => {
                let longest = lines.iter().map(|line| cells(line)).max();
                (longest.unwrap_or(0), lines.len())
            }
        };
        (width as u16, height as u16)
    }

    /// Whether it is larger than plain letters in an area of this size.
    ///
    /// Twice as large is not called large where the script has block letters, which are larger from their first size on.
    pub fn is_large(&self, width: u16, max_height: u16) -> bool {
        match self.form(width, max_height) {
            Form::Large(lines) => lines.scale > 2 || Letters::of(self.text).is_none(),
            Form::Blocks(..) => true,
            Form::Plain(_) => false,
        }
    }

    /// The rows of one of its lines in an area of this size.
    pub fn line_rows(&self, width: u16, max_height: u16) -> u16 {
        match self.form(width, max_height) {
            Form::Large(lines) => lines.scale as u16,
            Form::Blocks(size, _) => size.line_rows() as u16,
            Form::Plain(_) => 1,
        }
    }

    /// The size of the block letters that an area of this size gives.
    pub fn size_for(&self, width: u16, max_height: u16) -> LetterSize {
        match self.lettered(width, max_height) {
            Form::Blocks(size, _) => size,
            Form::Large(_) | Form::Plain(_) => LetterSize::Plain,
        }
    }

    /// The rows of block letters, or of plain ones, in an area of this size, without their style.
    pub fn rows(&self, width: u16, max_height: u16) -> Vec<String> {
        match self.lettered(width, max_height) {
            Form::Blocks(size, lines) => self.block_rows(size, &lines),
            Form::Large(LargeLines { lines, .. }) | Form::Plain(lines) => lines,
        }
    }

    fn form(&self, width: u16, height: u16) -> Form {
        let lettered = self.lettered(width, height);
        if !self.style.add_modifier.contains(MAY_BE_LARGE) {
            return lettered;
        }
        let size = (usize::from(width), usize::from(height));
        let blocks = match lettered {
            Form::Blocks(size, _) => size,
            Form::Large(_) | Form::Plain(_) => LetterSize::Plain,
        };
        LargeLines::of(self.text, size, (self.largest, self.most_lines))
            .filter(|lines| {
                let is_large = lines.scale > 2;
                lines.are_as_good_as(blocks) || (is_large && !Letters::keep_accents(self.text))
            })
            .map_or(lettered, Form::Large)
    }

    /// The headline without letters of the terminal's own.
    fn lettered(&self, width: u16, height: u16) -> Form {
        let (width, height) = (usize::from(width), usize::from(height));
        let words = self.words().unwrap_or_default();
        LetterSize::BLOCKS
            .into_iter()
            .filter(|size| *size <= self.largest && !words.is_empty())
            .find_map(|size| {
                let lines = balanced(&words, size.pixels_across(width))?;
                let fits = size.cells(extent(&lines)).1 <= height;
                (fits && lines.len() <= self.most_lines).then_some(Form::Blocks(size, lines))
            })
            .unwrap_or_else(|| Form::Plain(wrap_within(self.text, width, height)))
    }

    /// The pixels that all of it takes on one line of block letters; none where it has no block form.
    pub fn pixels(&self) -> Option<usize> {
        let words = self.words().filter(|words| !words.is_empty())?;
        Some(Letters::join(&words).width())
    }

    /// The words in block letters; none where any has no block form.
    fn words(&self) -> Option<Vec<Letters>> {
        self.text.split_whitespace().map(Letters::of).collect()
    }

    fn start(&self, room: i32, length: i32) -> i32 {
        match self.alignment {
            HorizontalAlignment::Left => 0,
            HorizontalAlignment::Center => (room - length).max(0) / 2,
            HorizontalAlignment::Right => (room - length).max(0),
        }
    }

    fn draw_large(&self, lines: &LargeLines, area: Rect, buf: &mut Buffer) {
        // A line under the words would be as thick as a letter of the rest.
        let style = self
            .style
            .add_modifier(Modifier::BOLD)
            .remove_modifier(Modifier::UNDERLINED);
        let mut corner = area.as_position();
        for line in &lines.lines {
            let length = cells(line) * lines.scale;
            let left = self.start(i32::from(area.width), length as i32);
            corner.x = area.x.saturating_add(left as u16);
            lines.draw(line, corner, style, buf);
            corner.y = corner.y.saturating_add(lines.scale as u16);
        }
    }

    /// The rows of characters of lines of block letters.
    fn block_rows(&self, size: LetterSize, lines: &[Letters]) -> Vec<String> {
        let widest = lines.iter().map(Letters::width).max().unwrap_or(0);
        let spare = |line: &Letters| match self.alignment {
            HorizontalAlignment::Left => 0,
            HorizontalAlignment::Center => (widest - line.width()) / 2,
            HorizontalAlignment::Right => widest - line.width(),
        };
        let tops = tops(lines);
        let pixel = |x: usize, y: usize| {
            let line = tops.iter().rposition(|top| *top <= y).unwrap_or(0);
            let at = x.checked_sub(spare(&lines[line]));
            at.is_some_and(|x| lines[line].pixel(x, y - tops[line]))
        };
        let (columns, rows) = size.cells(extent(lines));
        let row = |y| (0..columns).map(|x| size.symbol(x, y, pixel)).collect();
        (0..rows).map(row).collect()
    }
}

impl Widget for &Headline<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let bold = self.style.add_modifier(Modifier::BOLD);
        let form = self.form(area.width, area.height);
        if let Form::Large(lines) = form {
            return self.draw_large(&lines, area, buf);
        }
        let mut pen = Pen::new(area, buf);
        let (rows, style) = match form {
            Form::Large(LargeLines { lines, .. }) | Form::Plain(lines) => (lines, bold),
            Form::Blocks(size, lines) => (self.block_rows(size, &lines), of_blocks(self.style)),
        };
        for (y, row) in rows.iter().enumerate() {
            let left = self.start(pen.width(), cells(row) as i32);
            pen.put(left, y as i32, row, style);
        }
    }
}

/// The style of block letters. They are areas, not signs: an underline would draw a line through each of their rows,
/// and on a ground of its own a letter that reaches the edge runs into what is beside it. The screen's own ink stays.
pub(super) fn of_blocks(style: Style) -> Style {
    let style = style.remove_modifier(Modifier::UNDERLINED);
    match style.bg {
        None | Some(Color::Reset) => style,
        Some(_) => Style {
            fg: None,
            bg: None,
            ..style
        },
    }
}

/// The words over as few lines as `width` pixels allow, the lines about equally long; `None` when a
/// word is longer than a line.
fn balanced(words: &[Letters], width: usize) -> Option<Vec<Letters>> {
    let fewest = break_at(words, width)?.len();
    let narrow = |width: usize| {
        let lines = break_at(words, width)?;
        (lines.len() == fewest).then_some(lines)
    };
    let (mut low, mut high) = (0, width);
    while low < high {
        let middle = usize::midpoint(low, high);
        if narrow(middle).is_some() {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    narrow(high)
}

fn break_at(words: &[Letters], width: usize) -> Option<Vec<Letters>> {
    let mut lines: Vec<Vec<&Letters>> = Vec::new();
    for word in words {
        if word.width() > width {
            return None;
        }
        let fits = lines.last().is_some_and(|line| {
            let used: usize = line.iter().map(|word| word.width()).sum();
            letters::line_width(used + word.width(), line.len() + 1) <= width
        });
        match lines.last_mut() {
            Some(line) if fits => line.push(word),
            _ => lines.push(vec![word]),
        }
    }
    Some(lines.into_iter().map(Letters::join).collect())
}

/// The pixel row at which each line begins: one more apart where a letter hangs below its line.
fn tops(lines: &[Letters]) -> Vec<usize> {
    let mut next = 0;
    let tops = lines.iter().map(|line| {
        let top = next;
        next += letters::ROWS + usize::from(line.descends());
        top
    });
    tops.collect()
}

/// Columns and rows of all lines, in pixels.
fn extent(lines: &[Letters]) -> (usize, usize) {
    let width = lines.iter().map(Letters::width).max().unwrap_or(0);
    let (Some(top), Some(last)) = (tops(lines).pop(), lines.last()) else {
        return (width, 0);
    };
    let height = letters::ROWS - usize::from(!last.descends());
    (width, top + height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_grows_with_its_area() {
        let call = Headline::new("Call");
        assert_eq!(call.size_for(200, 60), LetterSize::Sixfold);
        assert_eq!(call.size_for(120, 20), LetterSize::Fourfold);
        assert_eq!(call.size_for(40, 8), LetterSize::Full);
        assert_eq!(call.size_for(40, 4), LetterSize::Half);
        assert_eq!(call.size_for(16, 4), LetterSize::Quarter);
        assert_eq!(call.size_for(10, 4), LetterSize::Plain);
    }

    #[test]
    fn a_headline_breaks_between_words_for_larger_letters() {
        let question = Headline::new("How did they make me feel?");
        assert_eq!(question.size_for(80, 12), LetterSize::Half);
        assert!(question.height_for(80, 12) > 4);
        assert_eq!(question.size_for(100, 4), LetterSize::Quarter);
    }

    #[test]
    fn a_script_without_block_letters_stays_plain() {
        assert_eq!(Headline::new("顧客満足").height_for(80, 24), 1);
    }

    #[test]
    fn the_largest_size_is_kept() {
        let call = Headline::new("Call").at_most(LetterSize::Half);
        assert_eq!(call.size_for(200, 60), LetterSize::Half);
    }

    #[test]
    fn block_letters_are_not_underlined_and_stand_on_no_ground_of_their_own() {
        let chip = Style::new()
            .fg(Color::Black)
            .bg(Color::Yellow)
            .underlined()
            .bold();
        let area = Rect::new(0, 0, 40, 8);
        let mut buf = Buffer::empty(area);
        Headline::new("−2").style(chip).render(area, &mut buf);
        for cell in buf.content {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
            assert!(!cell.modifier.contains(Modifier::UNDERLINED));
        }
        let mut buf = Buffer::empty(area);
        let plain = Rect::new(0, 0, 6, 1);
        Headline::new("−2").style(chip).render(plain, &mut buf);
        assert_eq!(buf[(0, 0)].bg, Color::Yellow, "a plain one keeps all");
    }
}
