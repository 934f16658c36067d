//! Runs the system's own programs to ask for a single fact.

use std::ffi::OsStr;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long such a program may take.
const LIMIT: Duration = Duration::from_secs(3);
/// How often to check whether it has ended.
const STEP: Duration = Duration::from_millis(10);
/// The most bytes read of its output. A pipe holds more than that, so the program need not wait for a reader before it can end.
const MOST_BYTES: u64 = 4096;

/// What a program prints. `None` if there is no such program, it fails, or it does not end in time. If it leaves another program behind
/// that could still print something, it counts as not having ended.
pub(crate) fn said_by(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
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
                // Its answer is no longer wanted, whether it can be killed or not.
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    };
    let out = child.stdout.take()?.take(MOST_BYTES);
    let (sender, heard) = mpsc::channel();
    let read = move || {
        let mut said = Vec::new();
        let all = { out }.read_to_end(&mut said).map(|_| said);
        // Fails if the time has run out and nobody listens any more.
        let _ = sender.send(all);
    };
    thread::Builder::new().name("heard".to_owned()).spawn(read).ok()?;
    let said = heard.recv_timeout(until.saturating_duration_since(Instant::now()).max(STEP)).ok()?.ok()?;
    ended.success().then(|| String::from_utf8_lossy(&said).into_owned())
}

/// The whole path of a program that belongs to Windows: by its name alone, one in another folder might be found first.
#[cfg(windows)]
pub(crate) fn of_windows(name: &str) -> std::path::PathBuf {
    let windows = std::env::var_os("SystemRoot").unwrap_or_else(|| r"C:\Windows".into());
    std::path::Path::new(&windows).join("System32").join(name)
}

/// Without this, a program that has a window would flash up a console on Windows (`CREATE_NO_WINDOW`).
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
        // A program that has ended but left another behind, which keeps the pipe open.
        assert_eq!(said_by("sh", &["-c", "sleep 60 & echo firefox"]), None);
        assert!(begun.elapsed() < Duration::from_secs(30), "nobody waits for a program that hangs");
    }
}
