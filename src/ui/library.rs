//! The library: the sessions that are there, to replay, go on with, or compare.

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant};
use super::home::title;
use super::keys::{Action, Offer};
use super::page::{Column, with_margins};
use super::screen::Input;
use crate::model::heading::Listing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The sessions that are there.
#[derive(Debug)]
pub struct Library {
    listing: Listing,
    cursor: usize,
}

impl Library {
    /// What is there.
    pub fn new(listing: &Listing) -> Self {
        Self {
            listing: listing.clone(),
            cursor: 0,
        }
    }
}

impl Front for Library {
    fn offers(&self) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "replay"),
            Offer::new(Action::Down, "choose"),
            Offer::hidden(Action::Up, "choose"),
            Offer::new(Action::OtherPicture, "compare the last two"),
            Offer::new(Action::Close, "back"),
        ]
    }

    fn update(&mut self, _view: &FrontView<'_>, input: Input) -> Vec<FrontWant> {
        let Input::Act(action, _) = input else {
            return Vec::new();
        };
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down if self.cursor + 1 < self.listing.headings.len() => self.cursor += 1,
            Action::Next => {
                let chosen = self.listing.headings.get(self.cursor);
                return chosen
                    .map(|heading| FrontWant::Replay(heading.path.clone()))
                    .into_iter()
                    .collect();
            }
            Action::OtherPicture => {
                let paths = self.listing.headings.iter().take(2);
                return vec![FrontWant::Compare(
                    paths.map(|one| one.path.clone()).collect(),
                )];
            }
            Action::Close => return vec![FrontWant::Back],
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(with_margins(area), buf);
        for (index, heading) in self.listing.headings.iter().enumerate() {
            let style = if index == self.cursor {
                view.theme.chosen.style()
            } else {
                view.theme.choice.style()
            };
            column.text(&title(heading), style);
        }
    }

    fn head(&self, _view: &FrontView<'_>, _width: u16) -> Head {
        Head {
            left: "customer-hat".to_owned(),
            ..Head::default()
        }
    }

    fn relist(&mut self, listing: &Listing) {
        self.listing = listing.clone();
        self.cursor = 0;
    }
}
