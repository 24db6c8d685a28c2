//! Every place on the screen that has a look of its own; how they look stands in the theme files.

use super::Look;
use crate::model::text::CleanText;
use serde::Deserialize;

/// How well a place must stand out from what is under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is read: at least 7:1.
    Content,
    /// It only orders the screen: at least 3:1.
    Decoration,
    /// An area of its own: its text at least 7:1 on it, itself at least 3:1 from the ground.
    Fill,
}

/// Writes the theme down once: its fields, and the same places by name.
macro_rules! places {
    ($($(#[$doc:meta])* $place:ident: $role:ident,)*) => {
        /// A theme: one look for each place on the screen.
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Theme {
            /// What it is called, in the settings and on the command line.
            pub name: CleanText,
            $($(#[$doc])* pub $place: Look,)*
        }

        impl Theme {
            /// Each place by its name, with what it is for, in the order of the files.
            pub fn places(&self) -> impl Iterator<Item = (&'static str, Role, Look)> {
                [$((stringify!($place), Role::$role, self.$place),)*].into_iter()
            }

            /// Whether large text may be made of the terminal's own letters from now on.
            pub fn let_be_large(&mut self, may_be_large: bool) {
                $(self.$place.may_be_large = may_be_large;)*
            }
        }
    };
}

places! {
    /// The whole screen, before anything is drawn on it.
    ground: Content,
    /// What is read: tasks, notes, sentences.
    text: Content,
    /// A word that stands out in a text.
    strong: Content,
    /// What may be overlooked: hints, units, times. Still readable from the back row.
    quiet: Content,
    /// The head line: business and round.
    head: Content,
    /// In the head line: the screen's own name.
    head_here: Content,
    /// The clock in the head line, and the stopwatch of a call.
    clock: Content,
    /// The lines under the head and over the foot.
    rule: Decoration,
    /// A key in the foot and in the help.
    foot_key: Content,
    /// What that key does.
    foot_label: Content,
    /// The headline, in block letters where there is room.
    headline: Content,
    /// The question to answer: "How did they make me feel?"
    question: Content,
    /// A large number without a sign: people, minutes, a count.
    number: Content,
    /// The name of the person whose turn it is, large.
    person: Content,
    /// A step that is done.
    done: Content,
    /// The step where we are.
    here: Content,
    /// A step that is still to come.
    to_do: Content,
    /// A text field.
    field: Content,
    /// The text field that takes the keys.
    field_focus: Content,
    /// What an empty field asks for.
    hint: Content,
    /// One of several to choose from: a row, a button, a word.
    choice: Content,
    /// The one that is chosen: the selection.
    chosen: Content,
    /// What stands for a sealed value.
    mask: Content,
    /// Points up, as text: a number with its plus sign, a ▲.
    up: Content,
    /// Points down, as text: a number with its minus sign, a ▼.
    down: Content,
    /// A dot on the upper half of the scale or the curve.
    up_dot: Content,
    /// A dot on the lower half of the scale or the curve.
    down_dot: Content,
    /// A filled stretch up, and what is written on it.
    up_fill: Fill,
    /// A filled stretch down, and what is written on it.
    down_fill: Fill,
    /// The line of the scale and of the curve, with its ticks; zero, which nobody can give.
    axis: Decoration,
    /// The words and numbers at the marks of the scale.
    scale_word: Content,
    /// The mark of the median.
    median: Content,
    /// From the lowest to the highest.
    range: Decoration,
    /// The first rating, beside the second.
    ghost: Content,
    /// What had been predicted.
    expected: Content,
    /// The badge that says that the room is divided.
    split: Content,
    /// The line of the curve.
    curve: Content,
    /// The best moment.
    best: Content,
    /// The worst moment.
    worst: Content,
    /// The last moment.
    last: Content,
    /// Where people would have left.
    leaving: Content,
    /// A good surprise.
    good_surprise: Content,
    /// A bad surprise.
    bad_surprise: Content,
    /// A fact, neither good nor bad.
    fact: Content,
    /// A word for a feeling, to pick.
    feeling: Content,
    /// A word for a feeling that was picked.
    feeling_picked: Content,
    /// Whose turn it is, in the row of people.
    turn: Content,
    /// Who has rated.
    rated: Content,
    /// Who has yet to rate.
    waiting: Content,
    /// Who passed, or is not here.
    passed: Content,
    /// Builds trust.
    builds: Content,
    /// Erodes trust.
    erodes: Content,
    /// The one improvement of this week.
    the_one: Content,
    /// A promise that was kept.
    kept: Content,
    /// A promise that was not kept.
    broken: Content,
    /// A promise that is still open.
    open: Content,
    /// The earlier of two rounds.
    then: Content,
    /// The later of two rounds.
    now: Content,
    /// A small label: sealed, live, remembered, imagined.
    badge: Content,
    /// News that need no answer: saved, undone.
    notice: Content,
    /// Something to look at.
    warning: Content,
    /// Something is not as it should be: not saved.
    alarm: Content,
    /// A window on top of the screen: help, a question.
    overlay: Content,
    /// Its title.
    overlay_title: Content,
    /// Its edge.
    overlay_edge: Decoration,
    /// The screen while it is blanked.
    blank: Content,
}
