//! Names of a full room: shortened evenly, and only as far as the rows that there are ask for.

use super::wrap::{ELLIPSIS, cells, shorten};
use unicode_segmentation::UnicodeSegmentation;

/// The cells that a name may take, from whole down to what still tells people apart.
const LONGEST: [usize; 14] = [usize::MAX, 30, 24, 20, 17, 14, 12, 11, 10, 9, 8, 7, 6, 5];

/// What `lay_out` makes of names of at most so many cells, the longest for which it stays within `rows`;
/// none where even the shortest need more.
pub fn fitting<T>(rows: usize, lay_out: impl Fn(usize) -> Vec<T>) -> Option<Vec<T>> {
    let mut forms = LONGEST.into_iter().map(lay_out);
    forms.find(|form| form.len() <= rows)
}

/// As [`fitting`], or else the form with the shortest names.
pub fn shortened<T>(rows: usize, lay_out: impl Fn(usize) -> Vec<T>) -> Vec<T> {
    let shortest = LONGEST[LONGEST.len() - 1];
    fitting(rows, &lay_out).unwrap_or_else(|| lay_out(shortest))
}

/// Names in a row, each of at most so many cells: `Ana, Maximil…, Cho`.
pub fn listed(names: &[String], longest: usize) -> String {
    apart(names, longest).join(", ")
}

/// Each name in at most so many cells. Those that would read alike keep what tells them apart: `Ben…ian`, `Ben…ane`.
///
/// Names that are the same from the start stay the same.
pub fn apart<S: AsRef<str>>(names: &[S], longest: usize) -> Vec<String> {
    let mut short: Vec<_> = names
        .iter()
        .map(|name| shorten(name.as_ref(), longest))
        .collect();
    for at in 0..short.len() {
        let alike: Vec<_> = (at..short.len())
            .filter(|other| short[*other] == short[at])
            .collect();
        let whole: Vec<_> = alike.iter().map(|at| names[*at].as_ref()).collect();
        let is_twice = |at: usize| whole[..at].contains(&whole[at]);
        if whole.len() < 2 || (1..whole.len()).any(is_twice) {
            continue;
        }
        let is_free = |forms: &Vec<String>| {
            let all = forms.iter().enumerate();
            let mut all = all.map(|(at, form)| (forms[..at].contains(form), form));
            all.all(|(twice, form)| !twice && !short.contains(form))
        };
        if let Some(forms) = forms_of(&whole, longest).find(is_free) {
            for (at, form) in alike.into_iter().zip(forms) {
                short[at] = form;
            }
        }
    }
    short
}

/// Ways to shorten names that begin alike: with the ends of all, or from where they differ on.
fn forms_of(names: &[&str], longest: usize) -> impl Iterator<Item = Vec<String>> {
    // No form is longer than the longest name, however much room there is.
    let widest = names.iter().map(|name| cells(name)).max().unwrap_or(0);
    let room = longest.min(widest).saturating_sub(1);
    let ends = (1..room).map(move |by| {
        // From the middle on: first the longer ends, then the shorter.
        let half = room / 2;
        if by < room - half {
            half + by - 1
        } else {
            room - by
        }
    });
    let by_end = ends.map(move |end| {
        let form = |name: &&str| {
            let (head, tail) = (head(name, room - end), tail(name, end));
            format!("{}{ELLIPSIS}{}", head.trim_end(), tail.trim_start())
        };
        names.iter().map(form).collect()
    });
    // Only where no end tells them apart: for this long names are read to where they differ.
    let from_there = std::iter::once_with(move || {
        let same = begin_alike(names);
        let form = |name: &&str| {
            let rest: String = name.graphemes(true).skip(same).collect();
            let more = shorten(&rest, room.saturating_sub(1));
            format!("{}{ELLIPSIS}{more}", head(name, 1))
        };
        names.iter().map(form).collect()
    });
    by_end.chain(from_there)
}

/// How many letters are the same at the beginning of all.
fn begin_alike(names: &[&str]) -> usize {
    let Some((first, others)) = names.split_first() else {
        return 0;
    };
    let with = |other: &&str| {
        let letters = first.graphemes(true).zip(other.graphemes(true));
        letters.take_while(|(one, other)| one == other).count()
    };
    others.iter().map(with).min().unwrap_or(0)
}

/// The first letters, as far as they fit in so many cells.
fn head(name: &str, room: usize) -> String {
    within(name.graphemes(true), room).concat()
}

/// The last letters, as far as they fit in so many cells.
fn tail(name: &str, room: usize) -> String {
    let mut letters = within(name.graphemes(true).rev(), room);
    letters.reverse();
    letters.concat()
}

fn within<'a>(letters: impl Iterator<Item = &'a str>, room: usize) -> Vec<&'a str> {
    let mut used = 0;
    let fits = |letter: &&str| {
        used += cells(letter);
        used <= room
    };
    letters.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::super::wrap::wrap;
    use super::*;

    #[test]
    fn names_stay_whole_while_they_fit_and_are_shortened_with_a_sign() {
        let names = ["Ana".to_owned(), "Maximilian von Hohenstein".to_owned()];
        let rows = |most| shortened(most, |cells| wrap(&listed(&names, cells), 20));
        assert_eq!(rows(2), ["Ana, Maximilian von", "Hohenstein"]);
        assert_eq!(rows(1), ["Ana, Maximilian vo…"]);
    }

    #[test]
    fn the_same_name_stays_the_same_in_any_room() {
        assert_eq!(apart(&["Anna", "Anna"], usize::MAX), ["Anna", "Anna"]);
        let names = ["Anna-Maria", "Anna-Lena", "Anna-Maria"];
        assert_eq!(apart(&names, usize::MAX), names);
        assert_ne!(apart(&names, 6)[1], apart(&names, 6)[2]);
    }

    #[test]
    fn numbered_names_keep_their_numbers() {
        assert_eq!(apart(&["Anna 1", "Anna 2"], 5), ["An…1", "An…2"]);
    }

    #[test]
    fn two_names_that_begin_alike_stay_two_names() {
        let names = [
            "Benedikt-Maximilian",
            "Ana",
            "Benedikt-Maximiliane",
            "Benedikta",
        ];
        assert_eq!(
            apart(&names, 9),
            ["Bene…lian", "Ana", "Bene…iane", "Benedikta"]
        );
        assert_eq!(apart(&names, 5), ["Be…an", "Ana", "Be…ne", "Be…ta"]);
        let names = ["Anna-Maria Schmidt", "Anna-Lena Schmidt"];
        assert_eq!(apart(&names, 8), ["Anna-Ma…", "Anna-Le…"]);
        assert_eq!(apart(&names, 6), ["A…Mar…", "A…Len…"]);
        for longest in 0..24 {
            let short = apart(&names, longest);
            assert!(short.iter().all(|name| cells(name) <= longest));
            assert!(longest < 4 || short[0] != short[1], "{longest}: {short:?}");
        }
        assert_eq!(apart(&["Benjamin"; 2], 5), ["Benj…", "Benj…"]);
    }
}
