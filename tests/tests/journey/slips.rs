//! Slips of the hand do no harm.

use std::fs;
use std::time::Duration;

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::taken;
use smartradex_tests::window::{Window, pressing};
use smartradex_wizard::{Lang, Part, Press, Step};

use crate::close::close_windows;
use crate::steps::{ENTER, go_to_step_4, sentence, until};

/// The pauses between the clicks of a double click: before the next screen is there, and after.
const PAUSES: [Duration; 2] = [Duration::ZERO, Duration::from_millis(200)];

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_double_click_on_the_way_on_skips_no_step() -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    for pause in PAUSES {
        window.double_click(&Press::Start, pause).await?;
        window.wait_for_place("step-1").await?;
        // Actions are handled in order: when this one has been answered, so would the second click have been.
        window.press(&Press::Language { lang: Lang::En }).await?;
        window.wait_for("[lang=en] > main").await?;
        assert_eq!(window.place().await?, "step-1", "{pause:?}");
        assert_eq!(window.count("[data-instruction][data-state=done]").await?, 0, "{pause:?}");
        window.press(&Press::Language { lang: Lang::Fr }).await?;
        window.press(&Press::Back).await?;
        window.wait_for_place("welcome").await?;
    }
    Ok(())
}

/// In the narrow window the button for what comes next stands where the one for what was just done stood.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_double_click_pastes_into_one_field_only() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    go_to_step_4(&window).await?;
    window.press(&Press::Panel).await?;
    window.wait_for("header details").await?;
    computer.clipboard.copy(&"kYq3vTn8mRb2Wc7L".repeat(4))?;
    let api_key = Press::Paste { part: Part::ApiKey };
    window.double_click(&api_key, Duration::from_millis(200)).await?;
    window.wait_for(&taken(Part::ApiKey)).await?;
    // Actions are handled in order: when this one has been answered, so would the second click have been.
    window.press(&Press::Language { lang: Lang::Fr }).await?;
    window.wait_for("[lang=fr] > main").await?;
    let told = sentence(Language::French, "paste", "paste-same-in-both")?;
    assert!(!window.text_of("main").await?.contains(&told), "nothing was pasted into the other field");

    // The steps can be gone back to here, too.
    window.press(&Press::Go { step: Step::CreateKey }).await?;
    window.wait_for_place("step-2").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn whoever_narrows_the_window_by_keyboard_goes_on_from_there() -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    let panel = pressing(&Press::Panel);
    window.tab_to(&panel).await?;
    // Into the bar of the narrow window, and back into the rail.
    for there in [".icon", ".row"] {
        window.key(ENTER).await?;
        let there = format!("{there} {panel}");
        window
            .wait(&there, "return document.activeElement.matches(arguments[0])", vec![there.as_str().into()])
            .await?;
    }
    Ok(())
}

/// Binance shows a secret key only once, so a window that holds one does not just close.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_window_that_holds_what_was_pasted_asks_before_it_closes() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    go_to_step_4(&window).await?;
    computer.clipboard.copy(&"kYq3vTn8mRb2Wc7L".repeat(4))?;
    window.press(&Press::Paste { part: Part::SecretKey }).await?;
    window.wait_for(&taken(Part::SecretKey)).await?;
    close_windows(&computer)?;
    window.wait_for_place("leaving").await?;
    window.press(&Press::Close).await?;
    window.wait_for_place("step-4").await?;
    window.wait_for(&taken(Part::SecretKey)).await?;
    // A double click on the close button cannot have been meant for a question that nobody has read yet.
    close_windows(&computer)?;
    close_windows(&computer)?;
    window.wait_for_place("leaving").await?;
    // The window that would answer this is gone.
    let _ = window.press(&Press::Leave).await;
    let log = computer.home.kept().join("log.txt");
    let ended = |times| fs::read_to_string(&log).is_ok_and(|log| log.matches(" INFO end\n").count() == times);
    until("the program has ended", || ended(1)).await?;

    // What is kept nowhere else is gone, and nothing is asked where nothing can be lost.
    drop(window);
    let window = Window::open(&computer, &[]).await?;
    window.wait_for_place("step-4").await?;
    assert_eq!(window.count(&taken(Part::SecretKey)).await?, 0);
    close_windows(&computer)?;
    until("it has ended again", || ended(2)).await
}
