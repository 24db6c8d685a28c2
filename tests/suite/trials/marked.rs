//! The program in a pseudo-terminal, killed at random moments: what its screen had marked as on disk is looked up.

use super::pty::{Pty, program};
use super::{Dice, count, soon};
use crate::stage::Stage;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use customer_hat::store::envelope::Trust;
use customer_hat::store::folders::Folders;
use customer_hat::store::session_file;
use customer_hat::store::settings_file;
use customer_hat::store::shelf::Shelf;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

const PEOPLE: [&str; 6] = ["Ana", "Ben", "Cho", "Dan", "Eve", "Fay"];
/// As many windows as are killed at once.
const WINDOWS: usize = 4;

/// What is done until the kill comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Notes,
    Guesses,
    Ratings,
    Page,
    FirstFile,
    Setting,
}

const DEEDS: [Deed; 6] = [
    Deed::Notes,
    Deed::Ratings,
    Deed::Guesses,
    Deed::Page,
    Deed::FirstFile,
    Deed::Setting,
];

/// What a screen has marked as on disk: notes, people, pages, settings, each by its words.
type Claims = BTreeSet<String>;

impl Deed {
    /// The session that it begins in, if any.
    fn session(self) -> Option<Session> {
        let people = PEOPLE.join(", ");
        let guesses =
            Stage::at_home().keys(&format!("tAcme<enter>{people}<enter><enter><enter><enter>"));
        let at_the_step = |stage: Stage| stage.keys(&"x<enter>".repeat(6)).keys("<enter>");
        let stage = match self {
            Self::Guesses => guesses,
            Self::Notes | Self::Page => at_the_step(guesses),
            Self::Ratings => at_the_step(guesses).keys("<enter>"),
            Self::FirstFile | Self::Setting => return None,
        };
        Some(stage.kept())
    }

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::FirstFile => &["new", "--business", "Kilner", "--people", "Ana, Ben"],
            Self::Setting => &[],
            _ => &["resume"],
        }
    }

    /// What stands on the screen once keys are heard there.
    fn begins_with(self) -> Option<&'static str> {
        match self {
            Self::Notes | Self::Page => Some("step 1 of 5"),
            Self::Guesses | Self::Ratings => Some("▸ Ana"),
            Self::Setting => Some("customer-hat"),
            Self::FirstFile => None,
        }
    }

    /// The keys of the nth time, from 0, and the words that then stand on the screen, on disk or not.
    fn keys(self, nth: usize) -> Option<(String, String)> {
        let name = PEOPLE.get(nth);
        match self {
            Self::Notes => Some((format!("+n{nth}\r"), format!("▲ n{nth}"))),
            Self::Guesses => name.map(|name| ("x\r".to_owned(), format!(" {name} passed"))),
            Self::Ratings => name.map(|_| {
                let next = PEOPLE.get(nth + 1).map_or("in", |next| next);
                ("-7\rn\r".to_owned(), next.to_owned())
            }),
            Self::Page if nth == 0 => Some(("\r".to_owned(), "▸ Ana".to_owned())),
            Self::Setting if nth == 0 => Some((
                ",\u{1b}[B\u{1b}[B\u{1b}[B\u{1b}[C".to_owned(),
                "‹ off ›".to_owned(),
            )),
            _ => None,
        }
    }

    /// What this screen marks as on disk.
    fn claims(self, screen: &vt100::Screen) -> Claims {
        let text = screen.contents();
        let corner = screen.cell(0, 79).map(|cell| cell.contents().to_owned());
        // A window that only looks on claims nothing: another one's child held the lock between its fork and its exec.
        let only_looks = text.contains("only to look at");
        let all_on_disk =
            corner.as_deref() != Some("◌") && !text.contains("not saved") && !only_looks;
        let whole = |words: &str, claim: &str| {
            let claims = all_on_disk && text.contains(words);
            claims.then(|| claim.to_owned()).into_iter().collect()
        };
        match self {
            // These have a mark of their own.
            Self::Guesses => named(&text, "–"),
            Self::Ratings => named(&text, "✓"),
            Self::Notes if !all_on_disk => Claims::new(),
            Self::Notes => {
                let notes = text.split("▲ ").skip(1);
                let notes = notes.filter_map(|rest| rest.split_whitespace().next());
                let is_note =
                    |word: &&str| word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_digit());
                notes.filter(is_note).map(str::to_owned).collect()
            }
            Self::Page => whole("▸ Ana", "rating"),
            Self::FirstFile => whole("Kilner", "file"),
            Self::Setting => whole("‹ off ›", "off"),
        }
    }

    /// What the disk holds of all that could be claimed.
    fn held(self, data: &Path) -> Claims {
        let folders = Folders::find(Some(data), None).unwrap();
        if self == Self::Setting {
            let set = settings_file::read(&settings_file::path(&folders)).unwrap();
            return (!set.breath)
                .then(|| "off".to_owned())
                .into_iter()
                .collect();
        }
        let listing = Shelf::at(&folders).list();
        assert_eq!(listing.unreadable, [], "torn");
        let Some(heading) = listing.headings.first() else {
            return Claims::new();
        };
        let read = session_file::read("it", &heading.path).unwrap();
        assert_eq!(read.trust, Trust::Sealed, "torn");
        let session = read.session;
        let label = |id| session.label(id);
        match self {
            Self::Notes => {
                let notes = session.steps()[0].notes.iter();
                notes.map(|note| note.text.to_string()).collect()
            }
            Self::Guesses => session.predictions().keys().map(label).collect(),
            Self::Ratings => session.steps()[0].ratings.keys().map(label).collect(),
            Self::Page => matches!(session.place(), Place::Rating(_))
                .then(|| "rating".to_owned())
                .into_iter()
                .collect(),
            Self::FirstFile => ["file".to_owned()].into(),
            Self::Setting => Claims::new(),
        }
    }
}

