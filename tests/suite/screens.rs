//! Every screen at three sizes, with its styles; and what must be true of the keys on all of them.
//!
//! `INSTA_UPDATE=always cargo test --test suite screens` accepts what is drawn now: look at it before.

use super::stage::Stage;
use customer_hat::model::change::Change;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::session::{Improvement, Session, Walk};
use customer_hat::model::text::CleanText;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;
use customer_hat::ui::app::OnDisk;
use customer_hat::ui::keys::{self, Offer};
use jiff::civil::date;

/// From the room of a zoomed projector to a large window.
const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

/// Holds a screen at every size.
fn hold(name: &str, mut stage: Stage) {
    let pictures =
        SIZES.map(|(width, height)| format!("{width}×{height}\n{}", stage.picture(width, height)));
    insta::assert_snapshot!(name, pictures.join("\n"));
}

/// Six people who are about to choose how they rate.
fn six() -> Stage {
    Stage::at_home()
        .keys("tPedal & Crumb<enter>Olive, Basil, Fern, Sage, Hazel, Rowan<enter><enter>")
}

/// A ballot of one round of ratings: everybody seals this.
fn all_seal(stage: Stage, keys: &str) -> Stage {
    stage.keys(&keys.repeat(6))
}

fn at_the_first_rating() -> Stage {
    all_seal(six().keys("<enter><enter>"), "x<enter>").keys("<enter><enter>")
}

/// A sample session (0: first round, 1: second round, 2: alone) at a place.
fn sample(nth: usize, place: Place) -> Stage {
    let mut session: Session = samples().swap_remove(nth).1;
    let now = session.finished().unwrap_or(session.started());
    session.apply(Change::Go(place), now).unwrap();
    Stage::in_session(&text_of(&session).unwrap()).tick(60)
}

fn step(number: u8) -> StepNumber {
    StepNumber::try_from(number).unwrap()
}

/// The next round of the sample's team, where nobody takes part yet.
fn second_round() -> Stage {
    Stage::with_sessions(&[samples().swap_remove(0).1]).keys("t<enter>")
}

#[test]
fn setting_up() {
    hold("home", Stage::at_home());
    hold("business", Stage::at_home().keys("tPedal"));
    hold(
        "people",
        Stage::at_home().keys("tPedal & Crumb<enter>Olive, Basil (workshop), Fern<enter>Sa"),
    );
    hold(
        "people_alone",
        Stage::at_home().keys("oPedal & Crumb<enter>"),
    );
    hold("people_again", second_round());
    hold("people_taken_over", second_round().keys("<enter>"));
    hold("choices", six());
    hold("welcome", six().keys("<enter>"));
    hold(
        "welcome_alone",
        Stage::at_home().keys("oPedal & Crumb<enter>Olive<enter>"),
    );
    hold("home_with_something_unfinished", six().keys("<enter>qh"));
}

#[test]
fn ballots() {
    hold("prediction", six().keys("<enter><enter>6<enter>"));
    hold(
        "prediction_all_in",
        all_seal(six().keys("<enter><enter>"), "x<enter>"),
    );
    hold("sealed_number", at_the_first_rating());
    hold("sealed_stay", at_the_first_rating().keys("-4<enter>"));
    hold("sealed_question", at_the_first_rating().keys("-4<enter>n"));
    hold("sealed_refused", at_the_first_rating().keys("0<enter>"));
    hold(
        "sealed_all_in",
        all_seal(at_the_first_rating(), "4<enter>y<enter>"),
    );
    let cards = six()
        .keys("<down><space><enter><enter>")
        .keys(&"x<enter>".repeat(6))
        .keys("<enter><enter>");
    hold("cards_up", cards.keys("-4n7"));
    let alone = Stage::at_home().keys("oPedal & Crumb<enter>Olive<enter><enter>");
    hold("prediction_alone", alone.keys("<right><right><enter>-"));
    let alone = || Stage::at_home().keys("oPedal & Crumb<enter>Olive<enter><enter>x<enter>");
    hold("open_scale", alone().keys("-4"));
    hold("open_scale_waiting", alone().keys("<enter>"));
    hold("open_stay", alone().keys("<enter>4<enter>n"));
    let steps = "<enter>4<enter>y<enter><enter>".repeat(5);
    hold("open_verdict", alone().keys(&steps).keys("<enter>+"));
    hold("verdict", sample_at_the_verdict());
}

/// The first round again, but with the verdict still to be given.
fn sample_at_the_verdict() -> Stage {
    all_steps(at_the_first_rating()).keys("<enter>")
}

