//! What the program does to the keyring and the clipboard of a desktop, on real ones made for each test.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where something is not as it should be")]

mod clipboard;
mod display;
mod session;
mod vault;
