//! What has to be on the machine before anything can be built or tested, and how to get it there.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::steps::{self, Failure, Outcome, say};
use crate::{bench, bundle, programs, windows};

/// What the machine is prepared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To build the programs and open them.
    Build,
    /// Also to drive the window, on a separate screen, bus and keyring for the tests.
    Window,
    /// Also to measure the window, and other libraries beside it.
    Bench,
    /// To make packages and check them.
    Bundle,
    /// To build for Windows and run the result.
    Windows,
    /// To compile for macOS.
    MacOs,
}

/// Installs what is missing if apt can; otherwise stops and says what to install.
pub(crate) fn prepare(purpose: Purpose) -> Outcome {
    if !cfg!(target_os = "linux") {
        return elsewhere(purpose);
    }
    let missing = missing(purpose);
    if missing.is_empty() {
        say("Everything needed from the system is installed.");
        return Ok(());
    }
    say("These are missing on this machine:");
    for need in &missing {
        say(&format!("  {}: {}", need.apt, need.why));
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !is_debian(&release) || !is_program("apt-get") {
        return Err(by_hand(&missing));
    }
    install(&missing)?;
    match self::missing(purpose).as_slice() {
        [] => Ok(()),
        still => Err(by_hand(still)),
    }
}

/// Installs the parts of Rust that a minimal installation lacks, or stops and names them.
pub(crate) fn prepare_rust() -> Outcome {
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(command, _)| steps::answer(programs::cargo().args([command, "--version"])).is_none())
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if steps::answer(Command::new("rustup").arg("--version")).is_none() {
        return Err(Failure::new(format!(
            "Please install {}, which check the formatting and the code, from where your Rust came from, then start this command again.",
            missing.join(" and ")
        )));
    }
    say("Parts of Rust that check the formatting and the code are missing: rustup installs them.");
    let mut rustup = Command::new("rustup");
    rustup.current_dir(steps::root()).args(["component", "add"]).args(missing);
    steps::run("Installing what is missing of Rust", &mut rustup)
}

/// Enables the installed Rust to build for `target`.
pub(crate) fn prepare_rust_for(target: &str) -> Outcome {
    let folder = steps::answer(Command::new("rustc").args(["--print", "target-libdir", "--target", target]));
    if folder.is_some_and(|folder| Path::new(&folder).exists()) {
        return Ok(());
    }
    if steps::answer(Command::new("rustup").arg("--version")).is_none() {
        return Err(Failure::new(format!(
            "Please install Rust's standard library for {target} from where your Rust came from, then start this command again."
        )));
    }
    say(&format!("Rust's standard library for {target} is missing: rustup installs it."));
    let mut rustup = Command::new("rustup");
    rustup.current_dir(steps::root()).args(["target", "add", target]);
    steps::run("Installing what is missing of Rust", &mut rustup)
}

/// Something that is needed from the system.
pub(crate) struct Need {
    /// The package that contains it in Debian and Ubuntu.
    pub(crate) apt: &'static str,
    /// What it is and what it is for, with its names on other systems if they differ.
    pub(crate) why: &'static str,
    pub(crate) sign: Sign,
}

