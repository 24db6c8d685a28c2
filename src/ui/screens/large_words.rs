//! What people have said in their own words, as large as it fits: whole, or its beginning over the whole.

use crate::ui::page::Column;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::wrap::{beginning, wrap, wrap_within};
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

/// A sentence of their own, such as a promise.
///
/// One that is too long for block letters is not lost on the back row: its first words stand in block letters, and
/// under them all of it in plain ones, or as much as there is room for where it may be shortened.
#[derive(Debug, Clone, Copy)]
pub struct LargeWords<'a> {
    /// The words.
    pub words: &'a str,
    /// Their style.
    pub style: Style,
    /// The largest letters they may take.
    pub largest: LetterSize,
    /// Whether the plain letters under a beginning may leave some out, with a sign, where it can't be large else.
    may_shorten: bool,
}

/// How the words stand.
enum Form {
    Whole,
    /// The first words with a sign for the rest; on so many lines under them all that is said, in plain letters.
    Beginning(String, u16),
    Plain,
}

/// The lines of plain letters that are left under a beginning where there is no room for all; a sign tells of the rest.
const FEWEST_LINES: u16 = 2;

/// From so many letters on, a beginning says what the words are about.
const SAYS_ENOUGH: usize = 20;

/// The fewest words and letters of a beginning: less than this says nothing.
const FEWEST: (usize, usize) = (3, 15);

impl<'a> LargeWords<'a> {
    /// Words in letters of any size.
    pub fn new(words: &'a str, style: Style) -> Self {
        Self {
            words,
            style,
            largest: LetterSize::Sixfold,
            may_shorten: false,
        }
    }

    /// Rather shortened under their beginning than all plain.
    pub fn or_shortened(self) -> Self {
        Self {
            may_shorten: true,
            ..self
        }
    }

    /// In letters of at most this size.
    pub fn at_most(self, largest: LetterSize) -> Self {
        Self { largest, ..self }
    }

    /// Whether all of the words stand in block letters in a room of so many columns and rows.
    pub fn is_whole(&self, (width, rows): (u16, u16)) -> bool {
        self.headline(self.words).is_large(width, rows.max(1))
    }

    /// Whether at least their beginning stands in block letters.
    pub fn is_large(&self, room: (u16, u16)) -> bool {
        !matches!(self.form(room), Form::Plain)
    }

    /// Whether at least so much of them does that it says what they are about.
    pub fn is_long(&self, room: (u16, u16)) -> bool {
        match self.form(room) {
            Form::Whole => true,
            Form::Beginning(first, _) => first.chars().count() >= SAYS_ENOUGH,
            Form::Plain => false,
        }
    }

