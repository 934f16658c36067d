//! Every combination of boxes, every failure, every line.

mod fields;
mod labels;
mod lines;
mod properties;

use std::collections::BTreeSet;

use smartradex_binance::{Account, Failure};

use super::*;
use crate::l10n::{Words, bare};
use crate::lang::Lang;
use crate::screen::CheckState;

const UID: u64 = 354_937_868;

// What each box must be, written down once more: tests that asked the program would agree with whatever it answers.

/// Must be on.
const ON: [Permission; 2] = [Permission::Reading, Permission::SpotAndMarginTrading];
/// Lets funds be moved: Binance must say that it is off.
const OFF: [Permission; 4] = [
    Permission::Withdrawals,
    Permission::InternalTransfer,
    Permission::UniversalTransfer,
    Permission::Margin,
];
/// Must not be on, but may be missing from the answer.
const NOT_ON: [Permission; 4] = [
    Permission::Futures,
    Permission::VanillaOptions,
    Permission::PortfolioMarginTrading,
    Permission::FixApiTrade,
];

fn known() -> Known {
    Known { salt: "salt".to_owned(), ..Known::nothing(Bot::Bitcoin) }
}

/// The boxes of a right key.
fn right() -> Permissions {
    let known = |permission| (permission, Ok(ON.contains(&permission)));
    Permissions {
        known: Permission::ALL.map(known).to_vec(),
        ip_restrict: Ok(false),
        unknown_on: vec![],
        create_time: None,
        trading_expiry: None,
    }
}

fn with(permission: Permission, value: Result<bool, Unclear>) -> Permissions {
    let mut permissions = right();
    permissions.known.iter_mut().filter(|(one, _)| *one == permission).for_each(|entry| entry.1 = value);
    permissions
}

/// A finished examination in which every answer was good.
fn examined(permissions: Permissions) -> Examination {
    Examination {
        clock: Some(Ok(Clock { offset_ms: 40 })),
        permissions: Some(Ok(permissions)),
        kind: Some(Ok(AccountKind::SubAccount)),
        account: Some(Ok(Account { uid: Some(UID) })),
        order: Some(Ok(TestOrder::Accepted)),
        round_trips: 2,
        finished: true,
    }
}

/// A finished examination in which every signed call failed.
fn failed(failure: &Failure) -> Examination {
    Examination {
        permissions: Some(Err(failure.clone())),
        kind: Some(Err(failure.clone())),
        account: Some(Err(failure.clone())),
        order: Some(Err(failure.clone())),
        ..examined(right())
    }
}

fn refused(code: i32) -> Examination {
    let status = if matches!(code, -2014 | -2015) { 401 } else { 400 };
    Examination {
        order: Some(Ok(if code == -2015 { TestOrder::NotPermitted } else { TestOrder::Inconclusive })),
        kind: Some(Ok(AccountKind::Unknown)),
        ..failed(&Failure::Rejected(status, code))
    }
}

fn causes(examination: &Examination) -> Vec<Cause> {
    judge(examination, &known()).causes
}

fn state(verdict: &Verdict, id: CheckId) -> CheckState {
    verdict.checks.iter().find(|check| check.id == id).expect("the line is there").state
}

#[test]
fn accepted_exactly_when_the_boxes_are_right() {
    let mut accepted = Vec::new();
    for bits in 0..1_u32 << (Permission::ALL.len() + 1) {
        let mut permissions = right();
        for (index, entry) in permissions.known.iter_mut().enumerate() {
            entry.1 = Ok(bits & (1 << index) != 0);
        }
        permissions.ip_restrict = Ok(bits & (1 << Permission::ALL.len()) != 0);
        let verdict = judge(&examined(permissions.clone()), &known());
        assert!(matches!(verdict.decision, Decision::Accepted | Decision::Refused), "{permissions:?}");
        assert_eq!(verdict.decision == Decision::Accepted, verdict.causes.is_empty(), "{permissions:?}");
        let on = |permission| permissions.get(permission) == Ok(true);
        let wrong: Vec<_> = OFF.into_iter().chain(NOT_ON).filter(|one| on(*one)).collect();
        assert_eq!(verdict.boxes_wrong, wrong, "each box that is on and must be off is named");
        let missing: Vec<_> = ON.into_iter().filter(|one| !on(*one)).collect();
        assert_eq!(verdict.boxes_missing, missing, "each box that is off and must be on is named");
        if verdict.decision == Decision::Accepted {
            accepted.push(permissions);
        }
    }
    let tolerated = with(Permission::FixReadOnly, Ok(true));
    assert_eq!(accepted, vec![right(), tolerated], "two of 4096: with and without FIX reading");
}

