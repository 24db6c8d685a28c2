//! The list of the library: a row a session, with as much of it as the width takes.

use super::menu::file_name;
use crate::model::heading::Age;
use crate::model::heading::{Heading, Unreadable};
use crate::model::verdicts::Lean;
use crate::model::wording::{round_title, standing};
use crate::ui::theme::Theme;
use crate::ui::widgets::spark::{SparkLooks, journey_line};
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The cells before a row: whether it is chosen, whether it is marked, whether it may be damaged, and an empty one.
pub(super) const BEFORE: usize = 4;
/// Those of them that tell how it stands among the others.
const MARKS: usize = 2;
/// The cells of a date, such as `22 Nov 2026`, and in short: `22 Nov`, or `Nov 2025` of another year.
const DATE: (usize, usize) = (11, 8);
/// The cells of a state in words, and in short.
const STATE: (usize, usize) = (26, 10);
/// The cells of a count of people.
const PEOPLE: usize = 9;
/// The fewest cells in which an improvement says anything.
const LEAST_IMPROVEMENT: usize = 24;
/// The most cells of a title while an improvement wants room.
const MOST_TITLE: usize = 40;
/// Between two columns.
const GAP: usize = 2;

/// The columns of a list in cells; a column of none is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    date: usize,
    title: usize,
    people: usize,
    curve: usize,
    state: usize,
    improvement: usize,
}

impl Columns {
    /// What a width has room for: what matters least goes first.
    pub(super) fn within(width: usize, headings: &[Heading]) -> Self {
        let longest = |of: fn(&Heading) -> usize| headings.iter().map(of).max().unwrap_or(0);
        let curve = longest(|heading| heading.curve.len()).clamp(5, 12);
        let (date, state) = if width >= 76 {
            (DATE.0, STATE.0)
        } else {
            (DATE.1, STATE.1)
        };
        let people = if width >= 92 { PEOPLE } else { 0 };
        let others = [date, curve, state, people];
        let used: usize = others
            .into_iter()
            .filter(|cells| *cells > 0)
            .map(|cells| cells + GAP)
            .sum();
        let rest = width.saturating_sub(BEFORE + used);
        let title = longest(title_cells).clamp(16, MOST_TITLE).min(rest);
        let left = rest.saturating_sub(title + GAP);
        let (title, improvement) = if left >= LEAST_IMPROVEMENT {
            (title, left)
        } else {
            (rest, 0)
        };
        Self {
            date,
            title,
            people,
            curve,
            state,
            improvement,
        }
    }
}

/// How a row stands among the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// Whether it is the one that the keys mean.
    pub chosen: bool,
    /// Whether it is marked.
    pub marked: bool,
}

impl Standing {
    fn marks(self, theme: &Theme) -> Span<'static> {
        let chosen = if self.chosen { '▸' } else { ' ' };
        let marked = if self.marked { '●' } else { ' ' };
        Span::styled(format!("{chosen}{marked}"), self.style(theme))
    }

    fn style(self, theme: &Theme) -> Style {
        if self.chosen {
            theme.chosen.style()
        } else {
            theme.choice.style()
        }
    }

    /// The chosen row is of one piece, so that it is seen from afar.
    fn or(self, style: Style, theme: &Theme) -> Style {
        if self.chosen {
            theme.chosen.style()
        } else {
            style
        }
    }
}

/// The row of a session, in this year.
pub(super) fn session(
    heading: &Heading,
    columns: Columns,
    year: i16,
    stands: Standing,
    theme: &Theme,
) -> Line<'static> {
    let own = stands.style(theme);
    let quiet = stands.or(theme.quiet.style(), theme);
    let gap = || Span::styled(" ".repeat(GAP), own);
    let date = if columns.date == DATE.0 {
        heading.started.date().strftime("%-d %b %Y").to_string()
    } else {
        short_date(heading, year)
    };
    let caution = if heading.caution.is_some() || heading.newest.is_some() {
        Span::styled("! ", stands.or(theme.warning.style(), theme))
    } else {
        Span::styled("  ", own)
    };
    let mut line = Line::from(vec![
        stands.marks(theme),
        caution,
        Span::styled(format!("{date:>0$}", columns.date), quiet),
        gap(),
        cell(&title_within(heading, columns.title), columns.title, own),
        gap(),
    ]);
    if columns.people > 0 {
        line.push_span(cell(&people(heading), columns.people, quiet));
        line.push_span(gap());
    }
    let looks = SparkLooks {
        up: stands.or(theme.up_dot.style(), theme),
        down: stands.or(theme.down_dot.style(), theme),
        missing: quiet,
    };
    let shown = &heading.curve[..heading.curve.len().min(columns.curve)];
    let curve = journey_line(shown, &looks, own);
    let width = curve.width();
    line.extend(curve);
    line.push_span(cell("", columns.curve.saturating_sub(width), own));
    line.push_span(gap());
    let (state, style) = state(heading, columns.state >= STATE.0, theme);
    line.push_span(cell(&state, columns.state, stands.or(style, theme)));
    if columns.improvement > 0 {
        let what = heading.the_one.as_ref().map(|one| one.what.to_string());
        line.push_span(gap());
        let text = stands.or(theme.text.style(), theme);
        line.push_span(cell(&what.unwrap_or_default(), columns.improvement, text));
    } else {
        line.push_span(gap());
    }
    line
}

