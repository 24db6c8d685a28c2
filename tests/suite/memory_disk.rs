//! A disk in memory that forgets what was not synced, and that can be cut or fail at any operation.

use customer_hat::store::disk::{Disk, Found, NotRenamed, Taken};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What is seen under each name after a power cut.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// What happens at one operation, counted from 0.
#[derive(Debug, Clone, Copy)]
pub enum Fate {
    /// Nothing ever goes wrong.
    Well,
    /// The power is cut before this operation; it and all later ones fail.
    CutBefore(usize),
    /// This operation alone fails, a write after half of its bytes.
    Fails(usize, ErrorKind),
}

#[derive(Clone)]
struct Inode {
    bytes: Vec<u8>,
    synced: Option<Vec<u8>>,
    mode: u32,
}

/// A change of names that a sync of the folder would make last.
#[derive(Clone)]
enum Naming {
    Put(PathBuf, usize),
    Drop(PathBuf),
    Move(PathBuf, PathBuf, usize),
}

impl Naming {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Put(path, inode) => drop(names.insert(path.clone(), *inode)),
            Self::Drop(path) => drop(names.remove(path)),
            Self::Move(from, to, inode) => {
                names.remove(from);
                names.insert(to.clone(), *inode);
            }
        }
    }
}

struct State {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, usize>,
    lasting: BTreeMap<PathBuf, usize>,
    pending: Vec<Naming>,
    done: Vec<&'static str>,
    fate: Fate,
    cut: bool,
    links: bool,
}

impl State {
    fn step(&mut self, operation: &'static str) -> io::Result<()> {
        let nth = self.done.len();
        self.done.push(operation);
        match self.fate {
            Fate::CutBefore(at) if nth >= at => {
                self.cut = true;
                Err(io::Error::other("the power is gone"))
            }
            Fate::Fails(at, kind) if nth == at => Err(kind.into()),
            _ => Ok(()),
        }
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.names);
        self.pending.push(naming);
    }

    fn inode(&self, path: &Path) -> io::Result<usize> {
        self.names
            .get(path)
            .copied()
            .ok_or(ErrorKind::NotFound.into())
    }
}

/// The disk; clones share what is on it.
#[derive(Clone)]
pub struct MemoryDisk(Rc<RefCell<State>>);

/// A temporary file on it.
pub struct MemoryTemp {
    disk: MemoryDisk,
    path: PathBuf,
    inode: usize,
    renamed: bool,
}

impl Drop for MemoryTemp {
    fn drop(&mut self) {
        let mut state = self.disk.0.borrow_mut();
        // After a power cut nobody is there to tidy up.
        if !self.renamed && !state.cut {
            state.name(Naming::Drop(self.path.clone()));
        }
    }
}

impl MemoryDisk {
    /// A disk with these files, all of them synced; `links` says whether it knows hard links.
    pub fn with(files: &[(&str, &str)], links: bool, fate: Fate) -> Self {
        let inode = |bytes: &[u8]| Inode {
            bytes: bytes.to_vec(),
            synced: Some(bytes.to_vec()),
            mode: 0o644,
        };
        let inodes = files
            .iter()
            .map(|(_, text)| inode(text.as_bytes()))
            .collect();
        let names: BTreeMap<_, _> = files
            .iter()
            .enumerate()
            .map(|(at, (name, _))| (name.into(), at))
            .collect();
        Self(Rc::new(RefCell::new(State {
            inodes,
            lasting: names.clone(),
            names,
            pending: Vec::new(),
            done: Vec::new(),
            fate,
            cut: false,
            links,
        })))
    }

    /// The operations so far, those that failed included.
    pub fn operations(&self) -> Vec<&'static str> {
        self.0.borrow().done.clone()
    }

    /// What a running system sees: what a killed program leaves behind.
    pub fn seen(&self) -> Files {
        let state = self.0.borrow();
        let bytes = |inode: &usize| state.inodes[*inode].bytes.clone();
        state
            .names
            .iter()
            .map(|(path, inode)| (path.clone(), bytes(inode)))
            .collect()
    }

    /// The rights of the file.
    pub fn mode(&self, path: &str) -> u32 {
        let state = self.0.borrow();
        state.inodes[state.names[Path::new(path)]].mode
    }

    /// Everything that a power cut right now may leave: any of the changes of names that were not
    /// synced, in any mixture, and of bytes that were not synced nothing, half, all or rubbish.
    pub fn after_power_cut(&self) -> Vec<Files> {
        let state = self.0.borrow();
        let mut all = Vec::new();
        for kept in 0..1_u32 << state.pending.len() {
            let mut names = state.lasting.clone();
            let is_kept = |at: &usize| kept & (1 << at) != 0;
            for (_, naming) in state
                .pending
                .iter()
                .enumerate()
                .filter(|(at, _)| is_kept(at))
            {
                naming.apply(&mut names);
            }
            for luck in 0..4 {
                let bytes = |inode: &usize| survived(&state.inodes[*inode], luck);
                all.push(
                    names
                        .iter()
                        .map(|(path, inode)| (path.clone(), bytes(inode)))
                        .collect(),
                );
            }
        }
        all
    }
}

