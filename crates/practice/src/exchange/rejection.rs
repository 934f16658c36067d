//! Binance's refusals: an HTTP status, and a body `{"code":…,"msg":…}`.

use std::borrow::Cow;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A refusal in Binance's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejection {
    status: StatusCode,
    code: i32,
    msg: Cow<'static, str>,
    retry_after_s: Option<u32>,
}

impl Rejection {
    fn new(status: StatusCode, code: i32, msg: impl Into<Cow<'static, str>>) -> Self {
        Self { status, code, msg: msg.into(), retry_after_s: None }
    }

    fn bad(code: i32, msg: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, msg)
    }

    /// -2014: no key, or a value in a format that no key has.
    pub(crate) fn key_format() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, -2014, "API-key format invalid.")
    }

    /// -2015: unknown key, wrong IP address, or missing permission. Binance does not say which.
    pub(crate) fn not_permitted() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, -2015, "Invalid API-key, IP, or permissions for action.")
    }

    /// -2008: a deleted key, or one from another site.
    pub(crate) fn key_id() -> Self {
        Self::bad(-2008, "Invalid Api-Key ID.")
    }

    /// -1022
    pub(crate) fn signature() -> Self {
        Self::bad(-1022, "Signature for this request is not valid.")
    }

    /// -1021: the timestamp is too old.
    pub(crate) fn too_old() -> Self {
        Self::bad(-1021, "Timestamp for this request is outside of the recvWindow.")
    }

    /// -1021: the timestamp is in the future.
    pub(crate) fn too_new() -> Self {
        Self::bad(-1021, "Timestamp for this request was 1000ms ahead of the server's time.")
    }

    /// -1131
    pub(crate) fn recv_window() -> Self {
        Self::bad(-1131, "recvWindow must be less than 60000")
    }

    /// -1102
    pub(crate) fn missing(parameter: &str) -> Self {
        Self::bad(
            -1102,
            format!("Mandatory parameter '{parameter}' was not sent, was empty/null, or malformed."),
        )
    }

    /// -1105
    pub(crate) fn empty(parameter: &str) -> Self {
        Self::bad(-1105, format!("Parameter '{parameter}' was empty."))
    }

    /// -1100
    pub(crate) fn illegal(parameter: &str, legal_range: &str) -> Self {
        Self::bad(
            -1100,
            format!("Illegal characters found in parameter '{parameter}'; legal range is '{legal_range}'."),
        )
    }

    /// -1101
    pub(crate) fn duplicate() -> Self {
        Self::bad(-1101, "Duplicate values for a parameter detected.")
    }

    /// -1121
    pub(crate) fn symbol() -> Self {
        Self::bad(-1121, "Invalid symbol.")
    }

    /// -1117
    pub(crate) fn side() -> Self {
        Self::bad(-1117, "Invalid side.")
    }

    /// -1116
    pub(crate) fn order_type() -> Self {
        Self::bad(-1116, "Invalid orderType.")
    }

    /// -1115
    pub(crate) fn time_in_force() -> Self {
        Self::bad(-1115, "Invalid timeInForce.")
    }

    /// -1013: the order is worth too little.
    pub(crate) fn notional() -> Self {
        Self::bad(-1013, "Filter failure: NOTIONAL")
    }

    /// -2010: the symbol whitelist is on.
    pub(crate) fn not_whitelisted() -> Self {
        Self::bad(-2010, "Symbol not whitelisted for API key.")
    }

    /// -12022: called with the main account's key.
    pub(crate) fn sub_account_only() -> Self {
        Self::bad(-12022, "This endpoint is allowed to request from sub account only")
    }

    /// -1000, status 500
    pub(crate) fn fault() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            -1000,
            "An unknown error occurred while processing the request.",
        )
    }

    /// -1001, status 503
    pub(crate) fn unavailable() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            -1001,
            "Internal error; unable to process your request. Please try again.",
        )
    }

    /// -1003, status 429
    pub(crate) fn too_many_requests() -> Self {
        let msg = "Too much request weight used; current limit is 6000 request weight per 1 MINUTE.";
        Self { retry_after_s: Some(30), ..Self::new(StatusCode::TOO_MANY_REQUESTS, -1003, msg) }
    }

    /// -1003, status 418
    pub(crate) fn banned(server_time_ms: i64) -> Self {
        const SECONDS: u32 = 120;
        let until = server_time_ms.saturating_add(i64::from(SECONDS) * 1000);
        let msg = format!("Way too much request weight used; IP banned until {until}.");
        Self { retry_after_s: Some(SECONDS), ..Self::new(StatusCode::IM_A_TEAPOT, -1003, msg) }
    }

    /// Code 0, status 451
    pub(crate) fn location() -> Self {
        let status = StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS;
        Self::new(status, 0, "Service unavailable from a restricted location.")
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let body = Json(json!({ "code": self.code, "msg": self.msg }));
        let mut response = (self.status, body).into_response();
        if let Some(seconds) = self.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
