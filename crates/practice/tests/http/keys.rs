//! What a key may do, call by call, and the keys from the pages.

use serde_json::json;
use smartradex_practice::{
    Account, Act, Bot, Bots, Exchange, IpChoice, KeyBox, KeyNumber, KeyType, Owner, Page, Scenario,
    ServedKey, Server,
};

use crate::client::*;

/// Every field of `apiRestrictions` except the time.
const FIELDS: [&str; 12] = [
    "ipRestrict",
    "enableReading",
    "enableSpotAndMarginTrading",
    "enableWithdrawals",
    "enableInternalTransfer",
    "permitsUniversalTransfer",
    "enableMargin",
    "enableFutures",
    "enableVanillaOptions",
    "enablePortfolioMarginTrading",
    "enableFixApiTrade",
    "enableFixReadOnly",
];

#[tokio::test]
async fn public_calls_need_nothing() {
    let (_server, client) = playing(Scenario::Good).await;
    assert_eq!(client.get("/api/v3/ping").await, (200, json!({})));
    assert_eq!(client.get("/sapi/v1/system/status").await, (200, json!({ "status": 0, "msg": "normal" })));
    let before = now_ms();
    let (status, time) = client.get("/api/v3/time").await;
    let time = time["serverTime"].as_i64().unwrap();
    assert!(status == 200 && (before..=now_ms()).contains(&time));
    let (_, info) = client.get("/api/v3/exchangeInfo").await;
    let symbols: Vec<_> =
        info["symbols"].as_array().unwrap().iter().map(|one| one["symbol"].as_str().unwrap()).collect();
    assert_eq!(symbols, ["BTCEUR", "BTCUSDC", "ETHEUR", "ETHUSDC"]);
    // Neither another path nor another method is one of Binance's calls.
    assert_eq!(client.get("/api/v3/order").await, (404, json!(null)));
    assert_eq!(client.post("/api/v3/order", ORDER).await, (404, json!(null)));
    assert_eq!(client.signed(ORDER_TEST, ORDER).await, (404, json!(null)));
}

#[tokio::test]
async fn a_good_key_is_answered_in_full() {
    let (_server, client) = playing(Scenario::Good).await;
    let (status, answer) = client.signed(RESTRICTIONS, "").await;
    assert_eq!(status, 200);
    for field in FIELDS {
        let on = field == "enableReading" || field == "enableSpotAndMarginTrading";
        assert_eq!(answer[field], json!(on), "{field}");
    }
    assert!(answer["createTime"].as_i64().is_some_and(|at| at < now_ms()));
    assert_eq!(answer.as_object().unwrap().len(), FIELDS.len() + 1);

    let (status, history) = client.signed(HISTORY, "").await;
    assert!(status == 200 && history.is_array());
    let (status, account) = client.signed(ACCOUNT, "").await;
    assert!(status == 200 && account["uid"].as_u64().is_some());
    assert_eq!(account["balances"].as_array().unwrap().len(), 5);
    let (_, held) = client.signed(ACCOUNT, "omitZeroBalances=true").await;
    assert_eq!(
        held["balances"],
        json!([{ "asset": "EUR", "free": "1000.00000000", "locked": "0.00000000" }])
    );
    assert_eq!(client.post(ORDER_TEST, ORDER).await, (200, json!({})));
}

