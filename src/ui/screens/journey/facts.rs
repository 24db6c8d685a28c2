//! What the journey says beneath its curve: a line each, and large where a vast screen has room for it.

use super::{balance_words, summary_words};
use crate::model::journey::Journey;
use crate::model::place::StepNumber;
use crate::model::rating::signed;
use crate::model::session::{Company, Session};
use crate::model::wording::{alike_words, moments_words};
use crate::ui::screen::View;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use crate::ui::widgets::wrap::shorten;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The rows that the curve keeps on a vast screen: from there on its own names and numbers are large.
const CURVE: u16 = 41;

/// Something that the journey says.
pub struct Fact {
    mark: &'static str,
    name: &'static str,
    words: String,
    style: Style,
}

impl Fact {
    /// As a plain line.
    pub fn line(&self, view: &View<'_>) -> Line<'static> {
        let (mark, name) = (self.mark, self.name);
        Line::from(vec![
            Span::styled(format!("{mark:<2}{name:<9}"), self.style),
            Span::styled(self.words.clone(), view.theme.text.style()),
        ])
    }

    /// Several of them as large rows.
    pub fn list<'f>(facts: &'f [Self], view: &View<'_>) -> LargeRows<'f> {
        let row = |fact: &'f Self| LargeRow {
            mark: Span::styled(format!("{} {}", fact.mark, fact.name), fact.style),
            words: Span::styled(fact.words.as_str(), view.theme.text.style()),
            ..LargeRow::default()
        };
        LargeRows::new(facts.iter().map(row).collect())
    }
}

/// How many of the facts can be large while the curve keeps its rows.
pub fn large_facts(facts: &[Fact], view: &View<'_>, area: Rect) -> usize {
    let fits = |count: &usize| {
        let plain = (facts.len() - count + 1).div_ceil(2) as u16;
        let large = Fact::list(&facts[..*count], view).height(area.width);
        large.is_some_and(|large| CURVE + 1 + large + 1 + plain <= area.height)
    };
    (1..=facts.len()).rev().find(fits).unwrap_or(0)
}

/// What the journey says, the most important first.
pub fn facts(journey: &Journey, view: &View<'_>) -> Vec<Fact> {
    let (theme, session) = (view.theme, view.session);
    let alone = journey.company == Company::Solo;
    let mut facts = Vec::new();
    let mut say = |mark: &'static str, name: &'static str, words: String, style: Style| {
        facts.push(Fact {
            mark,
            name,
            words,
            style,
        });
    };
    let moments = |equal| moments_words(equal, journey, session.exercise());
    let all = [
        ("▼", "worst", moments(&journey.worst), theme.worst),
        ("▲", "best", moments(&journey.best), theme.best),
        ("=", "alike", alike_words(journey), theme.text),
    ];
    for (mark, name, words, place) in all {
        if let Some(words) = words {
            say(mark, name, words, place.style());
        }
    }
    // Two people remember two things.
    let remembered = journey
        .likely_remembered
        .filter(|_| journey.company != Company::Pair);
    let remembered = remembered.map_or(String::new(), |points| {
        format!(
            " · likely remembered {} (rule of thumb)",
            signed(i32::from(points))
        )
    });
    if let Some(balance) = balance_words(journey) {
        let more = match (
            journey.company,
            journey.ended_below(),
            journey.balances.len(),
        ) {
            (Company::Team, below, of) => {
                format!(" for the room; {below} of {of} ended below zero")
            }
            _ => String::new(),
        };
        say(
            "Σ",
            "balance",
            format!("{balance}{more}"),
            theme.number.style(),
        );
    }
    if let Some(words) = leaving_words(journey, session) {
        say("→", "leaving", words, theme.leaving.style());
    }
    if let Some(words) = gap_words(journey, alone) {
        say("○", "expected", words, theme.expected.style());
    }
    if let Some(last) = journey.last {
        let end = summary_words(&journey.summaries[last]);
        say(
            "◉",
            "the end",
            format!("{end}{remembered}"),
            theme.last.style(),
        );
    }
    facts
}

