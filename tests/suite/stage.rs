//! A stage: the program without disk and terminal, played by key strings, on a clock that stands still.
//!
//! Every save goes through the text of a session's file, so that coming back to a session truly reads it.

use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::{Heading, Listing, Trashed};
use customer_hat::model::moment::Moment;
use customer_hat::model::place::Place;
use customer_hat::model::session::{Earlier, Format as FileFormat, Session, same_business};
use customer_hat::model::settings::{BigText, Settings};
use customer_hat::report::{self, Format};
use customer_hat::store::session_file::{KIND, text_of};
use customer_hat::store::{envelope, read};
use customer_hat::ui::app::report::Subject;
use customer_hat::ui::app::{App, Effect, Tidying};
use customer_hat::ui::big_text::BigLetters;
use customer_hat::ui::home::Home;
use customer_hat::ui::terminal::Surroundings;
use customer_hat::ui::theme::{Theme, Themes};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::keys::parse;
use super::kit;

/// The program, and what a disk would hold of it.
pub struct Stage {
    app: App,
    files: BTreeMap<PathBuf, String>,
    trash: BTreeMap<PathBuf, String>,
    open: Option<PathBuf>,
    /// Seconds since the clock began.
    seconds: u32,
    has_quit: bool,
    kept_settings: Option<Settings>,
    /// The reports that were written, by the name of their file.
    reports: Vec<(PathBuf, String)>,
    /// Whether every key is followed by a picture, and every save by a file.
    thorough: bool,
    /// The open session as it was saved first at each place, and after the first answer there.
    stops: Vec<String>,
    stopped_at: Vec<(Place, bool)>,
}

impl Stage {
    /// At Home, with nothing there yet, on 22 November 2026 at two in the afternoon.
    pub fn at_home() -> Self {
        Self::with_files(BTreeMap::new(), 0)
    }

    /// At Home, where new sessions ask this exercise; quick, for many keys: only the stops are kept.
    pub fn asking(exercise: Exercise) -> Self {
        let mut stage = Self::at_home();
        let theme = Theme::built_in("dark").unwrap();
        stage.thorough = false;
        stage.app = App::new(Home::new(exercise, Listing::default()), theme, moment(0));
        stage.tick(0)
    }

    /// At Home, with these sessions there, the one begun last first.
    pub fn with_sessions(sessions: &[Session]) -> Self {
        let named = sessions.iter().enumerate().map(|(index, session)| {
            let path = PathBuf::from(format!("/sessions/{}.ron", index + 1));
            (path, text_of(session).unwrap())
        });
        Self::with_files(named.collect(), 0)
    }

    /// At what was promised before, in the round that follows this one, with the same people.
    pub fn in_next_round(first: &Session) -> Self {
        let earlier = Earlier {
            business: first.business().clone(),
            walk: first.walk(),
            round: first.round(),
            promised: first.promised_for_next(),
        };
        let (business, exercise) = (first.business().clone(), first.exercise().clone());
        let mut next = Session::begin(business, first.walk(), exercise, &[earlier], moment(0));
        let people = first.people().iter().cloned();
        let joining = people.map(|person| Change::Join(usize::MAX, person));
        for change in joining.chain([Change::Go(Place::Promises)]) {
            next.apply(change, moment(0)).unwrap();
        }
        Self::in_session(&text_of(&next).unwrap())
    }

    /// In the session of this text.
    pub fn in_session(text: &str) -> Self {
        let path = PathBuf::from("/sessions/1.ron");
        let mut stage = Self::with_files([(path.clone(), text.to_owned())].into(), 3600);
        stage.open(&path);
        stage
    }

    fn with_files(files: BTreeMap<PathBuf, String>, seconds: u32) -> Self {
        let exercise = Exercise::built_in("role-reversal").unwrap();
        let home = Home::new(exercise, listing(&files));
        let theme = kit::theme_of_places();
        Self {
            app: App::new(home, theme, moment(seconds)),
            files,
            trash: BTreeMap::new(),
            open: None,
            seconds,
            has_quit: false,
            kept_settings: None,
            reports: Vec::new(),
            thorough: true,
            stops: Vec::new(),
            stopped_at: Vec::new(),
        }
        .tick(0)
    }

    /// With these settings and themes.
    pub fn set(mut self, settings: Settings, themes: Themes) -> Self {
        self.app = self.app.with_settings(settings, themes);
        self
    }

    /// On a terminal that makes letters larger by itself.
    pub fn with_large_letters(mut self) -> Self {
        let surroundings = Surroundings {
            big_text: Some(BigText::Kitty),
            ..Surroundings::default()
        };
        self.app = self.app.with_big_letters(BigLetters::new(&surroundings));
        self
    }

