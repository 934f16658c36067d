//! A key as the exchange serves it.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use crate::account::Account;
use crate::derive::number_from;
use crate::key::{IpChoice, KeyBox, KeyNumber, Owner};

/// Every permission that `apiRestrictions` reports, as Binance documents them.
const PERMISSIONS: [&str; 11] = [
    READING,
    TRADING,
    "enableWithdrawals",
    "enableInternalTransfer",
    UNIVERSAL_TRANSFER,
    MARGIN,
    FUTURES,
    OPTIONS,
    "enablePortfolioMarginTrading",
    "enableFixApiTrade",
    "enableFixReadOnly",
];
pub(crate) const READING: &str = "enableReading";
pub(crate) const TRADING: &str = "enableSpotAndMarginTrading";
pub(crate) const UNIVERSAL_TRANSFER: &str = "permitsUniversalTransfer";
pub(crate) const MARGIN: &str = "enableMargin";
pub(crate) const FUTURES: &str = "enableFutures";
const OPTIONS: &str = "enableVanillaOptions";

/// A key with its secret, its permissions and its owner.
#[derive(Clone, PartialEq, Eq)]
pub struct ServedKey {
    api_key: String,
    /// `None` for a self-generated key: no signature made with a shared secret can be right.
    secret_key: Option<String>,
    permissions: BTreeMap<String, bool>,
    pub(crate) ip_restricted: bool,
    pub(crate) whitelist: bool,
    /// Whether the account's security controls stop it from trading, whatever its boxes say.
    pub(crate) stopped: bool,
    pub(crate) main_account: bool,
    pub(crate) uid: u64,
    created_ms: Option<i64>,
}

/// The name cannot be that of a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPermission;

impl ServedKey {
    /// A key that SmartradeX accepts: a sub-account's, with reading and trading on, everything else off, and no IP
    /// restriction. Its `uid` is derived from the API key.
    #[must_use]
    pub fn good(api_key: &str, secret_key: &str) -> Self {
        let on = |name: &str| name == READING || name == TRADING;
        Self {
            api_key: api_key.to_owned(),
            secret_key: Some(secret_key.to_owned()),
            permissions: PERMISSIONS.into_iter().map(|name| (name.to_owned(), on(name))).collect(),
            ip_restricted: false,
            whitelist: false,
            stopped: false,
            main_account: false,
            uid: u64::from(number_from(api_key, "uid")),
            created_ms: None,
        }
    }

    /// Turns a permission on or off. It is named after its field (`enableFutures`); a name that Binance does not
    /// document adds a new field.
    ///
    /// # Errors
    /// [`NotAPermission`] when the name does not begin with `enable` or `permits`, is longer than 64 characters, or
    /// contains anything but `[A-Za-z0-9_]`.
    pub fn set_permission(&mut self, name: &str, on: bool) -> Result<(), NotAPermission> {
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !plain || name.len() > 64 || !(name.starts_with("enable") || name.starts_with("permits")) {
            return Err(NotAPermission);
        }
        self.permissions.insert(name.to_owned(), on);
        Ok(())
    }

    /// Whether Binance documents a permission of this name.
    #[must_use]
    pub fn documents(name: &str) -> bool {
        PERMISSIONS.contains(&name)
    }

    /// Restricts the key to trusted IP addresses, which include this computer's.
    pub fn set_ip_restricted(&mut self, restricted: bool) {
        self.ip_restricted = restricted;
    }

    /// Makes it the main account's key, or a sub-account's.
    pub fn set_main_account(&mut self, main_account: bool) {
        self.main_account = main_account;
    }

    /// The public value.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// The served form of a key of this account.
    pub(crate) fn of_account(account: &Account, number: KeyNumber) -> Option<Self> {
        let key = account.key(number)?;
        let mut served = Self::good(&account.api_key(number)?, "");
        served.secret_key = account.true_secret(number);
        for key_box in KeyBox::ALL {
            let ticked = key.restrictions.is_ticked(key_box);
            match field(key_box) {
                Some(name) => served.turn(name, ticked),
                None => served.whitelist = ticked,
            }
        }
        served.ip_restricted = key.restrictions.ip == IpChoice::TrustedOnly;
        served.main_account = key.owner == Owner::Main;
        served.uid = account.uid(key.owner);
        Some(served)
    }

    pub(crate) fn created_at(self, created_ms: i64) -> Self {
        Self { created_ms: Some(created_ms), ..self }
    }

    pub(crate) fn created_ms(&self) -> Option<i64> {
        self.created_ms
    }

    pub(crate) fn secret_key(&self) -> Option<&str> {
        self.secret_key.as_deref()
    }

    pub(crate) fn turn(&mut self, name: &str, on: bool) {
        self.permissions.insert(name.to_owned(), on);
    }

    pub(crate) fn may(&self, name: &str) -> bool {
        self.permissions.get(name).copied().unwrap_or(false)
    }

    /// The answer to `apiRestrictions`.
    pub(crate) fn restrictions(&self, server_time_ms: i64) -> Map<String, Value> {
        // A key that was given by hand counts as a day old.
        let created_ms = self.created_ms.unwrap_or(server_time_ms - 86_400_000);
        let mut answer = Map::new();
        answer.insert("ipRestrict".to_owned(), self.ip_restricted.into());
        answer.insert("createTime".to_owned(), created_ms.into());
        answer.extend(self.permissions.iter().map(|(name, &on)| (name.clone(), on.into())));
        answer
    }
}

impl fmt::Debug for ServedKey {
    /// Shows neither of the two values.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let on: Vec<_> = self.permissions.iter().filter(|&(_, &on)| on).map(|(name, _)| name).collect();
        formatter.debug_struct("ServedKey").field("on", &on).finish_non_exhaustive()
    }
}

fn field(key_box: KeyBox) -> Option<&'static str> {
    match key_box {
        KeyBox::Reading => Some(READING),
        KeyBox::SpotAndMarginTrading => Some(TRADING),
        KeyBox::MarginLoan => Some(MARGIN),
        KeyBox::UniversalTransfer => Some(UNIVERSAL_TRANSFER),
        KeyBox::SymbolWhitelist => None,
        KeyBox::Futures => Some(FUTURES),
        KeyBox::EuropeanOptions => Some(OPTIONS),
    }
}
