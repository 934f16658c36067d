//! Where requests go: Binance, or a pretend Binance.

use std::fmt;

use url::{Host, Url};

/// The one address of Binance that serves both `/api` and `/sapi`.
const BINANCE: &str = "https://api.binance.com/";

/// The server that is asked. It is either reached over TLS, or on this very computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(Url);

/// Why a text is no [`Endpoint`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointError {
    /// It is not an address at all.
    Malformed,
    /// It is neither `https` nor `http`.
    Scheme,
    /// It is `http` to another computer, where keys would travel in the clear.
    PlainHttp,
    /// It holds more than scheme, host and port: a name, a password, a path, a query or a fragment.
    TooMuch,
}

impl Endpoint {
    /// `https://api.binance.com`.
    #[must_use]
    pub fn binance() -> Self {
        #[expect(clippy::expect_used, reason = "a constant, parsed in a test")]
        Self(Url::parse(BINANCE).expect("the constant is an address"))
    }

    /// Takes `https` to any host, or plain `http` to a loopback address (`127.0.0.0/8`, `[::1]`) or `localhost`.
    ///
    /// # Errors
    /// [`EndpointError`] when requests could not be sent there, or not safely.
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
        if endpoint.is_https() || endpoint.is_loopback() {
            Ok(endpoint)
        } else {
            Err(EndpointError::PlainHttp)
        }
    }

    /// This is Binance itself.
    #[must_use]
    pub fn is_binance(&self) -> bool {
        self.0.as_str() == BINANCE
    }

    /// This is a server on this computer.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The address of a call. `query` is percent-encoded already.
    pub(crate) fn url(&self, path: &str, query: Option<&str>) -> Url {
        let mut url = self.0.clone();
        url.set_path(path);
        url.set_query(query);
        url
    }
}

/// Scheme, host and port, without a slash at the end.
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
            Self::PlainHttp => "http to another computer",
            Self::TooMuch => "more than scheme, host and port",
        })
    }
}

impl std::error::Error for EndpointError {}
