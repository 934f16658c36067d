//! Signed calls: parameters, time window, signature. Written from Binance's documentation alone.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, header};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::rejection::Rejection;

/// Longest `recvWindow`, in milliseconds.
const MAX_RECV_WINDOW_MS: f64 = 60_000.0;
const DEFAULT_RECV_WINDOW_MS: f64 = 5_000.0;
/// How far ahead of Binance's clock a timestamp may be, in milliseconds.
const MAX_AHEAD_MS: i64 = 1_000;
/// From this value on, a timestamp is in microseconds, which Binance accepts as well.
const MICROSECONDS_FROM: i64 = 1_000_000_000_000_000;

const DIGITS: &str = "^[0-9]{1,20}$";
const BASE64_OR_HEX: &str = "^[A-Za-z0-9+/=]{1,512}$";

/// A parsed call whose signature has not been verified yet.
pub(crate) struct SignedCall {
    parameters: BTreeMap<String, String>,
    /// What was signed: query string and body as received, without the signature.
    payload: Vec<u8>,
    signature: String,
    timestamp_ms: i64,
    recv_window_ms: f64,
}

impl SignedCall {
    /// Parses a request. If a parameter is in both the query string and the body, the query string's value
    /// counts.
    pub(crate) fn read(query: &str, body: &[u8], headers: &HeaderMap) -> Result<Self, Rejection> {
        let (query, mut signatures) = without_signature(query.as_bytes());
        let mut parameters = parse(&query)?;
        let mut payload = query;
        let (body, more_signatures) = without_signature(body);
        // Binance reads only bodies that are forms.
        if is_form(headers) {
            signatures.extend(more_signatures);
            for (name, value) in parse(&body)? {
                parameters.entry(name).or_insert(value);
            }
        }
        payload.extend_from_slice(&body);
        if signatures.len() > 1 {
            return Err(Rejection::duplicate());
        }
        if let Some(signature) = signatures.pop() {
            parameters.insert("signature".to_owned(), signature);
        }

        let timestamp = digits(&parameters, "timestamp")?;
        let recv_window_ms = match parameters.get("recvWindow") {
            Some(_) => recv_window(&parameters)?,
            None => DEFAULT_RECV_WINDOW_MS,
        };
        let signature = legal(&parameters, "signature", BASE64_OR_HEX, |value| {
            value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
        })?
        .to_owned();
        let timestamp_ms = if timestamp >= MICROSECONDS_FROM { timestamp / 1000 } else { timestamp };
        Ok(Self { parameters, payload, signature, timestamp_ms, recv_window_ms })
    }

    /// Checks that the timestamp is within the window.
    pub(crate) fn check_time(&self, server_time_ms: i64) -> Result<(), Rejection> {
        let age_ms = server_time_ms.saturating_sub(self.timestamp_ms);
        if age_ms <= -MAX_AHEAD_MS {
            Err(Rejection::too_new())
        } else if i64_to_f64(age_ms) > self.recv_window_ms {
            Err(Rejection::too_old())
        } else {
            Ok(())
        }
    }

    /// Checks that the signature was made with the secret.
    pub(crate) fn check_signature(&self, secret_key: Option<&str>) -> Result<(), Rejection> {
        let right = secret_key.is_some_and(|secret| is_signed_by(secret, &self.payload, &self.signature));
        if right { Ok(()) } else { Err(Rejection::signature()) }
    }

    /// A mandatory parameter, which must not be empty.
    pub(crate) fn mandatory(&self, name: &str) -> Result<&str, Rejection> {
        mandatory(&self.parameters, name)
    }

    /// A parameter that may be absent.
    pub(crate) fn optional(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// A parameter that may be absent, but otherwise must be a decimal number.
    pub(crate) fn decimal(&self, name: &str) -> Result<Option<f64>, Rejection> {
        const DECIMAL: &str = r"^([0-9]{1,20})(\.[0-9]{1,20})?$";
        if self.optional(name).is_none() {
            return Ok(None);
        }
        let value = legal(&self.parameters, name, DECIMAL, is_decimal)?;
        value.parse().map(Some).map_err(|_| Rejection::illegal(name, DECIMAL))
    }
}

fn is_signed_by(secret: &str, payload: &[u8], signature: &str) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return false };
    mac.update(payload);
    from_hex(signature).is_some_and(|signature| mac.verify_slice(&signature).is_ok())
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    digits?.chunks(2).map(|pair| u8::try_from(pair.first()? << 4 | pair.get(1)?).ok()).collect()
}

