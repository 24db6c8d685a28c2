//! Predictions, ratings, verdicts and what comes after them: what is taken, what is refused, what counts.

use super::*;
use customer_hat::model::session::{BallotKind, Improvement, Names};

fn improvement(what: &str, the_one: bool) -> Improvement {
    Improvement {
        what: text(what),
        step: None,
        who: CleanText::default(),
        by: None,
        the_one,
    }
}

#[test]
fn somebody_who_is_not_in_the_session_can_give_and_take_back_nothing() {
    let mut session = walked();
    let dev = id("Dev");
    let unknown = Refused::Unknown(dev.clone());
    for change in [
        Change::Verdict(dev.clone(), Some(Verdict::Erodes { at: at(1) })),
        Change::Verdict(dev.clone(), None),
        Change::Answer(step(2), Turn::Again, dev.clone(), None),
        answer(2, Turn::Again, "Dev", 3),
        Change::Remove(dev.clone()),
        Change::Presence(dev.clone(), Presence::Away),
        Change::Rename(dev.clone(), text("Eva"), text("")),
    ] {
        assert_eq!(refused(&mut session, change), unknown);
    }
    let mut fresh = super::session(&["Ana"]);
    for change in [
        Change::Predict(dev.clone(), Some(guess(&[1, 2, 3, 4, 5]))),
        Change::Predict(dev.clone(), None),
        answer(1, Turn::First, "Dev", 3),
        Change::Answer(step(1), Turn::First, dev, None),
    ] {
        assert_eq!(refused(&mut fresh, change), unknown);
    }
}

#[test]
fn nobody_answers_for_somebody_who_is_away() {
    let mut session = session(&["Ana", "Ben"]);
    make(&mut session, answer(1, Turn::First, "Ben", 7));
    make(&mut session, Change::Presence(id("Ben"), Presence::Away));
    let away = Refused::Away("Ben".to_owned());
    for change in [
        Change::Predict(id("Ben"), Some(guess(&[1, 2, 3, 4, 5]))),
        answer(1, Turn::First, "Ben", 3),
        Change::Answer(step(1), Turn::First, id("Ben"), None),
    ] {
        assert_eq!(refused(&mut session, change), away);
    }
    let mut walked = walked();
    make(&mut walked, Change::Presence(id("Ben"), Presence::Away));
    assert_eq!(refused(&mut walked, builds("Ben")), away);
}

#[test]
fn a_prediction_has_one_rating_for_each_step_or_is_a_pass() {
    let mut session = session(&["Ana", "Ben"]);
    for points in [&[][..], &[1, 2, 3, 4], &[1, 2, 3, 4, 5, 6]] {
        let change = Change::Predict(id("Ana"), Some(guess(points)));
        assert_eq!(refused(&mut session, change), Refused::WrongLength(5));
    }
    let pass = Prediction::Passed { at: at(1) };
    make(&mut session, Change::Predict(id("Ana"), Some(pass)));
    assert_eq!(session.missing_predictions(), [&person("Ben")]);
}

#[test]
fn a_guess_is_none_any_more_once_a_step_was_revealed() {
    let mut session = session(&["Ana", "Ben"]);
    make(
        &mut session,
        Change::Predict(id("Ana"), Some(guess(&[1, 2, 3, 4, 5]))),
    );
    rate(&mut session, 1, &[2, 3]);
    for change in [
        Change::Predict(id("Ben"), Some(guess(&[1, 2, 3, 4, 5]))),
        Change::Predict(id("Ana"), None),
    ] {
        assert_eq!(refused(&mut session, change), Refused::AlreadyRevealed);
    }
    assert!(session.missing_predictions().is_empty());
}

#[test]
fn what_was_seen_was_seen() {
    let mut session = judged();
    for change in [
        answer(1, Turn::First, "Ana", -10),
        Change::Answer(step(1), Turn::First, id("Ana"), None),
        Change::Reveal(step(1), Turn::First),
        builds("Ana"),
        Change::Verdict(id("Ana"), None),
        Change::RevealVerdicts,
    ] {
        assert_eq!(refused(&mut session, change), Refused::AlreadyRevealed);
    }
}

