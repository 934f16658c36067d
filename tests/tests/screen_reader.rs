//! What a screen reader is told, read where it reads it: on the assistive technology bus (AT-SPI), not in the page.
//!
//! WebKitGTK sends no event for text that changes in place, and none specific to live regions: it reports that an object has been added,
//! and the object says that it is in a live region. So an announcement counts as made when an object with its words has been added there.
//! A new screen is reported by its heading, which takes the focus. That a synthesizer then speaks is not tested.
//!
//! AT-SPI has one language for each object. A control in the other language reports it there; a few words in the other language within a
//! sentence cannot, so they are checked against their `lang` in the page.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use serde_json::json;
use smartradex_practice::{Exchange, Scenario, Server};
use smartradex_tests::computer::{Computer, Heard, Language, Role, ScreenReader, Setup, Thing, bare};
use smartradex_tests::walk::{self, ANNOUNCED, Hand};
use smartradex_tests::window::Window;
use smartradex_tests::{Failure, Outcome};
use smartradex_wizard::{Lang, Overlay, Part, Press};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_rehearsal_by_keyboard_in_french() -> Outcome {
    let (mut computer, window) = open(Language::French, &[]).await?;
    computer.keyring.start_unlocked().await?;
    let mut listener = Listener::to(&mut computer.screen_reader, &window, Language::French)?;
    let mut told = TOLD.to_vec();
    for station in walk::rehearsal() {
        station.go(&window, Hand::Keyboard).await?;
        if let Some((_, announcement)) = told.pop_if(|(name, _)| *name == station.name) {
            window.wait_for(announcement).await?;
            listener.hear_announced(announcement).await.map_err(|failure| failure.during(station.name))?;
        }
        listener.read(station.name).await?;
    }
    assert_eq!(told, [("", ""); 0], "not on the way any more");
    assert!(listener.foreign.contains("English"), "controls in the other language: {:?}", listener.foreign);
    listener.no_fault()
}

/// Here the program in English shows Binance's pages in French, so that both languages meet on the same screens.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_other_screens_in_english() -> Outcome {
    let server = Server::bind((Ipv4Addr::LOCALHOST, 0).into(), Exchange::default()).await?;
    let (mut computer, window) = open(Language::English, &["--endpoint".to_owned(), server.url()]).await?;
    let mut listener = Listener::to(&mut computer.screen_reader, &window, Language::English)?;
    listener.read("welcome").await?;
    listener.overlay(Overlay::Phone, "phone").await?;
    listener.overlay(Overlay::Desk, "desk").await?;
    listener.overlay(Overlay::About, "about").await?;
    window.press(&Press::Show { overlay: Overlay::Doctor }).await?;
    window.wait_for_place("doctor").await?;
    window.wait_for_no(WAITING).await?;
    listener.read("doctor").await?;
    // Each line is announced as it becomes known, while the screen stays the same.
    server.exchange().set_scenario(Scenario::Firewall);
    window.press(&Press::Diagnose).await?;
    window.wait_for("[data-check=binance][data-state=wrong]").await?;
    window.wait_for_no(WAITING).await?;
    for part in ["tcp", "binance"] {
        listener.hear_announced(&format!("[data-check={part}]")).await?;
    }
    listener.read("doctor-firewall").await?;
    window.press(&Press::Close).await?;

    window.press(&Press::BinanceLanguage { lang: Lang::Fr }).await?;
    window.press(&Press::Practise).await?;
    window.wait_for("main[data-place=step-1] [data-banner=info]").await?;
    listener.read("step-1").await?;
    listener.overlay(Overlay::NotSeen, "not-seen").await?;
    walk::meet_problem(&window, Scenario::TooManyBoxes).await?;
    window.wait_for_place("step-4-verdict").await?;
    listener.read("step-4-verdict").await?;

    window.press(&Press::Show { overlay: Overlay::Problems }).await?;
    window.press(&Press::PractiseProblem { scenario: Scenario::TooManyBoxes }).await?;
    window.wait_for_place("step-4").await?;
    computer.clipboard.copy("no key at all")?;
    window.press(&Press::Paste { part: Part::ApiKey }).await?;
    window.wait_for(PROBLEM).await?;
    listener.hear_announced(PROBLEM).await?;
    listener.read("step-4-problem").await?;
    assert!(listener.foreign.len() > 5, "controls in the other language: {:?}", listener.foreign);
    listener.no_fault()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_fault_of_each_kind_is_seen() -> Outcome {
    let (mut computer, window) = open(Language::French, &[]).await?;
    let mut listener = Listener::to(&mut computer.screen_reader, &window, Language::French)?;
    window.press(&Press::Start).await?;
    window.wait_for_place("step-1").await?;
    listener.read("step-1").await?;
    assert_eq!(listener.faults, [""; 0]);
    let faults = [
        ("main footer button", WITHOUT_WORDS, "a push button has no name"),
        (".fold", WITHOUT_LABEL, "a push button has no name"),
        (".tick", WITHOUT_WORDS, "a toggle button has no name"),
        ("summary", WITHOUT_WORDS, "a line that unfolds has no name"),
        ("main", WITH_FIELD, "an entry has no name"),
        ("[data-announcement]", NOT_LIVE, "no live region"),
        ("h1", WITHOUT_WORDS, "no heading"),
    ];
    for (css, change, seen) in faults {
        let made = format!("const one = document.querySelector(arguments[0]); {change}");
        window.run(&made, vec![json!(css)]).await?;
        let page = listener.reader.page(|page| !faults_of(page).is_empty()).await;
        let found = faults_of(&page.map_err(|failure| failure.during(format_args!("{css}: {seen}")))?);
        assert!(found.iter().any(|fault| fault.contains(seen)), "{css}: {seen} is not seen: {found:#?}");
        window.run("window.mend()", vec![]).await?;
        listener.reader.page(|page| faults_of(page).is_empty()).await?;
    }
    Ok(())
}

