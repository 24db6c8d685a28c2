//! What characters mean on a ballot: a rating, yes or no, up or down.

use crate::model::rating::Rating;

/// The rating that was typed: `7` and `+7` are points up, `-7` is points down.
///
/// The sentences give nothing away of what was typed.
pub fn typed_rating(typed: &str) -> Result<Rating, &'static str> {
    let sign_and_digits = typed.trim();
    let (down, digits) = match sign_and_digits.strip_prefix(['-', '−', '_']) {
        Some(digits) => (true, digits),
        // The equals sign is the plus key without Shift.
        None => (
            false,
            sign_and_digits
                .strip_prefix(['+', '='])
                .unwrap_or(sign_and_digits),
        ),
    };
    let points = digits
        .parse::<u8>()
        .ok()
        .filter(|_| digits.chars().all(|c| c.is_ascii_digit()));
    let points = points.map(|points| {
        if down {
            -i64::from(points)
        } else {
            i64::from(points)
        }
    });
    points
        .and_then(|points| Rating::try_from(points).ok())
        .ok_or("That is no rating. −10 to −1 or 1 to 10; never zero.")
}

pub(super) fn yes_or_no(c: char) -> Option<bool> {
    match c {
        'y' | 'Y' => Some(true),
        'n' | 'N' => Some(false),
        _ => None,
    }
}

pub(super) fn up_or_down(c: char) -> Option<bool> {
    match c {
        '+' | '=' => Some(true),
        '-' | '−' | '_' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nonsense_is_refused_in_one_and_the_same_sentence() {
        let sentence = typed_rating("").unwrap_err();
        for typed in [
            "0", "-0", "11", "-11", "abc", "--3", "+-3", "7.5", "99999999", "+", "−", "1e1", "٣",
        ] {
            assert_eq!(typed_rating(typed), Err(sentence), "{typed}");
        }
    }

    #[test]
    fn a_number_without_a_sign_is_points_up() {
        for (typed, points) in [
            ("7", 7),
            ("+7", 7),
            ("=7", 7),
            ("-7", -7),
            ("−7", -7),
            ("10", 10),
            ("-10", -10),
        ] {
            assert_eq!(typed_rating(typed).unwrap().points(), points, "{typed}");
        }
    }
}
