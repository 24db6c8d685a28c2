//! The typesetter: what holds of every page in every area.

use customer_hat::model::rating::Rating;
use customer_hat::page::{
    Block, Chip, Curve, GivesWay, Ink, Mark, Page, Picture, Role, Row, Setting, Size, Stop, Tone,
    What, set,
};
use proptest::prelude::*;
use ratatui::layout::Rect;

/// Words as people write them, and as they should not.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-z]{1,9}",
        2 => "[A-ZÄÖÜ][a-zäöüß]{3,14}",
        1 => Just("Donaudampfschifffahrtsgesellschaft".to_owned()),
        1 => Just("顧客満足".to_owned()),
        1 => Just("−7".to_owned()),
        1 => Just("👩‍👩‍👧".to_owned()),
    ];
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(vec![
        Role::Title,
        Role::Ask,
        Role::Said,
        Role::Fact,
        Role::Aside,
    ])
}

fn gives() -> impl Strategy<Value = GivesWay> {
    prop_oneof![
        Just(GivesWay::Never),
        Just(GivesWay::Shorter),
        (0usize..4).prop_map(GivesWay::Rows),
        Just(GivesWay::Out),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    (
        prop::sample::select(vec!["", "▲", "›", "·"]),
        "[a-z]{0,8}",
        words(),
        words(),
    )
        .prop_map(|(sign, label, words, tail)| Row {
            mark: Mark::new(sign, Tone::Up),
            label,
            words,
            tail,
            tone: Tone::Text,
        })
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        3 => prop::collection::vec(words(), 1..4).prop_map(|forms| What::Words { forms }),
        1 => (prop::collection::vec(words(), 1..4), 0usize..4).prop_map(|(texts, at)| {
            let at = at.min(texts.len() - 1);
            What::OneOf { texts, at }
        }),
        3 => (prop::option::of("[a-z ]{1,20}"), prop::collection::vec(row(), 0..9), prop::option::of(0usize..9), any::<bool>())
            .prop_map(|(label, rows, chosen, newest)| {
                let chosen = chosen.filter(|at| *at < rows.len());
                What::Rows { label, rows, chosen, newest }
            }),
        1 => (words(), words(), 1u16..4).prop_map(|(text, hint, most)| {
            let cursor = text.chars().count();
            What::Field { text, cursor, hint, most }
        }),
        1 => prop::collection::vec(words(), 0..9).prop_map(|all| What::Chips {
            chips: all.into_iter().map(|words| Chip { words, tone: Tone::Feeling }).collect(),
        }),
        1 => Just(What::Picture(Picture::Curve(curve()))),
    ]
}

fn curve() -> Curve {
    let stop = |(name, points): (&str, i64)| Stop {
        name: name.to_owned(),
        felt: vec![Rating::try_from(points).unwrap()],
    };
    Curve {
        stops: [("website", 4), ("call", -7)].map(stop).into(),
    }
}

fn block() -> impl Strategy<Value = Block> {
    (role(), what(), gives(), any::<bool>()).prop_map(|(role, what, gives_way, joined)| {
        let mut block = Block::new(role, what).gives(gives_way);
        block.joined = joined;
        block
    })
}

fn page() -> impl Strategy<Value = Page> {
    let poster = prop::option::of(words().prop_map(|text| Block::words(Role::Poster, text)));
    let blocks = prop::collection::vec(block(), 0..6);
    let column = || prop::collection::vec(block(), 0..4);
    let beside = (column(), column(), 20u16..80, 8u16..40)
        .prop_map(|(left, right, share, letters)| Block::beside(left, right, share, letters));
    (poster, blocks, prop::option::of(beside), any::<bool>()).prop_map(
        |(poster, blocks, beside, centred)| Page {
            blocks: poster.into_iter().chain(blocks).chain(beside).collect(),
            centred,
        },
    )
}

fn area() -> impl Strategy<Value = Rect> {
    prop_oneof![
        3 => (1u16..220, 1u16..70).prop_map(|(width, height)| Rect::new(3, 2, width, height)),
        1 => prop::sample::select(vec![(58, 16), (78, 20), (96, 26), (116, 36), (192, 55)])
            .prop_map(|(width, height)| Rect::new(1, 2, width, height)),
    ]
}

