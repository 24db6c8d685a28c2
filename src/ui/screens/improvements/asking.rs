//! What is asked about an improvement where the one of this week is not what the room reads: the question large, what
//! is typed under it, and what stands already in few rows around them.

use super::draw::Shown;
use super::edit::Edit;
use crate::ui::page::Column;
use crate::ui::screens::asked::Asked;
use ratatui::layout::Rect;
use ratatui::text::Span;

impl Shown<'_> {
    /// Draws what is asked: over it the one that it is about, or else the one of this week.
    pub(super) fn draw_asking(
        &self,
        edit: &Edit,
        the_one: usize,
        area: Rect,
        column: &mut Column<'_>,
    ) {
        // Words that are being put right stand in the field, and nothing over it that might be taken for them.
        let about = edit.index().unwrap_or(the_one);
        if about == the_one {
            self.draw_title_over(area, column);
        }
        let is_said = edit.index().is_none() || edit.completes().is_some();
        let over = self.list.get(about).filter(|_| is_said);
        let over = over.map(|one| one.what.as_str());
        let under = self.others(about);
        let field = edit.field_rows(self.view, column);
        let day = edit.day(self.view.now.date());
        let below = match (under.is_empty(), &day) {
            (true, None) => field,
            (true, Some(_)) => field + 1,
            (false, _) => field + 2,
        };
        let roomy = field + 1 + self.rows_under(&under, column);
        let asked = Asked {
            questions: edit.questions(),
            over: over.unwrap_or_default(),
            theme: self.theme(),
        };
        asked.draw((below, roomy), column);
        edit.draw_field(self.view, field, column);
        let day = day.unwrap_or_default();
        column.line(Span::styled(day, self.theme().strong.style()));
        self.draw_under(&under, column);
    }

    /// The rows in which all that else stands already has room, large on a vast screen.
    fn rows_under(&self, under: &[usize], column: &Column<'_>) -> u16 {
        let large = self.large_rows(under).height(column.width() as u16);
        let plain = (under.len() as u16 * 3).saturating_sub(1);
        large.filter(|_| column.is_vast()).unwrap_or(plain)
    }

    /// What else stands already, as large as it fits.
    fn draw_under(&self, under: &[usize], column: &mut Column<'_>) {
        let list = self.large_rows(under);
        let rows = list.height(column.width() as u16);
        if let Some(rows) = rows.filter(|rows| column.is_vast() && *rows <= column.rows_left()) {
            return column.widget(rows, &list);
        }
        let each = [3, 2].into_iter();
        let mut each = each.filter(|each| column.rows_left() + 1 >= each * under.len() as u16);
        self.draw_rows(under, each.next().unwrap_or(1), column);
    }
}
