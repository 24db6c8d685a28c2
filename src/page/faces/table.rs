//! The letters of each size, worked out when a size is first used: what faces there are, and what their cells show.

use super::{Dots, Size, glyph::Glyph, sign};
use embedded_graphics::mono_font::mapping::{self, StrGlyphMapping};
use embedded_graphics::mono_font::{self, MonoFont};
use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class as class, compose};

/// A letter as cells.
#[derive(Debug)]
pub(super) struct Letter {
    /// Columns of cells.
    pub(super) columns: u16,
    /// Empty columns before the next letter.
    pub(super) gap: u16,
    cells: Vec<Dots>,
}

impl Letter {
    /// What its cells show in a row.
    pub(super) fn row(&self, y: usize) -> &[Dots] {
        let columns = usize::from(self.columns);
        self.cells
            .get(y * columns..(y + 1) * columns)
            .unwrap_or(&[])
    }
}

/// The letters of a size.
pub(super) type Table = HashMap<char, Letter>;

/// The letters of a size; `None` for plain ones.
pub(super) fn of(size: Size) -> Option<&'static Table> {
    static SMALL: LazyLock<Table> = LazyLock::new(|| Face::of(Size::Small).table());
    static BOLD: LazyLock<Table> = LazyLock::new(|| Face::of(Size::Bold).table());
    static NARROW: LazyLock<Table> = LazyLock::new(|| Face::of(Size::Narrow).table());
    static TALL: LazyLock<Table> = LazyLock::new(|| Face::of(Size::Tall).table());
    static GREAT: LazyLock<Table> = LazyLock::new(|| Face::of(Size::Great).table());
    Some(match size {
        Size::Plain => return None,
        Size::Small => &SMALL,
        Size::Bold => &BOLD,
        Size::Narrow => &NARROW,
        Size::Tall => &TALL,
        Size::Great => &GREAT,
    })
}

