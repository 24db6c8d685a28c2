//! The row that is typed, in large letters: everybody sees from their chair whether it is what they hold up.

use super::super::subject::{Standing, Subject, TURN};
use super::Cards;
use super::form::Form;
use super::lettering::{Names, SIZES, columns, forms, gap, in_letters, line_rows, widest};
use super::row::shown;
use crate::model::ballot::Ask;
use crate::ui::screen::View;
use crate::ui::widgets::headline::LetterSize;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// What stands in the place of the answers of somebody who passed.
const PASSED: &str = "passed";

/// What to do before anything is typed.
pub(super) fn to_do(subject: Subject) -> &'static str {
    match subject {
        Subject::Prediction => "A number a step on each card. All up; type the rows.",
        Subject::Rating(..) => "All cards up, at once. A number, then y or n.",
        Subject::Verdict => "All cards up, at once: + or −. Type the row.",
    }
}

/// The widest sign for how somebody stands.
const WIDEST_MARK: &str = "○";

/// The rows of everybody, for large letters.
pub(super) struct Large<'a> {
    cards: &'a Cards,
    subject: Subject,
    view: &'a View<'a>,
    asks: Vec<Ask>,
    /// What everybody is called, in ever fewer letters.
    forms: Vec<Names>,
}

/// What stands before a name in large letters.
#[derive(Debug, Clone, Copy)]
enum Before {
    Nothing,
    /// A sign for how somebody stands.
    Mark,
}

impl<'a> Large<'a> {
    /// Measures everybody's names and answers.
    pub(super) fn new(cards: &'a Cards, subject: Subject, view: &'a View<'a>) -> Self {
        let labels = cards.rows.iter().map(|(id, _)| view.session.label(id));
        let forms = forms(labels.collect()).into_iter().map(Names::new);
        Self {
            cards,
            subject,
            view,
            asks: subject.asks(view.session),
            forms: forms.collect(),
        }
    }

