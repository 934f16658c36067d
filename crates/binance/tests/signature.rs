//! The signature against Binance's own examples and some of ours.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use serde::Deserialize;
use smartradex_binance::{SecretKey, signature};

#[derive(Deserialize)]
struct Examples {
    #[serde(rename = "secretKey")]
    secret_key: String,
    vectors: Vec<Example>,
}

#[derive(Deserialize)]
struct Example {
    id: u32,
    official: bool,
    payload: String,
    signature: String,
    query: Option<String>,
    body: Option<String>,
}

fn examples() -> Examples {
    serde_json::from_str(include_str!("binance-vectors.json")).unwrap()
}

#[test]
fn every_example_is_signed_as_binance_signs_it() {
    let examples = examples();
    let secret = SecretKey::new(&examples.secret_key).unwrap();
    for example in &examples.vectors {
        assert_eq!(signature(&secret, &example.payload), example.signature, "example {}", example.id);
    }
    assert_eq!(examples.vectors.len(), 10);
    assert_eq!(examples.vectors.iter().filter(|example| example.official).count(), 7);
}

#[test]
fn a_body_follows_the_query_without_separator() {
    let mut seen = 0;
    for example in examples().vectors {
        if let (Some(query), Some(body)) = (example.query, example.body) {
            assert_eq!(query + &body, example.payload, "example {}", example.id);
            seen += 1;
        }
    }
    assert_eq!(seen, 1);
}

#[test]
fn another_secret_or_payload_signs_otherwise() {
    let sign = |secret, payload| signature(&SecretKey::new(secret).unwrap(), payload);
    assert_ne!(sign("a", "timestamp=1"), sign("b", "timestamp=1"));
    assert_ne!(sign("a", "timestamp=1"), sign("a", "timestamp=2"));
    // Longer than a block of SHA-256: HMAC hashes such a key first.
    assert_eq!(sign(&"k".repeat(512), "").len(), 64);
}
