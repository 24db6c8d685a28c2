//! The settings in the app: changed on top of any screen, seen at once, and handed out to be kept.

use super::on_disk::PATIENCE;
use super::{App, Effect};
use crate::model::session::Session;
use crate::model::settings::Settings;
use crate::ui::big_text::BigLetters;
use crate::ui::overlay::{Overlay, list_box};
use crate::ui::settings_pane::{self, Pressed};
use crate::ui::theme::Themes;
use crate::ui::theme::contrast::Rgb;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl App {
    /// With the settings of the user and the themes there are. A theme that is wanted and not there is told.
    pub fn with_settings(mut self, settings: Settings, themes: Themes) -> Self {
        if settings_pane::is_missing(&settings.theme, &themes) {
            self.notice = Some(themes.about(&settings.theme));
        }
        self.around.settings = settings;
        self.themes = themes;
        self.dress();
        self
    }

    /// The settings as they are now.
    pub fn settings(&self) -> &Settings {
        &self.around.settings
    }

    /// The terminal has told the colour of its ground.
    pub fn tell_ground(&mut self, ground: Rgb) {
        self.themes.tell_ground(ground);
        self.dress();
    }

    /// Whether the terminal's ground matters: where nobody has chosen a theme.
    pub fn follows_ground(&self) -> bool {
        self.themes.is_auto()
    }

    /// With what is known of the terminal's own large letters.
    pub fn with_big_letters(mut self, letters: BigLetters) -> Self {
        self.letters = letters;
        self
    }

    /// The terminal has told its name and version.
    pub fn tell_name(&mut self, name: &str) {
        self.letters.tell_name(name);
    }

    /// Whether the terminal's name matters.
    pub fn wants_name(&self) -> bool {
        self.letters.wants_name()
    }

    /// Lets the next picture be drawn with the terminal's own large letters, or not: never under something that
    /// lies on top, for nothing can be drawn over a part of them.
    pub(in crate::ui) fn choose_letters(&mut self) {
        let used = self.letters.are_used(self.around.settings.big_text);
        let may_be_large = used && self.overlay.is_none();
        self.around.theme.let_be_large(may_be_large);
    }

    /// The settings are on disk, or are not, and why.
    pub fn settings_kept(&mut self, kept: Result<(), String>) {
        self.settings_due = None;
        let told = std::mem::replace(&mut self.settings_not_kept, kept.err());
        let pane_is_open = matches!(self.overlay, Some(Overlay::Settings(_)));
        if let Some(why) = &self.settings_not_kept
            && told.is_none()
            && !pane_is_open
        {
            self.notice = Some(format!("The settings are not saved. {why}"));
        }
    }

    /// Tells of settings that the disk has not answered for.
    pub(super) fn expect_settings(&mut self) {
        if self
            .settings_due
            .is_some_and(|due| due <= self.around.millis)
        {
            self.settings_kept(Err("The disk does not answer.".to_owned()));
        }
    }

    /// A new session begins as the settings say.
    pub(super) fn begin_as_set(&self, session: &mut Session) {
        // A new session refuses nothing of that; if it did, it would begin as usual.
        let _ = self.around.settings.begin(session, self.around.now);
    }

    /// Takes a key where the settings lie on top; none where they do not.
    pub(super) fn press_settings(&mut self, key: KeyEvent) -> Option<Vec<Effect>> {
        let Some(Overlay::Settings(pane)) = &mut self.overlay else {
            return None;
        };
        match pane.press(&key, &self.around.settings, &self.themes) {
            Pressed::Moved => Some(Vec::new()),
            Pressed::Done => {
                self.overlay = None;
                Some(Vec::new())
            }
            Pressed::Changed(settings) => {
                if settings.theme != self.around.settings.theme {
                    self.themes.want(settings.theme.clone());
                    self.dress();
                }
                if settings.big_text != self.around.settings.big_text {
                    self.letters.follow_settings();
                }
                self.around.settings = settings.clone();
                let due = self.around.millis + PATIENCE;
                self.settings_due.get_or_insert(due);
                Some(vec![Effect::KeepSettings(Box::new(settings))])
            }
        }
    }

    /// Draws the settings where they lie on top.
    pub(in crate::ui) fn draw_settings(&self, area: Rect, buf: &mut Buffer) {
        let Some(Overlay::Settings(pane)) = &self.overlay else {
            return;
        };
        let theme = &self.around.theme;
        let room = list_box(" Settings ", settings_pane::ROOM, theme, area, buf);
        let now = (&self.around.settings, &self.themes, self.letters);
        let not_kept = self.settings_not_kept.as_deref();
        pane.draw(now, not_kept, theme, (area, room), buf);
    }

    /// Puts the theme on that is to be shown.
    fn dress(&mut self) {
        self.around.theme = self.themes.current().clone();
    }
}
