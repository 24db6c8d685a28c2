//! Exercises in files: the user's own beside the built-in ones, read with the place of every problem.

use super::entries;
use super::folders::Folders;
use super::locate::locate;
use super::read;
use super::visible::harmless;
use crate::model::built_in;
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
    let own = own_folder(folders).join(format!("{id}.ron"));
    if is_name && own.exists() {
        return read_own(&own).map_err(NoExercise::Wrong);
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
    let is_exercise = |path: &PathBuf| {
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !is_hidden && path.extension().is_some_and(|ending| ending == "ron")
    };
    found.paths.into_iter().filter(is_exercise).collect()
}

/// Reads one of the user's own, which goes by the name of its file: under another id, sessions of two
/// different exercises could pass for the same one.
fn read_own(path: &Path) -> Result<Exercise, Vec<String>> {
    let name = path.display().to_string();
    let exercise = read(&name, path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    if exercise.id.as_str() == stem {
        return Ok(exercise);
    }
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let place = locate(&text, "id");
    Err(vec![format!(
        "{}:{}:{}: id: the file is named \"{}\", and its exercise \"{}\". Give both the same name",
        harmless(&name),
        place.line,
        place.column,
        harmless(&stem),
        exercise.id,
    )])
}

/// Reads an exercise, or says all that is wrong with it, each as `FILE:LINE:COLUMN: …`.
pub fn read(name: &str, path: &Path) -> Result<Exercise, Vec<String>> {
    let bytes = read::read_regular(name, path).map_err(|error| vec![error.headline()])?;
    let shown = harmless(name);
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let place = read::Place::at(&before);
        vec![
            read::ReadError::new(name, read::Wrong::NotText)
                .at(place)
                .headline(),
        ]
    })?;
    let exercise = Exercise::parse(text).map_err(|error| vec![format!("{shown}:{error}")])?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let problems: Vec<String> = exercise
        .check()
        .iter()
        .map(|problem| {
            let place = locate(text, &problem.place);
            format!(
                "{shown}:{}:{}: {}",
                place.line,
                place.column,
                harmless(&problem.to_string())
            )
        })
        .collect();
    if problems.is_empty() {
        Ok(exercise)
    } else {
        Err(problems)
    }
}
