//! The way to the server, part by part, for anyone who has to find out where it breaks.
//!
//! The examination reports a single cause. Here each part is tried on its own, and only once the part before it works:
//! the name, the connection, TLS, and finally a whole call, made by the same client as all others.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::examine::{fault_reason, read_clock};
use crate::route::Route;
use crate::{Client, ClientOptions, Clock, Endpoint, Failure, tls, transport};

/// How long an address is tried alone before the next one is tried as well: as long as the client gives one family of
/// addresses before it also tries the other.
const HEAD_START: Duration = Duration::from_millis(300);

/// What was found about one part of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// It works.
    Works,
    /// It does not.
    Fails(Failure),
    /// This part does not exist here: no name to resolve, or no TLS.
    NotNeeded,
    /// An earlier part fails, so nothing is known of this one.
    NotTried,
}

/// The way to the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Host and port of the proxy that the requests go through. [`Self::dns`] and [`Self::tcp`] are then about the proxy.
    pub proxy: Option<String>,
    /// The name can be resolved.
    pub dns: Fact,
    /// A connection can be opened.
    pub tcp: Fact,
    /// The server proves by a certificate that it is who it claims to be.
    pub tls: Fact,
    /// `GET /api/v3/time` is answered as Binance would answer it.
    pub http: Fact,
    /// How far this computer's clock is off, if that call was answered.
    pub clock: Option<Clock>,
}

/// Tries the way to an endpoint. This needs no key, and ends within the time allowed for an examination.
///
/// `local_clock` is this computer's time in milliseconds since 1970.
pub async fn diagnose(
    endpoint: &Endpoint,
    options: &ClientOptions,
    local_clock: impl Fn() -> i64,
) -> Diagnosis {
    let mut found = Diagnosis {
        proxy: None,
        dns: Fact::NotTried,
        tcp: Fact::NotTried,
        tls: if endpoint.is_https() { Fact::NotTried } else { Fact::NotNeeded },
        http: Fact::NotTried,
        clock: None,
    };
    // When time runs out during a part, that part reports it.
    let deadline = Instant::now() + options.examination;
    let connect = || options.connect.min(deadline.saturating_duration_since(Instant::now()));

    let route = match Route::to(endpoint, &options.proxy) {
        Ok(route) => route,
        Err(failure) => {
            found.tcp = Fact::Fails(failure);
            return found;
        }
    };
    let first = FirstHop::of(&route, endpoint, options);
    found.proxy = route.is_proxy().then(|| format!("{}:{}", first.host, first.port));

    let addresses = match resolve(&first, &route, connect()).await {
        Ok((fact, addresses)) => {
            found.dns = fact;
            addresses
        }
        Err(failure) => {
            found.dns = Fact::Fails(failure);
            return found;
        }
    };
    let stream = match open(&addresses, &route, connect()).await {
        Ok(stream) => {
            found.tcp = Fact::Works;
            stream
        }
        Err(failure) => {
            found.tcp = Fact::Fails(failure);
            return found;
        }
    };
    if endpoint.is_https() {
        found.tls = match tls::config(endpoint, options.authority.as_deref()) {
            Err(failure) => Fact::Fails(failure),
            // The proxy has to be asked for a tunnel first; the whole call below does so.
            Ok(_) if route.is_proxy() => Fact::NotTried,
            Ok(config) => handshake(config, endpoint, stream, &route, connect()).await,
        };
        if matches!(found.tls, Fact::Fails(_)) {
            return found;
        }
    }
    call(&mut found, endpoint, options, deadline, local_clock).await;
    found
}

/// The computer to which the connection is opened.
struct FirstHop {
    host: String,
    port: u16,
    /// Its addresses, if no name has to be resolved.
    known: Vec<SocketAddr>,
}

