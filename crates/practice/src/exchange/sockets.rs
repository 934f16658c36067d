//! Loopback addresses at which a connection fails in a chosen way.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket};

/// An address where connections are refused for as long as this value lives: it holds the port, so that no other program
/// gets it, but does not listen.
pub(crate) struct RefusingPort(TcpSocket);

/// An address where connections never open for as long as this value lives: the queue is full, and nobody accepts from it.
pub(crate) struct FullQueue {
    listener: TcpListener,
    _waiting: Vec<TcpStream>,
}

const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

impl RefusingPort {
    pub(crate) fn new() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(ANY_PORT)?;
        Ok(Self(socket))
    }

    pub(crate) fn address(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl FullQueue {
    /// Must be called within a tokio runtime. Takes some tens of milliseconds.
    pub(crate) fn new() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(ANY_PORT)?;
        let listener = socket.listen(1)?;
        let address = listener.local_addr()?;
        // On Linux a queue for one takes two; the first connection that does not open at once shows that it is full.
        let waiting =
            (0..64).map_while(|_| TcpStream::connect_timeout(&address, Duration::from_millis(30)).ok());
        let waiting = waiting.collect();
        Ok(Self { listener, _waiting: waiting })
    }

    pub(crate) fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}
