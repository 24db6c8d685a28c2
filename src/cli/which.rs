//! Which sessions a command is about, where it takes several: those named, all, or those of a business.

use super::Failed;
use crate::store::choose::{Chosen, Wanted};
use crate::store::shelf::Shelf;
use std::ffi::OsString;

// No sentence stands here: it would take the place of the sentence of the command that has it.
#[derive(Debug, clap::Args)]
pub(super) struct Which {
    /// Every session there is
    #[arg(long, conflicts_with_all = ["named", "business"])]
    pub(super) all: bool,
    /// Every session of this business
    #[arg(long, value_name = "BUSINESS", conflicts_with = "named")]
    pub(super) business: Option<String>,
}

impl Which {
    /// The sessions that are meant; those of the words where neither option is given.
    pub(super) fn choose(&self, words: &[OsString], of: &Shelf) -> Result<Chosen, Failed> {
        let wanted = match &self.business {
            Some(business) => Wanted::Business(business),
            None if self.all => Wanted::All,
            None => Wanted::Named(words),
        };
        let chosen = of.choose(wanted);
        chosen.map_err(|why| Failed::Problem(why.to_string()))
    }
}
