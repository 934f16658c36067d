//! The exchange: what it knows, shared between the HTTP side and whoever directs it.

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

/// What was asked so far. Nothing of the requests themselves is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// TCP connections accepted by a [`Server`]; those of the scenario `tls` only when TLS was agreed.
    pub connections: u64,
    /// Requests received, by call; `None` for a path or method that the exchange does not have.
    pub requests: BTreeMap<Option<Call>, u64>,
    /// Requests that came to the other host, to which the scenario `redirect` sends: a client must never make one.
    pub redirects_followed: u64,
}

#[derive(Debug, Default)]
struct State {
    keys: Vec<ServedKey>,
    /// API keys that existed once: Binance says of a deleted key something else than of one it never made.
    deleted: BTreeSet<String>,
    scenario: Scenario,
    /// When the first signed call under this scenario came.
    first_asked: Option<Instant>,
    delay: Option<Duration>,
    clock_offset_ms: i64,
    latency: Duration,
    /// Where the scenario `redirect` sends.
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

    /// Takes over the keys of the pages: to be called after each act. Keys that are gone count as deleted.
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

    /// Chooses how to behave from now on.
    pub fn set_scenario(&self, scenario: Scenario) {
        let mut state = self.state();
        state.scenario = scenario;
        state.first_asked = None;
    }

    /// How it behaves.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        self.state().scenario
    }

    /// How long the scenarios that change by themselves (`not-active-yet`, `late-trading`, `late-activation`) take to do
    /// so, counted from the first signed call; `None` for the time that their description tells.
    pub fn set_delay(&self, delay: Option<Duration>) {
        self.state().delay = delay;
    }

    /// How far Binance's clock is from this computer's, in milliseconds, on top of what the scenario says. Positive:
    /// Binance's shows a later time.
    pub fn set_clock_offset_ms(&self, offset_ms: i64) {
        self.state().clock_offset_ms = offset_ms;
    }

    /// By how much every answer, and the opening of every connection, is delayed: a long line.
    pub fn set_latency(&self, latency: Duration) {
        self.state().latency = latency;
    }

    /// What was asked so far.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        self.state().statistics.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves plain values behind, each complete.
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

    /// Whether less than this time went by since the first signed call, which may be this one.
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
