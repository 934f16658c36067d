//! What the examination of a key has found.

use std::fmt;

use crate::{Failure, Permissions};

/// How far this computer's clock is from Binance's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Binance's time minus this computer's, in milliseconds: negative when this computer is ahead. Half the round trip is
    /// allowed for, but no more than a quarter of a second, because the first round trip also opened the connection.
    pub offset_ms: i64,
}

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountKind {
    /// A sub-account's.
    SubAccount,
    /// The main account's.
    MainAccount,
    /// Binance did not say. This must not block the user.
    Unknown,
}

/// The account behind the key.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// `uid`, which tells whether two keys belong to the same (sub-)account. Never shown, and stored only as a salted
    /// hash.
    pub uid: Option<u64>,
}

/// Shows only whether the number is known.
impl fmt::Debug for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.uid.is_some() { "Account(hidden)" } else { "Account(unknown)" })
    }
}

/// What `POST /api/v3/order/test` said. It never sends an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestOrder {
    /// Trading works for the bot's pair.
    Accepted,
    /// The symbol whitelist is on and does not contain the bot's pairs.
    NotWhitelisted,
    /// The key may not trade (-2015), or may do nothing at all; the permissions tell which.
    NotPermitted,
    /// Anything else, which proves nothing.
    Inconclusive,
}

/// The market on which a bot trades. It decides which pairs the test order tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Market {
    /// BTCEUR, then BTCUSDC.
    Bitcoin,
    /// ETHEUR, then ETHUSDC.
    Ether,
}

/// What has been learnt so far. `None` means not yet known. It is reported again, whole, each time something is learnt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examination {
    /// `GET /api/v3/time`. If a second such call is answered with a request to be left alone, that answer replaces the
    /// first.
    pub clock: Option<Result<Clock, Failure>>,
    /// `GET /sapi/v1/account/apiRestrictions`.
    pub permissions: Option<Result<Permissions, Failure>>,
    /// `GET /sapi/v1/sub-account/transfer/subUserHistory`.
    pub kind: Option<Result<AccountKind, Failure>>,
    /// `GET /api/v3/account`.
    pub account: Option<Result<Account, Failure>>,
    /// `POST /api/v3/order/test`.
    pub order: Option<Result<TestOrder, Failure>>,
    /// Round trips made one after another, not counting the opening of the connection.
    pub round_trips: u32,
    /// Nothing more will be learnt.
    pub finished: bool,
}

impl Examination {
    /// The calls that failed, in the order in which they are made, each by the end of its path.
    pub fn failures(&self) -> impl Iterator<Item = (&'static str, &Failure)> {
        fn failure<Found>(result: Option<&Result<Found, Failure>>) -> Option<&Failure> {
            result.and_then(|result| result.as_ref().err())
        }
        let calls = [
            ("time", failure(self.clock.as_ref())),
            ("apiRestrictions", failure(self.permissions.as_ref())),
            ("subUserHistory", failure(self.kind.as_ref())),
            ("account", failure(self.account.as_ref())),
            ("order/test", failure(self.order.as_ref())),
        ];
        calls.into_iter().filter_map(|(call, failure)| failure.map(|failure| (call, failure)))
    }
}
