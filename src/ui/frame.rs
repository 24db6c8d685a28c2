//! What stands around every screen: the head, the foot, and the line for a sentence to the people.

use super::keys::{Action, Offer};
use super::theme::Theme;
use super::widgets::wrap::{cells, shorten, wrap_within};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The narrowest and lowest terminal in which a meeting can be held.
pub const LEAST: (u16, u16) = (50, 16);

/// The fewest cells of a business's name before its round.
const LEAST_OF_NAME: usize = 6;

/// The most lines of a notice.
const MOST_NOTICE_LINES: usize = 2;

/// The most lines of an alarm.
const MOST_ALARM_LINES: usize = 3;

/// The sign for what was given and is not on disk yet.
pub const ON_ITS_WAY: &str = "◌";

/// What the head shows.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// Whose session it is.
    pub left: String,
    /// Where we are.
    pub middle: Line<'static>,
    /// The clock, or what is special here.
    pub right: String,
    /// What stands out at the right: not saved, only to look at.
    pub badge: Option<String>,
}

/// The head, the foot and the notice of a screen; what is left in between is the screen's own.
pub struct Frame<'a> {
    /// The head.
    pub head: Head,
    /// What the foot offers.
    pub offers: &'a [Offer],
    /// Why what is shown is not on disk, if it is not.
    pub alarm: Option<&'a str>,
    /// Whether something of what is shown is on its way to the disk.
    pub on_its_way: bool,
    /// A sentence for the people.
    pub notice: Option<&'a str>,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Frame<'_> {
    /// Draws itself and gives the room in between.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let [head, above, body, below, foot] = area.layout(&Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(0),
            Constraint::Length(1),
            Constraint::Length(1),
        ]));
        self.draw_head(inset(head), buf);
        if self.on_its_way {
            // In the corner, where nothing else ever stands: what comes and goes in a moment moves nothing.
            let corner = shifted(head, usize::from(head.width).saturating_sub(1));
            Span::styled(ON_ITS_WAY, self.theme.head.style()).render(corner, buf);
        }
        rule(above, self.theme, buf);
        rule(below, self.theme, buf);
        self.draw_foot(inset(foot), buf);
        self.draw_alarm(above, body, buf)
    }

    /// Draws the sentence for the people on the line over the foot: a longer one takes the foot too until the next key, for
    /// what the screen shows is never covered.
    pub fn draw_notice(&self, area: Rect, buf: &mut Buffer) {
        let Some(notice) = self.notice else { return };
        let line = inset(Rect {
            y: area.y + area.height.saturating_sub(2),
            height: area.height.min(1),
            ..area
        });
        let width = usize::from(line.width).saturating_sub(2);
        let lines = wrap_within(notice, width, MOST_NOTICE_LINES);
        for (row, words) in lines.iter().enumerate() {
            let row_of = Rect {
                y: line.y + row as u16,
                ..line
            };
            // Of the keys nothing may show through; of the line it may.
            let words = if row > 0 {
                bare(row_of, buf);
                format!(" {words:<width$} ")
            } else {
                format!(" {words} ")
            };
            Span::styled(words, self.theme.notice.style()).render(row_of, buf);
        }
    }

    /// In plain sight over the screen, in as many lines as it needs; gives what is left of the body.
    fn draw_alarm(&self, above: Rect, body: Rect, buf: &mut Buffer) -> Rect {
        let Some(alarm) = self.alarm else { return body };
        let width = usize::from(above.width).saturating_sub(2);
        let lines = wrap_within(alarm, width, MOST_ALARM_LINES);
        let more = (lines.len() as u16).saturating_sub(1).min(body.height);
        for (row, line) in lines.into_iter().enumerate() {
            let area = Rect {
                y: above.y + row as u16,
                height: 1,
                ..above
            };
            let words = format!(" {line:<width$} ");
            Span::styled(words, self.theme.alarm.style()).render(area, buf);
        }
        Rect {
            y: body.y + more,
            height: body.height - more,
            ..body
        }
    }

    fn draw_head(&self, area: Rect, buf: &mut Buffer) {
        let head = self.theme.head.style();
        let badge = self
            .head
            .badge
            .as_ref()
            .map(|badge| format!(" {badge} "))
            .unwrap_or_default();
        let right_width = cells(&self.head.right) + cells(&badge) + usize::from(!badge.is_empty());
        let middle_width = self.head.middle.width();
        let width = usize::from(area.width);
        let left_room = width.saturating_sub(right_width + 2);
        let left_room = if middle_width > 0 {
            left_room.saturating_sub(middle_width + 2)
        } else {
            left_room
        };
        let left = title_within(&self.head.left, left_room);
        let left_width = cells(&left);
        Span::styled(left, self.theme.head_here.style()).render(area, buf);
        let centred = width.saturating_sub(middle_width) / 2;
        let start = centred
            .max(left_width + 2)
            .min(width.saturating_sub(right_width + middle_width + 2));
        (&self.head.middle).render(shifted(area, start), buf);
        let right = Line::from(vec![
            Span::styled(badge.clone(), self.theme.warning.style()),
            Span::raw(if badge.is_empty() || self.head.right.is_empty() {
                ""
            } else {
                " "
            }),
            Span::styled(self.head.right.clone(), head),
        ]);
        let start = width.saturating_sub(right.width());
        right.render(shifted(area, start), buf);
    }

    fn draw_foot(&self, area: Rect, buf: &mut Buffer) {
        let (key, label) = (self.theme.foot_key.style(), self.theme.foot_label.style());
        let help = self.offers.iter().find(|one| one.action == Action::Help);
        let help = help.map_or_else(Line::default, |help| {
            let name = help.key_name().to_owned();
            Line::from(vec![Span::styled(name, key), Span::styled(" keys", label)])
        });
        let room = usize::from(area.width).saturating_sub(help.width() + 2);
        let mut line = Line::default();
        for offer in self.offers.iter().filter(|offer| offer.in_foot).take(6) {
            let gap = if line.spans.is_empty() { "" } else { "   " };
            let width = cells(gap) + cells(offer.key_name()) + 1 + cells(&offer.label);
            if line.width() + width > room {
                break;
            }
            line.push_span(Span::raw(gap));
            line.push_span(Span::styled(offer.key_name().to_owned(), key));
            line.push_span(Span::styled(format!(" {}", offer.label), label));
        }
        line.render(area, buf);
        let start = usize::from(area.width).saturating_sub(help.width());
        help.render(shifted(area, start), buf);
    }
}

