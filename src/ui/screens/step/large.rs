//! A step being done on a vast screen: the questions to hold, what is typed and what was noticed in large letters.

use super::StepScreen;
use super::draw::{Asked, HOLD_ON, asked, done_words, draw_panel, field_rows, hold, look_for};
use super::noticed::{evidence, mark_of};
use super::panel::Panel;
use crate::model::exercise::Step;
use crate::model::step_record::StepRecord;
use crate::model::text::CleanText;
use crate::ui::page::{Column, is_vast, rows_of};
use crate::ui::screen::View;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;
use std::fmt::Write;
use std::ops::Range;

/// The most lines of a note: a whole one, as long as it may be.
const MOST_LINES: u16 = 4;
/// The fewest notes in sight: the newest, and what it is compared with.
const FEWEST: usize = 2;
/// The rows that are kept for what is noticed, so that the first notes move nothing over them.
const KEPT: u16 = 11;

/// How the questions to hold stand.
#[derive(Clone, Copy)]
enum Hold {
    /// In large letters, over so many rows with the one over them.
    Large(u16),
    Plain,
    /// They give way to what is typed.
    Out,
}

/// What is on the screen, in order from the top.
struct Plan {
    hold: Hold,
    /// The notes in sight.
    notes: Range<usize>,
    /// The rows under the headline.
    below: u16,
}

/// All that the plans of a step are made from.
struct Doing<'a> {
    screen: &'a StepScreen,
    panel: Option<&'a Panel>,
    step: &'a Step,
    record: &'a StepRecord,
    view: &'a View<'a>,
    area: Rect,
    titles: [Headline<'a>; 2],
    evidence: Vec<String>,
}

