//! The row that is typed, in large letters: everybody sees from their chair whether it is what they hold up.

use super::super::subject::{Standing, Subject};
use super::Cards;
use super::form::Form;
use super::lettering::{SIZES, columns, forms, gap, in_letters, line_rows, longest, widest};
use super::row::shown;
use crate::model::ballot::Ask;
use crate::ui::screen::View;
use crate::ui::widgets::headline::LetterSize;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// More answers than these are not shown beside each other in letters as large as can be: the one that is typed is.
const MOST_ANSWERS: usize = 2;

/// What stands in the place of the answers of somebody who passed.
const PASSED: &str = "passed";

/// The rows of everybody, for large letters.
pub(super) struct Large<'a> {
    cards: &'a Cards,
    subject: Subject,
    view: &'a View<'a>,
    asks: Vec<Ask>,
    /// What everybody is called, in ever fewer letters.
    forms: Vec<Vec<String>>,
}

impl<'a> Large<'a> {
    pub(super) fn new(cards: &'a Cards, subject: Subject, view: &'a View<'a>) -> Self {
        let labels = cards.rows.iter().map(|(id, _)| view.session.label(id));
        let asks = subject.asks(view.session);
        let forms = forms(labels.collect());
        Self {
            cards,
            subject,
            view,
            asks,
            forms,
        }
    }

