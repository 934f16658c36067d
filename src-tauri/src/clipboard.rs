//! The clipboard: copies, reads, and sees to it that no secret stays there.
//!
//! On Linux the program that copied serves the clipboard for as long as it lives, so one thread keeps it open from the first use on. It
//! does one job after another, and nobody waits for it longer than a fixed limit.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use arboard::{Clipboard as System, Error};
use sha2::{Digest, Sha256};
use smartradex_wizard::{ClipboardFault, Pasted, Wipe, is_perhaps_a_key};
use zeroize::{Zeroize, Zeroizing};

/// How long the clipboard may take: another program that owns it can be slow, or hang.
const LIMIT: Duration = Duration::from_secs(5);
/// A program that owns the clipboard says at once that it has no text. If it does not answer, the library reports the same after four
/// seconds; so whatever comes later than this is no answer.
const SILENCE: Duration = Duration::from_secs(2);
/// How long after emptying the clipboard to look at it again: a clipboard manager that does not tolerate an empty one puts the old content
/// back at once.
const PUT_BACK: Duration = Duration::from_millis(200);
/// The most bytes of text that are read.
const MAX_BYTES: usize = 64 * 1024;

/// The way to the clipboard's thread. Blocks; may be used from any thread.
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
    /// Starts the thread. The clipboard itself is opened on first use.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start() -> std::io::Result<Self> {
        let (jobs, inbox) = mpsc::channel();
        thread::Builder::new().name("clipboard".to_owned()).spawn(move || serve(&inbox))?;
        Ok(Self(jobs))
    }

    /// Copies text that is not secret. Returns whether it is in the clipboard.
    #[must_use]
    pub fn copy(&self, text: String) -> bool {
        self.ask(|answer| Job::Copy(Zeroizing::new(text), Sensitive::No, answer)).unwrap_or(false)
    }

    /// Copies a secret, keeps it out of the clipboard's history where the system allows that, and remembers its hash for
    /// [`Self::wipe_secret`]. Returns whether it is in the clipboard.
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

    /// Empties the clipboard if it holds a key that is part of this text.
    #[must_use]
    pub fn wipe_pasted(&self, pasted: Pasted) -> Wipe {
        self.ask(|answer| Job::WipePasted(pasted, answer)).unwrap_or(Wipe::Failed)
    }

    /// The program ends: wipes the secret as [`Self::wipe_secret`] does, leaves anything else to the desktop if it takes it, and copies
    /// nothing from then on.
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
                // A copy that was still on its way when the program ended would stay.
                let copied = !ended && desk.copy(&text, sensitive).is_ok();
                // Whoever asked has been told that it is not there, and will not have it wiped.
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
    // Nobody is left to ask, perhaps through a fault of the program: no secret may stay behind.
    desk.wipe_secret();
}

/// The open clipboard, and what we have put in it.
#[derive(Default)]
struct Desk {
    system: Option<System>,
    /// The hash of the secret that was copied last and may still be there.
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
        // A copy that is reported as failed may be there all the same.
        if copied.is_err() && self.wipe_secret() == Wipe::NotThere {
            self.secret = before;
        }
        copied
    }

    fn read(&mut self) -> Result<Pasted, ClipboardFault> {
        let system = self.system().map_err(|_| ClipboardFault::Unavailable)?;
        // A program that is just taking the clipboard over may not be able to hand over its text yet, so it is asked twice.
        match system.get_text().or_else(|_| system.get_text()) {
            Ok(text) if text.is_empty() => Err(ClipboardFault::Empty),
            Ok(text) if text.len() <= MAX_BYTES => Ok(Pasted::new(text)),
            Ok(mut text) => {
                text.zeroize();
                Err(ClipboardFault::TooLarge)
            }
            Err(Error::ConversionFailure) => Err(ClipboardFault::NotText),
            // Programs differ in how they say that they hold no text.
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
        // The field dropped the line breaks, and may have contained something before.
        let [held_signs, signs] = [&held, pasted].map(signs);
        if !signs.contains(held_signs.as_str()) || !is_perhaps_a_key(held.expose()) {
            return Wipe::NotThere;
        }
        self.empty(hash(held.expose()))
    }

    /// Empties the clipboard, which holds the text with this hash, and checks that the text is gone.
    fn empty(&mut self, held: [u8; 32]) -> Wipe {
        if self.system().and_then(System::clear).is_err() {
            return Wipe::Failed;
        }
        thread::sleep(PUT_BACK);
        if self.holds(held) == Some(false) { Wipe::Wiped } else { Wipe::Failed }
    }

    /// Whether the clipboard holds the text with this hash; `None` if that cannot be found out.
    fn holds(&mut self, wanted: [u8; 32]) -> Option<bool> {
        let system = self.system().ok()?;
        let asked = Instant::now();
        let mut text = system.get_text();
        // A program that is just taking the clipboard over may not be able to hand over its text yet, so it is asked twice.
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

/// Whether the clipboard, which has no text, has a picture, files or formatted text.
fn holds_something(system: &mut System) -> bool {
    let there = |held: Result<(), Error>| matches!(held, Ok(()) | Err(Error::ConversionFailure));
    there(system.get().file_list().map(drop))
        || there(system.get().html().map(drop))
        || there(system.get_image().map(drop))
}

/// A text without its spaces and line breaks.
fn signs(text: &Pasted) -> Zeroizing<String> {
    Zeroizing::new(text.expose().split_whitespace().collect())
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// Copies what must stay out of histories.
#[cfg(target_os = "linux")]
fn set_secret(system: &mut System, text: &str) -> Result<(), Error> {
    arboard::SetExtLinux::exclude_from_history(system.set()).text(text)
}

/// On Windows, one mark covers the history, the cloud and programs that watch the clipboard.
#[cfg(windows)]
fn set_secret(system: &mut System, text: &str) -> Result<(), Error> {
    arboard::SetExtWindows::exclude_from_monitoring(system.set()).text(text)
}

/// Bypasses the library, which marks a text only once it is there, when a history may already have seen it, and which lets it go to the
/// user's other devices.
#[cfg(target_os = "macos")]
fn set_secret(_: &mut System, text: &str) -> Result<(), Error> {
    use objc2_app_kit::{NSPasteboard, NSPasteboardContentsOptions};
    use objc2_foundation::NSString;

    let board = NSPasteboard::generalPasteboard();
    board.prepareForNewContentsWithOptions(NSPasteboardContentsOptions::CurrentHostOnly);
    let set = |text: &str, kind: &str| {
        board.setString_forType(&NSString::from_str(text), &NSString::from_str(kind))
    };
    // According to nspasteboard.org: secret, and there only for a moment.
    set("", "org.nspasteboard.ConcealedType");
    set("", "org.nspasteboard.TransientType");
    // The value of NSPasteboardTypeString.
    if set(text, "public.utf8-plain-text") { Ok(()) } else { Err(Error::ClipboardOccupied) }
}
