//! The operating system's keyring, for programs without a window too.
//!
//! The code is the window's own, so that there is one file only that names the keyring. Its tests run there, which is why nothing of it is
//! compiled for tests here.

#[cfg(not(test))]
#[path = "../../../src-tauri/src/vault.rs"]
mod vault;

#[cfg(not(test))]
pub use vault::{probe, read, remove, store};
