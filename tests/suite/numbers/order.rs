//! Rounds order the sessions of a business, whatever their dates say; and where the two disagree, it is said.

use super::super::stage::Stage;
use super::*;
use customer_hat::model::compare::{Comparison, Kind, Trend};
use customer_hat::model::last_time::round_before;
use customer_hat::ui::compare::text;

const YEAR: u32 = 365 * 86_400;
const DOUBT: &str = "is dated";

/// Rounds of one team, each begun so many seconds after the clock began, and all felt alike in a round.
fn rounds(all: &[(u32, i64)]) -> Vec<Session> {
    let mut rounds: Vec<Session> = Vec::new();
    for (start, points) in all {
        let before: Vec<&Session> = rounds.iter().collect();
        let session = begun(("Acme", Walk::Team), &before, moment(*start), &FIVE[..3]);
        let felt = [*points; 3];
        rounds.push(judged(rated(session, &[&felt[..]; 5]), &[*points > 0; 3]));
    }
    rounds
}

/// A first round whose clock was a year ahead, and a second one that felt better.
fn clock_ahead() -> Vec<Session> {
    rounds(&[(YEAR, -5), (0, 5)])
}

#[test]
fn with_one_clock_a_year_ahead_the_comparison_is_not_upside_down() {
    let sessions = clock_ahead();
    let turned = [sessions[1].clone(), sessions[0].clone()];
    for sessions in [&sessions[..], &turned] {
        let comparison = Comparison::of(sessions).unwrap();
        assert_eq!(comparison.kind, Kind::ThenAndNow);
        assert!(comparison.columns[0].title.starts_with("round 1"));
        assert_eq!(comparison.tally().higher, 5, "each step felt better");
        let said = text::text(&comparison);
        assert!(said.contains("All 5 steps felt better"), "{said}");
        let flat = flat(&said);
        assert!(
            flat.contains("Round 2 is dated 22 November 2026, before round 1 of 22 November 2027.")
        );
        for page in &pages_compared(sessions)[..SIZES.len()] {
            assert!(page.contains("Round 2 is dated"), "{page}");
        }
    }
}

#[test]
fn a_run_with_wrong_clocks_has_its_trend_by_rounds_and_says_each_that_disagrees() {
    let sessions = rounds(&[(2 * YEAR, -8), (0, -2), (YEAR, 4), (9, 9)]);
    let comparison = Comparison::of(&[
        sessions[3].clone(),
        sessions[0].clone(),
        sessions[2].clone(),
        sessions[1].clone(),
    ])
    .unwrap();
    assert_eq!(comparison.kind, Kind::Run);
    assert_eq!(comparison.steps[0].trend, Some(Trend::Up));
    assert_eq!(comparison.doubts.len(), 2, "{:?}", comparison.doubts);
    let moved = comparison.steps[0].in_both.as_ref().unwrap().moved;
    assert_eq!(moved.counts().unwrap().higher, 3, "rounds 3 and 4");
}

#[test]
fn beside_somebody_alone_the_rounds_of_the_team_still_stand_in_their_order() {
    let mut sessions = clock_ahead();
    let alone = begun(("Acme", Walk::Alone), &[], moment(YEAR / 2), &["Sam"]);
    sessions.push(rated(alone, &[&[1]; 5]));
    let comparison = Comparison::of(&sessions).unwrap();
    assert_eq!(comparison.kind, Kind::Beside);
    let titles: Vec<_> = comparison
        .columns
        .iter()
        .map(|one| one.title.split(" · ").next().unwrap())
        .collect();
    assert_eq!(titles, ["round 1", "alone", "round 2"]);
    assert!(text::text(&comparison).contains(DOUBT));
}

#[test]
fn sessions_of_two_businesses_stand_by_their_dates_and_nothing_is_said_of_them() {
    let late = begun(("Zenith", Walk::Team), &[], moment(YEAR), &FIVE[..3]);
    let early = begun(("Acme", Walk::Team), &[], moment(0), &FIVE[..3]);
    let of = |session| rated(session, &[&[1, 2, 3]; 5]);
    let comparison = Comparison::of(&[of(late), of(early)]).unwrap();
    assert_eq!(comparison.columns[0].business.as_str(), "Acme");
    assert_eq!(comparison.doubts, [""; 0]);
}

#[test]
fn two_files_of_one_round_stand_by_their_dates_and_it_is_said() {
    let first = rounds(&[(0, 1)]).remove(0);
    let second = |start| {
        let session = begun(("Acme", Walk::Team), &[&first], moment(start), &FIVE[..3]);
        rated(session, &[&[1, 1, 1]; 5])
    };
    let comparison = Comparison::of(&[second(500), second(100)]).unwrap();
    assert!(comparison.columns[0].started < comparison.columns[1].started);
    assert_eq!(
        comparison.doubts,
        ["There are two of round 2: the earlier date comes first."]
    );
}

#[test]
fn the_list_the_last_one_and_the_round_before_go_by_rounds_and_say_so() {
    let sessions = clock_ahead();
    let home = home_with(&[&sessions[0], &sessions[1]]);
    let said = home.run(&["list"]);
    let rows: Vec<_> = said.out.lines().skip(1).collect();
    assert!(
        rows[0].contains("2026-11-22") && rows[1].contains("2027-11-22"),
        "{}",
        said.out
    );
    assert!(said.err.contains("Acme: Round 2 is dated"), "{}", said.err);
    let json: serde_json::Value = serde_json::from_str(&home.run(&["list", "--json"]).out).unwrap();
    assert_eq!(json[0]["round"], 2);
    assert!(
        json[0]["doubt"]
            .as_str()
            .unwrap()
            .contains("before round 1")
    );
    assert!(json[1]["doubt"].is_null());
    // `last` is the last round, and beside it stands the one before.
    for args in [&["compare"][..], &["compare", "last"]] {
        let said = home.run(args);
        assert!(
            said.out.contains("All 5 steps felt better"),
            "{}{}",
            said.out,
            said.err
        );
        assert!(flat(&said.out).contains("Round 2 is dated"));
    }
    let report = home.run(&["report", "last"]);
    assert!(report.out.contains("round 2"), "{}", report.out);
}

#[test]
fn the_library_lists_by_rounds_and_tells_of_the_date() {
    let mut stage = Stage::with_sessions(&clock_ahead()).keys("<down><down>");
    stage.app().show_library();
    let text = stage.text(100, 30);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{text}"));
    assert!(at("Acme · round 2") < at("Acme · round 1"), "{text}");
    assert!(flat(&text).contains("Round 2 is dated"), "{text}");
    let menu = stage.keys("<enter>").text(100, 30);
    assert!(menu.contains("Compare it with round 1"), "{menu}");
}

#[test]
fn a_next_round_takes_over_from_the_highest_round_not_from_the_last_date() {
    let sessions = clock_ahead();
    let path = |nth: usize| format!("{nth}.ron").into();
    let headings: Vec<_> = sessions
        .iter()
        .enumerate()
        .map(|(nth, one)| Heading::of(one, path(nth)))
        .collect();
    let third = begun(
        ("Acme", Walk::Team),
        &[&sessions[1], &sessions[0]],
        moment(7),
        &[],
    );
    assert_eq!(third.round().number(), 3);
    let of = (third.business(), third.walk(), third.round());
    let before = round_before(of, &headings).unwrap();
    assert_eq!(before.round.number(), 2);
}
