//! The tour: every screen of the program, one after another.

use smartradex_practice::{KeyBox, Scenario};
use smartradex_wizard::{Bot, Bots, DeskView, Overlay, Part, Press};

use crate::Outcome;
use crate::computer::Computer;
use crate::outside::Outside;
use crate::walk::{self, Hand};
use crate::window::{Key, Window, able, pressing};

/// What is done at each screen.
pub trait Visit {
    /// Looks at the screen that is shown now; `name` is its name.
    fn visit(&mut self, window: &Window, name: &str) -> impl Future<Output = Outcome>;
}

/// Goes through all screens: the overlays, the steps for real as far as they go without Binance, a rehearsal from start to end,
/// problems of all kinds, the report, the doctor, the support desk, and everything forgotten. The computer must not have a keyring yet.
///
/// # Errors
/// When a screen is not reached.
pub async fn go_through(computer: &mut Computer, window: &Window, visit: &mut impl Visit) -> Outcome {
    overlays(window, visit).await?;
    for_real(computer, window, visit).await?;
    rehearsal(computer, window, visit).await?;
    problems(window, visit).await?;
    desk(window, visit).await?;
    forgotten(window, visit).await
}

/// Visits what follows the steps for real, with an exchange outside standing in for Binance: from the first screen until the first of
/// two bots is set up. The computer must have its keyring.
///
/// # Errors
/// When a screen is not reached.
pub async fn go_on_for_real(
    computer: &mut Computer,
    window: &Window,
    outside: &mut Outside,
    visit: &mut impl Visit,
) -> Outcome {
    window.wait_for_place("welcome").await?;
    window.press(&Press::Bots { bots: Bots::Both }).await?;
    window.press(&Press::Start).await?;
    for step in ["step-1", "step-2", "step-3"] {
        window.wait_for_place(step).await?;
        window.press(&Press::Next).await?;
    }
    window.wait_for_place("step-4").await?;
    let values = outside.create_key(Bot::Bitcoin)?;
    outside.toggle(&values, &[KeyBox::SpotAndMarginTrading])?;
    for (part, value) in [(Part::ApiKey, &values.api_key), (Part::SecretKey, &values.secret_key)] {
        computer.clipboard.copy(value)?;
        window.press(&Press::Paste { part }).await?;
        window.wait_for(&walk::taken(part)).await?;
    }
    window.press(&Press::Check).await?;
    window.wait_for_place("step-4-accepted").await?;
    window.wait_for(&able(&Press::Next)).await?;
    window.press(&Press::Next).await?;
    window.wait_for_place("hand-over").await?;
    visit.visit(window, "hand-over-real").await?;
    help(window, "hand-over", visit).await?;
    walk::hand_over_first(window, Bot::Bitcoin).await?;
    visit.visit(window, "configured-real").await?;
    window.press(&Press::Home).await?;
    window.wait_for_place("home").await?;
    visit.visit(window, "home-real").await
}

async fn overlays(window: &Window, visit: &mut impl Visit) -> Outcome {
    window.wait_for_place("welcome").await?;
    let screens = [
        (Overlay::Phone, "phone"),
        (Overlay::UnexpectedCall, "unexpected-call"),
        (Overlay::About, "about"),
        (Overlay::Forget, "forget"),
    ];
    for (overlay, place) in screens {
        window.press(&Press::Show { overlay }).await?;
        window.wait_for_place(place).await?;
        visit.visit(window, place).await?;
        window.press(&Press::Close).await?;
        window.wait_for_place("welcome").await?;
    }
    Ok(())
}

/// The steps with their still pictures, and the help for what cannot be seen.
async fn for_real(computer: &mut Computer, window: &Window, visit: &mut impl Visit) -> Outcome {
    window.press(&Press::Start).await?;
    for step in ["step-1", "step-2", "step-3", "step-4"] {
        window.wait_for_place(step).await?;
        visit.visit(window, &format!("{step}-real")).await?;
        if step == "step-3" {
            // By then there are steps to go back to.
            window.click("details:has(> .sheet) > summary").await?;
            window.wait_for("details[open] .sheet").await?;
            visit.visit(window, "menu").await?;
            window.key(Key::Escape).await?;
            window.wait_for_no("details[open] .sheet").await?;
        }
        let instructions = window.count("[data-instruction]").await?;
        for number in 1..=instructions {
            let instruction = u8::try_from(number)?;
            window.press(&Press::Tick { instruction }).await?;
            window.wait_for(&format!("[data-instruction='{instruction}'][data-state=done]")).await?;
        }
        if instructions > 0 {
            visit.visit(window, &format!("{step}-ticked")).await?;
        } else {
            computer.clipboard.copy("****")?;
            window.press(&Press::Paste { part: Part::SecretKey }).await?;
            window.wait_for("[data-block=pasteField] [aria-invalid=true]").await?;
            visit.visit(window, &format!("{step}-problem")).await?;
        }
        help(window, step, visit).await?;
        if window.can_press(&Press::Next).await? {
            window.press(&Press::Next).await?;
        }
    }
    for step in ["step-3", "step-2", "step-1", "welcome"] {
        window.press(&Press::Back).await?;
        window.wait_for_place(step).await?;
    }
    Ok(())
}

