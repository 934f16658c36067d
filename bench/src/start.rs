//! From the start of the program with the window to its first screen, beside a Tauri window with next to nothing in it.
//!
//! Both are started in turn on the same display and observed in the same way: the time runs from the start of the process until a
//! click has changed what is shown, so that page, program and web engine are all involved. Then memory is read.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::{Window, pressing};
use smartradex_wizard::{Lang, Press};

use crate::eyes::Eyes;
use crate::places::Places;
use crate::report::{Goal, Report, median};
use crate::running::Running;

const ROUNDS: usize = 15;
/// Rounds before those, not measured, in which both create their folders and the disk's cache fills.
const WARMING: usize = 2;
/// How long after that the memory is read: by then, whatever was needed only for the start has been released.
const AT_REST: Duration = Duration::from_secs(3);
/// The middle of the empty window, which can be clicked anywhere.
const ANYWHERE: (i16, i16) = (200, 700);

/// One start.
struct Start {
    shown_ms: f64,
    answered_ms: f64,
    memory_kib: f64,
}

/// Starts both, in turn.
pub(crate) async fn measure(places: &Places, report: &mut Report) -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let english = language_button(&computer).await?;
    let (mut ours, mut empties) = (Vec::new(), Vec::new());
    for round in 0..WARMING + ROUNDS {
        forget_session(&computer)?;
        let our = start(&computer, &places.window(), english)?;
        let empty = start(&computer, &places.empty_window(), ANYWHERE)?;
        if round >= WARMING {
            ours.push(our);
            empties.push(empty);
        }
    }
    let of = |starts: &[Start], what: fn(&Start) -> f64| median(&starts.iter().map(what).collect::<Vec<_>>());
    // Computed round by round: what other programs do meanwhile (they share pages with both, and compete for the processor) comes
    // and goes, and the medians of the two lists might be from different moments.
    let ratio = |what: fn(&Start) -> f64| {
        let rounds = ours.iter().zip(&empties);
        median(&rounds.map(|(our, empty)| what(our) / what(empty)).collect::<Vec<_>>())
    };
    report.tell("start_ratio", ratio(|start| start.answered_ms), Goal::AtMost(1.10));
    report.tell("start_ms", of(&ours, |start| start.answered_ms), Goal::None);
    report.tell("empty_start_ms", of(&empties, |start| start.answered_ms), Goal::None);
    report.tell("start_shown_ratio", ratio(|start| start.shown_ms), Goal::None);
    report.tell("start_shown_ms", of(&ours, |start| start.shown_ms), Goal::None);
    report.tell("empty_start_shown_ms", of(&empties, |start| start.shown_ms), Goal::None);
    report.tell("memory_ratio", ratio(|start| start.memory_kib), Goal::AtMost(1.05));
    report.tell("memory_mib", of(&ours, |start| start.memory_kib / 1024.0), Goal::None);
    report.tell("empty_memory_mib", of(&empties, |start| start.memory_kib / 1024.0), Goal::None);
    Ok(())
}

fn start(computer: &Computer, program: &Path, place: (i16, i16)) -> Outcome<Start> {
    let eyes = Eyes::open(computer.display())?;
    let mut command = computer.command(program);
    let begun = Instant::now();
    let running = Running::start(&mut command)?;
    let ms = |until: Instant| until.duration_since(begun).as_secs_f64() * 1000.0;
    let seen = eyes.wait_for_content();
    let (seen, shown) = seen.map_err(|failure| failure.during(program.display()))?;
    let answered = eyes.click(&seen, place).map_err(|failure| failure.during(program.display()))?;
    thread::sleep(AT_REST);
    let memory_kib = running.memory_kib()?;
    drop(running);
    // Its window has to be gone before the next one is awaited.
    eyes.wait_for_empty()?;
    Ok(Start { shown_ms: ms(shown), answered_ms: ms(answered), memory_kib })
}

/// Where the button that changes the language is: after this, both programs are clicked blindly.
async fn language_button(computer: &Computer) -> Outcome<(i16, i16)> {
    let window = Window::open(computer, &[]).await?;
    let button = pressing(&Press::Language { lang: Lang::En });
    window.wait_for(&button).await?;
    let middle =
        "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)]";
    let place: (i16, i16) = serde_json::from_value(window.run(middle, vec![json!(button)]).await?)?;
    Ok(place)
}

/// Makes the next start a first one, in the system's language.
pub(crate) fn forget_session(computer: &Computer) -> Outcome {
    let folder = computer.home.kept();
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("session.") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
