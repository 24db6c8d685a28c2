//! Text cut to cells: word wrap and shortening, both by what a terminal shows, not by bytes.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The sign that something was left out.
pub const ELLIPSIS: &str = "…";

/// The first words of a text, so many of them, with a sign for the rest; empty where they are nothing but signs.
pub fn beginning(text: &str, many: usize) -> String {
    let first: Vec<_> = text.split_whitespace().take(many).collect();
    let first = first.join(" ");
    match first.trim_end_matches(|sign: char| !sign.is_alphanumeric()) {
        "" => String::new(),
        first => format!("{first}{ELLIPSIS}"),
    }
}

/// How many cells a terminal needs for the text.
pub fn cells(text: &str) -> usize {
    if is_ascii_print(text) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text in at most `width` cells: whole, or cut between graphemes with `…` at its end.
///
/// No width gives no text.
pub fn shorten(text: &str, width: usize) -> String {
    if take(text, width).len() == text.len() {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let mut short = take(text, width - 1).trim_end().to_owned();
    short.push_str(ELLIPSIS);
    short
}

/// So many letters at the end of a shortened name don't tell it from another.
const OVERLOOKED: usize = 4;

/// Names in at most `width` cells each, so that they can be told apart: where too little would be left of one for that,
/// without the words with which all of them begin.
pub fn told_apart(names: &[&str], width: usize) -> Vec<String> {
    let short: Vec<_> = names.iter().map(|name| shorten(name, width)).collect();
    let seen = |name: &str| name.trim_end_matches(ELLIPSIS).to_owned();
    // A letter or two at the end of a name are overlooked.
    let surely = |name: &str| {
        let seen = seen(name);
        let many = seen.chars().count().saturating_sub(OVERLOOKED);
        seen.chars().take(many).collect::<String>()
    };
    let is_like_another = |(at, one): (usize, &String)| {
        let mut others = short.iter().enumerate().filter(|(other, _)| *other != at);
        one != names[at] && others.any(|(_, other)| seen(other).starts_with(&surely(one)))
    };
    if !short.iter().enumerate().any(is_like_another) {
        return short;
    }
    let words: Vec<Vec<_>> = names
        .iter()
        .map(|name| name.split_whitespace().collect())
        .collect();
    let fewest = words.iter().map(Vec::len).min().unwrap_or(0);
    let is_common = |at: &usize| words.iter().all(|one| one[*at] == words[0][*at]);
    let common = (0..fewest.saturating_sub(1)).take_while(is_common).count();
    if common == 0 {
        return short;
    }
    let rest = words.iter().map(|one| one[common..].join(" "));
    rest.map(|rest| shorten(&format!("{ELLIPSIS}{rest}"), width))
        .collect()
}

/// The text over lines of at most `width` cells, broken between words.
///
/// A word longer than a line is broken between graphemes; wide letters (Chinese, Japanese) may be
/// broken anywhere; a line break in the text is kept. A grapheme wider than `width` is dropped.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    text.lines()
        .flat_map(|line| wrap_line(line, width))
        .collect()
}

/// As [`wrap`], in at most `height` lines; `…` ends the last one when something was left out.
pub fn wrap_within(text: &str, width: usize, height: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            // The sign takes the place of the last letter when the line is full.
            *last = shorten(&format!("{last}{ELLIPSIS}"), width);
        }
    }
    lines
}

fn wrap_line(line: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    // Counted along, not anew for each piece: a text in Chinese has a piece for each letter.
    let mut used = 0;
    for (piece, spaced) in pieces(line) {
        let space = usize::from(spaced && !current.is_empty());
        let more = space + cells(piece);
        if used + more <= width {
            if space == 1 {
                current.push(' ');
            }
            current.push_str(piece);
            used += more;
            continue;
        }
        if !current.is_empty() {
            lines.push(std::mem::take(&mut current));
        }
        current = break_long(piece, width, &mut lines);
        used = cells(&current);
    }
    if !current.is_empty() || lines.is_empty() {
        lines.push(current);
    }
    lines
}