/// Every question and every answer of "I don't see this" at this place.
async fn help(window: &Window, place: &str, visit: &mut impl Visit) -> Outcome {
    let mut ways: Vec<Vec<u8>> = vec![Vec::new()];
    while let Some(way) = ways.pop() {
        window.press(&Press::Show { overlay: Overlay::NotSeen }).await?;
        window.wait_for_place("not-seen").await?;
        for answer in &way {
            let question = window.text_of("h1").await?;
            window.press(&Press::Answer { answer: *answer }).await?;
            window.wait_for_other_text("h1", &question).await?;
        }
        let name: String = way.iter().map(|answer| format!("-{}", answer + 1)).collect();
        visit.visit(window, &format!("{place}-help{name}")).await?;
        if window.place().await? == "not-seen" {
            for answer in 0.. {
                if !window.can_press(&Press::Answer { answer }).await? {
                    break;
                }
                ways.push([way.as_slice(), &[answer]].concat());
            }
        }
        while window.place().await? != place {
            let heading = window.text_of("h1").await?;
            let press = if window.can_press(&Press::Close).await? { Press::Close } else { Press::Back };
            window.press(&press).await?;
            window.wait_for_other_text("h1", &heading).await?;
        }
    }
    Ok(())
}

async fn rehearsal(computer: &mut Computer, window: &Window, visit: &mut impl Visit) -> Outcome {
    for station in walk::rehearsal() {
        station.go(window, Hand::Mouse).await?;
        if station.name == "step-4-accepted" {
            visit.visit(window, "step-4-not-kept").await?;
            computer.keyring.start_unlocked().await?;
            window.press(&Press::Keep).await?;
            window.wait_for(&able(&Press::Next)).await?;
        }
        visit.visit(window, station.name).await?;
    }
    window.press(&Press::Remove { bot: Bot::Bitcoin }).await?;
    window.wait_for_place("removal").await?;
    visit.visit(window, "removal").await?;
    window.press(&Press::Close).await?;
    window.wait_for_place("home").await
}

/// Step 4 with each of the problems that look different.
async fn problems(window: &Window, visit: &mut impl Visit) -> Outcome {
    let scenarios = [
        (Scenario::Stalled, "step-4-examining"),
        (Scenario::TooManyBoxes, "step-4-verdict"),
        (Scenario::IpRestricted, "step-4-verdict"),
        (Scenario::TradingOff, "step-4-verdict"),
        (Scenario::KeyNotRecognised, "step-4-verdict"),
        (Scenario::Swapped, "step-4-verdict"),
        (Scenario::Refused, "step-4-verdict"),
        (Scenario::TooManyRequests, "step-4-verdict"),
        (Scenario::Country, "step-4-verdict"),
    ];
    window.press(&Press::Show { overlay: Overlay::Problems }).await?;
    window.wait_for_place("problems").await?;
    visit.visit(window, "problems").await?;
    window.press(&Press::Close).await?;
    window.wait_for_no("main[data-place=problems]").await?;
    for (scenario, place) in scenarios {
        walk::meet_problem(window, scenario).await?;
        window.wait_for_place(place).await?;
        visit.visit(window, &format!("problem-{}", scenario.name())).await?;
        if place == "step-4-examining" {
            window.press(&Press::Cancel).await?;
            window.wait_for_place("step-4").await?;
        }
    }
    Ok(())
}

/// The support desk, with the code of a caller who is where this window is.
async fn desk(window: &Window, visit: &mut impl Visit) -> Outcome {
    window.press(&Press::Show { overlay: Overlay::Phone }).await?;
    window.wait_for_place("phone").await?;
    visit.visit(window, "phone-with-problem").await?;
    let code = walk::support_code(window).await?;
    window.press(&Press::Show { overlay: Overlay::Report }).await?;
    window.wait_for_place("report").await?;
    visit.visit(window, "report").await?;
    window.press(&Press::Show { overlay: Overlay::Doctor }).await?;
    window.wait_for_place("doctor").await?;
    window.wait_for_no("[data-check][data-state=waiting]").await?;
    visit.visit(window, "doctor").await?;
    for _ in ["doctor", "report", "phone"] {
        window.press(&Press::Close).await?;
    }
    window.press(&Press::Show { overlay: Overlay::Desk }).await?;
    window.wait_for_place("desk").await?;
    visit.visit(window, "desk").await?;
    window.click("[data-input=supportCode]").await?;
    // The last character is misheard at first, then typed again.
    let (heard, last) = code.split_at(code.len() - 1);
    window.type_text(heard).await?;
    window.type_text(if last == "A" { "B" } else { "A" }).await?;
    window.wait_for(&pressing(&Press::TakeCode { suggestion: 0 })).await?;
    visit.visit(window, "desk-doubtful").await?;
    window.key(Key::Backspace).await?;
    window.type_text(last).await?;
    window.wait_for("[data-block=cards]").await?;
    visit.visit(window, "desk-caller").await?;
    for (view, name) in [(DeskView::Lane, "desk-lane"), (DeskView::Training, "desk-training")] {
        window.press(&Press::ViewDesk { view }).await?;
        window.wait_for(&format!("{}[aria-pressed=true]", pressing(&Press::ViewDesk { view }))).await?;
        visit.visit(window, name).await?;
    }
    Ok(())
}

async fn forgotten(window: &Window, visit: &mut impl Visit) -> Outcome {
    window.press(&Press::Show { overlay: Overlay::Forget }).await?;
    window.wait_for_place("forget").await?;
    window.press(&Press::ForgetEverything).await?;
    window.wait_for_place("forgotten").await?;
    window.wait_for_no("[data-check][data-state=waiting]").await?;
    visit.visit(window, "forgotten").await
}
