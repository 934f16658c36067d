//! What each scenario answers.

use std::time::Duration;

use serde_json::json;
use smartradex_practice::{SHARED_UID, Scenario};

use crate::client::*;

/// Scenarios in which `apiRestrictions` is refused in Binance's form.
const REFUSED: [(Scenario, u16, i64); 15] = [
    (Scenario::Country, 451, 0),
    (Scenario::TooManyRequests, 429, -1003),
    (Scenario::Banned, 418, -1003),
    (Scenario::Maintenance, 503, -1001),
    (Scenario::BinanceFault, 500, -1000),
    (Scenario::Clock, 400, -1021),
    (Scenario::KeyNotRecognised, 401, -2015),
    (Scenario::Swapped, 401, -2015),
    (Scenario::WrongSecret, 400, -1022),
    (Scenario::KeyFormat, 401, -2014),
    (Scenario::OtherSite, 400, -2008),
    (Scenario::SelfGenerated, 400, -1022),
    (Scenario::IpRestrictedElsewhere, 401, -2015),
    (Scenario::ReadingOff, 401, -2015),
    (Scenario::NotActiveYet, 401, -2015),
];

/// Scenarios in which every call is answered by something that is not Binance's JSON: status, and a part of the body.
const CANNED: [(Scenario, u16, &str); 8] = [
    (Scenario::Proxy, 407, "<html>"),
    (Scenario::CaptivePortal, 302, "<html>"),
    (Scenario::Firewall, 403, "Request blocked."),
    (Scenario::CountryPage, 403, "configured to block access from your country"),
    (Scenario::NotBinance, 200, "It works!"),
    (Scenario::Html200, 200, "<html>"),
    (Scenario::Redirect, 307, ""),
    (Scenario::Country, 451, "restricted location"),
];

/// Scenarios in which every call is answered as for a good key, except for one thing.
const NEARLY_GOOD: [(Scenario, &str, bool); 7] = [
    (Scenario::Good, "ipRestrict", false),
    (Scenario::IpRestricted, "ipRestrict", true),
    (Scenario::TradingOff, "enableSpotAndMarginTrading", false),
    (Scenario::TooManyBoxes, "enableMargin", true),
    (Scenario::TooManyBoxes, "enableFutures", true),
    (Scenario::TooManyBoxes, "permitsUniversalTransfer", true),
    (Scenario::UnknownPermission, "enablePredictionTrading", true),
];

#[tokio::test]
async fn refusals_have_binances_status_and_code() {
    for (scenario, status, code) in REFUSED {
        let (_server, client) = playing(scenario).await;
        assert_refused(&client.signed(RESTRICTIONS, "").await, status, code);
    }
}

#[tokio::test]
async fn other_answers_are_not_binances() {
    for (scenario, status, part) in CANNED {
        let (_server, client) = playing(scenario).await;
        for path in ["/api/v3/time", RESTRICTIONS, "/elsewhere"] {
            let response = client.http.get(format!("{}{path}", client.url)).send().await.unwrap();
            assert_eq!(response.status().as_u16(), status, "{scenario}");
            assert!(response.text().await.unwrap().contains(part), "{scenario}");
        }
    }
}

#[tokio::test]
async fn flags_are_altered_as_described() {
    for (scenario, field, value) in NEARLY_GOOD {
        let (_server, client) = playing(scenario).await;
        let (status, answer) = client.signed(RESTRICTIONS, "").await;
        assert_eq!((status, &answer[field]), (200, &json!(value)), "{scenario}");
    }
    let (_server, client) = playing(Scenario::MissingField).await;
    let (_, answer) = client.signed(RESTRICTIONS, "").await;
    assert_eq!(answer.get("enableFutures"), None);
    assert_eq!(answer["enableMargin"], json!(false));
    let (_server, client) = playing(Scenario::NullField).await;
    let (_, answer) = client.signed(RESTRICTIONS, "").await;
    assert_eq!(answer.get("enableInternalTransfer"), Some(&json!(null)));
}

