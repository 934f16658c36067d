//! The examination of a key against an exchange that answers as instructed.

mod common;

use common::exchange::{ACCOUNT, Asked, Exchange, HISTORY, ORDER, RESTRICTIONS, STATUS, TIME, good, refused};
use common::{client, credentials, examination, now_ms, patient};
use smartradex_binance::{
    Account, AccountKind, Examination, Failure, Market, Permission, TestOrder, examine,
};

/// An exchange that answers well on all paths but one.
async fn except(
    path: &'static str,
    told: impl Fn(&Asked, usize) -> (u16, String) + Send + Sync + 'static,
) -> Exchange {
    Exchange::plain(move |asked, before| if asked.path == path { told(asked, before) } else { good(asked) })
        .await
}

async fn found_except(path: &'static str, status: u16, body: &str) -> Examination {
    let body = body.to_owned();
    let exchange = except(path, move |_, _| (status, body.clone())).await;
    examination(&client(&exchange.endpoint(), &patient())).await
}

#[tokio::test]
async fn a_good_key_takes_two_round_trips() {
    let exchange = Exchange::plain(|asked, _| good(asked)).await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;

    assert_eq!((found.round_trips, found.finished), (2, true));
    let permissions = found.permissions.unwrap().unwrap();
    assert_eq!(permissions.get(Permission::SpotAndMarginTrading), Ok(true));
    assert_eq!(permissions.get(Permission::Withdrawals), Ok(false));
    assert_eq!(found.kind, Some(Ok(AccountKind::SubAccount)));
    assert_eq!(found.account, Some(Ok(Account { uid: Some(354_937_868) })));
    assert_eq!(found.order, Some(Ok(TestOrder::Accepted)));
    assert!(found.clock.unwrap().unwrap().offset_ms.abs() < 5_000);

    let asked = exchange.asked();
    assert_eq!(asked.len(), 5);
    assert_eq!(asked[0].path, TIME);
    assert!(asked[0].parameters.is_empty(), "the time needs no key");
    for call in &asked {
        assert_eq!(call.user_agent, concat!("SmartradeX-Setup/", env!("CARGO_PKG_VERSION")));
        assert_eq!(call.signed, call.path != TIME, "{}", call.path);
        assert_eq!(call.method, if call.path == ORDER { "POST" } else { "GET" });
    }
    let parameter =
        |path, name: &str| asked.iter().find(|call| call.path == path).unwrap().parameters[name].clone();
    assert_eq!(parameter(ACCOUNT, "omitZeroBalances"), "true");
    assert_eq!(parameter(ORDER, "symbol"), "BTCEUR");
    assert_eq!(parameter(ORDER, "type"), "MARKET");
    for call in asked.iter().filter(|call| call.signed) {
        // A longer time would let whoever got hold of a signed request send it again for longer.
        assert_eq!(call.parameters["recvWindow"], "10000", "{}", call.path);
    }
}

#[tokio::test]
async fn a_wrong_clock_is_measured_and_made_up_for() {
    for skew in [-90_000, 3_600_000] {
        // Binance's rule: less than a second ahead, and no older than the window.
        let exchange = Exchange::plain(|asked, _| {
            let in_time = asked.parameters.get("timestamp").is_none_or(|timestamp| {
                let age = now_ms() - timestamp.parse::<i64>().unwrap();
                let window: i64 = asked.parameters["recvWindow"].parse().unwrap();
                age > -1000 && age <= window && window <= 60_000
            });
            if in_time { good(asked) } else { (400, refused(-1021, "Timestamp")) }
        })
        .await;
        let client = client(&exchange.endpoint(), &patient());
        let found = examine(&client, &credentials(), Market::Bitcoin, || now_ms() + skew, |_| ()).await;
        let offset = found.clock.unwrap().unwrap().offset_ms;
        assert!((offset + skew).abs() < 5_000, "measured {offset} for {skew}");
        assert!(found.permissions.unwrap().is_ok());
        assert_eq!(found.round_trips, 2);
    }
}

