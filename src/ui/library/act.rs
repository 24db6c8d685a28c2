//! What a key does in the library: in the list, in what lies over it, and in the line that is typed.

use super::menu::Deed;
use super::question;
use super::rows::Row;
use super::{Library, Over, Page};
use crate::ui::front::{FrontWant, Tidying};
use crate::ui::home::MOST_CHARS;
use crate::ui::keys::Action;
use crate::ui::screen::Input;
use crate::ui::widgets::field::TextField;
use std::path::{Path, PathBuf};

impl Library {
    /// What a key does in the list.
    pub(super) fn act(&mut self, action: Action) -> Option<FrontWant> {
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(self.page()),
            Action::PageDown => self.cursor = (self.cursor + self.page()).min(last),
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
    pub(super) fn act_over(&mut self, action: Action) -> Option<FrontWant> {
        match (self.over.as_mut()?, action) {
            (_, Action::Close) => self.over = None,
            (Over::Menu(menu), Action::Up) => menu.step(false),
            (Over::Menu(menu), Action::Down) => menu.step(true),
            (Over::Menu(menu), Action::First) => menu.go_to_end(false),
            (Over::Menu(menu), Action::Last) => menu.go_to_end(true),
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

    pub(super) fn type_in(&mut self, input: Input) -> Option<FrontWant> {
        let field = match &mut self.over {
            None => &mut self.query,
            Some(Over::Rename(_, field)) => field,
            Some(_) => return None,
        };
        let told = match input {
            Input::Key(key) => field.press(key),
            Input::Paste(text) => field.paste(&text),
            Input::Act(..) => None,
        };
        if self.over.is_none() {
            self.cursor = 0;
            self.find();
        }
        told.map(FrontWant::Notice)
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
}
