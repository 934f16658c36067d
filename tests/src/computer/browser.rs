//! A browser that opens nothing and reports what it was asked to open.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use rustix::fs::{CWD, Mode};
use tokio::io::AsyncBufReadExt;
use tokio::io::BufReader;
use tokio::net::unix::pipe::{self, Receiver};
use tokio::time::timeout;

use super::Home;
use crate::{Failure, Outcome};

/// How long the program may take to call the browser.
const LIMIT: Duration = Duration::from_secs(10);

/// The browser, which comes first on the PATH under the name by which desktops open things.
#[derive(Debug)]
pub struct Browser(BufReader<Receiver>);

impl Browser {
    pub(super) fn install(home: &Home) -> Outcome<Self> {
        let (program, asked) = (home.programs().join("xdg-open"), home.file("asked"));
        rustix::fs::mkfifoat(CWD, &asked, Mode::RUSR | Mode::WUSR)?;
        // A browser built on the same web engine as the program would obey these variables too.
        let heard = "$WEBKIT_DISABLE_COMPOSITING_MODE$JSC_useDFGJIT$JSC_useConcurrentJIT$1";
        fs::write(&program, format!("#!/bin/sh\nprintf '%s\\n' \"{heard}\" > '{}'\n", asked.display()))?;
        fs::set_permissions(&program, Permissions::from_mode(0o700))?;
        // Also opened for writing, so that it does not reach its end when the first writer closes it.
        let receiver = pipe::OpenOptions::new().read_write(true).open_receiver(&asked)?;
        Ok(Self(BufReader::new(receiver)))
    }

    /// Waits for the next address that it is asked to open.
    ///
    /// # Errors
    /// When it is not asked within ten seconds.
    pub async fn next(&mut self) -> Outcome<String> {
        let mut line = String::new();
        timeout(LIMIT, self.0.read_line(&mut line))
            .await
            .map_err(|_| Failure::new("the browser was not asked to open anything"))??;
        Ok(line.trim_end().to_owned())
    }
}