#[tokio::test]
async fn each_call_asks_for_its_permission() {
    let refused_to_all = [RESTRICTIONS, HISTORY, ACCOUNT];
    let mut key = ServedKey::good(API_KEY, SECRET);
    key.set_permission("enableReading", false).unwrap();
    let (_server, client) = with_key(Scenario::Good, key).await;
    for path in refused_to_all {
        assert_refused(&client.signed(path, "").await, 401, -2015);
    }
    assert_eq!(client.post(ORDER_TEST, ORDER).await.0, 200);

    let mut key = ServedKey::good(API_KEY, SECRET);
    key.set_permission("enableSpotAndMarginTrading", false).unwrap();
    let (_server, client) = with_key(Scenario::Good, key).await;
    for path in refused_to_all {
        assert_eq!(client.signed(path, "").await.0, 200);
    }
    assert_refused(&client.post(ORDER_TEST, ORDER).await, 401, -2015);
    // The account may trade and withdraw, whatever the key may do.
    let (_, account) = client.signed(ACCOUNT, "").await;
    assert_eq!((&account["canTrade"], &account["canWithdraw"]), (&json!(true), &json!(true)));
}

#[tokio::test]
async fn flags_are_told_as_they_were_set() {
    let mut key = ServedKey::good(API_KEY, SECRET);
    key.set_permission("enableFutures", true).unwrap();
    key.set_permission("enableMoonTravel", true).unwrap();
    key.set_ip_restricted(true);
    key.set_main_account(true);
    for wrong in ["", "ipRestrict", "enable Futures", "createTime"] {
        assert!(key.set_permission(wrong, true).is_err(), "{wrong}");
    }
    assert!(!format!("{key:?}").contains(&API_KEY[..8]) && !format!("{key:?}").contains(&SECRET[..8]));
    let (_server, client) = with_key(Scenario::Good, key).await;
    let (_, answer) = client.signed(RESTRICTIONS, "").await;
    for on in ["enableFutures", "enableMoonTravel", "ipRestrict"] {
        assert_eq!(answer[on], json!(true), "{on}");
    }
    assert_refused(&client.signed(HISTORY, "").await, 400, -12022);
}

#[tokio::test]
async fn test_orders_are_checked() {
    let (_server, client) = playing(Scenario::Good).await;
    for (order, code) in [
        ("symbol=BTCEUR&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000", None),
        ("symbol=ETHUSDC&side=SELL&type=MARKET&quantity=0.1", None),
        ("side=BUY&type=MARKET&quoteOrderQty=10", Some(-1102)),
        ("symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=10", Some(-1121)),
        ("symbol=BTCEUR&side=HOLD&type=MARKET&quoteOrderQty=10", Some(-1117)),
        ("symbol=BTCEUR&side=BUY&type=GUESS&quoteOrderQty=10", Some(-1116)),
        ("symbol=BTCEUR&side=BUY&type=MARKET", Some(-1102)),
        ("symbol=BTCEUR&side=BUY&type=MARKET&quoteOrderQty=ten", Some(-1100)),
        ("symbol=BTCEUR&side=BUY&type=MARKET&quoteOrderQty=4.99", Some(-1013)),
        ("symbol=BTCEUR&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001", Some(-1102)),
        ("symbol=BTCEUR&side=BUY&type=LIMIT&timeInForce=NOW&quantity=0.001&price=50000", Some(-1115)),
    ] {
        let answer = client.post(ORDER_TEST, order).await;
        match code {
            None => assert_eq!(answer, (200, json!({})), "{order}"),
            Some(code) => assert_refused(&answer, 400, code),
        }
    }
}

