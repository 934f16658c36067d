use std::any::Any;
use std::collections::VecDeque;
use std::sync::mpsc::channel;

use keyring_core::api::{Credential, CredentialApi, CredentialStoreApi};
use keyring_core::mock;

use super::*;

mod probe;
mod several;

/// What a call to the keyring does.
enum Play {
    /// Succeeds.
    Well,
    /// Fails.
    Fail(Error),
    /// Does its work, but reports a failure.
    FailAfter(Error),
    /// Returns something other than what is there.
    Give(&'static [u8]),
}

/// An entry of keyring's own mock store. Its calls follow a script, then succeed.
struct Scripted {
    entry: Entry,
    script: Mutex<VecDeque<Play>>,
}

impl Scripted {
    fn next(&self) -> Play {
        self.script.lock().unwrap().pop_front().unwrap_or(Play::Well)
    }

    fn play<T>(
        &self,
        work: impl FnOnce(&Entry) -> keyring::Result<T>,
        given: impl FnOnce(&'static [u8]) -> T,
    ) -> keyring::Result<T> {
        match self.next() {
            Play::Well => work(&self.entry),
            Play::Fail(error) => Err(error),
            Play::FailAfter(error) => work(&self.entry).and(Err(error)),
            Play::Give(value) => Ok(given(value)),
        }
    }
}

impl CredentialApi for Scripted {
    fn set_secret(&self, secret: &[u8]) -> keyring::Result<()> {
        self.play(|entry| entry.set_secret(secret), |_| ())
    }

    fn get_secret(&self) -> keyring::Result<Vec<u8>> {
        self.play(Entry::get_secret, <[u8]>::to_vec)
    }

    fn delete_credential(&self) -> keyring::Result<()> {
        self.play(Entry::delete_credential, |_| ())
    }

