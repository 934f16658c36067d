//! How each scenario changes the answers.

use std::time::Duration;

use serde_json::{Map, Value};

use super::canned::Canned;
use super::rejection::Rejection;
use super::served_key::{FUTURES, MARGIN, READING, ServedKey, TRADING, UNIVERSAL_TRANSFER};
use crate::scenario::Scenario;

/// The `uid` of every key under the scenario `other-bot`.
pub const SHARED_UID: u64 = 70_000_002;

/// How long a new key takes to become active under `not-active-yet`.
const ACTIVATION: Duration = Duration::from_secs(20);
/// How long `late-trading` and `late-activation` take.
const SLOW: Duration = Duration::from_secs(90);

/// How the exchange answers.
#[derive(Clone, Copy)]
pub(crate) enum Play {
    /// By Binance's rules.
    Rules,
    /// Never.
    Stall,
    /// The same to every call.
    Everywhere(Canned),
    /// A refusal of every call, made from Binance's time.
    Refuse(fn(i64) -> Rejection),
    /// A refusal of every signed call.
    RefuseSigned(fn() -> Rejection),
    /// As during maintenance.
    Maintenance,
    /// By the rules, for a key altered in this way.
    Key(fn(&mut ServedKey)),
    /// By the rules, but with `apiRestrictions` altered in this way.
    Restrictions(fn(&mut Map<String, Value>)),
    /// JSON of the wrong shape, except for `ping` and `time`.
    WrongJson,
    /// One of the above until this long after the first signed call, then by the rules.
    For(Duration, &'static Play),
}

impl Play {
    pub(crate) fn of(scenario: Scenario) -> Self {
        match scenario {
            // What lies in the address, in the values handed out, or in the clock, is played there.
            Scenario::Good
            | Scenario::NoNetwork
            | Scenario::Dns
            | Scenario::Refused
            | Scenario::TimeOut
            | Scenario::Tls
            | Scenario::Swapped
            | Scenario::WrongSecret
            | Scenario::KeyFormat
            | Scenario::ClockAhead1s
            | Scenario::ClockBehind1s
            | Scenario::ClockAhead90s
            | Scenario::ClockBehind90s
            | Scenario::ClockAhead1h
            | Scenario::ClockBehind1h
            | Scenario::ClockAhead1d
            | Scenario::ClockBehind1d => Self::Rules,
            Scenario::Stalled => Self::Stall,
            Scenario::Proxy => Self::Everywhere(Canned::ProxyLogin),
            Scenario::CaptivePortal => Self::Everywhere(Canned::Portal),
            Scenario::Firewall => Self::Everywhere(Canned::Firewall),
            Scenario::CountryPage => Self::Everywhere(Canned::CountryPage),
            Scenario::NotBinance => Self::Everywhere(Canned::OtherServer),
            Scenario::Html200 => Self::Everywhere(Canned::WebPage),
            Scenario::HugeBody => Self::Everywhere(Canned::Huge),
            Scenario::EndlessBody => Self::Everywhere(Canned::Endless),
            Scenario::Redirect => Self::Everywhere(Canned::Redirect),
            Scenario::Country => Self::Refuse(|_| Rejection::location()),
            Scenario::TooManyRequests => Self::Refuse(|_| Rejection::too_many_requests()),
            Scenario::Banned => Self::Refuse(Rejection::banned),
            Scenario::Maintenance => Self::Maintenance,
            Scenario::BinanceFault => Self::RefuseSigned(Rejection::fault),
            Scenario::Clock => Self::RefuseSigned(Rejection::too_old),
            Scenario::KeyNotRecognised | Scenario::IpRestrictedElsewhere => {
                Self::RefuseSigned(Rejection::not_permitted)
            }
            Scenario::OtherSite => Self::RefuseSigned(Rejection::key_id),
            Scenario::SelfGenerated => Self::RefuseSigned(Rejection::signature),
            Scenario::IpRestricted => Self::Key(|key| key.ip_restricted = true),
            Scenario::ReadingOff => Self::Key(|key| key.turn(READING, false)),
            Scenario::TradingOff => Self::Key(trading_off),
            Scenario::TooManyBoxes => Self::Key(|key| {
                [MARGIN, UNIVERSAL_TRANSFER, FUTURES].iter().for_each(|name| key.turn(name, true));
            }),
            Scenario::UnknownPermission => Self::Key(|key| key.turn("enablePredictionTrading", true)),
            Scenario::SymbolWhitelist => Self::Key(|key| key.whitelist = true),
            Scenario::SecurityControls => Self::Key(|key| key.stopped = true),
            Scenario::MainAccount => Self::Key(|key| key.main_account = true),
            Scenario::OtherBot => Self::Key(|key| key.uid = SHARED_UID),
            Scenario::WrongJson => Self::WrongJson,
            Scenario::MissingField => Self::Restrictions(|answer| {
                answer.remove("enableFutures");
            }),
            Scenario::NullField => Self::Restrictions(|answer| {
                answer.insert("enableInternalTransfer".to_owned(), Value::Null);
            }),
            Scenario::NotActiveYet => Self::For(ACTIVATION, &Self::RefuseSigned(Rejection::not_permitted)),
            Scenario::LateActivation => Self::For(SLOW, &Self::RefuseSigned(Rejection::not_permitted)),
            Scenario::LateTrading => Self::For(SLOW, &Self::Key(trading_off)),
        }
    }
}

/// Binance's clock minus this computer's under a scenario.
pub(crate) fn clock_offset_ms(scenario: Scenario) -> i64 {
    const OFFSETS: [(Scenario, i64); 8] = [
        (Scenario::ClockAhead1s, -1_100),
        (Scenario::ClockBehind1s, 1_100),
        (Scenario::ClockAhead90s, -90_000),
        (Scenario::ClockBehind90s, 90_000),
        (Scenario::ClockAhead1h, -3_600_000),
        (Scenario::ClockBehind1h, 3_600_000),
        (Scenario::ClockAhead1d, -86_400_000),
        (Scenario::ClockBehind1d, 86_400_000),
    ];
    OFFSETS.into_iter().find(|&(of, _)| of == scenario).map_or(0, |(_, offset_ms)| offset_ms)
}

fn trading_off(key: &mut ServedKey) {
    key.turn(TRADING, false);
}
