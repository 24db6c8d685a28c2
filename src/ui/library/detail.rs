//! The chosen row of the library in full: beside the list where there is room, else under it.

use super::list::{people, reason, round_alone, verdict};
use super::menu::file_name;
use crate::model::heading::{Heading, InShort, Unreadable};
use crate::model::moment::date_words;
use crate::model::wording::{standing, title};
use crate::ui::looks;
use crate::ui::page::{Column, rows_of, side_by_side};
use crate::ui::theme::Theme;
use crate::ui::widgets::curve::{Curve, CurveStep, Felt};
use crate::ui::widgets::enlarged::Enlarged;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::{ELLIPSIS, shorten, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// The fewest rows in which a curve is more than its bars.
const LEAST_CURVE: u16 = 9;

/// The fewest columns in which it is.
const LEAST_CURVE_WIDTH: u16 = 40;

/// A session in full, in a listing that is of one business or of several.
pub(super) fn session(
    heading: &Heading,
    of_one_business: bool,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut column = Column::new(area, buf);
    // As many rows for every session, so that what stands under its name does not jump.
    let rows = name_rows(area.height);
    if rows > 0 {
        let name = name(heading, of_one_business, theme);
        column.widget(rows, &name);
        column.gap(1);
    }
    let facts = facts(heading, theme);
    let facts = facts.iter().map(|fact| (fact.whole(), fact.style));
    plain(facts.collect(), &mut column);
    column.gap(1);
    if column.rows_left() >= LEAST_CURVE && area.width >= LEAST_CURVE_WIDTH {
        draw_curve(heading, theme, column.rest(), buf);
    }
}

/// The rows for its name in large letters: of one line, of two, of a third of the room.
fn name_rows(height: u16) -> u16 {
    match height {
        0..=7 => 0,
        8..=13 => LINE,
        14..=24 => 2 * LINE + 1,
        _ => height / 3,
    }
}

/// What it is called: of one business its round says enough.
fn name(heading: &Heading, of_one_business: bool, theme: &Theme) -> Enlarged {
    let whole = title(heading);
    let round = round_alone(heading);
    let business = heading.business.as_str();
    let forms = if of_one_business {
        [&*whole, &*round, business]
    } else {
        [&*whole, business, business]
    };
    Enlarged::new(forms, theme.headline.style())
}

/// A sentence about a session: what matters in it, and the rest.
#[derive(Debug)]
pub(super) struct Fact {
    words: String,
    between: &'static str,
    rest: String,
    style: Style,
}

impl Fact {
    fn new(words: String, style: Style) -> Self {
        Self {
            words,
            between: "",
            rest: String::new(),
            style,
        }
    }

    fn with(self, between: &'static str, rest: String) -> Self {
        Self {
            between,
            rest,
            ..self
        }
    }

    fn whole(&self) -> String {
        if self.rest.is_empty() {
            return self.words.clone();
        }
        format!("{}{}{}", self.words, self.between, self.rest)
    }
}

/// What is known of a session, the most important first, a sentence each.
fn facts(heading: &Heading, theme: &Theme) -> Vec<Fact> {
    let text = theme.text.style();
    let mut facts = Vec::new();
    if let Some(why) = &heading.caution {
        let words = crate::ui::app::carry::sentence(why);
        facts.push(Fact::new(words, theme.warning.style()));
    }
    if heading.finished.is_none() {
        let words = format!("Unfinished, it stands at: {}.", standing(heading));
        facts.push(Fact::new(words, theme.here.style()));
    }
    if let Some((words, style)) = verdict(heading, theme) {
        facts.push(Fact::new(words, style));
    }
    if let Some(one) = &heading.the_one {
        let by = one.by.map(|by| format!("by {}", date_words(by)));
        let who = Some(one.who.to_string()).filter(|who| !who.is_empty());
        let rest: Vec<_> = who.into_iter().chain(by).collect();
        let words = format!("The one thing: {}", one.what);
        let fact = Fact::new(words, theme.the_one.style());
        facts.push(fact.with(" · ", rest.join(" · ")));
    }
    let date = heading.started.date_words();
    facts.push(match (heading.names.as_slice(), heading.people) {
        (_, 0) => Fact::new(date, text),
        ([], _) => Fact::new(format!("{date} · {}", people(heading)), text),
        ([one], _) => Fact::new(date, text).with(" · ", one.clone()),
        (names, _) => {
            Fact::new(format!("{date} · {}", people(heading)), text).with(": ", names.join(", "))
        }
    });
    if let Some(date) = heading.next_round {
        facts.push(Fact::new(format!("Next round: {}", date_words(date)), text));
    }
    facts
}

/// Sentences in plain letters, with a sign where there are more than fit.
fn plain(sentences: Vec<(String, Style)>, column: &mut Column<'_>) {
    let (width, rows) = (column.width(), usize::from(column.rows_left()));
    let mut lines = Vec::new();
    for (words, style) in sentences {
        lines.extend(wrap(&words, width).into_iter().map(|line| (line, style)));
    }
    let is_cut = lines.len() > rows;
    lines.truncate(rows);
    if let Some((last, _)) = lines.last_mut().filter(|_| is_cut) {
        *last = shorten(&format!("{last} {ELLIPSIS}"), width);
    }
    for (line, style) in lines {
        column.line(Span::styled(line, style));
    }
}

/// A session in full under a list in large letters, which has its name already: its facts and its curve.
pub(super) fn session_large(
    heading: &Heading,
    is_whole: bool,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let is_felt = |step: &InShort| *step != InShort::Nothing;
    let has_curve = area.height >= LEAST_CURVE && heading.curve.iter().any(is_felt);
    let [left, right] = if has_curve {
        side_by_side(area, 66)
    } else {
        [area, Rect::default()]
    };
    let mut facts = facts(heading, theme);
    if !is_whole {
        facts.insert(0, Fact::new(title(heading), theme.headline.style()));
    }
    say(&facts, &mut Column::new(left, buf));
    if has_curve {
        draw_curve(heading, theme, right, buf);
    }
}

/// Facts in large letters, the first ones first, as long as the others have room in plain ones.
fn say(facts: &[Fact], column: &mut Column<'_>) {
    let width = column.width() as u16;
    for (at, fact) in facts.iter().enumerate() {
        let after = facts[at + 1..].iter().map(|fact| fact.whole());
        let after: u16 = after.map(|words| rows_of(&words, column.width())).sum();
        let whole = fact.whole();
        let room = column.rows_left().saturating_sub(after + 1);
        let large = |words| {
            let headline = spoken(words, fact.style);
            let rows = headline.height_for(width, room);
            headline.is_large(width, room).then_some((headline, rows))
        };
        if let Some((headline, rows)) = large(&whole) {
            column.widget(rows, &headline);
        } else if let Some((headline, rows)) = large(&fact.words) {
            column.widget(rows, &headline);
            plain(vec![(fact.rest.clone(), fact.style)], column);
        } else {
            let rest = facts[at..].iter().map(|fact| (fact.whole(), fact.style));
            return plain(rest.collect(), column);
        }
        column.gap(1);
    }
}

fn spoken(words: &str, style: Style) -> Headline<'_> {
    Headline::new(words)
        .style(style)
        .at_most(LetterSize::Quarter)
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
    let what = format!("{place} can't be read.");
    if is_large {
        let facts = [
            Fact::new(what, theme.warning.style()),
            Fact::new(reason, theme.text.style()),
        ];
        return say(&facts, &mut column);
    }
    if name_rows(area.height) > 0 {
        let chosen = Enlarged::new(["Can't be read", "Unreadable"], theme.warning.style());
        column.widget(name_rows(area.height), &chosen);
        column.gap(1);
    }
    let sentences = vec![(what, theme.warning.style()), (reason, theme.text.style())];
    plain(sentences, &mut column);
}

/// The way to the trash.
pub(super) fn trash(is_large: bool, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf);
    let words = "What was taken to the trash. It can be taken back.";
    if is_large {
        let fact = Fact::new(words.to_owned(), theme.text.style());
        return say(&[fact], &mut column);
    }
    if name_rows(area.height) > 0 {
        let chosen = Enlarged::new(["Trash"], theme.headline.style());
        column.widget(name_rows(area.height), &chosen);
        column.gap(1);
    }
    column.text(words, theme.text.style());
}
