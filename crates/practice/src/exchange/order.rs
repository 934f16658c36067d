//! The pairs that the exchange trades, and the checks of a test order. No order is ever placed.

use serde_json::{Value, json};

use super::rejection::Rejection;
use super::signed::SignedCall;

/// A pair that residents of the EEA may trade.
pub(crate) struct Pair {
    pub(crate) symbol: &'static str,
    base: &'static str,
    quote: &'static str,
    /// A price of the right order of magnitude.
    price: f64,
}

pub(crate) const PAIRS: [Pair; 4] = [
    Pair { symbol: "BTCEUR", base: "BTC", quote: "EUR", price: 60_000.0 },
    Pair { symbol: "BTCUSDC", base: "BTC", quote: "USDC", price: 70_000.0 },
    Pair { symbol: "ETHEUR", base: "ETH", quote: "EUR", price: 2_500.0 },
    Pair { symbol: "ETHUSDC", base: "ETH", quote: "USDC", price: 3_000.0 },
];

/// The least that an order must be worth, in the quote currency.
const MIN_NOTIONAL: f64 = 5.0;

/// Checks a test order as Binance would, up to the symbol whitelist, which is not checked here.
pub(crate) fn check(call: &SignedCall) -> Result<(), Rejection> {
    let symbol = call.mandatory("symbol")?;
    let side = call.mandatory("side")?;
    let order_type = call.mandatory("type")?;
    let pair = PAIRS.iter().find(|pair| pair.symbol == symbol).ok_or_else(Rejection::symbol)?;
    if side != "BUY" && side != "SELL" {
        return Err(Rejection::side());
    }
    let quantity = call.decimal("quantity")?;
    let worth = match order_type {
        "MARKET" => match (call.decimal("quoteOrderQty")?, quantity) {
            (Some(worth), None) => worth,
            (None, Some(quantity)) => quantity * pair.price,
            (None, None) | (Some(_), Some(_)) => return Err(Rejection::missing("quantity")),
        },
        "LIMIT" => {
            if !["GTC", "IOC", "FOK"].contains(&call.mandatory("timeInForce")?) {
                return Err(Rejection::time_in_force());
            }
            let quantity = quantity.ok_or_else(|| Rejection::missing("quantity"))?;
            quantity * call.decimal("price")?.ok_or_else(|| Rejection::missing("price"))?
        }
        _ => return Err(Rejection::order_type()),
    };
    if worth < MIN_NOTIONAL { Err(Rejection::notional()) } else { Ok(()) }
}

/// The answer to `exchangeInfo`: as much of it as ordinary clients need to load their markets.
pub(crate) fn exchange_info(server_time_ms: i64) -> Value {
    json!({
        "timezone": "UTC",
        "serverTime": server_time_ms,
        "rateLimits": [
            { "rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 6000 },
        ],
        "exchangeFilters": [],
        "symbols": PAIRS.iter().map(symbol).collect::<Vec<_>>(),
    })
}

fn symbol(pair: &Pair) -> Value {
    json!({
        "symbol": pair.symbol,
        "status": "TRADING",
        "baseAsset": pair.base,
        "baseAssetPrecision": 8,
        "quoteAsset": pair.quote,
        "quotePrecision": 8,
        "quoteAssetPrecision": 8,
        "baseCommissionPrecision": 8,
        "quoteCommissionPrecision": 8,
        "orderTypes": ["LIMIT", "MARKET"],
        "icebergAllowed": true,
        "ocoAllowed": true,
        "quoteOrderQtyMarketAllowed": true,
        "allowTrailingStop": true,
        "cancelReplaceAllowed": true,
        "isSpotTradingAllowed": true,
        "isMarginTradingAllowed": false,
        "filters": [
            { "filterType": "PRICE_FILTER", "minPrice": "0.01", "maxPrice": "1000000.00", "tickSize": "0.01" },
            { "filterType": "LOT_SIZE", "minQty": "0.00001", "maxQty": "9000.00000", "stepSize": "0.00001" },
            {
                "filterType": "NOTIONAL",
                "minNotional": "5.00",
                "applyMinToMarket": true,
                "maxNotional": "9000000.00",
                "applyMaxToMarket": false,
                "avgPriceMins": 5,
            },
        ],
        "permissions": [],
        "permissionSets": [["SPOT"]],
        "defaultSelfTradePreventionMode": "EXPIRE_MAKER",
        "allowedSelfTradePreventionModes": ["EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"],
    })
}
