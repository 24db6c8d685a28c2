//! The painter, by the bytes it sends: all of a frame at once, and nothing for a frame that looks the same.

#![allow(clippy::unwrap_used)]

use customer_hat::ui::terminal::{Depth, Painter};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
    style::{Color, Style},
};
use std::io::{self, Write};

/// A terminal that remembers each write on its own.
#[derive(Default)]
struct Writes(Vec<Vec<u8>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that fails, as one that is gone.
struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const SIZE: Size = Size::new(20, 4);
const BLUE: Color = Color::Rgb(0xa8, 0xd3, 0xff);

fn painter() -> Painter<Writes> {
    Painter::new(Writes::default(), Depth::True)
}

fn line(text: &str) -> impl Fn(Rect, &mut Buffer) -> Option<Position> + '_ {
    move |area, buffer| {
        buffer.set_stringn(0, 0, text, area.width.into(), Style::new().fg(BLUE));
        None
    }
}

/// What a terminal shows after all that was written.
fn screen(painter: &Painter<Writes>, size: Size) -> vt100::Parser {
    let mut terminal = vt100::Parser::new(size.height, size.width, 0);
    for bytes in &painter.sink().0 {
        terminal.process(bytes);
    }
    terminal
}

/// Its lines, without the blanks at their ends.
fn rows(painter: &Painter<Writes>) -> Vec<String> {
    let terminal = screen(painter, SIZE);
    let rows = terminal.screen().rows(0, SIZE.width);
    rows.map(|row| row.trim_end().to_owned()).collect()
}

fn last(painter: &Painter<Writes>) -> String {
    let bytes = painter.sink().0.last().expect("something was written");
    String::from_utf8(bytes.clone())
        .expect("text")
        .replace('\x1b', "^")
}

#[test]
fn a_frame_is_one_write_within_a_synchronized_update() {
    let mut painter = painter();
    assert!(painter.paint(SIZE, line("one")).unwrap());
    assert!(painter.paint(SIZE, line("two")).unwrap());
    assert_eq!(painter.sink().0.len(), 2);
    for bytes in &painter.sink().0 {
        assert!(bytes.starts_with(b"\x1b[?2026h") && bytes.ends_with(b"\x1b[?2026l"));
    }
}

#[test]
fn a_frame_that_looks_the_same_sends_nothing_at_all() {
    let mut painter = painter();
    painter.paint(SIZE, line("sealed")).unwrap();
    for _ in 0..3 {
        assert!(!painter.paint(SIZE, line("sealed")).unwrap());
    }
    assert_eq!(painter.sink().0.len(), 1);
}

#[test]
fn an_ink_that_nobody_can_see_is_no_reason_to_send() {
    let blank = |color| {
        move |area: Rect, buffer: &mut Buffer| {
            buffer.set_style(area, Style::new().fg(color).bold());
            None
        }
    };
    let mut painter = painter();
    painter.paint(SIZE, blank(Color::Red)).unwrap();
    assert!(!painter.paint(SIZE, blank(BLUE)).unwrap());
}

#[test]
fn only_what_changed_is_sent() {
    let mut painter = painter();
    painter.paint(SIZE, line("rated 3 of 6")).unwrap();
    painter.paint(SIZE, line("rated 4 of 6")).unwrap();
    assert_eq!(
        last(&painter),
        "^[?2026h^[1;7H^[38;2;168;211;255m4^[0m^[?2026l"
    );
}

#[test]
fn a_cursor_that_moves_is_a_change_and_one_outside_is_none() {
    let at = |x| move |_: Rect, _: &mut Buffer| Some(Position::new(x, 1));
    let mut painter = painter();
    painter.paint(SIZE, at(2)).unwrap();
    assert!(!painter.paint(SIZE, at(2)).unwrap());
    assert!(painter.paint(SIZE, at(3)).unwrap());
    assert_eq!(screen(&painter, SIZE).screen().cursor_position(), (1, 3));
    assert!(!screen(&painter, SIZE).screen().hide_cursor());
    assert!(painter.paint(SIZE, at(200)).unwrap());
    assert!(screen(&painter, SIZE).screen().hide_cursor());
}

#[test]
fn a_new_size_or_a_call_for_it_draws_all() {
    let mut painter = painter();
    painter.paint(SIZE, line("whole")).unwrap();
    painter.paint(Size::new(19, 4), line("whole")).unwrap();
    assert!(last(&painter).contains("^[2J"));
    painter.redraw();
    painter.paint(Size::new(19, 4), line("whole")).unwrap();
    assert!(last(&painter).contains("^[2J") && last(&painter).contains("whole"));
    assert_eq!(painter.sink().0.len(), 3);
}

#[test]
fn a_frame_that_could_not_be_written_is_drawn_again_whole() {
    let mut painter = Painter::new(Gone, Depth::True);
    assert!(painter.paint(SIZE, line("lost")).is_err());
    assert!(
        painter.paint(SIZE, line("lost")).is_err(),
        "it does not count as shown"
    );
}

#[test]
fn wide_signs_come_and_go_without_a_trace() {
    let texts = [
        "漢字 first",
        "a漢字 b",
        "plain text here",
        "👩‍👩‍👧 family",
        "é e\u{301} x",
        "✔️ v 漢",
    ];
    let mut painter = painter();
    for text in texts.iter().chain(texts.iter().rev()) {
        painter.paint(SIZE, line(text)).unwrap();
        let mut afresh = self::painter();
        afresh.paint(SIZE, line(text)).unwrap();
        assert_eq!(rows(&painter), rows(&afresh), "after {text}");
    }
}

#[test]
fn colours_are_brought_down_to_what_the_terminal_has() {
    for (depth, sent) in [
        (Depth::True, "^[38;2;168;211;255m"),
        (Depth::Indexed256, "^[38;5;153m"),
        (Depth::Ansi16, "^[94m"),
        (Depth::Mono, "^[1;1Hx"),
    ] {
        let mut painter = Painter::new(Writes::default(), depth);
        painter.paint(SIZE, line("x")).unwrap();
        assert!(
            last(&painter).contains(sent),
            "{depth:?}: {}",
            last(&painter)
        );
    }
}

#[test]
fn every_size_is_painted_from_one_cell_on() {
    let mut painter = painter();
    for (width, height) in [(1, 1), (1, 60), (200, 1), (0, 0), (200, 60)] {
        painter
            .paint(Size::new(width, height), line("漢字 and more"))
            .unwrap();
    }
}