/// When it began, in short: the year only where it is not this one.
pub(super) fn short_date(heading: &Heading, year: i16) -> String {
    let date = heading.started.date();
    let form = if date.year() == year {
        "%-d %b"
    } else {
        "%b %Y"
    };
    date.strftime(form).to_string()
}

/// The row of a file that can't be read.
pub(super) fn broken(
    file: &Unreadable,
    width: usize,
    stands: Standing,
    theme: &Theme,
) -> Line<'static> {
    let name = file_name(&file.path);
    // The reason begins with the name and the place in the file.
    let reason = reason(file);
    let room = width.saturating_sub(MARKS);
    let words = format!("! {name} can't be read: {reason}");
    let style = stands.or(theme.warning.style(), theme);
    Line::from(vec![stands.marks(theme), cell(&words, room, style)])
}

/// The row that leads to the trash.
pub(super) fn trash(many: usize, width: usize, stands: Standing, theme: &Theme) -> Line<'static> {
    let words = trash_words(many);
    let room = width.saturating_sub(MARKS);
    let style = stands.or(theme.quiet.style(), theme);
    Line::from(vec![stands.marks(theme), cell(&words, room, style)])
}

/// How much lies in the trash.
pub(super) fn trash_words(many: usize) -> String {
    match many {
        1 => "Trash: 1 session".to_owned(),
        many => format!("Trash: {many} sessions"),
    }
}

/// Why a file can't be read, without its name.
pub(super) fn reason(file: &Unreadable) -> &str {
    let name = file_name(&file.path);
    let rest = file.problem.strip_prefix(&name).unwrap_or(&file.problem);
    rest.split_once(": ").map_or(rest, |(_, reason)| reason)
}

/// How many take part, in words.
pub(super) fn people(heading: &Heading) -> String {
    match heading.people {
        0 => String::new(),
        1 => "1 person".to_owned(),
        many => format!("{many} people"),
    }
}

/// Where an unfinished session stands, or the verdict of a finished one.
pub(super) fn state(heading: &Heading, long: bool, theme: &Theme) -> (String, Style) {
    if heading.finished.is_none() {
        let words = if long {
            format!("unfinished: {}", standing(heading))
        } else {
            "unfinished".to_owned()
        };
        return (words, theme.here.style());
    }
    let Some(count) = heading.verdicts else {
        return (String::new(), theme.text.style());
    };
    let (sign, style) = match count.lean() {
        Lean::Builds => ("✓", theme.builds.style()),
        Lean::Erodes => ("✗", theme.erodes.style()),
        Lean::Divided => ("=", theme.number.style()),
        Lean::Nowhere => ("–", theme.text.style()),
    };
    let words = if long || count.lean() == Lean::Nowhere {
        heading.verdict.clone()
    } else if count.lean() == Lean::Divided {
        format!("{} and {}", count.builds, count.erodes)
    } else {
        let most = count.builds.max(count.erodes);
        format!("{most} of {}", count.builds + count.erodes)
    };
    (format!("{sign} {words}"), style)
}

/// The verdict with its sign, where there is one.
pub(super) fn verdict(heading: &Heading, theme: &Theme) -> Option<(String, Style)> {
    heading.verdicts?;
    let done = Heading {
        finished: Some(heading.started),
        ..heading.clone()
    };
    Some(state(&done, true, theme))
}

/// The rounds in words, as they follow the business.
fn round(heading: &Heading) -> String {
    let whole = round_title(&heading.business, heading.walk, heading.round.number());
    let round = &whole[heading.business.as_str().len()..];
    // Its file's name stands in full with the facts.
    match heading.alike.as_ref().map(|alike| alike.age) {
        Some(Age::Newest) => format!("{round} (newest)"),
        Some(Age::Older) => format!("{round} (older)"),
        Some(Age::Same { .. }) => format!("{round} (copy)"),
        Some(Age::Another) | None => round.to_owned(),
    }
}

/// The round on its own, such as `Round 2`.
pub(super) fn round_alone(heading: &Heading) -> String {
    let round = round(heading);
    let round = round.trim_start_matches([' ', '·']);
    let mut letters = round.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The cells of a title.
pub(super) fn title_cells(heading: &Heading) -> usize {
    cells(heading.business.as_str()) + cells(&round(heading))
}

/// The title in a width: the business is cut, the round never.
pub(super) fn title_within(heading: &Heading, width: usize) -> String {
    let round = round(heading);
    let room = width.saturating_sub(cells(&round));
    shorten(
        &format!("{}{round}", shorten(heading.business.as_str(), room)),
        width,
    )
}

/// The text in exactly so many cells.
fn cell(text: &str, width: usize, style: Style) -> Span<'static> {
    let mut text = shorten(text, width);
    text.push_str(&" ".repeat(width.saturating_sub(cells(&text))));
    Span::styled(text, style)
}
