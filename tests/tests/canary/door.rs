//! The door between page and program: a page that has been taken over can send nothing elsewhere and ask for nothing but
//! screens.

use std::net::Ipv4Addr;

use serde_json::json;
use smartradex_practice::{Exchange, Server};
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::Window;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_reaches_nobody_and_calls_nothing_but_its_two_commands() -> Outcome {
    let computer = Computer::start(Setup::light(Language::English)).await?;
    let server = Server::bind((Ipv4Addr::LOCALHOST, 0).into(), Exchange::default()).await?;
    let window = Window::open(&computer, &[]).await?;
    let outside = json!(format!("{}/api/v3/time", server.url()));

    for way in [
        "fetch(address, { mode: 'no-cors' })",
        "new Promise((done, fail) => { const one = new Image(); one.onload = done; one.onerror = fail; one.src = address })",
        "new Promise((done, fail) => { const one = document.createElement('script'); one.onload = done; one.onerror = fail;
            one.src = address; document.head.append(one) })",
        "new Promise((done, fail) => { const one = new WebSocket(address.replace('http', 'ws')); one.onopen = done; one.onerror = fail })",
    ] {
        assert_eq!(attempt(&window, way, &outside).await?, "refused", "{way}");
    }
    window.run("open(arguments[0])", vec![outside.clone()]).await?;
    window.run("location.href = arguments[0]", vec![outside]).await?;
    window.wait_for_place("welcome").await?;
    assert_eq!(server.exchange().statistics().connections, 0, "nobody was even called");

    // An action that changes nothing on the first screen.
    let close = json!({ "action": { "type": "press", "press": { "type": "close" } }, "place": "welcome" });
    assert_eq!(attempt(&window, &invoke("dispatch"), &close).await?, "done");
    for command in [
        "get_secret",
        "plugin:event|listen",
        "plugin:path|resolve_directory",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:app|version",
    ] {
        assert_eq!(attempt(&window, &invoke(command), &json!({})).await?, "refused", "{command}");
    }
    assert_eq!(window.run("return typeof __TAURI__", vec![]).await?, "undefined");
    Ok(())
}

fn invoke(command: &str) -> String {
    format!("__TAURI_INTERNALS__.invoke('{command}', address)")
}

/// How a promise ends: `done` or `refused`.
async fn attempt(window: &Window, promise: &str, address: &serde_json::Value) -> Outcome<serde_json::Value> {
    window.run("globalThis.came = ''", vec![]).await?;
    let begin = format!(
        "const address = arguments[0]; ({promise}).then(() => came = 'done', () => came = 'refused')"
    );
    window.run(&begin, vec![address.clone()]).await?;
    window.wait(promise, "return came", vec![]).await
}
