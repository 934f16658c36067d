//! The log: what the program did, for whoever has to find out later why it did not go well. It lies in the program's folder, is never sent
//! anywhere, and is turned off by one switch on the report's screen.
//!
//! It can hold no secret, for three independent reasons. It consists of numbers and of names from the program's source, apart from the
//! system's version, and never of a text that an effect or an outcome carries. [`Lines`] takes only words and numbers, only from the
//! program's own events, and leaves out whatever merely has a debug form. And each line is redacted before it is written.
//!
//! A thread of its own opens the file for the first line and writes one line after another, so that nobody waits for the disk.

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

/// How many lines may wait for the disk. If more pile up, the disk hangs, and they are lost.
const WAITING: usize = 1024;
/// How long a panic waits for its line to be written: the program may end right after it.
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

/// The program's one log, for the panic hook, which has no other way to it.
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

    /// Logs what the program does from now on, or nothing if `on` is `false`. To be called once, at the start. Returns what [`Self::keep`]
    /// returns; a log that is kept is not opened yet.
    #[must_use]
    pub(crate) fn begin(&self, on: bool) -> bool {
        let kept = self.keep(on);
        // This fails only if there is another subscriber, and there is none.
        let _ = tracing::subscriber::set_global_default(Lines::to(self.clone()));
        let _ = OF_THE_PROGRAM.set(self.clone());
        kept
    }

    /// Keeps a log (`true`), or stops and removes the existing one. Returns whether that succeeded. Blocks.
    #[must_use]
    pub(crate) fn keep(&self, on: bool) -> bool {
        self.ask(|told| Job::Keep(on, told))
    }

    /// Removes the log, and writes nothing until [`Self::wake`]. Returns whether it is gone. Blocks.
    #[must_use]
    pub(crate) fn forget(&self) -> bool {
        self.ask(Job::Forget)
    }

    /// Writes again after [`Self::forget`], because there is something to keep again.
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

    /// Waits until all lines are written, but at most this long.
    fn settle(&self, limit: Duration) {
        let (told, done) = mpsc::channel();
        if self.0.try_send(Job::Finish(told)).is_ok() {
            let _ = done.recv_timeout(limit);
        }
    }

    fn line(&self, line: String) {
        // If the disk hangs or the program is ending, the line is lost: the program matters more than its log.
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
                // A line that cannot be written is not worth telling the user.
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

/// Also hides the names of the user and of the computer. No line has a place for them; this is for the line that nobody thought of.
fn redactor_of_this_computer() -> Redactor {
    let mut names: Vec<String> = ["USER", "LOGNAME", "USERNAME", "COMPUTERNAME"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .collect();
    #[cfg(unix)]
    names.extend(rustix::system::uname().nodename().to_str().ok().map(str::to_owned));
    // A name that is part of the system's name, such as `debian`, identifies nobody, and hiding it would garble the system's name.
    let system = smartradex_doctor::system_name().to_lowercase();
    names.retain(|name| !system.contains(&name.to_lowercase()));
    Redactor::new(Words { lang: Lang::En, binance: Lang::En }, names)
}

/// The log's path as people write it, without the user's name where possible.
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

/// The file to show, if there is one.
#[must_use]
pub(crate) fn file(folder: &Path) -> Option<PathBuf> {
    Some(folder.join(NAME)).filter(|path| path.is_file())
}

// What is logged. Every word is a name from this program, except the system's version.

/// The program starts.
pub(crate) fn started(version: &'static str, system: &str, lang: Lang) {
    info!(name: "start", target: lines::TARGET, version, system, language = lang.tag());
}

/// The program ends properly.
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

/// An effect has ended.
pub(crate) fn done(effect: &'static str, request: Request, ending: &'static str, took: Duration) {
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if ending == DONE {
        info!(name: "ended", target: lines::TARGET, effect, request = request.0, ending, ms);
    } else {
        warn!(name: "ended", target: lines::TARGET, effect, request = request.0, ending, ms);
    }
}

/// The ending of an effect that succeeded.
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

/// The doctor has finished: what is in the way.
pub(crate) fn checked_up(found: &Checkup) {
    let troubles: Vec<String> = found.troubles().into_iter().map(smartradex_wizard::Trouble::name).collect();
    info!(name: "doctor", target: lines::TARGET, troubles = troubles.join(" "));
}

/// The program panicked at this place in the source. Waits briefly until that is written.
pub fn panicked(file: &str, line: u32) {
    error!(name: "panic", target: lines::TARGET, file, line);
    if let Some(log) = OF_THE_PROGRAM.get() {
        log.settle(PANIC);
    }
}

#[cfg(test)]
mod tests;
