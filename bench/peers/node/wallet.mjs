// A key's permissions, read with Binance's own library.
import { Wallet } from "@binance/wallet";

const { API_KEY, SECRET_KEY, ENDPOINT } = process.env;
const wallet = new Wallet({
  configurationRestAPI: { apiKey: API_KEY, apiSecret: SECRET_KEY, basePath: ENDPOINT },
});
const answer = await wallet.restAPI.getApiKeyPermission();
console.log(JSON.stringify(await answer.data()));
