//! The settings: what a user has chosen once for all sessions. Where they are kept is not known here.

use super::change::{Change, Refused};
use super::moment::Moment;
use super::session::{BallotKind, Names, Session, Walk};
use super::text::CleanText;
use serde::{Deserialize, Serialize};

/// The number of the file's format. There is one so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Format;

impl Format {
    /// The newest format that this program reads, and the only one it writes.
    pub const NEWEST: u32 = 1;
}

impl TryFrom<u32> for Format {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        if number == Self::NEWEST {
            Ok(Self)
        } else {
            Err(format!(
                "this program reads format {}, not {number}",
                Self::NEWEST
            ))
        }
    }
}

impl From<Format> for u32 {
    fn from(_: Format) -> Self {
        Format::NEWEST
    }
}

/// What a user has chosen. What a file leaves out is as usual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The number of the file's format.
    pub format: Format,
    /// How everything looks.
    pub theme: ThemeChoice,
    /// How a team's new session takes its ratings.
    pub ballot: BallotKind,
    /// Whether names stand beside the ratings of a team's new session.
    pub names: Names,
    /// Whether a reveal holds its breath before the dots come.
    pub breath: bool,
    /// Whether the clock of a step counts down what is left; else it shows the time spent.
    pub timeboxes: bool,
    /// How large text is made where the terminal has a way of its own.
    pub big_text: BigText,
}

/// Which theme is wanted, written `"auto"` or by its name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "CleanText", into = "CleanText")]
pub enum ThemeChoice {
    /// What fits the terminal: light or dark as its ground is.
    #[default]
    Auto,
    /// The one of this name, built in or the user's own.
    Named(CleanText),
}

/// How large text is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum BigText {
    /// As the terminal can.
    #[default]
    Auto,
    /// By kitty's text sizes.
    Kitty,
    /// Always in block letters.
    Blocks,
}

impl BigText {
    /// All ways, the usual one first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Kitty, Self::Blocks];

    /// The way as it is called.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Kitty => "kitty",
            Self::Blocks => "blocks",
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: Format,
            theme: ThemeChoice::Auto,
            ballot: BallotKind::PassTheKeyboard,
            names: Names::Shown,
            breath: true,
            timeboxes: true,
            big_text: BigText::Auto,
        }
    }
}

impl Settings {
    /// Gives a new session of a team its ballot and its names. A walk alone keeps its open scale.
    ///
    /// # Errors
    /// When the session has gone too far for that: a new one never has.
    pub fn begin(&self, session: &mut Session, at: Moment) -> Result<(), Refused> {
        if session.walk() == Walk::Alone {
            return Ok(());
        }
        if session.ballot() != self.ballot {
            session.apply(Change::Ballot(self.ballot), at)?;
        }
        if session.names() != self.names {
            session.apply(Change::Names(self.names), at)?;
        }
        Ok(())
    }
}

/// How the choice that is no theme is written.
const AUTO: &str = "auto";

impl ThemeChoice {
    /// The choice as it is written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Auto => AUTO,
            Self::Named(name) => name.as_str(),
        }
    }
}

impl From<CleanText> for ThemeChoice {
    fn from(text: CleanText) -> Self {
        if text.as_str() == AUTO {
            Self::Auto
        } else {
            Self::Named(text)
        }
    }
}

impl From<ThemeChoice> for CleanText {
    fn from(choice: ThemeChoice) -> Self {
        match choice {
            ThemeChoice::Auto => CleanText::typed(AUTO),
            ThemeChoice::Named(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::built_in;
    use crate::model::exercise::Exercise;

    fn begun(settings: &Settings, walk: Walk) -> Session {
        let at = Moment::new("2026-11-22T13:00:00Z".parse().unwrap(), jiff::tz::offset(1));
        let exercise = Exercise::built_in(built_in::FIRST).unwrap();
        let mut session = Session::begin(CleanText::typed("Acme"), walk, exercise, &[], at);
        settings.begin(&mut session, at).unwrap();
        session
    }

    #[test]
    fn a_new_session_of_a_team_begins_as_the_settings_say_and_a_walk_alone_does_not() {
        let settings = Settings {
            ballot: BallotKind::CardsUp,
            names: Names::Hidden,
            ..Settings::default()
        };
        let team = begun(&settings, Walk::Team);
        assert_eq!(
            (team.ballot(), team.names()),
            (BallotKind::CardsUp, Names::Hidden)
        );
        let alone = begun(&settings, Walk::Alone);
        assert_eq!(
            (alone.ballot(), alone.names()),
            (BallotKind::Open, Names::Shown)
        );
    }

    #[test]
    fn the_usual_settings_change_nothing_about_a_session() {
        let plain = begun(&Settings::default(), Walk::Team);
        assert_eq!(plain.ballot(), BallotKind::PassTheKeyboard);
        assert_eq!(plain.names(), Names::Shown);
    }

    #[test]
    fn what_a_file_leaves_out_is_as_usual() {
        let read: Settings = ron::from_str("(format: 1, theme: \"paper\")").unwrap();
        assert_eq!(read.theme.as_str(), "paper");
        assert!(read.breath && read.timeboxes);
        let auto: Settings = ron::from_str("(format: 1, theme: \"auto\")").unwrap();
        assert_eq!(auto, Settings::default());
        assert!(ron::from_str::<Settings>("(format: 1, them: \"paper\")").is_err());
    }
}
