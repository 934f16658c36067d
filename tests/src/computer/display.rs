//! A virtual screen.

use std::process::Command;

use crate::Outcome;
use crate::process::Process;

#[derive(Debug)]
pub(super) struct Display {
    _server: Process,
    name: String,
}

impl Display {
    /// Starts `Xvfb` on a free display. The screen is a little larger than the window at its largest.
    pub(super) fn start(xvfb: &Command) -> Outcome<Self> {
        let mut command = super::again(xvfb);
        // It prints the number it took as soon as it accepts connections. With `-noreset` it outlives its last
        // window.
        command.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let (server, number) = Process::start_and_read_line(&command)?;
        Ok(Self { _server: server, name: format!(":{number}") })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