fn cases() -> ProptestConfig {
    ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn is_words(ink: &Ink) -> bool {
    matches!(ink, Ink::Words { .. } | Ink::Picture(..))
}

/// What must stay the same when something is chosen or typed: the rung, what is left out, and the place of every block.
fn frame(setting: &Setting, but: usize) -> (usize, usize, Vec<(usize, Rect, Size)>) {
    let fixed = setting.items.iter().filter(|item| item.block != but);
    let fixed = fixed.filter_map(|item| match &item.ink {
        Ink::Words { size, .. } => Some((item.block, item.area, *size)),
        _ => None,
    });
    (setting.rung, setting.left_out, fixed.collect())
}

/// The number of a block in the order of reading, columns counted one by one.
fn numbered(page: &Page) -> Vec<&Block> {
    let flat = |block| match block {
        &Block {
            what:
                What::Beside {
                    ref left,
                    ref right,
                    ..
                },
            ..
        } => left.iter().chain(right).collect(),
        block => vec![block],
    };
    page.blocks.iter().flat_map(flat).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_is_outside_its_area_and_no_words_lie_over_others(page in page(), area in area()) {
        let setting = set(&page, area);
        let words: Vec<_> = setting.items.iter().filter(|item| is_words(&item.ink)).collect();
        for item in &setting.items {
            prop_assert_eq!(item.area.intersection(area), item.area, "{:?}", item);
        }
        for (nth, one) in words.iter().enumerate() {
            for other in &words[nth + 1..] {
                prop_assert!(one.area.intersection(other.area).is_empty(), "{:?} and {:?}", one, other);
            }
        }
    }

    #[test]
    fn the_same_page_in_the_same_area_is_set_the_same(page in page(), area in area()) {
        prop_assert_eq!(set(&page, area), set(&page, area));
    }

    #[test]
    fn choosing_moves_nothing_but_what_is_chosen_from(page in page(), area in area(), at in 0usize..9) {
        let before = set(&page, area);
        for (number, block) in numbered(&page).into_iter().enumerate() {
            let mut other = page.clone();
            let chosen = match &block.what {
                What::Rows { rows, .. } if !rows.is_empty() => at % rows.len(),
                What::OneOf { texts, .. } => at % texts.len(),
                _ => continue,
            };
            choose(&mut other, number, chosen);
            let after = set(&other, area);
            prop_assert_eq!(frame(&before, number), frame(&after, number));
        }
    }

    #[test]
    fn typing_moves_nothing_but_what_is_typed(page in page(), area in area(), typed in words()) {
        let before = set(&page, area);
        for (number, block) in numbered(&page).into_iter().enumerate() {
            if matches!(block.what, What::Field { .. }) {
                let mut other = page.clone();
                retype(&mut other, number, &typed);
                prop_assert_eq!(frame(&before, number), frame(&set(&other, area), number));
            }
        }
    }

    #[test]
    fn a_role_has_one_size_on_all_pages_of_a_rung(page in page(), area in area()) {
        let setting = set(&page, area);
        for (number, block) in numbered(&page).into_iter().enumerate() {
            let alone = Page::of([Block::words(block.role, "a word")]);
            let sizes = |setting: &Setting, number: usize| -> Vec<Size> {
                let of_it = setting.items.iter().filter(|item| item.block == number);
                of_it.filter_map(|item| match item.ink { Ink::Words { size, .. } => Some(size), _ => None }).collect()
            };
            // Its words alone would be no smaller on this rung or a higher one; none is larger but a poster.
            let most = sizes(&set(&alone, area), 0).into_iter().max();
            if block.role != Role::Poster && let Some(most) = most {
                prop_assert!(sizes(&setting, number).into_iter().all(|size| size <= most.max(Size::Plain)));
            }
        }
    }

    #[test]
    fn what_is_not_there_is_counted(page in page(), area in area()) {
        let setting = set(&page, area);
        let seen: std::collections::BTreeSet<_> = setting.items.iter().map(|item| item.block).collect();
        let says_something = |block: &&Block| match &block.what {
            What::Words { forms } => forms.iter().all(|form| !form.trim().is_empty()),
            What::OneOf { texts, at } => !texts[*at].trim().is_empty(),
            What::Rows { rows, .. } => rows.iter().any(|row| !row.words.trim().is_empty()),
            What::Chips { chips } => !chips.is_empty(),
            _ => true,
        };
        let silent = numbered(&page).iter().enumerate()
            .filter(|(number, block)| says_something(block) && !seen.contains(number)).count();
        prop_assert!(silent <= setting.left_out + hidden_lists(&setting), "{silent} {}", setting.left_out);
    }
}

/// Lists all of whose rows are out of sight say so over them.
fn hidden_lists(_: &Setting) -> usize {
    0
}

fn choose(page: &mut Page, number: usize, chosen: usize) {
    with_block(page, number, |block| match &mut block.what {
        What::Rows { chosen: at, .. } => *at = Some(chosen),
        What::OneOf { at, .. } => *at = chosen,
        _ => {}
    });
}

fn retype(page: &mut Page, number: usize, typed: &str) {
    with_block(page, number, |block| {
        if let What::Field { text, cursor, .. } = &mut block.what {
            *cursor = typed.chars().count();
            typed.clone_into(text);
        }
    });
}

fn with_block(page: &mut Page, number: usize, change: impl FnOnce(&mut Block)) {
    let mut flat: Vec<&mut Block> = Vec::new();
    for block in &mut page.blocks {
        if matches!(block.what, What::Beside { .. }) {
            let What::Beside { left, right, .. } = &mut block.what else {
                unreachable!()
            };
            flat.extend(left.iter_mut().chain(right));
        } else {
            flat.push(block);
        }
    }
    change(flat.into_iter().nth(number).unwrap());
}
