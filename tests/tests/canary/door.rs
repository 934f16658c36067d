//! The door between page and program: a page that has been taken over can send nothing elsewhere and ask for nothing but
//! screens.

use std::fs;
use std::net::Ipv4Addr;
use std::time::Duration;

use serde_json::json;
use smartradex_practice::{Exchange, Server};
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::Window;
use tokio::time::sleep;

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

/// Neither a camera nor a microphone is tried: this computer has none, so the answer would be the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_changes_nothing_that_all_objects_inherit_and_is_not_told_where_the_computer_is() -> Outcome
{
    let computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    assert_eq!(window.run("return Object.isFrozen(Object.prototype)", vec![]).await?, true);
    window.run("Object.prototype.planted = 'planted'", vec![]).await?;
    assert_eq!(window.run("return typeof ({}).planted", vec![]).await?, "undefined");
    // With the permission, the place would be unavailable instead, which is another code.
    let place = "navigator.geolocation.getCurrentPosition(() => answer = 'told',
        (error) => answer = error.code === error.PERMISSION_DENIED ? 'refused' : error.message)";
    window.run(&format!("globalThis.answer = ''; {place}"), vec![]).await?;
    assert_eq!(window.wait("the answer", "return answer", vec![]).await?, "refused");
    Ok(())
}

/// Two rules stand in the way, that of navigation and that of downloads, and each is enough.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_puts_no_file_among_the_downloads() -> Outcome {
    let computer = Computer::start(Setup::light(Language::English)).await?;
    let downloads = computer.home.user().join("Downloads");
    let settings = computer.home.user().join(".config");
    fs::create_dir_all(&downloads)?;
    fs::create_dir_all(&settings)?;
    fs::write(settings.join("user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n")?;
    let window = Window::open(&computer, &[]).await?;
    for address in
        ["location.href", "'data:text/plain,planted'", "URL.createObjectURL(new Blob(['planted']))"]
    {
        let click = format!(
            "const link = document.createElement('a'); link.href = {address}; link.download = 'planted.txt';
            document.body.append(link); link.click(); link.remove()"
        );
        window.run(&click, vec![]).await?;
    }
    // What is let through is there sooner than this.
    sleep(Duration::from_secs(2)).await;
    let left: Vec<_> = fs::read_dir(&downloads)?.collect::<Result<_, _>>()?;
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(window.place().await?, "welcome");
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
