//! The rehearsal, from the first screen to the last, in the drawn pages.

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::{self, Hand};
use smartradex_tests::window::Window;
use smartradex_wizard::Press;

use crate::steps;

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn by_mouse_in_french() -> Outcome {
    from_start_to_end(Language::French, Hand::Mouse).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn by_keyboard_in_english() -> Outcome {
    from_start_to_end(Language::English, Hand::Keyboard).await
}

/// Does all of it with this hand.
async fn from_start_to_end(language: Language, hand: Hand) -> Outcome {
    let mut computer = Computer::start(Setup::light(language)).await?;
    computer.keyring.start_unlocked().await?;
    let window = Window::open(&computer, &[]).await?;
    assert_eq!(window.language().await?, language.tag());
    for station in walk::rehearsal() {
        station.go(&window, hand).await?;
        if station.name == "step-2-code" {
            assert_eq!(computer.clipboard.text()?.as_deref(), Some("SmartradeX BTC Spot"));
        }
    }
    let card = window.text_of("[data-block=cards]").await?;
    assert!(card.contains("SmartradeX BTC Spot"), "{card}");
    assert_eq!(window.count("[data-check][data-state=wrong]").await?, 0);
    let kept = computer.keyring.wait_for_kept(1).await?;
    assert!(kept[0].attributes.values().any(|value| value.ends_with("practice/btc-spot")), "{kept:?}");

    // Now for real: nothing is left of the rehearsal.
    match hand {
        Hand::Mouse => window.press(&Press::LeavePractice).await?,
        Hand::Keyboard => window.press_by_key(&Press::LeavePractice, steps::ENTER).await?,
    }
    window.wait_for_place("welcome").await?;
    assert_eq!(window.count("[data-banner]").await?, 0);
    computer.keyring.wait_for_kept(0).await?;
    Ok(())
}
