//! Other libraries for the same purpose, installed below the target folder and nowhere else.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::programs;
use crate::steps::{self, Failure, Outcome, root};

/// Installs all of them: measurements that lack one would look complete.
pub(crate) fn install(folder: &Path) -> Outcome {
    let peers = folder.join("peers");
    copy(&root().join("bench/peers"), &peers)?;
    python(folder, &peers.join("python.txt"))?;
    node(&peers.join("node"))?;
    rust(&peers.join("binance-sdk"))
}

fn python(folder: &Path, wanted: &Path) -> Outcome {
    let home = folder.join("python");
    steps::run(
        "Making a Python of its own for ccxt and python-binance",
        Command::new("python3").args(["-m", "venv"]).arg(&home),
    )?;
    // The list is whole, so what is not in it is not installed in whatever version is the latest.
    steps::run(
        "Installing ccxt and python-binance in it",
        Command::new(home.join("bin/pip"))
            .args(["install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"])
            .args(["--no-deps", "--requirement"])
            .arg(wanted),
    )
}

fn node(folder: &Path) -> Outcome {
    steps::run(
        "Installing ccxt and @binance/wallet for Node.js",
        Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder),
    )
}

fn rust(folder: &Path) -> Outcome {
    steps::run(
        "Building binance-sdk",
        programs::cargo()
            .args(["build", "--release", "--locked", "--manifest-path"])
            .arg(folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(folder.join("target")),
    )
}

/// Copies a folder over another, keeping whatever else the other contains.
fn copy(from: &Path, to: &Path) -> Outcome {
    let during = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| Failure::because(path, &error)
    };
    fs::create_dir_all(to).map_err(during(to))?;
    for entry in fs::read_dir(from).map_err(during(from))? {
        let entry = entry.map_err(during(from))?;
        let (source, copied) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &copied)?;
        } else {
            fs::copy(&source, &copied).map_err(during(&source))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ccxt_is_the_same_version_in_both_languages() {
        let said = |file: &str, before: &str| {
            let text = fs::read_to_string(root().join("bench/peers").join(file)).unwrap();
            let version = text.split_once(before).unwrap().1.split(['"', '\n']).next();
            version.map(str::to_owned)
        };
        assert_eq!(said("python.txt", "\nccxt=="), said("node/package.json", "\"ccxt\": \""));
    }

    #[test]
    fn a_folder_is_copied_whole_over_an_older_one() {
        let folder = std::env::temp_dir().join(format!("smartradex-xtask-copy-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("inner")).unwrap();
        fs::create_dir_all(&to).unwrap();
        fs::write(from.join("inner/one"), "new").unwrap();
        fs::write(to.join("other"), "kept").unwrap();
        copy(&from, &to).unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("inner/one")).unwrap(), "new");
        assert_eq!(fs::read_to_string(to.join("other")).unwrap(), "kept");
        fs::remove_dir_all(folder).unwrap();
    }
}
