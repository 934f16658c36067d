//! Why no answer came: from an error to a [`Failure`].

use std::error::Error;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

use crate::Failure;
use crate::route::Route;

/// The cause of an error of the HTTP library.
pub(crate) fn failure(error: &reqwest::Error, route: &Route) -> Failure {
    let connecting = error.is_connect();
    if let Some(failure) = lower_failure(error, error.is_dns(), route) {
        return failure;
    }
    if connecting && route.is_proxy() {
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
    // If the answer itself breaks off, it did not end in time; if the connection breaks off before that, we were
    // refused.
    if error.is_body() || error.is_decode() { Failure::Stalled } else { Failure::Refused }
}

/// The cause of an error while resolving a name.
pub(crate) fn dns_failure(error: &io::Error, route: &Route) -> Failure {
    let otherwise = if route.is_proxy() { Failure::Proxy } else { Failure::Dns };
    lower_failure(error, true, route).unwrap_or(otherwise)
}

/// The cause of an error while opening a connection, TLS included.
pub(crate) fn connect_failure(error: &io::Error, route: &Route) -> Failure {
    if let Some(failure) = lower_failure(error, false, route) {
        return failure;
    }
    if route.is_proxy() {
        return Failure::Proxy;
    }
    if error.kind() == io::ErrorKind::TimedOut { Failure::ConnectTimeout } else { Failure::Refused }
}

/// What the errors underneath `error` reveal, whichever layer reports it.
fn lower_failure(error: &(dyn Error + 'static), dns: bool, route: &Route) -> Option<Failure> {
    if chain(error).any(<dyn Error>::is::<rustls::Error>) {
        return Some(Failure::TlsUntrusted);
    }
    let kinds = chain(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    let other_way = || *route != Route::Address && has_route();
    (*route != Route::Loopback && is_cut_off(kinds, dns, other_way)).then_some(Failure::NoNetwork)
}

/// Whether an error means that this computer has no network. `dns`: a name could not be resolved.
///
/// "Unreachable" may apply only to a name's IPv6 address, or to a proxy that is switched off, or may be a firewall's
/// answer; and a name can fail to resolve for many reasons. So these errors count only if this computer knows no other
/// way out.
fn is_cut_off(
    kinds: impl IntoIterator<Item = io::ErrorKind>,
    dns: bool,
    other_way: impl Fn() -> bool,
) -> bool {
    use io::ErrorKind::{AddrNotAvailable, HostUnreachable, NetworkDown, NetworkUnreachable};

    let unreached = [HostUnreachable, NetworkUnreachable, NetworkDown, AddrNotAvailable];
    let unsure = dns || kinds.into_iter().any(|kind| unreached.contains(&kind));
    unsure && !other_way()
}

/// Whether this computer has a route to the outside.
///
/// Connecting a UDP socket only looks up the route; nothing is sent. The addresses are from the ranges reserved for
/// documentation.
fn has_route() -> bool {
    let way_out = |from: SocketAddr, to: SocketAddr| {
        UdpSocket::bind(from).and_then(|socket| socket.connect(to)).is_ok()
    };
    way_out((Ipv4Addr::UNSPECIFIED, 0).into(), (Ipv4Addr::new(192, 0, 2, 1), 443).into())
        || way_out(
            (Ipv6Addr::UNSPECIFIED, 0).into(),
            (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 443).into(),
        )
}

/// An error and everything underneath it. The `source` of an [`io::Error`] skips the error it wraps and gives only what
/// lies beneath that one.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    fn under<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        }
    }
    std::iter::successors(Some(error), |error| under(*error))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use io::ErrorKind;
    use reqwest::dns::{Name, Resolve, Resolving};

    use super::*;

    /// A name service that knows no names.
    struct Nobody;

    impl Resolve for Nobody {
        fn resolve(&self, _: Name) -> Resolving {
            Box::pin(async { Err(io::Error::other("no such name").into()) })
        }
    }

    #[tokio::test]
    async fn a_name_that_nobody_knows() {
        let builder = reqwest::Client::builder().tls_backend_preconfigured(unused_tls()).no_proxy();
        let client = builder.dns_resolver(Arc::new(Nobody)).build().unwrap();
        let error = client.get("http://api.binance.com").send().await.unwrap_err();
        let without_network = |otherwise| if has_route() { otherwise } else { Failure::NoNetwork };
        assert_eq!(failure(&error, &Route::Name), without_network(Failure::Dns));
        assert_eq!(
            failure(&error, &Route::Proxy { host: "proxy".to_owned(), port: 3128 }),
            without_network(Failure::Proxy)
        );
        assert_eq!(failure(&error, &Route::Loopback), Failure::Dns);
    }

    #[test]
    fn a_computer_that_cannot_be_reached_is_told_by_the_way_to_it() {
        let told = |route| connect_failure(&ErrorKind::HostUnreachable.into(), &route);
        let without_network = |otherwise| if has_route() { otherwise } else { Failure::NoNetwork };
        let proxy = Route::Proxy { host: "proxy".to_owned(), port: 3128 };
        assert_eq!(told(proxy), without_network(Failure::Proxy));
        assert_eq!(told(Route::Name), without_network(Failure::Refused));
        assert_eq!(told(Route::Address), Failure::NoNetwork);
    }

    fn unused_tls() -> rustls::ClientConfig {
        rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth()
    }

    #[test]
    fn no_network_is_told_from_one_that_lacks_a_part() {
        for (kinds, dns, has_route, cut_off) in [
            (vec![ErrorKind::ConnectionRefused], false, false, false),
            (vec![ErrorKind::HostUnreachable], false, false, true),
            (vec![ErrorKind::HostUnreachable], false, true, false),
            (vec![ErrorKind::Other, ErrorKind::NetworkUnreachable], false, false, true),
            (vec![ErrorKind::NetworkUnreachable], false, true, false),
            (vec![ErrorKind::NetworkDown], false, false, true),
            (vec![ErrorKind::AddrNotAvailable], false, false, true),
            (vec![], true, false, true),
            (vec![], true, true, false),
            (vec![], false, false, false),
        ] {
            assert_eq!(is_cut_off(kinds.clone(), dns, || has_route), cut_off, "{kinds:?} {dns} {has_route}");
        }
    }

    #[test]
    fn an_error_wrapped_in_an_io_error_is_found() {
        let tls = io::Error::new(ErrorKind::InvalidData, rustls::Error::HandshakeNotComplete);
        let outer = io::Error::other(tls);
        assert!(chain(&outer).any(<dyn Error>::is::<rustls::Error>));
        assert_eq!(chain(&outer).count(), 3);
    }
}
