//! `cargo xtask bench`: measures the programs beside others on this machine.

mod peers;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::steps::{self, Failure, Outcome, root, say};
use crate::system::{self, Need, Purpose, Sign};
use crate::{page, programs};

/// What this command needs in addition to what drives the window.
pub(crate) const NEEDS: &[Need] = &[
    Need {
        apt: "python3-venv",
        why: "Python with venv, for ccxt and python-binance in a place of their own",
        sign: Sign::Python("ensurepip"),
    },
    Need {
        apt: "libssl-dev",
        why: "OpenSSL with its headers, for Binance's own Rust library (Fedora: openssl-devel)",
        sign: Sign::Library("openssl"),
    },
];

/// Builds what is measured in the form in which it is distributed, and what it is measured against; then measures,
/// and shows the table.
pub(crate) fn run() -> Outcome {
    system::prepare(Purpose::Bench)?;
    page::build()?;
    // One after another: together they would be built with each other's features.
    for package in ["smartradex-setup", "smartradex-verify", "smartradex-practice"] {
        build(package, &["--release"])?;
    }
    build("smartradex-bench", &[])?;
    let target = programs::target()?;
    let folder = target.join("bench");
    build_empty_window(&folder.join("empty-window"))?;
    peers::install(&folder)?;
    steps::run(
        "Measuring, for some minutes (everything else on this machine should be at rest)",
        Command::new(target.join("debug/smartradex-bench"))
            .arg(&target)
            .env("SMARTRADEX_PROGRAM", target.join("release/smartradex-setup")),
    )?;
    let table = folder.join("report.md");
    let text = fs::read_to_string(&table).map_err(|error| Failure::because(table.display(), &error))?;
    say(&format!("\n{text}\nIn numbers: {}", folder.join("report.json").display()));
    Ok(())
}

fn build(package: &str, how: &[&str]) -> Outcome {
    steps::run(
        &format!("Building {package}"),
        programs::cargo().args(["build", "--package", package]).args(how),
    )
}

/// Builds it with the same versions as the program, by lending it the program's lock file.
fn build_empty_window(target: &Path) -> Outcome {
    let lock = empty_window().join("Cargo.lock");
    fs::copy(root().join("Cargo.lock"), &lock).map_err(|error| Failure::because(lock.display(), &error))?;
    steps::run(
        "Building an empty window",
        programs::cargo()
            .args(["build", "--release", "--manifest-path"])
            .arg(empty_window().join("Cargo.toml"))
            .arg("--target-dir")
            .arg(target)
            // As in `.cargo/config.toml`, where it names the program's folder.
            .env("REMOVE_UNUSED_COMMANDS", empty_window()),
    )
}

fn empty_window() -> PathBuf {
    root().join("bench/empty-window")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_window_is_built_as_the_program_is() {
        let [ours, empty] =
            [root(), empty_window()].map(|folder| fs::read_to_string(folder.join("Cargo.toml")).unwrap());
        let profile = |manifest: &str| {
            let (_, rest) = manifest.split_once("[profile.release]\n").unwrap();
            rest.split("\n[").next().unwrap().trim().to_owned()
        };
        assert_eq!(profile(&ours), profile(&empty));
        let line = |manifest: &str, name: &str| {
            manifest.lines().find(|line| line.starts_with(&format!("{name} = "))).map(str::to_owned)
        };
        for name in ["tauri", "tauri-build"] {
            assert!(line(&ours, name).is_some());
            assert_eq!(line(&ours, name), line(&empty, name));
        }
    }

    /// Otherwise "tuned" would compare with settings other than the program's.
    #[test]
    fn the_tuned_empty_window_has_the_programs_settings_of_the_web_engine() {
        let settings = |path: &str| {
            let source = fs::read_to_string(root().join(path)).unwrap();
            let (_, rest) = source.split_once("; 3] =").unwrap();
            rest.split(';').next().unwrap().trim().to_owned()
        };
        let ours = settings("src-tauri/src/platform.rs");
        assert!(ours.contains("WEBKIT_DISABLE_COMPOSITING_MODE"), "{ours}");
        assert_eq!(ours, settings("bench/empty-window/src/main.rs"));
    }
}
