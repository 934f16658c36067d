//! What a key may do, as `GET /sapi/v1/account/apiRestrictions` says it.

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear;

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
