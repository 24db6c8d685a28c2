//! The other ways to answer, for guesses, ratings and verdicts alike; one key that passes for all; and what a ballot
//! does with the keys that go everywhere.

use super::{at_a_rating, at_the_verdict, is_open, sealed_for_ana};
use crate::stage::Stage;
use crate::workshops::{ledger, with_people};
use customer_hat::model::place::Place;
use customer_hat::model::session::Format;
use customer_hat::store::envelope;
use customer_hat::store::session_file::{KIND, text_of};

/// The guesses of three, taken by cards or on the open scale.
fn guesses(ballot: &str) -> Stage {
    let choice = match ballot {
        "cards" => "<down><space>",
        "open" => "<down><down><space>",
        _ => "",
    };
    with_people(&["Ana", "Ben", "Cho"]).keys(&format!("<enter>{choice}<enter><enter>"))
}

/// Three people at the verdict, who rated the same at each step.
fn verdicts(ballot: &str) -> Stage {
    let mut stage = guesses(ballot).keys("a<enter>");
    let rating = if ballot == "cards" {
        "4<enter>y"
    } else {
        "4<enter>y<enter>"
    };
    for _ in 0..5 {
        stage.press_all(&format!("<enter>{}<enter><wait><enter>", rating.repeat(3)));
    }
    let stage = stage.keys("<enter>");
    assert_eq!(stage.place(), Place::Verdict);
    stage
}

#[test]
fn cards_take_the_guesses_row_by_row_and_cover_them_until_the_journey() {
    for (width, height) in [(60, 20), (80, 24), (100, 30), (200, 60)] {
        let mut stage = guesses("cards");
        stage.press_all("7<enter>8<enter>-9<enter>");
        let seen = |stage: &mut Stage| {
            let text = stage.text(width, height);
            // Large letters are no digits; they are told by their blocks alone.
            text.contains("+8") || text.contains("−9")
        };
        stage.press_all("5<enter>6<enter>");
        assert!(!seen(&mut stage), "{}", stage.text(width, height));
        let mut back = stage.keys("<up>");
        assert!(!seen(&mut back));
        // One guess is put right: what stands beside it stays covered.
        let stage = back.keys("3<enter>x1<enter>1<enter>1<enter>1<enter>1<enter>");
        let told = ledger(stage.session());
        assert!(told.contains("guess ana: 3 8 -9 5 6"), "{told}");
        assert!(told.contains("guess ben: x"), "{told}");
        let mut later = stage.keys("<enter><pgup>");
        assert_eq!(later.place(), Place::Prediction);
        assert!(!seen(&mut later), "{}", later.text(width, height));
        let mut resumed = later.quit_and_resume();
        assert!(!seen(&mut resumed));
    }
}

/// The session as an older program left it: cards for the ratings, all else sealed one by one.
fn by_cards_from_now_on(sealed: &Stage) -> Stage {
    let text = text_of(sealed.session()).unwrap();
    let opened = envelope::open("a session", KIND, Format::NEWEST, text.as_bytes()).unwrap();
    let cards = opened.text.replace("PassTheKeyboard", "CardsUp");
    assert_ne!(cards, opened.text);
    Stage::in_session(&envelope::seal(KIND, &cards))
}

#[test]
fn guesses_that_were_sealed_before_stay_unseen_where_cards_go_on() {
    let sealed = guesses("").keys("7<enter>8<enter>-9<enter>5<enter>6<enter><enter>");
    let mut stage = by_cards_from_now_on(&sealed);
    assert_eq!(stage.place(), Place::Prediction);
    for (width, height) in [(60, 20), (80, 24), (200, 60)] {
        let text = stage.text(width, height);
        assert!(!text.contains("+8") && !text.contains("−9"), "{text}");
    }
    let stage = stage.keys("1<enter>2<enter>3<enter>4<enter>5<enter>x<enter>");
    assert!(matches!(stage.place(), Place::Step(_)));
    assert!(
        ledger(stage.session())
            .contains("guess ana: 7 8 -9 5 6\nguess ben: 1 2 3 4 5\nguess cho: x")
    );
}

