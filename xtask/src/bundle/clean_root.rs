//! A bare system, to see what the package brings, needs, and leaves behind.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::packages::NAME;
use super::screen::Screen;
use crate::steps::{self, Failure, Outcome, root};
use crate::system;

/// The user who opens the program there.
const USER: &str = "novice";
/// Where that user's own files are.
const HOME: &str = "/novice";
/// Places where packages leave nothing, and others write: the user's own files, logs, and the package manager's records.
const OF_OTHERS: [&str; 9] = [
    "/dev",
    HOME,
    "/proc",
    "/run",
    "/tmp",
    "/var/cache",
    "/var/lib/apt",
    "/var/lib/dpkg/status-old",
    "/var/log",
];

/// The clean root, below `target/`. It shares nothing with this machine but the network.
pub(super) struct CleanRoot {
    folder: PathBuf,
}

impl CleanRoot {
    /// Makes one with the same release as this machine.
    pub(super) fn make() -> Outcome<CleanRoot> {
        let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
        let suite = release.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME="));
        let suite = suite.ok_or_else(|| {
            Failure::new("/etc/os-release does not say which release of Debian this is (VERSION_CODENAME).")
        })?;
        let folder = root().join("target/bundle/root");
        steps::run(
            "Clearing away the last clean root",
            system::as_root()?.args(["rm", "--recursive", "--force", "--one-file-system"]).arg(&folder),
        )?;
        steps::run(
            "Making a clean root (a minute or two)",
            system::as_root()?
                .args(["mmdebstrap", "--quiet", "--variant=minbase", components(&release), suite])
                .arg(&folder),
        )?;
        let made = CleanRoot { folder };
        steps::run(
            "Adding a user to it",
            made.inside("root")?.args(["useradd", "--create-home", "--home-dir", HOME, USER]),
        )?;
        Ok(made)
    }

    /// Installs what the package declares as its dependencies, and nothing else.
    pub(super) fn install_what_it_depends_on(&self, deb: &Path) -> Outcome {
        let depends = steps::ask(Command::new("dpkg-deb").arg("--field").arg(deb).arg("Depends"))?;
        // The first of each set of alternatives, without its version; apt sees to the rest when the package is installed.
        let names = depends.split(',').filter_map(|one| one.split_whitespace().next());
        let arguments = ["install", "--no-install-recommends"].into_iter().chain(names);
        steps::run("Refreshing its list of packages", self.apt()?.arg("update"))?;
        steps::run("Installing there what the package depends on", self.apt()?.args(arguments))
    }

    /// Installs the package, as a user would.
    pub(super) fn install(&self, deb: &Path) -> Outcome {
        let name = deb.file_name().unwrap_or(OsStr::new("package.deb"));
        let there = Path::new("/tmp").join(name);
        let copy = self.folder.join("tmp").join(name);
        fs::copy(deb, &copy).map_err(|error| Failure::because(copy.display(), &error))?;
        steps::run(
            "Installing the package there",
            self.apt()?.args(["install", "--no-install-recommends"]).arg(there),
        )
    }

    /// Opens the program and reads on the screen that its first screen is there. Returns the heading that was read.
    pub(super) fn open_the_program(&self) -> Outcome<String> {
        let screen = Screen::start()?;
        let mut command = self.inside(USER)?;
        command.arg(format!("DISPLAY={}", screen.name())).arg(format!("HOME={HOME}")).arg(NAME);
        screen.read_the_first_screen(&mut command)
    }

    /// Removes the package, including its settings.
    pub(super) fn remove_the_package(&self) -> Outcome {
        steps::run("Removing the package", self.apt()?.args(["purge", NAME]))
    }

    /// Every file and folder of the root, except those [`OF_OTHERS`].
    pub(super) fn files(&self) -> Outcome<BTreeSet<String>> {
        let top = self.folder.to_string_lossy().into_owned();
        let mut find = system::as_root()?;
        find.args(["find", &top, "-xdev", "("]);
        for (index, place) in OF_OTHERS.iter().enumerate() {
            if index > 0 {
                find.arg("-o");
            }
            find.args(["-path", &format!("{top}{place}")]);
        }
        find.args([")", "-prune", "-o", "-printf", "/%P\n"]);
        Ok(steps::ask(&mut find)?.lines().map(str::to_owned).collect())
    }

    /// Fails if something is there that was not there `before`, or the other way round.
    pub(super) fn expect_only(&self, before: &BTreeSet<String>) -> Outcome {
        let after = self.files()?;
        let left: Vec<&str> = after.symmetric_difference(before).map(String::as_str).collect();
        if left.is_empty() {
            Ok(())
        } else {
            Err(Failure::new(format!(
                "The package left these behind, or took them along:\n{}",
                left.join("\n")
            )))
        }
    }

    fn apt(&self) -> Outcome<Command> {
        let mut command = self.inside("root")?;
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--yes", "--option=Dpkg::Use-Pty=0"]);
        Ok(command)
    }

    /// The beginning of a command run by `user` in the root; variables and then the command itself are still to be added. It gets
    /// namespaces of its own: when it ends, everything that it started and mounted ends with it.
    fn inside(&self, user: &str) -> Outcome<Command> {
        let mut command = system::as_root()?;
        command.args(["unshare", "--mount", "--pid", "--fork", "--kill-child"]);
        command.arg(format!("--mount-proc={}", self.folder.join("proc").display()));
        command.arg("chroot").arg(format!("--userspec={user}")).arg(&self.folder);
        command.args(["env", "--ignore-environment", "LANG=C.UTF-8"]);
        command.arg("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        Ok(command)
    }
}

/// The parts of the archive that hold what the package depends on: Ubuntu keeps WebKitGTK outside of its main part.
fn components(release: &str) -> &'static str {
    let ubuntu = release.lines().any(|line| line == "ID=ubuntu");
    if ubuntu { "--components=main,universe" } else { "--components=main" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ubuntu_has_webkitgtk_outside_of_its_main_part() {
        assert_eq!(components("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"), "--components=main,universe");
        assert_eq!(components("NAME=\"Debian GNU/Linux\"\nID=debian\n"), "--components=main");
    }
}
