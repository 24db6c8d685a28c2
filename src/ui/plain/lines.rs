//! A line of standard input, whatever it is made of: never too long, and text even where the bytes are none.

use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes; what stands beyond it is passed over.
const LONGEST: u64 = 16 * 1024;

/// The next line without its end; none at the end of the input.
pub(super) fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    let mut is_whole = line.ends_with(b"\n");
    while !is_whole {
        let mut rest = Vec::new();
        let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut rest)?;
        is_whole = read == 0 || rest.ends_with(b"\n");
    }
    let line = String::from_utf8_lossy(&line);
    Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_line_too_long_is_cut_and_the_next_one_is_whole() {
        let text = format!("{}\r\nnext\nlast", "a".repeat(40_000));
        let mut input = text.as_bytes();
        let first = read_line(&mut input).unwrap().unwrap();
        assert_eq!(first.len() as u64, LONGEST);
        assert_eq!(read_line(&mut input).unwrap().as_deref(), Some("next"));
        assert_eq!(read_line(&mut input).unwrap().as_deref(), Some("last"));
        assert_eq!(read_line(&mut input).unwrap(), None);
    }
}
