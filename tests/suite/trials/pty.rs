//! The program on a terminal of its own (a pseudo-terminal), seen and typed at as a person would.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine; never waited for where all is well.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    bytes: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that was written so far.
    pub written: Vec<u8>,
    child: Box<dyn Child + Send + Sync>,
    /// The modes of the terminal before the program came, in words.
    before: String,
    closed: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

/// The program with its data in a folder.
pub fn program(data: &Path, args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_customer-hat"));
    command.arg("--data-dir");
    command.arg(data);
    command.args(args);
    plain_surroundings(&mut command);
    command
}

/// `sh -c SCRIPT`, where `$0` is the program and `$1` its data folder.
pub fn shell(script: &str, data: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_customer-hat")]);
    command.arg(data);
    plain_surroundings(&mut command);
    command
}

fn plain_surroundings(command: &mut CommandBuilder) {
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    for name in ["NO_COLOR", "COLORTERM", "COLORFGBG", "CUSTOMER_HAT_DATA"] {
        command.env_remove(name);
    }
}

impl Pty {
    pub fn start(command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (send, bytes) = mpsc::channel();
        let closed = Arc::new(AtomicBool::new(false));
        let closing = Arc::clone(&closed);
        let reader = std::thread::spawn(move || {
            let mut some = [0; 4096];
            while let Ok(length) = reader.read(&mut some) {
                let unheard = send.send(some[..length].to_vec()).is_err();
                if length == 0 || unheard || closing.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        Self {
            master: Some(pair.master),
            keys: Some(keys),
            bytes,
            screen: vt100::Parser::new(24, 80, 0),
            written: Vec::new(),
            child,
            before,
            closed,
            reader: Some(reader),
        }
    }

    pub fn type_keys(&mut self, keys: &str) {
        let writer = self.keys.as_mut().unwrap();
        writer
            .write_all(keys.as_bytes())
            .and_then(|()| writer.flush())
            .unwrap();
    }

    /// The window gets another size.
    pub fn resize(&mut self, rows: u16, cols: u16) {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.screen.screen_mut().set_size(rows, cols);
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    /// Waits until the screen satisfies; gives it.
    pub fn wait_until(&mut self, what: &str, done: impl Fn(&vt100::Screen) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            if done(self.screen.screen()) {
                return self.text();
            }
            match self
                .bytes
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("never saw {what}, but:\n{}", self.text());
                }
            }
        }
    }

    pub fn wait_for(&mut self, words: &str) -> String {
        self.wait_until(words, |screen| screen.contents().contains(words))
    }

    /// Waits until nothing has been written for a moment.
    pub fn settle(&mut self) {
        while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(120)) {
            self.take(&bytes);
        }
    }

    /// Looks at every picture that comes until then, or until the look says that it has seen enough.
    pub fn watch(&mut self, end: Instant, mut look: impl FnMut(&vt100::Screen) -> bool) {
        while !look(self.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => return,
            }
        }
    }

    /// Saves somewhere else by the keys, and waits until it is there.
    pub fn save_elsewhere(&mut self, folder: &Path) {
        self.type_keys("S");
        self.wait_for("Save somewhere else");
        self.type_keys(&folder.display().to_string());
        self.settle();
        self.type_keys("\r");
        self.wait_until("saved elsewhere", |screen| {
            !screen.contents().contains("not saved")
        });
        self.settle();
    }

    /// Kills the program (SIGKILL), and looks at what it still had written.
    pub fn kill(&mut self, mut look: impl FnMut(&vt100::Screen)) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let end = Instant::now() + PATIENCE;
        self.watch(end, |screen| {
            look(screen);
            false
        });
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend(bytes);
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    pub fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().cast_signed()).unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Waits until it has ended; its exit code.
    pub fn code(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.bytes.try_recv() {
                self.take(&bytes);
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last is still on its way.
                while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(200)) {
                    self.take(&bytes);
                }
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it never ended:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The terminal is as it was: its modes, its screen, its cursor, its pastes.
    pub fn assert_given_back(&self, after: &str) {
        let modes = format!("{:?}", self.master.as_ref().unwrap().get_termios());
        assert_eq!(modes, self.before, "{after}");
        let screen = self.screen.screen();
        assert!(
            !screen.alternate_screen(),
            "{after}: still on the alternate screen"
        );
        assert!(!screen.hide_cursor(), "{after}: no cursor");
        assert!(
            !screen.bracketed_paste(),
            "{after}: pastes are still marked"
        );
    }

    /// Closes the terminal's window. The reader holds it open until it has read once more, so the program is
    /// made to write something first: its help.
    pub fn close_window(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        self.type_keys("?");
        self.reader.take().unwrap().join().unwrap();
        self.keys = None;
        self.master = None;
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