/// Everybody seals the same at every step, from the first rating to the journey.
fn all_steps(stage: Stage) -> Stage {
    let one_step = format!("{}<enter><wait><wait><enter>", "4<enter>y<enter>".repeat(6));
    stage.keys(&[one_step.as_str(); 5].join("<enter>"))
}

#[test]
fn steps() {
    hold("step_with_a_long_title", sample(0, Place::Step(step(4))));
    hold(
        "step_fresh",
        all_seal(six().keys("<enter><enter>"), "x<enter>").keys("<enter>"),
    );
    hold("step_with_notes", sample(0, Place::Step(step(2))));
    hold("step_with_departments", sample(0, Place::Step(step(3))));
    hold(
        "step_note",
        sample(0, Place::Step(step(1))).keys("-three screens about the founding"),
    );
    hold(
        "step_phone",
        sample(0, Place::Step(step(4))).keys("pp<wait>rr<wait>ah<wait><wait>"),
    );
    hold("step_alone", sample(2, Place::Step(step(1))));
}

#[test]
fn reveals() {
    hold("reveal", sample(0, Place::Reveal(step(3))));
    hold("reveal_split", sample(0, Place::Reveal(step(2))));
    hold("reveal_with_ghosts", sample(0, Place::Reveal(step(4))));
    hold("reveal_alone", sample(2, Place::Reveal(step(4))));
    hold(
        "reveal_words",
        sample(0, Place::Reveal(step(1))).keys("w<right>"),
    );
    hold(
        "reveal_departments",
        sample(0, Place::Reveal(step(3))).keys("d<down>-"),
    );
    let pair = Stage::at_home()
        .keys("tPedal & Crumb<enter>Olive, Basil<enter><enter><enter><enter>x<enter>x<enter><enter><enter>")
        .keys("-4<enter>n<enter>6<enter>y<enter><enter><wait><wait>");
    hold("reveal_pair", pair);
}

#[test]
fn what_it_means() {
    hold("journey", sample(0, Place::Journey));
    hold("journey_balance", sample(0, Place::Journey).keys("<tab>"));
    hold("journey_step", sample(0, Place::Journey).keys("4"));
    hold("journey_alone", sample(2, Place::Journey));
    hold("verdicts", sample(0, Place::VerdictReveal));
    hold("verdict_alone", sample(2, Place::VerdictReveal));
    hold("commodity", sample(0, Place::Commodity));
    hold("if_equal", sample(0, Place::IfEqual));
    hold("keep", sample(0, Place::Keep));
    hold("improvements", sample(0, Place::Improvements));
    hold("improvement_by", sample(0, Place::Improvements).keys("d"));
    hold("close", sample(0, Place::Close));
    hold("close_alone", sample(2, Place::Close));
}

/// A session at what was promised before, with so many promises and nothing marked.
fn promised(walk: Walk, promises: &[&str]) -> Stage {
    let nth = if walk == Walk::Team { 0 } else { 2 };
    let mut first: Session = samples().swap_remove(nth).1;
    let now = first.started();
    let list = promises.iter().enumerate().map(|(at, what)| Improvement {
        what: CleanText::typed(what),
        step: (at > 0).then(|| step(1 + at as u8 % 5)),
        who: CleanText::typed("Geschäftsführung"),
        by: (at != 2).then(|| date(2026, 11, 21 + at as i8 % 3)),
        the_one: at == 0,
    });
    first
        .apply(Change::Improvements(list.collect()), now)
        .unwrap();
    Stage::in_next_round(&first)
}

#[test]
fn promises() {
    hold("promises", sample(1, Place::Promises).keys("<down><down>"));
    hold(
        "promises_alone",
        promised(Walk::Alone, &["Ring back", "Sweep the yard"]).keys("o"),
    );
    let long =
        "Die Auftragsbestätigungsbenachrichtigungen kommen noch am selben Tag, auch freitags";
    let many = promised(Walk::Team, &[long; 20]).keys("ko<down>n<down>o<down><down>k<end><up>");
    hold("promises_many", many);
    hold("improvements_with_promises", sample(1, Place::Improvements));
    hold("close_with_promises", sample(1, Place::Close));
}

#[test]
fn what_lies_on_top() {
    hold("help", sample(0, Place::Step(step(2))).keys("?"));
    hold("leave", sample(0, Place::Journey).keys("q"));
    hold("report_asked", sample(0, Place::Close).keys("r"));
    hold("report_written", sample(0, Place::Close).keys("r<enter>"));
    hold("who_is_here", sample(0, Place::Journey).keys("P"));
    let mut unsaved = sample(0, Place::Journey);
    unsaved.app().saved(OnDisk::NotSaved(
        "The disk is full. Make room on it.".to_owned(),
    ));
    hold("not_saved", unsaved);
}

