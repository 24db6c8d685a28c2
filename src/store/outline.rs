//! A walk over RON text that parses nothing: which values stand where.
//!
//! It goes over each byte once, whatever stands there, and holds no more than the brackets that are open.

use std::fmt::Write as _;

/// What a value is, as far as the walk looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A bracket opens: what is in it comes next.
    Open,
    /// A text of so many characters.
    Text(usize),
    /// A word, a number.
    Word,
}

/// A value that was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// The byte at which it starts.
    pub start: usize,
    /// What it is.
    pub what: What,
}

/// A bracket that is open.
#[derive(Debug)]
pub struct Frame<'a> {
    open: u8,
    /// How many values were met in it so far.
    pub entries: usize,
    /// The name of the field, or the key of the entry, where the walk stands.
    pub name: Option<&'a str>,
    /// The most entries that may stand in it.
    pub(super) most: usize,
}

impl Frame<'_> {
    /// Whether it is a list or a map: what holds any number of entries.
    pub fn is_many(&self) -> bool {
        self.open != b'('
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        self.open == b'['
    }
}

/// A walk over the values of a text, in their order.
#[derive(Debug)]
pub struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// How many bytes it has gone over.
    pub steps: usize,
    /// The brackets that are open around the value met last.
    pub frames: Vec<Frame<'a>>,
    /// The bracket that opens with the value met last.
    pub(super) opening: Option<Frame<'a>>,
}

