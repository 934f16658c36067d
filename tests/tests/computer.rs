//! The computer on which the other tests run does what they rely on.

#![cfg(target_os = "linux")]

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};

#[tokio::test]
async fn what_is_copied_can_be_pasted_and_stays_on_its_own_screen() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    let other = Computer::start(Setup::light(Language::French)).await?;
    assert_eq!(computer.clipboard.text()?, None);
    for text in ["one", "deuxième, plus long"] {
        computer.clipboard.copy(text)?;
        assert_eq!(computer.clipboard.text()?.as_deref(), Some(text));
    }
    assert_eq!(other.clipboard.text()?, None);
    Ok(())
}

#[tokio::test]
async fn the_browser_tells_what_it_was_asked_to_open() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::English)).await?;
    for url in ["https://example.com/?a=1&b=2", "https://example.com/two"] {
        let status = computer.command("xdg-open").arg(url).status()?;
        assert!(status.success());
        assert_eq!(computer.browser.next().await?, url);
    }
    Ok(())
}

#[tokio::test]
async fn a_keyring_is_absent_then_open_then_locked() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::English)).await?;
    assert!(computer.keyring.kept().await.is_err(), "there is none before it is started");
    computer.keyring.start_unlocked().await?;
    assert_eq!(computer.keyring.kept().await?, []);
    computer.keyring.stop().await?;
    assert!(computer.keyring.kept().await.is_err(), "there is none after it was stopped");
    computer.keyring.start_locked().await?;
    computer.keyring.stop().await?;
    computer.keyring.start_unlocked().await
}

#[tokio::test]
async fn files_are_searched_wherever_a_program_wrote_them() -> Outcome {
    let computer = Computer::start(Setup::light(Language::English)).await?;
    assert!(computer.home.files_with(b"needle").is_ok_and(|found| found.is_empty()));
    let folder = computer.home.user().join(".config/deep");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("file"), b"hay needle hay")?;
    assert_eq!(computer.home.files_with(b"needle")?, [folder.join("file")]);
    Ok(())
}
