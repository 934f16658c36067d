//! What a person at a terminal of Git Bash sees: on Windows that is no console, but a pipe with a special name.
#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::io::IsTerminal;

use common::{causes, program};
use tokio::net::windows::named_pipe::ServerOptions;

#[tokio::test]
async fn a_terminal_that_would_show_the_key_is_not_read() {
    let name = format!(r"\\.\pipe\msys-{:016x}-pty0-from-master", std::process::id());
    let _terminal = ServerOptions::new().create(&name).unwrap();
    let input = std::fs::File::open(&name).unwrap();
    assert!(input.is_terminal(), "it looks like a terminal");
    let output = program(&["--json", "--endpoint", "http://127.0.0.1:1"]).stdin(input).output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (output.status.code(), causes(&json)),
        (Some(2), vec!["foreign-terminal".to_owned()]),
        "{json}"
    );
}
