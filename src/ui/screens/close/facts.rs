//! The session in a few lines, for its last page. What gives way to the promise, and when, the page decides.

use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::text::CleanText;
use crate::ui::screen::View;
use crate::ui::screens::improvements::details;
use crate::ui::screens::journey::{balance_words, summary_words};
use crate::ui::screens::promises::words::{kept_of, still_open};
use crate::ui::screens::verdict::Count;
use crate::ui::theme::Theme;
use crate::ui::widgets::wrap::{cells, shorten, wrap, wrap_within};
use ratatui::text::{Line, Span};

/// How wide the labels of the facts are.
const LABEL: usize = 12;

/// How many of the other improvements stand on the page.
const MOST_OTHERS: usize = 2;

/// The most lines of a fact.
const MOST_LINES: usize = 2;

/// How much a fact is worth on the page, most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Worth {
    /// Who does it, by when.
    Promise,
    /// Where all of it is kept: whoever has that has the rest.
    Place,
    NextRound,
    Verdict,
    Promised,
    Way,
    ChosenFor,
    ToTell,
    Others,
}

/// A fact of the page, in a line or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) worth: Worth,
    pub(super) label: &'static str,
    /// In one line, cut with a sign; all of the promise, which is never cut to one.
    pub(super) words: String,
    /// Over as many lines as it needs, two at most.
    over_lines: Vec<String>,
    /// As they are, and over as many lines as that takes.
    pub(super) whole: String,
    all_lines: Vec<String>,
}

impl Fact {
    /// A fact in lines of a width; what is too long for them is cut with a sign.
    pub(super) fn new(worth: Worth, label: &'static str, whole: String, width: usize) -> Self {
        let room = match label {
            "" => width,
            _ => width.saturating_sub(LABEL),
        };
        let words = match worth {
            Worth::Promise => whole.clone(),
            // The file is named at the end of its path.
            Worth::Place => ending_of(&whole, room),
            _ => shorten(&whole, room),
        };
        let over_lines = match worth {
            Worth::Place => vec![words.clone()],
            _ => wrap_within(&whole, room, MOST_LINES),
        };
        Self {
            worth,
            label,
            words,
            over_lines,
            all_lines: wrap(&whole, room),
            whole,
        }
    }

    /// In one line.
    pub(super) fn line(&self, theme: &Theme) -> Line<'_> {
        self.labelled(self.label, &self.words, theme)
    }

    /// In so many lines.
    pub(super) fn lines(&self, rows: u16, theme: &Theme) -> Vec<Line<'_>> {
        if rows < 2 && self.fewest_rows() < 2 {
            return vec![self.line(theme)];
        }
        self.under_label(&self.over_lines, theme)
    }

    /// All of it.
    pub(super) fn all_lines(&self, theme: &Theme) -> Vec<Line<'_>> {
        self.under_label(&self.all_lines, theme)
    }

    fn under_label<'w>(&self, lines: &'w [String], theme: &Theme) -> Vec<Line<'w>> {
        let lines = lines.iter().enumerate().map(|(at, words)| {
            let label = if at == 0 { self.label } else { "" };
            self.labelled(label, words, theme)
        });
        lines.collect()
    }

    /// The rows of all of it.
    pub(super) fn all_rows(&self) -> u16 {
        self.all_lines.len() as u16
    }

    /// Whether all of it stands in so many rows.
    pub(super) fn is_whole(&self, rows: u16) -> bool {
        if rows < 2 && self.fewest_rows() < 2 {
            return self.words == self.whole;
        }
        self.over_lines == self.all_lines
    }

    /// The rows that it needs: whoever promised it by when is not cut while there is a second line.
    pub(super) fn fewest_rows(&self) -> u16 {
        match self.worth {
            Worth::Promise => self.most_rows(),
            _ => 1,
        }
    }

    /// The rows in which more of it can be read.
    pub(super) fn most_rows(&self) -> u16 {
        self.over_lines.len().max(1) as u16
    }

    fn labelled<'w>(&self, label: &str, words: &'w str, theme: &Theme) -> Line<'w> {
        let label = match self.label {
            "" => String::new(),
            _ => format!("{label:<LABEL$}"),
        };
        Line::from(vec![
            Span::styled(label, theme.quiet.style()),
            Span::styled(words, theme.text.style()),
        ])
    }
}

