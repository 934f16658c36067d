//! The examination against the practice exchange, which has its own implementation of signatures and rules: every trouble
//! it can play is reported as what it is.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::time::Duration;

use common::exchange::Identity;
use common::{API_KEY, SECRET_KEY, now_ms, patient};
use smartradex_binance::{
    AccountKind, ApiKey, Client, ClientOptions, Credentials, Endpoint, Examination, Market, Permission,
    SecretKey, TestOrder, examine,
};
use smartradex_practice::{Exchange, Scenario, ServedKey, Server};

/// What is reported under each scenario. `dns` is not among them, because it would ask a name server.
const TOLD: [(Scenario, &str); 51] = [
    (Scenario::Good, "good"),
    (Scenario::NoNetwork, "time: NoNetwork"),
    (Scenario::Refused, "time: Refused"),
    (Scenario::TimeOut, "time: ConnectTimeout"),
    (Scenario::Stalled, "time: Stalled"),
    (Scenario::Proxy, "time: Proxy"),
    (Scenario::Tls, "time: TlsUntrusted"),
    (Scenario::CaptivePortal, "time: WebPage(302)"),
    (Scenario::Firewall, "time: Firewall"),
    (Scenario::Country, "time: Country"),
    (Scenario::CountryPage, "time: Country"),
    (Scenario::TooManyRequests, "time: TooManyRequests(Some(30))"),
    (Scenario::Banned, "time: Banned(Some(120))"),
    (Scenario::Maintenance, "key: Maintenance"),
    (Scenario::BinanceFault, "key: BinanceFault(500, -1000)"),
    (Scenario::Clock, "key: Rejected(400, -1021)"),
    (Scenario::KeyNotRecognised, "key: Rejected(401, -2015)"),
    (Scenario::Swapped, "key: Rejected(401, -2015)"),
    (Scenario::WrongSecret, "key: Rejected(400, -1022)"),
    (Scenario::KeyFormat, "key: Rejected(401, -2014)"),
    (Scenario::OtherSite, "key: Rejected(400, -2008)"),
    (Scenario::SelfGenerated, "malformed"),
    (Scenario::IpRestricted, "ipRestrict: Ok(true)"),
    (Scenario::IpRestrictedElsewhere, "key: Rejected(401, -2015)"),
    (Scenario::ReadingOff, "key: Rejected(401, -2015)"),
    (Scenario::TradingOff, "enableSpotAndMarginTrading: Ok(false), order: NotPermitted"),
    (
        Scenario::TooManyBoxes,
        "permitsUniversalTransfer: Ok(true), enableMargin: Ok(true), enableFutures: Ok(true)",
    ),
    (Scenario::UnknownPermission, "enablePredictionTrading"),
    (Scenario::SymbolWhitelist, "order: NotWhitelisted"),
    (Scenario::SecurityControls, "order: NotPermitted"),
    (Scenario::MainAccount, "kind: MainAccount"),
    (Scenario::OtherBot, "good"),
    (Scenario::NotActiveYet, "key: Rejected(401, -2015)"),
    (Scenario::NotBinance, "time: NotBinance(200)"),
    (Scenario::Html200, "time: WebPage(200)"),
    (Scenario::WrongJson, "key: NotBinance(200)"),
    (Scenario::HugeBody, "time: NotBinance(200)"),
    (Scenario::EndlessBody, "time: Stalled"),
    (Scenario::Redirect, "time: WebPage(307)"),
    (Scenario::MissingField, "enableFutures: Err(Missing)"),
    (Scenario::NullField, "enableInternalTransfer: Err(NotBoolean)"),
    (Scenario::LateTrading, "enableSpotAndMarginTrading: Ok(false), order: NotPermitted"),
    (Scenario::LateActivation, "key: Rejected(401, -2015)"),
    (Scenario::ClockAhead1s, "good"),
    (Scenario::ClockBehind1s, "good"),
    (Scenario::ClockAhead90s, "good"),
    (Scenario::ClockBehind90s, "good"),
    (Scenario::ClockAhead1h, "good"),
    (Scenario::ClockBehind1h, "good"),
    (Scenario::ClockAhead1d, "good"),
    (Scenario::ClockBehind1d, "good"),
];

