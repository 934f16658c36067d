//! `cargo xtask fuzz`: a million random events through the wizard, on a different walk each time, and as many support codes, random
//! and mistyped, which are the same each time.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::programs;
use crate::steps::{self, Outcome};

/// The number of events, and of codes.
const MANY: &str = "1000000";

/// Runs both, optimised, and prints the seed that repeats the walk.
pub(crate) fn run() -> Outcome {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()).to_string();
    steps::run(
        &format!("Sending {MANY} random events through the wizard (SEED={seed} EVENTS={MANY} repeats them)"),
        tests(&["--test", "anything"]).env("EVENTS", MANY).env("SEED", &seed),
    )?;
    steps::run(
        &format!("Reading {MANY} support codes, random and mistyped (CODES={MANY})"),
        tests(&["--lib", "support::code::"]).env("CODES", MANY),
    )
}

/// Some of the wizard's tests.
fn tests(which: &[&str]) -> Command {
    let mut cargo = programs::cargo();
    cargo.args(["test", "--release", "--package", "smartradex-wizard"]).args(which);
    cargo
}
