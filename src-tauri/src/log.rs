//! The log: what the program did, for whoever has to find out later why it did not go well. In the program's folder, never
//! sent anywhere, and off by one switch in the report's screen.
//!
//! It can hold no secret, for three reasons that do not depend on each other. What is written are names of closed types and
//! numbers: nothing here is given what an effect or an outcome carries. [`Lines`] takes words and numbers from an event and
//! leaves out whatever is only there to be debugged, and events of any library. And each line is redacted before it is
//! written.
//!
//! A thread of its own opens the file with the first line and writes one line after the other, so that nobody waits for the
//! disk.

mod files;
mod lines;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::time::Duration;
use std::{env, io, thread};

use smartradex_wizard::{Checked, Checkup, Lang, Redactor, Request, Words};
use tracing::{error, info, warn};

use files::Files;
pub(crate) use files::{NAME, OLD_NAME};
use lines::Lines;

/// Lines that may wait for the disk. A program that did more in the meantime has lost its disk, and the log with it.
const WAITING: usize = 1024;
/// How long a panic waits for its line to be written: the program may end right after.
const PANIC: Duration = Duration::from_millis(500);

/// The way to the log's thread.
#[derive(Debug, Clone)]
pub(crate) struct Log(SyncSender<Job>);

enum Job {
    Line(String),
    Keep(bool, Sender<bool>),
    Forget(Sender<bool>),
    Wake,
    Finish(Sender<()>),
}

/// The program's one log, for a panic, which knows no other way to it.
static OF_THE_PROGRAM: OnceLock<Log> = OnceLock::new();

impl Log {
    /// Starts the thread. Nothing is written before [`Self::begin`].
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(folder: PathBuf) -> io::Result<Self> {
        let (jobs, inbox) = mpsc::sync_channel(WAITING);
        thread::Builder::new().name("log".to_owned()).spawn(move || serve(folder, &inbox))?;
        Ok(Self(jobs))
    }

    /// From now on, whatever the program does is logged, or nothing is when `on` is `false`. Once, at the start. Whether that is so, as by
    /// [`Self::keep`]: nothing is read or written for a log that is kept.
    #[must_use]
    pub(crate) fn begin(&self, on: bool) -> bool {
        let kept = self.keep(on);
        // A second one would be another program's, which there is not.
        let _ = tracing::subscriber::set_global_default(Lines::to(self.clone()));
        let _ = OF_THE_PROGRAM.set(self.clone());
        kept
    }

    /// Keeps a log, or keeps none and removes the one there is. Whether that is so now. Blocks.
    #[must_use]
    pub(crate) fn keep(&self, on: bool) -> bool {
        self.ask(|told| Job::Keep(on, told))
    }

    /// Removes the log. Nothing is written any more until [`Self::wake`]. Whether it is gone. Blocks.
    #[must_use]
    pub(crate) fn forget(&self) -> bool {
        self.ask(Job::Forget)
    }

    /// After everything was forgotten, there is something again to be kept.
    pub(crate) fn wake(&self) {
        let _ = self.0.try_send(Job::Wake);
    }

    /// Waits until all lines are written.
    pub(crate) fn finish(&self) {
        let (told, done) = mpsc::channel();
        if self.0.send(Job::Finish(told)).is_ok() {
            let _ = done.recv();
        }
    }

    /// Waits until all lines are written, but no longer than this.
    fn settle(&self, limit: Duration) {
        let (told, done) = mpsc::channel();
        if self.0.try_send(Job::Finish(told)).is_ok() {
            let _ = done.recv_timeout(limit);
        }
    }

    fn line(&self, line: String) {
        // The disk hangs, or the program is ending: the program matters more than its log.
        let _ = self.0.try_send(Job::Line(line));
    }

    fn ask(&self, job: impl FnOnce(Sender<bool>) -> Job) -> bool {
        let (told, done) = mpsc::channel();
        self.0.send(job(told)).is_ok() && done.recv().unwrap_or(false)
    }
}

