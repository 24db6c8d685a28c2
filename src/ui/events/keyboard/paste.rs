//! A marked paste while it comes: whatever stands in it is text, up to the mark of its end.

use crate::ui::events::{PASTE_LIMIT, capped};

/// What stands behind a paste.
const END: &[u8] = b"\x1b[201~";

/// A paste that has begun.
#[derive(Debug, Default)]
pub(super) struct Paste {
    bytes: Vec<u8>,
    /// How many bytes of the end have come.
    of_end: usize,
}

impl Paste {
    /// Takes a byte; whether it was the last one.
    pub(super) fn ends_with(&mut self, byte: u8) -> bool {
        if byte == END[self.of_end] {
            self.of_end += 1;
            return self.of_end == END.len();
        }
        let was_text = &END[..self.of_end];
        // The end has one Esc, at its beginning: nothing else can begin it anew.
        self.of_end = usize::from(byte == END[0]);
        let more = was_text.iter().chain((self.of_end == 0).then_some(&byte));
        let room = (PASTE_LIMIT + 1).saturating_sub(self.bytes.len());
        self.bytes.extend(more.take(room));
        false
    }

    /// What was pasted: text, cut at its limit between characters.
    pub(super) fn text(self) -> String {
        capped(String::from_utf8_lossy(&self.bytes).into_owned())
    }
}
