//! The vault against a real gnome-keyring: there, absent, locked, hung, and killed in the middle.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_vault as vault;
use smartradex_wizard::{Bot, Slot, Target, VaultFault};

use crate::display::Display;
use crate::session::{Bus, User, inside, wait_until};

const PASSWORD: &str = "keyring password";
const BITCOIN: Slot = Slot { target: Target::Binance, bot: Bot::Bitcoin };
const ETHER: Slot = Slot { target: Target::Binance, bot: Bot::Ether };
const PRETEND: Slot = Slot { target: Target::Practice, bot: Bot::Bitcoin };

fn key(letter: &str) -> Credentials {
    Credentials {
        api_key: ApiKey::new(&letter.repeat(64)).unwrap(),
        secret_key: SecretKey::new(&letter.to_lowercase().repeat(64)).unwrap(),
    }
}

/// Starts the service with the user's keyring open, as logging in does.
fn unlock() {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets", "--daemonize"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    daemon.stdin.take().unwrap().write_all(PASSWORD.as_bytes()).unwrap();
    assert!(daemon.wait().unwrap().success());
    wait_until("the service is on the bus", || service_pid().is_some());
}

/// Sends a signal to the service.
fn signal(name: &str) {
    let kill = format!("kill -{name} {}", service_pid().unwrap());
    // It is built into the shell; not every computer has the program of that name.
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
}

fn service_pid() -> Option<String> {
    let bus = "org.freedesktop.DBus";
    let answer = Command::new("dbus-send")
        .args(["--session", "--print-reply=literal", &format!("--dest={bus}"), "/org/freedesktop/DBus"])
        .args([&format!("{bus}.GetConnectionUnixProcessID"), "string:org.freedesktop.secrets"])
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(answer.stdout).unwrap();
    answer.status.success().then(|| text.split_whitespace().last().unwrap().to_owned())
}

#[test]
fn a_key_is_stored_read_replaced_and_removed() {
    let Some(_) = inside() else {
        return User::new().log_in(
            "vault::a_key_is_stored_read_replaced_and_removed",
            "all",
            Bus::Activating,
            None,
        );
    };
    unlock();
    assert_eq!(vault::read(BITCOIN), Err(VaultFault::Gone));
    assert_eq!(vault::remove(BITCOIN), Ok(()), "removing what is not there is fine");
    assert_eq!(vault::store(BITCOIN, key("A")), Ok(()));
    assert_eq!(vault::store(ETHER, key("B")), Ok(()));
    assert_eq!(vault::store(PRETEND, key("C")), Ok(()));
    assert_eq!(vault::read(BITCOIN), Ok(key("A")));
    assert_eq!(vault::store(BITCOIN, key("D")), Ok(()));
    assert_eq!(vault::remove(PRETEND), Ok(()));
    assert_eq!(vault::read(PRETEND), Err(VaultFault::Gone));
    assert_eq!(vault::read(BITCOIN), Ok(key("D")), "each has a place of its own");
    assert_eq!(vault::read(ETHER), Ok(key("B")));
    assert_eq!(vault::probe(), Ok(()));
    // The store's library panics on a thread of tokio's; the vault does not.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
    let from_worker = runtime.block_on(async { tokio::spawn(async { vault::read(BITCOIN) }).await.unwrap() });
    assert_eq!(from_worker, Ok(key("D")));
}

#[test]
fn without_a_bus_or_a_service_every_use_says_so() {
    if inside().is_none() {
        let test = "vault::without_a_bus_or_a_service_every_use_says_so";
        User::new().log_in(test, "no bus", Bus::None, None);
        return User::new().log_in(test, "no service", Bus::Silent, None);
    }
    assert_eq!(vault::store(BITCOIN, key("A")), Err(VaultFault::NoService));
    assert_eq!(vault::read(BITCOIN), Err(VaultFault::NoService));
    assert_eq!(vault::remove(BITCOIN), Err(VaultFault::NoService));
    assert_eq!(vault::probe(), Err(VaultFault::NoService));
}

#[test]
fn a_service_that_comes_later_is_found_without_a_new_start() {
    if inside().is_none() {
        let test = "vault::a_service_that_comes_later_is_found_without_a_new_start";
        return User::new().log_in(test, "all", Bus::Silent, None);
    }
    assert_eq!(vault::store(BITCOIN, key("A")), Err(VaultFault::NoService));
    unlock();
    assert_eq!(vault::store(BITCOIN, key("A")), Ok(()));
}

#[test]
fn where_nobody_made_a_keyring_this_is_told() {
    if inside().is_none() {
        return User::new().log_in(
            "vault::where_nobody_made_a_keyring_this_is_told",
            "all",
            Bus::Activating,
            None,
        );
    }
    assert_eq!(vault::store(BITCOIN, key("A")), Err(VaultFault::NoCollection));
    assert_eq!(vault::read(BITCOIN), Err(VaultFault::NoCollection));
    assert_eq!(
        vault::remove(BITCOIN),
        Err(VaultFault::NoCollection),
        "a keyring that is closed looks the same, so only the records tell whether a key was kept"
    );
}

