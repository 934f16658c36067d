//! The key that the program with a window keeps, in a real keyring.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod common;

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{API_KEY, SECRET_KEY, causes, exchange, run};
use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_practice::ServedKey;
use smartradex_wizard::{Bot, Slot, VaultFault};

/// Set where the test runs once more, inside a session of its own.
const INSIDE: &str = "SMARTRADEX_VERIFY_SESSION";

fn key() -> Credentials {
    Credentials { api_key: ApiKey::new(API_KEY).unwrap(), secret_key: SecretKey::new(SECRET_KEY).unwrap() }
}

/// Opens a keyring that nobody used before. It takes a moment until it is found.
fn open_keyring() {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets", "--daemonize"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    daemon.stdin.take().unwrap().write_all(b"password").unwrap();
    assert!(daemon.wait().unwrap().success());
    let until = Instant::now() + Duration::from_secs(20);
    while let Err(fault) = smartradex_vault::probe() {
        assert!(Instant::now() < until, "the keyring stays shut: {fault:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_kept_key_is_checked_and_compared_with_the_other_bots() {
    if std::env::var_os(INSIDE).is_none() {
        return in_a_session("the_kept_key_is_checked_and_compared_with_the_other_bots");
    }
    open_keyring();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(exchange(ServedKey::good(API_KEY, SECRET_KEY)));
    let check = |bot| run(&["--json", "--from-keyring", bot, "--endpoint", &server.url()], b"");

    let nothing = check("btc-spot");
    assert_eq!(
        (nothing.status, causes(&nothing.json())),
        (2, vec!["keyring-gone".to_owned()]),
        "{}",
        nothing.out
    );

    let slot = |bot| Slot { practice: false, bot };
    smartradex_vault::store(slot(Bot::Bitcoin), key()).unwrap();
    let alone = check("btc-spot");
    assert_eq!((alone.status, causes(&alone.json())), (0, vec![]), "{}", alone.out);
    assert!(!alone.out.contains("other-bot"), "there is no other bot to speak of");
    assert_eq!(smartradex_vault::read(slot(Bot::Ether)), Err(VaultFault::Gone));

    smartradex_vault::store(slot(Bot::Ether), key()).unwrap();
    for bot in ["btc-spot", "eth-spot"] {
        let same = check(bot);
        assert_eq!((same.status, causes(&same.json())), (1, vec!["other-bot".to_owned()]), "{}", same.out);
    }
}

#[test]
fn without_a_keyring_the_check_says_so() {
    let mut command = common::program(&["--json", "--from-keyring", "btc-spot"]);
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    let output = command.output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (output.status.code(), causes(&json)),
        (Some(2), vec!["keyring-no-service".to_owned()]),
        "{json}"
    );
    assert_eq!(json["explanation"].as_array().unwrap().len(), 2);
}

/// Runs a test of this file in a session with a bus and a home of its own. Its failure is the caller's.
fn in_a_session(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let output = Command::new("dbus-run-session")
        .arg("--")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .env("HOME", folder.path())
        .env("XDG_RUNTIME_DIR", folder.path())
        .env_remove("XDG_DATA_HOME")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success() && said.contains("1 passed"), "inside its session:\n{said}");
}
