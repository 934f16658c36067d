//! Where requests go: Binance, or the practice exchange.

use std::fmt;

use url::{Host, Url};

/// The only address of Binance's that serves both `/api` and `/sapi`.
const BINANCE: &str = "https://api.binance.com/";

/// Addresses at which practice mode plays a computer without a network: a name that never exists (RFC 6761), and the broadcast address, to
/// which nothing can connect.
const NOWHERE: [&str; 2] = ["https://smartradex-practice.invalid/", "https://255.255.255.255/"];

/// The server that requests go to: Binance over TLS, or a pretend one on this computer. No other can be named, so that nobody can be
/// talked into sending a key elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(Url);

/// Why a text is not an [`Endpoint`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointError {
    /// It is not an address at all.
    Malformed,
    /// It is neither `https` nor `http`.
    Scheme,
    /// It is neither `https://api.binance.com` nor on this computer.
    Elsewhere,
    /// It contains more than scheme, host and port: a user name, a password, a path, a query or a fragment.
    TooMuch,
}

impl Endpoint {
    /// `https://api.binance.com`.
    #[must_use]
    pub fn binance() -> Self {
        #[expect(clippy::expect_used, reason = "a constant, parsed in a test")]
        Self(Url::parse(BINANCE).expect("the constant is an address"))
    }

    /// Accepts `https://api.binance.com`; a loopback address (`127.0.0.0/8`, `[::1]`) or `localhost`, with `https` or plain `http`; and
    /// the two addresses where nothing can answer, at which practice mode plays a computer without a network.
    ///
    /// # Errors
    /// [`EndpointError`] when requests cannot be sent there, or not safely.
    pub fn parse(text: &str) -> Result<Self, EndpointError> {
        let url = Url::parse(text).map_err(|_| EndpointError::Malformed)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(EndpointError::Scheme);
        }
        let bare = url.username().is_empty() && url.password().is_none();
        if !bare || url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(EndpointError::TooMuch);
        }
        let endpoint = Self(url);
        if endpoint.is_binance() || endpoint.is_loopback() || endpoint.is_nowhere() {
            Ok(endpoint)
        } else {
            Err(EndpointError::Elsewhere)
        }
    }

    /// Whether this is Binance itself.
    #[must_use]
    pub fn is_binance(&self) -> bool {
        self.0.as_str() == BINANCE
    }

    /// Whether this is a server on this computer.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }

    /// Whether this is one of [`NOWHERE`]: no server can be there, and no authority would certify one.
    fn is_nowhere(&self) -> bool {
        NOWHERE.contains(&self.0.as_str())
    }

    /// Host and port. An IPv6 address comes without its brackets.
    pub(crate) fn host_and_port(&self) -> (String, u16) {
        let host = self.0.host_str().unwrap_or_default().trim_matches(['[', ']']);
        (host.to_owned(), self.0.port_or_known_default().unwrap_or_default())
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The address of a call. `query` is already percent-encoded.
    pub(crate) fn url(&self, path: &str, query: Option<&str>) -> Url {
        let mut url = self.0.clone();
        url.set_path(path);
        url.set_query(query);
        url
    }
}

/// Scheme, host and port, without a trailing slash.
impl fmt::Display for Endpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Display for EndpointError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Malformed => "not an address",
            Self::Scheme => "neither https nor http",
            Self::Elsewhere => "neither Binance nor on this computer",
            Self::TooMuch => "more than scheme, host and port",
        })
    }
}

impl std::error::Error for EndpointError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binance_is_binance_however_it_is_written() {
        assert!(Endpoint::binance().is_binance());
        assert_eq!(Endpoint::binance().to_string(), "https://api.binance.com");
        for same in ["https://api.binance.com", "https://api.binance.com:443/", "HTTPS://API.Binance.COM"] {
            assert_eq!(Endpoint::parse(same), Ok(Endpoint::binance()), "{same}");
        }
    }

    #[test]
    fn only_binance_and_this_computer_are_asked() {
        for here in [
            "http://127.0.0.1:8080",
            "http://127.9.8.7",
            "http://[::1]:1",
            "http://localhost:3000/",
            "http://LOCALHOST",
            "https://localhost",
            "https://127.0.0.1:8443",
        ] {
            let endpoint = Endpoint::parse(here).unwrap();
            assert!(endpoint.is_loopback() && !endpoint.is_binance(), "{here}");
        }
        for nowhere in ["https://smartradex-practice.invalid", "https://255.255.255.255"] {
            assert!(Endpoint::parse(nowhere).is_ok(), "{nowhere}");
        }
        for elsewhere in [
            "http://smartradex-practice.invalid",
            "http://255.255.255.255",
            "https://elsewhere.invalid",
            "https://smartradex-practice.invalid:8443",
            "https://255.255.255.255:8443",
            "https://255.255.255.254",
            "https://invalid",
            "https://invalid.example",
            "https://api.binance.us",
            "https://api.binance.com:8443",
            "https://api.binance.com.example",
            "https://testnet.binance.vision",
            "http://api.binance.com",
            "http://128.0.0.1",
            "http://0.0.0.0:80",
            "http://192.168.1.10",
            "http://[::]",
            "http://[::ffff:127.0.0.1]",
            "http://localhost.example",
            "http://127.0.0.1.example",
            "http://localhost.",
        ] {
            assert_eq!(Endpoint::parse(elsewhere), Err(EndpointError::Elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn only_scheme_host_and_port_are_taken() {
        for more in [
            "https://api.binance.com/api",
            "https://api.binance.com/?",
            "https://api.binance.com/?a=b",
            "https://api.binance.com/#",
            "https://user@api.binance.com",
            "https://:word@api.binance.com",
            "http://127.0.0.1@api.binance.com",
            "https://api.binance.com\\@evil.example",
        ] {
            assert_eq!(Endpoint::parse(more), Err(EndpointError::TooMuch), "{more}");
        }
        for scheme in [
            "ftp://127.0.0.1",
            "file:///etc/passwd",
            "ws://127.0.0.1",
            "localhost:8080",
            "javascript:alert(1)",
        ] {
            assert_eq!(Endpoint::parse(scheme), Err(EndpointError::Scheme), "{scheme}");
        }
        for nothing in ["", "binance", "https://", "http://[::1", "https://a b"] {
            assert_eq!(Endpoint::parse(nothing), Err(EndpointError::Malformed), "{nothing}");
        }
    }

    #[test]
    fn a_call_gets_its_path_and_query() {
        let url = Endpoint::parse("http://127.0.0.1:9").unwrap().url("/api/v3/time", Some("a=b&c=%20"));
        assert_eq!(url.as_str(), "http://127.0.0.1:9/api/v3/time?a=b&c=%20");
    }
}
