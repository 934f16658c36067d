//! A server on loopback, and the addresses at which it cannot be reached.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use super::sockets::{FullQueue, RefusingPort};
use super::{Exchange, router};
use crate::scenario::Scenario;

/// Serves an [`Exchange`] on loopback, over HTTP/1.1 and HTTP/2 with prior knowledge. When dropped, it stops and closes its
/// connections.
pub struct Server {
    exchange: Exchange,
    address: SocketAddr,
    tls_address: SocketAddr,
    refusing: RefusingPort,
    /// Created when first needed, because that takes a while.
    full_queue: OnceLock<Option<FullQueue>>,
    runtime: tokio::runtime::Handle,
    _tasks: JoinSet<()>,
}

impl Server {
    /// Listens on an address; port 0 picks a free one. Three more ports of 127.0.0.1 are taken for the scenarios `tls`,
    /// `redirect` and `refused`.
    ///
    /// Must be called within a tokio runtime, on which it then serves.
    ///
    /// # Errors
    /// When the address is not a loopback address ([`io::ErrorKind::InvalidInput`]), or cannot be listened on.
    pub async fn bind(address: SocketAddr, exchange: Exchange) -> io::Result<Self> {
        if !address.ip().is_loopback() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "only loopback addresses are served"));
        }
        let plain = TcpListener::bind(address).await?;
        let tls = TcpListener::bind(("127.0.0.1", 0)).await?;
        let other_host = TcpListener::bind(("127.0.0.1", 0)).await?;
        let (address, tls_address) = (plain.local_addr()?, tls.local_addr()?);
        exchange.state().other_host = Some(format!("http://{}", other_host.local_addr()?));

        let mut tasks = JoinSet::new();
        tasks.spawn(serve(plain, router(&exchange), exchange.clone(), Transport::Plain));
        tasks.spawn(serve(tls, router(&exchange), exchange.clone(), Transport::Tls));
        tasks.spawn(serve(other_host, other_router(&exchange), Exchange::default(), Transport::Plain));
        Ok(Self {
            exchange,
            address,
            tls_address,
            refusing: RefusingPort::new()?,
            full_queue: OnceLock::new(),
            runtime: tokio::runtime::Handle::current(),
            _tasks: tasks,
        })
    }

    /// The address to give to a client under the present scenario, without a trailing slash. Ask again whenever the
    /// scenario has changed, because for some of them the trouble lies in the address. For `time-out`, this may take some
    /// tens of milliseconds.
    #[must_use]
    pub fn url(&self) -> String {
        let usual = || format!("http://{}", self.address);
        let at =
            |address: Option<SocketAddr>| address.map_or_else(usual, |address| format!("http://{address}"));
        let scenario = self.exchange.scenario();
        if scenario == Scenario::NoNetwork {
            // The limited broadcast address: the kernel has no TCP route to it and says so itself.
            "https://255.255.255.255".to_owned()
        } else if scenario == Scenario::Dns {
            "https://smartradex-practice.invalid".to_owned()
        } else if scenario == Scenario::Refused {
            at(self.refusing.address().ok())
        } else if scenario == Scenario::TimeOut {
            at(self.full_queue())
        } else if scenario == Scenario::Tls {
            format!("https://{}", self.tls_address)
        } else {
            usual()
        }
    }

    /// The exchange that it serves.
    #[must_use]
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    fn full_queue(&self) -> Option<SocketAddr> {
        let queue = self.full_queue.get_or_init(|| {
            let _within = self.runtime.enter();
            FullQueue::new().ok()
        });
        queue.as_ref()?.address().ok()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Transport {
    Plain,
    Tls,
}

/// Accepts connections until dropped; those still open are then closed.
async fn serve(listener: TcpListener, router: Router, exchange: Exchange, transport: Transport) {
    let acceptor = OnceLock::new();
    let mut connections = JoinSet::new();
    loop {
        // Finished connections are released.
        while connections.try_join_next().is_some() {}
        let Ok((stream, _)) = listener.accept().await else {
            // Most likely out of file descriptors; some will become free.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let (router, exchange) = (router.clone(), exchange.clone());
        match transport {
            Transport::Plain => {
                connections.spawn(converse(stream, router, exchange));
            }
            Transport::Tls => {
                let Some(acceptor) = acceptor.get_or_init(self_signed).clone() else { continue };
                connections.spawn(async move {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        converse(stream, router, exchange).await;
                    }
                });
            }
        }
    }
}

async fn converse<S>(stream: S, router: Router, exchange: Exchange)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    exchange.state().statistics.connections += 1;
    tokio::time::sleep(exchange.latency()).await;
    let service = TowerToHyperService::new(router);
    // An error here means that the client has left.
    let _ = auto::Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
}

/// The host to which the scenario `redirect` redirects. It only counts requests.
fn other_router(exchange: &Exchange) -> Router {
    let exchange = exchange.clone();
    Router::new().fallback(move || async move {
        exchange.state().statistics.redirects_followed += 1;
    })
}

/// TLS with a certificate made on the spot, which nobody can trust.
fn self_signed() -> Option<TlsAcceptor> {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned(), "localhost".to_owned()]).ok()?;
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).ok()?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .ok()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .ok()?;
    Some(TlsAcceptor::from(Arc::new(config)))
}
