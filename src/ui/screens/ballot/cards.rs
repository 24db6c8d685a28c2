//! Cards up: everybody holds up a number, and the facilitator types the row.

use super::subject::{Standing, Subject};
use crate::model::ballot::{Ask, Given, Move, OpenBallot, Press};
use crate::model::person::PersonId;
use crate::model::session::{Prediction, Session, Verdict};
use crate::model::step_record::Answer;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::cells;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The most cells of a name.
const LONGEST_NAME: usize = 40;
/// The fewest cells of a name, where the list stands in columns.
const SHORTEST_NAME: u16 = 9;

/// The row that the facilitator types.
pub struct Cards {
    rows: Vec<(PersonId, OpenBallot)>,
    at: usize,
}

impl Cards {
    /// A row for everybody in the room, filled in as far as they have answered.
    pub fn new(subject: Subject, session: &Session) -> Self {
        let rows: Vec<_> = session
            .here()
            .map(|person| {
                let given = given(subject, session, &person.id);
                (
                    person.id.clone(),
                    OpenBallot::filled(subject.asks(session), &given),
                )
            })
            .collect();
        let missing = |id: &PersonId| subject.standing(session, id) == Standing::Missing;
        let at = rows
            .iter()
            .position(|(id, _)| missing(id))
            .unwrap_or(rows.len().saturating_sub(1));
        Self { rows, at }
    }

    /// Whether the rows still are the people in the room.
    pub fn fits(&self, session: &Session) -> bool {
        self.rows
            .iter()
            .map(|(id, _)| id)
            .eq(session.here().map(|person| &person.id))
    }

    /// What it takes now.
    pub fn offers(&self, subject: Subject, session: &Session) -> Vec<Offer> {
        let ask = self.rows.get(self.at).map(|(_, ballot)| ballot.ask());
        let mut offers = Vec::new();
        if subject.missing(session).is_empty() {
            offers.push(Offer::new(Action::Next, subject.next_words(session)));
        }
        offers.push(match ask {
            Some(Ask::Stay) => Offer::new(Action::YesNo, "would go on?"),
            Some(Ask::Verdict) => Offer::new(Action::Either, "one of the two"),
            _ => Offer::new(Action::Number, "the number"),
        });
        if ask == Some(Ask::Rating) && matches!(subject, Subject::Rating(..)) {
            offers.push(Offer::hidden(Action::YesNo, "would go on?"));
        }
        offers.extend([
            Offer::new(Action::Next, "next"),
            Offer::new(Action::Down, "another row"),
            Offer::hidden(Action::Up, "another row"),
            Offer::hidden(Action::Tab, "the next number in the row"),
            Offer::hidden(Action::TakeBack, "clear the number"),
        ]);
        if subject.may_pass() {
            offers.push(Offer::new(Action::Pass, "pass"));
        }
        offers
    }