    /// Draws the row that is typed in a form and, where it loses nothing by that, the one that was typed before it.
    /// Gives the form that it has taken.
    pub(super) fn draw(&self, form: Form, area: Rect, buf: &mut Buffer) -> Form {
        let beside = area.height.saturating_sub(LINE + 1);
        let last = self.last(area.width).zip(self.typed(area.width, beside));
        let last = last.filter(|(_, beside)| beside.says_as_much_as(&form));
        let Some((last, form)) = last else {
            self.draw_row(&form, self.cards.at, area, buf);
            return form;
        };
        self.draw_row(&form, self.cards.at, area, buf);
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
            self.draw_row(&last, just, place, buf);
        }
        form
    }

    /// What to do, beside the first number of the row that is typed, where the answers after it will stand.
    pub(super) fn draw_what_to_do(&self, form: &Form, area: Rect, buf: &mut Buffer) {
        let first = self.asks.first();
        let first = first.and_then(|ask| columns(widest(*ask), form.size));
        let (_, x, y) = form.places();
        let x = x + first.unwrap_or(0) + gap(form.size);
        let width = area.width.saturating_sub(x);
        let words = in_letters(to_do(self.subject), LetterSize::Quarter);
        let words = words.style(self.view.theme.quiet.style());
        let rows = line_rows(form.size);
        if words.is_large(width, rows) {
            let height = words.height_for(width, rows);
            let place = Rect::new(area.x + x, area.y + y + rows - height, width, height);
            words.render(place.intersection(area), buf);
        }
    }

    /// The row that is typed as large as so many columns and rows let it be, whoever's it is; none where it can't be
    /// large.
    pub(super) fn typed(&self, width: u16, rows: u16) -> Option<Form> {
        let of_names = |names: &Names| {
            let mut low_enough = SIZES.into_iter().filter(|size| line_rows(*size) <= rows);
            let beside =
                low_enough.find_map(|size| self.in_line(names, size, Before::Nothing, width));
            let over = self.with_names_over(names, (width, rows));
            match (beside, over) {
                (Some(beside), Some(over)) if line_rows(over.size) > line_rows(beside.size) => {
                    Some(over)
                }
                (beside, over) => beside.or(over),
            }
        };
        let large = self.forms.iter().find_map(of_names);
        large.or_else(|| self.under_plain_names((width, rows)))
    }

    /// The row that was typed before: a line of the smallest letters.
    fn last(&self, width: u16) -> Option<Form> {
        let mut forms = self.forms.iter();
        forms.find_map(|names| self.in_line(names, LetterSize::Quarter, Before::Mark, width))
    }

    /// Everybody's row in the smallest letters, after a mark, with names that are whole or nearly so.
    pub(super) fn listed(&self, width: u16) -> Option<Form> {
        let mut forms = self.forms.iter().take(4);
        forms.find_map(|names| self.in_line(names, LetterSize::Quarter, Before::Mark, width))
    }

    /// The names and the answers beside them, in letters of a size, where they fit into the width.
    fn in_line(&self, names: &Names, size: LetterSize, before: Before, width: u16) -> Option<Form> {
        let mark_columns = match before {
            Before::Nothing => 0,
            // As wide as the widest of the signs, so that no name moves when somebody answers.
            Before::Mark => columns(WIDEST_MARK, size)? + gap(size),
        };
        let name_columns = names.columns(size)?;
        let fits = mark_columns + name_columns + gap(size) + self.answers(size)? <= width;
        fits.then(|| Form {
            size,
            letters: size,
            names: names.words.clone(),
            mark_columns,
            name_columns,
            over: None,
        })
    }

    /// The answers as large as they can be under names that are large too.
    fn with_names_over(&self, names: &Names, (width, rows): (u16, u16)) -> Option<Form> {
        SIZES.into_iter().find_map(|size| {
            let left = rows.checked_sub(line_rows(size) + 1)?;
            let fits = self.answers(size)? <= width;
            let no_larger = SIZES.into_iter().filter(|letters| fits && *letters <= size);
            let mut small_enough = no_larger.filter(|letters| line_rows(*letters) <= left);
            let letters = small_enough
                .find(|letters| names.columns(*letters).is_some_and(|name| name <= width))?;
            Some(Form::over(&names.words, size, letters))
        })
    }

    /// The answers as large as they can be under names that can't be large.
    fn under_plain_names(&self, (width, rows): (u16, u16)) -> Option<Form> {
        let fits = |size: &LetterSize| {
            let answers = self.answers(*size);
            line_rows(*size) < rows && answers.is_some_and(|columns| columns <= width)
        };
        let size = SIZES.into_iter().find(fits)?;
        let names = &self.forms.first()?.words;
        Some(Form::over(names, size, LetterSize::Plain))
    }

    /// The columns of the longest answers beside each other.
    fn answers(&self, size: LetterSize) -> Option<u16> {
        let each = self.asks.iter().map(|ask| columns(widest(*ask), size));
        let each: Option<Vec<_>> = each.collect();
        let each = each?;
        let gaps = gap(size) * (each.len().saturating_sub(1)) as u16;
        Some((each.iter().sum::<u16>() + gaps).max(columns(PASSED, size)?))
    }

    fn standing(&self, index: usize) -> Standing {
        let (id, _) = &self.cards.rows[index];
        self.subject.standing(self.view.session, id)
    }

    /// Draws somebody's row, each part in its own columns: the terminal's own letters take what room they find.
    pub(super) fn draw_row(&self, form: &Form, index: usize, area: Rect, buf: &mut Buffer) {
        let theme = self.view.theme;
        let here = index == self.cards.at;
        let style = if here { theme.turn } else { theme.text }.style();
        let part = |(x, columns): (u16, u16), (y, rows): (u16, u16)| {
            let place = Rect::new(area.x + x, area.y + y, columns, rows);
            place.intersection(area)
        };
        let (size, rows) = (form.size, line_rows(form.size));
        if let Some(columns) = form.mark_columns.checked_sub(gap(size)) {
            let mark = if here {
                TURN
            } else {
                let (id, _) = &self.cards.rows[index];
                self.subject.look(self.view, id).0
            };
            let mark = in_letters(mark, size).style(style);
            mark.render(part((0, columns), (0, rows)), buf);
        }
        let (name, mut x, y) = form.places();
        let name = match form.over {
            None => part((name, form.name_columns), (0, rows)),
            Some(height) => part((name, area.width), (0, height)),
        };
        let label = in_letters(&form.names[index], form.letters).style(style);
        label.render(name, buf);
        for (text, columns, style) in self.given(index, size) {
            let answer = in_letters(&text, size).style(style);
            answer.render(part((x, columns), (y, rows)), buf);
            x += columns + gap(size);
        }
    }

    /// What somebody has answered and is asked now, each with its columns and its style.
    fn given(&self, index: usize, size: LetterSize) -> Vec<(String, u16, Style)> {
        let theme = self.view.theme;
        let (_, ballot) = &self.cards.rows[index];
        let here = index == self.cards.at;
        let is_empty = ballot.given(0).is_none() && (!here || !ballot.is_typing());
        if is_empty && self.standing(index) == Standing::Passed {
            let columns = columns(PASSED, size).unwrap_or(0);
            return vec![(PASSED.to_owned(), columns, theme.passed.style())];
        }
        let asks = self.asks.iter().enumerate();
        asks.filter_map(|(at, ask)| {
            let open = here && ballot.at() == at;
            let is_shown = open || ballot.given(at).is_some();
            let (text, style) = shown(ballot, at, open, theme);
            let columns = columns(widest(*ask), size).unwrap_or(0);
            is_shown.then_some((text, columns, style))
        })
        .collect()
    }
}
