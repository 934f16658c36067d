//! `smartradex-verify` from the start of its process to its end with the verdict, beside what others need for one of its five calls.
//!
//! All are asked in turn against the same `smartradex-practice`, over plain HTTP on loopback. A run counts only when its answer was
//! right.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use serde_json::Value;
use smartradex_tests::{Failure, Outcome};

use crate::exchange::Exchange;
use crate::places::Places;
use crate::report::{Goal, Report, median};

const ROUNDS: usize = 25;
/// Rounds before these, not measured, in which the disk's cache fills.
const WARMING: usize = 2;

/// Another program, which asks for the permissions of the key and prints them.
struct Peer {
    program: PathBuf,
    script: Option<PathBuf>,
    ms: &'static str,
    ratio: &'static str,
    goal: Goal,
}

impl Peer {
    fn all(places: &Places) -> [Self; 5] {
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

    /// How long it takes, in milliseconds. Its key comes in its environment, as its makers' examples do it.
    fn time(&self, exchange: &Exchange) -> Outcome<f64> {
        let mut command = Command::new(&self.program);
        command.args(&self.script);
        command.env("API_KEY", &exchange.api_key).env("SECRET_KEY", &exchange.secret_key);
        command.env("ENDPOINT", &exchange.url);
        let (output, ms) = timed(&mut command, "")?;
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        if answer.get("enableReading").is_some_and(|value| *value == true) {
            return Ok(ms);
        }
        Err(Failure::new(String::from_utf8_lossy(&output.stderr)))
    }
}

/// Asks all, in turn.
pub(crate) fn measure(places: &Places, report: &mut Report) -> Outcome {
    let exchange = Exchange::start(&places.practice(), "good")?;
    let mut ours = Vec::new();
    let mut peers = Peer::all(places).map(|peer| (peer, Some(Vec::new())));
    for round in 0..WARMING + ROUNDS {
        let our = accepted(&places.verify(), &exchange.url, &exchange.key())?;
        if round >= WARMING {
            ours.push(our);
        }
        for (peer, times) in &mut peers {
            let Some(taken) = times else { continue };
            match peer.time(&exchange) {
                Ok(time) if round >= WARMING => taken.push(time),
                Ok(_) => {}
                Err(failure) => {
                    say(&format!("{} is not measured: {failure:?}", peer.ratio));
                    *times = None;
                }
            }
        }
    }
    let our = median(&ours);
    report.tell("verify_ms", our, Goal::None);
    for (peer, times) in peers {
        let time = times.as_deref().and_then(median);
        report.tell(peer.ms, time, Goal::None);
        report.tell(peer.ratio, time.zip(our).map(|(time, our)| time / our), peer.goal);
    }
    refused(places, report)
}

/// An address where nobody listens.
fn refused(places: &Places, report: &mut Report) -> Outcome {
    let exchange = Exchange::start(&places.practice(), "refused")?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let mut command = verify(&places.verify(), &exchange.url);
        let (output, ms) = timed(&mut command, &exchange.key())?;
        let told: Value = serde_json::from_slice(&output.stdout)?;
        if output.status.code() != Some(2) || told["causes"][0] != "refused" {
            return Err(Failure::new(format!("a refused connection is told as {told}")));
        }
        times.push(ms);
    }
    report.tell("refused_ms", median(&times), Goal::Below(500.0));
    Ok(())
}

/// How long `smartradex-verify` takes to accept a key, in milliseconds.
fn accepted(program: &Path, url: &str, key: &str) -> Outcome<f64> {
    let (output, ms) = timed(&mut verify(program, url), key)?;
    let told: Value = serde_json::from_slice(&output.stdout)?;
    if told["accepted"] == true && output.status.success() {
        return Ok(ms);
    }
    Err(Failure::new(format!("a good key is judged {told}")))
}

/// `smartradex-verify`, asking this address.
pub(crate) fn verify(program: &Path, url: &str) -> Command {
    let mut command = Command::new(program);
    command.args(["--json", "--lang", "en", "--endpoint", url]);
    command
}

/// Runs a program to its end with this input, and says how long that took, in milliseconds.
pub(crate) fn timed(command: &mut Command, input: &str) -> Outcome<(Output, f64)> {
    let begun = Instant::now();
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = piped.spawn()?;
    if let Some(mut stdin) = program.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    let output = program.wait_with_output()?;
    Ok((output, begun.elapsed().as_secs_f64() * 1000.0))
}

#[expect(clippy::print_stderr, reason = "a program for a terminal speaks through it")]
fn say(words: &str) {
    eprintln!("{words}");
}
