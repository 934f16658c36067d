//! A Binance that answers as instructed, over plain HTTP or over TLS with HTTP/2, and remembers what it was asked.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, Version};
use axum::serve::Listener;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use smartradex_binance::{SecretKey, signature};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Barrier;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use super::{API_KEY, SECRET_KEY, now_ms};

pub const TIME: &str = "/api/v3/time";
pub const RESTRICTIONS: &str = "/sapi/v1/account/apiRestrictions";
pub const HISTORY: &str = "/sapi/v1/sub-account/transfer/subUserHistory";
pub const ACCOUNT: &str = "/api/v3/account";
pub const ORDER: &str = "/api/v3/order/test";
pub const STATUS: &str = "/sapi/v1/system/status";

/// The permissions of a key that SmartradeX accepts.
pub const RIGHT_PERMISSIONS: &str = r#"{"ipRestrict":false,"createTime":1783828637000,"enableReading":true,"enableSpotAndMarginTrading":true,"enableWithdrawals":false,"enableInternalTransfer":false,"permitsUniversalTransfer":false,"enableMargin":false,"enableFutures":false,"enableVanillaOptions":false,"enablePortfolioMarginTrading":false,"enableFixApiTrade":false,"enableFixReadOnly":false}"#;

/// A call that reached the exchange.
#[derive(Clone)]
pub struct Asked {
    pub method: String,
    pub path: String,
    pub parameters: HashMap<String, String>,
    pub version: Version,
    pub user_agent: String,
    /// Whether it carries the key, and its last parameter is the correct signature of the others.
    pub signed: bool,
}

/// HTTP status and body for a call. The second argument is the number of earlier calls to the same path.
pub type Told = Box<dyn Fn(&Asked, usize) -> (u16, String) + Send + Sync>;

pub struct Exchange {
    pub address: SocketAddr,
    pub connections: Arc<AtomicUsize>,
    mind: Arc<Mind>,
}

struct Mind {
    told: Told,
    /// Where signed calls wait for one another.
    gate: Option<Barrier>,
    asked: Mutex<Vec<Asked>>,
}

impl Exchange {
    pub async fn plain(told: impl Fn(&Asked, usize) -> (u16, String) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mind = Arc::new(Mind { told: Box::new(told), gate: None, asked: Mutex::default() });
        let serving = axum::serve(listener, router(&mind)).into_future();
        tokio::spawn(serving);
        Self { address, connections: Arc::default(), mind }
    }

    /// Over TLS. Signed calls are answered only once `together` of them have arrived.
    pub async fn tls(
        identity: &Identity,
        together: usize,
        told: impl Fn(&Asked, usize) -> (u16, String) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let gate = Some(Barrier::new(together));
        let mind = Arc::new(Mind { told: Box::new(told), gate, asked: Mutex::default() });
        let acceptor = TlsAcceptor::from(Arc::new(identity.server_config()));
        let listener = TlsListener { listener, acceptor, connections: Arc::clone(&connections) };
        let serving = axum::serve(listener, router(&mind)).into_future();
        tokio::spawn(serving);
        Self { address, connections, mind }
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.mind.asked.lock().unwrap().clone()
    }

    pub fn times_asked(&self, path: &str) -> usize {
        self.asked().iter().filter(|asked| asked.path == path).count()
    }
}

/// What Binance answers for a sub-account's key that is set up correctly.
pub fn good(asked: &Asked) -> (u16, String) {
    match asked.path.as_str() {
        TIME => (200, format!(r#"{{"serverTime":{}}}"#, now_ms())),
        _ if !asked.signed => {
            (400, r#"{"code":-1022,"msg":"Signature for this request is not valid."}"#.to_owned())
        }
        RESTRICTIONS => (200, RIGHT_PERMISSIONS.to_owned()),
        HISTORY => (200, "[]".to_owned()),
        ACCOUNT => (200, r#"{"canTrade":true,"balances":[],"uid":354937868}"#.to_owned()),
        ORDER => (200, "{}".to_owned()),
        _ => (404, String::new()),
    }
}

/// A refusal in Binance's form.
pub fn refused(code: i32, msg: &str) -> String {
    format!(r#"{{"code":{code},"msg":"{msg}"}}"#)
}

fn router(mind: &Arc<Mind>) -> Router {
    Router::new().fallback(answer).with_state(Arc::clone(mind))
}

async fn answer(State(mind): State<Arc<Mind>>, request: Request) -> (StatusCode, String) {
    let asked = read(&request);
    let before = {
        let mut all = mind.asked.lock().unwrap();
        let before = all.iter().filter(|earlier| earlier.path == asked.path).count();
        all.push(asked.clone());
        before
    };
    if let (Some(gate), true) = (&mind.gate, asked.signed) {
        gate.wait().await;
    }
    let (status, body) = (mind.told)(&asked, before);
    (StatusCode::from_u16(status).unwrap(), body)
}

fn read(request: &Request) -> Asked {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let query = request.uri().query().unwrap_or_default();
    let signed = query.rsplit_once("&signature=").is_some_and(|(payload, given)| {
        header("x-mbx-apikey") == API_KEY && signature(&SecretKey::new(SECRET_KEY).unwrap(), payload) == given
    });
    let parameters = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Asked {
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        parameters,
        version: request.version(),
        user_agent: header("user-agent").to_owned(),
        signed,
    }
}

/// A certificate for one host, and the authority that issued it.
pub struct Identity {
    pub authority: Vec<u8>,
    certificate: CertificateDer<'static>,
    key: KeyPair,
}

impl Identity {
    pub fn new(host: &str) -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate =
            CertificateParams::new([host.to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
        Self { authority: authority.der().to_vec(), certificate: certificate.der().clone(), key }
    }

    fn server_config(&self) -> ServerConfig {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let key = PrivatePkcs8KeyDer::from(self.key.serialize_der()).into();
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![self.certificate.clone()], key)
            .unwrap();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        config
    }
}

struct TlsListener {
    listener: TcpListener,
    acceptor: TlsAcceptor,
    connections: Arc<AtomicUsize>,
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let (stream, address) = self.listener.accept().await.unwrap();
            self.connections.fetch_add(1, Ordering::SeqCst);
            // A client that does not trust the certificate ends the handshake; the next one may.
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}
