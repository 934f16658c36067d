//! `smartradex-verify`: the examination of a key without a window, for support staff and scripts.

mod arguments;
mod input;
mod report;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use arguments::{Command, Manner, Options};
use input::Given;
use report::Report;
use smartradex_binance::{Client, ClientOptions, Examination, Failure, Market, examine};
use smartradex_wizard::{Bot, Known, Lang, Words, judge};

fn main() -> ExitCode {
    let system = sys_locale::get_locale().map_or(Lang::En, |locale| Lang::of_locale(&locale));
    let (manner, command) = arguments::parse(std::env::args_os().skip(1), system);
    let words = Words { lang: manner.lang, binance: manner.lang };
    let report = match command {
        Ok(Command::Help) => {
            tell(&format!("{}\n", words.string("verify-help")));
            return ExitCode::SUCCESS;
        }
        Ok(Command::Version) => {
            tell(concat!("smartradex-verify ", env!("CARGO_PKG_VERSION"), "\n"));
            return ExitCode::SUCCESS;
        }
        Ok(Command::Verify(options)) => verify(&options, manner, words),
        Err(wrong) => Report::of_usage(wrong, words),
    };
    tell(&if manner.json { format!("{}\n", report.json()) } else { report.text(words) });
    ExitCode::from(report.end.status())
}

fn verify(options: &Options, manner: Manner, words: Words) -> Report {
    if input::is_typed() && !manner.json {
        // A prompt that cannot be shown is no reason not to go on.
        let _ = writeln!(io::stderr(), "{}", words.string("verify-prompt"));
    }
    let Given { credentials, doubts } = match input::from_stdin() {
        Ok(given) => given,
        Err(not_a_key) => return Report::of_paste(not_a_key, words),
    };
    let examination = match ask(options, &credentials) {
        Ok(examination) => examination,
        Err(failure) => Examination { clock: Some(Err(failure)), finished: true, ..Examination::default() },
    };
    let known = Known { lengths_doubtful: !doubts.is_empty(), ..Known::nothing(options.bot) };
    Report::of_verdict(&judge(&examination, &known), &examination, &doubts, words)
}

fn ask(options: &Options, credentials: &smartradex_binance::Credentials) -> Result<Examination, Failure> {
    let client = Client::new(options.endpoint.clone(), &ClientOptions::default())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    // It fails where the system gives no more handles, so there is no network to be had either.
    let runtime = runtime.map_err(|_| Failure::NoNetwork)?;
    let market = match options.bot {
        Bot::Bitcoin => Market::Bitcoin,
        Bot::Ether => Market::Ether,
    };
    Ok(runtime.block_on(examine(&client, credentials, market, local_clock, |_| ())))
}

/// This computer's time in milliseconds since 1970. One before 1970 is as wrong as can be, and is corrected like any other.
fn local_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Whoever does not read any more is not told.
fn tell(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
