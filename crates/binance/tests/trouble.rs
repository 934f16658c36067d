//! What can go wrong between a user's computer and Binance, played by servers that speak raw bytes.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::time::{Duration, Instant};

use common::raw::{Answer, RawServer, http, json, time};
use common::{client, deserted, examination, patient};
use smartradex_binance::{Clock, Examination, Failure, ProxyChoice};
use tokio::net::TcpListener;

/// The failure of an examination that could not even ask for the time.
fn first_failure(found: &Examination) -> Failure {
    assert!(found.finished);
    assert!(
        found.permissions.is_none()
            && found.kind.is_none()
            && found.account.is_none()
            && found.order.is_none()
    );
    found.clock.clone().unwrap().unwrap_err()
}

async fn answered(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Failure {
    let server = RawServer::start(answer).await;
    first_failure(&examination(&client(&server.endpoint(), &patient())).await)
}

/// The same, with a short time-out, for a server that will not finish its answer.
async fn given_up(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Failure {
    let server = RawServer::start(answer).await;
    let mut options = patient();
    options.answer = Duration::from_millis(300);
    first_failure(&examination(&client(&server.endpoint(), &options)).await)
}

#[tokio::test]
async fn nobody_listens() {
    let address = deserted().await;
    let found = examination(&client(&format!("http://{address}"), &patient())).await;
    assert_eq!(first_failure(&found), Failure::Refused);
    let port = address.port();
    let found = examination(&client(&format!("http://localhost:{port}"), &patient())).await;
    assert_eq!(first_failure(&found), Failure::Refused);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn no_way_leads_there() {
    // The limited broadcast address: the kernel refuses at once and sends nothing.
    let found = examination(&client("https://255.255.255.255", &patient())).await;
    assert_eq!(first_failure(&found), Failure::NoNetwork);
}

#[tokio::test]
async fn the_line_is_cut_before_the_answer() {
    assert_eq!(answered(|_| Answer::Bytes(Vec::new())).await, Failure::Refused);
    assert_eq!(answered(|_| Answer::Bytes(b"HTTP/1.1 200 OK\r\nContent-".to_vec())).await, Failure::Refused);
}

#[tokio::test]
async fn the_line_is_cut_within_the_answer() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"serverTime\":";
    assert_eq!(answered(|_| Answer::Bytes(half.to_vec())).await, Failure::Stalled);
}

#[tokio::test]
async fn the_answer_never_comes_or_never_ends() {
    let half = || b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".to_vec();
    assert_eq!(given_up(|_| Answer::Silence(Vec::new())).await, Failure::Stalled);
    assert_eq!(given_up(|_| Answer::Silence(b"HTTP/1.1 200 O".to_vec())).await, Failure::Stalled);
    assert_eq!(given_up(move |_| Answer::Silence(half())).await, Failure::Stalled);
    assert_eq!(given_up(move |_| Answer::Drip(half())).await, Failure::Stalled);
    assert_eq!(given_up(|_| Answer::Drip(b"HTTP/1.1 200 OK\r\nX-Long: ".to_vec())).await, Failure::Stalled);
}

#[tokio::test]
async fn tls_never_starts() {
    let server = RawServer::start(|_| Answer::Silence(Vec::new())).await;
    let mut options = patient();
    options.connect = Duration::from_millis(300);
    let found = examination(&client(&format!("https://{}", server.address), &options)).await;
    assert_eq!(first_failure(&found), Failure::ConnectTimeout);
}

#[tokio::test]
async fn the_other_side_speaks_something_else() {
    assert_eq!(
        answered(|_| Answer::Bytes(b"SSH-2.0-OpenSSH_9.2\r\n\r\n".to_vec())).await,
        Failure::NotBinance(0)
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        stream.writable().await.unwrap();
        stream.try_write(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
        stream.readable().await.unwrap();
    });
    let found = examination(&client(&format!("https://{address}"), &patient())).await;
    assert_eq!(first_failure(&found), Failure::TlsUntrusted);
}

#[tokio::test]
async fn a_body_without_end_is_not_read_on() {
    let flood = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{";
    let server = RawServer::start(|_| Answer::Flood(flood.to_vec())).await;
    let started = Instant::now();
    let found = examination(&client(&server.endpoint(), &patient())).await;
    assert_eq!(first_failure(&found), Failure::NotBinance(200));
    assert!(started.elapsed() < Duration::from_secs(10), "it was read until the time-out");
}

#[tokio::test]
async fn pages_and_redirects_are_not_binance() {
    let page = "<!DOCTYPE html><title>Welcome to the hotel</title>";
    let html = "Content-Type: text/html\r\n";
    assert_eq!(answered(move |_| http("200 OK", html, page)).await, Failure::WebPage(200));
    assert_eq!(answered(move |_| http("404 Not Found", "", page)).await, Failure::WebPage(404));
    let away = "Location: http://192.0.2.1/login\r\n";
    assert_eq!(answered(move |_| http("302 Found", away, "")).await, Failure::WebPage(302));
    assert_eq!(answered(move |_| http("403 Forbidden", html, page)).await, Failure::Firewall);
    let abroad = "<p>configured to block access from your country</p>";
    assert_eq!(answered(move |_| http("403 Forbidden", html, abroad)).await, Failure::Country);
    assert_eq!(
        answered(|_| json("451 Unavailable", r#"{"code":0,"msg":"restricted"}"#)).await,
        Failure::Country
    );
    assert_eq!(answered(|_| http("407 Proxy Authentication Required", "", "")).await, Failure::Proxy);
}

#[tokio::test]
async fn an_answer_of_the_wrong_shape_is_not_binances() {
    for body in [
        "",
        "{}",
        "[]",
        "[1499827319559]",
        "null",
        r#"{"serverTime":"1499827319559"}"#,
        r#"{"serverTime":0}"#,
        r#"{"serverTime":1.5}"#,
        r#"{"serverTime":1499827319559"#,
    ] {
        assert_eq!(answered(move |_| json("200 OK", body)).await, Failure::NotBinance(200), "{body}");
    }
    assert_eq!(answered(|_| json("404 Not Found", "{}")).await, Failure::NotBinance(404));
}

#[tokio::test]
async fn waiting_is_told_with_its_seconds() {
    let wait = "Retry-After: 30\r\n";
    assert_eq!(answered(move |_| http("429 Too Many", wait, "")).await, Failure::TooManyRequests(Some(30)));
    assert_eq!(answered(move |_| http("418 I'm a teapot", wait, "")).await, Failure::Banned(Some(30)));

    // A time in the text is measured against the server's clock, which need not agree with this computer's.
    let dated = "Date: Wed, 21 Oct 2026 07:28:00 GMT\r\nRetry-After: 0\r\n";
    let banned = r#"{"code":-1003,"msg":"IP banned until 1792567800000."}"#;
    assert_eq!(answered(move |_| http("418 I'm a teapot", dated, banned)).await, Failure::Banned(Some(120)));
}

#[tokio::test]
async fn the_system_status_is_asked_once_after_a_fault() {
    for (status, expected) in [
        (r#"{"status":1,"msg":"system_maintenance"}"#, Failure::Maintenance),
        (r#"{"status":0,"msg":"normal"}"#, Failure::BinanceFault(503, 0)),
        ("<html>", Failure::BinanceFault(503, 0)),
    ] {
        let server = RawServer::start(move |line| {
            if line.contains("/sapi/v1/system/status") {
                json("200 OK", status)
            } else {
                json("503 Unavailable", "")
            }
        })
        .await;
        let found = examination(&client(&server.endpoint(), &patient())).await;
        assert_eq!(first_failure(&found), expected);
        assert_eq!(found.round_trips, 2);
        let asked = server.heads().iter().filter(|head| head.contains("/sapi/v1/system/status")).count();
        assert_eq!(asked, 1);
    }
}

#[tokio::test]
async fn a_redirect_of_a_signed_call_is_not_followed() {
    let thief = RawServer::start(|_| json("200 OK", "{}")).await;
    let location = format!("Location: {}/caught\r\n", thief.endpoint());
    let server = RawServer::start(move |line| {
        if line.contains("/api/v3/time") { time() } else { http("307 Temporary Redirect", &location, "") }
    })
    .await;
    let found = examination(&client(&server.endpoint(), &patient())).await;
    assert!(matches!(found.clock, Some(Ok(Clock { .. }))));
    assert_eq!(found.permissions, Some(Err(Failure::WebPage(307))));
    assert_eq!(found.order, Some(Err(Failure::WebPage(307))));
    assert_eq!(thief.heads(), Vec::<String>::new());
    assert_eq!(server.heads().iter().filter(|head| head.to_lowercase().contains("x-mbx-apikey")).count(), 4);
}

#[tokio::test]
async fn a_whole_examination_has_its_time() {
    // The time allowed for a single answer is much longer.
    let mut options = patient();
    options.examination = Duration::from_millis(700);
    let server =
        RawServer::start(
            |line| if line.contains("/api/v3/time") { time() } else { Answer::Silence(Vec::new()) },
        )
        .await;
    let started = Instant::now();
    let found = examination(&client(&server.endpoint(), &options)).await;
    assert!(found.finished);
    assert_eq!(found.permissions, Some(Err(Failure::Stalled)));
    assert_eq!(found.kind, Some(Err(Failure::Stalled)));
    assert!(started.elapsed() < Duration::from_secs(8), "the single answers were waited for");
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named() {
    for answer in ["407 Proxy Authentication Required", "502 Bad Gateway", "302 Found"] {
        let proxy = RawServer::start(move |_| http(answer, "", "")).await;
        let mut options = patient();
        options.proxy = ProxyChoice::Through(proxy.endpoint());
        let found = examination(&client("https://api.binance.com", &options)).await;
        assert_eq!(first_failure(&found), Failure::Proxy, "{answer}");
        assert!(proxy.heads()[0].starts_with("CONNECT api.binance.com:443 "));
    }
    let mut options = patient();
    options.proxy = ProxyChoice::Through(format!("http://{}", deserted().await));
    let found = examination(&client("https://api.binance.com", &options)).await;
    assert_eq!(first_failure(&found), Failure::Proxy);
}

#[tokio::test]
async fn this_computer_is_never_reached_through_a_proxy() {
    let proxy = RawServer::start(|_| http("407 Proxy Authentication Required", "", "")).await;
    let server = RawServer::start(|_| json("200 OK", "{}")).await;
    let mut options = patient();
    options.proxy = ProxyChoice::Through(proxy.endpoint());
    for host in ["127.0.0.1", "localhost"] {
        let endpoint = format!("http://{host}:{}", server.address.port());
        let found = examination(&client(&endpoint, &options)).await;
        assert_eq!(first_failure(&found), Failure::NotBinance(200));
    }
    assert_eq!(proxy.heads(), Vec::<String>::new());
}
