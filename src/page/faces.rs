//! Stub.

/// How large words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs)]
pub enum Size {
    #[default]
    Plain,
    Small,
    Bold,
    Narrow,
    Tall,
    Great,
}

impl Size {
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Small,
        Self::Bold,
        Self::Narrow,
        Self::Tall,
        Self::Great,
    ];
    pub fn rows(self) -> u16 {
        [1, 4, 6, 7, 8, 11][self as usize]
    }
}

pub fn width(size: Size, text: &str) -> Option<u16> {
    let cells = crate::model::wrap::cells(text) as u16;
    if size == Size::Plain {
        return Some(cells);
    }
    if !text.chars().all(|c| {
        c.is_alphanumeric() && (c as u32) < 0x250 || c.is_ascii() || "−·›▲▼✓★●○…".contains(c)
    }) {
        return None;
    }
    Some([10, 33, 75, 48, 80, 150][size as usize] * cells / 10)
}
