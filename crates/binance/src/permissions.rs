//! What a key may do, according to `GET /sapi/v1/account/apiRestrictions`.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// A permission that Binance documents for API keys, named after its field.
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

/// A field that is absent or not a boolean, and must therefore not be read as "off" or "on".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// The answer has no such field.
    Missing,
    /// The field is there but is not a boolean (null, text, a number), or is there more than once.
    NotBoolean,
}

/// The answer of `apiRestrictions`, field by field, with nothing assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permissions {
    /// Every documented permission with its value; [`Unclear`] where the answer does not say.
    pub known: Vec<(Permission, Result<bool, Unclear>)>,
    /// `ipRestrict`: only trusted IP addresses may use the key.
    pub ip_restrict: Result<bool, Unclear>,
    /// Every other `enable*` or `permits*` field that is on or not a boolean. Names are cut to 64 characters of
    /// `[A-Za-z0-9_]`, because they come from the network and are shown.
    pub unknown_on: Vec<String>,
    /// `createTime`, milliseconds since 1970.
    pub create_time: Option<i64>,
    /// `tradingAuthorityExpirationTime`, milliseconds since 1970; Binance no longer always sends it.
    pub trading_expiry: Option<i64>,
}

/// Longest name of an unknown field that is kept, in characters.
const MAX_NAME_CHARS: usize = 64;

impl Permission {
    /// Every documented permission, in the order of Binance's page as far as that is known.
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

/// The fields of a JSON object in order, duplicates included: a map would keep only the last of them, and a `false`
/// could hide a `true`.
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

/// Whether an undocumented field looks like a permission. Case is ignored, so that a field spelled differently is
/// refused rather than overlooked.
fn is_permission(name: &str) -> bool {
    ["enable", "permits"]
        .iter()
        .any(|prefix| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)))
}

