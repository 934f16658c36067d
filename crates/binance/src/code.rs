//! The codes by which Binance refuses a key or what was signed with it, as found in
//! [`Failure::Rejected`](crate::Failure::Rejected). Binance's texts, quoted here, vary; the codes do not.

/// "Timestamp for this request is outside of the recvWindow", or "… ahead of the server's time": the clock used for
/// signing is wrong, or the request took too long.
pub const INVALID_TIMESTAMP: i32 = -1021;
/// "Signature for this request is not valid": the secret key does not belong to this API key.
pub const INVALID_SIGNATURE: i32 = -1022;
/// "Invalid Api-Key ID": Binance does not know the API key.
pub const UNKNOWN_KEY: i32 = -2008;
/// "API-key format invalid": the value cannot be an API key.
pub const INVALID_KEY_FORMAT: i32 = -2014;
/// "Invalid API-key, IP, or permissions for action": Binance does not say which of the three.
pub const KEY_IP_OR_PERMISSIONS: i32 = -2015;