impl FirstHop {
    fn of(route: &Route, endpoint: &Endpoint, options: &ClientOptions) -> Self {
        let (host, port) = match route {
            Route::Proxy { host, port } => (host.trim_matches(['[', ']']).to_owned(), *port),
            Route::Loopback | Route::Address | Route::Name => endpoint.host_and_port(),
        };
        let known = match (host.parse::<IpAddr>(), route) {
            (Ok(address), _) => vec![SocketAddr::new(address, port)],
            (Err(_), Route::Loopback) => {
                [IpAddr::from([127, 0, 0, 1]), IpAddr::from([0_u16, 0, 0, 0, 0, 0, 0, 1])]
                    .map(|address| SocketAddr::new(address, port))
                    .to_vec()
            }
            (Err(_), Route::Name) => options.address.into_iter().collect(),
            (Err(_), Route::Address | Route::Proxy { .. }) => Vec::new(),
        };
        Self { host, port, known }
    }
}

async fn resolve(hop: &FirstHop, route: &Route, limit: Duration) -> Result<(Fact, Vec<SocketAddr>), Failure> {
    if !hop.known.is_empty() {
        return Ok((Fact::NotNeeded, hop.known.clone()));
    }
    match timeout(limit, lookup_host((hop.host.as_str(), hop.port))).await {
        Ok(Ok(addresses)) => Ok((Fact::Works, addresses.collect())),
        Ok(Err(error)) => Err(transport::dns_failure(&error, route)),
        Err(elapsed) => Err(transport::dns_failure(&elapsed.into(), route)),
    }
}

async fn open(addresses: &[SocketAddr], route: &Route, limit: Duration) -> Result<TcpStream, Failure> {
    match timeout(limit, connect(addresses)).await {
        Ok(Ok(stream)) => Ok(stream),
        Ok(Err(error)) => Err(transport::connect_failure(&error, route)),
        Err(elapsed) => Err(transport::connect_failure(&elapsed.into(), route)),
    }
}

/// Opens a connection to the first address that answers. An address whose packets are silently dropped, as happens with
/// IPv6 on many networks, must not hold up the others: the client would connect, and this would claim that it cannot.
async fn connect(addresses: &[SocketAddr]) -> io::Result<TcpStream> {
    let mut waiting = in_turns(addresses);
    let mut attempts = FuturesUnordered::new();
    let mut result = Err(io::ErrorKind::InvalidInput.into());
    loop {
        attempts.extend(waiting.next().map(TcpStream::connect));
        match timeout(HEAD_START, attempts.next()).await {
            Ok(None) => return result,
            Ok(Some(Ok(stream))) => return Ok(stream),
            Ok(Some(failed)) => result = failed,
            Err(_) => {}
        }
    }
}

/// The addresses of both families in turn, starting with the family that the system prefers.
fn in_turns(addresses: &[SocketAddr]) -> impl Iterator<Item = SocketAddr> {
    let preferred = |address: &SocketAddr| address.is_ipv6() == addresses[0].is_ipv6();
    let (one, other): (Vec<_>, Vec<_>) = addresses.iter().copied().partition(preferred);
    (0..addresses.len()).flat_map(move |turn| [one.get(turn).copied(), other.get(turn).copied()]).flatten()
}

async fn handshake(
    config: ClientConfig,
    endpoint: &Endpoint,
    stream: TcpStream,
    route: &Route,
    limit: Duration,
) -> Fact {
    let Ok(name) = ServerName::try_from(endpoint.host_and_port().0) else {
        return Fact::Fails(Failure::TlsUntrusted);
    };
    match timeout(limit, TlsConnector::from(Arc::new(config)).connect(name, stream)).await {
        Ok(Ok(_)) => Fact::Works,
        Ok(Err(error)) => Fact::Fails(transport::connect_failure(&error, route)),
        Err(elapsed) => Fact::Fails(transport::connect_failure(&elapsed.into(), route)),
    }
}

