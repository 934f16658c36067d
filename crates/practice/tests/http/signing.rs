//! Parameters, time window and signature.

use smartradex_practice::{Scenario, ServedKey};

use crate::client::*;

/// Binance's own vectors: what goes in the query, what in the body, and the signature.
const VECTORS: [(&str, &str, &str); 4] = [
    (
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
        "",
        "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
    ),
    (
        "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1\
         &price=0.1&recvWindow=5000&timestamp=1499827319559",
        "",
        "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3",
    ),
    (
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC",
        "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
        "0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77",
    ),
    ("timestamp=1578963600000", "", "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4"),
];

#[tokio::test]
async fn binances_own_signatures_are_right_and_others_are_not() {
    let (server, client) = playing(Scenario::Good).await;
    for (query, body, signature) in VECTORS {
        let stamp = if query.contains("1578963600000") { 1_578_963_600_000 } else { 1_499_827_319_559 };
        server.exchange().set_clock_offset_ms(stamp - now_ms());
        let separator = if body.is_empty() { "" } else { "&" };
        let signed = format!("{body}{separator}signature={signature}");
        // The symbol does not exist here, so a refusal that says so means that the signature passed.
        let answer = client.post_raw(ORDER_TEST, query, signed.clone()).await;
        let past = if query.starts_with("symbol") { -1121 } else { -1102 };
        assert_refused(&answer, 400, past);
        // Neither case nor the place of the signature, in the query or the body, matters.
        let in_query = format!("{query}&signature={}", signature.to_uppercase());
        assert_refused(&client.post_raw(ORDER_TEST, &in_query, body.to_owned()).await, 400, past);
        let first = format!("signature={signature}&{query}");
        assert_refused(&client.post_raw(ORDER_TEST, &first, body.to_owned()).await, 400, past);
        // One more character, or another secret, makes it wrong.
        let altered = client.post_raw(ORDER_TEST, &format!("{query}&x=1"), signed.clone()).await;
        assert_refused(&altered, 400, -1022);
        let wrong = signed.replace(signature, &sign(&SECRET.replace('N', "M"), query));
        assert_refused(&client.post_raw(ORDER_TEST, query, wrong).await, 400, -1022);
    }
}

