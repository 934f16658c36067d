//! A small client that does its own signing and returns status and body as received.

use std::net::SocketAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use smartradex_practice::{Exchange, Scenario, ServedKey, Server};

/// Binance's own example key, from its documentation.
pub(crate) const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
/// Its secret, from the same place.
pub(crate) const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

pub(crate) const RESTRICTIONS: &str = "/sapi/v1/account/apiRestrictions";
pub(crate) const HISTORY: &str = "/sapi/v1/sub-account/transfer/subUserHistory";
pub(crate) const ACCOUNT: &str = "/api/v3/account";
pub(crate) const ORDER_TEST: &str = "/api/v3/order/test";
pub(crate) const ORDER: &str = "symbol=BTCEUR&side=BUY&type=MARKET&quoteOrderQty=10";

pub(crate) struct Client {
    pub(crate) http: reqwest::Client,
    pub(crate) url: String,
    pub(crate) api_key: String,
    pub(crate) secret_key: String,
}

/// Status and body; null if the body is not JSON.
pub(crate) type Answer = (u16, Value);

pub(crate) fn now_ms() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

pub(crate) fn sign(secret: &str, payload: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(payload.as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn http() -> reqwest::ClientBuilder {
    // It is just as good if another test has already installed it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([])
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(20))
}

/// A server on a free port.
pub(crate) async fn serve(exchange: &Exchange) -> Server {
    Server::bind(SocketAddr::from(([127, 0, 0, 1], 0)), exchange.clone()).await.unwrap()
}

/// A server with the example key, and a client with the values that the scenario hands out.
pub(crate) async fn playing(scenario: Scenario) -> (Server, Client) {
    with_key(scenario, ServedKey::good(API_KEY, SECRET)).await
}

pub(crate) async fn with_key(scenario: Scenario, key: ServedKey) -> (Server, Client) {
    let exchange = Exchange::with_key(key);
    exchange.set_scenario(scenario);
    let server = serve(&exchange).await;
    let (api_key, secret_key) = scenario.handed_out(API_KEY, SECRET);
    let client = Client::new(&server, &api_key, &secret_key);
    (server, client)
}

impl Client {
    pub(crate) fn new(server: &Server, api_key: &str, secret_key: &str) -> Self {
        Self {
            http: http().build().unwrap(),
            url: server.url(),
            api_key: api_key.to_owned(),
            secret_key: secret_key.to_owned(),
        }
    }

    /// A call without a key or signature.
    pub(crate) async fn get(&self, path_and_query: &str) -> Answer {
        read(self.http.get(format!("{}{path_and_query}", self.url))).await
    }

    /// A call with the key and exactly this query.
    pub(crate) async fn raw(&self, path: &str, query: &str) -> Answer {
        let url = format!("{}{path}?{query}", self.url);
        read(self.http.get(url).header("X-MBX-APIKEY", &self.api_key)).await
    }

    /// A signed call with these parameters and this computer's time.
    pub(crate) async fn signed(&self, path: &str, parameters: &str) -> Answer {
        self.signed_at(path, parameters, now_ms()).await
    }

    /// A signed call with this timestamp.
    pub(crate) async fn signed_at(&self, path: &str, parameters: &str, timestamp_ms: i64) -> Answer {
        let separator = if parameters.is_empty() { "" } else { "&" };
        let payload = format!("{parameters}{separator}timestamp={timestamp_ms}");
        self.raw(path, &format!("{payload}&signature={}", sign(&self.secret_key, &payload))).await
    }

    /// A signed POST with everything in the body.
    pub(crate) async fn post(&self, path: &str, parameters: &str) -> Answer {
        let payload = format!("{parameters}&timestamp={}", now_ms());
        let body = format!("{payload}&signature={}", sign(&self.secret_key, &payload));
        self.post_raw(path, "", body).await
    }

    /// A POST with the key and exactly this query and body.
    pub(crate) async fn post_raw(&self, path: &str, query: &str, body: String) -> Answer {
        let request = self
            .http
            .post(format!("{}{path}?{query}", self.url))
            .header("X-MBX-APIKEY", &self.api_key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(body);
        read(request).await
    }
}

pub(crate) async fn read(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_slice(&response.bytes().await.unwrap()).unwrap_or_default())
}

/// Status and Binance's code.
#[track_caller]
pub(crate) fn assert_refused(answer: &Answer, status: u16, code: i64) {
    assert_eq!((answer.0, answer.1["code"].as_i64()), (status, Some(code)), "{answer:?}");
    assert!(answer.1["msg"].as_str().is_some_and(|msg| !msg.is_empty()), "{answer:?}");
}
