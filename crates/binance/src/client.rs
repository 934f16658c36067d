//! The HTTP client: where it may go, how long it waits, how much it reads.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::{Duration, Instant};

use reqwest::header::HeaderValue;
use reqwest::{Method, redirect};

use crate::reply::Reply;
use crate::route::Route;
use crate::{Credentials, Endpoint, Failure, code, local_clock, signature, tls, transport};

/// How old a signed request may be when it reaches Binance, in milliseconds: as long as we wait for an answer, so that a
/// slow connection is not mistaken for a wrong clock. Binance allows up to 60000.
const RECV_WINDOW_MS: u32 = 10_000;

/// How a [`Client`] behaves. [`Default`] is what users get; the rest is for tests.
#[derive(Debug, Clone)]
pub struct ClientOptions {
    /// Longest time to open a connection: resolving the name, TCP and TLS together.
    pub connect: Duration,
    /// Longest time for one call, from its start to the end of its answer.
    pub answer: Duration,
    /// Longest time for a whole examination.
    pub examination: Duration,
    /// Which proxy leads to an endpoint that is not on this computer.
    pub proxy: ProxyChoice,
    /// A certificate authority (DER) to trust instead of the system's.
    pub authority: Option<Vec<u8>>,
    /// An address to use for the endpoint's host instead of resolving its name.
    pub address: Option<SocketAddr>,
}

/// Which proxy leads to an endpoint. An endpoint on this computer is never reached through one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyChoice {
    /// The one set up in the system or in the environment, if any.
    System,
    /// None.
    Direct,
    /// This one, for example `http://127.0.0.1:3128`.
    Through(String),
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            answer: Duration::from_secs(10),
            examination: Duration::from_secs(15),
            proxy: ProxyChoice::System,
            authority: None,
            address: None,
        }
    }
}

/// A client of one endpoint. Creating one is slow, so keep it for as long as the endpoint is in use; clones share its
/// connection.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    endpoint: Endpoint,
    route: Route,
    answer: Duration,
    examination: Duration,
}

impl Client {
    /// Makes the client, without connecting. Over `https` this takes about 14 ms, because the system's certificate
    /// authorities are read.
    ///
    /// # Errors
    /// [`Failure::NoAuthorities`] when the endpoint is `https` and this computer has no certificate authorities.
    /// [`Failure::Proxy`] when the proxy's address is not valid.
    pub fn new(endpoint: Endpoint, options: &ClientOptions) -> Result<Self, Failure> {
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::config(&endpoint, options.authority.as_deref())?)
            .user_agent(concat!("SmartradeX-Setup/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(options.connect)
            // Between two examinations the user may have switched networks or left a VPN; a request on a connection from
            // before would then wait in vain.
            .pool_idle_timeout(options.answer)
            .redirect(redirect::Policy::none())
            .referer(false)
            .https_only(endpoint.is_https());
        let route = Route::to(&endpoint, &options.proxy)?;
        if !route.is_proxy() {
            builder = builder.no_proxy();
        } else if let ProxyChoice::Through(address) = &options.proxy {
            builder = builder.no_proxy().proxy(reqwest::Proxy::all(address).map_err(|_| Failure::Proxy)?);
        }
        if let Some(host) = endpoint.url("/", None).domain()
            && let Some(addresses) = pinned(&endpoint, options)
        {
            builder = builder.resolve_to_addrs(host, &addresses);
        }
        // Nothing but the authorities is read from the system here, so nothing else can be missing.
        let http = builder.build().map_err(|_| Failure::NoAuthorities)?;
        Ok(Self { http, endpoint, route, answer: options.answer, examination: options.examination })
    }

    /// The server that is asked.
    #[must_use]
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// When an examination that starts now has to end.
    pub(crate) fn deadline(&self) -> Instant {
        Instant::now() + self.examination
    }

    /// A call that needs no key.
    pub(crate) async fn open(&self, path: &str, deadline: Instant) -> Result<Reply, Failure> {
        self.send(self.http.get(self.endpoint.url(path, None)), deadline).await
    }

    /// A signed call. `parameters` are already percent-encoded; `timestamp` is Binance's time, in milliseconds since
    /// 1970. All of them go into the address, even for a POST, so that every call is signed the same way.
    pub(crate) async fn signed(
        &self,
        (method, path, parameters): (Method, &str, &str),
        credentials: &Credentials,
        timestamp: i64,
        deadline: Instant,
    ) -> Result<Reply, Failure> {
        let separator = if parameters.is_empty() { "" } else { "&" };
        let payload = format!("{parameters}{separator}recvWindow={RECV_WINDOW_MS}&timestamp={timestamp}");
        let query = format!("{payload}&signature={}", signature(&credentials.secret_key, &payload));
        // ApiKey holds printable ASCII only, so this does not happen; if it did, the key would be malformed.
        let Ok(mut key) = HeaderValue::from_str(credentials.api_key.expose()) else {
            return Err(Failure::Rejected(401, code::INVALID_KEY_FORMAT));
        };
        key.set_sensitive(true);
        let url = self.endpoint.url(path, Some(&query));
        self.send(self.http.request(method, url).header("X-MBX-APIKEY", key), deadline).await
    }

    async fn send(&self, request: reqwest::RequestBuilder, deadline: Instant) -> Result<Reply, Failure> {
        let left = deadline.saturating_duration_since(Instant::now());
        let failure = |error: reqwest::Error| transport::failure(&error.without_url(), &self.route);
        let mut response = request.timeout(self.answer.min(left)).send().await.map_err(failure)?;
        let mut reply = Reply::new(response.status().as_u16(), response.headers(), local_clock());
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            if !reply.take(&chunk) {
                break;
            }
        }
        Ok(reply)
    }
}

/// The addresses to use for the endpoint's host instead of resolving its name; `None` if the name is to be resolved. With port 0 the
/// endpoint's port is used.
fn pinned(endpoint: &Endpoint, options: &ClientOptions) -> Option<Vec<SocketAddr>> {
    if endpoint.is_loopback() {
        // A hosts file may send this name elsewhere, and plain http must not leave the computer.
        return Some(vec![(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()]);
    }
    options.address.map(|address| vec![address])
}

/// Shows only the endpoint: the rest is of no use to anyone reading a log.
impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Client({})", self.endpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pinned_to(endpoint: &str, address: Option<&str>) -> Option<Vec<String>> {
        let address = address.map(|address| address.parse().unwrap());
        let endpoint = Endpoint::parse(endpoint).unwrap();
        let addresses = pinned(&endpoint, &ClientOptions { address, ..ClientOptions::default() })?;
        Some(addresses.iter().map(|address| address.ip().to_string()).collect())
    }

    /// A test cannot change the hosts file that would send the name elsewhere, so this asks which addresses are used.
    #[test]
    fn the_name_of_this_computer_is_never_looked_up() {
        let this_computer = Some(vec!["127.0.0.1".to_owned(), "::1".to_owned()]);
        for endpoint in ["http://localhost", "http://localhost:8080", "https://LOCALHOST:8443"] {
            for address in [None, Some("192.0.2.1:80")] {
                assert_eq!(pinned_to(endpoint, address), this_computer, "{endpoint} {address:?}");
            }
        }
    }

    #[test]
    fn binance_is_looked_up_unless_an_address_is_given() {
        assert_eq!(pinned_to("https://api.binance.com", None), None);
        let given = pinned_to("https://api.binance.com", Some("192.0.2.1:443"));
        assert_eq!(given, Some(vec!["192.0.2.1".to_owned()]));
    }
}