#[test]
fn under_the_least_size_a_sentence_asks_for_more_room() {
    for (width, height) in [(49, 30), (80, 15), (20, 5)] {
        let text = sample(0, Place::Journey).text(width, height);
        assert!(
            text.starts_with("A little more room"),
            "{width}×{height}: {text}"
        );
    }
}

/// A stage at every kind of screen, with what lies on top of it.
fn everywhere() -> Vec<Stage> {
    let mut stages = vec![
        Stage::at_home(),
        Stage::at_home().keys("t"),
        six(),
        six().keys("<enter>"),
    ];
    let shelf: Vec<Session> = samples().into_iter().map(|(_, session)| session).collect();
    for keys in [
        "",
        "crumb",
        "<enter>",
        "<del>",
        "<enter><up><down><down><down><down><enter>",
    ] {
        let library = Stage::with_sessions(&shelf).keys("<down><down><enter>");
        stages.push(library.keys(keys));
    }
    stages.push(six().keys("<enter><enter>"));
    stages.push(at_the_first_rating());
    stages.push(at_the_first_rating().keys("-4<enter>"));
    stages.push(at_the_first_rating().keys("-4<enter>n"));
    for (nth, session) in [
        (0, samples().swap_remove(0).1),
        (1, samples().swap_remove(1).1),
        (2, samples().swap_remove(2).1),
    ] {
        // What lies on top is the same at the later steps.
        let late = |place: Place| place.step().is_some_and(|step| step.index() > 2);
        for place in session
            .way()
            .into_iter()
            .filter(|place| session.may_go(*place).is_ok() && !late(*place))
        {
            stages.push(sample(nth, place));
            let on_top = match place {
                Place::Step(_) => &["+", "p", "pp", "d", "y", "<up>"][..],
                Place::Reveal(_) => &["w", "wa", "d", "n"],
                Place::Improvements => &["a", "e", "o"],
                Place::People => &["<up>"],
                Place::Close => &["d"],
                _ => &[],
            };
            stages.extend(on_top.iter().map(|keys| sample(nth, place).keys(keys)));
        }
    }
    stages
}

#[test]
fn no_key_means_two_things_on_one_screen() {
    for mut stage in everywhere() {
        let general = keys::everywhere();
        let own: Vec<Offer> = stage
            .app()
            .offers()
            .into_iter()
            .filter(|offer| !general.contains(offer))
            .collect();
        for (index, one) in own.iter().enumerate() {
            for other in own[index + 1..]
                .iter()
                .filter(|other| other.action != one.action)
            {
                let shared = one.codes().iter().find(|code| other.codes().contains(code));
                assert_eq!(
                    shared,
                    None,
                    "{one:?} and {other:?} on\n{}",
                    stage.text(80, 24)
                );
            }
        }
    }
}

#[test]
fn the_foot_and_the_help_tell_what_the_keys_do() {
    for mut stage in everywhere() {
        let offers = stage.app().offers();
        let screen = stage.text(200, 60);
        let foot = screen.lines().last().unwrap().to_owned();
        let first = offers.iter().find(|offer| offer.in_foot).unwrap();
        let told = format!("{} {}", first.key_name(), first.label);
        assert!(foot.contains(&told), "{told:?} is not in the foot {foot:?}");
        // As large as can be with plain letters: a vast screen has fewer keys in sight, all of them large.
        let help = stage.keys("<f1>").text(149, 60);
        if !help.contains("Every key here") {
            // Over an overlay there is no help: its own foot says everything.
            continue;
        }
        for offer in &offers {
            let row = help
                .lines()
                .any(|line| line.contains(offer.key_name()) && line.contains(&*offer.label));
            assert!(row, "{offer:?} is not in the help:\n{help}");
        }
    }
}

#[test]
fn a_report_is_written_from_the_last_page_in_the_kind_that_is_chosen() {
    let stage = sample(0, Place::Close).keys("r<down><down><down><enter>");
    let [(file, text)] = stage.reports() else {
        panic!("one report, not {:?}", stage.reports());
    };
    assert_eq!(file.extension().unwrap(), "csv");
    assert!(
        text.lines().count() > 30 && text.contains("Pedal & Crumb"),
        "{text}"
    );
    let mut stage = stage.keys("<esc>");
    assert!(stage.shows("This week"), "the last page is there again");
    stage
        .app()
        .report_written(Err("The disk is full.".to_owned()));
    assert!(
        stage.shows("The disk is full."),
        "who has gone on is told too"
    );
}
