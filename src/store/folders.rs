//! Where things are: the folders, the names of session files, and what a kill left behind.

use super::disk::is_left_behind;
use super::lock::{self, Lock};
use crate::model::session::{Round, Session, Walk};
use crate::model::text::plain::plain_letters;
use jiff::civil::Date;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of deleted sessions, in the folder of the sessions.
pub(super) const TRASH: &str = "trash";

/// The most characters of a business's name in a file name.
const MOST_SLUG: usize = 60;

/// The folders of the program. They need not exist yet: [`make`] makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The sessions.
    pub data: PathBuf,
    /// Settings, and the user's own exercises and themes.
    pub config: PathBuf,
}

/// The system names no home folder, so the program does not know where to keep anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this system names no home folder. Say where sessions are to be kept: --data-dir FOLDER")]
pub struct NoHome;

impl Folders {
    /// The folders to use: `--data-dir`, else the value of `CUSTOMER_HAT_DATA`, else the platform's own.
    ///
    /// With one of the first two, everything is in that one folder, settings in `config` inside it.
    /// Empty values count as none.
    pub fn find(data_dir: Option<&Path>, environment: Option<&OsStr>) -> Result<Self, NoHome> {
        let chosen = data_dir
            .or(environment.map(Path::new))
            .filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = chosen {
            // Absolute, so that a message shows where it is; as given where that can't be found out.
            let data = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
            let config = data.join("config");
            return Ok(Self { data, config });
        }
        let own = directories::ProjectDirs::from("", "", "customer-hat").ok_or(NoHome)?;
        Ok(Self::apart(own.data_dir(), own.config_dir()))
    }

    /// Settings in a folder of their own, also where the platform has one folder for both, as a Mac does: what lies beside
    /// the sessions would be taken for one.
    fn apart(data: &Path, config: &Path) -> Self {
        let config = if config == data {
            data.join("config")
        } else {
            config.to_owned()
        };
        let data = data.to_owned();
        Self { data, config }
    }

    /// Where it is noted that a session went on elsewhere, when that can't be noted beside it: never in the folder of
    /// the sessions, which may be that of a drive that is gone.
    pub(super) fn for_notes(&self) -> Vec<PathBuf> {
        let own = directories::ProjectDirs::from("", "", "customer-hat");
        let own = own.map(|own| own.config_dir().to_owned());
        let own = own.filter(|folder| *folder != self.config);
        let all = std::iter::once(self.config.clone()).chain(own);
        all.filter(|folder| !folder.starts_with(&self.data))
            .collect()
    }

    /// Where deleted sessions go.
    pub fn trash(&self) -> PathBuf {
        self.data.join(TRASH)
    }
}

/// Makes the folder and those above it, private to their owner, and their names safe from a power cut.
pub fn make(folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder
        .ancestors()
        .take_while(|path| is_missing(path))
        .collect();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)?;
    for made in missing {
        // A folder that can't be synced is no reason not to use it.
        let _ = made
            .parent()
            .map(|parent| fs::File::open(parent).and_then(|parent| parent.sync_all()));
    }
    Ok(())
}

fn is_missing(path: &Path) -> bool {
    !path.as_os_str().is_empty() && !path.exists()
}

/// The name of a session's file: date, business, round, such as `2026-11-22-acme-round-1.ron`, or
/// `2026-11-22-acme-alone-1.ron` for a walk alone.
///
/// Only `[a-z0-9-]` and the ending: safe on every system. Latin letters lose their accents; a name
/// without any Latin letter or digit becomes `business`.
pub fn file_name(date: Date, business: &str, walk: Walk, round: u16) -> String {
    let counted = match walk {
        Walk::Team => "round",
        Walk::Alone => "alone",
    };
    format!("{date}-{}-{counted}-{round}.ron", slug(business))
}

/// The name of the file of a new session.
pub fn name_of(session: &Session) -> String {
    let (date, business) = (session.started().date(), session.business().as_str());
    file_name(date, business, session.walk(), session.round().number())
}

/// The round in the name of a file that [`file_name`] has made for a business with this slug.
pub(super) fn round_of(name: &OsStr, slug: &str, walk: Walk) -> Option<Round> {
    let counted = match walk {
        Walk::Team => "round-",
        Walk::Alone => "alone-",
    };
    // Behind the date, such as 2026-11-22.
    let rest = name.to_str()?.get(10..)?.strip_prefix('-')?;
    let rest = rest
        .strip_prefix(slug)?
        .strip_prefix('-')?
        .strip_prefix(counted)?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    Round::numbered(rest[..end].parse().ok()?)
}

pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            // Apostrophes and marks on their own belong to the word around them.
            '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36f}' => {}
            _ => match plain_letters(c) {
                "" if slug.is_empty() || slug.ends_with('-') => {}
                "" => slug.push('-'),
                letters => slug.push_str(letters),
            },
        }
        if slug.len() >= MOST_SLUG {
            slug.truncate(MOST_SLUG);
            break;
        }
    }
    match slug.trim_end_matches('-') {
        "" => "business".to_owned(),
        slug => slug.to_owned(),
    }
}

/// Sweeps every folder that the program writes to by itself. What can't be swept stays for the next time.
pub(super) fn sweep_all(folders: &Folders) -> io::Result<()> {
    sweep(&folders.data)?;
    let others = [reports(&folders.data), folders.trash()];
    for folder in others.iter().chain([&folders.config]) {
        // Most are not there yet; none of them is needed to begin.
        let _ = sweep(folder);
    }
    Ok(())
}

/// Where reports go when nobody names a place.
pub(super) fn reports(data: &Path) -> PathBuf {
    data.join("reports")
}

