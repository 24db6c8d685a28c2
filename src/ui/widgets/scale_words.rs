//! The words under the marks of the scale: on one row where they fit, none of them cut in its middle.

use super::pen::start_around;
use super::scale_axis::Places;
use super::scale_lettering::Lettering;
use super::scale_looks::ScaleWord;
use super::wrap::{cells, shorten, wrap};
use crate::model::rating::Rating;

/// Columns between two words, so that they are not read as one sentence.
const APART: i32 = 2;

/// Rows that the words take at most: more of them would be read as columns of scraps.
const MOST_ROWS: i32 = 2;

/// Where a word stands beside its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// It starts at its mark: the lowest, and +1, which leans away from the gap.
    Right,
    /// Its middle is at its mark.
    Centred,
    /// It ends at its mark: the highest, and −1.
    Left,
}

impl Lean {
    fn of(rating: Rating) -> Self {
        match (rating, rating.points()) {
            (Rating::LOWEST, _) | (_, 1) => Self::Right,
            (Rating::HIGHEST, _) | (_, -1) => Self::Left,
            _ => Self::Centred,
        }
    }

    /// How far a row with so many columns to spare is moved in.
    pub fn inset(self, spare: i32) -> i32 {
        match self {
            Self::Right => 0,
            Self::Centred => spare / 2,
            Self::Left => spare,
        }
    }
}

/// A word under its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedWord {
    /// Its first column.
    pub x: i32,
    /// Columns of its longest row.
    pub width: i32,
    /// Its text, a row each.
    pub lines: Vec<String>,
    /// How its rows stand to each other.
    pub lean: Lean,
}

