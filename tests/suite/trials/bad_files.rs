//! Bad files of every kind: told of in a sentence, and left as they are by whatever looks at them.

use super::walks::{Come, plain, six};
use customer_hat::store::envelope;
use customer_hat::store::session_file::{self, KIND};
use customer_hat::store::shelf::Shelf;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A folder of bad files, each named after what is bad about it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let good = session_file::text_of(&six(Come::Halfway, &plain)).unwrap();
    let body: String = good
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("//"))
        .fold(String::new(), |all, line| all + line + "\n");
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let mut damaged = good.clone().into_bytes();
    let at = good.find("Pedal").unwrap();
    damaged[at] ^= 0x80;
    put("damaged.ron", &damaged);
    put(
        "cut-short.ron",
        &good.as_bytes()[..good.find("\"workshop\"").unwrap()],
    );
    put("foreign.ron", b"(\n    name: \"somebody else's\",\n)\n");
    put("theme.ron", b"#![type = \"customer-hat/theme\"]\n()\n");
    put(
        "newer.ron",
        envelope::seal(KIND, &body.replacen("format: 1,", "format: 2,", 1)).as_bytes(),
    );
    put(
        "unknown.ron",
        envelope::seal(
            KIND,
            &body.replacen("format: 1,", "format: 9, voice: [],", 1),
        )
        .as_bytes(),
    );
    put("edited.ron", good.replacen("Pedal", "Metal", 1).as_bytes());
    put(
        "untrue.ron",
        envelope::seal(KIND, &body.replacen("place: ", "place: Close, // ", 1)).as_bytes(),
    );
    put("empty.ron", b"");
    put(
        "latin-1.ron",
        &good
            .replace('é', "\u{1}")
            .bytes()
            .map(|byte| if byte == 1 { 0xe9 } else { byte })
            .collect::<Vec<_>>(),
    );
    put("mixed-ends.ron", good.replacen('\n', "\r\n", 7).as_bytes());
    put(
        "two-marks.ron",
        format!("\u{feff}\u{feff}{good}").as_bytes(),
    );
    put("nul.ron", &[0; 512]);
    put(
        "bomb.ron",
        format!(
            "#![type = \"{KIND}\"]\n(format: 1, business: {}",
            "[".repeat(200_000)
        )
        .as_bytes(),
    );
    fs::File::create(folder.path().join("large.ron"))
        .unwrap()
        .set_len(9 << 20)
        .unwrap();
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    symlink("circle.ron", folder.path().join("circle.ron")).unwrap();
    symlink("gone.ron", folder.path().join("dangling.ron")).unwrap();
    let pipe = Command::new("mkfifo")
        .arg(folder.path().join("pipe.ron"))
        .status();
    assert!(pipe.unwrap().success());
    // All are as old: of copies that are as far, the time of the file would tell which is newer.
    let when = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_800_000_000);
    for entry in fs::read_dir(folder.path()).unwrap().flatten() {
        if entry.file_type().unwrap().is_file() {
            let file = fs::File::options().write(true).open(entry.path());
            file.unwrap().set_modified(when).unwrap();
        }
    }
    folder
}

/// A file as it lies there: its name, what its inode says, and its bytes.
type State = (PathBuf, [i64; 4], Option<Vec<u8>>);

/// Inode, mode, time of the last change, and the bytes of everything in the folder.
fn state(folder: &Path) -> Vec<State> {
    let mut all: Vec<State> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let meta = path.symlink_metadata().unwrap();
            let bytes = meta.is_file().then(|| fs::read(&path).unwrap());
            let (inode, mode) = (meta.ino().cast_signed(), i64::from(meta.mode()));
            (path, [inode, mode, meta.mtime(), meta.mtime_nsec()], bytes)
        })
        .collect();
    all.sort();
    all
}

fn names(folder: &Path) -> Vec<String> {
    state(folder)
        .into_iter()
        .map(|file| file.0.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

/// What a subcommand says of a file, both ways out, and its code.
fn said(folder: &Path, args: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_customer-hat"))
        .env_clear()
        .current_dir(folder)
        .args(["--data-dir", "."])
        .args(args)
        .output()
        .unwrap();
    let text = [done.stdout, done.stderr].concat();
    format!(
        "{}(code {})\n",
        String::from_utf8(text).unwrap(),
        done.status.code().unwrap()
    )
}

#[test]
fn a_check_tells_what_is_wrong_with_each_and_touches_none() {
    let folder = folder();
    let before = state(folder.path());
    let all: String = names(folder.path())
        .iter()
        .map(|name| said(folder.path(), &["check", name]) + "\n")
        .collect();
    assert_eq!(state(folder.path()), before);
    insta::assert_snapshot!("check_of_bad_files", all);
}

#[test]
fn a_reseal_accepts_the_edited_one_alone() {
    let folder = folder();
    let before = state(folder.path());
    for name in names(folder.path()) {
        let resealed = said(folder.path(), &["check", "--reseal", &name]).contains("sealed again");
        assert_eq!(
            resealed,
            ["edited.ron", "mixed-ends.ron"].contains(&name.as_str()),
            "{name}"
        );
    }
    let after = state(folder.path());
    for file in before {
        let name = file.0.file_name().unwrap().to_string_lossy().into_owned();
        let was_sealed = ["edited.ron", "mixed-ends.ron"].contains(&name.as_str());
        assert!(was_sealed || after.contains(&file), "{name} was touched");
    }
}

#[test]
fn the_list_tells_of_each_and_touches_none() {
    let folder = folder();
    let before = state(folder.path());
    let text = said(folder.path(), &["list"]);
    let as_json = said(folder.path(), &["list", "--json"]);
    assert_eq!(state(folder.path()), before);
    assert!(as_json.contains("\"problem\""));
    insta::assert_snapshot!("list_of_bad_files", text);
}

#[test]
fn opening_one_shows_it_read_only_or_says_why_not_and_touches_none() {
    let folder = folder();
    let before = state(folder.path());
    let mut all = String::new();
    for name in names(folder.path()) {
        let told = match Shelf::open_session(&folder.path().join(&name)) {
            Ok(opened) => opened
                .read_only()
                .expect("a bad file is never written to")
                .to_owned(),
            Err(error) => error.headline(),
        };
        let path = folder.path().display().to_string();
        writeln!(all, "{name}: {}", told.replace(&path, ".")).unwrap();
    }
    assert_eq!(state(folder.path()), before);
    insta::assert_snapshot!("opening_of_bad_files", all);
}

#[test]
fn a_file_that_was_only_carried_about_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let good = session_file::text_of(&six(Come::Halfway, &plain)).unwrap();
    for (name, text) in [
        ("crlf.ron", good.replace('\n', "\r\n")),
        ("marked.ron", format!("\u{feff}{good}")),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        assert_eq!(
            Shelf::open_session(&path).unwrap().read_only(),
            None,
            "{name}"
        );
    }
}
