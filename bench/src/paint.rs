//! The time from what the user does to the frame that shows its result, in the real window.
//!
//! The page itself is asked. The clock runs from the timestamp that the web engine gives the click to the end of the work on the first
//! frame after the page has become what the click leads to. It includes that frame's style, layout and painting, and the wait for the
//! frame's turn, of which there are 60 a second. It does not include what the window system then does with the frame.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::at;
use smartradex_tests::window::{Window, pressing};
use smartradex_tests::{Failure, Outcome};
use smartradex_wizard::{Bots, Lang, Link, Overlay, Press};

use crate::places::Places;
use crate::report::{Goal, Report, median, worst};
use crate::start::forget_session;

/// The number of rounds, each of which begins anew.
const ROUNDS: usize = 8;

/// The number of clicks in the empty window, in each round.
const CLICKS: usize = 6;

/// How long the mouse rests on a button before pressing it, as a hand does. By then, whatever the page shows for that is over, and so is
/// its remaining work for the previous deed.
const AIM: Duration = Duration::from_millis(300);

/// How long the button is held down, as a hand does. The time starts when it is released: that is the click.
const HOLD: Duration = Duration::from_millis(80);

/// How long after a click its result is certain to have been painted.
const OVER: Duration = Duration::from_millis(150);

/// Something to press, and what is there once it has been done.
struct Deed {
    press: Press,
    shows: String,
}

impl Deed {
    fn new(press: Press, shows: impl Into<String>) -> Self {
        Self { press, shows: shows.into() }
    }
}

/// Presses and takes the times. In turn, the same is done with a window that has nothing in it: once with default settings, and once
/// with the program's settings for the web engine. No page can take less time than the latter.
pub(crate) async fn measure(places: &Places, report: &mut Report) -> Outcome {
    let computer = Computer::start(Setup::light(Language::French)).await?;
    let mut kinds = BTreeMap::<_, Vec<_>>::new();
    let (mut empty, mut tuned) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        empty.extend(time_empty(&computer, places, &[]).await?);
        tuned.extend(time_empty(&computer, places, &["tuned".to_owned()]).await?);
        forget_session(&computer)?;
        let window = Window::open(&computer, &[]).await?;
        for deed in deeds() {
            let took =
                time(&window, &deed.shows, async || window.press_by_hand(&deed.press, AIM, HOLD).await)
                    .await?;
            kinds.entry(kind(&deed.press)).or_default().push(took);
        }
    }
    let all: Vec<_> = kinds.values().flatten().copied().collect();
    report.tell("paint_ms_median", median(&all), Goal::Below(16.0));
    report.tell("paint_ms_worst", worst(&all), Goal::Below(50.0));
    report.tell("empty_paint_ms_median", median(&empty), Goal::None);
    report.tell("empty_paint_ms_worst", worst(&empty), Goal::None);
    report.tell("empty_tuned_paint_ms_median", median(&tuned), Goal::None);
    report.tell("empty_tuned_paint_ms_worst", worst(&tuned), Goal::None);
    for (name, theirs) in [("paint_ratio", &empty), ("paint_ratio_tuned", &tuned)] {
        let ratio = median(&all).zip(median(theirs)).map(|(ours, theirs)| ours / theirs);
        report.tell(name, ratio, Goal::None);
    }
    for (name, times) in kinds {
        report.tell(name, median(&times), Goal::Below(16.0));
    }
    Ok(())
}

/// The name under which the median of this kind of deed is reported: the kinds differ in how much of the window is redrawn.
fn kind(press: &Press) -> &'static str {
    if matches!(press, Press::Language { .. }) {
        "paint_language_ms_median"
    } else if matches!(press, Press::Show { .. } | Press::Close) {
        "paint_front_ms_median"
    } else if matches!(press, Press::Bots { .. } | Press::Tick { .. } | Press::Open { .. }) {
        "paint_mark_ms_median"
    } else {
        "paint_step_ms_median"
    }
}

