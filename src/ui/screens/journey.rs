//! The journey: the whole way as one curve, and what it says.

use crate::model::journey::Journey;
use crate::model::place::StepNumber;
use crate::model::rating::signed;
use crate::model::session::{Company, Session};
use crate::model::stats::{Landmark, Summary};
use crate::model::text::CleanText;
pub use crate::model::wording::{balance_words, summary_words};
use crate::ui::keys::{self, Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, full_width, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::curve::{Curve, CurveStep, Felt};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::shorten;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Which picture is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Picture {
    #[default]
    Curve,
    Balance,
}

/// The journey.
#[derive(Debug, Default)]
pub struct JourneyScreen {
    picture: Picture,
    /// The step that is looked at.
    looking: Option<StepNumber>,
}

impl Screen for JourneyScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        let other = if self.picture == Picture::Curve {
            "the balance"
        } else {
            "the curve"
        };
        let mut offers = vec![
            Offer::new(Action::Next, "the verdict"),
            Offer::new(Action::OtherPicture, other),
            Offer::new(Action::Look, "look at a step"),
        ];
        if self.looking.is_some() {
            offers.push(Offer::new(Action::Close, "the whole way"));
        }
        offers.push(Offer::new(Action::Back, "back"));
        if view.session.verdict_revealed().is_some() {
            offers[0] = Offer::new(Action::Next, "the verdicts");
        }
        offers
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, key) = input else {
            return Vec::new();
        };
        match action {
            Action::Next => return vec![Want::Next],
            Action::Back => return vec![Want::Back],
            Action::OtherPicture => {
                self.picture = if self.picture == Picture::Curve {
                    Picture::Balance
                } else {
                    Picture::Curve
                };
                self.looking = None;
            }
            Action::Close => self.looking = None,
            Action::Look => {
                let step = keys::digit(&key).map(|digit| StepNumber::from_index(digit - 1));
                let step = step.filter(|step| step.index() < view.session.steps().len());
                self.looking = if self.looking == step { None } else { step };
                self.picture = Picture::Curve;
            }
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let journey = Journey::of(view.session);
        let screen = area;
        let area = with_margins(area);
        let mut lines = match (self.picture, self.looking) {
            (Picture::Balance, _) => Vec::new(),
            (_, Some(step)) => step_lines(step, &journey, view),
            (_, None) => facts(&journey, view),
        };
        let mut column = Column::new(area, buf);
        let columns = if area.width >= 100 { 2 } else { 1 };
        // The curve is what matters: of what it says, only so much as leaves it most of the room.
        lines.truncate(usize::from((area.height * 2 / 5 * columns).max(3)));
        let rows = (lines.len() as u16).div_ceil(columns);
        let curve_rows = area.height.saturating_sub(rows + 1).max(area.height / 2);
        let room = full_width(column.take(curve_rows), screen);
        match self.picture {
            Picture::Curve => self.draw_curve(&journey, view, room, column.buf()),
            Picture::Balance => draw_balance(&journey, view, (room, screen), column.buf()),
        }
        column.gap(1);
        let rest = column.rest();
        draw_lines(lines, columns, rest, buf);
    }

    fn head(&self, view: &View<'_>) -> String {
        match view.session.company() {
            Company::Solo => String::new(),
            _ => format!("{} people", view.session.people().len()),
        }
    }
}

impl JourneyScreen {
    fn draw_curve(&self, journey: &Journey, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let steps = curve_steps(journey, view.session);
        let at = |landmark: Option<Landmark>| landmark.map(|landmark| landmark.step);
        let curve = Curve::new(&steps)
            .marks(at(journey.best), at(journey.worst))
            .selected(self.looking.map(StepNumber::index))
            .looks(looks::curve(view.theme));
        ratatui::widgets::Widget::render(&curve, area, buf);
    }
}

/// The steps of the curve.
pub fn curve_steps<'a>(journey: &Journey, session: &'a Session) -> Vec<CurveStep<'a>> {
    let asked = session.exercise().steps.iter();
    let steps = asked.zip(&journey.summaries).zip(&journey.expected);
    steps
        .map(|((step, summary), expected)| CurveStep {
            name: step.short.as_str(),
            felt: match summary {
                Summary::Nobody => Felt::Nothing,
                Summary::One(rating) => Felt::One(*rating),
                Summary::Two(lower, higher) if lower == higher => Felt::One(*lower),
                Summary::Two(lower, higher) => Felt::Split(*lower, *higher),
                Summary::Room { median, .. } => Felt::One(*median),
                Summary::Split { down, up, .. } => Felt::Split(down.median(), up.median()),
            },
            range: match summary {
                Summary::Room {
                    lowest, highest, ..
                }
                | Summary::Split {
                    lowest, highest, ..
                } => Some((*lowest, *highest)),
                _ => None,
            },
            expected: *expected,
        })
        .collect()
}