    /// The settings as they were last to be kept, if ever.
    pub fn kept_settings(&self) -> Option<&Settings> {
        self.kept_settings.as_ref()
    }

    /// The reports that were written, each with its file.
    pub fn reports(&self) -> &[(PathBuf, String)] {
        &self.reports
    }

    fn report(&mut self, subjects: Vec<Subject>, format: Format) {
        let session = |subject| match subject {
            Subject::Open(session, file) => (*session, file.unwrap_or_default()),
            Subject::File(path) => (session_in(&self.files[&path]), path),
        };
        let sessions: Vec<_> = subjects.into_iter().map(session).collect();
        let file = sessions[0].1.with_extension(format.ending());
        let named = |(session, path): (Session, PathBuf)| (session, path.display().to_string());
        let sessions: Vec<_> = sessions.into_iter().map(named).collect();
        let text = report::render_all(&sessions, format).unwrap();
        self.app.report_written(Ok(&file));
        self.reports.push((file, text));
    }

    /// Presses the keys of a key string: characters as they are, and `<enter> <esc> <c-c> <wait>` and so on.
    ///
    /// `<wait>` lets a second pass, `<lt>` is the sign itself.
    pub fn keys(mut self, keys: &str) -> Self {
        self.press_all(keys);
        self
    }

    /// As [`Stage::keys`], in place.
    pub fn press_all(&mut self, keys: &str) {
        for key in parse(keys) {
            match key {
                Some(key) => self.press(key),
                None => self.pass(1),
            }
        }
    }

    /// Presses one key, and draws what then is to be seen, as the loop does.
    pub fn press(&mut self, key: KeyEvent) {
        let effects = self.app.press(key);
        self.carry_out(effects);
        if self.thorough {
            self.screen(80, 24);
        }
    }

    /// Pastes.
    pub fn paste(mut self, text: &str) -> Self {
        self.paste_in(text);
        self
    }

    /// As [`Stage::paste`], in place.
    pub fn paste_in(&mut self, text: &str) {
        let effects = self.app.paste(text.to_owned());
        self.carry_out(effects);
    }

    /// Lets time pass.
    pub fn tick(mut self, seconds: u32) -> Self {
        self.pass(seconds);
        self
    }

