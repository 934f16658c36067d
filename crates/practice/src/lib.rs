//! A pretend Binance, for practice and for tests: the state of its pages, and the same HTTP API on loopback.
//!
//! Two parts, so that one can be had without the other:
//!
//! * The **pages** ([`Account`], [`Act`], [`Scenario`]) are pure: no I/O, no clock, no randomness. A seed and the user's acts
//!   come in, and everything else follows from them.
//! * The **exchange** (feature `server`) answers over HTTP for the keys of an [`Account`], or for a key given by hand,
//!   in the way that a [`Scenario`] asks for.
//!
//! It shares no code with `smartradex-binance`: if both had the same idea of a signature, a mistake in it would go unseen.

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