#[test]
fn no_step_is_rated_or_revealed_before_the_ones_before_it() {
    let mut session = session(&["Ana"]);
    assert_eq!(
        refused(&mut session, answer(3, Turn::First, "Ana", 4)),
        Refused::StepFirst(step(1))
    );
    rate(&mut session, 1, &[4]);
    for change in [
        answer(3, Turn::First, "Ana", 4),
        Change::Reveal(step(3), Turn::First),
    ] {
        assert_eq!(refused(&mut session, change), Refused::StepFirst(step(2)));
    }
    for change in [
        answer(6, Turn::First, "Ana", 4),
        Change::Reveal(step(6), Turn::First),
    ] {
        assert_eq!(refused(&mut session, change), Refused::NoStep(step(6)));
    }
}

#[test]
fn the_verdict_waits_for_every_step_and_for_everybody_here() {
    let mut session = session(&["Ana", "Ben"]);
    for number in 1..=5 {
        assert_eq!(refused(&mut session, builds("Ana")), Refused::NotRevealed);
        assert_eq!(
            refused(&mut session, Change::RevealVerdicts),
            Refused::NotRevealed
        );
        rate(&mut session, number, &[1, 1]);
    }
    make(&mut session, builds("Ana"));
    assert_eq!(
        refused(&mut session, Change::RevealVerdicts),
        Refused::Waiting("Ben".to_owned())
    );
}

#[test]
fn a_second_rating_comes_after_the_first_reveal_and_both_are_kept() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    for change in [
        answer(1, Turn::Again, "Ana", 4),
        Change::Reveal(step(1), Turn::Again),
    ] {
        assert_eq!(refused(&mut session, change), Refused::NotRevealed);
    }
    rate(&mut session, 1, &[4, -6, 0]);
    make(&mut session, answer(1, Turn::Again, "Ana", -2));
    assert_eq!(
        session.step(step(1)).felt_rating(&id("Ana")),
        Some(rating(4)),
        "the second one is sealed"
    );
    make(&mut session, answer(1, Turn::Again, "Ben", 0));
    make(&mut session, answer(1, Turn::Again, "Cho", 5));
    make(&mut session, Change::Reveal(step(1), Turn::Again));
    let record = session.step(step(1));
    let counts = |name| record.felt_rating(&id(name)).map(Rating::points);
    assert_eq!(counts("Ana"), Some(-2), "she changed her mind");
    assert_eq!(counts("Ben"), Some(-6), "a pass lets the first one stand");
    assert_eq!(counts("Cho"), Some(5), "who passed may rate after the talk");
    assert_eq!(record.ratings[&id("Ana")].rating(), Some(rating(4)));
    assert_eq!(record.felt(&id("Ana")).unwrap().stays(), Some(false));
    assert_eq!(
        refused(&mut session, answer(1, Turn::Again, "Ana", 1)),
        Refused::AlreadyRevealed
    );
}

#[test]
fn a_pass_is_not_a_zero() {
    let mut session = session(&["Ana", "Ben"]);
    rate(&mut session, 1, &[0, -3]);
    let record = session.step(step(1));
    assert_eq!(record.felt_ratings(), [rating(-3)]);
    assert_eq!((record.felt_ratings().len(), record.of()), (1, 2));
    assert_eq!(session.stays_of(&id("Ana"))[0], None);
}

#[test]
fn another_ballot_can_not_show_what_was_sealed() {
    let mut session = session(&["Ana", "Ben"]);
    make(&mut session, Change::Ballot(BallotKind::CardsUp));
    make(&mut session, Change::Ballot(BallotKind::PassTheKeyboard));
    make(&mut session, answer(1, Turn::First, "Ana", -4));
    for kind in [BallotKind::CardsUp, BallotKind::Open] {
        assert_eq!(refused(&mut session, Change::Ballot(kind)), Refused::Sealed);
    }
    make(&mut session, Change::Ballot(BallotKind::PassTheKeyboard));
    make(&mut session, answer(1, Turn::First, "Ben", 4));
    make(&mut session, Change::Reveal(step(1), Turn::First));
    make(&mut session, Change::Ballot(BallotKind::CardsUp));
}

