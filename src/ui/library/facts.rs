//! What is known of a session, a sentence each, and how such sentences are drawn: the most important first.

use super::list::{people, verdict};
use crate::model::heading::Age;
use crate::model::heading::Heading;
use crate::model::moment::date_words;
use crate::model::wording::standing;
use crate::ui::page::{Column, rows_of};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{ELLIPSIS, shorten, wrap};
use ratatui::style::Style;
use ratatui::text::Span;

/// A sentence about a session: what matters in it, and the rest.
#[derive(Debug)]
pub(super) struct Fact {
    words: String,
    between: &'static str,
    rest: String,
    /// Whether the rest is for who sits at the keyboard, and would only take room from the other facts.
    rest_is_plain: bool,
    style: Style,
}

impl Fact {
    /// Words of which nothing can be left out.
    pub(super) fn new(words: String, style: Style) -> Self {
        Self {
            words,
            between: "",
            rest: String::new(),
            rest_is_plain: false,
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

    /// The rest as a sentence that is never large.
    fn with_plain(self, rest: &str) -> Self {
        Self {
            rest_is_plain: !rest.is_empty(),
            ..self.with(" ", rest.to_owned())
        }
    }

    /// Its words and the rest.
    fn whole(&self) -> String {
        if self.rest.is_empty() {
            return self.words.clone();
        }
        format!("{}{}{}", self.words, self.between, self.rest)
    }
}

/// What is known of a session, the most important first, a sentence each.
pub(super) fn facts(heading: &Heading, theme: &Theme) -> Vec<Fact> {
    let text = theme.text.style();
    let mut facts = Vec::new();
    if let Some(why) = &heading.caution {
        let words = crate::ui::app::carry::sentence(why);
        let end = words.find(". ").map_or(words.len(), |dot| dot + 1);
        let (wrong, then) = words.split_at(end);
        let fact = Fact::new(wrong.to_owned(), theme.warning.style());
        facts.push(fact.with_plain(then.trim_start()));
    }
    if let Some(newest) = &heading.newest {
        let words = format!("This is an older copy. {newest}");
        facts.push(Fact::new(words, theme.warning.style()));
    }
    if let Some(alike) = &heading.alike {
        let which = match alike.age {
            Age::Newest => " · the newest copy",
            Age::Same { .. } => " · another copy is as new",
            Age::Older | Age::Another => "",
        };
        let words = format!("In the file {}{which}", alike.file);
        facts.push(Fact::new(words, text));
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
    if let Some(doubt) = &heading.doubt {
        facts.push(Fact::new(doubt.clone(), theme.warning.style()));
    }
    if let Some(date) = heading.next_round {
        facts.push(Fact::new(format!("Next round: {}", date_words(date)), text));
    }
    facts
}

/// Facts in plain letters, with a sign where there are more than fit.
pub(super) fn say_plain(facts: &[Fact], column: &mut Column<'_>) {
    plain(facts.iter().map(|fact| (fact.whole(), fact.style)), column);
}

/// Sentences in plain letters, with a sign where there are more than fit.
fn plain(sentences: impl IntoIterator<Item = (String, Style)>, column: &mut Column<'_>) {
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

/// Facts in large letters, the first ones first, as long as the others have room in plain ones.
pub(super) fn say(facts: &[Fact], column: &mut Column<'_>) {
    let width = column.width() as u16;
    for (at, fact) in facts.iter().enumerate() {
        let after = facts[at + 1..].iter().map(Fact::whole);
        let after: u16 = after.map(|words| rows_of(&words, column.width())).sum();
        let whole = fact.whole();
        let room = column.rows_left().saturating_sub(after + 1);
        let large = |words, room| {
            let headline = spoken(words, fact.style);
            let rows = headline.height_for(width, room);
            headline.is_large(width, room).then_some((headline, rows))
        };
        let rest = rows_of(&fact.rest, column.width());
        let as_a_whole = (!fact.rest_is_plain).then(|| large(&whole, room));
        if let Some((headline, rows)) = as_a_whole.flatten() {
            column.widget(rows, &headline);
        } else if let Some((headline, rows)) = large(&fact.words, room.saturating_sub(rest)) {
            column.widget(rows, &headline);
            plain([(fact.rest.clone(), fact.style)], column);
        } else {
            return say_plain(&facts[at..], column);
        }
        column.gap(1);
    }
}

fn spoken(words: &str, style: Style) -> Headline<'_> {
    Headline::small(words).style(style)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn shown(sentences: &[&str], width: u16, rows: u16) -> String {
        let area = Rect::new(0, 0, width, rows);
        let mut buf = Buffer::empty(area);
        let sentences = sentences
            .iter()
            .map(|words| ((*words).to_owned(), Style::new()));
        plain(sentences, &mut Column::new(area, &mut buf));
        let cells = buf.content.chunks(width.into());
        let row = |row: &[ratatui::buffer::Cell]| -> String {
            let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            row.trim_end().to_owned()
        };
        cells.map(row).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_is_left_out_has_a_sign() {
        assert_eq!(shown(&["one", "two"], 9, 2), "one|two");
        assert_eq!(shown(&["one", "two", "three"], 9, 2), "one|two …");
        assert_eq!(shown(&["one", "two words", "three"], 9, 2), "one|two word…");
    }

    #[test]
    fn a_fact_is_its_words_and_the_rest() {
        let fact = Fact::new("The one thing: call back".to_owned(), Style::new());
        assert_eq!(fact.whole(), "The one thing: call back");
        let fact = fact.with(" · ", "Olive".to_owned());
        assert_eq!(fact.whole(), "The one thing: call back · Olive");
    }
}
