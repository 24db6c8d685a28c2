//! What screens are made of: each widget takes the few values it draws and the styles it needs, no more.

mod accents;
pub mod chips;
pub mod clock;
pub mod curve;
pub mod curve_numbers;
pub mod curve_path;
pub mod curve_plan;
pub mod curve_step;
pub mod dots;
pub mod either;
pub mod enlarged;
pub mod evenly;
pub mod field;
pub mod headline;
pub mod in_sight;
pub mod large_chips;
pub mod large_field;
mod large_lines;
pub mod large_rows;
pub mod letter_size;
pub mod letters;
mod marks;
pub mod mask;
pub mod numbers;
pub mod pen;
pub mod scale;
pub mod scale_axis;
pub mod scale_few;
pub mod scale_input;
pub mod scale_large_names;
pub mod scale_legend;
pub mod scale_lettering;
pub mod scale_looks;
pub mod scale_names;
pub mod scale_numbers;
pub mod scale_plan;
pub mod scale_stands;
#[cfg(test)]
mod scale_stands_proof;
pub mod scale_words;
pub mod shape;
pub mod spark;

pub use crate::model::wrap;
