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
pub(crate) fn left_out() -> String {
    format!(
        "Left out: licences, sources and unwanted dependencies. cargo-deny {VERSION} judges them and is not here; \
         `cargo xtask check` installs it."
    )
}

/// Installs it below `target/` if this version is nowhere.
pub(crate) fn install() -> Outcome {
    if command().is_some() {
        return Ok(());
    }
    say(&format!(
        "cargo-deny {VERSION}, which judges the dependencies, is missing: cargo builds it below target/, which takes some \
         minutes."
    ));
    steps::run(
        "Installing cargo-deny",
        programs::cargo()
            .args(["install", "--locked", &format!("cargo-deny@{VERSION}"), "--root"])
            .arg(folder()),
    )
}

/// The command, to which the arguments are still to be added: our own, or another one that is installed in the same version,
/// because others read the settings differently and judge differently by them.
pub(crate) fn command() -> Option<Command> {
    let ours = || {
        let mut command = Command::new(folder().join(format!("bin/cargo-deny{}", env::consts::EXE_SUFFIX)));
        command.current_dir(root());
        command
    };
    let other = || {
        let mut cargo = programs::cargo();
        cargo.arg("deny");
        cargo
    };
    let fits = |mut command: Command| {
        steps::answer(command.arg("--version")).is_some_and(|said| is_the_version(&said))
    };
    if fits(ours()) { Some(ours()) } else { fits(other()).then(other) }
}

/// Whether this is how the wanted version answers `--version`.
fn is_the_version(said: &str) -> bool {
    said.split_whitespace().last() == Some(VERSION)
}

fn folder() -> PathBuf {
    root().join("target/cargo-deny")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_version_is_taken() {
        assert!(is_the_version(&format!("cargo-deny {VERSION}")));
        let longer = [format!("cargo-deny {VERSION}0"), format!("cargo-deny 1{VERSION}")];
        for other in longer.iter().map(String::as_str).chain(["", "cargo-deny", "cargo-deny 0.19.0"]) {
            assert!(!is_the_version(other), "{other}");
        }
    }

    #[test]
    fn the_workflow_uses_the_same_version() {
        let workflow = std::fs::read_to_string(root().join(".github/workflows/check.yml")).unwrap();
        assert!(workflow.contains(&format!("cargo-deny@{VERSION}\n")));
    }
}
