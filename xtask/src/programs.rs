//! The workspace's own programs and tests, by cargo.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::steps::{self, Failure, Outcome, root};

/// Builds every program of the workspace, and what `more` names. Always for the whole workspace: cargo chooses the features of the
/// dependencies by what is built together, so one package alone would build many of them a second time.
pub(crate) fn build(more: &[&str]) -> Outcome {
    steps::run(
        "Building the programs (the first time takes several minutes)",
        cargo().args(["build", "--workspace", "--bins"]).args(more),
    )
}

/// The window program, where [`build`] puts it: beside this one.
pub(crate) fn window() -> Outcome<PathBuf> {
    let this = env::current_exe().map_err(|error| Failure::because("finding the built programs", &error))?;
    Ok(this.with_file_name(format!("smartradex-setup{}", env::consts::EXE_SUFFIX)))
}

/// The cargo that runs this program, in the workspace.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}
