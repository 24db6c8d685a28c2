//! How a replay is played: which frame is shown, how it goes on by itself, and the line that says where we
//! are in it. What a frame holds is the model's.

use super::keys::{Action, Offer};
use super::theme::Theme;
use super::widgets::wrap::cells;
use crate::model::estimate::Minutes;
use crate::model::place::{Place, StepNumber};
use crate::model::replay::Replay;
use crate::model::session::Session;
use crate::model::step_record::Turn;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use std::str::FromStr;

/// How many seconds a frame stays while the replay goes on by itself: 1 to 600.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace(u16);

/// Why a text is no [`Pace`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a frame stays for 1 to 600 seconds; give a whole number")]
pub struct NotAPace;

impl Default for Pace {
    fn default() -> Self {
        Self(8)
    }
}

impl FromStr for Pace {
    type Err = NotAPace;

    fn from_str(text: &str) -> Result<Self, NotAPace> {
        let seconds = text.parse().ok();
        let seconds = seconds.filter(|seconds| (1..=600).contains(seconds));
        seconds.map(Self).ok_or(NotAPace)
    }
}

impl Pace {
    fn millis(self) -> u64 {
        u64::from(self.0) * 1000
    }
}

/// Where leaving a replay leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// To the front from which it was begun.
    Front,
    /// Out of the program: the command line began it.
    CommandLine,
}

/// A replay that is shown.
pub struct Player {
    replay: Replay,
    at: usize,
    pace: Pace,
    /// When it goes on by itself, in milliseconds of the app's clock; none while it stands.
    due: Option<u64>,
    behind: Behind,
}

impl Player {
    /// At the first frame, standing.
    pub fn new(session: Session, pace: Pace, behind: Behind) -> Self {
        Self {
            replay: Replay::of(session),
            at: 0,
            pace,
            due: None,
            behind,
        }
    }

    /// What is played.
    pub fn replay(&self) -> &Replay {
        &self.replay
    }

    /// The frame that is shown, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Where leaving leads.
    pub fn behind(&self) -> Behind {
        self.behind
    }

    /// The session as it is to be seen now.
    pub fn session(&self) -> Session {
        self.replay.session_at(self.at)
    }

    fn last(&self) -> usize {
        self.replay.frames().len() - 1
    }

    /// Whether it goes on by itself.
    pub fn is_playing(&self) -> bool {
        self.due.is_some()
    }

    /// To a frame (at most to the last). Whatever goes on by itself stays there for its whole time.
    pub fn go(&mut self, to: usize, millis: u64) {
        self.at = to.min(self.last());
        if self.is_playing() {
            self.play(millis);
        }
    }

    /// Goes on by itself from now on; at the end there is nothing to go on to.
    pub fn play(&mut self, millis: u64) {
        let more = self.at < self.last();
        self.due = more.then(|| millis.saturating_add(self.pace.millis()));
    }

    /// Stands.
    pub fn stop(&mut self) {
        self.due = None;
    }

    /// Goes on where it is time to; whether it did.
    pub fn tick(&mut self, millis: u64) -> bool {
        let is_due = self.due.is_some_and(|due| due <= millis);
        if is_due {
            self.go(self.at + 1, millis);
        }
        is_due
    }

    /// In how many milliseconds it goes on by itself.
    pub fn wakes_in(&self, millis: u64) -> Option<u64> {
        self.due.map(|due| due.saturating_sub(millis))
    }

    /// The frame that an action leads to, if it leads to one.
    pub fn target(&self, action: Action, digit: Option<usize>) -> Option<usize> {
        match action {
            Action::Next | Action::Right => Some(self.at + 1).filter(|to| *to <= self.last()),
            Action::Back => self.at.checked_sub(1),
            Action::First => Some(0),
            Action::Last => Some(self.last()),
            Action::Look => {
                let step = StepNumber::from_index(digit?.checked_sub(1)?);
                self.replay.start_of(step)
            }
            _ => None,
        }
    }

    /// What can be done in it, beside what only looks at the screen that is shown.
    pub fn offers(&self) -> Vec<Offer> {
        let is_last = self.at == self.last();
        let play = match (self.is_playing(), is_last) {
            (true, _) => "stop",
            (false, true) => "from the start",
            (false, false) => "by itself",
        };
        let mut offers = Vec::new();
        if is_last {
            offers.push(Offer::hidden(Action::Next, "next"));
        } else {
            offers.push(Offer::new(Action::Next, "next"));
        }
        if self.at > 0 {
            offers.push(Offer::new(Action::Back, "back"));
        }
        offers.extend([
            Offer::new(Action::Play, play),
            Offer::new(Action::Quit, "leave"),
            Offer::new(Action::Look, "to a step"),
            Offer::hidden(Action::Right, "next"),
            Offer::hidden(Action::First, "to the beginning"),
            Offer::hidden(Action::Last, "to the end"),
            Offer::hidden(Action::Close, "stop going on by itself"),
        ]);
        offers
    }

