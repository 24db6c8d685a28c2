//! The headline of two sessions: what all steps come to, as large as a curve that is one lets it be, and what is left
//! to be said at the foot.

use super::words;
use crate::model::compare::{Comparison, Kind, Spread, StepRow};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{cells, shorten, told_apart, wrap_within};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The rows that the curve needs to be one.
const CURVE_ROWS: u16 = 8;

/// A way to say it: a line over the large words, and these.
struct Form {
    over: Option<&'static str>,
    words: String,
}

/// Draws it over a curve and a table of so many rows. Gives back the lines that stand under them.
pub(super) fn draw(
    comparison: &Comparison,
    theme: &Theme,
    table: u16,
    screen: Rect,
    column: &mut Column<'_>,
) -> Vec<Line<'static>> {
    let (height, gap) = (column.rows_left(), u16::from(!is_low(with_margins(screen))));
    let most = usize::from(height.saturating_sub(CURVE_ROWS + table + 1));
    let facts = facts(comparison, theme, (column.width(), most));
    let forms = forms(comparison);
    for curve in [CURVE_ROWS.max(height * 2 / 5), CURVE_ROWS] {
        let keep = curve + table + facts.len() as u16 + gap;
        if draw_large(&forms, keep, theme, screen, column) {
            return apart(facts, gap);
        }
    }
    // A headline that can be read from afar is worth an empty row, and what the next pages say too, but no caution. A
    // second line takes a row of the curve.
    for (lines, rows) in [(2, 1), (1, 0)] {
        let [names, cautions] = names_and_cautions(comparison, theme, (column.width(), lines));
        if draw_tight(&forms, CURVE_ROWS + table + rows, theme, screen, column) {
            return [names, cautions].concat();
        }
    }
    column.text(&forms[0].words, theme.headline.style());
    apart(facts, gap)
}

/// The lines after so many empty ones.
fn apart(mut facts: Vec<Line<'static>>, gap: u16) -> Vec<Line<'static>> {
    if gap > 0 && !facts.is_empty() {
        facts.insert(0, Line::default());
    }
    facts
}

/// Draws the first form that is large while so many rows stay free; `false` where none is.
fn draw_large(
    forms: &[Form],
    keep: u16,
    theme: &Theme,
    screen: Rect,
    column: &mut Column<'_>,
) -> bool {
    for Form { over, words } in forms {
        let headline = Headline::new(words).style(theme.headline.style());
        if column.is_large(&headline, keep + u16::from(over.is_some())) {
            if let Some(over) = over {
                column.over(screen, |column| {
                    column.line(Span::styled(*over, theme.question.style()));
                });
            }
            column.headline(&headline, keep);
            return true;
        }
    }
    false
}

/// As [`draw_large`], from the empty row at the head of the screen on and down to the curve.
fn draw_tight(
    forms: &[Form],
    keep: u16,
    theme: &Theme,
    screen: Rect,
    column: &mut Column<'_>,
) -> bool {
    let margin = with_margins(screen).y.saturating_sub(screen.y).min(1);
    let width = column.width() as u16;
    for Form { over, words } in forms {
        let headline = Headline::new(words).style(theme.headline.style());
        let over_it = u16::from(over.is_some());
        let rows = (column.rows_left() + margin).saturating_sub(keep + over_it);
        if headline.is_large(width, rows) {
            column.over(screen, |column| {
                if let Some(over) = over {
                    column.line(Span::styled(*over, theme.question.style()));
                }
                column.widget(headline.height_for(width, rows), &headline);
            });
            column.give_back(margin);
            return true;
        }
    }
    false
}

/// What all steps come to, in ever fewer words.
fn forms(comparison: &Comparison) -> Vec<Form> {
    let plain = |words: &str| Form {
        over: None,
        words: words.to_owned(),
    };
    let furthest = words::furthest_apart(comparison);
    let is_apart = |row: &&StepRow| row.spread.map_or(0, Spread::apart) > 0;
    let named = names_of(&furthest);
    match furthest.first().filter(|_| comparison.kind == Kind::Beside) {
        Some(row) if is_apart(row) => {
            let over = |words: &str| Form {
                over: Some(FURTHEST),
                words: words.to_owned(),
            };
            let whole = plain(&format!("{FURTHEST}: {}", named[0]));
            named.iter().fold(vec![whole], |mut forms, names| {
                forms.push(over(names));
                forms
            })
        }
        _ => vec![
            plain(&words::tally(comparison)),
            plain(&words::tally_shortly(comparison)),
        ],
    }
}

/// The names of steps, in full and in a word each.
pub(super) fn names_of(rows: &[&StepRow]) -> [String; 2] {
    let title = |row: &&StepRow| row.title.to_string();
    let short = |row: &&StepRow| row.short.to_string();
    let joined = |names: Vec<String>| names.join(", ");
    [
        joined(rows.iter().map(title).collect()),
        joined(rows.iter().map(short).collect()),
    ]
}

/// What is said of the step at which sessions that stand beside each other differ most.
pub(super) const FURTHEST: &str = "Furthest apart";

/// What else there is to say, in so many columns and lines. A caution is said in any room: what others say too gives way
/// to it.
fn facts(
    comparison: &Comparison,
    theme: &Theme,
    (width, most): (usize, usize),
) -> Vec<Line<'static>> {
    let [mut lines, cautions] = names_and_cautions(comparison, theme, (width, most));
    let rows = most.max(1).saturating_sub(cautions.len());
    lines.extend(answers(comparison, theme, width));
    lines.truncate(rows);
    lines.extend(cautions);
    lines
}

