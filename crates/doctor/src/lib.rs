//! Finds what stands between this computer and Binance, for the user or for support on the telephone.
//!
//! It changes nothing, except that it writes a meaningless value to the keyring, reads it back and deletes it again. The result is a
//! [`Checkup`]; the wizard has the words for it.

mod browser;
mod command;
mod display;
mod system;

use std::time::Duration;

use smartradex_binance::{ClientOptions, Diagnosis, Endpoint, Fact, Failure, diagnose, local_clock};
use smartradex_wizard::{Browser, Checkup, Engine, VaultFault};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

pub use system::system_name;

/// Longest time for the whole check: somebody is looking at a window, or waiting on the telephone.
const LIMIT: Duration = Duration::from_secs(10);
/// Longest time for the way to Binance: a little less than the whole, so that its own findings are reported rather than that time ran out.
const WAY: Duration = Duration::from_secs(9);

/// Checks everything at once, within ten seconds. `engine` and `version` are what the caller knows about itself.
pub async fn check_up(endpoint: &Endpoint, engine: Engine, version: &str) -> Checkup {
    let options = ClientOptions { examination: WAY, ..ClientOptions::default() };
    let (way, keyring, browser, system) = tokio::join!(
        timeout(LIMIT, diagnose(endpoint, &options, local_clock)),
        within(smartradex_vault::probe, Err(VaultFault::NoAnswer)),
        within(browser::default, Browser::Unknown),
        within(system::system_and_version, system_name()),
    );
    Checkup {
        way: way.unwrap_or_else(|_| stalled()),
        keyring,
        engine,
        browser,
        display: display::present(),
        system,
        version: version.to_owned(),
    }
}

/// Runs something that may block on a thread meant for that. `otherwise` is returned if it does not end in time, or fails.
async fn within<Found: Send + 'static>(
    look: impl FnOnce() -> Found + Send + 'static,
    otherwise: Found,
) -> Found {
    match timeout(LIMIT, spawn_blocking(look)).await {
        Ok(Ok(found)) => found,
        Ok(Err(_)) | Err(_) => otherwise,
    }
}

/// What to report about the way if not even its own time limits ended the check: something on it hangs.
fn stalled() -> Diagnosis {
    Diagnosis {
        proxy: None,
        dns: Fact::NotTried,
        tcp: Fact::NotTried,
        tls: Fact::NotTried,
        http: Fact::Fails(Failure::Stalled),
        clock: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_fails_by_itself_says_what_stands_for_it() {
        assert_eq!(within(|| 1, 2).await, 1);
        let found = within(|| -> u8 { panic!("a fault of the program") }, 2).await;
        assert_eq!(found, 2);
    }
}
