//! The operating system's keyring. Only this crate knows about it, and a key is kept nowhere else. The crate also keeps keys
//! out of what a crash leaves behind ([`keep_crashes_quiet`]).
//!
//! Every function that uses the keyring blocks, for at most a little over five seconds (a minute on macOS), and may be called from any
//! thread.

mod crash;
mod fault;

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

pub use crash::keep_crashes_quiet;

/// How long the keyring may take. It answers within 100 ms by itself; if it takes longer, a prompt is waiting for the user or the service
/// hangs, and the library would wait for ever.
#[cfg(not(target_os = "macos"))]
const LIMIT: Duration = Duration::from_secs(5);
/// On macOS the keychain prompts when it is used, and again after each update of the program. An answer after this time is lost, so it is
/// long enough to find a password and type it.
#[cfg(target_os = "macos")]
const LIMIT: Duration = Duration::from_secs(60);
/// The program's identifier: the service of every entry, and the beginning of its user name.
const NAMESPACE: &str = "fr.smartradex.setup";
/// Name and value of the entry that is written and deleted to find out whether the keyring is open.
const PROBE: &str = "probe";
/// How often the probe is tried: another program of the user's that probes at the same moment, the window or `smartradex-verify`, deletes
/// it in between.
const TRIES: usize = 3;
/// The longest value that Windows' credential manager accepts, in characters (2,560 bytes of UTF-16).
const MAX_CHARS: usize = 1280;
/// What every value begins with: the version of its format. A value that begins otherwise comes from another program or a later version.
const FORMAT: &str = "1 ";

/// Keeps a key: write, read back, compare. What was there before is put back if any of this fails.
///
/// # Errors
/// Why the key is not kept.
pub fn store(slot: Slot, credentials: Credentials) -> Result<(), VaultFault> {
    within(LIMIT, move |turn| still_there(place(slot)?.store(&credentials, turn)))
}

/// Reads a key.
///
/// # Errors
/// [`VaultFault::Gone`] if the keyring is open and holds no such key; otherwise why it could not be read.
pub fn read(slot: Slot) -> Result<Credentials, VaultFault> {
    within(LIMIT, move |_| still_there(place(slot)?.read()))
}

/// Removes a key; it is fine if an open keyring holds none. After [`VaultFault::NoAnswer`] the key is not removed late, behind the user's
/// back.
///
/// # Errors
/// Why it may still be there. [`VaultFault::NoService`] and [`VaultFault::NoCollection`] say that there was nowhere to look: a computer
/// that never had a keyring answers like this, and so does one whose keyring is closed. Only whoever knows what was kept can tell them apart.
pub fn remove(slot: Slot) -> Result<(), VaultFault> {
    within(LIMIT, move |turn| still_there(place(slot)?.remove(turn)))
}

/// Writes, reads and deletes a meaningless value, to see whether the keyring does all three.
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

