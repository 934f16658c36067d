//! cargo-deny, which checks the licences, the sources and the choice of the programs' dependencies.
//!
//! It takes minutes to build, so only `cargo xtask check` installs it; `cargo xtask test` uses it if it is
//! there.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::programs;
use crate::steps::{self, Outcome, root, say};

/// The same version as in the workflow "check".
const VERSION: &str = "0.20.2";

/// What to say if it is not there.
pub(crate) const LEFT_OUT: &str = "Left out: licences, sources and unwanted dependencies. cargo-deny judges them and is not here; `cargo xtask check` installs it.";

/// Installs it below `target/` if there is none.
pub(crate) fn install() -> Outcome {
    if command().is_some() {
        return Ok(());
    }
    say(
        "cargo-deny, which judges the dependencies, is missing: cargo builds it below target/, which takes some minutes.",
    );
    steps::run(
        "Installing cargo-deny",
        programs::cargo()
            .args(["install", "--locked", &format!("cargo-deny@{VERSION}"), "--root"])
            .arg(folder()),
    )
}

/// The command, to which the arguments are still to be added: our own, or another one that is installed.
pub(crate) fn command() -> Option<Command> {
    let ours = || {
        let mut command = Command::new(folder().join(format!("bin/cargo-deny{}", env::consts::EXE_SUFFIX)));
        command.current_dir(root());
        command
    };
    if steps::answer(ours().arg("--version")).is_some_and(|version| version.ends_with(VERSION)) {
        return Some(ours());
    }
    let other = || {
        let mut cargo = programs::cargo();
        cargo.arg("deny");
        cargo
    };
    steps::answer(other().arg("--version")).map(|_| other())
}

fn folder() -> PathBuf {
    root().join("target/cargo-deny")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workflow_uses_the_same_version() {
        let workflow = std::fs::read_to_string(root().join(".github/workflows/check.yml")).unwrap();
        assert!(workflow.contains(&format!("cargo-deny@{VERSION}\n")));
    }
}
