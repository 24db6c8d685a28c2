//! Reports in the app: asked for on top of any screen, written outside, and told where they are.

use super::{App, Effect};
use crate::model::session::Session;
use crate::ui::overlay::{Overlay, list_box};
use crate::ui::report_pane::{self, Pressed, ReportPane, Written};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};

/// A session that a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// This one, which is open; and its file, if it has one.
    Open(Box<Session>, Option<PathBuf>),
    /// The one in this file.
    File(PathBuf),
}

impl App {
    /// Asks which kind of report of these sessions is to be written.
    pub(super) fn ask_report(&mut self, subjects: Vec<Subject>) {
        self.overlay = Some(Overlay::Report(ReportPane::new(subjects.len())));
        self.reported = subjects;
    }

    /// Asks which kind of report of the open session is to be written.
    pub(super) fn ask_report_of_open(&mut self) {
        let Some(open) = &self.open else { return };
        let file = Some(PathBuf::from(&self.around.file));
        let file = file.filter(|path| !path.as_os_str().is_empty());
        self.ask_report(vec![Subject::Open(Box::new(open.session.clone()), file)]);
    }

    /// A report was written to this file, or was not; why, a sentence.
    pub fn report_written(&mut self, written: Result<&Path, String>) {
        let clean = |path: &Path| {
            crate::model::text::CleanText::from_file(crate::model::text::file_name::as_text(path))
        };
        let written = written.map(|path| clean(path).to_string());
        match (&mut self.overlay, written) {
            (Some(Overlay::Report(pane)), Ok(path)) => pane.tell(Written::To(path)),
            (Some(Overlay::Report(pane)), Err(why)) => pane.tell(Written::Failed(why)),
            (_, Ok(path)) => self.notice = Some(format!("Written: {path}")),
            (_, Err(why)) => self.notice = Some(why),
        }
    }

    /// Takes a key where the question for a report lies on top; none where it does not.
    pub(super) fn press_report(&mut self, key: KeyEvent) -> Option<Vec<Effect>> {
        let Some(Overlay::Report(pane)) = &mut self.overlay else {
            return None;
        };
        match pane.press(&key) {
            Pressed::Moved => Some(Vec::new()),
            Pressed::Done => {
                self.overlay = None;
                Some(Vec::new())
            }
            Pressed::Write(format) => Some(vec![Effect::Report(self.reported.clone(), format)]),
        }
    }

    /// Draws the question where it lies on top.
    pub(in crate::ui) fn draw_report(&self, area: Rect, buf: &mut Buffer) {
        let Some(Overlay::Report(pane)) = &self.overlay else {
            return;
        };
        let theme = &self.around.theme;
        let room = list_box(" Write a report ", report_pane::ROOM, theme, area, buf);
        pane.draw(theme, (area, room), buf);
    }
}
