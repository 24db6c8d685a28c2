//! Which theme is shown: the one asked for, or the one that fits the terminal. It reads nothing and draws nothing.

use super::contrast::{Rgb, luminance};
use super::{OwnThemes, Theme};
use crate::model::settings::ThemeChoice;
use crate::model::text::CleanText;
use crate::ui::terminal::{Depth, Surroundings};

/// Every theme there is, and what decides between them.
#[derive(Debug, Clone)]
pub struct Themes {
    all: Vec<Theme>,
    problems: Vec<String>,
    wanted: ThemeChoice,
    /// The built-in theme that fits what is known of the terminal.
    fitting: &'static str,
    depth: Depth,
}

/// The luminance from which on black stands out better than white: where both have the same contrast.
const LIGHT_FROM: f64 = 0.179;

impl Themes {
    /// The built-in themes and the user's own; `wanted` is the one to show.
    ///
    /// # Panics
    /// Never: a test reads every built-in theme.
    pub fn new(own: OwnThemes, wanted: ThemeChoice, depth: Depth, around: &Surroundings) -> Self {
        let mut all: Vec<Theme> = Theme::names()
            .map(|name| Theme::built_in(name).expect("a test reads every built-in theme"))
            .collect();
        for theme in own.themes {
            match all.iter_mut().find(|known| known.name == theme.name) {
                Some(known) => *known = theme,
                None => all.push(theme),
            }
        }
        Self {
            all,
            problems: own.problems,
            wanted,
            fitting: Theme::fitting(depth, around),
            depth,
        }
    }

    /// One theme, with the built-in ones beside it.
    pub fn showing(theme: Theme) -> Self {
        let wanted = ThemeChoice::Named(theme.name.clone());
        let own = OwnThemes {
            themes: vec![theme],
            problems: Vec::new(),
            ..OwnThemes::default()
        };
        Self::new(own, wanted, Depth::True, &Surroundings::default())
    }

    /// The theme to draw with. Where no colour can be shown it is the one that does without.
    pub fn current(&self) -> &Theme {
        let name = match &self.wanted {
            _ if self.depth == Depth::Mono => "none",
            ThemeChoice::Named(name) if self.is_there(name.as_str()) => name.as_str(),
            ThemeChoice::Named(_) | ThemeChoice::Auto => self.fitting,
        };
        let named = self.all.iter().find(|theme| theme.name.as_str() == name);
        // The built-in ones are always there.
        named.unwrap_or(&self.all[0])
    }

    /// Another theme is wanted.
    pub fn want(&mut self, wanted: ThemeChoice) {
        self.wanted = wanted;
    }

    /// Whether the terminal decides.
    pub fn is_auto(&self) -> bool {
        self.wanted == ThemeChoice::Auto
    }

    /// The terminal has told its ground.
    pub fn tell_ground(&mut self, ground: Rgb) {
        // Sixteen colours are the terminal's own, which fit any ground of it.
        if matches!(self.depth, Depth::True | Depth::Indexed256) {
            self.fitting = if luminance(ground) >= LIGHT_FROM {
                "light"
            } else {
                "dark"
            };
        }
    }

    /// Whether there is a theme of this name.
    pub fn is_there(&self, name: &str) -> bool {
        self.all.iter().any(|theme| theme.name.as_str() == name)
    }

    /// The names of all, the built-in ones first.
    pub fn names(&self) -> impl Iterator<Item = &CleanText> {
        self.all.iter().map(|theme| &theme.name)
    }

    /// What can be chosen: what fits, then each by its name.
    pub fn choices(&self) -> Vec<ThemeChoice> {
        let named = self.names().cloned().map(ThemeChoice::Named);
        std::iter::once(ThemeChoice::Auto).chain(named).collect()
    }

