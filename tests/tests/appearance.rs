//! The faults that the tour looks for are noticed when they are there.

#![cfg(target_os = "linux")]

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::Window;

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_fault_of_each_kind_is_seen() -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    let faults = [
        ("h1.textContent = 'welcome-heading'", "the name of a message"),
        ("h1.textContent = 'This is the start of your journey'", "said to be in \"fr\""),
        ("h1.textContent = 'Bonjour { $name }'", "not finished"),
        ("h1.lang = 'en'", "said to be in \"en\""),
        ("document.documentElement.lang = 'en'", "the page says it is in"),
        ("h1.style.cssText = 'width: 5rem; overflow: hidden; white-space: nowrap'", "cut off at the side"),
        ("h1.style.cssText = 'height: 0.5rem; overflow: hidden'", "cut off at the foot"),
        (
            "h1.style.cssText = 'width: 5rem; overflow: auto; white-space: nowrap'",
            "must be scrolled sideways",
        ),
        ("document.body.style.width = '150vw'", "the window scrolls sideways"),
        ("document.body.style.height = '150vh'", "the bars can be scrolled away"),
        ("h1.style.transform = 'translateY(3rem)'", "words over words"),
        ("button.style.cssText = 'height: 10rem'", "a button too high"),
        (
            "button.style.cssText = 'height: 0.25rem; min-height: 0; padding: 0'",
            "words outside of their button",
        ),
        ("h1.append(document.createElement('img'))", "image-alt"),
        ("h1.style.color = 'rgb(250, 250, 250)'", "color-contrast"),
        // Two, because a small one is allowed if it is far from everything else, or within a line of text.
        (
            "h1.style.display = 'flex';
            for (const word of ['a', 'b']) {
                const small = document.createElement('button');
                small.textContent = word;
                small.style.cssText = 'width: 16px; height: 16px; padding: 0';
                h1.append(small);
            }",
            "target-size",
        ),
    ];
    for (fault, seen) in faults {
        let made = format!(
            "const h1 = document.querySelector('h1'); const button = document.querySelector('main footer button'); {fault}"
        );
        let before = found(&window).await?;
        assert!(!before.iter().any(|one| one.contains(seen)), "there is such a fault already: {before:#?}");
        window.run(&made, vec![]).await?;
        let found = found(&window).await?;
        assert!(found.iter().any(|one| one.contains(seen)), "{fault} is not seen: {found:#?}");
        window.run(MEND, vec![]).await?;
    }
    Ok(())
}

/// Undoes everything that was changed by hand.
const MEND: &str = "
    for (const one of [document.documentElement, document.body, ...document.querySelectorAll('h1, footer button')])
        one.removeAttribute('style');
    document.documentElement.lang = 'fr';
    const h1 = document.querySelector('h1');
    h1.removeAttribute('lang');
    h1.textContent = 'Connectez votre bot à Binance'";

async fn found(window: &Window) -> Outcome<Vec<String>> {
    let faults = [
        window.layout_faults().await?,
        window.language_faults(Language::French).await?,
        window.axe_violations().await?,
    ];
    Ok(faults.concat())
}
