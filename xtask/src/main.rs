//! The project's own commands: `cargo xtask run | test | check | tour | fuzz | bench | bundle | windows | macos`.
//!
//! They use no dependencies, because they have to be compiled before anything can be shown on the screen.

mod bench;
mod bundle;
mod check;
mod command;
mod deny;
mod fingerprint;
mod fuzz;
mod macos;
mod page;
mod programs;
mod run;
mod steps;
mod system;
mod test;
mod tour;
mod windows;

use std::env;
use std::process::ExitCode;

use command::Command;

fn main() -> ExitCode {
    let typed: Vec<String> = env::args().skip(1).collect();
    let command = match typed.as_slice() {
        [name] => Command::named(name),
        _ => None,
    };
    let Some(command) = command else {
        steps::complain(&command::usage());
        return ExitCode::from(64);
    };
    let ended = match command {
        Command::Run => run::run(),
        Command::Test => return test::run(),
        Command::Check => check::run(),
        Command::Tour => tour::run(tour::Looks::All),
        Command::Fuzz => fuzz::run(),
        Command::Bench => bench::run(),
        Command::Bundle => bundle::run(),
        Command::Windows => windows::run(),
        Command::MacOs => macos::run(),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            steps::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}
