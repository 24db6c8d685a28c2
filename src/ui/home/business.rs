//! Which business a new session is for, and what to do where it has something unfinished.

use super::{Home, MOST_CHARS, Page};
use crate::model::heading::Heading;
use crate::model::last_time::newest_away;
use crate::model::moment::Moment;
use crate::model::name_key::same_name;
use crate::model::session::{Earlier, Session, Walk};
use crate::model::text::CleanText;
use crate::model::wording::{standing, title};
use crate::ui::front::FrontWant;
use crate::ui::page::{Column, is_vast, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Home {
    pub(super) fn ask_business(&mut self, walk: Walk) {
        let field = TextField::new("", MOST_CHARS);
        self.page = Page::Business {
            walk,
            field: Box::new(field),
        };
    }

    pub(super) fn named(
        &mut self,
        walk: Walk,
        business: CleanText,
        now: Moment,
    ) -> Option<FrontWant> {
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
        let unfinished = unfinished(&self.listing.headings, walk, &business);
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

    pub(super) fn begin(&self, walk: Walk, business: CleanText, now: Moment) -> FrontWant {
        let headings = &self.listing.headings;
        let earlier: Vec<Earlier> = headings.iter().map(Heading::earlier).collect();
        let asked = self.exercises.for_next(&business, walk, headings);
        let away = newest_away(&business, walk, headings).into_iter();
        let told: Vec<_> = away.chain(asked.told).collect();
        let session = Session::begin(business, walk, asked.exercise, &earlier, now);
        FrontWant::Create {
            session: Box::new(session),
            notice: (!told.is_empty()).then(|| told.join(" ")),
        }
    }
}

/// The session of this business and walk that is not finished, if there is one: its place in the list.
pub fn unfinished(headings: &[Heading], walk: Walk, business: &CleanText) -> Option<usize> {
    headings.iter().position(|heading| {
        heading.finished.is_none()
            && !heading.is_outdated()
            && heading.walk == walk
            && same_name(&heading.business, business)
    })
}

/// That a round is not finished, where another one begins beside it.
pub fn stays(heading: &Heading) -> String {
    let (round, place) = (heading.round.number(), standing(heading));
    format!("Round {round} is not finished yet ({place}). It stays as it is.")
}

/// The most rows of the field: the longest name stands in them on the smallest screen.
const MOST_ROWS: u16 = 3;

/// Asks for the business.
pub fn draw_business(
    walk: Walk,
    field: &TextField,
    last: Option<&str>,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut column = Column::new(with_margins(area), buf).on(area);
    let headline = Headline::new("Which business?").style(theme.headline.style());
    let text = match walk {
        Walk::Team => "The one you will walk through together. Type its name.",
        Walk::Alone => "The one you will walk through. Type its name.",
    };
    let rows = field.rows_for(column.width(), MOST_ROWS);
    column.headline(&headline, 4 + rows + column.rows_said(text));
    column.said(text, theme.text.style());
    let hint = last.map_or("its name, then Enter".to_owned(), |last| {
        format!("Enter: {last} again")
    });
    column.gap(1);
    let style = theme.field_focus.style();
    let large = LargeField::of(field, &hint, (style, theme.hint.style()));
    if is_vast(area) && large.fits(column.width() as u16) {
        return column.widget(LINE, &large);
    }
    column.widget(rows, field.looks(style, true, &hint, theme.hint.style()));
}

/// Says that the business has something unfinished.
pub fn draw_unfinished(heading: &Heading, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut column = Column::new(with_margins(area), buf).on(area);
    let headline = Headline::new("Not finished yet").style(theme.headline.style());
    column.headline(&headline, 6);
    let stands = format!("{} stands at: {}.", title(heading), standing(heading));
    column.text(&stands, theme.text.style());
    column.gap(1);
    column.text(
        "Enter goes on with it. n begins a new round beside it.",
        theme.text.style(),
    );
}
