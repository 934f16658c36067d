//! The examination of a key.
//!
//! It takes two round trips, not one, because Binance refuses a request whose timestamp is more than a second ahead of its
//! own clock, and the clocks of many computers are further off than that. So the first round trip asks only for the time,
//! and opens the connection; everything signed with that time then travels together in the second, on the same connection.
//! Asking for the permissions first, or together with the time, would save nothing when the clock is right, and would tell
//! a user whose clock is wrong that the key is wrong.
//!
//! Some answers lead to a third round trip. None is made once an answer asks to be left alone, because further requests
//! lengthen a ban. The answers to calls already sent are still read to the end.

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use reqwest::Method;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::code::{INVALID_TIMESTAMP, KEY_IP_OR_PERMISSIONS};
use crate::reply::Reply;
use crate::{
    Account, AccountKind, Client, Clock, Credentials, Examination, Failure, Market, Permissions, TestOrder,
};

/// The most that is allowed for an answer's way from Binance, in milliseconds. The first round trip also opened the
/// connection, so half of it can be far longer than that way, and a timestamp must not end up a second ahead.
const MAX_WAY_MS: i64 = 250;
/// Binance's codes for refusals of one particular call.
const ORDER_REFUSED: i32 = -2010;
const SUB_ACCOUNTS_ONLY: i32 = -12022;

/// Examines a key: what it may do, whose it is, and whether it can trade.
///
/// `local_clock` is this computer's time in milliseconds since 1970. `progress` is called each time something is learnt,
/// with everything known so far. Dropping the future stops the examination and closes its requests.
pub async fn examine(
    client: &Client,
    credentials: &Credentials,
    market: Market,
    local_clock: impl Fn() -> i64,
    mut progress: impl FnMut(&Examination),
) -> Examination {
    let deadline = client.deadline();
    let mut found = Examination { round_trips: 1, ..Examination::default() };
    let asked = local_clock();
    let time = client.open("/api/v3/time", deadline).await;
    let clock = read_clock(time, asked, local_clock());
    let mut pending = Vec::new();
    let mut offset_ms = 0;
    if let Ok(clock) = &clock {
        offset_ms = clock.offset_ms;
        pending = vec![Call::Permissions, Call::Kind, Call::Account, Call::Order(first_pair(market))];
    }
    found.clock = Some(clock);
    progress(&found);

    let (mut resynchronised, mut repeated) = (false, false);
    while !pending.is_empty() {
        let timestamp = local_clock().saturating_add(offset_ms);
        found.round_trips += 1;
        let mut replies: FuturesUnordered<_> = pending
            .drain(..)
            .map(|call| async move {
                (call, client.signed(call.request(), credentials, timestamp, deadline).await)
            })
            .collect();
        let mut unsettled = Vec::new();
        let mut late = false;
        while let Some((call, reply)) = replies.next().await {
            let again = if !resynchronised && is_refused(&reply, INVALID_TIMESTAMP) {
                late = true;
                Some(call)
            } else {
                other_pair(call, &reply, market)
            };
            match again {
                Some(next) => unsettled.push((call, reply, next)),
                None => {
                    record(&mut found, call, &reply);
                    progress(&found);
                }
            }
        }
        drop(replies);
        let mut goes_on = !found.has(wants_quiet);
        if late && goes_on {
            resynchronised = true;
            found.round_trips += 1;
            let asked = local_clock();
            let time = client.open("/api/v3/time", deadline).await;
            match read_clock(time, asked, local_clock()) {
                Ok(clock) => {
                    offset_ms = clock.offset_ms;
                    found.clock = Some(Ok(clock));
                    progress(&found);
                }
                Err(failure) => {
                    goes_on = false;
                    // After any other failure the first answer still holds.
                    if wants_quiet(&failure) {
                        found.clock = Some(Err(failure));
                    }
                }
            }
        }
        for (call, reply, next) in unsettled {
            if goes_on {
                pending.push(next);
            } else {
                record(&mut found, call, &reply);
                progress(&found);
            }
        }
        // What went wrong in passing beside good permissions would leave open whose key this is.
        if goes_on && !repeated && matches!(found.permissions, Some(Ok(_))) {
            repeated = true;
            pending.extend(found.failed_in_passing(market));
        }
    }

    if found.has(is_fault) && !found.has(wants_quiet) {
        found.round_trips += 1;
        if let Some(reason) = fault_reason(&client.open("/sapi/v1/system/status", deadline).await) {
            found
                .failures_mut()
                .filter(|failure| is_fault(failure))
                .for_each(|fault| *fault = reason.clone());
        }
    }
    found.finished = true;
    progress(&found);
    found
}

