//! Large numbers side by side, in letters of one size, with a word under each: then → now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::headline::{Headline, LetterSize};
use super::large_rows::LINE;
use super::pen::Pen;
use super::wrap::{cells, told_apart};

/// A number and what it is.
#[derive(Debug, Clone)]
pub struct LargeNumber<'a> {
    /// The number, or a short word in its place.
    pub text: String,
    /// Its style.
    pub style: Style,
    /// The word under it.
    pub label: &'a str,
}

/// Numbers side by side, as large as the area lets all of them be, from its top left corner on.
#[derive(Debug, Clone)]
pub struct Numbers<'a> {
    row: &'a [LargeNumber<'a>],
    joint: &'a str,
    joint_style: Style,
    label_style: Style,
    /// The size of the words under the numbers.
    labels: LetterSize,
}

/// How they stand: the size of the letters, columns, and rows of the numbers.
struct Plan {
    size: LetterSize,
    between: u16,
    widths: Vec<u16>,
    rows: u16,
}

impl<'a> Numbers<'a> {
    /// These numbers with this sign between them.
    pub fn new(numbers: &'a [LargeNumber<'a>], joint: &'a str) -> Self {
        Self {
            row: numbers,
            joint,
            joint_style: Style::new(),
            label_style: Style::new(),
            labels: LetterSize::Plain,
        }
    }

    /// With the words in small block letters, where all of them have a block form: for a vast screen.
    pub fn with_large_labels(mut self) -> Self {
        let large = |number: &LargeNumber<'_>| {
            number.label.is_empty() || large_label(number.label).is_large(u16::MAX, LINE)
        };
        if self.row.iter().all(large) {
            self.labels = LetterSize::Quarter;
        }
        self
    }

    /// With these styles for the sign and the words.
    pub fn looks(mut self, joint: Style, label: Style) -> Self {
        self.joint_style = joint;
        self.label_style = label;
        self
    }

    /// The columns and rows that it takes in an area of this size.
    pub fn extent(&self, width: u16, height: u16) -> (u16, u16) {
        let plan = self.plan(width, height);
        (self.width_of(&plan), plan.rows + self.label_rows(height))
    }

    /// Whether they stand in block letters in an area of this size.
    pub fn is_large(&self, width: u16, height: u16) -> bool {
        self.size(width, height) > LetterSize::Plain
    }

    /// The size of their letters in an area of this size.
    pub fn size(&self, width: u16, height: u16) -> LetterSize {
        self.plan(width, height).size
    }

    fn label_rows(&self, height: u16) -> u16 {
        let named = self.row.iter().any(|number| !number.label.is_empty());
        match self.labels {
            _ if !named || height <= 1 => 0,
            LetterSize::Plain => 1,
            _ => LINE + 1,
        }
    }

    /// The columns that a word asks for.
    fn label_width(&self, label: &str) -> u16 {
        match self.labels {
            LetterSize::Plain => cells(label).min(12) as u16,
            _ => large_label(label).extent(u16::MAX, LINE).0,
        }
    }

    fn width_of(&self, plan: &Plan) -> u16 {
        let gaps = (self.row.len().saturating_sub(1)) as u16;
        plan.widths.iter().sum::<u16>() + gaps * plan.between
    }

    fn plan(&self, width: u16, height: u16) -> Plan {
        let rows = height - self.label_rows(height).min(height);
        let sizes = LetterSize::BLOCKS.into_iter();
        let mut plans = sizes.filter_map(|size| self.plan_of(size, rows));
        plans
            .find(|plan| self.width_of(plan) <= width)
            .or_else(|| self.plan_of(LetterSize::Plain, 1))
            .unwrap_or(Plan {
                size: LetterSize::Plain,
                between: 3,
                widths: vec![0; self.row.len()],
                rows: 1,
            })
    }

    /// The words in plain letters, each as long as the narrowest place for one.
    fn plain_labels(&self, plan: &Plan, width: u16) -> Vec<String> {
        let mut x = 0;
        let rooms = plan.widths.iter().map(|own| {
            // The last one has no number after it into whose place it might reach.
            let room = (own + plan.between - 1).min(width.saturating_sub(x));
            x += own + plan.between;
            usize::from(room)
        });
        let narrowest = rooms.min().unwrap_or(0);
        let labels: Vec<_> = self.row.iter().map(|number| number.label).collect();
        told_apart(&labels, narrowest)
    }

    fn plan_of(&self, size: LetterSize, rows: u16) -> Option<Plan> {
        let extent = |text: &str| {
            let headline = Headline::new(text).at_most(size);
            let fits = headline.size_for(u16::MAX, rows) == size;
            fits.then(|| headline.extent(u16::MAX, rows))
        };
        let all = self.row.iter().map(|number| extent(&number.text));
        let all: Vec<_> = all.collect::<Option<_>>()?;
        let space = extent("0")?.0;
        let joint = if self.joint.is_empty() {
            0
        } else {
            extent(self.joint)?.0
        };
        let labelled = all.iter().zip(self.row);
        Some(Plan {
            size,
            between: joint + space.max(2),
            rows: all.iter().map(|(_, rows)| *rows).max()?,
            widths: labelled
                .map(|((width, _), number)| (*width).max(self.label_width(number.label)))
                .collect(),
        })
    }
}

fn large_label(label: &str) -> Headline<'_> {
    Headline::small(label)
}

impl Widget for &Numbers<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.height == 0 || self.row.is_empty() {
            return;
        }
        let plan = self.plan(area.width, area.height);
        let mut x = 0;
        let put = |text: &str, style, x: u16, buf: &mut Buffer| {
            let room = Rect {
                x: area.x + x.min(area.width),
                width: area.width.saturating_sub(x),
                height: plan.rows.min(area.height),
                ..area
            };
            let headline = Headline::new(text).style(style).at_most(plan.size);
            headline.render(room, buf);
        };
        let labels = self.plain_labels(&plan, area.width);
        for (at, (number, width)) in self.row.iter().zip(&plan.widths).enumerate() {
            if at > 0 {
                let joint = Headline::new(self.joint).at_most(plan.size);
                let joint = joint.extent(u16::MAX, plan.rows).0.min(plan.between);
                put(
                    self.joint,
                    self.joint_style,
                    x - plan.between + (plan.between - joint) / 2,
                    buf,
                );
            }
            let headline = Headline::new(&number.text).at_most(plan.size);
            let own = headline.extent(u16::MAX, plan.rows).0;
            put(
                &number.text,
                number.style,
                x + width.saturating_sub(own) / 2,
                buf,
            );
            if self.label_rows(area.height) > 0 {
                if self.labels > LetterSize::Plain {
                    let label = large_label(number.label).style(self.label_style);
                    let inset = width.saturating_sub(self.label_width(number.label)) / 2;
                    let room = Rect {
                        x: area.x + (x + inset).min(area.width),
                        y: area.y + plan.rows + 1,
                        width: area.width.saturating_sub(x + inset),
                        height: LINE,
                    };
                    label.render(room.intersection(area), buf);
                    x += width + plan.between;
                    continue;
                }
                let label = &labels[at];
                let inset = i32::from(*width) - cells(label) as i32;
                let mut pen = Pen::new(area, buf);
                pen.put(
                    i32::from(x) + (inset / 2).max(0),
                    i32::from(plan.rows),
                    label,
                    self.label_style,
                );
            }
            x += width + plan.between;
        }
    }
}
