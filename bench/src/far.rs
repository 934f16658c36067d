//! The examination over a long distance: TLS with HTTP/2, as with Binance, and every byte 50 ms on its way.
//!
//! The line is our own proxy. It accepts connections at once, so TCP's handshake costs nothing here; that of TLS 1.3 costs one round
//! trip, which counts as part of connecting. Whatever the line adds beyond that is counted in round trips.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::serve::Listener;
use serde_json::Value;
use smartradex_practice::{Exchange, ServedKey, router};
use smartradex_tests::{Failure, Outcome};
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep_until};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::places::Places;
use crate::report::{Goal, Report, median};
use crate::verify::{timed, verify};

/// The time there and back.
const ROUND_TRIP: Duration = Duration::from_millis(100);
const ROUNDS: usize = 7;
/// Round trips of TLS 1.3's handshake.
const TO_CONNECT: f64 = 1.0;

const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
const SECRET_KEY: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/// Examines a key nearby and far away, in turn.
pub(crate) async fn measure(places: &Places, report: &mut Report) -> Outcome {
    let folder = TempDir::new()?;
    let authorities = folder.path().join("authorities.pem");
    let connections = Arc::new(AtomicUsize::new(0));
    let listener = TlsListener {
        listener: listen().await?,
        acceptor: crate::authority::make(&authorities)?,
        connections: Arc::clone(&connections),
    };
    let server = listener.listener.local_addr()?;
    let exchange = Exchange::with_key(ServedKey::good(API_KEY, SECRET_KEY));
    tokio::spawn(axum::serve(listener, router(&exchange)).into_future());
    let line = listen().await?;
    let far = line.local_addr()?;
    tokio::spawn(lead(line, server));

    let (mut near_ms, mut far_ms) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        near_ms.push(examine(places, server, &authorities).await?);
        far_ms.push(examine(places, far, &authorities).await?);
    }
    if connections.load(Ordering::SeqCst) != 2 * ROUNDS {
        return Err(Failure::new("an examination over TLS takes more than one connection"));
    }
    let (near, far) = (median(&near_ms), median(&far_ms));
    let added = near.zip(far).map(|(near, far)| (far - near) / (ROUND_TRIP.as_secs_f64() * 1000.0));
    report.tell("round_trips", added.map(|trips| trips - TO_CONNECT), Goal::AtMost(3.0));
    report.tell("verify_tls_ms", near, Goal::None);
    report.tell("verify_tls_far_ms", far, Goal::None);
    Ok(())
}

async fn examine(places: &Places, address: SocketAddr, authorities: &Path) -> Outcome<f64> {
    let mut command = verify(&places.verify(), &format!("https://localhost:{}", address.port()));
    command.env("SSL_CERT_FILE", authorities).env_remove("SSL_CERT_DIR");
    let (output, ms) =
        spawn_blocking(move || timed(&mut command, &format!("{API_KEY}\n{SECRET_KEY}\n"))).await??;
    let told: Value = serde_json::from_slice(&output.stdout)?;
    if told["accepted"] == true { Ok(ms) } else { Err(Failure::new(format!("a good key is judged {told}"))) }
}

async fn listen() -> Outcome<TcpListener> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?)
}

/// Forwards every connection to the server, over a long line.
async fn lead(line: TcpListener, server: SocketAddr) {
    while let Ok((client, _)) = line.accept().await {
        tokio::spawn(async move {
            let Ok(server) = TcpStream::connect(server).await else { return };
            let _ = (client.set_nodelay(true), server.set_nodelay(true));
            let (from_client, to_client) = client.into_split();
            let (from_server, to_server) = server.into_split();
            tokio::join!(carry(from_client, to_server), carry(from_server, to_client));
        });
    }
}

/// Forwards what arrives. Each piece is delayed by the same time, so that those behind it need not wait longer.
async fn carry(mut from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin) {
    let (under_way, mut arriving) = mpsc::unbounded_channel();
    let send = async move {
        let mut piece = vec![0; 64 * 1024];
        while let Ok(length @ 1..) = from.read(&mut piece).await {
            let arrives = Instant::now() + ROUND_TRIP / 2;
            if under_way.send((arrives, piece[..length].to_vec())).is_err() {
                return;
            }
        }
    };
    let receive = async move {
        while let Some((arrives, piece)) = arriving.recv().await {
            sleep_until(arrives).await;
            if to.write_all(&piece).await.is_err() {
                return;
            }
        }
        // The end of sending is passed on to the other end.
        let _ = to.shutdown().await;
    };
    tokio::join!(send, receive);
}

/// Accepts connections over TLS, and counts them.
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
            let Ok((stream, address)) = self.listener.accept().await else { continue };
            let _ = stream.set_nodelay(true);
            if let Ok(stream) = self.acceptor.accept(stream).await {
                self.connections.fetch_add(1, Ordering::SeqCst);
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}
