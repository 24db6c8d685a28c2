//! The journey as one curve: what was felt at each step, its range, and what was expected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

pub use super::curve_step::{CurveLooks, CurveStep, Felt};

use super::curve_numbers::{self, Block};
use super::curve_path::{Canvas, Path};
use super::curve_plan::Plan;
use super::curve_step::runs;
use super::pen::{Pen, start_around};
use super::shape::Shape;
use super::spark::{SparkLooks, spark_line};
use super::wrap::cells;
use crate::model::rating::{Rating, signed};

/// Under this size the journey is drawn as one row of bars.
const LEAST: (u16, u16) = (24, 6);

/// The journey over its steps, at least one.
#[derive(Debug, Clone)]
pub struct Curve<'a> {
    steps: &'a [CurveStep<'a>],
    best: Vec<usize>,
    worst: Vec<usize>,
    selected: Option<usize>,
    twins: bool,
    looks: CurveLooks,
}

impl<'a> Curve<'a> {
    /// The curve over these steps, with nothing marked.
    pub fn new(steps: &'a [CurveStep<'a>]) -> Self {
        Self {
            steps,
            best: Vec::new(),
            worst: Vec::new(),
            selected: None,
            twins: false,
            looks: CurveLooks::default(),
        }
    }

    /// Marks the best steps with `▲` and the worst with `▼`, counted from 0.
    pub fn marks(
        mut self,
        best: impl IntoIterator<Item = usize>,
        worst: impl IntoIterator<Item = usize>,
    ) -> Self {
        self.best = best.into_iter().collect();
        self.worst = worst.into_iter().collect();
        self
    }

    /// Marks the step that is looked at, counted from 0.
    pub fn selected(mut self, selected: Option<usize>) -> Self {
        self.selected = selected;
        self
    }

    /// What stands for what was expected is another journey, and its dots are as large.
    pub fn twins(mut self) -> Self {
        self.twins = true;
        self
    }

    /// With these styles.
    pub fn looks(mut self, looks: CurveLooks) -> Self {
        self.looks = looks;
        self
    }

    fn of(&self, up: bool) -> Style {
        if up { self.looks.up } else { self.looks.down }
    }

    /// A row of bars, and the names are left to the screen.
    fn draw_small(&self, pen: &mut Pen<'_>) {
        let values: Vec<_> = self.steps.iter().map(CurveStep::middle).collect();
        let looks = SparkLooks {
            up: self.looks.up,
            down: self.looks.down,
            missing: self.looks.axis,
        };
        for (x, span) in spark_line(&values, &looks).iter().enumerate() {
            pen.put(x as i32, 0, &span.content, span.style);
        }
    }

    fn draw_axis(&self, plan: &Plan, pen: &mut Pen<'_>) {
        for x in plan.left..pen.width() {
            pen.put(x, plan.zero(), "─", self.looks.zero);
        }
        let marks: &[i32] = if plan.rows >= 9 {
            &[10, 5, 0, -5, -10]
        } else {
            &[10, 0, -10]
        };
        for points in marks {
            let label = format!("{:>3}", signed(*points));
            let style = match points {
                0 => self.looks.zero,
                _ => self.looks.axis,
            };
            pen.put(plan.margin, plan.y(*points).round() as i32, &label, style);
        }
    }

    fn draw_range(&self, plan: &Plan, step: usize, pen: &mut Pen<'_>) {
        let Some((low, high)) = self.steps[step].range.filter(|(low, high)| low < high) else {
            return;
        };
        let (top, bottom) = (plan.row(high), plan.row(low));
        for y in top..=bottom {
            let part = match y {
                _ if y == top => "┳",
                _ if y == bottom => "┻",
                _ => "┃",
            };
            pen.put(plan.x(step), y, part, self.looks.range);
        }
    }

    fn draw_expected(&self, plan: &Plan, pen: &mut Pen<'_>) {
        for run in runs(self.steps, |step| step.expected) {
            let places = run.iter().map(|(step, rating)| {
                let x = plan.expected_x(*step, *rating, &self.steps[*step].dots());
                (x, plan.row(*rating), *rating)
            });
            let places: Vec<_> = places.collect();
            let points = places
                .iter()
                .map(|(x, y, _)| (f64::from(*x), f64::from(*y)));
            let path = Path::through(points.collect());
            for x in (plan.left..pen.width()).step_by(2) {
                let y = path.height(f64::from(x)).map(|y| y.round() as i32);
                if let Some(y) = y.filter(|y| pen.is_blank(x, *y)) {
                    pen.put(x, y, "·", self.looks.expected);
                }
            }
            for (x, y, rating) in places {
                let shape = Shape::of(rating).hollow();
                pen.put_shape((x, y), shape, plan.hollow, self.looks.expected);
            }
        }
    }

    fn draw_felt(&self, plan: &Plan, pen: &mut Pen<'_>) {
        let mut canvas = Canvas::new(pen.width(), plan.rows);
        let dots: Vec<_> = (0..self.steps.len())
            .flat_map(|step| self.steps[step].dots().into_iter().map(move |r| (step, r)))
            .collect();
        let gaps = dots.iter().map(|(step, r)| plan.gap_around(*step, *r));
        let gaps: Vec<_> = gaps.flatten().collect();
        for run in runs(self.steps, CurveStep::middle) {
            canvas.stroke(&Path::through(plan.points(&run)), plan.thick, &gaps);
        }
        for (step, rating) in &dots {
            let corner = plan.corner(*step, *rating);
            canvas.add(Shape::of(*rating), plan.dot(*rating), corner);
        }
        for (x, y) in plan.cells(pen) {
            let symbol = canvas.symbol(x, y);
            if symbol != ' ' {
                // A dot beside the line of zero keeps the colour of its own side.
                let dot = dots
                    .iter()
                    .find(|(step, rating)| plan.covers(*step, *rating, (x, y)));
                let above = y < plan.zero() || (y == plan.zero() && canvas.upper_half(x, y));
                let up = dot.map_or(above, |(_, rating)| rating.is_up());
                pen.put(x, y, symbol.encode_utf8(&mut [0; 4]), self.of(up));
            }
        }
        if plan.dots_are_cells() {
            for (step, rating) in dots {
                let (x, y) = (plan.x(step), plan.row(rating));
                // A gap at both sides makes the dot stand out from its line.
                pen.put(x - 1, y, "   ", Style::new());
                pen.put(x, y, Shape::of(rating).symbol(), self.of(rating.is_up()));
            }
        }
    }

    /// The number of a dot, beside it where nothing stands yet.
    fn draw_number(
        &self,
        plan: &Plan,
        (step, rating): (usize, Rating),
        taken: &mut Vec<Block>,
        pen: &mut Pen<'_>,
    ) {
        let mut style = self.of(rating.is_up()).add_modifier(Modifier::BOLD);
        // A room in two camps has both at one step: the upper dot is the best, the lower the worst.
        let dots = self.steps[step].dots();
        let marked = if self.best.contains(&step) && dots.last() == Some(&rating) {
            Some(("▲", "▲ best"))
        } else if self.worst.contains(&step) && dots.first() == Some(&rating) {
            Some(("▼", "▼ worst"))
        } else {
            None
        };
        let mut rows = plan.number(&rating.to_string());
        if let Some((sign, words)) = marked {
            if rows.len() == 1 {
                rows[0] = format!(" {sign} {} ", rows[0]);
            } else {
                rows.push(format!(" {words} "));
            }
        }
        // A free column at each side keeps the number apart from the line.
        let width = rows.iter().map(|row| cells(row)).max().unwrap_or(0) as i32 + 2;
        let size = (width, rows.len() as i32);
        let (x, y) = curve_numbers::place(plan, (step, rating), size, marked.is_some(), taken, pen);
        taken.push((x + 1..x + width - 1, y..y + size.1));
        for (dy, row) in rows.iter().enumerate() {
            if marked.is_some() && dy + 1 == rows.len() {
                style = style.patch(self.looks.mark);
            }
            pen.put(x + 1, y + dy as i32, row, style);
        }
    }

    fn draw_names(&self, plan: &Plan, pen: &mut Pen<'_>) {
        for (at, step) in self.steps.iter().enumerate() {
            let rows = plan.name(at, step.name);
            let top = pen.height() - plan.name_rows + plan.name_offset(at);
            let length = rows.iter().map(|row| cells(row)).max().unwrap_or(0) as i32;
            let start = start_around(plan.x(at), length, pen.width());
            let mut style = self.looks.name;
            if self.selected == Some(at) {
                style = style.patch(self.looks.selected);
            }
            for (dy, row) in rows.iter().enumerate() {
                let y = top + dy as i32;
                if self.selected == Some(at) {
                    pen.put(start - 1, y, &" ".repeat(length as usize + 2), style);
                }
                pen.put(start, y, row, style);
            }
        }
    }
}

impl Widget for &Curve<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        if self.steps.is_empty() {
            return;
        }
        if area.width < LEAST.0 || area.height < LEAST.1 {
            self.draw_small(&mut pen);
            return;
        }
        let names: Vec<_> = self.steps.iter().map(|step| step.name).collect();
        let mut plan = Plan::new(&names, (pen.width(), pen.height()));
        if self.twins {
            plan.take_twins();
        }
        self.draw_axis(&plan, &mut pen);
        for step in 0..self.steps.len() {
            self.draw_range(&plan, step, &mut pen);
        }
        self.draw_expected(&plan, &mut pen);
        self.draw_felt(&plan, &mut pen);
        let mut taken = curve_numbers::dots(&plan, self.steps);
        for (at, step) in self.steps.iter().enumerate() {
            for rating in step.dots() {
                self.draw_number(&plan, (at, rating), &mut taken, &mut pen);
            }
        }
        self.draw_names(&plan, &mut pen);
    }
}
