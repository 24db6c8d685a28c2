//! The real program in a window of its own: keys in, a picture out, and what the terminal was left like.

use super::keys::parse;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take: far longer than it does, on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came out of the program so far.
struct Seen {
    terminal: vt100::Parser,
    bytes: Vec<u8>,
    is_over: bool,
}

/// The program in a window of 80×24.
pub struct Window {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    _master: Box<dyn MasterPty + Send>,
}

impl Window {
    /// Opens the program with these words behind its name, its sessions in this folder.
    pub fn open(data: &Path, words: &[&str]) -> Self {
        Self::open_in(data, words, &[])
    }

    /// The same in a terminal that calls itself so.
    pub fn open_as(data: &Path, words: &[&str], term: &str) -> Self {
        Self::open_in(data, words, &[("TERM", term)])
    }

    /// The same with more in the environment.
    pub fn open_in(data: &Path, words: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_customer-hat"));
        command.env_clear();
        command.env("HOME", data);
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(data);
        command.arg("--data-dir");
        command.arg(data);
        command.args(words);
        Self::run(command)
    }

    /// Runs any program in a window of 80×24.
    pub fn run(command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let terminal = vt100::Parser::new(size.rows, size.cols, 0);
        let seen = Seen {
            terminal,
            bytes: Vec::new(),
            is_over: false,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        watch(pair.master.try_clone_reader().unwrap(), Arc::clone(&seen));
        Self {
            child,
            keyboard: pair.master.take_writer().unwrap(),
            seen,
            _master: pair.master,
        }
    }

    /// Presses the keys of a key string one by one, each when the one before has been seen: what is typed after an Enter
    /// in a field is not taken for a paste then.
    pub fn one_by_one(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys).into_iter().flatten() {
            self.keyboard.write_all(&bytes_of(key)).unwrap();
            self.keyboard.flush().unwrap();
            self.settle();
        }
        self
    }

    /// Waits until nothing more is drawn.
    fn settle(&self) {
        let (seen, changed) = &*self.seen;
        let mut guard = seen.lock().unwrap();
        loop {
            let waited = changed
                .wait_timeout(guard, Duration::from_millis(60))
                .unwrap();
            guard = waited.0;
            if waited.1.timed_out() {
                return;
            }
        }
    }

