//! The whole picture: ground, head, screen, foot, and what lies on top.

use super::app::{App, OnDisk, Open, Showing};
use super::frame::{Frame, Head, LEAST, too_small};
use super::home::round_title;
use super::looks;
use super::widgets::dots::Dots;
use crate::model::place::Place;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

impl App {
    /// Draws the program as it is now.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) {
        buf.set_style(area, self.theme.ground.style());
        if let Some(mut overlay) = self.overlay.take() {
            if let Showing::Session(open) = &self.showing {
                overlay.prepare(&self.view(open));
            }
            self.overlay = Some(overlay);
        }
        if area.width < LEAST.0 || area.height < LEAST.1 {
            too_small(area, &self.theme, buf);
            return;
        }
        let offers = self.offers();
        let frame = Frame {
            head: self.head(),
            offers: &offers,
            notice: self.notice.as_deref(),
            theme: &self.theme,
        };
        let body = frame.draw(area, buf);
        let view = match &self.showing {
            Showing::Home(home) => {
                home.draw(&self.theme, body, buf);
                None
            }
            Showing::Session(open) => {
                let view = self.view(open);
                open.screen.draw(&view, body, buf);
                Some(view)
            }
        };
        if let Some(overlay) = &self.overlay {
            let room = if overlay.is_blank() { area } else { body };
            overlay.draw(view.as_ref(), &self.theme, room, buf);
        }
    }

    fn head(&self) -> Head {
        match &self.showing {
            Showing::Home(_) => Head {
                left: "customer-hat".to_owned(),
                right: self.now.date_words(),
                ..Head::default()
            },
            Showing::Session(open) => self.head_of(open),
        }
    }

    fn head_of(&self, open: &Open) -> Head {
        let session = &open.session;
        let badge = match (&self.on_disk, &open.read_only) {
            (OnDisk::NotSaved(_), _) => Some("not saved".to_owned()),
            (OnDisk::Saved, Some(_)) => Some("only to look at".to_owned()),
            (OnDisk::Saved, None) => None,
        };
        Head {
            left: round_title(session.business(), session.walk(), session.round().number()),
            middle: self.where_we_are(open),
            right: open.screen.head(&self.view(open)),
            badge,
        }
    }

    fn where_we_are(&self, open: &Open) -> Line<'static> {
        let words = |words: &'static str| Line::from(Span::styled(words, self.theme.head.style()));
        let place = open.session.place();
        let Some(step) = place.step() else {
            return words(name(place));
        };
        let steps = open.session.steps().len();
        let mut line = Dots::new(steps, step.index())
            .looks(looks::dots(&self.theme))
            .line(4 * steps);
        line.push_span(Span::styled(
            format!("  step {step} of {steps}"),
            self.theme.head.style(),
        ));
        line
    }
}

fn name(place: Place) -> &'static str {
    match place {
        Place::People | Place::Choices => "setting up",
        Place::Welcome => "welcome",
        Place::Prediction => "the guess before",
        Place::Journey => "the journey",
        Place::Verdict | Place::VerdictReveal => "the verdict",
        Place::Commodity | Place::IfEqual | Place::Keep => "what it means",
        Place::Improvements => "what to mend",
        Place::Close => "the session on one page",
        Place::Step(_) | Place::Rating(_) | Place::Reveal(_) | Place::RatingAgain(_) => "",
    }
}