/// The words in so many columns and rows, from the left to the right.
///
/// All on one row where they fit, else on two, else without those nearest to zero; what stands at
/// the ends alone is shortened with a sign.
pub fn place_words(
    words: &[ScaleWord<'_>],
    places: &Places,
    width: i32,
    rows: i32,
) -> Vec<PlacedWord> {
    let rows = rows.min(MOST_ROWS);
    if rows < 1 {
        return vec![];
    }
    let mut kept = words.to_vec();
    kept.sort_by_key(|word| word.at);
    loop {
        let standing =
            (1..=rows).find_map(|rows| place_whole(&kept, places, (width, rows), Lettering::Plain));
        if let Some(standing) = standing {
            return standing;
        }
        let weakest = kept.iter().map(|word| word.at.points().abs()).min();
        let strongest = kept.iter().map(|word| word.at.points().abs()).max();
        if weakest == strongest {
            return place_short(&kept, places, width);
        }
        kept.retain(|word| Some(word.at.points().abs()) != weakest);
    }
}

/// The words in large letters: all of them whole, on one row or on two; none where they can't be.
pub fn place_large_words(
    words: &[ScaleWord<'_>],
    places: &Places,
    width: i32,
) -> Option<Vec<PlacedWord>> {
    let mut words = words.to_vec();
    words.sort_by_key(|word| word.at);
    let place = |rows| place_whole(&words, places, (width, rows), Lettering::Large);
    (1..=MOST_ROWS).find_map(place)
}

/// Every word whole, each beside its mark and free of the next; `None` where that can't be.
fn place_whole(
    words: &[ScaleWord<'_>],
    places: &Places,
    (width, rows): (i32, i32),
    lettering: Lettering,
) -> Option<Vec<PlacedWord>> {
    if !words.iter().all(|word| lettering.can_write(word.words)) {
        return None;
    }
    let between = APART * lettering.apart().min(2);
    let mut standing = Vec::new();
    for word in words {
        let lines = balanced(word.words, rows)?;
        standing.push(place(word.at, lines, places, (width, lettering)));
    }
    // What is centred gives way to what is not: to the right first, then back to the left.
    for at in 1..standing.len() {
        let free_from = standing[at - 1].x + standing[at - 1].width + between;
        if standing[at].lean == Lean::Centred {
            standing[at].x = standing[at].x.max(free_from);
        }
    }
    for at in (1..standing.len()).rev() {
        let free_to = standing[at].x - between - standing[at - 1].width;
        if standing[at - 1].lean == Lean::Centred {
            standing[at - 1].x = standing[at - 1].x.min(free_to);
        }
    }
    let stands = |(word, source): (&PlacedWord, &ScaleWord<'_>)| {
        // A word that is not over its mark seems to belong to another.
        let over = word.x..word.x + word.width;
        let at_mark = word.lean != Lean::Centred || over.contains(&places.x(source.at));
        at_mark && over.start >= 0 && over.end <= width
    };
    let apart = |pair: &[PlacedWord]| pair[0].x + pair[0].width + between <= pair[1].x;
    let fits = standing.iter().zip(words).all(stands) && standing.windows(2).all(apart);
    fits.then_some(standing)
}

fn place(
    at: Rating,
    lines: Vec<String>,
    places: &Places,
    (width, lettering): (i32, Lettering),
) -> PlacedWord {
    let widths = lines.iter().map(|line| lettering.width(line));
    let length = widths.max().unwrap_or(0);
    let (mark, lean) = (places.x(at), Lean::of(at));
    // The ends stand flush with their numbers.
    let end = lettering.width("−10");
    let number = start_around(mark, end, width);
    let x = match (lean, at) {
        (_, Rating::LOWEST) => number,
        (_, Rating::HIGHEST) => number + end - length,
        (Lean::Right, _) => mark,
        (Lean::Left, _) => mark + 1 - length,
        (Lean::Centred, _) => start_around(mark, length, width),
    };
    PlacedWord {
        x,
        width: length,
        lines,
        lean,
    }
}

/// The text in exactly one row, or in at most two of about the same length; `None` when more are needed.
fn balanced(text: &str, rows: i32) -> Option<Vec<String>> {
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if rows == 1 {
        return Some(vec![whole]);
    }
    let longest = whole.split_whitespace().map(cells).max().unwrap_or(0);
    let wrapped = |width| wrap(&whole, width);
    (longest.max(1)..=cells(&whole).max(1))
        .map(wrapped)
        .find(|lines| lines.len() as i32 <= rows)
}

/// The last words that are left, each in its share of the columns from end to end.
fn place_short(words: &[ScaleWord<'_>], places: &Places, width: i32) -> Vec<PlacedWord> {
    let ends = places.x(Rating::HIGHEST) - places.x(Rating::LOWEST) + 1;
    let share = (ends - APART) / words.len().max(1) as i32;
    let short = |word: &ScaleWord<'_>| {
        let text = shorten(word.words, share.max(0) as usize);
        let mut standing = place(word.at, vec![text], places, (width, Lettering::Plain));
        standing.x = standing.x.min(width - standing.width).max(0);
        standing
    };
    words.iter().map(short).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn row(width: i32, rows: i32) -> Vec<String> {
        let marks = [
            (-10, "never again"),
            (-5, "let down"),
            (-1, "a bit off"),
            (1, "quite nice"),
            (5, "cared for"),
            (10, "made my day"),
        ];
        let words = marks.map(|(at, words)| ScaleWord {
            at: Rating::try_from(at).unwrap(),
            words,
        });
        let placed = place_words(&words, &Places::fit(width).unwrap(), width, rows);
        let text = |word: &PlacedWord| format!("{}:{}", word.x, word.lines.join("/"));
        placed.iter().map(text).collect()
    }

    #[test]
    fn words_lean_away_from_the_gap_and_stand_flush_at_the_ends() {
        let expected = [
            "0:never again",
            "17:let down",
            "29:a bit off",
            "42:quite nice",
            "54:cared for",
            "69:made my day",
        ];
        assert_eq!(row(80, 2), expected);
        assert_eq!(row(80, 1), expected);
    }

    #[test]
    fn two_rows_are_taken_only_to_keep_a_word() {
        for width in 21..=200 {
            let (one, two) = (row(width, 1), row(width, 2));
            let wraps = two.iter().any(|word| word.contains('/'));
            let lost = two.len() > one.len() || one.iter().any(|word| word.ends_with('…'));
            assert_eq!(wraps, lost, "{width}: {one:?} {two:?}");
        }
        assert_eq!(row(60, 2).len(), 6);
        for width in [80, 100, 120, 200] {
            assert_eq!(row(width, 1).len(), 6, "{width}");
        }
    }

    #[test]
    fn there_are_never_three_rows() {
        for width in 21..=200 {
            assert_eq!(row(width, 2), row(width, 9), "{width}");
        }
        assert_eq!(row(80, 0), Vec::<String>::new());
    }
}
