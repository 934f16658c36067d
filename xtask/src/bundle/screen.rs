//! A virtual screen, and what can be read on it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::steps::{self, Failure, Outcome, root, say};

/// How long the program may take until its first screen can be read, and to end. One second is usual.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often to look whether it is there.
const PAUSE: Duration = Duration::from_millis(250);
/// The words with which every title of the program's window ends, after a dash.
const PROGRAM: &str = "SmartradeX Setup";

/// A virtual screen; it ends with this value.
pub(super) struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// Starts one under a free number.
    pub(super) fn start() -> Outcome<Screen> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::because("Xvfb could not be run", &error))?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout.take() {
            // A server that ends without giving a number has closed this.
            let _ = BufReader::new(stdout).read_line(&mut number);
        }
        let screen = Screen { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() { Err(Failure::new("Xvfb gave no screen.")) } else { Ok(screen) }
    }

    /// Its name, such as `:1`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Starts the program, waits until the heading in the window's title can be read in the window, and ends both the
    /// program and the screen. The title comes from the wizard and the picture from the page, so both must have arrived.
    pub(super) fn read_the_first_screen(self, program: &mut Command) -> Outcome<String> {
        say("\n▸ Opening the program there, on a virtual screen");
        let mut running =
            program.spawn().map_err(|error| Failure::because("The program could not be run", &error))?;
        let read = self.wait_for_the_heading(&mut running);
        // It is run by root, and not everyone may end what root runs; without its screen it ends by itself.
        drop(self);
        let ended = wait_for_the_end(&mut running);
        let heading = read?;
        ended?;
        Ok(heading)
    }

    fn wait_for_the_heading(&self, running: &mut Child) -> Outcome<String> {
        let until = Instant::now() + PATIENCE;
        let mut seen = String::from("no window");
        while Instant::now() < until {
            if let Ok(Some(status)) = running.try_wait() {
                return Err(Failure::new(format!("The program ended by itself ({status}).")));
            }
            if let Some((window, heading)) = self.window() {
                // A window that is just appearing may refuse to be looked at.
                let words = self.read(&window);
                if words.as_ref().is_ok_and(|words| shows(words, &heading)) {
                    return Ok(heading);
                }
                let words = words.unwrap_or_else(|failure| failure.to_string());
                seen = format!("a window called “{heading}”, and in it:\n{words}");
            }
            thread::sleep(PAUSE);
        }
        Err(Failure::new(format!("The first screen was not shown in {} s. Seen: {seen}", PATIENCE.as_secs())))
    }

    /// X's number for the program's window, and the heading in its title.
    fn window(&self) -> Option<(String, String)> {
        let tool = |arguments: &[&str]| {
            steps::answer(Command::new("xdotool").args(arguments).env("DISPLAY", &self.name))
        };
        let found = tool(&["search", "--onlyvisible", "--name", PROGRAM])?;
        let window = found.lines().next()?.to_owned();
        let title = tool(&["getwindowname", &window])?;
        let heading = title.strip_suffix(PROGRAM)?.trim_end_matches([' ', '–']).to_owned();
        (!heading.is_empty()).then_some((window, heading))
    }

    /// The words that can be read in a window. The picture is kept, for people to look at.
    fn read(&self, window: &str) -> Outcome<String> {
        let picture = root().join("target/bundle/first-screen.png");
        // An earlier picture would be mistaken for this one.
        if picture.exists() {
            fs::remove_file(&picture).map_err(|error| Failure::because(picture.display(), &error))?;
        }
        let mut import = Command::new("import");
        steps::ask(import.args(["-window", window]).arg(&picture).env("DISPLAY", &self.name))?;
        steps::ask(Command::new("tesseract").arg(&picture).args(["stdout", "--psm", "11"]))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It serves nothing else, and may already be gone.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn wait_for_the_end(running: &mut Child) -> Outcome {
    let until = Instant::now() + PATIENCE;
    loop {
        match running.try_wait() {
            Ok(Some(_)) => return Ok(()),
            Ok(None) if Instant::now() < until => thread::sleep(PAUSE),
            Ok(None) => return Err(Failure::new("The program has lost its screen and does not end.")),
            Err(error) => return Err(Failure::because("The program's end cannot be waited for", &error)),
        }
    }
}

/// Whether every longer word of the heading is among those read. Short words and accented ones are sometimes misread.
fn shows(read: &str, heading: &str) -> bool {
    let read = read.to_lowercase();
    let mut longer = heading
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.len() >= 4 && word.is_ascii())
        .map(str::to_lowercase)
        .peekable();
    longer.peek().is_some() && longer.all(|word| read.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_shown_when_its_longer_words_are_read() {
        let heading = "Connect Binance to SmartradeX – étape 1";
        assert!(shows("SMARTRADEX\nconnect\n\nBinance 1o", heading));
        assert!(!shows("connect Binance", heading));
        assert!(!shows("", heading));
        assert!(!shows("anything", "à 1"), "a heading without a longer word proves nothing");
    }
}
