//! The second terminal as a value: sights of the session and keys come in, a picture goes out.

use super::draw::draw;
use super::words::Notes;
use crate::model::moment::Moment;
use crate::model::place::Place;
use crate::model::session::Session;
use crate::model::wording::round_title;
use crate::store::follow::Sight;
use crate::ui::frame::{Frame, Head, LEAST, too_small};
use crate::ui::keys::{self, Action, Offer};
use crate::ui::overlay::Overlay;
use crate::ui::page::{Column, with_margins};
use crate::ui::theme::Theme;
use crate::ui::where_we_are::where_we_are;
use crate::ui::widgets::headline::Headline;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The notes and what they are about.
pub struct Notebook {
    theme: Theme,
    now: Moment,
    session: Option<Box<Session>>,
    /// Why the picture is not the newest, if so.
    alarm: Option<String>,
    help: Option<Overlay>,
    /// Whether large text is made of the terminal's own letters.
    has_large_letters: bool,
}

impl Notebook {
    /// Before anything was seen.
    pub fn new(theme: Theme, now: Moment) -> Self {
        Self {
            theme,
            now,
            session: None,
            alarm: None,
            help: None,
            has_large_letters: false,
        }
    }

    /// Tells the time.
    pub fn set_time(&mut self, now: Moment) {
        self.now = now;
    }

    /// Whether large text is made of the terminal's own letters from now on.
    pub fn let_be_large(&mut self, has_large_letters: bool) {
        self.has_large_letters = has_large_letters;
        self.choose_letters();
    }

    /// Nothing is made of them under the help.
    fn choose_letters(&mut self) {
        let may_be_large = self.has_large_letters && self.help.is_none();
        self.theme.let_be_large(may_be_large);
    }

    /// Something was seen of the session.
    pub fn see(&mut self, sight: Sight) {
        match sight {
            Sight::Session(session) => {
                self.alarm = None;
                self.session = Some(session);
            }
            Sight::Nothing => {
                self.alarm = None;
                self.session = None;
            }
            // The last good picture stays.
            Sight::Damaged(why) => self.alarm = Some(why),
        }
    }

    /// A key was pressed; true when it means to leave.
    pub fn press(&mut self, key: KeyEvent) -> bool {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return key.code == KeyCode::Char('c');
        }
        let action = keys::meant(&key, &self.offers()).map(|offer| offer.action);
        if self.help.take().is_some() {
            self.choose_letters();
            return false;
        }
        match action {
            Some(Action::Quit) => return true,
            Some(Action::Help) => {
                self.help = Some(Overlay::help(self.offers(), Vec::new(), None));
                self.choose_letters();
            }
            _ => {}
        }
        false
    }

    /// In how many milliseconds a clock shows another second; none where none runs. `into_second` is how
    /// many have gone of the one that runs, 0..=999.
    pub fn wakes_in(&self, into_second: u64) -> Option<u64> {
        let session = self.session.as_ref()?;
        let runs = matches!(session.place(), Place::Step(_)) && session.place_since().is_some();
        runs.then(|| 1000 - into_second.min(999))
    }

    fn offers(&self) -> Vec<Offer> {
        if self.help.is_some() {
            return vec![Offer::new(Action::Close, "close")];
        }
        vec![Offer::new(Action::Quit, "leave the notes"), keys::help()]
    }

    /// Draws the notes as they are now.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let theme = &self.theme;
        buf.set_style(area, theme.ground.style());
        if area.width < LEAST.0 || area.height < LEAST.1 {
            too_small(area, theme, buf);
            return;
        }
        let offers = self.offers();
        let frame = Frame {
            head: self.head(area.width),
            offers: &offers,
            alarm: self.alarm.as_deref(),
            on_its_way: false,
            notice: None,
            theme,
        };
        let body = frame.draw(area, buf);
        let room = with_margins(body);
        match &self.session {
            Some(session) => {
                let notes = Notes::of(session, self.now);
                draw(&notes, theme, room, buf);
            }
            None => self.draw_waiting(room, buf),
        }
        if let Some(help) = &self.help {
            help.draw(None, theme, body, buf);
        }
    }

    fn draw_waiting(&self, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(area, buf);
        let headline = Headline::new("Waiting").style(self.theme.headline.style());
        column.headline(&headline, 4);
        column.text(
            "No session runs. Begin one in the other window, and its notes stand here at once.",
            self.theme.text.style(),
        );
    }

    fn head(&self, width: u16) -> Head {
        let Some(session) = &self.session else {
            return Head {
                left: "customer-hat notes".to_owned(),
                ..Head::default()
            };
        };
        Head {
            left: round_title(session.business(), session.walk(), session.round().number()),
            middle: where_we_are(session, &self.theme, width),
            right: "notes".to_owned(),
            badge: None,
        }
    }
}
