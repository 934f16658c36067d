//! How long Binance wants to be left alone, according to an answer. No I/O here.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// Binance's longest ban, three days, in seconds. Longer waits are cut to this.
const LONGEST_S: u64 = 3 * 24 * 60 * 60;
/// The number of digits of a time in milliseconds since 1970, from 2001 to 2286.
const DIGITS: usize = 13;

/// What the headers of an answer say.
pub(crate) struct Wait {
    /// When the answer was given, in milliseconds since 1970.
    given: i64,
    /// Seconds to wait from then on, according to `Retry-After`.
    retry_after: Option<u32>,
}

impl Wait {
    /// `local_clock` is this computer's time, in milliseconds since 1970; it is used if the answer carries no
    /// date.
    pub(crate) fn new(headers: &HeaderMap, local_clock: i64) -> Self {
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
        let given = text(DATE).and_then(date).unwrap_or(local_clock);
        let retry_after = text(RETRY_AFTER).and_then(|text| match text.parse() {
            Ok(seconds) => limited(seconds),
            Err(_) => left(date(text)?, given),
        });
        Self { given, retry_after }
    }

    /// Seconds to wait; never zero. `msg` is Binance's text, which may name the end of a ban.
    ///
    /// Texts vary, so it can only ever lengthen the wait.
    pub(crate) fn seconds(&self, msg: &str) -> Option<u32> {
        let told = banned_until(msg).and_then(|until| left(until, self.given));
        match (self.retry_after, told) {
            // The answer's date has no fractions of a second, so a difference of up to one second means
            // nothing.
            (Some(asked), Some(told)) if told <= asked + 1 => Some(asked),
            (asked, told) => told.or(asked),
        }
    }
}

/// The end of "banned until 1659146400000", in milliseconds since 1970.
fn banned_until(msg: &str) -> Option<i64> {
    msg.split("until ").skip(1).find_map(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (digits == DIGITS).then(|| rest[..digits].parse().ok()).flatten()
    })
}

/// A date in HTTP's format, in milliseconds since 1970.
fn date(text: &str) -> Option<i64> {
    DateTimeParser::new().parse_timestamp(text).ok().map(Timestamp::as_millisecond)
}

fn left(until: i64, given: i64) -> Option<u32> {
    limited(u64::try_from(until.saturating_sub(given)).ok()?.div_ceil(1000))
}

fn limited(seconds: u64) -> Option<u32> {
    u32::try_from(seconds.min(LONGEST_S)).ok().filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DAYS: u32 = 259_200;
    /// "Wed, 21 Oct 2026 07:28:00 GMT"
    const NOW: i64 = 1_792_567_680_000;

    fn seconds(date: Option<&str>, retry_after: Option<&str>, local_clock: i64, msg: &str) -> Option<u32> {
        let mut headers = HeaderMap::new();
        for (name, value) in [(DATE, date), (RETRY_AFTER, retry_after)] {
            headers.extend(value.map(|value| (name, value.parse().unwrap())));
        }
        Wait::new(&headers, local_clock).seconds(msg)
    }

    fn until(ms_from_now: i64) -> String {
        format!("Way too much request weight used; IP banned until {}. Please use", NOW + ms_from_now)
    }

    #[test]
    fn the_header_says_seconds_or_a_date() {
        for (text, expected) in [
            ("7", Some(7)),
            (" 120 ", Some(120)),
            ("259200", Some(DAYS)),
            ("259201", Some(DAYS)),
            ("99999999999", Some(DAYS)),
            ("Wed, 21 Oct 2026 07:28:30 GMT", Some(30)),
            ("Sat, 24 Oct 2026 07:28:01 GMT", Some(DAYS)),
            ("0", None),
            ("-1", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
            ("Wed, 21 Oct 2026 07:28:00 GMT", None),
            ("Wed, 21 Oct 2026 07:27:59 GMT", None),
            ("Wed, 99 Oct 2026 07:28:00 GMT", None),
        ] {
            assert_eq!(seconds(None, Some(text), NOW, ""), expected, "{text}");
        }
        assert_eq!(seconds(None, None, NOW, ""), None);
    }

    #[test]
    fn the_text_names_the_end_of_a_ban() {
        for (msg, expected) in [
            (until(120_000), Some(120)),
            (until(120_001), Some(121)),
            (until(1), Some(1)),
            (until(400_000_000), Some(DAYS)),
            (until(0), None),
            (until(-1), None),
            (format!("Wait until later: IP(192.0.2.1) banned until {}", NOW + 5_000), Some(5)),
            (format!("banned until {}0", NOW + 5_000), None),
            ("banned until 1792567685".to_owned(), None),
            ("banned until ".to_owned(), None),
            (format!("banned since {}", NOW + 5_000), None),
        ] {
            assert_eq!(seconds(None, None, NOW, &msg), expected, "{msg}");
        }
    }

    #[test]
    fn the_text_only_ever_lengthens_the_wait() {
        for (retry_after, ms_from_now, expected) in [
            ("30", 120_000, 120),
            ("30", 32_000, 32),
            // The same time, once without fractions.
            ("30", 31_000, 30),
            ("30", 30_001, 30),
            ("30", 10_000, 30),
            ("30", -10_000, 30),
            ("0", 120_000, 120),
            ("nonsense", 120_000, 120),
        ] {
            let found = seconds(None, Some(retry_after), NOW, &until(ms_from_now));
            assert_eq!(found, Some(expected), "{retry_after} {ms_from_now}");
        }
    }

    #[test]
    fn the_answers_own_date_counts_before_this_computers_clock() {
        let date = "Wed, 21 Oct 2026 07:28:00 GMT";
        for local_clock in [0, NOW - 3_600_000, NOW + 3_600_000, i64::MIN, i64::MAX] {
            assert_eq!(seconds(Some(date), None, local_clock, &until(60_000)), Some(60));
            let retry_after = Some("Wed, 21 Oct 2026 07:28:30 GMT");
            assert_eq!(seconds(Some(date), retry_after, local_clock, ""), Some(30));
        }
        assert_eq!(seconds(Some("today"), None, NOW, &until(60_000)), Some(60));
    }

    proptest! {
        #[test]
        fn any_words_are_read_without_panic_and_within_the_limit(
            date: String,
            retry_after in ".*|[0-9]{1,25}",
            msg in ".*|banned until .*|banned until [0-9]{12,14}.*",
            local_clock: i64,
        ) {
            let mut headers = HeaderMap::new();
            headers.extend(date.parse().ok().map(|value| (DATE, value)));
            headers.extend(retry_after.parse().ok().map(|value| (RETRY_AFTER, value)));
            let wait = Wait::new(&headers, local_clock);
            let (asked, found) = (wait.seconds(""), wait.seconds(&msg));
            prop_assert!(found >= asked);
            prop_assert!(found.is_none_or(|seconds| (1..=DAYS).contains(&seconds)));
        }
    }
}
