//! Who was there at a reveal belongs to it: whoever comes later, or leaves, changes no number of what was shown.

use super::super::model::random::config;
use super::*;
use customer_hat::model::compare::Comparison;
use customer_hat::model::journey::Journey;
use proptest::prelude::*;

/// The places where numbers stand.
fn places(session: &Session) -> Vec<Place> {
    let mut places: Vec<_> = session.step_numbers().map(Place::Reveal).collect();
    places.extend([Place::Journey, Place::VerdictReveal]);
    places
}

/// What a screen shows over its foot, which says what can be done now.
fn over_the_foot(stage: &mut Stage, (width, height): (u16, u16)) -> String {
    let text = stage.text(width, height);
    let rows: Vec<_> = text.lines().collect();
    rows[..rows.len() - 2].join("\n")
}

/// What the screens show there, in every size, with the balance behind the journey.
fn screens(session: &Session) -> Vec<String> {
    let shown = |place: Place| {
        let mut stage = stage_at(session, place);
        let mut all = SIZES.map(|size| over_the_foot(&mut stage, size)).to_vec();
        if place == Place::Journey {
            stage.press_all("<tab>");
            all.push(over_the_foot(&mut stage, (80, 24)));
        }
        all
    };
    places(session).into_iter().flat_map(shown).collect()
}

/// What the reports say, but for who took part at all.
fn told(session: &Session) -> Vec<String> {
    let is_who = |line: &&str| line.trim().starts_with("who ") || line.contains("**who:**");
    let reports = reports(session).into_iter().filter_map(|(name, report)| {
        if name == "json" {
            let mut json: serde_json::Value = serde_json::from_str(&report).unwrap();
            let session = json["sessions"][0].as_object_mut().unwrap();
            session.remove("people");
            session.remove("people_count");
            return Some(json.to_string());
        }
        // A long list of people goes on in a second line.
        let report = report.replace("1 person: ", "").replace("2 people: ", "");
        let lines: Vec<_> = report.lines().filter(|line| !is_who(line)).collect();
        (name != "html").then(|| lines.join("\n"))
    });
    reports.collect()
}

/// Cho comes, and whoever is first in the row goes.
fn changed(session: &Session) -> Vec<Session> {
    let mut joined = session.clone();
    make(&mut joined, joining("Cho"));
    let mut left = joined.clone();
    let first = left.people()[0].id.clone();
    make(&mut left, Change::Presence(first, Presence::Away));
    vec![joined, left]
}

#[test]
fn a_pair_stays_a_pair_when_somebody_comes_after_the_reveals() {
    let pair = judged(first(&["Ana", "Ben"], &[&[5, 6]; 5]), &[true, false]);
    let (shown, said) = (screens(&pair), told(&pair));
    for later in changed(&pair) {
        for (now, then) in screens(&later).iter().zip(&shown) {
            assert_eq!(now, then);
        }
        for (now, then) in told(&later).iter().zip(&said) {
            assert_eq!(now, then);
        }
        let journey = Journey::of(&later);
        let words = customer_hat::model::wording::balance_words(&journey);
        assert_eq!(words.as_deref(), Some("+25 and +30"));
        let text = stage_at(&later, Place::Journey).text(100, 30);
        assert!(
            text.contains("+25 and +30") && !text.contains("for the room"),
            "{text}"
        );
    }
}

#[test]
fn somebody_alone_stays_alone_when_a_second_one_comes_after_the_reveals() {
    let alone = judged(first(&["Ana"], &[&[5], &[-3], &[2], &[-9], &[4]]), &[false]);
    let (shown, said) = (screens(&alone), told(&alone));
    for later in &changed(&alone)[..1] {
        assert_eq!(screens(later), shown);
        for (now, then) in told(later).iter().zip(&said) {
            assert_eq!(now, then);
        }
        let story = home_with(&[later]).run(&["replay", "last"]).out;
        assert!(
            story.contains("You felt +5.") && story.contains("answered, sealed"),
            "{story}"
        );
        assert!(!story.contains("of 1 rated"), "{story}");
    }
}

