//! What is said when a session is left: thanks, and where its file is. The same on screens and line by line.

use crate::model::session::Session;
use std::path::Path;

/// Thanks, the name of the session's file first, then its folder; none where it has no file.
pub fn farewell(session: &Session, file: &str) -> Option<String> {
    let path = Path::new(file);
    let (name, folder) = (path.file_name()?.to_string_lossy(), path.parent()?);
    let what = match session.finished() {
        Some(_) => "Thank you. The session is saved as",
        None => "Everything is saved in",
    };
    Some(format!("{what} {name}, in {}", folder.display()))
}