#[tokio::test]
async fn every_trouble_is_told_as_what_it_is() {
    for scenario in Scenario::all() {
        let listed = TOLD.iter().filter(|(listed, _)| listed == scenario).count();
        assert_eq!(listed, usize::from(*scenario != Scenario::Dns), "{scenario}");
    }
    let server = server().await;
    let authority = Identity::new("localhost").authority;
    for (scenario, told) in TOLD.into_iter().filter(|(scenario, _)| scenario.is_true_here()) {
        server.exchange().set_scenario(scenario);
        // Waits are short only where waiting is in vain: a busy computer must not look like a broken connection.
        let limit = |vain: &[Scenario], usual| {
            if vain.contains(&scenario) { Duration::from_millis(500) } else { usual }
        };
        let usual = patient();
        let options = ClientOptions {
            connect: limit(&[Scenario::TimeOut], usual.connect),
            answer: limit(&[Scenario::Stalled, Scenario::EndlessBody], usual.answer),
            authority: Some(authority.clone()),
            ..usual
        };
        assert_eq!(examined(&server, scenario, &options).await, told, "{scenario}");
    }
    assert_eq!(server.exchange().statistics().redirects_followed, 0);
}

/// The end of a ban is told in Binance's time, so only Binance's clock tells how long it is.
#[tokio::test]
async fn a_ban_is_as_long_on_a_computer_whose_clock_is_an_hour_wrong() {
    const HOUR_MS: i64 = 3_600_000;
    let server = server().await;
    server.exchange().set_scenario(Scenario::Banned);
    for offset_ms in [-HOUR_MS, 0, HOUR_MS] {
        server.exchange().set_clock_offset_ms(offset_ms);
        let told = examined(&server, Scenario::Banned, &patient()).await;
        assert_eq!(told, "time: Banned(Some(120))", "{offset_ms}");
    }
}

#[tokio::test]
async fn swapping_back_is_served() {
    let server = server().await;
    server.exchange().set_scenario(Scenario::Swapped);
    let (api_key, secret_key) = Scenario::Swapped.handed_out(API_KEY, SECRET_KEY);
    let given = Credentials {
        api_key: ApiKey::new(&api_key).unwrap(),
        secret_key: SecretKey::new(&secret_key).unwrap(),
    };
    let client = Client::new(Endpoint::parse(&server.url()).unwrap(), &patient()).unwrap();
    let found = examine(&client, &given.swapped(), Market::Bitcoin, now_ms, |_| ()).await;
    assert_eq!(summary(&found), "good");
}

async fn server() -> Server {
    let exchange = Exchange::with_key(ServedKey::good(API_KEY, SECRET_KEY));
    Server::bind(([127, 0, 0, 1], 0).into(), exchange).await.unwrap()
}

async fn examined(server: &Server, scenario: Scenario, options: &ClientOptions) -> String {
    let (api_key, secret_key) = scenario.handed_out(API_KEY, SECRET_KEY);
    let (Ok(api_key), Ok(secret_key)) = (ApiKey::new(&api_key), SecretKey::new(&secret_key)) else {
        return "malformed".to_owned();
    };
    let client = Client::new(Endpoint::parse(&server.url()).unwrap(), options).unwrap();
    let credentials = Credentials { api_key, secret_key };
    summary(&examine(&client, &credentials, Market::Ether, now_ms, |_| ()).await)
}

/// How the key differs from a good one, or what kept that from being known.
fn summary(found: &Examination) -> String {
    assert!(found.finished);
    if let Err(failure) = found.clock.as_ref().unwrap() {
        return format!("time: {failure:?}");
    }
    let permissions = match found.permissions.as_ref().unwrap() {
        Ok(permissions) => permissions,
        Err(failure) => return format!("key: {failure:?}"),
    };
    let mut different = permissions.unknown_on.clone();
    for (permission, value) in &permissions.known {
        if *value != Ok(matches!(permission, Permission::Reading | Permission::SpotAndMarginTrading)) {
            different.push(format!("{}: {value:?}", permission.field()));
        }
    }
    if permissions.ip_restrict != Ok(false) {
        different.push(format!("ipRestrict: {:?}", permissions.ip_restrict));
    }
    match found.kind.as_ref().unwrap() {
        Ok(AccountKind::SubAccount) => {}
        Ok(kind) => different.push(format!("kind: {kind:?}")),
        Err(failure) => different.push(format!("kind: {failure:?}")),
    }
    match found.order.as_ref().unwrap() {
        Ok(TestOrder::Accepted) => {}
        Ok(order) => different.push(format!("order: {order:?}")),
        Err(failure) => different.push(format!("order: {failure:?}")),
    }
    assert!(found.account.as_ref().unwrap().as_ref().unwrap().uid.is_some());
    if different.is_empty() { "good".to_owned() } else { different.join(", ") }
}
