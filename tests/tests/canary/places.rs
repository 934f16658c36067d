//! The places that are searched: everything written to disk, and what anybody can see of the processes.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use smartradex_tests::computer::Computer;
use smartradex_tests::{Failure, Outcome};

/// How long the system may take to end a program, a crash included.
const LIMIT: Duration = Duration::from_secs(20);
/// How often a program is told to end.
const TRIES: u32 = 10;

/// All regular files under the test's folder: the home, the temporary folder, what the programs printed, the keyring's own file.
/// `each` is called with the path and the contents.
pub(crate) fn files(computer: &Computer, mut each: impl FnMut(&Path, &[u8])) -> Outcome {
    let home = computer.home.user();
    let mut folders = vec![home.parent().unwrap_or(&home).to_owned()];
    while let Some(folder) = folders.pop() {
        let Some(entries) = still_there(fs::read_dir(folder))? else { continue };
        for entry in entries {
            let (path, kind) = {
                let entry = entry?;
                (entry.path(), entry.file_type()?)
            };
            each(&path, path.as_os_str().as_encoded_bytes());
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file()
                && let Some(content) = still_there(fs::read(&path))?
            {
                each(&path, &content);
            }
        }
    }
    Ok(())
}

/// A process of the test's computer.
pub(crate) struct Running {
    pub(crate) process: Pid,
    /// Its name, of which the system keeps the first fifteen characters.
    pub(crate) name: String,
    /// Its arguments and its environment.
    pub(crate) told: [Vec<u8>; 2],
}

impl Running {
    /// Whether it is the program itself.
    pub(crate) fn is_program(&self) -> bool {
        "smartradex-setup".starts_with(&self.name) && self.name.len() == 15
    }

    /// Whether it is the process of the page.
    pub(crate) fn is_page(&self) -> bool {
        "WebKitWebProcess".starts_with(&self.name) && self.name.len() == 15
    }

    /// Whether it is a process that shows or loads the page.
    pub(crate) fn is_of_the_page(&self) -> bool {
        self.is_page() || "WebKitNetworkProcess".starts_with(&self.name) && self.name.len() == 15
    }

    /// The file of this name in which the system describes it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/{name}", self.process))
    }

    /// Sends it a signal that ends it, and waits until it is gone, with all its locks.
    pub(crate) fn end_by(&self, signal: Signal) -> Outcome {
        let handle = pidfd_open(self.process, PidfdFlags::empty())?;
        for _ in 0..TRIES {
            kill_process(self.process, signal)?;
            if ended(&handle, LIMIT / TRIES)? {
                return Ok(());
            }
            // The first SIGSEGV goes to Rust's handler, which sees that it is not a stack overflow and lets the next one
            // through.
        }
        Err(self.does_not_end())
    }

    /// Does something that makes it end by itself, and waits until it is gone.
    pub(crate) fn ends_after(&self, deed: impl FnOnce() -> Outcome) -> Outcome {
        let handle = pidfd_open(self.process, PidfdFlags::empty())?;
        deed()?;
        if ended(&handle, LIMIT)? { Ok(()) } else { Err(self.does_not_end()) }
    }

    fn does_not_end(&self) -> Failure {
        Failure::new(format!("{} does not end", self.name))
    }
}

/// All processes of the test's computer, recognised by its home.
pub(crate) fn processes(computer: &Computer) -> Outcome<Vec<Running>> {
    let mut home = OsString::from("HOME=");
    home.push(computer.home.user());
    let mut processes = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(process) = name.to_str().and_then(|name| name.parse().ok()).and_then(Pid::from_raw) else {
            continue;
        };
        let read = |name: &str| fs::read(format!("/proc/{process}/{name}"));
        // Other users' processes cannot be read, and some have just ended.
        let (Ok(arguments), Ok(environment), Ok(name)) = (read("cmdline"), read("environ"), read("comm"))
        else {
            continue;
        };
        if environment.split(|byte| *byte == 0).any(|variable| variable == home.as_encoded_bytes()) {
            let name = String::from_utf8_lossy(&name).trim().to_owned();
            processes.push(Running { process, name, told: [arguments, environment] });
        }
    }
    Ok(processes)
}

/// The only process of the computer for which this holds.
pub(crate) fn process(computer: &Computer, wanted: impl Fn(&Running) -> bool) -> Outcome<Running> {
    let all = processes(computer)?;
    let names: BTreeSet<String> = all.iter().map(|one| one.name.clone()).collect();
    let mut found = all.into_iter().filter(wanted);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (_, _) => Err(Failure::new(format!("not exactly one process among {names:?}"))),
    }
}

/// Whether the process ended within this time.
fn ended(handle: &OwnedFd, limit: Duration) -> Outcome<bool> {
    let limit = Timespec::try_from(limit)?;
    Ok(poll(&mut [PollFd::new(handle, PollFlags::IN)], Some(&limit))? > 0)
}

/// `None` if it is gone: a running program may have removed it a moment ago.
fn still_there<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(there) => Ok(Some(there)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
