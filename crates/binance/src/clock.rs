//! This computer's clock.

use std::time::{SystemTime, UNIX_EPOCH};

/// This computer's time in milliseconds since 1970. One before 1970 is as wrong as can be, and is corrected and told like
/// any other.
#[must_use]
pub fn local_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
