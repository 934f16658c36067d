//! What the wizard asks the shell to do, and what the shell answers.

use smartradex_binance::{Credentials, Examination, Market};
use smartradex_practice::{Account, Scenario};

use crate::action::{Action, Pasted};
use crate::doctor::Checkup;
use crate::domain::{Bot, Link, Part};
use crate::lang::Lang;

/// The number of a request. An outcome with any number but the awaited one is stale and ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Request(pub u64);

/// Everything that can happen to the wizard.
#[derive(Debug, Clone)]
pub enum Event {
    /// The user did something.
    Action(Action),
    /// The shell reports something.
    Outcome(Outcome),
}

/// An entry in the keyring: one per bot and target, so that a pretend key can never replace a real one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Which exchange the key belongs to.
    pub target: Target,
    /// Which bot the key is for.
    pub bot: Bot,
}

impl Slot {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Target::ALL.into_iter().flat_map(|target| Bot::ALL.map(|bot| Self { target, bot }))
    }
}

/// Which exchange is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The practice exchange inside the program, in the state last set by [`Effect::Publish`].
    Practice,
    /// Binance.
    Binance,
    /// The address given on the command line in place of Binance.
    OtherAddress,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Practice, Self::Binance, Self::OtherAddress];
}

/// The key to examine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// These values, just pasted.
    Held(Credentials),
    /// The key in the keyring. The shell reads it; the wizard never sees it.
    Kept(KeptKey),
}

/// A key in the keyring, as the session has it on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// Where it is kept.
    pub slot: Slot,
    /// The first and last characters of its API key. If there is another key by now, what is on record is not true of it.
    pub masked: String,
}

/// What to put in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopySource {
    /// Text that is not secret: a label, a support code, an e-mail address.
    Text(String),
    /// A value of a key that was not kept, or of a pretend key. A copied secret key is wiped from the clipboard later.
    Held(Credentials, Part),
    /// A value of a key in the keyring.
    Kept(KeptKey, Part),
}

/// What the shell is asked to do. The outcome of an effect with a request carries the same number; only [`Effect::Cancel`] has no outcome.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Open a page in the user's browser, in this language. Outcome: [`Outcome::Opened`].
    Open(Request, Link, Lang),
    /// Put something in the clipboard. Outcome: [`Outcome::Copied`].
    Copy(Request, CopySource),
    /// Empty the clipboard if it still holds the secret key that was copied last. Outcome: [`Outcome::ClipboardWiped`].
    WipeCopiedSecret(Request),
    /// Empty the clipboard if it holds a key that is part of this text, which was pasted where no key belongs. Outcome:
    /// [`Outcome::ClipboardWiped`].
    WipePastedKey(Request, Pasted),
    /// Read the clipboard for a field. Outcome: [`Outcome::Clipboard`].
    ReadClipboard(Request),
    /// Examine a key. Outcomes: [`Outcome::Examined`], several times, `finished` in the last one; or [`Outcome::Unreadable`].
    Examine(Request, Subject, Target, Market),
    /// Abandon the request with this number. No outcome of it is wanted any more.
    Cancel(Request),
    /// Keep a key: write it, read it back, compare. A previous key is kept until that has succeeded, and restored if it fails. Outcome:
    /// [`Outcome::Stored`].
    Store(Request, Slot, Credentials),
    /// Remove a key from the keyring; it is fine if there is none. Outcome: [`Outcome::Removed`].
    Remove(Request, Slot),
    /// Put the practice exchange into this state, with this problem.
    Publish(Box<Account>, Scenario),
    /// Report when this many milliseconds have passed. Outcome: [`Outcome::Elapsed`].
    Wait(Request, u32),
    /// Write a file for the user where downloads go, and show it. Outcome: [`Outcome::Saved`].
    SaveFile(Request, SavedFile),
    /// Make the window a narrow panel beside the browser (`true`), or wide again.
    Panel(bool),
    /// Show everything in the window at this percentage of its normal size.
    Zoom(u16),
    /// Close the window, and end the program with it.
    Leave,
    /// Show a desktop notification.
    Notify {
        /// Its title.
        title: String,
        /// One sentence.
        body: String,
    },
    /// Remove the session, the window's state and the log. Outcome: [`Outcome::Forgotten`].
    ForgetFiles(Request),
    /// Examine what stands between this computer and Binance. Outcome: [`Outcome::Diagnosed`].
    Diagnose(Request, Target),
    /// Keep a log (`true`), or stop and remove the existing one. Outcome: [`Outcome::LogKept`].
    KeepLog(Request, bool),
    /// Show the log. Outcome: [`Outcome::LogShown`].
    ShowLog(Request),
}

/// A file for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its content.
    pub content: String,
}

/// Why the keyring could not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VaultFault {
    /// There is no keyring service on this computer.
    NoService,
    /// There is a keyring service, but nobody has created a keyring in it yet.
    NoCollection,
    /// The keyring is locked, and no prompt appeared to unlock it.
    Locked,
    /// The user closed the prompt that would have unlocked it.
    Dismissed,
    /// No answer in time: perhaps a prompt is waiting for the user, or the service hangs.
    NoAnswer,
    /// The value is longer than this system's keyring accepts.
    TooLong,
    /// The keyring can be read, but accepts nothing new.
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

    /// There was nowhere to look for a key. A computer that never had a keyring answers like this, and so does one whose keyring is closed,
    /// so this does not mean that there is none.
    pub(crate) fn found_no_keyring(self) -> bool {
        matches!(self, Self::NoService | Self::NoCollection)
    }
}

/// Why nothing could be read from the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardFault {
    /// It is empty.
    Empty,
    /// It holds a picture or a file, not text.
    NotText,
    /// It holds more than 64 KiB of text.
    TooLarge,
    /// It cannot be reached.
    Unavailable,
}

/// What the shell reports.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Whether the browser was started.
    Opened(Request, bool),
    /// Whether the value is in the clipboard. `Err`: the keyring's fault, or `None` if the clipboard itself failed.
    Copied(Request, Result<(), Option<VaultFault>>),
    /// The clipboard's text.
    Clipboard(Request, Result<Pasted, ClipboardFault>),
    /// What has been learnt about the key so far.
    Examined(Request, Box<Examination>),
    /// The key could not be read from the keyring.
    Unreadable(Request, VaultFault),
    /// Whether the key is now in the keyring.
    Stored(Request, Result<(), VaultFault>),
    /// Whether the key is no longer in the keyring.
    Removed(Request, Result<(), VaultFault>),
    /// The time has passed.
    Elapsed(Request),
    /// Whether the file was written.
    Saved(Request, bool),
    /// Whether the files are gone.
    Forgotten(Request, bool),
    /// The window has the focus again.
    Focused,
    /// The user wants to close the window, which is still there: closing it would lose values.
    Closing,
    /// Saving the session has begun to fail (`false`), or works again (`true`).
    SessionSaved(bool),
    /// What became of a key in the clipboard.
    ClipboardWiped(Request, Wipe),
    /// What was found about this computer; `None` if the examination broke off.
    Diagnosed(Request, Option<Box<Checkup>>),
    /// Whether the log is now kept, or removed, as requested.
    LogKept(Request, bool),
    /// Whether there was a log, and a program to show it.
    LogShown(Request, bool),
}

/// What became of a key in the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wipe {
    /// The key was there, and the clipboard has been emptied.
    Wiped,
    /// There was no such key in the clipboard.
    NotThere,
    /// The clipboard could not be read or emptied.
    Failed,
}
