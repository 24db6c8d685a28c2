//! Which characters are harmless, hidden, joiners, marks or emoji. Ranges are of Unicode 16.

use unicode_width::UnicodeWidthChar;

/// Asks for the emoji form of the character before it.
pub(super) const EMOJI_FORM: char = '\u{fe0f}';
/// Joins two emoji into one, and letters where a script needs it.
pub(super) const JOINER: char = '\u{200d}';
/// Keeps two letters of a script from joining.
pub(super) const NON_JOINER: char = '\u{200c}';
/// Draws a key around a digit.
const KEYCAP: char = '\u{20e3}';

/// Printable ASCII, Latin letters and usual punctuation: no cleaning ever touches them.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2212}')
}

/// Tabs and everything that breaks a line or a page.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Controls and what is never seen by itself: format characters, fillers, tags, private characters and
/// those that are none. Joiners are not among them: whether they stay depends on their neighbours.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() || is_format(c) || is_filler(c) || is_private(c) || is_noncharacter(c)
}

fn is_format(c: char) -> bool {
    matches!(c,
        // Soft hyphen, grapheme joiner, direction marks.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200e}' | '\u{200f}'
        // Direction overrides and isolates, invisible operators, deprecated controls.
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        // Zero width, byte order mark, annotations and embedded objects.
        | '\u{200b}' | '\u{180e}' | '\u{feff}' | '\u{fff0}'..='\u{fffc}'
        // Variation selectors but for the emoji form.
        | '\u{fe00}'..='\u{fe0e}'
        // Layout of hieroglyphs, shorthand and music.
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}')
}

/// Letters without a shape, which would pass for an empty name.
fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
    )
}

/// The private area, and from the fourth plane on all: nothing stands there but tags, more variation
/// selectors and private characters.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{40000}'..)
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Invisible, but spelling in the right place.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, JOINER | NON_JOINER | EMOJI_FORM) || is_mongolian_selector(c)
}

/// Whether an invisible character belongs right behind this one, whatever follows.
pub(super) fn belongs_behind(c: char, before: char) -> bool {
    (c == EMOJI_FORM && is_emoji(before))
        || (is_mongolian_selector(c) && matches!(before, '\u{1820}'..='\u{18aa}'))
}

/// Whether a joiner is spelling between these two letters, or part of a keycap.
pub(super) fn spells(before: char, joiner: char, after: char) -> bool {
    match joiner {
        EMOJI_FORM => matches!(before, '0'..='9' | '#' | '*') && after == KEYCAP,
        JOINER | NON_JOINER => is_of_joining_script(before) && is_of_joining_script(after),
        _ => false,
    }
}

/// Whether a joiner makes one emoji of these two.
pub(super) fn joins_emoji(before: char, joiner: char, after: char) -> bool {
    joiner == JOINER
        && (is_emoji(before) || before == EMOJI_FORM)
        && is_emoji(after)
        && !is_skin_tone(after)
}

/// Something that stands on the character before it and takes no room of its own.
pub(super) fn is_mark(c: char) -> bool {
    c.width() == Some(0) || is_skin_tone(c)
}

/// Changes the emoji before it, and is a square of colour by itself.
pub(super) fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_mongolian_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}')
}

/// Scripts whose spelling needs joiners: Arabic and its neighbours, the Indic scripts, Myanmar, Khmer,
/// Mongolian.
fn is_of_joining_script(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}' | '\u{1800}'..='\u{18af}' | '\u{a8e0}'..='\u{a8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{1107f}')
}

/// The blocks in which emoji stand. Wider than the emoji themselves: a selector behind an arrow that has
/// no emoji form changes nothing.
fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21aa}' | '\u{2300}'..='\u{23ff}' | '\u{24c2}'
        | '\u{25aa}'..='\u{25fe}' | '\u{2600}'..='\u{27bf}' | '\u{2934}' | '\u{2935}'
        | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1faff}')
}