/// The name of a key's entry, without the [`NAMESPACE`] before it.
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
        let kept = self.look()?.map(Zeroizing::new);
        // The user may have left a prompt open, been told so, and gone on: write nothing behind their back.
        if turn.is_abandoned() {
            return Err(VaultFault::NoAnswer);
        }
        let previous = match kept {
            Ok(previous) => Some(previous),
            // The keyring is open, because the probe was written to it, so nothing is there; if storing fails, the new entry may be
            // removed.
            Err(Error::NoEntry) => None,
            Err(Error::Ambiguous(entries)) => only_one(&entries).map_err(fault)?,
            Err(error) => return Err(fault(error)),
        };
        match self.entry.set_password(&value) {
            Ok(()) => {}
            // Nothing was written, and putting the previous value back would only prompt the user again.
            Err(error) if is_shut(&error) => return Err(fault(error)),
            Err(error) => {
                self.put_back(previous.as_deref());
                // The keyring has just been read or, for the probe, written to: only this write fails.
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
        let kept = match self.look()?.map(Zeroizing::new) {
            // Nothing says which of several keys is the right one. This is not `Gone`: there is a key.
            Err(Error::Ambiguous(entries)) => agreed(&entries).ok_or(VaultFault::Failed)?,
            kept => kept.map_err(fault)?,
        };
        parse(&kept).ok_or(VaultFault::Failed)
    }

    fn remove(&self, turn: &Turn) -> Result<(), VaultFault> {
        let kept = match self.look() {
            // The keyring is locked, and the user did not unlock it: deleting would only prompt them again.
            Ok(Err(error)) if is_shut(&error) => Err(fault(error)),
            kept => kept.map(|kept| kept.map(Zeroizing::new)),
        };
        let previous = match kept {
            Ok(Ok(previous)) => Some(previous),
            Ok(Err(Error::NoEntry)) => return Ok(()),
            Ok(Err(Error::Ambiguous(entries))) => agreed(&entries),
            // What cannot be read can still be removed.
            Ok(Err(_)) => None,
            Err(fault) => return Err(fault),
        };
        // Looking may have waited for the user, who has been told in the meantime that nothing came of it.
        if turn.is_abandoned() {
            return Err(VaultFault::NoAnswer);
        }
        delete(&self.entry).map_err(fault)?;
        let outcome = turn.finish();
        // The user has been told in the meantime that it is still there.
        if outcome.is_err() && previous.is_some() {
            self.put_back(previous.as_deref());
        }
        outcome
    }

    /// Makes sure that the keyring is open, by writing, reading and deleting the probe. A locked keyring may deny having an entry that it
    /// holds; once it has accepted a write, it is open and tells the truth.
    fn open_keyring(&self) -> Result<(), VaultFault> {
        let mut tries = 1;
        loop {
            match self.probe() {
                // As if another program had deleted it in between. Other faults would only prompt the user again.
                Err(VaultFault::ReadOnly | VaultFault::ReadBackDiffers | VaultFault::Failed)
                    if tries < TRIES =>
                {
                    tries += 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn probe(&self) -> Result<(), VaultFault> {
        self.probe.set_password(PROBE).map_err(writing_fault)?;
        match self.probe.get_password() {
            Ok(_) => delete(&self.probe).map_err(fault),
            // Deleting it would only prompt the user again.
            Err(error) if is_shut(&error) => Err(fault(error)),
            Err(error) => {
                // Whatever became of it, nothing of it stays. The first fault is the one that is reported.
                let _ = delete(&self.probe);
                // What has just been written is not there.
                let lost = matches!(error, Error::NoEntry);
                Err(if lost { VaultFault::ReadBackDiffers } else { fault(error) })
            }
        }
    }

    /// What the entry holds. "No entry" is believed only of an open keyring.
    fn look(&self) -> Result<keyring::Result<String>, VaultFault> {
        let kept = self.entry.get_password();
        if matches!(kept, Err(Error::NoEntry)) {
            self.open_keyring()?;
            return Ok(self.entry.get_password());
        }
        Ok(kept)
    }

    fn put_back(&self, previous: Option<&String>) {
        // If this fails too, nothing better can be done; the first fault is the one that is reported.
        let _ = match previous {
            Some(value) => self.entry.set_password(value),
            None => delete(&self.entry),
        };
    }
}

/// Deletes an entry, each of them if there are several. It is fine if there is none, or if another program was faster.
fn delete(entry: &Entry) -> keyring::Result<()> {
    match entry.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        Err(Error::Ambiguous(entries)) => entries.iter().try_for_each(delete),
        done => done,
    }
}

/// What several entries hold, if all of them hold the same.
fn agreed(entries: &[Entry]) -> Option<Zeroizing<String>> {
    let mut values = entries.iter().map(|entry| entry.get_password().map(Zeroizing::new).ok());
    let first = values.next()??;
    values.all(|value| value.is_some_and(|value| *value == *first)).then_some(first)
}

/// Makes way among several entries, of which none could be written to: keeps the first if they all hold the same, which is returned, and
/// otherwise none, so that what nothing could read is not taken for the right one of them later.
fn only_one(entries: &[Entry]) -> keyring::Result<Option<Zeroizing<String>>> {
    let value = agreed(entries);
    let kept = usize::from(value.is_some());
    entries.iter().skip(kept).try_for_each(delete)?;
    Ok(value)
}

/// An unspecific failure may mean that the service has gone, which only opening it anew can tell.
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

/// Opens the store anew each time. Through [`keyring::Entry`], a service missing once would stay missing until the program ends, and a
/// restarted one would be asked for a session that it no longer knows.
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

/// Keeps the entries on this computer: by default ("enterprise") Windows lets them follow the user to a company's other computers.
#[cfg(windows)]
const MODIFIERS: [(&str, &str); 1] = [("persistence", "local")];

#[cfg(target_os = "macos")]
const MODIFIERS: [(&str, &str); 0] = [];

fn user(name: &str) -> String {
    format!("{NAMESPACE}/{name}")
}

/// The state of one use of the keyring, shared by the thread that does it and the one that waits for it.
#[derive(Default)]
struct Turn(AtomicU8);

impl Turn {
    const UNDER_WAY: u8 = 0;
    const FINISHED: u8 = 1;
    const ABANDONED: u8 = 2;

    /// Done: from now on the waiting thread waits for the result, unless it has already given up.
    fn finish(&self) -> Result<(), VaultFault> {
        self.leave_for(Self::FINISHED).then_some(()).ok_or(VaultFault::NoAnswer)
    }

    /// Gives up: from now on the working thread undoes what it does. `false` if it has just finished.
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

/// One use of the keyring at a time: a late one that is being undone must not undo its successor.
static BUSY: Mutex<()> = Mutex::new(());

/// Does the work on a thread of its own, because the Linux store panics on one of tokio's, and waits for it for at most `limit`.
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
        // If the time was up, nobody is listening any more.
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