#[tokio::test]
async fn the_other_calls_of_a_trouble_are_as_described() {
    let (_server, client) = playing(Scenario::ReadingOff).await;
    assert_eq!(client.post(ORDER_TEST, ORDER).await, (200, json!({})));
    let (_server, client) = playing(Scenario::TradingOff).await;
    assert_refused(&client.post(ORDER_TEST, ORDER).await, 401, -2015);
    let (_server, client) = playing(Scenario::SymbolWhitelist).await;
    assert_refused(&client.post(ORDER_TEST, ORDER).await, 400, -2010);
    assert_eq!(client.signed(RESTRICTIONS, "").await.0, 200);
    let (_server, client) = playing(Scenario::SecurityControls).await;
    assert_refused(&client.post(ORDER_TEST, ORDER).await, 401, -2015);
    assert_eq!(client.signed(RESTRICTIONS, "").await.0, 200);
    let (_server, client) = playing(Scenario::MainAccount).await;
    assert_refused(&client.signed(HISTORY, "").await, 400, -12022);
    let (_server, client) = playing(Scenario::OtherBot).await;
    assert_eq!(client.signed(ACCOUNT, "").await.1["uid"], json!(SHARED_UID));
    let (_server, client) = playing(Scenario::Maintenance).await;
    let status = client.get("/sapi/v1/system/status").await;
    assert_eq!(status, (200, json!({ "status": 1, "msg": "system_maintenance" })));
    assert_eq!(client.get("/api/v3/time").await.0, 200);
    let (_server, client) = playing(Scenario::WrongJson).await;
    assert!(client.signed(RESTRICTIONS, "").await.1.is_array());
    assert!(client.get("/api/v3/time").await.1["serverTime"].is_i64());
}

#[tokio::test]
async fn swapped_back_the_values_are_good() {
    let (_server, mut client) = playing(Scenario::Swapped).await;
    std::mem::swap(&mut client.api_key, &mut client.secret_key);
    assert_eq!(client.signed(RESTRICTIONS, "").await.0, 200);
}

#[tokio::test]
async fn waiting_times_are_told() {
    for (scenario, seconds) in [(Scenario::TooManyRequests, "30"), (Scenario::Banned, "120")] {
        let (_server, client) = playing(scenario).await;
        let response = client.http.get(format!("{}/api/v3/time", client.url)).send().await.unwrap();
        assert_eq!(response.headers()["retry-after"], seconds, "{scenario}");
    }
}

#[tokio::test]
async fn clocks_are_off_by_what_the_name_says() {
    for (scenario, ahead_ms) in [
        (Scenario::ClockAhead1s, 1_100),
        (Scenario::ClockBehind1s, -1_100),
        (Scenario::ClockAhead90s, 90_000),
        (Scenario::ClockBehind90s, -90_000),
        (Scenario::ClockAhead1h, 3_600_000),
        (Scenario::ClockBehind1h, -3_600_000),
        (Scenario::ClockAhead1d, 86_400_000),
        (Scenario::ClockBehind1d, -86_400_000),
    ] {
        let (_server, client) = playing(scenario).await;
        let (before, (_, time)) = (now_ms(), client.get("/api/v3/time").await);
        let server_ms = time["serverTime"].as_i64().unwrap();
        assert!((before..=now_ms()).contains(&(server_ms + ahead_ms)), "{scenario}");
        // A client that uses Binance's time is served.
        assert_eq!(client.signed_at(RESTRICTIONS, "", server_ms).await.0, 200, "{scenario}");
    }
    let (_server, client) = playing(Scenario::ClockBehind90s).await;
    assert_refused(&client.signed(RESTRICTIONS, "").await, 400, -1021);
}

#[tokio::test]
async fn slow_changes_come_after_their_delay() {
    for (scenario, early, late) in [
        (Scenario::NotActiveYet, 401, 200),
        (Scenario::LateActivation, 401, 200),
        (Scenario::LateTrading, 401, 200),
    ] {
        let (server, client) = playing(scenario).await;
        server.exchange().set_delay(Some(Duration::from_secs(3600)));
        assert_eq!(client.post(ORDER_TEST, ORDER).await.0, early, "{scenario}");
        let reading = if scenario == Scenario::LateTrading { 200 } else { 401 };
        assert_eq!(client.signed(RESTRICTIONS, "").await.0, reading, "{scenario}");
        // A delay of zero, counted from the first call, is already over.
        server.exchange().set_delay(Some(Duration::ZERO));
        assert_eq!(client.post(ORDER_TEST, ORDER).await.0, late, "{scenario}");
        assert_eq!(client.signed(RESTRICTIONS, "").await.1["enableSpotAndMarginTrading"], json!(true));
        // Choosing the scenario again starts it anew: the delay is counted again from the next call.
        server.exchange().set_delay(Some(Duration::from_millis(300)));
        while client.post(ORDER_TEST, ORDER).await.0 != late {}
        server.exchange().set_scenario(scenario);
        assert_eq!(client.post(ORDER_TEST, ORDER).await.0, early, "{scenario}");
        // With its usual delay, it takes many seconds.
        server.exchange().set_delay(None);
        assert_eq!(client.post(ORDER_TEST, ORDER).await.0, early, "{scenario}");
    }
}