/// Asks for the time, which is also an examination's first call.
async fn call(
    found: &mut Diagnosis,
    endpoint: &Endpoint,
    options: &ClientOptions,
    deadline: Instant,
    local_clock: impl Fn() -> i64,
) {
    let client = match Client::new(endpoint.clone(), options) {
        Ok(client) => client,
        Err(failure) => {
            found.http = Fact::Fails(failure);
            return;
        }
    };
    let asked = local_clock();
    let reply = client.open("/api/v3/time", deadline).await;
    if found.tls == Fact::NotTried {
        match &reply {
            Ok(_) => found.tls = Fact::Works,
            Err(Failure::TlsUntrusted) => {
                found.tls = Fact::Fails(Failure::TlsUntrusted);
                return;
            }
            Err(_) => {}
        }
    }
    found.http = match read_clock(reply, asked, local_clock()) {
        Ok(clock) => {
            found.clock = Some(clock);
            Fact::Works
        }
        Err(fault @ Failure::BinanceFault(..)) => {
            let status = client.open("/sapi/v1/system/status", deadline).await;
            Fact::Fails(fault_reason(&status).unwrap_or(fault))
        }
        Err(failure) => Fact::Fails(failure),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ProxyChoice;

    #[tokio::test]
    async fn a_name_is_resolved_where_no_address_is_known() {
        // The one name that needs no name server.
        let hop = FirstHop { host: "localhost".to_owned(), port: 443, known: Vec::new() };
        let (fact, addresses) = resolve(&hop, &Route::Name, Duration::from_secs(5)).await.unwrap();
        assert_eq!(fact, Fact::Works);
        assert!(
            !addresses.is_empty() && addresses.iter().all(|one| one.ip().is_loopback() && one.port() == 443)
        );
    }

    #[test]
    fn both_families_are_tried_in_turns() {
        let turns = |addresses: &[&str]| {
            let addresses: Vec<SocketAddr> =
                addresses.iter().map(|address| SocketAddr::new(address.parse().unwrap(), 443)).collect();
            in_turns(&addresses).map(|address| address.ip().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(turns(&["::1", "::2", "::3", "127.0.0.1"]), ["::1", "127.0.0.1", "::2", "::3"]);
        assert_eq!(turns(&["127.0.0.1", "127.0.0.2", "::1"]), ["127.0.0.1", "::1", "127.0.0.2"]);
        assert!(turns(&[]).is_empty());
    }

    /// Linux only: other systems may refuse where Linux drops.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn an_address_that_drops_what_comes_does_not_hold_up_the_next() {
        use smartradex_practice::{Exchange, Scenario, Server};
        use tokio::net::TcpListener;

        let practice = Server::bind(([127, 0, 0, 1], 0).into(), Exchange::default()).await.unwrap();
        practice.exchange().set_scenario(Scenario::TimeOut);
        let dropping: SocketAddr = practice.url().trim_start_matches("http://").parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let listening = listener.local_addr().unwrap();
        let limit = Duration::from_secs(20);
        let stream = open(&[dropping, listening], &Route::Name, limit).await.unwrap();
        assert_eq!(stream.peer_addr().unwrap(), listening);

        drop(listener);
        assert_eq!(open(&[listening], &Route::Name, limit).await.err(), Some(Failure::Refused));
        let little = Duration::from_millis(400);
        for addresses in [&[dropping][..], &[dropping, listening]] {
            let failure = open(addresses, &Route::Name, little).await.err();
            assert_eq!(failure, Some(Failure::ConnectTimeout), "{addresses:?}");
        }
    }

    #[test]
    fn the_first_hop_is_the_proxy_where_there_is_one() {
        let endpoint = Endpoint::binance();
        let hop = |proxy| {
            let options = ClientOptions { proxy, ..ClientOptions::default() };
            let route = Route::to(&endpoint, &options.proxy).unwrap();
            let hop = FirstHop::of(&route, &endpoint, &options);
            (hop.host, hop.port, hop.known.len())
        };
        assert_eq!(hop(ProxyChoice::Direct), ("api.binance.com".to_owned(), 443, 0));
        assert_eq!(
            hop(ProxyChoice::Through("http://proxy.example:3128".to_owned())),
            ("proxy.example".to_owned(), 3128, 0)
        );
        assert_eq!(hop(ProxyChoice::Through("http://u:p@[::1]".to_owned())), ("::1".to_owned(), 80, 1));
    }
}
