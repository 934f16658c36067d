//! When the keyring does not accept the key: this is said clearly, can be retried or done without, and the key is never written elsewhere.

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::outside::{Outside, Values};
use smartradex_tests::walk::copy_row;
use smartradex_tests::window::Window;
use smartradex_wizard::{Bot, FormField, Part, Press};

use crate::steps::{assert_kept, bring_a_good_key, sentence};

/// The note that says how the key is kept.
const NOTE: &str = "main[data-place=step-4-accepted] [data-block=note]";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn without_a_keyring_one_can_go_on_without_keeping() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    let mut outside = Outside::start().await?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    let values = bring_a_good_key(&window, &mut computer, &mut outside).await?;

    assert_note_says(&window, Language::French, "vault-no-service").await?;
    assert!(!window.can_press(&Press::Next).await?, "first it is decided what becomes of the key");
    try_to_keep_again(&window).await?;
    assert_note_says(&window, Language::French, "vault-no-service").await?;
    window.press(&Press::WithoutKeeping).await?;
    assert_note_says(&window, Language::French, "vault-not-kept").await?;

    window.press(&Press::Next).await?;
    window.wait_for_place("hand-over").await?;
    for (row, part, value) in [(1, Part::ApiKey, &values.api_key), (2, Part::SecretKey, &values.secret_key)] {
        let copy = Press::CopyField { field: FormField::Key { bot: Bot::Bitcoin, part } };
        copy_row(&window, row, async || window.press(&copy).await).await?;
        assert_eq!(computer.clipboard.text()?.as_ref(), Some(value));
    }
    assert_in_no_file(&computer, &values)?;

    // The key is lost with the program: what was not kept is asked for again.
    window.kill()?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    window.wait_for_place("step-4").await?;
    assert_in_no_file(&computer, &values)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_keyring_that_is_installed_meanwhile_takes_the_key() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::English)).await?;
    let mut outside = Outside::start().await?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    let values = bring_a_good_key(&window, &mut computer, &mut outside).await?;
    assert_note_says(&window, Language::English, "vault-no-service").await?;
    computer.keyring.start_unlocked().await?;
    try_to_keep_again(&window).await?;
    assert_note_says(&window, Language::English, "vault-kept").await?;
    assert_kept(&computer.keyring.kept().await?, "btc-spot", &values);
    assert!(window.can_press(&Press::Next).await?);
    assert_in_no_file(&computer, &values)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_locked_keyring_takes_the_key_once_it_is_unlocked() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    computer.keyring.start_locked().await?;
    let mut outside = Outside::start().await?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    let values = bring_a_good_key(&window, &mut computer, &mut outside).await?;
    assert_note_says(&window, Language::French, "vault-dismissed").await?;
    try_to_keep_again(&window).await?;
    assert_note_says(&window, Language::French, "vault-dismissed").await?;
    computer.keyring.stop().await?;
    computer.keyring.start_unlocked().await?;
    try_to_keep_again(&window).await?;
    assert_note_says(&window, Language::French, "vault-kept").await?;
    assert_kept(&computer.keyring.kept().await?, "btc-spot", &values);
    assert_in_no_file(&computer, &values)
}

/// Presses "try again" and waits until the attempt is over: there is no note meanwhile, so the next one is new, even if it says the same.
async fn try_to_keep_again(window: &Window) -> Outcome {
    window.run("document.querySelector(arguments[0]).dataset.before = 'true'", vec![NOTE.into()]).await?;
    window.press(&Press::Keep).await?;
    window.wait_for(&format!("{NOTE}:not([data-before])")).await
}

/// Waits until the note says what this message says in this language.
async fn assert_note_says(window: &Window, language: Language, message: &str) -> Outcome {
    let words = sentence(language, "vault", message)?;
    window.wait_for_text(NOTE, &words).await
}

/// The API key is not secret, but beyond its first and last characters nothing of it may be written either.
fn assert_in_no_file(computer: &Computer, values: &Values) -> Outcome {
    for value in [&values.api_key, &values.secret_key] {
        assert_eq!(computer.home.files_with(value.as_bytes())?, Vec::<std::path::PathBuf>::new());
    }
    Ok(())
}
