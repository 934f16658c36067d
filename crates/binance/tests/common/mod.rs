//! A client's surroundings on loopback: a key, a good Binance, and servers that are anything but.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its part")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

pub mod exchange;
pub mod raw;

use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use smartradex_binance::{
    ApiKey, Client, ClientOptions, Credentials, Endpoint, Examination, Market, ProxyChoice, SecretKey,
    examine,
};
use tokio::net::TcpListener;

pub const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
pub const SECRET_KEY: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

pub fn credentials() -> Credentials {
    Credentials { api_key: ApiKey::new(API_KEY).unwrap(), secret_key: SecretKey::new(SECRET_KEY).unwrap() }
}

/// The options a user has, but without the proxy that the test machine may have.
pub fn patient() -> ClientOptions {
    ClientOptions { proxy: ProxyChoice::Direct, ..ClientOptions::default() }
}

pub fn client(endpoint: &str, options: &ClientOptions) -> Client {
    Client::new(Endpoint::parse(endpoint).unwrap(), options).unwrap()
}

pub fn now_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis().try_into().unwrap()
}

/// Examines these tests' key, with the right time.
pub async fn examination(client: &Client) -> Examination {
    examine(client, &credentials(), Market::Bitcoin, now_ms, |_| ()).await
}

/// An address on which nothing listens.
pub async fn deserted() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap()
}
