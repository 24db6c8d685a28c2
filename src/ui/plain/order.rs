//! Putting the sessions in order from Home, in words: to the trash and back, another name for a business.
//! Each is asked about before it is done, as on the screens.

use super::topic::{cut, nth, parted};
use super::words::spoken;
use crate::model::heading::Heading;
use crate::model::name_key::same_name;
use crate::model::wording::title;
use crate::ui::app::Tidying;
use crate::ui::home::MOST_CHARS;
use crate::ui::widgets::field::too_long;

/// What a line about order leads to.
pub enum Order {
    /// This is to be done, once these words are answered with yes.
    Ask(Tidying, String),
    /// Only these words, a line each.
    Say(Vec<String>),
}

/// The words of order, for the help.
pub const HELP: [&str; 4] = [
    "trash 3: takes the session of line 3 to the trash. It is asked first.",
    "trash: what lies in the trash.",
    "take back 1: the first of those is there again.",
    "rename 3 to Acme Boats: another name for its business, in all its sessions. It is asked first.",
];

/// What a line about order means; none where it is about something else. `session` is the one of a line.
pub fn understood<'h>(
    line: &str,
    session: impl Fn(&str) -> Option<&'h Heading>,
    all: &[Heading],
    trashed: &[Heading],
) -> Option<Order> {
    let (word, rest) = parted(line);
    match word.as_str() {
        "trash" if rest.is_empty() => Some(Order::Say(in_the_trash(trashed))),
        "trash" => Some(session(rest).map_or_else(no_session, to_trash)),
        "rename" => Some(match rest.split_once(" to ") {
            Some((which, new)) => {
                session(which.trim()).map_or_else(no_session, |heading| rename(heading, new, all))
            }
            None => say("Like this: rename 3 to Acme Boats"),
        }),
        "take" => {
            let (_, which) = rest.split_once("back")?;
            Some(match nth(which.trim(), trashed.len()) {
                Some(index) => take_back(&trashed[index]),
                None => say("The number of a line of the trash, please: take back 1"),
            })
        }
        _ => None,
    }
}

fn to_trash(heading: &Heading) -> Order {
    let question = format!(
        "Take {} to the trash? It can be taken back.",
        named(heading)
    );
    Order::Ask(Tidying::ToTrash(vec![heading.path.clone()]), question)
}

fn take_back(heading: &Heading) -> Order {
    let question = format!("Take {} back?", named(heading));
    Order::Ask(Tidying::TakeBack(vec![heading.path.clone()]), question)
}

fn rename(heading: &Heading, new: &str, all: &[Heading]) -> Order {
    let (from, (to, told)) = (heading.business.clone(), cut(new, MOST_CHARS));
    if told.is_some() {
        return say(&too_long(MOST_CHARS));
    }
    if to.is_empty() {
        return say("Like this: rename 3 to Acme Boats");
    }
    if from == to {
        return say("That is its name already.");
    }
    let is_same = |one: &&Heading| same_name(&one.business, &from);
    let question = match all.iter().filter(is_same).count() {
        1 => format!("{from} has one session. Does it get the name {to}?"),
        many => format!("{from} has {many} sessions. Do all get the name {to}?"),
    };
    Order::Ask(Tidying::Rename { from, to }, question)
}

fn in_the_trash(trashed: &[Heading]) -> Vec<String> {
    if trashed.is_empty() {
        return vec!["The trash is empty.".to_owned()];
    }
    let numbered = trashed.iter().enumerate();
    let mut lines = vec!["In the trash:".to_owned()];
    lines.extend(numbered.map(|(index, one)| format!("{}: {}", index + 1, named(one))));
    lines.push("take back 1: the first of them is there again.".to_owned());
    lines
}

fn named(heading: &Heading) -> String {
    let title = spoken(&title(heading));
    format!("{title}, of {}", heading.started.date_words())
}

fn no_session() -> Order {
    say("The number of a line with a session, please.")
}

fn say(words: &str) -> Order {
    Order::Say(vec![words.to_owned()])
}
