//! The RON text of one file while it is read: its caps first, then its value, then the places of what is wrong.
//!
//! The text is gone over a few times, however much is wrong with it, and it is counted.

use super::excess::{Excess, excess};
use super::explain::{self, explain};
use super::locate::{Spot, place_all};
use super::read::{Place, ReadError, Wrong};
use crate::model::caps::Kind;
use crate::model::exercise::Problem;
use serde::de::DeserializeOwned;
use std::cell::Cell;

/// What is said where there are more problems than are told.
pub const AND_MORE: &str = "and more. Put these right, then look again";

/// The RON text of one file.
#[derive(Debug)]
pub struct Source<'a> {
    kind: Kind,
    name: &'a str,
    text: &'a str,
    line_offset: usize,
    steps: Cell<usize>,
}

impl<'a> Source<'a> {
    /// The text of a file of this kind, which messages call by this name; so many of its lines stand before the
    /// text.
    pub fn new(kind: Kind, name: &'a str, text: &'a str, line_offset: usize) -> Self {
        let steps = Cell::new(0);
        Self {
            kind,
            name,
            text,
            line_offset,
            steps,
        }
    }

    /// How many bytes were gone over so far, the parser's one way through all of them counted in.
    pub fn steps(&self) -> usize {
        self.steps.get()
    }

    fn count(&self, steps: usize) {
        self.steps.set(self.steps.get() + steps);
    }

    /// Whether no list, no text and no bracket is beyond what a file of its kind may hold.
    pub fn check_caps(&self) -> Result<(), ReadError> {
        let (excess, steps) = excess(self.kind, self.text);
        self.count(steps);
        let Some(Excess { start, words }) = excess else {
            return Ok(());
        };
        self.count(start);
        let place = Place::at(&self.text[..start]);
        Err(self.problem(Spot { start, place }, &words))
    }

    /// The value, when it is within its caps.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, ReadError> {
        self.check_caps()?;
        self.count(self.text.len());
        let told = |path: &str, error: ron::error::SpannedError| {
            // To the line of it, and along that line.
            self.count(2 * self.text.len());
            explain(self.name, self.text, self.line_offset, path, &error)
        };
        let mut ron = ron::Deserializer::from_str(self.text).map_err(|error| told("", error))?;
        let value = serde_path_to_error::deserialize(&mut ron).map_err(|error| {
            let path = error.path().to_string();
            told(&path, ron.span_error(error.into_inner()))
        })?;
        ron.end().map_err(|error| told("", ron.span_error(error)))?;
        Ok(value)
    }

    /// The first of these problems, so many of them, each with its place; where there are more, that is said last.
    pub fn tell(&self, most: usize, problems: &[Problem]) -> Vec<ReadError> {
        let shown = &problems[..problems.len().min(most)];
        let paths: Vec<&str> = shown.iter().map(|problem| problem.place.as_str()).collect();
        let (spots, steps) = place_all(self.text, &paths);
        self.count(steps);
        let told = shown
            .iter()
            .zip(spots)
            .map(|(problem, spot)| self.problem(spot, &problem.to_string()));
        let more = || ReadError::new(self.name, Wrong::Content(AND_MORE.to_owned()));
        told.chain((problems.len() > most).then(more)).collect()
    }

    fn problem(&self, spot: Spot, words: &str) -> ReadError {
        explain::problem(self.name, self.text, self.line_offset, spot, words)
    }
}
