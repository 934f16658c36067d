//! The operating system's keyring. This is the only crate that names it, and the keyring is the only place where a key is kept.
//! On Linux and macOS the crate also keeps a crash from writing memory to the disk ([`leave_no_core_dump`]).
//!
//! Every function that uses the keyring blocks, for at most a little over five seconds (a minute on macOS), and may be called from any
//! thread.

mod fault;
mod memory;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use keyring::Error;
use keyring_core::Entry;
use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_wizard::{Slot, Target, VaultFault};
use zeroize::Zeroizing;

use fault::{fault, is_shut, opening_fault, writing_fault};

pub use memory::leave_no_core_dump;

/// How long the keyring may take. Its own answers come within 100 ms; beyond that a prompt is waiting for the user, or
/// the service hangs, and its library would wait for ever.
#[cfg(not(target_os = "macos"))]
const LIMIT: Duration = Duration::from_secs(5);
/// On macOS the keychain's prompt comes with the use itself and after each update of the program, and what is answered later than this is
/// lost: long enough to find a password and type it.
#[cfg(target_os = "macos")]
const LIMIT: Duration = Duration::from_secs(60);
/// The program's identifier: the service of every entry, and the beginning of its user name too, because Windows leaves
/// the service out of account.
const NAMESPACE: &str = "fr.smartradex.setup";
/// Name and value of the entry that is written and deleted to learn whether the keyring is open.
const PROBE: &str = "probe";
/// Most characters that Windows' credential manager takes (2,560 bytes of UTF-16).
const MAX_CHARS: usize = 1280;
/// Written in front of both values; another number is another program's, or a later version's.
const FORMAT: &str = "1 ";

/// Keeps a key: write, read back, compare. What stood there before comes back when any of this fails.
///
/// # Errors
/// Why the key is not kept.
pub fn store(slot: Slot, credentials: Credentials) -> Result<(), VaultFault> {
    within(LIMIT, move |turn| still_there(place(slot)?.store(&credentials, turn)))
}

/// Reads a key.
///
/// # Errors
/// [`VaultFault::Gone`] when the keyring is open and holds no such key; else why it could not be read.
pub fn read(slot: Slot) -> Result<Credentials, VaultFault> {
    within(LIMIT, move |_| still_there(place(slot)?.read()))
}

/// Removes a key. It is no error when there is none. One that was told to be still there is not removed later.
///
/// # Errors
/// Why it may still be there.
pub fn remove(slot: Slot) -> Result<(), VaultFault> {
    within(LIMIT, move |turn| still_there(place(slot)?.remove(turn)))
}

/// Writes, reads and deletes a value that means nothing, to see whether the keyring does all three.
///
/// # Errors
/// Why it does not.
pub fn probe() -> Result<(), VaultFault> {
    within(LIMIT, |_| still_there(open(PROBE).map_err(opening_fault)?.open_keyring()))
}

/// An entry, and the [`PROBE`] beside it.
struct Place {
    entry: Entry,
    probe: Entry,
}

fn place(slot: Slot) -> Result<Place, VaultFault> {
    open(&name(slot)).map_err(opening_fault)
}

/// By which name the entry of a key is found; [`NAMESPACE`] stands before it.
fn name(slot: Slot) -> String {
    let exchange = match slot.target {
        Target::Practice => "practice/",
        Target::Binance => "",
        Target::OtherAddress => "other-address/",
    };
    format!("{exchange}{}", slot.bot.slug())
}

impl Place {
    fn store(&self, credentials: &Credentials, turn: &Turn) -> Result<(), VaultFault> {
        let value = write(credentials)?;
        let previous = match self.look()?.map(Zeroizing::new) {
            Ok(previous) => Some(previous),
            // In a keyring that has just been written to: then it is not there, and may be removed should the new one fail.
            Err(Error::NoEntry) => None,
            Err(error) => return Err(fault(error)),
        };
        // The user may have left a prompt open, been told so, and gone on: nothing is written behind their back.
        if turn.is_abandoned() {
            return Err(VaultFault::NoAnswer);
        }
        match self.entry.set_password(&value) {
            Ok(()) => {}
            // Nothing was written, and putting the previous value back would only prompt the user again.
            Err(error) if is_shut(&error) => return Err(fault(error)),
            Err(error) => {
                self.put_back(previous.as_deref());
                // The keyring has just been read, or written to: it is this writing that does not work.
                return Err(writing_fault(error));
            }
        }
        let outcome = match self.entry.get_password().map(Zeroizing::new) {
            Ok(written) if *written == *value => turn.finish(),
            Ok(_) | Err(Error::NoEntry) => Err(VaultFault::ReadBackDiffers),
            Err(error) => Err(fault(error)),
        };
        if outcome.is_err() {
            self.put_back(previous.as_deref());
        }
        outcome
    }

