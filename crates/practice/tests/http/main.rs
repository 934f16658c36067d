//! The HTTP API over real sockets, asked by a client that shares no code with the server.
#![cfg(feature = "server")]

mod client;
mod keys;
mod program;
mod scenarios;
mod server;
mod signing;
