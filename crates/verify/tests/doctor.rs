//! `smartradex-verify doctor`, on computers where one thing after another is wrong.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod common;
#[path = "common/session.rs"]
mod session;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use common::{practice, program};
use serde_json::Value;
use session::{in_a_session, is_inside, open_keyring};
use smartradex_practice::Scenario;

/// Far more than the ten seconds that the doctor may take.
const BOUND: Duration = Duration::from_secs(40);

/// What the doctor says, and how it ends.
struct Found {
    status: i32,
    json: Value,
}

impl Found {
    fn state(&self, id: &str) -> &str {
        let lines = self.json["lines"].as_array().unwrap();
        let line = lines.iter().find(|line| line["id"] == id).unwrap_or_else(|| panic!("{id} in {lines:?}"));
        line["state"].as_str().unwrap()
    }

    fn troubles(&self) -> Vec<&str> {
        self.json["troubles"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect()
    }
}

/// Runs the doctor on a computer with a screen and without a keyring. `set` changes its environment further.
fn doctor(endpoint: &str, set: impl FnOnce(&mut std::process::Command)) -> Found {
    let begun = Instant::now();
    let mut command = program(&["doctor", "--json", "--endpoint", endpoint]);
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    command.env("DISPLAY", ":0").env_remove("WAYLAND_DISPLAY");
    set(&mut command);
    let output = command.output().unwrap();
    assert!(begun.elapsed() < BOUND, "it took {:?}", begun.elapsed());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["lines"].as_array().unwrap().len(), 11, "{json}");
    assert_eq!(json["fine"].as_bool().unwrap(), json["troubles"].as_array().unwrap().is_empty());
    let status = output.status.code().unwrap();
    assert_eq!(status, if json["fine"] == true { 0 } else { 2 }, "{json}");
    Found { status, json }
}

/// The first trouble, and the state of each part of the way.
fn way(found: &Found) -> (&str, [&str; 4]) {
    (found.troubles()[0], ["dns", "tcp", "tls", "binance"].map(|part| found.state(part)))
}

#[test]
fn a_port_that_nobody_listens_on_is_told_at_the_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let found = doctor(&format!("http://{address}"), |_| ());
    assert_eq!(way(&found), ("refused", ["ok", "wrong", "ok", "unknown"]), "{}", found.json);
    assert_eq!(found.state("clock"), "unknown");
}

#[test]
fn a_name_that_nobody_knows_is_told_at_the_dns() {
    // RFC 6761 guarantees that this name never exists.
    let found = doctor("https://smartradex-practice.invalid", |_| ());
    let (trouble, states) = way(&found);
    assert!(["dns", "no-network"].contains(&trouble), "{trouble}");
    assert_eq!(states, ["wrong", "unknown", "unknown", "unknown"]);
}

#[test]
fn a_server_without_tls_is_told_at_the_certificate() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
            let _ = stream.read(&mut [0; 4096]);
        }
    });
    let found = doctor(&format!("https://{address}"), |_| ());
    assert_eq!(way(&found), ("tls", ["ok", "ok", "wrong", "unknown"]), "{}", found.json);
}

#[test]
fn a_proxy_that_does_not_answer_is_told_as_such() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = listener.local_addr().unwrap();
    drop(listener);
    let found = doctor("https://api.binance.com", |command| {
        command.env("https_proxy", format!("http://{proxy}"));
    });
    assert_eq!(way(&found), ("proxy", ["ok", "wrong", "unknown", "unknown"]), "{}", found.json);
    assert_eq!(found.state("proxy"), "wrong");
    assert!(found.json.to_string().contains(&proxy.to_string()), "it is named");
}