/// Removes the temporary files that a kill left in the folder, and says how many.
///
/// Only files named as a save names them are touched, only while nobody else holds the session, and only when nobody
/// writes them any more. What can't be removed stays for the next time.
pub fn sweep(folder: &Path) -> io::Result<usize> {
    sweep_of(folder, |_| true)
}

/// The same for the temporary files of one name: in a folder that is not the program's.
pub(super) fn sweep_of(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> io::Result<usize> {
    let mut swept = 0;
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        // Of a name that is no UTF-8 the lock is not known by it; whoever writes the file holds it as well.
        let name = name.to_string_lossy();
        let Some(of) = name_of_temp(&name).filter(|of| is_wanted(of)) else {
            continue;
        };
        let session = folder.join(of);
        // No lock file means that nobody ever opened it to write; asking would leave one behind.
        let guard = if lock::lock_path(&session).exists() {
            match lock::take(&session) {
                Lock::Held(guard) => Some(guard),
                Lock::TakenByAnother | Lock::Unsupported(_) => continue,
            }
        } else {
            None
        };
        if is_left_behind(&entry.path()) && fs::remove_file(entry.path()).is_ok() {
            swept += 1;
        }
        drop(guard);
    }
    Ok(swept)
}

/// The endings of what the program writes: other programs name temporary files alike.
const ENDINGS: [&str; 9] = [
    "ron", "txt", "md", "html", "csv", "json", "jsonl", "svg", "ics",
];

/// The file's name in the name of a temporary file: `.NAME.12345678.tmp`, `.NAME.12345678.previous.tmp`.
pub(super) fn name_of_temp(name: &str) -> Option<&str> {
    let name = name.strip_prefix('.')?.strip_suffix(".tmp")?;
    let name = name.strip_suffix(".previous").unwrap_or(name);
    let (of, random) = name.rsplit_once('.')?;
    let random = random.len() == 8 && random.bytes().all(|b| b.is_ascii_alphanumeric());
    let ending = Path::new(of).extension()?.to_str()?.to_ascii_lowercase();
    (random && ENDINGS.contains(&ending.as_str())).then_some(of)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::disk::{Disk, RealDisk};
    use crate::store::legal::is_legal_on_windows;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_session_is_named_after_date_business_and_round() {
        let name = |business| file_name(date(2026, 11, 22), business, Walk::Team, 1);
        assert_eq!(name("Acme"), "2026-11-22-acme-round-1.ron");
        assert_eq!(
            name("Café Größe & Søn’s"),
            "2026-11-22-cafe-grosse-sons-round-1.ron"
        );
        assert_eq!(name("e\u{301}te\u{301}"), "2026-11-22-ete-round-1.ron");
        assert_eq!(
            name("Łódź İstanbul Œuvre"),
            "2026-11-22-lodz-istanbul-oeuvre-round-1.ron"
        );
        for nothing in ["", "שלום", "🎩", "../..", "--"] {
            assert_eq!(name(nothing), "2026-11-22-business-round-1.ron");
        }
    }

    proptest! {
        #[test]
        fn every_business_gives_a_safe_name(business in any::<String>(), round in any::<u16>()) {
            let name = file_name(date(2026, 11, 22), &business, Walk::Team, round);
            let stem = name.strip_suffix(".ron").unwrap();
            prop_assert!(stem.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')));
            prop_assert!(name.len() <= 100 && !stem.contains("--"));
            prop_assert!(is_legal_on_windows(&name));
        }
    }

    #[test]
    fn folders_come_from_the_argument_then_the_environment_then_the_system() {
        let argument = Path::new("/kept/here");
        let environment = OsStr::new("/or/there");
        let found = Folders::find(Some(argument), Some(environment)).unwrap();
        assert!(found.data.ends_with("kept/here") && found.config.starts_with(&found.data));
        let found = Folders::find(None, Some(environment)).unwrap();
        assert!(found.data.ends_with("or/there"));
        let empty = Folders::find(None, Some(OsStr::new("")));
        assert_eq!(empty, Folders::find(None, None));
    }

    #[test]
    fn settings_never_lie_among_the_sessions() {
        let (one, other) = (Path::new("one"), Path::new("other"));
        assert_eq!(Folders::apart(one, other).config, other);
        let folders = Folders::apart(one, one);
        assert_eq!(
            (folders.data.as_path(), folders.config),
            (one, one.join("config"))
        );
    }

    #[test]
    fn folders_are_made_private() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a").join("b");
        make(&folder).unwrap();
        make(&folder).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                fs::metadata(&folder).unwrap().permissions().mode() & 0o777,
                0o700
            );
        }
    }

    #[test]
    fn only_our_leftovers_of_free_sessions_are_swept() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        let keep = |session: &str| {
            let temp = RealDisk.create_temp(folder, OsStr::new(session)).unwrap();
            let (_, path) = temp.keep().unwrap();
            path
        };
        let (free, held) = (keep("free.ron"), keep("held.ron"));
        let aside = folder.join(".free.ron.abcdEF12.previous.tmp");
        let others = [
            "free.ron",
            ".free.ron.previous",
            ".free.ron.tmp",
            "x.12345678.tmp",
            ".vim.12345678.tmp",
        ];
        for name in others
            .iter()
            .map(|name| folder.join(name))
            .chain([aside.clone()])
        {
            fs::write(name, "").unwrap();
        }
        let guard = lock::take(&folder.join("held.ron"));
        assert_eq!(sweep(folder).unwrap(), 2);
        assert!(!free.exists() && !aside.exists() && held.exists());
        assert!(others.iter().all(|name| folder.join(name).exists()));
        assert!(!folder.join(".free.ron.lock").exists());
        drop(guard);
        assert_eq!(sweep(folder).unwrap(), 1);
    }
}
