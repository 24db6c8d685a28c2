//! Sides: a divided room has neither won nor lost, a word belongs to the side it was typed on, who spoke first is not
//! asked first again, and what changes says where it stands.

use super::plain::table::Table;
use super::stage::{Stage, moment};
use customer_hat::model::change::{Change, StepChange};
use customer_hat::model::evidence::Word;
use customer_hat::model::heading::Heading;
use customer_hat::model::person::PersonId;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Names, Session};
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::model::verdicts::{Count, Lean};
use customer_hat::report::{self, Format};
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;
use customer_hat::ui::notes::Notes;
use std::path::PathBuf;

/// The verdicts of so many who say the one and so many who say the other, just shown.
fn verdicts(builds: usize, erodes: usize) -> Session {
    let all = builds + erodes;
    let names: Vec<_> = (1..=all)
        .map(|nth| format!("Person {nth}<enter>"))
        .collect();
    let names = names.concat();
    let verdicts = "+<enter>".repeat(builds) + &"-<enter>".repeat(erodes);
    let rated = format!(
        "{}<enter><wait><wait><enter>",
        "4<enter>y<enter>".repeat(all)
    );
    Stage::at_home()
        .keys(&format!("tAcme<enter>{names}<enter><enter><enter>"))
        .keys(&"x<enter>".repeat(all))
        .keys("<enter>")
        .keys(&format!("<enter>{rated}").repeat(5))
        .keys(&format!("<enter>{verdicts}<enter><wait>"))
        .kept()
}

