//! The name of a file as text, whatever bytes it is made of.

use std::ffi::OsStr;
use std::fmt::Write as _;

/// The name as it is; each byte that is no text (UTF-8) as `\xff`. It may still hold what steers a terminal.
pub fn as_text(name: impl AsRef<OsStr>) -> String {
    let mut text = String::new();
    for part in name.as_ref().as_encoded_bytes().utf8_chunks() {
        text.push_str(part.valid());
        for byte in part.invalid() {
            // Writing into a string can't fail.
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}
