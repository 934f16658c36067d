//! Dates in words.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use crate::l10n::Words;
use crate::session::KeyRecord;

/// "22 février 2027", "22 February 2027".
pub(crate) fn date(words: Words, date: Date) -> String {
    words.string_with(
        "app-date",
        &[
            ("day", i32::from(date.day()).into()),
            ("month", i32::from(date.month()).into()),
            // As text, so that it is not grouped like a quantity.
            ("year", date.year().to_string().into()),
        ],
    )
}

/// The date of a moment in the user's time zone.
pub(crate) fn day(milliseconds: i64, zone: &TimeZone) -> Date {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default().to_zoned(zone.clone()).date()
}

/// When an unused key may expire: Binance's own date if it gave one, otherwise three months after the key was last found good.
pub(crate) fn expiry(record: &KeyRecord, zone: &TimeZone) -> Date {
    match record.expires_at {
        Some(at) => day(at, zone),
        None => day(record.verified_at, zone).saturating_add(three_months()),
    }
}

/// How long an unused key lasts, according to the tutorial.
fn three_months() -> Span {
    3.months()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::session::Proved;

    fn record(verified: &str, expires_at: Option<i64>) -> KeyRecord {
        let verified_at = verified.parse::<Timestamp>().unwrap().as_millisecond();
        KeyRecord {
            masked: "abcd…wxyz".into(),
            kept: true,
            verified_at,
            proved: Proved::default(),
            uid_hash: None,
            refused_at: None,
            former_left: false,
            handed_over: false,
            expires_at,
        }
    }

    #[test]
    fn three_months_end_on_a_day_that_exists() {
        let zone = TimeZone::UTC;
        assert_eq!(expiry(&record("2026-11-30T10:00:00Z", None), &zone).to_string(), "2027-02-28");
        assert_eq!(expiry(&record("2026-11-22T10:00:00Z", None), &zone).to_string(), "2027-02-22");
    }

    #[test]
    fn the_date_of_binance_goes_first() {
        let given = "2026-12-24T00:00:00Z".parse::<Timestamp>().unwrap().as_millisecond();
        let record = record("2026-11-22T10:00:00Z", Some(given));
        assert_eq!(expiry(&record, &TimeZone::UTC).to_string(), "2026-12-24");
    }

    #[test]
    fn dates_are_in_words() {
        let day = jiff::civil::date(2027, 2, 1);
        assert_eq!(date(Words { lang: Lang::Fr, binance: Lang::Fr }, day), "1er février 2027");
        assert_eq!(date(Words { lang: Lang::En, binance: Lang::Fr }, day), "1 February 2027");
    }
}
