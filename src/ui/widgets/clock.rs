//! A time span as a clock shows it, in text and as large as fits. It never asks what time it is.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::headline::{Headline, LetterSize};

/// `04:31`, and from one hour on `1:04:31`; parts of a second are left out.
pub fn clock_text(span: Duration) -> String {
    let seconds = span.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes:02}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// A clock as large as fits; its digits stand still while it runs.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    span: Duration,
    style: Style,
    largest: LetterSize,
    centred: bool,
}

impl Clock {
    /// A clock that shows a time span.
    pub fn new(span: Duration) -> Self {
        Self {
            span,
            style: Style::new().add_modifier(Modifier::BOLD),
            largest: LetterSize::Fourfold,
            centred: false,
        }
    }

    /// The style of the digits.
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The largest size it may take.
    pub fn at_most(mut self, largest: LetterSize) -> Self {
        self.largest = largest;
        self
    }

    /// In the middle of its area.
    pub fn centred(mut self) -> Self {
        self.centred = true;
        self
    }

    /// The rows it takes in a width, at most `max_height`.
    pub fn height_for(&self, width: u16, max_height: u16) -> u16 {
        self.headline(&clock_text(self.span))
            .height_for(width, max_height)
    }

    fn headline<'a>(&self, text: &'a str) -> Headline<'a> {
        let headline = Headline::new(text).style(self.style).at_most(self.largest);
        if self.centred {
            headline.centred()
        } else {
            headline
        }
    }
}

impl Widget for &Clock {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.headline(&clock_text(self.span)).render(area, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_adds_a_place() {
        for (seconds, text) in [(0, "00:00"), (271, "04:31"), (3599, "59:59")] {
            assert_eq!(clock_text(Duration::from_secs(seconds)), text);
        }
        assert_eq!(clock_text(Duration::from_millis(3_600_999)), "1:00:00");
    }
}
