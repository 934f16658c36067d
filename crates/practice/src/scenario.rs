//! The troubles that the pretend Binance can play: one for each cause a user may meet, and some that only a test would.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::derive::{key_value_from, private_key_pem};

/// How the pretend Binance behaves. A scenario's name is that of the cause a client should report, where there is one.
///
/// "Signed calls" are `apiRestrictions`, `subUserHistory`, `account` and `order/test`. Whatever is not mentioned is answered as in
/// [`Scenario::Good`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum Scenario {
    /// Everything as it should be: signed calls are answered by Binance's rules for the key's boxes.
    #[default]
    Good,
    /// No route to Binance. The address is `https://255.255.255.255`: Linux answers "network unreachable" without sending
    /// anything; elsewhere the connection fails in another way or times out.
    NoNetwork,
    /// The name does not resolve. The address is `https://smartradex-practice.invalid`, which never exists (RFC 6761).
    Dns,
    /// The connection is refused: a loopback port on which nobody listens.
    Refused,
    /// The connection never opens: a listening loopback socket whose queue is full, so that the kernel drops what arrives. Works on
    /// Linux; other systems may refuse instead.
    TimeOut,
    /// The connection opens, but no call is ever answered.
    Stalled,
    /// A proxy wants a login: every call is answered 407 with a web page.
    Proxy,
    /// HTTPS with a certificate that nobody trusts.
    Tls,
    /// A hotel's or café's login page: every call is answered with a web page and a 302 redirect to another host.
    CaptivePortal,
    /// Binance's web firewall: every call is answered 403 with CloudFront's page "Request blocked."
    Firewall,
    /// Binance does not serve this country: every call is answered 451 with JSON, code 0.
    Country,
    /// The same, reported by the firewall: every call is answered 403 with CloudFront's page that names the country.
    CountryPage,
    /// Too many requests: every call is answered 429, code -1003, `Retry-After: 30`.
    TooManyRequests,
    /// Banned for a while: every call is answered 418, code -1003, `Retry-After: 120`.
    Banned,
    /// Maintenance: `system/status` says 1; all other calls except `ping` and `time` are answered 503, code -1001.
    Maintenance,
    /// Binance's own fault: signed calls are answered 500, code -1000.
    BinanceFault,
    /// A clock that cannot be followed: signed calls are answered 400, code -1021, whatever their timestamp.
    Clock,
    /// A well-formed key that Binance does not know: signed calls are answered 401, code -2015.
    KeyNotRecognised,
    /// The two values are handed out the other way round, so that what is sent as the key is unknown: 401, code -2015. A client
    /// that swaps them back is served.
    Swapped,
    /// The secret of another key is handed out: signed calls are answered 400, code -1022.
    WrongSecret,
    /// The key is handed out with a character that no key has: signed calls are answered 401, code -2014.
    KeyFormat,
    /// A key from another site or the testnet: signed calls are answered 400, code -2008.
    OtherSite,
    /// A self-generated key: a private key (PEM) is handed out as the secret; signed calls are answered 400, code -1022.
    SelfGenerated,
    /// The key is restricted to trusted IP addresses, which include this computer's: `ipRestrict` is true.
    IpRestricted,
    /// The key is restricted to other computers' addresses: signed calls are answered 401, code -2015.
    IpRestrictedElsewhere,
    /// Reading is off: signed calls that read are answered 401, code -2015; `order/test` is answered 200.
    ReadingOff,
    /// Trading is off: `enableSpotAndMarginTrading` is false, and `order/test` is answered 401, code -2015.
    TradingOff,
    /// Too many boxes are ticked: `enableMargin`, `permitsUniversalTransfer` and `enableFutures` are true.
    TooManyBoxes,
    /// A permission that is not known yet is on: `enablePredictionTrading` is true.
    UnknownPermission,
    /// The symbol whitelist is on: `order/test` is answered 400, code -2010.
    SymbolWhitelist,
    /// The security controls of step 1 stop the key: `apiRestrictions` says that it may trade, but `order/test` is answered 401,
    /// code -2015.
    SecurityControls,
    /// The main account's key: `subUserHistory` is answered 400, code -12022.
    MainAccount,
    /// The other bot's sub-account: `account` reports the same `uid` for every key.
    OtherBot,
    /// A newly created key: signed calls are answered 401, code -2015, until 20 s after the first one.
    NotActiveYet,
    /// Another server answers: every call is answered 200 with that server's plain text.
    NotBinance,
    /// A web page with status 200 for every call.
    Html200,
    /// JSON of the wrong shape, with status 200, for every call except `ping` and `time`.
    WrongJson,
    /// Every call is answered with 100 MB of JSON.
    HugeBody,
    /// Every call is answered with JSON that goes on for ever, a few bytes at a time.
    EndlessBody,
    /// Every call is answered 307, redirecting to the same path on another host.
    Redirect,
    /// `apiRestrictions` lacks `enableFutures`.
    MissingField,
    /// In `apiRestrictions`, `enableInternalTransfer` is null.
    NullField,
    /// Trading turns on only 90 s after the first signed call; until then as [`Scenario::TradingOff`].
    LateTrading,
    /// The key becomes active only 90 s after the first signed call; until then as [`Scenario::NotActiveYet`].
    LateActivation,
    /// This computer's clock is 1.1 s ahead of Binance's: a little more than Binance accepts.
    ClockAhead1s,
    /// This computer's clock is 1.1 s behind Binance's.
    ClockBehind1s,
    /// This computer's clock is 90 s ahead of Binance's.
    ClockAhead90s,
    /// This computer's clock is 90 s behind Binance's.
    ClockBehind90s,
    /// This computer's clock is an hour ahead of Binance's.
    ClockAhead1h,
    /// This computer's clock is an hour behind Binance's.
    ClockBehind1h,
    /// This computer's clock is a day ahead of Binance's.
    ClockAhead1d,
    /// This computer's clock is a day behind Binance's.
    ClockBehind1d,
}

