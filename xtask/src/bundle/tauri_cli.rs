//! Tauri's own command, which makes the packages for all systems from one configuration.
//!
//! It comes as an npm package that contains its program, so nothing is compiled. `xtask/tauri-cli` names the version, with the
//! checksum of each system's program; `npm ci` installs the one for this system, and nothing without a checksum there. It is not a
//! package of `ui/`, so that only those who make packages download it.

use std::fs;
use std::process::Command;

use crate::page;
use crate::steps::{self, Failure, Outcome, root};

/// The files that determine which version is installed.
const LISTS: [&str; 3] = [".npmrc", "package.json", "package-lock.json"];

/// The command, to be run in the workspace. It is installed anew below `target/` each time.
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
