//! Where in a RON text a value stands, by its path: `steps[1].title`.

use super::envelope::skip_blank;
use super::read::Place;

/// The place of the value at the path; of the innermost one that is there when the path leads further.
pub fn locate(text: &str, path: &str) -> Place {
    let mut rest = match text.strip_prefix("#!") {
        Some(after) => after.split_once('\n').map_or("", |(_, rest)| rest),
        None => text,
    };
    rest = skip_blank(rest).unwrap_or(rest);
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        let found = match part.strip_suffix(']').map(str::parse) {
            Some(Ok(index)) => entry(rest, index),
            _ => field(rest, part).or_else(|| entry_of_map(rest, part)),
        };
        match found {
            Some(found) => rest = found,
            None => break,
        }
    }
    Place::at(&text[..text.len() - rest.len()])
}

/// The text from the value of a field on; `text` starts at the struct.
fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = skip_blank(
        text.trim_start_matches(is_word)
            .trim_start()
            .strip_prefix('(')?,
    )?;
    loop {
        let after = rest.trim_start_matches(is_word);
        let found = &rest[..rest.len() - after.len()];
        let value = skip_blank(skip_blank(after)?.strip_prefix(':')?)?;
        if found == name {
            return Some(value);
        }
        rest = skip_blank(skip_value(value)?.strip_prefix(',')?)?;
    }
}

/// The text from an entry of a list on; `text` starts at the list.
fn entry(text: &str, index: usize) -> Option<&str> {
    let mut rest = skip_blank(text.strip_prefix('[')?)?;
    for _ in 0..index {
        rest = skip_blank(skip_value(rest)?.strip_prefix(',')?)?;
    }
    (!rest.starts_with(']')).then_some(rest)
}

/// The text from the value of a map's entry on; `text` starts at the map, its keys are texts.
fn entry_of_map<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = skip_blank(text.strip_prefix('{')?)?;
    loop {
        let after = quoted_end(rest.strip_prefix('"').map(|_| rest)?)?;
        let key = &rest[1..rest.len() - after.len() - 1];
        let value = skip_blank(skip_blank(after)?.strip_prefix(':')?)?;
        if key == name {
            return Some(value);
        }
        rest = skip_blank(skip_value(value)?.strip_prefix(',')?)?;
    }
}

/// What follows a value: a comma, or the bracket that closes what it stands in.
fn skip_value(mut text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    loop {
        text = skip_blank(text)?;
        let first = text.chars().next()?;
        match first {
            ',' | ')' | ']' | '}' if depth == 0 => return Some(text),
            ')' | ']' | '}' => depth -= 1,
            '(' | '[' | '{' => depth += 1,
            'r' if raw_end(text).is_some() => {
                text = raw_end(text)?;
                continue;
            }
            '"' => {
                text = quoted_end(text)?;
                continue;
            }
            _ => {}
        }
        text = &text[first.len_utf8()..];
    }
}

/// What follows a text in quotes.
fn quoted_end(text: &str) -> Option<&str> {
    let mut signs = text.char_indices().skip(1);
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => drop(signs.next()),
            '"' => return Some(&text[at + 1..]),
            _ => {}
        }
    }
    None
}

/// What follows a raw text: `r"…"`, `r#"…"#`.
fn raw_end(text: &str) -> Option<&str> {
    let text = text.strip_prefix('r')?;
    let inner = text.trim_start_matches('#');
    let end = format!("\"{}", &text[..text.len() - inner.len()]);
    Some(inner.strip_prefix('"')?.split_once(&end)?.1)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

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