/// What the signs of the curve mean, and how many observations stand behind it.
pub fn legend(view: &View<'_>, alone: bool) -> Line<'static> {
    let theme = view.theme;
    let mut spans = vec![
        Span::styled("● felt   ", theme.text.style()),
        Span::styled("○ expected   ", theme.expected.style()),
    ];
    if !alone {
        spans.push(Span::styled("┃ lowest to highest   ", theme.quiet.style()));
    }
    spans.push(Span::styled(observed(view.session), theme.quiet.style()));
    Line::from(spans)
}

/// How many observations stand behind the curve.
pub fn observed(session: &Session) -> String {
    use crate::model::evidence::Sharing;
    if session.company_so_far() == Company::Solo {
        return String::new();
    }
    let shared = session
        .steps()
        .iter()
        .filter(|step| step.sharing == Sharing::Shared)
        .count();
    match (shared, session.steps().len()) {
        (0, _) => "each their own experience".to_owned(),
        (shared, all) if shared == all => "one shared experience per step".to_owned(),
        (shared, all) => format!("{shared} of {all} steps: one shared experience"),
    }
}

/// Where people would have left.
pub fn leaving_words(journey: &Journey, session: &Session) -> Option<String> {
    let asked = &session.exercise().steps;
    let title = |step: usize| asked[step].title.to_string();
    let of = journey.balances.len();
    if of == 0 {
        return None;
    }
    let first = journey.leaving.iter().position(|count| *count > 0);
    match (journey.company, first) {
        (Company::Solo, Some(step)) => Some(format!("you would have left after: {}", title(step))),
        (Company::Solo, None) => Some("you would have stayed to the end".to_owned()),
        (_, None) => Some("all would have stayed to the end".to_owned()),
        (_, Some(_)) => {
            let most = journey.leaving.iter().max().copied().unwrap_or(0);
            let steps = (0..asked.len()).filter(|step| journey.leaving.get(*step) == Some(&most));
            let steps: Vec<_> = steps.collect();
            let places = if let [one] = steps[..] {
                format!("{most} after: {}", title(one))
            } else {
                let names = steps.iter().map(|step| asked[*step].short.as_str());
                let names = names.collect::<Vec<_>>().join(", ");
                format!("{most} each after: {names}")
            };
            Some(format!(
                "{} of {of} would have left, {places}",
                journey.left()
            ))
        }
    }
}

/// What was expected against what was felt.
pub fn gap_words(journey: &Journey, alone: bool) -> Option<String> {
    if alone {
        let gaps = journey.gaps;
        return (gaps.of > 0).then(|| {
            format!(
                "at {} of {} steps you expected better",
                gaps.expected_better, gaps.of
            )
        });
    }
    let gaps = journey.people_gaps;
    (gaps.of > 0).then(|| {
        format!(
            "{} of {} expected better than they felt",
            gaps.expected_better, gaps.of
        )
    })
}

/// One step, looked at closer.
pub fn step_lines(step: StepNumber, journey: &Journey, view: &View<'_>) -> Vec<Line<'static>> {
    use crate::model::evidence::NoteKind;
    let (theme, session) = (view.theme, view.session);
    let record = session.step(step);
    let title = &session.exercise().steps[step.index()].title;
    let mut words = format!(
        "{title}: {}",
        summary_words(&journey.summaries[step.index()])
    );
    if let Some((lowest, highest)) = journey.summaries[step.index()]
        .range()
        .filter(|_| journey.summaries[step.index()].n() > 2)
    {
        words = format!("{words}, from {lowest} to {highest}");
    }
    if let Some(expected) = journey.expected[step.index()] {
        words = format!("{words}; expected {expected}");
    }
    let mut lines = vec![Line::styled(words, theme.strong.style())];
    if !record.words.is_empty() {
        let words: Vec<_> = record
            .words
            .iter()
            .map(|word| word.text().as_str())
            .collect();
        lines.push(Line::styled(words.join(", "), theme.text.style()));
    }
    for note in record.notes.iter().take(4) {
        let (mark, style) = match note.kind {
            NoteKind::Good => ("▲", theme.good_surprise.style()),
            NoteKind::Bad => ("▼", theme.bad_surprise.style()),
            NoteKind::Fact => ("·", theme.fact.style()),
        };
        let words = format!(" {}", note.text);
        let words = Span::styled(words, theme.text.style());
        lines.push(Line::from(vec![Span::styled(mark, style), words]).style(theme.text.style()));
    }
    lines
}

/// Lines in one or two columns, cut with a sign where they are too long.
pub fn draw_lines(lines: Vec<Line<'static>>, columns: u16, area: Rect, buf: &mut Buffer) {
    let rows = (lines.len() as u16).div_ceil(columns);
    let width = area.width / columns;
    for (index, line) in lines.into_iter().enumerate() {
        let (x, y) = (
            index as u16 / rows.max(1) * width,
            index as u16 % rows.max(1),
        );
        if y >= area.height {
            continue;
        }
        let cell = Rect {
            x: area.x + x,
            y: area.y + y,
            width: width.saturating_sub(u16::from(columns > 1) * 2),
            height: 1,
        };
        ratatui::widgets::Widget::render(fitted(line, usize::from(cell.width)), cell, buf);
    }
}

fn fitted(line: Line<'static>, width: usize) -> Line<'static> {
    let mut room = width;
    let mut spans = Vec::new();
    for span in line.spans {
        let words = shorten(&span.content, room);
        room = room.saturating_sub(crate::ui::widgets::wrap::cells(&words));
        spans.push(Span::styled(words, span.style));
    }
    Line::from(spans)
}
