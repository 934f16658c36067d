//! The signature that Binance requires on a request.

use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::SecretKey;

/// Hex HMAC-SHA256 of `payload` (the percent-encoded query string, followed by the body if there is one), keyed with
/// the secret.
#[must_use]
pub fn signature(secret: &SecretKey, payload: &str) -> String {
    // HMAC takes keys of any length, so there is no error to pass on; an empty signature would be refused anyway.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else {
        return String::new();
    };
    mac.update(payload.as_bytes());
    mac.finalize().into_bytes().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing into a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
