//! How a turn on the open scale looks: the question large until it is answered, then the answer.

use super::draw;
use super::subject::Subject;
use crate::model::ballot::{Ask, Given, OpenBallot};
use crate::model::person::PersonId;
use crate::model::session::Company;
use crate::ui::looks;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::either::{Answer, Either};
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::scale_input::ScaleInput;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The rows of a scale that waits: where it begins, its line, its numbers, and its words in one row or two.
const SCALE_ROWS: [u16; 2] = [5, 4];

/// The rows of a scale with a large number: four of it, the bar, the line and its numbers.
const NUMBER_ROWS: u16 = 7;

/// One person's turn on the open scale.
pub struct OpenPicture<'a> {
    /// What is asked.
    pub subject: Subject,
    /// The session, and how everything looks.
    pub view: &'a View<'a>,
    /// What was given so far.
    pub ballot: &'a OpenBallot,
    /// Whose turn it is.
    pub whose: &'a PersonId,
}

impl OpenPicture<'_> {
    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let (screen, area) = (area, with_margins(area));
        let mut column = Column::new(area, buf);
        let (theme, session) = (self.view.theme, self.view.session);
        let is_guess = self.subject == Subject::Prediction;
        if session.company() != Company::Solo || is_guess {
            column.over(screen, |column| {
                if session.company() != Company::Solo {
                    let name = session.label(self.whose);
                    let turn = format!("{name}, it is your turn");
                    column.line(Line::styled(turn, theme.person.style()).centered());
                }
                if is_guess {
                    // A step's title alone would not tell that it is a guess, and whose feeling it is about.
                    let asked = self.subject.question(session);
                    column.line(Line::styled(asked, theme.text.style()).centered());
                }
            });
        }
        let people = draw::rows_of_people(self.subject, self.view, area);
        match self.ballot.ask() {
            Ask::Rating => self.draw_rating(area, people, &mut column),
            ask => self.draw_either(ask, people, &mut column),
        }
        let rest = column.rest();
        draw::people_at_the_foot(
            self.subject,
            self.view,
            Some(self.whose),
            (rest, people),
            buf,
        );
    }

    /// The question that is open.
    fn question(&self) -> String {
        let session = self.view.session;
        let exercise = session.exercise();
        match (self.subject, self.ballot.ask()) {
            (Subject::Prediction, _) => exercise.steps[self.ballot.at()].title.to_string(),
            (_, Ask::Stay) => exercise.stay_question.to_string(),
            _ => self.subject.headline(session).to_owned(),
        }
    }

    /// A step in a guess, in one word; other questions have no shorter form.
    fn shortly(&self) -> &str {
        match self.subject {
            Subject::Prediction => {
                let step = &self.view.session.exercise().steps[self.ballot.at()];
                step.short.as_str()
            }
            _ => "",
        }
    }

    /// A scale under the question, which gives its room to the number once there is one.
    fn draw_rating(&self, area: Rect, people: u16, column: &mut Column<'_>) {
        let (theme, session) = (self.view.theme, self.view.session);
        let question = self.question();
        let headline = Headline::new(&question)
            .style(theme.question.style())
            .centred();
        let value = self.ballot.rating(self.ballot.at());
        let tail = self.tail_rows() + people;
        // Before there is a number nothing is as large as the question. What else was given may wait for it.
        let forms = [true, false].into_iter().flat_map(|has_tail| {
            let tail = if has_tail { tail + 1 } else { people };
            SCALE_ROWS.map(|scale| (scale + tail, has_tail))
        });
        let shortly = headline.with_text(self.shortly());
        let waiting = [&headline, &shortly].into_iter().find_map(|headline| {
            let mut forms = forms.clone();
            let (below, has_tail) = forms.find(|(below, _)| column.is_large(headline, *below))?;
            Some((headline, below, has_tail))
        });
        let waiting = waiting.filter(|_| value.is_none());
        let below = if area.height < 20 {
            area.height.saturating_sub(4)
        } else {
            area.height * 3 / 5
        };
        let (headline, below, has_tail) = waiting.unwrap_or((&headline, below, true));
        column.headline(headline, below);
        // What else was given gives way to a number that can be read.
        let has_room = |tail: u16| column.rows_left().saturating_sub(tail) >= NUMBER_ROWS;
        let gives_way = value.is_some() && has_room(people) && !has_room(tail + 1);
        let has_tail = has_tail && !gives_way;
        let tail = if has_tail { tail + 1 } else { people };
        let words = looks::scale_words(session.exercise());
        let scale = ScaleInput::new(value)
            .words(&words)
            .looks(looks::scale(theme));
        let rows = column.rows_left().saturating_sub(tail);
        column.widget(rows, &scale);
        if has_tail {
            column.gap(1);
            self.draw_tail(column);
        }
    }

    /// Two answers under the question, both as large as fits.
    fn draw_either(&self, ask: Ask, people: u16, column: &mut Column<'_>) {
        let theme = self.view.theme;
        let question = self.question();
        let headline = Headline::new(&question)
            .style(theme.question.style())
            .centred();
        let verdict = &self.view.session.exercise().verdict;
        let given = match self.ballot.given(self.ballot.at()) {
            Some(Given::Stay(yes) | Given::Builds(yes)) => Some(yes),
            _ => None,
        };
        let (builds, erodes) = (
            format!("+ {}", verdict.builds),
            format!("− {}", verdict.erodes),
        );
        let ([first, second], keys) = match ask {
            Ask::Verdict => ([builds.as_str(), erodes.as_str()], ["", ""]),
            _ => (["yes", "no"], ["y", "n"]),
        };
        let either = Either {
            answers: [
                Answer {
                    key: keys[0],
                    words: first,
                    is_given: given == Some(true),
                    ink: theme.builds.style(),
                    fill: theme.up_fill.style(),
                },
                Answer {
                    key: keys[1],
                    words: second,
                    is_given: given == Some(false),
                    ink: theme.erodes.style(),
                    fill: theme.down_fill.style(),
                },
            ],
            open: theme.choice.style(),
            largest: if column.is_vast() {
                LetterSize::Double
            } else {
                LetterSize::Full
            },
        };
        let tail = self.tail_rows() + people + 1;
        let width = column.width() as u16;
        // Both large where the question stays large over them; the answers alone where it can't.
        let most = column.rows_left().saturating_sub(tail + 3);
        let large = either.large_rows(width, most);
        let below = large.map_or(column.rows_left() / 2, |rows| rows + tail + 1);
        column.headline(&headline, below);
        let left = column.rows_left().saturating_sub(tail);
        let rows = either.large_rows(width, left).unwrap_or(1).min(left);
        column.gap((left - rows) / 2);
        column.widget(rows, &either);
        column.gap(left - rows - (left - rows) / 2 + 1);
        self.draw_tail(column);
    }

    fn tail_rows(&self) -> u16 {
        u16::from(self.subject != Subject::Verdict)
    }

    /// The other questions of the same ballot, with what was given.
    fn draw_tail(&self, column: &mut Column<'_>) {
        let (theme, exercise) = (self.view.theme, self.view.session.exercise());
        let shown = |index: usize| match self.ballot.given(index) {
            Some(Given::Rating(rating)) => rating.to_string(),
            Some(Given::Stay(true)) => "yes".to_owned(),
            Some(Given::Stay(false)) => "no".to_owned(),
            _ => "·".to_owned(),
        };
        let named = |index: usize| match self.subject {
            Subject::Prediction => exercise.steps[index].short.to_string(),
            _ if index == 0 => "felt".to_owned(),
            _ => "go on?".to_owned(),
        };
        if self.subject == Subject::Verdict {
            return;
        }
        let mut line = Line::default().centered();
        for index in 0..self.subject.asks(self.view.session).len() {
            let style = if index == self.ballot.at() {
                theme.chosen.style()
            } else {
                theme.quiet.style()
            };
            let words = format!(" {} {} ", named(index), shown(index));
            line.push_span(Span::styled(words, style));
            line.push_span(Span::raw(" "));
        }
        column.line(line);
    }
}
