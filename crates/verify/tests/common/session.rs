//! A separate desktop session for a test, with a keyring that nobody else uses.
#![allow(unreachable_pub, reason = "each test program has it as a module")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Set for the test's second run, inside a session of its own.
const INSIDE: &str = "SMARTRADEX_VERIFY_SESSION";

/// Whether this is the run inside a session of its own.
pub fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

/// Starts an unlocked, unused keyring. It takes a moment until it can be found.
pub fn open_keyring() {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets", "--daemonize"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    daemon.stdin.take().unwrap().write_all(b"password").unwrap();
    assert!(daemon.wait().unwrap().success());
    let until = Instant::now() + Duration::from_secs(20);
    while let Err(fault) = smartradex_vault::probe() {
        assert!(Instant::now() < until, "the keyring stays shut: {fault:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Runs a test of the calling file again, in a session with its own bus and home. If that run fails, so does
/// the caller.
pub fn in_a_session(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let output = Command::new("dbus-run-session")
        .arg("--")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .env("HOME", folder.path())
        .env("XDG_RUNTIME_DIR", folder.path())
        .env_remove("XDG_DATA_HOME")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success() && said.contains("1 passed"), "inside its session:\n{said}");
}