#[tokio::test]
async fn redirects_lead_to_another_host_that_counts() {
    let (server, client) = playing(Scenario::Redirect).await;
    assert_eq!(client.signed(RESTRICTIONS, "").await.0, 307);
    assert_eq!(server.exchange().statistics().redirects_followed, 0);
    let following = http().redirect(reqwest::redirect::Policy::limited(2)).build().unwrap();
    let response = following.get(format!("{}/api/v3/time?x=1", client.url)).send().await.unwrap();
    assert!(!response.url().as_str().starts_with(&client.url) && response.url().query() == Some("x=1"));
    assert_eq!(server.exchange().statistics().redirects_followed, 1);
}

#[tokio::test]
async fn bodies_are_huge_or_endless() {
    let (_server, client) = playing(Scenario::HugeBody).await;
    let mut response = client.http.get(format!("{}/api/v3/time", client.url)).send().await.unwrap();
    let mut bytes = 0;
    while let Some(chunk) = response.chunk().await.unwrap() {
        bytes += chunk.len();
    }
    assert_eq!(bytes, 100_000_000);

    let (_server, client) = playing(Scenario::EndlessBody).await;
    let mut response = client.http.get(format!("{}{RESTRICTIONS}", client.url)).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    for _ in 0..4 {
        assert!(response.chunk().await.unwrap().is_some());
    }
}

#[tokio::test]
async fn addresses_fail_as_described() {
    for scenario in [Scenario::Refused, Scenario::Tls, Scenario::TimeOut, Scenario::Stalled] {
        let (server, client) = playing(scenario).await;
        let timed_out = scenario == Scenario::TimeOut || scenario == Scenario::Stalled;
        // There is no short time-out for a refusal: Windows tries for two seconds before it reports one.
        let caller = if timed_out {
            http().timeout(Duration::from_secs(2)).connect_timeout(Duration::from_secs(1))
        } else {
            http()
        };
        let error =
            caller.build().unwrap().get(format!("{}/api/v3/time", client.url)).send().await.unwrap_err();
        let connected = scenario == Scenario::Stalled;
        assert_eq!(error.is_connect(), !connected, "{scenario} {error:?}");
        assert_eq!(error.is_timeout(), timed_out, "{scenario} {error:?}");
        let asked = u64::from(connected);
        assert_eq!(server.exchange().statistics().requests.values().sum::<u64>(), asked, "{scenario}");
    }
}

/// On Linux the kernel itself answers; elsewhere this scenario is best effort.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn no_network_is_told_at_once() {
    let (server, _) = playing(Scenario::NoNetwork).await;
    let began = std::time::Instant::now();
    let error = http().build().unwrap().get(server.url()).send().await.unwrap_err();
    assert!(error.is_connect() && began.elapsed() < Duration::from_secs(10), "{error:?}");
    server.exchange().set_scenario(Scenario::Dns);
    assert_eq!(server.url(), "https://smartradex-practice.invalid");
}

/// A client that trusts the certificate is served: nothing else is wrong.
#[tokio::test]
async fn behind_the_untrusted_certificate_stands_the_same_exchange() {
    let (server, client) = playing(Scenario::Tls).await;
    let trusting = http().tls_danger_accept_invalid_certs(true).build().unwrap();
    let answer = read(trusting.get(format!("{}/api/v3/ping", client.url))).await;
    assert_eq!(answer, (200, json!({})));
    assert_eq!(server.exchange().statistics().connections, 1);
}
