//! `exercises` and `preread`: what can be walked through, and the page to hand out before the meeting.

use super::Home;
use customer_hat::model::built_in::ROLE_REVERSAL;
use customer_hat::model::wrap::cells;
use std::fs;

/// Puts an exercise of the user's own where the program looks for them.
fn put(home: &Home, name: &str, text: &str) {
    let folder = home.data().join("config/exercises");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
}

fn under(id: &str) -> String {
    ROLE_REVERSAL.replace("\"role-reversal\"", &format!("\"{id}\""))
}

#[test]
fn the_exercises_are_listed_the_built_in_first_with_where_they_are_from() {
    let home = Home::new();
    let said = home.run(&["exercises"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(
        lines,
        [
            "ID             VERSION  STEPS  TITLE          FROM",
            "role-reversal  1        5      Role reversal  built in",
        ]
    );
    assert!(!home.data().exists(), "looking makes nothing");
    put(&home, "shop.ron", &under("shop"));
    put(&home, ".shop.ron", "not looked at");
    put(&home, "read.me", "not looked at");
    let said = home.run(&["exercises"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let own = said.out.lines().nth(2).unwrap();
    assert!(own.starts_with("shop           1        5      Role"));
    assert!(own.ends_with("config/exercises/shop.ron"), "{own}");
}

#[test]
fn one_of_ones_own_stands_in_the_place_of_the_built_in_one() {
    let home = Home::new();
    let own = ROLE_REVERSAL.replace("\"Role reversal\"", "\"Our own way\"");
    put(&home, "role-reversal.ron", &own);
    let said = home.run(&["exercises"]);
    assert_eq!(said.out.lines().count(), 2, "{}", said.out);
    assert!(said.out.contains("Our own way"), "{}", said.out);
    assert!(home.run(&["preread"]).out.starts_with("Our own way\n"));
}

#[test]
fn a_broken_exercise_is_told_with_its_place_and_the_others_are_listed() {
    let home = Home::new();
    put(&home, "broken.ron", "(\n  id: 5,\n)");
    put(&home, "copied.ron", ROLE_REVERSAL);
    put(&home, "good.ron", &under("good"));
    let said = home.run(&["exercises"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("\ngood "), "{}", said.out);
    let errors: Vec<_> = said.err.lines().collect();
    assert_eq!(errors.len(), 2, "{}", said.err);
    assert!(
        errors[0].contains("exercises/broken.ron:2:"),
        "{}",
        said.err
    );
    assert!(
        errors[1].contains("exercises/copied.ron:5:"),
        "{}",
        said.err
    );
    assert!(
        errors[1].ends_with(
            "id: the file is named \"copied\", and its exercise \"role-reversal\". Give both the same name"
        ),
        "{}",
        said.err
    );
    let said = home.run(&["preread", "copied"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("Give both the same name"), "{}", said.err);
}

#[test]
fn the_page_to_hand_out_is_the_exercises_own_words_on_one_sheet() {
    let home = Home::new();
    let said = home.run(&["preread"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.lines().all(|line| cells(line) <= 72),
        "{}",
        said.out
    );
    assert!(said.out.lines().count() <= 62, "{}", said.out);
    insta::assert_snapshot!("preread", said.out);
    let said = home.run(&["preread", "role-reversal"]);
    assert!(said.out.starts_with("Role reversal\n===="));
}

#[test]
fn an_unknown_exercise_is_told_with_those_that_there_are() {
    let home = Home::new();
    put(&home, "shop.ron", &under("shop"));
    let said = home.run(&["preread", "sho\u{202e}p"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let sentence = "there is no exercise \"sho\\u{202e}p\". There is role-reversal, shop";
    assert!(said.err.contains(sentence), "{}", said.err);
}

#[test]
fn the_next_round_asks_ones_own_exercise_again_and_says_when_it_is_gone() {
    let home = Home::new();
    let own = under("shop").replace("\"Role reversal\"", "\"Our shop\"");
    put(&home, "shop.ron", &own);
    let new = ["new", "--plain", "--business", "Acme"];
    let first = home.run(&[&new[..], &["--exercise", "shop"]].concat());
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    assert!(!first.out.contains("last time"), "{}", first.out);
    let second = home.run(&new);
    let told = "The same exercise as last time: Our shop.";
    assert!(second.out.contains(told), "{}", second.out);
    let named = home.run(&[&new[..], &["--exercise", "role-reversal"]].concat());
    assert!(!named.out.contains("exercise"), "{}", named.out);
    let third = home.run(&new);
    assert!(!third.out.contains("Our shop"), "{}", third.out);
    home.run(&[&new[..], &["--exercise", "shop"]].concat());
    fs::remove_file(home.data().join("config/exercises/shop.ron")).unwrap();
    let gone = home.run(&new);
    assert!(gone.out.contains("\"shop\" is gone"), "{}", gone.out);
    assert!(gone.out.contains("This is: Role reversal."), "{}", gone.out);
}
