//! Sessions side by side: then and now, a run over time, a team beside somebody alone.
//!
//! ```text
//! overview ─ step 1 ─ step 2 ─ … ─ the whole way ─ promises ─ the same every time?
//! ```

mod both_words;
mod called;
mod grid;
mod headline;
mod kept;
mod key;
mod overview;
mod run;
mod several;
mod spread;
mod step;
mod step_numbers;
mod strips;
pub mod text;
mod trend_words;
mod whole;
mod whole_words;
pub mod words;

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant};
use super::keys::{self, Action, Offer};
use super::screen::Input;
use crate::model::compare::{CannotCompare, Comparison, Kind};
use crate::model::session::Session;
use crate::model::wrap::{cells, told_apart};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// What stands between the names of two businesses: the sign of the second, as the first has one.
const BESIDE: &str = " beside ● ";

/// A page of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// All steps at once.
    Overview,
    /// One step, counted from 0.
    Step(usize),
    /// The whole way: verdicts, balance, who would have left.
    Whole,
    /// What was promised.
    Kept,
    /// Whether a step is the same every time.
    Spread,
}

/// Sessions side by side.
#[derive(Debug)]
pub struct CompareFront {
    comparison: Comparison,
    page: Page,
}

impl CompareFront {
    /// These sessions side by side, or why they can't be.
    pub fn new(sessions: &[Session]) -> Result<Self, CannotCompare> {
        Ok(Self {
            comparison: Comparison::of(sessions)?,
            page: Page::Overview,
        })
    }

    /// The pages in their order.
    fn pages(&self) -> Vec<Page> {
        let comparison = &self.comparison;
        let steps = (0..comparison.steps.len()).map(Page::Step);
        let mut pages: Vec<_> = [Page::Overview].into_iter().chain(steps).collect();
        pages.push(Page::Whole);
        if !comparison.kept.is_empty() {
            pages.push(Page::Kept);
        }
        if comparison.steps.iter().any(|row| row.spread.is_some()) {
            pages.push(Page::Spread);
        }
        pages
    }

    fn number(&self) -> usize {
        let at = self.pages().iter().position(|page| *page == self.page);
        at.unwrap_or(0)
    }

    /// What a page is called in the foot.
    fn name(&self, page: Page) -> String {
        match page {
            Page::Overview => "all steps".to_owned(),
            Page::Step(step) => self.comparison.steps[step].short.to_string(),
            Page::Whole => "the journey".to_owned(),
            Page::Kept => "what was promised".to_owned(),
            Page::Spread => "the same every time?".to_owned(),
        }
    }
}

impl Front for CompareFront {
    fn offers(&self) -> Vec<Offer> {
        let (pages, at) = (self.pages(), self.number());
        let mut offers = Vec::new();
        if let Some(next) = pages.get(at + 1) {
            offers.push(Offer::new(Action::Next, self.name(*next)));
            offers.push(Offer::hidden(Action::Right, "the next page"));
        }
        if at > 0 {
            offers.push(Offer::new(Action::Back, "back a page"));
        }
        offers.push(Offer::new(Action::Look, "a step").up_to(self.comparison.steps.len()));
        offers.push(Offer::new(Action::Close, "leave"));
        offers.push(Offer::hidden(Action::First, "all steps"));
        offers.push(Offer::hidden(Action::Last, "the last page"));
        offers
    }

    fn update(&mut self, _view: &FrontView<'_>, input: Input) -> Vec<FrontWant> {
        let Input::Act(action, key) = input else {
            return Vec::new();
        };
        let (pages, at) = (self.pages(), self.number());
        let to = match action {
            Action::Close => return vec![FrontWant::Back],
            Action::Next | Action::Right => pages.get(at + 1),
            Action::Back => at.checked_sub(1).and_then(|before| pages.get(before)),
            Action::First => pages.first(),
            Action::Last => pages.last(),
            Action::Look => {
                let step = keys::digit(&key).map(|digit| Page::Step(digit - 1));
                pages.iter().find(|page| Some(**page) == step)
            }
            _ => None,
        };
        self.page = to.copied().unwrap_or(self.page);
        Vec::new()
    }

    fn draw(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let (comparison, theme) = (&self.comparison, view.theme);
        match self.page {
            Page::Overview if comparison.columns.len() == 2 => {
                overview::draw(comparison, theme, area, buf);
            }
            Page::Overview => run::draw(comparison, theme, area, buf),
            Page::Step(step) => step::draw(comparison, step, theme, area, buf),
            Page::Whole => whole::draw(comparison, theme, area, buf),
            Page::Kept => kept::draw(comparison, theme, area, buf),
            Page::Spread => spread::draw(comparison, theme, area, buf),
        }
    }

    fn counted(&self) -> Vec<&'static str> {
        words::counted(&self.comparison)
    }

    fn head(&self, view: &FrontView<'_>, width: u16) -> Head {
        let comparison = &self.comparison;
        let several = comparison.has_several_businesses();
        let right = format!("page {} of {}", self.number() + 1, self.pages().len());
        let left = match (&comparison.columns[..], several) {
            ([one, ..], false) => one.business.to_string(),
            ([one, other], true) => {
                let left = usize::from(width).saturating_sub(cells(&right) + 2);
                let each = left.saturating_sub(cells("○ ") + cells(BESIDE)) / 2;
                let names = [one.business.as_str(), other.business.as_str()];
                format!("○ {}", told_apart(&names, each).join(BESIDE))
            }
            (all, _) => format!("{} businesses", all.len()),
        };
        let middle = match comparison.kind {
            // The two names say so already.
            Kind::Beside if several && comparison.columns.len() == 2 => "",
            Kind::Beside if several => "side by side",
            _ => words::kind(comparison),
        };
        Head {
            left,
            middle: Line::from(Span::styled(middle, view.theme.head.style())),
            right,
            badge: None,
        }
    }
}
