//! What is remembered of a check: causes, findings, and the numbers in the answers. No text that came from outside.

use smartradex_binance::{Examination, Failure};

use super::situation::{ClockClass, Findings};
use crate::cause::Cause;
use crate::domain::Bot;
use crate::verdict::Decision;

/// A finished check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whether it was in a rehearsal.
    pub practice: bool,
    /// Which bot's key.
    pub bot: Bot,
    /// What was decided.
    pub decision: Decision,
    /// Why, the most important or most likely first.
    pub causes: Vec<Cause>,
    /// What was found in the boxes.
    pub findings: Findings,
    /// How far off the clock is.
    pub clock: ClockClass,
    /// The calls that failed.
    pub answers: Vec<Answer>,
    /// How many times in a row the same was found.
    pub times: u32,
}

/// A call that brought no usable answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The end of the call's path.
    pub call: &'static str,
    /// HTTP status, if there was one.
    pub status: Option<u16>,
    /// Binance's code, if there was one.
    pub code: Option<i32>,
}

impl Checked {
    /// Whether it found the same for the same key.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let same = Self { at: other.at, times: other.times, ..self.clone() };
        same == *other
    }
}

/// What failed, in the order of the calls.
pub(crate) fn answers(examination: &Examination) -> Vec<Answer> {
    examination.failures().map(|(call, failure)| answer(call, failure)).collect()
}

fn answer(call: &'static str, failure: &Failure) -> Answer {
    let (status, code) = match failure {
        Failure::NoNetwork
        | Failure::Dns
        | Failure::Refused
        | Failure::ConnectTimeout
        | Failure::Stalled
        | Failure::TlsUntrusted
        | Failure::NoAuthorities
        | Failure::Country
        | Failure::Maintenance
        | Failure::Cancelled => (None, None),
        Failure::Proxy => (Some(407), None),
        Failure::Firewall => (Some(403), None),
        Failure::TooManyRequests(_) => (Some(429), None),
        Failure::Banned(_) => (Some(418), None),
        Failure::WebPage(status) | Failure::NotBinance(status) => (Some(*status), None),
        Failure::BinanceFault(status, code) | Failure::Rejected(status, code) => (Some(*status), Some(*code)),
    };
    Answer { call, status: status.filter(|status| *status != 0), code: code.filter(|code| *code != 0) }
}
