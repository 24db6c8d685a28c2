//! The pictures of the README, drawn by the program from the sample sessions.
//! `UPDATE_PICTURES=1 cargo test --test suite pictures` draws them anew.

use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::{Heading, Listing};
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::session::Session;
use customer_hat::store::folders::name_of;
use customer_hat::store::samples::samples;
use customer_hat::ui::app::App;
use customer_hat::ui::home::Home;
use customer_hat::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};

use super::samples::{every, first_round, in_a_ballot, in_a_step};
use super::{stage, svg};

/// The size of a picture in cells: an everyday terminal.
const SIZE: (u16, u16) = (80, 24);
/// What a terminal has of its own; the dark theme asks for neither.
const OWN: (u8, u8, u8) = (255, 0, 255);

/// The names and the screens, in the order of a meeting.
fn all() -> Vec<(&'static str, Buffer)> {
    let call = StepNumber::from_index(1);
    let finished = |place| {
        let mut session = first_round();
        session.apply(Change::Go(place), stage::moment(0)).unwrap();
        drawn(Some(session))
    };
    vec![
        ("home", drawn(None)),
        ("step", drawn(Some(in_a_step()))),
        ("ballot", drawn(Some(in_a_ballot()))),
        ("reveal", finished(Place::Reveal(call))),
        ("journey", finished(Place::Journey)),
        ("close", finished(Place::Close)),
        ("library", shown(App::show_library)),
        ("compare", shown(|app| app.compare(&rounds()))),
    ]
}

/// Home with the samples, or one of the sessions of a meeting.
fn drawn(session: Option<Session>) -> Buffer {
    let mut app = at_home(Listing::default());
    if let Some(session) = session {
        app.opened(session, None);
        app.set_file(Path::new("2026-08-20-pedal-crumb-round-1.ron"));
    }
    picture(app)
}

/// A look back, where all the samples are there.
fn shown(what: impl FnOnce(&mut App)) -> Buffer {
    let heading = |session: &Session| Heading::of(session, name_of(session).into());
    let mut headings: Vec<_> = every().iter().map(heading).collect();
    headings.sort_by_key(|heading| std::cmp::Reverse(heading.started));
    let mut app = at_home(Listing {
        headings,
        ..Listing::default()
    });
    what(&mut app);
    picture(app)
}

/// The two rounds of the team.
fn rounds() -> [Session; 2] {
    let [_, first, second] = every();
    [first, second]
}

fn at_home(listing: Listing) -> App {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let home = Home::new(exercise, listing).with_samples(samples());
    App::new(home, Theme::built_in("dark").unwrap(), stage::moment(0))
}

fn picture(mut app: App) -> Buffer {
    app.set_time(stage::moment(0), 60_000);
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut buf = Buffer::empty(area);
    app.draw(area, &mut buf);
    buf
}

fn committed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/pictures")
        .join(format!("{name}.svg"))
}

#[test]
fn the_pictures_are_what_the_program_draws() {
    let update = std::env::var_os("UPDATE_PICTURES").is_some();
    for (name, buf) in all() {
        let made = svg::svg(&buf, OWN, OWN);
        if update {
            std::fs::create_dir_all(committed("").parent().unwrap()).unwrap();
            std::fs::write(committed(name), &made).unwrap();
        }
        let there = std::fs::read_to_string(committed(name)).unwrap_or_default();
        assert!(
            made == there.replace("\r\n", "\n"),
            "{name}.svg is not what the program draws now; \
             `UPDATE_PICTURES=1 cargo test --test suite pictures` draws it anew"
        );
    }
}

#[test]
fn the_readme_shows_every_picture_and_there_is_no_other() {
    let readme = include_str!("../../README.md");
    let mut names: Vec<_> = all()
        .iter()
        .map(|(name, _)| format!("{name}.svg"))
        // A browser's picture of a page that the program writes; the README says how it is made.
        .chain(["report.png".to_owned()])
        .collect();
    for name in &names {
        assert!(
            readme.contains(&format!("assets/pictures/{name}")),
            "{name}"
        );
    }
    let folder = std::fs::read_dir(committed("").parent().unwrap()).unwrap();
    let mut found: Vec<_> = folder
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    names.sort();
    assert_eq!(found, names);
}
