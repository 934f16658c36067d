//! What came back over HTTP, and what it means. No I/O here.

use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::Failure;

/// An answer as it came.
pub(crate) struct Reply {
    /// HTTP status.
    pub(crate) status: u16,
    /// The header says that it is a web page.
    pub(crate) html: bool,
    /// `Retry-After`, in seconds; a date there is not understood.
    pub(crate) retry_after: Option<u32>,
    /// The body, or its beginning.
    pub(crate) body: Vec<u8>,
    /// The body went on beyond what is read.
    pub(crate) too_long: bool,
}

/// Binance's refusal: `{"code":int,"msg":"text"}`.
#[derive(Deserialize)]
pub(crate) struct Refusal {
    pub(crate) code: i32,
    pub(crate) msg: String,
}

/// Most bytes of a body that are read. The longest answer in use, an account with hundreds of coins, stays below it.
const MAX_BODY: usize = 64 * 1024;
/// Binance's codes for trouble of its own: unknown error, disconnected, unexpected response, time-out, overloaded.
const FAULTS: [i32; 5] = [-1000, -1001, -1006, -1007, -1008];
/// Binance's code for too many requests.
const TOO_MANY_REQUESTS: i32 = -1003;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// What the web firewall's page says where Binance is not served.
const COUNTRY_BLOCKED: &[u8] = b"configured to block access from your country";

impl Reply {
    /// An answer with this status and these headers, its body still to come.
    pub(crate) fn new(status: u16, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
        let html = text(CONTENT_TYPE).is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"));
        let retry_after = text(RETRY_AFTER).and_then(|seconds| seconds.parse().ok());
        Self { status, html, retry_after, body: Vec::new(), too_long: false }
    }

    /// Takes the next piece of the body. False when no more is wanted.
    pub(crate) fn take(&mut self, piece: &[u8]) -> bool {
        let room = MAX_BODY - self.body.len();
        self.too_long = piece.len() > room;
        self.body.extend_from_slice(&piece[..piece.len().min(room)]);
        !self.too_long
    }

    /// The JSON object of a good answer as `T`.
    pub(crate) fn object<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        object(self.good()?).ok_or(Failure::NotBinance(self.status))
    }

    /// The body of a good answer. Whether it is JSON of the right shape remains to be seen.
    pub(crate) fn good(&self) -> Result<&[u8], Failure> {
        match self.failure() {
            Some(failure) => Err(failure),
            None => Ok(&self.body),
        }
    }

    /// Binance's refusal, if the answer is one.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        if self.status < 400 || self.html || self.too_long {
            return None;
        }
        object(&self.body)
    }

    fn failure(&self) -> Option<Failure> {
        let status = self.status;
        let code = self.refusal().map_or(0, |refusal| refusal.code);
        Some(match status {
            407 => Failure::Proxy,
            418 => Failure::Banned(self.retry_after),
            429 => Failure::TooManyRequests(self.retry_after),
            451 => Failure::Country,
            // "Network authentication required" is what a captive portal says, never a server.
            300..400 | 511 => Failure::WebPage(status),
            _ if code == TOO_MANY_REQUESTS => Failure::TooManyRequests(self.retry_after),
            _ if status >= 500 || FAULTS.contains(&code) => Failure::BinanceFault(status, code),
            _ if code < 0 => Failure::Rejected(status, code),
            403 if contains(&self.body, COUNTRY_BLOCKED) => Failure::Country,
            403 if serde_json::from_slice::<IgnoredAny>(&self.body).is_err() => Failure::Firewall,
            _ if self.is_page() => Failure::WebPage(status),
            200 if !self.too_long => return None,
            _ => Failure::NotBinance(status),
        })
    }

    fn is_page(&self) -> bool {
        let text = self.body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&self.body);
        self.html || text.trim_ascii_start().starts_with(b"<")
    }
}

/// Reads a JSON object. Serde alone would also take an array of the same values, and an empty array for an empty object.
fn object<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    if !body.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    serde_json::from_slice(body).ok()
}

/// Whether `text` stands in `body`, capitals and small letters alike.
fn contains(body: &[u8], text: &[u8]) -> bool {
    body.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text))
}
