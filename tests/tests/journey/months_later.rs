//! Months later: the program opens on the bots that are set up, examines their keys again, and reports what
//! it finds.

use std::fs;

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Notification, Setup};
use smartradex_tests::outside::Outside;
use smartradex_tests::walk::hand_over_first;
use smartradex_tests::window::Window;
use smartradex_wizard::{Bot, Press};

use crate::steps::{TRADING, assert_kept, bring_a_good_key, sentence};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_key_that_changed_is_told_by_the_desktop_and_can_be_replaced_and_removed() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::English)).await?;
    computer.keyring.start_unlocked().await?;
    let mut outside = Outside::start().await?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    let old = bring_a_good_key(&window, &mut computer, &mut outside).await?;
    window.press(&Press::Next).await?;
    window.wait_for_place("hand-over").await?;
    hand_over_first(&window, Bot::Bitcoin).await?;
    window.kill()?;

    // All is well, so nothing is notified; otherwise it would be the first one read below.
    let window = Window::open(&computer, &outside.arguments()).await?;
    window.wait_for_place("home").await?;
    window.wait_for("[data-card][data-tone=success]").await?;
    window.kill()?;

    outside.toggle(&old, &[TRADING])?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    let title = sentence(Language::English, "home", "home-notice-title")?;
    let body = sentence(Language::English, "home", "home-notice-text")?;
    let body = body.replace("{ $label }", Bot::Bitcoin.key_label());
    let notification = Notification { title, body };
    assert_eq!(computer.notifications.next().await?, notification);
    window.wait_for_place("home").await?;
    window.wait_for("[data-card][data-tone=warning]").await?;

    let session = computer.home.kept_of_other_address().join("session.json");
    let former_session = fs::read(&session)?;

    // Another key replaces it; until that is verified and kept, the old one stays.
    window.press(&Press::SetUp { bot: Bot::Bitcoin }).await?;
    for step in ["step-2", "step-3"] {
        window.wait_for_place(step).await?;
        window.press(&Press::Next).await?;
    }
    window.wait_for_place("step-4").await?;
    let new = outside.create_key(Bot::Bitcoin)?;
    crate::steps::paste_both(&window, &mut computer.clipboard, &new).await?;
    window.press(&Press::Check).await?;
    window.wait_for_place("step-4-verdict").await?;
    assert_kept(&computer.keyring.kept().await?, "btc-spot", &old);
    outside.toggle(&new, &[TRADING])?;
    window.wait_for_place("step-4-accepted").await?;
    window.wait_for("main[data-place=step-4-accepted] [data-block=note]").await?;
    assert_kept(&computer.keyring.kept().await?, "btc-spot", &new);
    assert_eq!(computer.keyring.kept().await?.len(), 1);
    window.press(&Press::Next).await?;
    window.wait_for_place("hand-over").await?;
    hand_over_first(&window, Bot::Bitcoin).await?;
    window.press(&Press::Home).await?;
    window.wait_for("[data-card][data-tone=success]").await?;

    // A backup brings the former session back: what it says of the former key is not taken for the new one's.
    window.kill()?;
    // What was on its way to the disk when the program was killed would count as later.
    let next = session.with_file_name("session.next.json");
    let latest_session = fs::read(if next.exists() { &next } else { &session })?;
    fs::remove_file(&next).or_else(|error| if next.exists() { Err(error) } else { Ok(()) })?;
    fs::write(&session, former_session)?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    window.wait_for_place("home").await?;
    window.wait_for("[data-card][data-tone=warning]").await?;
    let gone = sentence(Language::English, "vault", "vault-gone")?;
    let card = window.text_of("[data-card]").await?;
    assert!(card.contains(&gone), "{card}");
    window.kill()?;
    assert_eq!(computer.notifications.next().await?, notification);
    fs::write(&session, latest_session)?;
    let window = Window::open(&computer, &outside.arguments()).await?;
    window.wait_for_place("home").await?;
    window.wait_for("[data-card][data-tone=success]").await?;

    // Finally, the key is removed from this computer.
    window.press(&Press::Remove { bot: Bot::Bitcoin }).await?;
    window.wait_for_place("removal").await?;
    window.press(&Press::ReallyRemove { bot: Bot::Bitcoin }).await?;
    computer.keyring.wait_for_kept(0).await?;
    assert!(computer.notifications.is_empty(), "each was told once");
    Ok(())
}