    fn get_credential(&self) -> keyring::Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A place whose entry and probe follow these scripts, and a way to look into the entry past the script.
fn scripted(entry: Vec<Play>, probe: Vec<Play>) -> (Place, Entry) {
    let store = mock::Store::new().unwrap();
    let build = |name| store.build(NAMESPACE, name, None).unwrap();
    let wrap = |name, script: Vec<Play>| {
        let entry = build(name);
        Entry::new_with_credential(Arc::new(Scripted { entry, script: Mutex::new(script.into()) }))
    };
    (Place { entry: wrap("entry", entry), probe: wrap("probe", probe) }, build("entry"))
}

fn key(letter: &str) -> Credentials {
    let api_key = ApiKey::new(&letter.repeat(64)).unwrap();
    let secret_key = SecretKey::new(&letter.to_lowercase().repeat(64)).unwrap();
    Credentials { api_key, secret_key }
}

fn kept(place: &Entry) -> Option<Credentials> {
    place.get_password().ok().and_then(|value| parse(&value))
}

fn broken() -> Error {
    Error::Invalid("anything".to_owned(), "broken".to_owned())
}

#[test]
fn what_was_stored_is_read_and_replaced_and_removed() {
    let (place, entry) = scripted(vec![], vec![]);
    place.store(&key("A"), &Turn::default()).unwrap();
    assert_eq!(place.read(), Ok(key("A")));
    place.store(&key("B"), &Turn::default()).unwrap();
    assert_eq!(place.read(), Ok(key("B")));
    assert_eq!(place.remove(&Turn::default()), Ok(()));
    assert_eq!(place.read(), Err(VaultFault::Gone));
    assert_eq!(place.remove(&Turn::default()), Ok(()), "removing it twice is fine");
    assert_eq!(kept(&entry), None);
}

#[test]
fn the_value_has_two_lines_and_fits_into_windows() {
    let longest = Credentials {
        api_key: ApiKey::new(&"a".repeat(512)).unwrap(),
        secret_key: SecretKey::new(&"b".repeat(512)).unwrap(),
    };
    let value = write(&longest).unwrap();
    assert!(value.encode_utf16().count() * 2 <= 2560);
    assert_eq!(value.lines().count(), 2);
    assert_eq!(parse(&value), Some(longest));
    assert_eq!(*write(&key("A")).unwrap(), format!("1 {}\n{}", "A".repeat(64), "a".repeat(64)));
}

#[test]
fn a_value_of_another_kind_is_not_taken_for_a_key() {
    for value in [
        "",
        "1 ",
        "1 key",
        "1 key\n",
        "1 \nsecret",
        "2 key\nsecret",
        "key\nsecret",
        "1 key\nsecret\n",
        "1 a b\nc",
    ] {
        let (place, entry) = scripted(vec![], vec![]);
        entry.set_password(value).unwrap();
        assert_eq!(place.read(), Err(VaultFault::Failed), "{value:?}");
        assert_eq!(entry.get_password().unwrap(), value, "and is left alone");
    }
}

/// Each step of storing fails in turn: with nothing there before, nothing is there afterwards; with a key there before,
/// the same key is.
#[test]
fn whatever_step_fails_the_key_that_stood_there_comes_back() {
    type Script = fn() -> Vec<Play>;
    let scripts: [(&str, Script, VaultFault); 7] = [
        ("looking", || vec![Play::Fail(broken())], VaultFault::Failed),
        ("writing", || vec![Play::Well, Play::Fail(broken())], VaultFault::ReadOnly),
        ("half written", || vec![Play::Well, Play::FailAfter(broken())], VaultFault::ReadOnly),
        ("too long", || vec![Play::Well, Play::Fail(Error::TooLong(String::new(), 1))], VaultFault::TooLong),
        ("reading back", || vec![Play::Well, Play::Well, Play::Fail(broken())], VaultFault::Failed),
        ("lost", || vec![Play::Well, Play::Well, Play::Fail(Error::NoEntry)], VaultFault::ReadBackDiffers),
        (
            "differs",
            || vec![Play::Well, Play::Well, Play::Give(b"1 other\nother")],
            VaultFault::ReadBackDiffers,
        ),
    ];
    for (step, script, fault) in scripts {
        for before in [None, Some(key("A"))] {
            let mut script = script();
            if before.is_none() {
                // An absent entry is looked at a second time, once the keyring is open.
                script.insert(0, Play::Well);
            }
            let (place, entry) = scripted(script, vec![]);
            if let Some(before) = &before {
                entry.set_password(&write(before).unwrap()).unwrap();
            }
            assert_eq!(place.store(&key("B"), &Turn::default()), Err(fault), "{step}");
            assert_eq!(kept(&entry), before, "{step}");
        }
    }
}

#[test]
fn a_keyring_that_may_not_be_written_to_is_not_asked_twice() {
    let denied = || Error::NoStorageAccess(Box::new(std::io::Error::other("no")));
    let (place, entry) = scripted(vec![Play::Well, Play::Fail(denied()), Play::Fail(broken())], vec![]);
    entry.set_password(&write(&key("A")).unwrap()).unwrap();
    assert_eq!(place.store(&key("B"), &Turn::default()), Err(VaultFault::Locked));
    // The third play is still to come: putting the old value back would have used it up, and prompted the user again.
    assert!(place.entry.get_password().is_err());
    assert_eq!(kept(&entry), Some(key("A")));
}

#[test]
fn what_could_not_be_read_is_wiped_and_told_as_a_fault() {
    for error in
        [Error::BadEncoding(vec![1]), Error::BadDataFormat(vec![1], Box::new(std::io::Error::other("x")))]
    {
        let (place, _) = scripted(vec![Play::Fail(error)], vec![]);
        assert_eq!(place.read(), Err(VaultFault::Failed));
    }
}

#[test]
fn no_entry_from_a_keyring_that_is_shut_is_not_taken_for_absence() {
    let shut = || vec![Play::Fail(Error::NoStorageAccess(Box::new(std::io::Error::other("shut"))))];
    let (place, _) = scripted(vec![], shut());
    assert_eq!(place.read(), Err(VaultFault::Locked));
    let (place, _) = scripted(vec![], shut());
    assert_eq!(place.remove(&Turn::default()), Err(VaultFault::Locked));
    let (place, entry) = scripted(vec![Play::Fail(Error::NoEntry)], shut());
    entry.set_password(&write(&key("A")).unwrap()).unwrap();
    assert_eq!(place.store(&key("B"), &Turn::default()), Err(VaultFault::Locked));
    assert_eq!(kept(&entry), Some(key("A")));
    // The user unlocked it at the prompt, and now it shows the entry.
    let hidden = || vec![Play::Fail(Error::NoEntry)];
    let (place, entry) = scripted(hidden(), vec![]);
    entry.set_password(&write(&key("A")).unwrap()).unwrap();
    assert_eq!(place.read(), Ok(key("A")));
    let (place, entry) = scripted(hidden(), vec![]);
    entry.set_password(&write(&key("A")).unwrap()).unwrap();
    assert_eq!(place.remove(&Turn::default()), Ok(()));
    assert_eq!(kept(&entry), None);
}

#[test]
fn a_key_that_a_shut_keyring_did_not_show_comes_back_when_the_new_one_fails() {
    let failing: [fn() -> Vec<Play>; 2] =
        [|| vec![Play::Fail(broken())], || vec![Play::Well, Play::Fail(Error::NoEntry)]];
    for fail in failing {
        let mut script = vec![Play::Fail(Error::NoEntry), Play::Well];
        script.extend(fail());
        let (place, entry) = scripted(script, vec![]);
        entry.set_password(&write(&key("A")).unwrap()).unwrap();
        assert!(place.store(&key("B"), &Turn::default()).is_err());
        assert_eq!(kept(&entry), Some(key("A")));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_keyring_is_found_nothing_counts_as_removed() {
    let none = || vec![Play::Fail(Error::NoStorageAccess(Box::new(secret_service::Error::NoResult)))];
    // KeePassXC, for one, has no keyring to show while its database is closed.
    let (place, _) = scripted(vec![], none());
    assert_eq!(place.remove(&Turn::default()), Err(VaultFault::NoCollection));
    let (place, _) = scripted(vec![], none());
    assert_eq!(place.read(), Err(VaultFault::NoCollection));
}

/// With the probe, written as the program writes it.
#[cfg(windows)]
#[test]
fn what_is_kept_stays_on_this_computer() {
    let Place { probe, .. } = open(PROBE).unwrap();
    probe.set_password(PROBE).unwrap();
    let attributes = probe.get_attributes();
    probe.delete_credential().unwrap();
    let attributes = attributes.unwrap();
    assert_eq!(attributes["persistence"].to_lowercase(), "local");
    assert_eq!(attributes["target_name"], on_windows(PROBE), "which the uninstaller takes it for");
}

/// The name that Windows' credential manager gives to this entry.
fn on_windows(name: &str) -> String {
    format!("{}.{NAMESPACE}", user(name))
}

#[test]
fn the_uninstaller_for_windows_forgets_all_that_is_kept() {
    let script = include_str!("../../../src-tauri/windows/uninstall.nsh");
    let forgotten: Vec<_> = script
        .lines()
        .filter_map(|line| line.trim().strip_prefix("!insertmacro FORGET_CREDENTIAL "))
        .map(|name| name.trim_matches('"').to_owned())
        .collect();
    let kept: Vec<_> =
        Slot::all().map(name).chain([PROBE.to_owned()]).map(|name| on_windows(&name)).collect();
    assert_eq!(forgotten, kept);
}

/// A keyring that does not answer: the user is told in time, a late store writes nothing, and the next use waits for it to end.
#[test]
fn a_late_store_undoes_itself_before_the_next_one_begins() {
    let (place, entry) = scripted(vec![], vec![]);
    let (answer, unanswered) = channel::<()>();
    place.store(&key("A"), &Turn::default()).unwrap();
    let late = within(Duration::from_millis(50), move |turn| {
        // The prompt stays open; meanwhile the user is told.
        unanswered.recv().unwrap();
        assert!(turn.is_abandoned());
        place.store(&key("B"), turn)
    });
    assert_eq!(late, Err(VaultFault::NoAnswer));
    let next = thread::spawn(|| within(LIMIT, move |_| Ok(kept(&entry))));
    answer.send(()).unwrap();
    assert_eq!(next.join().unwrap(), Ok(Some(key("A"))), "the second key was never written");
}

#[test]
fn a_removal_that_was_given_up_removes_nothing() {
    let (place, entry) = scripted(vec![], vec![]);
    place.store(&key("A"), &Turn::default()).unwrap();
    let turn = Turn::default();
    turn.abandon();
    assert_eq!(place.remove(&turn), Err(VaultFault::NoAnswer));
    assert_eq!(kept(&entry), Some(key("A")), "the user was told that it is still there");
}

#[test]
fn a_removal_that_was_given_up_while_it_removed_puts_the_key_back() {
    let (place, entry) = scripted(vec![], vec![]);
    place.store(&key("A"), &Turn::default()).unwrap();
    let turn = Arc::new(Turn::default());
    let place = giving_up(place, &turn);
    assert_eq!(place.remove(&turn), Err(VaultFault::NoAnswer));
    assert_eq!(kept(&entry), Some(key("A")), "the user was told that it is still there");
}

#[test]
fn a_keyring_that_stays_shut_is_not_asked_to_remove() {
    let shut = Error::NoStorageAccess(Box::new(std::io::Error::other("shut")));
    let (place, entry) = scripted(vec![Play::Fail(shut), Play::Fail(broken())], vec![]);
    entry.set_password(&write(&key("A")).unwrap()).unwrap();
    assert_eq!(place.remove(&Turn::default()), Err(VaultFault::Locked));
    // The second play is still to come: a deletion would have used it up, and prompted the user again.
    assert!(place.entry.get_password().is_err());
    assert_eq!(kept(&entry), Some(key("A")));
    // What is there but cannot be read can be removed.
    let (place, entry) = scripted(vec![Play::Fail(broken())], vec![]);
    entry.set_password("half a key").unwrap();
    assert_eq!(place.remove(&Turn::default()), Ok(()));
    assert!(matches!(entry.get_password(), Err(Error::NoEntry)));
}

#[test]
fn a_store_that_was_given_up_while_it_wrote_takes_the_key_back() {
    let (place, entry) = scripted(vec![], vec![]);
    let turn = Turn::default();
    place.store(&key("A"), &turn).unwrap();
    assert!(!turn.abandon(), "it had just finished, and its result is waited for");
    let turn = Arc::new(Turn::default());
    // Given up while writing, as if the prompt had appeared only then.
    let place = giving_up(place, &turn);
    assert_eq!(place.store(&key("B"), &turn), Err(VaultFault::NoAnswer));
    assert_eq!(kept(&entry), Some(key("A")));
}

fn giving_up(place: Place, turn: &Arc<Turn>) -> Place {
    let entry = GivesUp { entry: place.entry, turn: Arc::clone(turn) };
    Place { entry: Entry::new_with_credential(Arc::new(entry)), probe: place.probe }
}

/// An entry that makes the waiting thread give up as soon as something is written or deleted.
struct GivesUp {
    entry: Entry,
    turn: Arc<Turn>,
}

impl CredentialApi for GivesUp {
    fn set_secret(&self, secret: &[u8]) -> keyring::Result<()> {
        self.turn.abandon();
        self.entry.set_secret(secret)
    }

    fn get_secret(&self) -> keyring::Result<Vec<u8>> {
        self.entry.get_secret()
    }

    fn delete_credential(&self) -> keyring::Result<()> {
        self.turn.abandon();
        self.entry.delete_credential()
    }

    fn get_credential(&self) -> keyring::Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[test]
fn a_store_that_panics_is_a_fault_and_not_the_end() {
    let panicked = within(LIMIT, |_| -> Result<(), VaultFault> { panic!("as the Linux store does") });
    assert_eq!(panicked, Err(VaultFault::Failed));
    assert_eq!(within(LIMIT, |_| Ok(1)), Ok(1), "and the next use works");
}
