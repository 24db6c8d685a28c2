//! How giving a business another name went, in a notice that fits the narrowest screen: what to do next
//! stands before what may be cut.

use crate::store::rename::{Left, Renamed, WhyLeft};
use crate::ui::app::carry::sentence;
use std::fmt::Write as _;

/// How it went: how many have the new name, why the others have not, and what to do about it.
pub fn told_of_names(renamed: &Renamed, to: &str) -> String {
    let (done, all) = (renamed.done.len(), renamed.done.len() + renamed.left.len());
    let mut told = match (done, all) {
        (0, 0) => "Nothing was renamed.".to_owned(),
        (0, _) => "Not renamed.".to_owned(),
        (1, 1) => format!("1 session is {to} now."),
        (done, all) if done == all => format!("{done} sessions are {to} now."),
        // People know what they have just typed; the room is for what they can do.
        (done, all) => format!("{done} of {all} renamed."),
    };
    let is_open = |left: &&Left| left.why == WhyLeft::OpenElsewhere;
    let (open, others): (Vec<_>, Vec<_>) = renamed.left.iter().partition(is_open);
    match &open[..] {
        [] => {}
        [one] => {
            let which = which(one);
            let _ = write!(
                told,
                " {which} is open in another window: close it there, then rename once more."
            );
        }
        many => {
            let _ = write!(
                told,
                " {} are open in other windows: close them there, then rename once more.",
                many.len()
            );
        }
    }
    for left in others {
        let WhyLeft::Other(why) = &left.why else {
            continue;
        };
        let _ = write!(told, " {}: {}", left.file, sentence(why));
    }
    told
}

fn which(left: &Left) -> String {
    match (left.alone, left.round) {
        (true, 1) => "The walk alone".to_owned(),
        (true, round) => format!("Round {round} alone"),
        (false, round) => format!("Round {round}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::ui::widgets::wrap::wrap;
    use std::path::PathBuf;

    fn left(round: u16, why: WhyLeft) -> Left {
        Left {
            round,
            alone: false,
            file: format!("2026-08-20-acme-round-{round}.ron"),
            why,
        }
    }

    fn told(done: usize, left: Vec<Left>) -> String {
        let renamed = Renamed {
            done: vec![PathBuf::new(); done],
            left,
        };
        told_of_names(&renamed, "The Society of Acme Boat Builders of Maine")
    }

    #[test]
    fn what_is_open_elsewhere_is_told_in_two_rows_of_a_narrow_screen_with_what_to_do() {
        let one = told(2, vec![left(2, WhyLeft::OpenElsewhere)]);
        assert_eq!(
            one,
            "2 of 3 renamed. Round 2 is open in another window: close it there, then rename once more."
        );
        let open = [1, 2].map(|round| left(round, WhyLeft::OpenElsewhere));
        let none = told(0, open[..1].to_vec());
        let two = told(10, open.to_vec());
        for words in [one, none, two] {
            assert!(wrap(&words, 56).len() <= 2, "{words}");
            assert!(words.ends_with("then rename once more."));
        }
    }

    #[test]
    fn another_reason_is_told_with_its_file_behind_what_can_be_done_here() {
        let damaged = left(1, WhyLeft::Other("the disk is full".to_owned()));
        let words = told(1, vec![damaged, left(2, WhyLeft::OpenElsewhere)]);
        assert!(words.ends_with("once more. 2026-08-20-acme-round-1.ron: The disk is full."));
        assert_eq!(told(0, Vec::new()), "Nothing was renamed.");
        assert!(told(1, Vec::new()).starts_with("1 session is The Society"));
    }
}
