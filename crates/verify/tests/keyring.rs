//! The key kept by the program with the window, in a real keyring.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod common;
#[path = "common/session.rs"]
mod session;

use std::collections::HashMap;

use common::{API_KEY, SECRET_KEY, causes, exchange, run};
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use session::{in_a_session, is_inside, open_keyring};
use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_practice::ServedKey;
use smartradex_wizard::{Bot, Slot, Target, VaultFault};

fn key() -> Credentials {
    Credentials { api_key: ApiKey::new(API_KEY).unwrap(), secret_key: SecretKey::new(SECRET_KEY).unwrap() }
}

#[test]
fn the_kept_key_is_checked_and_compared_with_the_other_bots() {
    if !is_inside() {
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

    smartradex_vault::store(Slot { target: Target::Binance, bot: Bot::Bitcoin }, key()).unwrap();
    assert_eq!(check("btc-spot").status, 2, "a real key is not taken to another address");

    let slot = |bot| Slot { target: Target::OtherAddress, bot };
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
fn another_key_that_cannot_be_read_is_told_and_several_are_removed() {
    if !is_inside() {
        return in_a_session("another_key_that_cannot_be_read_is_told_and_several_are_removed");
    }
    open_keyring();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(exchange(ServedKey::good(API_KEY, SECRET_KEY)));
    let slot = |bot| Slot { target: Target::OtherAddress, bot };
    smartradex_vault::store(slot(Bot::Bitcoin), key()).unwrap();
    let check = || {
        let said = run(&["--json", "--from-keyring", "btc-spot", "--endpoint", &server.url()], b"");
        let checks = said.json()["checks"].as_array().unwrap().clone();
        let other = checks.iter().find(|line| line["id"] == "other-bot").map(|line| line["state"].clone());
        (said.status, other)
    };
    assert_eq!(check(), (0, None), "there is no other key");

    // Two entries under one name, as after two keyrings were merged.
    for value in ["1 one\nkey", "1 another\nkey"] {
        let service = SecretService::connect(EncryptionType::Plain).unwrap();
        let name = "fr.smartradex.setup/other-address/eth-spot";
        let attributes = HashMap::from([("service", "fr.smartradex.setup"), ("username", name)]);
        let keyring = service.get_default_collection().unwrap();
        keyring.create_item("an entry", attributes, value.as_bytes(), false, "text/plain").unwrap();
    }
    assert_eq!(smartradex_vault::read(slot(Bot::Ether)), Err(VaultFault::Failed));
    assert_eq!(check(), (0, Some("unknown".into())), "a key that cannot be read is there all the same");

    assert_eq!(smartradex_vault::remove(slot(Bot::Ether)), Ok(()));
    assert_eq!(smartradex_vault::read(slot(Bot::Ether)), Err(VaultFault::Gone));
    assert_eq!(check(), (0, None));
}

/// As the window and `smartradex-verify doctor` may.
#[test]
fn two_programs_may_probe_the_keyring_at_the_same_moment() {
    const TOGETHER: &str = "SMARTRADEX_VERIFY_PROBES";
    let test = "two_programs_may_probe_the_keyring_at_the_same_moment";
    if std::env::var_os(TOGETHER).is_some() {
        for _ in 0..100 {
            assert_eq!(smartradex_vault::probe(), Ok(()));
        }
        return;
    }
    if !is_inside() {
        return in_a_session(test);
    }
    open_keyring();
    let start = || {
        let mut program = std::process::Command::new(std::env::current_exe().unwrap());
        program.args(["--exact", test]).env(TOGETHER, "1").spawn().unwrap()
    };
    for mut program in [start(), start()] {
        assert!(program.wait().unwrap().success());
    }
    let service = SecretService::connect(EncryptionType::Plain).unwrap();
    let probe = HashMap::from([("username", "fr.smartradex.setup/probe")]);
    let left = service.search_items(probe).unwrap();
    assert!(left.unlocked.is_empty() && left.locked.is_empty(), "nothing of the probe is left");
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
