//! The examination as it really travels: over TLS, on one connection with HTTP/2.

mod common;

use std::sync::atomic::Ordering;

use axum::http::Version;
use common::exchange::{Exchange, Identity, good};
use common::{client, examination, patient};
use smartradex_binance::{ClientOptions, Failure, TestOrder};

const HOST: &str = "api.binance.com";

fn towards(exchange: &Exchange, authority: &Identity) -> ClientOptions {
    ClientOptions {
        authority: Some(authority.authority.clone()),
        address: Some(exchange.address),
        ..patient()
    }
}

#[tokio::test]
async fn one_connection_and_two_round_trips() {
    let identity = Identity::new(HOST);
    // The four signed calls are held back until all of them have arrived, so they can only have been sent
    // together.
    let exchange = Exchange::tls(&identity, 4, |asked, _| good(asked)).await;
    let client = client(&format!("https://{HOST}"), &towards(&exchange, &identity));
    assert!(client.endpoint().is_binance());

    let found = examination(&client).await;
    assert!(found.permissions.unwrap().is_ok());
    assert!(found.kind.unwrap().is_ok());
    assert!(found.account.unwrap().is_ok());
    assert_eq!(found.order, Some(Ok(TestOrder::Accepted)));
    assert_eq!(found.round_trips, 2);

    assert_eq!(exchange.connections.load(Ordering::SeqCst), 1);
    let asked = exchange.asked();
    assert_eq!(asked.len(), 5);
    assert_eq!(asked[0].path, "/api/v3/time");
    assert!(asked.iter().all(|call| call.version == Version::HTTP_2));
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_not_trusted() {
    let exchange = Exchange::tls(&Identity::new(HOST), 4, |asked, _| good(asked)).await;
    let client = client(&format!("https://{HOST}"), &towards(&exchange, &Identity::new(HOST)));
    assert_eq!(examination(&client).await.clock, Some(Err(Failure::TlsUntrusted)));
    assert!(exchange.asked().is_empty(), "nothing was said to a stranger");
}

#[tokio::test]
async fn a_certificate_for_another_host_is_not_trusted() {
    let identity = Identity::new("portal.hotel.example");
    let exchange = Exchange::tls(&identity, 4, |asked, _| good(asked)).await;
    let client = client(&format!("https://{HOST}"), &towards(&exchange, &identity));
    assert_eq!(examination(&client).await.clock, Some(Err(Failure::TlsUntrusted)));
    assert!(exchange.asked().is_empty(), "nothing was said to a stranger");
}
