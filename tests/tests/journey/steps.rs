//! What several journeys have in common.

use std::fs;
use std::time::{Duration, Instant};

use smartradex_practice::KeyBox;
use smartradex_tests::computer::{Clipboard, Computer, Kept, Language};
use smartradex_tests::outside::{Outside, Values};
use smartradex_tests::walk::taken;
use smartradex_tests::window::Key;
use smartradex_tests::window::Window;
use smartradex_tests::{Failure, Outcome, tree};
use smartradex_wizard::{Bot, Part, Press};

/// The box that makes a key right.
pub(crate) const TRADING: KeyBox = KeyBox::SpotAndMarginTrading;

/// The key that presses a focused button.
pub(crate) const ENTER: Key = Key::Enter;

/// Goes from the first screen to step 4 without ticking off anything.
pub(crate) async fn go_to_step_4(window: &Window) -> Outcome {
    window.press(&Press::Start).await?;
    for step in 1..=3 {
        window.wait_for_place(&format!("step-{step}")).await?;
        window.press(&Press::Next).await?;
    }
    window.wait_for_place("step-4").await
}

/// Copies both values where Binance shows them, and pastes them with the buttons.
pub(crate) async fn paste_both(window: &Window, clipboard: &mut Clipboard, values: &Values) -> Outcome {
    for (part, value) in [(Part::ApiKey, &values.api_key), (Part::SecretKey, &values.secret_key)] {
        clipboard.copy(value)?;
        window.press(&Press::Paste { part }).await?;
        window.wait_for(&taken(part)).await?;
    }
    Ok(())
}

/// Creates a correct key, pastes it and has the examination accept it, whatever happens to it then.
pub(crate) async fn bring_a_good_key(
    window: &Window,
    computer: &mut Computer,
    outside: &mut Outside,
) -> Outcome<Values> {
    let values = outside.create_key(Bot::Bitcoin)?;
    outside.toggle(&values, &[TRADING])?;
    go_to_step_4(window).await?;
    paste_both(window, &mut computer.clipboard, &values).await?;
    window.press(&Press::Check).await?;
    window.wait_for_place("step-4-accepted").await?;
    Ok(values)
}

/// Checks that a secret was kept whole, once, and under the name of its bot.
pub(crate) fn assert_kept(kept: &[Kept], name: &str, values: &Values) {
    let holding: Vec<_> = kept.iter().filter(|one| one.holds(&values.secret_key)).collect();
    assert_eq!(holding.len(), 1, "the secret is kept once");
    assert!(holding[0].holds(&values.api_key), "both values are kept together");
    let mut attributes = holding[0].attributes.values();
    assert!(attributes.any(|value| value.ends_with(name)), "kept as {name}: {:?}", holding[0].attributes);
}

/// The first line of a message, as written in the file of this name.
pub(crate) fn sentence(language: Language, file: &str, message: &str) -> Outcome<String> {
    let file = tree::root().join(format!("locales/{}/{file}.ftl", language.tag()));
    let text = fs::read_to_string(file)?;
    let start = format!("{message} = ");
    let line = text.lines().find_map(|line| line.strip_prefix(&start));
    line.map(str::to_owned).ok_or_else(|| Failure::new(format!("no message {message}")))
}

/// How long the program may take to write a line or to remove a file.
const SOON: Duration = Duration::from_secs(20);

/// Waits until something holds that nobody tells of.
pub(crate) async fn until(what: &str, holds: impl Fn() -> bool) -> Outcome {
    let end = Instant::now() + SOON;
    while !holds() {
        if Instant::now() > end {
            return Err(Failure::new(format!("not in time: {what}")));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
