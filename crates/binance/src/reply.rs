//! What came back over HTTP, and what it means. No I/O here.

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::Failure;
use crate::wait::Wait;

/// An answer as it arrived.
pub(crate) struct Reply {
    /// HTTP status.
    pub(crate) status: u16,
    /// Whether the header says that it is a web page.
    pub(crate) html: bool,
    /// How long to ask nothing more, if the answer is of that kind.
    wait: Wait,
    /// The body, or its beginning.
    pub(crate) body: Vec<u8>,
    /// Whether the body is longer than what is read of it.
    pub(crate) too_long: bool,
}

/// Binance's refusal: `{"code":int,"msg":"text"}`.
#[derive(Deserialize)]
pub(crate) struct Refusal {
    pub(crate) code: i32,
    pub(crate) msg: String,
}

/// The most bytes read of a body. The longest answer in use, an account with hundreds of coins, is shorter.
const MAX_BODY: usize = 64 * 1024;
/// Binance's codes for trouble of its own: unknown error, disconnected, unexpected response, time-out, overloaded.
const FAULTS: [i32; 5] = [-1000, -1001, -1006, -1007, -1008];
/// Binance's code for too many requests.
const TOO_MANY_REQUESTS: i32 = -1003;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// What the web firewall's page says in a country that Binance does not serve.
const COUNTRY_BLOCKED: &[u8] = b"configured to block access from your country";

