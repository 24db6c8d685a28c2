//! The list of the people: in columns, each by a name that tells them apart, and a sign for those out of sight.

use super::{Focus, PeopleEditor};
use crate::model::person::Person;
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::evenly::apart;
use crate::ui::widgets::wrap::shorten;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// The cells of the mark before a name.
const MARK: usize = 2;
/// The cells of the narrowest column: less of a name would not say whose it is.
const NARROWEST: u16 = 10;

impl PeopleEditor {
    /// Draws the list in as many columns as it needs, and gives the rows it took.
    pub(super) fn draw_list(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) -> u16 {
        let people = view.session.people();
        let rows = usize::from(area.height).max(1);
        let most_columns = usize::from(area.width / NARROWEST).max(1);
        let columns = people.len().div_ceil(rows).clamp(1, most_columns);
        let width = area.width / columns as u16;
        let room = usize::from(width.saturating_sub(1));
        let labels: Vec<_> = people
            .iter()
            .map(|person| view.session.label(&person.id))
            .collect();
        let names = apart(&labels, room.saturating_sub(MARK));
        let chosen = match self.focus {
            Focus::Row(row) => Some(row),
            _ => None,
        };
        let seen = in_sight(people.len(), rows * columns, chosen);
        let out_of_sight = people.len() - seen.len();
        let shown = seen.clone().map(|index| {
            let chosen = self.focus == Focus::Row(index);
            Self::row(view, &people[index], &names[index], chosen, room)
        });
        let more = format!("… {out_of_sight} more");
        let more = Line::styled(shorten(&more, room), view.theme.quiet.style());
        let more = (out_of_sight > 0).then_some(more);
        for (at, line) in shown.chain(more).enumerate() {
            let cell = Rect {
                x: area.x + (at / rows) as u16 * width,
                y: area.y + (at % rows) as u16,
                width: width.saturating_sub(1),
                height: 1,
            };
            Column::new(cell.intersection(area), buf).line(line);
        }
        people.len().min(rows) as u16
    }

    fn row(
        view: &View<'_>,
        person: &Person,
        name: &str,
        chosen: bool,
        width: usize,
    ) -> Line<'static> {
        let theme = view.theme;
        let style = if chosen {
            theme.chosen.style()
        } else {
            theme.text.style()
        };
        let mark = match (chosen, person.is_here()) {
            (true, _) => "▸ ",
            (false, true) => "● ",
            (false, false) => "○ ",
        };
        let mut spans = vec![Span::styled(format!("{mark}{name}"), style)];
        let more = match (person.is_here(), person.role.is_empty()) {
            (false, _) => "  away".to_owned(),
            (true, false) => format!("  {}", person.role),
            (true, true) => String::new(),
        };
        let room = width.saturating_sub(spans[0].width());
        spans.push(Span::styled(shorten(&more, room), theme.quiet.style()));
        Line::from(spans)
    }
}

/// Which of so many people stand in so many places: the chosen one is among them, and the last place says how many are
/// out of sight.
fn in_sight(people: usize, places: usize, chosen: Option<usize>) -> Range<usize> {
    if people <= places {
        return 0..people;
    }
    let seen = places.saturating_sub(1).max(1);
    let from = chosen.map_or(0, |row| (row + 1).saturating_sub(seen));
    from..(from + seen).min(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_fits_is_seen_as_a_whole() {
        assert_eq!(in_sight(20, 20, None), 0..20);
        assert_eq!(in_sight(0, 1, None), 0..0);
    }

    #[test]
    fn of_a_longer_list_the_chosen_one_is_in_sight_and_a_place_is_kept_for_the_sign() {
        assert_eq!(in_sight(30, 20, None), 0..19);
        assert_eq!(in_sight(30, 20, Some(18)), 0..19);
        assert_eq!(in_sight(30, 20, Some(19)), 1..20);
        assert_eq!(in_sight(30, 20, Some(29)), 11..30);
        assert_eq!(in_sight(3, 1, Some(2)), 2..3);
    }
}