    /// The first of these ways to use a screen that leaves the words the room to be whole; else to begin well; else to
    /// begin at all. `room` says which room a way leaves them.
    pub fn best<'w, W>(&self, ways: &'w [W], room: impl Fn(&W) -> (u16, u16)) -> Option<&'w W> {
        let first = |is_so: &dyn Fn((u16, u16)) -> bool| ways.iter().find(|way| is_so(room(way)));
        first(&|room| self.is_whole(room))
            .or_else(|| first(&|room| self.is_long(room)))
            .or_else(|| first(&|room| self.is_large(room)))
    }

    /// The rows they take in a room of so many columns and rows.
    pub fn height_for(&self, (width, rows): (u16, u16)) -> u16 {
        match self.form((width, rows)) {
            Form::Whole => self.headline(self.words).height_for(width, rows),
            Form::Beginning(first, lines) => {
                let (large, gap) = self.beginning_rows((&first, lines), (width, rows));
                large + gap + lines
            }
            Form::Plain => self.plain_rows(width).min(rows.max(1)),
        }
    }

    /// Draws them while `below` rows stay free.
    pub fn draw(&self, below: u16, column: &mut Column<'_>) {
        let (width, rows) = (column.width() as u16, column.rows_left());
        let rows = rows.saturating_sub(below).max(1);
        match self.form((width, rows)) {
            Form::Whole => {
                let headline = self.headline(self.words);
                column.widget(headline.height_for(width, rows), &headline);
            }
            Form::Beginning(first, lines) => {
                let (large, gap) = self.beginning_rows((&first, lines), (width, rows));
                column.widget(large, &self.headline(&first));
                column.gap(gap);
                self.draw_plain(usize::from(lines), column);
            }
            Form::Plain => self.draw_plain(usize::from(rows), column),
        }
    }

    /// The rows of a beginning in a room, and those between it and the lines under it: one where it costs the letters
    /// nothing.
    fn beginning_rows(&self, (first, lines): (&str, u16), (width, rows): (u16, u16)) -> (u16, u16) {
        let left = rows.saturating_sub(lines);
        let large = self.headline(first).height_for(width, left);
        (large, u16::from(large < left))
    }

    /// Draws all of them plain, in at most so many rows.
    fn draw_plain(&self, rows: usize, column: &mut Column<'_>) {
        let bold = self.style.add_modifier(Modifier::BOLD);
        for line in wrap_within(self.words, column.width(), rows) {
            column.line(Span::styled(line, bold));
        }
    }

    fn headline<'w>(&self, words: &'w str) -> Headline<'w> {
        Headline::new(words).style(self.style).at_most(self.largest)
    }

    /// The rows that they take in plain letters.
    fn plain_rows(&self, width: u16) -> u16 {
        wrap(self.words, usize::from(width)).len() as u16
    }

    fn form(&self, (width, rows): (u16, u16)) -> Form {
        if self.is_whole((width, rows)) {
            return Form::Whole;
        }
        let whole = self.plain_rows(width);
        let fewer = self.may_shorten.then(|| whole.min(FEWEST_LINES));
        let mut lines = [whole].into_iter().chain(fewer);
        let beginning = lines.find_map(|lines| {
            let first = self.beginning(width, rows.saturating_sub(lines))?;
            Some(Form::Beginning(first, lines))
        });
        beginning.unwrap_or(Form::Plain)
    }

    /// As many of the first words as are large in a room; none where they are too few to say anything.
    fn beginning(&self, width: u16, rows: u16) -> Option<String> {
        let beginning = |many: usize| beginning(self.words, many);
        let is_large = |many: usize| self.headline(&beginning(many)).is_large(width, rows);
        // More words never need fewer rows, so that the most that fit are found by halving.
        let (mut fit, mut too_many) = (0, self.words.split_whitespace().count());
        while fit + 1 < too_many {
            let middle = usize::midpoint(fit, too_many);
            if is_large(middle) {
                fit = middle;
            } else {
                too_many = middle;
            }
        }
        let first = (fit >= FEWEST.0).then(|| beginning(fit));
        first.filter(|first| first.chars().count() > FEWEST.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    const SHORT: &str = "Answer within three rings";
    const LONG: &str = "Whoever answers gives their name, asks for ours, and calls back before \
                        closing time if they said that they would";

    fn form(words: &str, room: (u16, u16)) -> Form {
        LargeWords::new(words, Style::new()).form(room)
    }

    #[test]
    fn short_words_are_large_as_a_whole() {
        assert!(matches!(form(SHORT, (58, 9)), Form::Whole));
        assert!(matches!(form(LONG, (58, 40)), Form::Whole));
    }

    #[test]
    fn of_long_ones_the_beginning_is_large_and_nothing_is_lost() {
        let Form::Beginning(first, _) = form(LONG, (58, 12)) else {
            panic!("no beginning");
        };
        assert_eq!(first, "Whoever answers gives their name…");
        let area = Rect::new(0, 0, 58, 12);
        let mut buf = Buffer::empty(area);
        let words = LargeWords::new(LONG, Style::new());
        words.draw(0, &mut Column::new(area, &mut buf));
        assert!(words.height_for((58, 12)) <= 12);
        let rows = buf.content.chunks(58).map(|row| {
            let row = row.iter().map(ratatui::buffer::Cell::symbol);
            row.collect::<String>().trim().to_owned()
        });
        let shown: Vec<_> = rows.filter(|row| !row.is_empty()).collect();
        assert!(shown.join(" ").ends_with(LONG));
    }

    #[test]
    fn a_longer_beginning_is_worth_more_than_what_stands_under_it() {
        let words = LargeWords::new(LONG, Style::new());
        let room = |below: &u16| (58, 15 - below);
        assert_eq!(words.best(&[6, 5, 3, 2], room), Some(&5));
        let one_line = words.best(&[7, 6], room);
        assert_eq!(one_line, None, "less than that says nothing");
        assert_eq!(words.best(&[12], room), None);
    }

    #[test]
    fn where_nothing_large_fits_they_are_plain() {
        assert!(matches!(form(SHORT, (58, 3)), Form::Plain));
        assert!(matches!(form("顧客満足", (58, 9)), Form::Plain));
        assert_eq!(LargeWords::new(LONG, Style::new()).height_for((58, 1)), 1);
    }
}
