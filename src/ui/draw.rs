//! The whole picture: ground, head, screen, foot, and what lies on top.

use super::app::{App, OnDisk, Open};
use super::frame::{Frame, Head, LEAST, too_small};
use super::overlay::Overlay;
use super::where_we_are::where_we_are;
use crate::model::wording::round_title;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl App {
    /// Draws the program as it is now.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) {
        self.choose_letters();
        buf.set_style(area, self.around.theme.ground.style());
        let standing = self.on_disk();
        if let Some(Overlay::Leave { on_disk, .. }) = &mut self.overlay {
            on_disk.clone_from(&standing);
        }
        if let (Some(overlay), Some(open)) = (&mut self.overlay, &self.open) {
            overlay.prepare(&self.around.view(&open.session));
        }
        if area.width < LEAST.0 || area.height < LEAST.1 {
            too_small(area, &self.around.theme, buf);
            return;
        }
        let offers = self.offers();
        let key = self.key_to_another_place();
        let alarm = match &standing {
            OnDisk::Saved | OnDisk::Saving => None,
            OnDisk::NoAnswer => Some(format!(
                "The disk does not answer: the last answers are not saved yet. Go on, or press {key} to save somewhere else."
            )),
            OnDisk::NotSaved(why) => Some(format!(
                "{why} It is tried again; {key} saves somewhere else."
            )),
        };
        let frame = Frame {
            head: self.head(area.width),
            offers: &offers,
            alarm: alarm.as_deref(),
            on_its_way: matches!(standing, OnDisk::Saving | OnDisk::NoAnswer),
            notice: self.notice.as_deref(),
            theme: &self.around.theme,
        };
        let body = frame.draw(area, buf);
        if let Some(player) = self.player() {
            let line = Rect {
                y: area.y + 1,
                height: 1,
                ..area
            };
            player.draw(&self.around.theme, line, buf);
        }
        let view = match &self.open {
            None => {
                let view = self.around.front_view();
                self.front().draw(&view, body, buf);
                None
            }
            Some(open) => {
                let view = self.around.view(&open.session);
                open.screen.draw(&view, body, buf);
                Some(view)
            }
        };
        // What is said to the people is never hidden, but by the blank screen.
        frame.draw_notice(area, buf);
        if let Some(overlay) = &self.overlay {
            let room = if overlay.is_blank() { area } else { body };
            overlay.draw(view.as_ref(), &self.around.theme, room, buf);
            self.draw_settings(body, buf);
            self.draw_report(body, buf);
        }
    }

    fn head(&self, width: u16) -> Head {
        match &self.open {
            None => self.front().head(&self.around.front_view(), width),
            Some(open) => self.head_of(open, width),
        }
    }

    fn head_of(&self, open: &Open, width: u16) -> Head {
        let session = &open.session;
        let badge = match &open.read_only {
            _ if self.on_disk().is_trouble() => Some("not saved".to_owned()),
            Some(_) if self.player().is_some() => Some("replay".to_owned()),
            Some(_) => Some("only to look at".to_owned()),
            None => None,
        };
        Head {
            left: round_title(session.business(), session.walk(), session.round().number()),
            middle: where_we_are(session, &self.around.theme, width),
            right: open.screen.head(&self.around.view(session)),
            badge,
        }
    }
}
