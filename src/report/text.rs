//! The report as plain text of 80 columns, for a terminal or a mail.

use super::facts::Report;
use super::outline::{self, Block};
use crate::model::wrap::{cells, shorten, wrap};

/// The widest line, in cells.
const WIDTH: usize = 80;
/// Cells for the label of a fact.
const LABEL: usize = 13;
/// The widest cell of a table.
const MOST_CELL: usize = 34;

pub(super) fn lay_out(report: &Report) -> String {
    let mut page = Page::default();
    for block in outline::of(report) {
        page.block(&block);
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn wrapped(&mut self, words: &str, indent: usize, first: &str) {
        for (at, line) in wrap(words, WIDTH - indent).iter().enumerate() {
            let lead = if at == 0 { first } else { "" };
            let pad = " ".repeat(indent.saturating_sub(cells(lead)));
            self.line(&format!("{lead}{pad}{line}"));
        }
    }

    fn underlined(&mut self, words: &str, with: &str) {
        let lines = wrap(words, WIDTH);
        let widest = lines.iter().map(|line| cells(line)).max().unwrap_or(0);
        for line in &lines {
            self.line(line);
        }
        self.line(&with.repeat(widest));
    }

    fn block(&mut self, block: &Block) {
        if !self.text.is_empty() {
            self.line("");
        }
        match block {
            Block::Title(words) => self.underlined(words, "="),
            Block::Part(words) => {
                self.line("");
                self.underlined(words, "-");
            }
            Block::Step(words) | Block::Words(words) => self.wrapped(words, 0, ""),
            Block::Facts(facts) => {
                for (label, words) in facts {
                    self.wrapped(words, LABEL, label);
                }
            }
            Block::List(items) => {
                for (mark, item) in items {
                    self.wrapped(item, 2, mark);
                }
            }
            Block::Picture(lines) => {
                for line in lines {
                    self.line(line);
                }
            }
            Block::Table(rows) => self.table(rows),
        }
    }

    fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.first().map_or(0, Vec::len);
        let width = |at: usize| {
            let widths = rows
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cells(cell));
            widths.max().unwrap_or(0).min(MOST_CELL)
        };
        let widths: Vec<_> = (0..columns).map(width).collect();
        for row in rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let cell = shorten(cell, *width);
                let pad = " ".repeat(width - cells(&cell) + 2);
                line.push_str(&cell);
                line.push_str(&pad);
            }
            self.line(&line);
        }
    }
}
