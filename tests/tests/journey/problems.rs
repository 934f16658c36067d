//! The problems that people meet most: each is practised, checked, and named correctly in both languages.

use smartradex_practice::Scenario;
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::meet_problem;
use smartradex_tests::window::Window;
use smartradex_wizard::{Cause, Lang, Press, Span, Text, Words};

const PROBLEMS: [Scenario; 12] = [
    Scenario::TooManyBoxes,
    Scenario::TradingOff,
    Scenario::IpRestricted,
    Scenario::SymbolWhitelist,
    Scenario::ReadingOff,
    Scenario::WrongSecret,
    Scenario::MainAccount,
    Scenario::CaptivePortal,
    Scenario::Firewall,
    Scenario::Country,
    Scenario::Maintenance,
    Scenario::Refused,
];

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn each_is_named_rightly_in_both_languages() -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.press(&Press::Practise).await?;
    window.wait_for_place("step-1").await?;
    for scenario in PROBLEMS {
        meet_problem(&window, scenario).await?;
        window.wait_for_place("step-4-verdict").await?;
        for lang in [Lang::Fr, Lang::En] {
            window.press(&Press::Language { lang }).await?;
            window.wait_for(&format!("html[lang={}]", lang.tag())).await?;
            let verdict = window.text_of("[data-block=verdict]").await?;
            let cause = Cause::parse(scenario.name()).expect("the scenario is a cause's");
            let words = Words { lang, binance: lang };
            let why = cause.explain(words, cause.details()).why;
            for said in plain_words(&why) {
                assert!(verdict.contains(&said), "{} in {}: {verdict}", scenario.name(), lang.tag());
            }
        }
        window.press(&Press::Language { lang: Lang::Fr }).await?;
        window.wait_for("html[lang=fr]").await?;
    }
    Ok(())
}

/// The words of a text between its controls, because the page shows those with their label in the other
/// language as well.
fn plain_words(text: &Text) -> Vec<String> {
    let words = text
        .iter()
        .filter_map(|span| if let Span::Plain { text } = span { Some(text.trim().to_owned()) } else { None });
    words.filter(|words| words.chars().any(char::is_alphabetic)).collect()
}
