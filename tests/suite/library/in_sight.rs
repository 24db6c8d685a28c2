//! What of the library is in sight: the names, the rows of a list longer than the screen, the signs for the others.

use super::super::kit::rows_text;
use super::super::stage::moment;
use super::{draw, four, library, many, over, press, three};
use customer_hat::model::heading::{Heading, Listing};
use customer_hat::model::session::Session;
use customer_hat::model::text::CleanText;
use customer_hat::ui::app::App;

/// The three samples and one of a business whose name begins with a word longer than a line of large letters.
fn with_a_long_name() -> Vec<Session> {
    let mut sessions = three();
    let (exercise, walk) = (sessions[0].exercise().clone(), sessions[0].walk());
    let name = "Großhändlervereinigung für Fahrräder und Croissants in Köln";
    let business = CleanText::typed(name);
    sessions.push(Session::begin(business, walk, exercise, &[], moment(0)));
    sessions
}

#[test]
fn a_name_that_is_too_long_to_be_large_is_cut_and_one_without_block_letters_leaves_it_to_the_round()
{
    let mut sessions = with_a_long_name();
    let is_large = |sessions: &[Session], (width, height): (u16, u16)| {
        let text = library(sessions).text(width, height);
        let has_blocks = |row: &&str| row.chars().filter(|c| ('▀'..='▟').contains(c)).count() > 9;
        let rows = text.lines().skip(8).filter(has_blocks).count();
        assert!(rows >= 3, "{width}×{height}:\n{text}");
    };
    let sizes = [(60, 20), (80, 24), (100, 30)];
    for size in sizes {
        is_large(&sessions, size);
    }
    let (exercise, walk) = (sessions[0].exercise().clone(), sessions[0].walk());
    let business = CleanText::typed("顧客満足");
    sessions.push(Session::begin(business, walk, exercise, &[], moment(9)));
    for size in sizes {
        is_large(&sessions, size);
    }
}

/// The names of the sessions in sight, of a listing of businesses called `n0`, `n1` and so on.
fn in_sight(app: &mut App, width: u16, height: u16) -> Vec<usize> {
    let text = rows_text(&draw(app, width, height));
    let words = text.split_whitespace();
    let numbers = words.filter_map(|word| word.strip_prefix('n')?.parse().ok());
    numbers.collect()
}

/// Over so many sessions, each of a business of its own.
fn over_numbered(count: usize) -> App {
    let session = three().remove(0);
    let headings = (0..count).map(|nth| {
        let mut heading = Heading::of(&session, format!("/s/{nth}.ron").into());
        heading.business = CleanText::typed(&format!("n{nth}"));
        heading
    });
    let listing = Listing {
        headings: headings.collect(),
        ..Listing::default()
    };
    over(listing, "dark")
}

#[test]
fn no_session_is_left_out_by_going_page_by_page() {
    for (width, height) in [(60, 20), (80, 24), (100, 30), (120, 40)] {
        for keys in ["<pgdn>", "<pgup>"] {
            let mut app = over_numbered(30);
            if keys == "<pgup>" {
                press(&mut app, "<end>");
            }
            let mut seen = in_sight(&mut app, width, height);
            for _ in 0..30 {
                press(&mut app, keys);
                seen.extend(in_sight(&mut app, width, height));
            }
            let missing = (0..30).find(|nth| !seen.contains(nth));
            assert_eq!(missing, None, "{width}×{height} {keys}");
        }
    }
}

#[test]
fn signs_tell_how_many_rows_are_out_of_sight_even_of_one() {
    let text = |app: &mut App, width, height| rows_text(&draw(app, width, height));
    for (width, height) in [(60, 20), (80, 24), (200, 60)] {
        let mut app = over_numbered(30);
        let first = text(&mut app, width, height);
        assert!(first.contains("↓ 2") && !first.contains('↑'), "{first}");
        press(&mut app, &"<down>".repeat(15));
        let middle = text(&mut app, width, height);
        assert!(middle.contains("↓ 1") && middle.contains("↑ 1"), "{middle}");
        press(&mut app, "<end>");
        let last = text(&mut app, width, height);
        assert!(
            last.contains("↑ 2") && !last.contains(" more\n ▸"),
            "{last}"
        );
    }
    // One more than there is room for; and as many as there is.
    for (size, rows) in [((60, 20), 4), ((200, 60), 5)] {
        let mut app = over_numbered(rows + 1);
        assert!(
            text(&mut app, size.0, size.1).contains("↓ 1 more"),
            "{size:?}"
        );
        let mut app = over_numbered(rows);
        assert!(
            !text(&mut app, size.0, size.1).contains(" more"),
            "{size:?}"
        );
    }
}

#[test]
fn a_vast_screen_has_large_arrows_where_the_pointer_is_not() {
    let mut app = over_numbered(30);
    let mut letters = |keys: &str| {
        press(&mut app, keys);
        let buf = draw(&mut app, 200, 60);
        [9, 29].map(|top| {
            let places = (top..top + 4).flat_map(|y| (10..14).map(move |x| (x, y)));
            places.filter(|at| buf[*at].symbol() != " ").count() >= 6
        })
    };
    let pointer = true;
    assert_eq!(letters(""), [pointer, true]);
    assert_eq!(letters("<pgdn><pgdn>"), [true, true]);
    assert_eq!(letters("<end>"), [true, pointer]);
    let mut five = over_numbered(5);
    let buf = draw(&mut five, 200, 60);
    assert!((29..33).all(|y| (10..14).all(|x| buf[(x, y)].symbol() == " ")));
}

#[test]
fn the_list_keeps_half_of_a_vast_screen_however_much_there_is_to_say() {
    let mut listing = many(6);
    listing.unreadable.clear();
    listing.headings[0].caution = Some("changed outside the program, ".repeat(9));
    let rows = rows_text(&draw(&mut over(listing, "dark"), 200, 60));
    let list = rows.lines().skip(8).take(27);
    let has_letters = |row: &&str| row.chars().any(|c| "█▌▐▛▜▙▟".contains(c));
    assert!(list.filter(has_letters).count() >= 5 * 4 - 2, "{rows}");
}

#[test]
fn the_sign_of_what_may_be_damaged_touches_no_date() {
    let mut listing = many(2);
    listing.headings[0].caution = Some("changed outside the program".to_owned());
    for (width, height) in [(60, 20), (80, 24), (100, 30), (120, 40)] {
        let text = rows_text(&draw(&mut over(listing.clone(), "dark"), width, height));
        let row = text.lines().find(|row| row.contains('▸')).unwrap();
        assert!(row.contains("! "), "{row}");
    }
}

#[test]
fn home_and_end_go_through_the_menu_as_well() {
    let mut stage = library(&four()).keys("<down><enter><end>");
    assert!(stage.shows("▸ Take it to the trash"));
    stage.press_all("<home>");
    assert!(stage.shows("▸ Replay it"));
}
