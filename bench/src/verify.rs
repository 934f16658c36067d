//! `smartradex-verify`, from the start of its process to its end with the verdict, beside the time others need for one of its five
//! calls.
//!
//! All are run in turn against the same `smartradex-practice`, over plain HTTP on loopback. A run counts only if its answer was
//! right.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use serde_json::Value;
use smartradex_tests::{Failure, Outcome};

use crate::exchange::Exchange;
use crate::peers::Peer;
use crate::places::Places;
use crate::report::{Goal, Report, median};

const ROUNDS: usize = 25;
/// Rounds before those, not measured, in which the disk's cache fills.
const WARMING: usize = 2;

/// Runs all of them, in turn.
pub(crate) fn measure(places: &Places, report: &mut Report) -> Outcome {
    let exchange = Exchange::start(&places.practice(), "good")?;
    let mut ours = Vec::new();
    let mut peers = Peer::all(places).map(|peer| (peer, Vec::new()));
    for round in 0..WARMING + ROUNDS {
        let our = accepted(&places.verify(), &exchange.url, &exchange.key())?;
        if round >= WARMING {
            ours.push(our);
        }
        for (peer, times) in &mut peers {
            let time = peer.time(&exchange)?;
            if round >= WARMING {
                times.push(time);
            }
        }
    }
    let our = median(&ours);
    report.tell("verify_ms", our, Goal::None);
    for (peer, times) in peers {
        let time = median(&times);
        report.tell(peer.ms, time, Goal::None);
        report.tell(peer.ratio, time.zip(our).map(|(time, our)| time / our), peer.goal);
    }
    refused(places, report)
}

/// Measures a run against an address where nobody listens.
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

/// Runs a program to its end with this input, and returns how long that took, in milliseconds.
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