fn serve(folder: PathBuf, inbox: &Receiver<Job>) {
    let mut files = Files::new(folder);
    let mut redactor = None;
    while let Ok(job) = inbox.recv() {
        match job {
            Job::Line(line) => {
                let redactor = redactor.get_or_insert_with(redactor_of_this_computer);
                // What cannot be written is not worth a word to the user.
                let _ = files.write(&redactor.redact(&line));
            }
            Job::Keep(on, told) => {
                let _ = told.send(files.keep(on).is_ok());
            }
            Job::Forget(told) => {
                let _ = told.send(files.forget().is_ok());
            }
            Job::Wake => files.wake(),
            Job::Finish(told) => {
                let _ = told.send(());
            }
        }
    }
}

/// Hides the names of the user and of the computer too. No line has a place for them: this is for the line that nobody
/// thought of.
fn redactor_of_this_computer() -> Redactor {
    let mut names: Vec<String> = ["USER", "LOGNAME", "USERNAME", "COMPUTERNAME"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .collect();
    #[cfg(unix)]
    names.extend(rustix::system::uname().nodename().to_str().ok().map(str::to_owned));
    // A computer that is called like its system tells nothing.
    let system = smartradex_doctor::system_name().to_lowercase();
    names.retain(|name| !system.contains(&name.to_lowercase()));
    Redactor::new(Words { lang: Lang::En, binance: Lang::En }, names)
}

/// Where the log is, as people write it: without the user's name where that can be.
#[must_use]
pub(crate) fn place(folder: &Path) -> String {
    let path = folder.join(NAME);
    let short = match (dirs::data_local_dir(), dirs::home_dir()) {
        (Some(data), _) if cfg!(windows) => {
            path.strip_prefix(data).map(|rest| Path::new("%LOCALAPPDATA%").join(rest))
        }
        (_, Some(home)) => path.strip_prefix(home).map(|rest| Path::new("~").join(rest)),
        (_, None) => return path.display().to_string(),
    };
    short.unwrap_or(path).display().to_string()
}

/// The file to show, where there is one.
#[must_use]
pub(crate) fn file(folder: &Path) -> Option<PathBuf> {
    Some(folder.join(NAME)).filter(|path| path.is_file())
}

// What is logged. Every word is a name out of this program, but for the system's version.

/// The program starts.
pub(crate) fn started(version: &'static str, system: &str, lang: Lang) {
    info!(name: "start", target: lines::TARGET, version, system, language = lang.tag());
}

/// The program ends as it should.
pub(crate) fn ended() {
    info!(name: "end", target: lines::TARGET, "");
}

/// A screen is shown.
pub(crate) fn screen(place: &'static str) {
    info!(name: "screen", target: lines::TARGET, place);
}

/// An effect is begun.
pub(crate) fn begun(effect: &'static str, request: Option<Request>) {
    info!(name: "begun", target: lines::TARGET, effect, request = request.map(|Request(number)| number));
}

/// An effect has come to its end.
pub(crate) fn done(effect: &'static str, request: Request, ending: &'static str, took: Duration) {
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if ending == DONE {
        info!(name: "ended", target: lines::TARGET, effect, request = request.0, ending, ms);
    } else {
        warn!(name: "ended", target: lines::TARGET, effect, request = request.0, ending, ms);
    }
}

/// The ending that is as it should be.
const DONE: &str = "done";

/// A key was checked: what was decided, and each call that failed.
pub(crate) fn checked(checked: &Checked) {
    let causes: Vec<&str> = checked.causes.iter().map(|cause| cause.name()).collect();
    let mode = if checked.practice { "practice" } else { "real" };
    info!(
        name: "checked", target: lines::TARGET,
        mode, bot = checked.bot.slug(), decision = checked.decision.name(), causes = causes.join(" ")
    );
    for answer in &checked.answers {
        warn!(name: "answer", target: lines::TARGET, call = answer.call, http = answer.status, code = answer.code);
    }
}

/// The doctor has looked: the lines that are not fine.
pub(crate) fn checked_up(found: &Checkup) {
    let troubles: Vec<String> = found.troubles().into_iter().map(smartradex_wizard::Trouble::name).collect();
    info!(name: "doctor", target: lines::TARGET, troubles = troubles.join(" "));
}

/// The program has a fault, at this place of its own. Waits a moment until that is written.
pub fn panicked(file: &str, line: u32) {
    error!(name: "panic", target: lines::TARGET, file, line);
    if let Some(log) = OF_THE_PROGRAM.get() {
        log.settle(PANIC);
    }
}

#[cfg(test)]
mod tests;
