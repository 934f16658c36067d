//! `cargo xtask windows`: every program cross-compiled for Windows, and as much of it run as Wine can.
//!
//! For checking only. Releases are built on Windows, and only there can the window itself be seen: Wine has no WebView2.

mod imports;
mod wine;

use std::path::PathBuf;
use std::process::Command;

use crate::steps::{self, Failure, Outcome, root, say};
use crate::system::{self, Need, Purpose, Sign};
use crate::test::read_result;
use crate::{page, programs};

use wine::Wine;

/// The kind of Windows for which a Linux machine can build.
const TARGET: &str = "x86_64-pc-windows-gnu";
/// The code that drives a window on Linux, and these commands, have nothing to run on Windows.
const NOT_RUN: [&str; 2] = ["smartradex-tests", "xtask"];

/// What this command needs in addition to what builds the programs.
pub(crate) const NEEDS: &[Need] = &[
    Need {
        apt: "gcc-mingw-w64-x86-64",
        why: "a C compiler and a linker that make programs for Windows",
        sign: Sign::Program("x86_64-w64-mingw32-gcc"),
    },
    Need { apt: "wine64", why: "Wine, which runs programs for Windows", sign: Sign::File(&wine::PLACES) },
];

/// Builds everything, then runs what can be run.
pub(crate) fn run() -> Outcome {
    system::prepare(Purpose::Windows)?;
    system::prepare_rust()?;
    system::prepare_rust_for(TARGET)?;
    page::build()?;
    steps::run(
        "Building everything for Windows (the first time takes many minutes)",
        cargo("build").args(["--workspace", "--all-targets"]),
    )?;
    imports::check(&folder().join(TARGET).join("debug/deps"))?;
    steps::run("Lints", cargo("clippy").args(["--workspace", "--all-targets"]))?;
    let wine = Wine::prepare(&folder())?;
    let mut passed = 0;
    let mut test = |what: &str, command: &mut Command| {
        let status = steps::run_and_read(what, wine.runs_for(command), |line| {
            passed += read_result(line).map_or(0, |tally| tally.passed);
        })?;
        if status.success() { Ok(()) } else { Err(Failure::new(format!("Not so under Wine ({status})."))) }
    };
    let mut all = cargo("test");
    all.args(["--workspace", "--no-fail-fast"]);
    for package in NOT_RUN {
        all.args(["--exclude", package]);
    }
    test(
        "Running the tests, those of smartradex-verify.exe against the practice exchange among them",
        &mut all,
    )?;
    test(
        "Keeping keys in the Windows credential manager",
        cargo("test").args(["--workspace", "--test", "credential_manager", "--", "--ignored"]),
    )?;
    say(&format!("\nBuilt for Windows without a warning; {passed} tests passed under Wine."));
    Ok(())
}

/// In a folder of its own, so that it can run beside other builds.
fn folder() -> PathBuf {
    root().join("target/windows")
}

fn cargo(command: &str) -> Command {
    let mut cargo = programs::cargo();
    cargo.args([command, "--target", TARGET]).env("CARGO_TARGET_DIR", folder());
    // A warning here concerns code for Windows only, which nothing else compiles.
    cargo.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS", "--deny=warnings");
    cargo
}
