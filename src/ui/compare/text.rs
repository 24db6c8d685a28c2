//! A comparison as plain text, for a pipe or a printer: 80 columns, no colour, nothing that moves.

use crate::model::compare::Comparison;

/// The comparison as text, each line ended.
pub fn text(comparison: &Comparison) -> String {
    format!("{}\n", super::words::tally(comparison))
}
