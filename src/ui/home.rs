//! Home: start, go on, look at what was, or at a sample when there is nothing yet.

pub mod business;
mod rows;

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant};
use super::keys::{Action, Offer};
use super::screen::Input;
use super::widgets::field::TextField;
use crate::model::exercise::Exercise;
use crate::model::heading::Listing;
use crate::model::last_time::{Asked, Exercises};
use crate::model::session::{Session, Walk};
use crate::model::text::CleanText;
use business::{draw_business, draw_unfinished};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rows::Row;

/// The most characters of a business's name.
pub const MOST_CHARS: usize = 60;

/// What Home shows.
#[derive(Debug)]
enum Page {
    /// The rows.
    Rows,
    /// Which business?
    Business { walk: Walk, field: Box<TextField> },
    /// That business has something unfinished.
    Unfinished {
        walk: Walk,
        business: CleanText,
        heading: usize,
    },
}

/// Home.
#[derive(Debug)]
pub struct Home {
    exercises: Exercises,
    listing: Listing,
    /// Whether what is there was looked at yet.
    is_listed: bool,
    /// Whether anybody has done anything since Home came up.
    is_touched: bool,
    samples: Vec<(String, Session)>,
    cursor: usize,
    page: Page,
}

impl Home {
    /// Home with the exercise that a new session asks, and what is there.
    pub fn new(exercise: Exercise, listing: Listing) -> Self {
        Self {
            exercises: Exercises::new(exercise),
            listing,
            is_listed: true,
            is_touched: false,
            samples: Vec::new(),
            cursor: 0,
            page: Page::Rows,
        }
    }

    /// Home before what is there was looked at: it stands there at once, and is told later.
    pub fn waiting(exercise: Exercise) -> Self {
        Self {
            is_listed: false,
            ..Self::new(exercise, Listing::default())
        }
    }

    /// Back to the rows, the first one chosen.
    pub fn begin_anew(&mut self) {
        self.cursor = 0;
        self.is_touched = false;
        self.page = Page::Rows;
    }

    /// What is there.
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// With samples to look at, which are shown when nothing else is there.
    pub fn with_samples(mut self, samples: Vec<(String, Session)>) -> Self {
        self.samples = samples;
        self
    }

    /// Learns of the user's own exercises.
    pub fn learn_exercises(&mut self, own: Vec<Exercise>) {
        self.exercises.learn(own);
    }

    /// Whether all that is there was looked at.
    pub fn is_listed(&self) -> bool {
        self.is_listed
    }

    /// What is there as far as it is known yet.
    pub fn relist_in_part(&mut self, listing: &Listing) {
        self.relist(listing);
        self.is_listed = false;
    }

    /// What the next round of a business asks, of what is there.
    pub fn next_exercise(&self, business: &CleanText, walk: Walk) -> Asked {
        self.exercises
            .for_next(business, walk, &self.listing.headings)
    }

    /// Already asking which business it is for.
    pub fn asking(mut self, walk: Walk) -> Self {
        self.ask_business(walk);
        self
    }

    fn act(&mut self, action: Action) -> Option<FrontWant> {
        let rows = self.rows();
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(rows.len().saturating_sub(1)),
            Action::WithTeam => self.ask_business(Walk::Team),
            Action::OnMyOwn => self.ask_business(Walk::Alone),
            Action::LookBack => return Some(FrontWant::Library),
            Action::Next => match rows.get(self.cursor)? {
                Row::Resume(index) => {
                    return Some(FrontWant::Open(
                        self.listing.headings.get(*index)?.path.clone(),
                    ));
                }
                Row::Start(walk) => self.ask_business(*walk),
                Row::LookBack => return Some(FrontWant::Library),
                Row::Settings => return Some(FrontWant::Settings),
                Row::Sample(index) => {
                    let (_, session) = self.samples.get(*index)?;
                    return Some(FrontWant::ReplayThis(Box::new(session.clone())));
                }
                Row::SampleRounds => return Some(FrontWant::CompareThese(self.sample_rounds())),
            },
            _ => {}
        }
        None
    }
}

