//! `customer-hat new`: begins a session, as far along as the words of the command go.

use super::options::Held;
use super::{Failed, open};
use crate::model::built_in;
use crate::model::change::{Change, Refused};
use crate::model::heading::{Heading, Listing};
use crate::model::last_time::{Asked, Exercises, newest_away};
use crate::model::moment::Moment;
use crate::model::person::{Person, PersonId, Presence, people_in};
use crate::model::place::Place;
use crate::model::session::{Earlier, Session, Walk};
use crate::model::text::CleanText;
use crate::store::exercise_file;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::ui::home::MOST_CHARS;
use crate::ui::home::business::{stays, unfinished};
use crate::ui::run::{self, Start};
use std::process::ExitCode;

/// Begin a session
///
/// With --business and --people it begins at the welcome; without them the program asks.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The business that is walked through
    #[arg(long, value_name = "BUSINESS", value_parser = business)]
    business: Option<CleanText>,
    /// Who takes part: "Ana, Ben (workshop)"
    #[arg(long, value_name = "NAMES", requires = "business")]
    people: Option<String>,
    /// The exercise: a built-in one, or one of your own; the one of last time by default
    #[arg(long, value_name = "EXERCISE", requires = "business")]
    exercise: Option<String>,
    /// On your own
    #[arg(long)]
    solo: bool,
    #[command(flatten)]
    pub(super) held: Held,
}

fn business(text: &str) -> Result<CleanText, String> {
    let name = CleanText::typed(text);
    match name.as_str().chars().count() {
        0 => Err("a business needs a name".to_owned()),
        chars if chars > MOST_CHARS => Err(format!("at most {MOST_CHARS} characters, not {chars}")),
        _ => Ok(name),
    }
}

pub(super) fn run(args: &Args, folders: &Folders, how: &open::How<'_>) -> Result<ExitCode, Failed> {
    let way = open::way(how)?;
    let walk = if args.solo { Walk::Alone } else { Walk::Team };
    let start = match &args.business {
        Some(business) => begin(args, business, folders)?,
        None => Start::Ask(walk),
    };
    open::play(start, folders, &way)
}

fn begin(args: &Args, business: &CleanText, folders: &Folders) -> Result<Start, Failed> {
    let people = args.people.as_deref().map(people_in).unwrap_or_default();
    if args.solo && people.len() > 1 {
        let why = "--solo is for one person; leave it out to walk with several";
        return Err(Failed::Usage(why.to_owned()));
    }
    let walk = if args.solo { Walk::Alone } else { Walk::Team };
    let Listing {
        headings,
        incomplete,
        ..
    } = Shelf::at(folders).list();
    let asked = exercise(args, walk, business, &headings, folders)?;
    let earlier: Vec<Earlier> = headings.iter().map(Heading::earlier).collect();
    let now = run::now();
    let mut session = Session::begin(business.clone(), walk, asked.exercise, &earlier, now);
    welcome(&mut session, people, now).map_err(|refused| Failed::Problem(refused.to_string()))?;
    let unfinished = unfinished(&headings, walk, business).map(|at| stays(&headings[at]));
    let told: Vec<_> = incomplete
        .into_iter()
        .chain(unfinished)
        .chain(newest_away(business, walk, &headings))
        .chain(asked.told)
        .collect();
    Ok(Start::Create {
        session: Box::new(session),
        notice: (!told.is_empty()).then(|| told.join(" ")),
    })
}

/// The exercise that was named, else the one of last time.
fn exercise(
    args: &Args,
    walk: Walk,
    business: &CleanText,
    headings: &[Heading],
    folders: &Folders,
) -> Result<Asked, Failed> {
    let find = |id: &str| {
        exercise_file::find(folders, id).map_err(|error| Failed::Problem(error.to_string()))
    };
    if let Some(id) = &args.exercise {
        let exercise = find(id)?;
        return Ok(Asked {
            exercise,
            told: None,
        });
    }
    let mut exercises = Exercises::new(find(built_in::FIRST)?);
    exercises.learn(exercise_file::own(folders));
    Ok(exercises.for_next(business, walk, headings))
}

/// Everybody joins and goes to Welcome, or to what the last round promised; without anybody the session stays where it asks for people.
fn welcome(
    session: &mut Session,
    people: Vec<(CleanText, CleanText)>,
    now: Moment,
) -> Result<(), Refused> {
    if people.is_empty() {
        return Ok(());
    }
    for (name, role) in people {
        let id = PersonId::fresh(
            name.as_str(),
            session.people().iter().map(|person| &person.id),
        );
        let presence = Presence::Here;
        let person = Person {
            id,
            name,
            role,
            presence,
        };
        session.apply(Change::Join(usize::MAX, person), now)?;
    }
    let place = if session.promises().is_empty() {
        Place::Welcome
    } else {
        Place::Promises
    };
    session.apply(Change::Go(place), now).map(drop)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::folders::Folders;

    fn folders(folder: &tempfile::TempDir) -> Folders {
        Folders::find(Some(folder.path()), None).unwrap()
    }

    fn args(people: Option<&str>, solo: bool) -> Args {
        Args {
            business: Some(CleanText::typed("Acme")),
            people: people.map(str::to_owned),
            exercise: None,
            solo,
            held: Held::default(),
        }
    }

    fn begun(folder: &tempfile::TempDir, args: &Args) -> (Session, Option<String>) {
        match begin(args, &CleanText::typed("Acme"), &folders(folder)).unwrap() {
            Start::Create { session, notice } => (*session, notice),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn with_people_it_begins_at_the_welcome_and_without_it_asks_for_them() {
        let folder = tempfile::tempdir().unwrap();
        let (session, notice) = begun(&folder, &args(Some("Ana, Ana, Ben (workshop)"), false));
        assert_eq!(
            (session.place(), session.people().len()),
            (Place::Welcome, 3)
        );
        assert_eq!(session.people()[2].role.as_str(), "workshop");
        assert_eq!(notice, None);
        let (session, _) = begun(&folder, &args(None, false));
        assert_eq!(
            (session.place(), session.walk()),
            (Place::People, Walk::Team)
        );
        let (session, _) = begun(&folder, &args(Some("Ana"), true));
        assert_eq!(
            (session.place(), session.walk()),
            (Place::Welcome, Walk::Alone)
        );
    }

    #[test]
    fn an_unfinished_round_is_told_of_and_the_next_one_counts_on() {
        let folder = tempfile::tempdir().unwrap();
        let (first, _) = begun(&folder, &args(None, false));
        Shelf::at(&folders(&folder)).create(&first).unwrap();
        let (second, notice) = begun(&folder, &args(None, false));
        assert_eq!(second.round().number(), 2);
        assert!(notice.unwrap().starts_with("Round 1 is not finished yet"));
    }

    #[test]
    fn one_person_alone_is_one_person() {
        let folder = tempfile::tempdir().unwrap();
        let args = args(Some("Ana, Ben"), true);
        assert!(begin(&args, &CleanText::typed("Acme"), &folders(&folder)).is_err());
    }
}
