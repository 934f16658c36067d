//! A key's permissions, read with Binance's own Rust library.

use std::env;
use std::error::Error;

use binance_sdk::config::ConfigurationRestApi;
use binance_sdk::wallet::WalletRestApi;
use binance_sdk::wallet::rest_api::GetApiKeyPermissionParams;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let configuration = ConfigurationRestApi::builder()
        .api_key(env::var("API_KEY")?)
        .api_secret(env::var("SECRET_KEY")?)
        .base_path(env::var("ENDPOINT")?)
        .build()?;
    let client = WalletRestApi::from_config(configuration);
    let answer = client.get_api_key_permission(GetApiKeyPermissionParams::default()).await;
    // The error's text omits the code by which Binance refuses; its debug form has it.
    let answer = answer.inspect_err(|error| eprintln!("{error:#?}"))?;
    println!("{}", serde_json::to_string(&answer.data().await?)?);
    Ok(())
}
