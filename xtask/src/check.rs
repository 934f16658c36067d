//! `cargo xtask check`: everything that can be checked without running the programs.

use std::process::Command;

use crate::steps::{self, Failure, Outcome, complain, say};
use crate::system::{self, Purpose};
use crate::{deny, page, programs};

/// Installs what is missing, runs every check, and fails if one of them does.
pub(crate) fn run() -> Outcome {
    system::prepare(Purpose::Build)?;
    system::prepare_rust()?;
    deny::install()?;
    page::build()?;
    let tally = all();
    if tally.failed > 0 {
        return Err(Failure::new(format!("{} of {} checks failed.", tally.failed, tally.total())));
    }
    say(&format!("\nAll {} checks passed.", tally.total()));
    Ok(())
}

/// Runs every check, even if an earlier one fails; the check of the dependencies only if cargo-deny is installed. The page must
/// be built first, because the window program contains it.
pub(crate) fn all() -> Tally {
    let mut tally = Tally::default();
    let mut check = |what: &str, command: &mut Command| match steps::run(what, command) {
        Ok(()) => tally.passed += 1,
        Err(failure) => {
            complain(&failure.to_string());
            tally.failed += 1;
        }
    };
    check("Formatting", programs::cargo().args(["fmt", "--all", "--check"]));
    check(
        "Lints",
        programs::cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]),
    );
    check("Types and accessibility of the page", &mut page::check());
    check(
        "Documentation",
        programs::cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny warnings"),
    );
    if let Some(mut deny) = deny::command() {
        // Advisories are left out, because they change although nothing changes here.
        check(
            "Licences, sources and unwanted dependencies",
            deny.args(["check", "bans", "licenses", "sources"]),
        );
    }
    tally
}

/// How many checks or tests passed, and how many failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    fn total(&self) -> u64 {
        self.passed + self.failed
    }
}
