//! What users can do on the way, but need not.

use serde_json::json;
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::{self, ENTER_CODE, Hand};
use smartradex_tests::window::{Key, Window, pressing};
use smartradex_wizard::{Bot, Cause, DeskView, Lang, Overlay, Press, Words};

const FOCUSED: &str = "return document.activeElement.matches(arguments[0])";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_menu_closes_by_escape_and_by_a_click_outside() -> Outcome {
    const SUMMARY: &str = ".tools summary";
    const OPEN: &str = ".tools details[open]";

    let computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.click(SUMMARY).await?;
    window.wait_for(OPEN).await?;
    window.key(Key::Escape).await?;
    window.wait_for_no(OPEN).await?;
    window.wait("the focus back on the menu", FOCUSED, vec![json!(SUMMARY)]).await?;
    window.click(SUMMARY).await?;
    window.wait_for(OPEN).await?;
    window.click("h1").await?;
    window.wait_for_no(OPEN).await?;
    assert_eq!(window.place().await?, "welcome", "nothing in it was pressed");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_term_shows_its_meaning_by_mouse_and_by_keyboard() -> Outcome {
    const TERM: &str = "main .term";
    const MEANING: &str = "main [role=note]";

    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.wait_for(TERM).await?;
    assert_eq!(window.count(MEANING).await?, 0);
    window.click(TERM).await?;
    window.wait_for(MEANING).await?;
    assert!(!window.text_of(MEANING).await?.is_empty());
    window.click(TERM).await?;
    window.wait_for_no(MEANING).await?;
    window.tab_to(TERM).await?;
    window.key(Key::Enter).await?;
    window.wait_for(&format!("{TERM}[aria-expanded=true]")).await?;
    window.wait_for(MEANING).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn behind_a_screen_in_front_everything_stays_as_it_was_left() -> Outcome {
    const WORDS: &str = "main .text";
    const TOP: &str = "return document.querySelector('main > .scroller').scrollTop";
    const AT: &str = "return document.querySelector('main > .scroller').scrollTop === arguments[0]";

    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.set_size(1100, 600).await?;
    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;
    window.scroll_down(WORDS).await?;
    let top = window.wait("the words scrolled", TOP, vec![]).await?;
    let opening = Press::Show { overlay: Overlay::NotSeen };
    window.press_by_key(&opening, Key::Enter).await?;
    window.wait_for_place("not-seen").await?;
    window.wait("the top", AT, vec![json!(0)]).await?;
    window.press(&Press::Show { overlay: Overlay::Phone }).await?;
    window.wait_for_place("phone").await?;
    for place in ["not-seen", "step-1"] {
        window.press(&Press::Close).await?;
        window.wait_for_place(place).await?;
    }
    window.wait("the words scrolled as before", AT, vec![top]).await?;
    window.wait("the focus on what opened it", FOCUSED, vec![json!(pressing(&opening))]).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_label_and_the_code_can_be_typed_on_the_drawn_page() -> Outcome {
    const CODE: &str = "return JSON.parse(document.querySelector(arguments[0]).dataset.press).act.enterCode";

    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    let label = Bot::Bitcoin.key_label();
    for station in walk::rehearsal() {
        match station.name {
            "step-2-code" => {
                window.click("[data-input=keyLabel]").await?;
                window.type_text(label).await?;
                window.key(Key::Enter).await?;
                window.wait_for(&station.shows).await?;
            }
            "step-2-done" => {
                let code = window.run(CODE, vec![json!(ENTER_CODE)]).await?;
                window.click("[data-input=verificationCode]").await?;
                // As on the real page, the last digit is enough.
                window.type_text(code.as_str().unwrap_or_default()).await?;
                window.wait_for(&station.shows).await?;
                return window.wait_for_text("[data-picture=live]", label).await;
            }
            _ => station.go(&window, Hand::Mouse).await?,
        }
    }
    unreachable!("a key is created on the way")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_cause_is_found_by_words_at_the_desk() -> Outcome {
    const SEARCH: &str = "[data-input=search]";
    const UNFOLDED: &str = "main details[open] > summary";

    let words = Words { lang: Lang::En, binance: Lang::En };
    let [wanted, other] = [Cause::Maintenance, Cause::Firewall].map(|cause| cause.spoken(words));
    let computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.press(&Press::Show { overlay: Overlay::Desk }).await?;
    window.wait_for_place("desk").await?;
    let lane = Press::ViewDesk { view: DeskView::Lane };
    window.press(&lane).await?;
    window.wait_for(&format!("{}[aria-pressed=true]", pressing(&lane))).await?;
    window.wait_for_text("main summary", &other).await?;
    window.click(SEARCH).await?;
    window.type_text(&wanted).await?;
    window.wait_for_text(UNFOLDED, &wanted).await?;
    assert!(!window.text().await?.contains(&other), "only what is looked for is left");
    Ok(())
}
