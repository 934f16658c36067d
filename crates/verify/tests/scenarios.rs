//! Every trouble that the practice exchange can play is reported by its name, in both languages.
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use common::{API_KEY, SECRET_KEY, causes, practice, run};
use serde_json::Value;
use smartradex_practice::Scenario;
use smartradex_wizard::{Cause, CheckId, Evidence};

/// What the program should report.
struct Expected {
    status: i32,
    first: Option<Cause>,
    /// A further cause that must be named, if Binance's answer fits several and this one is the scenario's.
    among: Option<Cause>,
}

fn expected(scenario: Scenario) -> Expected {
    let unknown = |cause| Expected { status: 2, first: Some(cause), among: None };
    let refused = |cause| Expected { status: 1, first: Some(cause), among: None };
    // -2015 fits all of them, and two bare lines give no hint.
    let not_recognised = |cause| Expected { among: Some(cause), ..refused(Cause::KeyNotRecognised) };
    match scenario {
        // The clock is corrected silently; a box that moves no funds need not be named; and nothing is known here of
        // the other bot's sub-account.
        Scenario::Good
        | Scenario::OtherBot
        | Scenario::MissingField
        | Scenario::ClockAhead1s
        | Scenario::ClockBehind1s
        | Scenario::ClockAhead90s
        | Scenario::ClockBehind90s
        | Scenario::ClockAhead1h
        | Scenario::ClockBehind1h
        | Scenario::ClockAhead1d
        | Scenario::ClockBehind1d => Expected { status: 0, first: None, among: None },
        Scenario::NoNetwork => unknown(Cause::NoNetwork),
        Scenario::Dns => unknown(Cause::Dns),
        Scenario::Refused => unknown(Cause::Refused),
        Scenario::TimeOut => unknown(Cause::TimeOut),
        Scenario::Stalled | Scenario::EndlessBody => unknown(Cause::Stalled),
        Scenario::Proxy => unknown(Cause::Proxy),
        Scenario::Tls => unknown(Cause::Tls),
        Scenario::CaptivePortal => unknown(Cause::CaptivePortal),
        Scenario::Html200 | Scenario::Redirect => {
            Expected { among: Some(Cause::NotBinance), ..unknown(Cause::CaptivePortal) }
        }
        Scenario::NotBinance | Scenario::WrongJson | Scenario::HugeBody => unknown(Cause::NotBinance),
        Scenario::Firewall => unknown(Cause::Firewall),
        Scenario::Country | Scenario::CountryPage => unknown(Cause::Country),
        Scenario::TooManyRequests => unknown(Cause::TooManyRequests),
        Scenario::Banned => unknown(Cause::Banned),
        Scenario::Maintenance => unknown(Cause::Maintenance),
        Scenario::BinanceFault => unknown(Cause::BinanceFault),
        Scenario::Clock => unknown(Cause::Clock),
        Scenario::NullField => unknown(Cause::UnclearPermissions),
        Scenario::KeyNotRecognised => refused(Cause::KeyNotRecognised),
        Scenario::Swapped => not_recognised(Cause::Swapped),
        Scenario::IpRestrictedElsewhere => not_recognised(Cause::IpRestricted),
        Scenario::NotActiveYet | Scenario::LateActivation => not_recognised(Cause::NotActiveYet),
        Scenario::WrongSecret => refused(Cause::WrongSecret),
        Scenario::KeyFormat => refused(Cause::KeyFormat),
        Scenario::OtherSite => refused(Cause::OtherSite),
        Scenario::SelfGenerated => refused(Cause::SelfGenerated),
        Scenario::IpRestricted => refused(Cause::IpRestricted),
        Scenario::ReadingOff => refused(Cause::ReadingOff),
        Scenario::TradingOff | Scenario::LateTrading => refused(Cause::TradingOff),
        Scenario::TooManyBoxes => refused(Cause::TooManyBoxes),
        Scenario::UnknownPermission => refused(Cause::UnknownPermission),
        Scenario::SymbolWhitelist => refused(Cause::SymbolWhitelist),
        Scenario::SecurityControls => refused(Cause::SecurityControls),
        Scenario::MainAccount => refused(Cause::MainAccount),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_scenario_is_told_by_its_cause_in_both_languages() {
    let mut playing = tokio::task::JoinSet::new();
    for scenario in Scenario::all().iter().filter(|scenario| scenario.is_true_here()) {
        playing.spawn(play(*scenario));
    }
    playing.join_all().await;
}

async fn play(scenario: Scenario) {
    let (server, input) = practice(scenario).await;
    let url = server.url();
    let [french, english] = ["fr", "en"].map(|lang| {
        let (url, input) = (url.clone(), input.clone());
        tokio::task::spawn_blocking(move || {
            run(&["--json", "--lang", lang, "--endpoint", &url], input.as_bytes())
        })
    });
    let (french, english) = (french.await.unwrap(), english.await.unwrap());
    let expected = expected(scenario);
    for said in [&french, &english] {
        let json = said.json();
        assert_eq!(said.status, expected.status, "{scenario}: {json}");
        assert_eq!(json["accepted"], Value::Bool(expected.status == 0), "{scenario}: {json}");
        let causes = causes(&json);
        assert_eq!(causes.first().map(String::as_str), expected.first.map(Cause::name), "{scenario}: {json}");
        if let Some(cause) = expected.among {
            assert!(causes.iter().any(|name| name == cause.name()), "{scenario}: {json}");
            assert_eq!(json["likely"], Value::Bool(true), "{scenario}: {json}");
        }
        assert_eq!(
            json["explanation"].as_array().unwrap().is_empty(),
            expected.status == 0,
            "{scenario}: {json}"
        );
        check_lines(scenario, &json);
        for secret in [API_KEY, SECRET_KEY] {
            let piece = &secret[20..32];
            assert!(
                !said.out.contains(piece) && !said.error.contains(piece),
                "{scenario}: a piece of the key is told"
            );
        }
    }
    let [french, english] = [french.json(), english.json()];
    assert_eq!(french["causes"], english["causes"], "{scenario}: the names are the same in every language");
    assert_ne!(french["verdict"], english["verdict"], "{scenario}: the words are not");
}

/// Each check has what it should have, and they are in order.
fn check_lines(scenario: Scenario, json: &Value) {
    let lines = json["checks"].as_array().unwrap();
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    let all: Vec<&str> =
        CheckId::ALL.into_iter().filter(|id| *id != CheckId::OtherBot).map(CheckId::name).collect();
    if scenario == Scenario::SelfGenerated {
        assert!(ids.is_empty() && json["round_trips"] == 0, "{scenario}: nothing was asked");
        return;
    }
    assert_eq!(ids, all, "{scenario}");
    for line in lines {
        assert!(["ok", "wrong", "unknown"].contains(&line["state"].as_str().unwrap()), "{scenario}: {line}");
        let evidence = line["evidence"].as_str().unwrap();
        assert!(Evidence::ALL.iter().any(|one| one.name() == evidence), "{scenario}: {line}");
        assert!(!line["text"].as_str().unwrap().is_empty(), "{scenario}: {line}");
        if json["accepted"] == true && scenario != Scenario::MissingField {
            assert_eq!(line["state"], "ok", "{scenario}: {line}");
        }
    }
    if json["accepted"] == true {
        assert_eq!(json["round_trips"], 2, "{scenario}");
    }
}
