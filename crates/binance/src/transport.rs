//! Why no answer came: from the error of the HTTP library to a [`Failure`].

use std::error::Error;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

use crate::Failure;

/// The cause of `error`. `through_proxy`: the connection was to be opened through a proxy.
pub(crate) fn failure(error: &reqwest::Error, through_proxy: bool) -> Failure {
    let connecting = error.is_connect();
    if chain(error).any(<dyn Error>::is::<rustls::Error>) {
        return Failure::TlsUntrusted;
    }
    let kind = chain(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind).last();
    if kind.is_some_and(no_network) || (error.is_dns() && !has_route()) {
        return Failure::NoNetwork;
    }
    if connecting && through_proxy {
        return Failure::Proxy;
    }
    if error.is_dns() {
        return Failure::Dns;
    }
    if error.is_timeout() {
        return if connecting { Failure::ConnectTimeout } else { Failure::Stalled };
    }
    if chain(error).filter_map(|cause| cause.downcast_ref::<hyper::Error>()).any(hyper::Error::is_parse) {
        return Failure::NotBinance(0);
    }
    if error.is_body() || error.is_decode() { Failure::Stalled } else { Failure::Refused }
}

fn no_network(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::AddrNotAvailable
    )
}

/// Whether this computer knows a way out. Asked when a name could not be resolved, for the systems report "no network"
/// and "no such name" alike.
///
/// A UDP socket only looks up the route when it is connected: nothing is sent. The addresses are those reserved for
/// documentation.
pub(crate) fn has_route() -> bool {
    let way_out = |from: SocketAddr, to: SocketAddr| {
        UdpSocket::bind(from).and_then(|socket| socket.connect(to)).is_ok()
    };
    way_out((Ipv4Addr::UNSPECIFIED, 0).into(), (Ipv4Addr::new(192, 0, 2, 1), 443).into())
        || way_out(
            (Ipv6Addr::UNSPECIFIED, 0).into(),
            (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 443).into(),
        )
}

/// An error and everything under it. An [`io::Error`] says nothing of the error it wraps through `source`, only of what
/// lies under that one.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    fn under<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        }
    }
    std::iter::successors(Some(error), |error| under(*error))
}
