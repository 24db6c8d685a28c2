//! The settings on top of a screen: a row each, changed with the arrows, seen and kept at once.

use super::big_text::BigLetters;
use super::keys::{self, Action, Offer};
use super::overlay;
use super::page::Column;
use super::theme::{Theme, Themes};
use super::widgets::enlarged::Enlarged;
use super::widgets::large_rows::{LINE, LargeRow};
use super::widgets::wrap::{cells, shorten};
use crate::model::session::{BallotKind, Names};
use crate::model::settings::{BigText, Settings, ThemeChoice};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The columns and rows that are asked for: those of the list, and of what is said under it.
pub const ROOM: (u16, u16) = (64, ROWS.len() as u16 + 1 + SAID);

/// The rows of what is said under the list.
const SAID: u16 = 2;

/// How wide the names of the rows are.
const LABEL: usize = 22;

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Theme,
    Ballot,
    Names,
    Breath,
    Timeboxes,
    BigText,
}

const ROWS: [Row; 6] = [
    Row::Theme,
    Row::Ballot,
    Row::Names,
    Row::Breath,
    Row::Timeboxes,
    Row::BigText,
];

/// What a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// Nothing that matters outside.
    Moved,
    /// These settings hold from now on.
    Changed(Settings),
    /// The people are done.
    Done,
}

/// The settings, and which of them is to be changed.
#[derive(Debug, Default)]
pub struct SettingsPane {
    cursor: usize,
}

impl SettingsPane {
    /// What it takes.
    pub fn offers() -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "done"),
            Offer::new(Action::Down, "choose"),
            Offer::new(Action::Right, "change"),
            Offer::hidden(Action::Up, "choose"),
            Offer::hidden(Action::Left, "change"),
            Offer::hidden(Action::Mark, "change"),
            Offer::new(Action::Close, "close"),
        ]
    }

    /// Takes a key.
    pub fn press(&mut self, key: &KeyEvent, settings: &Settings, themes: &Themes) -> Pressed {
        let offers = Self::offers();
        let Some(offer) = keys::meant(key, &offers) else {
            return Pressed::Moved;
        };
        match offer.action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(ROWS.len() - 1),
            Action::Left => return self.change(settings, themes, -1),
            Action::Right | Action::Mark => return self.change(settings, themes, 1),
            _ => return Pressed::Done,
        }
        Pressed::Moved
    }

    fn change(&self, settings: &Settings, themes: &Themes, by: isize) -> Pressed {
        let mut new = settings.clone();
        match ROWS[self.cursor] {
            Row::Theme => new.theme = beside(&themes.choices(), &settings.theme, by),
            Row::Ballot => new.ballot = beside(&BallotKind::ALL, &settings.ballot, by),
            Row::Names => new.names = beside(&[Names::Shown, Names::Hidden], &settings.names, by),
            Row::Breath => new.breath = !settings.breath,
            Row::Timeboxes => new.timeboxes = !settings.timeboxes,
            Row::BigText => new.big_text = beside(&BigText::ALL, &settings.big_text, by),
        }
        Pressed::Changed(new)
    }

    /// Draws itself. `not_kept` says why what is shown is not on disk, if it is not.
    pub fn draw(
        &self,
        (settings, themes, letters): (&Settings, &Themes, BigLetters),
        not_kept: Option<&str>,
        theme: &Theme,
        (screen, area): (Rect, Rect),
        buf: &mut Buffer,
    ) {
        let mut column = Column::new(area, buf).on(screen);
        let mut said = Vec::new();
        if let Some(why) = not_kept {
            let sentence = format!("Holds until you leave, for it is not saved: {why}");
            said.push((sentence, theme.warning.style()));
        }
        let row = ROWS[self.cursor];
        let sentence = about(row, settings, themes, letters);
        said.push((sentence, theme.text.style()));
        if row == Row::Theme {
            let problems = themes.problems().iter();
            said.extend(problems.map(|problem| (problem.clone(), theme.warning.style())));
        }
        let line = |(index, row): (usize, &Row)| {
            let chosen = index == self.cursor;
            draw_row(*row, chosen, settings, theme, column.width())
        };
        let large = |(index, row): (usize, &Row)| LargeRow {
            words: Span::styled(label(*row), theme.choice.style()),
            more: Span::styled(value(*row, settings), theme.strong.style()),
            chosen: index == self.cursor,
            ..LargeRow::default()
        };
        let [whole, short] = large_values(row, settings);
        let list = overlay::List {
            chosen: self.cursor,
            enlarged: Enlarged::new([&whole, &short], theme.headline.style()),
            lines: ROWS.iter().enumerate().map(line).collect(),
            rows: ROWS.iter().enumerate().map(large).collect(),
        };
        let rows = said.iter().map(|(words, _)| column.rows_said(words));
        // What is said has the same room for every row of the list.
        let least = if column.is_vast() { LINE } else { 1 };
        let below = rows.sum::<u16>().max(SAID * least) + 1;
        list.draw(below, theme, &mut column);
        column.gap(1);
        for (words, style) in said {
            column.said(&words, style);
        }
    }
}

