//! The facilitator's notes: what to say, who is missing, the clock, what comes next. What stands here
//! may be seen by everybody: of sealed answers it knows nothing but who is missing.

mod book;
mod draw;
pub mod run;
mod say;
mod words;

pub use book::Notebook;
pub use draw::{draw, rows};
pub use words::{Block, Notes, Timebox};
