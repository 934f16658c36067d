//! The HTTP API over real sockets, called by a client that shares no code with the server.
#![cfg(feature = "server")]
#![expect(clippy::unwrap_used, reason = "the client is for these tests alone")]

mod client;
mod keys;
mod program;
mod scenarios;
mod server;
mod signing;
