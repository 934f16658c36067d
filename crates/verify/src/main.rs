//! `smartradex-verify`: the examination of a key without a window, for support staff and scripts.

mod arguments;
mod doctor;
mod input;
mod kept;
mod report;
mod runtime;

use std::alloc::System;
use std::io::{self, Write};
use std::process::ExitCode;

use arguments::{Command, Manner, Options};
use report::{End, Report};
use smartradex_binance::{
    Client, ClientOptions, Credentials, Endpoint, Examination, Failure, examine, local_clock,
};
use smartradex_vault::keep_crashes_quiet;
use smartradex_wizard::{Bot, Doubt, Known, Lang, OtherKey, Part, VaultFault, Words, judge, uid_hash};
use zeroizing_alloc::ZeroAlloc;

/// As in the program with the window: the libraries for the keyring, the terminal and the network make copies of a secret that
/// they do not wipe.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    keep_crashes_quiet("smartradex-verify", |_| ());
    let system = sys_locale::get_locale().map_or(Lang::En, |locale| Lang::of_locale(&locale));
    let (manner, command) = arguments::parse(std::env::args_os().skip(1), system);
    let words = Words { lang: manner.lang, binance: manner.lang };
    let report = match command {
        Ok(Command::Help) => {
            return tell(&format!("{}\n", words.string("verify-help")), End::Accepted);
        }
        Ok(Command::Version) => {
            return tell(concat!("smartradex-verify ", env!("CARGO_PKG_VERSION"), "\n"), End::Accepted);
        }
        Ok(Command::Doctor(endpoint)) => {
            let (said, end) = doctor::look(&endpoint, manner, words);
            return tell(&said, end);
        }
        Ok(Command::Verify(options)) => verify(&options, manner, words),
        Err(wrong) => Report::of_usage(wrong, words),
    };
    tell(&if manner.json { format!("{}\n", report.json()) } else { report.text(words) }, report.end)
}

/// A key to examine.
struct Subject {
    credentials: Credentials,
    doubts: Vec<(Part, Doubt)>,
    /// Whether it comes from the keyring, where only accepted keys are kept.
    kept: bool,
    /// The key kept for the other bot, which must belong to a different sub-account; or why it could not be read.
    other: Option<Result<Credentials, VaultFault>>,
}

fn verify(options: &Options, manner: Manner, words: Words) -> Report {
    let subject = if options.from_keyring {
        match kept::subject(&options.endpoint, options.bot) {
            Ok(subject) => subject,
            Err(fault) => return Report::of_keyring(fault, words),
        }
    } else {
        #[cfg(unix)]
        let _hidden = input::is_typed().then(input::Hidden::hide);
        if input::is_typed() && !manner.json {
            // A prompt that cannot be shown is no reason to stop.
            let _ = writeln!(io::stderr(), "{}", words.string("verify-prompt"));
        }
        match input::subject() {
            Ok(subject) => subject,
            Err(no_key) => return Report::of_input(no_key, words),
        }
    };
    let (examination, other_uid) = match ask(&options.endpoint, options.bot, &subject) {
        Ok(answers) => answers,
        Err(failure) => {
            (Examination { clock: Some(Err(failure)), finished: true, ..Examination::default() }, None)
        }
    };
    let nothing = Known::nothing(options.bot);
    let known = Known {
        lengths_doubtful: !subject.doubts.is_empty(),
        accepted_before: subject.kept,
        other: subject.other.as_ref().map(|other| OtherKey {
            uid_hash: other_uid.map(|uid| uid_hash(&nothing.salt, uid)),
            is_this_one: other.as_ref().is_ok_and(|other| other.api_key == subject.credentials.api_key),
        }),
        ..nothing
    };
    Report::of_verdict(&judge(&examination, &known), &examination, &options.endpoint, &subject.doubts, words)
}

/// Examines the key and, at the same time, finds the number of the account behind the other bot's key.
fn ask(endpoint: &Endpoint, bot: Bot, subject: &Subject) -> Result<(Examination, Option<u64>), Failure> {
    let client = Client::new(endpoint.clone(), &ClientOptions::default())?;
    let examined = examine(&client, &subject.credentials, bot.market(), local_clock, |_| ());
    let other = async {
        let credentials = subject.other.as_ref()?.as_ref().ok()?;
        let examination = examine(&client, credentials, bot.other().market(), local_clock, |_| ()).await;
        examination.account?.ok()?.uid
    };
    // If there are no handles left for a runtime, there is no network to be had either.
    runtime::run(async { tokio::join!(examined, other) }).ok_or(Failure::NoNetwork)
}

/// Prints the text, and returns the exit status. That nobody reads it any more is no error; but if it could not be printed, say, because
/// the disk is full, silence must not pass for success.
fn tell(text: &str, end: End) -> ExitCode {
    let mut out = io::stdout().lock();
    let end = match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => End::Unknown,
        Ok(()) | Err(_) => end,
    };
    ExitCode::from(end.status())
}