    fn read(&self) -> Result<Credentials, VaultFault> {
        let kept = self.look()?.map(Zeroizing::new).map_err(fault)?;
        parse(&kept).ok_or(VaultFault::Failed)
    }

    fn remove(&self, turn: &Turn) -> Result<(), VaultFault> {
        let kept = match self.look() {
            // The keyring is shut, and the user did not open it: deleting would only prompt them again.
            Ok(Err(error)) if is_shut(&error) => Err(fault(error)),
            kept => kept.map(|kept| kept.map(Zeroizing::new)),
        };
        let previous = match kept {
            Ok(Ok(previous)) => Some(previous),
            // Where nobody ever made a keyring, there is nothing in it.
            Ok(Err(Error::NoEntry)) | Err(VaultFault::NoCollection) => return Ok(()),
            // What cannot be read can be removed all the same.
            Ok(Err(_)) => None,
            Err(fault) => return Err(fault),
        };
        // Looking may have waited for the user, who was told meanwhile that nothing came of it.
        if turn.is_abandoned() {
            return Err(VaultFault::NoAnswer);
        }
        match self.entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(error) => return Err(fault(error)),
        }
        let outcome = turn.finish();
        // The user was told meanwhile that it is still there.
        if outcome.is_err() && previous.is_some() {
            self.put_back(previous.as_deref());
        }
        outcome
    }

    /// A keyring that is shut can say "no entry" for one that it holds. One that has just been written to is open, and
    /// what it does not show then is not there.
    fn open_keyring(&self) -> Result<(), VaultFault> {
        self.probe.set_password(PROBE).map_err(writing_fault)?;
        self.probe.get_password().and_then(|_| self.probe.delete_credential()).map_err(|error| {
            match fault(error) {
                // What has just been written is not there.
                VaultFault::Gone => VaultFault::ReadBackDiffers,
                fault @ (VaultFault::NoService
                | VaultFault::NoCollection
                | VaultFault::Locked
                | VaultFault::Dismissed
                | VaultFault::NoAnswer
                | VaultFault::TooLong
                | VaultFault::ReadOnly
                | VaultFault::ReadBackDiffers
                | VaultFault::Failed) => fault,
            }
        })
    }

    /// What the entry holds, as an open keyring says it.
    fn look(&self) -> Result<keyring::Result<String>, VaultFault> {
        let kept = self.entry.get_password();
        if matches!(kept, Err(Error::NoEntry)) {
            self.open_keyring()?;
            return Ok(self.entry.get_password());
        }
        Ok(kept)
    }

    fn put_back(&self, previous: Option<&String>) {
        // Nothing better is left to do when this fails too: the fault that is told is the first one.
        let _ = match previous {
            Some(value) => self.entry.set_password(value),
            None => self.entry.delete_credential(),
        };
    }
}

/// When something failed in the middle, the service may have gone, which only opening it anew can tell.
fn still_there<T>(result: Result<T, VaultFault>) -> Result<T, VaultFault> {
    match result {
        Err(VaultFault::Failed | VaultFault::ReadOnly) if open(PROBE).is_err() => Err(VaultFault::NoService),
        result => result,
    }
}

fn write(credentials: &Credentials) -> Result<Zeroizing<String>, VaultFault> {
    let (key, secret) = (credentials.api_key.expose(), credentials.secret_key.expose());
    let value = Zeroizing::new([FORMAT, key, "\n", secret].concat());
    if value.chars().count() <= MAX_CHARS { Ok(value) } else { Err(VaultFault::TooLong) }
}