/// The same face for one alphabet after another.
type Pages = [(&'static MonoFont<'static>, StrGlyphMapping<'static>); 12];

macro_rules! pages {
    ($face:ident) => {
        [
            (&mono_font::iso_8859_1::$face, mapping::ISO_8859_1),
            (&mono_font::iso_8859_2::$face, mapping::ISO_8859_2),
            (&mono_font::iso_8859_3::$face, mapping::ISO_8859_3),
            (&mono_font::iso_8859_4::$face, mapping::ISO_8859_4),
            (&mono_font::iso_8859_5::$face, mapping::ISO_8859_5),
            (&mono_font::iso_8859_7::$face, mapping::ISO_8859_7),
            (&mono_font::iso_8859_9::$face, mapping::ISO_8859_9),
            (&mono_font::iso_8859_10::$face, mapping::ISO_8859_10),
            (&mono_font::iso_8859_13::$face, mapping::ISO_8859_13),
            (&mono_font::iso_8859_14::$face, mapping::ISO_8859_14),
            (&mono_font::iso_8859_15::$face, mapping::ISO_8859_15),
            (&mono_font::iso_8859_16::$face, mapping::ISO_8859_16),
        ]
    };
}

/// How large a pixel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pixel {
    /// A quarter of a cell.
    Quarter,
    /// The upper or the lower half of a cell: about square.
    Half,
    /// A cell.
    Cell,
    /// Two cells beside each other: about square.
    TwoCells,
}

/// The letters that one size is made from.
struct Face {
    glyphs: HashMap<char, Glyph>,
    pixel: Pixel,
    /// Whether its strokes are made a pixel broader.
    bolder: bool,
    /// The rows of pixels that are kept.
    kept: Range<usize>,
    /// Whether there is no room for two accents over each other.
    is_low: bool,
    /// The rows over its small letters.
    over_small: Range<usize>,
    /// The cells of a space.
    space: u16,
}

/// The characters that are looked for beyond those that a face has: Latin ones, Cyrillic ones, punctuation.
const COMPOSED: [RangeInclusive<char>; 5] = [
    '\u{100}'..='\u{24f}',
    '\u{400}'..='\u{4ff}',
    '\u{1e00}'..='\u{1eff}',
    '\u{2010}'..='\u{2122}',
    '\u{fb00}'..='\u{fb06}',
];

const SPACES: [char; 4] = [' ', '\u{a0}', '\u{2009}', '\u{202f}'];

/// Characters that look like another one.
const ALIKE: [(char, char); 9] = [
    ('–', '−'),
    ('—', '―'),
    ('‑', '-'),
    ('‐', '-'),
    ('‚', ','),
    ('ʼ', '’'),
    ('ẞ', 'ß'),
    ('Ґ', 'Г'),
    ('ґ', 'г'),
];

/// The combining class of an accent over a letter.
const ABOVE: u8 = 230;

/// The accents, and a letter of every face that shows each over a small letter (or else where it says).
const ACCENTS: [(char, char); 17] = [
    ('\u{300}', 'à'),
    ('\u{301}', 'á'),
    ('\u{302}', 'â'),
    ('\u{303}', 'ã'),
    ('\u{304}', 'ā'),
    ('\u{306}', 'ă'),
    ('\u{307}', 'ė'),
    ('\u{308}', 'ä'),
    ('\u{309}', '’'),
    ('\u{30a}', 'å'),
    ('\u{30b}', 'ő'),
    ('\u{30c}', 'č'),
    ('\u{31b}', '’'),
    ('\u{323}', 'ė'),
    ('\u{326}', ','),
    ('\u{327}', '¸'),
    ('\u{328}', '˛'),
];

impl Face {
    fn of(size: Size) -> Self {
        match size {
            Size::Plain | Size::Small => {
                Self::new(pages!(FONT_5X8), Pixel::Quarter, true, [0, 8, 1, 7, 3], 2)
            }
            Size::Bold => Self::new(
                pages!(FONT_7X13_BOLD),
                Pixel::Half,
                false,
                [1, 13, 2, 11, 5],
                3,
            ),
            Size::Narrow => Self::new(
                pages!(FONT_9X15_BOLD),
                Pixel::Quarter,
                true,
                [1, 15, 2, 12, 5],
                2,
            ),
            Size::Tall => Self::new(pages!(FONT_6X10), Pixel::Cell, true, [0, 9, 1, 8, 3], 3),
            Size::Great => Self::new(
                pages!(FONT_7X13_BOLD),
                Pixel::TwoCells,
                false,
                [1, 13, 2, 11, 5],
                6,
            ),
        }
    }

    /// A face; `rows` are the first and the last of what is kept, those of the capitals, and the top of small letters.
    fn new(pages: Pages, pixel: Pixel, bolder: bool, rows: [usize; 5], space: u16) -> Self {
        let [first, end, top, line, small] = rows;
        let mut glyphs = HashMap::new();
        for (font, mapping) in pages {
            for (index, letter) in mapping.chars().enumerate() {
                if letter.is_control() || letter.is_whitespace() || letter == '\u{ad}' {
                    continue;
                }
                let glyph = glyphs.entry(letter);
                glyph.or_insert_with(|| Glyph::read(font, index).trimmed());
            }
        }
        if let Some(plus) = glyphs.get(&'+').cloned() {
            glyphs.insert('−', plus.bar());
        }
        let columns = match pixel {
            Pixel::Quarter | Pixel::Cell => (line - top) * 3 / 2,
            Pixel::Half | Pixel::TwoCells => line - top,
        };
        for (letter, like) in ALIKE {
            glyphs.extend(glyphs.get(&like).cloned().map(|glyph| (letter, glyph)));
        }
        let capitals = top..line;
        for sign in sign::ALL.chars() {
            glyphs.extend(sign::drawn(sign, &capitals, columns).map(|glyph| (sign, glyph)));
        }
        Self {
            glyphs,
            pixel,
            bolder,
            kept: first..end,
            is_low: small < 5,
            over_small: 0..small,
            space,
        }
    }

    fn table(&self) -> Table {
        let own = self.glyphs.keys().copied();
        let letters = own.chain(COMPOSED.into_iter().flatten());
        let mut table: Table = letters
            .filter_map(|letter| Some((letter, self.letter(&self.shown(letter)?))))
            .collect();
        // Digits are equally wide, so that a running clock stands still.
        let digits: Vec<_> = ('0'..='9')
            .filter_map(|digit| Some((digit, self.shown(digit)?)))
            .collect();
        let widest = digits.iter().map(|(_, glyph)| glyph.width()).max();
        for (digit, glyph) in digits {
            table.insert(digit, self.letter_in(widest.unwrap_or(0), &glyph));
        }
        table.extend(SPACES.map(|space| {
            let cells = vec![Dots::NONE; usize::from(self.space) * self.kept.len()];
            let (columns, gap) = (self.space, 0);
            (
                space,
                Letter {
                    columns,
                    gap,
                    cells,
                },
            )
        }));
        table
    }

    fn letter(&self, glyph: &Glyph) -> Letter {
        self.letter_in(glyph.width(), glyph)
    }

    /// A letter in the middle of so many pixels. A pixel of air follows it, and what is left of its last cell.
    fn letter_in(&self, wide: u32, glyph: &Glyph) -> Letter {
        let glyph = glyph.clone().centred(wide).squeezed(&self.kept);
        let wide = wide as usize;
        let (columns, gap) = match self.pixel {
            Pixel::Quarter => (wide.div_ceil(2), 1 - wide % 2),
            Pixel::Half | Pixel::Cell => (wide, 1),
            Pixel::TwoCells => (wide * 2, 2),
        };
        let rows = match self.pixel {
            Pixel::Quarter | Pixel::Half => self.kept.len().div_ceil(2),
            Pixel::Cell | Pixel::TwoCells => self.kept.len(),
        };
        let dots = |y: usize, x: usize| {
            let quarter = |right: usize, low: usize| match self.pixel {
                Pixel::Quarter => glyph.pixel(x * 2 + right, y * 2 + low),
                Pixel::Half => glyph.pixel(x, y * 2 + low),
                Pixel::Cell => glyph.pixel(x, y),
                Pixel::TwoCells => glyph.pixel(x / 2, y),
            };
            Dots::new([quarter(0, 0), quarter(1, 0), quarter(0, 1), quarter(1, 1)])
        };
        Letter {
            columns: columns as u16,
            gap: gap as u16,
            cells: (0..rows)
                .flat_map(|y| (0..columns).map(move |x| (y, x)))
                .map(|(y, x)| dots(y, x))
                .collect(),
        }
    }

    /// The pixels of a character as they are shown: its own, or those of the letters that it stands for.
    fn shown(&self, character: char) -> Option<Glyph> {
        if let Some(glyph) = self.composed(character) {
            return Some(self.bold(character, glyph));
        }
        let mut letters = character.nfkd();
        let first = letters.next().filter(|first| *first != character)?;
        let whole = self.bold(first, self.composed(first)?);
        letters.try_fold(whole, |whole, next| {
            Some(whole.followed_by(&self.bold(next, self.composed(next)?)))
        })
    }

    fn bold(&self, letter: char, glyph: Glyph) -> Glyph {
        let is_drawn = sign::ALL.contains(letter);
        if self.bolder && !is_drawn {
            glyph.bolder()
        } else {
            glyph
        }
    }

    /// A letter of the face, or one with accents put on it.
    fn composed(&self, letter: char) -> Option<Glyph> {
        let mut parts = letter.nfd();
        let mut base = parts.next()?;
        if let Some(glyph) = self.own(letter) {
            return Some(glyph.clone());
        }
        let mut accents: Vec<char> = parts.collect();
        // As many accents as a letter of the face has already.
        accents.retain(|accent| {
            let both = compose(base, *accent).filter(|both| self.own(*both).is_some());
            base = both.unwrap_or(base);
            both.is_none()
        });
        if base == 'i' && accents.iter().any(|accent| class(*accent) == ABOVE) {
            base = 'ı';
        }
        if self.is_low && base.nfd().any(|part| class(part) == ABOVE) {
            // There is room for one: the tone of a Vietnamese vowel gives way to its shape.
            accents.retain(|accent| class(*accent) != ABOVE);
        }
        let glyph = self.glyphs.get(&base)?.clone();
        let mut accents = accents.into_iter();
        accents.try_fold(glyph, |glyph, accent| self.accented(glyph, accent))
    }

    /// What the face has for a letter, unless its accent is missing there.
    fn own(&self, letter: char) -> Option<&Glyph> {
        let glyph = self.glyphs.get(&letter)?;
        let bare = letter.nfd().next().filter(|bare| *bare != letter);
        let is_bare = bare.is_some_and(|bare| self.glyphs.get(&bare) == Some(glyph));
        (!is_bare).then_some(glyph)
    }

    fn accented(&self, glyph: Glyph, accent: char) -> Option<Glyph> {
        let (_, from) = ACCENTS.into_iter().find(|(known, _)| *known == accent)?;
        let ink = self.glyphs.get(&from)?;
        Some(match accent {
            '\u{309}' => glyph.under(ink),
            '\u{31b}' => glyph.beside(ink),
            '\u{323}' => glyph.over(&ink.clone().part(&self.over_small)),
            '\u{326}'..='\u{328}' => glyph.over(ink),
            _ => glyph.under(&ink.clone().part(&self.over_small)),
        })
    }
}