    /// Presses the keys of a key string at once, in one piece.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let bytes: Vec<u8> = parse(keys)
            .into_iter()
            .flatten()
            .flat_map(bytes_of)
            .collect();
        self.keyboard.write_all(&bytes).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// Sends these bytes, as a terminal answers.
    pub fn send(&mut self, bytes: &str) -> &mut Self {
        self.keyboard.write_all(bytes.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// Waits until the program has sent these bytes.
    pub fn until_sent(&mut self, bytes: &str) -> &mut Self {
        self.wait(&format!("{bytes:?}"), |seen| is_in(&seen.bytes, bytes));
        self
    }

    /// Whether the program has sent these bytes.
    pub fn has_sent(&self, bytes: &str) -> bool {
        is_in(&self.seen.0.lock().unwrap().bytes, bytes)
    }

    /// Waits until the ground of the screen has this colour.
    pub fn until_ground(&mut self, (red, green, blue): (u8, u8, u8)) -> &mut Self {
        let ground = vt100::Color::Rgb(red, green, blue);
        self.wait(&format!("the ground {ground:?}"), |seen| {
            let cell = seen.terminal.screen().cell(2, 2);
            cell.is_some_and(|cell| cell.bgcolor() == ground)
        });
        self
    }

    /// The cells of the row that has these words: each with whether it is bold, reversed or coloured.
    pub fn style_of(&self, words: &str) -> (bool, bool, bool) {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.terminal.screen();
        let (rows, columns) = screen.size();
        let row = (0..rows)
            .find(|row| {
                screen
                    .contents_between(*row, 0, *row, columns)
                    .contains(words)
            })
            .unwrap();
        let text = screen.contents_between(row, 0, row, columns);
        let column = text[..text.find(words).unwrap()].chars().count();
        let cell = screen.cell(row, column as u16).unwrap();
        let coloured =
            (cell.fgcolor(), cell.bgcolor()) != (vt100::Color::Default, vt100::Color::Default);
        (cell.bold(), cell.inverse(), coloured)
    }

    /// Waits until these words are on the screen.
    pub fn until(&mut self, words: &str) -> &mut Self {
        self.wait(words, |seen| {
            seen.terminal.screen().contents().contains(words)
        });
        self
    }

    /// Waits until something is true outside of the window, looking again and again.
    pub fn until_true(&mut self, what: &str, is_true: impl Fn() -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is_true() {
            assert!(
                Instant::now() < deadline,
                "{what} has not come true:\n{}",
                self.picture()
            );
            let (seen, changed) = &*self.seen;
            // Waiting for a change of the screen paces the looking.
            drop(
                changed
                    .wait_timeout(seen.lock().unwrap(), Duration::from_millis(5))
                    .unwrap(),
            );
        }
        self
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        let pid = self.child.process_id().unwrap();
        kill_process(Pid::from_raw(pid.cast_signed()).unwrap(), signal).unwrap();
        self
    }

    /// Waits for the program's end; gives its exit code.
    pub fn end(&mut self) -> u32 {
        self.wait("the end", |seen| seen.is_over);
        self.child.wait().unwrap().exit_code()
    }

    /// Whether the terminal is as a shell wants it: its own screen, a cursor, plain pastes.
    pub fn is_given_back(&self) -> bool {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.terminal.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }

    /// What is on the screen.
    pub fn picture(&self) -> String {
        self.seen.0.lock().unwrap().terminal.screen().contents()
    }

    fn wait(&self, what: &str, is_true: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.seen;
        let guard = seen.lock().unwrap();
        let (guard, waited) = changed
            .wait_timeout_while(guard, PATIENCE, |seen| !is_true(seen) && !seen.is_over)
            .unwrap();
        let picture = guard.terminal.screen().contents();
        let came = is_true(&guard);
        drop(guard);
        assert!(
            !waited.timed_out(),
            "waited too long for {what}:\n{picture}"
        );
        assert!(came, "it ended before {what} came:\n{picture}");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // It is over already, unless a test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn watch(mut reader: Box<dyn Read + Send>, seen: Arc<(Mutex<Seen>, Condvar)>) {
    thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        loop {
            // The end of a pseudo-terminal is an error on some systems.
            let read = reader.read(&mut bytes).unwrap_or(0);
            let mut now = seen.0.lock().unwrap();
            now.terminal.process(&bytes[..read]);
            now.bytes.extend_from_slice(&bytes[..read]);
            now.is_over = read == 0;
            seen.1.notify_all();
            if read == 0 {
                return;
            }
        }
    });
}

fn is_in(sent: &[u8], bytes: &str) -> bool {
    sent.windows(bytes.len())
        .any(|part| part == bytes.as_bytes())
}

/// What a terminal sends for a key.
fn bytes_of(key: KeyEvent) -> Vec<u8> {
    let letters: &[u8] = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => {
            return vec![c as u8 & 0x1f];
        }
        KeyCode::Char(c) => return c.to_string().into_bytes(),
        KeyCode::Enter => b"\r",
        KeyCode::Esc => b"\x1b",
        KeyCode::Tab => b"\t",
        KeyCode::Backspace => b"\x7f",
        KeyCode::Up => b"\x1b[A",
        KeyCode::Down => b"\x1b[B",
        KeyCode::Right => b"\x1b[C",
        KeyCode::Left => b"\x1b[D",
        KeyCode::PageUp => b"\x1b[5~",
        KeyCode::PageDown => b"\x1b[6~",
        KeyCode::F(5) => b"\x1b[15~",
        code => panic!("{code} is not known here"),
    };
    letters.to_vec()
}
