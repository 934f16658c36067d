//! The language can be changed at any time, and nothing else changes with it.

use std::collections::BTreeSet;

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::{self, Hand};
use smartradex_tests::window::Window;
use smartradex_wizard::{Lang, Press};

/// Everything the page shows besides words: where one is, what is done, chosen, accepted, typed, and what can be
/// pressed.
const STATE: &str = r#"
    const marks = ["data-place", "data-block", "data-check", "data-state", "data-part", "data-instruction", "data-row",
        "data-picture", "data-banner", "aria-pressed", "aria-disabled", "aria-expanded", "data-press"];
    const isLanguage = (one) => /"type":"(language|binanceLanguage)"/.test(one.dataset.press ?? "");
    return [...document.querySelectorAll("*")]
        .filter((one) => !isLanguage(one))
        .map((one) => marks.filter((mark) => one.hasAttribute(mark)).map((mark) => mark + "=" + one.getAttribute(mark))
            .concat(one.dataset.input ? [one.value] : []).join(" "))
        .filter((line) => line !== "")"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn it_is_changed_at_every_place_without_losing_anything() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    computer.keyring.start_unlocked().await?;
    let window = Window::open(&computer, &[]).await?;
    let mut places = BTreeSet::new();
    for station in walk::rehearsal() {
        station.go(&window, Hand::Mouse).await?;
        // A list closes as soon as anything else is clicked.
        if station.name == "step-2-list" {
            continue;
        }
        let (in_french, words) = (state(&window).await?, window.text().await?);
        change(&window, Lang::En).await?;
        assert_same(station.name, &in_french, &state(&window).await?);
        assert_ne!(window.text().await?, words, "{}: the words are other ones", station.name);
        change(&window, Lang::Fr).await?;
        assert_same(station.name, &in_french, &state(&window).await?);
        places.insert(window.place().await?);
    }
    let expected = [
        "configured",
        "hand-over",
        "home",
        "step-1",
        "step-2",
        "step-3",
        "step-4",
        "step-4-accepted",
        "welcome",
    ];
    assert_eq!(places, expected.map(str::to_owned).into());
    Ok(())
}

async fn change(window: &Window, lang: Lang) -> Outcome {
    window.press(&Press::Language { lang }).await?;
    window.wait_for(&format!("html[lang={}]", lang.tag())).await
}

async fn state(window: &Window) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(window.run(STATE, vec![]).await?)?)
}

/// Reports only the lines that differ, of the many that there are.
fn assert_same(station: &str, before: &[String], after: &[String]) {
    let only_in = |one: &[String], other: &[String]| {
        one.iter().filter(|line| !other.contains(line)).cloned().collect::<Vec<_>>()
    };
    let (gone, new) = (only_in(before, after), only_in(after, before));
    assert!(before == after, "{station}: gone are {gone:#?}, new are {new:#?}");
}