/// The people with this mark before their names.
fn named(text: &str, mark: &str) -> Claims {
    let is_marked = |name: &&&str| text.contains(&format!("{mark} {name}"));
    PEOPLE
        .iter()
        .filter(is_marked)
        .map(|name| (*name).to_owned())
        .collect()
}

/// Plays until a random moment and kills; what the screen had claimed, and what the disk holds.
fn killed(deed: Deed, data: &Path, dice: &mut Dice) -> (Claims, Claims) {
    let _ = fs::remove_dir_all(data);
    let folders = Folders::find(Some(data), None).unwrap();
    if let Some(session) = deed.session() {
        Shelf::open(&folders).unwrap().create(&session).unwrap();
    }
    let mut pty = Pty::start(program(data, deed.words()));
    let mut claims = Claims::new();
    let end = match deed.begins_with() {
        Some(words) => {
            pty.wait_for(words);
            Instant::now() + Duration::from_micros(dice.below(150_000) as u64)
        }
        None => Instant::now() + Duration::from_micros(dice.below(500_000) as u64),
    };
    let mut nth = 0;
    while Instant::now() < end {
        let next = deed.keys(nth);
        if let Some((keys, _)) = &next {
            pty.type_keys(keys);
        }
        nth += 1;
        pty.watch(end, |screen| {
            claims.extend(deed.claims(screen));
            let seen = |(_, words): &(String, String)| screen.contents().contains(words);
            next.as_ref().is_some_and(seen)
        });
    }
    pty.kill(|screen| claims.extend(deed.claims(screen)));
    let held = deed.held(data);
    let swept = || {
        Shelf::open(&folders).unwrap();
        let left = |folder: &Path| {
            let files = fs::read_dir(folder).into_iter().flatten().flatten();
            files
                .filter(|one| one.file_name().to_string_lossy().ends_with(".tmp"))
                .count()
        };
        left(&folders.data) + left(&folders.config) == 0
    };
    assert!(
        soon(swept),
        "{deed:?}: leftovers are swept at the next start"
    );
    (claims, held)
}

#[test]
fn what_the_screen_had_marked_as_on_disk_survives_every_kill() {
    let kills = count(24, 10_000);
    let figures = thread::scope(|scope| {
        let window = |nth: usize| {
            move || {
                let folder = tempfile::tempdir().unwrap();
                let data = folder.path().join("data");
                let mut dice = Dice(0x0112_2026 + nth as u64);
                let mut all = (0, 0);
                for kill in (nth..kills).step_by(WINDOWS) {
                    let deed = DEEDS[kill / WINDOWS % DEEDS.len()];
                    let (claims, held) = killed(deed, &data, &mut dice);
                    let lost: Vec<_> = claims.difference(&held).collect();
                    assert!(
                        lost.is_empty(),
                        "kill {kill}, {deed:?}: {lost:?} of {claims:?}"
                    );
                    all = (all.0 + claims.len(), all.1 + held.len());
                }
                all
            }
        };
        let windows: Vec<_> = (0..WINDOWS).map(|nth| scope.spawn(window(nth))).collect();
        windows
            .into_iter()
            .map(|window| window.join().unwrap())
            .fold((0, 0), |(a, b), (c, d)| (a + c, b + d))
    });
    let (marked, held) = figures;
    assert!(
        marked > kills / 8,
        "the screens had marked too little to be looked up: {marked}"
    );
    println!(
        "kills of the program at its screens: {kills}, marked as on disk {marked}, lost 0, torn 0 ({held} were on disk)"
    );
}
