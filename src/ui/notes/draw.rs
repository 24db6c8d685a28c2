//! How the notes look: the clock or the headline as large as fits, then the words, then what comes next.

use super::words::{Block, Notes, Timebox};
use crate::ui::page::{Column, is_vast, rows_of};
use crate::ui::theme::Theme;
use crate::ui::widgets::clock::clock_text;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::{beginning, shorten, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::time::Duration;

/// Longer lines are hard to read aloud.
const LONGEST: u16 = 100;

/// Draws the notes.
pub fn draw(notes: &Notes, theme: &Theme, area: Rect, buf: &mut Buffer) {
    if is_vast(area) && draw_vast(notes, theme, area, buf) {
        return;
    }
    let width = usize::from(area.width.min(LONGEST));
    let most = usize::from(area.height).saturating_sub(4);
    let (mut lines, fits) = as_airy_as_fits(notes, theme, width, most);
    let foot = 1 + u16::from(fits);
    let mut column = Column::new(area, buf);
    large(notes, theme, lines.len() as u16 + foot, &mut column);
    let room = usize::from(column.rows_left().saturating_sub(1));
    if lines.len() > room {
        lines.truncate(room.saturating_sub(1));
        let more = Span::styled("… more in a larger window", theme.quiet.style());
        lines.push(more.into());
    }
    for line in lines {
        column.line(line);
    }
    column.gap(column.rows_left().saturating_sub(1));
    column.line(Line::from(vec![
        Span::styled("Next  ", theme.quiet.style()),
        Span::styled(notes.next.clone(), theme.here.style()),
    ]));
}

/// Draws them all in large letters, where the window is vast and all of them fit; of what was promised, the first line
/// where it does not fit as a whole.
fn draw_vast(notes: &Notes, theme: &Theme, area: Rect, buf: &mut Buffer) -> bool {
    let whole = said(notes, theme, str::to_owned);
    let first_lines = || said(notes, theme, |promise| first_line(promise, area.width));
    draw_large(&whole, notes, theme, area, buf)
        || draw_large(&first_lines(), notes, theme, area, buf)
}

/// What is said, each under a label or under none.
type Said = Vec<(&'static str, String, Style)>;

fn draw_large(said: &Said, notes: &Notes, theme: &Theme, area: Rect, buf: &mut Buffer) -> bool {
    let mut column = Column::new(area, buf);
    let next = format!("Next: {}", notes.next);
    let next = read_aloud(&next, theme.here.style());
    let (width, most) = (area.width, area.height);
    let all: Vec<_> = said
        .iter()
        .map(|(label, words, style)| (*label, read_aloud(words, *style)))
        .collect();
    let mut each = all.iter().map(|(_, words)| words).chain([&next]);
    let rows = |words: &Headline<'_>| words.height_for(width, most);
    let labels = all.iter().filter(|(label, _)| !label.is_empty()).count() as u16;
    let below = each.clone().map(rows).sum::<u16>() + labels + all.len() as u16;
    if !each.all(|words| words.is_large(width, most)) || area.height < below + 2 * LINE {
        return false;
    }
    large(notes, theme, below, &mut column);
    for (label, words) in &all {
        if !label.is_empty() {
            column.line(Span::styled(*label, theme.quiet.style()));
        }
        column.widget(rows(words), words);
        column.gap(1);
    }
    column.gap(column.rows_left().saturating_sub(rows(&next)));
    column.widget(rows(&next), &next);
    true
}

/// As many of the words as stand on a large line, with a sign for the rest.
fn first_line(words: &str, width: u16) -> String {
    let most = words.split_whitespace().count();
    let beginnings = (1..most).rev().map(|many| beginning(words, many));
    let is_large = |form: &String| {
        let form = read_aloud(form, Style::new());
        form.on_one_line().is_large(width, LINE)
    };
    let mut forms = [words.to_owned()].into_iter().chain(beginnings);
    forms.find(is_large).unwrap_or_else(|| words.to_owned())
}

fn read_aloud(words: &str, style: Style) -> Headline<'_> {
    Headline::small(words).style(style)
}

/// What the blocks say; what was promised in a form of its own.
fn said(notes: &Notes, theme: &Theme, form: impl Fn(&str) -> String) -> Said {
    let blocks = notes.blocks.iter().map(|block| match block {
        Block::Say(words) => vec![("Say", words.clone(), theme.strong.style())],
        Block::Missing(names) if names.is_empty() => {
            vec![("", "Everyone is in.".to_owned(), theme.rated.style())]
        }
        Block::Missing(names) => {
            vec![("Still to answer", names.join(", "), theme.person.style())]
        }
        Block::Ask(asked) => {
            let ask = |(at, words): (usize, &String)| {
                let label = if at == 0 { "Ask" } else { "" };
                (label, words.clone(), theme.strong.style())
            };
            asked.iter().enumerate().map(ask).collect()
        }
        Block::Promised(label, promised) => {
            let promise = |(at, (words, overdue)): (usize, &(String, bool))| {
                let style = if *overdue { theme.warning } else { theme.open };
                let mark = if *overdue { "! " } else { "" };
                let label = if at == 0 { *label } else { "" };
                (label, form(&format!("{mark}{words}")), style.style())
            };
            promised.iter().enumerate().map(promise).collect()
        }
    });
    blocks.flatten().collect()
}

/// How many rows they take in a width, with block letters over them.
pub fn rows(notes: &Notes, theme: &Theme, width: u16) -> u16 {
    let width = usize::from(width.min(LONGEST));
    lines_of(notes, theme, width, Airy::Whole).len() as u16 + 9
}

/// How much room the lines take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Airy {
    /// All words, with an empty row between blocks.
    Whole,
    /// All words.
    Close,
    /// What was promised in a row each: all of them are seen before one is read to its end.
    Short,
}