/// What the journey says, a line each, the most important first.
fn facts(journey: &Journey, view: &View<'_>) -> Vec<Line<'static>> {
    let (theme, session) = (view.theme, view.session);
    let alone = session.company() == Company::Solo;
    let mut lines = Vec::new();
    let mut say = |mark: &str, name: &str, words: String, style: Style| {
        lines.push(Line::from(vec![
            Span::styled(format!("{mark:<2}{name:<9}"), style),
            Span::styled(words, theme.text.style()),
        ]));
    };
    let moment = |landmark: &Landmark| {
        let title = &session.exercise().steps[landmark.step].title;
        let who = landmark
            .camp
            .map_or(String::new(), |people| format!(" for {people} of you"));
        format!("{title} {}{who}", landmark.rating)
    };
    if let Some(worst) = &journey.worst {
        say("▼", "worst", moment(worst), theme.worst.style());
    }
    if let Some(best) = &journey.best {
        say("▲", "best", moment(best), theme.best.style());
    }
    // Two people remember two things.
    let remembered = journey
        .likely_remembered
        .filter(|_| session.company() != Company::Pair);
    let remembered = remembered.map_or(String::new(), |points| {
        format!(
            " · likely remembered {} (rule of thumb)",
            signed(i32::from(points))
        )
    });
    if let Some(balance) = balance_words(journey, session) {
        let more = match (
            session.company(),
            journey.ended_below(),
            journey.balances.len(),
        ) {
            (Company::Team, below, of) => {
                format!(" for the room; {below} of {of} ended below zero")
            }
            _ => String::new(),
        };
        say(
            "Σ",
            "balance",
            format!("{balance}{more}"),
            theme.number.style(),
        );
    }
    if let Some(words) = leaving_words(journey, session) {
        say("→", "leaving", words, theme.leaving.style());
    }
    if let Some(words) = gap_words(journey, alone) {
        say("○", "expected", words, theme.expected.style());
    }
    if let Some(last) = journey.last {
        let end = summary_words(&journey.summaries[last]);
        say(
            "◉",
            "the end",
            format!("{end}{remembered}"),
            theme.last.style(),
        );
    }
    lines.push(legend(view, alone));
    lines
}

fn legend(view: &View<'_>, alone: bool) -> Line<'static> {
    let theme = view.theme;
    let mut spans = vec![
        Span::styled("● felt   ", theme.text.style()),
        Span::styled("○ expected   ", theme.expected.style()),
    ];
    if !alone {
        spans.push(Span::styled("┃ lowest to highest   ", theme.quiet.style()));
    }
    spans.push(Span::styled(observed(view.session), theme.quiet.style()));
    Line::from(spans)
}

/// How many observations stand behind the curve.
pub fn observed(session: &Session) -> String {
    use crate::model::evidence::Sharing;
    if session.company() == Company::Solo {
        return String::new();
    }
    let shared = session
        .steps()
        .iter()
        .filter(|step| step.sharing == Sharing::Shared)
        .count();
    match (shared, session.steps().len()) {
        (0, _) => "each their own experience".to_owned(),
        (shared, all) if shared == all => "one shared experience a step".to_owned(),
        (shared, all) => format!("{shared} of {all} steps: one shared experience"),
    }
}

/// Where people would have left.
pub fn leaving_words(journey: &Journey, session: &Session) -> Option<String> {
    let title = |step: usize| session.exercise().steps[step].title.to_string();
    let of = journey.balances.len();
    if of == 0 {
        return None;
    }
    let first = journey.leaving.iter().position(|count| *count > 0);
    match (session.company(), first) {
        (Company::Solo, Some(step)) => Some(format!("you would have gone at: {}", title(step))),
        (Company::Solo, None) => Some("you would have stayed to the end".to_owned()),
        (_, None) => Some("all would have stayed to the end".to_owned()),
        (_, Some(_)) => {
            let most = journey.leaving.iter().max().copied().unwrap_or(0);
            let step = journey
                .leaving
                .iter()
                .position(|count| *count == most)
                .unwrap_or(0);
            let left = journey.left();
            Some(format!(
                "{left} of {of} would have gone; {most} of them at: {}",
                title(step)
            ))
        }
    }
}

/// What was expected against what was felt.
pub fn gap_words(journey: &Journey, alone: bool) -> Option<String> {
    if alone {
        let gaps = journey.gaps;
        return (gaps.of > 0).then(|| {
            format!(
                "at {} of {} steps you expected better",
                gaps.expected_better, gaps.of
            )
        });
    }
    let gaps = journey.people_gaps;
    (gaps.of > 0).then(|| {
        format!(
            "{} of {} expected better than they felt",
            gaps.expected_better, gaps.of
        )
    })
}

/// One step, looked at closer.
fn step_lines(step: StepNumber, journey: &Journey, view: &View<'_>) -> Vec<Line<'static>> {
    use crate::model::evidence::NoteKind;
    let (theme, session) = (view.theme, view.session);
    let record = session.step(step);
    let title = &session.exercise().steps[step.index()].title;
    let mut words = format!(
        "{title}: {}",
        summary_words(&journey.summaries[step.index()])
    );
    if let Some((lowest, highest)) = journey.summaries[step.index()]
        .range()
        .filter(|_| session.company() == Company::Team)
    {
        words = format!("{words}, from {lowest} to {highest}");
    }
    if let Some(expected) = journey.expected[step.index()] {
        words = format!("{words}; expected {expected}");
    }
    let mut lines = vec![Line::styled(words, theme.strong.style())];
    if !record.words.is_empty() {
        let words: Vec<_> = record
            .words
            .iter()
            .map(|word| word.text().as_str())
            .collect();
        lines.push(Line::styled(words.join(", "), theme.text.style()));
    }
    for note in record.notes.iter().take(4) {
        let (mark, style) = match note.kind {
            NoteKind::Good => ("▲", theme.good_surprise.style()),
            NoteKind::Bad => ("▼", theme.bad_surprise.style()),
            NoteKind::Fact => ("·", theme.fact.style()),
        };
        lines.push(Line::from(vec![
            Span::styled(mark, style),
            Span::styled(format!(" {}", note.text), theme.text.style()),
        ]));
    }
    lines
}

/// Lines in one or two columns, cut with a sign where they are too long.
fn draw_lines(lines: Vec<Line<'static>>, columns: u16, area: Rect, buf: &mut Buffer) {
    let rows = (lines.len() as u16).div_ceil(columns);
    let width = area.width / columns;
    for (index, line) in lines.into_iter().enumerate() {
        let (x, y) = (
            index as u16 / rows.max(1) * width,
            index as u16 % rows.max(1),
        );
        if y >= area.height {
            continue;
        }
        let cell = Rect {
            x: area.x + x,
            y: area.y + y,
            width: width.saturating_sub(u16::from(columns > 1) * 2),
            height: 1,
        };
        ratatui::widgets::Widget::render(fitted(line, usize::from(cell.width)), cell, buf);
    }
}

fn fitted(line: Line<'static>, width: usize) -> Line<'static> {
    let mut room = width;
    let mut spans = Vec::new();
    for span in line.spans {
        let words = shorten(&span.content, room);
        room = room.saturating_sub(crate::ui::widgets::wrap::cells(&words));
        spans.push(Span::styled(words, span.style));
    }
    Line::from(spans)
}

/// The balance: the room's running sum, large, and where it stood after each step.
fn draw_balance(
    journey: &Journey,
    view: &View<'_>,
    (area, screen): (Rect, Rect),
    buf: &mut Buffer,
) {
    let (theme, session) = (view.theme, view.session);
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut column = Column::new(area, buf);
    let balance = journey.balance.unwrap_or(0);
    let style = if balance < 0 {
        theme.down.style()
    } else {
        theme.up.style()
    };
    let words = match session.company() {
        Company::Solo => "All your points, up and down",
        Company::Pair => "All points, up and down: yours both; the bars are the lower ones",
        Company::Team => "All points, up and down: the middle of the room",
    };
    column.over(screen, |column| {
        column.line(Span::styled(words, theme.question.style()));
    });
    let below = session.steps().len() as u16 + 3;
    let large = balance_words(journey, session).unwrap_or_default();
    column.headline(&Headline::new(&large).style(style), below);
    let widest = journey
        .running
        .iter()
        .flatten()
        .map(|points| points.unsigned_abs())
        .max()
        .unwrap_or(1)
        .max(1);
    for (step, points) in session.exercise().steps.iter().zip(&journey.running) {
        let line = balance_line(&step.short, *points, widest, column.width(), view);
        column.line(line);
    }
}

/// A bar to the left for down and to the right for up.
fn balance_line(
    name: &CleanText,
    points: Option<i32>,
    widest: u32,
    width: usize,
    view: &View<'_>,
) -> Line<'static> {
    let theme = view.theme;
    let half = width.saturating_sub(18) / 2;
    let Some(points) = points else {
        return Line::styled(format!("{:<10}–", name.as_str()), theme.quiet.style());
    };
    let length = (points.unsigned_abs() as usize * half)
        .div_ceil(widest as usize)
        .min(half);
    let (left, right) = if points < 0 { (length, 0) } else { (0, length) };
    Line::from(vec![
        Span::styled(format!("{:<10}", name.as_str()), theme.text.style()),
        Span::raw(" ".repeat(half - left)),
        Span::styled("█".repeat(left), theme.down.style()),
        Span::styled("│", theme.axis.style()),
        Span::styled("█".repeat(right), theme.up.style()),
        Span::raw(" ".repeat(half - right)),
        Span::styled(format!(" {:>4}", signed(points)), theme.number.style()),
    ])
}
