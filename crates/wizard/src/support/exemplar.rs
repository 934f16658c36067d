//! A verdict like the user's: what Binance would have to answer for the program to judge as it did there.

use smartradex_binance::{
    Account, AccountKind, Clock, Examination, Failure, Permission, Permissions, TestOrder, Unclear, code,
};

use super::situation::{ClockClass, Finding, Findings, Situation, Spot};
use crate::cause::{Cause, Exit};
use crate::verdict::{self, Decision, Known, OtherKey, Verdict};

/// Stands in for the name of a permission that nobody knows yet: the code does not say it.
const SOME_PERMISSION: &str = "enable…";
/// The number of an account that is nobody's.
const SOME_UID: u64 = 1;

/// The verdict for a situation, with the situation's cause first.
pub(crate) fn verdict(situation: &Situation) -> Verdict {
    let (examination, known) = examination(situation);
    let mut verdict = verdict::judge(&examination, &known);
    if let Some(cause) = situation.cause {
        verdict.causes.retain(|other| *other != cause);
        verdict.causes.insert(0, cause);
        verdict.decision = match cause.exit() {
            Exit::Refused => Decision::Refused,
            Exit::Unchecked if verdict.decision == Decision::Refused => Decision::Refused,
            Exit::Unchecked => Decision::Unknown,
        };
    }
    verdict
}

/// What was found in the boxes, and what the cause implies.
pub(crate) fn findings(situation: &Situation) -> Findings {
    situation.findings.iter().chain(situation.cause.and_then(implied)).collect()
}

fn examination(situation: &Situation) -> (Examination, Known) {
    let mut known = Known {
        controls_told: true,
        // Only keys that were accepted are there.
        accepted_before: situation.spot == Spot::Home,
        ..Known::nothing(situation.bot)
    };
    let findings = findings(situation);
    let mut examination = Examination {
        clock: Some(Ok(Clock { offset_ms: offset(situation.clock) })),
        permissions: Some(Ok(permissions(findings))),
        kind: Some(Ok(AccountKind::SubAccount)),
        account: Some(Ok(Account { uid: Some(SOME_UID) })),
        order: Some(Ok(TestOrder::Accepted)),
        round_trips: 2,
        finished: true,
    };
    let Some(cause) = situation.cause else { return (examination, known) };
    match answer(cause) {
        Some(Told::Nothing(failure)) => {
            examination = Examination { clock: Some(Err(failure)), finished: true, ..Examination::default() };
        }
        Some(Told::Refused(failure)) => {
            examination.permissions = Some(Err(failure.clone()));
            examination.kind = Some(Err(failure.clone()));
            examination.account = Some(Err(failure.clone()));
            examination.order = Some(Err(failure));
        }
        None => {}
    }
    if cause == Cause::MainAccount {
        examination.kind = Some(Ok(AccountKind::MainAccount));
    } else if cause == Cause::OtherBot {
        let uid_hash = Some(verdict::uid_hash(&known.salt, SOME_UID));
        known.other = Some(OtherKey { uid_hash, is_this_one: false });
    } else if cause == Cause::SymbolWhitelist {
        examination.order = Some(Ok(TestOrder::NotWhitelisted));
    } else if cause == Cause::SecurityControls {
        examination.order = Some(Ok(TestOrder::NotPermitted));
    } else if cause == Cause::NotActiveYet {
        known.seconds_since_restricted = Some(0);
    }
    (examination, known)
}

/// What failed.
enum Told {
    /// The first call, so nothing else was asked.
    Nothing(Failure),
    /// Every signed call.
    Refused(Failure),
}

/// How Binance, or what answers in its place, fails; `None` if the key could be examined.
fn answer(cause: Cause) -> Option<Told> {
    let refused = |status, code| Some(Told::Refused(Failure::Rejected(status, code)));
    let nothing = |failure| Some(Told::Nothing(failure));
    match cause {
        Cause::NoNetwork => nothing(Failure::NoNetwork),
        Cause::Dns => nothing(Failure::Dns),
        Cause::Refused => nothing(Failure::Refused),
        Cause::TimeOut => nothing(Failure::ConnectTimeout),
        Cause::Stalled => nothing(Failure::Stalled),
        Cause::Proxy => nothing(Failure::Proxy),
        Cause::Tls => nothing(Failure::TlsUntrusted),
        Cause::NoAuthorities => nothing(Failure::NoAuthorities),
        Cause::CaptivePortal => nothing(Failure::WebPage(302)),
        Cause::NotBinance => nothing(Failure::NotBinance(200)),
        Cause::Firewall => nothing(Failure::Firewall),
        Cause::Country => nothing(Failure::Country),
        Cause::TooManyRequests => nothing(Failure::TooManyRequests(None)),
        Cause::Banned => nothing(Failure::Banned(None)),
        Cause::Maintenance => Some(Told::Refused(Failure::Maintenance)),
        Cause::BinanceFault => Some(Told::Refused(Failure::BinanceFault(500, -1000))),
        Cause::Clock => refused(400, code::INVALID_TIMESTAMP),
        Cause::KeyNotRecognised | Cause::Swapped | Cause::NotActiveYet => {
            refused(401, code::KEY_IP_OR_PERMISSIONS)
        }
        Cause::WrongSecret | Cause::SelfGenerated => refused(400, code::INVALID_SIGNATURE),
        Cause::KeyFormat => refused(401, code::INVALID_KEY_FORMAT),
        Cause::OtherSite => refused(400, code::UNKNOWN_KEY),
        Cause::ProgramFault => refused(400, -1102),
        Cause::MainAccount
        | Cause::OtherBot
        | Cause::IpRestricted
        | Cause::ReadingOff
        | Cause::TradingOff
        | Cause::TooManyBoxes
        | Cause::UnknownPermission
        | Cause::SymbolWhitelist
        | Cause::SecurityControls
        | Cause::UnclearPermissions => None,
    }
}