/// The rows of each of these facts, where some rows more are free: those of most worth take a second one first.
pub(super) fn rows_of_each(facts: &[Fact], mut free: u16) -> Vec<u16> {
    let mut rows: Vec<_> = facts.iter().map(Fact::fewest_rows).collect();
    let mut by_worth: Vec<_> = (0..facts.len()).collect();
    by_worth.sort_by_key(|at| facts[*at].worth);
    for at in by_worth {
        let more = facts[at].most_rows() - rows[at];
        if more <= free {
            rows[at] += more;
            free -= more;
        }
    }
    rows
}

/// The session in a few lines, a label and its words; what is too long for its lines is cut with a sign.
pub(super) fn facts(journey: &Journey, view: &View<'_>, width: usize) -> Vec<Fact> {
    let session = view.session;
    let mut facts = Vec::new();
    let mut say = |worth: Worth, label: &'static str, words: String| {
        facts.push(Fact::new(worth, label, words, width));
    };
    if let Some(one) = session.the_one() {
        say(Worth::Promise, "", details(one, session));
    }
    let steps = session.exercise().steps.iter().zip(&journey.summaries);
    let steps: Vec<_> = steps
        .map(|(step, summary)| format!("{} {}", step.short, summary_words(summary)))
        .collect();
    say(Worth::Way, "journey", steps.join(" · "));
    let verdict = Count::of(session).map(|count| count.words(session));
    let balance = balance_words(journey).map(|balance| format!("balance {balance}"));
    say(
        Worth::Verdict,
        "verdict",
        [verdict, balance]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    );
    let reasons: Vec<_> = session.chosen_for().iter().map(CleanText::as_str).collect();
    match (reasons.is_empty(), session.if_equal().is_empty()) {
        (true, true) => {}
        (false, true) => say(Worth::ChosenFor, "chosen for", reasons.join(", ")),
        (true, false) => say(Worth::ChosenFor, "if equal", session.if_equal().to_string()),
        (false, false) => say(
            Worth::ChosenFor,
            "chosen for",
            format!("{}; if equal: {}", reasons.join(", "), session.if_equal()),
        ),
    }
    if !session.keep().is_empty() {
        say(Worth::ToTell, "the story", session.keep().to_string());
    }
    let others: Vec<_> = session
        .improvements()
        .iter()
        .filter(|one| !one.the_one)
        .collect();
    for one in others.iter().take(MOST_OTHERS) {
        say(
            Worth::Others,
            "and also",
            format!("{} · {}", one.what, details(one, session)),
        );
    }
    if others.len() > MOST_OTHERS {
        say(
            Worth::Others,
            "and",
            format!("{} more", others.len() - MOST_OTHERS),
        );
    }
    if !session.promises().is_empty() {
        let mut parts = vec![kept_of(session)];
        parts.extend(still_open(session));
        say(Worth::Promised, "promised", parts.join(" · "));
    }
    say(
        Worth::NextRound,
        "next round",
        session.next_round().map_or_else(
            || {
                if view.replay {
                    "no date yet"
                } else {
                    "no date yet: d sets one"
                }
                .to_owned()
            },
            date_words,
        ),
    );
    if !view.file.is_empty() {
        say(Worth::Place, "kept in", view.file.to_owned());
    }
    facts
}

/// The end of a path, where its file is named, with a sign for what is cut before it.
fn ending_of(path: &str, width: usize) -> String {
    let mut start = 0;
    while cells(&path[start..]) + 1 > width {
        let Some(next) = path[start..].char_indices().nth(1) else {
            break;
        };
        start += next.0;
    }
    if start == 0 {
        path.to_owned()
    } else {
        format!("…{}", &path[start..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(worth: Worth, lines: usize) -> Fact {
        Fact {
            worth,
            label: "",
            words: String::new(),
            over_lines: vec![String::new(); lines],
            whole: String::new(),
            all_lines: vec![String::new(); lines],
        }
    }

    #[test]
    fn the_promise_takes_its_lines_and_the_others_only_what_is_free() {
        let facts = [
            fact(Worth::Promise, 2),
            fact(Worth::ChosenFor, 2),
            fact(Worth::Way, 2),
            fact(Worth::Place, 1),
        ];
        assert_eq!(rows_of_each(&facts, 0), [2, 1, 1, 1]);
        assert_eq!(rows_of_each(&facts, 1), [2, 1, 2, 1]);
        assert_eq!(rows_of_each(&facts, 9), [2, 2, 2, 1]);
    }
}
