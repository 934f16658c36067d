//! Why a call brought no usable answer.

/// Why a call brought no usable answer. Decided on the HTTP status and Binance's code, never on its texts, which vary:
/// one of them can at most lengthen a wait.
///
/// It carries no address, no header and no body, so that nothing secret can travel in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The system has no network: no route, network down.
    NoNetwork,
    /// The name could not be resolved.
    Dns,
    /// The connection was refused or reset before anything was said, or something on the way said that nobody can be
    /// reached there.
    Refused,
    /// No connection within the time allowed.
    ConnectTimeout,
    /// Connected, but the answer did not come, or did not end, within the time allowed, or broke off.
    Stalled,
    /// A proxy on the way wants a login (HTTP 407), or no connection was made through the proxy that is set up: its address
    /// makes no sense, it cannot be found or reached, or it does not lead on.
    Proxy,
    /// The certificate shown is not one that this computer trusts, or TLS could not be agreed.
    TlsUntrusted,
    /// This computer has no certificate authorities at all, so no certificate can be trusted.
    NoAuthorities,
    /// The answer is a web page or a redirect: a captive portal or a proxy's page. HTTP status.
    WebPage(u16),
    /// Binance's web firewall: 403 without Binance's JSON.
    Firewall,
    /// Binance does not serve this location: 451, or a firewall page that names the country.
    Country,
    /// Too many requests: 429 or -1003. Seconds to wait if Binance said so.
    TooManyRequests(Option<u32>),
    /// Banned for a while: 418. Seconds to wait if Binance said so.
    Banned(Option<u32>),
    /// Binance says that it is under maintenance.
    Maintenance,
    /// Binance's own trouble: 5xx, or -1000, -1001, -1006, -1007, -1008. HTTP status and code (0 when it gave none).
    BinanceFault(u16, i32),
    /// Binance's refusal by code, for example [`KEY_IP_OR_PERMISSIONS`](crate::code::KEY_IP_OR_PERMISSIONS). HTTP status and code.
    Rejected(u16, i32),
    /// Not an answer of Binance's: not JSON, the wrong shape, too long, or a status that Binance does not use. HTTP
    /// status; 0 when it was not even HTTP.
    NotBinance(u16),
    /// The user cancelled.
    Cancelled,
}