/// The raw text without any `signature=…`, and the values of those.
fn without_signature(raw: &[u8]) -> (Vec<u8>, Vec<String>) {
    let is_signature = |pair: &&[u8]| pair.starts_with(b"signature=");
    let (signatures, others): (Vec<_>, Vec<_>) = raw.split(|&byte| byte == b'&').partition(is_signature);
    let values = signatures.into_iter().flat_map(form_urlencoded::parse).map(|(_, value)| value.into_owned());
    (others.join(&b'&'), values.collect())
}

fn parse(raw: &[u8]) -> Result<BTreeMap<String, String>, Rejection> {
    let mut parameters = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(raw) {
        if parameters.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(Rejection::duplicate());
        }
    }
    Ok(parameters)
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"))
}

fn mandatory<'a>(parameters: &'a BTreeMap<String, String>, name: &str) -> Result<&'a str, Rejection> {
    match parameters.get(name).map(String::as_str) {
        None => Err(Rejection::missing(name)),
        Some("") => Err(Rejection::empty(name)),
        Some(value) => Ok(value),
    }
}

fn legal<'a>(
    parameters: &'a BTreeMap<String, String>,
    name: &str,
    legal_range: &str,
    is_legal: fn(&str) -> bool,
) -> Result<&'a str, Rejection> {
    let value = mandatory(parameters, name)?;
    if is_legal(value) { Ok(value) } else { Err(Rejection::illegal(name, legal_range)) }
}

fn digits(parameters: &BTreeMap<String, String>, name: &str) -> Result<i64, Rejection> {
    let all_digits = |value: &str| value.bytes().all(|byte| byte.is_ascii_digit());
    let value = legal(parameters, name, DIGITS, all_digits)?;
    value.parse().map_err(|_| Rejection::illegal(name, DIGITS))
}

/// In milliseconds, with at most three decimals.
fn recv_window(parameters: &BTreeMap<String, String>) -> Result<f64, Rejection> {
    const RANGE: &str = r"^[0-9]{1,5}(\.[0-9]{1,3})?$";
    let value = legal(parameters, "recvWindow", RANGE, is_decimal)?;
    let window_ms: f64 = value.parse().map_err(|_| Rejection::illegal("recvWindow", RANGE))?;
    if window_ms > MAX_RECV_WINDOW_MS { Err(Rejection::recv_window()) } else { Ok(window_ms) }
}

fn is_decimal(value: &str) -> bool {
    let digits =
        |part: &str| !part.is_empty() && part.len() <= 20 && part.bytes().all(|b| b.is_ascii_digit());
    match value.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(value),
    }
}

/// Exact for every difference of timestamps that can be within a window.
#[expect(clippy::cast_precision_loss, reason = "only compared with at most 60000")]
fn i64_to_f64(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_499_827_319_559;

    fn at(timestamp_ms: i64, recv_window_ms: f64) -> Result<(), Rejection> {
        let (parameters, payload, signature) = (BTreeMap::new(), Vec::new(), String::new());
        SignedCall { parameters, payload, signature, timestamp_ms, recv_window_ms }.check_time(NOW_MS)
    }

    #[test]
    fn the_time_window_is_exact() {
        assert_eq!(at(NOW_MS + 999, 5_000.0), Ok(()));
        assert_eq!(at(NOW_MS + 1_000, 60_000.0), Err(Rejection::too_new()));
        assert_eq!(at(NOW_MS - 5_000, 5_000.0), Ok(()));
        assert_eq!(at(NOW_MS - 5_001, 5_000.0), Err(Rejection::too_old()));
        assert_eq!(at(NOW_MS - 5_001, 5_000.5), Err(Rejection::too_old()));
        assert_eq!(at(0, 60_000.0), Err(Rejection::too_old()));
        assert_eq!(at(i64::MAX, 60_000.0), Err(Rejection::too_new()));
    }

    #[test]
    fn the_signature_is_taken_out_wherever_it_stands() {
        for raw in ["signature=ab&a=1&b=2", "a=1&signature=ab&b=2", "a=1&b=2&signature=ab"] {
            let (rest, signatures) = without_signature(raw.as_bytes());
            assert_eq!((rest.as_slice(), signatures.as_slice()), (&b"a=1&b=2"[..], &["ab".to_owned()][..]));
        }
        assert_eq!(without_signature(b""), (Vec::new(), Vec::new()));
    }
}
