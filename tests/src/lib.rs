//! What the tests of the whole project share: the files of the tree, and a separate computer for each test that opens the
//! window.

#[cfg(target_os = "linux")]
pub mod computer;
#[cfg(target_os = "linux")]
mod failure;
#[cfg(target_os = "linux")]
pub mod outside;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
pub mod tour;
pub mod tree;
#[cfg(target_os = "linux")]
pub mod walk;
#[cfg(target_os = "linux")]
pub mod window;

#[cfg(target_os = "linux")]
pub use failure::{Failure, Outcome};
