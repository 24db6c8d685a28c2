//! What can be done with a row of the library, or with the marked ones: a small menu in the middle.

use crate::model::heading::{Heading, Unreadable};
use crate::model::last_time::round_before;
use crate::model::place::Place;
use crate::model::wording::title;
use crate::ui::overlay::{List, ROOMY, boxed, list_box, pointer};
use crate::ui::page::{Column, is_vast};
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::Enlarged;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use crate::ui::widgets::wrap::shorten;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::path::PathBuf;

/// The most columns of the menu.
const WIDEST: u16 = 96;

/// Columns of the menu and around it beside large rows.
const BESIDE: u16 = 20;

/// Rows of its frame and within it under large rows.
const UNDER: u16 = 3;

/// What an entry of the menu does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// Open the session to go on with it.
    Open(PathBuf),
    /// Replay it.
    Replay(PathBuf),
    /// Set these side by side, the earliest first.
    Compare(Vec<PathBuf>),
    /// A report of these, the earliest first.
    Report(Vec<PathBuf>),
    /// Ask for another name of its business.
    Rename(usize),
    /// Ask whether these go to the trash.
    ToTrash(Vec<PathBuf>),
    /// Take these back.
    TakeBack(Vec<PathBuf>),
    /// Take all marks off.
    Unmark,
}

impl Deed {
    /// What it does in the fewest words.
    fn in_short(&self) -> &'static str {
        match self {
            Self::Open(_) => "Open it",
            Self::Replay(_) => "Replay it",
            Self::Compare(_) => "Compare",
            Self::Report(_) => "Report",
            Self::Rename(_) => "Rename",
            Self::ToTrash(_) => "To the trash",
            Self::TakeBack(_) => "Take back",
            Self::Unmark => "Unmark",
        }
    }
}

/// The menu.
#[derive(Debug)]
pub(super) struct Menu {
    title: String,
    entries: Vec<(String, Deed)>,
    cursor: usize,
}

impl Menu {
    fn new(title: String, entries: Vec<(String, Deed)>) -> Self {
        Self {
            title,
            entries,
            cursor: 0,
        }
    }

    /// The same, for what is marked while something else is highlighted.
    pub(super) fn of_marked(self) -> Self {
        Self {
            title: format!("Marked: {}", self.title),
            ..self
        }
    }

    /// For the session of this number.
    pub(super) fn of_session(index: usize, all: &[Heading]) -> Self {
        let heading = &all[index];
        let path = || heading.path.clone();
        let mut entries = Vec::new();
        if heading.finished.is_none() {
            entries.push(("Go on with it".to_owned(), Deed::Open(path())));
        }
        entries.push(("Replay it".to_owned(), Deed::Replay(path())));
        let of = (&heading.business, heading.walk, heading.round);
        if let Some(before) = round_before(of, all) {
            let words = format!("Compare it with round {}", before.round.number());
            let pair = vec![before.path.clone(), path()];
            entries.push((words, Deed::Compare(pair)));
        }
        if heading.finished.is_some() {
            let words = match heading.place {
                Place::Close => "Open its last page",
                _ => "Open it where it stands",
            };
            entries.push((words.to_owned(), Deed::Open(path())));
        }
        entries.push(("Write a report".to_owned(), Deed::Report(vec![path()])));
        entries.push(("Rename the business".to_owned(), Deed::Rename(index)));
        entries.push((
            "Take it to the trash".to_owned(),
            Deed::ToTrash(vec![path()]),
        ));
        Self::new(title(heading), entries)
    }

    /// For a file that can't be read: nothing that would read it.
    pub(super) fn of_broken(file: &Unreadable) -> Self {
        let deed = Deed::ToTrash(vec![file.path.clone()]);
        let entries = vec![("Take it to the trash".to_owned(), deed)];
        Self::new(file_name(&file.path), entries)
    }

    /// For a file in the trash.
    pub(super) fn of_trashed(name: String, path: PathBuf) -> Self {
        let entries = vec![("Take it back".to_owned(), Deed::TakeBack(vec![path]))];
        Self::new(name, entries)
    }

    /// For several in the trash.
    pub(super) fn of_several_trashed(paths: &[PathBuf]) -> Self {
        let back = format!("Take the {} back", paths.len());
        let entries = vec![
            (back, Deed::TakeBack(paths.to_vec())),
            ("Take the marks off".to_owned(), Deed::Unmark),
        ];
        Self::new(format!("{} marked", paths.len()), entries)
    }

