//! The secret is neither sent nor shown.

mod common;

use common::raw::{RawServer, http, json, time};
use common::{API_KEY, SECRET_KEY, client, credentials, examination, patient};
use smartradex_binance::{Account, Endpoint, EndpointError, Failure, MalformedKey, SecretKey};

#[test]
fn no_debug_shows_a_key() {
    let options = patient();
    let shown = [
        format!("{:?}", credentials()),
        format!("{:#?}", credentials()),
        format!("{:?}", credentials().swapped()),
        format!("{:?}", credentials().secret_key),
        format!("{:?}", credentials().api_key),
        format!("{:?}", Some(Ok::<_, MalformedKey>(credentials()))),
        format!("{:?}", client("http://127.0.0.1:1", &options)),
        format!("{options:?}"),
        credentials().api_key.masked(),
    ];
    for text in shown {
        assert_hidden(&text);
    }
    assert_eq!(format!("{:?}", credentials().secret_key), "SecretKey(hidden)");
    assert_eq!(format!("{:?}", SecretKey::new(&format!("{SECRET_KEY} ")).unwrap_err()), "MalformedKey");
    assert_eq!(format!("{:?}", Account { uid: Some(354_937_868) }), "Account(hidden)");
}

#[test]
fn a_key_pasted_as_an_address_is_not_repeated() {
    for text in [
        SECRET_KEY.to_owned(),
        format!("https://{SECRET_KEY}@api.binance.com"),
        format!("https://a/{SECRET_KEY}"),
    ] {
        let error: EndpointError = Endpoint::parse(&text).unwrap_err();
        assert_hidden(&format!("{error} {error:?}"));
    }
}

#[tokio::test]
async fn the_secret_never_travels_and_no_answer_brings_a_key_back() {
    let echo = format!(r#"{{"code":-2015,"msg":"{API_KEY} {SECRET_KEY}"}}"#);
    let location = format!("Location: /{SECRET_KEY}\r\nRetry-After: {SECRET_KEY}\r\n");
    let server = RawServer::start(move |line| match line {
        _ if line.contains("/api/v3/time") => time(),
        _ if line.contains("/api/v3/account") => http("302 Found", &location, SECRET_KEY),
        _ if line.contains("/api/v3/order/test") => http("429 Too Many Requests", &location, SECRET_KEY),
        _ => json("401 Unauthorized", &echo),
    })
    .await;
    let found = examination(&client(&server.endpoint(), &patient())).await;
    assert_eq!(found.permissions, Some(Err(Failure::Rejected(401, -2015))));
    assert_hidden(&format!("{found:?}"));
    let heads = server.heads();
    assert_eq!(heads.len(), 5);
    for head in heads {
        assert!(!head.contains(SECRET_KEY));
        assert!(!head.lines().next().unwrap().contains(API_KEY), "the key belongs in its header");
    }
}

fn assert_hidden(text: &str) {
    for key in [API_KEY, SECRET_KEY] {
        assert!(!text.contains(key), "{text}");
        // Nor a substantial part of it.
        assert!(!text.contains(&key[8..24]), "{text}");
    }
}
