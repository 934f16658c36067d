//! Once Binance asks to be left alone, nothing more is asked, and that it did is reported.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use common::exchange::{ACCOUNT, Exchange, HISTORY, ORDER, RESTRICTIONS, STATUS, TIME, good, refused};
use common::{client, examination, patient};
use smartradex_binance::{AccountKind, Examination, Failure, TestOrder};

/// Binance's ways of asking for quiet: HTTP status, body, and the failure reported.
fn ways() -> [(u16, String, Failure); 4] {
    [
        (418, refused(-1003, "IP banned"), Failure::Banned(None)),
        (429, String::new(), Failure::TooManyRequests(None)),
        (400, refused(-1003, "Too many requests"), Failure::TooManyRequests(None)),
        (403, "<h1>Request blocked.</h1>".to_owned(), Failure::Firewall),
    ]
}

/// What the exchange answers to a call.
enum Says {
    Good,
    Quiet,
    Unavailable,
    Late,
    NoSuchPair,
}

/// Examines a key at an exchange that asks for quiet with this status and body.
async fn examined((status, body): (u16, String), says: fn(&str, usize) -> Says) -> (Examination, Exchange) {
    let exchange = Exchange::plain(move |asked, before| match says(&asked.path, before) {
        Says::Good => good(asked),
        Says::Quiet => (status, body.clone()),
        Says::Unavailable => (503, String::new()),
        Says::Late => (400, refused(-1021, "Timestamp")),
        Says::NoSuchPair => (400, refused(-1121, "Invalid symbol.")),
    })
    .await;
    let found = examination(&client(&exchange.endpoint(), &patient())).await;
    assert!(found.finished);
    (found, exchange)
}

const TIMESTAMP: Failure = Failure::Rejected(400, -1021);

/// How often each call was made.
fn asked(exchange: &Exchange) -> [usize; 6] {
    [TIME, RESTRICTIONS, HISTORY, ACCOUNT, ORDER, STATUS].map(|path| exchange.times_asked(path))
}

#[tokio::test]
async fn the_first_time() {
    for (status, body, failure) in ways() {
        let (found, exchange) =
            examined((status, body), |path, _| if path == TIME { Says::Quiet } else { Says::Good }).await;
        assert_eq!(found.clock, Some(Err(failure)));
        assert_eq!(asked(&exchange), [1, 0, 0, 0, 0, 0]);
    }
}

#[tokio::test]
async fn no_second_pair() {
    for (status, body, failure) in ways() {
        let (found, exchange) = examined((status, body), |path, _| match path {
            RESTRICTIONS => Says::Quiet,
            ORDER => Says::NoSuchPair,
            _ => Says::Good,
        })
        .await;
        assert_eq!(found.permissions, Some(Err(failure)));
        assert_eq!(found.order, Some(Ok(TestOrder::Inconclusive)), "what was learnt is kept");
        assert_eq!((asked(&exchange), found.round_trips), ([1, 1, 1, 1, 1, 0], 2));
    }
}

#[tokio::test]
async fn no_status_beside_a_fault() {
    for (status, body, failure) in ways() {
        let (found, exchange) = examined((status, body), |path, _| match path {
            HISTORY => Says::Unavailable,
            ORDER => Says::Quiet,
            _ => Says::Good,
        })
        .await;
        assert!(found.permissions.unwrap().is_ok());
        assert_eq!(found.kind, Some(Err(Failure::BinanceFault(503, 0))));
        assert_eq!(found.order, Some(Err(failure)));
        assert_eq!((asked(&exchange), found.round_trips), ([1, 1, 1, 1, 1, 0], 2));
    }
}

#[tokio::test]
async fn no_second_time() {
    for (status, body, failure) in ways() {
        let (found, exchange) = examined((status, body), |path, _| match path {
            RESTRICTIONS => Says::Late,
            ACCOUNT => Says::Quiet,
            _ => Says::Good,
        })
        .await;
        assert!(found.clock.unwrap().is_ok());
        assert_eq!(found.permissions, Some(Err(TIMESTAMP)));
        assert_eq!(found.account, Some(Err(failure)));
        assert_eq!((asked(&exchange), found.round_trips), ([1, 1, 1, 1, 1, 0], 2));
    }
}

#[tokio::test]
async fn nothing_after_the_second_time() {
    for (status, body, failure) in ways() {
        let (found, exchange) = examined((status, body), |path, before| match path {
            TIME if before > 0 => Says::Quiet,
            RESTRICTIONS => Says::Late,
            HISTORY => Says::Unavailable,
            ORDER => Says::NoSuchPair,
            _ => Says::Good,
        })
        .await;
        assert_eq!(found.clock, Some(Err(failure)));
        assert_eq!(found.permissions, Some(Err(TIMESTAMP)));
        assert_eq!(found.kind, Some(Err(Failure::BinanceFault(503, 0))));
        assert_eq!(found.order, Some(Ok(TestOrder::Inconclusive)));
        assert_eq!((asked(&exchange), found.round_trips), ([2, 1, 1, 1, 1, 0], 3));
    }
}

#[tokio::test]
async fn nothing_after_the_second_round() {
    for (status, body, failure) in ways() {
        let (found, exchange) = examined((status, body), |path, before| match path {
            RESTRICTIONS if before == 0 => Says::Late,
            RESTRICTIONS => Says::Unavailable,
            ORDER if before == 0 => Says::Late,
            ORDER => Says::NoSuchPair,
            ACCOUNT if before == 0 => Says::Late,
            ACCOUNT => Says::Quiet,
            _ => Says::Good,
        })
        .await;
        assert_eq!(found.permissions, Some(Err(Failure::BinanceFault(503, 0))));
        assert_eq!(found.account, Some(Err(failure)));
        assert_eq!(found.order, Some(Ok(TestOrder::Inconclusive)));
        assert_eq!((asked(&exchange), found.round_trips), ([2, 2, 1, 2, 2, 0], 4));
    }
}

#[tokio::test]
async fn the_status_is_heard() {
    for (status, body, failure) in ways() {
        let (found, exchange) = examined((status, body), |path, _| match path {
            RESTRICTIONS | ACCOUNT => Says::Unavailable,
            STATUS => Says::Quiet,
            _ => Says::Good,
        })
        .await;
        assert_eq!(found.permissions, Some(Err(failure.clone())));
        assert_eq!(found.account, Some(Err(failure)));
        assert_eq!(found.kind, Some(Ok(AccountKind::SubAccount)));
        assert_eq!((asked(&exchange), found.round_trips), ([1, 1, 1, 1, 1, 1], 3));
    }
}