    /// Takes a key and says what is wanted.
    pub fn update(
        &mut self,
        subject: Subject,
        view: &View<'_>,
        action: Action,
        key: KeyEvent,
    ) -> Vec<Want> {
        let last = self.rows.len().saturating_sub(1);
        let Some((id, ballot)) = self.rows.get_mut(self.at) else {
            return Vec::new();
        };
        let was_complete = ballot.complete();
        match (action, key.code) {
            (Action::Up, _) => self.go(self.at.saturating_sub(1)),
            (Action::Down, _) => self.go((self.at + 1).min(last)),
            (Action::Tab, _) if ballot.at() + 1 == subject.asks(view.session).len() => {
                to_first(ballot);
            }
            (Action::Tab, _) => ballot.go(Move::After),
            (Action::TakeBack, KeyCode::Char(_)) => return vec![Want::Undo],
            (Action::TakeBack, _) => ballot.press(Press::Backspace),
            (Action::Pass, _) => {
                let id = id.clone();
                *ballot = OpenBallot::new(subject.asks(view.session));
                self.move_on(subject, view.session, &id);
                return vec![Want::Change(subject.accept(id, None, view.now))];
            }
            (Action::Next, _) => return self.enter(subject, view),
            (Action::Number | Action::YesNo | Action::Either, KeyCode::Char(c)) => {
                let answers_last = action != Action::Number;
                ballot.press(Press::Char(c));
                if let Some(given) = ballot
                    .complete()
                    .filter(|given| answers_last && Some(given) != was_complete.as_ref())
                {
                    let id = id.clone();
                    self.move_on(subject, view.session, &id);
                    return vec![Want::Change(subject.accept(id, Some(&given), view.now))];
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// To another row, at its first number: that is the one to be put right.
    fn go(&mut self, at: usize) {
        self.at = at;
        if let Some((_, ballot)) = self.rows.get_mut(at) {
            to_first(ballot);
        }
    }

    fn enter(&mut self, subject: Subject, view: &View<'_>) -> Vec<Want> {
        let Some((id, ballot)) = self.rows.get_mut(self.at) else {
            return Vec::new();
        };
        let id = id.clone();
        let missing = subject
            .missing(view.session)
            .iter()
            .any(|person| person.id == id);
        match ballot.complete() {
            Some(given) if given != self::given(subject, view.session, &id) => {
                self.move_on(subject, view.session, &id);
                vec![Want::Change(subject.accept(id, Some(&given), view.now))]
            }
            // Something of it was cleared: what stood there before must not be revealed in its stead.
            None if ballot.given(ballot.at()).is_none()
                && subject.standing(view.session, &id) == Standing::Answered =>
            {
                vec![Want::Notice("Type the number they hold up.".to_owned())]
            }
            _ if subject.missing(view.session).is_empty() => subject.done(view.session),
            _ if ballot.given(ballot.at()).is_some() => {
                ballot.go(Move::After);
                Vec::new()
            }
            _ if missing => vec![Want::Notice(
                "Type the number they hold up, or x where they pass.".to_owned(),
            )],
            _ => {
                self.move_on(subject, view.session, &id);
                Vec::new()
            }
        }
    }

    /// To the next row that is still empty; the last one stays.
    fn move_on(&mut self, subject: Subject, session: &Session, just: &PersonId) {
        let open = |id: &PersonId| id != just && subject.standing(session, id) == Standing::Missing;
        let after = (self.at..self.rows.len()).chain(0..self.at);
        if let Some(index) = after.into_iter().find(|index| open(&self.rows[*index].0)) {
            self.at = index;
        }
    }

    /// Draws the rows.
    pub fn draw(&self, subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let area = with_margins(area);
        let mut column = Column::new(area, buf);
        // The question is large before the list is long: it stands in as many columns as it needs for that.
        let asks = subject.asks(view.session).len() as u16;
        let most = (area.width / (SHORTEST_NAME + 4 + asks * 7)).max(1);
        let wanted = (self.rows.len() as u16).div_ceil((area.height * 2 / 5).max(1));
        let columns = wanted.clamp(1, most);
        let below = ((self.rows.len() as u16).div_ceil(columns) + 3).min(area.height * 3 / 4);
        let headline = Headline::new(subject.headline(view.session)).style(theme.question.style());
        column.headline(&headline, below);
        column.text("All cards up, at once. Type the row.", theme.quiet.style());
        column.gap(1);
        let left = usize::from(column.rows_left().max(1));
        let columns = self
            .rows
            .len()
            .div_ceil(left)
            .clamp(usize::from(columns), usize::from(most));
        let mut room = self.rows.len().div_ceil(columns);
        let mut from = 0;
        if room > left {
            // One column, and more than fits: the row being typed stays in sight.
            room = left.saturating_sub(1).max(1);
            let last = self.rows.len().saturating_sub(room * columns);
            from = (self.at + 2).saturating_sub(room * columns).min(last);
        }
        let mut rest = column.rest();
        if room * columns < self.rows.len() {
            let after = self.rows.len().saturating_sub(from + room * columns);
            let words = match (from, after) {
                (0, after) => format!("↓ {after} more"),
                (before, 0) => format!("↑ {before} more"),
                (before, after) => format!("↑ {before} more   ↓ {after} more"),
            };
            let foot = Rect {
                y: rest.y + rest.height.saturating_sub(1),
                height: rest.height.min(1),
                ..rest
            };
            Column::new(foot, buf).line(Span::styled(words, theme.quiet.style()));
            rest.height -= foot.height;
        }
        let width = rest.width / columns as u16;
        let labels: Vec<_> = self
            .rows
            .iter()
            .map(|(id, _)| view.session.label(id))
            .collect();
        let names = evenly::apart(
            &labels,
            Self::name_room(usize::from(width), usize::from(asks)),
        );
        let shown = self.rows.iter().zip(&names).enumerate();
        for (index, ((id, ballot), name)) in shown.skip(from).take(room * columns) {
            let at = index - from;
            let cell = Rect {
                x: rest.x + (at / room) as u16 * width,
                y: rest.y + (at % room) as u16,
                width: width.saturating_sub(1),
                height: 1,
            };
            let room = Self::name_room(usize::from(width), usize::from(asks));
            let line = Self::row(subject, view, (id, ballot), (name, room), index == self.at);
            Column::new(cell.intersection(rest), buf).line(line);
        }
    }

    /// The cells of a name in a column that is so wide, beside so many answers.
    fn name_room(width: usize, asks: usize) -> usize {
        width.saturating_sub(4 + asks * 7).clamp(4, LONGEST_NAME)
    }

    fn row(
        subject: Subject,
        view: &View<'_>,
        (id, ballot): (&PersonId, &OpenBallot),
        (name, room): (&str, usize),
        here: bool,
    ) -> Line<'static> {
        let theme = view.theme;
        let asks = subject.asks(view.session).len();
        let standing = subject.standing(view.session, id);
        let mark = match standing {
            _ if here => "▸",
            Standing::Missing => "○",
            Standing::Answered => "✓",
            Standing::Passed => "–",
        };
        let style = if here {
            theme.turn.style()
        } else {
            theme.text.style()
        };
        let pad = room.saturating_sub(cells(name));
        let mut spans = vec![Span::styled(
            format!("{mark} {name}{}", " ".repeat(pad)),
            style,
        )];
        if standing == Standing::Passed && ballot.given(0).is_none() {
            spans.push(Span::styled("  passed", theme.passed.style()));
            return Line::from(spans);
        }
        for index in 0..asks {
            let open = here && ballot.at() == index;
            let (words, look) = shown(ballot, index, open, theme);
            let look = if open {
                theme.field_focus.style()
            } else {
                look
            };
            spans.push(Span::raw(" "));
            spans.push(Span::styled(format!("{words:^6}"), look));
        }
        Line::from(spans)
    }
}

fn to_first(ballot: &mut OpenBallot) {
    while ballot.at() > 0 {
        ballot.go(Move::Before);
    }
}

fn shown(ballot: &OpenBallot, index: usize, open: bool, theme: &Theme) -> (String, Style) {
    match ballot.given(index) {
        Some(Given::Rating(rating)) => (
            rating.to_string(),
            if rating.is_up() {
                theme.up.style()
            } else {
                theme.down.style()
            },
        ),
        Some(Given::Stay(true)) => ("yes".to_owned(), theme.text.style()),
        Some(Given::Stay(false)) => ("no".to_owned(), theme.leaving.style()),
        Some(Given::Builds(true)) => ("▲ +".to_owned(), theme.builds.style()),
        Some(Given::Builds(false)) => ("▼ −".to_owned(), theme.erodes.style()),
        None if open && !ballot.typed().is_empty() => {
            (ballot.typed().to_owned(), theme.field_focus.style())
        }
        None if open => ("_".to_owned(), theme.field_focus.style()),
        None => ("·".to_owned(), theme.quiet.style()),
    }
}

/// What somebody has answered so far.
fn given(subject: Subject, session: &Session, id: &PersonId) -> Vec<Given> {
    match subject {
        Subject::Prediction => match session.predictions().get(id) {
            Some(Prediction::Guessed { ratings, .. }) => {
                ratings.iter().copied().map(Given::Rating).collect()
            }
            _ => Vec::new(),
        },
        Subject::Rating(step, turn) => match session.step(step).answers(turn).get(id) {
            Some(Answer::Rated { rating, stays, .. }) => {
                vec![Given::Rating(*rating), Given::Stay(*stays)]
            }
            _ => Vec::new(),
        },
        Subject::Verdict => match session.verdicts().get(id) {
            Some(Verdict::Builds { .. }) => vec![Given::Builds(true)],
            Some(Verdict::Erodes { .. }) => vec![Given::Builds(false)],
            None => Vec::new(),
        },
    }
}
