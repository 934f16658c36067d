//! The packages, and what can be said of them without installing them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tauri;
use crate::programs;
use crate::steps::{self, Failure, Outcome, root};

/// Most bytes that the package for Debian may have.
const MOST_BYTES: u64 = 4_000_000;
/// The workspace's packages whose programs are given away.
const PROGRAMS: [&str; 2] = ["smartradex-setup", "smartradex-verify"];
/// The command of the package, as `productName` in tauri.linux.conf.json says.
pub(super) const NAME: &str = "smartradex-setup";

/// Where the packages are.
pub(super) struct Packages {
    pub(super) deb: PathBuf,
    pub(super) rpm: PathBuf,
}

/// Builds the programs, optimised, and packs them.
pub(super) fn make() -> Outcome<Packages> {
    // Where tauri.linux.conf.json looks for them, wherever else this machine may build.
    let target = root().join("target");
    // One after the other: together they would be built with each other's features.
    for program in PROGRAMS {
        steps::run(
            "Building a program, optimised (the first time takes many minutes)",
            programs::cargo()
                .args(["build", "--release", "--package", program])
                .env("CARGO_TARGET_DIR", &target),
        )?;
    }
    let made = target.join("release/bundle");
    // A package of an earlier version would be taken for this one's.
    if made.exists() {
        fs::remove_dir_all(&made).map_err(|error| Failure::because(made.display(), &error))?;
    }
    steps::run(
        "Making the packages",
        tauri::command()?
            .args(["bundle", "--bundles", "deb,rpm", "--ci", "--no-sign", "--no-binary-patching"])
            .env("CARGO_TARGET_DIR", &target),
    )?;
    let packages =
        Packages { deb: only_file(&made.join("deb"), "deb")?, rpm: only_file(&made.join("rpm"), "rpm")? };
    pack_tighter(&packages.deb)?;
    Ok(packages)
}

impl Packages {
    /// Has the packages judged by the programs that are made for it.
    pub(super) fn judge(&self) -> Outcome {
        let bytes = size(&self.deb)?;
        if bytes > MOST_BYTES {
            return Err(Failure::new(format!(
                "The package for Debian has {bytes} bytes, and {MOST_BYTES} at most are wanted."
            )));
        }
        let content = root().join("target/bundle/content");
        empty(&content)?;
        steps::run(
            "Unpacking the package for Debian",
            Command::new("dpkg-deb").arg("--extract").arg(&self.deb).arg(&content),
        )?;
        steps::run(
            "Judging the entry of the menu",
            Command::new("desktop-file-validate")
                .arg(content.join(format!("usr/share/applications/{NAME}.desktop"))),
        )?;
        steps::run(
            "Judging what software centres will show",
            Command::new("appstreamcli").args(["validate-tree", "--no-net"]).arg(&content),
        )?;
        steps::run(
            "Judging the package for Debian",
            Command::new("lintian")
                .args(["--allow-root", "--tag-display-limit", "0", "--fail-on", "error"])
                .arg(&self.deb),
        )?;
        let deb = files_below(&content, &content)?;
        let listed = steps::answer(
            Command::new("rpm").args(["--query", "--list", "--nosignature", "--package"]).arg(&self.rpm),
        );
        let listed = listed.ok_or_else(|| Failure::new("rpm cannot read the package for Fedora."))?;
        let rpm: BTreeSet<String> = listed.lines().map(str::to_owned).collect();
        // Only Debian asks for the changes.
        match deb.symmetric_difference(&rpm).find(|path| !path.ends_with("/changelog.gz")) {
            None => Ok(()),
            Some(path) => Err(Failure::new(format!("{path} is in one of the two packages only."))),
        }
    }
}

/// How many bytes a file has.
pub(super) fn size(file: &Path) -> Outcome<u64> {
    Ok(fs::metadata(file).map_err(|error| Failure::because(file.display(), &error))?.len())
}

/// Makes a folder, empty.
pub(super) fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::because(folder.display(), &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::because(folder.display(), &error))
}

/// Tauri compresses by gzip; xz, which every dpkg reads, takes a quarter off.
fn pack_tighter(deb: &Path) -> Outcome {
    let unpacked = root().join("target/bundle/deb");
    empty(&unpacked)?;
    steps::run(
        "Taking the package for Debian apart",
        Command::new("dpkg-deb").arg("--raw-extract").arg(deb).arg(&unpacked),
    )?;
    steps::run(
        "Packing it tighter",
        Command::new("dpkg-deb")
            .args(["--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build"])
            .arg(&unpacked)
            .arg(deb),
    )
}

fn only_file(folder: &Path, extension: &str) -> Outcome<PathBuf> {
    let files = fs::read_dir(folder).map_err(|error| Failure::because(folder.display(), &error))?;
    let mut named = files
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|own| own == extension));
    match (named.next(), named.next()) {
        (Some(file), None) => Ok(file),
        (None, _) | (Some(_), Some(_)) => {
            Err(Failure::new(format!("{} should hold one .{extension}.", folder.display())))
        }
    }
}

/// The files below `folder`, named as they will be when `top` is the root.
fn files_below(folder: &Path, top: &Path) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let entries = fs::read_dir(folder).map_err(|error| Failure::because(folder.display(), &error))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_below(&path, top)?);
        } else {
            found.insert(format!("/{}", path.strip_prefix(top).unwrap_or(&path).display()));
        }
    }
    Ok(found)
}
