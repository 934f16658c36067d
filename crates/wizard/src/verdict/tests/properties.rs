//! What holds for any answers.

use proptest::prelude::*;

use super::*;

fn any_failure() -> impl Strategy<Value = Failure> {
    prop_oneof![
        Just(Failure::NoNetwork),
        Just(Failure::Stalled),
        Just(Failure::Firewall),
        Just(Failure::Cancelled),
        any::<u16>().prop_map(Failure::WebPage),
        any::<u16>().prop_map(Failure::NotBinance),
        any::<Option<u32>>().prop_map(Failure::Banned),
        (any::<u16>(), any::<i32>()).prop_map(|(status, code)| Failure::BinanceFault(status, code)),
        (any::<u16>(), prop_oneof![any::<i32>(), -2020..-1000])
            .prop_map(|(status, code)| Failure::Rejected(status, code)),
    ]
}

fn answered<T: std::fmt::Debug + Clone>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<Result<T, Failure>>> {
    prop_oneof![1 => Just(None), 2 => any_failure().prop_map(|failure| Some(Err(failure))), 5 => value.prop_map(|value| Some(Ok(value)))]
}

fn any_flag() -> impl Strategy<Value = Result<bool, Unclear>> {
    prop_oneof![8 => any::<bool>().prop_map(Ok), 1 => Just(Err(Unclear::Missing)), 1 => Just(Err(Unclear::NotBoolean))]
}

prop_compose! {
    /// Nearly right, so that many are accepted.
    fn any_permissions()(
        changes in prop::collection::vec((prop::sample::select(Permission::ALL.to_vec()), any_flag()), 0..3),
        ip_restrict in prop_oneof![3 => Just(Ok(false)), 1 => any_flag()],
        unknown_on in prop_oneof![5 => Just(vec![]), 1 => Just(vec!["enableMagic".to_owned()])],
    ) -> Permissions {
        let mut permissions = Permissions { ip_restrict, unknown_on, ..right() };
        for (permission, value) in changes {
            permissions.known.iter_mut().filter(|(one, _)| *one == permission).for_each(|entry| entry.1 = value);
        }
        permissions
    }
}

prop_compose! {
    fn any_examination()(
        clock in answered(any::<i64>().prop_map(|offset_ms| Clock { offset_ms })),
        permissions in answered(any_permissions()),
        kind in answered(prop::sample::select(vec![AccountKind::SubAccount, AccountKind::MainAccount, AccountKind::Unknown])),
        account in answered(prop_oneof![Just(None), Just(Some(UID)), Just(Some(7))].prop_map(|uid| Account { uid })),
        order in answered(prop::sample::select(vec![
            TestOrder::Accepted, TestOrder::NotWhitelisted, TestOrder::NotPermitted, TestOrder::Inconclusive,
        ])),
        finished in prop_oneof![4 => Just(true), 1 => Just(false)],
    ) -> Examination {
        Examination { clock, permissions, kind, account, order, round_trips: 2, finished }
    }
}

prop_compose! {
    fn any_known()(
        created in any::<Option<i64>>(), restricted in any::<Option<i64>>(), flags in any::<[bool; 4]>(),
        other in any::<Option<(bool, bool)>>(),
    ) -> Known {
        Known {
            seconds_since_created: created,
            seconds_since_restricted: restricted,
            lengths_doubtful: flags[0],
            swap_tried: flags[1],
            accepted_before: flags[2],
            controls_told: flags[3],
            other: other.map(|(told, is_this_one)| OtherKey { uid_hash: told.then(|| uid_hash("salt", UID)), is_this_one }),
            ..known()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn acceptance_needs_everything_required_to_be_known_and_right(examination in any_examination(), known in any_known()) {
        let verdict = judge(&examination, &known);
        let boxes_right = examination.permissions.as_ref().and_then(|result| result.as_ref().ok()).is_some_and(|permissions| {
            permissions.ip_restrict == Ok(false)
                && permissions.unknown_on.is_empty()
                && ON.into_iter().all(|one| permissions.get(one) == Ok(true))
                && OFF.into_iter().all(|one| permissions.get(one) == Ok(false))
                && NOT_ON.into_iter().all(|one| matches!(permissions.get(one), Ok(false) | Err(Unclear::Missing)))
                && permissions.get(Permission::FixReadOnly) != Err(Unclear::NotBoolean)
        });
        let main_account = matches!(examination.kind, Some(Ok(AccountKind::MainAccount)));
        let told = matches!(&examination.account, Some(Ok(Account { uid: Some(UID) })));
        let other_bot = known.other.as_ref().is_some_and(|other| other.is_this_one || other.uid_hash.is_some() && told);
        let order_right = !matches!(examination.order, Some(Ok(TestOrder::NotWhitelisted | TestOrder::NotPermitted)));
        let right = examination.finished && boxes_right && !main_account && !other_bot && order_right;
        prop_assert_eq!(verdict.decision == Decision::Accepted, right);
        prop_assert_eq!(verdict.decision == Decision::Pending, !examination.finished);
        prop_assert_eq!(verdict.decision == Decision::Accepted, verdict.causes.is_empty() && examination.finished);
        if verdict.decision == Decision::Refused {
            prop_assert!(verdict.causes.iter().any(|cause| cause.exit() == Exit::Refused));
        }
        let waiting = verdict.checks.iter().filter(|check| check.state == CheckState::Waiting).count();
        prop_assert!(!examination.finished || waiting == 0);
        for check in &verdict.checks {
            prop_assert_eq!(check.evidence.is_none(), check.state == CheckState::Waiting);
        }
    }

    #[test]
    fn every_verdict_has_words(examination in any_examination(), known in any_known(), french in any::<bool>()) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let words = Words { lang, binance: lang.other() };
        let verdict = judge(&examination, &known);
        prop_assert!(!bare(&verdict.sentence(words)).is_empty());
        prop_assert_eq!(verdict.explanation(words).len(), if verdict.causes.is_empty() { 0 } else { 3 });
        for check in &verdict.checks {
            let line = check.line(words);
            prop_assert!(!bare(&line.text).is_empty() && !line.state_label.is_empty());
            prop_assert!(line.evidence.as_deref() != Some(""));
        }
    }
}
