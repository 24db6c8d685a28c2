//! A disk that is full, and a file that may not grow: nothing is lost, plain words say so, and room mends it.

use super::child::counted;
use super::pty::{Pty, program, shell};
use super::soon;
use super::walks::{Come, plain, six};
use customer_hat::model::session::Session;
use customer_hat::store::envelope::Trust;
use customer_hat::store::folders::Folders;
use customer_hat::store::session_file;
use customer_hat::store::shelf::Shelf;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Puts a session at its third step into the folder; gives its file.
fn begin(folder: &Path) -> (Session, PathBuf) {
    let session = six(Come::Halfway, &plain);
    let shelf = Shelf::at(&Folders::find(Some(folder), None).unwrap());
    let path = shelf.create(&session).unwrap().path().to_owned();
    (session, path)
}

/// Whether a small file system of one's own can be had here: as root, or where users may make name spaces.
fn can_mount() -> bool {
    let tried = Command::new("unshare")
        .args(["-Urm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"])
        .output();
    let can = tried.is_ok_and(|done| done.status.success());
    if !can {
        println!("not shown: no small file system can be mounted here, so no disk was filled");
    }
    can
}

#[test]
fn on_a_full_disk_the_session_goes_on_and_once_there_is_room_it_is_all_there() {
    if !can_mount() {
        return;
    }
    let outside = tempfile::tempdir().unwrap();
    let (data, kept) = (outside.path().join("data"), outside.path().join("kept"));
    fs::create_dir(&data).unwrap();
    let (_, path) = begin(&kept);
    let begun = fs::read(&path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let script = format!(
        "exec unshare -Urm sh -c 'mount -t tmpfs -o size=128k none \"$1\" && cp \"{}\" \"$1\" && \
         exec \"$0\" --data-dir \"$1\" resume' \"$0\" \"$1\"",
        path.display()
    );
    let mut pty = Pty::start(shell(&script, &data));
    pty.wait_for("step 3 of 5");
    // The small disk as the program sees it.
    let root = PathBuf::from(format!("/proc/{}/root", pty.pid().as_raw_nonzero()));
    let small = root.join(data.strip_prefix("/").unwrap());
    // It saves as it opens, since when the place is on the screen; the screen does not wait for that.
    assert!(soon(|| fs::read(small.join(&name)).unwrap() != begun));
    let before = fs::read(small.join(&name)).unwrap();
    let filler = small.join("filler");
    let _ = fs::write(&filler, vec![0; 1 << 20]);

    pty.settle();
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("the bell rang\r");
    pty.wait_for("not saved");
    assert_eq!(
        fs::read(small.join(&name)).unwrap(),
        before,
        "the old file is as it was"
    );
    // It goes on, and nothing typed is gone.
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("and somebody smiled\r");
    pty.settle();
    fs::remove_file(&filler).unwrap();
    pty.wait_until("saved again", |screen| {
        !screen.contents().contains("not saved")
    });
    pty.settle();
    let read = session_file::read("it", &small.join(&name)).unwrap();
    assert_eq!(read.trust, Trust::Sealed);
    let notes: Vec<_> = read.session.steps()[2]
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect();
    // The first goes on where the draft of the file left off.
    let [.., first, "and somebody smiled"] = notes[..] else {
        panic!("{notes:?}")
    };
    assert!(first.ends_with("the bell rang"), "{notes:?}");
    pty.type_keys("\u{3}");
    assert_eq!(pty.code(), 0);
    pty.assert_given_back("a full disk");
    println!("full disk: said on the screen, old bytes harmed 0, answers lost 0");
}

#[test]
fn from_a_full_disk_a_session_goes_on_elsewhere_and_the_next_start_finds_it_there() {
    if !can_mount() {
        return;
    }
    let outside = tempfile::tempdir().unwrap();
    let root = outside.path().canonicalize().unwrap();
    let (data, kept, stick) = (root.join("data"), root.join("kept"), root.join("stick"));
    for folder in [&data, &stick] {
        fs::create_dir(folder).unwrap();
    }
    let (_, path) = begin(&kept);
    let script = format!(
        "exec unshare -Urm sh -c 'mount -t tmpfs -o size=128k none \"$1\" && cp \"{}\" \"$1\" && \
         \"$0\" --data-dir \"$1\" resume; \"$0\" --data-dir \"$1\" list' \"$0\" \"$1\"",
        path.display()
    );
    let mut pty = Pty::start(shell(&script, &data));
    pty.wait_for("step 3 of 5");
    pty.settle();
    let inside = PathBuf::from(format!("/proc/{}/root", pty.pid().as_raw_nonzero()));
    let small = inside.join(data.strip_prefix("/").unwrap());
    let _ = fs::write(small.join("filler"), vec![0; 1 << 20]);
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("the bell rang\r");
    pty.wait_for("not saved");
    pty.settle();
    pty.save_elsewhere(&stick);
    pty.type_keys("\u{3}");
    // The next start, on the disk that is still full.
    pty.wait_for("this is an older copy");
    assert_eq!(pty.code(), 0, "{}", pty.text());
    let said = pty.text();
    assert!(
        said.matches("Pedal & Crumb").count() >= 2,
        "both are listed: {said}"
    );
    let stick = Shelf::at(&Folders::find(Some(&stick), None).unwrap()).list();
    assert_eq!(stick.headings.len(), 1);
}

#[test]
fn where_the_folder_goes_away_the_rescue_copy_is_what_the_next_start_goes_on_with() {
    let outside = tempfile::tempdir().unwrap();
    let root = outside.path().canonicalize().unwrap();
    let (data, home, temp) = (root.join("data"), root.join("home"), root.join("temp"));
    for folder in [&home, &temp] {
        fs::create_dir(folder).unwrap();
    }
    begin(&data);
    let command = |words: &[&str]| {
        let mut command = program(&data, words);
        command.env("HOME", &home);
        command.env("TMPDIR", &temp);
        command.env_remove("XDG_CONFIG_HOME");
        command
    };
    let mut pty = Pty::start(command(&["resume"]));
    pty.wait_for("step 3 of 5");
    pty.settle();
    let away = root.join("away");
    fs::rename(&data, &away).unwrap();
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("the bell rang\r");
    pty.wait_for("not saved");
    pty.settle();
    pty.type_keys("\u{3}");
    pty.settle();
    pty.type_keys("\u{3}");
    assert_eq!(pty.code(), 1);
    assert!(
        pty.text().contains("A copy of everything is in"),
        "{}",
        pty.text()
    );
    fs::rename(&away, &data).unwrap();
    let mut next = Pty::start(command(&["resume"]));
    next.wait_for("the bell rang");
    next.type_keys("\u{3}");
    assert_eq!(next.code(), 0);
}

#[test]
fn where_files_may_not_grow_a_reseal_fails_in_plain_words_and_harms_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_, path) = begin(folder.path());
    let edited = fs::read_to_string(&path)
        .unwrap()
        .replacen("Pedal", "Metal", 1);
    fs::write(&path, &edited).unwrap();
    let reseal = |limit: &str| {
        Command::new("sh")
            .args([
                "-c",
                &format!("{limit} exec \"$0\" check --reseal \"$1\""),
                env!("CARGO_BIN_EXE_customer-hat"),
            ])
            .arg(&path)
            .output()
            .unwrap()
    };
    let done = reseal("ulimit -f 4;");
    let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
    assert_eq!(done.status.code(), Some(1), "not killed by SIGXFSZ: {said}");
    assert!(said.contains("too large for one file"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    assert_eq!(reseal("").status.code(), Some(0));
}

#[test]
fn where_files_may_not_grow_the_screen_says_so_and_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (session, path) = begin(folder.path());
    let before = fs::read(&path).unwrap();
    let script = "ulimit -f 4; exec \"$0\" --data-dir \"$1\" resume";
    let mut pty = Pty::start(shell(script, folder.path()));
    pty.wait_for("step 3 of 5");
    pty.settle();
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("the bell rang\r");
    pty.wait_for("not saved");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(counted(&session), 0);
    // Asked twice, it ends all the same, and says what is not saved.
    pty.type_keys("\u{3}");
    pty.settle();
    pty.type_keys("\u{3}");
    assert_eq!(pty.code(), 1);
    pty.assert_given_back("a file that may not grow");
    assert!(pty.text().contains("is not saved"), "{}", pty.text());
    assert_eq!(fs::read(&path).unwrap(), before);
}
