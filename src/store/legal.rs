//! Names that a file can't have on Windows: they would be refused late, or lead to a device or into another file.

/// Signs that no name may hold. A colon would even write into a hidden part of another file.
const REFUSED: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

/// Names of devices, whatever ending follows them.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Whether a file on Windows may have this name: the last part of a path, without folders.
///
/// The rules are those of "Naming Files, Paths, and Namespaces" in Microsoft's documentation of Windows.
pub(super) fn is_legal_on_windows(name: &str) -> bool {
    let has_refused = name.contains(|c: char| c.is_ascii_control() || REFUSED.contains(&c));
    // A dot or a space at its end is dropped in silence: the file would have another name.
    !name.is_empty() && !has_refused && !name.ends_with(['.', ' ']) && !is_device(name)
}

/// Whether the name is that of a device: `nul`, `Aux.ron`, `com1.txt`.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(' ').to_uppercase();
    let is_port = ["COM", "LPT"].iter().any(|port| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|n| matches!(n.chars().next(), Some('0'..='9' | '¹' | '²' | '³')))
            && stem.chars().count() == 4
    });
    is_port || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_ends_and_devices_are_refused() {
        for name in [
            "",
            "a:b.ron",
            "what?.ron",
            "a*.ron",
            "a\\b",
            "a/b",
            "a|b",
            "a<b",
            "a>b",
            "a\"b",
            "a\tb",
            "acme.",
            "acme ",
            ".",
            "..",
            "con",
            "CON.ron",
            "Nul.tar.gz",
            "aux .ron",
            "com1",
            "LPT9.ron",
            "com².ron",
            "conin$",
        ] {
            assert!(!is_legal_on_windows(name), "{name:?}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_allowed() {
        for name in [
            "2026-11-22-acme-round-1.ron",
            ".2026-11-22-con-round-1.ron.lock",
            "console.ron",
            "com10.ron",
            "comx.ron",
            "a.con",
            "Chloé & Søn’s (1).html",
            "東京.ron",
        ] {
            assert!(is_legal_on_windows(name), "{name:?}");
        }
    }
}
