//! The program's command line.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::time::Duration;

use lexopt::prelude::*;
use smartradex_practice::{Account, Bot, Bots, Scenario, ServedKey};

pub(crate) const HELP: &str = "\
smartradex-practice: a pretend Binance on this computer, for practice and for tests

Usage: smartradex-practice --listen ADDRESS:PORT [options]

Prints one line of JSON when ready, {\"url\":…,\"api_key\":…,\"secret_key\":…}, and serves until it is ended.
Point any Binance client at the url. No order is ever placed, and no money exists.

  --listen ADDRESS:PORT  where to listen; loopback only; port 0 takes a free one [127.0.0.1:0]
  --key K --secret S     the key to serve; both or neither. Pretend values only: other programs on this computer
                         can see them, so never give real ones
  --enable FLAG          turns a permission on, named as in apiRestrictions (enableFutures); may be given again;
                         a name that Binance does not have makes an unknown permission
  --disable FLAG         turns a permission off; may be given again
  --ip-restricted        the key is restricted to trusted IP addresses
  --main-account         the key is the main account's, not a sub-account's
  --scenario NAME        plays a trouble instead of answering well
  --list-scenarios       prints every scenario with its description, separated by a tab
  --latency-ms N         delays every answer, and the opening of every connection, by N ms
  --help                 prints this
";

/// What the program is to do.
pub(crate) enum Command {
    /// Print the help.
    Help,
    /// Print the scenarios.
    ListScenarios,
    /// Serve.
    Serve(Box<Options>),
}

/// How to serve.
pub(crate) struct Options {
    pub(crate) listen: SocketAddr,
    pub(crate) key: ServedKey,
    /// The true secret; the scenario decides what is handed out for it.
    pub(crate) secret_key: String,
    pub(crate) scenario: Scenario,
    pub(crate) latency: Duration,
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let (mut api_key, mut secret_key) = (None, None);
    let mut permissions = Vec::new();
    let (mut ip_restricted, mut main_account) = (false, false);
    let mut scenario = Scenario::Good;
    let mut latency = Duration::ZERO;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("list-scenarios") => return Ok(Command::ListScenarios),
            Long("listen") => listen = parser.value()?.parse()?,
            Long("key") => api_key = Some(header_value(parser.value()?.string()?)?),
            Long("secret") => secret_key = Some(parser.value()?.string()?),
            Long("enable") => permissions.push((parser.value()?.string()?, true)),
            Long("disable") => {
                let name = parser.value()?.string()?;
                if !ServedKey::documents(&name) {
                    return Err(format!("--disable: there is no permission {name:?}").into());
                }
                permissions.push((name, false));
            }
            Long("ip-restricted") => ip_restricted = true,
            Long("main-account") => main_account = true,
            Long("scenario") => {
                let name = parser.value()?.string()?;
                let unknown = |_| format!("no scenario {name:?}; --list-scenarios names them");
                scenario = name.parse().map_err(unknown)?;
            }
            Long("latency-ms") => latency = Duration::from_millis(parser.value()?.parse()?),
            Short(_) | Long(_) | Value(_) => return Err(argument.unexpected()),
        }
    }
    if !listen.ip().is_loopback() {
        return Err(format!("--listen: {} is not a loopback address", listen.ip()).into());
    }
    let (api_key, secret_key) = match (api_key, secret_key) {
        (Some(api_key), Some(secret_key)) => (api_key, secret_key),
        (None, None) => pretend_values(),
        (Some(_), None) | (None, Some(_)) => return Err("--key and --secret go together".into()),
    };
    let mut key = ServedKey::good(&api_key, &secret_key);
    for (name, on) in permissions {
        let wrong = |_| format!("--enable: {name:?} cannot be the name of a permission");
        key.set_permission(&name, on).map_err(wrong)?;
    }
    key.set_ip_restricted(ip_restricted);
    key.set_main_account(main_account);
    Ok(Command::Serve(Box::new(Options { listen, key, secret_key, scenario, latency })))
}

fn header_value(value: String) -> Result<String, lexopt::Error> {
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(value)
    } else {
        Err("--key: only printable ASCII characters without spaces can be sent".into())
    }
}

/// Key and secret, the same at every start, so that a client's settings stay valid.
fn pretend_values() -> (String, String) {
    let mut account = Account::new([0; 16], Bots::Bitcoin);
    let number = account.skip_step_2(Bot::Bitcoin);
    (account.api_key(number).unwrap_or_default(), account.secret_key(number).unwrap_or_default())
}