#[test]
fn a_tied_verdict_looks_like_neither_and_says_so_everywhere() {
    for (builds, erodes, lean) in [
        (1, 1, Lean::Divided),
        (3, 3, Lean::Divided),
        (3, 2, Lean::Builds),
        (2, 3, Lean::Erodes),
    ] {
        let session = verdicts(builds, erodes);
        let count = Count::of(&session).unwrap();
        assert_eq!(
            (session.place(), count.lean()),
            (Place::VerdictReveal, lean)
        );
        let is_tied = lean == Lean::Divided;
        assert_eq!(count.words(&session).contains("divided"), is_tied);
        let notes = format!("{:?}", Notes::of(&session, moment(0)));
        assert_eq!(notes.contains("neither won nor lost"), is_tied, "{notes}");
        assert_eq!(notes.contains("smaller side"), !is_tied, "{notes}");
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let text = report::render_all(&[(session.clone(), "a".to_owned())], format).unwrap();
            assert_eq!(text.contains("divided"), is_tied, "{text}");
            if format == Format::Html && is_tied {
                assert!(text.contains(r#"class="verdict even""#), "{text}");
            }
        }
        let heading = Heading::of(&session, PathBuf::from("a"));
        assert_eq!(heading.verdict.contains("divided"), is_tied);
    }
}

/// The colours of the block letters of a picture's headline.
fn ink_of_headline(session: &Session) -> Vec<ratatui::style::Color> {
    let mut stage = Stage::in_session(&text_of(session).unwrap());
    let picture = stage.screen(100, 30);
    let mut inks: Vec<_> = (4..12)
        .flat_map(|y| (0..100).map(move |x| (x, y)))
        .filter(|at| super::kit::is_block(picture[*at].symbol().chars().next().unwrap_or(' ')))
        .map(|at| picture[at].fg)
        .collect();
    inks.dedup();
    inks
}

#[test]
fn a_tied_verdict_has_the_colour_of_neither_side() {
    let [tied, won, lost] = [(3, 3), (4, 2), (2, 4)].map(|(builds, erodes)| {
        let inks = ink_of_headline(&verdicts(builds, erodes));
        *inks.first().expect("a headline in block letters")
    });
    assert!(
        tied != won && tied != lost && won != lost,
        "{tied:?} {won:?} {lost:?}"
    );
}

#[test]
fn nobody_is_told_of_a_smaller_side_that_is_not_there() {
    for (builds, erodes) in [(3, 0), (0, 3)] {
        let session = verdicts(builds, erodes);
        let notes = format!("{:?}", Notes::of(&session, moment(0)));
        assert!(!notes.contains("smaller side"), "{notes}");
    }
    let mut alone = samples().swap_remove(2).1;
    let now = alone.finished().unwrap();
    alone.apply(Change::Go(Place::VerdictReveal), now).unwrap();
    let notes = format!("{:?}", Notes::of(&alone, now));
    assert!(!notes.contains("others"), "{notes}");
}

/// The first step of a sample revealed, with no word picked yet.
fn at_the_words() -> Stage {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    for change in [
        Change::Finished(None),
        Change::Step(StepNumber::FIRST, StepChange::Words(Vec::new())),
        Change::Go(Place::Reveal(StepNumber::FIRST)),
    ] {
        session.apply(change, now).unwrap();
    }
    Stage::in_session(&text_of(&session).unwrap()).keys("w")
}

#[test]
fn an_own_word_belongs_to_the_side_of_the_word_it_was_typed_on() {
    let asked = at_the_words().session().exercise().steps[0].clone();
    let (good, all) = (
        asked.words_good.len(),
        asked.words_good.len() + asked.words_bad.len(),
    );
    for at in 0..all {
        for switched in [false, true] {
            let tab = if switched { "<tab>" } else { "" };
            let right = "<right>".repeat(at + 1);
            let mut typed = at_the_words().keys(&format!("{right}agrubby{tab}"));
            let is_good = (at < good) != switched;
            let side = if is_good {
                "▲ a good feeling"
            } else {
                "▼ a bad feeling"
            };
            let other = if is_good {
                "Tab a bad feeling"
            } else {
                "Tab a good feeling"
            };
            assert!(
                typed.shows(side) && typed.shows(other),
                "{}",
                typed.text(100, 30)
            );
            // It waits on its side as well.
            let stage = typed.quit_and_resume().keys("<enter>");
            let words = stage.kept().step(StepNumber::FIRST).words.clone();
            assert_eq!(words.len(), 1, "{right}{tab}");
            assert_eq!(
                (words[0].text().as_str(), words[0].is_good()),
                ("grubby", is_good)
            );
        }
    }
}

#[test]
fn a_word_that_is_offered_already_keeps_its_side_and_is_never_let_go_by_typing() {
    let asked = at_the_words().session().exercise().steps[0].clone();
    let bad = asked.words_bad[0].clone();
    let typed = format!("<right>a{bad}<enter>a{bad}<enter>");
    let stage = at_the_words().keys(&typed);
    assert_eq!(stage.kept().step(StepNumber::FIRST).words, [Word::Bad(bad)]);
}

/// A step rated twice by three people, the second time with these ratings.
fn rated_twice(names: Names, second: [i8; 3]) -> Session {
    let step = StepNumber::FIRST;
    let mut session = Stage::at_home()
        .keys("tAcme<enter>Ana<enter>Ben<enter>Cho<enter><enter>")
        .kept();
    let people: Vec<PersonId> = session.people().iter().map(|one| one.id.clone()).collect();
    let rated = |points: i8| Answer::Rated {
        rating: Rating::try_from(i64::from(points)).unwrap(),
        stays: true,
        at: moment(0),
    };
    let mut changes = vec![Change::Names(names), Change::Go(Place::Rating(step))];
    for (turn, ratings) in [(Turn::First, [-6, 2, 8]), (Turn::Again, second)] {
        let answers = people.iter().zip(ratings);
        changes.extend(
            answers.map(|(id, points)| Change::Answer(step, turn, id.clone(), Some(rated(points)))),
        );
        changes.push(Change::Reveal(step, turn));
    }
    changes.push(Change::Go(Place::Reveal(step)));
    for change in changes {
        session.apply(change, moment(0)).unwrap();
    }
    session
}

#[test]
fn the_second_reveal_does_not_ask_again_who_speaks_first() {
    for names in [Names::Shown, Names::Hidden] {
        for (second, told) in [
            ([-2, 2, 8], "Some of you moved."),
            ([-6, 2, 8], "Nobody moved."),
        ] {
            let session = rated_twice(names, second);
            let mut stage = Stage::in_session(&text_of(&session).unwrap());
            for size in [(60, 20), (80, 24), (100, 30), (200, 60)] {
                let text = stage.text(size.0, size.1);
                assert!(
                    !text.contains("speak first") && !text.contains("speaks first"),
                    "{text}"
                );
                assert!(size.0 == 200 || text.contains(told), "{text}");
            }
            let notes = format!("{:?}", Notes::of(&session, moment(0)));
            assert!(!notes.contains("lowest first"), "{notes}");
        }
    }
}

#[test]
fn what_changes_says_that_it_stands_at_the_worst_step_and_another_can_be_chosen() {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    let none = Change::Improvements(Vec::new());
    for change in [
        Change::Finished(None),
        none,
        Change::Go(Place::Improvements),
    ] {
        session.apply(change, now).unwrap();
    }
    let mut stage = Stage::in_session(&text_of(&session).unwrap());
    for size in [(60, 20), (80, 24), (100, 30)] {
        let text = stage.text(size.0, size.1);
        assert!(text.contains("At the worst step: "), "{text}");
    }
    let mut stage = stage.keys("Ring back<enter>");
    assert!(stage.shows("At the worst step: ") && stage.shows("s moves it"));
    let mut stage = stage.keys("Fern<enter>friday<enter>");
    assert!(stage.shows("s step"));
    let before = stage.session().the_one().unwrap().step;
    let stage = stage.keys("s");
    assert_ne!(stage.session().the_one().unwrap().step, before);
}

#[test]
fn an_owner_alone_is_not_asked_who_and_nobody_is_said_to_be_missing() {
    let step = "<enter>-3<enter>y<enter><enter>";
    let mut stage = Stage::at_home()
        .keys("oAcme<enter>Ana<enter><enter>x<enter>")
        .keys(&step.repeat(5))
        .keys("<enter>-<enter><enter><enter><enter><enter>Ring back<enter>");
    assert!(!stage.shows("Who sees to it?"), "{}", stage.text(100, 30));
    let mut stage = stage.keys("tomorrow<enter>");
    assert!(!stage.shows("nobody yet") && stage.session().the_one().is_some());
    let stage = stage.keys("<enter>");
    assert_eq!(stage.place(), Place::Close);
    let session = stage.session().clone();
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = report::render_all(&[(session.clone(), "a".to_owned())], format).unwrap();
        assert!(!text.contains("nobody yet"), "{text}");
    }
    let mut table = Table::at_home();
    table.hears(&super::plain::scripts::alone());
    assert!(!table.said().contains("Who sees to it?") && !table.said().contains("nobody yet"));
    // All steps are alike: none of them is the worst.
    assert!(!table.said().contains("At the worst step: "));
}

#[test]
fn nobody_who_gave_no_verdict_is_called_divided() {
    let session = verdicts(1, 1);
    let count = Count {
        builds: 0,
        erodes: 0,
        company: customer_hat::model::session::Company::Team,
    };
    assert_eq!(count.words(&session), "no verdict");
    assert_eq!(count.short_words(&session), "No verdict");
}