/// How to tell that it is there.
pub(crate) enum Sign {
    /// A program on the PATH.
    Program(&'static str),
    /// A library that pkg-config knows.
    Library(&'static str),
    /// A Python module.
    Python(&'static str),
    /// One of these files, depending on the distribution.
    File(&'static [&'static str]),
}

const TO_BUILD: &[Need] = &[
    Need { apt: "gcc", why: "a C compiler (cc), for the cryptography", sign: Sign::Program("cc") },
    Need {
        apt: "libc6-dev",
        why: "the headers of the C library",
        sign: Sign::File(&["/usr/include/stdlib.h"]),
    },
    Need { apt: "pkg-config", why: "pkg-config, to find libraries", sign: Sign::Program("pkg-config") },
    Need {
        apt: "libwebkit2gtk-4.1-dev",
        why: "WebKitGTK 4.1 with its headers, the web view of the window (Fedora: webkit2gtk4.1-devel, Arch: webkit2gtk-4.1)",
        sign: Sign::Library("webkit2gtk-4.1"),
    },
    Need {
        apt: "ca-certificates",
        why: "the certificate authorities, to recognise Binance",
        sign: Sign::File(&[
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/ssl/cert.pem",
        ]),
    },
];

const TO_DRIVE_THE_WINDOW: &[Need] = &[
    Need { apt: "xvfb", why: "Xvfb, a screen that nobody sees", sign: Sign::Program("Xvfb") },
    Need {
        apt: "webkit2gtk-driver",
        why: "WebKitWebDriver, which clicks and types in the window",
        sign: Sign::Program("WebKitWebDriver"),
    },
    Need {
        apt: "dbus",
        why: "dbus-run-session, a message bus apart from yours",
        sign: Sign::Program("dbus-run-session"),
    },
    Need {
        apt: "gnome-keyring",
        why: "gnome-keyring-daemon, a keyring apart from yours",
        sign: Sign::Program("gnome-keyring-daemon"),
    },
    Need {
        apt: "at-spi2-core",
        why: "at-spi-bus-launcher, which hands over to a screen reader what the window tells it",
        sign: Sign::File(&[
            "/usr/libexec/at-spi-bus-launcher",
            "/usr/lib/at-spi-bus-launcher",
            "/usr/lib/at-spi2-core/at-spi-bus-launcher",
        ]),
    },
    Need { apt: "xclip", why: "xclip, to copy as another program would", sign: Sign::Program("xclip") },
    Need {
        apt: "xdotool",
        why: "xdotool, to answer the keyring's own window",
        sign: Sign::Program("xdotool"),
    },
    Need {
        apt: "bsdutils",
        why: "script, a terminal that nobody sees (Fedora: util-linux-script, Arch: util-linux)",
        sign: Sign::Program("script"),
    },
    Need { apt: "procps", why: "kill, to end programs without warning", sign: Sign::Program("kill") },
    Need {
        apt: "fonts-dejavu-core",
        why: "the DejaVu fonts, so that the pictures have letters",
        sign: Sign::File(&[
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
            "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
            "/usr/share/fonts/TTF/DejaVuSans.ttf",
        ]),
    },
];

fn missing(purpose: Purpose) -> Vec<&'static Need> {
    let more: &[&[Need]] = match purpose {
        Purpose::Build | Purpose::MacOs => &[],
        Purpose::Window => &[TO_DRIVE_THE_WINDOW],
        Purpose::Bench => &[TO_DRIVE_THE_WINDOW, bench::NEEDS],
        Purpose::Bundle => &[bundle::NEEDS],
        Purpose::Windows => &[windows::NEEDS],
    };
    TO_BUILD.iter().chain(more.iter().copied().flatten()).filter(|need| !is_there(&need.sign)).collect()
}

fn is_there(sign: &Sign) -> bool {
    match sign {
        Sign::Program(name) => is_program(name),
        Sign::Library(name) => steps::answer(Command::new("pkg-config").args(["--exists", name])).is_some(),
        Sign::Python(name) => {
            steps::answer(Command::new("python3").args(["-c", &format!("import {name}")])).is_some()
        }
        Sign::File(places) => places.iter().any(|place| Path::new(place).exists()),
    }
}

fn is_program(name: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

/// Whether the text of /etc/os-release is that of Debian, Ubuntu or a system derived from them.
fn is_debian(release: &str) -> bool {
    release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|id| id == "debian" || id == "ubuntu")
}

/// The beginning of a command with root's rights; variables and then the command itself are still to be added.
pub(crate) fn as_root() -> Outcome<Command> {
    if is_root() {
        return Ok(Command::new("env"));
    }
    if !is_program("sudo") {
        return Err(Failure::new("This needs the rights of root, and there is no sudo here."));
    }
    let mut command = Command::new("sudo");
    command.arg("env");
    Ok(command)
}

fn is_root() -> bool {
    steps::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn install(missing: &[&Need]) -> Outcome {
    if let Err(failure) = as_root() {
        say(&failure.to_string());
        return Err(by_hand(missing));
    }
    if !is_root() {
        say("They are installed by apt-get, which needs the rights of root: sudo may ask for your password.");
    }
    let apt = |arguments: &[&str]| -> Outcome<Command> {
        let mut command = as_root()?;
        // A new machine may be installing its updates, so wait for a turn instead of failing.
        command.args([
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "--yes",
            "--option=DPkg::Lock::Timeout=600",
        ]);
        command.args(arguments);
        Ok(command)
    };
    // A list that cannot be refreshed (one source of several down, say) may still be good enough to install from.
    if let Err(failure) = steps::run("Refreshing the list of packages", &mut apt(&["update"])?) {
        say(&format!("{failure} Going on with the list as it is."));
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.apt).collect();
    let arguments = [&["install", "--no-install-recommends"], packages.as_slice()].concat();
    steps::run("Installing what is missing", &mut apt(&arguments)?)
}

fn by_hand(missing: &[&Need]) -> Failure {
    let packages: Vec<&str> = missing.iter().map(|need| need.apt).collect();
    let mut text = String::from("Please install, then start this command again:\n");
    for need in missing {
        text.push_str(&format!("  {}\n", need.why));
    }
    text.push_str(&format!(
        "On Debian and Ubuntu, as root: apt-get install {}\nElsewhere they may be named otherwise.",
        packages.join(" ")
    ));
    Failure::new(text)
}

/// macOS and Windows come with a web view, and cargo has already found the linker; the window is driven on Linux only.
fn elsewhere(purpose: Purpose) -> Outcome {
    match purpose {
        Purpose::Build => Ok(()),
        Purpose::Window | Purpose::Bench => Err(Failure::new(
            "The window is driven by WebKitWebDriver, which exists on Linux only. Start this command on Debian or Ubuntu, in a \
             virtual machine for example. Here, `cargo xtask check` and `cargo xtask run` work.",
        )),
        Purpose::Bundle => Err(Failure::new(
            "This makes the packages for Debian and Fedora. How this system's own are made: .github/workflows/release.yml",
        )),
        Purpose::Windows => Err(Failure::new(
            "This tries on Linux, with Wine, what is made for Windows. On Windows itself `cargo test` does.",
        )),
        Purpose::MacOs => Err(Failure::new(
            "This compiles on Linux what is made for macOS. On macOS itself `cargo xtask check` does.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_what_is_made_from_it_are_recognised() {
        assert!(is_debian("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"));
        assert!(is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\nNAME=\"not debian\"\n"));
        assert!(!is_debian(""));
    }

    #[test]
    fn what_is_missing_is_named_with_its_package_and_its_reason() {
        let text = by_hand(&TO_BUILD.iter().collect::<Vec<_>>()).to_string();
        for need in TO_BUILD {
            assert!(text.contains(need.apt) && text.contains(need.why), "{}", need.apt);
        }
    }

    #[test]
    fn a_sign_is_seen_when_it_is_there_and_only_then() {
        assert!(is_there(&Sign::Program("cargo")));
        assert!(!is_there(&Sign::Program("no-such-program-anywhere")));
        assert!(is_there(&Sign::File(&["/no/such/file", env!("CARGO_MANIFEST_DIR")])));
        assert!(!is_there(&Sign::File(&["/no/such/file"])));
        assert!(!is_there(&Sign::Library("no-such-library")));
        assert!(!is_there(&Sign::Python("no_such_module")));
    }
}
