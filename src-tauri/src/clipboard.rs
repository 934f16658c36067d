//! The clipboard: what is copied, what is read, and that a secret does not stay there.
//!
//! On Linux the program that copied serves the clipboard for as long as it lives, so one thread keeps it open from the
//! first use on. It does one thing after the other, and nobody waits for it longer than its limit.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use arboard::{Clipboard as System, Error};
use sha2::{Digest, Sha256};
use smartradex_wizard::{ClipboardFault, Pasted, Wipe, is_perhaps_a_key};
use zeroize::{Zeroize, Zeroizing};

/// How long the clipboard may take: another program that owns it can be slow, or hang.
const LIMIT: Duration = Duration::from_secs(5);
/// Whoever owns the clipboard says at once that it has no text. The library says the same four seconds later of one that says nothing.
const SILENCE: Duration = Duration::from_secs(2);
/// How long after it was emptied the clipboard is looked at again: a manager that keeps it from being empty puts back at once what was there.
const PUT_BACK: Duration = Duration::from_millis(200);
/// Most bytes of text that are read.
const MAX_BYTES: usize = 64 * 1024;

/// The way to the clipboard's thread. Blocks; may be called from any thread.
#[derive(Debug, Clone)]
pub struct Clipboard(Sender<Job>);

enum Job {
    Copy(Zeroizing<String>, Sensitive, Sender<bool>),
    Read(Sender<Result<Pasted, ClipboardFault>>),
    WipeSecret(Sender<Wipe>),
    WipePasted(Pasted, Sender<Wipe>),
    Finish(Sender<()>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sensitive {
    Yes,
    No,
}

impl Clipboard {
    /// Starts the thread. The clipboard itself is opened with the first use.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start() -> std::io::Result<Self> {
        let (jobs, inbox) = mpsc::channel();
        thread::Builder::new().name("clipboard".to_owned()).spawn(move || serve(&inbox))?;
        Ok(Self(jobs))
    }

    /// Copies words. Whether they are in the clipboard.
    #[must_use]
    pub fn copy(&self, text: String) -> bool {
        self.ask(|answer| Job::Copy(Zeroizing::new(text), Sensitive::No, answer)).unwrap_or(false)
    }

    /// Copies a secret: kept out of the clipboard's history where the system allows it, and remembered, by its hash, for
    /// [`Self::wipe_secret`]. Whether it is in the clipboard.
    #[must_use]
    pub fn copy_secret(&self, secret: Zeroizing<String>) -> bool {
        self.ask(|answer| Job::Copy(secret, Sensitive::Yes, answer)).unwrap_or(false)
    }

    /// The text in the clipboard.
    ///
    /// # Errors
    /// Why there is none.
    pub fn read(&self) -> Result<Pasted, ClipboardFault> {
        self.ask(Job::Read).unwrap_or(Err(ClipboardFault::Unavailable))
    }

    /// Empties the clipboard if it still holds the secret that was copied last.
    #[must_use]
    pub fn wipe_secret(&self) -> Wipe {
        self.ask(Job::WipeSecret).unwrap_or(Wipe::Failed)
    }

    /// Empties the clipboard if it holds a key that is a piece of this text.
    #[must_use]
    pub fn wipe_pasted(&self, pasted: Pasted) -> Wipe {
        self.ask(|answer| Job::WipePasted(pasted, answer)).unwrap_or(Wipe::Failed)
    }

    /// The program ends: as [`Self::wipe_secret`], and what else was copied is left to the desktop where it takes it. Nothing is copied
    /// any more.
    pub fn finish(&self) {
        let _ = self.ask(Job::Finish);
    }

    fn ask<T>(&self, job: impl FnOnce(Sender<T>) -> Job) -> Option<T> {
        let (answer, answered) = mpsc::channel();
        self.0.send(job(answer)).ok()?;
        answered.recv_timeout(LIMIT).ok()
    }
}

fn serve(inbox: &Receiver<Job>) {
    let mut desk = Desk::default();
    let mut ended = false;
    // Whoever asked may have gone in the meantime; what they asked for is done all the same.
    while let Ok(job) = inbox.recv() {
        match job {
            Job::Copy(text, sensitive, answer) => {
                // One that was still on its way when the program ended would stay.
                let copied = !ended && desk.copy(&text, sensitive).is_ok();
                // Whoever asked was told that it is not there, and will not have it wiped.
                if answer.send(copied).is_err() {
                    desk.wipe_secret();
                }
            }
            Job::Read(answer) => {
                let _ = answer.send(desk.read());
            }
            Job::WipeSecret(answer) => {
                let _ = answer.send(desk.wipe_secret());
            }
            Job::WipePasted(pasted, answer) => {
                let _ = answer.send(desk.wipe_pasted(&pasted));
            }
            Job::Finish(answer) => {
                ended = true;
                desk.wipe_secret();
                desk.system = None;
                let _ = answer.send(());
            }
        }
    }
    // Nobody is left to ask, if only by a fault of the program: no secret stays behind.
    desk.wipe_secret();
}

/// The clipboard, open, and what lies in it of ours.
#[derive(Default)]
struct Desk {
    system: Option<System>,
    /// Hash of the secret that was copied last and may still be there.
    secret: Option<[u8; 32]>,
}

impl Desk {
    fn copy(&mut self, text: &str, sensitive: Sensitive) -> Result<(), Error> {
        let system = self.system()?;
        if sensitive == Sensitive::No {
            system.set().text(text)?;
            self.secret = None;
            return Ok(());
        }
        let copied = set_secret(system, text);
        let before = self.secret.replace(hash(text));
        // What is told as a failure may be there all the same.
        if copied.is_err() && self.wipe_secret() == Wipe::NotThere {
            self.secret = before;
        }
        copied
    }

