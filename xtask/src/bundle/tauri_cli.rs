//! Tauri's own command, which makes the packages of all systems from one configuration.
//!
//! It comes as an npm package that carries its program, so nothing is compiled. `xtask/tauri-cli` says which version, with the
//! checksum of each system's program; `npm ci` installs that of this system, and nothing that has no checksum there. It is no package
//! of `ui/`, so that only those who make packages fetch it.

use std::fs;
use std::process::Command;

use crate::page;
use crate::steps::{self, Failure, Outcome, root};

/// What says which version is to be installed.
const LISTS: [&str; 3] = [".npmrc", "package.json", "package-lock.json"];

/// The command, installed below `target/` when it is not yet there, in the workspace.
pub(super) fn command() -> Outcome<Command> {
    let folder = root().join("target/tauri-cli");
    fs::create_dir_all(&folder).map_err(|error| Failure::because(folder.display(), &error))?;
    for name in LISTS {
        let list = root().join("xtask/tauri-cli").join(name);
        fs::copy(&list, folder.join(name)).map_err(|error| Failure::because(list.display(), &error))?;
    }
    steps::run(
        "Installing Tauri's command",
        page::npm().current_dir(&folder).args(["ci", "--ignore-scripts"]),
    )?;
    let mut command = Command::new("node");
    command.current_dir(root()).arg(folder.join("node_modules/@tauri-apps/cli/tauri.js"));
    Ok(command)
}
