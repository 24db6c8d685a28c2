//! The number in the middle of the room, as large as it can be, and what stands beside it.

use crate::model::rating::Rating;
use crate::model::session::Session;
use crate::model::stats::{Camp, Summary};
use crate::model::step_record::StepRecord;
use crate::model::wording::{between_words, middle_words, people_words};
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::{self, LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// The columns between the number and what stands beside it.
const BESIDE: u16 = 4;

/// Draws the number, and beside it what it is; says how many rows both take. On a vast screen both are large.
pub fn draw_number(
    (record, summary): (&StepRecord, &Summary),
    view: &View<'_>,
    (area, vast): (Rect, bool),
    buf: &mut Buffer,
) -> u16 {
    let (large, style) = large_form((record, summary), view);
    let headline = Headline::new(&large).style(style);
    let facts = facts(summary, record, view.session, view);
    if vast && let Some(rows) = draw_both_large(&headline, &facts, area, buf) {
        return rows;
    }
    let words = facts.iter().map(Span::width).max().unwrap_or(0) as u16 + BESIDE;
    let room = area.width.saturating_sub(words).max(area.width / 4);
    let (width, height) = headline.extent(room, area.height);
    headline.render(
        Rect {
            width,
            height,
            ..area
        },
        buf,
    );
    let mut column = Column::new(right_of(width + BESIDE, area), buf);
    let lines = facts.len() as u16;
    column.gap(height.saturating_sub(lines) / 2);
    for fact in facts {
        column.line(fact);
    }
    height.max(lines).min(area.height)
}

/// The number in words, and its style.
fn large_form((record, summary): (&StepRecord, &Summary), view: &View<'_>) -> (String, Style) {
    let theme = view.theme;
    match summary {
        Summary::Nobody => (passed(record).to_owned(), theme.text.style()),
        Summary::One(rating) => (rating.to_string(), look(*rating, view)),
        Summary::Two(lower, higher) => (format!("{lower}  {higher}"), theme.number.style()),
        Summary::Room { median, .. } => (median.to_string(), look(*median, view)),
        Summary::Split { .. } => ("SPLIT".to_owned(), theme.number.style()),
    }
}

/// What is said where nobody rated.
fn passed(record: &StepRecord) -> &'static str {
    match record.of() {
        0 => "Nobody rated",
        1 => "You passed",
        2 => "Both passed",
        _ => "All passed",
    }
}

/// The number and the facts beside it, both large.
struct BothLarge<'a> {
    headline: Headline<'a>,
    list: LargeRows<'a>,
    /// Columns and rows of the number.
    number: (u16, u16),
    /// Rows of the facts.
    rows: u16,
}

/// The numbers beside which all the facts are large too, and yet smaller, in an area; the largest first.
fn both_large<'a>(
    headline: &Headline<'a>,
    facts: &[Span<'a>],
    area: Rect,
) -> impl Iterator<Item = BothLarge<'a>> {
    let fact = |words: &Span<'a>| LargeRow {
        words: words.clone(),
        ..LargeRow::default()
    };
    let list = LargeRows::new(facts.iter().map(fact).collect());
    let sizes = [
        LetterSize::Sixfold,
        LetterSize::Fourfold,
        LetterSize::Triple,
    ];
    let headlines = sizes.map(|size| headline.clone().at_most(size));
    headlines.into_iter().filter_map(move |headline| {
        if headline.line_rows(area.width, area.height) <= large_rows::LINE {
            return None;
        }
        let number = headline.extent(area.width, area.height);
        let beside = right_of(number.0 + 2 * BESIDE, area);
        let rows = list.height(beside.width);
        Some(BothLarge {
            headline,
            list: list.clone(),
            number,
            rows: rows.filter(|rows| *rows <= area.height)?,
        })
    })
}

/// The rows that the number and the facts take where both are large, the largest number first.
pub fn large_heights(
    (record, summary): (&StepRecord, &Summary),
    view: &View<'_>,
    area: Rect,
) -> Vec<u16> {
    let (large, style) = large_form((record, summary), view);
    let headline = Headline::new(&large).style(style);
    let facts = facts(summary, record, view.session, view);
    let area = Rect {
        height: area.height / 2,
        ..area
    };
    let both = both_large(&headline, &facts, area);
    both.map(|both| both.number.1.max(both.rows)).collect()
}

/// Draws both in the largest letters; the rows of both.
fn draw_both_large(
    headline: &Headline<'_>,
    facts: &[Span<'_>],
    area: Rect,
    buf: &mut Buffer,
) -> Option<u16> {
    let both = both_large(headline, facts, area).next()?;
    let (width, height) = both.number;
    let number = Rect {
        width,
        height,
        ..area
    };
    both.headline.render(number, buf);
    let beside = right_of(width + 2 * BESIDE, area);
    let beside = Rect {
        y: beside.y + height.saturating_sub(both.rows) / 2,
        height: both.rows,
        ..beside
    };
    both.list.render(beside, buf);
    Some(height.max(both.rows))
}

fn right_of(columns: u16, area: Rect) -> Rect {
    Rect {
        x: area.x + columns.min(area.width),
        width: area.width.saturating_sub(columns),
        ..area
    }
}

/// What the number is: who it stands for, how far apart they are, who would have left.
fn facts(
    summary: &Summary,
    record: &StepRecord,
    session: &Session,
    view: &View<'_>,
) -> Vec<Span<'static>> {
    let theme = view.theme;
    let mut lines = Vec::new();
    let mut say = |words: String, style: Style| lines.push(Span::styled(words, style));
    match summary {
        // The headline says it all.
        Summary::Nobody => {}
        Summary::One(_) => say(
            "the one rating that was given".to_owned(),
            theme.text.style(),
        ),
        Summary::Two(..) => say(
            "the two ratings that were given".to_owned(),
            theme.text.style(),
        ),
        Summary::Room { .. } => say(middle_words(summary).to_owned(), theme.strong.style()),
        Summary::Split { down, up, .. } => {
            say(camp_words("▼", down), theme.down.style());
            say(camp_words("▲", up), theme.up.style());
            if let Some(words) = between_words(summary) {
                say(words, theme.text.style());
            }
        }
    }
    if let Some((lowest, highest)) = summary.range() {
        say(format!("from {lowest} to {highest}"), theme.text.style());
    }
    let (gone, asked) = gone_of(record, session);
    match gone {
        0 if asked > 1 => say("all would have gone on".to_owned(), theme.text.style()),
        0 => {}
        _ => say(
            format!("{gone} of {asked} would not have gone on"),
            theme.leaving.style(),
        ),
    }
    lines
}

/// One side of a divided room: `▼ 1 person around −8`.
fn camp_words(sign: &str, camp: &Camp) -> String {
    format!(
        "{sign} {} around {}",
        people_words(camp.count()),
        camp.median()
    )
}

/// How many would not have gone on, of how many who said so or not.
pub fn gone_of(record: &StepRecord, session: &Session) -> (usize, usize) {
    let people = session.people().iter();
    let stays = people.filter_map(|person| record.felt(&person.id)?.stays());
    stays.fold((0, 0), |(gone, asked), stays| {
        (gone + usize::from(!stays), asked + 1)
    })
}

/// The style of a rating as text.
fn look(rating: Rating, view: &View<'_>) -> Style {
    if rating.is_up() {
        view.theme.up.style()
    } else {
        view.theme.down.style()
    }
}