    /// A sentence about a choice.
    pub fn about(&self, choice: &ThemeChoice) -> String {
        if self.depth == Depth::Mono {
            return "No colours are shown here, whichever is chosen.".to_owned();
        }
        let name = match choice {
            ThemeChoice::Auto => return format!("Fits this terminal: {} here.", self.fitting),
            ThemeChoice::Named(name) => name.as_str(),
        };
        let Some(theme) = self.all.iter().find(|theme| theme.name.as_str() == name) else {
            return format!("There is no theme {name} any more: {} here.", self.fitting);
        };
        let mut faint: Vec<_> = theme.faint().into_iter().map(|faint| faint.place).collect();
        faint.dedup();
        match (faint.len(), name) {
            (0, "light") => "Dark on white, for a bright room.".to_owned(),
            (0, "dark") => "Light on dark, for a desk or a dark room.".to_owned(),
            (0, "projector") => "The strongest contrast, for the wall.".to_owned(),
            (0, "terminal") => "The terminal's own sixteen colours.".to_owned(),
            (0, "none") => "No colour at all: bold, underline and reverse.".to_owned(),
            (0, _) => "Your own.".to_owned(),
            (1..=3, _) => format!("Your own; hard to read from afar: {}.", faint.join(", ")),
            (more, _) => format!(
                "Your own; hard to read from afar: {} and {} more.",
                faint[..2].join(", "),
                more - 2
            ),
        }
    }

    /// A sentence for each file that is no theme.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn themes(wanted: &str, depth: Depth) -> Themes {
        let wanted = ThemeChoice::from(CleanText::typed(wanted));
        Themes::new(
            OwnThemes::default(),
            wanted,
            depth,
            &Surroundings::default(),
        )
    }

    fn shown(themes: &Themes) -> &str {
        themes.current().name.as_str()
    }

    #[test]
    fn the_ground_decides_where_the_terminal_may() {
        let mut auto = themes("auto", Depth::True);
        assert_eq!(shown(&auto), "dark");
        auto.tell_ground((255, 255, 255));
        assert_eq!(shown(&auto), "light");
        auto.tell_ground((0, 43, 54));
        assert_eq!(shown(&auto), "dark");
        let mut chosen = themes("projector", Depth::True);
        chosen.tell_ground((255, 255, 255));
        assert_eq!(shown(&chosen), "projector");
        chosen.want(ThemeChoice::Auto);
        assert_eq!(shown(&chosen), "light", "what was told is not forgotten");
        let mut sixteen = themes("auto", Depth::Ansi16);
        sixteen.tell_ground((255, 255, 255));
        assert_eq!(shown(&sixteen), "terminal");
    }

    #[test]
    fn without_colours_the_theme_is_one_of_signs_alone() {
        assert_eq!(shown(&themes("dark", Depth::Mono)), "none");
    }

    #[test]
    fn a_theme_that_is_gone_gives_way_to_the_one_that_fits() {
        let gone = themes("mine", Depth::True);
        assert_eq!(shown(&gone), "dark");
        assert!(
            gone.about(&gone.wanted)
                .starts_with("There is no theme mine")
        );
    }

    #[test]
    fn an_own_theme_stands_beside_the_others_or_in_place_of_one() {
        let dark = Theme::built_in("dark").unwrap();
        let named = |name: &str| Theme {
            name: CleanText::typed(name),
            ..Theme::built_in("light").unwrap()
        };
        let own = OwnThemes {
            themes: vec![named("dark"), named("paper")],
            problems: Vec::new(),
            ..OwnThemes::default()
        };
        let themes = Themes::new(
            own,
            ThemeChoice::Auto,
            Depth::True,
            &Surroundings::default(),
        );
        assert_eq!(themes.choices().len(), 7);
        assert_eq!(themes.choices()[6].as_str(), "paper");
        assert_ne!(themes.current().ground, dark.ground);
    }

    #[test]
    fn a_faint_theme_of_ones_own_is_told() {
        let mut faint = Theme {
            name: CleanText::typed("faint"),
            ..Theme::built_in("dark").unwrap()
        };
        faint.text = faint.rule;
        let themes = Themes::showing(faint);
        let said = themes.about(&themes.wanted);
        assert_eq!(said, "Your own; hard to read from afar: text.");
    }
}
