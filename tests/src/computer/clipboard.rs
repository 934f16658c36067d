//! The clipboard, accessed through `xclip`.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::process::Process;
use crate::{Failure, Outcome};

/// How long the screen may take to hand over the clipboard.
const PATIENCE: Duration = Duration::from_secs(5);

/// The clipboard of the test's screen.
#[derive(Debug)]
pub struct Clipboard {
    xclip: Command,
    /// In this window system whoever copied something answers whoever pastes it, so that process has to stay.
    owner: Option<Process>,
}

impl Clipboard {
    pub(super) fn new(xclip: Command) -> Self {
        Self { xclip, owner: None }
    }

    /// Copies a text, which is what gets pasted from now on.
    ///
    /// # Errors
    /// When `xclip` fails.
    pub fn copy(&mut self, text: &str) -> Outcome {
        let mut command = super::again(&self.xclip);
        command.args(["-selection", "clipboard", "-in"]);
        // The previous owner no longer answers.
        self.owner = None;
        let mut owner = Process::start_with_input(&command, text.as_bytes())?;
        // It ends once it has asked for the clipboard; a child stays behind to answer. The screen may hand the clipboard over a
        // moment later.
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
    /// When `xclip` cannot reach the clipboard, or its contents are not text.
    pub fn text(&self) -> Outcome<Option<String>> {
        let output = super::again(&self.xclip).args(["-selection", "clipboard", "-out"]).output()?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            // The message is the same whether nobody owns the clipboard or its owner has nothing to give.
            return match complaint.trim() {
                "Error: target STRING not available" | "Error: target UTF8_STRING not available" => Ok(None),
                fault => Err(Failure::new(format!("xclip: {fault}"))),
            };
        }
        String::from_utf8(output.stdout).map(Some).map_err(|_| Failure::new("the clipboard holds no text"))
    }
}
