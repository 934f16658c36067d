"""The permissions of a key, by ccxt."""

import json
import os

import ccxt

exchange = ccxt.binance({"apiKey": os.environ["API_KEY"], "secret": os.environ["SECRET_KEY"]})


def here(urls):
    """The same addresses, on this computer."""
    if isinstance(urls, dict):
        return {name: here(url) for name, url in urls.items()}
    return urls.replace("https://api.binance.com", os.environ["ENDPOINT"]) if isinstance(urls, str) else urls


exchange.urls["api"] = here(exchange.urls["api"])
print(json.dumps(exchange.sapi_get_account_apirestrictions()))
