//! A message bus that carries only what the test starts.

use std::ffi::OsString;
use std::fs;

use super::{Home, command};
use crate::Outcome;
use crate::process::Process;

#[derive(Debug)]
pub(super) struct Bus {
    _daemon: Process,
    address: String,
}

impl Bus {
    /// Starts it. No folder of services is configured, so that nothing starts by itself: neither a keyring nor a password
    /// prompt.
    pub(super) fn start(home: &Home, environment: &[(&'static str, OsString)]) -> Outcome<Self> {
        let configuration = home.file("bus.conf");
        fs::write(
            &configuration,
            format!(
                r#"<busconfig>
                    <type>session</type>
                    <listen>unix:path={}</listen>
                    <auth>EXTERNAL</auth>
                    <policy context="default">
                        <allow send_destination="*" eavesdrop="true"/>
                        <allow eavesdrop="true"/>
                        <allow own="*"/>
                    </policy>
                </busconfig>"#,
                home.file("bus").display()
            ),
        )?;
        let mut daemon = command("dbus-daemon", environment);
        daemon.args(["--nofork", "--nopidfile", "--print-address=1", "--config-file"]).arg(configuration);
        let (daemon, address) = Process::start_and_read_line(&daemon)?;
        Ok(Self { _daemon: daemon, address })
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}
