//! The journey as one curve: what was felt at each step, its range, and what was expected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::curve_path::{Canvas, Path};
use super::pen::{Pen, start_around};
use super::shape::{Shape, ShapeSize};
use super::spark::{SparkLooks, spark_line};
use super::wrap::{cells, shorten};
use crate::model::rating::Rating;

/// Columns of the axis at the left.
const AXIS: i32 = 4;
/// Under this size the journey is drawn as one row of bars.
const LEAST: (u16, u16) = (24, 6);

/// What the room felt at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// Nobody has rated it: the curve has a gap.
    Nothing,
    /// The middle of the room.
    One(Rating),
    /// Two camps, the lower and the upper: two dots, and no middle between them.
    Split(Rating, Rating),
}

/// A step of the journey.
#[derive(Debug, Clone, Copy)]
pub struct CurveStep<'a> {
    /// A short name, at most nine characters.
    pub name: &'a str,
    /// What was felt.
    pub felt: Felt,
    /// The lowest and the highest rating; leave it out for one person.
    pub range: Option<(Rating, Rating)>,
    /// What was expected.
    pub expected: Option<Rating>,
}

/// The styles of the curve.
#[derive(Debug, Clone, Copy)]
pub struct CurveLooks {
    /// Points up: the line, its dots, their numbers.
    pub up: Style,
    /// Points down.
    pub down: Style,
    /// The bar from the lowest to the highest.
    pub range: Style,
    /// What was expected.
    pub expected: Style,
    /// The line between up and down.
    pub zero: Style,
    /// The numbers at the left.
    pub axis: Style,
    /// The names of the steps.
    pub name: Style,
    /// Added to the best and the worst number.
    pub mark: Style,
    /// Added to the name of the step that is looked at.
    pub selected: Style,
}

impl Default for CurveLooks {
    fn default() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        Self {
            up: bold,
            down: bold,
            range: Style::new(),
            expected: Style::new(),
            zero: Style::new(),
            axis: Style::new(),
            name: bold,
            mark: reversed,
            selected: reversed,
        }
    }
}

/// The journey over its steps, at least one.
#[derive(Debug, Clone)]
pub struct Curve<'a> {
    steps: &'a [CurveStep<'a>],
    best: Option<usize>,
    worst: Option<usize>,
    selected: Option<usize>,
    looks: CurveLooks,
}

/// Where things stand in an area.
struct Plan {
    /// Rows of the plot, an odd number: the middle one is zero.
    rows: i32,
    /// Columns of a step.
    slot: f64,
    dot: ShapeSize,
    /// Thickness of the line, in half rows.
    thick: i32,
    /// Rows of names: 1, or 2 when they take turns.
    name_rows: i32,
}

impl Plan {
    fn new(steps: &[CurveStep<'_>], pen: &Pen<'_>) -> Self {
        let slot = f64::from(pen.width() - AXIS) / steps.len().max(1) as f64;
        let fits = |step: &CurveStep<'_>| (cells(step.name) as f64) < slot;
        let name_rows = if pen.height() > 9 && !steps.iter().all(fits) {
            2
        } else {
            1
        };
        let room = pen.height() - name_rows;
        let rows = room - (room + 1) % 2;
        let (dot, thick) = match rows {
            ..=16 => (ShapeSize::CELL, 1),
            ..=28 => (ShapeSize::new(4, 2), 1),
            ..=42 => (ShapeSize::new(6, 3), 2),
            _ => (ShapeSize::new(8, 4), 2),
        };
        let crowded = slot < f64::from(dot.width + 6);
        Self {
            rows,
            slot,
            dot: if crowded { ShapeSize::CELL } else { dot },
            thick,
            name_rows,
        }
    }

    /// The column of a step's middle.
    fn x(&self, step: usize) -> i32 {
        AXIS + (self.slot * (step as f64 + 0.5) - 0.5).round() as i32
    }

    /// The row of so many points, as a fraction.
    fn y(&self, points: i32) -> f64 {
        let middle = f64::from(self.rows - 1) / 2.0;
        // Large dots need room at the ends.
        let reach = middle - f64::from(self.dot.height / 2);
        middle - f64::from(points) * reach / 10.0
    }

    fn row(&self, rating: Rating) -> i32 {
        self.y(i32::from(rating.points())).round() as i32
    }

    fn zero(&self) -> i32 {
        (self.rows - 1) / 2
    }
}

impl<'a> Curve<'a> {
    /// The curve over these steps, with nothing marked.
    pub fn new(steps: &'a [CurveStep<'a>]) -> Self {
        Self {
            steps,
            best: None,
            worst: None,
            selected: None,
            looks: CurveLooks::default(),
        }
    }

