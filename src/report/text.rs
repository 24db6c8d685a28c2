//! The report as plain text of 80 columns, for a terminal or a mail.

use super::facts::Report;
use super::outline::{self, Block};
use super::sheet::Sheet;
use crate::model::wrap::{cells, shorten};

/// The widest line, in cells.
const WIDTH: usize = 80;
/// Cells for the label of a fact.
const LABEL: usize = 13;
/// The widest cell of a table.
const MOST_CELL: usize = 34;

pub(super) fn lay_out(report: &Report) -> String {
    let mut page = Page(Sheet::new(WIDTH));
    for block in outline::of(report) {
        page.block(&block);
    }
    page.0.into_text()
}

struct Page(Sheet);

impl Page {
    fn block(&mut self, block: &Block) {
        let sheet = &mut self.0;
        if !sheet.is_empty() {
            sheet.line("");
        }
        match block {
            Block::Title(words) => sheet.underlined(words, "="),
            Block::Part(words) => {
                sheet.line("");
                sheet.underlined(words, "-");
            }
            Block::Step(words) | Block::Words(words) => sheet.wrapped("", words, 0),
            Block::Facts(facts) => {
                for (label, words) in facts {
                    sheet.wrapped(label, words, LABEL);
                }
            }
            Block::List(items) => {
                for (mark, item) in items {
                    sheet.wrapped(mark, item, 2);
                }
            }
            Block::Picture(lines) => {
                for line in lines {
                    sheet.line(line);
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
            self.0.line(&line);
        }
    }
}
