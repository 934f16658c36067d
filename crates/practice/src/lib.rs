//! A simulated Binance, for practice and for tests: the state of its pages, and the same HTTP API on loopback.
//!
//! It has two parts, each of which can be used without the other:
//!
//! * The **pages** ([`Account`], [`Act`], [`Scenario`]) are pure: no I/O, no clock, no randomness. Their input is a seed and
//!   what the user does; everything else follows from that.
//! * The **exchange** (feature `server`) answers over HTTP for the keys of an [`Account`], or for a key given by hand, in the
//!   way that a [`Scenario`] prescribes.
//!
//! It shares no code with `smartradex-binance`: if both used the same implementation of signatures, a mistake in it would go
//! unnoticed.

mod account;
mod act;
mod browser;
mod derive;
#[cfg(feature = "server")]
mod exchange;
mod key;
mod scenario;

pub use account::{Account, Bot, Bots, SubAccount};
pub use act::{Act, LABEL_MAX_CHARS, MAX_KEYS, Refusal};
pub use browser::{Dialog, Page, Purpose};
#[cfg(feature = "server")]
pub use exchange::{Call, Exchange, NotAPermission, SHARED_UID, ServedKey, Server, Statistics, router};
pub use key::{Greyed, IpChoice, Key, KeyBox, KeyNumber, KeyType, Owner, Restrictions};
pub use scenario::{Scenario, UnknownScenario};
