//! The calls that the exchange has.

use axum::http::Method;

/// A call of Binance's API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// `GET /api/v3/ping`
    Ping,
    /// `GET /api/v3/time`
    Time,
    /// `GET /api/v3/exchangeInfo`
    ExchangeInfo,
    /// `GET /sapi/v1/system/status`
    SystemStatus,
    /// `GET /sapi/v1/account/apiRestrictions`, signed
    ApiRestrictions,
    /// `GET /sapi/v1/sub-account/transfer/subUserHistory`, signed
    SubUserHistory,
    /// `GET /api/v3/account`, signed
    Account,
    /// `POST /api/v3/order/test`, signed
    OrderTest,
    /// `GET /sapi/v1/capital/config/getall`, signed: ccxt needs this and the next two to load its markets.
    Coins,
    /// `GET /sapi/v1/margin/allPairs`: there are none.
    MarginPairs,
    /// `GET /sapi/v1/margin/isolated/allPairs`: there are none.
    IsolatedMarginPairs,
}

impl Call {
    pub(crate) const ALL: [Self; 11] = [
        Self::Ping,
        Self::Time,
        Self::ExchangeInfo,
        Self::SystemStatus,
        Self::ApiRestrictions,
        Self::SubUserHistory,
        Self::Account,
        Self::OrderTest,
        Self::Coins,
        Self::MarginPairs,
        Self::IsolatedMarginPairs,
    ];

    pub(crate) fn find(method: &Method, path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|call| call.method() == method && call.path() == path)
    }

    /// Its path.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Ping => "/api/v3/ping",
            Self::Time => "/api/v3/time",
            Self::ExchangeInfo => "/api/v3/exchangeInfo",
            Self::SystemStatus => "/sapi/v1/system/status",
            Self::ApiRestrictions => "/sapi/v1/account/apiRestrictions",
            Self::SubUserHistory => "/sapi/v1/sub-account/transfer/subUserHistory",
            Self::Account => "/api/v3/account",
            Self::OrderTest => "/api/v3/order/test",
            Self::Coins => "/sapi/v1/capital/config/getall",
            Self::MarginPairs => "/sapi/v1/margin/allPairs",
            Self::IsolatedMarginPairs => "/sapi/v1/margin/isolated/allPairs",
        }
    }

    fn method(self) -> Method {
        match self {
            Self::OrderTest => Method::POST,
            Self::Ping
            | Self::Time
            | Self::ExchangeInfo
            | Self::SystemStatus
            | Self::ApiRestrictions
            | Self::SubUserHistory
            | Self::Account
            | Self::Coins
            | Self::MarginPairs
            | Self::IsolatedMarginPairs => Method::GET,
        }
    }
}
