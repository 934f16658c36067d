//! The computer around the client: its certificate authorities, its proxy, and a user who gives up.
//!
//! What depends on environment variables is tested in a separate process: the test starts itself again with them
//! set.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::process::Command;
use std::time::Duration;

use common::exchange::Identity;
use common::{client, deserted, examination, patient};
use smartradex_binance::{Client, ClientOptions, Endpoint, Failure};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

/// Set in the process that a test starts.
const AGAIN: &str = "SMARTRADEX_TEST_AGAIN";

/// Whether this is the process with the variables. If not, starts that process, in which `test` has to pass.
fn is_again(test: &str, variables: &[(&str, &str)]) -> bool {
    if std::env::var_os(AGAIN).is_some() {
        return true;
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    for inherited in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"] {
        command.env_remove(inherited);
    }
    let output =
        command.args(["--exact", test]).env(AGAIN, "1").envs(variables.iter().copied()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
    false
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_computer_without_authorities_is_told_so() {
    use common::now_ms;
    use smartradex_binance::{Fact, diagnose};

    let nothing = [("SSL_CERT_FILE", "/dev/null"), ("SSL_CERT_DIR", "/dev/null")];
    if is_again("a_computer_without_authorities_is_told_so", &nothing) {
        let https = Client::new(Endpoint::binance(), &patient());
        assert_eq!(https.err(), Some(Failure::NoAuthorities));
        let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = Endpoint::parse(&format!("https://{}", server.local_addr().unwrap())).unwrap();
        let found = diagnose(&endpoint, &patient(), now_ms).await;
        assert_eq!((found.tcp, found.tls), (Fact::Works, Fact::Fails(Failure::NoAuthorities)));
        // Practice still works, because plain http needs no authorities.
        let endpoint = format!("http://{}", deserted().await);
        assert_eq!(examination(&client(&endpoint, &patient())).await.clock, Some(Err(Failure::Refused)));
    }
}

#[test]
fn an_authority_that_is_none_is_told_so() {
    let options = ClientOptions { authority: Some(b"not a certificate".to_vec()), ..patient() };
    assert_eq!(Client::new(Endpoint::binance(), &options).err(), Some(Failure::NoAuthorities));
}

#[tokio::test]
async fn the_proxy_of_the_environment_is_used_and_named() {
    let address = deserted().await;
    let proxy = format!("http://{address}");
    if is_again("the_proxy_of_the_environment_is_used_and_named", &[("HTTPS_PROXY", &proxy)]) {
        // Without the proxy the answer would be `Refused`: the address given for the host leads nowhere either.
        let authority = Some(Identity::new("api.binance.com").authority);
        let options = ClientOptions { authority, address: Some(address), ..ClientOptions::default() };
        let client = Client::new(Endpoint::binance(), &options).unwrap();
        assert_eq!(examination(&client).await.clock, Some(Err(Failure::Proxy)));
    }
}

#[tokio::test]
async fn dropping_the_examination_closes_the_line() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client(&format!("http://{}", listener.local_addr().unwrap()), &patient());
    let running = tokio::spawn(async move { examination(&client).await });
    let (mut stream, _) = listener.accept().await.unwrap();
    assert!(stream.read(&mut [0; 1024]).await.unwrap() > 0);

    running.abort();
    let closed = async { while stream.read(&mut [0; 1024]).await.is_ok_and(|length| length > 0) {} };
    tokio::time::timeout(Duration::from_secs(5), closed).await.expect("the line stays open");
    assert!(running.await.unwrap_err().is_cancelled());
}
