//! `cargo xtask fuzz`: a million random events through the wizard, on a walk that is another one each time.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::programs;
use crate::steps::{self, Outcome};

/// How many events.
const EVENTS: &str = "1000000";

/// Runs the walk, optimised, and says the seed that repeats it.
pub(crate) fn run() -> Outcome {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()).to_string();
    steps::run(
        &format!(
            "Sending {EVENTS} random events through the wizard (SEED={seed} EVENTS={EVENTS} repeats them)"
        ),
        programs::cargo()
            .args(["test", "--release", "--package", "smartradex-wizard", "--test", "anything"])
            .env("EVENTS", EVENTS)
            .env("SEED", &seed),
    )
}