/// Changes to `one`, and how to undo them.
const WITHOUT_WORDS: &str = "const kept = [...one.childNodes]; one.replaceChildren(); window.mend = () => one.replaceChildren(...kept)";
const WITHOUT_LABEL: &str =
    "const kept = one.getAttribute('aria-labelledby'); one.removeAttribute('aria-labelledby');
    window.mend = () => one.setAttribute('aria-labelledby', kept)";
const WITH_FIELD: &str =
    "const field = document.createElement('input'); one.append(field); window.mend = () => field.remove()";
const NOT_LIVE: &str =
    "one.removeAttribute('aria-live'); window.mend = () => one.setAttribute('aria-live', 'polite')";
/// A check whose result is not known yet.
const WAITING: &str = "[data-check][data-state=waiting]";
/// The stations at which something was copied last, or had another result on a screen that stays, from the end of the way backwards.
const TOLD: [(&str, &str); 5] = [
    ("home", RESULT),
    ("hand-over-secret", ANNOUNCED),
    ("hand-over-public", ANNOUNCED),
    ("step-4-accepted", RESULT),
    ("step-4-copied", ANNOUNCED),
];
/// An announcement of something shown elsewhere on the screen, which can only be heard.
const RESULT: &str = "[data-announcement] > .unseen";
/// What is wrong with a field.
const PROBLEM: &str = "[aria-live] .problem";
/// The languages of all controls, according to the page.
const LANGUAGES: &str = "return [...document.querySelectorAll('button, input, summary')]
    .filter((one) => one.checkVisibility() && !one.closest('[inert], [aria-hidden=true]'))
    .map((one) => one.closest('[lang]').lang)";

async fn open(language: Language, arguments: &[String]) -> Outcome<(Computer, Window)> {
    let setup = Setup { screen_reader: true, ..Setup::light(language) };
    let computer = Computer::start(setup).await?;
    let window = Window::open(&computer, arguments).await?;
    Ok((computer, window))
}

/// A user who listens to the window.
struct Listener<'a> {
    reader: &'a mut ScreenReader,
    window: &'a Window,
    language: Language,
    /// The place of the last screen that was read.
    place: Option<String>,
    /// What is wrong with the screens so far.
    faults: Vec<String>,
    /// The names of the controls in the other language.
    foreign: BTreeSet<String>,
}

