//! The program `smartradex-setup`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::alloc::System;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use rfd::MessageLevel;
use smartradex_setup::{Arguments, StartError, USAGE, panicked, parse_arguments, run, webkit_variables};
use smartradex_vault::leave_no_core_dump;
use zeroizing_alloc::ZeroAlloc;

/// Wipes all memory that is given back, because libraries between the clipboard, the network and the keyring make copies
/// of a secret that they do not wipe.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

/// The title of the box that says why no window opens.
const TITLE: &str = "SmartradeX Setup";
/// The exit status for a wrong command line (`EX_USAGE` of BSD's sysexits).
const WRONG_USAGE: u8 = 64;

fn main() -> ExitCode {
    for (name, value) in webkit_variables() {
        #[allow(unsafe_code, reason = "WebKit reads it from the environment only; no other thread runs yet")]
        unsafe {
            std::env::set_var(name, value);
        }
    }
    leave_no_core_dump();
    std::panic::set_hook(Box::new(|panic| {
        // Where, but not what: the message of a panic can hold anything.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        say(&format!("smartradex-setup: a fault of the program at {place}"));
        if let Some(place) = panic.location() {
            panicked(place.file(), place.line());
        }
    }));
    match parse_arguments(std::env::args_os().skip(1)) {
        Ok(Arguments::Run(opening)) => match run(opening) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let words = error.words();
                say(&format!("smartradex-setup: {words}"));
                // Where nobody reads that, as after a double click, a box says it.
                if !matches!(error, StartError::NoDisplay) && !io::stderr().is_terminal() {
                    show(&words);
                }
                ExitCode::FAILURE
            }
        },
        Ok(Arguments::Help) => answer(USAGE),
        Ok(Arguments::Version) => answer(concat!("smartradex-setup ", env!("CARGO_PKG_VERSION"))),
        Err(wrong) => {
            say(&format!("smartradex-setup: {wrong}\n\n{USAGE}"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

fn show(words: &str) {
    rfd::MessageDialog::new().set_title(TITLE).set_description(words).set_level(MessageLevel::Error).show();
}

/// What was asked for on the command line.
#[expect(clippy::print_stdout, reason = "standard output is where an answer is looked for")]
fn answer(words: &str) -> ExitCode {
    println!("{words}");
    ExitCode::SUCCESS
}

#[expect(clippy::print_stderr, reason = "a program without a window has no other way to say it")]
fn say(words: &str) {
    eprintln!("{words}");
}
