//! Names and texts of another direction: on the page each keeps its direction to itself, and turns no number.

use super::rooms::{answer, expect, reveal, room};
use super::{report, samples};
use customer_hat::model::caps::Kind;
use customer_hat::model::session::{Names, Session};
use customer_hat::model::step_record::Turn;
use customer_hat::report::{Format, render};
use customer_hat::store::{read, session_file};

const PEOPLE: [&str; 3] = ["שרה", "دانا", "Ben"];

/// A room whose names, and whose exercise and notes, go from right to left.
fn session() -> Session {
    let mut session = room(&PEOPLE, Names::Shown);
    expect(&mut session, &[5, -4, 3]);
    for step in 0..5 {
        answer(&mut session, step, Turn::First, &[5, -4, 3]);
        reveal(&mut session, step, Turn::First);
    }
    session
}

/// A sample with every text of people turned: its business, the people, notes, promises, improvements, words.
fn turned(session: &Session) -> Session {
    let text = session_file::text_of(session).unwrap();
    let body = text
        .rsplit_once("\n//")
        .map_or(text.as_str(), |(body, _)| body);
    let names = [
        "business", "name", "role", "text", "what", "who", "title", "words", "own", "if_equal",
        "keep", "task", "short", "builds", "erodes",
    ];
    let mut turned = String::new();
    for line in body.lines() {
        let mut line = line.to_owned();
        for name in names {
            let mut from = 0;
            while let Some(at) = line[from..].find(&format!("{name}: \"")) {
                let start = from + at + name.len() + 3;
                if line[start..].starts_with(|c: char| c != '"') {
                    line.insert(start, 'ש');
                }
                from = start;
            }
        }
        turned.push_str(&line);
        turned.push('\n');
    }
    read::parse(Kind::Session, "turned", &turned, 0).unwrap()
}

fn is_turning(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Every text of the page with the elements that it stands in.
fn texts(page: &str) -> Vec<(Vec<String>, String)> {
    let body = page.split("<body>").nth(1).unwrap();
    let mut open: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        if tag.starts_with('/') {
            open.pop();
        } else if !tag.ends_with('/') && !tag.starts_with("br") {
            open.push(tag.to_owned());
        }
        if !text.trim().is_empty() {
            found.push((open.clone(), text.to_owned()));
        }
    }
    found
}

/// Whether a text of another direction can turn nothing but itself there.
fn is_apart(elements: &[String], text: &str) -> bool {
    let last = elements.last().unwrap();
    // A title and a description are read aloud, never set beside anything; a text of a picture with no digit and
    // no sign in it stands alone in its element.
    let is_heard = last.starts_with("title") || last.starts_with("desc");
    let is_alone = last.starts_with("text ") && !text.contains(|c: char| c.is_ascii_digit());
    last == "bdi" || last.contains("dir=\"auto\"") || is_heard || is_alone
}

#[test]
fn on_the_page_every_text_of_another_direction_keeps_it_to_itself() {
    let sessions = samples::every()
        .iter()
        .map(turned)
        .chain([session()])
        .collect::<Vec<_>>();
    for session in &sessions {
        let page = report(session, Format::Html);
        let texts = texts(&page);
        let turning: Vec<_> = texts
            .iter()
            .filter(|(_, text)| text.contains(is_turning))
            .collect();
        assert!(turning.len() > 10, "{}", turning.len());
        for (elements, text) in turning {
            assert!(is_apart(elements, text), "{text} stands in {elements:?}");
        }
    }
}

#[test]
fn a_number_never_shares_its_element_with_a_name() {
    let page = report(&session(), Format::Html);
    assert!(
        page.contains("<bdi>שרה</bdi> +25, <bdi>دانا</bdi> −20, <bdi>Ben</bdi> +15"),
        "{page}"
    );
    assert!(page.contains("<th scope=\"row\"><bdi>שרה</bdi></th><td>+5</td>"));
}

#[test]
fn no_format_carries_a_mark_of_direction() {
    for session in samples::every().iter().map(turned).chain([session()]) {
        for format in Format::ALL {
            let text = render(&session, format, "x.ron");
            let marks = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert_eq!(text.chars().find(marks), None, "{format}");
        }
    }
}