#[test]
fn verdicts_are_taken_by_cards_and_on_the_open_scale() {
    for (ballot, keys) in [
        ("cards", "+–＋"),
        ("open", "+<enter>–<enter>＋<enter>"),
        ("", "+<enter>–<enter>＋<enter>"),
    ] {
        let stage = verdicts(ballot).keys(keys);
        let told = ledger(stage.session());
        assert!(told.contains("ana +, ben -, cho +"), "{ballot}: {told}");
        let stage = stage.keys("<enter>");
        assert_eq!(stage.place(), Place::VerdictReveal, "{ballot}");
    }
}

#[test]
fn verdicts_that_were_sealed_before_stay_unseen_where_cards_go_on() {
    let sealed = verdicts("").keys("-<enter>");
    let mut stage = by_cards_from_now_on(&sealed);
    for (width, height) in [(60, 20), (80, 24)] {
        let text = stage.text(width, height);
        assert!(!text.contains('▼') && !text.contains('▲'), "{text}");
    }
    let stage = stage.keys("++<enter>");
    assert_eq!(stage.place(), Place::VerdictReveal);
}

#[test]
fn one_key_passes_the_guess_for_the_whole_room_after_one_question() {
    for ballot in ["", "cards", "open"] {
        let mut stage = guesses(ballot).keys("a");
        assert!(
            stage.shows("Pass the guess for the whole room?"),
            "{ballot}"
        );
        assert!(stage.session().predictions().is_empty());
        let no = stage.keys("<esc>");
        assert!(no.session().predictions().is_empty());
        let no = no.keys("a7");
        assert!(no.session().predictions().is_empty());
        // Something is typed now: the letter is no pass for all.
        let no = no.keys("a<enter><enter>");
        assert!(no.session().predictions().is_empty(), "{ballot}");
        let all = no.keys("<bs>A<enter>");
        assert!(matches!(all.place(), Place::Step(_)), "{ballot}");
        assert!(ledger(all.session()).contains("guess ana: x\nguess ben: x\nguess cho: x"));
        let back = all.keys("u");
        assert!(
            back.session().predictions().is_empty(),
            "one undo: {ballot}"
        );
    }
    // Who has guessed keeps the guess.
    let stage = guesses("").keys("1<enter>2<enter>3<enter>4<enter>5<enter><enter>a<enter>");
    assert!(ledger(stage.session()).contains("guess ana: 1 2 3 4 5\nguess ben: x"));
    // A slip or a row that is begun is not passed over.
    for ballot in ["", "cards", "open"] {
        let mut begun = guesses(ballot).keys("4<enter>a");
        assert!(
            !begun.shows("Pass the guess for the whole room?"),
            "{ballot}"
        );
        assert!(begun.session().predictions().is_empty());
    }
    let mut rating = at_a_rating().keys("a<enter>");
    assert!(
        rating.shows("That is no rating."),
        "it is no key of a rating"
    );
}

#[test]
fn a_pass_in_sight_says_that_it_is_one_of_all_guesses() {
    for ballot in ["cards", "open"] {
        let mut stage = guesses(ballot).keys("x");
        assert!(
            stage.shows("Ana passes all 5 guesses. u takes it back."),
            "{ballot}"
        );
        let back = stage.keys("u");
        assert!(back.session().predictions().is_empty());
    }
}