/// Draws the step in large letters, as much of it as fits; says whether it did, or nothing is drawn.
pub(super) fn doing(
    screen: &StepScreen,
    panel: Option<&Panel>,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> bool {
    if !is_vast(area) {
        return false;
    }
    let step = &view.session.exercise().steps[screen.step.index()];
    let record = view.session.step(screen.step);
    // While something is typed the headline keeps its size, however long that becomes.
    let largest = match panel {
        Some(_) => LetterSize::Full,
        None => LetterSize::Sixfold,
    };
    let title = |text| {
        Headline::new(text)
            .style(view.theme.headline.style())
            .at_most(largest)
    };
    let doing = Doing {
        screen,
        panel,
        step,
        record,
        view,
        area,
        titles: [title(step.title.as_str()), title(step.short.as_str())],
        evidence: evidence(record, view),
    };
    let Some(plan) = doing.plan(buf) else {
        return false;
    };
    doing.draw(&plan, buf);
    true
}

impl Doing<'_> {
    /// The first of these that leaves the headline the largest letters: all of it large, or the questions plain; with
    /// as many notes as fit, the newest among them, or those up to the chosen one.
    fn plan(&self, buf: &mut Buffer) -> Option<Plan> {
        let all = self.record.notes.len();
        let newest = self.plan_up_to(all, buf);
        let chosen = self.screen.chosen.filter(|chosen| *chosen < all);
        match (newest, chosen) {
            (Some(plan), Some(chosen)) if chosen < plan.notes.start => {
                self.plan_up_to(chosen + 1, buf)
            }
            (newest, _) => newest,
        }
    }

    fn plan_up_to(&self, end: usize, buf: &mut Buffer) -> Option<Plan> {
        let column = Column::new(self.area, buf);
        let width = self.area.width;
        let task = match self.task().height(width) {
            Some(rows) => rows + 1,
            None => column.rows_said(self.step.task.as_str()) + 1,
        };
        let foot = 2;
        let hold_large = self.questions().height(width).map(|rows| rows + 1);
        let begin = end.saturating_sub(usize::from(self.area.height / LINE));
        let (fewest, kept) = match self.panel {
            None => (FEWEST, KEPT),
            Some(_) => (1, 0),
        };
        let few = end.saturating_sub(fewest).max(begin);
        let holds = hold_large.map(Hold::Large).into_iter().chain([Hold::Plain]);
        let mut tries: Vec<_> = holds
            .flat_map(|hold| (begin..=few).map(move |from| (hold, from)))
            .collect();
        if self.panel.is_some() {
            // What is typed now is read before all that was.
            tries.extend([(Hold::Plain, end), (Hold::Out, end)]);
        } else if few < end {
            tries.push((Hold::Plain, end - 1));
        }
        tries.into_iter().find_map(|(hold, from)| {
            let noticed = 2 + self.noticed(from..end).height(width)?;
            let held = match hold {
                Hold::Large(rows) => rows,
                Hold::Plain => self.rows_held_plain(),
                Hold::Out => 0,
            };
            let under = held + 1 + noticed.max(kept) + foot;
            let below = task + self.panel_rows() + under;
            self.title(below)?;
            Some(Plan {
                hold,
                notes: from..end,
                below,
            })
        })
    }

    /// The title, or its short form, that stands in larger letters than what is under it.
    fn title(&self, below: u16) -> Option<&Headline<'_>> {
        let left = self.area.height.checked_sub(below + 1)?;
        let mut titles = self.titles.iter();
        titles.find(|title| title.line_rows(self.area.width, left) > LINE)
    }

    /// The task: a long one over more lines than is said elsewhere, for the questions under it are large.
    fn task(&self) -> LargeRows<'_> {
        let words = Span::styled(self.step.task.as_str(), self.view.theme.strong.style());
        let row = LargeRow {
            words,
            ..LargeRow::default()
        };
        LargeRows::new(vec![row]).of_lines(MOST_LINES)
    }

    fn questions(&self) -> LargeRows<'_> {
        let theme = self.view.theme;
        let row = |question| LargeRow {
            mark: Span::styled("›", theme.here.style()),
            words: Span::styled(question, theme.text.style()),
            ..LargeRow::default()
        };
        let questions = self.step.hold.iter().map(CleanText::as_str);
        LargeRows::new(questions.map(row).collect())
    }

    fn rows_held_plain(&self) -> u16 {
        let width = usize::from(self.area.width) - 2;
        let rows = self
            .step
            .hold
            .iter()
            .map(|text| rows_of(text.as_str(), width));
        rows.sum::<u16>() + 1
    }

    /// Some of the notes and the other evidence.
    fn noticed(&self, notes: Range<usize>) -> LargeRows<'_> {
        let theme = self.view.theme;
        let of_note = |index: usize| {
            let note = &self.record.notes[index];
            let (mark, style) = mark_of(note.kind, self.view);
            LargeRow {
                mark: Span::styled(mark, style),
                words: Span::styled(note.text.as_str(), theme.text.style()),
                chosen: self.screen.chosen == Some(index),
                ..LargeRow::default()
            }
        };
        let of_key = |(key, words)| LargeRow {
            mark: Span::styled(key, theme.foot_key.style()),
            words: Span::styled(words, theme.quiet.style()),
            ..LargeRow::default()
        };
        let of_evidence = |words| LargeRow {
            words: Span::styled(words, theme.fact.style()),
            ..LargeRow::default()
        };
        let nothing = self.record.notes.is_empty() && self.evidence.is_empty();
        let tells_keys = nothing && self.panel.is_none() && !self.view.replay;
        let keys: &[_] = if tells_keys { &KEYS } else { &[] };
        let keys = keys.iter().copied().map(of_key);
        let evidence = self
            .evidence
            .iter()
            .map(|words| of_evidence(words.as_str()));
        LargeRows::new(notes.map(of_note).chain(keys).chain(evidence).collect())
            .of_lines(MOST_LINES)
            .choosing_in_place(theme.chosen.style())
    }

    /// What is asked, and the field, in large letters, with the rows of the field.
    fn asked_large(&self) -> Option<(Asked<'_>, LargeField, u16)> {
        let theme = self.view.theme;
        let asked = asked(self.panel?, self.record, self.view)?;
        let styles = (theme.field_focus.style(), theme.hint.style());
        let field = LargeField::of(asked.field, asked.hint, styles);
        let rows = field.rows_for(self.area.width, usize::from(MOST_LINES))?;
        Some((asked, field, rows))
    }

    fn panel_rows(&self) -> u16 {
        let Some(panel) = self.panel else {
            return 0;
        };
        match self.asked_large() {
            Some((_, _, rows)) => LINE + 1 + rows + 1,
            None => 1 + field_rows(panel, usize::from(self.area.width)) + 1,
        }
    }

    fn draw(&self, plan: &Plan, buf: &mut Buffer) {
        let (theme, view) = (self.view.theme, self.view);
        let mut column = Column::new(self.area, buf);
        if let Some(title) = self.title(plan.below) {
            column.headline(title, plan.below);
        }
        let task = self.task();
        match task.height(self.area.width) {
            Some(rows) => column.widget(rows, &task),
            None => column.said(self.step.task.as_str(), theme.strong.style()),
        }
        column.gap(1);
        self.draw_panel(&mut column);
        match plan.hold {
            Hold::Large(rows) => {
                column.line(Span::styled(HOLD_ON, theme.quiet.style()));
                column.widget(rows - 1, &self.questions());
            }
            Hold::Plain => {
                let room = column.take(self.rows_held_plain());
                hold(self.step, false, view, room, column.buf());
            }
            Hold::Out => {}
        }
        let noticed = self.noticed(plan.notes.clone());
        let rows = noticed.height(self.area.width).unwrap_or(0);
        if rows > 0 || view.replay {
            column.gap(1);
            column.line(Span::styled(self.told(&plan.notes), theme.quiet.style()));
            column.gap(1);
        }
        if rows == 0 && view.replay {
            column.line(Span::styled("–", theme.quiet.style()));
        } else {
            column.widget(rows, &noticed);
        }
        let mut rest = column.rest();
        let foot = Rect {
            y: rest.bottom().saturating_sub(1),
            height: 1,
            ..rest
        };
        rest.height = rest.height.saturating_sub(2);
        look_for(self.step, view, &mut Column::new(rest, buf));
        Column::new(foot, buf).line(done_words(self.record, view));
    }

    fn draw_panel(&self, column: &mut Column<'_>) {
        let Some(panel) = self.panel else { return };
        let mut room = column.take(self.panel_rows());
        let Some((asked, field, _)) = self.asked_large() else {
            return draw_panel(panel, self.record, self.view, room, column.buf());
        };
        let label = LargeRow {
            mark: asked.mark,
            words: asked.words,
            ..LargeRow::default()
        };
        (&LargeRows::new(vec![label])).render(room, column.buf());
        room.y += LINE + 1;
        room.height -= LINE + 1;
        (&field).render(room, column.buf());
    }

    /// What stands over the notes: how many of them are out of sight.
    fn told(&self, notes: &Range<usize>) -> String {
        let mut told = "What you noticed".to_owned();
        let after = self.record.notes.len() - notes.end;
        for (sign, many) in [("↑", notes.start), ("↓", after)] {
            if many > 0 {
                _ = write!(told, "   {sign} {many} more");
            }
        }
        told
    }
}

/// What is told before anything was noticed.
const KEYS: [(&str, &str); 2] = [("+", "a good surprise"), ("-", "a bad one")];
