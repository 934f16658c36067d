//! From a request to an answer.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde_json::{Value, json};

use super::call::Call;
use super::canned::not_found;
use super::play::Play;
use super::rejection::Rejection;
use super::served_key::{READING, ServedKey, TRADING};
use super::signed::SignedCall;
use super::{Exchange, order};

/// The coins of the account, and how much of each is free.
const COINS: [(&str, &str); 5] = [
    ("BTC", "0.00000000"),
    ("ETH", "0.00000000"),
    ("BNB", "0.00000000"),
    ("EUR", "1000.00000000"),
    ("USDC", "0.00000000"),
];

/// The longest body that is read, in bytes.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// The HTTP API, to be served over any transport: tests put it on top of TLS. Scenarios whose trouble lies in the
/// address ([`super::Server::url`]) cannot be played this way.
pub fn router(exchange: &Exchange) -> Router {
    Router::new().fallback(answer).with_state(exchange.clone())
}

async fn answer(State(exchange): State<Exchange>, request: Request) -> Response {
    // Half on the way there and half on the way back, so that a client's measurement of the clock is right.
    let one_way = exchange.latency() / 2;
    tokio::time::sleep(one_way).await;
    let mut response = answer_at_once(&exchange, request).await;
    // Otherwise the server would add this computer's own time, which is not Binance's if one of the two clocks is played wrong.
    if let Some(date) = http_date(exchange.server_time_ms()) {
        response.headers_mut().insert(header::DATE, date);
    }
    tokio::time::sleep(one_way).await;
    response
}

/// `None` if the time is beyond the years that HTTP's format can name.
fn http_date(time_ms: i64) -> Option<HeaderValue> {
    let time = Timestamp::from_millisecond(time_ms).ok()?;
    HeaderValue::try_from(DateTimePrinter::new().timestamp_to_rfc9110_string(&time).ok()?).ok()
}

