//! Whether there is more in a file than fits: asked of its text, before anything is parsed.

use super::outline::{Value, Walk, What};
use crate::model::caps::{DEPTH, Kind};

/// More of something than fits into a file of this kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// The byte at which there begins to be too much.
    pub start: usize,
    /// What there is too much of, with the path to it.
    pub words: String,
}

/// The first list, map or text with more in it than fits, or brackets too deep in one another; and how many bytes
/// were gone over.
pub fn excess(kind: Kind, text: &str) -> (Option<Excess>, usize) {
    let mut walk = Walk::new(text);
    while let Some(Value { start, what }) = walk.next() {
        if let Some(words) = too_much(kind, &mut walk, what) {
            return (Some(Excess { start, words }), walk.steps);
        }
    }
    (None, walk.steps)
}

fn too_much(kind: Kind, walk: &mut Walk<'_>, what: What) -> Option<String> {
    if let Some(frame) = walk
        .frames
        .last()
        .filter(|frame| frame.entries > frame.most)
    {
        let most = frame.most;
        walk.frames.pop();
        let fit = kind.fitting(&walk.path(true)).unwrap_or(most);
        let path = walk.path(false);
        return Some(format!(
            "{path}: more than {fit} entries, at most {fit} fit"
        ));
    }
    match what {
        What::Open if walk.frames.len() >= DEPTH => {
            let path = walk.path(false);
            let field = path.split('[').next().unwrap_or_default();
            Some(format!("{field}: brackets stand too deep in one another"))
        }
        What::Open => {
            let most = walk
                .opening
                .as_ref()?
                .is_many()
                .then(|| kind.entries(&walk.path(true)))?;
            walk.opening.as_mut()?.most = most;
            None
        }
        What::Text(chars) => {
            let any = walk.path(true);
            let most = kind.chars(&any);
            let words = || {
                let (path, fit) = (walk.path(false), kind.fitting(&any).unwrap_or(most));
                format!("{path}: {chars} characters, at most {fit} fit")
            };
            (chars > most).then(words)
        }
        What::Word => None,
    }
}
