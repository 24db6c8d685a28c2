//! The library: the sessions that are there, found by typing, to replay, go on with, compare or put away.

mod act;
mod detail;
mod draw;
mod facts;
mod in_sight;
mod large;
mod large_top;
mod list;
mod menu;
mod question;
mod rows;

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant};
use super::home::MOST_CHARS;
use super::keys::{Action, Offer};
use super::screen::Input;
use super::widgets::field::TextField;
use crate::model::heading::{Heading, Listing, Unreadable};
use crate::model::text::CleanText;
use crossterm::event::{KeyCode, KeyEvent};
use menu::Menu;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rows::{Row, Sort};
use std::cell::Cell;
use std::path::{Path, PathBuf};

/// Which sessions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Those that are there.
    Sessions,
    /// Those in the trash.
    Trash,
}

/// What lies over the list.
#[derive(Debug)]
enum Over {
    /// What can be done.
    Menu(Menu),
    /// Whether these go to the trash.
    ToTrash(Vec<PathBuf>, String),
    /// How this business is called from now on.
    Rename(CleanText, Box<TextField>),
}

/// The sessions that are there.
#[derive(Debug)]
pub struct Library {
    listing: Listing,
    page: Page,
    query: TextField,
    sort: Sort,
    /// What the query finds.
    rows: Vec<Row>,
    cursor: usize,
    /// How many rows the last picture had room for: a page is as long, and only who draws knows the size.
    in_sight: Cell<usize>,
    marked: Vec<PathBuf>,
    over: Option<Over>,
}

impl Library {
    /// What is there.
    pub fn new(listing: &Listing) -> Self {
        let mut library = Self {
            listing: listing.clone(),
            page: Page::Sessions,
            query: TextField::new("", MOST_CHARS),
            sort: Sort::default(),
            rows: Vec::new(),
            cursor: 0,
            in_sight: Cell::default(),
            marked: Vec::new(),
            over: None,
        };
        library.find();
        library
    }

    fn headings(&self) -> &[Heading] {
        match self.page {
            Page::Sessions => &self.listing.headings,
            Page::Trash => &self.listing.trashed.headings,
        }
    }

    fn unreadable(&self) -> &[Unreadable] {
        match self.page {
            Page::Sessions => &self.listing.unreadable,
            Page::Trash => &self.listing.trashed.unreadable,
        }
    }

    fn in_trash(&self) -> usize {
        self.listing.trashed.headings.len() + self.listing.trashed.unreadable.len()
    }

