//! Anybody's hands: random keys, pastes, pauses and sizes at any place. Nothing breaks, and the file stays whole.

use super::super::keys::parse;
use super::super::stage::{Stage, session_in};
use super::six;
use customer_hat::store::session_file::text_of;
use proptest::prelude::*;

/// What hands may do.
#[derive(Debug, Clone)]
enum Doing {
    Keys(String),
    Paste(String),
    Wait(u32),
    Look(u16, u16),
    LeaveAndComeBack,
}

fn key() -> impl Strategy<Value = String> {
    let named = [
        "enter", "enter", "enter", "esc", "tab", "backtab", "up", "down", "left", "right", "home",
        "end", "bs", "del", "pgup", "pgdn", "space", "lt", "f1", "f5", "c-z", "c-a", "c-m", "c-u",
        "c-w",
    ];
    prop_oneof![
        4 => proptest::sample::select(named.to_vec()).prop_map(|name| format!("<{name}>")),
        4 => "[-+=_−0-9]",
        4 => "[a-zA-Z?.−]",
        1 => any::<char>().prop_filter("the sign of names", |c| *c != '<').prop_map(String::from),
    ]
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        20 => proptest::collection::vec(key(), 1..12).prop_map(|keys| Doing::Keys(keys.concat())),
        2 => "(\\PC|[\n\r\t,;()\u{1b}\u{202e}]){0,80}".prop_map(Doing::Paste),
        1 => (0u32..200_000).prop_map(Doing::Wait),
        3 => (1u16..=200, 1u16..=60).prop_map(|(width, height)| Doing::Look(width, height)),
        1 => Just(Doing::LeaveAndComeBack),
    ]
}

fn play(mut stage: Stage, doing: Doing) -> Stage {
    match doing {
        Doing::Keys(keys) => {
            for key in parse(&keys).into_iter().flatten() {
                stage.press(key);
            }
            stage
        }
        Doing::Paste(text) => stage.paste(&text),
        Doing::Wait(seconds) => stage.tick(seconds),
        Doing::Look(width, height) => {
            stage.screen(width, height);
            stage
        }
        Doing::LeaveAndComeBack if stage.has_session() => stage.quit_and_resume(),
        Doing::LeaveAndComeBack => stage,
    }
}

/// The session in memory and the one in the file are the same, and both are whole.
fn is_whole(stage: &Stage) {
    if stage.has_session() {
        let text = text_of(stage.session()).unwrap();
        assert_eq!(&session_in(&text), stage.session());
        assert_eq!(&stage.kept(), stage.session());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_hands_can_do_breaks_a_session(
        from in 0usize..100,
        doings in proptest::collection::vec(doing(), 1..30),
    ) {
        let texts = six::texts();
        let mut stage = Stage::in_session(&texts[from % texts.len()]);
        for doing in doings {
            stage = play(stage, doing);
            is_whole(&stage);
        }
        stage.screen(80, 24);
    }

    #[test]
    fn nothing_that_hands_can_do_at_home_breaks_anything(doings in proptest::collection::vec(doing(), 1..30)) {
        let mut stage = Stage::at_home();
        for doing in doings {
            stage = play(stage, doing);
        }
        is_whole(&stage);
        stage.screen(80, 24);
    }
}