    fn pass(&mut self, seconds: u32) {
        self.seconds += seconds;
        let millis = u64::from(self.seconds) * 1000;
        self.app.set_time(moment(self.seconds), millis);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::KeepSettings(settings) => self.kept_settings = Some(*settings),
                Effect::Create(session) => {
                    let path = PathBuf::from(format!("/sessions/{}.ron", self.files.len() + 1));
                    self.write(&path, &session);
                    self.open = Some(path);
                }
                Effect::Save(session, _) => {
                    let path = self.open.clone().expect("only an open session is saved");
                    self.write(&path, &session);
                }
                Effect::SaveElsewhere(path) => {
                    let session = self.session().clone();
                    self.write(&path, &session);
                    self.open = Some(path);
                }
                Effect::Open(path) => self.open(&path),
                Effect::Report(subjects, format) => self.report(subjects, format),
                Effect::Replay(path) => self.app.replay(session_in(&self.files[&path])),
                Effect::Compare(paths) => {
                    let sessions = paths.iter().map(|path| session_in(&self.files[path]));
                    self.app.compare(&sessions.collect::<Vec<_>>());
                }
                Effect::Tidy(tidying) => self.tidy(tidying),
                Effect::CloseSession => {
                    self.open = None;
                    self.app.left(&self.listing());
                }
                Effect::Quit => self.has_quit = true,
                Effect::Suspend => {}
            }
        }
    }

    /// As the store does it, without locks.
    fn tidy(&mut self, tidying: Tidying) {
        match tidying {
            Tidying::ToTrash(paths) => {
                for path in paths {
                    let file = self.files.remove(&path).expect("it is there");
                    self.trash.insert(path, file);
                }
            }
            Tidying::TakeBack(paths) => {
                for path in paths {
                    let file = self.trash.remove(&path).expect("it is in the trash");
                    self.files.insert(path, file);
                }
            }
            Tidying::Rename { from, to } => {
                for text in self.files.values_mut() {
                    let mut session = session_in(text);
                    if same_business(session.business(), &from) {
                        let change = Change::RenameBusiness(to.clone());
                        session.apply(change, moment(0)).unwrap();
                        *text = text_of(&session).unwrap();
                    }
                }
            }
        }
        self.app.listed(&self.listing());
        self.app.tell("Done.".to_owned());
    }

    fn listing(&self) -> Listing {
        let trashed = listing(&self.trash);
        Listing {
            trashed: Trashed {
                headings: trashed.headings,
                unreadable: trashed.unreadable,
            },
            ..listing(&self.files)
        }
    }

    fn write(&mut self, path: &Path, session: &Session) {
        let stop = (session.place(), has_answers(session));
        if !self.thorough && self.stopped_at.contains(&stop) {
            return;
        }
        let text = text_of(session).unwrap();
        if !self.stopped_at.contains(&stop) {
            self.stopped_at.push(stop);
            self.stops.push(text.clone());
        }
        self.files.insert(path.to_owned(), text);
        self.app.set_file(path);
    }

    fn open(&mut self, path: &Path) {
        self.app.opened(session_in(&self.files[path]), None);
        self.app.set_file(path);
        self.open = Some(path.to_owned());
        // As the loop does: whoever follows the session sees that it goes on.
        if self.session().finished().is_none() {
            let text = text_of(self.session()).unwrap();
            self.files.insert(path.to_owned(), text);
        }
    }

    /// Leaves the program with Ctrl-C, and comes back to the session as `resume` does.
    pub fn quit_and_resume(self) -> Self {
        self.keys("<c-c>").resume()
    }

    /// Comes back to the session that is open after the program was left, or was killed.
    pub fn resume(self) -> Self {
        let path = self.open.clone().expect("a session is open");
        let mut stage = Self::with_files(self.files, self.seconds);
        (stage.stops, stage.stopped_at) = (self.stops, self.stopped_at);
        stage.open(&path);
        stage
    }

    /// The picture in this size.
    pub fn screen(&mut self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.app.draw(area, &mut buf);
        buf
    }

    /// The picture in this size as a reader sees it: its text, and beside it the place of each cell in the theme.
    pub fn picture(&mut self, width: u16, height: u16) -> String {
        kit::picture(&self.screen(width, height))
    }

    /// The picture in this size, its text alone.
    pub fn text(&mut self, width: u16, height: u16) -> String {
        kit::rows_text(&self.screen(width, height))
    }

    /// Whether the picture at 100×30 has these words.
    pub fn shows(&mut self, words: &str) -> bool {
        self.text(100, 30).contains(words)
    }

    /// The session that is open.
    pub fn session(&self) -> &Session {
        self.app.session().expect("a session is open")
    }

    /// Whether a session is open.
    pub fn has_session(&self) -> bool {
        self.app.session().is_some()
    }

    /// Where the session stands.
    pub fn place(&self) -> Place {
        self.session().place()
    }

    /// The open session as its file holds it.
    pub fn kept(&self) -> Session {
        let path = self.open.as_ref().expect("a session is open");
        session_in(&self.files[path])
    }

    /// The session in the file made as the `nth` one, from 1.
    pub fn file(&self, nth: usize) -> Session {
        session_in(&self.files[Path::new(&format!("/sessions/{nth}.ron"))])
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// The texts of the session where it came first to each place, and after the first answer there.
    pub fn stops(&self) -> &[String] {
        &self.stops
    }

    /// Whether the program was left.
    pub fn has_quit(&self) -> bool {
        self.has_quit
    }

    /// The program itself.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }
}

/// The session in the text of a file; it has passed its own check.
pub fn session_in(text: &str) -> Session {
    let opened = envelope::open("a session", KIND, FileFormat::NEWEST, text.as_bytes()).unwrap();
    assert!(opened.trust.may_be_written());
    read::parse("a session", &opened.text, opened.line_offset).unwrap()
}

/// Whether somebody has answered on the ballot where the session stands.
fn has_answers(session: &Session) -> bool {
    match session.place() {
        Place::Prediction => !session.predictions().is_empty(),
        Place::Rating(step) => !session.step(step).ratings.is_empty(),
        Place::RatingAgain(step) => !session.step(step).ratings_again.is_empty(),
        Place::Verdict => !session.verdicts().is_empty(),
        _ => false,
    }
}

fn listing(files: &BTreeMap<PathBuf, String>) -> Listing {
    let headings = files
        .iter()
        .map(|(path, text)| Heading::of(&session_in(text), path.clone()));
    let mut headings: Vec<_> = headings.collect();
    headings.sort_by_key(|heading| std::cmp::Reverse(heading.started));
    Listing {
        headings,
        ..Listing::default()
    }
}

/// This many seconds after the clock began.
pub fn moment(seconds: u32) -> Moment {
    let start: jiff::Timestamp = "2026-11-22T13:00:00Z".parse().unwrap();
    let at = jiff::Timestamp::from_second(start.as_second() + i64::from(seconds)).unwrap();
    Moment::new(at, jiff::tz::offset(1))
}
