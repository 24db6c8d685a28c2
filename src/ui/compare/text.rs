//! A comparison as plain text, for a pipe or a mail: at most 80 columns, no colour, nothing that moves.

use super::words;
use crate::model::compare::{Comparison, Kind, StepRow};
use crate::report::sheet::Sheet;
use crate::ui::widgets::wrap::{cells, shorten};

/// The widest line.
const WIDTH: usize = 80;
/// The widest first column of a table.
const MOST_LABEL: usize = 16;

/// The comparison as text; every line is ended.
pub fn text(comparison: &Comparison) -> String {
    let mut page = Page(Sheet::new(WIDTH));
    page.head(comparison);
    page.table(comparison);
    for (at, row) in comparison.steps.iter().enumerate() {
        page.step(at, row, comparison);
    }
    page.whole(comparison);
    page.kept(comparison);
    page.spread(comparison);
    page.counted(comparison);
    page.0.into_text()
}

struct Page(Sheet);

impl Page {
    fn part(&mut self, title: &str) {
        self.0.line("");
        self.0.underlined(&shorten(title, WIDTH), "-");
    }

    fn head(&mut self, comparison: &Comparison) {
        let business = if comparison.has_several_businesses() {
            String::new()
        } else {
            format!("{}: ", comparison.columns[0].business)
        };
        let title = shorten(&format!("{business}{}", words::kind(comparison)), WIDTH);
        self.0.underlined(&title, "=");
        let indent = Self::labels(comparison);
        let labels = words::names(comparison, indent - 2);
        for (column, label) in comparison.columns.iter().zip(&labels) {
            let people = match column.people {
                1 => "1 person".to_owned(),
                people => format!("{people} people"),
            };
            self.0
                .wrapped(label, &format!("{}, {people}", column.title), indent);
        }
        for caution in words::cautions(comparison) {
            self.0.wrapped("", &caution, 0);
        }
    }

    /// The width of the labels, with a gap.
    fn labels(comparison: &Comparison) -> usize {
        let labels = comparison.columns.iter().map(|one| cells(&one.label));
        labels.max().unwrap_or(0).min(MOST_LABEL) + 2
    }

    fn table(&mut self, comparison: &Comparison) {
        let title = match comparison.kind {
            Kind::ThenAndNow => words::tally(comparison),
            Kind::Beside | Kind::Run => "Step by step".to_owned(),
        };
        self.part(&title);
        let numbers = comparison.steps.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| words::number(&cell.summary));
            let tail = match (row.trend, row.shift, row.spread) {
                (Some(trend), ..) => words::trend(trend).to_owned(),
                (_, Some(shift), _) => words::shifted(shift, comparison.kind),
                (_, _, Some(spread)) => words::spread_shortly(spread),
                _ => String::new(),
            };
            (row.short.to_string(), cells.collect(), tail)
        });
        let rows: Vec<_> = numbers.collect();
        self.grid(comparison, &rows);
    }

    /// Rows of a label, a text for each session, and what is said of them.
    fn grid(&mut self, comparison: &Comparison, rows: &[(String, Vec<String>, String)]) {
        let label = rows.iter().map(|(label, ..)| cells(label)).max();
        let label = label.unwrap_or(0).min(MOST_LABEL);
        let many = comparison.columns.len();
        let each = (60_usize.saturating_sub(label) / many).clamp(5, 14);
        let right = |text: &str| {
            let text = shorten(text, each - 1);
            format!("{}{text}", " ".repeat(each - cells(&text)))
        };
        let names = comparison.columns.iter().map(|one| {
            let last = one.label.split_whitespace().next_back();
            let fits = cells(&one.label) < each;
            right(if fits {
                &one.label
            } else {
                last.unwrap_or(&one.label)
            })
        });
        let names: String = names.collect();
        self.0.line(&format!("{}{names}", " ".repeat(label)));
        for (name, texts, tail) in rows {
            let name = shorten(name, label);
            let pad = " ".repeat(label - cells(&name));
            let texts: String = texts.iter().map(|text| right(text)).collect();
            let line = format!("{name}{pad}{texts}   {tail}");
            self.0.line(&shorten(&line, WIDTH));
        }
    }

    fn step(&mut self, at: usize, row: &StepRow, comparison: &Comparison) {
        self.part(&format!("{} {}", at + 1, row.title));
        let indent = Self::labels(comparison);
        let labels = words::names(comparison, indent - 2);
        for (label, cell) in labels.iter().zip(&row.cells) {
            let number = words::number(&cell.summary);
            let standing = words::standing(cell);
            let observed = words::observed(cell);
            let words = if cell.dots.is_empty() {
                standing
            } else {
                format!("{number}  {standing}; {observed}")
            };
            self.0.wrapped(label, &words, indent);
        }
        let shift = row
            .shift
            .map(|shift| words::shifted(shift, comparison.kind));
        let names = words::names(comparison, usize::MAX);
        let both = row.in_both.as_ref();
        let counts = both.and_then(|both| words::in_both(both, comparison, &names));
        let own = both.and_then(|both| words::each(both, comparison, " "));
        let more = [
            shift,
            counts,
            own,
            words::gone_at(row, comparison, &names),
            words::expected_at(row, comparison, &names),
        ];
        for words in more.into_iter().flatten() {
            self.0.wrapped("", &words, 0);
        }
    }

    fn whole(&mut self, comparison: &Comparison) {
        self.part("The whole journey");
        let row = |label: &str, of: &dyn Fn(&crate::model::compare::Column) -> String| {
            let texts = comparison.columns.iter().map(of);
            (label.to_owned(), texts.collect(), String::new())
        };
        let builds = comparison.answers.builds.as_str();
        let rows = [
            row(builds, &words::verdict),
            row("balance", &words::balance),
            row("would have left", &words::gone),
            row("expected better", &words::expected_better),
        ];
        self.grid(comparison, &rows);
        let turned = comparison.turned;
        let said = [
            turned.map(|counts| words::turned(counts, comparison)),
            comparison.expecting.map(words::expecting),
        ];
        for words in said.into_iter().flatten() {
            self.0.wrapped("", &words, 0);
        }
    }

    fn kept(&mut self, comparison: &Comparison) {
        if comparison.kept.is_empty() {
            return;
        }
        self.part(&words::kept(&comparison.kept));
        for promise in &comparison.kept {
            let who = words::who(promise);
            let who = if who.is_empty() {
                who
            } else {
                format!(" ({who})")
            };
            let words = format!("{}: {}{who}", words::outcome(promise), promise.what);
            self.0.wrapped("- ", &words, 2);
        }
    }

    fn counted(&mut self, comparison: &Comparison) {
        self.part("How it is counted");
        for line in words::counted(comparison) {
            self.0.wrapped("", line, 0);
        }
    }

    fn spread(&mut self, comparison: &Comparison) {
        let spreads = comparison.steps.iter();
        let spreads: Vec<_> = spreads
            .filter_map(|row| Some((row.short.as_str(), row.spread?)))
            .collect();
        if spreads.is_empty() {
            return;
        }
        self.part("The same every time?");
        let label = spreads.iter().map(|(name, _)| cells(name)).max();
        let label = label.unwrap_or(0).min(MOST_LABEL) + 2;
        for (name, spread) in spreads {
            let words = words::spread(spread);
            let words = format!("{words} ({} to {})", spread.lowest, spread.highest);
            self.0.wrapped(&shorten(name, label - 2), &words, label);
        }
    }
}
