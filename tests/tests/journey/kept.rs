//! Where the user was is kept: when the program ends at any screen, and as soon as a disk that failed accepts
//! it again.

use std::fs;

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::{self, Hand, Station};
use smartradex_tests::window::Window;
use smartradex_wizard::Press;

const DONE: &str = "[data-instruction][data-state=done]";
const ROWS_DONE: &str = "[data-row][data-state=done]";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn killed_at_every_screen_it_goes_on_where_it_was() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    computer.keyring.start_unlocked().await?;
    let mut window = Window::open(&computer, &[]).await?;
    // An unfolded list, and what was copied and pasted but not yet kept: these are lost with the program.
    let mut lost: Vec<Station> = Vec::new();
    for station in walk::rehearsal() {
        // A start skips a screen that has nothing left to do, so the user may already be here.
        if window.count(&station.shows).await? == 0 {
            station.go(&window, Hand::Mouse).await?;
        }
        let place = window.place().await?;
        let (done, rows) = (window.count(DONE).await?, window.count(ROWS_DONE).await?);
        window.kill()?;

        window = Window::open(&computer, &[]).await?;
        let goes_on = match place.as_str() {
            "step-4-accepted" => "hand-over",
            "configured" => "home",
            same => same,
        };
        window.wait_for_place(goes_on).await?;
        assert_eq!(window.count(DONE).await?, done, "{}", station.name);
        if place == "hand-over" {
            assert_eq!(window.count(ROWS_DONE).await?, rows, "{}", station.name);
        }
        if station.name == "step-2-list" || place == "step-4" && station.name != "step-4" {
            lost.push(station);
        } else {
            assert!(window.count(&station.shows).await? > 0 || place != goes_on, "{}", station.name);
            lost.clear();
        }
        for station in &lost {
            station.go(&window, Hand::Mouse).await?;
        }
    }
    assert_eq!(window.place().await?, "home");
    assert_eq!(computer.keyring.wait_for_kept(1).await?.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_disk_that_takes_nothing_is_told_and_nothing_is_lost_once_it_does() -> Outcome {
    const TOLD: &str = "[data-banner=warning]";

    let computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.wait_for_place("welcome").await?;
    assert_eq!(window.count(TOLD).await?, 0);
    // A file cannot replace a folder that is not empty.
    let file = computer.home.kept().join("session.json");
    if file.exists() {
        fs::remove_file(&file)?;
    }
    fs::create_dir_all(file.join("in the way"))?;

    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;
    window.wait_for(TOLD).await?;
    window.press(&Press::Tick { instruction: 1 }).await?;
    window.wait_for("[data-instruction='1'][data-state=done]").await?;

    fs::remove_dir_all(&file)?;
    window.press(&Press::Tick { instruction: 2 }).await?;
    window.wait_for_no(TOLD).await?;
    window.kill()?;
    let window = Window::open(&computer, &[]).await?;
    window.wait_for_place("step-1").await?;
    assert_eq!(window.count(DONE).await?, 2, "what was done while nothing could be written is kept too");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_is_shown_larger_stays_so() -> Outcome {
    const DOUBLE: &str = "return Math.abs(innerWidth * 2 - outerWidth) < 4";

    let computer = Computer::start(Setup::light(Language::English)).await?;
    let window = Window::open(&computer, &[]).await?;
    // Like Ctrl and plus; the driver itself cannot press two keys at once.
    let larger = "dispatchEvent(new KeyboardEvent('keydown', { key: '+', ctrlKey: true }))";
    for _ in 0..5 {
        window.run(larger, vec![]).await?;
    }
    window.wait("double size", DOUBLE, vec![]).await?;
    window.kill()?;
    let window = Window::open(&computer, &[]).await?;
    window.wait("double size again", DOUBLE, vec![]).await?;
    window.run("dispatchEvent(new KeyboardEvent('keydown', { key: '0', ctrlKey: true }))", vec![]).await?;
    window.wait("the normal size", "return innerWidth === outerWidth", vec![]).await?;
    Ok(())
}
