//! Tables in CSV, ready for a spreadsheet, pandas or `DuckDB`; what stands in their rows is told in [`super::tables`].
//!
//! The text is UTF-8 with a byte order mark: without it Excel takes `Chloé` for `ChloÃ©`, and pandas,
//! `DuckDB` and R skip it. A text that a spreadsheet could take for a formula gets an apostrophe in front;
//! numbers are plain digits with an ASCII minus.

use super::facts::Report;
use super::tables::{Cell, Table};

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Separator {
    /// The usual one.
    Comma,
    /// Where the comma parts a number, as in German or French, Excel opens these.
    Semicolon,
    /// What can be pasted into a spreadsheet.
    Tab,
}

impl Separator {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// Tells Excel that the text is UTF-8.
const MARK: &str = "\u{feff}";

pub(super) fn lay_out(reports: &[Report], table: Table, separator: Separator) -> String {
    let mut out = csv::WriterBuilder::new()
        .delimiter(separator.sign() as u8)
        .from_writer(Vec::new());
    let mut write = |row: Vec<String>| {
        out.write_record(row)
            .expect("rows are as long as the head, and memory takes all");
    };
    let columns = table.columns().into_iter();
    write(columns.map(|(name, _)| name.to_owned()).collect());
    for row in reports.iter().flat_map(|report| table.rows_of(report)) {
        let cells = row.into_iter().map(|cell| match cell {
            Cell::Ours(words) => words,
            Cell::Foreign(text) => inert(&text, separator),
        });
        write(cells.collect());
    }
    let bytes = out.into_inner().expect("memory takes all");
    MARK.to_owned() + &String::from_utf8(bytes).expect("made of text")
}

/// A text that no spreadsheet takes for a formula: after OWASP's rules for CSV injection, with the wide
/// forms of the signs, and behind every other separator too: where a country's spreadsheet parts the cells
/// there, the text would begin anew. Behind the table's own it is quoted.
fn inert(text: &str, separator: Separator) -> String {
    let starts = |text: &str| {
        let first = text
            .trim_start()
            .trim_start_matches(['"', '\''])
            .chars()
            .next();
        first.is_some_and(|c| "=+-@＝＋－＠\t\r".contains(c))
    };
    let parts = |c: char| {
        let all = Separator::ALL.map(Separator::sign);
        c != separator.sign() && all.contains(&c)
    };
    let mut out = String::with_capacity(text.len() + 1);
    for part in text.split_inclusive(parts) {
        if starts(part) {
            out.push('\'');
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_could_take_for_a_formula_gets_an_apostrophe() {
        for separator in Separator::ALL {
            let inert = |text| inert(text, separator);
            for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\"=1\"", "＝1"] {
                assert_eq!(inert(formula), format!("'{formula}"));
            }
            for plain in ["Acme", "A-B", "3-in-1", "Pedal & Crumb; Ltd", "a, b", ""] {
                assert_eq!(inert(plain), plain);
            }
        }
    }

    #[test]
    fn a_formula_behind_another_countrys_separator_gets_one_too() {
        let foreign = "Acme;=cmd|' /C calc'!A0, @x";
        let told = |separator| inert(foreign, separator);
        assert_eq!(told(Separator::Comma), "Acme;'=cmd|' /C calc'!A0, @x");
        assert_eq!(told(Separator::Semicolon), "Acme;=cmd|' /C calc'!A0,' @x");
        assert_eq!(told(Separator::Tab), "Acme;'=cmd|' /C calc'!A0,' @x");
    }
}
