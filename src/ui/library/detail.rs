//! The chosen row of the library in full: beside the list where there is room, else under it.

use super::facts::{Fact, facts, say, say_plain};
use super::large::{business_in, title_in};
use super::list::{reason, round_alone};
use super::menu::file_name;
use crate::model::heading::{Heading, InShort, Unreadable};
use crate::model::wording::title;
use crate::ui::looks;
use crate::ui::page::{Column, side_by_side};
use crate::ui::theme::Theme;
use crate::ui::widgets::curve::{Curve, CurveStep, Felt};
use crate::ui::widgets::enlarged::Enlarged;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The fewest rows in which there are some left under a name in large letters.
const LEAST_NAMED: u16 = LINE + 4;

/// The fewest rows in which a curve is more than its bars.
const LEAST_CURVE: u16 = 9;

/// The fewest columns in which it is.
const LEAST_CURVE_WIDTH: u16 = 40;

/// How much of the room the facts take beside a curve, in hundredths: sentences in large letters need about two thirds
/// of it, and the third that is left is wide enough for a curve from 150 columns on.
const FACTS_SHARE: u16 = 66;

/// How much of its title tells a session from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// All are of its business: its round is enough.
    ItsOwn,
    /// Some are of its business.
    SomeOfIts,
    /// It is the only one of its business.
    Others,
}

/// A session in full.
pub(super) fn session(
    heading: &Heading,
    among: Among,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut column = Column::new(area, buf);
    let (whole, business) = (title(heading), heading.business.as_str());
    let round = round_alone(heading);
    let shorter = match among {
        Among::ItsOwn => round.clone(),
        Among::SomeOfIts => title_in(heading, area.width),
        Among::Others => business.to_owned(),
    };
    // A word may be longer than a line, and a script without block letters: its round can still be large.
    let cut = business_in(heading, area.width);
    let forms = [&*whole, &*shorter, business, &*cut, &*round];
    draw_name(forms, theme.headline.style(), &mut column);
    say_plain(&facts(heading, theme), &mut column);
    column.gap(1);
    if column.rows_left() >= LEAST_CURVE && area.width >= LEAST_CURVE_WIDTH {
        draw_curve(heading, theme, column.rest(), buf);
    }
}

/// What is chosen, large in as many rows whatever it is, so that what stands under it does not jump.
fn draw_name<const FORMS: usize>(forms: [&str; FORMS], style: Style, column: &mut Column<'_>) {
    if column.rows_left() >= LEAST_NAMED {
        column.widget(LINE, &Enlarged::new(forms, style));
        column.gap(1);
    }
}

/// A session in full on a vast screen: its facts and its curve, and its name where the list has not told it already.
pub(super) fn session_large(
    heading: &Heading,
    is_told: bool,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let is_felt = |step: &InShort| *step != InShort::Nothing;
    let has_curve = area.height >= LEAST_CURVE && heading.curve.iter().any(is_felt);
    let [left, right] = if has_curve {
        side_by_side(area, FACTS_SHARE)
    } else {
        [area, Rect::default()]
    };
    let mut facts = facts(heading, theme);
    if !is_told {
        facts.insert(0, Fact::new(title(heading), theme.headline.style()));
    }
    say(&facts, &mut Column::new(left, buf));
    if has_curve {
        draw_curve(heading, theme, right, buf);
    }
}

fn draw_curve(heading: &Heading, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let names: Vec<String> = (1..=heading.curve.len())
        .map(|nth| nth.to_string())
        .collect();
    let steps = heading
        .curve
        .iter()
        .zip(&names)
        .map(|(felt, name)| CurveStep {
            name,
            felt: match felt {
                InShort::Nothing => Felt::Nothing,
                InShort::Rated(rating) => Felt::One(*rating),
                InShort::Apart(lower, upper) => Felt::Split(*lower, *upper),
            },
            range: None,
            expected: None,
        });
    let steps: Vec<_> = steps.collect();
    let is_felt = |step: &InShort| *step != InShort::Nothing;
    if heading.curve.iter().any(is_felt) {
        let curve = Curve::new(&steps).looks(looks::curve(theme));
        ratatui::widgets::Widget::render(&curve, area, buf);
    }
}

/// A file that can't be read, with the whole reason.
pub(super) fn broken(
    file: &Unreadable,
    is_large: bool,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut column = Column::new(area, buf);
    let place = file.problem.strip_suffix(reason(file)).unwrap_or("");
    let place = place.trim_end_matches(": ");
    let place = if place.is_empty() {
        file_name(&file.path)
    } else {
        place.to_owned()
    };
    let mut reason = crate::ui::app::carry::sentence(reason(file));
    reason.push_str(" It is left as it is.");
    let facts = [
        Fact::new(format!("{place} can't be read."), theme.warning.style()),
        Fact::new(reason, theme.text.style()),
    ];
    if is_large {
        return say(&facts, &mut column);
    }
    draw_name(
        ["Can't be read", "Unreadable"],
        theme.warning.style(),
        &mut column,
    );
    say_plain(&facts, &mut column);
}

/// The way to the trash.
pub(super) fn trash(is_large: bool, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf);
    let words = "What was taken to the trash. It can be taken back.";
    let facts = [Fact::new(words.to_owned(), theme.text.style())];
    if is_large {
        return say(&facts, &mut column);
    }
    draw_name(["Trash"], theme.headline.style(), &mut column);
    say_plain(&facts, &mut column);
}
