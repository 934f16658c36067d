//! No screen has a fault that axe-core can see: names and roles, contrast, headings, languages, order.

#![cfg(target_os = "linux")]

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup, Theme};
use smartradex_tests::tour::{Visit, go_through};
use smartradex_tests::window::Window;

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn in_french() -> Outcome {
    every_screen(Setup::light(Language::French)).await
}

/// In the dark as well, because contrast is another one there.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn in_english_and_in_the_dark() -> Outcome {
    every_screen(Setup { theme: Theme::Dark, ..Setup::light(Language::English) }).await
}

async fn every_screen(setup: Setup) -> Outcome {
    let mut computer = Computer::start(setup).await?;
    let window = Window::open(&computer, &[]).await?;
    let mut check = Check::default();
    check.visit(&window, "start").await?;
    go_through(&mut computer, &window, &mut check).await?;
    assert!(check.violations.is_empty(), "{}", check.violations.join("\n"));
    Ok(())
}

#[derive(Default)]
struct Check {
    violations: Vec<String>,
}

impl Visit for Check {
    async fn visit(&mut self, window: &Window, name: &str) -> Outcome {
        let found = window.axe_violations().await?;
        self.violations.extend(found.into_iter().map(|violation| format!("{name}: {violation}")));
        Ok(())
    }
}
