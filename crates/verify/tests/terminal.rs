//! What a person at a terminal gets to see.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use common::{API_KEY, SECRET_KEY, practice, right_input};
use smartradex_practice::Scenario;

/// Waits until these words were shown; `shown` takes all that was.
fn read_until(terminal: &mut Child, shown: &mut Vec<u8>, words: &str) {
    let output = terminal.stdout.as_mut().unwrap();
    let mut piece = [0; 256];
    while !String::from_utf8_lossy(shown).contains(words) {
        let count = output.read(&mut piece).unwrap();
        assert!(count > 0, "ended without {words:?}: {}", String::from_utf8_lossy(shown));
        shown.extend(&piece[..count]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_shows_dots_instead_of_the_key() {
    let (server, _) = practice(Scenario::Good).await;
    let url = server.url();
    let (shown, status) = tokio::task::spawn_blocking(move || {
        let program = env!("CARGO_BIN_EXE_smartradex-verify");
        // A terminal of its own.
        let mut terminal = Command::new("script")
            .args(["-qec", &format!("'{program}' --lang en --endpoint {url}"), "/dev/null"])
            .env_remove("http_proxy")
            .env_remove("HTTP_PROXY")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut hand = terminal.stdin.take().unwrap();
        let mut shown = Vec::new();
        read_until(&mut terminal, &mut shown, "They are not shown.");
        // A first letter, because the words come a moment before the terminal is silent. It is not part of a key.
        hand.write_all(b" ").unwrap();
        read_until(&mut terminal, &mut shown, "•");
        hand.write_all(right_input().replace('\n', "\r").as_bytes()).unwrap();
        read_until(&mut terminal, &mut shown, "verified by Binance");
        terminal.stdout.take().unwrap().read_to_end(&mut shown).unwrap();
        (String::from_utf8_lossy(&shown).into_owned(), terminal.wait().unwrap())
    })
    .await
    .unwrap();
    assert!(status.success(), "{shown}");
    assert!(!shown.contains(&API_KEY[..8]) && !shown.contains(&SECRET_KEY[..8]), "{shown}");
    assert_eq!(shown.matches('•').count(), 1 + API_KEY.len() + SECRET_KEY.len(), "{shown}");
    assert!(shown.contains("Beware: this program does not talk to Binance"), "{shown}");
}
