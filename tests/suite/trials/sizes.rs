//! Every screen in any size and any colour: it draws, and what is selected is seen.

use super::full;
use super::walks::{Come, everywhere, minute, plain, six};
use crate::kit::screen_text;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::Listing;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use customer_hat::ui::app::App;
use customer_hat::ui::home::Home;
use customer_hat::ui::terminal::Depth;
use customer_hat::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::thread;

fn app(session: Option<Session>, theme: &str) -> App {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let home = Home::new(exercise, Listing::default());
    let mut app = App::new(home, Theme::built_in(theme).unwrap(), minute(600));
    if let Some(session) = session {
        app.opened(session, None);
    }
    app
}

fn draw(app: &mut App, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    app.draw(area, &mut buf);
    buf
}

/// Every place of both sessions, and Home.
fn all() -> Vec<(String, Option<Session>)> {
    let of = |name: &'static str, come| {
        let session = six(come, &plain);
        everywhere(&session)
            .into_iter()
            .map(move |(place, there)| (format!("{name} at {place:?}"), Some(there)))
    };
    let home = ("Home".to_owned(), None);
    of("through", Come::Through)
        .chain(of("halfway", Come::Halfway))
        .chain([home])
        .collect()
}

/// Widths and heights: all of them in the long trial; a coarse grid and the edges of the layouts else.
fn sizes() -> (Vec<u16>, Vec<u16>) {
    if full() {
        return ((1..=200).collect(), (1..=60).collect());
    }
    (
        vec![1, 2, 7, 23, 59, 60, 61, 79, 80, 100, 131, 200],
        vec![1, 2, 9, 19, 20, 21, 24, 30, 60],
    )
}

#[test]
fn every_screen_draws_at_every_size() {
    let (widths, heights) = sizes();
    let all = all();
    let drawn = |half: usize| {
        let mut drawn = 0;
        for (nth, (_, session)) in all.iter().enumerate().filter(|(nth, _)| nth % 2 == half) {
            // The look changes no layout, so each screen goes through the themes in turn with its sizes.
            let names: Vec<_> = Theme::names().collect();
            let mut apps: Vec<_> = names
                .iter()
                .map(|name| app(session.clone(), name))
                .collect();
            for width in &widths {
                for height in &heights {
                    let turn = (nth + usize::from(*width) + usize::from(*height)) % apps.len();
                    let app = &mut apps[turn];
                    app.set_time(minute(601), u64::from(*height % 3) * 150);
                    draw(app, *width, *height);
                    drawn += 1;
                }
            }
        }
        drawn
    };
    let frames: usize = thread::scope(|scope| {
        let other = {
            let drawn = &drawn;
            scope.spawn(move || drawn(1))
        };
        drawn(0) + other.join().unwrap()
    });
    println!("sizes: {} screens, {frames} frames, panics 0", all.len());
}

#[test]
fn every_overlay_draws_at_every_size() {
    let (widths, heights) = sizes();
    let mut frames = 0;
    for (_, session) in all().into_iter().step_by(if full() { 7 } else { 11 }) {
        for letter in ['?', 'q', 'b', 'p'] {
            let mut app = app(session.clone(), "dark");
            app.press(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
            for (width, height) in widths
                .iter()
                .flat_map(|w| heights.iter().map(move |h| (*w, *h)))
            {
                draw(&mut app, width, height);
                frames += 1;
            }
        }
    }
    println!("overlays: {frames} frames, panics 0");
}

#[test]
fn without_colours_and_with_sixteen_the_selection_is_seen() {
    let session = six(Come::Through, &plain);
    // The screens where something is chosen among others by moving.
    let chosen =
        |place: &Place| matches!(place, Place::Choices | Place::Promises | Place::Commodity);
    for (place, there) in everywhere(&session)
        .into_iter()
        .filter(|(place, _)| chosen(place))
    {
        for (theme, depth) in [
            ("none", Depth::Mono),
            ("terminal", Depth::Ansi16),
            ("dark", Depth::Ansi16),
            ("light", Depth::Mono),
        ] {
            let mut app = app(Some(there.clone()), theme);
            let mut seen = Vec::new();
            for _ in 0..2 {
                let mut buf = draw(&mut app, 80, 24);
                depth.apply(&mut buf);
                seen.push(screen_text(&buf));
                app.press(KeyEvent::new(KeyCode::Down, KeyModifiers::NONE));
            }
            let styles = |text: &String| -> Vec<String> {
                text.lines().skip(24).map(str::to_owned).collect()
            };
            assert_ne!(
                styles(&seen[0]),
                styles(&seen[1]),
                "{place:?} in {theme} at {depth:?}"
            );
        }
    }
}
