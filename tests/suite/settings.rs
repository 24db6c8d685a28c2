//! The settings on top of any screen, what they change, and every theme at every depth.

use super::stage::Stage;
use customer_hat::model::session::{BallotKind, Names};
use customer_hat::model::settings::{Settings, ThemeChoice};
use customer_hat::model::text::CleanText;
use customer_hat::ui::terminal::{Depth, Surroundings};
use customer_hat::ui::theme::{OwnThemes, Theme, Themes};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

const DEPTHS: [Depth; 4] = [Depth::True, Depth::Indexed256, Depth::Ansi16, Depth::Mono];

fn themes(name: &str, depth: Depth) -> Themes {
    let wanted = ThemeChoice::from(CleanText::typed(name));
    Themes::new(
        OwnThemes::default(),
        wanted,
        depth,
        &Surroundings::default(),
    )
}

fn home(settings: Settings) -> Stage {
    let theme = settings.theme.as_str().to_owned();
    Stage::at_home().set(settings, themes(&theme, Depth::True))
}

fn usual() -> Stage {
    home(Settings::default())
}

/// Acme with three people who are about to see their first ratings.
fn before_the_reveal(stage: Stage) -> Stage {
    let rates = "5<enter>y<enter>";
    stage
        .keys("tAcme<enter>Ana<enter>Ben<enter>Cho<enter><enter><enter><enter>")
        .keys("x<enter>x<enter>x<enter><enter><enter>")
        .keys(&rates.repeat(3))
}

#[test]
fn the_settings_open_from_a_row_of_home_and_by_a_key_anywhere() {
    let mut by_key = usual().keys(",");
    assert!(by_key.shows("Breath at the reveal"));
    let mut by_row = usual().keys("<down><down><down><down><down><enter>");
    assert!(by_row.shows("Breath at the reveal"));
    let mut in_session = usual().keys("tAcme<enter>Ana<enter>Ben<enter><enter><enter>,");
    assert!(in_session.shows("Breath at the reveal"));
    for closing in ["<esc>", "<enter>", "<pgdn>"] {
        let mut closed = usual().keys(",").keys(closing);
        assert!(!closed.shows("Breath at the reveal") && closed.shows("Start with your team"));
    }
}

#[test]
fn a_comma_that_is_typed_is_a_comma() {
    let mut stage = usual().keys("tA, B");
    assert!(stage.shows("A, B") && !stage.shows("Breath"));
}

#[test]
fn the_settings_at_the_everyday_sizes() {
    let mut stage = usual().keys(",");
    insta::assert_snapshot!(super::kit::rows_text(&stage.screen(80, 24)));
    insta::assert_snapshot!(super::kit::rows_text(&stage.screen(60, 20)));
    stage
        .app()
        .settings_kept(Err("The disk is full.".to_owned()));
    insta::assert_snapshot!(super::kit::rows_text(&stage.screen(60, 20)));
}

#[test]
fn the_arrows_show_a_theme_at_once_and_it_is_kept_at_once() {
    let mut stage = usual().keys(",");
    let dark = stage.screen(80, 24)[(0, 5)].bg;
    stage.press_all("<right><right>");
    assert_ne!(stage.screen(80, 24)[(0, 5)].bg, dark);
    assert_eq!(stage.kept_settings().unwrap().theme.as_str(), "light");
    assert!(stage.shows("light"));
    stage.press_all("<left><left>");
    assert_eq!(stage.screen(80, 24)[(0, 5)].bg, dark);
    assert_eq!(stage.kept_settings().unwrap(), &Settings::default());
    stage.press_all("<left>");
    assert_eq!(stage.kept_settings().unwrap().theme.as_str(), "none");
}

#[test]
fn a_session_keeps_its_place_while_the_theme_changes() {
    let mut stage = usual().keys("tAcme<enter>Ana<enter>Ben<enter><enter><enter>");
    let before = stage.text(80, 24);
    stage.press_all(",<right><right><esc>");
    assert_eq!(stage.text(80, 24), before);
    let place = stage.place();
    stage.press_all(",<down><down><space><esc>");
    assert_eq!(stage.place(), place);
    assert_eq!(stage.session().names(), Names::Shown, "it keeps its own");
}

#[test]
fn new_sessions_begin_as_the_settings_say() {
    let stage = usual().keys(",<down><right><down><right><esc>tAcme<enter>");
    assert_eq!(stage.session().ballot(), BallotKind::CardsUp);
    assert_eq!(stage.session().names(), Names::Hidden);
    assert_eq!(
        stage.kept().ballot(),
        BallotKind::CardsUp,
        "in its file too"
    );
    let alone = usual().keys(",<down><right><esc>oAcme<enter>");
    assert_eq!(alone.session().ballot(), BallotKind::Open);
}

#[test]
fn a_reveal_holds_its_breath_or_does_not() {
    let mut holds = before_the_reveal(usual()).keys("<enter>");
    assert!(holds.app().wakes_in().is_some());
    let settings = Settings {
        breath: false,
        ..Settings::default()
    };
    let mut at_once = before_the_reveal(home(settings)).keys("<enter>");
    assert_eq!(at_once.app().wakes_in(), None);
    assert!(at_once.shows("3 of 3 rated"));
}