#[test]
fn a_locked_keyring_keeps_what_it_has_and_takes_nothing() {
    let test = "vault::a_locked_keyring_keeps_what_it_has_and_takes_nothing";
    let Some((part, _)) = inside() else {
        let user = User::new();
        for part in ["open", "locked", "open again"] {
            user.log_in(test, part, Bus::Activating, None);
        }
        return;
    };
    match part.as_str() {
        "open" => {
            unlock();
            assert_eq!(vault::store(BITCOIN, key("A")), Ok(()));
        }
        // The service starts by itself, and nobody is there to open the keyring.
        "locked" => {
            assert_eq!(vault::read(BITCOIN), Err(VaultFault::Dismissed));
            assert_eq!(vault::store(BITCOIN, key("B")), Err(VaultFault::Dismissed));
            assert_eq!(vault::remove(BITCOIN), Err(VaultFault::Dismissed));
            assert_eq!(
                vault::read(ETHER),
                Err(VaultFault::Dismissed),
                "no entry from a locked keyring is not absence"
            );
            assert_eq!(vault::store(ETHER, key("B")), Err(VaultFault::Dismissed));
        }
        _ => {
            unlock();
            assert_eq!(vault::read(BITCOIN), Ok(key("A")));
            assert_eq!(vault::read(ETHER), Err(VaultFault::Gone));
        }
    }
}

#[test]
fn a_service_killed_in_the_middle_loses_nothing() {
    if inside().is_none() {
        return User::new().log_in(
            "vault::a_service_killed_in_the_middle_loses_nothing",
            "all",
            Bus::Silent,
            None,
        );
    }
    unlock();
    assert_eq!(vault::store(BITCOIN, key("A")), Ok(()));
    signal("KILL");
    wait_until("the service is gone", || service_pid().is_none());
    assert_eq!(vault::read(BITCOIN), Err(VaultFault::NoService));
    assert_eq!(vault::store(BITCOIN, key("B")), Err(VaultFault::NoService));
    unlock();
    assert_eq!(vault::read(BITCOIN), Ok(key("A")));
    // And killed while it works: whatever the answer, either the old key or the new one is there, whole.
    for round in 0..20 {
        let before = vault::read(BITCOIN).unwrap();
        let new = key(if round % 2 == 0 { "C" } else { "D" });
        let storing = std::thread::spawn({
            let new = new.clone();
            move || vault::store(BITCOIN, new)
        });
        std::thread::sleep(Duration::from_millis(round * 4));
        signal("KILL");
        let stored = storing.join().unwrap();
        wait_until("the service is gone", || service_pid().is_none());
        unlock();
        let now = vault::read(BITCOIN).unwrap();
        match stored {
            Ok(()) => assert_eq!(now, new, "what was called stored is there"),
            Err(_) => assert!(now == before || now == new, "nothing between the two"),
        }
    }
}

#[test]
fn a_service_that_hangs_is_given_up_and_what_it_was_told_is_not_done_later() {
    if inside().is_none() {
        let test = "vault::a_service_that_hangs_is_given_up_and_what_it_was_told_is_not_done_later";
        return User::new().log_in(test, "all", Bus::Silent, None);
    }
    unlock();
    assert_eq!(vault::store(BITCOIN, key("A")), Ok(()));
    signal("STOP");
    let start = Instant::now();
    assert_eq!(vault::store(BITCOIN, key("B")), Err(VaultFault::NoAnswer));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    signal("CONT");
    // This waits until the store that was given up is over.
    assert_eq!(vault::read(BITCOIN), Ok(key("A")));
}

#[test]
fn a_prompt_left_unanswered_is_told_and_once_answered_the_key_is_there() {
    let test = "vault::a_prompt_left_unanswered_is_told_and_once_answered_the_key_is_there";
    let Some((part, _)) = inside() else {
        let (user, display) = (User::new(), Display::start());
        user.log_in(test, "open", Bus::Activating, None);
        return user.log_in(test, "locked", Bus::Activating, Some(display.name()));
    };
    if part == "open" {
        unlock();
        assert_eq!(vault::store(BITCOIN, key("A")), Ok(()));
        return;
    }
    assert_eq!(vault::read(BITCOIN), Err(VaultFault::NoAnswer));
    let prompt = || {
        let found =
            Command::new("xdotool").args(["search", "--onlyvisible", "--class", "gcr-prompter"]).output();
        String::from_utf8(found.unwrap().stdout).unwrap().lines().next().map(str::to_owned)
    };
    wait_until("the prompt is seen", || prompt().is_some());
    let window = prompt().unwrap();
    assert!(Command::new("xdotool").args(["windowfocus", "--sync", &window]).status().unwrap().success());
    let typed = Command::new("xdotool").args(["type", PASSWORD]).status().unwrap();
    let entered = Command::new("xdotool").args(["key", "Return"]).status().unwrap();
    assert!(typed.success() && entered.success());
    assert_eq!(vault::read(BITCOIN), Ok(key("A")));
}
