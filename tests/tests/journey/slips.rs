//! Slips of the hand do no harm.

use std::time::Duration;

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::{Window, pressing};
use smartradex_wizard::{Lang, Press};

use crate::steps::ENTER;

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
