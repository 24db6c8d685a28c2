//! The one table of keys: input, foot and help all read it.

mod offer;

pub use offer::{Offer, digit, meant};

use crossterm::event::KeyCode;

/// What a key can mean. A screen offers the ones that make sense on it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go on, or accept.
    Next,
    /// Take what is chosen, where a page further is no step further.
    Choose,
    /// Go back.
    Back,
    /// Go back from a field, where the arrows move the cursor.
    BackInField,
    /// Close what is on top.
    Close,
    /// One up.
    Up,
    /// One down.
    Down,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// A page up in a long list.
    PageUp,
    /// A page down in a long list.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// The promise was kept.
    Kept,
    /// It was not.
    NotKept,
    /// It is still open.
    StillOpen,
    /// To the next field or person.
    Tab,
    /// Mark or unmark.
    Mark,
    /// Take away.
    Delete,
    /// Change the words of something.
    Edit,
    /// Add something.
    Add,
    /// A good surprise.
    Good,
    /// A bad surprise.
    Bad,
    /// A fact.
    Fact,
    /// The phone clock.
    Phone,
    /// It rings.
    Ring,
    /// Something answers.
    Answered,
    /// On hold, off hold.
    Hold,
    /// A person speaks.
    PersonSpeaks,
    /// The departments.
    Departments,
    /// Times a year.
    TimesAYear,
    /// Live, remembered, imagined.
    Mode,
    /// One experience, or each their own.
    Sharing,
    /// Five more minutes.
    MoreTime,
    /// Words for the feeling.
    Words,
    /// Rate a second time.
    RateAgain,
    /// Look at a step.
    Look,
    /// Let a replay go on by itself, or stand.
    Play,
    /// The other picture.
    OtherPicture,
    /// Who sees to it.
    Owner,
    /// By when.
    Date,
    /// At which step.
    AtStep,
    /// Start with a team.
    WithTeam,
    /// Start alone.
    OnMyOwn,
    /// Look back at what was.
    LookBack,
    /// A number on a ballot.
    Number,
    /// Yes or no on a ballot.
    YesNo,
    /// One of two on a ballot.
    Either,
    /// Pass on a ballot.
    Pass,
    /// Everybody passes on a ballot.
    AllPass,
    /// Take an entry back, or start the ballot again.
    TakeBack,
    /// Begin anew where something unfinished stands.
    Anew,
    /// Everybody who takes part: who is here, who comes late.
    People,
    /// Take the last thing back.
    Undo,
    /// Blank the screen.
    Blank,
    /// What to say, for the facilitator.
    Notes,
    /// A report to hand out.
    Report,
    /// The settings.
    Settings,
    /// Every key.
    Help,
    /// Save to another place, while the usual one fails.
    SaveElsewhere,
    /// Leave; everything is kept.
    Quit,
    /// Leave from a field, where letters are typed.
    QuitInField,
    /// To Home.
    GoHome,
}

/// A key of the table.
struct Key {
    action: Action,
    codes: &'static [KeyCode],
    shown: &'static str,
}

const fn key(action: Action, codes: &'static [KeyCode], shown: &'static str) -> Key {
    Key {
        action,
        codes,
        shown,
    }
}

use KeyCode::Char;

