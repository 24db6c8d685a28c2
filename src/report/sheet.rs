//! A sheet of plain text that grows line by line: what every layout for a terminal or a mail is written on.

use crate::model::wrap::{cells, wrap};

/// The text so far. No line has white space at its end; each is ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    width: usize,
    text: String,
}

impl Sheet {
    /// An empty sheet, `width` cells wide.
    pub fn new(width: usize) -> Self {
        Self {
            width,
            text: String::new(),
        }
    }

    /// A line as it is, however wide.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// Words over as many lines as they need, set in by `indent` cells; `first` stands before the first line.
    pub fn wrapped(&mut self, first: &str, words: &str, indent: usize) {
        let room = self.width.saturating_sub(indent);
        for (at, line) in wrap(words, room).iter().enumerate() {
            let lead = if at == 0 { first } else { "" };
            let pad = " ".repeat(indent.saturating_sub(cells(lead)));
            self.line(&format!("{lead}{pad}{line}"));
        }
    }

    /// A title over as many lines as it needs, with this sign drawn under it.
    pub fn underlined(&mut self, words: &str, with: &str) {
        let lines = wrap(words, self.width);
        let widest = lines.iter().map(|line| cells(line)).max().unwrap_or(0);
        for line in &lines {
            self.line(line);
        }
        self.line(&with.repeat(widest));
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What stands on it.
    pub fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_under_each_other_after_their_label() {
        let mut sheet = Sheet::new(14);
        sheet.wrapped("who", "Ana, Ben, Chloé", 5);
        assert_eq!(sheet.into_text(), "who  Ana, Ben,\n     Chloé\n");
    }

    #[test]
    fn a_title_is_underlined_as_far_as_it_goes() {
        let mut sheet = Sheet::new(9);
        sheet.underlined("Łódź, round 2", "=");
        assert_eq!(sheet.into_text(), "Łódź,\nround 2\n=======\n");
    }
}
