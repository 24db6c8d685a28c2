//! When the terminal's own large letters are used: where it is certain that it has them.

use crate::model::settings::BigText;
use crate::ui::terminal::Surroundings;

/// The first version of kitty that has them, as (major, minor).
const FIRST: (u32, u32) = (0, 40);

/// What is known about the large letters of this terminal, and what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BigLetters {
    /// What the command line asks for, until the settings are changed.
    this_run: Option<BigText>,
    /// Whether another program stands between us and the terminal.
    is_between: bool,
    /// Whether the terminal has told a name that has them.
    told: bool,
}

impl BigLetters {
    /// What the surroundings say; the terminal itself has not been asked.
    pub fn new(surroundings: &Surroundings) -> Self {
        Self {
            this_run: surroundings.big_text,
            is_between: surroundings.is_shared(),
            told: false,
        }
    }

    /// The terminal has told its name and version, as `kitty(0.42.1)`.
    ///
    /// Kitty is the only one so far that makes letters larger; others take the question, and some take the words for
    /// large text and draw nothing. Whoever has them without being known can ask for them.
    pub fn tell_name(&mut self, name: &str) {
        self.told = version_of_kitty(name).is_some_and(|version| version >= FIRST);
    }

    /// The settings were changed: from now on they decide.
    pub fn follow_settings(&mut self) {
        self.this_run = None;
    }

    /// Whether the answer of the terminal could matter in this run.
    pub fn wants_name(&self) -> bool {
        !self.is_between && matches!(self.this_run, None | Some(BigText::Auto))
    }

    /// Whether large text is made of the terminal's own letters. `set` is what the settings say.
    pub fn are_used(&self, set: BigText) -> bool {
        !self.is_between
            && match self.this_run.unwrap_or(set) {
                BigText::Auto => self.told,
                BigText::Kitty => true,
                BigText::Blocks => false,
            }
    }

    /// What the people should know, where they asked on the command line for what can't be had.
    pub fn refusal(&self) -> Option<String> {
        let refused = self.is_between && self.this_run == Some(BigText::Kitty);
        refused.then(|| {
            "Large text stays in block letters: inside tmux, screen and the like nothing else is safe.".to_owned()
        })
    }

    /// A sentence about a setting, as it is here.
    pub fn about(&self, set: BigText) -> &'static str {
        match set {
            BigText::Blocks => "Large text is drawn in block letters.",
            _ if self.is_between => {
                "Block letters here: inside tmux and the like nothing else is safe."
            }
            BigText::Kitty => "The terminal's own letters (OSC 66). It must know them.",
            BigText::Auto if self.told => "The terminal's own letters, for this one has them.",
            BigText::Auto => "Block letters here, as in most terminals.",
        }
    }
}

/// The version in a name such as `kitty(0.42.1)`.
fn version_of_kitty(name: &str) -> Option<(u32, u32)> {
    let version = name.strip_prefix("kitty(")?.strip_suffix(')')?;
    let mut numbers = version.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> BigLetters {
        let mut letters = BigLetters::default();
        letters.tell_name(name);
        letters
    }

    #[test]
    fn only_a_name_that_is_known_to_have_them_is_believed() {
        for name in ["kitty(0.40.0)", "kitty(0.42.1)", "kitty(1.0.0)"] {
            assert!(named(name).are_used(BigText::Auto), "{name}");
        }
        for name in [
            "",
            "kitty",
            "kitty(0.39.1)",
            "kitty(0.x)",
            "kitty()",
            "kitty(1)",
            "tmux 3.5a",
            "foot(1.20.0)",
            "ghostty 1.1.3",
            "XTerm(390)",
            "WezTerm kitty(0.42.1)",
        ] {
            assert!(!named(name).are_used(BigText::Auto), "{name}");
        }
        assert!(!BigLetters::default().are_used(BigText::Auto));
    }

    #[test]
    fn who_asks_for_them_gets_them_unless_something_stands_between() {
        let unknown = BigLetters::default();
        assert!(unknown.are_used(BigText::Kitty));
        assert!(!named("kitty(0.42.1)").are_used(BigText::Blocks));
        let within = BigLetters {
            this_run: Some(BigText::Kitty),
            is_between: true,
            told: true,
        };
        for set in BigText::ALL {
            assert!(!within.are_used(set));
        }
        assert!(within.refusal().is_some() && unknown.refusal().is_none());
        assert!(!within.wants_name());
    }

    #[test]
    fn the_command_line_holds_until_the_settings_are_changed() {
        let mut letters = BigLetters {
            this_run: Some(BigText::Blocks),
            ..named("kitty(0.42.1)")
        };
        assert!(!letters.are_used(BigText::Auto) && !letters.wants_name());
        letters.follow_settings();
        assert!(letters.are_used(BigText::Auto));
    }
}