    /// Marks the best step with `▲` and the worst with `▼`, counted from 0.
    pub fn marks(mut self, best: Option<usize>, worst: Option<usize>) -> Self {
        self.best = best;
        self.worst = worst;
        self
    }

    /// Marks the step that is looked at, counted from 0.
    pub fn selected(mut self, selected: Option<usize>) -> Self {
        self.selected = selected;
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

    fn draw_axis(&self, plan: &Plan, pen: &mut Pen<'_>) {
        for x in AXIS..pen.width() {
            pen.put(x, plan.zero(), "─", self.looks.zero);
        }
        let marks: &[i32] = if plan.rows >= 9 {
            &[10, 5, 0, -5, -10]
        } else {
            &[10, 0, -10]
        };
        for points in marks {
            let label = format!("{:>3}", crate::model::rating::signed(*points));
            let style = match points {
                0 => self.looks.zero,
                _ => self.looks.axis,
            };
            pen.put(0, plan.y(*points).round() as i32, &label, style);
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

    fn draw_expected_path(&self, plan: &Plan, pen: &mut Pen<'_>) {
        for run in runs(self.steps, |step| step.expected) {
            let path = Path::through(plan.points(&run));
            for x in (AXIS..pen.width()).step_by(2) {
                if let Some(y) = path.height(f64::from(x)) {
                    let y = y.round() as i32;
                    if pen.is_blank(x, y) {
                        pen.put(x, y, "·", self.looks.expected);
                    }
                }
            }
        }
    }

    fn draw_felt_path(&self, plan: &Plan, pen: &mut Pen<'_>) {
        let mut canvas = Canvas::new(pen.width(), plan.rows);
        for run in runs(self.steps, CurveStep::middle) {
            canvas.stroke(&Path::through(plan.points(&run)), plan.thick);
        }
        for y in 0..plan.rows {
            for x in AXIS..pen.width() {
                let symbol = canvas.symbol(x, y);
                if symbol != ' ' {
                    let up = y < plan.zero() || (y == plan.zero() && canvas.upper_half(x, y));
                    pen.put(x, y, symbol.encode_utf8(&mut [0; 4]), self.of(up));
                }
            }
        }
    }

    fn draw_dots(&self, plan: &Plan, step: usize, pen: &mut Pen<'_>) {
        let x = plan.x(step);
        let felt = self.steps[step].dots();
        if let Some(expected) = self.steps[step].expected {
            let y = plan.row(expected);
            let hit = |rating: &Rating| (plan.row(*rating) - y).abs() <= plan.dot.height / 2;
            // Where it was felt as expected, the two stand side by side.
            let aside = if felt.iter().any(hit) {
                plan.dot.width / 2 + 2
            } else {
                0
            };
            let shape = Shape::of(expected).hollow();
            pen.put(x - aside, y, shape.symbol(), self.looks.expected);
        }
        for rating in felt {
            let left = x - (plan.dot.width - 1) / 2;
            let top = plan.row(rating) - plan.dot.height / 2;
            if plan.dot == ShapeSize::CELL {
                // A gap at both sides makes the dot stand out from its line.
                pen.put(left - 1, top, "   ", Style::new());
            }
            for (dy, row) in Shape::of(rating).rows(plan.dot).iter().enumerate() {
                for (dx, cell) in row.chars().enumerate().filter(|(_, cell)| *cell != ' ') {
                    let cell = cell.encode_utf8(&mut [0; 4]).to_owned();
                    let at = (left + dx as i32, top + dy as i32);
                    pen.put(at.0, at.1, &cell, self.of(rating.is_up()));
                }
            }
        }
    }

    fn draw_number(&self, plan: &Plan, step: usize, rating: Rating, pen: &mut Pen<'_>) {
        let mut style = self.of(rating.is_up()).add_modifier(Modifier::BOLD);
        let mut text = format!(" {rating} ");
        for (marked, sign) in [(self.best, "▲"), (self.worst, "▼")] {
            if marked == Some(step) {
                text = format!(" {sign} {rating} ");
                style = style.patch(self.looks.mark);
            }
        }
        let length = cells(&text) as i32;
        let (x, y) = (plan.x(step), plan.row(rating));
        let half = plan.dot.width / 2 + 1;
        let near = plan.dot.height / 2 + 1;
        let away = if rating.is_up() { -near } else { near };
        let rows = [away, -away, 0, away * 2, -away * 2];
        let beside = rows
            .iter()
            .flat_map(|dy| [(x + half, y + dy), (x - half - length + 1, y + dy)]);
        let free = |place: &(i32, i32)| {
            place.1 < plan.rows && (0..length).all(|dx| pen.is_blank(place.0 + dx, place.1))
        };
        let place = beside.clone().find(free).unwrap_or_else(|| {
            let right = (x + half, y + away);
            (right.0.min(pen.width() - length), right.1.clamp(0, plan.rows - 1))
        });
        pen.put(place.0, place.1, &text, style);
    }

    fn draw_names(&self, plan: &Plan, pen: &mut Pen<'_>) {
        let room = (plan.slot * f64::from(plan.name_rows)) as i32 - 1;
        for (at, step) in self.steps.iter().enumerate() {
            let mut name = shorten(step.name, room.max(0) as usize);
            if room < 3 {
                name = (at + 1).to_string();
            }
            let row = pen.height() - plan.name_rows + at as i32 % plan.name_rows;
            let mut style = self.looks.name;
            let length = cells(&name) as i32;
            let start = start_around(plan.x(at), length, pen.width());
            if self.selected == Some(at) {
                style = style.patch(self.looks.selected);
                pen.put(start - 1, row, " ", style);
                pen.put(start + length, row, " ", style);
            }
            pen.put(start, row, &name, style);
        }
    }
}

impl Plan {
    fn points(&self, run: &[(usize, Rating)]) -> Vec<(f64, f64)> {
        run.iter()
            .map(|(step, rating)| {
                let y = self.y(i32::from(rating.points()));
                (f64::from(self.x(*step)), y)
            })
            .collect()
    }
}

impl CurveStep<'_> {
    fn middle(&self) -> Option<Rating> {
        match self.felt {
            Felt::One(rating) => Some(rating),
            Felt::Nothing | Felt::Split(..) => None,
        }
    }

    fn dots(&self) -> Vec<Rating> {
        match self.felt {
            Felt::Nothing => vec![],
            Felt::One(rating) => vec![rating],
            Felt::Split(low, high) => vec![low, high],
        }
    }
}

/// The steps that follow each other with a value, as runs of (step, value).
fn runs<'s>(
    steps: &'s [CurveStep<'s>],
    value: impl Fn(&'s CurveStep<'s>) -> Option<Rating>,
) -> Vec<Vec<(usize, Rating)>> {
    let mut runs = vec![vec![]];
    for (at, step) in steps.iter().enumerate() {
        match (value(step), runs.last_mut()) {
            (Some(rating), Some(run)) => run.push((at, rating)),
            _ => runs.push(vec![]),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

impl Widget for &Curve<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        if self.steps.is_empty() {
            return;
        }
        if area.width < LEAST.0 || area.height < LEAST.1 {
            let values: Vec<_> = self.steps.iter().map(CurveStep::middle).collect();
            let looks = SparkLooks {
                up: self.looks.up,
                down: self.looks.down,
                missing: self.looks.axis,
            };
            for (x, span) in spark_line(&values, &looks).iter().enumerate() {
                pen.put(x as i32, 0, &span.content, span.style);
            }
            return;
        }
        let plan = Plan::new(self.steps, &pen);
        self.draw_axis(&plan, &mut pen);
        for step in 0..self.steps.len() {
            self.draw_range(&plan, step, &mut pen);
        }
        self.draw_expected_path(&plan, &mut pen);
        self.draw_felt_path(&plan, &mut pen);
        for step in 0..self.steps.len() {
            self.draw_dots(&plan, step, &mut pen);
        }
        for (at, step) in self.steps.iter().enumerate() {
            for rating in step.dots() {
                self.draw_number(&plan, at, rating, &mut pen);
            }
        }
        self.draw_names(&plan, &mut pen);
    }
}
