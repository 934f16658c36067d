//! What each line says, and how that is known.

use super::*;

#[test]
fn only_a_test_order_shows_that_the_box_of_step_1_is_not_in_the_way() {
    let line = |order, finished| {
        let examination = Examination { order, finished, ..examined(right()) };
        let verdict = judge(&examination, &known());
        verdict.checks.into_iter().find(|check| check.id == CheckId::SecurityControls).expect("the line")
    };
    for order in [TestOrder::Accepted, TestOrder::NotWhitelisted] {
        let shown = line(Some(Ok(order)), true);
        assert_eq!((shown.state, shown.evidence), (CheckState::Ok, Some(Evidence::ShownIndirectly)));
    }
    assert_eq!(line(None, false).state, CheckState::Waiting, "the boxes alone say nothing of it");
    for order in [Some(Ok(TestOrder::Inconclusive)), Some(Err(Failure::Stalled)), None] {
        assert_eq!(line(order, true).state, CheckState::Unknown);
    }
}

#[test]
fn the_line_of_the_key_says_no_more_than_binance() {
    let words = Words { lang: Lang::En, binance: Lang::En };
    let line = |code| {
        let verdict = judge(&refused(code), &known());
        let key = verdict.checks.into_iter().find(|check| check.id == CheckId::Key).expect("the line");
        bare(&key.line(words).text)
    };
    assert_eq!(line(-2015), "Binance refuses the key, without saying why.");
    assert_eq!(line(-1022), "Binance knows the API key, but not with this secret key.");
    assert_eq!(line(-2008), "Binance does not recognise the key.");
}

#[test]
fn what_only_the_user_says_is_told_as_such() {
    let told = |controls_told| {
        let verdict = judge(&refused(-2015), &Known { controls_told, ..known() });
        let line = verdict
            .checks
            .iter()
            .find(|check| check.id == CheckId::SecurityControls)
            .expect("the line")
            .clone();
        (line.state, line.evidence, bare(&line.line(Words { lang: Lang::En, binance: Lang::En }).text))
    };
    assert_eq!(told(true).1, Some(Evidence::YouToldUs));
    assert_eq!(told(false).1, Some(Evidence::CannotBeChecked));
    assert_ne!(told(true).2, told(false).2);
}

#[test]
fn a_clock_is_told_only_when_it_is_far_off() {
    let lines = |offset_ms| {
        let examination = Examination { clock: Some(Ok(Clock { offset_ms })), ..examined(right()) };
        let verdict = judge(&examination, &known());
        assert_eq!(verdict.decision, Decision::Accepted);
        let line = verdict.checks[1].line(Words { lang: Lang::En, binance: Lang::En });
        (verdict.clock_told, bare(&line.text))
    };
    assert_eq!(lines(-1_000), (None, "The time of Binance is known.".to_owned()));
    assert_eq!(lines(90_000).0, None);
    assert!(lines(3_600_000).1.contains("one hour slow"), "{:?}", lines(3_600_000));
    assert!(lines(-86_400_000 * 2).1.contains("2 days fast"));
    assert_eq!(lines(i64::MIN).0, Some(i64::MIN));
}
