//! A mistake in a file's RON in words that people read: what belongs there, never what a type is called.

use ron::error::Error;

/// What is wrong with the value at this path of a file, and what belongs there.
///
/// Words of the file stand in it as they are: whoever shows it makes it harmless.
pub fn in_words(error: &Error, path: &str) -> String {
    match error {
        Error::Message(own) if has_own_words(path) => own.clone(),
        Error::InvalidValueForType { expected, found } => wrong_value(expected, found, path),
        Error::NoSuchStructField {
            expected, found, ..
        } => format!(
            "there is no field `{found}`; there are {}",
            listed(expected)
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => format!(
            "`{found}` can't stand here; it is one of {}",
            listed(expected)
        ),
        Error::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        Error::DuplicateStructField { field, .. } => {
            format!("the field `{field}` stands here twice")
        }
        Error::ExpectedDifferentStructName { found, .. } => {
            format!("`{found}` can't stand here; {FIELDS} belong here")
        }
        Error::UnexpectedChar(c) => format!("`{c}` can't stand here"),
        other => broken(other).map_or_else(|| belongs(other, path), str::to_owned),
    }
}

/// What breaks the text itself, whatever belongs there.
fn broken(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::Eof => "the text ends too early",
        Error::ExpectedComma => "a comma or a closing bracket is missing here",
        Error::ExpectedStringEnd => "the closing quote of this text is missing",
        Error::ExpectedArrayEnd => "the closing `]` is missing, or a comma before this",
        Error::ExpectedMapEnd => "the closing `}` is missing, or a comma before this",
        Error::ExpectedMapColon => "a colon is missing here",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "the closing `)` is missing, or a comma before this"
        }
        Error::ExpectedDifferentLength { .. } => "too few or too many values stand here",
        Error::TrailingCharacters => "nothing may follow here",
        Error::ExceededRecursionLimit => "brackets stand too deep in one another",
        Error::InvalidEscape(_) => {
            "a text can't have this after a `\\`; for a `\\` itself write two"
        }
        Error::UnclosedBlockComment => "this comment begins with `/*` and has no `*/`",
        Error::UnclosedLineComment => "a line must end after a comment that begins with `//`",
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
            "this line can't stand here"
        }
        _ => return None,
    })
}

/// What belongs where something else stands.
fn belongs(error: &Error, path: &str) -> String {
    match error {
        Error::ExpectedString | Error::ExpectedChar | Error::ExpectedByteString => here(TEXT),
        Error::ExpectedInteger
        | Error::ExpectedFloat
        | Error::FloatUnderscore
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => here(whole_number(path)),
        Error::ExpectedBoolean => here(YES_OR_NO),
        Error::ExpectedArray => here(LIST),
        Error::ExpectedMap => format!("{ENTRIES} belong here"),
        Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
        | Error::SuggestRawIdentifier(_) => one_of_words(path),
        Error::Message(_) => here(day_or(path)),
        _ => format!("{FIELDS} belong here"),
    }
}

const TEXT: &str = "a text in \"quotes\"";
const YES_OR_NO: &str = "`true` or `false`";
const LIST: &str = "a list in [square brackets]";
const ENTRIES: &str = "entries in {curly brackets}";
const FIELDS: &str = "fields in (round brackets)";

fn here(what: &str) -> String {
    format!("{what} belongs here")
}

/// A value of the wrong kind: `expected` and `found` are the parser's words for the two, which are not shown.
fn wrong_value(expected: &str, found: &str, path: &str) -> String {
    let is_of = |words: &[&str]| words.iter().any(|word| expected.contains(word));
    if is_of(&["enum", "variant"]) {
        return one_of_words(path);
    }
    let what = if is_of(&["sequence", "array", "tuple"]) {
        LIST
    } else if is_of(&["struct", "map"]) {
        let what = if expected.contains("struct") {
            FIELDS
        } else {
            ENTRIES
        };
        return format!("{what} belong here");
    } else if is_of(&["bool"]) {
        YES_OR_NO
    } else if is_of(&["string", "str", "char"]) {
        day_or(path)
    } else {
        whole_number(path)
    };
    match found.rsplit_once("integer `") {
        Some((_, number)) => format!("{}, not {}", here(what), number.trim_end_matches('`')),
        None => here(what),
    }
}

/// The last name in a path: `seconds` of `steps[1].seconds`.
fn field(path: &str) -> &str {
    let path = path.trim_end_matches(".?");
    let path = path.rsplit('.').next().unwrap_or(path);
    path.split('[').next().unwrap_or(path)
}

/// Days are read by a crate whose words are not ours; everything else that refuses a value speaks for itself.
fn has_own_words(path: &str) -> bool {
    day_or(path) == TEXT
}

fn day_or(path: &str) -> &'static str {
    match field(path) {
        "by" | "promised" | "next_round" => "a day in quotes, such as \"2026-12-01\",",
        _ => TEXT,
    }
}

/// The whole numbers that a field takes.
fn whole_number(path: &str) -> &'static str {
    match field(path) {
        "format" => "the number of the format, such as 1,",
        "round" | "version" => "a whole number from 1 to 65,535",
        "minutes" => "a whole number from 1 to 240",
        "rings" | "more_minutes" => "a whole number from 0 to 65,535",
        "rating" | "ratings" | "at" => "a whole number from −10 to 10, but not 0,",
        "step" | "Step" | "Rating" | "Reveal" | "RatingAgain" => {
            "the number of a step, a whole number from 1 on,"
        }
        "seconds" | "times_a_year" | "on_hold" | "answered_after" | "person_after"
        | "ended_after" => "a whole number from 0 to 4,294,967,295",
        _ => "a whole number from 0 on",
    }
}

/// The words that a field takes; what comes in brackets behind some of them is told where it is missing.
fn one_of_words(path: &str) -> String {
    let words: &[&str] = match field(path) {
        "walk" => &["Team", "Alone"],
        "ballot" => &["PassTheKeyboard", "CardsUp", "Open"],
        "names" => &["Shown", "Hidden"],
        "presence" => &["Here", "Away"],
        "outcome" => &["Kept", "NotKept", "StillOpen"],
        "mode" => &["Live", "Remembered", "Imagined"],
        "sharing" => &["Shared", "EachTheirOwn"],
        "kind" | "Note" => &["Good", "Bad", "Fact"],
        "words" => &["Good(\"…\")", "Bad(\"…\")"],
        "evidence" => &["PhoneClock", "Departments", "TimesAYear"],
        "big_text" => &["Auto", "Kitty", "Blocks"],
        "place" => &["People", "Welcome", "Step(1)", "Journey", "Close"],
        "field" => &["Business", "PersonName", "Note(Good)", "Keep"],
        _ if path.contains("verdicts.") => &["Builds(…)", "Erodes(…)"],
        _ if path.contains("predictions.") => &["Guessed(…)", "Passed(…)"],
        _ if path.contains("ratings") => &["Rated(…)", "Passed(…)"],
        _ => return "the name of a field belongs here".to_owned(),
    };
    let such_as = if matches!(field(path), "place" | "field") {
        "a word such as"
    } else {
        "one of"
    };
    format!("{such_as} {} belongs here", listed(words))
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
