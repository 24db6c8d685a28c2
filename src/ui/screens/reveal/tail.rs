//! What stands under the scale of the reveal: who speaks first, a year of it, the words that were picked.

use super::draw::dots_of;
use super::layout::Layout;
use super::words::chip;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session};
use crate::model::stats::{Summary, YearOfIt};
use crate::model::step_record::StepRecord;
use crate::ui::looks;
use crate::ui::page::{Column, is_low};
use crate::ui::screen::View;
use crate::ui::widgets::chips::Chips;
use crate::ui::widgets::large_chips::LargeChips;
use crate::ui::widgets::large_rows;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The lowest and the highest are asked to speak first.
pub fn speakers(record: &StepRecord, session: &Session, low: bool) -> Option<String> {
    let dots = dots_of(record, session);
    if record.revealed_again.is_some() {
        return what_moved(&dots, session.company_at(record));
    }
    let lowest = dots.iter().map(|(_, rating, _)| *rating).min()?;
    let highest = dots.iter().map(|(_, rating, _)| *rating).max()?;
    match session.company_at(record) {
        Company::Solo => return None,
        Company::Pair => return Some("Tell each other: what made it so?".to_owned()),
        Company::Team => {}
    }
    if lowest == highest {
        return Some("All the same. What made it so?".to_owned());
    }
    if session.names() == Names::Hidden {
        return Some("Who stands lowest and highest speaks first, if they like.".to_owned());
    }
    let of = |rating| {
        let all = dots.iter().filter(move |(_, other, _)| *other == rating);
        all.map(|(label, ..)| label.clone()).collect::<Vec<_>>()
    };
    let first = [few_named(of(lowest)), few_named(of(highest))].concat();
    let more = if low {
        "."
    } else {
        ": what did you feel that the others did not?"
    };
    Some(format!("{} speak first{more}", and(&first)))
}

/// They have spoken already, the lowest and the highest first: the second time it is about who moved.
fn what_moved(dots: &[(String, Rating, Option<Rating>)], company: Company) -> Option<String> {
    let moved = dots.iter().any(|(_, _, first)| first.is_some());
    let words = match (company, moved) {
        _ if dots.is_empty() => return None,
        (Company::Solo, _) => return None,
        (Company::Pair, true) => "What did the other say that moved you?",
        (Company::Team, true) => "Some of you moved. What did you hear that changed it?",
        (_, false) => "Nobody moved. So it stands.",
    };
    Some(words.to_owned())
}

/// The most people at an end of the scale who are all named.
const MOST_NAMED: usize = 3;

/// These names, or the first of them and how many more there are.
fn few_named(mut names: Vec<String>) -> Vec<String> {
    if names.len() > MOST_NAMED {
        let first = names[0].clone();
        let more = names.len() - 1;
        names = vec![format!("{first} with {more} others")];
    }
    names
}

/// `Ana`, `Ana and Ben`, `Ana, Ben and Cho`.
pub fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The rows that the picked words and a year of it take.
pub fn words_rows(record: &StepRecord, view: &View<'_>, area: Rect, large: bool) -> u16 {
    let picked: Vec<_> = record.words.iter().map(|word| chip(word, true)).collect();
    let year = u16::from(record.times_a_year.is_some());
    let rows = Chips::new(&picked)
        .looks(looks::chips(view.theme))
        .height_for(area.width)
        .min(3);
    // On a low screen the foot alone says how words are picked.
    year + if large {
        large_rows::LINE + 1
    } else if picked.is_empty() {
        u16::from(!is_low(area))
    } else {
        rows
    }
}

/// Whether the picked words stand on one line of large letters.
pub fn chips_are_large(record: &StepRecord, area: Rect) -> bool {
    let picked: Vec<_> = record.words.iter().map(|word| chip(word, true)).collect();
    LargeChips::new(&picked).height_for(area.width) == Some(large_rows::LINE)
}

/// Draws what stands under the scale, on a screen and in its room.
pub fn draw_tail(
    record: &StepRecord,
    layout: &Layout,
    (whole, screen): (Rect, Rect),
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let low = is_low(screen);
    let mut column = Column::new(area, buf).on(whole);
    column.gap(u16::from(!low));
    if let Some(words) = &layout.speak {
        column.said(words, theme.strong.style());
    }
    if let Some(year) = record
        .times_a_year
        .and_then(|times| YearOfIt::of(times, &Summary::of(record.felt_ratings())))
    {
        let total = year
            .total_words()
            .map_or(String::new(), |total| format!(": {total}"));
        column.line(Span::styled(
            format!("{}{total}", year.words()),
            theme.strong.style(),
        ));
    }
    let picked: Vec<_> = record.words.iter().map(|word| chip(word, true)).collect();
    if layout.chips {
        column.gap(1);
        let large = LargeChips::new(&picked).looks(looks::chips(theme));
        column.widget(large_rows::LINE, &large);
        return;
    }
    if picked.is_empty() && !low {
        let words = if view.session.company_at(record) == Company::Solo {
            "Which word fits?"
        } else {
            "Which words fit?"
        };
        column.line(Line::from(vec![
            Span::styled(format!("{words} "), theme.quiet.style()),
            Span::styled("w", theme.foot_key.style()),
            Span::styled(" picks them.", theme.quiet.style()),
        ]));
    } else {
        let rest = column.rest();
        Chips::new(&picked)
            .looks(looks::chips(theme))
            .render(rest, buf);
    }
}
