//! Themes: how each place on the screen looks, built in or a user's own, and which one to begin with.

mod choice;
pub mod contrast;
mod files;
mod look;
mod places;

pub use choice::Themes;
pub use files::OwnThemes;
pub use look::{Ink, Look, NotAColor};
pub use places::{Role, Theme};

use super::terminal::{Depth, Surroundings};
use crate::model::mistake::in_words;
use contrast::contrast;

/// The built-in themes by name, the one to begin with first.
const BUILT_IN: [(&str, &str); 5] = [
    ("dark", include_str!("../../assets/themes/dark.ron")),
    ("light", include_str!("../../assets/themes/light.ron")),
    ("terminal", include_str!("../../assets/themes/terminal.ron")),
    (
        "projector",
        include_str!("../../assets/themes/projector.ron"),
    ),
    ("none", include_str!("../../assets/themes/none.ron")),
];

/// Why a theme can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {problem}")]
pub struct NotATheme {
    /// The line of the mistake, from 1.
    pub line: usize,
    /// Its column, from 1.
    pub column: usize,
    /// What is wrong, with the place it belongs to; no control character is in it.
    pub problem: String,
}

/// A place that stands out less than it must.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("it stands out {contrast:.1}:1 from its ground, and must {needed:.1}:1")]
pub struct Faint {
    /// The name of the place.
    pub place: &'static str,
    /// Its contrast, 1.0..=21.0.
    pub contrast: f64,
    /// The contrast it needs.
    pub needed: f64,
}

impl Theme {
    /// What the first line of a theme's file says it is.
    pub const FILE_TYPE: &str = "customer-hat/theme";

    /// A built-in theme by its name.
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Self::parse(text).ok()
    }

    /// The names of the built-in themes, the one to begin with first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// Reads a theme from the text of its file. Every place must be there, and nothing else.
    pub fn parse(text: &str) -> Result<Self, NotATheme> {
        let mut reader =
            ron::Deserializer::from_str(text).map_err(|error| NotATheme::at(&error, ""))?;
        let theme = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            NotATheme::at(&reader.span_error(error.into_inner()), &path)
        })?;
        match reader.end() {
            Ok(()) => Ok(theme),
            Err(error) => Err(NotATheme::at(&reader.span_error(error), "")),
        }
    }

    /// The name of the built-in theme to begin with where nobody has chosen one: what the terminal can show decides,
    /// then what it tells of its ground.
    pub fn fitting(depth: Depth, surroundings: &Surroundings) -> &'static str {
        match depth {
            Depth::Mono => "none",
            Depth::Ansi16 => "terminal",
            _ if surroundings.says_light() => "light",
            _ => "dark",
        }
    }

    /// The places that stand out less than their role needs; a place in a named colour is passed over, for its
    /// mixture is the user's.
    ///
    /// What has no ground of its own is measured on the screen, in an overlay and in the row of a text field.
    pub fn faint(&self) -> Vec<Faint> {
        self.places()
            .flat_map(|(place, role, look)| self.measure(place, role, look))
            .filter(|measured| measured.contrast < measured.needed)
            .collect()
    }

    /// The contrasts that matter for one place.
    fn measure(&self, place: &'static str, role: Role, look: Look) -> Vec<Faint> {
        let ink = look.fg.or(self.ground.fg);
        let against = |front: Ink, back: Ink, needed| {
            Some(Faint {
                place,
                contrast: contrast(front.rgb()?, back.rgb()?),
                needed,
            })
        };
        let grounds = match look.bg {
            Ink::Beneath => vec![self.ground.bg, self.overlay.bg.or(self.ground.bg)],
            own @ Ink::Color(_) => vec![own],
        };
        let needed = if role == Role::Decoration { 3.0 } else { 7.0 };
        let mut measured: Vec<_> = grounds
            .into_iter()
            .filter_map(|ground| against(ink, ground, needed))
            .collect();
        if role == Role::Fill {
            measured.extend(against(look.bg, self.ground.bg, 3.0));
        }
        measured
    }
}

