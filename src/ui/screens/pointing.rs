//! The highlight of a list of which several may be picked. Enter takes what it was moved to; what was decided about
//! already, Enter leaves as it is and goes on.

/// The highlight: nowhere before the first key, so that Enter alone picks nothing.
#[derive(Debug, Default, Clone, Copy)]
pub struct Pointing {
    at: Option<usize>,
    /// Whether something was decided about what it stands on.
    is_decided: bool,
}

impl Pointing {
    /// What it stands on, of so many.
    pub fn at(self, of: usize) -> Option<usize> {
        let last = of.checked_sub(1)?;
        self.at.map(|at| at.min(last))
    }

    /// Moves to another one; the first key of all moves to the first.
    pub fn step(&mut self, by: isize, of: usize) {
        let to = self.at(of).map_or(0, |at| at.saturating_add_signed(by));
        self.go(to.min(of.saturating_sub(1)));
    }

    /// Moves to this one.
    pub fn go(&mut self, to: usize) {
        if self.at != Some(to) {
            self.is_decided = false;
        }
        self.at = Some(to);
    }

    /// Something is decided about this one.
    pub fn decide(&mut self, about: usize) {
        self.at = Some(about);
        self.is_decided = true;
    }

    /// What Enter takes, of so many: what it stands on, unless something was decided about it.
    pub fn open(self, of: usize) -> Option<usize> {
        self.at(of).filter(|_| !self.is_decided)
    }
}

#[cfg(test)]
mod tests {
    use super::Pointing;

    #[test]
    fn enter_takes_what_was_moved_to_and_nothing_before_the_first_key() {
        let mut pointing = Pointing::default();
        assert_eq!(pointing.open(3), None);
        pointing.step(1, 3);
        assert_eq!(pointing.open(3), Some(0));
        pointing.step(1, 3);
        pointing.decide(1);
        assert_eq!((pointing.at(3), pointing.open(3)), (Some(1), None));
        pointing.step(9, 3);
        assert_eq!(pointing.open(3), Some(2));
        assert_eq!(pointing.open(0), None);
    }

    #[test]
    fn a_key_against_the_edge_decides_nothing_anew() {
        let mut pointing = Pointing::default();
        pointing.decide(0);
        pointing.step(-1, 3);
        assert_eq!(pointing.open(3), None);
    }
}