impl Reply {
    /// An answer with this status and these headers, whose body is still to come. `local_clock` is this computer's time,
    /// in milliseconds since 1970.
    pub(crate) fn new(status: u16, headers: &HeaderMap, local_clock: i64) -> Self {
        let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::trim);
        let html = kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"));
        Self { status, html, wait: Wait::new(headers, local_clock), body: Vec::new(), too_long: false }
    }

    /// Takes the next piece of the body. Returns false when no more is wanted.
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
        let Refusal { code, msg } = self.refusal().unwrap_or(Refusal { code: 0, msg: String::new() });
        let wait = self.wait.seconds(&msg);
        Some(match status {
            407 => Failure::Proxy,
            418 => Failure::Banned(wait),
            429 => Failure::TooManyRequests(wait),
            451 => Failure::Country,
            // "Network authentication required" comes from a captive portal, never from the server.
            300..400 | 511 => Failure::WebPage(status),
            _ if code == TOO_MANY_REQUESTS => Failure::TooManyRequests(wait),
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

/// Reads a JSON object. Serde alone would also accept an array of the same values, and an empty array for an empty
/// object.
fn object<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    if !body.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    serde_json::from_slice(body).ok()
}

/// Whether `body` contains `text`, ignoring case.
fn contains(body: &[u8], text: &[u8]) -> bool {
    body.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use reqwest::header::RETRY_AFTER;
    use serde_json::Value;

    use super::*;

    fn reply(status: u16, body: &str) -> Reply {
        let mut reply = Reply::new(status, &HeaderMap::new(), 0);
        reply.take(body.as_bytes());
        reply
    }

    fn failure(status: u16, body: &str) -> Failure {
        reply(status, body).good().unwrap_err()
    }

    fn refused(code: i32) -> String {
        format!(r#"{{"code":{code},"msg":"text"}}"#)
    }

    #[test]
    fn a_good_answer_is_a_json_object_with_status_200() {
        assert_eq!(reply(200, r#"{"serverTime":1}"#).object::<Value>().unwrap()["serverTime"], 1);
        for wrong in ["", "[]", "[1]", "null", "{", "plain text", "{}{}", "\u{feff}{}"] {
            assert_eq!(reply(200, wrong).object::<Value>(), Err(Failure::NotBinance(200)), "{wrong}");
        }
        for status in [201, 202, 204, 206, 101] {
            assert_eq!(failure(status, "{}"), Failure::NotBinance(status));
        }
    }

    #[test]
    fn binances_refusals_keep_status_and_code() {
        for (status, code) in
            [(400, -1021), (400, -1022), (401, -2014), (401, -2015), (400, -2008), (403, -2015), (404, -1)]
        {
            assert_eq!(failure(status, &refused(code)), Failure::Rejected(status, code));
        }
        // A code in an answer that calls itself good is not a refusal by Binance.
        assert!(reply(200, &refused(-2015)).refusal().is_none());
        // Nor is what only resembles one.
        for other in [
            r#"{"code":-2015}"#,
            r#"{"code":"-2015","msg":""}"#,
            r#"[-2015,"text"]"#,
            &refused(0),
            &refused(7),
        ] {
            assert_eq!(failure(400, other), Failure::NotBinance(400), "{other}");
        }
    }

    #[test]
    fn binances_own_trouble_is_told_from_refusals() {
        for code in FAULTS {
            assert_eq!(failure(400, &refused(code)), Failure::BinanceFault(400, code));
        }
        assert_eq!(failure(500, &refused(-2015)), Failure::BinanceFault(500, -2015));
        assert_eq!(failure(502, "<html>Bad gateway</html>"), Failure::BinanceFault(502, 0));
        assert_eq!(failure(503, ""), Failure::BinanceFault(503, 0));
    }

    #[test]
    fn too_many_requests_and_bans_say_how_long() {
        let waiting = |status, seconds: &str, body: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, seconds.parse().unwrap());
            let mut reply = Reply::new(status, &headers, 1_659_146_280_000);
            reply.take(body.as_bytes());
            reply.good().unwrap_err()
        };
        assert_eq!(waiting(429, "7", &refused(-1003)), Failure::TooManyRequests(Some(7)));
        assert_eq!(waiting(400, "7", &refused(-1003)), Failure::TooManyRequests(Some(7)));
        assert_eq!(waiting(418, "120", &refused(-1003)), Failure::Banned(Some(120)));
        assert_eq!(waiting(418, "0", ""), Failure::Banned(None));
        assert_eq!(failure(429, "<html>"), Failure::TooManyRequests(None));

        let banned = r#"{"code":-1003,"msg":"IP banned until 1659146400000."}"#;
        assert_eq!(waiting(418, "0", banned), Failure::Banned(Some(120)));
        for status in [429, 400] {
            assert_eq!(waiting(status, "7", banned), Failure::TooManyRequests(Some(120)));
        }
        // What only looks like it is not a refusal by Binance.
        for other in [r#"{"msg":"banned until 1659146400000"}"#, "<p>banned until 1659146400000"] {
            assert_eq!(waiting(418, "7", other), Failure::Banned(Some(7)), "{other}");
        }
    }

    #[test]
    fn pages_on_the_way_are_not_binance() {
        for status in [200, 404, 400, 401] {
            assert_eq!(failure(status, "  <!doctype html><p>Log in"), Failure::WebPage(status));
            assert_eq!(failure(status, "\u{feff}<html>"), Failure::WebPage(status));
        }
        for status in [301, 302, 303, 304, 307, 308, 511] {
            assert_eq!(failure(status, ""), Failure::WebPage(status));
        }
        assert_eq!(failure(407, "<html>Proxy"), Failure::Proxy);

        // Once an answer calls itself a page, its body is not believed, even if it looks like an answer.
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, "Text/HTML; charset=utf-8".parse().unwrap());
        for (status, body) in [(200, r#"{"enableReading":true}"#), (401, r#"{"code":-2015,"msg":""}"#)] {
            let mut page = Reply::new(status, &headers, 0);
            page.take(body.as_bytes());
            assert_eq!(page.good(), Err(Failure::WebPage(status)));
        }
    }

    #[test]
    fn the_firewall_is_told_from_the_country() {
        let blocked =
            "<H2>The Amazon CloudFront distribution is Configured to block access from your country.</H2>";
        assert_eq!(failure(403, blocked), Failure::Country);
        assert_eq!(failure(403, "<H1>403 ERROR</H1>Request blocked."), Failure::Firewall);
        assert_eq!(failure(403, ""), Failure::Firewall);
        assert_eq!(failure(403, "{}"), Failure::NotBinance(403));
        assert_eq!(
            failure(451, r#"{"code":0,"msg":"Service unavailable from a restricted location"}"#),
            Failure::Country
        );
        assert_eq!(failure(451, ""), Failure::Country);
    }

    #[test]
    fn no_more_is_kept_than_the_limit() {
        let mut reply = reply(200, &" ".repeat(MAX_BODY));
        assert!(!reply.too_long);
        assert!(!reply.take(b"{"));
        assert_eq!(reply.body.len(), MAX_BODY);
        assert_eq!(reply.good(), Err(Failure::NotBinance(200)));
        // The status still counts.
        reply.status = 503;
        assert_eq!(reply.good(), Err(Failure::BinanceFault(503, 0)));
    }

    proptest! {
        #[test]
        fn any_answer_is_read_without_panic_and_within_the_limit(
            status in 100_u16..1000,
            html: bool,
            starts in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..200), 0..4),
            more in 0_usize..40_000,
        ) {
            let mut reply = Reply::new(status, &HeaderMap::new(), 0);
            reply.html = html;
            for start in &starts {
                let piece = [start.as_slice(), &vec![b'x'; more]].concat();
                if !reply.take(&piece) {
                    break;
                }
            }
            prop_assert!(reply.body.len() <= MAX_BODY);
            // Random bytes are not one of Binance's answers, whatever the status.
            prop_assert!(reply.object::<Value>().is_err());
            prop_assert!(reply.refusal().is_none());
            prop_assert_eq!(reply.good().is_ok(), status == 200 && !reply.too_long && !reply.is_page());
        }

        #[test]
        fn a_good_answer_always_has_status_200(status in 100_u16..1000, code: i32, msg: String) {
            let body = serde_json::json!({"code": code, "msg": msg}).to_string();
            let reply = reply(status, &body);
            prop_assert_eq!(reply.good().is_ok(), status == 200);
            prop_assert_eq!(reply.refusal().map(|refusal| refusal.code), (status >= 400).then_some(code));
        }
    }
}
