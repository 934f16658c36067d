//! The program, run as a script would run it.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its part")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use std::io::Write;
use std::net::Ipv4Addr;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use smartradex_practice::{Exchange, Scenario, ServedKey, Server};

pub const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
pub const SECRET_KEY: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/// The two lines of a correct key.
pub fn right_input() -> String {
    format!("{API_KEY}\n{SECRET_KEY}\n")
}

/// The program with these arguments, on an English-language system and without any proxy that this machine may
/// have.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smartradex-verify"));
    for name in [
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "LC_ALL",
        "LANGUAGE",
    ] {
        command.env_remove(name);
    }
    command.env("LANG", "en_GB.UTF-8").args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the program prints, and how it ends.
pub struct Said {
    pub status: i32,
    pub out: String,
    pub error: String,
}

impl Said {
    fn new(output: Output) -> Self {
        let [out, error] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("words"));
        Self { status: output.status.code().expect("an end of its own"), out, error }
    }

    /// The one JSON object.
    pub fn json(&self) -> Value {
        let value: Value = serde_json::from_str(&self.out).expect("one JSON object and nothing else");
        assert!(value.is_object());
        value
    }
}

/// Runs the program with `input` on standard input, which is then closed.
pub fn run(arguments: &[&str], input: &[u8]) -> Said {
    let mut child = program(arguments).spawn().unwrap();
    // Fails if the program has read enough and closed its end.
    let _ = child.stdin.take().unwrap().write_all(input);
    Said::new(child.wait_with_output().unwrap())
}

/// A practice exchange on loopback, and the values that the user copies from it.
pub async fn practice(scenario: Scenario) -> (Server, String) {
    let (api_key, secret_key) = scenario.handed_out(API_KEY, SECRET_KEY);
    let server = exchange(ServedKey::good(API_KEY, SECRET_KEY)).await;
    server.exchange().set_scenario(scenario);
    (server, format!("{api_key}\n{secret_key}\n"))
}

/// A practice exchange that serves this key.
pub async fn exchange(key: ServedKey) -> Server {
    Server::bind((Ipv4Addr::LOCALHOST, 0).into(), Exchange::with_key(key)).await.unwrap()
}

/// The names in the list of causes.
pub fn causes(json: &Value) -> Vec<String> {
    json["causes"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}