#[test]
fn sealed_guesses_second_ratings_and_verdicts_hold_the_ballot_too() {
    let mut guessed = session(&["Ana"]);
    make(
        &mut guessed,
        Change::Predict(id("Ana"), Some(guess(&[1, 2, 3, 4, 5]))),
    );
    let mut again = walked();
    make(&mut again, answer(5, Turn::Again, "Ana", 1));
    let mut verdicts = walked();
    make(&mut verdicts, builds("Ana"));
    for session in [&mut guessed, &mut again, &mut verdicts] {
        let open = Change::Ballot(BallotKind::Open);
        assert_eq!(refused(session, open), Refused::Sealed);
    }
}

#[test]
fn names_that_were_hidden_stay_hidden_once_somebody_answered() {
    let mut session = session(&["Ana", "Ben"]);
    make(&mut session, Change::Names(Names::Hidden));
    make(&mut session, Change::Names(Names::Shown));
    make(&mut session, Change::Names(Names::Hidden));
    make(&mut session, answer(1, Turn::First, "Ana", -4));
    assert_eq!(
        refused(&mut session, Change::Names(Names::Shown)),
        Refused::NamesPromised
    );
    make(&mut session, Change::Names(Names::Hidden));
}

#[test]
fn a_business_is_chosen_for_reasons_of_the_exercise_each_once() {
    let mut session = judged();
    let change = Change::ChosenFor(vec![text("price"), text("charm")]);
    assert_eq!(
        refused(&mut session, change),
        Refused::NoReason(text("charm"))
    );
    let twice = vec![text("price"), text("location"), text("price")];
    make(&mut session, Change::ChosenFor(twice));
    assert_eq!(session.chosen_for(), [text("price"), text("location")]);
}

#[test]
fn exactly_one_improvement_is_the_one() {
    let mut session = judged();
    for (marks, one) in [
        (&[false][..], 0),
        (&[false, false], 0),
        (&[false, true, false], 1),
        (&[true, false, true], 2),
    ] {
        let list = marks.iter().map(|mark| improvement("answer", *mark));
        make(&mut session, Change::Improvements(list.collect()));
        let found: Vec<_> = session
            .improvements()
            .iter()
            .map(|one| one.the_one)
            .collect();
        let expected: Vec<_> = (0..marks.len()).map(|index| index == one).collect();
        assert_eq!(found, expected, "{marks:?}");
    }
    make(&mut session, Change::Improvements(Vec::new()));
    assert_eq!(session.the_one(), None);
}

#[test]
fn an_improvement_says_what_and_belongs_to_a_step_that_there_is() {
    let mut session = judged();
    let empty = Change::Improvements(vec![improvement("", true)]);
    assert_eq!(refused(&mut session, empty), Refused::NoName);
    let beyond = Improvement {
        step: Some(step(6)),
        ..improvement("answer by the third ring", true)
    };
    assert_eq!(
        refused(&mut session, Change::Improvements(vec![beyond])),
        Refused::NoStep(step(6))
    );
}

#[test]
fn nothing_is_taken_that_could_not_be_read_back() {
    use customer_hat::model::change::StepChange;
    use customer_hat::model::evidence::{Department, Note, NoteKind, Word};
    let most = Session::MOST_IN_A_LIST;
    let note = Note {
        kind: NoteKind::Fact,
        at: at(3),
        text: text("it rang"),
    };
    let department = Department {
        name: text("sales"),
        rating: None,
    };
    let word = Word::Good(text("welcome"));
    let changes = |many| {
        let lists = [
            StepChange::Notes(vec![note.clone(); many]),
            StepChange::Departments(vec![department.clone(); many]),
            StepChange::Words(vec![word.clone(); many]),
        ];
        let mut changes: Vec<_> = lists.map(|list| Change::Step(step(1), list)).into();
        changes.push(Change::Improvements(vec![
            improvement("ring back", false);
            many
        ]));
        changes
    };
    let mut session = judged();
    for change in changes(most + 1) {
        assert_eq!(refused(&mut session, change), Refused::TooLong);
    }
    for change in changes(most) {
        make(&mut session, change);
    }
    assert_eq!(read(&file_of(&session)).as_ref(), Ok(&session));
}
