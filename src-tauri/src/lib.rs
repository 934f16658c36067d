//! The window of SmartradeX Setup, and everything that the program does to the computer. The wizard decides; this crate carries it out.
//!
//! [`run`] is the program. [`clipboard`] is public for its tests, each of which needs a desktop session of its own.

mod arguments;
mod bounds;
pub mod clipboard;
mod closing;
mod commands;
mod examiner;
mod files;
mod instance;
mod links;
mod log;
mod menu;
mod notify;
mod pixels;
mod platform;
mod practice;
mod runtime;
mod session_file;
mod shell;
mod start;
mod whole_file;
mod window;

pub use arguments::{Arguments, Opening, WrongUsage, parse as parse_arguments};
pub use log::panicked;
pub use platform::webkit_variables;
pub use start::{StartError, run, system_words};
