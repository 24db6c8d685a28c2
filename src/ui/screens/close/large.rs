//! The last page on a vast screen: the promise largest, under it in small block letters what is worth most.

use super::facts::{Fact, Worth};
use super::{CloseScreen, THIS_WEEK};
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use ratatui::text::Span;

/// The rows of the curve and of the empty one over it.
const CURVE: u16 = 12;

/// The page as it fits.
struct Page<'f> {
    large: LargeRows<'f>,
    large_rows: u16,
    plain: Vec<&'f Fact>,
}

impl CloseScreen {
    /// Draws all but the curve; false, and nothing is drawn, where the promise is not the largest so, or the screen is
    /// not vast.
    pub(super) fn draw_large(facts: &[Fact], view: &View<'_>, column: &mut Column<'_>) -> bool {
        let theme = view.theme;
        let Some(one) = view.session.the_one().filter(|_| column.is_vast()) else {
            return false;
        };
        let width = column.width() as u16;
        let (promise, others): (Vec<_>, Vec<_>) =
            facts.iter().partition(|fact| fact.worth == Worth::Promise);
        let promise = promise
            .iter()
            .map(|fact| fact.words.as_str())
            .collect::<String>();
        let words = LargeWords::new(one.what.as_str(), theme.headline.style());
        let fixed = LINE + 1 + 1 + column.rows_said(&promise) + 1;
        let left = column.rows_left();
        let fits = |below: u16| {
            let headline = Headline::new(words.words).style(words.style);
            headline.line_rows(width, left.saturating_sub(fixed + below)) > LINE
        };
        let pages = (0..=others.len()).rev();
        let pages = pages.filter_map(|many| Page::with(many, &others, theme, width));
        let Some(page) = pages.into_iter().find(|page| fits(page.rows())) else {
            return false;
        };
        let curve = if fits(page.rows() + CURVE) { CURVE } else { 0 };
        let title = Headline::small(THIS_WEEK).style(theme.the_one.style());
        column.widget(LINE, &title);
        column.gap(1);
        words.draw(fixed - LINE - 1 + page.rows() + curve, column);
        column.gap(1);
        column.said(&promise, theme.text.style());
        column.gap(1);
        column.widget(page.large_rows, &page.large);
        column.gap(page.gap());
        for fact in page.plain {
            column.line(fact.line(theme));
        }
        true
    }
}

impl<'f> Page<'f> {
    /// The page with so many of the facts large, those of most worth; none where not all of these can be. Where the
    /// session is kept is a path, and stays plain.
    fn with(many: usize, facts: &[&'f Fact], theme: &Theme, width: u16) -> Option<Self> {
        let mut by_worth: Vec<_> = (0..facts.len())
            .filter(|at| facts[*at].worth != Worth::Place)
            .collect();
        by_worth.sort_by_key(|at| facts[*at].worth);
        let chosen = by_worth.get(..many)?;
        let (large, plain): (Vec<_>, Vec<_>) = (0..facts.len()).partition(|at| chosen.contains(at));
        let row = |at: &usize| LargeRow {
            mark: Span::styled(facts[*at].label, theme.quiet.style()),
            words: Span::styled(facts[*at].words.as_str(), theme.text.style()),
            ..LargeRow::default()
        };
        let large = LargeRows::new(large.iter().map(row).collect());
        Some(Self {
            large_rows: large.height(width)?,
            large,
            plain: plain.into_iter().map(|at| facts[at]).collect(),
        })
    }

    /// An empty row between the large facts and the plain ones.
    fn gap(&self) -> u16 {
        u16::from(self.large_rows > 0 && !self.plain.is_empty())
    }

    fn rows(&self) -> u16 {
        self.large_rows + self.gap() + self.plain.len() as u16
    }
}