#[test]
fn the_facilitators_notes_say_how_the_guesses_are_given() {
    for (ballot, says) in [
        ("", "stays sealed"),
        ("cards", "All up at once"),
        ("open", "in sight of all"),
    ] {
        let mut stage = guesses(ballot).keys("<f2>");
        let text: String = stage
            .text(100, 30)
            .replace('│', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(text.contains(says), "{ballot}: {text}");
        assert_eq!(text.contains("sealed until"), ballot.is_empty());
    }
}

#[test]
fn cards_of_a_full_room_say_which_step_is_guessed() {
    let names: Vec<_> = ('A'..='T').map(|letter| format!("{letter}nna")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for (width, height) in [(60, 20), (80, 24), (100, 30)] {
        let mut stage = with_people(&names).keys("<enter><down><space><enter><enter>");
        for step in ["Visit the website:", "Call the business:", "Buy something:"] {
            let begun = stage.keys("7");
            stage = begun;
            let text = stage.text(width, height);
            assert!(text.contains(step), "{text}");
            stage.press_all("<enter>");
        }
    }
}

#[test]
fn everyone_is_in_says_who_has_seen_the_numbers() {
    for (ballot, keys, says) in [
        ("", "4<enter>y<enter>", "Nobody has seen a number yet."),
        ("open", "4<enter>y<enter>", "You have seen them one by one."),
    ] {
        let mut stage = guesses(ballot)
            .keys("a<enter><enter>")
            .keys(&keys.repeat(3));
        assert!(stage.shows(says), "{ballot}");
        assert_eq!(stage.shows("Nobody has seen"), ballot.is_empty());
    }
    for (ballot, says) in [
        ("", "Nobody has seen an answer yet."),
        ("open", "You have seen them one by one."),
    ] {
        let mut stage = verdicts(ballot).keys("+<enter>-<enter>+<enter>");
        assert!(stage.shows(says), "{ballot}");
    }
    let mut open = guesses("open").keys("xxx");
    assert!(!open.shows("sealed"));
}

#[test]
fn keys_that_are_not_understood_are_refused_at_enter_on_cards_and_on_the_open_scale() {
    for ballot in ["cards", "open"] {
        for key in [
            "=",
            "é",
            "5x",
            "5-",
            "<f5>7<f5>",
            "5<del>",
            "5,",
            "5P",
            "55",
            "555",
        ] {
            // Guesses and ratings alike.
            for before in ["", "a<enter><enter>"] {
                let mut stage = guesses(ballot).keys(before).keys(key).keys("<enter>");
                assert!(stage.shows("That is no rating."), "{ballot} {key}");
                let told = ledger(stage.session());
                assert!(!told.contains(" 5"), "{ballot} {key}: {told}");
            }
        }
        let mut stage = guesses(ballot).keys("a<enter><enter>－７");
        stage = stage.keys("<enter>y<enter>");
        assert!(ledger(stage.session()).contains("ana -7 y"), "{ballot}");
        stage = guesses(ballot).keys("a<enter><enter>4<enter>é");
        assert!(stage.shows("Neither y nor n."), "{ballot}");
        assert!(stage.keys("y").shows("Neither y nor n."), "{ballot}");
    }
}

/// Ballots of every kind with an entry that is open, and a key that closes it.
fn ballots() -> Vec<(&'static str, Stage, &'static str)> {
    let rating = "a<enter><enter>";
    vec![
        ("sealed guesses", guesses(""), "7"),
        ("guesses by cards", guesses("cards"), "7"),
        ("open guesses", guesses("open"), "7"),
        ("a sealed rating", guesses("").keys(rating), "-"),
        ("cards", guesses("cards").keys(rating), "7"),
        ("an open rating", guesses("open").keys(rating), "7"),
        ("yes or no", guesses("").keys(rating).keys("7<enter>"), "7"),
        (
            "where it is sealed",
            guesses("").keys(rating).keys("7<enter>"),
            "y",
        ),
        ("a sealed verdict", at_the_verdict(), "7"),
        ("a verdict by cards", verdicts("cards"), "7"),
        ("an open verdict", verdicts("open"), "7"),
    ]
}

fn is_blank(stage: &mut Stage) -> bool {
    stage.text(80, 24).trim().is_empty()
}

#[test]
fn a_clicker_blanks_every_ballot_and_what_wakes_the_screen_does_nothing_else() {
    for blank in [".", "b"] {
        for (name, stage, _) in ballots() {
            let before = ledger(stage.session());
            let mut stage = stage.keys(blank);
            assert!(is_blank(&mut stage), "{name} {blank}");
            for wake in ["7", "y", "x", ".", "b", "<enter>", "+", "<pgdn>", "u"] {
                stage.press_all(wake);
                assert!(!is_blank(&mut stage), "{name} {wake}");
                assert_eq!(ledger(stage.session()), before, "{name} {wake}");
                stage.press_all(blank);
                assert!(is_blank(&mut stage), "{name} after {wake}");
            }
        }
    }
    // Nothing was typed by all that.
    let stage = at_a_rating().keys(".7b-.x5<enter>y<enter>");
    assert_eq!(sealed_for_ana(&stage), Some(5));
}

#[test]
fn what_blanks_or_leads_away_makes_a_closed_entry_void() {
    for key in [".<space>", "b<space>", ",", "P"] {
        for (name, stage, close) in ballots() {
            let before = ledger(stage.session());
            let mut stage = stage.keys(close).keys(key);
            let text = stage.text(80, 24);
            let leads_away = text.contains(" Settings ") || text.contains("Who is here?");
            assert!(!leads_away, "{name} {key}");
            let stage = stage.keys("<enter>");
            assert_eq!(ledger(stage.session()), before, "{name} {key}");
        }
    }
}

#[test]
fn the_settings_open_on_an_open_entry_alone() {
    for (name, stage, _) in ballots() {
        if name == "where it is sealed" {
            continue;
        }
        let mut stage = stage.keys(",");
        assert!(stage.shows("Settings"), "{name}");
    }
}

#[test]
fn help_offers_nothing_on_a_ballot_that_is_dead() {
    for (key, means) in [
        ("b", "blank the screen"),
        (",", "the settings"),
        ("P", "who is here"),
    ] {
        for (name, stage, _) in ballots() {
            let mut help = stage.keys("?");
            let mut all = String::new();
            for _ in 0..30 {
                all += &help.text(100, 40);
                help.press_all("<down>");
            }
            assert!(all.contains(means), "{name}: {key}");
        }
    }
}

#[test]
fn somebody_new_in_the_middle_of_a_ballot_is_asked_back() {
    for (name, stage, _) in ballots() {
        // There something stands in it: the list does not open.
        if name == "where it is sealed" {
            continue;
        }
        let people = stage.session().people().len();
        // Somebody who means the ballot types into no field, and takes nobody out.
        let mut stage = stage.keys("Plus-7");
        assert!(!stage.shows("lus"), "{name}");
        assert!(
            stage.shows("The list of people is open. Esc closes it."),
            "{name}"
        );
        let stage = stage.keys("<bs><bs>").paste("Ferdinand, Gundula");
        let mut stage = stage.keys("<enter>");
        assert!(!stage.shows("Who is here?"), "{name}");
        assert_eq!(stage.session().people().len(), people, "{name}");
        let mut stage = stage.keys("P<tab>Ferdinand<enter>");
        assert!(stage.shows("Add Ferdinand to this round?"), "{name}");
        assert_eq!(stage.session().people().len(), people, "{name}");
        let stage = stage.keys("<esc>");
        assert_eq!(stage.session().people().len(), people, "{name}");
        let stage = stage.keys("<enter>!<enter><bs><enter><enter>");
        assert_eq!(stage.session().people().len(), people + 1, "{name}");
        let name_of_new = stage.session().people()[people].name.as_str();
        assert_eq!(name_of_new, "Ferdinand", "{name}");
        let mut stage = stage.paste("Gundula, Hedwig");
        assert!(stage.shows("Add Gundula, Hedwig to this round?"), "{name}");
        let stage = stage.keys("<enter>");
        assert_eq!(stage.session().people().len(), people + 3, "{name}");
    }
}

#[test]
fn an_open_mask_stands_wherever_a_sealed_entry_is_open() {
    for (name, mut stage, close) in ballots() {
        if ![
            "sealed guesses",
            "a sealed rating",
            "yes or no",
            "a sealed verdict",
        ]
        .contains(&name)
        {
            continue;
        }
        let open = is_open(&mut stage);
        assert!(open, "{name}: {}", stage.text(80, 24));
        let count = |stage: &mut Stage| stage.text(80, 24).matches("________").count();
        let before = count(&mut stage);
        let mut closed = stage.keys(close);
        assert_eq!(count(&mut closed), before - 1, "{name}");
    }
}
