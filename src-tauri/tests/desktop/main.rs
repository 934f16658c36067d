//! What the program does to a desktop, on real ones made for each test: the keyring and the clipboard.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where something is not as it should be")]

mod clipboard;
mod display;
mod session;
mod vault;
