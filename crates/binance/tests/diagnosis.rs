//! The way to the server, broken in one part at a time.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::time::Duration;

use common::exchange::{Exchange, Identity, TIME, good};
use common::raw::{Answer, RawServer, http, json};
use common::{deserted, now_ms, patient};
use smartradex_binance::{ClientOptions, Diagnosis, Endpoint, Fact, Failure, ProxyChoice, diagnose};
use tokio::net::TcpListener;

const HOST: &str = "api.binance.com";

async fn diagnosis(endpoint: &str, options: &ClientOptions) -> Diagnosis {
    diagnose(&Endpoint::parse(endpoint).unwrap(), options, now_ms).await
}

/// DNS, TCP, TLS and HTTP.
fn facts(found: Diagnosis) -> [Fact; 4] {
    [found.dns, found.tcp, found.tls, found.http]
}

fn trusting(identity: &Identity) -> ClientOptions {
    ClientOptions { authority: Some(identity.authority.clone()), ..patient() }
}

#[tokio::test]
async fn every_part_works() {
    let identity = Identity::new(HOST);
    let exchange = Exchange::tls(&identity, 4, |asked, _| good(asked)).await;
    let options = ClientOptions { address: Some(exchange.address), ..trusting(&identity) };
    let found = diagnose(&Endpoint::binance(), &options, || now_ms() - 60_000).await;
    assert!((50_000..70_000).contains(&found.clock.unwrap().offset_ms));
    assert_eq!(found.proxy, None);
    assert_eq!(facts(found), [Fact::NotNeeded, Fact::Works, Fact::Works, Fact::Works]);
    assert_eq!(exchange.times_asked(TIME), 1);
}

#[tokio::test]
async fn plain_http_needs_neither_name_nor_tls() {
    let exchange = Exchange::plain(|asked, _| good(asked)).await;
    for host in ["127.0.0.1", "localhost"] {
        let found = diagnosis(&format!("http://{host}:{}", exchange.address.port()), &patient()).await;
        assert!(found.clock.is_some());
        assert_eq!(facts(found), [Fact::NotNeeded, Fact::Works, Fact::NotNeeded, Fact::Works], "{host}");
    }
}

#[tokio::test]
async fn the_connection_fails() {
    let options = trusting(&Identity::new(HOST));
    let refused = diagnosis(&format!("https://{}", deserted().await), &options).await;
    let expected = [Fact::NotNeeded, Fact::Fails(Failure::Refused), Fact::NotTried, Fact::NotTried];
    assert_eq!(facts(refused), expected);
}

#[tokio::test]
async fn tls_fails() {
    let identity = Identity::new(HOST);
    let exchange = Exchange::tls(&identity, 4, |asked, _| good(asked)).await;
    let options = ClientOptions { address: Some(exchange.address), ..trusting(&Identity::new(HOST)) };
    let untrusted = diagnose(&Endpoint::binance(), &options, now_ms).await;
    let failing = |failure| [Fact::NotNeeded, Fact::Works, Fact::Fails(failure), Fact::NotTried];
    assert_eq!(facts(untrusted), failing(Failure::TlsUntrusted));
    assert!(exchange.asked().is_empty());

    let cut = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = cut.local_addr().unwrap();
    tokio::spawn(async move { while cut.accept().await.is_ok() {} });
    let found = diagnosis(&format!("https://{address}"), &trusting(&identity)).await;
    assert_eq!(facts(found), failing(Failure::Refused));

    let silent = RawServer::start(|_| Answer::Silence(Vec::new())).await;
    let options = ClientOptions { connect: Duration::from_millis(300), ..trusting(&identity) };
    let found = diagnosis(&format!("https://{}", silent.address), &options).await;
    assert_eq!(facts(found), failing(Failure::ConnectTimeout));
}

#[tokio::test]
async fn http_fails() {
    let failing = |failure| [Fact::NotNeeded, Fact::Works, Fact::NotNeeded, Fact::Fails(failure)];
    for (status, body, failure) in [
        ("403 Forbidden", "<p>Request blocked.", Failure::Firewall),
        ("302 Found", "", Failure::WebPage(302)),
        ("200 OK", "{}", Failure::NotBinance(200)),
        ("451 Unavailable", "", Failure::Country),
        ("503 Unavailable", "", Failure::BinanceFault(503, 0)),
    ] {
        let server = RawServer::start(move |_| http(status, "", body)).await;
        let found = diagnosis(&server.endpoint(), &patient()).await;
        assert_eq!(found.clock, None);
        assert_eq!(facts(found), failing(failure));
    }
    let resting = RawServer::start(|line| {
        if line.contains("status") { json("200 OK", r#"{"status":1,"msg":""}"#) } else { json("503 Off", "") }
    })
    .await;
    assert_eq!(facts(diagnosis(&resting.endpoint(), &patient()).await), failing(Failure::Maintenance));

    let banning = RawServer::start(|line| {
        if line.contains("status") { json("418 I'm a teapot", "") } else { json("503 Off", "") }
    })
    .await;
    assert_eq!(facts(diagnosis(&banning.endpoint(), &patient()).await), failing(Failure::Banned(None)));

    let silent = RawServer::start(|_| Answer::Silence(Vec::new())).await;
    let options = ClientOptions { examination: Duration::from_millis(500), ..patient() };
    assert_eq!(facts(diagnosis(&silent.endpoint(), &options).await), failing(Failure::Stalled));
}

#[tokio::test]
async fn a_proxy_is_named_without_its_login_and_its_failure_is_told() {
    let through = |address: &str| {
        let proxy = ProxyChoice::Through(format!("http://somebody:password@{address}"));
        ClientOptions { proxy, ..trusting(&Identity::new(HOST)) }
    };
    let proxy = RawServer::start(|_| http("407 Proxy Authentication Required", "", "")).await;
    let found = diagnose(&Endpoint::binance(), &through(&proxy.address.to_string()), now_ms).await;
    assert_eq!(found.proxy, Some(proxy.address.to_string()));
    assert_eq!(facts(found), [Fact::NotNeeded, Fact::Works, Fact::NotTried, Fact::Fails(Failure::Proxy)]);

    let gone = diagnose(&Endpoint::binance(), &through(&deserted().await.to_string()), now_ms).await;
    let expected = [Fact::NotNeeded, Fact::Fails(Failure::Proxy), Fact::NotTried, Fact::NotTried];
    assert_eq!(facts(gone), expected);
}
