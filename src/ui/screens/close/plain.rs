//! The last page on a screen that is not vast: the promise large, under it as many facts as leave it the room.

use super::facts::{Fact, Worth, rows_of_each};
use super::further::Further;
use super::{CURVE_ROWS, CloseScreen, THIS_WEEK, WITHOUT_ONE};
use crate::model::session::Improvement;
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

impl CloseScreen {
    /// All but the curve, the promise alone in large letters; or one of the further pages.
    pub(super) fn draw_one(
        &self,
        one: &Improvement,
        facts: Vec<Fact>,
        view: &View<'_>,
        screen: Rect,
        column: &mut Column<'_>,
    ) {
        let theme = view.theme;
        let words = LargeWords::new(one.what.as_str(), theme.headline.style());
        let room = (column.width() as u16, column.rows_left().saturating_sub(1));
        let curve_rows = curve_rows(column);
        let first = FirstPage::of(words, facts, room, curve_rows);
        let further = Further {
            facts: &first.left_out,
            promise: words.words,
            theme,
            room,
        };
        let pages = further.pages();
        self.last.set(pages.len());
        let at = self.page();
        let more = pages[at..].iter().map(|page| page.len()).sum();
        let title = if at == 0 { "" } else { words.words };
        let title = title_line(title, sign(at, more), theme, column.width());
        let page = at.checked_sub(1).map(|at| pages[at]);
        let large = page.and_then(|page| further.large_one(page));
        column.over(screen, |column| {
            column.line(title);
            if let Some(fact) = large {
                column.line(Span::styled(fact.label, theme.quiet.style()));
            }
        });
        if let Some(page) = page {
            return further.draw(page, column);
        }
        first.words.draw(first.below, column);
        column.gap(1);
        draw_facts(&first.facts, first.rows, theme, column);
    }
}

/// The first page as it fits.
struct FirstPage<'w> {
    words: LargeWords<'w>,
    facts: Vec<Fact>,
    rows: Vec<u16>,
    /// The rows under the promise.
    below: u16,
    /// What does not stand here, or is cut.
    left_out: Vec<Fact>,
}

impl<'w> FirstPage<'w> {
    fn of(mut words: LargeWords<'w>, all: Vec<Fact>, room: (u16, u16), curve_rows: u16) -> Self {
        let (width, left) = room;
        let beside = |words: &LargeWords<'_>| {
            let facts = beside(words, all.clone(), (width, left.saturating_sub(1)));
            let room = left.saturating_sub(fewest_rows(&facts) + 1);
            (words.is_large((width, room)), facts)
        };
        let (is_large, mut facts) = beside(&words);
        let shortened = words.or_shortened();
        let mut left_out = Vec::new();
        if !is_large && let (true, fewer) = beside(&shortened) {
            (words, facts) = (shortened, fewer);
            let whole = words.words.to_owned();
            left_out.push(Fact::new(Worth::Promise, "this week", whole, width.into()));
        }
        let below = fewest_rows(&facts) + 1 + curve_rows;
        let room = (width, left.saturating_sub(below).max(1));
        let free = room.1.saturating_sub(words.height_for(room));
        let rows = rows_of_each(&facts, beside_curve(free, curve_rows));
        let shown = |fact: &Fact| {
            let mut shown = facts.iter().zip(&rows);
            shown.any(|(one, rows)| one == fact && fact.is_whole(*rows))
        };
        left_out.extend(all.into_iter().filter(|fact| !shown(fact)));
        Self {
            words,
            facts,
            rows,
            below,
            left_out,
        }
    }
}

/// How one gets to the other pages from this one, counted from 0, with so many facts on those after it.
fn sign(page: usize, more: usize) -> String {
    let up = if page > 0 { "   ↑" } else { "" };
    let down = match more {
        0 => String::new(),
        more => format!("   … {more} more ↓"),
    };
    format!("{up}{down}")
}

/// The line over a page: what it is, the promise where it does not stand under it, and a sign.
fn title_line(promise: &str, sign: String, theme: &Theme, width: usize) -> Line<'static> {
    let left = width.saturating_sub(cells(THIS_WEEK) + 2 + cells(&sign));
    let promise = match promise {
        "" => String::new(),
        promise => format!("  {}", shorten(promise, left)),
    };
    Line::from(vec![
        Span::styled(THIS_WEEK, theme.the_one.style()),
        Span::styled(promise, theme.text.style()),
        Span::styled(sign, theme.quiet.style()),
    ])
}

/// All but the curve, where nothing is to be different.
pub(super) fn draw_without_one(facts: &[Fact], theme: &Theme, column: &mut Column<'_>) {
    let headline = Headline::new(WITHOUT_ONE).style(theme.headline.style());
    let curve_rows = curve_rows(column);
    let below = fewest_rows(facts) + curve_rows;
    let most = column.rows_left().saturating_sub(below + 1).max(1);
    let free = most.saturating_sub(headline.height_for(column.width() as u16, most));
    column.headline(&headline, below);
    let rows = rows_of_each(facts, beside_curve(free, curve_rows));
    draw_facts(facts, rows, theme, column);
}

fn draw_facts(facts: &[Fact], rows: Vec<u16>, theme: &Theme, column: &mut Column<'_>) {
    for (fact, rows) in facts.iter().zip(rows) {
        for line in fact.lines(rows, theme) {
            column.line(line);
        }
    }
}

/// The rows that are kept for the curve on an empty page.
fn curve_rows(column: &Column<'_>) -> u16 {
    if column.rows_left() > 28 { 11 } else { 0 }
}

/// The rows that these facts need.
fn fewest_rows(facts: &[Fact]) -> u16 {
    facts.iter().map(Fact::fewest_rows).sum()
}

/// The rows that the curve leaves free of those that are, and of those that are kept for it.
fn beside_curve(free: u16, kept: u16) -> u16 {
    let all = free + kept;
    let needed = CURVE_ROWS + 1;
    if all < needed { free } else { all - needed }
}

/// As many of the facts as leave room for the promise in block letters, those of most worth; all of them where it
/// stays plain all the same.
fn beside(words: &LargeWords<'_>, facts: Vec<Fact>, (width, rows): (u16, u16)) -> Vec<Fact> {
    let mut ranks: Vec<_> = facts.iter().map(|fact| fact.worth).collect();
    ranks.sort_unstable();
    let more = fewest_rows(&facts) - facts.len() as u16;
    let left = |many: &usize| (width, rows.saturating_sub(*many as u16 + more));
    let fewest = ranks.iter().filter(|worth| **worth <= Worth::Place).count();
    let numbers: Vec<_> = (fewest..=facts.len()).rev().collect();
    let many = words.best(&numbers, left).copied();
    let Some(many) = many.filter(|many| *many < facts.len()) else {
        return facts;
    };
    let Some(last) = many.checked_sub(1).map(|at| ranks[at]) else {
        return Vec::new();
    };
    // Of several facts of the same worth, the first ones stay.
    let mut of_last = ranks[..many].iter().filter(|worth| **worth == last).count();
    let stays = |fact: &Fact| {
        let fits = fact.worth < last || (fact.worth == last && of_last > 0);
        of_last -= usize::from(fact.worth == last && fits);
        fits
    };
    facts.into_iter().filter(stays).collect()
}