    /// For several; `sessions` are those of them that can be read.
    pub(super) fn of_several(mut sessions: Vec<&Heading>, all: Vec<PathBuf>) -> Self {
        let many = all.len();
        let mut entries = Vec::new();
        if sessions.len() == many {
            // They are listed the newest first.
            sessions.reverse();
            let paths = sessions.iter().map(|heading| heading.path.clone());
            let paths: Vec<_> = paths.collect();
            let compare = Deed::Compare(paths.clone());
            entries.push((format!("Compare the {many}"), compare));
            entries.push((format!("Write a report of the {many}"), Deed::Report(paths)));
        }
        entries.push((format!("Take the {many} to the trash"), Deed::ToTrash(all)));
        entries.push(("Take the marks off".to_owned(), Deed::Unmark));
        Self::new(format!("{many} marked"), entries)
    }

    /// One up or down, as far as there is one.
    pub(super) fn step(&mut self, down: bool) {
        self.cursor = if down {
            (self.cursor + 1).min(self.entries.len().saturating_sub(1))
        } else {
            self.cursor.saturating_sub(1)
        };
    }

    /// To the last entry, or to the first.
    pub(super) fn go_to_end(&mut self, last: bool) {
        self.cursor = if last {
            self.entries.len().saturating_sub(1)
        } else {
            0
        };
    }

    /// What the chosen entry does.
    pub(super) fn chosen(&self) -> Option<Deed> {
        self.entries.get(self.cursor).map(|(_, deed)| deed.clone())
    }

    /// Draws itself over the list: on a vast screen in large letters where all of it fits, else with the chosen entry
    /// large over the others.
    pub(super) fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        if is_vast(area) && self.draw_large(theme, area, buf) {
            return;
        }
        let Some((words, deed)) = self.entries.get(self.cursor) else {
            return;
        };
        let width = WIDEST.min(area.width);
        let heading = shorten(&self.title, usize::from(width).saturating_sub(4));
        let size = (width, self.entries.len() as u16);
        let room = list_box(&format!(" {heading} "), size, theme, area, buf);
        let mut column = Column::new(room, buf);
        let left = column.width().saturating_sub(3);
        let entry = |(index, (words, _)): (usize, &(String, Deed))| {
            let (mark, style) = pointer(index == self.cursor, theme);
            let words = format!("{mark} {} ", shorten(words, left));
            Line::from(Span::styled(words, style))
        };
        let list = List {
            chosen: self.cursor,
            enlarged: Enlarged::new([words, deed.in_short()], theme.headline.style()),
            lines: self.entries.iter().enumerate().map(entry).collect(),
            rows: Vec::new(),
        };
        list.draw(0, theme, &mut column);
    }

    /// Whether all of it fits in large letters; then it is drawn.
    fn draw_large(&self, theme: &Theme, area: Rect, buf: &mut Buffer) -> bool {
        let row = |(index, (words, _)): (usize, &(String, Deed))| LargeRow {
            words: Span::styled(words.clone(), theme.choice.style()),
            chosen: index == self.cursor,
            ..LargeRow::default()
        };
        let large = LargeRows::new(self.entries.iter().enumerate().map(row).collect())
            .choosing_in_place(theme.chosen.style());
        let title = Headline::small(&self.title).style(theme.headline.style());
        let most = area.width.saturating_sub(2 * BESIDE);
        let Some(rows) = large.height(most) else {
            return false;
        };
        let named = if title.is_large(most, LINE) {
            title.extent(most, LINE).0
        } else {
            0
        };
        let over = if named > 0 { LINE + 2 } else { 1 };
        let width = named.max(large.width(most)) + 2 * BESIDE;
        let height = over + rows + 1 + UNDER;
        if height + 2 * ROOMY.1 > area.height {
            return false;
        }
        let heading = shorten(&self.title, usize::from(width).saturating_sub(4));
        // The box adds the room at its sides itself.
        let size = (width - BESIDE, height);
        let room = boxed(&format!(" {heading} "), size, theme, area, buf);
        let mut column = Column::new(room, buf);
        if named > 0 {
            column.widget(LINE, &title);
        }
        column.gap(over - if named > 0 { LINE } else { 0 });
        column.widget(rows, &large);
        true
    }
}

/// A file's name, harmless to show.
pub(super) fn file_name(path: &std::path::Path) -> String {
    crate::store::visible::shown(path.file_name().unwrap_or_default())
}
