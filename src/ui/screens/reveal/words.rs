//! The words for the feeling, picked as they are said.

use super::one_size;
use super::own_word::{felt_good, from_draft, is_picked, to_draft, toggle};
pub use super::word_chips::chip;
use super::word_chips::{forms, large_chips, plain_chips, sign};
pub use super::word_list::{all, toggled};
use super::word_list::{in_order, same_word};
use crate::model::change::Change;
use crate::model::evidence::Word;
use crate::model::place::StepNumber;
use crate::model::session::{Draft, Field, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, is_vast};
use crate::ui::screen::{Input, View, Want};
use crate::ui::screens::pointing::Pointing;
use crate::ui::theme::Theme;
use crate::ui::widgets::chips::Chip;
use crate::ui::widgets::enlarged::{self, Enlarged};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::large_rows;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use std::cell::Cell;

/// The most characters of a word.
pub const MOST_CHARS: usize = 30;

/// What is asked over them.
const ASKED: &str = "Which words did you hear?";

/// The rows between the question and large words: the ground of the first takes one.
const APART: u16 = 2;

/// Picks words.
pub struct PickWords {
    pointing: Pointing,
    /// A word of their own that is being typed, and whether it is a good one.
    own: Option<(TextField, bool)>,
    /// How the words were drawn last: only then are the columns of the screen known.
    drawn: Cell<Drawn>,
}

/// The columns in which words were drawn, and whether all of them were large.
#[derive(Debug, Clone, Copy)]
struct Drawn {
    width: u16,
    large: bool,
}

impl PickWords {
    /// With the word that was being typed, on its side.
    pub fn new(session: &Session) -> Self {
        let own = session.draft().filter(|draft| draft.field == Field::Word);
        Self {
            pointing: Pointing::default(),
            own: own.map(|draft| {
                let (text, good) = from_draft(draft.text.as_str());
                (TextField::new(text, MOST_CHARS), good)
            }),
            drawn: Cell::new(Drawn {
                width: 78,
                large: false,
            }),
        }
    }

    /// What it takes now.
    pub fn offers(&self, step: StepNumber, session: &Session) -> Vec<Offer> {
        if let Some((_, good)) = &self.own {
            let other = if *good {
                "a bad feeling"
            } else {
                "a good feeling"
            };
            return vec![
                Offer::new(Action::Next, "pick it"),
                Offer::new(Action::Tab, other),
                Offer::new(Action::Close, "close"),
            ];
        }
        let next = match self.taken(&in_order(step, session), step, session) {
            Some(_) => "pick",
            None => "done",
        };
        vec![
            Offer::new(Action::Next, next),
            Offer::new(Action::Right, "next"),
            Offer::new(Action::Mark, "pick"),
            Offer::new(Action::Add, "own word"),
            Offer::hidden(Action::Left, "another"),
            Offer::hidden(Action::Up, "another"),
            Offer::hidden(Action::Down, "another"),
            Offer::hidden(Action::Close, "done"),
        ]
    }

    /// Whether a key is typed into the field.
    pub fn takes(&self, key: &KeyEvent) -> bool {
        self.own.is_some() && TextField::takes(key)
    }

