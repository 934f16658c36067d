//! The way to a server: through a proxy or not.

use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::{Endpoint, Failure, ProxyChoice};

/// How a server is reached, which decides what an error on the way means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// It is on this computer.
    Loopback,
    /// Straight through the network, to an IP address.
    Address,
    /// Straight through the network, to a name, which may have addresses of both families.
    Name,
    /// Through a proxy. Only its host and port are kept here, because its address may contain a password.
    Proxy {
        /// A name or an IP address.
        host: String,
        /// A TCP port.
        port: u16,
    },
}

impl Route {
    /// The way to an endpoint under a choice of proxy. The HTTP library decides by the same rules.
    pub(crate) fn to(endpoint: &Endpoint, choice: &ProxyChoice) -> Result<Self, Failure> {
        let root = endpoint.url("/", None);
        if endpoint.is_loopback() {
            return Ok(Self::Loopback);
        }
        let matcher = match choice {
            ProxyChoice::Direct => None,
            ProxyChoice::System => Some(Matcher::from_system()),
            ProxyChoice::Through(address) => Some(Matcher::builder().all(address.as_str()).build()),
        };
        let destination = root.as_str().parse().map_err(|_| Failure::Proxy)?;
        if let Some(intercept) = matcher.and_then(|matcher| matcher.intercept(&destination)) {
            return Self::through(&intercept).ok_or(Failure::Proxy);
        }
        Ok(if root.domain().is_some() { Self::Name } else { Self::Address })
    }

    fn through(intercept: &Intercept) -> Option<Self> {
        let uri = intercept.uri();
        let usual = match uri.scheme_str() {
            Some("https") => 443,
            Some(_) | None => 80,
        };
        Some(Self::Proxy { host: uri.host()?.to_owned(), port: uri.port_u16().unwrap_or(usual) })
    }

    /// Whether it leads through a proxy.
    pub(crate) fn is_proxy(&self) -> bool {
        matches!(self, Self::Proxy { .. })
    }
}