fn parse(value: &str) -> Option<Credentials> {
    let (key, secret) = value.strip_prefix(FORMAT)?.split_once('\n')?;
    Some(Credentials { api_key: ApiKey::new(key).ok()?, secret_key: SecretKey::new(secret).ok()? })
}

/// Opens the store anew each time: through [`keyring::Entry`] a service that was missing once would be missing until the
/// program ends, and a service that was restarted would be asked for a session that it no longer knows.
#[cfg(target_os = "linux")]
fn open(name: &str) -> Result<Place, Error> {
    use keyring_core::api::CredentialStoreApi;

    let store = zbus_secret_service_keyring_store::Store::new()?;
    let entry = |name: &str| {
        let label = format!("SmartradeX Setup ({name})");
        store.build(NAMESPACE, &user(name), Some(&HashMap::from([("label", label.as_str())])))
    };
    Ok(Place { entry: entry(name)?, probe: entry(PROBE)? })
}

#[cfg(not(target_os = "linux"))]
fn open(name: &str) -> Result<Place, Error> {
    if keyring::Entry::store_status().is_err() {
        return Err(Error::NoDefaultStore);
    }
    let entry = |name: &str| Entry::new_with_modifiers(NAMESPACE, &user(name), &HashMap::from(MODIFIERS));
    Ok(Place { entry: entry(name)?, probe: entry(PROBE)? })
}

/// Kept on this computer: what Windows keeps by default ("enterprise") goes with the user to the other computers of a company.
#[cfg(windows)]
const MODIFIERS: [(&str, &str); 1] = [("persistence", "local")];

#[cfg(target_os = "macos")]
const MODIFIERS: [(&str, &str); 0] = [];

fn user(name: &str) -> String {
    format!("{NAMESPACE}/{name}")
}

/// Where one use of the keyring stands between the thread that does it and the one that waits for it.
#[derive(Default)]
struct Turn(AtomicU8);

impl Turn {
    const UNDER_WAY: u8 = 0;
    const FINISHED: u8 = 1;
    const ABANDONED: u8 = 2;

    /// From now on the waiting thread waits for the result.
    fn finish(&self) -> Result<(), VaultFault> {
        self.leave_for(Self::FINISHED).then_some(()).ok_or(VaultFault::NoAnswer)
    }

    /// From now on the working thread undoes what it did. `false`: it had just finished.
    fn abandon(&self) -> bool {
        self.leave_for(Self::ABANDONED)
    }

    fn is_abandoned(&self) -> bool {
        self.0.load(Ordering::SeqCst) == Self::ABANDONED
    }

    fn leave_for(&self, state: u8) -> bool {
        self.0.compare_exchange(Self::UNDER_WAY, state, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }
}

/// One use of the keyring at a time, so that a late one that is being undone cannot undo its successor.
static BUSY: Mutex<()> = Mutex::new(());

/// Does the work on a plain thread of its own, because the Linux store panics on a thread of tokio's, and waits for it.
fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce(&Turn) -> Result<T, VaultFault> + Send + 'static,
) -> Result<T, VaultFault> {
    let turn = Arc::new(Turn::default());
    let (sender, receiver) = mpsc::channel();
    let theirs = Arc::clone(&turn);
    let job = move || {
        let busy = BUSY.lock().unwrap_or_else(PoisonError::into_inner);
        let result = if theirs.is_abandoned() { Err(VaultFault::NoAnswer) } else { work(&theirs) };
        drop(busy);
        // Nobody listens any more when the time was up.
        let _ = sender.send(result);
    };
    if thread::Builder::new().name("keyring".to_owned()).spawn(job).is_err() {
        return Err(VaultFault::Failed);
    }
    match receiver.recv_timeout(limit) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) if turn.abandon() => Err(VaultFault::NoAnswer),
        Err(RecvTimeoutError::Timeout) => receiver.recv().unwrap_or(Err(VaultFault::Failed)),
        // The store panicked.
        Err(RecvTimeoutError::Disconnected) => Err(VaultFault::Failed),
    }
}

#[cfg(test)]
mod tests;
