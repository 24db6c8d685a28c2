//! Progress through the steps: `●─◉─○─○─○`, done, here and to do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::pen::Pen;

/// The styles of the progress dots.
#[derive(Debug, Clone, Copy)]
pub struct DotsLooks {
    /// A step that is done.
    pub done: Style,
    /// The step the room is at.
    pub here: Style,
    /// A step to come.
    pub to_do: Style,
    /// What joins them.
    pub line: Style,
}

impl Default for DotsLooks {
    fn default() -> Self {
        Self {
            done: Style::new(),
            here: Style::new().add_modifier(Modifier::BOLD),
            to_do: Style::new(),
            line: Style::new(),
        }
    }
}

/// Where the room is in a row of steps.
#[derive(Debug, Clone, Copy)]
pub struct Dots {
    steps: usize,
    here: usize,
    looks: DotsLooks,
}

impl Dots {
    /// `here` counts from 0; all steps are done when it is `steps` or more.
    pub fn new(steps: usize, here: usize) -> Self {
        Self {
            steps,
            here,
            looks: DotsLooks::default(),
        }
    }

    /// With these styles.
    pub fn looks(mut self, looks: DotsLooks) -> Self {
        self.looks = looks;
        self
    }

    /// The widest form that fits: `●─◉─○`, then `●◉○`, then `2/3`, then nothing.
    pub fn line(&self, width: usize) -> Line<'static> {
        if self.steps == 0 {
            return Line::default();
        }
        let count = format!("{}/{}", (self.here + 1).min(self.steps), self.steps);
        if width >= self.steps * 2 - 1 {
            self.joined("─")
        } else if width >= self.steps {
            self.joined("")
        } else if width >= count.len() {
            Line::styled(count, self.looks.here)
        } else {
            Line::default()
        }
    }

    fn joined(&self, joint: &'static str) -> Line<'static> {
        let mut spans = Vec::new();
        for step in 0..self.steps {
            if step > 0 && !joint.is_empty() {
                spans.push(Span::styled(joint, self.looks.line));
            }
            spans.push(match step.cmp(&self.here) {
                std::cmp::Ordering::Less => Span::styled("●", self.looks.done),
                std::cmp::Ordering::Equal => Span::styled("◉", self.looks.here),
                std::cmp::Ordering::Greater => Span::styled("○", self.looks.to_do),
            });
        }
        Line::from(spans)
    }
}

impl Widget for &Dots {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        let mut x = 0;
        for span in self.line(usize::from(area.width)) {
            pen.put(x, 0, &span.content, span.style);
            x += span.width() as i32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dots_shrink_to_a_count() {
        let dots = Dots::new(5, 1);
        for (width, text) in [(9, "●─◉─○─○─○"), (8, "●◉○○○"), (4, "2/5"), (2, "")]
        {
            assert_eq!(dots.line(width).to_string(), text);
        }
    }

    #[test]
    fn after_the_last_step_all_are_done() {
        assert_eq!(Dots::new(3, 3).line(9).to_string(), "●─●─●");
    }
}