/// What must have been found if this is the cause.
fn implied(cause: Cause) -> Option<Finding> {
    if cause == Cause::IpRestricted {
        Some(Finding::IpRestricted)
    } else if cause == Cause::ReadingOff {
        Some(Finding::Off(Permission::Reading))
    } else if cause == Cause::TradingOff {
        Some(Finding::Off(Permission::SpotAndMarginTrading))
    } else if cause == Cause::UnknownPermission {
        Some(Finding::UnknownOn)
    } else if cause == Cause::UnclearPermissions {
        Some(Finding::Unclear)
    } else {
        None
    }
}

fn permissions(findings: Findings) -> Permissions {
    let on = |permission| match permission {
        Permission::Reading | Permission::SpotAndMarginTrading => !findings.has(Finding::Off(permission)),
        Permission::Withdrawals
        | Permission::InternalTransfer
        | Permission::UniversalTransfer
        | Permission::Margin
        | Permission::Futures
        | Permission::VanillaOptions
        | Permission::PortfolioMarginTrading
        | Permission::FixApiTrade
        | Permission::FixReadOnly => findings.has(Finding::On(permission)),
    };
    let mut known: Vec<_> = Permission::ALL.into_iter().map(|one| (one, Ok(on(one)))).collect();
    if let (true, Some((_, last))) = (findings.has(Finding::Unclear), known.last_mut()) {
        *last = Err(Unclear::NotBoolean);
    }
    Permissions {
        known,
        ip_restrict: Ok(findings.has(Finding::IpRestricted)),
        unknown_on: if findings.has(Finding::UnknownOn) {
            vec![SOME_PERMISSION.to_owned()]
        } else {
            Vec::new()
        },
        create_time: None,
        trading_expiry: None,
    }
}

/// An offset of this class: Binance's time minus this computer's, in milliseconds.
fn offset(class: ClockClass) -> i64 {
    const MINUTES: i64 = 10 * 60 * 1000;
    const HOURS: i64 = 2 * 60 * 60 * 1000;
    const DAYS: i64 = 24 * HOURS;
    match class {
        ClockClass::Unknown | ClockClass::Right => 0,
        ClockClass::BehindMinutes => MINUTES,
        ClockClass::BehindHours => HOURS,
        ClockClass::BehindDays => DAYS,
        ClockClass::AheadMinutes => -MINUTES,
        ClockClass::AheadHours => -HOURS,
        ClockClass::AheadDays => -DAYS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::{Fields, KeyringState, Release, SystemFamily, Ticks};
    use crate::{Bot, Lang};

    fn situation(cause: Option<Cause>, findings: Findings) -> Situation {
        Situation {
            release: Release::of("0.1.0"),
            language: Lang::Fr,
            binance: Lang::Fr,
            bot: Bot::Bitcoin,
            practice: false,
            spot: Spot::Judged,
            overlay: None,
            ticks: Ticks::default(),
            fields: Fields::default(),
            cause,
            findings,
            system: SystemFamily::Linux,
            keyring: KeyringState::NotAsked,
            clock: ClockClass::Right,
        }
    }

    #[test]
    fn the_answers_made_up_for_a_cause_are_judged_to_have_it() {
        for cause in Cause::ALL {
            let findings: Findings = if cause == Cause::TooManyBoxes {
                [Finding::On(Permission::Margin), Finding::On(Permission::Futures)].into_iter().collect()
            } else {
                Findings::default()
            };
            let situation = situation(Some(cause), findings);
            let (examination, known) = examination(&situation);
            let natural = verdict::judge(&examination, &known);
            assert!(natural.causes.contains(&cause), "{cause}: {:?}", natural.causes);
            // For these, another cause comes first, whatever Binance answers.
            if !matches!(cause, Cause::SelfGenerated | Cause::Swapped) {
                assert_eq!(natural.causes.first(), Some(&cause));
            }
            let told = verdict(&situation);
            assert_eq!(told.causes.first(), Some(&cause));
            assert!(matches!(told.decision, Decision::Refused | Decision::Unknown), "{cause}");
        }
        assert_eq!(verdict(&situation(None, Findings::default())).decision, Decision::Accepted);
    }

    #[test]
    fn a_key_at_home_was_accepted_before() {
        let refused = Some(Cause::KeyNotRecognised);
        let judged = verdict(&situation(refused, Findings::default()));
        let home = Situation { spot: Spot::Home, ..situation(refused, Findings::default()) };
        let never = [Cause::Swapped, Cause::WrongSecret, Cause::NotActiveYet, Cause::KeyFormat];
        assert!(judged.causes.iter().any(|cause| never.contains(cause)), "{:?}", judged.causes);
        let told = verdict(&home);
        assert!(!told.causes.iter().any(|cause| never.contains(cause)), "{:?}", told.causes);
    }

    #[test]
    fn every_finding_is_found_again() {
        for finding in Finding::ALL {
            let findings: Findings = Some(finding).into_iter().collect();
            let judged = verdict(&situation(None, findings));
            assert_eq!(Findings::of(&judged), findings, "{finding:?}");
        }
    }
}
