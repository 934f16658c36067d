//! The exchange's state, shared between the HTTP side and the code that directs it.

mod call;
mod canned;
mod handler;
mod order;
mod play;
mod rejection;
mod served_key;
mod server;
mod signed;
mod sockets;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::account::Account;
use crate::scenario::Scenario;

pub use call::Call;
pub use handler::router;
pub use play::SHARED_UID;
pub use served_key::{NotAPermission, ServedKey};
pub use server::Server;

/// A pretend Binance's side of the HTTP API. Clones share one state, so that keys and scenario can change while it serves.
#[derive(Debug, Clone, Default)]
pub struct Exchange(Arc<Mutex<State>>);

/// What has been asked so far. Nothing of the requests themselves is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// TCP connections accepted by a [`Server`]. In the scenario `tls`, only those on which TLS was agreed.
    pub connections: u64,
    /// Requests received, by call; `None` counts paths and methods that the exchange does not have.
    pub requests: BTreeMap<Option<Call>, u64>,
    /// Requests that reached the other host, to which the scenario `redirect` redirects. A client must never make one.
    pub redirects_followed: u64,
}

#[derive(Debug, Default)]
struct State {
    keys: Vec<ServedKey>,
    /// API keys that once existed: Binance answers differently for a deleted key and for one it never issued.
    deleted: BTreeSet<String>,
    scenario: Scenario,
    /// When the first signed call under this scenario arrived.
    first_asked: Option<Instant>,
    delay: Option<Duration>,
    clock_offset_ms: i64,
    latency: Duration,
    /// Where the scenario `redirect` sends clients.
    other_host: Option<String>,
    statistics: Statistics,
}

impl Exchange {
    /// An exchange with one key, under the scenario `good`.
    #[must_use]
    pub fn with_key(key: ServedKey) -> Self {
        let exchange = Self::default();
        exchange.state().keys.push(key);
        exchange
    }

    /// Takes over the keys from the pages; to be called after each act. Keys that are gone count as deleted.
    pub fn publish(&self, account: &Account) {
        let now = now_ms();
        let mut state = self.state();
        let before = std::mem::take(&mut state.keys);
        let created = |api_key: &str| {
            before.iter().find(|key| key.api_key() == api_key).and_then(ServedKey::created_ms).unwrap_or(now)
        };
        let keys: Vec<_> = account
            .keys()
            .iter()
            .filter_map(|key| ServedKey::of_account(account, key.number))
            .map(|key| {
                let created_ms = created(key.api_key());
                key.created_at(created_ms)
            })
            .collect();
        let gone = before.iter().filter(|old| keys.iter().all(|key| key.api_key() != old.api_key()));
        state.deleted.extend(gone.map(|key| key.api_key().to_owned()));
        state.keys = keys;
    }

    /// Sets how the exchange behaves from now on.
    pub fn set_scenario(&self, scenario: Scenario) {
        let mut state = self.state();
        state.scenario = scenario;
        state.first_asked = None;
    }

    /// How it behaves now.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        self.state().scenario
    }

    /// How long the scenarios that change by themselves (`not-active-yet`, `late-trading`, `late-activation`) take to do
    /// so, counted from the first signed call; `None` means the time given in their description.
    pub fn set_delay(&self, delay: Option<Duration>) {
        self.state().delay = delay;
    }

    /// How far Binance's clock is from this computer's, in milliseconds, in addition to the scenario's own offset.
    /// Positive: Binance's clock is ahead.
    pub fn set_clock_offset_ms(&self, offset_ms: i64) {
        self.state().clock_offset_ms = offset_ms;
    }

    /// By how much every answer, and the opening of every connection, is delayed, as over a long distance.
    pub fn set_latency(&self, latency: Duration) {
        self.state().latency = latency;
    }

    /// What has been asked so far.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        self.state().statistics.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves only plain values behind, each of them complete.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn latency(&self) -> Duration {
        self.state().latency
    }

    /// Binance's time, in milliseconds since 1970.
    fn server_time_ms(&self) -> i64 {
        let state = self.state();
        let offset = play::clock_offset_ms(state.scenario).saturating_add(state.clock_offset_ms);
        now_ms().saturating_add(offset)
    }

    /// Whether less than this time has passed since the first signed call, which may be this one.
    fn is_early(&self, usual_delay: Duration) -> bool {
        let mut state = self.state();
        let delay = state.delay.unwrap_or(usual_delay);
        state.first_asked.get_or_insert_with(Instant::now).elapsed() < delay
    }
}

fn now_ms() -> i64 {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX)
}
