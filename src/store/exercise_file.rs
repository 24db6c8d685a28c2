//! Exercises in files: the user's own beside the built-in ones, read with the place of every problem.

use super::folders::Folders;
use super::locate::locate;
use super::read;
use super::visible::harmless;
use crate::model::built_in;
use crate::model::exercise::Exercise;
use std::path::Path;

/// There is no such exercise, or its file is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoExercise {
    /// Neither built in nor in a file of the user's.
    #[error("there is no exercise \"{wanted}\". There is {}", there.join(", "))]
    Unknown {
        /// The id that was asked for.
        wanted: String,
        /// The ids of the built-in ones.
        there: Vec<&'static str>,
    },
    /// Its file is wrong: every problem with its place.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// The exercise with this id: `ID.ron` in the folder `exercises` of the user's settings, else built in.
pub fn find(folders: &Folders, id: &str) -> Result<Exercise, NoExercise> {
    let is_name = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let own = folders.config.join("exercises").join(format!("{id}.ron"));
    if is_name && own.exists() {
        return read(&own.display().to_string(), &own).map_err(NoExercise::Wrong);
    }
    Exercise::built_in(id).ok_or_else(|| NoExercise::Unknown {
        wanted: harmless(id),
        there: built_in::ALL.iter().map(|(id, _)| *id).collect(),
    })
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