#[tokio::test]
async fn the_exchange_serves_the_keys_of_the_pages() {
    let mut account = Account::finished([3; 16], Bots::Both, Bot::Bitcoin);
    let bitcoin = account.keys()[0].number;
    let secret = account.secret_key(bitcoin).unwrap();
    let exchange = Exchange::default();
    exchange.publish(&account);
    let server = serve(&exchange).await;
    let client = Client::new(&server, &account.api_key(bitcoin).unwrap(), &secret);
    let (_, first) = client.signed(RESTRICTIONS, "").await;
    assert_eq!(first["enableSpotAndMarginTrading"], json!(true));
    let (_, told) = client.signed(ACCOUNT, "").await;
    assert_eq!(told["uid"], json!(account.uid(account.keys()[0].owner)));

    // A second key does not disturb the first; its owner has another uid.
    let ether = account.skip_step_2(Bot::Ether);
    exchange.publish(&account);
    let other = Client::new(&server, &account.api_key(ether).unwrap(), &account.secret_key(ether).unwrap());
    let (_, fresh) = other.signed(RESTRICTIONS, "").await;
    assert_eq!(fresh["enableSpotAndMarginTrading"], json!(false));
    assert_ne!(other.signed(ACCOUNT, "").await.1["uid"], told["uid"]);

    // Every box reaches the API; the key keeps its time of creation.
    edit(
        &mut account,
        bitcoin,
        &[KeyBox::MarginLoan, KeyBox::UniversalTransfer, KeyBox::Futures, KeyBox::EuropeanOptions],
    );
    exchange.publish(&account);
    let (_, boxes) = client.signed(RESTRICTIONS, "").await;
    for on in
        ["enableMargin", "permitsUniversalTransfer", "enableFutures", "enableVanillaOptions", "ipRestrict"]
    {
        assert_eq!(boxes[on], json!(true), "{on}");
    }
    assert_eq!(boxes["createTime"], first["createTime"]);
    assert_eq!(client.post(ORDER_TEST, ORDER).await.0, 200);
    edit(&mut account, bitcoin, &[KeyBox::SymbolWhitelist]);
    exchange.publish(&account);
    assert_refused(&client.post(ORDER_TEST, ORDER).await, 400, -2010);

    // Once deleted, it is answered differently from a key that never existed.
    for act in [Act::Delete(bitcoin), Act::EnterCode("000000".to_owned())] {
        account.act(act).unwrap();
    }
    exchange.publish(&account);
    assert_refused(&client.signed(RESTRICTIONS, "").await, 400, -2008);
    assert_eq!(other.signed(RESTRICTIONS, "").await.0, 200);
}

/// A key made on the account's own page, which is the main account's.
async fn main_account_key(key_type: KeyType) -> (Account, KeyNumber, Server) {
    let mut account = Account::new([4; 16], Bots::Bitcoin);
    for act in [
        Act::CreateApi,
        Act::ChooseType(key_type),
        Act::Next,
        Act::Label("mistake".to_owned()),
        Act::Next,
        Act::EnterCode("111111".to_owned()),
    ] {
        account.act(act).unwrap();
    }
    let number = account.open_key().unwrap().number;
    let exchange = Exchange::default();
    exchange.publish(&account);
    let server = serve(&exchange).await;
    (account, number, server)
}

#[tokio::test]
async fn a_key_of_the_main_account_is_seen_as_such() {
    let (account, number, server) = main_account_key(KeyType::SystemGenerated).await;
    let client =
        Client::new(&server, &account.api_key(number).unwrap(), &account.secret_key(number).unwrap());
    assert_refused(&client.signed(HISTORY, "").await, 400, -12022);
    assert_eq!(client.signed(ACCOUNT, "").await.1["uid"], json!(account.uid(Owner::Main)));
}

#[tokio::test]
async fn nothing_signs_for_a_self_generated_key() {
    let (account, number, server) = main_account_key(KeyType::SelfGenerated).await;
    for secret in [account.private_key(number).unwrap(), String::new()] {
        let client = Client::new(&server, &account.api_key(number).unwrap(), &secret);
        assert_refused(&client.signed(RESTRICTIONS, "").await, 400, -1022);
    }
}

fn edit(account: &mut Account, number: KeyNumber, boxes: &[KeyBox]) {
    let acts = [Act::Open(Page::Key(number)), Act::EditRestrictions, Act::ChooseIp(IpChoice::TrustedOnly)];
    let toggles = boxes.iter().copied().map(Act::ToggleBox);
    let save = [Act::Save, Act::EnterCode("222222".to_owned())];
    for act in acts.into_iter().chain(toggles).chain(save) {
        account.act(act).unwrap();
    }
}
