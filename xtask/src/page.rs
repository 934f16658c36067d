//! The page shown in the window: its npm packages, its build, its types.

use std::path::PathBuf;
use std::process::Command;

use crate::fingerprint;
use crate::steps::{self, Failure, Outcome, root, say};

/// What `vite build` reads, inside `ui/`.
const SOURCES: [&str; 8] = [
    ".npmrc",
    "index.html",
    "package-lock.json",
    "package.json",
    "src",
    "svelte.config.js",
    "tsconfig.json",
    "vite.config.ts",
];

/// The npm version that wrote the lock file.
const NPM: u64 = 11;

/// Builds `ui/dist` from its sources; does nothing if it is up to date.
pub(crate) fn build() -> Outcome {
    let node = node_version()?;
    install(&node)?;
    let sources = fingerprint::of(&SOURCES.map(|name| ui().join(name)))?;
    let built = || fingerprint::of(&[ui().join("dist")]).map(|dist| format!("{sources:x} {dist:x}"));
    if ui().join("dist/index.html").exists() && fingerprint::is_noted("page", &built()?) {
        say("The page is built already and its sources have not changed.");
        return Ok(());
    }
    steps::run("Building the page", npm().args(["run", "--silent", "build"]))?;
    fingerprint::write("page", &built()?)
}

/// The command that checks the components' types and accessibility.
pub(crate) fn check() -> Command {
    let mut command = npm();
    command.args(["run", "--silent", "check"]);
    command
}

fn install(node: &Version) -> Outcome {
    let listed =
        fingerprint::of(&["package.json", "package-lock.json", ".npmrc"].map(|name| ui().join(name)))?;
    let wanted = format!("{listed:x} node {}", node.major);
    // npm writes this file last.
    if ui().join("node_modules/.package-lock.json").exists() && fingerprint::is_noted("npm", &wanted) {
        say("The page's packages are installed already and the list of them has not changed.");
        return Ok(());
    }
    let npm_version = npm_version()?;
    if npm_version.major < NPM {
        say(&format!(
            "Note: npm {} is here, and npm {NPM} wrote the lock file. To have the same version: npm install --global npm@{NPM}",
            npm_version.text,
        ));
    }
    steps::run("Installing the page's packages", npm().args(["ci", "--ignore-scripts"]))?;
    fingerprint::write("npm", &wanted)
}

/// The version of the installed Node.js, if Vite can run on it.
fn node_version() -> Outcome<Version> {
    let install = "Install Node.js 24 or newer from nodejs.org (20.19 or newer in the 20 line and 22.12 or newer in the 22 line \
                   will do), then start this command again.";
    let Some(text) = steps::answer(Command::new("node").arg("--version")) else {
        return Err(Failure::new(format!("Node.js builds the page and is not installed. {install}")));
    };
    match Version::read(&text) {
        Some(version) if version.runs_vite() => Ok(version),
        Some(_) | None => {
            Err(Failure::new(format!("Node.js {text} is too old to build the page. {install}")))
        }
    }
}

fn npm_version() -> Outcome<Version> {
    steps::answer(npm().arg("--version")).and_then(|text| Version::read(&text)).ok_or_else(|| {
        Failure::new(
            "npm installs the page's packages and is not here. It comes with Node.js from nodejs.org; on Debian and Ubuntu \
             it is a package of its own: apt-get install npm",
        )
    })
}

/// npm, in the page's folder.
pub(crate) fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(ui());
    command
}

fn ui() -> PathBuf {
    root().join("ui")
}

/// A version of Node.js or npm.
#[derive(Debug, PartialEq, Eq)]
struct Version {
    text: String,
    major: u64,
    minor: u64,
}

impl Version {
    /// Reads `v22.12.0` or `11.2.0`.
    fn read(text: &str) -> Option<Version> {
        let text = text.trim().trim_start_matches('v');
        let mut parts = text.split('.').map(|part| part.parse::<u64>().ok());
        Some(Version { text: text.to_owned(), major: parts.next()??, minor: parts.next()?? })
    }

    /// As in `engines` in ui/package.json: the strictest of the requirements of Vite and its Svelte plugin.
    fn runs_vite(&self) -> bool {
        match self.major {
            20 => self.minor >= 19,
            22 => self.minor >= 12,
            major => major >= 24,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_node_and_npm_print_them() {
        let node = Version::read("v20.19.5\n").unwrap();
        assert_eq!((node.major, node.minor, node.text.as_str()), (20, 19, "20.19.5"));
        assert_eq!(Version::read("11.2.0").unwrap().major, 11);
        assert_eq!(Version::read(""), None);
        assert_eq!(Version::read("node: not found"), None);
    }

    #[test]
    fn node_versions_that_vite_refuses_are_refused_here() {
        let runs = |text| Version::read(text).unwrap().runs_vite();
        for good in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.0.0", "v25.1.0"] {
            assert!(runs(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "v23.9.0"] {
            assert!(!runs(bad), "{bad}");
        }
        let manifest = std::fs::read_to_string(ui().join("package.json")).unwrap();
        assert!(
            manifest.contains("\"node\": \"^20.19 || ^22.12 || >=24\""),
            "package.json asks for something else"
        );
    }

    #[test]
    fn every_source_of_the_page_is_watched() {
        // Everything else at the top of ui/ is generated.
        let made = ["dist", "node_modules"];
        for entry in std::fs::read_dir(ui()).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(
                made.contains(&name.as_str()) || SOURCES.contains(&name.as_str()),
                "ui/{name} is not watched"
            );
        }
    }
}
