//! What a line is on a ballot: one entry, read by the same rules as keys.

use crate::model::ballot::{Ask, Outcome, Press, SealedBallot, typed_rating};

/// What a slip makes of a line: the whole of it is one entry.
pub(super) fn slip_with(ballot: &mut SealedBallot, may_pass: bool, line: &str) -> Outcome {
    let small = line.to_lowercase();
    let press = match ballot.open_question() {
        None if line.is_empty() => return ballot.press(Press::Enter),
        None if small == "again" => return ballot.press(Press::Backspace),
        None => return Outcome::Refused("Enter alone, or again."),
        Some(_) if may_pass && matches!(small.as_str(), "x" | "pass") => {
            return ballot.press(Press::Char('x'));
        }
        Some((_, Ask::Rating)) => {
            for c in rating_typed(&small).chars() {
                ballot.press(Press::Char(c));
            }
            return ballot.press(Press::Enter);
        }
        Some((_, ask)) => match (ask, small.as_str()) {
            (Ask::Stay, "yes") => Press::Char('y'),
            (Ask::Stay, "no") => Press::Char('n'),
            (Ask::Verdict, "plus" | "up" | "builds") => Press::Char('+'),
            (Ask::Verdict, "minus" | "down" | "erodes") => Press::Char('-'),
            (_, typed) => one_sign(typed).map_or(Press::Other, Press::Char),
        },
    };
    match ballot.press(press) {
        // The line is over, and what was void in it.
        Outcome::Refused(_) => ballot.press(Press::Enter),
        outcome => outcome,
    }
}

/// A rating as it may be said: `minus 7` and `7 down` are −7. What is no rating becomes a sign that is refused as one.
fn rating_typed(line: &str) -> String {
    let signed = |sign: char, digits: &str| format!("{sign}{}", digits.trim());
    let typed = match line.split_once(' ') {
        Some(("minus", digits) | (digits, "down" | "points down")) => signed('-', digits),
        Some(("plus", digits) | (digits, "up" | "points up")) => signed('+', digits),
        // A sign may stand apart from its number.
        Some((sign, digits)) if one_sign(sign).is_some_and(|c| !c.is_numeric()) => {
            format!("{sign}{}", digits.trim())
        }
        _ => line.to_owned(),
    };
    if typed_rating(&typed).is_ok() {
        typed.trim().to_owned()
    } else {
        "?".to_owned()
    }
}

/// The only sign of a line.
fn one_sign(line: &str) -> Option<char> {
    let mut signs = line.chars();
    signs.next().filter(|_| signs.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::rating_typed;

    #[test]
    fn a_rating_may_be_said_in_words() {
        for (said, typed) in [
            ("7", "7"),
            ("minus 7", "-7"),
            ("7 down", "-7"),
            ("7 points up", "+7"),
            ("plus 10", "+10"),
            ("− 7", "−7"),
            ("－ 7", "－7"),
            ("–7", "–7"),
            ("+7 up", "?"),
            ("7 7", "?"),
            ("=7", "?"),
            ("fox", "?"),
            ("a very long line", "?"),
        ] {
            assert_eq!(rating_typed(said), typed);
        }
    }
}
