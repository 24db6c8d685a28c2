//! Large letters of the terminal's own: what stands on a terminal that knows them is the frame that was asked for.

mod emulation;
#[cfg(unix)]
mod pty;

use super::keys::parse;
use super::stage::Stage;
use super::workshops::{sealed, with_people};
use customer_hat::ui::big_text::{self, block_at, is_covered, scale_of};
use customer_hat::ui::terminal::{Depth, Painter};
use customer_hat::ui::theme::Theme;
use customer_hat::ui::widgets::headline::Headline;
use emulation::Emulation;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Clear, Widget};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The emulated terminal at the end of the painter.
struct Line(Emulation);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A painter with an emulated terminal before it.
struct Shown {
    painter: Painter<Line>,
    size: Size,
}

impl Shown {
    fn new(size: Size) -> Self {
        let line = Line(Emulation::new(size.width, size.height));
        Self {
            painter: Painter::new(line, Depth::True),
            size,
        }
    }

    /// Paints, and compares each cell of the terminal with the frame. Gives whether something was sent.
    fn paint(&mut self, draw: impl Fn(Rect, &mut Buffer)) -> bool {
        let sent = self.painter.paint(self.size, |area, buf| {
            draw(area, buf);
            None
        });
        let mut wanted = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        draw(wanted.area, &mut wanted);
        self.compare(wanted);
        sent.unwrap()
    }

    fn compare(&self, mut wanted: Buffer) {
        big_text::settle(&mut wanted);
        Depth::True.apply(&mut wanted);
        let terminal = &self.painter.sink().0;
        let mut hidden = 0;
        for place in wanted.area.positions() {
            if hidden > 0 {
                hidden -= 1;
                continue;
            }
            let cell = &wanted[place];
            let thing = terminal.at(place).expect("every cell is known");
            if is_covered(cell) {
                let head = block_at(&wanted, thing.block.as_position());
                assert_eq!(head, Some(thing.block), "covered at {place}");
                continue;
            }
            let width = cell.symbol().width() as u16;
            let scale = scale_of(cell).unwrap_or(1);
            let block = Rect::new(place.x, place.y, width * scale, scale);
            assert_eq!((&*thing.sign, thing.block), (cell.symbol(), block));
            assert_eq!(seen(thing.sign == " ", thing.style), style(cell));
            hidden = if scale == 1 { width - 1 } else { 0 };
        }
    }
}

/// The style of a cell as it is seen.
fn style(cell: &Cell) -> Style {
    let style = Style::new().fg(cell.fg).bg(cell.bg);
    seen(cell.symbol() == " ", style.add_modifier(cell.modifier))
}

fn seen(is_blank: bool, mut style: Style) -> Style {
    let on_blank = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    if is_blank && !style.add_modifier.intersects(on_blank) {
        style.fg = Some(Color::Reset);
        style.add_modifier = Modifier::empty();
    }
    style
}

/// One thing in a random frame.
#[derive(Debug, Clone)]
struct Piece {
    corner: (u16, u16),
    text: &'static str,
    /// 1 for plain letters.
    scale: u16,
    style: Style,
    /// Whether it is laid over what is there, on a ground of its own.
    lies_over: bool,
}

impl Piece {
    fn area(&self) -> Rect {
        let width = self.text.width() as u16 * self.scale;
        Rect::new(self.corner.0, self.corner.1, width, self.scale)
    }

    fn draw(&self, buf: &mut Buffer) {
        if buf.area.intersection(self.area()) != self.area() {
            return;
        }
        let (x, y) = self.corner;
        if self.lies_over {
            Clear.render(self.area(), buf);
        }
        if self.scale == 1 {
            buf.set_string(x, y, self.text, self.style);
            return;
        }
        let mut corner = Position::new(x, y);
        for sign in self.text.chars() {
            let sign = sign.to_string();
            big_text::put(buf, corner, &sign, self.scale, self.style);
            corner.x += sign.width() as u16 * self.scale;
        }
    }
}

