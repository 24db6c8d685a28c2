//! Texts from outside in sentences of ours, marked, so that a layout can keep their direction to themselves: a
//! Hebrew or Arabic name would else turn the order of what stands around it, a minus and a number first of all.
//!
//! The marks are Unicode's own isolates. They can't come from outside, since cleaning takes them out of every
//! text, and none leaves the house: each layout makes of them what it has, or takes them out.

use super::svg::escaped;

const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';

/// The text from outside, marked.
pub(super) fn mark(text: &str) -> String {
    format!("{OPEN}{text}{CLOSE}")
}

/// The sentence without marks, for layouts that have nothing for them.
pub(super) fn plain(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

/// The sentence for a page, escaped; what is marked keeps its direction to itself.
pub(super) fn html(text: &str) -> String {
    escaped(text)
        .replace(OPEN, "<bdi>")
        .replace(CLOSE, "</bdi>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_stands_apart_on_a_page_and_is_plain_elsewhere() {
        let said = format!("{} +5, {} −3", mark("שרה <a>"), mark("Ben"));
        assert_eq!(plain(&said), "שרה <a> +5, Ben −3");
        let page = "<bdi>שרה &lt;a&gt;</bdi> +5, <bdi>Ben</bdi> −3";
        assert_eq!(html(&said), page);
    }
}
