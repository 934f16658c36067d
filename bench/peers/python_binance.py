"""The permissions of a key, by python-binance."""

import json
import os

from binance.client import Client

client = Client(os.environ["API_KEY"], os.environ["SECRET_KEY"], ping=False)
client.MARGIN_API_URL = os.environ["ENDPOINT"] + "/sapi"
print(json.dumps(client.get_account_api_permissions()))
