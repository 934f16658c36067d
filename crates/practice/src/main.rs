//! `smartradex-practice`: the pretend Binance as a program.

mod options;

use std::io::{self, Write};
use std::process::ExitCode;

use options::{Command, Options};
use smartradex_practice::{Exchange, Scenario, Server};

/// `EX_USAGE` of sysexits.h.
const WRONG_USAGE: u8 = 64;

fn main() -> ExitCode {
    let done = match options::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => print(options::HELP),
        Ok(Command::ListScenarios) => print(&scenarios()),
        Ok(Command::Serve(options)) => serve(*options),
        Err(error) => {
            complain(&format!("{error}\nTry --help."));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn serve(options: Options) -> io::Result<()> {
    let Options { listen, key, secret_key, scenario, latency } = options;
    let (api_key, secret_key) = scenario.handed_out(key.api_key(), &secret_key);
    let exchange = Exchange::with_key(key);
    exchange.set_scenario(scenario);
    exchange.set_latency(latency);
    let server = Server::bind(listen, exchange).await?;
    // Set up before the server is announced, so that an early SIGTERM is not missed.
    let ended = Ended::listen()?;
    let ready = serde_json::json!({ "url": server.url(), "api_key": api_key, "secret_key": secret_key });
    print(&format!("{ready}\n"))?;
    ended.wait().await
}

/// Waits for Ctrl-C or, on Unix, SIGTERM.
struct Ended {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Ended {
    fn listen() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            terminate: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?,
        })
    }

    #[cfg(unix)]
    async fn wait(mut self) -> io::Result<()> {
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = self.terminate.recv() => Ok(()),
        }
    }

    #[cfg(not(unix))]
    async fn wait(self) -> io::Result<()> {
        tokio::signal::ctrl_c().await
    }
}

fn scenarios() -> String {
    Scenario::all().iter().map(|one| format!("{}\t{}\n", one.name(), one.description())).collect()
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn complain(text: &str) {
    // If standard error cannot be written, there is nobody left to tell.
    let _ = writeln!(io::stderr(), "smartradex-practice: {text}");
}
