// A key's permissions, read with ccxt.
import ccxt from "ccxt";

const { API_KEY, SECRET_KEY, ENDPOINT } = process.env;
const exchange = new ccxt.binance({ apiKey: API_KEY, secret: SECRET_KEY });
exchange.urls.api = JSON.parse(JSON.stringify(exchange.urls.api).replaceAll("https://api.binance.com", ENDPOINT));
console.log(JSON.stringify(await exchange.sapiGetAccountApiRestrictions()));
