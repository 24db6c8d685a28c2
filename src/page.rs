//! What a screen says, as data, and where it stands. It knows no session, no colour and no terminal.
//!
//! ```text
//! Page ──▶ set(&page, area) ──▶ Setting      blocks in order         lines with a place and a size
//!            │
//!            ├─ ladder    the area and the role choose the sizes, never the text
//!            ├─ measure   how high a block is in a width
//!            └─ solver    what gives way where a page is too high, and what the rest of the room is for
//! ```
//!
//! A new screen is a list of [`Block`]s; where it stands is no business of its own.

mod block;
pub mod faces;
mod flow;
mod ladder;
mod measure;
mod picture;
mod place;
mod solver;

pub use block::{Block, Chip, GivesWay, Mark, Page, Role, Row, Tone, What};
pub use faces::Size;
pub use ladder::Rung;
pub use picture::{Curve, Picture, Stop};
pub use place::{Ink, Item, Setting};
pub use solver::set;
