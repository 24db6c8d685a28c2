//! Exercises in files: the user's own beside the built-in ones, read with the place of every problem.

use super::entries;
use super::folders::Folders;
use super::locate::place_all;
use super::read;
use super::shelf::is_shown;
use super::source::Source;
use super::visible::{harmless, shown};
use crate::model::built_in;
use crate::model::caps::{Kind, PROBLEMS};
use crate::model::exercise::Exercise;
use std::path::{Path, PathBuf};

/// There is no such exercise, or its file is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoExercise {
    /// Neither built in nor in a file of the user's.
    #[error("there is no exercise \"{wanted}\". There is {}", there.join(", "))]
    Unknown {
        /// The id that was asked for.
        wanted: String,
        /// The ids of those that there are.
        there: Vec<String>,
    },
    /// Its file is wrong: every problem with its place.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// An exercise that can be asked for, and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The exercise.
    pub exercise: Exercise,
    /// The user's own file; `None` for a built-in one.
    pub file: Option<PathBuf>,
}

/// Every exercise that can be asked for, and what is wrong with the files of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// The built-in ones in their order, then the user's own by name. One of the user's own with the id of
    /// a built-in one stands in its place.
    pub exercises: Vec<Offered>,
    /// Every problem of the user's own with its place; safe to print.
    pub problems: Vec<String>,
}

/// The exercise with this id: `ID.ron` in the folder `exercises` of the user's settings, else built in.
pub fn find(folders: &Folders, id: &str) -> Result<Exercise, NoExercise> {
    let is_name = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_own = |path: &&PathBuf| is_name && path.file_stem().is_some_and(|stem| stem == id);
    if let Some(own) = own_files(folders, &mut Vec::new()).iter().find(is_own) {
        return read_own(own).map_err(NoExercise::Wrong);
    }
    Exercise::built_in(id).ok_or_else(|| NoExercise::Unknown {
        wanted: harmless(id),
        there: offer(folders)
            .exercises
            .into_iter()
            .map(|one| one.exercise.id.to_string())
            .collect(),
    })
}

/// Every exercise that [`find`] finds.
pub fn offer(folders: &Folders) -> Offer {
    let mut offer = Offer::default();
    for (id, _) in built_in::ALL {
        offer
            .exercises
            .extend(Exercise::built_in(id).map(|exercise| Offered {
                exercise,
                file: None,
            }));
    }
    for file in own_files(folders, &mut offer.problems) {
        match read_own(&file) {
            Ok(exercise) => offer.add_own(exercise, file),
            Err(problems) => offer.problems.extend(problems),
        }
    }
    offer
}

/// Why there may be more exercises of the user's own than are found, a sentence.
pub fn incomplete(folders: &Folders) -> Option<String> {
    entries::of(&own_folder(folders)).incomplete
}

/// The user's own exercises that can be read.
pub fn own(folders: &Folders) -> Vec<Exercise> {
    let files = own_files(folders, &mut Vec::new());
    files
        .iter()
        .filter_map(|file| read_own(file).ok())
        .collect()
}

impl Offer {
    fn add_own(&mut self, exercise: Exercise, file: PathBuf) {
        let same = |one: &&mut Offered| one.exercise.id == exercise.id;
        let place = self.exercises.iter_mut().find(same);
        let file = Some(file);
        match place {
            Some(built_in) => *built_in = Offered { exercise, file },
            None => self.exercises.push(Offered { exercise, file }),
        }
    }
}

/// Where the user's own exercises are.
pub fn own_folder(folders: &Folders) -> PathBuf {
    folders.config.join("exercises")
}

/// The files of the user's own exercises, by name. No folder is no file.
fn own_files(folders: &Folders, problems: &mut Vec<String>) -> Vec<PathBuf> {
    let found = entries::of(&own_folder(folders));
    problems.extend(found.incomplete);
    let files = found.paths.into_iter();
    files.filter(|path| is_shown(path)).collect()
}

/// Reads one of the user's own, which goes by the name of its file: under another id, sessions of two
/// different exercises could pass for the same one.
fn read_own(path: &Path) -> Result<Exercise, Vec<String>> {
    let name = shown(path);
    let exercise = read(&name, path)?;
    let stem = shown(path.file_stem().unwrap_or_default());
    if exercise.id.as_str() == stem {
        return Ok(exercise);
    }
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let place = place_all(&text, &["id"]).0[0].place;
    Err(vec![format!(
        "{}:{}:{}: id: the file is named \"{}\", and its exercise \"{}\". Give both the same name",
        harmless(&name),
        place.line,
        place.column,
        stem,
        exercise.id,
    )])
}

/// Reads an exercise, or says all that is wrong with it, each as `FILE:LINE:COLUMN: …`.
pub fn read(name: &str, path: &Path) -> Result<Exercise, Vec<String>> {
    let bytes = read::read_regular(name, path).map_err(|error| vec![error.headline()])?;
    examine(name, &bytes).0
}

/// The same from the bytes of a file; and how many of them were gone over.
pub fn examine(name: &str, bytes: &[u8]) -> (Result<Exercise, Vec<String>>, usize) {
    let text = match text_of(name, bytes) {
        Ok(text) => text,
        Err(problem) => return (Err(vec![problem]), bytes.len()),
    };
    let source = Source::new(Kind::Exercise, name, text, 0);
    let exercise = parse(name, text, &source);
    // The parser goes over it once.
    (exercise, source.steps() + 2 * bytes.len())
}

fn text_of<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let place = read::Place::at(&before);
        read::ReadError::new(name, read::Wrong::NotText)
            .at(place)
            .headline()
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn parse(name: &str, text: &str, source: &Source<'_>) -> Result<Exercise, Vec<String>> {
    let within = source.check_caps();
    within.map_err(|error| vec![error.headline()])?;
    let wrong = |error| vec![format!("{}:{error}", harmless(name))];
    let exercise = Exercise::parse(text).map_err(wrong)?;
    let problems = exercise.check();
    if problems.is_empty() {
        return Ok(exercise);
    }
    let told = source.tell(PROBLEMS, &problems);
    Err(told.iter().map(read::ReadError::headline).collect())
}
