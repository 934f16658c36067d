//! Programs that a test starts and that end with it.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal};

use crate::{Failure, Outcome};

/// A running program. When this is dropped, it ends together with everything that it has started: they form a process
/// group of their own.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    name: OsString,
}

impl Process {
    /// Starts it; its output is appended to this file.
    pub(crate) fn start_logged(command: &Command, log: &Path) -> Outcome<Self> {
        let log = OpenOptions::new().create(true).append(true).open(log)?;
        Self::spawn(command, Stdio::null(), log.try_clone()?.into(), log.into())
    }

    /// Starts it with this on its standard input.
    pub(crate) fn start_with_input(command: &Command, input: &[u8]) -> Outcome<Self> {
        let mut process = Self::spawn(command, Stdio::piped(), Stdio::null(), Stdio::null())?;
        if let Some(mut stdin) = process.child.stdin.take() {
            stdin.write_all(input)?;
        }
        Ok(process)
    }

    /// Starts it and waits for the first line it prints, which signals that it is ready.
    pub(crate) fn start_and_read_line(command: &Command) -> Outcome<(Self, String)> {
        let mut process = Self::spawn(command, Stdio::null(), Stdio::piped(), Stdio::null())?;
        let mut line = String::new();
        if let Some(stdout) = process.child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let line = line.trim().to_owned();
        if line.is_empty() {
            return Err(Failure::new(format!("{} ended without a word", process.name.display())));
        }
        Ok((process, line))
    }

    /// Waits until the program itself has ended; what it left behind in its group keeps running.
    pub(crate) fn wait(&mut self) -> Outcome {
        let status = self.child.wait()?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("{} ended with {status}", self.name.display())))
    }

    /// The number of its process group.
    pub(crate) fn group(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    fn spawn(command: &Command, stdin: Stdio, stdout: Stdio, stderr: Stdio) -> Outcome<Self> {
        // With setpriv it ends even if the test is killed, when nothing is dropped any more.
        let mut wrapped = Command::new("setpriv");
        wrapped.args(["--pdeathsig", "KILL", "--"]).arg(command.get_program()).args(command.get_args());
        wrapped.env_clear();
        wrapped.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        wrapped.stdin(stdin).stdout(stdout).stderr(stderr).process_group(0);
        let name = command.get_program().to_owned();
        let child = wrapped
            .spawn()
            .map_err(|error| Failure::from(error).during(format_args!("starting {}", name.display())))?;
        Ok(Self { child, name })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It is no error if they have already ended.
        let _ = rustix::process::kill_process_group(self.group(), Signal::KILL);
        let _ = self.child.wait();
    }
}