/// The names of both sessions, and the cautions, in at most so many lines; where there is none, in one.
fn names_and_cautions(
    comparison: &Comparison,
    theme: &Theme,
    (width, most): (usize, usize),
) -> [Vec<Line<'static>>; 2] {
    let most = most.max(1);
    let all = words::cautions(comparison);
    let cautions = |said: &[String], most| told(said, theme, (width, most));
    let whole = names(comparison, theme, width);
    let shortly = names_in_a_line(comparison, theme, width);
    // The name of one of two would be taken for that of both.
    for names in [&whole, &shortly] {
        let cautions = cautions(&all, most);
        if names.len() + cautions.len() <= most {
            return [names.clone(), cautions];
        }
    }
    let differs = |said: &&String| *said != words::DIFFERENT_BUSINESSES;
    let others: Vec<_> = all.iter().filter(differs).cloned().collect();
    if others.len() < all.len() && (others.is_empty() || most > 1) {
        return [shortly, cautions(&others, most - 1)];
    }
    [Vec::new(), cautions(&all, most)]
}

/// The verdicts of both sessions, and who would have left.
fn answers(comparison: &Comparison, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut pairs = Vec::new();
    let names = words::called(comparison, width);
    let both = || comparison.columns.iter();
    if both().all(|one| one.verdicts.is_some()) {
        let builds = &comparison.answers.builds;
        let verdicts = words::joined(both().map(words::verdict), comparison.kind, &names);
        pairs.push(format!("{builds}: {verdicts}"));
    }
    if both().all(|one| one.gone.is_some()) {
        let gone = words::joined(both().map(words::gone), comparison.kind, &names);
        pairs.push(format!("would have left: {gone}"));
    }
    let joined = pairs.join("   ");
    let pairs = if cells(&joined) <= width {
        vec![joined]
    } else {
        pairs
    };
    let pairs = pairs.into_iter().filter(|pair| !pair.is_empty());
    let line = |pair: String| Line::styled(shorten(&pair, width), theme.strong.style());
    pairs.map(line).collect()
}

/// What a reader must know before the numbers, in so many columns and lines: each on lines of its own, or else all of
/// them in a row.
pub(super) fn cautions(
    comparison: &Comparison,
    theme: &Theme,
    (width, most): (usize, usize),
) -> Vec<Line<'static>> {
    told(&words::cautions(comparison), theme, (width, most))
}

fn told(cautions: &[String], theme: &Theme, (width, most): (usize, usize)) -> Vec<Line<'static>> {
    let own = cautions.iter();
    let own: Vec<_> = own.flat_map(|one| wrap_within(one, width, 2)).collect();
    let lines = if own.len() <= most {
        own
    } else {
        wrap_within(&cautions.join(" "), width, most)
    };
    let line = |words| Line::styled(words, theme.quiet.style());
    lines.into_iter().map(line).collect()
}

/// The names of both sessions with the signs of their dots, in two lines where one is too short.
fn names(comparison: &Comparison, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let [one, other] = &comparison.columns[..] else {
        return Vec::new();
    };
    let mut lines = vec![Line::from(vec![
        Span::styled(
            format!("○ {}: {}   ", one.label, one.title),
            theme.then.style(),
        ),
        Span::styled(
            format!("● {}: {}", other.label, other.title),
            theme.now.style(),
        ),
    ])];
    if lines[0].width() > width {
        lines = vec![Line::from(vec![
            Span::styled(format!("○ {}   ", one.title), theme.then.style()),
            Span::styled(format!("● {}", other.title), theme.now.style()),
        ])];
    }
    if lines[0].width() > width {
        let titles = told_apart(&[&one.title, &other.title], width.saturating_sub(2));
        lines = vec![
            Line::styled(format!("○ {}", titles[0]), theme.then.style()),
            Line::styled(format!("● {}", titles[1]), theme.now.style()),
        ];
    }
    lines
}

/// The names alone, in one line.
fn names_in_a_line(comparison: &Comparison, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let signs = ["○ ", "   ● "];
    let each = width.saturating_sub(signs.map(cells).iter().sum()) / 2;
    match &words::names(comparison, each)[..] {
        [one, other] => vec![Line::from(vec![
            Span::styled(format!("{}{one}", signs[0]), theme.then.style()),
            Span::styled(format!("{}{other}", signs[1]), theme.now.style()),
        ])],
        _ => Vec::new(),
    }
}