#[test]
fn side_calls_that_fail_change_nothing_but_their_lines() {
    for failure in [
        Failure::Stalled,
        Failure::TooManyRequests(None),
        Failure::NotBinance(200),
        Failure::Rejected(401, -2015),
    ] {
        let examination = Examination {
            kind: Some(Err(failure.clone())),
            account: Some(Err(failure.clone())),
            order: Some(Err(failure)),
            ..examined(right())
        };
        let verdict = judge(&examination, &Known { other: other_key("x".to_owned()), ..known() });
        assert_eq!(verdict.decision, Decision::Accepted);
        for id in [CheckId::SubAccount, CheckId::OtherBot, CheckId::Whitelist] {
            assert_eq!(state(&verdict, id), CheckState::Unknown);
        }
        let cannot = verdict.checks.iter().filter(|check| check.state == CheckState::Unknown);
        assert!(cannot.into_iter().all(|check| check.evidence == Some(Evidence::CannotBeChecked)));
    }
    let silent = Examination {
        kind: Some(Ok(AccountKind::Unknown)),
        account: Some(Ok(Account { uid: None })),
        order: Some(Ok(TestOrder::Inconclusive)),
        ..examined(right())
    };
    assert_eq!(judge(&silent, &known()).decision, Decision::Accepted);
    let nothing = Examination { kind: None, account: None, order: None, ..examined(right()) };
    assert_eq!(judge(&nothing, &known()).decision, Decision::Accepted);
}

fn other_key(uid_hash: String) -> Option<OtherKey> {
    Some(OtherKey { uid_hash: Some(uid_hash), is_this_one: false })
}

#[test]
fn the_account_behind_the_key_must_be_this_bots() {
    let main = Examination { kind: Some(Ok(AccountKind::MainAccount)), ..examined(right()) };
    assert_eq!(causes(&main), [Cause::MainAccount]);

    let hash = uid_hash("salt", UID);
    assert!(!hash.contains(&UID.to_string()) && hash.len() == UID_HASH_CHARS);
    assert_ne!(hash, uid_hash("other salt", UID));
    let same = judge(&examined(right()), &Known { other: other_key(hash.clone()), ..known() });
    assert_eq!(
        (same.decision, &*same.causes, same.uid_hash.as_ref()),
        (Decision::Refused, &[Cause::OtherBot][..], Some(&hash))
    );
    assert_eq!(state(&same, CheckId::OtherBot), CheckState::Wrong);
    let other = judge(&examined(right()), &Known { other: other_key(uid_hash("salt", 1)), ..known() });
    assert_eq!((other.decision, state(&other, CheckId::OtherBot)), (Decision::Accepted, CheckState::Ok));
    let unknown = |is_this_one| Known { other: Some(OtherKey { uid_hash: None, is_this_one }), ..known() };
    let untold = judge(&examined(right()), &unknown(false));
    assert_eq!(
        (untold.decision, state(&untold, CheckId::OtherBot)),
        (Decision::Accepted, CheckState::Unknown)
    );
    let twice = judge(&Examination { account: None, ..examined(right()) }, &unknown(true));
    assert_eq!((twice.decision, &*twice.causes), (Decision::Refused, &[Cause::OtherBot][..]));
    let line = twice.checks.iter().find(|check| check.id == CheckId::OtherBot).expect("it is told");
    assert_eq!((line.state, line.evidence), (CheckState::Wrong, Some(Evidence::ShownIndirectly)));
    let alone = judge(&examined(right()), &known());
    assert!(
        alone.checks.iter().all(|check| check.id != CheckId::OtherBot),
        "there is no other bot to speak of"
    );
}

