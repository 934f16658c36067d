//! Says what is being done, does it, and stops if it goes wrong.

use std::env;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// How a part of a command ended.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a command stops, in words for the person who typed it.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(reason: impl Into<String>) -> Failure {
        Failure(reason.into())
    }

    /// `doing` failed because of `error`: a file or a program that the system refused.
    pub(crate) fn because(doing: impl fmt::Display, error: &std::io::Error) -> Failure {
        Failure(format!("{doing}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    // As cargo reports it now: the value from compile time is wrong once the folder has been moved.
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// Prints one line for the person at the terminal.
#[expect(clippy::print_stdout, reason = "a program for a terminal speaks through it")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Prints why the command stops.
#[expect(clippy::print_stderr, reason = "a program for a terminal speaks through it")]
pub(crate) fn complain(text: &str) {
    eprintln!("{text}");
}

/// Runs `command` to its end, with its output on the screen; anything but success is a failure.
pub(crate) fn run(what: &str, command: &mut Command) -> Outcome {
    announce(what, command);
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(failed(command, status)) }
}

/// Like [`run`], but also passes each line of standard output to `read` as it is shown. Returns the status instead of judging
/// it, because what the lines said may matter more.
pub(crate) fn run_and_read(
    what: &str,
    command: &mut Command,
    mut read: impl FnMut(&str),
) -> Outcome<ExitStatus> {
    announce(what, command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        let mut lines = BufReader::new(stdout);
        let mut line = Vec::new();
        // Read as bytes, because a test may print something that is not UTF-8, and the counting must not stop there.
        while lines.read_until(b'\n', &mut line).map_err(|error| not_started(command, &error))? > 0 {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\r', '\n']);
            say(text);
            read(text);
            line.clear();
        }
    }
    child.wait().map_err(|error| not_started(command, &error))
}

/// What `command` prints; anything but success is a failure, which includes its error output. For questions, so nothing is
/// announced.
pub(crate) fn ask(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("{} {}", failed(command, output.status), complaint.trim())))
}

/// Like [`ask`], for questions to which an absent or failing program is an answer too.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    ask(command).ok()
}

fn announce(what: &str, command: &Command) {
    say(&format!("\n▸ {what}\n  $ {}", line(command)));
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::because(format!("`{}` could not be run", line(command)), error)
}

fn failed(command: &Command, status: ExitStatus) -> Failure {
    Failure::new(format!("`{}` failed ({status}).", line(command)))
}

/// The command, as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(std::ffi::OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["build", "--workspace"]).env("HIDDEN", "1");
        assert_eq!(line(&command), "cargo build --workspace");
    }

    #[cfg(unix)]
    #[test]
    fn a_question_that_is_not_answered_says_why() {
        let shell = |script: &str| ask(Command::new("sh").args(["-c", script]));
        assert_eq!(shell("echo yes; echo aside >&2").unwrap(), "yes");
        let failure = shell("echo half; echo no such package >&2; exit 3").unwrap_err().to_string();
        assert!(failure.contains("no such package") && failure.contains("exit status: 3"), "{failure}");
        let absent = ask(&mut Command::new("a-program-that-is-not-here")).unwrap_err().to_string();
        assert!(absent.contains("could not be run"), "{absent}");
    }

    #[test]
    fn the_root_holds_the_workspace() {
        let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[workspace]"));
    }
}