impl<'a> Walk<'a> {
    /// At the start of a text; its first line may say what kind of file it is.
    pub fn new(text: &'a str) -> Self {
        let mut walk = Self {
            text,
            at: 0,
            steps: 0,
            frames: Vec::new(),
            opening: None,
        };
        if text.starts_with("#!") {
            walk.go_to(text.find('\n').unwrap_or(text.len()));
        }
        walk
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn go_to(&mut self, at: usize) {
        self.steps += at - self.at;
        self.at = at;
    }

    /// A word, which may be the name of a field, or that of what stands in the brackets behind it.
    fn word(&mut self, start: usize) -> Result<Option<Value>, End> {
        if let Some(chars) = self.raw()? {
            return Ok(Some(self.met(start, What::Text(chars))));
        }
        let is_word = |c: char| c.is_alphanumeric() || "_+-.#".contains(c);
        let rest = self.rest();
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        if length == 0 {
            let sign = rest.chars().next().ok_or(End)?;
            self.go_to(start + sign.len_utf8());
            return Ok(None);
        }
        self.go_to(start + length);
        let word = &rest[..length];
        let is_name = self.names(word).unwrap_or(false);
        if is_name {
            return Ok(None);
        }
        if self.skip_blank().is_some() && self.byte() == Some(b'(') {
            return Ok(Some(self.opens(start, b'(')));
        }
        Ok(Some(self.met(start, What::Word)))
    }

    /// Whether a colon follows, so that this is a name and no value.
    fn names(&mut self, name: &'a str) -> Option<bool> {
        if self.frames.last().is_none_or(Frame::is_list) {
            return Some(false);
        }
        self.skip_blank()?;
        let is_name = self.byte() == Some(b':');
        if is_name {
            self.go_to(self.at + 1);
            if let Some(frame) = self.frames.last_mut() {
                frame.name = Some(name);
            }
        }
        Some(is_name)
    }

    fn opens(&mut self, start: usize, open: u8) -> Value {
        self.go_to(self.at + 1);
        self.opening = Some(Frame {
            open,
            entries: 0,
            name: None,
            most: usize::MAX,
        });
        self.met(start, What::Open)
    }

    fn met(&mut self, start: usize, what: What) -> Value {
        if let Some(frame) = self.frames.last_mut() {
            frame.entries += 1;
        }
        Value { start, what }
    }

    /// Over white space and comments, which may stand in one another; none at the end of the text.
    fn skip_blank(&mut self) -> Option<()> {
        loop {
            let rest = self.rest();
            self.go_to(self.text.len() - rest.trim_start().len());
            let rest = self.rest();
            if rest.starts_with("//") {
                self.go_to(self.at + rest.find('\n')?);
            } else if rest.starts_with("/*") {
                self.skip_comment()?;
            } else {
                return self.byte().map(drop);
            }
        }
    }

    fn skip_comment(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            let length = match rest.as_bytes().get(..2)? {
                b"/*" => {
                    depth += 1;
                    2
                }
                b"*/" => {
                    depth -= 1;
                    2
                }
                _ => rest.chars().next()?.len_utf8(),
            };
            self.go_to(self.at + length);
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Over a text in quotes, to behind its end; how many characters it stands for.
    fn quoted(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (quote, mut at, mut chars) = (self.byte()?, self.at + 1, 0);
        while bytes.get(at).is_some_and(|byte| *byte != quote) {
            // An escape is one character, and only the first byte of a character counts.
            let escape = bytes[at] == b'\\';
            at += if escape { 2 } else { 1 };
            if escape && bytes.get(at - 1) == Some(&b'u') {
                at += bytes[at.min(bytes.len())..]
                    .iter()
                    .take(9)
                    .position(|byte| *byte == b'}')
                    .map_or(0, |length| length + 1);
            }
            let begins = bytes.get(at - 1).is_none_or(|byte| byte & 0xc0 != 0x80);
            chars += usize::from(escape || begins);
        }
        let is_closed = at < bytes.len();
        self.go_to(bytes.len().min(at + 1));
        is_closed.then_some(chars)
    }

    /// Over a raw text, `r"…"` or `r#"…"#`, where one starts; how many characters it has.
    fn raw(&mut self) -> Result<Option<usize>, End> {
        let rest = self.rest();
        let marks = rest.trim_start_matches('b');
        let Some(marks) = marks.strip_prefix('r') else {
            return Ok(None);
        };
        let inner = marks.trim_start_matches('#');
        let Some(inner) = inner
            .strip_prefix('"')
            .filter(|_| rest.len() - marks.len() <= 2)
        else {
            return Ok(None);
        };
        let hashes = marks.len() - inner.len() - 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inner.find(&end).ok_or(End)?;
        let before = rest.len() - inner.len();
        self.go_to(self.at + before + length + end.len());
        Ok(Some(inner[..length].chars().count()))
    }

    /// The path of the value met last: `steps[1].notes[2].text`; with nothing between the brackets, and each key
    /// of a map `{}`, where `is_any` says so.
    pub fn path(&self, is_any: bool) -> String {
        let mut path = String::new();
        for frame in &self.frames {
            match (frame.open, frame.name) {
                (b'[', _) if is_any => path.push_str("[]"),
                (b'[', _) => {
                    // Writing into a string can't fail.
                    let _ = write!(path, "[{}]", frame.entries.max(1) - 1);
                }
                (b'{', _) if is_any => path.push_str("{}"),
                (_, Some(name)) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    let cut = (0..=MOST_OF_A_NAME).rev().find_map(|end| name.get(..end));
                    path.push_str(cut.unwrap_or(name));
                }
                (_, None) => {}
            }
        }
        path
    }
}

impl Iterator for Walk<'_> {
    type Item = Value;

    /// The next value; none at the end, and where a text or a comment has none.
    fn next(&mut self) -> Option<Value> {
        self.frames.extend(self.opening.take());
        loop {
            self.skip_blank()?;
            let start = self.at;
            match self.byte()? {
                b')' | b']' | b'}' => {
                    self.frames.pop();
                    self.go_to(start + 1);
                }
                b',' => {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.name = None;
                    }
                    self.go_to(start + 1);
                }
                open @ (b'(' | b'[' | b'{') => return Some(self.opens(start, open)),
                b'"' | b'\'' => {
                    let chars = self.quoted()?;
                    let key = &self.text[start + 1..self.at - 1];
                    if !self.names(key)? {
                        return Some(self.met(start, What::Text(chars)));
                    }
                }
                _ => {
                    if let Some(value) = self.word(start).ok()? {
                        return Some(value);
                    }
                }
            }
        }
    }
}

/// The text ends in the middle of something.
struct End;

/// The most bytes of a name that count for a path: no field has a longer one.
const MOST_OF_A_NAME: usize = 64;
