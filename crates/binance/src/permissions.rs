//! What a key may do, as `GET /sapi/v1/account/apiRestrictions` says it.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// A permission that Binance documents for API keys, named as its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// `enableReading`
    Reading,
    /// `enableSpotAndMarginTrading`
    SpotAndMarginTrading,
    /// `enableWithdrawals`
    Withdrawals,
    /// `enableInternalTransfer`
    InternalTransfer,
    /// `permitsUniversalTransfer`
    UniversalTransfer,
    /// `enableMargin`
    Margin,
    /// `enableFutures`
    Futures,
    /// `enableVanillaOptions`
    VanillaOptions,
    /// `enablePortfolioMarginTrading`
    PortfolioMarginTrading,
    /// `enableFixApiTrade`
    FixApiTrade,
    /// `enableFixReadOnly`
    FixReadOnly,
}

/// A field that is absent, or not a boolean, and may therefore not be read as "off" or "on".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// The answer has no such field.
    Missing,
    /// The field is there but is not a boolean (null, text, a number), or stands there more than once.
    NotBoolean,
}

/// The answer of `apiRestrictions`, field by field, nothing assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permissions {
    /// Every documented permission with its value; [`Unclear`] where the answer does not say.
    pub known: Vec<(Permission, Result<bool, Unclear>)>,
    /// `ipRestrict`: only trusted IP addresses may use the key.
    pub ip_restrict: Result<bool, Unclear>,
    /// Any other `enable*` or `permits*` field that is on, or not a boolean. Names are cut to 64 characters of
    /// `[A-Za-z0-9_]`, for they come from the network and are shown.
    pub unknown_on: Vec<String>,
    /// `createTime`, milliseconds since 1970.
    pub create_time: Option<i64>,
    /// `tradingAuthorityExpirationTime`, milliseconds since 1970; Binance no longer always gives it.
    pub trading_expiry: Option<i64>,
}

/// Longest name of an unknown field that is kept, in characters.
const MAX_NAME_CHARS: usize = 64;

impl Permission {
    /// Every documented permission, in the order of Binance's page as far as it is known.
    pub const ALL: [Self; 11] = [
        Self::Reading,
        Self::SpotAndMarginTrading,
        Self::Withdrawals,
        Self::InternalTransfer,
        Self::UniversalTransfer,
        Self::Margin,
        Self::Futures,
        Self::VanillaOptions,
        Self::PortfolioMarginTrading,
        Self::FixApiTrade,
        Self::FixReadOnly,
    ];

    /// The name of its field in the answer.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Reading => "enableReading",
            Self::SpotAndMarginTrading => "enableSpotAndMarginTrading",
            Self::Withdrawals => "enableWithdrawals",
            Self::InternalTransfer => "enableInternalTransfer",
            Self::UniversalTransfer => "permitsUniversalTransfer",
            Self::Margin => "enableMargin",
            Self::Futures => "enableFutures",
            Self::VanillaOptions => "enableVanillaOptions",
            Self::PortfolioMarginTrading => "enablePortfolioMarginTrading",
            Self::FixApiTrade => "enableFixApiTrade",
            Self::FixReadOnly => "enableFixReadOnly",
        }
    }
}

impl Permissions {
    /// Reads the body of an answer. `None` when it is not a JSON object, or holds none of the documented fields.
    #[must_use]
    pub fn parse(body: &[u8]) -> Option<Self> {
        let Fields(fields) = serde_json::from_slice(body).ok()?;
        let documented =
            |name: &str| name == IP_RESTRICT || Permission::ALL.iter().any(|one| one.field() == name);
        if !fields.iter().any(|(name, _)| documented(name)) {
            return None;
        }
        let mut unknown_on: Vec<String> = Vec::new();
        for (name, value) in &fields {
            if is_permission(name) && !documented(name) && *value != Value::Bool(false) {
                let shown = printable(name);
                if !unknown_on.contains(&shown) {
                    unknown_on.push(shown);
                }
            }
        }
        Some(Self {
            known: Permission::ALL.iter().map(|one| (*one, boolean(&fields, one.field()))).collect(),
            ip_restrict: boolean(&fields, IP_RESTRICT),
            unknown_on,
            create_time: milliseconds(&fields, "createTime"),
            trading_expiry: milliseconds(&fields, "tradingAuthorityExpirationTime"),
        })
    }

    /// What the answer says of one permission.
    ///
    /// # Errors
    /// [`Unclear`] when it does not say.
    pub fn get(&self, permission: Permission) -> Result<bool, Unclear> {
        self.known
            .iter()
            .find(|(one, _)| *one == permission)
            .map_or(Err(Unclear::Missing), |(_, value)| *value)
    }
}

const IP_RESTRICT: &str = "ipRestrict";

/// The fields of a JSON object in their order, with those that stand there twice: a map would keep the last only, and a
/// `false` could hide a `true`.
struct Fields(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(Object)
    }
}

fn boolean(fields: &[(String, Value)], name: &str) -> Result<bool, Unclear> {
    match only(fields, name) {
        Ok(Value::Bool(value)) => Ok(*value),
        Ok(_) => Err(Unclear::NotBoolean),
        Err(unclear) => Err(unclear),
    }
}

fn milliseconds(fields: &[(String, Value)], name: &str) -> Option<i64> {
    only(fields, name).ok().and_then(Value::as_i64)
}

fn only<'a>(fields: &'a [(String, Value)], name: &str) -> Result<&'a Value, Unclear> {
    let mut values = fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value);
    match (values.next(), values.next()) {
        (Some(value), None) => Ok(value),
        (None, _) => Err(Unclear::Missing),
        (Some(_), Some(_)) => Err(Unclear::NotBoolean),
    }
}

/// Whether an undocumented field looks like a permission. Capitals are not told apart, so that a field of another
/// spelling is refused rather than overlooked.
fn is_permission(name: &str) -> bool {
    ["enable", "permits"]
        .iter()
        .any(|prefix| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)))
}

fn printable(name: &str) -> String {
    name.chars().filter(|char| char.is_ascii_alphanumeric() || *char == '_').take(MAX_NAME_CHARS).collect()
}
