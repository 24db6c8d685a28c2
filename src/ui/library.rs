//! The library: the sessions that are there, found by typing, to replay, go on with, compare or put away.

mod detail;
mod draw;
mod list;
mod menu;
mod question;
mod rows;

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant, Tidying};
use super::home::MOST_CHARS;
use super::keys::{Action, Offer};
use super::screen::Input;
use super::widgets::field::TextField;
use crate::model::heading::{Heading, Listing, Unreadable};
use crate::model::text::CleanText;
use crossterm::event::{KeyCode, KeyEvent};
use menu::{Deed, Menu};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rows::{Row, Sort};
use std::path::{Path, PathBuf};

/// How many rows a page up or down goes.
const PAGE: usize = 10;

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

    fn mark(&mut self) {
        let path = self.chosen().and_then(|row| self.path(row));
        let Some(path) = path.map(Path::to_owned) else {
            return;
        };
        match self.marked.iter().position(|one| *one == path) {
            Some(at) => drop(self.marked.remove(at)),
            None => self.marked.push(path),
        }
    }

    /// The menu for what is marked, else for the chosen row.
    fn menu(&self) -> Option<Menu> {
        let row = match self.marked.as_slice() {
            [] => self.chosen()?,
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

    fn do_it(&mut self, deed: Deed) -> Option<FrontWant> {
        self.over = None;
        match deed {
            Deed::Open(path) => return Some(FrontWant::Open(path)),
            Deed::Replay(path) => return Some(FrontWant::Replay(path)),
            Deed::Compare(paths) => return Some(FrontWant::Compare(paths)),
            Deed::Report(paths) => return Some(FrontWant::Report(paths)),
            Deed::TakeBack(paths) => {
                self.marked.clear();
                return Some(FrontWant::Tidy(Tidying::TakeBack(paths)));
            }
            Deed::Unmark => self.marked.clear(),
            Deed::ToTrash(paths) => self.ask_trash(paths),
            Deed::Rename(index) => {
                let business = self.headings().get(index)?.business.clone();
                let field = TextField::new(business.as_str(), MOST_CHARS);
                self.over = Some(Over::Rename(business, Box::new(field)));
            }
        }
        None
    }

    fn ask_trash(&mut self, paths: Vec<PathBuf>) {
        let question = question::about_trash(&paths, self.headings());
        self.over = Some(Over::ToTrash(paths, question));
    }

    /// What a key does in the list.
    fn act(&mut self, action: Action) -> Option<FrontWant> {
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(PAGE),
            Action::PageDown => self.cursor = (self.cursor + PAGE).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::Tab => self.mark(),
            Action::Left | Action::Right => {
                let forward = action == Action::Right;
                self.find_again(|library| library.sort = library.sort.turned(forward));
            }
            Action::Delete if self.page == Page::Sessions => {
                let chosen = || self.chosen().and_then(|row| self.path(row));
                let paths = match self.marked.as_slice() {
                    [] => vec![chosen()?.to_owned()],
                    marked => marked.to_vec(),
                };
                self.ask_trash(paths);
            }
            Action::Choose if self.marked.is_empty() && self.chosen() == Some(Row::Trash) => {
                self.show_page(Page::Trash);
            }
            Action::Choose => self.over = self.menu().map(Over::Menu),
            Action::Close if !self.query.is_empty() => {
                self.find_again(|library| library.query.clear());
            }
            Action::Close if self.page == Page::Trash => self.show_page(Page::Sessions),
            Action::Close => return Some(FrontWant::Back),
            _ => {}
        }
        None
    }

    /// What a key does in what lies over the list.
    fn act_over(&mut self, action: Action) -> Option<FrontWant> {
        match (self.over.as_mut()?, action) {
            (_, Action::Close) => self.over = None,
            (Over::Menu(menu), Action::Up) => menu.step(false),
            (Over::Menu(menu), Action::Down) => menu.step(true),
            (Over::Menu(menu), Action::Choose) => {
                let deed = menu.chosen()?;
                return self.do_it(deed);
            }
            (Over::ToTrash(paths, _), Action::Choose) => {
                let paths = std::mem::take(paths);
                self.over = None;
                self.marked.clear();
                return Some(FrontWant::Tidy(Tidying::ToTrash(paths)));
            }
            (Over::Rename(from, field), Action::Choose) => {
                let (from, to) = (from.clone(), field.text());
                if to.is_empty() {
                    let words = "First a name for the business, then Enter.";
                    return Some(FrontWant::Notice(words.to_owned()));
                }
                self.over = None;
                let is_new = from != to;
                return is_new.then_some(FrontWant::Tidy(Tidying::Rename { from, to }));
            }
            _ => {}
        }
        None
    }

    fn type_in(&mut self, input: Input) -> Option<FrontWant> {
        let field = match &mut self.over {
            None => &mut self.query,
            Some(Over::Rename(_, field)) => field,
            Some(_) => return None,
        };
        let mut whole = true;
        match input {
            Input::Key(key) => field.press(key),
            Input::Paste(text) => whole = field.paste(&text),
            Input::Act(..) => {}
        }
        if self.over.is_none() {
            self.cursor = 0;
            self.find();
        }
        (!whole).then(|| FrontWant::Notice(format!("Cut at {MOST_CHARS} characters.")))
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
                let mut offers = vec![
                    Offer::new(Action::Choose, "what to do"),
                    Offer::new(Action::Tab, "mark"),
                    Offer::new(Action::Right, "sort"),
                    Offer::hidden(Action::Left, "sort, the other way round"),
                    close(back),
                    Offer::new(Action::Down, "choose"),
                    Offer::hidden(Action::Up, "choose"),
                    Offer::hidden(Action::PageDown, "a page down"),
                    Offer::hidden(Action::PageUp, "a page up"),
                    Offer::hidden(Action::First, "to the first"),
                    Offer::hidden(Action::Last, "to the last"),
                ];
                if self.page == Page::Sessions {
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