    /// The row that is typed and, where it loses nothing by that, the one that was typed before it.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) {
        let Some(form) = self.typed(area.width, area.height) else {
            return;
        };
        let beside = area.height.saturating_sub(LINE + 1);
        let last = self.last(area.width).zip(self.typed(area.width, beside));
        let last = last.filter(|(_, beside)| beside.says_as_much_as(&form));
        let Some((last, form)) = last else {
            return self.draw_row(&form, self.cards.at, "", area, buf);
        };
        self.draw_row(&form, self.cards.at, "", area, buf);
        let just = self
            .cards
            .just
            .filter(|just| *just != self.cards.at && self.standing(*just) != Standing::Missing);
        if let Some(just) = just {
            let under = form.rows() + 1;
            let place = Rect {
                y: area.y + under.min(area.height),
                height: area.height.saturating_sub(under),
                ..area
            };
            self.draw_row(&last, just, mark(self.standing(just)), place, buf);
        }
    }

    /// The row that is typed as large as so many columns and rows let it be, whoever's it is.
    fn typed(&self, width: u16, rows: u16) -> Option<Form> {
        let all = self.asks.len() <= MOST_ANSWERS;
        let of_names = |names: &Vec<String>| {
            let mut low_enough = SIZES.into_iter().filter(|size| line_rows(*size) <= rows);
            let beside = low_enough.find_map(|size| self.in_line(names, (size, ""), all, width));
            let over = self.with_names_over(names, all, (width, rows));
            match (beside, over) {
                (Some(beside), Some(over)) if line_rows(over.size) > line_rows(beside.size) => {
                    Some(over)
                }
                (beside, over) => beside.or(over),
            }
        };
        let large = self.forms.iter().find_map(of_names);
        large.or_else(|| self.under_plain_names(all, (width, rows)))
    }

    /// The row that was typed before: a line of the smallest letters.
    fn last(&self, width: u16) -> Option<Form> {
        let size = LetterSize::Quarter;
        let mut forms = self.forms.iter();
        forms.find_map(|names| self.in_line(names, (size, "✓"), true, width))
    }

    /// Everybody's row in the smallest letters, after a mark, with names that are whole or nearly so.
    pub(super) fn listed(&self, width: u16) -> Option<Form> {
        let size = LetterSize::Quarter;
        let mut forms = self.forms.iter().take(4);
        forms.find_map(|names| self.in_line(names, (size, "○"), true, width))
    }

    /// The names and the answers beside them, in letters of a size, where they fit into the width.
    fn in_line(
        &self,
        names: &[String],
        (size, mark): (LetterSize, &str),
        all: bool,
        width: u16,
    ) -> Option<Form> {
        let mark = match mark {
            "" => 0,
            mark => columns(mark, size)? + gap(size),
        };
        let name = widest(names, size)?;
        let name = name + gap(size);
        let fits = mark + name + self.answers(size, all)? <= width;
        fits.then(|| Form {
            size,
            letters: size,
            names: names.to_vec(),
            mark,
            name,
            over: None,
            all,
        })
    }

    /// The answers as large as they can be under names that are large too.
    fn with_names_over(
        &self,
        names: &[String],
        all: bool,
        (width, rows): (u16, u16),
    ) -> Option<Form> {
        SIZES.into_iter().find_map(|size| {
            let left = rows.checked_sub(line_rows(size) + 1)?;
            let fits = self.answers(size, all)? <= width;
            let no_larger = SIZES.into_iter().filter(|letters| fits && *letters <= size);
            let mut small_enough = no_larger.filter(|letters| line_rows(*letters) <= left);
            let letters = small_enough
                .find(|letters| widest(names, *letters).is_some_and(|name| name <= width))?;
            Some(Form::over(names, size, letters, all))
        })
    }

    /// The answers as large as they can be under names that can't be large.
    fn under_plain_names(&self, all: bool, (width, rows): (u16, u16)) -> Option<Form> {
        let fits = |size: &LetterSize| {
            line_rows(*size) < rows
                && self
                    .answers(*size, all)
                    .is_some_and(|columns| columns <= width)
        };
        let size = SIZES.into_iter().find(fits)?;
        Some(Form::over(
            self.forms.first()?,
            size,
            LetterSize::Plain,
            all,
        ))
    }

    /// The columns of the longest answers.
    fn answers(&self, size: LetterSize, all: bool) -> Option<u16> {
        let columns_of = |asks: &[Ask]| -> Option<u16> {
            let each: Option<Vec<_>> = asks
                .iter()
                .map(|ask| columns(longest(*ask), size))
                .collect();
            let each = each?;
            let gaps = gap(size) * (each.len().saturating_sub(1)) as u16;
            Some(each.iter().sum::<u16>() + gaps)
        };
        let answers = if all {
            columns_of(&self.asks)?
        } else {
            let each: Option<Vec<_>> = self.asks.iter().map(|ask| columns_of(&[*ask])).collect();
            each?.into_iter().max()?
        };
        let passed = if self.subject.may_pass() {
            columns(PASSED, size)?
        } else {
            0
        };
        Some(answers.max(passed))
    }

    fn standing(&self, index: usize) -> Standing {
        let (id, _) = &self.cards.rows[index];
        self.subject.standing(self.view.session, id)
    }

    /// Everybody's mark in the list, and how it looks.
    pub(super) fn mark_in_list(&self, index: usize) -> &'static str {
        if index == self.cards.at {
            "▸"
        } else {
            mark(self.standing(index))
        }
    }

    /// Draws somebody's row.
    pub(super) fn draw_row(
        &self,
        form: &Form,
        index: usize,
        mark: &str,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let theme = self.view.theme;
        let here = index == self.cards.at;
        let style = if here { theme.turn } else { theme.text }.style();
        let from = |x: u16, y: u16| Rect {
            x: area.x + x.min(area.width),
            y: area.y + y.min(area.height),
            width: area.width.saturating_sub(x),
            height: area.height.saturating_sub(y),
        };
        if form.mark > 0 {
            in_letters(mark, form.size).style(style).render(area, buf);
        }
        let name = in_letters(&form.names[index], form.letters).style(style);
        let (mut x, y) = match form.over {
            None => (form.mark + form.name, 0),
            Some(rows) => (0, rows + u16::from(rows > 1)),
        };
        let place = from(form.mark, 0);
        let place = match form.over {
            None => place,
            Some(height) => Rect { height, ..place },
        };
        name.render(place, buf);
        for (text, columns, style) in self.given(index, form) {
            let answer = in_letters(&text, form.size).style(style);
            answer.render(from(x, y), buf);
            x += columns + gap(form.size);
        }
    }

    /// What somebody has answered and is asked now, each with its columns and its style.
    fn given(&self, index: usize, form: &Form) -> Vec<(String, u16, Style)> {
        let theme = self.view.theme;
        let (_, ballot) = &self.cards.rows[index];
        let here = index == self.cards.at;
        let is_empty = ballot.given(0).is_none() && (!here || ballot.typed().is_empty());
        if is_empty && self.standing(index) == Standing::Passed {
            return vec![(PASSED.to_owned(), 0, theme.passed.style())];
        }
        let asks = self.asks.iter().enumerate();
        let asks = asks.filter(|(at, _)| form.all || *at == ballot.at());
        asks.filter_map(|(at, ask)| {
            let open = here && ballot.at() == at;
            let is_shown = open || ballot.given(at).is_some();
            let (text, style) = shown(ballot, at, open, theme);
            let columns = columns(longest(*ask), form.size).unwrap_or(0);
            is_shown.then_some((text, columns, style))
        })
        .collect()
    }
}

fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Answered => "✓",
        Standing::Passed => "–",
        Standing::Missing => "○",
    }
}
