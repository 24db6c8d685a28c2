//! How each number is counted, in plain words: said by `?` where the numbers stand, and in plain mode's help.
//!
//! A line fits 56 cells, so that it stands whole in the box of the help on the smallest screen.

use super::session::Company;

/// The middle of a room.
const MIDDLE: &str = "Middle: the rating halfway up. Of two, the lower one.";

/// A divided room.
const SPLIT: &str = "SPLIT: a third at −4 or lower, a third at +4 or higher.";

/// Who is counted.
const THERE: &str = "5 of 6: who was there then. A pass is not counted.";

/// The numbers of one step, for so many people.
pub fn at_a_reveal(company: Company) -> Vec<&'static str> {
    match company {
        Company::Solo => vec!["Your own rating, just as you gave it."],
        Company::Pair => vec!["Both ratings as they are: two have no middle."],
        Company::Team => vec![MIDDLE, SPLIT, THERE],
    }
}

/// The numbers of the whole journey.
pub fn of_a_journey(company: Company) -> Vec<&'static str> {
    let remembered = "Remembered: halfway from the strongest rating to the";
    let last = "last; of two as strong, the bad one. A rule of thumb.";
    match company {
        Company::Solo => vec!["Balance: all your points, up and down.", remembered, last],
        Company::Pair => vec![
            "Balance: each one's own points, up and down.",
            "Worst and best: by the lower of your two ratings.",
        ],
        Company::Team => vec![
            MIDDLE,
            SPLIT,
            "Balance: each one's own points summed up, and of",
            "those sums the middle. Not the sum of the middles.",
            remembered,
            last,
        ],
    }
}

/// The numbers of sessions side by side.
pub fn side_by_side(hides_names: bool) -> Vec<&'static str> {
    let mut lines = vec![
        MIDDLE,
        SPLIT,
        "From −1 to +1 is 2 points, though there is no zero.",
        "In both: the same person then and now.",
    ];
    if hides_names {
        lines.push("Names hidden: most is all or all but one, few is 0 or 1.");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::wrap::cells;

    #[test]
    fn every_line_stands_whole_in_the_help_of_the_smallest_screen() {
        for company in [Company::Solo, Company::Pair, Company::Team] {
            let all = [
                at_a_reveal(company),
                of_a_journey(company),
                side_by_side(true),
            ];
            for line in all.concat() {
                assert!(cells(line) <= 56, "{line}");
            }
        }
    }
}
