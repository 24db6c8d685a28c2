//! `customer-hat` leads a leadership team, or an owner alone, through their own business as a customer.
//!
//! ```text
//!  Acme Boats · round 1        ●─◉─○─○─○  step 2 of 5        04:31     head
//! ──────────────────────────────────────────────────────────────────
//!
//!                one thing that matters, as large as fits             screen
//!
//! ──────────────────────────────────────────────────────────────────
//!  Enter rate it   + good surprise   - bad surprise   ? keys          foot
//! ```
//!
//! The layers, each seeing only what stands left of it:
//!
//! ```text
//! model  <-  store, report  <-  ui, cli  <-  main
//! ```
//!
//! - [`model`] is pure: no disk, no terminal, no clock. `Change` is every way a session can change,
//!   `Session::apply` the one door.
//! - [`store`] is the only writer to disk.
//! - [`report`] is pure as well: one set of facts of a session, five layouts. It sees the model alone.
//! - [`ui`] draws and listens. A front (Home, the library, a comparison) stands where no session is open, a
//!   screen is one place of a session. They and the widgets see the model and the theme, never the store;
//!   only the app carries out what they ask for.
//! - [`cli`] has one file for each subcommand.
//!
//! What never happens: a screen does not write a file; a sealed value is not drawn before its reveal;
//! text from outside is not shown unless it went through [`model::text::CleanText`].

pub mod cli;
pub mod model;
pub mod page;
pub mod report;
pub mod store;
pub mod ui;