/// One of the signed calls.
#[derive(Clone, Copy)]
enum Call {
    Permissions,
    Kind,
    Account,
    /// The test order, with the parameters of its pair.
    Order(&'static str),
}

impl Call {
    /// Method, path and parameters.
    fn request(self) -> (Method, &'static str, &'static str) {
        match self {
            Self::Permissions => (Method::GET, "/sapi/v1/account/apiRestrictions", ""),
            // One entry of the history tells as much as the five hundred that come without a limit.
            Self::Kind => (Method::GET, "/sapi/v1/sub-account/transfer/subUserHistory", "limit=1"),
            Self::Account => (Method::GET, "/api/v3/account", "omitZeroBalances=true"),
            Self::Order(parameters) => (Method::POST, "/api/v3/order/test", parameters),
        }
    }
}

// A market order for an amount of the quote currency needs no price, which would have to be near the market's, and no
// quantity, which would have to fit the pair's steps. 100 is above every minimum amount (5 and 10 at the time of writing).
const fn first_pair(market: Market) -> &'static str {
    match market {
        Market::Bitcoin => "symbol=BTCEUR&side=BUY&type=MARKET&quoteOrderQty=100",
        Market::Ether => "symbol=ETHEUR&side=BUY&type=MARKET&quoteOrderQty=100",
    }
}

const fn second_pair(market: Market) -> &'static str {
    match market {
        Market::Bitcoin => "symbol=BTCUSDC&side=BUY&type=MARKET&quoteOrderQty=100",
        Market::Ether => "symbol=ETHUSDC&side=BUY&type=MARKET&quoteOrderQty=100",
    }
}

/// The test order to make next, if this one proved nothing and another pair is left.
fn other_pair(call: Call, reply: &Result<Reply, Failure>, market: Market) -> Option<Call> {
    let Call::Order(parameters) = call else { return None };
    let inconclusive = matches!(read_order(reply), Ok(TestOrder::Inconclusive));
    (inconclusive && parameters == first_pair(market)).then(|| Call::Order(second_pair(market)))
}

fn record(found: &mut Examination, call: Call, reply: &Result<Reply, Failure>) {
    match call {
        Call::Permissions => found.permissions = Some(read_permissions(reply)),
        Call::Kind => found.kind = Some(read_kind(reply)),
        Call::Account => found.account = Some(read_account(reply)),
        Call::Order(_) => found.order = Some(read_order(reply)),
    }
}

pub(crate) fn read_clock(reply: Result<Reply, Failure>, asked: i64, answered: i64) -> Result<Clock, Failure> {
    #[derive(Deserialize)]
    struct Time {
        #[serde(rename = "serverTime")]
        server_time: i64,
    }

    let reply = reply?;
    let Time { server_time } = reply.object()?;
    if server_time <= 0 {
        return Err(Failure::NotBinance(reply.status));
    }
    let way = (answered.saturating_sub(asked) / 2).clamp(0, MAX_WAY_MS);
    Ok(Clock { offset_ms: server_time.saturating_add(way).saturating_sub(answered) })
}

fn read_permissions(reply: &Result<Reply, Failure>) -> Result<Permissions, Failure> {
    let reply = reply.as_ref().map_err(Clone::clone)?;
    Permissions::parse(reply.good()?).ok_or(Failure::NotBinance(reply.status))
}

fn read_kind(reply: &Result<Reply, Failure>) -> Result<AccountKind, Failure> {
    let reply = reply.as_ref().map_err(Clone::clone)?;
    let history = |body| serde_json::from_slice::<Vec<IgnoredAny>>(body).is_ok();
    match reply.good() {
        Ok(body) if history(body) => Ok(AccountKind::SubAccount),
        Ok(_) => Ok(AccountKind::Unknown),
        Err(Failure::Rejected(_, SUB_ACCOUNTS_ONLY)) => Ok(AccountKind::MainAccount),
        Err(Failure::Rejected(_, code)) if code != INVALID_TIMESTAMP => Ok(AccountKind::Unknown),
        Err(failure) => Err(failure),
    }
}

