//! The system's own programs, asked for one fact.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program of the system's may take.
const LIMIT: Duration = Duration::from_secs(3);
/// How often it is looked whether it has ended.
const STEP: Duration = Duration::from_millis(10);
/// Most bytes that are read of what it says. A pipe holds more, so that nobody has to wait for the reader.
const MOST_BYTES: u64 = 4096;

/// What a program says. `None` when there is no such program, it fails, or it does not end in time.
pub(crate) fn said_by(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    without_console(&mut command);
    let mut child = command.spawn().ok()?;
    let until = Instant::now() + LIMIT;
    let ended = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if Instant::now() < until => thread::sleep(STEP),
            Ok(None) | Err(_) => {
                // It is of no more use, whether it can be ended or not.
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    };
    let mut said = Vec::new();
    child.stdout.take()?.take(MOST_BYTES).read_to_end(&mut said).ok()?;
    ended.success().then(|| String::from_utf8_lossy(&said).into_owned())
}

/// A program with a window would flash a console on Windows (`CREATE_NO_WINDOW`).
#[cfg(windows)]
fn without_console(command: &mut Command) {
    std::os::windows::process::CommandExt::creation_flags(command, 0x0800_0000);
}

#[cfg(not(windows))]
fn without_console(_: &mut Command) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_heard_only_when_it_ends_well_and_in_time() {
        assert_eq!(said_by("sh", &["-c", "echo firefox"]).as_deref(), Some("firefox\n"));
        assert_eq!(said_by("sh", &["-c", "echo no; exit 1"]), None);
        assert_eq!(said_by("no-such-program-anywhere", &[]), None);
        let begun = Instant::now();
        assert_eq!(said_by("sh", &["-c", "exec sleep 60"]), None);
        assert!(begun.elapsed() < Duration::from_secs(30), "nobody waits for a program that hangs");
    }
}