    /// Looks for what the query says, in the order that is asked for.
    fn find(&mut self) {
        let query = self.query.text();
        let (headings, unreadable) = (self.headings(), self.unreadable());
        self.rows = rows::rows(headings, unreadable, query.as_str(), self.sort);
        if self.page == Page::Sessions && query.is_empty() && self.in_trash() > 0 {
            self.rows.push(Row::Trash);
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
    }

    fn chosen(&self) -> Option<Row> {
        self.rows.get(self.cursor).copied()
    }

    fn path(&self, row: Row) -> Option<&Path> {
        match row {
            Row::Session(index) => self.headings().get(index).map(|one| &*one.path),
            Row::Broken(index) => self.unreadable().get(index).map(|one| &*one.path),
            Row::Trash => None,
        }
    }

    /// Finds anew and stays on the row that is chosen, wherever it comes to stand.
    fn find_again(&mut self, change: impl FnOnce(&mut Self)) {
        let chosen = self.chosen();
        let path = chosen.and_then(|row| self.path(row)).map(Path::to_owned);
        change(self);
        self.find();
        let same = |row: &Row| match &path {
            Some(path) => self.path(*row) == Some(path),
            None => chosen == Some(*row),
        };
        if let Some(at) = self.rows.iter().position(same) {
            self.cursor = at;
        }
    }

    fn show_page(&mut self, page: Page) {
        self.page = page;
        self.marked.clear();
        self.query.clear();
        self.cursor = 0;
        self.find();
        if page == Page::Sessions {
            // Back from the trash, one stands at its door.
            self.cursor = self.rows.len().saturating_sub(1);
        }
    }

    /// The menu for what is marked, else for the chosen row.
    fn menu(&self) -> Option<Menu> {
        let row = match self.marked.as_slice() {
            [] => self.chosen()?,
            [one] if self.row_of(one) != self.chosen() => {
                // It is about another row than the highlighted one, and says so.
                return self.menu_of(self.row_of(one)?).map(Menu::of_marked);
            }
            [one] => self.row_of(one)?,
            many if self.page == Page::Trash => {
                return Some(Menu::of_several_trashed(many));
            }
            many => {
                let headings = self.headings().iter();
                let sessions = headings.filter(|one| question::is_among(&one.path, many));
                return Some(Menu::of_several(sessions.collect(), many.to_vec()));
            }
        };
        self.menu_of(row)
    }

    fn menu_of(&self, row: Row) -> Option<Menu> {
        match (self.page, row) {
            (_, Row::Trash) => None,
            (Page::Sessions, Row::Session(index)) => Some(Menu::of_session(index, self.headings())),
            (Page::Sessions, Row::Broken(index)) => {
                Some(Menu::of_broken(self.unreadable().get(index)?))
            }
            (Page::Trash, row) => {
                let path = self.path(row)?.to_owned();
                let name = match row {
                    Row::Session(index) => {
                        crate::model::wording::title(self.headings().get(index)?)
                    }
                    _ => menu::file_name(&path),
                };
                Some(Menu::of_trashed(name, path))
            }
        }
    }

    fn row_of(&self, path: &Path) -> Option<Row> {
        let session = self.headings().iter().position(|one| one.path == path);
        let broken = || self.unreadable().iter().position(|one| one.path == path);
        session
            .map(Row::Session)
            .or_else(|| broken().map(Row::Broken))
    }
}

impl Front for Library {
    fn offers(&self) -> Vec<Offer> {
        let close = |label| Offer::new(Action::Close, label);
        match &self.over {
            Some(Over::Menu(_)) => vec![
                Offer::new(Action::Choose, "do it"),
                Offer::new(Action::Down, "choose"),
                Offer::hidden(Action::Up, "choose"),
                Offer::hidden(Action::First, "to the first"),
                Offer::hidden(Action::Last, "to the last"),
                close("close"),
            ],
            Some(Over::ToTrash(..)) => {
                vec![Offer::new(Action::Choose, "to the trash"), close("keep")]
            }
            Some(Over::Rename(..)) => vec![Offer::new(Action::Choose, "rename"), close("close")],
            None => {
                let back = if self.query.is_empty() {
                    "back"
                } else {
                    "clear"
                };
                if self.rows.is_empty() {
                    return vec![close(back)];
                }
                let path = self.chosen().and_then(|row| self.path(row));
                let mut offers = vec![Offer::new(Action::Choose, "what to do")];
                if path.is_some() {
                    offers.push(Offer::new(Action::Tab, "mark"));
                }
                offers.extend([
                    Offer::new(Action::Right, "sort"),
                    Offer::hidden(Action::Left, "sort, the other way round"),
                    close(back),
                ]);
                if self.rows.len() > 1 {
                    offers.extend([
                        Offer::new(Action::Down, "choose"),
                        Offer::hidden(Action::Up, "choose"),
                        Offer::hidden(Action::PageDown, "a page down"),
                        Offer::hidden(Action::PageUp, "a page up"),
                        Offer::hidden(Action::First, "to the first"),
                        Offer::hidden(Action::Last, "to the last"),
                    ]);
                }
                let marked = !self.marked.is_empty();
                if self.page == Page::Sessions && (path.is_some() || marked) {
                    offers.push(Offer::hidden(Action::Delete, "to the trash"));
                }
                offers
            }
        }
    }

    /// Letters go straight into the line, but for a `?`, which nobody looks for, and for what would begin it
    /// with a space, blank the screen with a clicker, or open the settings.
    fn takes(&self, key: &KeyEvent) -> bool {
        let takes = TextField::takes(key);
        match (&self.over, key.code) {
            (Some(Over::Rename(..)), _) => takes,
            (Some(_), _) | (None, KeyCode::Char('?')) => false,
            (None, KeyCode::Char(' ' | '.' | ',')) => takes && !self.query.is_empty(),
            (None, KeyCode::Char(_) | KeyCode::Backspace) => takes,
            _ => false,
        }
    }

    fn update(&mut self, _view: &FrontView<'_>, input: Input) -> Vec<FrontWant> {
        let want = match input {
            Input::Act(action, _) if self.over.is_some() => self.act_over(action),
            Input::Act(action, _) => self.act(action),
            typed => self.type_in(typed),
        };
        want.into_iter().collect()
    }

    fn draw(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        self.draw_all(view, area, buf);
    }

    fn head(&self, view: &FrontView<'_>, _width: u16) -> Head {
        Head {
            left: match self.page {
                Page::Sessions => "Look back".to_owned(),
                Page::Trash => "Look back · trash".to_owned(),
            },
            right: view.now.date_words(),
            ..Head::default()
        }
    }

    fn relist(&mut self, listing: &Listing) {
        self.find_again(|library| library.listing = listing.clone());
        let there: Vec<PathBuf> = self.marked.drain(..).collect();
        let still = |path: &PathBuf| self.row_of(path).is_some();
        self.marked = there.into_iter().filter(still).collect();
        // A menu tells of what was there when it was opened.
        if matches!(self.over, Some(Over::Menu(_))) {
            self.over = None;
        }
    }
}