/// The sentence for a terminal that is too small.
pub fn too_small(area: Rect, theme: &Theme, buf: &mut Buffer) {
    let (width, height) = LEAST;
    let sentence = format!(
        "A little more room, please: {width}×{height} at least. This is {}×{}.",
        area.width, area.height
    );
    for (row, line) in super::widgets::wrap::wrap(&sentence, usize::from(area.width))
        .into_iter()
        .enumerate()
    {
        let row_area = Rect {
            y: area.y.saturating_add(row as u16),
            height: 1,
            ..area
        }
        .intersection(area);
        Span::styled(line, theme.text.style()).render(row_area, buf);
    }
}

fn rule(area: Rect, theme: &Theme, buf: &mut Buffer) {
    let line = "─".repeat(usize::from(area.width));
    Span::styled(line, theme.rule.style()).render(area, buf);
}

fn inset(area: Rect) -> Rect {
    let margin = u16::from(area.width > 4);
    Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    }
}

fn shifted(area: Rect, by: usize) -> Rect {
    let by = (by.min(usize::from(area.width))) as u16;
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}

/// A title in so many cells: the business gives way to the round behind it, as long as some of its name is left.
fn title_within(title: &str, width: usize) -> String {
    let parted = title.rsplit_once(" · ").filter(|_| cells(title) > width);
    let shortened = parted.and_then(|(business, round)| {
        let room = width.checked_sub(cells(round) + 3)?;
        (room >= LEAST_OF_NAME).then(|| format!("{} · {round}", shorten(business, room)))
    });
    shortened.unwrap_or_else(|| shorten(title, width))
}

/// Takes away what the letters in a row look like, so that others may stand there in a look of their own.
fn bare(row: Rect, buf: &mut Buffer) {
    for x in row.left()..row.right() {
        if let Some(cell) = buf.cell_mut((x, row.y)) {
            cell.modifier = Modifier::empty();
        }
    }
}