/// The lines, as airy as a window of so many rows allows, and whether they fit.
fn as_airy_as_fits(
    notes: &Notes,
    theme: &Theme,
    width: usize,
    most: usize,
) -> (Vec<Line<'static>>, bool) {
    let of = |airy| lines_of(notes, theme, width, airy);
    let mut forms = [Airy::Whole, Airy::Close].into_iter().map(of);
    if let Some(lines) = forms.find(|lines| lines.len() <= most) {
        return (lines, true);
    }
    // Without the empty row over what comes next there is one more.
    let close = Some(of(Airy::Close)).filter(|lines| lines.len() <= most + 1);
    (close.unwrap_or_else(|| of(Airy::Short)), false)
}

/// The clock of a step; else the headline.
fn large(notes: &Notes, theme: &Theme, below: u16, column: &mut Column<'_>) {
    let Some(timebox) = notes.timebox else {
        // The words under it are what matters here: it only says where they belong.
        let headline = Headline::new(&notes.headline)
            .style(theme.headline.style())
            .at_most(LetterSize::Half);
        // The empty row over what comes next is worth less than large letters.
        let below = if column.is_large(&headline, below) {
            below
        } else {
            below.saturating_sub(1)
        };
        column.headline(&headline, below);
        return;
    };
    let style = sign(timebox, theme);
    let words = timebox.words();
    let width = column.width();
    let clock = clock_text(Duration::from_secs(timebox.left.unsigned_abs()));
    let below = below + rows_of(&words, width);
    let clock = Headline::new(&clock).style(style);
    column.headline(&clock.at_most(LetterSize::Double), below);
    column.give_back(1);
    column.text(&words, style);
    if column.rows_left() >= below {
        column.gap(1);
    }
}

/// Nothing much, soon over, over: as a colour. The words say it too.
fn sign(timebox: Timebox, theme: &Theme) -> Style {
    if timebox.is_down_to(5) {
        theme.alarm.style()
    } else if timebox.is_down_to(20) {
        theme.warning.style()
    } else {
        theme.clock.style()
    }
}

fn lines_of(notes: &Notes, theme: &Theme, width: usize, airy: Airy) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    for block in &notes.blocks {
        if airy == Airy::Whole && !lines.is_empty() {
            lines.push(Line::default());
        }
        let label = |words: &'static str| Line::from(Span::styled(words, theme.quiet.style()));
        match block {
            Block::Say(words) => {
                lines.push(label("Say"));
                lines.extend(plain(words, width, theme.strong.style()));
            }
            Block::Missing(names) if names.is_empty() => {
                lines.push(Span::styled("Everyone is in.", theme.rated.style()).into());
            }
            Block::Missing(names) => {
                lines.push(label("Still to answer"));
                lines.extend(plain(&names.join(", "), width, theme.person.style()));
            }
            Block::Ask(asked) => {
                lines.push(label("Ask"));
                for question in asked {
                    lines.extend(marked("›", question, width, theme, theme.strong.style()));
                }
            }
            Block::Promised(words, promised) => {
                lines.push(label(words));
                for (words, overdue) in promised {
                    let (mark, style) = if *overdue {
                        ("!", theme.warning.style())
                    } else {
                        ("·", theme.open.style())
                    };
                    if airy == Airy::Short {
                        let short = shorten(words, width.saturating_sub(2));
                        lines.extend(marked(mark, &short, width, theme, style));
                    } else {
                        lines.extend(marked(mark, words, width, theme, style));
                    }
                }
            }
        }
    }
    lines
}

fn plain(words: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let lines = wrap(words, width).into_iter();
    lines
        .map(|line| Line::from(Span::styled(line, style)))
        .collect()
}

fn marked(
    mark: &'static str,
    words: &str,
    width: usize,
    theme: &Theme,
    style: Style,
) -> Vec<Line<'static>> {
    let lines = wrap(words, width.saturating_sub(2)).into_iter().enumerate();
    lines
        .map(|(row, line)| {
            let mark = if row == 0 { mark } else { " " };
            Line::from(vec![
                Span::styled(format!("{mark} "), theme.here.style()),
                Span::styled(line, style),
            ])
        })
        .collect()
}
