//! What a page is made of: blocks from top to bottom, each with its role, its tone and how it gives way.

use super::picture::Picture;

/// What a screen says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// Whether it stands in the middle of its area: a ballot, a question.
    pub centred: bool,
}

/// What words are for. With the area it decides how large they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The one thing a page exists for. It fills what room is left.
    Poster,
    /// What the page is called.
    Title,
    /// What is to be done, or answered.
    Ask,
    /// What is being typed.
    Typed,
    /// What is said, or was noted.
    Said,
    /// What is so: a number, a name, a date.
    Fact,
    /// What may be overlooked: a hint, a label.
    Aside,
}

/// What words mean, for the theme to give them a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[allow(missing_docs)] // each is called as the place in the theme
pub enum Tone {
    #[default]
    Text,
    Strong,
    Quiet,
    Headline,
    Question,
    Number,
    Person,
    Here,
    Choice,
    Chosen,
    Hint,
    Field,
    Mask,
    Up,
    Down,
    Split,
    Best,
    Worst,
    Last,
    Leaving,
    Expected,
    GoodSurprise,
    BadSurprise,
    Fact,
    Feeling,
    FeelingPicked,
    Turn,
    Rated,
    Waiting,
    Passed,
    Builds,
    Erodes,
    TheOne,
    Kept,
    Broken,
    Open,
    Badge,
    Warning,
}

/// How a block gives way where the page is too high for its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GivesWay {
    /// It stays whole.
    Never,
    /// Its shorter forms take its place.
    #[default]
    Shorter,
    /// So many of its rows stay in sight, at least.
    Rows(usize),
    /// It is left out, after its rows and its longer forms.
    Out,
}

/// One thing that a page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it says.
    pub what: What,
    /// What it is for.
    pub role: Role,
    /// How it gives way.
    pub gives_way: GivesWay,
    /// What it means.
    pub tone: Tone,
    /// Whether no air stands above it: it belongs to the block before.
    pub joined: bool,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Words, in forms that grow shorter; at least one.
    Words {
        /// The longest first.
        forms: Vec<String>,
    },
    /// One of several texts. Room is kept for the longest, so that choosing another changes no size.
    OneOf {
        /// All of them.
        texts: Vec<String>,
        /// The one that is shown.
        at: usize,
    },
    /// A list.
    Rows {
        /// What stands over it; it tells how many rows are out of sight, too.
        label: Option<String>,
        /// The rows.
        rows: Vec<Row>,
        /// The row that is chosen: it is always in sight.
        chosen: Option<usize>,
        /// Whether the last rows matter most, where not all are in sight.
        newest: bool,
    },
    /// A field that is typed into.
    Field {
        /// What stands in it.
        text: String,
        /// How many characters stand before the cursor.
        cursor: usize,
        /// What an empty one asks for.
        hint: String,
        /// The lines that are kept for it, 1 or more.
        most: u16,
    },
    /// Words to pick from, one beside the other.
    Chips {
        /// The words.
        chips: Vec<Chip>,
    },
    /// A picture.
    Picture(Picture),
    /// Two columns, where they are no higher side by side than one under the other.
    Beside {
        /// The left one.
        left: Vec<Block>,
        /// The right one.
        right: Vec<Block>,
        /// How much of the width the left one takes, in percent.
        share: u16,
        /// The letters that each needs room for, at least.
        letters: u16,
    },
}

/// A sign before a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// The sign.
    pub sign: String,
    /// What it means.
    pub tone: Tone,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The sign before it, if any.
    pub mark: Mark,
    /// What the row is about, in a column of its own; quiet.
    pub label: String,
    /// What it says.
    pub words: String,
    /// What belongs behind it: a day, a name; quiet. It is never torn off its line's end.
    pub tail: String,
    /// What the words mean.
    pub tone: Tone,
}

/// A word to pick.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chip {
    /// The word, with its sign.
    pub words: String,
    /// What it means.
    pub tone: Tone,
}

impl Page {
    /// A page of these blocks.
    pub fn of(blocks: impl IntoIterator<Item = Block>) -> Self {
        Self {
            blocks: blocks.into_iter().collect(),
            centred: false,
        }
    }

    /// The same in the middle of its area.
    pub fn centred(mut self) -> Self {
        self.centred = true;
        self
    }
}

impl Block {
    /// A block in its usual tone, which stays as long as it can.
    pub fn new(role: Role, what: What) -> Self {
        let tone = match role {
            Role::Poster | Role::Title => Tone::Headline,
            Role::Ask => Tone::Strong,
            Role::Typed => Tone::Field,
            Role::Said | Role::Fact => Tone::Text,
            Role::Aside => Tone::Quiet,
        };
        Self {
            what,
            role,
            gives_way: GivesWay::default(),
            tone,
            joined: false,
        }
    }

    /// Words.
    pub fn words(role: Role, words: impl Into<String>) -> Self {
        let forms = vec![words.into()];
        Self::new(role, What::Words { forms })
    }

    /// A list; `label` stands over it.
    pub fn rows(role: Role, label: Option<&str>, rows: Vec<Row>) -> Self {
        let what = What::Rows {
            label: label.map(str::to_owned),
            rows,
            chosen: None,
            newest: false,
        };
        Self::new(role, what)
    }

    /// A field that is typed into, with its hint and the lines that are kept for it.
    pub fn field(text: &str, cursor: usize, hint: &str, most: u16) -> Self {
        let what = What::Field {
            text: text.to_owned(),
            cursor,
            hint: hint.to_owned(),
            most: most.max(1),
        };
        Self::new(Role::Typed, what)
    }

    /// Two columns.
    pub fn beside(left: Vec<Self>, right: Vec<Self>, share: u16, letters: u16) -> Self {
        let what = What::Beside {
            left,
            right,
            share,
            letters,
        };
        Self::new(Role::Said, what)
    }

    /// With a shorter form of the words, for where there is little room.
    pub fn or(mut self, shorter: impl Into<String>) -> Self {
        if let What::Words { forms } = &mut self.what {
            forms.push(shorter.into());
        }
        self
    }

    /// In another tone.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Giving way in this manner.
    pub fn gives(mut self, gives_way: GivesWay) -> Self {
        self.gives_way = gives_way;
        self
    }

    /// Belonging to the block before.
    pub fn joined(mut self) -> Self {
        self.joined = true;
        self
    }

    /// With this row of a list chosen.
    pub fn choosing(mut self, at: Option<usize>) -> Self {
        if let What::Rows { chosen, .. } = &mut self.what {
            *chosen = at;
        }
        self
    }

    /// With the last rows of a list mattering most.
    pub fn newest(mut self) -> Self {
        if let What::Rows { newest, .. } = &mut self.what {
            *newest = true;
        }
        self
    }
}

impl Mark {
    /// A sign in a tone.
    pub fn new(sign: impl Into<String>, tone: Tone) -> Self {
        Self {
            sign: sign.into(),
            tone,
        }
    }
}

impl Row {
    /// A row of words alone.
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// With a sign before it.
    pub fn mark(mut self, sign: &str, tone: Tone) -> Self {
        self.mark = Mark::new(sign, tone);
        self
    }

    /// With what it is about.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With what belongs behind it.
    pub fn tail(mut self, tail: impl Into<String>) -> Self {
        self.tail = tail.into();
        self
    }

    /// In a tone.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}