/// The value before or after another; round the ends, so that one key reaches all.
fn beside<T: Clone + PartialEq>(all: &[T], now: &T, by: isize) -> T {
    let at = all.iter().position(|value| value == now).unwrap_or(0);
    let next = (at as isize + by).rem_euclid(all.len() as isize);
    all[next as usize].clone()
}

fn draw_row(
    row: Row,
    chosen: bool,
    settings: &Settings,
    theme: &Theme,
    width: usize,
) -> Line<'static> {
    let room = width.saturating_sub(LABEL + 6);
    let value = shorten(&value(row, settings), room);
    let (mark, style) = overlay::pointer(chosen, theme);
    let (before, after) = if chosen { ("‹", "›") } else { (" ", " ") };
    let label = label(row);
    let padding = " ".repeat(LABEL.saturating_sub(cells(label)));
    Line::from(Span::styled(
        format!("{mark} {label}{padding}{before} {value} {after}"),
        style,
    ))
}

fn label(row: Row) -> &'static str {
    match row {
        Row::Theme => "Theme",
        Row::Ballot => "Ballot of a team",
        Row::Names => "Names at the reveal",
        Row::Breath => "Pause at the reveal",
        Row::Timeboxes => "Clock of a step",
        Row::BigText => "Large text",
    }
}

fn value(row: Row, settings: &Settings) -> String {
    match row {
        Row::Theme => settings.theme.as_str(),
        Row::Ballot => match settings.ballot {
            BallotKind::PassTheKeyboard => "pass the keyboard",
            BallotKind::CardsUp => "cards up",
            BallotKind::Open => "open",
        },
        Row::Names if settings.names == Names::Shown => "beside the dots",
        Row::Names => "not shown",
        Row::Breath if settings.breath => "on",
        Row::Breath => "off",
        Row::Timeboxes if settings.timeboxes => "the time left",
        Row::Timeboxes => "the time spent",
        Row::BigText => match settings.big_text {
            BigText::Auto => "as the terminal can",
            BigText::Kitty => "its own (kitty)",
            BigText::Blocks => "block letters",
        },
    }
    .to_owned()
}

/// A setting to be seen from afar: in the words of its row, and in fewer.
fn large_values(row: Row, settings: &Settings) -> [String; 2] {
    let value = value(row, settings);
    let (name, short) = match row {
        Row::Theme => ("Theme", value.as_str()),
        Row::Ballot if settings.ballot == BallotKind::PassTheKeyboard => ("Ballot", "keyboard"),
        Row::Ballot => ("Ballot", value.as_str()),
        Row::Names if settings.names == Names::Shown => ("Names", "shown"),
        Row::Names => ("Names", "hidden"),
        Row::Breath => ("Pause", value.as_str()),
        Row::Timeboxes if settings.timeboxes => ("Clock", "left"),
        Row::Timeboxes => ("Clock", "spent"),
        Row::BigText => match settings.big_text {
            BigText::Auto => ("Letters", "auto"),
            BigText::Kitty => ("Letters", "kitty"),
            BigText::Blocks => ("Letters", "blocks"),
        },
    };
    [
        format!("{}: {value}", label(row)),
        format!("{name}: {short}"),
    ]
}

fn about(row: Row, settings: &Settings, themes: &Themes, letters: BigLetters) -> String {
    match row {
        Row::Theme => themes.about(&settings.theme),
        Row::Ballot | Row::Names => {
            "New sessions begin with it. One that is there keeps what it has.".to_owned()
        }
        Row::Breath if settings.breath => "A short pause, then the dots appear.".to_owned(),
        Row::Breath => "The dots appear at once.".to_owned(),
        Row::Timeboxes if settings.timeboxes => {
            "Each step shows how much of its time is left.".to_owned()
        }
        Row::Timeboxes => "Each step takes the time it takes.".to_owned(),
        Row::BigText => letters.about(settings.big_text).to_owned(),
    }
}

/// Whether a choice of the settings is about a theme that is not there.
pub fn is_missing(choice: &ThemeChoice, themes: &Themes) -> bool {
    matches!(choice, ThemeChoice::Named(name) if !themes.is_there(name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrows_go_round() {
        let all = [1, 2, 3];
        assert_eq!(beside(&all, &3, 1), 1);
        assert_eq!(beside(&all, &1, -1), 3);
        assert_eq!(
            beside(&all, &9, 1),
            2,
            "what is not there counts as the first"
        );
    }
}