fn read_account(reply: &Result<Reply, Failure>) -> Result<Account, Failure> {
    #[derive(Deserialize)]
    struct Body {
        uid: Option<Value>,
    }

    let body: Body = reply.as_ref().map_err(Clone::clone)?.object()?;
    Ok(Account { uid: body.uid.as_ref().and_then(Value::as_u64) })
}

fn read_order(reply: &Result<Reply, Failure>) -> Result<TestOrder, Failure> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Empty {}

    let reply = reply.as_ref().map_err(Clone::clone)?;
    match reply.object::<Empty>() {
        Ok(Empty {}) => Ok(TestOrder::Accepted),
        Err(Failure::Rejected(_, KEY_IP_OR_PERMISSIONS)) => Ok(TestOrder::NotPermitted),
        Err(Failure::Rejected(_, ORDER_REFUSED)) if names_whitelist(reply) => Ok(TestOrder::NotWhitelisted),
        Err(Failure::Rejected(_, code)) if code != INVALID_TIMESTAMP => Ok(TestOrder::Inconclusive),
        Err(failure) => Err(failure),
    }
}

/// The code alone does not distinguish the symbol whitelist from other reasons to refuse an order, so the text is read
/// here.
fn names_whitelist(reply: &Reply) -> bool {
    reply.refusal().is_some_and(|refusal| refusal.msg.to_ascii_lowercase().contains("whitelist"))
}

fn is_refused(reply: &Result<Reply, Failure>, code: i32) -> bool {
    reply.as_ref().ok().and_then(Reply::refusal).is_some_and(|refusal| refusal.code == code)
}

/// What to report instead of a fault of Binance's, according to its answer about the system's status.
pub(crate) fn fault_reason(reply: &Result<Reply, Failure>) -> Option<Failure> {
    #[derive(Deserialize)]
    struct Status {
        status: i64,
    }

    match reply.as_ref().ok()?.object() {
        Ok(Status { status: 1 }) => Some(Failure::Maintenance),
        Ok(Status { .. }) => None,
        Err(failure) => wants_quiet(&failure).then_some(failure),
    }
}

fn is_fault(failure: &Failure) -> bool {
    matches!(failure, Failure::BinanceFault(..))
}

/// Whether Binance, or its web firewall, asks to be left alone for a while.
fn wants_quiet(failure: &Failure) -> bool {
    matches!(failure, Failure::TooManyRequests(_) | Failure::Banned(_) | Failure::Firewall)
}

/// Whether the same call may succeed a moment later.
fn passes(failure: &Failure) -> bool {
    is_fault(failure) || *failure == Failure::Stalled
}

impl Examination {
    /// The calls beside the permissions that failed, but may succeed when they are made again.
    fn failed_in_passing(&self, market: Market) -> Vec<Call> {
        fn failed<T>(result: &Option<Result<T, Failure>>) -> bool {
            matches!(result, Some(Err(failure)) if passes(failure))
        }
        let calls = [
            (failed(&self.kind), Call::Kind),
            (failed(&self.account), Call::Account),
            (failed(&self.order), Call::Order(first_pair(market))),
        ];
        calls.into_iter().filter_map(|(failed, call)| failed.then_some(call)).collect()
    }

    fn failures_mut(&mut self) -> impl Iterator<Item = &mut Failure> {
        fn of<T>(result: &mut Option<Result<T, Failure>>) -> Option<&mut Failure> {
            result.as_mut().and_then(|result| result.as_mut().err())
        }
        let all = [
            of(&mut self.clock),
            of(&mut self.permissions),
            of(&mut self.kind),
            of(&mut self.account),
            of(&mut self.order),
        ];
        all.into_iter().flatten()
    }

    fn has(&self, is: fn(&Failure) -> bool) -> bool {
        self.failures().any(|(_, failure)| is(failure))
    }
}