    /// Draws where we are in it, on one line: a bar, then words.
    pub fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let words = self.words(usize::from(area.width));
        let width = cells(&words) + 2 + cells(&self.sign());
        let start = usize::from(area.width).saturating_sub(width + 1);
        let frames = self.replay.frames().len();
        let done = start * (self.at + 1) / frames;
        let line = Line::from(vec![
            Span::styled("━".repeat(done), theme.head_here.style()),
            Span::styled("─".repeat(start - done), theme.rule.style()),
            Span::styled(format!(" {words} "), theme.head.style()),
            Span::styled(self.sign(), theme.warning.style()),
        ]);
        line.render(area, buf);
    }

    fn sign(&self) -> String {
        if self.is_playing() {
            format!(" ▶ every {} s ", self.pace.0)
        } else {
            String::new()
        }
    }

    /// Which frame it is, and how long its step took; at the end how long each took, where there is room.
    fn words(&self, width: usize) -> String {
        let frames = self.replay.frames();
        let (frame, whole) = (frames[self.at], self.replay.whole());
        let count = format!("{} of {}", self.at + 1, frames.len());
        let is_second = frame.turn == Turn::Again || matches!(frame.place, Place::RatingAgain(_));
        let took = match (frame.place.step(), frame.place) {
            (Some(step), _) => took(step, whole).map(|words| match words {
                Took::At(words) => format!("so far {words}"),
                Took::All(words) => format!("took {words}"),
            }),
            (None, Place::Close) => all_took(whole),
            _ => None,
        };
        let second = is_second.then(|| "rated again".to_owned());
        let more: Vec<_> = second.into_iter().chain(took).collect();
        let most = width.saturating_sub(cells(&self.sign()) + LEAST_BAR);
        // What does not fit is left out, the last first.
        let fits = |words: &String| cells(words) <= most;
        let words = (0..=more.len()).rev().map(|kept| {
            let parts = [std::slice::from_ref(&count), &more[..kept]].concat();
            parts.join(" · ")
        });
        words.into_iter().find(fits).unwrap_or_default()
    }
}

/// The fewest cells that the bar keeps beside long words.
const LEAST_BAR: usize = 10;

/// How long a step took.
pub enum Took {
    /// It goes on; so much until now.
    At(String),
    /// It is over.
    All(String),
}

/// How long was spent on a step; none where nothing was counted.
pub fn took(step: StepNumber, session: &Session) -> Option<Took> {
    let record = session.step(step);
    let words = (record.seconds > 0).then(|| span_words(record.seconds))?;
    Some(if record.revealed.is_some() {
        Took::All(words)
    } else {
        Took::At(words)
    })
}

/// How long each step took, in one sentence without its end; none where nothing was counted.
pub fn all_took(session: &Session) -> Option<String> {
    let spans: Vec<_> = session.steps().iter().map(|step| step.seconds).collect();
    // Steps that were never come to took no time.
    let last = spans.iter().rposition(|seconds| *seconds > 0)?;
    let minutes = |seconds: &u32| match seconds {
        0 => "–".to_owned(),
        1..60 => "<1".to_owned(),
        seconds => minutes_of(*seconds).to_string(),
    };
    let spans: Vec<_> = spans[..=last].iter().map(minutes).collect();
    Some(format!("the steps took {} min", spans.join(", ")))
}

/// A span of time, as short as it can be said: `40 s`, `6 min`, `1 h 5 min`.
fn span_words(seconds: u32) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        _ => Minutes(minutes_of(seconds)).to_string(),
    }
}

/// Whole minutes, the nearest.
fn minutes_of(seconds: u32) -> u32 {
    seconds.saturating_add(30) / 60
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_pace_is_a_whole_number_of_seconds_up_to_ten_minutes() {
        assert_eq!("1".parse(), Ok(Pace(1)));
        assert_eq!("600".parse(), Ok(Pace(600)));
        for wrong in ["0", "601", "-1", "1.5", "", "8s", "99999999999"] {
            assert_eq!(wrong.parse::<Pace>(), Err(NotAPace), "{wrong}");
        }
    }

    #[test]
    fn a_span_is_said_in_as_few_words_as_it_has() {
        let said = [0, 59, 60, 89, 90, 3_569, 3_600, 3_900, u32::MAX].map(span_words);
        let expected = [
            "0 s",
            "59 s",
            "1 min",
            "1 min",
            "2 min",
            "59 min",
            "1 h",
            "1 h 5 min",
        ];
        assert_eq!(said[..8], expected);
        assert_eq!(said[8], "1193046 h 28 min");
    }
}