/// No scenario has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownScenario;

impl Scenario {
    /// Every scenario: the good one, the causes in the order in which a client would meet them, then variants.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// Whether this system fails as the scenario says. Only Linux is known to have no way to the limited broadcast address, and
    /// to let a connection wait in vain for a place in a full queue; others may report another failure of theirs.
    #[must_use]
    pub fn is_true_here(self) -> bool {
        cfg!(target_os = "linux") || !matches!(self, Self::NoNetwork | Self::TimeOut)
    }

    /// Its name in kebab-case, used both in the program's options and in serialized state.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.described().0
    }

    /// One line in English, for people who test.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.described().1
    }

    /// The key and the secret that the user is given, made from the true ones: altered if the trouble lies in them, as in
    /// [`Scenario::Swapped`].
    #[must_use]
    pub fn handed_out(self, api_key: &str, secret_key: &str) -> (String, String) {
        if self == Self::Swapped {
            (secret_key.to_owned(), api_key.to_owned())
        } else if self == Self::WrongSecret {
            (api_key.to_owned(), key_value_from(secret_key, "another secret"))
        } else if self == Self::KeyFormat {
            let middle = api_key.char_indices().nth(api_key.chars().count() / 2).map_or(0, |(at, _)| at);
            let (start, end) = api_key.split_at(middle);
            (format!("{start}-{end}"), secret_key.to_owned())
        } else if self == Self::SelfGenerated {
            (api_key.to_owned(), private_key_pem(secret_key.as_bytes(), 0))
        } else {
            (api_key.to_owned(), secret_key.to_owned())
        }
    }

    fn described(self) -> (&'static str, &'static str) {
        match self {
            Self::Good => ("good", "a key with exactly the two boxes"),
            Self::NoNetwork => ("no-network", "the computer has no network"),
            Self::Dns => ("dns", "the name does not resolve"),
            Self::Refused => ("refused", "the connection is refused"),
            Self::TimeOut => ("time-out", "the connection never opens"),
            Self::Stalled => ("stalled", "the connection opens, no answer comes"),
            Self::Proxy => ("proxy", "407: a proxy wants a login"),
            Self::Tls => ("tls", "HTTPS with a certificate that nobody trusts"),
            Self::CaptivePortal => ("captive-portal", "302 to the login page of a hotel or a café"),
            Self::Firewall => ("firewall", "403: blocked by the web firewall"),
            Self::Country => ("country", "451: not served in this country"),
            Self::CountryPage => ("country-page", "403: a firewall page that names the country"),
            Self::TooManyRequests => ("too-many-requests", "429 -1003: wait 30 s"),
            Self::Banned => ("banned", "418 -1003: banned for 120 s"),
            Self::Maintenance => ("maintenance", "system status 1, 503 elsewhere"),
            Self::BinanceFault => ("binance-fault", "500 -1000 on signed calls"),
            Self::Clock => ("clock", "-1021 on every signed call: a clock that cannot be followed"),
            Self::KeyNotRecognised => ("key-not-recognised", "401 -2015: the key is unknown"),
            Self::Swapped => ("swapped", "key and secret are handed out the other way round"),
            Self::WrongSecret => ("wrong-secret", "the secret handed out is another key's: 400 -1022"),
            Self::KeyFormat => ("key-format", "the key handed out has a stray character: 401 -2014"),
            Self::OtherSite => ("other-site", "400 -2008: a key of another site or of the testnet"),
            Self::SelfGenerated => ("self-generated", "a private key (PEM) is handed out for the secret"),
            Self::IpRestricted => {
                ("ip-restricted", "the key is restricted to IP addresses, this one among them")
            }
            Self::IpRestrictedElsewhere => {
                ("ip-restricted-elsewhere", "the key is restricted to other IP addresses: 401 -2015")
            }
            Self::ReadingOff => ("reading-off", "reading is off: 401 -2015, but a test order passes"),
            Self::TradingOff => ("trading-off", "trading is off"),
            Self::TooManyBoxes => ("too-many-boxes", "margin loans, universal transfers and futures are on"),
            Self::UnknownPermission => ("unknown-permission", "a permission that nobody knows yet is on"),
            Self::SymbolWhitelist => {
                ("symbol-whitelist", "the symbol whitelist is on: test orders get -2010")
            }
            Self::SecurityControls => {
                ("security-controls", "the box of step 1 is ticked again: test orders get -2015")
            }
            Self::MainAccount => ("main-account", "the main account's key: -12022"),
            Self::OtherBot => ("other-bot", "the same sub-account for every key"),
            Self::NotActiveYet => ("not-active-yet", "401 -2015 until 20 s after the first signed call"),
            Self::NotBinance => ("not-binance", "another server answers with plain text"),
            Self::Html200 => ("html-200", "a web page with status 200"),
            Self::WrongJson => ("wrong-json", "JSON of the wrong shape"),
            Self::HugeBody => ("huge-body", "100 MB of JSON"),
            Self::EndlessBody => ("endless-body", "JSON that never ends, a few bytes at a time"),
            Self::Redirect => ("redirect", "307 to another host"),
            Self::MissingField => ("missing-field", "apiRestrictions lacks enableFutures"),
            Self::NullField => ("null-field", "enableInternalTransfer is null"),
            Self::LateTrading => ("late-trading", "trading turns on 90 s after the first signed call"),
            Self::LateActivation => {
                ("late-activation", "the key becomes active 90 s after the first signed call")
            }
            Self::ClockAhead1s => ("clock-ahead-1s", "this computer's clock is 1 s ahead"),
            Self::ClockBehind1s => ("clock-behind-1s", "this computer's clock is 1 s behind"),
            Self::ClockAhead90s => ("clock-ahead-90s", "this computer's clock is 90 s ahead"),
            Self::ClockBehind90s => ("clock-behind-90s", "this computer's clock is 90 s behind"),
            Self::ClockAhead1h => ("clock-ahead-1h", "this computer's clock is an hour ahead"),
            Self::ClockBehind1h => ("clock-behind-1h", "this computer's clock is an hour behind"),
            Self::ClockAhead1d => ("clock-ahead-1d", "this computer's clock is a day ahead"),
            Self::ClockBehind1d => ("clock-behind-1d", "this computer's clock is a day behind"),
        }
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl fmt::Display for UnknownScenario {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no scenario has this name")
    }
}

