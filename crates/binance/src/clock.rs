//! This computer's clock.

use std::time::{SystemTime, UNIX_EPOCH};

/// This computer's time in milliseconds since 1970. A clock set to before 1970 reads 0, and is corrected and reported
/// like any other wrong clock.
#[must_use]
pub fn local_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
