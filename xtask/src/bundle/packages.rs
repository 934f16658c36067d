//! The packages, and what can be checked without installing them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tauri_cli;
use crate::programs;
use crate::steps::{self, Failure, Outcome, root};

/// The most bytes that the package for Debian may have.
const MOST_BYTES: u64 = 4_000_000;
/// The workspace's packages whose programs are distributed.
const PROGRAMS: [&str; 2] = ["smartradex-setup", "smartradex-verify"];
/// The package's command, which is `productName` in tauri.linux.conf.json.
pub(super) const NAME: &str = "smartradex-setup";

/// Where the packages are.
pub(super) struct Packages {
    pub(super) deb: PathBuf,
    pub(super) rpm: PathBuf,
}

/// Builds the programs, optimised, and packages them.
pub(super) fn make() -> Outcome<Packages> {
    // Where tauri.linux.conf.json looks for them, even if this machine usually builds elsewhere.
    let target = root().join("target");
    // One after another: together they would be built with each other's features.
    for program in PROGRAMS {
        steps::run(
            "Building a program, optimised (the first time takes many minutes)",
            programs::cargo()
                .args(["build", "--locked", "--release", "--package", program])
                .env("CARGO_TARGET_DIR", &target),
        )?;
    }
    let made = target.join("release/bundle");
    // A package of an earlier version would be mistaken for this one's.
    if made.exists() {
        fs::remove_dir_all(&made).map_err(|error| Failure::because(made.display(), &error))?;
    }
    steps::run(
        "Making the packages",
        tauri_cli::command()?
            .args(["bundle", "--bundles", "deb,rpm", "--ci", "--no-sign", "--no-binary-patching"])
            .env("CARGO_TARGET_DIR", &target),
    )?;
    let packages =
        Packages { deb: only_file(&made.join("deb"), "deb")?, rpm: only_file(&made.join("rpm"), "rpm")? };
    finish(&packages.deb)?;
    Ok(packages)
}

impl Packages {
    /// Has the packages checked by the programs made for that.
    pub(super) fn judge(&self) -> Outcome {
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
        let listed = steps::ask(
            Command::new("rpm").args(["--query", "--list", "--nosignature", "--package"]).arg(&self.rpm),
        )?;
        let rpm: BTreeSet<String> = listed.lines().map(str::to_owned).collect();
        // Only Debian requires a changelog.
        match deb.symmetric_difference(&rpm).find(|path| !path.ends_with("/changelog.gz")) {
            None => Ok(()),
            Some(path) => Err(Failure::new(format!("{path} is in one of the two packages only."))),
        }
    }

    /// Fails if the package for Debian has grown too large.
    pub(super) fn expect_small(&self) -> Outcome {
        let bytes = size(&self.deb)?;
        if bytes <= MOST_BYTES {
            return Ok(());
        }
        Err(Failure::new(format!(
            "The package for Debian has {bytes} bytes, and {MOST_BYTES} at most are wanted."
        )))
    }
}

/// The size of a file, in bytes.
pub(super) fn size(file: &Path) -> Outcome<u64> {
    Ok(fs::metadata(file).map_err(|error| Failure::because(file.display(), &error))?.len())
}

/// Makes an empty folder, deleting what was there.
pub(super) fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::because(folder.display(), &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::because(folder.display(), &error))
}

/// Adds what Tauri's package for Debian lacks: a dependency on every library with which the programs are linked, in the version that
/// they need, and compression with xz, which every dpkg can read and which takes a quarter off gzip's size.
fn finish(deb: &Path) -> Outcome {
    let unpacked = root().join("target/bundle/deb");
    empty(&unpacked)?;
    steps::run(
        "Taking the package for Debian apart",
        Command::new("dpkg-deb").arg("--raw-extract").arg(deb).arg(&unpacked),
    )?;
    let control = unpacked.join("DEBIAN/control");
    let text = fs::read_to_string(&control).map_err(|error| Failure::because(control.display(), &error))?;
    let libraries = libraries(&unpacked)?;
    let lines = text.lines().map(|line| {
        if line.starts_with("Depends: ") { format!("Depends: {libraries}\n") } else { format!("{line}\n") }
    });
    fs::write(&control, lines.collect::<String>())
        .map_err(|error| Failure::because(control.display(), &error))?;
    steps::run(
        "Putting it together again",
        Command::new("dpkg-deb")
            .args(["--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build"])
            .arg(&unpacked)
            .arg(deb),
    )
}

/// The packages of the libraries with which the programs are linked, as `Depends` names them.
fn libraries(unpacked: &Path) -> Outcome<String> {
    let folder = root().join("target/bundle/source");
    empty(&folder.join("debian"))?;
    // dpkg-shlibdeps works only in a source package; this one is otherwise empty.
    let control = folder.join("debian/control");
    fs::write(&control, format!("Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"))
        .map_err(|error| Failure::because(control.display(), &error))?;
    let mut ask = Command::new("dpkg-shlibdeps");
    ask.current_dir(&folder).arg("-O");
    ask.args(PROGRAMS.map(|program| unpacked.join("usr/bin").join(program)));
    let answer = steps::ask(&mut ask)?;
    let found = answer.strip_prefix("shlibs:Depends=");
    found.map(str::to_owned).ok_or_else(|| {
        Failure::new("dpkg-shlibdeps does not say which libraries the programs are linked with.")
    })
}

fn only_file(folder: &Path, extension: &str) -> Outcome<PathBuf> {
    let mut named =
        paths_in(folder)?.into_iter().filter(|path| path.extension().is_some_and(|own| own == extension));
    match (named.next(), named.next()) {
        (Some(file), None) => Ok(file),
        (None, _) | (Some(_), Some(_)) => {
            Err(Failure::new(format!("{} should hold one .{extension}.", folder.display())))
        }
    }
}

fn paths_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()
    });
    entries.map_err(|error| Failure::because(folder.display(), &error))
}

/// The files below `folder`, named as they will be with `top` as the root.
fn files_below(folder: &Path, top: &Path) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for path in paths_in(folder)? {
        if path.is_dir() {
            found.extend(files_below(&path, top)?);
        } else {
            found.insert(format!("/{}", path.strip_prefix(top).unwrap_or(&path).display()));
        }
    }
    Ok(found)
}