async fn answer_at_once(exchange: &Exchange, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let call = Call::find(&parts.method, parts.uri.path());
    exchange.count(call);
    let now_ms = exchange.server_time_ms();
    let mut response = match (Play::of(exchange.scenario()), call) {
        (Play::Stall, _) => std::future::pending().await,
        (Play::Everywhere(canned), _) => {
            let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
            return canned.response(path, &exchange.other_host());
        }
        (Play::Refuse(rejection), _) => rejection(now_ms).into_response(),
        (_, None) => return not_found(),
        (play, Some(call)) => match public(call, play, now_ms) {
            Some(answer) => answer,
            None => signed(exchange, play, call, &parts.uri, &parts.headers, body)
                .await
                .unwrap_or_else(IntoResponse::into_response),
        },
    };
    let json = HeaderValue::from_static("application/json;charset=UTF-8");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

/// The answer to a call that needs no key, and to any call that the scenario takes over.
fn public(call: Call, play: Play, now_ms: i64) -> Option<Response> {
    let maintenance = matches!(play, Play::Maintenance);
    let answer = match call {
        Call::Ping => json!({}),
        Call::Time => json!({ "serverTime": now_ms }),
        _ if matches!(play, Play::WrongJson) => json!([{ "enableReading": "true" }, 7]),
        Call::SystemStatus if maintenance => json!({ "status": 1, "msg": "system_maintenance" }),
        Call::SystemStatus => json!({ "status": 0, "msg": "normal" }),
        _ if maintenance => return Some(Rejection::unavailable().into_response()),
        Call::ExchangeInfo => order::exchange_info(now_ms),
        Call::MarginPairs | Call::IsolatedMarginPairs => json!([]),
        Call::ApiRestrictions | Call::SubUserHistory | Call::Account | Call::OrderTest | Call::Coins => {
            return None;
        }
    };
    Some(Json(answer).into_response())
}

/// The checks are in Binance's order, as far as it is known: the format of the key, the parameters, the key, the
/// time, the signature, the permission. The position of the time is a guess.
async fn signed(
    exchange: &Exchange,
    play: Play,
    call: Call,
    uri: &Uri,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Rejection> {
    let api_key = headers.get("X-MBX-APIKEY").map(HeaderValue::as_bytes).unwrap_or_default();
    let found = exchange.find_key(api_key);
    if found.is_none() && !has_key_format(api_key) {
        return Err(Rejection::key_format());
    }
    let body = to_bytes(body, MAX_BODY_BYTES).await.map_err(|_| Rejection::fault())?;
    let request = SignedCall::read(uri.query().unwrap_or_default(), &body, headers)?;

    let play = if let Play::For(delay, first) = play {
        if exchange.is_early(delay) { *first } else { Play::Rules }
    } else {
        play
    };
    if let Play::RefuseSigned(rejection) = play {
        return Err(rejection());
    }
    let mut key = found.ok_or_else(|| exchange.unknown_key(api_key))?;
    if let Play::Key(alter) = play {
        alter(&mut key);
    }
    request.check_time(exchange.server_time_ms())?;
    request.check_signature(key.secret_key())?;

    let now_ms = exchange.server_time_ms();
    let answer = match call {
        Call::ApiRestrictions => {
            needs(&key, READING)?;
            let mut answer = key.restrictions(now_ms);
            if let Play::Restrictions(alter) = play {
                alter(&mut answer);
            }
            Value::Object(answer)
        }
        Call::SubUserHistory => {
            needs(&key, READING)?;
            if key.main_account {
                return Err(Rejection::sub_account_only());
            }
            transfers(now_ms)
        }
        Call::Account => {
            needs(&key, READING)?;
            account(&key, request.optional("omitZeroBalances") == Some("true"), now_ms)
        }
        Call::Coins => {
            needs(&key, READING)?;
            COINS.iter().map(|&(coin, free)| coin_information(coin, free)).collect()
        }
        Call::OrderTest => {
            needs(&key, TRADING)?;
            order::check(&request)?;
            if key.stopped {
                return Err(Rejection::not_permitted());
            }
            if key.whitelist {
                return Err(Rejection::not_whitelisted());
            }
            json!({})
        }
        Call::Ping
        | Call::Time
        | Call::ExchangeInfo
        | Call::SystemStatus
        | Call::MarginPairs
        | Call::IsolatedMarginPairs => json!({}),
    };
    Ok(Json(answer).into_response())
}

impl Exchange {
    fn count(&self, call: Option<Call>) {
        *self.state().statistics.requests.entry(call).or_default() += 1;
    }

    fn find_key(&self, api_key: &[u8]) -> Option<ServedKey> {
        self.state().keys.iter().find(|key| key.api_key().as_bytes() == api_key).cloned()
    }

    /// A deleted key is answered differently from one that never existed.
    fn unknown_key(&self, api_key: &[u8]) -> Rejection {
        let deleted = self.state().deleted.iter().any(|key| key.as_bytes() == api_key);
        if deleted { Rejection::key_id() } else { Rejection::not_permitted() }
    }

    fn other_host(&self) -> String {
        // Where no server of ours plays it, a name that does not exist.
        self.state().other_host.clone().unwrap_or_else(|| "https://smartradex-practice.invalid".to_owned())
    }
}

fn has_key_format(api_key: &[u8]) -> bool {
    api_key.len() == 64 && api_key.iter().all(u8::is_ascii_alphanumeric)
}

fn needs(key: &ServedKey, permission: &str) -> Result<(), Rejection> {
    if key.may(permission) { Ok(()) } else { Err(Rejection::not_permitted()) }
}

/// The transfer of chapter III, which brought the funds to the sub-account.
fn transfers(now_ms: i64) -> Value {
    json!([{
        "counterParty": "master",
        "email": "main@smartradex-practice.invalid",
        "type": 1,
        "asset": "EUR",
        "qty": "1000",
        "fromAccountType": "SPOT",
        "toAccountType": "SPOT",
        "status": "SUCCESS",
        "tranId": 11_798_835_829_i64,
        "time": now_ms - 3_600_000,
    }])
}

fn account(key: &ServedKey, omit_zero_balances: bool, now_ms: i64) -> Value {
    let balances: Vec<_> = COINS
        .into_iter()
        .filter(|&(_, free)| !omit_zero_balances || free != "0.00000000")
        .map(|(asset, free)| json!({ "asset": asset, "free": free, "locked": "0.00000000" }))
        .collect();
    json!({
        "makerCommission": 10,
        "takerCommission": 10,
        "buyerCommission": 0,
        "sellerCommission": 0,
        "commissionRates": {
            "maker": "0.00100000", "taker": "0.00100000", "buyer": "0.00000000", "seller": "0.00000000",
        },
        // These three describe the account, regardless of what the key may do.
        "canTrade": true,
        "canWithdraw": true,
        "canDeposit": true,
        "brokered": false,
        "requireSelfTradePrevention": false,
        "preventSor": false,
        "updateTime": now_ms - 3_600_000,
        "accountType": "SPOT",
        "balances": balances,
        "permissions": ["SPOT"],
        "uid": key.uid,
    })
}

fn coin_information(coin: &str, free: &str) -> Value {
    json!({
        "coin": coin,
        "name": coin,
        "free": free,
        "locked": "0",
        "freeze": "0",
        "trading": true,
        "isLegalMoney": coin == "EUR",
        "depositAllEnable": true,
        "withdrawAllEnable": true,
        "networkList": [],
    })
}
