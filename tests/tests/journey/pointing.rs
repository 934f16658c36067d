//! Whatever is pointed at in the text lights up in the picture, and the other way round.

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::Window;
use smartradex_wizard::Press;

/// The heading: pointing at it lights nothing.
const NOTHING: &str = "h1";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn at_an_instruction_lights_its_mark_and_the_other_way_round() -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let window = Window::open(&computer, &[]).await?;
    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;
    window.point_at(NOTHING).await?;
    // What is to be done now lights up by itself, but only in the picture.
    window.wait_for(&mark(1, LIT)).await?;
    window.wait_for_no(&instruction(1, LIT)).await?;

    window.point_at(&instruction(2, "")).await?;
    window.wait_for(&instruction(2, LIT)).await?;
    window.wait_for(&mark(2, LIT)).await?;
    window.wait_for_no(&mark(1, LIT)).await?;
    window.point_at(&mark(1, "")).await?;
    window.wait_for(&instruction(1, LIT)).await?;
    window.wait_for_no(&instruction(2, LIT)).await?;
    window.point_at(NOTHING).await?;
    window.wait_for_no(&instruction(1, LIT)).await?;

    // The keyboard points too, and a mouse that leaves something else does not change that.
    window.point_at(&mark(1, "")).await?;
    window.tab_to(&format!("{} button", instruction(2, ""))).await?;
    window.wait_for(&mark(2, LIT)).await?;
    window.point_at(NOTHING).await?;
    assert_eq!(window.count(&mark(2, LIT)).await?, 1);
    assert_eq!(window.count(&instruction(1, LIT)).await?, 0);
    Ok(())
}

const LIT: &str = ".lit";

fn instruction(number: u8, state: &str) -> String {
    format!("[data-instruction='{number}']{state}")
}

fn mark(number: u8, state: &str) -> String {
    format!("[data-picture] [data-mark='{number}']{state}")
}
