//! The program `smartradex-setup`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::alloc::System;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::thread;

use rfd::MessageLevel;
use smartradex_setup::{
    Arguments, StartError, panicked, parse_arguments, run, system_words, webkit_variables,
};
use smartradex_vault::keep_crashes_quiet;
use zeroizing_alloc::ZeroAlloc;

/// Wipes all memory when it is freed, because libraries between the clipboard, the network and the keyring make copies of a secret that
/// they do not wipe.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

/// The exit status for a wrong command line (`EX_USAGE` of BSD's sysexits).
const WRONG_USAGE: u8 = 64;

fn main() -> ExitCode {
    for (name, value) in webkit_variables() {
        #[allow(unsafe_code, reason = "WebKit reads it from the environment only; no other thread runs yet")]
        unsafe {
            std::env::set_var(name, value);
        }
    }
    keep_crashes_quiet("smartradex-setup", |place| {
        panicked(place.file(), place.line());
        if leads_nowhere(&io::stderr()) && ends_the_program() {
            tell_of_the_fault();
        }
    });
    match parse_arguments(std::env::args_os().skip(1)) {
        Ok(Arguments::Run(opening)) => match run(opening) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let words = error.words();
                say(&format!("smartradex-setup: {words}"));
                // Where nobody reads that, as after a double click, a dialog says it.
                if !matches!(error, StartError::NoDisplay) && !io::stderr().is_terminal() {
                    show(&words, MessageLevel::Error);
                }
                ExitCode::FAILURE
            }
        },
        Ok(Arguments::Help) => answer(&system_words().string("app-usage")),
        Ok(Arguments::Version) => answer(concat!("smartradex-setup ", env!("CARGO_PKG_VERSION"))),
        Err(wrong) => {
            let words = system_words();
            let words = format!("{}\n\n{}", words.string(wrong.message()), words.string("app-usage"));
            say(&format!("smartradex-setup: {words}"));
            if leads_nowhere(&io::stderr()) {
                show(&words, MessageLevel::Error);
            }
            ExitCode::from(WRONG_USAGE)
        }
    }
}

fn show(words: &str, level: MessageLevel) {
    let title = system_words().string("app-product");
    rfd::MessageDialog::new().set_title(title).set_description(words).set_level(level).show();
}

/// Whether a panic on this thread ends the program; on any other thread it ends only that thread's work.
fn ends_the_program() -> bool {
    thread::current().name() == Some("main")
}

/// Tells the user why the window vanishes. From a thread of its own, because a dialog passes window events to the thread that shows it, and
/// this one can handle no more.
fn tell_of_the_fault() {
    let told =
        thread::Builder::new().spawn(|| show(&system_words().string("app-start-fault"), MessageLevel::Error));
    let _ = told.map(thread::JoinHandle::join);
}

/// Prints what was asked for on the command line; shows it in a dialog where nothing can be printed.
fn answer(words: &str) -> ExitCode {
    // Whoever asked may have gone, and there is nobody else to tell.
    let _ = writeln!(io::stdout(), "{words}");
    if leads_nowhere(&io::stdout()) {
        show(words, MessageLevel::Info);
    }
    ExitCode::SUCCESS
}

/// Says what went wrong, if anyone can read it.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Whether what is written there is lost: on Windows, a program with windows has no console, not even the one it was started from.
#[cfg(windows)]
fn leads_nowhere(stream: &impl std::os::windows::io::AsRawHandle) -> bool {
    stream.as_raw_handle().is_null()
}

#[cfg(not(windows))]
fn leads_nowhere<T>(_: &T) -> bool {
    false
}
