//! Answers that are not Binance's, or that never end: the same for every call.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use futures_util::stream;

/// Which answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Canned {
    /// 407, a proxy's page.
    ProxyLogin,
    /// 302 to a login page on another host.
    Portal,
    /// 403, CloudFront's page.
    Firewall,
    /// 403, CloudFront's page, naming the country.
    CountryPage,
    /// 200, the plain text of some other server.
    OtherServer,
    /// 200, a web page.
    WebPage,
    /// 200, 100 MB of JSON.
    Huge,
    /// 200, JSON that never ends.
    Endless,
    /// 307 to the same path on another host.
    Redirect,
}

/// The length of a huge answer, in bytes.
const HUGE_BYTES: usize = 100_000_000;
/// How a long answer begins: like a real one.
const BEGINNING: &str = "{\"ipRestrict\":false,\"createTime\":1783828637000,\"note\":\"";

impl Canned {
    /// The answer. `other_host` is where the redirect goes: scheme, host and port.
    pub(crate) fn response(self, path_and_query: &str, other_host: &str) -> Response {
        match self {
            Self::ProxyLogin => {
                let mut response =
                    page(StatusCode::PROXY_AUTHENTICATION_REQUIRED, "Proxy login", "Please log in.");
                let basic = HeaderValue::from_static("Basic realm=\"proxy\"");
                response.headers_mut().insert(header::PROXY_AUTHENTICATE, basic);
                response
            }
            Self::Portal => {
                let mut response = page(StatusCode::FOUND, "Welcome", "Log in to use this network.");
                // The name does not exist, so nothing is sent anywhere even if a client follows the redirect.
                let login = HeaderValue::from_static("http://login.captive-portal.invalid/welcome");
                response.headers_mut().insert(header::LOCATION, login);
                response
            }
            Self::Firewall => cloudfront("Request blocked."),
            Self::CountryPage => cloudfront(
                "The Amazon CloudFront distribution is configured to block access from your country.",
            ),
            Self::OtherServer => "It works!\n".into_response(),
            Self::WebPage => page(StatusCode::OK, "Home", "This is a web page."),
            Self::Huge => long(stream::unfold(0, |sent| async move {
                (sent < HUGE_BYTES).then(|| {
                    let chunk = if sent == 0 { Bytes::from_static(BEGINNING.as_bytes()) } else { filling() };
                    let chunk = chunk.slice(..chunk.len().min(HUGE_BYTES - sent));
                    let sent = sent + chunk.len();
                    (Ok::<_, std::convert::Infallible>(chunk), sent)
                })
            })),
            Self::Endless => long(stream::unfold(true, |first| async move {
                let chunk = if first {
                    Bytes::from_static(BEGINNING.as_bytes())
                } else {
                    tokio::time::sleep(Duration::from_millis(200)).await;
                    Bytes::from_static(b"and so on ")
                };
                Some((Ok::<_, std::convert::Infallible>(chunk), false))
            })),
            Self::Redirect => {
                let location = HeaderValue::try_from(format!("{other_host}{path_and_query}"));
                let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
                if let Ok(location) = location {
                    response.headers_mut().insert(header::LOCATION, location);
                }
                response
            }
        }
    }
}

/// Binance's answer to a path that it does not have.
pub(crate) fn not_found() -> Response {
    page(StatusCode::NOT_FOUND, "404", "404 Not found")
}

fn page(status: StatusCode, title: &str, text: &str) -> Response {
    let html = format!("<html><head><title>{title}</title></head><body><h2>{text}</h2></body></html>\n");
    (status, Html(html)).into_response()
}

fn cloudfront(reason: &str) -> Response {
    let text = format!("403 ERROR: The request could not be satisfied. {reason}");
    let mut response = page(StatusCode::FORBIDDEN, "ERROR: The request could not be satisfied", &text);
    response.headers_mut().insert(header::SERVER, HeaderValue::from_static("CloudFront"));
    response
}

fn long<S>(chunks: S) -> Response
where
    S: stream::Stream<Item = Result<Bytes, std::convert::Infallible>> + Send + 'static,
{
    let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json;charset=UTF-8"))];
    (json, Body::from_stream(chunks)).into_response()
}

fn filling() -> Bytes {
    Bytes::from(vec![b'a'; 65_536])
}