impl<'a> Listener<'a> {
    fn to(reader: &'a mut Option<ScreenReader>, window: &'a Window, language: Language) -> Outcome<Self> {
        let reader = reader.as_mut().ok_or_else(|| Failure::new("there is no screen reader"))?;
        Ok(Self { reader, window, language, place: None, faults: Vec::new(), foreign: BTreeSet::new() })
    }

    /// Opens a screen in front of the current one, reads it and closes it.
    async fn overlay(&mut self, overlay: Overlay, place: &str) -> Outcome {
        self.window.press(&Press::Show { overlay }).await?;
        self.window.wait_for_place(place).await?;
        self.read(place).await?;
        self.window.press(&Press::Close).await?;
        self.window.wait_for_no(&walk::at(place)).await
    }

    /// Reads the screen as it is now, and notes what is wrong with it. If it is a different one from the last, its heading must have been
    /// heard.
    async fn read(&mut self, name: &str) -> Outcome {
        let place = self.window.place().await?;
        let heading = self.window.text_of("h1").await?;
        // The very first screen is there before anything can be heard, so its focus is checked instead. On later screens, something that
        // was used may have taken the focus since.
        let first = self.place.is_none();
        if !first && self.place.as_ref() != Some(&place) {
            let heard = self.reader.hear(&Heard::Focused(heading.clone())).await;
            heard.map_err(|failure| failure.during(name))?;
        }
        self.place = Some(place);
        let is_heading = |one: &Thing| one.role == Role::Heading && bare(&one.name) == bare(&heading);
        let there = |page: &[Thing]| page.iter().any(|one| is_heading(one) && (one.focused || !first));
        let page = self.reader.page(there).await.map_err(|failure| failure.during(name))?;
        let mut faults = faults_of(&page);
        faults.extend(self.faults_of_language(&page).await?);
        self.faults.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
        self.reader.forget();
        Ok(())
    }

    /// Waits until the words of this element have been announced.
    async fn hear_announced(&mut self, css: &str) -> Outcome {
        let words = self.window.text_of(css).await?;
        self.reader.hear(&Heard::Announced(words)).await
    }

    /// Checks that each control reports the language it has in the page, and that each word in the page is in its declared language.
    async fn faults_of_language(&mut self, page: &[Thing]) -> Outcome<Vec<String>> {
        let mut faults = self.window.language_faults(self.language).await?;
        let mut in_page: Vec<String> = serde_json::from_value(self.window.run(LANGUAGES, vec![]).await?)?;
        in_page.sort();
        let controls = page.iter().filter(|one| matches!(one.role, Role::Control(_)));
        let mut told: Vec<String> = controls.clone().map(|one| one.language.clone()).collect();
        told.sort();
        if in_page != told {
            faults.push(format!("the controls are in {in_page:?}, and are said to be in {told:?}"));
        }
        let foreign = controls.filter(|one| one.language != self.language.tag());
        self.foreign.extend(foreign.map(|one| one.name.clone()));
        Ok(faults)
    }

    fn no_fault(&self) -> Outcome {
        assert!(self.faults.is_empty(), "{}", self.faults.join("\n"));
        Ok(())
    }
}

/// What is wrong with what is read, on any screen. One line for each.
fn faults_of(page: &[Thing]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut last_name = "";
    for one in page {
        match one.role {
            Role::Control(kind) if one.name.trim().is_empty() => {
                faults.push(format!("{kind} has no name; before it stands {last_name:?}"));
            }
            Role::Heading | Role::Control(_) | Role::Other => {}
        }
        if !one.name.is_empty() {
            last_name = &one.name;
        }
    }
    if !page.iter().any(|one| one.role == Role::Heading && !one.name.is_empty()) {
        faults.push("no heading".to_owned());
    }
    if !page.iter().any(|one| one.live) {
        faults.push("no live region".to_owned());
    }
    faults
}
