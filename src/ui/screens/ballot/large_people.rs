//! The row of people in small block letters, for a vast screen: as large whoever's turn it is and whatever they answer.

use super::subject::{Subject, TURN};
use crate::model::person::PersonId;
use crate::model::session::Company;
use crate::ui::screen::View;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// The least rows of a room in which the people take so many.
const LEAST_ROOM: u16 = 48;

/// The most lines: more of them would outweigh the name of whose turn it is.
const MOST_LINES: usize = 2;

/// The columns of a mark and of what parts it from the name: the same for every mark.
const MARK: u16 = 6;

/// The columns between two people.
const APART: u16 = 4;

/// Where everybody stands.
pub struct LargePeople {
    /// The columns of each person, line by line.
    lines: Vec<Vec<u16>>,
}

impl LargePeople {
    /// The people in a room, where it is vast and all of them fit.
    pub fn of(view: &View<'_>, room: Rect) -> Option<Self> {
        (room.height >= LEAST_ROOM).then(|| Self::across(view, room.width))?
    }

    /// The people in a width, where all of them fit.
    pub fn across(view: &View<'_>, width: u16) -> Option<Self> {
        if view.session.company() == Company::Solo {
            return None;
        }
        let mut lines: Vec<Vec<u16>> = Vec::new();
        for person in view.session.here() {
            let label = view.session.label(&person.id);
            let name = in_large(&label, Style::new());
            let room = width.checked_sub(MARK)?;
            if !name.is_large(room, LINE) {
                return None;
            }
            let columns = MARK + name.extent(room, LINE).0;
            match lines.last_mut() {
                Some(line) if length(line) + APART + columns <= width => line.push(columns),
                _ => lines.push(vec![columns]),
            }
        }
        (1..=MOST_LINES)
            .contains(&lines.len())
            .then_some(Self { lines })
    }

    /// The rows that they take.
    pub fn rows(&self) -> u16 {
        self.lines.len() as u16 * (LINE + 1) - 1
    }

    /// Draws them at the foot of a room: who has answered, whose turn it is, who is missing.
    pub fn draw(
        &self,
        subject: Subject,
        view: &View<'_>,
        turn: Option<&PersonId>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let mut people = view.session.here();
        let mut y = area.bottom().saturating_sub(self.rows());
        for line in &self.lines {
            let mut x = area.x + area.width.saturating_sub(length(line)) / 2;
            for (columns, person) in line.iter().zip(people.by_ref()) {
                let (mark, style) = look(subject, view, turn, &person.id);
                let place = Rect::new(x, y, *columns, LINE).intersection(area);
                in_large(mark, style).render(place, buf);
                let name = Rect {
                    x: place.x + MARK.min(place.width),
                    width: place.width.saturating_sub(MARK),
                    ..place
                };
                in_large(&view.session.label(&person.id), style).render(name, buf);
                x += columns + APART;
            }
            y += LINE + 1;
        }
    }
}

fn in_large(text: &str, style: Style) -> Headline<'_> {
    Headline::small(text).style(style)
}

fn length(line: &[u16]) -> u16 {
    line.iter().sum::<u16>() + APART * (line.len() as u16).saturating_sub(1)
}

/// The mark of a person and how they look.
fn look(
    subject: Subject,
    view: &View<'_>,
    turn: Option<&PersonId>,
    person: &PersonId,
) -> (&'static str, Style) {
    let theme = view.theme;
    if turn == Some(person) {
        return (TURN, theme.turn.style());
    }
    subject.look(view, person)
}