#[test]
fn a_server_that_never_answers_ends_the_look_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || listener.incoming().collect::<Vec<_>>());
    let found = doctor(&format!("http://{address}"), |_| ());
    assert_eq!(way(&found), ("stalled", ["ok", "ok", "ok", "wrong"]), "{}", found.json);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_answers_in_binances_stead_is_told_at_binance() {
    for (scenario, trouble) in [
        (Scenario::Firewall, "firewall"),
        (Scenario::Country, "country"),
        (Scenario::CaptivePortal, "captive-portal"),
        (Scenario::NotBinance, "not-binance"),
        (Scenario::Proxy, "proxy"),
    ] {
        let (server, _) = practice(scenario).await;
        let found = doctor(&server.url(), |_| ());
        assert_eq!(way(&found), (trouble, ["ok", "ok", "ok", "wrong"]), "{}", found.json);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_far_off_is_trouble_and_one_that_is_a_little_off_is_told() {
    for (scenario, state, said) in [
        (Scenario::Good, "ok", "right"),
        (Scenario::ClockAhead90s, "ok", "seconds fast"),
        (Scenario::ClockBehind1h, "wrong", "slow"),
        (Scenario::ClockAhead1d, "wrong", "fast"),
    ] {
        let (server, _) = practice(scenario).await;
        let found = doctor(&server.url(), |_| ());
        assert_eq!(found.state("clock"), state, "{}", found.json);
        assert_eq!(found.troubles().contains(&"clock"), state == "wrong");
        let lines = found.json["lines"].as_array().unwrap();
        let line = lines.iter().find(|line| line["id"] == "clock").unwrap();
        assert!(line["text"].as_str().unwrap().contains(said), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_keyring_and_browser_each_is_told_with_what_to_do_and_no_screen_is_missed() {
    let (server, _) = practice(Scenario::Good).await;
    let nothing = tempfile::tempdir().unwrap();
    for name in ["xdg-settings", "xdg-mime"] {
        script(nothing.path(), name, "echo");
    }
    let found = doctor(&server.url(), |command| {
        command.env("PATH", with_others(nothing.path())).env_remove("DISPLAY");
    });
    assert_eq!(found.troubles(), ["keyring-no-service", "browser"], "{}", found.json);
    assert_eq!(found.json["explanation"].as_array().unwrap().len(), 6);
    assert_eq!(found.state("display"), "unknown");
    assert_eq!(found.status, 2);

    // A program that hangs or does not exist tells nothing, which is no trouble.
    let hanging = tempfile::tempdir().unwrap();
    for name in ["xdg-settings", "xdg-mime"] {
        script(hanging.path(), name, "exec sleep 60");
    }
    let found = doctor(&server.url(), |command| {
        command.env("PATH", with_others(hanging.path()));
    });
    assert_eq!((found.state("browser"), found.troubles()), ("unknown", vec!["keyring-no-service"]));
}

#[test]
fn a_computer_on_which_all_is_well_ends_with_0_in_both_languages() {
    if !is_inside() {
        return in_a_session("a_computer_on_which_all_is_well_ends_with_0_in_both_languages");
    }
    open_keyring();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (server, _) = runtime.block_on(practice(Scenario::Good));
    let folder = tempfile::tempdir().unwrap();
    script(folder.path(), "xdg-settings", "echo firefox-esr.desktop");
    for (lang, sentence, browser) in [
        ("fr", "✓ Tout va bien", "Les liens s’ouvrent avec firefox-esr."),
        ("en", "✓ All is well", "Links open with firefox-esr."),
    ] {
        let mut command = program(&["doctor", "--lang", lang, "--endpoint", &server.url()]);
        let output = command.env("DISPLAY", ":0").env("PATH", with_others(folder.path())).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.starts_with(sentence) && said.contains(browser), "{said}");
        assert!(said.contains(&server.url()), "{said}");
        assert_eq!(said.lines().count(), 15, "a sentence, the server, eleven lines, gaps between: {said}");
        assert!(!said.contains("✗"), "{said}");
    }
}

#[test]
fn the_doctor_takes_no_key() {
    for arguments in
        [&["doctor", "--bot", "btc-spot"][..], &["doctor", "--from-keyring", "btc-spot"], &["doctor", "x"]]
    {
        let said = common::run(arguments, b"");
        assert_eq!(said.status, 64, "{arguments:?}: {}", said.out);
    }
}

/// Writes a shell script that stands in for one of the system's programs.
fn script(folder: &Path, name: &str, what: &str) {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{what}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// A PATH with this folder before all others.
fn with_others(folder: &Path) -> String {
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap())
}