impl Front for Home {
    fn offers(&self) -> Vec<Offer> {
        match &self.page {
            Page::Rows => {
                let label = match self.rows().get(self.cursor) {
                    Some(Row::Resume(_)) => "go on",
                    Some(Row::Start(_)) => "start",
                    Some(Row::Settings) => "open",
                    _ => "look",
                };
                let mut offers = vec![
                    Offer::new(Action::Next, label),
                    Offer::new(Action::WithTeam, "team"),
                    Offer::new(Action::OnMyOwn, "alone"),
                ];
                if self.has_past() {
                    offers.push(Offer::new(Action::LookBack, "look back"));
                }
                offers.extend([
                    Offer::new(Action::Quit, "leave"),
                    Offer::new(Action::Down, "choose"),
                    Offer::hidden(Action::Up, "choose"),
                ]);
                offers
            }
            Page::Business { .. } => {
                vec![
                    Offer::new(Action::Next, "go on"),
                    Offer::new(Action::Close, "back to Home"),
                ]
            }
            Page::Unfinished { .. } => vec![
                Offer::new(Action::Next, "go on with it"),
                Offer::new(Action::Anew, "begin a new round"),
                Offer::new(Action::Close, "back"),
            ],
        }
    }

    fn takes(&self, key: &KeyEvent) -> bool {
        matches!(self.page, Page::Business { .. }) && TextField::takes(key)
    }

    fn update(&mut self, view: &FrontView<'_>, input: Input) -> Vec<FrontWant> {
        self.is_touched = true;
        let now = view.now;
        let want = match (&mut self.page, input) {
            (Page::Business { field, .. }, Input::Key(key)) => {
                field.press(key).map(FrontWant::Notice)
            }
            (Page::Business { field, .. }, Input::Paste(text)) => {
                field.paste(&text).map(FrontWant::Notice)
            }
            (Page::Business { walk, field }, Input::Act(Action::Next, _)) => {
                let (walk, business) = (*walk, field.text());
                self.named(walk, business, now)
            }
            (Page::Unfinished { heading, .. }, Input::Act(Action::Next, _)) => {
                let chosen = self.listing.headings.get(*heading);
                chosen.map(|heading| FrontWant::Open(heading.path.clone()))
            }
            (Page::Unfinished { walk, business, .. }, Input::Act(Action::Anew, _)) => {
                let (walk, business) = (*walk, business.clone());
                Some(self.begin(walk, business, now))
            }
            (
                Page::Business { .. } | Page::Unfinished { .. },
                Input::Act(Action::Close | Action::Back, _),
            ) => {
                self.page = Page::Rows;
                None
            }
            (Page::Rows, Input::Act(action, _)) => self.act(action),
            _ => None,
        };
        want.into_iter().collect()
    }

    fn draw(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        match &self.page {
            Page::Rows => self.draw_rows(theme, area, buf),
            Page::Business { walk, field } => {
                let last = self
                    .listing
                    .headings
                    .first()
                    .map(|heading| heading.business.as_str());
                draw_business(*walk, field, last, theme, area, buf);
            }
            Page::Unfinished { heading, .. } => {
                if let Some(heading) = self.listing.headings.get(*heading) {
                    draw_unfinished(heading, theme, area, buf);
                }
            }
        }
    }

    fn head(&self, view: &FrontView<'_>, _width: u16) -> Head {
        Head {
            left: "customer-hat".to_owned(),
            right: view.now.date_words(),
            ..Head::default()
        }
    }

    fn relist(&mut self, listing: &Listing) {
        let chosen = self.rows().get(self.cursor).map(|row| self.meaning(row));
        let unfinished = match &self.page {
            Page::Unfinished { heading, .. } => self.listing.headings.get(*heading),
            _ => None,
        };
        let unfinished = unfinished.map(|heading| heading.path.clone());
        self.listing = listing.clone();
        self.is_listed = true;
        let rows = self.rows();
        let same = chosen.filter(|_| self.is_touched);
        let same = same.and_then(|chosen| rows.iter().position(|row| self.meaning(row) == chosen));
        self.cursor = match same {
            Some(row) => row,
            None if self.is_touched => self.cursor.min(rows.len().saturating_sub(1)),
            None => 0,
        };
        if let Page::Unfinished { heading, .. } = &mut self.page {
            let there = |path| listing.headings.iter().position(|one| one.path == path);
            match unfinished.and_then(there) {
                Some(index) => *heading = index,
                None => self.page = Page::Rows,
            }
        }
    }
}
