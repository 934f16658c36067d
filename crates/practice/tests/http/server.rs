//! The server: where it listens, what it counts, and that it stops.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use smartradex_practice::{Call, Exchange, Scenario, Server};

use crate::client::*;

#[tokio::test]
async fn only_loopback_is_served() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let refused = Server::bind(address.parse::<SocketAddr>().unwrap(), Exchange::default()).await;
        assert!(refused.is_err_and(|error| error.kind() == std::io::ErrorKind::InvalidInput), "{address}");
    }
}

#[tokio::test]
async fn both_versions_of_http_are_answered_on_one_connection_each() {
    let (server, client) = playing(Scenario::Good).await;
    let two = http().http2_prior_knowledge().build().unwrap();
    for _ in 0..3 {
        for (http, version) in [(&client.http, reqwest::Version::HTTP_11), (&two, reqwest::Version::HTTP_2)] {
            let response = http.get(format!("{}/api/v3/time", client.url)).send().await.unwrap();
            assert_eq!(response.version(), version);
            assert_eq!(response.headers()["content-type"], "application/json;charset=UTF-8");
            response.bytes().await.unwrap();
        }
    }
    client.get("/nowhere").await;
    client.signed(ACCOUNT, "").await;
    let statistics = server.exchange().statistics();
    assert_eq!(statistics.connections, 2);
    assert_eq!(statistics.requests[&Some(Call::Time)], 6);
    assert_eq!(statistics.requests[&Some(Call::Account)], 1);
    assert_eq!(statistics.requests[&None], 1);
}

#[tokio::test]
async fn dropping_the_server_ends_its_connections() {
    let (server, client) = playing(Scenario::EndlessBody).await;
    let mut response = client.http.get(format!("{}/api/v3/time", client.url)).send().await.unwrap();
    assert!(response.chunk().await.unwrap().is_some());
    drop(server);
    // Data already on its way may still arrive; then the connection breaks, although the answer would
    // otherwise never end.
    while let Ok(Some(_)) = response.chunk().await {}
    let error = client.http.get(format!("{}/api/v3/time", client.url)).send().await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn latency_delays_the_opening_and_every_answer() {
    let (server, client) = playing(Scenario::Good).await;
    let latency = Duration::from_millis(150);
    server.exchange().set_latency(latency);
    let began = Instant::now();
    client.get("/api/v3/ping").await;
    assert!(began.elapsed() >= 2 * latency, "{:?}", began.elapsed());
    let began = Instant::now();
    client.get("/api/v3/ping").await;
    assert!(began.elapsed() >= latency, "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_long_body_is_not_read_to_its_end() {
    let (_server, client) = playing(Scenario::Good).await;
    let answer = client.post_raw(ORDER_TEST, "", "a".repeat(1_000_000)).await;
    assert_ne!(answer.0, 200);
}