fn survived(inode: &Inode, luck: u8) -> Vec<u8> {
    match (&inode.synced, luck) {
        (Some(synced), _) => synced.clone(),
        (None, 0) => Vec::new(),
        (None, 1) => inode.bytes[..inode.bytes.len() / 2].to_vec(),
        (None, 2) => inode.bytes.clone(),
        (None, _) => vec![0; inode.bytes.len()],
    }
}

impl Disk for MemoryDisk {
    type Temp = MemoryTemp;

    fn link_target(&self, _: &Path) -> io::Result<Option<PathBuf>> {
        self.0.borrow_mut().step("link_target").map(|()| None)
    }

    fn find(&self, path: &Path) -> io::Result<Found> {
        let mut state = self.0.borrow_mut();
        state.step("find")?;
        state.inode(path).map(|_| Found::File)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut state = self.0.borrow_mut();
        state.step("read")?;
        state
            .inode(path)
            .map(|inode| state.inodes[inode].bytes.clone())
    }

    fn create_temp(&self, folder: &Path, name: &OsStr) -> io::Result<MemoryTemp> {
        let mut state = self.0.borrow_mut();
        state.step("create_temp")?;
        let inode = state.inodes.len();
        state.inodes.push(Inode {
            bytes: Vec::new(),
            synced: None,
            mode: 0o600,
        });
        let path = folder.join(format!(".{}.{inode:08}.tmp", name.display()));
        state.name(Naming::Put(path.clone(), inode));
        let disk = self.clone();
        Ok(MemoryTemp {
            disk,
            path,
            inode,
            renamed: false,
        })
    }

    fn temp_path(&self, temp: &MemoryTemp) -> PathBuf {
        temp.path.clone()
    }

    fn write(&self, temp: &mut MemoryTemp, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        let written = state.step("write");
        let length = if written.is_ok() {
            bytes.len()
        } else {
            bytes.len() / 2
        };
        state.inodes[temp.inode]
            .bytes
            .extend_from_slice(&bytes[..length]);
        written
    }

    fn copy_mode(&self, from: &Path, temp: &MemoryTemp) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("copy_mode")?;
        let from = state.inode(from)?;
        state.inodes[temp.inode].mode = state.inodes[from].mode;
        Ok(())
    }

    fn sync_file(&self, temp: &MemoryTemp) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("sync_file")?;
        let inode = &mut state.inodes[temp.inode];
        inode.synced = Some(inode.bytes.clone());
        Ok(())
    }

    fn rename(
        &self,
        mut temp: MemoryTemp,
        to: &Path,
        taken: Taken,
    ) -> Result<(), NotRenamed<MemoryTemp>> {
        let mut state = self.0.borrow_mut();
        let mut allowed = state.step("rename");
        if allowed.is_ok() && taken == Taken::Refuse && state.names.contains_key(to) {
            allowed = Err(ErrorKind::AlreadyExists.into());
        }
        if let Err(source) = allowed {
            drop(state);
            return Err(NotRenamed { source, temp });
        }
        state.name(Naming::Move(temp.path.clone(), to.to_owned(), temp.inode));
        temp.renamed = true;
        drop(state);
        Ok(())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("sync_folder")?;
        state.lasting = state.names.clone();
        state.pending.clear();
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("link")?;
        if !state.links {
            return Err(ErrorKind::Unsupported.into());
        }
        let inode = state.inode(from)?;
        state.name(Naming::Put(to.to_owned(), inode));
        Ok(())
    }

    fn move_file(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("move_file")?;
        let inode = state.inode(from)?;
        state.name(Naming::Move(from.to_owned(), to.to_owned(), inode));
        Ok(())
    }

    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("move_new")?;
        if state.names.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = state.inode(from)?;
        state.name(Naming::Move(from.to_owned(), to.to_owned(), inode));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.0.borrow_mut();
        state.step("remove")?;
        state.name(Naming::Drop(path.to_owned()));
        Ok(())
    }

    fn now(&self) -> jiff::civil::DateTime {
        jiff::civil::datetime(2026, 11, 22, 14, 42, 31, 0)
    }
}
