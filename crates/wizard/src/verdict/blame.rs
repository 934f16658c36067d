//! What is to blame when Binance did not say what a key may do.

use smartradex_binance::{Examination, Failure, TestOrder, code};

use super::Known;
use crate::cause::Cause;
use crate::domain::Bot;

/// The causes that an answer fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Blame {
    /// The most likely first.
    pub(super) causes: Vec<Cause>,
    /// They are only likely ones.
    pub(super) likely: bool,
    /// Seconds to wait, if Binance said so.
    pub(super) said_seconds: Option<u32>,
}

impl Blame {
    fn sure(cause: Cause) -> Self {
        Self { causes: vec![cause], likely: false, said_seconds: None }
    }

    fn likely(causes: Vec<Cause>) -> Self {
        Self { causes, likely: true, said_seconds: None }
    }
}

/// The cause of a failure on the way to Binance, where no key is involved.
pub(crate) fn of_way(failure: &Failure) -> Cause {
    of_itself(failure).causes.first().copied().unwrap_or(Cause::Stalled)
}

/// The causes of a failure when nothing else is known.
pub(super) fn of_itself(failure: &Failure) -> Blame {
    of_failure(failure, None, &Known::nothing(Bot::Bitcoin))
}

/// The permissions are not known: nothing was reached, Binance refused to tell, or it is too early.
pub(super) fn of_failures(examination: &Examination, known: &Known) -> Blame {
    let order = examination.order.as_ref().and_then(|result| result.as_ref().ok());
    match (&examination.clock, &examination.permissions) {
        (Some(Err(failure)), _) => of_failure(failure, order, known),
        (_, Some(Err(failure))) => of_failure(failure, order, known),
        // A finished examination always has some answer; should it have none, nothing is known.
        (_, None) if examination.finished => Blame::sure(Cause::Stalled),
        (_, Some(Ok(_)) | None) => Blame::default(),
    }
}

fn of_failure(failure: &Failure, order: Option<&TestOrder>, known: &Known) -> Blame {
    match failure {
        Failure::NoNetwork => Blame::sure(Cause::NoNetwork),
        Failure::Dns => Blame::sure(Cause::Dns),
        Failure::Refused => Blame::sure(Cause::Refused),
        Failure::ConnectTimeout => Blame::sure(Cause::TimeOut),
        // Whoever cancels wants no verdict; if one is asked for all the same, the answer did not come.
        Failure::Stalled | Failure::Cancelled => Blame::sure(Cause::Stalled),
        Failure::Proxy => Blame::sure(Cause::Proxy),
        Failure::TlsUntrusted => Blame::sure(Cause::Tls),
        Failure::NoAuthorities => Blame::sure(Cause::NoAuthorities),
        Failure::WebPage(_) => Blame::likely(vec![Cause::CaptivePortal, Cause::NotBinance]),
        Failure::Firewall => Blame::sure(Cause::Firewall),
        Failure::Country => Blame::sure(Cause::Country),
        Failure::TooManyRequests(seconds) => {
            Blame { said_seconds: *seconds, ..Blame::sure(Cause::TooManyRequests) }
        }
        Failure::Banned(seconds) => Blame { said_seconds: *seconds, ..Blame::sure(Cause::Banned) },
        Failure::Maintenance => Blame::sure(Cause::Maintenance),
        Failure::BinanceFault(_, _) => Blame::sure(Cause::BinanceFault),
        Failure::Rejected(status, code) => of_refusal(*status, *code, order, known),
        Failure::NotBinance(_) => Blame::sure(Cause::NotBinance),
    }
}

/// Binance answered with a code of its own.
fn of_refusal(status: u16, code: i32, order: Option<&TestOrder>, known: &Known) -> Blame {
    match (status, code) {
        (_, code::INVALID_TIMESTAMP) => Blame::sure(Cause::Clock),
        (_, code::INVALID_SIGNATURE) => Blame::likely(vec![Cause::WrongSecret, Cause::SelfGenerated]),
        (_, code::INVALID_KEY_FORMAT) => Blame::sure(Cause::KeyFormat),
        (_, code::UNKNOWN_KEY) if known.accepted_before => {
            Blame::likely(vec![Cause::KeyNotRecognised, Cause::OtherSite])
        }
        (_, code::UNKNOWN_KEY) => Blame::likely(vec![Cause::OtherSite, Cause::KeyNotRecognised]),
        // Where a test order passes, the key is known and may trade: only reading is missing.
        (_, code::KEY_IP_OR_PERMISSIONS) if matches!(order, Some(TestOrder::Accepted)) => {
            Blame::sure(Cause::ReadingOff)
        }
        (_, code::KEY_IP_OR_PERMISSIONS) if matches!(order, Some(TestOrder::NotWhitelisted)) => {
            Blame { causes: vec![Cause::ReadingOff, Cause::SymbolWhitelist], ..Blame::default() }
        }
        (_, code::KEY_IP_OR_PERMISSIONS) | (401, _) => not_recognised(known),
        (_, _) => Blame::sure(Cause::ProgramFault),
    }
}

/// -2015, "Invalid API-key, IP, or permissions for action", fits most things that can be wrong with a key. What else is known puts the
/// causes in order.
fn not_recognised(known: &Known) -> Blame {
    use Cause::{IpRestricted, KeyNotRecognised, NotActiveYet, OtherSite, ReadingOff, Swapped};

    if known.accepted_before {
        // It was right once, so it was not mistyped or swapped: it has been deleted or changed.
        return Blame::likely(vec![KeyNotRecognised, IpRestricted, ReadingOff]);
    }
    let probably_fresh = known.is_fresh() && !known.lengths_doubtful;
    let in_order = [
        (probably_fresh, NotActiveYet),
        (true, KeyNotRecognised),
        (!known.swap_tried, Swapped),
        (true, IpRestricted),
        (!probably_fresh, NotActiveYet),
        (true, OtherSite),
        (true, ReadingOff),
    ];
    Blame::likely(in_order.into_iter().filter_map(|(holds, cause)| holds.then_some(cause)).collect())
}