/// Draws the pieces. Plain wide signs under others are left to Ratatui's own tests: nothing touches them here.
fn draw_all(pieces: &[Piece], buf: &mut Buffer) {
    let mut used: Vec<(Rect, bool)> = Vec::new();
    for piece in pieces {
        let is_wide = piece.text.chars().count() < piece.text.width();
        let is_fixed = is_wide && piece.scale == 1;
        let clash = |(area, fixed): &(Rect, bool)| {
            let near = Rect {
                x: area.x.saturating_sub(1),
                width: area.width + 2,
                ..*area
            };
            near.intersects(piece.area()) && (*fixed || is_fixed || !piece.lies_over)
        };
        if !used.iter().any(clash) {
            used.push((piece.area(), is_fixed));
            piece.draw(buf);
        }
    }
}

fn style_of(ink: u8, modifiers: u8) -> Style {
    let mut style = Style::new();
    if ink > 0 {
        style = style.fg(Color::Rgb(ink, 90, 200));
    }
    if ink > 3 {
        style = style.bg(Color::Rgb(10, ink, 30));
    }
    match modifiers {
        0 => style,
        1 => style.bold(),
        2 => style.reversed(),
        _ => style.bold().underlined(),
    }
}

fn piece() -> impl Strategy<Value = Piece> {
    const TEXTS: [&str; 8] = ["a", "−10", "Ana", "Оля", "客", "顧客満足", "+7", "wide 漢"];
    let text = prop::sample::select(&TEXTS[..]);
    let scale = prop_oneof![Just(1u16), 2..=7u16, 2..=3u16];
    let style = (0..6u8, 0..4u8).prop_map(|(ink, modifiers)| style_of(ink, modifiers));
    ((0..30u16, 0..12u16), text, scale, style, any::<bool>()).prop_map(
        |(corner, text, scale, style, lies_over)| Piece {
            corner,
            text,
            scale,
            style,
            // What lies over others is a text of narrow signs.
            lies_over: lies_over && scale == 1 && text.is_ascii(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_each_frame_the_terminal_shows_that_frame_and_nothing_of_others(
        frames in prop::collection::vec((prop::collection::vec(piece(), 0..7), 0..12u8), 1..8),
    ) {
        let mut shown = Shown::new(Size::new(30, 12));
        for (pieces, event) in &frames {
            if *event == 0 {
                shown.painter.redraw();
            }
            shown.paint(|_, buf| draw_all(pieces, buf));
            prop_assert!(!shown.paint(|_, buf| draw_all(pieces, buf)), "the same frame sends nothing");
        }
    }

    #[test]
    fn one_change_among_many_leaves_the_rest_and_no_trace(
        pieces in prop::collection::vec(piece(), 1..9),
        other in piece(),
        which in any::<prop::sample::Index>(),
    ) {
        let mut changed = pieces.clone();
        changed[which.index(pieces.len())] = other;
        let mut shown = Shown::new(Size::new(30, 12));
        for frame in [&pieces, &changed, &pieces] {
            shown.paint(|_, buf| draw_all(frame, buf));
        }
    }
}

/// The look of headlines where the terminal has large letters.
fn large() -> Style {
    let mut theme = Theme::built_in("dark").unwrap();
    theme.let_be_large(true);
    theme.headline.style()
}

fn bytes(draw: impl FnOnce(Rect, &mut Buffer)) -> String {
    let mut painter = Painter::new(Vec::new(), Depth::Mono);
    let size = Size::new(20, 4);
    let sent = painter.paint(size, |area, buf| {
        draw(area, buf);
        None
    });
    assert!(sent.unwrap());
    let sent = String::from_utf8(painter.sink().clone()).unwrap();
    sent.replace('\x1b', "^")
}

#[test]
fn a_large_sign_is_sent_with_its_scale_and_its_width() {
    let sent = bytes(|area, buf| Headline::new("Да 漢").style(large()).render(area, buf));
    assert_eq!(
        sent,
        "^[?2026h^[?25l^[0m^[2J^[1;1H^[1m^]66;s=4:w=1;Д^\\^[1;5H^]66;s=4:w=1;а^\\\
         ^[1;13H^]66;s=4:w=2;漢^\\^[0m^[?2026l"
    );
}

#[test]
fn without_leave_a_headline_is_as_ever() {
    let draw =
        |style: Style| bytes(move |area, buf| Headline::new("Да").style(style).render(area, buf));
    assert!(draw(large()).contains("]66;"));
    assert!(!draw(Theme::built_in("dark").unwrap().headline.style()).contains("]66;"));
}

#[test]
fn a_name_keeps_its_accents_where_block_letters_would_be_larger() {
    for (name, is_large) in [
        ("Olive", false),
        ("Łukasz", false),
        ("Jo\u{30b}", false),
        ("Ấgnes", true),
    ] {
        let mut buf = Buffer::empty(Rect::new(0, 0, 200, 60));
        Headline::new(name)
            .style(large())
            .render(buf.area, &mut buf);
        assert_eq!(
            buf.content.iter().any(|cell| scale_of(cell) == Some(7)),
            is_large,
            "{name}"
        );
    }
}

#[test]
fn a_sign_that_changes_is_erased_whole_and_the_others_send_nothing() {
    let mut painter = Painter::new(Vec::new(), Depth::Mono);
    for text in ["−7", "−8"] {
        let sent = painter.paint(Size::new(8, 4), |area, buf| {
            Headline::new(text).style(large()).render(area, buf);
            None
        });
        assert!(sent.unwrap());
    }
    let sent = String::from_utf8(painter.sink().clone()).unwrap();
    let (_, second) = sent.rsplit_once("\x1b[?2026h").unwrap();
    assert_eq!(
        second.replace('\x1b', "^"),
        "^[1;5H^[4X^[2;5H^[4X^[3;5H^[4X^[4;5H^[4X^[1;5H^[1m^]66;s=4:w=1;8^\\^[0m^[?2026l"
    );
}

/// Plays keys, and looks at the terminal after each.
fn play(mut stage: Stage, keys: &str, size: Size) -> usize {
    let mut shown = Shown::new(size);
    let mut large = 0;
    let mut look = |stage: &mut Stage| {
        let picture = stage.screen(size.width, size.height);
        large += usize::from(picture.content.iter().any(|cell| scale_of(cell).is_some()));
        shown.paint(|_, buf| buf.clone_from(&picture));
    };
    look(&mut stage);
    for key in parse(keys) {
        match key {
            Some(key) => stage.press(key),
            None => stage.press_all("<wait>"),
        }
        look(&mut stage);
    }
    large
}

#[test]
fn a_whole_session_leaves_no_trace_of_any_screen() {
    let ratings = sealed(&["-10 n", "+9 y", "x"]);
    let guess = "6<enter>-7<enter>8<enter>-10<enter>+9<enter><enter>";
    let mut keys = format!("<enter><enter><enter>{guess}x<enter>{guess}<enter>");
    for _ in 0..5 {
        keys.push_str("+the bell rang<enter>?<esc>,<esc><enter>");
        keys.push_str(&ratings);
        keys.push_str("<enter><wait>b<esc><enter>");
    }
    keys.push_str("<enter>-<enter>+<enter>-<enter><enter><enter>1<enter>The people<enter>");
    for size in [Size::new(60, 20), Size::new(80, 24), Size::new(150, 45)] {
        let stage = with_people(&["Ana", "Ольга", "김민준"]).with_large_letters();
        let with_large = play(stage, &keys, size);
        assert!(with_large > 40, "only {with_large} pictures at {size}");
    }
}

#[test]
fn nothing_is_large_under_what_lies_on_top() {
    let is_large = |stage: &mut Stage| {
        let picture = stage.screen(80, 24);
        picture.content.iter().any(|cell| scale_of(cell).is_some())
    };
    let stage = with_people(&["Ana", "Ben"]).keys("<enter><enter>");
    let mut stage = stage.with_large_letters();
    for on_top in ["?", ",", "b"] {
        assert!(is_large(&mut stage));
        stage.press_all(on_top);
        assert!(!is_large(&mut stage), "under {on_top}");
        stage.press_all("<esc>");
    }
    assert!(is_large(&mut stage));
}
