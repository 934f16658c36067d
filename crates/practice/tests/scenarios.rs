//! The list of scenarios.

use std::collections::BTreeSet;

use smartradex_practice::Scenario;

/// Each cause that a client tells apart has a scenario of exactly its name.
const CAUSES: [&str; 32] = [
    "no-network",
    "dns",
    "refused",
    "time-out",
    "stalled",
    "proxy",
    "tls",
    "captive-portal",
    "firewall",
    "country",
    "too-many-requests",
    "banned",
    "maintenance",
    "binance-fault",
    "clock",
    "key-not-recognised",
    "swapped",
    "wrong-secret",
    "key-format",
    "other-site",
    "self-generated",
    "ip-restricted",
    "reading-off",
    "trading-off",
    "too-many-boxes",
    "unknown-permission",
    "symbol-whitelist",
    "security-controls",
    "main-account",
    "other-bot",
    "not-active-yet",
    "not-binance",
];

#[test]
fn every_cause_has_a_scenario() {
    let names: BTreeSet<_> = Scenario::all().iter().map(|scenario| scenario.name()).collect();
    assert_eq!(names.len(), Scenario::all().len(), "each name once");
    for cause in CAUSES {
        assert!(names.contains(cause), "{cause}");
    }
}

#[test]
fn a_name_leads_back_to_its_scenario() {
    for &scenario in Scenario::all() {
        let name = scenario.name();
        assert_eq!(name.parse(), Ok(scenario));
        assert_eq!(serde_json::to_string(&scenario).unwrap(), format!("\"{name}\""));
        assert_eq!(serde_json::from_str::<Scenario>(&format!("\"{name}\"")).unwrap(), scenario);
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        assert!(!scenario.description().contains(['\t', '\n']) && !scenario.description().is_empty());
    }
    assert!("".parse::<Scenario>().is_err() && "Good".parse::<Scenario>().is_err());
}

#[test]
fn the_values_handed_out_differ_where_the_trouble_lies_in_them() {
    let (key, secret) = ("K".repeat(64), "S".repeat(64));
    let true_values = (key.clone(), secret.clone());
    for &scenario in Scenario::all() {
        let handed = scenario.handed_out(&key, &secret);
        match scenario.name() {
            "swapped" => assert_eq!(handed, (secret.clone(), key.clone())),
            "wrong-secret" => {
                assert_eq!(handed.0, key);
                assert!(handed.1 != secret && handed.1.len() == 64);
            }
            "key-format" => {
                assert_eq!(handed.0.replace('-', ""), key);
                assert_eq!((handed.0.len(), handed.1), (65, secret.clone()));
            }
            "self-generated" => assert!(handed.1.contains("PRIVATE KEY") && handed.0 == key),
            _ => assert_eq!(handed, true_values, "{scenario}"),
        }
    }
    // An empty key has no middle for the stray character.
    assert_eq!(Scenario::KeyFormat.handed_out("", "").0, "-");
}