#[test]
fn the_test_order_tells_the_whitelist_and_a_key_that_is_not_active() {
    let order = |order| Examination { order: Some(Ok(order)), ..examined(right()) };
    let whitelisted = judge(&order(TestOrder::NotWhitelisted), &known());
    assert_eq!(
        (whitelisted.decision, &*whitelisted.causes),
        (Decision::Refused, &[Cause::SymbolWhitelist][..])
    );
    let stopped = judge(&order(TestOrder::NotPermitted), &known());
    assert_eq!(
        (stopped.decision, &*stopped.causes, stopped.likely),
        (Decision::Refused, &[Cause::SecurityControls, Cause::NotActiveYet][..], true)
    );
    assert_eq!(state(&stopped, CheckId::Trading), CheckState::Unknown);
    assert!(stopped.looks_again(), "the box of step 1 can be unticked meanwhile");
    let fresh = Known { seconds_since_restricted: Some(30), ..known() };
    let fresh = judge(&order(TestOrder::NotPermitted), &fresh).causes;
    assert_eq!(fresh, [Cause::NotActiveYet, Cause::SecurityControls]);
    let accepted = Known { accepted_before: true, seconds_since_restricted: Some(30), ..known() };
    let accepted = judge(&order(TestOrder::NotPermitted), &accepted);
    assert_eq!((accepted.decision, &*accepted.causes), (Decision::Refused, &[Cause::SecurityControls][..]));
    let off = with(Permission::SpotAndMarginTrading, Ok(false));
    let off = Examination { order: Some(Ok(TestOrder::NotPermitted)), ..examined(off) };
    assert_eq!(causes(&off), [Cause::TradingOff], "the box explains the test order");
}

#[test]
fn several_wrongs_are_all_named_the_gravest_first() {
    let mut permissions = with(Permission::Withdrawals, Ok(true));
    permissions.ip_restrict = Ok(true);
    permissions.unknown_on = vec!["enableMagic".to_owned()];
    let examination = Examination { kind: Some(Ok(AccountKind::MainAccount)), ..examined(permissions) };
    let expected = [Cause::MainAccount, Cause::TooManyBoxes, Cause::UnknownPermission, Cause::IpRestricted];
    assert_eq!(causes(&examination), expected);
}

#[test]
fn every_failure_has_its_cause() {
    let cases = [
        (Failure::NoNetwork, Cause::NoNetwork),
        (Failure::Dns, Cause::Dns),
        (Failure::Refused, Cause::Refused),
        (Failure::ConnectTimeout, Cause::TimeOut),
        (Failure::Stalled, Cause::Stalled),
        (Failure::Proxy, Cause::Proxy),
        (Failure::TlsUntrusted, Cause::Tls),
        (Failure::NoAuthorities, Cause::NoAuthorities),
        (Failure::WebPage(302), Cause::CaptivePortal),
        (Failure::Firewall, Cause::Firewall),
        (Failure::Country, Cause::Country),
        (Failure::TooManyRequests(Some(30)), Cause::TooManyRequests),
        (Failure::Banned(None), Cause::Banned),
        (Failure::Maintenance, Cause::Maintenance),
        (Failure::BinanceFault(500, -1000), Cause::BinanceFault),
        (Failure::Rejected(400, -1021), Cause::Clock),
        (Failure::Rejected(400, -1022), Cause::WrongSecret),
        (Failure::Rejected(401, -2014), Cause::KeyFormat),
        (Failure::Rejected(400, -2008), Cause::OtherSite),
        (Failure::Rejected(401, -2015), Cause::KeyNotRecognised),
        (Failure::Rejected(401, -1002), Cause::KeyNotRecognised),
        (Failure::Rejected(400, -1100), Cause::ProgramFault),
        (Failure::Rejected(400, -1102), Cause::ProgramFault),
        (Failure::Rejected(400, -1105), Cause::ProgramFault),
        (Failure::NotBinance(200), Cause::NotBinance),
        (Failure::Cancelled, Cause::Stalled),
    ];
    for (failure, cause) in cases {
        let early =
            Examination { clock: Some(Err(failure.clone())), finished: true, ..Examination::default() };
        for examination in [early, failed(&failure)] {
            let verdict = judge(&examination, &known());
            assert_eq!(verdict.causes.first(), Some(&cause), "{failure:?}");
            let expected = if cause.exit() == Exit::Refused { Decision::Refused } else { Decision::Unknown };
            assert_eq!(verdict.decision, expected, "{failure:?}");
        }
    }
}

#[test]
fn what_is_known_puts_the_causes_of_2015_in_order() {
    let first = |known: &Known| {
        let verdict = judge(&refused(-2015), known);
        assert!(verdict.likely && verdict.causes.len() >= 3, "several causes are told, as likely ones");
        assert_eq!(verdict.causes.iter().collect::<BTreeSet<_>>().len(), verdict.causes.len(), "each once");
        verdict.causes[0]
    };
    assert_eq!(first(&known()), Cause::KeyNotRecognised);
    assert!(judge(&refused(-2015), &known()).causes.contains(&Cause::Swapped));
    let swapped = Known { swap_tried: true, ..known() };
    assert!(!judge(&refused(-2015), &swapped).causes.contains(&Cause::Swapped));
    let fresh = Known { seconds_since_created: Some(600), seconds_since_restricted: Some(30), ..known() };
    assert_eq!(first(&fresh), Cause::NotActiveYet);
    assert_eq!(first(&Known { lengths_doubtful: true, ..fresh }), Cause::KeyNotRecognised);
    assert_eq!(first(&Known { seconds_since_created: Some(600), ..known() }), Cause::KeyNotRecognised);
    let accepted = Known { accepted_before: true, ..known() };
    assert!(!judge(&refused(-2015), &accepted).causes.contains(&Cause::Swapped));
    assert_eq!(judge(&refused(-2008), &accepted).causes[0], Cause::KeyNotRecognised);
}

