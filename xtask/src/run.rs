//! `cargo xtask run`: from a fresh clone to the open window.

use std::env;
use std::process::Command;

use crate::steps::{self, Outcome, say};
use crate::system::{self, Purpose};
use crate::tour::Looks;
use crate::{page, programs, tour};

/// Builds everything and opens the program, or takes the tour if there is no screen to open it on.
pub(crate) fn run() -> Outcome {
    if !has_display() {
        say(
            "There is no screen here (DISPLAY and WAYLAND_DISPLAY are not set), so the program is opened on a virtual one",
        );
        say(
            "and taken through its four steps. To see the window itself, start this command from a desktop session.",
        );
        return tour::run(Looks::First);
    }
    system::prepare(Purpose::Build)?;
    page::build()?;
    programs::build(&[])?;
    steps::run("Opening SmartradeX Setup", &mut Command::new(programs::window()?))
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
