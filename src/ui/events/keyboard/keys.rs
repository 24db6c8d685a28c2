//! The table of the sequences that are keys, by what xterm, rxvt, the console of Linux, kitty and their kin send.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use vte::Params;

/// The key of a sign that is typed as it is.
pub(super) fn character(sign: char) -> KeyEvent {
    match sign {
        '\u{7f}' => KeyCode::Backspace.into(),
        sign if sign.is_uppercase() => KeyEvent::new(KeyCode::Char(sign), KeyModifiers::SHIFT),
        sign => KeyCode::Char(sign).into(),
    }
}

/// The key of a control character. Ctrl-H is Backspace, and Ctrl-J is Enter.
pub(super) fn control(byte: u8) -> Option<KeyEvent> {
    let with_control = |sign: u8| KeyEvent::new(KeyCode::Char(sign.into()), KeyModifiers::CONTROL);
    Some(match byte {
        0x00 => with_control(b' '),
        0x08 => KeyCode::Backspace.into(),
        b'\t' => KeyCode::Tab.into(),
        b'\n' | b'\r' => KeyCode::Enter.into(),
        0x01..=0x1a => with_control(byte - 1 + b'a'),
        0x1c..=0x1f => with_control(byte - 0x1c + b'4'),
        _ => return None,
    })
}

/// The key of the console of Linux that sends `ESC [ [` and this letter.
pub(super) fn linux_function(letter: u8) -> Option<KeyEvent> {
    let function = |letter: u8| KeyCode::F(letter - b'A' + 1).into();
    (b'A'..=b'E').contains(&letter).then(|| function(letter))
}

/// The key of `ESC O`, some parameters and this letter: arrows and function keys, and the keypad where it sends
/// sequences of its own.
pub(super) fn ss3(parameters: &[u8], letter: u8) -> Option<KeyEvent> {
    // The modifiers stand last, if any do.
    let last = parameters.rsplit(|byte| *byte == b';').next()?;
    let given = std::str::from_utf8(last).ok()?.parse().unwrap_or(0);
    let code = match letter {
        b'a'..=b'd' => {
            // Those of rxvt with Ctrl.
            let code = cursor(letter.to_ascii_uppercase().into())?;
            return Some(KeyEvent::new(code, KeyModifiers::CONTROL));
        }
        b'I' => KeyCode::Tab,
        b'M' => KeyCode::Enter,
        b'X' => KeyCode::Char('='),
        b' ' => KeyCode::Char(' '),
        b'j'..=b'y' => KeyCode::Char((letter - b'j' + b'*').into()),
        _ => cursor(letter.into())?,
    };
    Some(KeyEvent::new(code, modifiers(given)?))
}

/// What kitty tells of a key that was let go.
const RELEASED: u16 = 3;

/// The key of a finished control sequence without a private mark, if it is one.
pub(super) fn csi(params: &Params, last: char) -> Option<KeyEvent> {
    let at = |index: usize, sub: usize| {
        let param = params.iter().nth(index);
        param.and_then(|param| param.get(sub)).copied().unwrap_or(0)
    };
    let (first, with) = (at(0, 0), modifiers(at(1, 0))?);
    if at(1, 1) == RELEASED {
        return None;
    }
    let code = match (last, params.len()) {
        ('Z', _) => return Some(KeyEvent::new(KeyCode::BackTab, with | KeyModifiers::SHIFT)),
        ('u', 1..=3) => return coded(first, at(0, 1), with),
        ('~', 3) if first == 27 => return coded(at(2, 0), 0, with),
        ('~', 1..=2) => numbered(first)?,
        // Those of rxvt with Shift and with Ctrl.
        ('a'..='d', 1) if first == 0 => {
            let code = cursor(last.to_ascii_uppercase())?;
            return Some(KeyEvent::new(code, KeyModifiers::SHIFT));
        }
        ('^', 1) => return Some(KeyEvent::new(numbered(first)?, KeyModifiers::CONTROL)),
        ('@', 1) => {
            let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
            return Some(KeyEvent::new(numbered(first)?, both));
        }
        (_, 1) if first == 0 => cursor(last)?,
        // The place of a cursor in the first row looks like F3 without anything.
        (_, 2) if first == 1 && (last != 'R' || at(1, 0) > 1) => cursor(last)?,
        _ => return None,
    };
    Some(KeyEvent::new(code, with))
}

/// The keys around the cursor, and the first function keys.
fn cursor(letter: char) -> Option<KeyCode> {
    Some(match letter {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'E' => KeyCode::KeypadBegin,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The keys that have a number.
fn numbered(number: u16) -> Option<KeyCode> {
    // Between the function keys some numbers belong to none.
    const FUNCTIONS: [u16; 20] = [
        11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ];
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        number => {
            let at = FUNCTIONS.iter().position(|one| *one == number)?;
            KeyCode::F(at as u8 + 1)
        }
    })
}

/// The key of a code point, as kitty and xterm's `modifyOtherKeys` tell it; `shifted` is its sign with Shift, if told.
fn coded(code: u16, shifted: u16, with: KeyModifiers) -> Option<KeyEvent> {
    let code = match code {
        8 | 127 => KeyCode::Backspace,
        9 if with.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        10 | 13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        0xE000..=0xF8FF => private(code)?,
        code => {
            let code = if shifted > 0 { shifted } else { code };
            let sign = char::from_u32(code.into()).filter(|sign| !sign.is_control())?;
            if with.contains(KeyModifiers::SHIFT) {
                KeyCode::Char(sign.to_ascii_uppercase())
            } else {
                KeyCode::Char(sign)
            }
        }
    };
    Some(KeyEvent::new(code, with))
}

/// The keys that kitty gives a code of its own: the keypad, and the function keys from the thirteenth on.
fn private(code: u16) -> Option<KeyCode> {
    const KEYPAD: [KeyCode; 11] = [
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Insert,
        KeyCode::Delete,
        KeyCode::KeypadBegin,
    ];
    Some(match code {
        57376..=57398 => KeyCode::F((code - 57376) as u8 + 13),
        57399..=57408 => KeyCode::Char((b'0' + (code - 57399) as u8).into()),
        57409..=57413 => KeyCode::Char(char::from(b"./*-+"[usize::from(code - 57409)])),
        57414 => KeyCode::Enter,
        57415 => KeyCode::Char('='),
        57416 => KeyCode::Char(','),
        57417..=57427 => KEYPAD[usize::from(code - 57417)],
        _ => return None,
    })
}

/// The modifiers that a parameter tells: one more than the sum of their bits. Locks do not count.
fn modifiers(given: u16) -> Option<KeyModifiers> {
    const ALL: [KeyModifiers; 6] = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let bits = given.saturating_sub(1);
    let are_set = ALL.iter().enumerate();
    let are_set = are_set.filter(|(bit, _)| bits & (1 << bit) != 0);
    (bits < 256).then(|| are_set.fold(KeyModifiers::NONE, |all, (_, one)| all | *one))
}