impl NotATheme {
    fn at(error: &ron::error::SpannedError, path: &str) -> Self {
        let said: String = in_words(&error.code, path)
            .chars()
            .filter(|sign| !sign.is_control())
            .collect();
        let problem = if path.is_empty() || path == "." {
            said
        } else {
            format!("{}: {said}", path.escape_debug())
        };
        Self {
            line: error.span.start.line,
            column: error.span.start.col,
            problem,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use contrast::luminance;
    use ratatui::style::{Color, Modifier};

    fn all() -> impl Iterator<Item = Theme> {
        BUILT_IN
            .iter()
            .map(|(name, text)| match Theme::parse(text) {
                Ok(theme) => theme,
                Err(error) => panic!("{name}.ron:{error}"),
            })
    }

    fn mixed() -> impl Iterator<Item = Theme> {
        all().filter(|theme| theme.ground.bg.rgb().is_some())
    }

    #[test]
    fn every_built_in_theme_is_called_as_its_file() {
        for (theme, name) in all().zip(Theme::names()) {
            assert_eq!(theme.name.as_str(), name);
            assert_eq!(Theme::built_in(name), Some(theme));
        }
        assert_eq!(mixed().count(), 3);
    }

    #[test]
    fn content_stands_at_seven_to_one_and_lines_at_three() {
        for theme in mixed() {
            assert_eq!(theme.faint(), [], "in {}", theme.name.as_str());
        }
    }

    #[test]
    fn a_place_that_is_too_faint_is_named() {
        let text = BUILT_IN[0]
            .1
            .replace("text: (fg: \"#ece8df\")", "text: (fg: \"#777777\")");
        let faint = Theme::parse(&text).unwrap().faint();
        assert!(!faint.is_empty() && faint.iter().all(|faint| faint.place == "text"));
    }

    #[test]
    fn up_is_blue_and_down_is_orange_and_a_grey_print_tells_them_apart() {
        for theme in mixed() {
            let (up, down) = (theme.up.fg.rgb().unwrap(), theme.down.fg.rgb().unwrap());
            assert!(up.2 > up.1 && up.1 > up.0, "blue {up:?}");
            assert!(down.0 > down.1 && down.1 > down.2, "orange {down:?}");
            let apart = (luminance(up) + 0.05) / (luminance(down) + 0.05);
            assert!(
                apart.max(1.0 / apart) > 1.2,
                "{apart} in {}",
                theme.name.as_str()
            );
        }
    }

    #[test]
    fn without_colour_what_matters_differs_by_its_modifiers() {
        let none = Theme::built_in("none").unwrap();
        for (place, _, look) in none.places() {
            assert!(
                matches!(look.style().fg, None | Some(Color::Reset)),
                "{place}"
            );
            assert!(
                matches!(look.style().bg, None | Some(Color::Reset)),
                "{place}"
            );
        }
        for (one, other) in [
            (none.chosen, none.choice),
            (none.field_focus, none.field),
            (none.field, none.text),
            (none.headline, none.text),
            (none.foot_key, none.foot_label),
            (none.here, none.to_do),
            (none.up, none.down),
            (none.up_fill, none.down_fill),
            (none.feeling_picked, none.feeling),
            (none.turn, none.waiting),
            (none.alarm, none.text),
            (none.warning, none.text),
            (none.now, none.then),
        ] {
            assert_ne!(one.modifiers(), other.modifiers());
        }
        assert!(none.chosen.modifiers().contains(Modifier::REVERSED));
    }

    #[test]
    fn the_terminals_own_ground_never_lies_under_a_colour_of_ours() {
        let own = Theme::built_in("terminal").unwrap();
        let is_named = |ink: Ink| !matches!(ink, Ink::Beneath | Ink::Color(Color::Reset));
        for (place, _, look) in own.places() {
            assert_eq!(is_named(look.fg), is_named(look.bg), "{place}");
        }
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        let text = BUILT_IN[0]
            .1
            .replace("chosen: (", "chosen: (fb: \"#000000\", ");
        let error = Theme::parse(&text).unwrap_err();
        assert!(
            error.line > 1 && error.problem.starts_with("chosen"),
            "{error}"
        );
        let text = BUILT_IN[0].1.replace("#ece8df", "ivory");
        let error = Theme::parse(&text).unwrap_err();
        assert!(error.problem.contains("is no colour"), "{error}");
        let text = BUILT_IN[0].1.replace("    mask:", "    // mask:");
        assert!(Theme::parse(&text).unwrap_err().problem.contains("mask"));
    }

    #[test]
    fn what_the_terminal_shows_decides_where_nobody_has() {
        let plain = Surroundings::default();
        let paper = Surroundings {
            colorfgbg: "0;15".to_owned(),
            ..plain.clone()
        };
        assert_eq!(Theme::fitting(Depth::True, &plain), "dark");
        assert_eq!(Theme::fitting(Depth::True, &paper), "light");
        assert_eq!(Theme::fitting(Depth::Ansi16, &paper), "terminal");
        assert_eq!(Theme::fitting(Depth::Mono, &plain), "none");
    }
}
