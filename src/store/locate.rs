//! Where in a RON text values stand, by their paths, such as `steps[1].title`: all of them in one walk.

use super::outline::{Frame, Walk};
use super::read::Place;

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The byte, from 0.
    pub start: usize,
    /// The line and the column of it.
    pub place: Place,
}

/// The places of the values at these paths, in their order, each that of the innermost value which is there when
/// its path leads further; and how many bytes were gone over for all of them.
pub fn place_all<P: AsRef<str>>(text: &str, paths: &[P]) -> (Vec<Spot>, usize) {
    let mut search = Search {
        wanted: paths.iter().map(|path| parts(path.as_ref())).collect(),
        found: vec![(0, 0); paths.len()],
        open: Vec::new(),
    };
    let mut walk = Walk::new(text);
    while let Some(value) = walk.next() {
        search.meet(&walk, value.start);
    }
    let mut starts: Vec<(usize, usize)> = search
        .found
        .iter()
        .enumerate()
        .map(|(nth, (_, start))| (*start, nth))
        .collect();
    starts.sort_unstable();
    let mut spots = vec![
        Spot {
            start: 0,
            place: Place::START
        };
        paths.len()
    ];
    let (mut at, mut place) = (0, Place::START);
    for (start, nth) in starts {
        place = place.behind(&text[at..start]);
        at = start;
        spots[nth] = Spot { start, place };
    }
    (spots, walk.steps + at)
}

/// One step of a path.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    /// The entry of a list with this number.
    Entry(usize),
    /// The field of this name, or the entry of a map with this key.
    Named(&'a str),
}

fn parts(path: &str) -> Vec<Part<'_>> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    parts
        .map(|part| match part.strip_suffix(']').map(str::parse) {
            Some(Ok(index)) => Part::Entry(index),
            _ => Part::Named(part),
        })
        .collect()
}

/// Paths that are looked for on one walk.
struct Search<'a> {
    wanted: Vec<Vec<Part<'a>>>,
    /// For each of them, how many of its parts were found, and where the last of these stands.
    found: Vec<(usize, usize)>,
    /// For each bracket that is open, the paths that lead into it and how many of their parts are gone.
    open: Vec<Vec<(usize, usize)>>,
}

impl Search<'_> {
    fn meet(&mut self, walk: &Walk<'_>, start: usize) {
        let depth = walk.frames.len();
        let here = match walk.frames.last() {
            // The whole value is what every path leads into.
            None if self.open.is_empty() => (0..self.wanted.len()).map(|nth| (nth, 0)).collect(),
            None => Vec::new(),
            Some(frame) => self.led_to(frame, depth - 1),
        };
        for (nth, gone) in &here {
            let best = &mut self.found[*nth];
            if *gone > best.0 || (*gone == 0 && best.1 == 0) {
                *best = (*gone, start);
            }
        }
        self.open.truncate(depth);
        self.open.push(here);
    }

    /// Of the paths that lead into a bracket, those that lead on to the value met last in it.
    fn led_to(&self, frame: &Frame<'_>, bracket: usize) -> Vec<(usize, usize)> {
        let met = match frame.name {
            _ if frame.is_list() => Some(Part::Entry(frame.entries - 1)),
            name => name.map(Part::Named),
        };
        let leads = |(nth, gone): &(usize, usize)| match &met {
            // What stands in brackets without a name is what the brackets stand for.
            None => Some((*nth, *gone)),
            met => (self.wanted[*nth].get(*gone) == met.as_ref()).then_some((*nth, gone + 1)),
        };
        let into = self.open.get(bracket).into_iter().flatten();
        into.filter_map(leads).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locate(text: &str, path: &str) -> Place {
        place_all(text, &[path]).0[0].place
    }

    const TEXT: &str = "#![type = \"x\"]\n// one: (\n(\n    name: \"a, (b) \\\" c\",\n    raw: r#\"]\"#, list: [\n        (at: 1),\n        Step(at: 2, // here\n            title: \"t\"),\n    ],\n    map: {\n        \"ana\": (at: 3), \"ben\": Rated(at: 4),\n    },\n)\n";

    fn at(path: &str) -> (usize, usize) {
        let place = locate(TEXT, path);
        (place.line, place.column)
    }

    #[test]
    fn a_value_is_found_past_texts_comments_and_brackets() {
        assert_eq!(at("name"), (4, 11));
        assert_eq!(at("raw"), (5, 10));
        assert_eq!(at("list[0].at"), (6, 14));
        assert_eq!(at("list[1].title"), (8, 20));
        assert_eq!(at("map.ana.at"), (11, 21));
        assert_eq!(at("map.ben.at"), (11, 42));
    }

    #[test]
    fn what_is_not_there_is_told_at_what_it_should_stand_in() {
        assert_eq!(at("list[2].at"), (5, 24));
        assert_eq!(at("other"), (3, 1));
        assert_eq!(at("map.zoe"), (10, 10));
        assert_eq!(locate("", "a"), Place::START);
    }
}
