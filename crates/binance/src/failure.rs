//! Why a call brought no usable answer.

/// Why a call brought no usable answer. This is decided by the HTTP status and Binance's code, never by its texts, which vary; at
/// most, a text can lengthen a wait.
///
/// It carries no address, header or body, so nothing secret can travel in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The system has no network: no route, network down.
    NoNetwork,
    /// The name could not be resolved.
    Dns,
    /// The connection was refused or reset before any answer, or something on the way reported that nobody can be reached there.
    Refused,
    /// No connection was made within the time allowed.
    ConnectTimeout,
    /// Connected, but the answer did not arrive, did not end within the time allowed, or broke off.
    Stalled,
    /// A proxy on the way wants a login (HTTP 407), or no connection could be made through the configured proxy: its address is
    /// not valid, it cannot be found or reached, or it does not lead any further.
    Proxy,
    /// This computer does not trust the server's certificate, or TLS could not be agreed.
    TlsUntrusted,
    /// This computer has no certificate authorities at all, so no certificate can be trusted.
    NoAuthorities,
    /// The answer is a web page or a redirect: a captive portal or a proxy's page. Holds the HTTP status.
    WebPage(u16),
    /// Binance's web firewall: 403 without Binance's JSON.
    Firewall,
    /// Binance does not serve this location: 451, or a firewall page that names the country.
    Country,
    /// Too many requests: 429 or -1003. Holds the seconds to wait, if Binance said.
    TooManyRequests(Option<u32>),
    /// Banned for a while: 418. Holds the seconds to wait, if Binance said.
    Banned(Option<u32>),
    /// Binance says that it is under maintenance.
    Maintenance,
    /// Binance's own trouble: 5xx, or -1000, -1001, -1006, -1007, -1008. Holds the HTTP status and the code (0 when there was
    /// none).
    BinanceFault(u16, i32),
    /// A refusal by Binance with a code, for example [`KEY_IP_OR_PERMISSIONS`](crate::code::KEY_IP_OR_PERMISSIONS). Holds the HTTP
    /// status and the code.
    Rejected(u16, i32),
    /// Not an answer from Binance: not JSON, the wrong shape, too long, or a status that Binance does not use. Holds the HTTP
    /// status, or 0 when it was not even HTTP.
    NotBinance(u16),
    /// The user cancelled.
    Cancelled,
}