    /// Takes an input; says what is wanted, and whether it stays open.
    pub fn update(&mut self, step: StepNumber, view: &View<'_>, input: Input) -> (Vec<Want>, bool) {
        let words = in_order(step, view.session);
        let mut told = None;
        match (&mut self.own, input) {
            (Some((field, _)), Input::Key(key)) => told = field.press(key),
            (Some((field, _)), Input::Paste(text)) => told = field.paste(&text),
            (Some(_), Input::Act(Action::Close, _)) => {
                self.own = None;
                return (vec![Want::Quietly(Change::Draft(None))], true);
            }
            (Some((_, good)), Input::Act(Action::Tab, _)) => *good = !*good,
            (Some((field, good)), Input::Act(Action::Next, _)) => {
                let (text, good) = (field.text(), *good);
                self.own = None;
                let mut wants = vec![Want::Quietly(Change::Draft(None))];
                if !text.is_empty() {
                    let word = if good {
                        Word::Good(text)
                    } else {
                        Word::Bad(text)
                    };
                    // The keys mean it then, so that it can be taken back at once.
                    let before = |other: &&Word| other.is_good() || !word.is_good();
                    let there = words.iter().position(|other| same_word(other, &word));
                    let at = there.unwrap_or_else(|| words.iter().filter(before).count());
                    self.pointing.decide(at);
                    // One that is offered already is that one, whichever side it was typed on.
                    let word = there.map_or(word, |at| words[at].clone());
                    if !is_picked(&word, step, view.session) {
                        wants.push(toggle(step, view.session, word));
                    }
                }
                return (wants, true);
            }
            (None, Input::Act(action, _)) => return self.act(step, view, action, &words),
            _ => {}
        }
        let typed = self.own.as_ref();
        let typed = typed.filter(|(field, _)| !field.text().is_empty());
        let draft = typed.map(|(field, good)| Draft {
            field: Field::Word,
            text: to_draft(&field.text(), *good),
        });
        (Want::Quietly(Change::Draft(draft)).and_say(told), true)
    }

    fn act(
        &mut self,
        step: StepNumber,
        view: &View<'_>,
        action: Action,
        words: &[Word],
    ) -> (Vec<Want>, bool) {
        match action {
            Action::Left => self.pointing.step(-1, words.len()),
            Action::Right => self.pointing.step(1, words.len()),
            Action::Up => self.pointing.go(self.beside(words, -1)),
            Action::Down => self.pointing.go(self.beside(words, 1)),
            Action::Mark => {
                let at = self.pointing.at(words.len()).unwrap_or(0);
                return (self.pick(at, words, step, view.session), true);
            }
            Action::Add => {
                let good = self.side(words, step, view.session);
                self.own = Some((TextField::new("", MOST_CHARS), good));
            }
            Action::Next => {
                return match self.taken(words, step, view.session) {
                    Some(at) => (self.pick(at, words, step, view.session), true),
                    None => (Vec::new(), false),
                };
            }
            Action::Close => return (Vec::new(), false),
            _ => {}
        }
        (Vec::new(), true)
    }

    fn pick(
        &mut self,
        at: usize,
        words: &[Word],
        step: StepNumber,
        session: &Session,
    ) -> Vec<Want> {
        self.pointing.decide(at);
        let word = words.get(at);
        let want = word.map(|word| toggle(step, session, word.clone()));
        want.into_iter().collect()
    }

    /// What Enter picks: the word that is highlighted, and neither picked nor put back by a key of its own.
    fn taken(&self, words: &[Word], step: StepNumber, session: &Session) -> Option<usize> {
        let open = self.pointing.open(words.len());
        open.filter(|at| !is_picked(&words[*at], step, session))
    }

    /// The side of a word of their own: that of the word that is highlighted, else that of what was felt.
    fn side(&self, words: &[Word], step: StepNumber, session: &Session) -> bool {
        match self.pointing.at(words.len()) {
            Some(at) => words[at].is_good(),
            None => felt_good(step, session),
        }
    }

    /// The word above or below the one that the keys mean, as they were drawn.
    fn beside(&self, words: &[Word], rows: i32) -> usize {
        let chips: Vec<_> = words.iter().map(|word| chip(word, false)).collect();
        let Drawn { width, large } = self.drawn.get();
        let Some(at) = self.pointing.at(words.len()) else {
            return 0;
        };
        if large {
            large_chips(&chips).beside(width, at, rows)
        } else {
            plain_chips(&chips).beside(width, at, rows)
        }
    }

