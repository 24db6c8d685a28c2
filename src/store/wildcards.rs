//! `*.ron` on Windows: its shells pass such words on as they are typed, so the program does what other shells do.

use super::entries;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The words with each that holds a wildcard replaced by the files that it fits, where the shell does not see to that.
pub fn spread<W: AsRef<Path>>(words: &[W]) -> Vec<PathBuf> {
    words
        .iter()
        .flat_map(|word| match word.as_ref() {
            word if cfg!(windows) => files_of(word),
            word => vec![word.to_owned()],
        })
        .collect()
}

/// The files that a word fits, by name; the word itself where it fits none, as in other shells.
///
/// A wildcard counts in the name of the file alone, never in those of folders. Hidden files fit none.
fn files_of(word: &Path) -> Vec<PathBuf> {
    let as_it_is = || vec![word.to_owned()];
    let pattern = word.file_name().unwrap_or_default().to_string_lossy();
    if !pattern.contains(['*', '?']) {
        return as_it_is();
    }
    let folder = word.parent().filter(|folder| *folder != Path::new(""));
    let found = entries::of(folder.unwrap_or(Path::new(".")));
    if found.incomplete.is_some() {
        // Some of the files without the others would be silently too few: the word itself is told not to be there.
        return as_it_is();
    }
    let pattern = pattern.to_lowercase();
    let names = found.paths.iter().filter_map(|path| path.file_name());
    let mut files: Vec<PathBuf> = names
        .filter(|name| fits(&pattern, &name.to_string_lossy().to_lowercase()))
        .map(|name| word.with_file_name(name))
        .collect();
    if files.is_empty() {
        return as_it_is();
    }
    files.sort();
    files
}

/// Whether the file's name fits the word, with its ending or without; capitals do not count.
pub(super) fn fits_file(word: &str, file: &Path) -> bool {
    let word = word.to_lowercase();
    let fits = |name: Option<&OsStr>| {
        name.is_some_and(|name| fits(&word, &name.to_string_lossy().to_lowercase()))
    };
    fits(file.file_name()) || fits(file.file_stem())
}

/// Whether the name fits the pattern, where `*` stands for any signs and `?` for one.
fn fits(pattern: &str, name: &str) -> bool {
    !name.starts_with('.') && fits_from(&signs(pattern), &signs(name))
}

fn signs(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The usual way with one step back: only the last `*` can still take more.
fn fits_from(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut last_star = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                last_star = Some((p, n));
                p += 1;
            }
            Some(sign) if *sign == '?' || *sign == name[n] => (p, n) = (p + 1, n + 1),
            _ => match last_star {
                Some((star, taken)) => {
                    last_star = Some((star, taken + 1));
                    (p, n) = (star + 1, taken + 1);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|sign| *sign == '*')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::fs;

    #[test]
    fn stars_stand_for_any_signs_and_question_marks_for_one() {
        for (pattern, name) in [
            ("*.ron", "acme.ron"),
            ("*", "acme.ron"),
            ("acme-?.ron", "acme-2.ron"),
            ("*round*.ron", "2026-11-22-acme-round-1.ron"),
            ("**a*", "banana"),
            ("a*a", "aba"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("*.ron", "acme.ron.bak"),
            ("*.ron", ".acme.ron"),
            ("acme-?.ron", "acme-12.ron"),
            ("?", ""),
            ("a*b", "a"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }

    #[test]
    fn files_come_by_name_and_what_fits_none_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.ron", "A.RON", "c.txt", ".hidden.ron"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let word = folder.path().join("*.ron");
        let found = files_of(&word);
        let names: Vec<_> = found.iter().map(|path| path.file_name().unwrap()).collect();
        assert_eq!(names, ["A.RON", "b.ron"]);
        for word in ["*.json", "none.ron", "b.ron"].map(|name| folder.path().join(name)) {
            assert_eq!(files_of(&word), [word]);
        }
    }
}
