//! The verdicts, all at once.

use super::topic::{Here, Question, Topic, go_on};
use super::words::list;
use crate::model::session::{Company, Names};
use crate::ui::app::carry::sentence;
use crate::ui::screen::Want;
use crate::ui::screens::verdict::{Count, names};

/// The verdicts.
pub struct Verdicts;

impl Topic for Verdicts {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let session = here.session;
        let Some(count) = Count::of(session) else {
            return Vec::new();
        };
        let mut lines = vec![sentence(&count.words(session))];
        let several = count.company != Company::Solo;
        if several && session.names() == Names::Shown {
            let verdict = &session.exercise().verdict;
            for (words, builds) in [(&verdict.builds, true), (&verdict.erodes, false)] {
                let names = names(session, builds);
                if !names.is_empty() {
                    lines.push(list(&format!("It {words}"), &names));
                }
            }
        }
        lines
    }

    fn question(&self, _here: &Here<'_>) -> Question {
        Question::new("What does it mean?", "Enter goes on")
    }

    fn hear(&mut self, _here: &Here<'_>, line: &str) -> Vec<Want> {
        go_on(line)
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        self.opening(here)
    }
}