    fn read(&mut self) -> Result<Pasted, ClipboardFault> {
        let system = self.system().map_err(|_| ClipboardFault::Unavailable)?;
        // Another program that is just taking the clipboard over can fail to give what it took it for.
        match system.get_text().or_else(|_| system.get_text()) {
            Ok(text) if text.is_empty() => Err(ClipboardFault::Empty),
            Ok(text) if text.len() <= MAX_BYTES => Ok(Pasted::new(text)),
            Ok(mut text) => {
                text.zeroize();
                Err(ClipboardFault::TooLarge)
            }
            Err(Error::ConversionFailure) => Err(ClipboardFault::NotText),
            // Programs differ in how they say that what they hold is no text.
            Err(_) if holds_something(system) => Err(ClipboardFault::NotText),
            Err(Error::ContentNotAvailable) => Err(ClipboardFault::Empty),
            Err(Error::ClipboardNotSupported | Error::ClipboardOccupied | Error::Unknown { .. } | _) => {
                Err(ClipboardFault::Unavailable)
            }
        }
    }

    fn wipe_secret(&mut self) -> Wipe {
        let Some(secret) = self.secret else { return Wipe::NotThere };
        let wipe = match self.holds(secret) {
            Some(true) => self.empty(secret),
            // Something else was copied since.
            Some(false) => Wipe::NotThere,
            None => Wipe::Failed,
        };
        // A secret that could not be wiped is remembered, so that the end of the program tries once more.
        if wipe != Wipe::Failed {
            self.secret = None;
        }
        wipe
    }

    fn wipe_pasted(&mut self, pasted: &Pasted) -> Wipe {
        let held = match self.read() {
            Ok(held) => held,
            Err(ClipboardFault::Empty | ClipboardFault::NotText) => return Wipe::NotThere,
            Err(ClipboardFault::TooLarge | ClipboardFault::Unavailable) => return Wipe::Failed,
        };
        // A field takes no line ends, and something may have stood in it before.
        let [held_signs, signs] = [&held, pasted].map(signs);
        if !signs.contains(held_signs.as_str()) || !is_perhaps_a_key(held.expose()) {
            return Wipe::NotThere;
        }
        self.empty(hash(held.expose()))
    }

    /// Empties the clipboard, which holds the text with this hash, and sees whether that is gone.
    fn empty(&mut self, held: [u8; 32]) -> Wipe {
        if self.system().and_then(System::clear).is_err() {
            return Wipe::Failed;
        }
        thread::sleep(PUT_BACK);
        if self.holds(held) == Some(false) { Wipe::Wiped } else { Wipe::Failed }
    }

    /// Whether the clipboard holds the text with this hash; `None` when nobody says so.
    fn holds(&mut self, wanted: [u8; 32]) -> Option<bool> {
        let system = self.system().ok()?;
        let asked = Instant::now();
        let mut text = system.get_text();
        // Another program that is just taking the clipboard over can fail to give what it took it for.
        if text.is_err() && asked.elapsed() < SILENCE {
            text = system.get_text();
        }
        match text.map(Zeroizing::new) {
            Ok(text) => Some(hash(&text) == wanted),
            Err(Error::ConversionFailure) => Some(false),
            Err(Error::ContentNotAvailable) => (asked.elapsed() < SILENCE).then_some(false),
            Err(Error::ClipboardNotSupported | Error::ClipboardOccupied | Error::Unknown { .. } | _) => None,
        }
    }

    fn system(&mut self) -> Result<&mut System, Error> {
        if self.system.is_none() {
            self.system = Some(System::new()?);
        }
        self.system.as_mut().ok_or(Error::ClipboardNotSupported)
    }
}

/// Whether the clipboard, which has no text, has a picture, files or a formatted text.
fn holds_something(system: &mut System) -> bool {
    let there = |held: Result<(), Error>| matches!(held, Ok(()) | Err(Error::ConversionFailure));
    there(system.get().file_list().map(drop))
        || there(system.get().html().map(drop))
        || there(system.get_image().map(drop))
}

/// A text without its spaces and line ends.
fn signs(text: &Pasted) -> Zeroizing<String> {
    Zeroizing::new(text.expose().split_whitespace().collect())
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// Copies what no history is to keep.
#[cfg(target_os = "linux")]
fn set_secret(system: &mut System, text: &str) -> Result<(), Error> {
    arboard::SetExtLinux::exclude_from_history(system.set()).text(text)
}

/// Windows has one word for history, cloud and watching programs together.
#[cfg(windows)]
fn set_secret(system: &mut System, text: &str) -> Result<(), Error> {
    arboard::SetExtWindows::exclude_from_monitoring(system.set()).text(text)
}

/// Past the library, which marks a text only once it is there, when a history may have seen it already, and lets it go to the user's other
/// devices.
#[cfg(target_os = "macos")]
fn set_secret(_: &mut System, text: &str) -> Result<(), Error> {
    use objc2_app_kit::{NSPasteboard, NSPasteboardContentsOptions};
    use objc2_foundation::NSString;

    let board = NSPasteboard::generalPasteboard();
    board.prepareForNewContentsWithOptions(NSPasteboardContentsOptions::CurrentHostOnly);
    let set = |text: &str, kind: &str| {
        board.setString_forType(&NSString::from_str(text), &NSString::from_str(kind))
    };
    // As nspasteboard.org says: secret, and there for a moment only.
    set("", "org.nspasteboard.ConcealedType");
    set("", "org.nspasteboard.TransientType");
    // The value of NSPasteboardTypeString.
    if set(text, "public.utf8-plain-text") { Ok(()) } else { Err(Error::ClipboardOccupied) }
}
