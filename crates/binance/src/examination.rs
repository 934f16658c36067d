//! What the examination of a key has brought.

use std::fmt;

use crate::{Failure, Permissions};

/// How far this computer's clock is from Binance's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Binance's time minus this computer's, in milliseconds: negative when this computer is ahead. Half the round trip
    /// is taken off, but no more than a quarter of a second, for the first one also opened the connection.
    pub offset_ms: i64,
}

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountKind {
    /// A sub-account's.
    SubAccount,
    /// The main account's.
    MainAccount,
    /// Binance did not say. It must not block.
    Unknown,
}

/// The account behind the key.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// `uid`, which tells whether two keys belong to the same (sub-)account. Never shown, never kept but as a salted hash.
    pub uid: Option<u64>,
}

/// Only whether the number is known.
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
    /// The symbol whitelist is on and does not hold the bot's pairs.
    NotWhitelisted,
    /// The key may not trade (-2015), or may do nothing at all: the permissions tell which.
    NotPermitted,
    /// Something else: it proves nothing.
    Inconclusive,
}

/// The market on which a bot trades: it decides the pairs of the test order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Market {
    /// BTCEUR, then BTCUSDC.
    Bitcoin,
    /// ETHEUR, then ETHUSDC.
    Ether,
}

/// What has been learnt so far. `None`: not yet known. Sent again, whole, each time something was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examination {
    /// `GET /api/v3/time`. A second one that asks to be left alone takes the place of the first.
    pub clock: Option<Result<Clock, Failure>>,
    /// `GET /sapi/v1/account/apiRestrictions`.
    pub permissions: Option<Result<Permissions, Failure>>,
    /// `GET /sapi/v1/sub-account/transfer/subUserHistory`.
    pub kind: Option<Result<AccountKind, Failure>>,
    /// `GET /api/v3/account`.
    pub account: Option<Result<Account, Failure>>,
    /// `POST /api/v3/order/test`.
    pub order: Option<Result<TestOrder, Failure>>,
    /// Round trips made one after the other, the opening of the connection not counted.
    pub round_trips: u32,
    /// Nothing more will be learnt.
    pub finished: bool,
}
