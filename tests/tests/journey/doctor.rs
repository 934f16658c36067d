//! The doctor and the log, in the real window: findings are reported in both languages, and what should be gone is
//! gone.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use smartradex_practice::{Exchange, Scenario, Server};
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::{Window, pressing};
use smartradex_wizard::{Lang, Overlay, Press};

use crate::close::close_windows;
use crate::steps::{sentence, until};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_doctor_names_the_part_that_fails_and_the_log_goes_with_its_switch() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    computer.keyring.start_unlocked().await?;
    let server = Server::bind((Ipv4Addr::LOCALHOST, 0).into(), Exchange::default()).await?;
    let arguments = ["--endpoint".to_owned(), server.url()];
    let window = Window::open(&computer, &arguments).await?;
    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;

    show(&window, Overlay::Doctor, "doctor").await?;
    for part in ["dns", "tcp", "tls", "binance", "clock", "keyring", "engine", "display", "system"] {
        window.wait_for(&line(part, "ok")).await?;
    }
    server.exchange().set_scenario(Scenario::Firewall);
    window.press(&Press::Diagnose).await?;
    window.wait_for(&line("binance", "wrong")).await?;
    window.wait_for(&line("tcp", "ok")).await?;
    for (lang, language) in [(Lang::En, Language::English), (Lang::Fr, Language::French)] {
        window.press(&Press::Language { lang }).await?;
        let words = sentence(language, "doctor", "doctor-not-reached")?;
        window.wait_for_text("[data-block=verdict]", &words).await?;
    }

    let folder = computer.home.kept_of_other_address();
    let log = folder.join("log.txt");
    until("the log tells what the doctor found", || {
        let text = fs::read_to_string(&log).unwrap_or_default();
        text.contains("screen place=doctor") && text.contains("doctor troubles=firewall")
    })
    .await?;
    window.press(&Press::Close).await?;
    window.wait_for_place("step-1").await?;
    window.press(&Press::Show { overlay: Overlay::Phone }).await?;
    window.wait_for_place("phone").await?;
    window.press(&Press::Show { overlay: Overlay::Report }).await?;
    window.wait_for_place("report").await?;
    window.wait_for_text("[data-block=value]", "fr.smartradex.setup/other-address/log.txt").await?;
    window.press(&Press::KeepLog).await?;
    window.wait_for_no(&pressing(&Press::ShowLog)).await?;
    until("the log is gone", || logs(&folder).is_empty()).await?;
    window.press(&Press::KeepLog).await?;
    window.wait_for(&pressing(&Press::ShowLog)).await?;
    window.press(&Press::Close).await?;
    until("it is kept again", || fs::read_to_string(&log).is_ok_and(|text| text.contains("place=phone")))
        .await?;
    window.wait_for_place("phone").await?;

    show(&window, Overlay::Forget, "forget").await?;
    window.press(&Press::ForgetEverything).await?;
    window.wait_for_place("forgotten").await?;
    window.wait_for_no("[data-block=checks] [data-state=waiting]").await?;
    assert_eq!(window.count("[data-block=checks] [data-state=ok]").await?, 4);
    assert_eq!(logs(&folder), [""; 0].map(PathBuf::from), "nothing is written about having forgotten");

    // What is done after that survives the closing of the window.
    window.press(&Press::Close).await?;
    window.wait_for_place("welcome").await?;
    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;
    let planted = folder.join("webview/planted");
    fs::create_dir_all(folder.join("webview"))?;
    fs::write(&planted, "what the web engine holds on to")?;
    close_windows(&computer)?;
    until("the program has ended", || !planted.exists()).await?;
    drop(window);
    let window = Window::open(&computer, &arguments).await?;
    window.wait_for_place("step-1").await?;
    Ok(())
}

async fn show(window: &Window, overlay: Overlay, place: &str) -> Outcome {
    window
        .run("document.querySelector(arguments[0]).click()", vec![pressing(&Press::Show { overlay }).into()])
        .await?;
    window.wait_for_place(place).await
}

/// The doctor's line for this part, in this state.
fn line(part: &str, state: &str) -> String {
    format!("[data-check={part}][data-state={state}]")
}

/// The log's files.
fn logs(folder: &Path) -> Vec<PathBuf> {
    ["log.txt", "log.old.txt"]
        .map(|name| folder.join(name))
        .into_iter()
        .filter(|path| path.exists())
        .collect()
}
