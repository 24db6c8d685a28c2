//! The order of sessions: by their dates, and the rounds of one business by their rounds; and what is to be said
//! where the two disagree, since a clock may be wrong where a round is not.

use super::heading::Heading;
use super::moment::Moment;
use super::name_key::key;
use super::session::{Round, Session, Walk};
use std::collections::BTreeMap;

/// What puts a session in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Sessions of one business and one walk are rounds of each other.
    series: (String, bool),
    round: Round,
    started: Moment,
}

impl From<&Session> for Placed {
    fn from(session: &Session) -> Self {
        let series = series(session.business(), session.walk());
        Self {
            series,
            round: session.round(),
            started: session.started(),
        }
    }
}

impl From<&Heading> for Placed {
    fn from(heading: &Heading) -> Self {
        Self {
            series: series(&heading.business, heading.walk),
            round: heading.round,
            started: heading.started,
        }
    }
}

fn series(business: &super::text::CleanText, walk: Walk) -> (String, bool) {
    (key(business.as_str()), walk == Walk::Team)
}

/// The order of these sessions, the first first, by their numbers here: by date, but where several are rounds of
/// each other, they stand at their places in the order of their rounds. Of one round the earlier date comes first.
pub fn in_order(all: &[Placed]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| (all[*at].started, all[*at].round));
    let mut of_series: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (place, at) in order.iter().enumerate() {
        of_series.entry(&all[*at].series).or_default().push(place);
    }
    for places in of_series.values() {
        let mut rounds: Vec<usize> = places.iter().map(|place| order[*place]).collect();
        rounds.sort_by_key(|at| (all[*at].round, all[*at].started));
        for (place, at) in places.iter().zip(rounds) {
            order[*place] = at;
        }
    }
    order
}

/// What is to be said of the dates of each of these sessions, in a sentence; of most there is nothing.
pub fn doubts(all: &[Placed]) -> Vec<Option<String>> {
    let mut doubts = vec![None; all.len()];
    let mut before: BTreeMap<_, &Placed> = BTreeMap::new();
    for at in in_order(all) {
        let one = &all[at];
        if let Some(before) = before.insert(&one.series, one) {
            doubts[at] = doubt(before, one);
        }
    }
    doubts
}

fn doubt(before: &Placed, one: &Placed) -> Option<String> {
    let (round, earlier) = (one.round.number(), before.round.number());
    // Of one moment it is a copy, and no other session.
    if round == earlier && one.started > before.started {
        return Some(format!(
            "There are two of round {round}: the earlier date comes first."
        ));
    }
    (one.started < before.started).then(|| {
        let (now, then) = (one.started, before.started);
        let [now, then] = if now.date() == then.date() {
            [now, then].map(|at| format!("{}, {}", at.date_words(), at.time_words()))
        } else {
            [now, then].map(Moment::date_words)
        };
        format!(
            "Round {round} is dated {now}, before round {earlier} of {then}. A clock was wrong; the rounds count."
        )
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn placed(business: &str, round: u16, started: &str) -> Placed {
        Placed {
            series: (business.to_owned(), true),
            round: ron::from_str(&round.to_string()).unwrap(),
            started: format!("{started}T09:00:00+01:00").parse().unwrap(),
        }
    }

    #[test]
    fn rounds_order_a_business_and_dates_order_the_businesses() {
        let all = [
            placed("a", 2, "2026-03-01"),
            placed("b", 1, "2026-05-01"),
            placed("a", 1, "2027-02-01"),
            placed("a", 3, "2026-09-01"),
        ];
        assert_eq!(in_order(&all), [2, 1, 0, 3]);
        let said = doubts(&all);
        assert_eq!(
            said[0].as_deref(),
            Some(
                "Round 2 is dated 1 March 2026, before round 1 of 1 February 2027. A clock was wrong; the rounds count."
            )
        );
        assert_eq!(said[1..], [None, None, None]);
    }

    #[test]
    fn two_of_one_round_stand_by_their_dates_and_it_is_said() {
        let all = [placed("a", 2, "2026-05-01"), placed("a", 2, "2026-03-01")];
        assert_eq!(in_order(&all), [1, 0]);
        let said = doubts(&all);
        assert_eq!(
            said[0].as_deref(),
            Some("There are two of round 2: the earlier date comes first.")
        );
        assert_eq!(said[1], None);
    }

    proptest! {
        #[test]
        fn the_rounds_of_a_business_never_stand_upside_down_and_a_wrong_date_is_always_told(
            all in proptest::collection::vec((0_usize..3, 1_u16..5, 1_u32..28), 0..12)
        ) {
            let all: Vec<Placed> = all
                .iter()
                .map(|(one, round, day)| placed(["a", "b", "c"][*one], *round, &format!("2026-03-{day:02}")))
                .collect();
            let order = in_order(&all);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..all.len()).collect::<Vec<_>>());
            let said = doubts(&all);
            for (nth, at) in order.iter().enumerate() {
                let before = order[..nth].iter().rfind(|other| all[**other].series == all[*at].series);
                let Some(before) = before else { continue };
                let (before, one) = (&all[*before], &all[*at]);
                prop_assert!(before.round <= one.round);
                let is_another = one.started > before.started;
                let disagree =
                    one.started < before.started || (one.round == before.round && is_another);
                prop_assert_eq!(said[*at].is_some(), disagree);
            }
        }
    }
}