/// What must not be broken unless it is too long, and whether a space stood before it.
fn pieces(line: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    for word in line.split_whitespace() {
        let mut start = 0;
        let mut spaced = true;
        let mut before_wide = false;
        for (at, grapheme) in word.grapheme_indices(true) {
            let wide = grapheme.width() > 1;
            let closes = grapheme
                .chars()
                .all(|c| "、。，．！？」』）》〉：；".contains(c));
            if at > start && (wide || before_wide) && !closes {
                pieces.push((&word[start..at], spaced));
                start = at;
                spaced = false;
            }
            before_wide = wide;
        }
        pieces.push((&word[start..], spaced));
    }
    pieces
}

fn break_long(piece: &str, width: usize, lines: &mut Vec<String>) -> String {
    let mut rest = piece;
    loop {
        let head = take(rest, width);
        if head.len() == rest.len() {
            return rest.to_owned();
        }
        if head.is_empty() {
            // One grapheme alone is wider than the line: it can't be shown.
            rest = rest.graphemes(true).next().map_or("", |g| &rest[g.len()..]);
            continue;
        }
        lines.push(head.to_owned());
        rest = &rest[head.len()..];
    }
}

/// Whether each byte is a letter of one cell: most texts are, and need no tables to be measured.
fn is_ascii_print(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The longest head of the text that fits in `width` cells. Of a long text no more is measured than that.
fn take(text: &str, width: usize) -> &str {
    if is_ascii_print(text) {
        return &text[..width.min(text.len())];
    }
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > width {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(shorten("website", 7), "website");
    }

    #[test]
    fn names_are_told_apart_by_what_they_do_not_share() {
        let bikes = "Northern Harbour Bikes";
        let boats = "Northern Harbour Boats";
        assert_eq!(told_apart(&[bikes, boats], 22), [bikes, boats]);
        assert_eq!(told_apart(&[bikes, boats], 12), ["…Bikes", "…Boats"]);
        assert_eq!(told_apart(&[bikes, boats], 4), ["…Bi…", "…Bo…"]);
        assert_eq!(
            told_apart(&[bikes, "Pedal & Crumb of Oldtown"], 9),
            ["Northern…", "Pedal &…"]
        );
        assert_eq!(
            told_apart(&["Northern Harbour", bikes], 16),
            ["…Harbour", "…Harbour Bikes"]
        );
        assert_eq!(
            told_apart(&["Harbourbikes", "Harbourboats"], 9),
            ["Harbourb…"; 2]
        );
        assert_eq!(told_apart(&[], 9), [""; 0]);
    }

    #[test]
    fn a_cut_always_shows_a_sign() {
        assert_eq!(shorten("website", 6), "websi…");
        assert_eq!(shorten("website", 1), "…");
        assert_eq!(shorten("website", 0), "");
    }

    #[test]
    fn a_cut_never_parts_a_grapheme() {
        assert_eq!(shorten("👩‍🚀👩‍🚀", 3), "👩‍🚀…");
        assert_eq!(shorten("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(shorten("顧客満足", 4), "顧…");
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(
            wrap("how did they make me feel", 10),
            ["how did", "they make", "me feel"]
        );
        assert_eq!(wrap("unsatisfactory", 5), ["unsat", "isfac", "tory"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    }

    #[test]
    fn wide_letters_break_anywhere_but_before_a_full_stop() {
        assert_eq!(wrap("顧客満足。", 8), ["顧客満", "足。"]);
        assert_eq!(wrap("顧", 1), [""]);
    }

    #[test]
    fn what_is_left_out_is_signed() {
        assert_eq!(wrap_within("one two three", 5, 2), ["one", "two…"]);
        assert_eq!(wrap_within("three seven eight", 5, 1), ["thre…"]);
    }
}
