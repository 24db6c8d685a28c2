//! Choosing: in every list, what is highlighted when Enter is pressed is what is taken.

use super::stage::Stage;
use customer_hat::model::change::Change;
use customer_hat::model::evidence::Word;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{BallotKind, Improvement, Names};
use customer_hat::model::text::CleanText;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

/// A team of two that is asked how it rates.
fn at_the_choices() -> Stage {
    Stage::at_home().keys("tAcme<enter>Ana<enter>Ben<enter><enter>")
}

/// A sample at a place of it, still open.
fn sample(place: Place) -> Stage {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    session.apply(Change::Finished(None), now).unwrap();
    session.apply(Change::ChosenFor(Vec::new()), now).unwrap();
    session.apply(Change::Go(place), now).unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

fn downs(many: usize) -> String {
    "<down>".repeat(many)
}

#[test]
fn how_ratings_are_taken_is_what_is_highlighted_when_enter_is_pressed() {
    let kinds = [
        BallotKind::PassTheKeyboard,
        BallotKind::CardsUp,
        BallotKind::Open,
    ];
    for (row, kind) in kinds.into_iter().enumerate() {
        for names in [Names::Shown, Names::Hidden] {
            let to_names = if names == Names::Shown {
                "<tab>"
            } else {
                "<tab><down>"
            };
            let keys = format!("{}{to_names}<enter>", downs(row));
            let stage = at_the_choices().keys(&keys);
            assert_eq!(stage.place(), Place::Welcome);
            assert_eq!(stage.kept().ballot(), kind, "{keys}");
            assert_eq!(stage.kept().names(), names, "{keys}");
        }
    }
}

#[test]
fn no_answer_is_changed_on_the_way_to_the_other_question() {
    let mut stage = at_the_choices().keys(&downs(9));
    assert!(stage.shows("Tab goes on to the names."));
    assert_eq!(stage.session().names(), Names::Shown);
    let mut stage = stage.keys("<tab><down><up><up>");
    assert!(stage.shows("Tab goes back to how you rate."));
    assert_eq!(stage.session().ballot(), BallotKind::Open);
    assert_eq!(stage.session().names(), Names::Shown);
    let stage = stage.keys("<tab><up>");
    assert_eq!(stage.session().ballot(), BallotKind::CardsUp);
    let stage = stage.keys("u");
    assert_eq!(stage.session().ballot(), BallotKind::Open);
}

#[test]
fn each_reason_is_picked_by_going_to_it_and_enter_and_none_by_enter_alone() {
    let reasons = sample(Place::Commodity)
        .session()
        .exercise()
        .commodity
        .reasons
        .clone();
    for (row, reason) in reasons.iter().enumerate() {
        let stage = sample(Place::Commodity).keys(&format!("{}<enter>", downs(row + 1)));
        assert_eq!(stage.kept().chosen_for(), std::slice::from_ref(reason));
        let stage = stage.keys("<enter>");
        assert_eq!(stage.place(), Place::IfEqual);
        assert_eq!(stage.kept().chosen_for(), std::slice::from_ref(reason));
    }
    let none = sample(Place::Commodity).keys("<enter>");
    assert!(none.kept().chosen_for().is_empty() && none.place() == Place::IfEqual);
    // Picked, and put back with Space: that is a decision too.
    let back = sample(Place::Commodity).keys("<down><space><space><enter>");
    assert!(back.kept().chosen_for().is_empty() && back.place() == Place::IfEqual);
}

#[test]
fn each_word_is_picked_by_going_to_it_and_enter_and_none_by_enter_alone() {
    let step = StepNumber::FIRST;
    let open = || {
        let mut stage = sample(Place::Reveal(step));
        let none = Change::Step(
            step,
            customer_hat::model::change::StepChange::Words(Vec::new()),
        );
        let mut session = stage.session().clone();
        session.apply(none, super::stage::moment(0)).unwrap();
        stage = Stage::in_session(&text_of(&session).unwrap());
        stage.keys("w")
    };
    let asked = open().session().exercise().steps[0].clone();
    let good = asked.words_good.iter().cloned().map(Word::Good);
    let bad = asked.words_bad.iter().cloned().map(Word::Bad);
    for (at, word) in good.chain(bad).enumerate() {
        let keys = format!("{}<enter>", "<right>".repeat(at + 1));
        let mut stage = open().keys(&keys);
        assert_eq!(stage.kept().step(step).words, [word]);
        assert!(stage.shows("Enter done"), "{}", stage.text(100, 30));
    }
    let mut none = open().keys("<enter>");
    assert!(none.kept().step(step).words.is_empty() && none.shows("Enter next step"));
}

#[test]
fn the_one_of_this_week_is_what_is_highlighted_when_enter_is_pressed() {
    let three = || {
        let mut session = sample(Place::Improvements).session().clone();
        let one = session.improvements()[0].clone();
        let list = ["First", "Second", "Third"].map(|what| Improvement {
            what: CleanText::typed(what),
            the_one: what == "First",
            ..one.clone()
        });
        let change = Change::Improvements(list.to_vec());
        session.apply(change, super::stage::moment(0)).unwrap();
        Stage::in_session(&text_of(&session).unwrap())
    };
    for (row, what) in ["First", "Second", "Third"].into_iter().enumerate() {
        let stage = three().keys(&format!("{}<enter>", downs(row)));
        let one = stage.kept().the_one().unwrap().what.clone();
        assert_eq!(one.as_str(), what);
        let stage = if row == 0 {
            stage
        } else {
            stage.keys("<enter>")
        };
        assert_eq!(stage.place(), Place::Close);
    }
    // Whoever only gave the second one an owner has not made it the first.
    let stage = three().keys("<down>o<enter><enter>");
    assert_eq!(stage.place(), Place::Close);
    assert_eq!(stage.kept().the_one().unwrap().what.as_str(), "First");
}

#[test]
fn the_step_of_an_improvement_is_the_one_that_stands_there_when_enter_is_pressed() {
    let steps = sample(Place::Improvements).session().steps().len();
    for presses in 1..=steps {
        let keys = format!("{}<enter>", "s".repeat(presses));
        let stage = sample(Place::Improvements).keys(&keys);
        let before = sample(Place::Improvements)
            .session()
            .the_one()
            .unwrap()
            .step;
        let at = before.map_or(0, |step| step.index() + 1) + presses;
        let expected = Some((at - 1) % (steps + 1)).filter(|_| !at.is_multiple_of(steps + 1));
        let now = stage.kept().the_one().unwrap().step;
        assert_eq!(now.map(StepNumber::index), expected, "{presses}");
    }
}

#[test]
fn the_kind_of_report_is_the_one_that_is_highlighted_when_enter_is_pressed() {
    for (row, ending) in ["html", "md", "txt", "csv", "json"].into_iter().enumerate() {
        let stage = sample(Place::Close).keys(&format!("r{}<enter>", downs(row)));
        let (file, _) = &stage.reports()[0];
        assert_eq!(file.extension().unwrap(), ending);
    }
}

#[test]
fn a_setting_is_what_its_row_shows_whichever_key_closes_it() {
    for closing in ["<enter>", "<esc>"] {
        for row in 0..6 {
            for changes in 0..4 {
                let keys = format!(",{}{}", downs(row), "<right>".repeat(changes));
                let mut stage = Stage::at_home().keys(&keys);
                let shown = stage.text(100, 30);
                let mut again = stage.keys(closing).keys(&format!(",{}", downs(row)));
                assert_eq!(again.text(100, 30), shown, "{keys}");
            }
        }
    }
}

#[test]
fn home_and_the_librarys_menu_do_what_is_highlighted() {
    let sessions: Vec<_> = samples().into_iter().map(|(_, session)| session).collect();
    let mut library = Stage::with_sessions(&sessions).keys("l");
    assert!(library.shows("Look back"));
    let menu = library.keys("<enter>");
    let mut menu = menu.keys("<down><down><down>");
    let text = menu.text(100, 30);
    let mut marked = text.lines().filter(|line| line.contains('▸'));
    let chosen = marked.next_back().unwrap().to_owned();
    assert!(
        chosen.contains("Write a report") || chosen.contains("Open"),
        "{chosen}"
    );
    let mut done = menu.keys("<enter>");
    assert!(done.has_session() || done.shows("Write a report"));
    let home = Stage::with_sessions(&sessions);
    let mut home = home.keys("<down><enter>");
    assert!(home.shows("The one you will walk through. Type its name."));
}

#[test]
fn a_menu_about_what_is_marked_says_so_where_something_else_is_highlighted() {
    let sessions: Vec<_> = samples().into_iter().map(|(_, session)| session).collect();
    let mut same = Stage::with_sessions(&sessions).keys("l<tab><enter>");
    assert!(!same.shows("Marked: "));
    let mut other = Stage::with_sessions(&sessions).keys("l<tab><down><enter>");
    assert!(other.shows("Marked: Pedal & Crumb · round 2"));
}

#[test]
fn a_departments_number_stands_whichever_key_leaves_it() {
    let third = StepNumber::try_from(3).unwrap();
    for leaving in ["<enter>", "<down>", "<up>"] {
        let stage = sample(Place::Reveal(third)).keys(&format!("d-7{leaving}"));
        let first = stage.kept().step(third).departments[0].rating;
        assert_eq!(first.map(Rating::points), Some(-7), "{leaving}");
    }
    let mut none = sample(Place::Reveal(third)).keys("d99<down>");
    assert!(none.shows("no rating") || none.shows("Not a rating"));
}
