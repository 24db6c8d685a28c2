//! Names of a full room: shortened evenly, and only as far as the rows that there are ask for.

use super::wrap::shorten;

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
pub fn listed(names: &[String], cells: usize) -> String {
    let names: Vec<_> = names.iter().map(|name| shorten(name, cells)).collect();
    names.join(", ")
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
}