#[test]
fn a_test_order_that_passes_shows_that_only_reading_is_missing() {
    let order = |order| Examination { order: Some(Ok(order)), ..refused(-2015) };
    let reading = judge(&order(TestOrder::Accepted), &known());
    assert_eq!((&*reading.causes, reading.likely), (&[Cause::ReadingOff][..], false));
    assert_eq!(state(&reading, CheckId::Key), CheckState::Ok);
    assert_eq!(state(&reading, CheckId::Reading), CheckState::Wrong);
    assert_eq!(causes(&order(TestOrder::NotWhitelisted)), [Cause::ReadingOff, Cause::SymbolWhitelist]);
}

#[test]
fn waiting_takes_what_binance_says_but_never_nothing() {
    let wait = |failure| judge(&failed(&failure), &known()).wait_seconds;
    assert_eq!(wait(Failure::TooManyRequests(Some(30))), Some(30));
    assert_eq!(wait(Failure::TooManyRequests(Some(0))), Some(60));
    assert_eq!(wait(Failure::TooManyRequests(None)), Some(60));
    assert_eq!(wait(Failure::Banned(Some(86_400))), Some(86_400));
    assert_eq!(wait(Failure::Firewall), Some(300));
    assert_eq!(wait(Failure::Stalled), None);
    assert_eq!(wait(Failure::Rejected(401, -2015)), None);
}

#[test]
fn lines_stand_in_one_order_from_the_start_and_complete_one_by_one() {
    let whole = examined(right());
    let start = Examination::default();
    let clock = Examination { clock: whole.clock.clone(), ..start.clone() };
    let boxes = Examination { permissions: whole.permissions.clone(), ..clock.clone() };
    let order = Examination { order: whole.order.clone(), ..boxes.clone() };
    let waiting = |examination: &Examination| {
        let verdict = judge(examination, &known());
        assert_eq!(
            verdict.decision,
            if examination.finished { Decision::Accepted } else { Decision::Pending }
        );
        let ids: Vec<_> = verdict.checks.iter().map(|check| check.id).collect();
        assert!(ids.is_sorted() && ids.len() == 10);
        verdict.checks.iter().filter(|check| check.state == CheckState::Waiting).count()
    };
    assert_eq!([&start, &clock, &boxes, &order, &whole].map(waiting), [10, 8, 3, 1, 0]);
    let done = judge(&whole, &known());
    assert!(done.checks.iter().all(|check| check.state == CheckState::Ok), "{:?}", done.checks);
    let controls = done.checks.iter().find(|check| check.id == CheckId::SecurityControls).expect("the line");
    assert_eq!(controls.evidence, Some(Evidence::ShownIndirectly));
}

#[test]
fn the_sentence_counts_what_is_to_be_corrected() {
    let words = Words { lang: Lang::En, binance: Lang::En };
    let sentence = |permissions| bare(&judge(&examined(permissions), &known()).sentence(words));
    assert_eq!(sentence(with(Permission::Futures, Ok(true))), "Almost: one box left to correct.");
    let mut two = with(Permission::SpotAndMarginTrading, Ok(false));
    two.ip_restrict = Ok(true);
    assert_eq!(sentence(two), "Almost: 2 settings left to correct.");
    let mut restricted = right();
    restricted.ip_restrict = Ok(true);
    assert_eq!(sentence(restricted), "Almost: the IP restriction is left to remove.");
    assert!(sentence(right()).contains("reading and trading"));
    assert!(
        bare(&judge(&refused(-2015), &known()).sentence(words))
            .contains("Probable cause: key not recognised")
    );
    assert!(bare(&judge(&failed(&Failure::Dns), &known()).sentence(words)).contains("could not be checked"));
    let explanation = judge(&examined(with(Permission::Futures, Ok(true))), &known()).explanation(words);
    assert_eq!(bare(&explanation[0]), "One box is ticked but must not be: Enable Futures.");
}