#[tokio::test]
async fn a_refused_time_is_asked_again_once() {
    let exchange = Exchange::plain(|asked, before| match asked.path.as_str() {
        RESTRICTIONS | ORDER if before == 0 => (400, refused(-1021, "Timestamp")),
        _ => good(asked),
    })
    .await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;
    assert!(found.permissions.unwrap().is_ok());
    assert_eq!(found.order, Some(Ok(TestOrder::Accepted)));
    assert_eq!(found.round_trips, 4);
    let times = [TIME, RESTRICTIONS, ORDER, HISTORY, ACCOUNT].map(|path| exchange.times_asked(path));
    assert_eq!(times, [2, 2, 2, 1, 1]);
}

#[tokio::test]
async fn the_second_answer_for_the_time_counts() {
    // While the examination runs, Binance's clock jumps ten minutes ahead of the time first given.
    let minutes = 600_000;
    let exchange = Exchange::plain(move |asked, before| match asked.path.as_str() {
        TIME => (200, format!(r#"{{"serverTime":{}}}"#, now_ms() + if before == 0 { 0 } else { minutes })),
        _ => {
            let age = now_ms() + minutes - asked.parameters["timestamp"].parse::<i64>().unwrap();
            if age.abs() < 5_000 { good(asked) } else { (400, refused(-1021, "Timestamp")) }
        }
    })
    .await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;
    assert!(found.permissions.unwrap().is_ok());
    assert!((found.clock.unwrap().unwrap().offset_ms - minutes).abs() < 5_000);
}

#[tokio::test]
async fn a_time_refused_twice_is_told() {
    let exchange =
        Exchange::plain(
            |asked, _| {
                if asked.path == TIME { good(asked) } else { (400, refused(-1021, "Timestamp")) }
            },
        )
        .await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;
    let told = Failure::Rejected(400, -1021);
    assert_eq!(found.permissions, Some(Err(told.clone())));
    assert_eq!(found.kind, Some(Err(told.clone())));
    assert_eq!(found.account, Some(Err(told.clone())));
    assert_eq!(found.order, Some(Err(told)));
    assert!(found.clock.unwrap().is_ok());
    assert_eq!((exchange.times_asked(TIME), exchange.times_asked(RESTRICTIONS)), (2, 2));
}

#[tokio::test]
async fn a_time_refused_and_then_unknown_is_told() {
    let exchange = Exchange::plain(|asked, before| match asked.path.as_str() {
        TIME if before > 0 => (404, "{}".to_owned()),
        RESTRICTIONS => (400, refused(-1021, "Timestamp")),
        _ => good(asked),
    })
    .await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;
    assert_eq!(found.permissions, Some(Err(Failure::Rejected(400, -1021))));
    assert!(found.clock.unwrap().is_ok(), "the first answer still holds");
    assert_eq!(exchange.times_asked(RESTRICTIONS), 1);
}

#[tokio::test]
async fn the_kind_of_account_is_known_or_left_open() {
    for (status, body, expected) in [
        (200, "[]".to_owned(), Ok(AccountKind::SubAccount)),
        (200, r#"[{"counterParty":"master","email":"a@b"}]"#.to_owned(), Ok(AccountKind::SubAccount)),
        (400, refused(-12022, "This endpoint"), Ok(AccountKind::MainAccount)),
        (400, refused(-1100, "Illegal"), Ok(AccountKind::Unknown)),
        (401, refused(-2015, "Invalid"), Ok(AccountKind::Unknown)),
        (200, "{}".to_owned(), Ok(AccountKind::Unknown)),
        (404, "<html>".to_owned(), Err(Failure::WebPage(404))),
        (429, String::new(), Err(Failure::TooManyRequests(None))),
    ] {
        let found = found_except(HISTORY, status, &body).await;
        assert_eq!(found.kind, Some(expected), "{status} {body}");
        assert!(found.permissions.unwrap().is_ok());
    }
}

#[tokio::test]
async fn the_account_is_read_for_its_number_only() {
    for (status, body, expected) in [
        (200, "{}", Ok(Account { uid: None })),
        (200, r#"{"uid":null}"#, Ok(Account { uid: None })),
        (200, r#"{"uid":"354937868"}"#, Ok(Account { uid: None })),
        (200, r#"{"uid":-1}"#, Ok(Account { uid: None })),
        (200, r#"{"uid":18446744073709551615}"#, Ok(Account { uid: Some(u64::MAX) })),
        (200, "[354937868]", Err(Failure::NotBinance(200))),
        (401, r#"{"code":-2015,"msg":""}"#, Err(Failure::Rejected(401, -2015))),
    ] {
        let found = found_except(ACCOUNT, status, body).await;
        assert_eq!(found.account, Some(expected), "{body}");
        assert!(found.permissions.unwrap().is_ok());
    }
}

#[tokio::test]
async fn the_test_order_is_judged_and_asked_again_only_when_it_proved_nothing() {
    for (status, body, expected, asked) in [
        (200, "{}".to_owned(), Ok(TestOrder::Accepted), 1),
        (400, refused(-2010, "Symbol not whitelisted for API key."), Ok(TestOrder::NotWhitelisted), 1),
        (401, refused(-2015, "Invalid API-key"), Ok(TestOrder::NotPermitted), 1),
        (400, refused(-2010, "Account has insufficient balance."), Ok(TestOrder::Inconclusive), 2),
        (400, refused(-1121, "Invalid symbol."), Ok(TestOrder::Inconclusive), 2),
        (400, refused(-1013, "Filter failure: NOTIONAL"), Ok(TestOrder::Inconclusive), 2),
        (200, "[]".to_owned(), Err(Failure::NotBinance(200)), 1),
        (200, r#"{"orderId":1}"#.to_owned(), Err(Failure::NotBinance(200)), 1),
        (404, "<html>".to_owned(), Err(Failure::WebPage(404)), 1),
    ] {
        let told = body.clone();
        let exchange = except(ORDER, move |_, _| (status, told.clone())).await;
        let found = examination(&client(&exchange.endpoint(), &patient())).await;
        assert_eq!(found.order, Some(expected), "{body}");
        assert_eq!(exchange.times_asked(ORDER), asked, "{body}");
        assert_eq!(found.round_trips, u32::try_from(asked).unwrap() + 1);
        assert!(found.permissions.unwrap().is_ok());
    }
}

#[tokio::test]
async fn the_second_pair_is_asked_after_the_first() {
    for (market, pairs) in [(Market::Bitcoin, ["BTCEUR", "BTCUSDC"]), (Market::Ether, ["ETHEUR", "ETHUSDC"])]
    {
        let exchange =
            except(
                ORDER,
                |asked, before| {
                    if before == 0 { (400, refused(-1121, "Invalid symbol.")) } else { good(asked) }
                },
            )
            .await;
        let client = client(&exchange.endpoint(), &patient());
        let found = examine(&client, &credentials(), market, now_ms, |_| ()).await;
        assert_eq!(found.order, Some(Ok(TestOrder::Accepted)));
        assert_eq!(found.round_trips, 3);
        let orders = exchange.asked().into_iter().filter(|asked| asked.path == ORDER);
        let symbols: Vec<String> = orders.map(|asked| asked.parameters["symbol"].clone()).collect();
        assert_eq!(symbols, pairs);
    }
}

#[tokio::test]
async fn trouble_beside_never_hides_the_permissions() {
    let exchange = Exchange::plain(|asked, _| match asked.path.as_str() {
        HISTORY => (503, String::new()),
        ACCOUNT => (200, "<html>".to_owned()),
        ORDER => (400, String::new()),
        STATUS => (200, r#"{"status":1,"msg":"system_maintenance"}"#.to_owned()),
        _ => good(asked),
    })
    .await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;
    assert_eq!(found.permissions.unwrap().unwrap().get(Permission::Reading), Ok(true));
    assert_eq!(found.kind, Some(Err(Failure::Maintenance)));
    assert_eq!(found.account, Some(Err(Failure::WebPage(200))));
    assert_eq!(found.order, Some(Err(Failure::NotBinance(400))));
    assert_eq!(exchange.times_asked(STATUS), 1);
}

#[tokio::test]
async fn what_fails_in_passing_beside_the_permissions_is_asked_once_more() {
    for path in [HISTORY, ACCOUNT, ORDER] {
        let exchange =
            except(path, |asked, before| if before == 0 { (503, String::new()) } else { good(asked) }).await;
        let found = examination(&client(&exchange.endpoint(), &patient())).await;
        assert_eq!(found.kind, Some(Ok(AccountKind::SubAccount)));
        assert_eq!(found.account, Some(Ok(Account { uid: Some(354_937_868) })));
        assert_eq!(found.order, Some(Ok(TestOrder::Accepted)));
        assert_eq!((exchange.times_asked(path), exchange.asked().len(), found.round_trips), (2, 6, 3));
    }
    let refused = except(HISTORY, |_, _| (400, refused(-1102, "Mandatory parameter"))).await;
    examination(&client(&refused.endpoint(), &patient())).await;
    assert_eq!(refused.times_asked(HISTORY), 1, "that would be the same answer");
}

#[tokio::test]
async fn permissions_are_rejected_by_code_or_shape() {
    for (status, body, expected) in [
        (401, refused(-2014, "API-key format invalid."), Failure::Rejected(401, -2014)),
        (401, refused(-2015, "Invalid"), Failure::Rejected(401, -2015)),
        (400, refused(-1022, "Signature"), Failure::Rejected(400, -1022)),
        (400, refused(-1003, "Too many"), Failure::TooManyRequests(None)),
        (200, refused(-2015, "Invalid"), Failure::NotBinance(200)),
        (200, "{}".to_owned(), Failure::NotBinance(200)),
        (200, "true".to_owned(), Failure::NotBinance(200)),
    ] {
        let found = found_except(RESTRICTIONS, status, &body).await;
        assert_eq!(found.permissions, Some(Err(expected)), "{body}");
    }
}

#[tokio::test]
async fn progress_only_ever_adds() {
    let exchange = Exchange::plain(|asked, _| good(asked)).await;
    let client = client(&exchange.endpoint(), &patient());
    let mut seen: Vec<Examination> = Vec::new();
    let found =
        examine(&client, &credentials(), Market::Ether, now_ms, |so_far| seen.push(so_far.clone())).await;

    let known = |so_far: &Examination| {
        [
            so_far.clock.is_some(),
            so_far.permissions.is_some(),
            so_far.kind.is_some(),
            so_far.account.is_some(),
            so_far.order.is_some(),
        ]
    };
    assert_eq!(known(&seen[0]), [true, false, false, false, false]);
    for pair in seen.windows(2) {
        assert!(known(&pair[0]).iter().zip(known(&pair[1])).all(|(before, after)| after || !before));
        assert!(!pair[0].finished);
    }
    // The time, the four answers, the end.
    assert_eq!(seen.len(), 6);
    assert_eq!(seen.last(), Some(&found));
    assert!(found.finished);
}

#[tokio::test]
async fn an_examination_can_run_on_any_thread() {
    fn movable<T: Send>(future: T) -> T {
        future
    }
    let exchange = Exchange::plain(|asked, _| good(asked)).await;
    let client = client(&exchange.endpoint(), &patient());
    let credentials = credentials();
    let found = movable(examine(&client, &credentials, Market::Bitcoin, now_ms, |_| ())).await;
    assert!(found.finished);
}
