//! A running `smartradex-practice`, and its key.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use smartradex_tests::{Failure, Outcome};

/// The practice exchange. It ends when this is dropped.
pub(crate) struct Exchange {
    _program: Program,
    /// Its address.
    pub(crate) url: String,
    /// Its API key, which opens nothing real.
    pub(crate) api_key: String,
    /// The secret key that belongs to it.
    pub(crate) secret_key: String,
}

impl Exchange {
    /// Starts it with one of its scenarios; `good` plays no trouble.
    pub(crate) fn start(program: &Path, scenario: &str) -> Outcome<Self> {
        let mut command = Command::new(program);
        let mut program = Program(command.args(["--scenario", scenario]).stdout(Stdio::piped()).spawn()?);
        let mut line = String::new();
        if let Some(stdout) = program.0.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let ready: Value = serde_json::from_str(&line)?;
        let text = |name: &str| {
            let found = ready.get(name).and_then(Value::as_str).map(str::to_owned);
            found.ok_or_else(|| Failure::new(format!("smartradex-practice does not say its {name}")))
        };
        let (url, api_key, secret_key) = (text("url")?, text("api_key")?, text("secret_key")?);
        Ok(Self { _program: program, url, api_key, secret_key })
    }

    /// The two lines that `smartradex-verify` reads.
    pub(crate) fn key(&self) -> String {
        format!("{}\n{}\n", self.api_key, self.secret_key)
    }
}

/// Its process, which ends when this is dropped, even if its first line could not be understood.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // It is no error if it has already ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
