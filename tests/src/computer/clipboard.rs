//! What is copied and pasted, by `xclip`.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::process::Process;
use crate::{Failure, Outcome};

/// How long the screen may take to give the clipboard away.
const PATIENCE: Duration = Duration::from_secs(5);

/// The clipboard of the test's screen.
#[derive(Debug)]
pub struct Clipboard {
    xclip: Command,
    /// On this window system the one who copied answers whoever pastes, so it has to stay.
    owner: Option<Process>,
}

impl Clipboard {
    pub(super) fn new(xclip: Command) -> Self {
        Self { xclip, owner: None }
    }

    /// Copies a text; whoever pastes from now on gets this one.
    ///
    /// # Errors
    /// When `xclip` cannot.
    pub fn copy(&mut self, text: &str) -> Outcome {
        let mut command = super::again(&self.xclip);
        command.args(["-selection", "clipboard", "-in"]);
        // The one who copied before answers no more.
        self.owner = None;
        let mut owner = Process::start_with_input(&command, text.as_bytes())?;
        // It ends when it has asked for the clipboard; a part of it stays behind to answer. The screen may give it a moment later.
        owner.wait()?;
        self.owner = Some(owner);
        let given_up = Instant::now() + PATIENCE;
        while self.text()?.as_deref() != Some(text) {
            if Instant::now() > given_up {
                return Err(Failure::new("what was copied is not in the clipboard"));
            }
        }
        Ok(())
    }

    /// The text that is in it; `None` when it is empty.
    ///
    /// # Errors
    /// When `xclip` does not reach the clipboard, or what is in it is no text.
    pub fn text(&self) -> Outcome<Option<String>> {
        let output = super::again(&self.xclip).args(["-selection", "clipboard", "-out"]).output()?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            // It says the same whether nobody owns the clipboard or its owner has nothing to give.
            return match complaint.trim() {
                "Error: target STRING not available" | "Error: target UTF8_STRING not available" => Ok(None),
                fault => Err(Failure::new(format!("xclip: {fault}"))),
            };
        }
        String::from_utf8(output.stdout).map(Some).map_err(|_| Failure::new("the clipboard holds no text"))
    }
}