/// Changes of language on a short screen and on a long one, screens in front, ticks, and a rehearsal.
fn deeds() -> Vec<Deed> {
    let language = |lang, tag| Deed::new(Press::Language { lang }, format!("[lang={tag}] > main"));
    let show = |overlay, place| Deed::new(Press::Show { overlay }, at(place));
    let close = |place| Deed::new(Press::Close, at(place));
    let tick = |instruction, state| {
        let row = format!("[data-instruction='{instruction}']{state}");
        Deed::new(Press::Tick { instruction }, row)
    };
    let both = Press::Bots { bots: Bots::Both };
    let one = Press::Bots { bots: Bots::Bitcoin };
    let on = |press: &Press| format!("{}[aria-pressed=true]", pressing(press));
    vec![
        language(Lang::En, "en"),
        language(Lang::Fr, "fr"),
        Deed::new(both.clone(), on(&both)),
        Deed::new(one.clone(), on(&one)),
        show(Overlay::About, "about"),
        close("welcome"),
        show(Overlay::Phone, "phone"),
        close("welcome"),
        Deed::new(Press::Start, at("step-1")),
        tick(1, "[data-state=done]"),
        tick(2, "[data-state=done]"),
        language(Lang::En, "en"),
        language(Lang::Fr, "fr"),
        tick(2, ":not([data-state=done])"),
        tick(1, ":not([data-state=done])"),
        show(Overlay::NotSeen, "not-seen"),
        close("step-1"),
        Deed::new(Press::Next, at("step-2")),
        Deed::new(Press::Next, at("step-3")),
        Deed::new(Press::Next, at("step-4")),
        Deed::new(Press::Back, at("step-3")),
        Deed::new(Press::Back, at("step-2")),
        Deed::new(Press::Back, at("step-1")),
        Deed::new(Press::Back, at("welcome")),
        Deed::new(Press::Practise, format!("{} [data-banner=info]", at("step-1"))),
        Deed::new(Press::Open { link: Link::ApiManagement }, "[data-instruction='1'][data-state=done]"),
        Deed::new(Press::LeavePractice, at("welcome")),
    ]
}

/// Times the empty window, whose whole page changes colour when the program answers.
async fn time_empty(computer: &Computer, places: &Places, arguments: &[String]) -> Outcome<Vec<f64>> {
    let window = Window::open_program(computer, places.empty_window(), arguments).await?;
    let mut times = Vec::new();
    for _ in 0..CLICKS {
        window.run("document.body.className = ''", vec![]).await?;
        times.push(
            time(&window, "body.answered", async || window.click_by_hand("body", AIM, HOLD).await).await?,
        );
    }
    Ok(times)
}

/// The time from the click to the frame in which something matches this CSS selector.
async fn time(window: &Window, shows: &str, click: impl AsyncFnOnce() -> Outcome) -> Outcome<f64> {
    let during = |failure: Failure| failure.during(format_args!("waiting for {shows}"));
    window.run(WATCH, vec![json!(shows)]).await?;
    click().await.map_err(during)?;
    // Asking is work for the page as well, so it is done once everything is over.
    tokio::time::sleep(OVER).await;
    let took = window.wait(shows, "return window.watched?.took", vec![]).await.map_err(during)?;
    took.as_f64().ok_or_else(|| Failure::new("no time"))
}

/// Notes when the last click was, and when the frame that shows the awaited result was done. A message arrives after the frame's own
/// work, which in turn follows the callback requested here.
const WATCH: &str = r#"
    const awaited = arguments[0];
    const watched = (window.watched = { took: null });
    const clicked = (event) => (watched.from = event.timeStamp);
    const after = new MessageChannel();
    after.port1.onmessage = () => {
        watched.took = performance.now() - watched.from || 0.001;
        after.port1.close();
    };
    const look = () => {
        if (watched.from === undefined || !document.querySelector(awaited)) return;
        observer.disconnect();
        removeEventListener("click", clicked, true);
        requestAnimationFrame(() => after.port2.postMessage(null));
    };
    const observer = new MutationObserver(look);
    addEventListener("click", clicked, true);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });"#;
