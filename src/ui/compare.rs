//! Sessions side by side: then and now, or a run over time.

use super::frame::Head;
use super::front::{Front, FrontView, FrontWant};
use super::keys::{Action, Offer};
use super::page::{Column, with_margins};
use super::screen::Input;
use crate::model::session::Session;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Sessions side by side.
#[derive(Debug)]
pub struct CompareFront {
    sessions: Vec<Session>,
}

impl CompareFront {
    /// These sessions side by side.
    pub fn new(sessions: Vec<Session>) -> Self {
        Self { sessions }
    }
}

impl Front for CompareFront {
    fn offers(&self) -> Vec<Offer> {
        vec![Offer::new(Action::Close, "back")]
    }

    fn update(&mut self, _view: &FrontView<'_>, input: Input) -> Vec<FrontWant> {
        match input {
            Input::Act(Action::Close, _) => vec![FrontWant::Back],
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(with_margins(area), buf);
        for session in &self.sessions {
            column.text(session.business().as_str(), view.theme.text.style());
        }
    }

    fn head(&self, _view: &FrontView<'_>, _width: u16) -> Head {
        Head {
            left: "customer-hat".to_owned(),
            ..Head::default()
        }
    }
}
