//! Binance as a client sees it: credentials, signing, the six calls used, the permissions of a key, and why a call
//! can fail.
//!
//! Nothing here is addressed to the user: every error is a [`Failure`] with its cause, which the wizard turns into words.
//! No call of this crate can move money or place an order.

mod client;
mod clock;
pub mod code;
mod credentials;
mod diagnosis;
mod endpoint;
mod examination;
mod examine;
mod failure;
mod permissions;
mod reply;
mod route;
mod sign;
mod tls;
mod transport;
mod wait;

pub use client::{Client, ClientOptions, ProxyChoice};
pub use clock::local_clock;
pub use credentials::{ApiKey, Credentials, MalformedKey, SecretKey};
pub use diagnosis::{Diagnosis, Fact, diagnose};
pub use endpoint::{Endpoint, EndpointError};
pub use examination::{Account, AccountKind, Clock, Examination, Market, TestOrder};
pub use examine::examine;
pub use failure::Failure;
pub use permissions::{Permission, Permissions, Unclear};
pub use sign::signature;
