//! What a person at a terminal sees.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use common::{API_KEY, SECRET_KEY, practice, right_input};
use smartradex_practice::Scenario;

/// Where a secret key pasted as two lines is split.
const SPLIT: usize = 40;

/// The program in a terminal of its own, and what that terminal shows. Afterwards a shell has the terminal.
struct Terminal {
    child: Child,
    hand: ChildStdin,
    shown: Vec<u8>,
}

impl Terminal {
    /// Starts the program, and waits until it hides what is typed.
    fn open(url: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_smartradex-verify");
        let line = format!(
            "'{program}' --lang en --endpoint {url}; echo \"status: $?\"; read -r line; echo \"then: $line\""
        );
        let mut child = Command::new("script")
            .args(["-qec", &line, "/dev/null"])
            .env("SHELL", "/bin/sh")
            .env_remove("http_proxy")
            .env_remove("HTTP_PROXY")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let hand = child.stdin.take().unwrap();
        let mut terminal = Self { child, hand, shown: Vec::new() };
        terminal.read_until("They are not shown.");
        // A first character, because the prompt appears a moment before the terminal stops echoing. It is not
        // part of a key.
        terminal.paste(" ");
        terminal.read_until("•");
        terminal
    }

    /// Sends the whole text at once, as pasting does. The Enter key sends a carriage return.
    fn paste(&mut self, text: &str) {
        self.hand.write_all(text.replace('\n', "\r").as_bytes()).unwrap();
    }

    /// Waits until these words have been shown.
    fn read_until(&mut self, words: &str) {
        let output = self.child.stdout.as_mut().unwrap();
        let mut piece = [0; 256];
        while !String::from_utf8_lossy(&self.shown).contains(words) {
            let count = output.read(&mut piece).unwrap();
            assert!(count > 0, "ended without {words:?}: {}", String::from_utf8_lossy(&self.shown));
            self.shown.extend(&piece[..count]);
        }
    }

    /// Everything shown until the program ends. The shell then reads the next line that is typed.
    fn end(mut self) -> String {
        self.read_until("status: ");
        self.paste("the next line\n");
        self.child.stdout.take().unwrap().read_to_end(&mut self.shown).unwrap();
        assert!(self.child.wait().unwrap().success());
        let shown = String::from_utf8_lossy(&self.shown).into_owned();
        assert!(shown.contains("then: the next line"), "{shown}");
        assert!(!shown.contains(&API_KEY[..8]) && !shown.contains(&SECRET_KEY[..8]), "{shown}");
        assert!(!shown.contains(&SECRET_KEY[SPLIT..][..8]), "{shown}");
        shown
    }
}

/// What is shown when `text` is pasted.
async fn shown_after(text: String) -> String {
    let (server, _) = practice(Scenario::Good).await;
    let url = server.url();
    let shown = tokio::task::spawn_blocking(move || {
        let mut terminal = Terminal::open(&url);
        terminal.paste(&text);
        terminal.end()
    });
    shown.await.unwrap()
}

fn dots(shown: &str) -> usize {
    // Not counting that of the first character, which is not part of the key.
    shown.matches('•').count() - 1
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_shows_dots_instead_of_the_key() {
    let shown = shown_after(right_input()).await;
    assert!(shown.contains("verified by Binance") && shown.contains("status: 0"), "{shown}");
    assert_eq!(dots(&shown), API_KEY.len() + SECRET_KEY.len(), "{shown}");
    assert!(shown.contains("Beware: this program does not talk to Binance"), "{shown}");
}

/// As over a slow line: each piece may arrive while the program is busy with the last one.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_shown_of_a_key_that_arrives_piece_by_piece() {
    let (server, _) = practice(Scenario::Good).await;
    let url = server.url();
    let shown = tokio::task::spawn_blocking(move || {
        let mut terminal = Terminal::open(&url);
        for sign in right_input().chars() {
            terminal.paste(&sign.to_string());
        }
        terminal.end()
    });
    let shown = shown.await.unwrap();
    assert!(shown.contains("status: 0"), "{shown}");
    assert_eq!(dots(&shown), API_KEY.len() + SECRET_KEY.len(), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pasted_beyond_the_key_does_not_reach_the_shell() {
    let shown = shown_after(format!("{}{SECRET_KEY}\n", right_input())).await;
    assert!(shown.contains("status: 0"), "{shown}");
    assert_eq!(dots(&shown), API_KEY.len() + SECRET_KEY.len(), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_pasted_in_two_lines_is_read_whole() {
    let (begin, rest) = SECRET_KEY.split_at(SPLIT);
    let shown = shown_after(format!("{API_KEY}\n{begin}\n{rest}\n")).await;
    assert!(shown.contains("status: 0"), "{shown}");
    assert_eq!(dots(&shown), API_KEY.len() + SECRET_KEY.len(), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unusual_key_is_ended_by_an_empty_line() {
    let shown = shown_after(format!("{API_KEY}\n{}\n\n", &SECRET_KEY[1..])).await;
    assert!(shown.contains("This value has 63 characters") && shown.contains("status: 1"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_empty_line_ends_what_was_doubtful_before_it_was_wrong() {
    let shown = shown_after(format!("{API_KEY}\n{}\n{SECRET_KEY}\n\n", &SECRET_KEY[..SPLIT])).await;
    assert!(shown.contains("status: 1"), "{shown}");
}
