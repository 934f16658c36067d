//! The window of SmartradeX Setup, and all that the program does to the computer: the wizard decides, this crate does.
//!
//! [`run`] is the program. Of the rest only what tests need from outside is public.

mod arguments;
mod bounds;
mod clipboard;
mod commands;
mod examiner;
mod files;
mod instance;
mod links;
mod platform;
mod practice;
mod runtime;
mod session_file;
mod shell;
mod start;
pub mod vault;
mod whole_file;
mod window;

pub use arguments::{Arguments, USAGE, parse as parse_arguments};
pub use platform::webkit_variable;
pub use start::{StartError, run};