#[tokio::test]
async fn parameters_may_stand_in_any_order_and_place() {
    let (_server, client) = playing(Scenario::Good).await;
    let stamp = now_ms();
    for (query, body) in [
        (format!("timestamp={stamp}&recvWindow=50000&{ORDER}"), String::new()),
        (String::new(), format!("{ORDER}&timestamp={stamp}")),
        (format!("timestamp={stamp}"), ORDER.to_owned()),
        (format!("timestamp={stamp}&symbol=ETHUSDC"), ORDER.replace("BTCEUR", "NONE")),
    ] {
        let signature = sign(SECRET, &format!("{query}{body}"));
        let signed = if body.is_empty() {
            format!("signature={signature}")
        } else {
            format!("{body}&signature={signature}")
        };
        let answer = client.post_raw(ORDER_TEST, &query, signed).await;
        assert_eq!(answer, (200, serde_json::json!({})), "{query} {body}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_form_is_not_read() {
    let (_server, client) = playing(Scenario::Good).await;
    let payload = format!("{ORDER}&timestamp={}", now_ms());
    let body = format!("{payload}&signature={}", sign(SECRET, &payload));
    let url = format!("{}{ORDER_TEST}", client.url);
    let request = client.http.post(url).header("X-MBX-APIKEY", API_KEY).body(body);
    assert_refused(&read(request).await, 400, -1102);
}

#[tokio::test]
async fn the_time_window_is_binances() {
    let (server, client) = playing(Scenario::Good).await;
    // Well within and well beyond each limit, which cannot be hit exactly over a socket.
    for (age_ms, window, refusal) in [
        (0, "", None),
        (2_000, "", None),
        (5_001, "", Some("outside of the recvWindow")),
        (55_000, "recvWindow=60000", None),
        (60_001, "recvWindow=60000", Some("outside of the recvWindow")),
        (30_000, "recvWindow=30000.5", Some("outside of the recvWindow")),
        (-900, "", None),
        (-6_000, "recvWindow=60000", Some("ahead of the server's time")),
    ] {
        // 100 ms are allowed for the way.
        let answer = client
            .signed_at(RESTRICTIONS, window, now_ms() - age_ms - 100 * i64::from(age_ms == 30_000))
            .await;
        match refusal {
            None => assert_eq!(answer.0, 200, "{age_ms} {answer:?}"),
            Some(text) => {
                assert_refused(&answer, 400, -1021);
                assert!(answer.1["msg"].as_str().unwrap().contains(text), "{age_ms} {answer:?}");
            }
        }
    }
    // Microseconds are accepted as well.
    assert_eq!(client.signed_at(RESTRICTIONS, "", now_ms() * 1000).await.0, 200);
    // The window refers to Binance's clock, not to this computer's.
    server.exchange().set_clock_offset_ms(-3_600_000);
    assert_refused(&client.signed(RESTRICTIONS, "").await, 400, -1021);
    let (_, time) = client.get("/api/v3/time").await;
    assert_eq!(client.signed_at(RESTRICTIONS, "", time["serverTime"].as_i64().unwrap()).await.0, 200);
}

#[tokio::test]
async fn faulty_parameters_are_told_apart() {
    let (_server, client) = playing(Scenario::Good).await;
    let stamp = now_ms();
    let signed = |payload: &str| format!("{payload}&signature={}", sign(SECRET, payload));
    for (query, code, about) in [
        (String::new(), -1102, "timestamp"),
        (format!("timestamp={stamp}"), -1102, "signature"),
        (signed("timestamp="), -1105, "timestamp"),
        (format!("timestamp={stamp}&signature="), -1105, "signature"),
        (signed("timestamp=yesterday"), -1100, "timestamp"),
        (signed("timestamp=-1"), -1100, "timestamp"),
        (signed("timestamp=99999999999999999999"), -1100, "timestamp"),
        (format!("timestamp={stamp}&signature=%3F%3F"), -1100, "signature"),
        (signed(&format!("timestamp={stamp}&recvWindow=long")), -1100, "recvWindow"),
        (signed(&format!("timestamp={stamp}&recvWindow=")), -1105, "recvWindow"),
        (signed(&format!("timestamp={stamp}&recvWindow=60001")), -1131, "recvWindow"),
        (signed(&format!("timestamp={stamp}&timestamp={stamp}")), -1101, "Duplicate"),
        (format!("{}&signature=00", signed(&format!("timestamp={stamp}"))), -1101, "Duplicate"),
        (format!("timestamp={stamp}&signature=c8db"), -1022, "Signature"),
        (format!("timestamp={stamp}&signature=odd"), -1022, "Signature"),
    ] {
        let answer = client.raw(RESTRICTIONS, &query).await;
        assert_refused(&answer, 400, code);
        assert!(answer.1["msg"].as_str().unwrap().contains(about), "{query} {answer:?}");
    }
}

#[tokio::test]
async fn a_key_is_missing_malformed_unknown_or_deleted() {
    let (_server, mut client) = playing(Scenario::Good).await;
    assert_refused(&client.get(RESTRICTIONS).await, 401, -2014);
    for malformed in ["", "short", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8-"] {
        client.api_key = malformed.to_owned();
        assert_refused(&client.signed(RESTRICTIONS, "").await, 401, -2014);
    }
    client.api_key = "a".repeat(64);
    assert_refused(&client.signed(RESTRICTIONS, "").await, 401, -2015);
}

#[tokio::test]
async fn a_key_of_any_form_given_by_hand_is_served() {
    let (_server, mut client) =
        with_key(Scenario::Good, ServedKey::good("my-test-key", "my test secret")).await;
    (client.api_key, client.secret_key) = ("my-test-key".to_owned(), "my test secret".to_owned());
    assert_eq!(client.signed(RESTRICTIONS, "").await.0, 200);
}
