//! Help by telephone: the code that one program shows tells the other, in another language, where the caller is and what is
//! wrong.

use smartradex_practice::Scenario;
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::{meet_problem, support_code};
use smartradex_tests::window::Window;
use smartradex_wizard::{Cause, Lang, Overlay, Press, Words};

/// What support is told about the caller, and the caller's screen.
const CARD: &str = "[data-block=cards]";
const SEEN: &str = "[data-block=details] section[lang=fr]";
const SPOKEN: &str = "[data-place=phone] [data-block=heading] + [data-block=paragraph]";
const ENGLISH: Words = Words { lang: Lang::En, binance: Lang::En };

const PROBLEMS: [Scenario; 6] = [
    Scenario::TooManyBoxes,
    Scenario::TradingOff,
    Scenario::IpRestricted,
    Scenario::WrongSecret,
    Scenario::Maintenance,
    Scenario::Country,
];

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn support_sees_where_the_caller_is_and_what_is_wrong_in_the_other_language() -> Outcome {
    let caller = Computer::start(Setup::light(Language::French)).await?;
    let support = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&caller, &[]).await?;
    let call = async |cause| called(&window, &support, cause).await;

    window.wait_for_place("welcome").await?;
    call(None).await?;
    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;
    for instruction in 1..=2 {
        window.press(&Press::Tick { instruction }).await?;
        window.wait_for(&format!("[data-instruction='{instruction}'][data-state=done]")).await?;
    }
    call(None).await?;
    for step in ["step-2", "step-3", "step-4"] {
        window.press(&Press::Next).await?;
        window.wait_for_place(step).await?;
        call(None).await?;
    }

    window.press(&Press::Practise).await?;
    window.wait_for("[data-banner=info]").await?;
    for scenario in PROBLEMS {
        meet_problem(&window, scenario).await?;
        window.wait_for_place("step-4-verdict").await?;
        call(Some(Cause::parse(scenario.name()).expect("the scenario is a cause's"))).await?;
    }
    Ok(())
}

/// The caller reads out the code, and support opens it.
async fn called(caller: &Window, support: &Computer, cause: Option<Cause>) -> Outcome {
    let heading = caller.text_of("h1").await?;
    let code = read_code(caller).await?;
    caller.press(&Press::Language { lang: Lang::En }).await?;
    caller.wait_for("html[lang=en]").await?;
    let place = caller.text_of(SPOKEN).await?;
    caller.press(&Press::Language { lang: Lang::Fr }).await?;
    caller.wait_for("html[lang=fr]").await?;
    caller.press(&Press::Close).await?;
    caller.wait_for_text("h1", &heading).await?;

    let desk = Window::open(support, &["--support".to_owned(), code]).await?;
    desk.wait_for_place("desk").await?;
    assert_eq!(desk.language().await?, "en");
    let card = desk.text_of(CARD).await?;
    assert!(card.contains(&place), "{place} is not in {card}");
    let seen = desk.text_of(SEEN).await?;
    assert!(seen.contains(&heading), "{heading} is not in {seen}");
    if let Some(cause) = cause {
        let spoken = cause.spoken(ENGLISH);
        assert!(card.to_lowercase().contains(&spoken.to_lowercase()), "{spoken} is not in {card}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_code_typed_quickly_arrives_in_the_order_it_was_typed() -> Outcome {
    // The first letter is slow to arrive, as on a busy computer.
    const SLOW_FIRST: &str = "
        const fetch = window.fetch;
        let first = true;
        window.fetch = async (...request) => {
            if (!first) return fetch(...request);
            first = false;
            await new Promise((later) => setTimeout(later, 300));
            const answer = await fetch(...request);
            document.documentElement.dataset.slow = 'answered';
            return answer;
        };";

    let computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    let code = read_code(&window).await?;
    window.press(&Press::Show { overlay: Overlay::Desk }).await?;
    window.wait_for_place("desk").await?;
    window.click("[data-input=supportCode]").await?;
    window.run(SLOW_FIRST, vec![]).await?;
    window.type_text(&code).await?;
    window.wait_for("[data-slow=answered]").await?;
    window.wait_for(CARD).await?;
    Ok(())
}

/// Opens "help by telephone" and stays there.
async fn read_code(window: &Window) -> Outcome<String> {
    window.press(&Press::Show { overlay: Overlay::Phone }).await?;
    window.wait_for_place("phone").await?;
    support_code(window).await
}
