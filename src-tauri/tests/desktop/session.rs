//! A desktop session of its own for a test: the test's process is started once more inside it.
//!
//! A keyring and a clipboard belong to a session, and a test must neither see the user's nor leave anything in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Set inside a session: which part of the test to run and the user's folder, as `part:folder`.
const INSIDE: &str = "SMARTRADEX_TEST_SESSION";

/// The folders of one user, which all of the user's sessions share.
pub(crate) struct User(TempDir);

/// What a session offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bus {
    /// A bus on which services are started when asked for, as on a desktop.
    Activating,
    /// A bus on which nothing is started.
    Silent,
    /// No bus at all.
    None,
}

impl User {
    /// A user who has never logged in.
    pub(crate) fn new() -> Self {
        let user = Self(tempfile::tempdir().unwrap());
        for folder in ["home", "run"] {
            let folder = user.0.path().join(folder);
            std::fs::create_dir(&folder).unwrap();
            std::fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        }
        std::fs::write(user.0.path().join("silent.conf"), SILENT).unwrap();
        user
    }

    /// Opens a session, on this display if any, and runs a part of a test in it. If the part fails, this test does. `test`: its name with
    /// its module's.
    pub(crate) fn log_in(&self, test: &str, part: &str, bus: Bus, display: Option<&str>) {
        let folder = self.0.path();
        let program = std::env::current_exe().unwrap();
        let mut command = match bus {
            Bus::None => Command::new(&program),
            Bus::Activating | Bus::Silent => {
                let mut command = Command::new("dbus-run-session");
                if bus == Bus::Silent {
                    command.arg("--config-file").arg(folder.join("silent.conf"));
                }
                command.arg("--").arg(&program);
                command
            }
        };
        for variable in
            ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME", "XDG_CONFIG_HOME"]
        {
            command.env_remove(variable);
        }
        if bus == Bus::None {
            command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}/no-bus", folder.display()));
        }
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let output = command
            .args(["--exact", test, "--nocapture", "--test-threads=1"])
            .env(INSIDE, format!("{part}:{}", folder.display()))
            .env("HOME", folder.join("home"))
            .env("XDG_RUNTIME_DIR", folder.join("run"))
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("a session cannot be opened, is dbus-run-session there? {error}"));
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(output.status.success(), "{part} failed inside its session:\n{said}");
        assert!(said.contains("1 passed"), "{part} did not run:\n{said}");
    }
}

/// Inside a session: the part to run, and the user's folder.
pub(crate) fn inside() -> Option<(String, PathBuf)> {
    let told = std::env::var(INSIDE).ok()?;
    let (part, folder) = told.split_once(':').unwrap();
    Some((part.to_owned(), Path::new(folder).to_owned()))
}

/// Waits until something holds; fails after 20 seconds.
pub(crate) fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < until, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A bus that starts no service.
const SILENT: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;
