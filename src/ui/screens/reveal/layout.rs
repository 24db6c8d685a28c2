//! How large the parts of the reveal stand on a vast screen: as many of them large as have room together.

use super::super::step::mode_words;
use super::number::large_heights;
use super::tail::{chips_are_large, speakers, words_rows};
use crate::model::evidence::Sharing;
use crate::model::session::{Company, Session};
use crate::model::stats::Summary;
use crate::model::step_record::StepRecord;
use crate::ui::page::{Column, is_low, is_vast};
use crate::ui::screen::View;
use crate::ui::widgets::large_rows::{self, LargeRow, LargeRows};
use crate::ui::widgets::scale::Scale;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The rows that the plain scale needs for dots, two rows of names, numbers and words.
pub(super) const SCALE_ROWS: u16 = 7;

/// The columns of a dot that is not lost among large letters.
const LEAST_DOT: i32 = 5;

/// How the parts stand.
#[derive(Clone, Default)]
pub(super) struct Layout {
    /// Whether the question over all is large.
    head: bool,
    /// Whether the words that were picked are.
    pub(super) chips: bool,
    /// Who speaks first.
    pub(super) speak: Option<String>,
    /// The rows under the scale.
    pub(super) tail: u16,
    /// The most rows of the number, where the scale needs the others to be large.
    pub(super) number: Option<u16>,
}

impl Layout {
    /// The rows that the number and the scale have.
    fn left(&self, column: &Column<'_>) -> u16 {
        let head = if self.head { large_rows::LINE } else { 1 };
        column.rows_left().saturating_sub(head + self.tail)
    }
}

/// What is laid out.
pub(super) struct Parts<'a> {
    pub(super) record: &'a StepRecord,
    pub(super) summary: &'a Summary,
    pub(super) scale: &'a Scale<'a>,
    pub(super) view: &'a View<'a>,
    /// The whole screen, and its room within the margins.
    pub(super) screen: Rect,
    pub(super) area: Rect,
    /// The rows of what is open over the reveal.
    pub(super) over: Option<u16>,
}

impl Parts<'_> {
    /// The layout with as much as possible in large letters, what matters most first.
    pub(super) fn layout(&self, column: &Column<'_>) -> Layout {
        let plain = self.with((false, false, is_low(self.area)), column);
        let heights = self.number_heights();
        if !is_vast(self.screen) || heights.is_empty() {
            return plain;
        }
        // The words are never left out for the question: it stands there since the step began.
        let ways = [
            (true, true, false),
            (false, true, false),
            (true, true, true),
            (false, true, true),
            (false, false, false),
            (false, false, true),
        ];
        let layouts = ways.map(|way| self.with(way, column));
        let scale_is_large = |layout: &Layout, least: i32| {
            let left = layout.left(column);
            let large = |rows: &&u16| {
                let room = left.saturating_sub(**rows + 1);
                let dots = self.scale.large_dots(self.screen.width, room);
                dots.is_some_and(|dots| dots >= least)
            };
            heights.iter().find(large).map(|rows| Layout {
                number: Some(*rows),
                ..layout.clone()
            })
        };
        let number_is_large = |layout: &&Layout| {
            let least = heights.last().copied().unwrap_or(0);
            layout.speak == plain.speak && layout.left(column) >= least + SCALE_ROWS
        };
        // Where the least of the others leaves too little room, nothing else has to be tried.
        let is_possible = layouts
            .last()
            .is_some_and(|last| scale_is_large(last, 1).is_some());
        let found = |least: i32| {
            layouts
                .iter()
                .find_map(|layout| scale_is_large(layout, least))
        };
        let found = is_possible.then(|| found(LEAST_DOT).or_else(|| found(1)));
        found
            .flatten()
            .or_else(|| layouts.iter().find(number_is_large).cloned())
            .unwrap_or(plain)
    }

    fn number_heights(&self) -> Vec<u16> {
        large_heights((self.record, self.summary), self.view, self.area)
    }

    fn with(&self, (head, chips, short): (bool, bool, bool), column: &Column<'_>) -> Layout {
        let head = head && self.head(column.width() as u16).is_some();
        let chips = chips && chips_are_large(self.record, self.area);
        let speak = speakers(self.record, self.view.session, short);
        let speak_rows = speak.as_ref().map_or(0, |words| column.rows_said(words));
        let gap = u16::from(!is_low(self.area));
        let words = words_rows(self.record, self.view, self.area, chips);
        Layout {
            head,
            chips,
            speak,
            tail: match self.over {
                Some(rows) => rows + u16::from(is_vast(self.screen)),
                None => speak_rows + words + gap,
            },
            number: None,
        }
    }

    /// What was rated, and of how many observations.
    pub(super) fn draw_head(&self, layout: &Layout, column: &mut Column<'_>) {
        let width = column.width();
        if let Some(head) = self.head(width as u16).filter(|_| layout.head) {
            column.widget(large_rows::LINE, &head);
            return;
        }
        let theme = self.view.theme;
        let question = self.view.session.exercise().question.as_str();
        let room = width.saturating_sub(cells(question) + 3);
        let [whole, _] = observed(self.record, self.view.session);
        // How it was done is worth less than how many observations the ratings are.
        let (short, _) = whole.split_once(" · ").unwrap_or((&whole, ""));
        let observed = if cells(&whole) <= room { &whole } else { short };
        column.line(Line::from(vec![
            Span::styled(question, theme.question.style()),
            Span::styled(
                format!("   {}", shorten(observed, room)),
                theme.quiet.style(),
            ),
        ]));
    }

    /// The same on one line of large letters, where it fits in a width.
    fn head(&self, width: u16) -> Option<LargeRows<'_>> {
        let theme = self.view.theme;
        let question = self.view.session.exercise().question.as_str();
        let forms = observed(self.record, self.view.session).into_iter();
        let row = |observed: String| {
            LargeRows::new(vec![LargeRow {
                words: Span::styled(question, theme.question.style()),
                more: Span::styled(observed, theme.quiet.style()),
                ..LargeRow::default()
            }])
        };
        let fits = |row: &LargeRows<'_>| {
            row.height(width) == Some(large_rows::LINE) && row.is_all_large(width)
        };
        forms.map(row).find(fits)
    }
}

/// Of how many observations the ratings are, in full and in a few words.
fn observed(record: &StepRecord, session: &Session) -> [String; 2] {
    let rated = record.felt_ratings().len();
    let mode = mode_words(record.mode);
    if record.revealed_again.is_some() {
        return ["hollow: the first rating", "hollow: at first"].map(str::to_owned);
    }
    match (session.company_at(record), record.sharing) {
        (Company::Solo, _) => [mode, mode].map(str::to_owned),
        (_, Sharing::Shared) => [
            format!("one experience, rated by {rated} · {mode}"),
            format!("rated by {rated} · {mode}"),
        ],
        (_, Sharing::EachTheirOwn) => [
            format!("{rated} experiences, each their own · {mode}"),
            format!("{rated} experiences · {mode}"),
        ],
    }
}
