//! Home: start, go on, look at what was, or at a sample when there is nothing yet.

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant};
use super::keys::{Action, Offer};
use super::page::{Column, with_margins};
use super::screen::Input;
use super::theme::Theme;
use super::widgets::field::TextField;
use super::widgets::headline::Headline;
use super::widgets::wrap::{cells, shorten};
use crate::model::exercise::Exercise;
use crate::model::heading::{Heading, Listing};
use crate::model::last_time::Exercises;
use crate::model::moment::Moment;
use crate::model::session::{Earlier, Session, Walk, same_business};
use crate::model::text::CleanText;
use crate::model::wording::{standing, title};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::path::PathBuf;

/// The most unfinished sessions that Home offers to go on with; all of them are in the library.
const MOST_UNFINISHED: usize = 3;

/// The most characters of a business's name.
pub const MOST_CHARS: usize = 60;

/// A row of Home.
#[derive(Debug, Clone)]
enum Row {
    Resume(usize),
    Start(Walk),
    LookBack,
    Sample(usize),
    /// The samples of a team beside each other.
    SampleRounds,
    Settings,
}

/// A row as it is known again after what is there has changed.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    Resume(PathBuf),
    Start(Walk),
    LookBack,
    Sample(usize),
    SampleRounds,
    Settings,
}

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

    /// Already asking which business it is for.
    pub fn asking(mut self, walk: Walk) -> Self {
        self.ask_business(walk);
        self
    }

    fn rows(&self) -> Vec<Row> {
        let headings = self.listing.headings.iter().enumerate();
        let unfinished = headings.filter(|(_, heading)| heading.finished.is_none());
        let mut rows: Vec<_> = unfinished
            .take(MOST_UNFINISHED)
            .map(|(index, _)| Row::Resume(index))
            .collect();
        rows.extend([Row::Start(Walk::Team), Row::Start(Walk::Alone)]);
        if self.listing != Listing::default() {
            rows.push(Row::LookBack);
        }
        if self.is_listed && self.listing.headings.is_empty() {
            rows.extend((0..self.samples.len()).map(Row::Sample));
            if self.sample_rounds().len() > 1 {
                rows.push(Row::SampleRounds);
            }
        }
        rows.push(Row::Settings);
        rows
    }

    /// What a row leads to, whatever its number.
    fn meaning(&self, row: &Row) -> Meaning {
        match row {
            Row::Resume(index) => Meaning::Resume(self.listing.headings[*index].path.clone()),
            Row::Start(walk) => Meaning::Start(*walk),
            Row::LookBack => Meaning::LookBack,
            Row::Sample(index) => Meaning::Sample(*index),
            Row::SampleRounds => Meaning::SampleRounds,
            Row::Settings => Meaning::Settings,
        }
    }

    fn act(&mut self, action: Action) -> Option<FrontWant> {
        let rows = self.rows();
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(rows.len().saturating_sub(1)),
            Action::WithTeam => self.ask_business(Walk::Team),
            Action::OnMyOwn => self.ask_business(Walk::Alone),
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

    /// The samples of a team: its rounds, to be compared.
    fn sample_rounds(&self) -> Vec<Session> {
        let sessions = self.samples.iter().map(|(_, session)| session);
        sessions
            .filter(|session| session.walk() == Walk::Team)
            .cloned()
            .collect()
    }

    fn what_there_is(&self) -> String {
        let sessions = match self.listing.headings.len() {
            1 => "1 session".to_owned(),
            many => format!("{many} sessions"),
        };
        match self.listing.unreadable.len() {
            0 => sessions,
            broken => format!("{sessions}, {broken} can't be read"),
        }
    }

    fn ask_business(&mut self, walk: Walk) {
        let field = TextField::new("", MOST_CHARS);
        self.page = Page::Business {
            walk,
            field: Box::new(field),
        };
    }

    fn named(&mut self, walk: Walk, business: CleanText, now: Moment) -> Option<FrontWant> {
        if !self.is_listed {
            // The round is counted from what is there, and a second first round must not be.
            return Some(FrontWant::Notice(
                "One moment: still looking at the sessions that are there.".to_owned(),
            ));
        }
        // Most people have one business: Enter on nothing means the last one again.
        let last = self
            .listing
            .headings
            .first()
            .map(|heading| heading.business.clone());
        let business = if business.is_empty() {
            last.unwrap_or_default()
        } else {
            business
        };
        if business.is_empty() {
            return Some(FrontWant::Notice(
                "First a name for the business, then Enter.".to_owned(),
            ));
        }
        let unfinished = self.listing.headings.iter().position(|heading| {
            heading.finished.is_none()
                && heading.walk == walk
                && same_business(&heading.business, &business)
        });
        match unfinished {
            Some(heading) => {
                self.page = Page::Unfinished {
                    walk,
                    business,
                    heading,
                };
                None
            }
            None => Some(self.begin(walk, business, now)),
        }
    }

    fn begin(&self, walk: Walk, business: CleanText, now: Moment) -> FrontWant {
        let headings = &self.listing.headings;
        let earlier: Vec<Earlier> = headings.iter().map(Heading::earlier).collect();
        let asked = self.exercises.for_next(&business, walk, headings);
        let session = Session::begin(business, walk, asked.exercise, &earlier, now);
        FrontWant::Create {
            session: Box::new(session),
            notice: asked.told,
        }
    }

    fn draw_rows(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let rows = self.rows();
        let mut column = Column::new(with_margins(area), buf);
        let needed = (rows.len() as u16 + 4).clamp(8, area.height / 2 + 2);
        let headline = Headline::new("Customer hat").style(theme.headline.style());
        column.headline(&headline, needed);
        column.text(
            "Walk through your own business as a customer.",
            theme.text.style(),
        );
        column.gap(1);
        let fitting = usize::from(column.rows_left().max(1));
        // The chosen row stays in sight, and so does what comes after it.
        let from = (self.cursor + 2)
            .saturating_sub(fitting)
            .min(rows.len().saturating_sub(fitting));
        let last = rows.len();
        for (index, row) in rows.into_iter().enumerate().skip(from) {
            if column.rows_left() == 1 && index + 1 < last {
                column.line(Span::styled("  ↓ more", theme.quiet.style()));
                return;
            }
            let line = self.draw_row(&row, index == self.cursor, theme, column.width());
            column.line(line);
        }
    }

    fn draw_row(&self, row: &Row, chosen: bool, theme: &Theme, width: usize) -> Line<'static> {
        let (words, more) = match row {
            Row::Resume(index) => {
                let heading = &self.listing.headings[*index];
                (format!("Go on: {}", title(heading)), standing(heading))
            }
            Row::Start(Walk::Team) => ("Start with your team".to_owned(), String::new()),
            Row::Start(Walk::Alone) => ("Start on your own".to_owned(), String::new()),
            Row::LookBack => ("Look back".to_owned(), self.what_there_is()),
            Row::Sample(index) => (format!("Sample: {}", self.samples[*index].0), String::new()),
            Row::SampleRounds => ("Sample: both rounds compared".to_owned(), String::new()),
            Row::Settings => ("Settings".to_owned(), String::new()),
        };
        let style = if chosen {
            theme.chosen.style()
        } else {
            theme.choice.style()
        };
        let mark = if chosen { "▸ " } else { "  " };
        let words = shorten(&words, width.saturating_sub(4));
        let room = width.saturating_sub(cells(&words) + 6);
        let more = if room > 6 {
            shorten(&more, room)
        } else {
            String::new()
        };
        Line::from(vec![
            Span::styled(format!("{mark}{words} "), style),
            Span::styled(format!("  {more}"), theme.quiet.style()),
        ])
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
                vec![
                    Offer::new(Action::Next, label),
                    Offer::new(Action::Down, "choose"),
                    Offer::hidden(Action::Up, "choose"),
                    Offer::new(Action::WithTeam, "with your team"),
                    Offer::new(Action::OnMyOwn, "on your own"),
                    Offer::new(Action::Quit, "leave"),
                ]
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
                field.press(key);
                None
            }
            (Page::Business { field, .. }, Input::Paste(text)) => {
                let whole = field.paste(&text);
                (!whole).then(|| FrontWant::Notice(format!("Cut at {MOST_CHARS} characters.")))
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
                let Some(heading) = self.listing.headings.get(*heading) else {
                    return;
                };
                let mut column = Column::new(with_margins(area), buf);
                let headline = Headline::new("Not finished yet").style(theme.headline.style());
                column.headline(&headline, 6);
                column.text(
                    &format!("{} stands at: {}.", title(heading), standing(heading)),
                    theme.text.style(),
                );
                column.gap(1);
                column.text(
                    "Enter goes on with it. n begins a new round beside it.",
                    theme.text.style(),
                );
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

fn draw_business(
    walk: Walk,
    field: &TextField,
    last: Option<&str>,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut column = Column::new(with_margins(area), buf);
    let headline = Headline::new("Which business?").style(theme.headline.style());
    column.headline(&headline, 6);
    let text = match walk {
        Walk::Team => "The one you will walk through together. Type its name.",
        Walk::Alone => "The one you will walk through. Type its name.",
    };
    column.text(text, theme.text.style());
    let hint = last.map_or("its name, then Enter".to_owned(), |last| {
        format!("Enter: {last} again")
    });
    column.gap(1);
    let style = theme.field_focus.style();
    column.widget(1, field.looks(style, true, &hint, theme.hint.style()));
}
