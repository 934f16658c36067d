//! A calendar entry one week before a key may expire, as iCalendar (RFC 5545).

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::domain::Bot;
use crate::l10n::Words;
use crate::session::KeyRecord;
use crate::view::expiry;

/// The file's text, with lines folded and ended as the standard requires.
pub(crate) fn calendar(
    record: &KeyRecord,
    bot: Bot,
    zone: &TimeZone,
    now: Timestamp,
    words: Words,
) -> String {
    // A calendar reminds of nothing in the past. For a key that was not checked for long, that day may be over; tomorrow is then the earliest.
    let tomorrow = now.to_zoned(zone.clone()).date().saturating_add(1.day());
    let day = expiry(record, zone).saturating_sub(1.week()).max(tomorrow);
    let until = day.saturating_add(1.day());
    let args = [("label", bot.key_label().into())];
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//SmartradeX//SmartradeX Setup//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        // The same bot and day give the same entry, so that a second file replaces the first.
        format!("UID:{}-{}@setup.smartradex.fr", bot.slug(), day.strftime("%Y%m%d")),
        format!("DTSTAMP:{}", now.strftime("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", until.strftime("%Y%m%d")),
        format!("SUMMARY:{}", escaped(&words.string_with("home-reminder-title", &args))),
        format!("DESCRIPTION:{}", escaped(&words.string_with("home-reminder-text", &args))),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:PT9H".to_owned(),
        format!("DESCRIPTION:{}", escaped(&words.string_with("home-reminder-title", &args))),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// Escapes the four characters that text values must escape (section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Breaks a line into lines of at most 75 octets, continued after a line break and a space (section 3.1).
fn folded(line: &str) -> String {
    const LIMIT: usize = 75;
    let mut folded = String::new();
    let mut octets = 0;
    for sign in line.chars() {
        if octets + sign.len_utf8() > LIMIT {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(sign);
        octets += sign.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::session::Proved;

    fn verified(at: Timestamp) -> KeyRecord {
        KeyRecord {
            masked: "abcd…wxyz".into(),
            kept: true,
            verified_at: at.as_millisecond(),
            proved: Proved::default(),
            uid_hash: None,
            refused_at: None,
            former_left: false,
            handed_over: false,
            expires_at: None,
        }
    }

    #[test]
    fn nobody_is_reminded_of_a_day_that_is_past() {
        let words = Words { lang: Lang::En, binance: Lang::En };
        let record = verified("2026-07-01T10:00:00Z".parse().unwrap());
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let text = calendar(&record, Bot::Bitcoin, &TimeZone::UTC, now, words);
        assert!(text.contains("DTSTART;VALUE=DATE:20261123\r\n"), "{text}");
    }

    #[test]
    fn the_entry_is_one_week_before_the_three_months_end() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let record = verified(now);
        for lang in Lang::ALL {
            let words = Words { lang, binance: lang };
            let text = calendar(&record, Bot::Bitcoin, &TimeZone::UTC, now, words);
            assert!(text.contains("DTSTART;VALUE=DATE:20270215\r\n"), "{text}");
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
            assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains('\n'));
        }
    }

    #[test]
    fn long_lines_fold_between_characters() {
        let line = format!("SUMMARY:{}", "é".repeat(100));
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
    }
}
