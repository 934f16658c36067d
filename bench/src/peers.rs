//! Other libraries for talking to Binance, which `cargo xtask bench` installs from `bench/peers`.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use smartradex_tests::{Failure, Outcome};

use crate::exchange::Exchange;
use crate::places::Places;
use crate::report::Goal;
use crate::verify::timed;

/// The code by which Binance refuses in each of these scenarios of the practice exchange.
const REFUSED: [(&str, &str); 4] = [
    ("key-not-recognised", "-2015"),
    ("wrong-secret", "-1022"),
    ("clock", "-1021"),
    ("too-many-requests", "-1003"),
];

/// Another program, which asks for the key's permissions and prints them.
pub(crate) struct Peer {
    program: PathBuf,
    script: Option<PathBuf>,
    /// The name in the report for its time, and for how many times ours that is.
    pub(crate) ms: &'static str,
    pub(crate) ratio: &'static str,
    pub(crate) goal: Goal,
}

impl Peer {
    pub(crate) fn all(places: &Places) -> [Self; 5] {
        let bench = places.bench();
        let python = |script, ms, ratio| Self {
            program: bench.join("python/bin/python"),
            script: Some(bench.join("peers").join(script)),
            ms,
            ratio,
            goal: Goal::AtLeast(10.0),
        };
        let node = |script, ms, ratio| Self {
            program: "node".into(),
            script: Some(bench.join("peers/node").join(script)),
            ms,
            ratio,
            goal: Goal::AtLeast(10.0),
        };
        [
            python("ccxt_python.py", "ccxt_python_ms", "verify_vs_ccxt_python"),
            node("ccxt.mjs", "ccxt_javascript_ms", "verify_vs_ccxt_javascript"),
            python("python_binance.py", "python_binance_ms", "verify_vs_python_binance"),
            node("wallet.mjs", "binance_wallet_ms", "verify_vs_binance_wallet"),
            Self {
                program: bench.join("peers/binance-sdk/target/release/binance-sdk-peer"),
                script: None,
                ms: "binance_sdk_ms",
                ratio: "verify_vs_binance_sdk",
                goal: Goal::AtLeast(1.0),
            },
        ]
    }

    /// How long it takes, in milliseconds, to get the right answer.
    pub(crate) fn time(&self, exchange: &Exchange) -> Outcome<f64> {
        let (output, ms) = self.run(exchange)?;
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        if answer.get("enableReading").is_some_and(|value| *value == true) {
            return Ok(ms);
        }
        Err(self.failed("is not answered", &output))
    }

    /// Runs it. The key is passed in the environment, as its makers do in their examples.
    fn run(&self, exchange: &Exchange) -> Outcome<(Output, f64)> {
        let mut command = Command::new(&self.program);
        command.args(&self.script);
        command.env("API_KEY", &exchange.api_key).env("SECRET_KEY", &exchange.secret_key);
        command.env("ENDPOINT", &exchange.url);
        let run = timed(&mut command, "");
        run.map_err(|failure| failure.during(self.program.display()))
    }

    fn failed(&self, what: &str, output: &Output) -> Failure {
        let complaint = String::from_utf8_lossy(&output.stderr);
        Failure::new(format!(
            "{} {what}: {complaint}",
            self.script.as_ref().unwrap_or(&self.program).display()
        ))
    }
}

/// Checks that each of them, when refused by the practice exchange, reports the code by which Binance refuses: each knows Binance
/// independently of us.
///
/// # Errors
/// When one reports something else.
pub(crate) fn report_what_is_refused(places: &Places) -> Outcome {
    for (scenario, code) in REFUSED {
        let exchange = Exchange::start(&places.practice(), scenario)?;
        for peer in Peer::all(places) {
            let (output, _) = peer.run(&exchange)?;
            if output.status.success() || !String::from_utf8_lossy(&output.stderr).contains(code) {
                return Err(
                    peer.failed(&format!("does not report {code} in the scenario {scenario}"), &output)
                );
            }
        }
    }
    Ok(())
}