impl std::error::Error for UnknownScenario {}

impl FromStr for Scenario {
    type Err = UnknownScenario;

    fn from_str(name: &str) -> Result<Self, UnknownScenario> {
        ALL.into_iter().find(|scenario| scenario.name() == name).ok_or(UnknownScenario)
    }
}

impl From<Scenario> for &'static str {
    fn from(scenario: Scenario) -> Self {
        scenario.name()
    }
}

impl TryFrom<String> for Scenario {
    type Error = UnknownScenario;

    fn try_from(name: String) -> Result<Self, UnknownScenario> {
        name.parse()
    }
}

const ALL: [Scenario; 52] = [
    Scenario::Good,
    Scenario::NoNetwork,
    Scenario::Dns,
    Scenario::Refused,
    Scenario::TimeOut,
    Scenario::Stalled,
    Scenario::Proxy,
    Scenario::Tls,
    Scenario::CaptivePortal,
    Scenario::Firewall,
    Scenario::Country,
    Scenario::CountryPage,
    Scenario::TooManyRequests,
    Scenario::Banned,
    Scenario::Maintenance,
    Scenario::BinanceFault,
    Scenario::Clock,
    Scenario::KeyNotRecognised,
    Scenario::Swapped,
    Scenario::WrongSecret,
    Scenario::KeyFormat,
    Scenario::OtherSite,
    Scenario::SelfGenerated,
    Scenario::IpRestricted,
    Scenario::IpRestrictedElsewhere,
    Scenario::ReadingOff,
    Scenario::TradingOff,
    Scenario::TooManyBoxes,
    Scenario::UnknownPermission,
    Scenario::SymbolWhitelist,
    Scenario::SecurityControls,
    Scenario::MainAccount,
    Scenario::OtherBot,
    Scenario::NotActiveYet,
    Scenario::NotBinance,
    Scenario::Html200,
    Scenario::WrongJson,
    Scenario::HugeBody,
    Scenario::EndlessBody,
    Scenario::Redirect,
    Scenario::MissingField,
    Scenario::NullField,
    Scenario::LateTrading,
    Scenario::LateActivation,
    Scenario::ClockAhead1s,
    Scenario::ClockBehind1s,
    Scenario::ClockAhead90s,
    Scenario::ClockBehind90s,
    Scenario::ClockAhead1h,
    Scenario::ClockBehind1h,
    Scenario::ClockAhead1d,
    Scenario::ClockBehind1d,
];
