//! What the wizard asks the shell to do, and what the shell answers.

use smartradex_binance::{Credentials, Examination, Market};
use smartradex_practice::{Account, Scenario};

use crate::action::{Action, Pasted};
use crate::doctor::Checkup;
use crate::domain::{Bot, Link, Part};
use crate::lang::Lang;

/// Number of a request. An outcome that carries another number than the one awaited is stale, and dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Request(pub u64);

/// All that can happen to the wizard.
#[derive(Debug, Clone)]
pub enum Event {
    /// The user did something.
    Action(Action),
    /// The shell has something to tell.
    Outcome(Outcome),
}

/// A place in the keyring: one per bot, apart for each exchange, so that no pretend key takes the place of a real one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Where the key is one.
    pub target: Target,
    /// Whose key.
    pub bot: Bot,
}

impl Slot {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Target::ALL.into_iter().flat_map(|target| Bot::ALL.map(|bot| Self { target, bot }))
    }
}

/// Whom the examination asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The practice exchange inside the program, last told by [`Effect::Publish`].
    Practice,
    /// Binance.
    Binance,
    /// The address given on the command line in Binance's stead.
    OtherAddress,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Practice, Self::Binance, Self::OtherAddress];
}

/// The key to examine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// This one, just pasted.
    Held(Credentials),
    /// The one in the keyring; the shell reads it, the wizard never sees it.
    Kept(Slot),
}

/// What to put in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopySource {
    /// Words that are no secret: a label, a support code, an e-mail.
    Text(String),
    /// A value of a key that was not kept, or of a pretend key. A secret key is wiped from the clipboard later.
    Held(Credentials, Part),
    /// A value of a key in the keyring.
    Kept(Slot, Part),
}

/// What the shell is asked to do. Each with a request is answered by an outcome with the same number.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Open a page in the user's browser; the language decides the page's. Answer: [`Outcome::Opened`].
    Open(Request, Link, Lang),
    /// Put something in the clipboard. Answer: [`Outcome::Copied`].
    Copy(Request, CopySource),
    /// Empty the clipboard if it still holds the secret key that was copied last. Answer: [`Outcome::ClipboardWiped`].
    WipeCopiedSecret(Request),
    /// Empty the clipboard if it holds a key that is a piece of this text, which was pasted where no key belongs. Answer:
    /// [`Outcome::ClipboardWiped`].
    WipePastedKey(Request, Pasted),
    /// Read the clipboard for a field. Answer: [`Outcome::Clipboard`].
    ReadClipboard(Request),
    /// Examine a key. Answers: [`Outcome::Examined`], several times, the last one `finished`; or [`Outcome::Unreadable`].
    Examine(Request, Subject, Target, Market),
    /// End the request. Nothing more is to come of it.
    Cancel(Request),
    /// Keep a key: write, read back, compare; what stood there before stays until then, and comes back when this fails.
    /// Answer: [`Outcome::Stored`].
    Store(Request, Slot, Credentials),
    /// Remove a key from the keyring; nothing there is fine. Answer: [`Outcome::Removed`].
    Remove(Request, Slot),
    /// The practice exchange is now in this state, with this problem.
    Publish(Box<Account>, Scenario),
    /// Tell when this many milliseconds have gone. Answer: [`Outcome::Elapsed`].
    Wait(Request, u32),
    /// Write a file for the user where downloads go, and show it. Answer: [`Outcome::Saved`].
    SaveFile(Request, SavedFile),
    /// Make the window a narrow panel beside the browser (`true`), or wide again.
    Panel(bool),
    /// Show everything in the window at this many percent of its normal size.
    Zoom(u16),
    /// Tell by a notification of the desktop.
    Notify {
        /// Its title.
        title: String,
        /// One sentence.
        body: String,
    },
    /// Remove the session, the window's state and the log. Answer: [`Outcome::Forgotten`].
    ForgetFiles(Request),
    /// Look what stands between this computer and Binance. Answer: [`Outcome::Diagnosed`].
    Diagnose(Request, Target),
    /// Keep a log (`true`), or keep none and remove the one there is. Answer: [`Outcome::LogKept`].
    KeepLog(Request, bool),
    /// Show the log. Answer: [`Outcome::LogShown`].
    ShowLog(Request),
}

/// A file for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub content: String,
}

/// Why the keyring could not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VaultFault {
    /// There is no keyring service on this computer.
    NoService,
    /// There is a service but no keyring in it yet, and nobody made one.
    NoCollection,
    /// The keyring is locked, and no prompt came up to open it.
    Locked,
    /// The user closed the prompt that would have opened it.
    Dismissed,
    /// No answer in time: a prompt is perhaps waiting for the user, or the service hangs.
    NoAnswer,
    /// The value is longer than this system's keyring takes.
    TooLong,
    /// It can be read, but takes nothing new.
    ReadOnly,
    /// What was read back is not what was written.
    ReadBackDiffers,
    /// There is no such entry, although one was stored.
    Gone,
    /// Something else failed.
    Failed,
}

impl VaultFault {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::NoService,
        Self::NoCollection,
        Self::Locked,
        Self::Dismissed,
        Self::NoAnswer,
        Self::TooLong,
        Self::ReadOnly,
        Self::ReadBackDiffers,
        Self::Gone,
        Self::Failed,
    ];
}

/// Why the clipboard gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardFault {
    /// It is empty.
    Empty,
    /// It holds a picture or a file, no text.
    NotText,
    /// It holds more than 64 KiB of text.
    TooLarge,
    /// It cannot be reached.
    Unavailable,
}

/// What the shell has to tell.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Whether the browser was started.
    Opened(Request, bool),
    /// Whether it is in the clipboard. `Err`: the keyring's fault, or `None` when the clipboard itself failed.
    Copied(Request, Result<(), Option<VaultFault>>),
    /// The clipboard's text.
    Clipboard(Request, Result<Pasted, ClipboardFault>),
    /// What has been learnt about the key so far.
    Examined(Request, Box<Examination>),
    /// The key could not be read from the keyring.
    Unreadable(Request, VaultFault),
    /// Whether the key is kept.
    Stored(Request, Result<(), VaultFault>),
    /// Whether the entry is gone.
    Removed(Request, Result<(), VaultFault>),
    /// The time has gone.
    Elapsed(Request),
    /// Whether the file was written.
    Saved(Request, bool),
    /// Whether the files are gone.
    Forgotten(Request, bool),
    /// The window has the focus again.
    Focused,
    /// Saving the session failed, or works again.
    SessionSaved(bool),
    /// What became of a key in the clipboard.
    ClipboardWiped(Request, Wipe),
    /// What was found about this computer; `None` when the look broke off.
    Diagnosed(Request, Option<Box<Checkup>>),
    /// Whether the log is kept, or gone, as it was asked for.
    LogKept(Request, bool),
    /// Whether something was there to show the log.
    LogShown(Request, bool),
}

/// What became of a key in the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wipe {
    /// The clipboard is empty.
    Wiped,
    /// There is no such key in the clipboard.
    NotThere,
    /// The clipboard could not be read, or not be emptied.
    Failed,
}
