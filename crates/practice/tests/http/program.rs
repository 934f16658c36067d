//! The program `smartradex-practice`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};
use smartradex_practice::Scenario;

use crate::client::*;

const PROGRAM: &str = env!("CARGO_BIN_EXE_smartradex-practice");

/// The running program, which is ended when the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

fn start(arguments: &[&str]) -> (Running, Client) {
    let mut child = Command::new(PROGRAM).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(ready.as_object().unwrap().len(), 3, "{line}");
    let text = |name: &str| ready[name].as_str().unwrap().to_owned();
    let (url, api_key, secret_key) = (text("url"), text("api_key"), text("secret_key"));
    (Running(child), Client { http: http().build().unwrap(), url, api_key, secret_key })
}

#[tokio::test]
async fn a_good_key_is_served_by_default() {
    let (_running, client) = start(&["--listen", "127.0.0.1:0"]);
    assert_eq!((client.api_key.len(), client.secret_key.len()), (64, 64));
    assert_eq!(client.signed(RESTRICTIONS, "").await.0, 200);
    assert_eq!(client.post(ORDER_TEST, ORDER).await, (200, json!({})));
}

#[tokio::test]
async fn the_options_reach_the_key() {
    let (_running, client) = start(&[
        "--key",
        API_KEY,
        "--secret",
        SECRET,
        "--enable",
        "enableFutures",
        "--enable=enableMoonTravel",
        "--disable",
        "enableSpotAndMarginTrading",
        "--ip-restricted",
        "--main-account",
    ]);
    assert_eq!((client.api_key.as_str(), client.secret_key.as_str()), (API_KEY, SECRET));
    let (_, answer) = client.signed(RESTRICTIONS, "").await;
    for on in ["enableFutures", "enableMoonTravel", "ipRestrict", "enableReading"] {
        assert_eq!(answer[on], json!(true), "{on}");
    }
    assert_eq!(answer["enableSpotAndMarginTrading"], json!(false));
    assert_refused(&client.signed(HISTORY, "").await, 400, -12022);
}

#[tokio::test]
async fn a_scenario_reaches_the_values_handed_out() {
    let (_running, client) = start(&["--scenario", "swapped", "--key", API_KEY, "--secret", SECRET]);
    assert_eq!((client.api_key.as_str(), client.secret_key.as_str()), (SECRET, API_KEY));
    assert_refused(&client.signed(RESTRICTIONS, "").await, 401, -2015);
}

#[test]
fn scenarios_are_listed_one_a_line() {
    let output = run(&["--list-scenarios"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let listed: Vec<_> = text.lines().map(|line| line.split_once('\t').unwrap()).collect();
    let expected: Vec<_> = Scenario::all().iter().map(|one| (one.name(), one.description())).collect();
    assert_eq!(listed, expected);
}

#[test]
fn wrong_usage_is_told_on_standard_error() {
    for arguments in [
        &["--bogus"][..],
        &["stray"],
        &["--listen"],
        &["--listen", "localhost"],
        &["--listen", "0.0.0.0:0"],
        &["--scenario", "bogus"],
        &["--key", "alone"],
        &["--key", "with space", "--secret", "s"],
        &["--enable", "ipRestrict"],
        &["--disable", "enableMoonTravel"],
        &["--latency-ms", "soon"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8(help.stdout).unwrap().contains("never give real ones"));
}

#[cfg(unix)]
#[test]
fn it_ends_well_when_asked_to() {
    let mut child = Command::new(PROGRAM).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut String::new()).unwrap();
    let ended = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(ended.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut out, &mut rest).unwrap();
    assert_eq!(rest, "", "one line, no more");
}
