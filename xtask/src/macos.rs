//! `cargo xtask macos`: the code for macOS, compiled and linted without a Mac.
//!
//! For checking only. Nothing is linked, because that takes Apple's own tools, and nothing is run.

use std::path::Path;
use std::process::Command;

use crate::steps::{self, Outcome, root, say};
use crate::system::{self, Purpose};
use crate::{page, programs};

/// The kind of Mac that is sold today. The other kind differs in nothing that matters to the code.
const TARGET: &str = "aarch64-apple-darwin";

/// Compiles everything as far as possible without a linker, and has it linted.
pub(crate) fn run() -> Outcome {
    system::prepare(Purpose::MacOs)?;
    system::prepare_rust()?;
    system::prepare_rust_for(TARGET)?;
    page::build()?;
    steps::run(
        "Compiling and linting everything for macOS (the first time takes several minutes)",
        without_apples_tools(&mut programs::cargo())
            .args(["clippy", "--workspace", "--all-targets", "--target", TARGET])
            // In a folder of its own, so that it can run beside other builds.
            .env("CARGO_TARGET_DIR", root().join("target/macos"))
            .args(["--", "--deny", "warnings"]),
    )?;
    say("\nCompiled for macOS without a warning. Nothing of it was run.");
    Ok(())
}

/// Code written in C is needed only by the linker, so a program that does nothing and reports success takes the compiler's place.
fn without_apples_tools(cargo: &mut Command) -> &mut Command {
    for tool in ["CC", "CXX", "AR"] {
        cargo.env(format!("{tool}_{}", TARGET.replace('-', "_")), "true");
    }
    // Nothing reads it, but if it were unset, Apple's own program would be asked where it is.
    cargo.env("SDKROOT", Path::new("/"))
}
