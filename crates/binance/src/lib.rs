//! Binance as a client sees it: credentials, signing, the six calls used, the permissions of a key, and why a call
//! can fail.
//!
//! Nothing here speaks to the user: every failure is a [`Failure`] with its cause, and it is the wizard that turns it
//! into words. No call of this crate can move money or place an order.

mod client;
mod credentials;
mod endpoint;
mod examination;
mod failure;
mod permissions;
mod sign;

pub use client::{Client, ClientOptions};
pub use credentials::{ApiKey, Credentials, MalformedKey, SecretKey};
pub use endpoint::{Endpoint, EndpointError};
pub use examination::{Account, AccountKind, Clock, Examination, Market, Signed, TestOrder, Timing, examine};
pub use failure::Failure;
pub use permissions::{Permission, Permissions, Unclear};
pub use sign::signature;