    /// The rows that they take on a screen, in a room of so many columns: all large where they can be, else the one that
    /// the keys mean large in `large` rows.
    pub fn rows(&self, step: StepNumber, view: &View<'_>, screen: Rect, room: (u16, u16)) -> u16 {
        let (width, large) = room;
        let words = in_order(step, view.session);
        let chips: Vec<_> = words.iter().map(|word| chip(word, false)).collect();
        if let Some(rows) = self.rows_large(&chips, screen, width) {
            // The question is large too.
            return large_rows::LINE + APART + rows;
        }
        let field = u16::from(self.own.is_some());
        1 + field + large + plain_chips(&chips).height_for(width)
    }

    /// Draws the words to pick from.
    pub fn draw(
        &self,
        step: StepNumber,
        view: &View<'_>,
        (screen, area): (Rect, Rect),
        buf: &mut Buffer,
    ) {
        let theme = view.theme;
        let words = in_order(step, view.session);
        let picked = &view.session.step(step).words;
        let chips: Vec<_> = words
            .iter()
            .map(|word| chip(word, picked.contains(word)))
            .collect();
        let mut column = Column::new(area, buf).on(screen);
        let cursor = self.pointing.at(words.len());
        let cursor = cursor.filter(|_| self.own.is_none());
        let all_large = self.rows_large(&chips, screen, area.width);
        self.drawn.set(Drawn {
            width: area.width,
            large: all_large.is_some(),
        });
        if let Some(rows) = all_large {
            column.said(ASKED, theme.question.style());
            column.gap(APART);
            let chips = large_chips(&chips)
                .picking(cursor)
                .looks(looks::chips(theme));
            return column.widget(rows, &chips);
        }
        if let Some((field, good)) = &self.own {
            let (label, style) = if *good {
                ("▲ a good feeling", theme.up.style())
            } else {
                ("▼ a bad feeling", theme.down.style())
            };
            column.line(Span::styled(label, style));
            let style = theme.field_focus.style();
            let field = field.looks(style, true, "in one word", theme.hint.style());
            column.widget(1, field);
        } else {
            column.line(Span::styled(ASKED, theme.question.style()));
        }
        let chips = plain_chips(&chips)
            .cursor(cursor)
            .looks(looks::chips(theme));
        let below = chips.height_for(area.width);
        column.gap(u16::from(column.rows_left() > below + enlarged::ROWS));
        self.draw_large(&words, picked, (theme, below), &mut column);
        let rest = column.rest();
        ratatui::widgets::Widget::render(&chips, rest, buf);
    }

    /// The rows of all words in large letters, on a vast screen where they fit; a word of their own is typed over
    /// plain ones.
    fn rows_large(&self, chips: &[Chip<'_>], screen: Rect, width: u16) -> Option<u16> {
        let rows = large_chips(chips).height_for(width);
        rows.filter(|rows| is_vast(screen) && self.own.is_none() && *rows < screen.height / 2)
    }

    /// The word that is typed, or the one that the keys mean.
    fn draw_large(
        &self,
        words: &[Word],
        picked: &[Word],
        (theme, below): (&Theme, u16),
        column: &mut Column<'_>,
    ) {
        let style = |good: bool| {
            if good {
                theme.up.style()
            } else {
                theme.down.style()
            }
        };
        if let Some((field, good)) = &self.own {
            let text = match field.draft() {
                text if !text.trim().is_empty() => text,
                _ if *good => "good".to_owned(),
                _ => "bad".to_owned(),
            };
            let whole = format!("{} {text}", sign(*good));
            return column.enlarged(&Enlarged::new([&whole, &text], style(*good)), below);
        }
        let at = self.pointing.at(words.len());
        let Some(word) = at.and_then(|at| words.get(at)) else {
            let asked = Enlarged::new(["Which words?", "Words?"], theme.question.style());
            return column.enlarged(&asked, below);
        };
        // With its tick each has the size that it has without.
        let all: Vec<_> = words.iter().map(|word| forms(word, true)).collect();
        let chosen = forms(word, picked.contains(word));
        one_size::draw(column, &all, (&chosen, style(word.is_good())), below);
    }
}