fn printable(name: &str) -> String {
    name.chars().filter(|char| char.is_ascii_alphanumeric() || *char == '_').take(MAX_NAME_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The answer for a real key in 2026, as Binance sent it.
    const REAL: &str = r#"{"ipRestrict":false,"createTime":1783828637000,"enableReading":true,"enableFutures":true,"enableSpotAndMarginTrading":true,"enableWithdrawals":false,"enableInternalTransfer":false,"permitsUniversalTransfer":false,"enableVanillaOptions":false,"enablePortfolioMarginTrading":false,"enableFixApiTrade":false,"enableFixReadOnly":false,"enableMargin":false}"#;

    fn parse(body: &str) -> Permissions {
        Permissions::parse(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_real_answer_is_read_field_by_field() {
        let permissions = parse(REAL);
        for permission in Permission::ALL {
            let on = matches!(
                permission,
                Permission::Reading | Permission::SpotAndMarginTrading | Permission::Futures
            );
            assert_eq!(permissions.get(permission), Ok(on), "{permission:?}");
        }
        assert_eq!(permissions.ip_restrict, Ok(false));
        assert_eq!(permissions.create_time, Some(1_783_828_637_000));
        assert_eq!(permissions.trading_expiry, None);
        assert_eq!(permissions.unknown_on, Vec::<String>::new());
        assert_eq!(permissions.known.len(), Permission::ALL.len());
    }

    /// The names as Binance documents them. Answers in which most fields are off do not show that two names were mixed up.
    #[test]
    fn each_permission_is_read_from_its_own_field() {
        let documented = [
            ("enableReading", Permission::Reading),
            ("enableSpotAndMarginTrading", Permission::SpotAndMarginTrading),
            ("enableWithdrawals", Permission::Withdrawals),
            ("enableInternalTransfer", Permission::InternalTransfer),
            ("permitsUniversalTransfer", Permission::UniversalTransfer),
            ("enableMargin", Permission::Margin),
            ("enableFutures", Permission::Futures),
            ("enableVanillaOptions", Permission::VanillaOptions),
            ("enablePortfolioMarginTrading", Permission::PortfolioMarginTrading),
            ("enableFixApiTrade", Permission::FixApiTrade),
            ("enableFixReadOnly", Permission::FixReadOnly),
        ];
        assert_eq!(documented.map(|(_, permission)| permission), Permission::ALL);
        for (field, permission) in documented {
            assert_eq!(permission.field(), field);
            let permissions = parse(&format!(r#"{{"{field}":true}}"#));
            for one in Permission::ALL {
                let said = if one == permission { Ok(true) } else { Err(Unclear::Missing) };
                assert_eq!(permissions.get(one), said, "{one:?} where {field} is on");
            }
        }
    }

    #[test]
    fn what_is_missing_or_no_boolean_is_neither_on_nor_off() {
        let permissions =
            parse(r#"{"enableReading":"true","enableMargin":null,"enableFutures":0,"ipRestrict":[false]}"#);
        assert_eq!(permissions.get(Permission::Reading), Err(Unclear::NotBoolean));
        assert_eq!(permissions.get(Permission::Margin), Err(Unclear::NotBoolean));
        assert_eq!(permissions.get(Permission::Futures), Err(Unclear::NotBoolean));
        assert_eq!(permissions.ip_restrict, Err(Unclear::NotBoolean));
        assert_eq!(permissions.get(Permission::Withdrawals), Err(Unclear::Missing));
    }

    #[test]
    fn a_field_that_stands_there_twice_hides_nothing() {
        for twice in [
            r#"{"enableWithdrawals":true,"enableWithdrawals":false}"#,
            r#"{"enableWithdrawals":false,"enableWithdrawals":false}"#,
            r#"{"enableWithdrawals":true,"enable\u0057ithdrawals":false}"#,
        ] {
            assert_eq!(parse(twice).get(Permission::Withdrawals), Err(Unclear::NotBoolean), "{twice}");
        }
        let unknown = parse(r#"{"ipRestrict":false,"enableNew":true,"enableNew":false}"#);
        assert_eq!(unknown.unknown_on, ["enableNew"]);
    }

    #[test]
    fn an_unknown_permission_is_named_unless_it_is_off() {
        let permissions = parse(
            r#"{"ipRestrict":false,"enableAlpha":true,"permitsBeta":null,"enableGamma":"false","enableDelta":false,
                "EnableWithdrawals":true,"somethingElse":true,"enable<b>É \u202e_x":1}"#,
        );
        assert_eq!(
            permissions.unknown_on,
            ["enableAlpha", "permitsBeta", "enableGamma", "EnableWithdrawals", "enableb_x"]
        );
        assert_eq!(permissions.get(Permission::Withdrawals), Err(Unclear::Missing));
        let long = format!(r#"{{"ipRestrict":false,"enable{}":true}}"#, "x".repeat(1000));
        assert_eq!(parse(&long).unknown_on[0].len(), 64);
    }

    #[test]
    fn times_are_optional() {
        let permissions = parse(
            r#"{"ipRestrict":true,"createTime":"soon","tradingAuthorityExpirationTime":1628985600000}"#,
        );
        assert_eq!(permissions.create_time, None);
        assert_eq!(permissions.trading_expiry, Some(1_628_985_600_000));
        assert_eq!(
            parse(r#"{"ipRestrict":true,"tradingAuthorityExpirationTime":null}"#).trading_expiry,
            None
        );
    }

    #[test]
    fn what_is_no_answer_of_this_call_is_no_permissions() {
        for other in [
            "",
            "null",
            "true",
            "[]",
            "{}",
            "[true,false]",
            r#"[["enableReading",true]]"#,
            r#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#,
            r#"{"data":{"enableReading":true}}"#,
            r#"{"enableReading":true"#,
            r#"{"enableReading":true} {}"#,
            "<html>enableReading</html>",
        ] {
            assert_eq!(Permissions::parse(other.as_bytes()), None, "{other}");
        }
    }

    /// Any JSON, in which the documented fields are among the names of objects: so they stand deep inside of much that is no answer.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any_name().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::btree_map(any_name(), inner, 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    fn any_name() -> impl Strategy<Value = String> {
        let documented = Permission::ALL.map(Permission::field).into_iter().chain([IP_RESTRICT]);
        let documented = proptest::sample::select(documented.collect::<Vec<_>>());
        prop_oneof![
            documented.clone().prop_map(str::to_owned),
            documented.prop_map(str::to_uppercase),
            "(enable|permits)[A-Z][a-z]{0,9}",
            ".{0,12}",
        ]
    }

    proptest! {
        #[test]
        fn only_an_object_with_a_documented_field_is_an_answer(body in proptest::collection::vec(any::<u8>(), 0..200), json in any_json()) {
            // Bytes alone are hardly ever JSON, so they show no more than that nothing stops.
            let _ = Permissions::parse(&body);
            let documented = |name: &String| name == IP_RESTRICT || Permission::ALL.iter().any(|one| one.field() == name);
            let is_answer = json.as_object().is_some_and(|fields| fields.keys().any(documented));
            let found = Permissions::parse(json.to_string().as_bytes());
            prop_assert_eq!(found.is_some(), is_answer, "{}", json);
        }

        #[test]
        fn each_field_says_what_the_answer_says(values in proptest::collection::vec(0_u8..4, Permission::ALL.len())) {
            let fields: Vec<String> = Permission::ALL.iter().zip(&values).filter_map(|(permission, value)| {
                let value = match value { 0 => "false", 1 => "true", 2 => "7", _ => return None };
                Some(format!(r#","{}":{value}"#, permission.field()))
            }).collect();
            let permissions = parse(&format!(r#"{{"ipRestrict":true{}}}"#, fields.concat()));
            for (permission, value) in Permission::ALL.iter().zip(&values) {
                let expected = match value {
                    0 => Ok(false),
                    1 => Ok(true),
                    2 => Err(Unclear::NotBoolean),
                    _ => Err(Unclear::Missing),
                };
                prop_assert_eq!(permissions.get(*permission), expected);
            }
            prop_assert!(permissions.unknown_on.is_empty());
        }

        #[test]
        fn a_damaged_answer_never_switches_a_permission(place in 0..REAL.len(), byte: u8) {
            let whole = parse(REAL);
            let mut damaged = REAL.as_bytes().to_vec();
            damaged[place] = byte;
            if let Some(permissions) = Permissions::parse(&damaged) {
                for permission in Permission::ALL {
                    if let Ok(value) = permissions.get(permission) {
                        prop_assert_eq!(Ok(value), whole.get(permission));
                    }
                }
            }
        }

        #[test]
        fn names_are_fit_to_be_shown(name in "(enable|permits|ENABLE).{0,200}") {
            let body = serde_json::json!({"ipRestrict": false, name: true}).to_string();
            for shown in parse(&body).unknown_on {
                prop_assert!((6..=64).contains(&shown.len()));
                prop_assert!(shown.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'));
            }
        }
    }
}