#[test]
fn where_two_of_three_were_there_both_are_told_and_nobody_speaks_for_the_others() {
    let mut session = begun(("Acme", Walk::Team), &[], moment(0), &FIVE[..3]);
    rate(&mut session, StepNumber::FIRST, &[1, 2, 3]);
    make(&mut session, Change::Presence(id("Cho"), Presence::Away));
    let second = StepNumber::from_index(1);
    rate(&mut session, second, &[5, 6]);
    let text = stage_at(&session, Place::Reveal(second)).text(80, 24);
    assert!(text.contains("Tell each other: what made it so?"), "{text}");
    assert!(
        text.contains("2 of 2 rated") && !text.contains("the others did not"),
        "{text}"
    );
    let first = stage_at(&session, Place::Reveal(StepNumber::FIRST)).text(80, 24);
    assert!(first.contains("the middle of the room"), "{first}");
}

#[test]
fn whoever_comes_later_makes_no_small_room_anonymous() {
    let four = hiding(begun(("Acme", Walk::Team), &[], moment(0), &FIVE[..4]));
    let mut session = rated(four, &[&[1, 2, 3, 4]; 5]);
    make(&mut session, joining("Eva"));
    for (name, report) in reports(&session) {
        let is_read = ["text", "markdown", "html"].contains(&name);
        assert!(
            !is_read || report.contains("a rating may be guessed"),
            "{name}: {report}"
        );
    }
}

#[test]
fn what_somebody_had_expected_counts_only_where_they_were() {
    let mut session = begun(("Acme", Walk::Team), &[], moment(0), &FIVE[..3]);
    for (name, points) in [("Ana", 9), ("Ben", 8), ("Cho", 1)] {
        let ratings = vec![Rating::try_from(points).unwrap(); 5];
        let at = moment(0);
        let guess = customer_hat::model::session::Prediction::Guessed { ratings, at };
        make(&mut session, Change::Predict(id(name), Some(guess)));
    }
    rate(&mut session, StepNumber::FIRST, &[1, 2, 3]);
    make(&mut session, Change::Presence(id("Cho"), Presence::Away));
    rate(&mut session, StepNumber::from_index(1), &[5, 6]);
    let expected = Journey::of(&session).expected;
    let points: Vec<_> = expected.iter().map(|one| one.map(Rating::points)).collect();
    assert_eq!(points[..2], [Some(8), Some(8)]);
}

fn any_steps() -> impl Strategy<Value = (usize, Vec<Vec<i64>>)> {
    (1_usize..=6).prop_flat_map(|people| {
        let row = proptest::collection::vec(-10_i64..=10, people);
        (Just(people), proptest::collection::vec(row, 1..=5))
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_number_of_a_reveal_changes_with_who_comes_and_goes(
        (people, steps) in any_steps(),
        hides in any::<bool>(),
        comings in proptest::collection::vec((0_usize..6, any::<bool>()), 1..5),
    ) {
        let names = ["Ana", "Ben", "Dev", "Eva", "Finn", "Gia"];
        let session = begun(("Acme", Walk::Team), &[], moment(0), &names[..people]);
        let session = if hides { hiding(session) } else { session };
        let rows: Vec<&[i64]> = steps.iter().map(Vec::as_slice).collect();
        let session = rated(session, &rows);
        let mut later = session.clone();
        make(&mut later, joining("Cho"));
        for (who, is_here) in comings {
            let who = later.people()[who % later.people().len()].id.clone();
            let presence = if is_here { Presence::Here } else { Presence::Away };
            make(&mut later, Change::Presence(who, presence));
        }
        prop_assert_eq!(format!("{:?}", Journey::of(&later)), format!("{:?}", Journey::of(&session)));
        let facts = |session: &Session| {
            let of_json = told(session);
            let curve = Heading::of(session, "x.ron".into()).curve;
            format!("{curve:?} {}", of_json.last().unwrap())
        };
        prop_assert_eq!(facts(&later), facts(&session));
        let next = begun(("Acme", Walk::Team), &[&session], moment(99), &names[..people]);
        let next = rated(next, &rows);
        let compared = |session: &Session| Comparison::of(&[session.clone(), next.clone()]).unwrap();
        prop_assert_eq!(compared(&later), compared(&session));
        for number in session.step_numbers().take(rows.len()) {
            let shown = |session: &Session| over_the_foot(&mut stage_at(session, Place::Reveal(number)), (80, 24));
            prop_assert_eq!(shown(&later), shown(&session));
        }
    }
}
