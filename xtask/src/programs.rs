//! The workspace's own programs and tests, built with cargo.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::steps::{self, Failure, Outcome, root};

/// Builds every program of the workspace, and what `more` names. Always for the whole workspace: cargo chooses the features of
/// dependencies by what is built together, so a single package would have many of them built a second time.
pub(crate) fn build(more: &[&str]) -> Outcome {
    steps::run(
        "Building the programs (the first time takes several minutes)",
        cargo().args(["build", "--workspace", "--bins"]).args(more),
    )
}

/// The program with the window, where [`build`] puts it: beside this one.
pub(crate) fn window() -> Outcome<PathBuf> {
    let this = env::current_exe().map_err(|error| Failure::because("finding the built programs", &error))?;
    Ok(this.with_file_name(format!("smartradex-setup{}", env::consts::EXE_SUFFIX)))
}

/// The folder into which cargo builds.
pub(crate) fn target() -> Outcome<PathBuf> {
    let window = window()?;
    let folder = window.ancestors().nth(2).map(PathBuf::from);
    folder.ok_or_else(|| Failure::new("this program does not lie in a folder that cargo builds into"))
}

/// The cargo that is running this program, in the workspace.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    // What cargo tells this program about itself must not reach the next cargo: ring's build script watches it, so ring and
    // everything that depends on it would be rebuilt whenever a command typed by hand follows one of these.
    let told = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_str().is_some_and(told)) {
        command.env_remove(name);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_is_not_told_which_package_started_it() {
        // The test itself is started by cargo, which sets this.
        assert!(env::var_os("CARGO_PKG_NAME").is_some());
        let removed: Vec<_> = cargo()
            .get_envs()
            .filter(|(_, value)| value.is_none())
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in ["CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_MANIFEST_DIR"] {
            assert!(removed.iter().any(|removed| removed == name), "{name}");
        }
    }
}