/// Every key there is. The first code of a row is the one that is shown.
const TABLE: &[Key] = &[
    key(Action::Next, &[KeyCode::Enter, KeyCode::PageDown], "Enter"),
    key(Action::Choose, &[KeyCode::Enter], "Enter"),
    key(Action::Back, &[KeyCode::Left, KeyCode::PageUp], "←"),
    key(
        Action::BackInField,
        &[KeyCode::PageUp, KeyCode::BackTab],
        "Page up",
    ),
    key(Action::Close, &[KeyCode::Esc], "Esc"),
    key(Action::Up, &[KeyCode::Up], "↑"),
    key(Action::Down, &[KeyCode::Down], "↓"),
    key(Action::Left, &[KeyCode::Left], "←"),
    key(Action::Right, &[KeyCode::Right], "→"),
    key(Action::PageUp, &[KeyCode::PageUp], "Page up"),
    key(Action::PageDown, &[KeyCode::PageDown], "Page down"),
    key(Action::First, &[KeyCode::Home], "Home"),
    key(Action::Last, &[KeyCode::End], "End"),
    key(Action::Tab, &[KeyCode::Tab], "Tab"),
    key(Action::Mark, &[Char(' ')], "Space"),
    key(
        Action::Delete,
        &[KeyCode::Delete, KeyCode::Backspace],
        "Del",
    ),
    key(Action::Kept, &[Char('k')], "k"),
    key(Action::NotKept, &[Char('n')], "n"),
    key(Action::StillOpen, &[Char('o')], "o"),
    key(Action::Edit, &[Char('e')], "e"),
    key(Action::Add, &[Char('a')], "a"),
    key(Action::Good, &[Char('+'), Char('=')], "+"),
    key(Action::Bad, &[Char('-'), Char('_'), Char('−')], "-"),
    key(Action::Fact, &[Char('n')], "n"),
    key(Action::Phone, &[Char('p')], "p"),
    key(Action::Ring, &[Char('r')], "r"),
    key(Action::Answered, &[Char('a')], "a"),
    key(Action::Hold, &[Char('h')], "h"),
    key(Action::PersonSpeaks, &[Char('p')], "p"),
    key(Action::Departments, &[Char('d')], "d"),
    key(Action::TimesAYear, &[Char('y')], "y"),
    key(Action::Mode, &[Char('m')], "m"),
    key(Action::Sharing, &[Char('o')], "o"),
    key(Action::MoreTime, &[Char('t')], "t"),
    key(Action::Words, &[Char('w')], "w"),
    key(Action::RateAgain, &[Char('r')], "r"),
    key(
        Action::Look,
        &[
            Char('1'),
            Char('2'),
            Char('3'),
            Char('4'),
            Char('5'),
            Char('6'),
            Char('7'),
            Char('8'),
            Char('9'),
        ],
        "1–9",
    ),
    key(Action::Play, &[Char(' ')], "Space"),
    key(Action::OtherPicture, &[KeyCode::Tab], "Tab"),
    key(Action::Owner, &[Char('o')], "o"),
    key(Action::Date, &[Char('d')], "d"),
    key(Action::AtStep, &[Char('s')], "s"),
    key(Action::WithTeam, &[Char('t')], "t"),
    key(Action::OnMyOwn, &[Char('o')], "o"),
    key(Action::LookBack, &[Char('l')], "l"),
    key(
        Action::Number,
        &[
            // Every other sign that a keyboard sends is known where a ballot is read.
            Char('-'),
            Char('−'),
            Char('+'),
            Char('0'),
            Char('1'),
            Char('2'),
            Char('3'),
            Char('4'),
            Char('5'),
            Char('6'),
            Char('7'),
            Char('8'),
            Char('9'),
        ],
        "−10…10",
    ),
    key(
        Action::YesNo,
        &[Char('y'), Char('n'), Char('Y'), Char('N')],
        "y n",
    ),
    key(Action::Either, &[Char('+'), Char('-'), Char('−')], "+ −"),
    key(Action::Pass, &[Char('x'), Char('X')], "x"),
    key(Action::AllPass, &[Char('a'), Char('A')], "a"),
    key(
        Action::TakeBack,
        &[KeyCode::Backspace, Char('u'), Char('U')],
        "Backspace",
    ),
    key(Action::Anew, &[Char('n'), Char('N')], "n"),
    key(Action::People, &[Char('P')], "P"),
    key(Action::Undo, &[Char('u')], "u"),
    key(Action::Blank, &[Char('b'), Char('.')], "b"),
    key(Action::Notes, &[KeyCode::F(2)], "F2"),
    key(Action::Report, &[Char('r')], "r"),
    key(Action::Settings, &[Char(',')], ","),
    key(Action::Help, &[Char('?'), KeyCode::F(1)], "?"),
    key(Action::SaveElsewhere, &[Char('S')], "S"),
    key(Action::Quit, &[Char('q')], "q"),
    key(Action::QuitInField, &[Char('q')], "Ctrl-Q"),
    key(Action::GoHome, &[Char('h')], "h"),
];

fn row(action: Action) -> Option<&'static Key> {
    TABLE.iter().find(|key| key.action == action)
}

/// What every screen of a session offers beside its own.
pub fn everywhere() -> Vec<Offer> {
    vec![
        Offer::hidden(Action::Undo, "take the last thing back"),
        Offer::hidden(Action::People, "who is here, who comes late"),
        Offer::hidden(Action::Notes, "what to say, what comes next"),
        Offer::hidden(Action::Blank, "blank the screen"),
        Offer::hidden(Action::Settings, "the settings"),
        help(),
        Offer::hidden(Action::Quit, "leave; everything is kept"),
        Offer::hidden(Action::QuitInField, "the same, from a field"),
    ]
}

/// Every key, wherever something can be pressed.
pub fn help() -> Offer {
    Offer::hidden(Action::Help, "every key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_one_row_in_the_table() {
        for (index, key) in TABLE.iter().enumerate() {
            assert!(!key.codes.is_empty() && !key.shown.is_empty());
            let again = TABLE
                .iter()
                .skip(index + 1)
                .any(|other| other.action == key.action);
            assert!(!again, "{:?} stands twice", key.action);
        }
    }
}