#[test]
fn without_timeboxes_the_clock_counts_up_and_nobody_is_over() {
    let settings = Settings {
        timeboxes: false,
        ..Settings::default()
    };
    let keys = "tAcme<enter>Ana<enter>Ben<enter>Cho<enter><enter><enter><enter>x<enter>x<enter>x<enter><enter>";
    let mut stage = home(settings).keys(keys).tick(3 * 60 + 5);
    assert!(stage.shows("03:05") && !stage.shows("left"));
    let mut late = stage.tick(2 * 3600);
    assert!(late.shows("2:03:05") && !late.shows("over"));
    late.press_all(",<down><down><down><down><right><esc>");
    assert!(late.shows("over"), "back to the countdown at once");
}

#[test]
fn what_is_not_kept_is_told_in_plain_sight_and_once() {
    let mut stage = usual().keys(",<right>");
    let why = || Err("settings.ron could not be written: the disk is full.".to_owned());
    stage.app().settings_kept(why());
    assert!(stage.shows("for it is not saved: "));
    stage.app().settings_kept(Ok(()));
    assert!(!stage.shows("not saved"));
    stage.press_all("<esc>");
    stage.app().settings_kept(why());
    assert!(stage.shows("The settings are not saved."));
}

#[test]
fn a_theme_of_the_settings_that_is_gone_is_told() {
    let settings = Settings {
        theme: ThemeChoice::Named(CleanText::typed("mine")),
        ..Settings::default()
    };
    let mut stage = home(settings);
    assert!(stage.shows("There is no theme mine any more: dark here."));
    stage.press_all(",<right>");
    assert_eq!(stage.kept_settings().unwrap().theme.as_str(), "dark");
}

#[test]
fn the_terminals_answer_changes_the_theme_only_where_nobody_chose_one() {
    let mut auto = usual();
    auto.app().tell_ground((255, 255, 255));
    let light = Theme::built_in("light").unwrap().ground.style().bg.unwrap();
    assert_eq!(auto.screen(80, 24)[(0, 5)].bg, light);
    let settings = Settings {
        theme: ThemeChoice::Named(CleanText::typed("dark")),
        ..Settings::default()
    };
    let mut chosen = home(settings);
    chosen.app().tell_ground((255, 255, 255));
    assert_ne!(chosen.screen(80, 24)[(0, 5)].bg, light);
}

/// What can be seen of a cell beside its sign.
fn look(cell: &Cell) -> (ratatui::style::Color, ratatui::style::Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

/// The cell at the first letter of these words.
fn cell_at<'a>(buf: &'a Buffer, words: &str) -> &'a Cell {
    let width = usize::from(buf.area.width);
    for row in buf.content.chunks(width) {
        let signs: Vec<_> = row.iter().map(Cell::symbol).collect();
        if let Some(at) = signs.concat().find(words) {
            let mut before = 0;
            let column = signs.iter().position(|sign| {
                before += sign.len();
                before > at
            });
            return &row[column.unwrap()];
        }
    }
    panic!("{words} is not there");
}

#[test]
fn the_selection_is_seen_in_every_theme_at_every_depth() {
    for name in Theme::names() {
        for depth in DEPTHS {
            let settings = Settings {
                theme: ThemeChoice::Named(CleanText::typed(name)),
                ..Settings::default()
            };
            let mut stage = Stage::at_home().set(settings, themes(name, depth));
            let mut buf = stage.screen(80, 24);
            depth.apply(&mut buf);
            let chosen = cell_at(&buf, "Start with your team");
            let other = cell_at(&buf, "Start on your own");
            let differs_in_ground = chosen.bg != other.bg
                || chosen.modifier.contains(Modifier::REVERSED)
                    != other.modifier.contains(Modifier::REVERSED);
            assert!(differs_in_ground, "{name} {depth:?}: {:?}", look(chosen));
            let readable = chosen.fg != chosen.bg || chosen.fg == ratatui::style::Color::Reset;
            assert!(readable, "{name} {depth:?}: {:?}", look(chosen));
            let key = cell_at(&buf, "Enter");
            let label = cell_at(&buf, "start");
            assert_ne!(look(key), look(label), "{name} {depth:?}");
            let stands_out = Modifier::BOLD | Modifier::UNDERLINED;
            assert!(key.modifier.intersects(stands_out), "{name} {depth:?}");
        }
    }
}

#[test]
fn up_and_down_differ_in_every_theme_at_every_depth() {
    for name in Theme::names() {
        for depth in DEPTHS {
            let shown = themes(name, depth);
            let theme = shown.current();
            let area = ratatui::layout::Rect::new(0, 0, 2, 1);
            let mut buf = Buffer::empty(area);
            buf.set_style(area, theme.ground.style());
            buf.set_string(0, 0, "▲", theme.up.style());
            buf.set_string(1, 0, "▼", theme.down.style());
            depth.apply(&mut buf);
            assert_ne!(look(&buf[(0, 0)]), look(&buf[(1, 0)]), "{name} {depth:?}");
        }
    }
}
