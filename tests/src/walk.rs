//! The way through the program, station by station: what a user does, and how to see that it was done. The journeys walk it by mouse
//! and by keyboard, and the tour takes a picture at each station.

use smartradex_practice::{Act, KeyBox, KeyType, Scenario, SubAccount};
use smartradex_wizard::{Bot, Bots, FormField, Link, Overlay, Part, Press};

use crate::window::{CAN_BE_PRESSED, Key, Window, pressing};
use crate::{Failure, Outcome};

/// How a user operates the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Clicks only.
    Mouse,
    /// Tab, Enter and Space.
    Keyboard,
}

/// A point on the way.
#[derive(Debug, Clone)]
pub struct Station {
    /// A short name, for pictures and failures.
    pub name: &'static str,
    /// What the user does to get here.
    pub deeds: Vec<Deed>,
    /// What is visible once the user is here, as a CSS selector.
    pub shows: String,
}

/// One thing that a user does.
#[derive(Debug, Clone)]
pub enum Deed {
    /// Presses the control that does this.
    Press(Press),
    /// Presses the control of the drawn page that enters the verification code, whichever it is.
    EnterCode,
    /// Scrolls the drawn page to its end.
    ScrollDown,
    /// Unfolds the drawn page's list.
    Unfold,
}

impl Station {
    fn new(name: &'static str, deeds: impl IntoIterator<Item = Deed>, shows: impl Into<String>) -> Self {
        Self { name, deeds: deeds.into_iter().collect(), shows: shows.into() }
    }

    /// Does what leads here, and waits until it has arrived.
    ///
    /// # Errors
    /// When something cannot be done or leads elsewhere.
    pub async fn go(&self, window: &Window, hand: Hand) -> Outcome {
        for deed in &self.deeds {
            let done = deed.act(window, hand).await;
            done.map_err(|failure| failure.during(format_args!("{}: {deed:?}", self.name)))?;
        }
        let there = window.wait_for(&self.shows).await;
        there.map_err(|failure| failure.during(self.name))
    }
}

impl Deed {
    async fn act(&self, window: &Window, hand: Hand) -> Outcome {
        match self {
            Self::Press(press) => match hand {
                Hand::Mouse => window.press(press).await,
                Hand::Keyboard => window.press_by_key(press, key_for(press)).await,
            },
            Self::ScrollDown => match hand {
                Hand::Mouse => window.scroll_down(SCROLLED).await,
                Hand::Keyboard => {
                    window.tab_to(SCROLLED).await?;
                    window.key(Key::End).await
                }
            },
            Self::EnterCode => use_control(window, hand, ENTER_CODE).await,
            Self::Unfold => use_control(window, hand, LIST).await,
        }
    }
}

/// From the first screen to the end of a rehearsal with both bots, the first of them set up.
#[must_use]
pub fn rehearsal() -> Vec<Station> {
    let both = Press::Bots { bots: Bots::Both };
    let mut stations = vec![
        Station::new("welcome", [], at("welcome")),
        Station::new("both-bots", [Deed::Press(both.clone())], on(&both)),
        Station::new(
            "practice",
            [Deed::Press(Press::Practise)],
            format!("{} [data-banner=info]", at("step-1")),
        ),
    ];
    stations.extend(step_1());
    stations.extend(step_2(Bot::Bitcoin));
    stations.extend(step_3());
    stations.extend(step_4());
    stations.extend(hand_over(Bot::Bitcoin));
    stations
}

/// In practice mode: plays a problem, pastes the key that has it, and waits for the verdict.
///
/// # Errors
/// When there is no verdict.
pub async fn meet_problem(window: &Window, scenario: Scenario) -> Outcome {
    window.press(&Press::Show { overlay: Overlay::Problems }).await?;
    window.wait_for_place("problems").await?;
    window.press(&Press::PractiseProblem { scenario }).await?;
    window.wait_for_place("step-4").await?;
    for part in Part::ALL {
        window.press(&Press::CopyFromPage { part }).await?;
        window.press(&Press::Paste { part }).await?;
        window.wait_for(&taken(part)).await?;
    }
    window.press(&Press::Check).await
}

/// The code that "help by telephone" shows.
///
/// # Errors
/// When none is shown.
pub async fn support_code(window: &Window) -> Outcome<String> {
    let groups = "return [...document.querySelectorAll('[data-block=code] code')].map((one) => one.textContent).join(' ')";
    match window.run(groups, vec![]).await?.as_str() {
        Some(code) if !code.is_empty() => Ok(code.to_owned()),
        _ => Err(Failure::new("no support code is shown")),
    }
}

/// Copies the value of a row for the form. The row's state then reads differently from before, asking for the value to be pasted.
///
/// # Errors
/// When it cannot be copied, or the row does not change.
pub async fn copy_row(window: &Window, row: u8, copy: impl AsyncFnOnce() -> Outcome) -> Outcome {
    let state = format!("[data-row='{row}'] .state");
    let before = window.text_of(&state).await?;
    copy().await?;
    window.wait_for_other_text(&state, &before).await
}

/// Copies both values of the key of the first bot, and says that the form is saved.
///
/// # Errors
/// When a value cannot be copied, or the end is not reached.
pub async fn hand_over_first(window: &Window, bot: Bot) -> Outcome {
    for (row, part) in (1..).zip(Part::ALL) {
        let copy = Press::CopyField { field: FormField::Key { bot, part } };
        copy_row(window, row, async || window.press(&copy).await).await?;
    }
    window.press(&Press::HandedOver).await?;
    window.wait_for_place("configured").await
}

fn step_1() -> [Station; 5] {
    [
        Station::new("step-1-open", [opened(Link::ApiManagement)], instruction_done(1)),
        page("step-1-scrolled", [Deed::ScrollDown], &Act::ToggleControls),
        page("step-1-confirm", [act(Act::ToggleControls)], &Act::Accept),
        Station::new("step-1-code", [act(Act::Accept)], ENTER_CODE),
        Station::new("step-1-done", [Deed::EnterCode], instruction_done(5)),
    ]
}

fn step_2(bot: Bot) -> [Station; 9] {
    let own = SubAccount::ForBot(bot.into());
    [
        Station::new("step-2", [Deed::Press(Press::Next)], at("step-2")),
        Station::new("step-2-open", [opened(Link::SubAccounts)], instruction_done(1)),
        page("step-2-type", [act(Act::CreateApi)], &Act::ChooseType(KeyType::SystemGenerated)),
        page("step-2-type-chosen", [act(Act::ChooseType(KeyType::SystemGenerated))], &Act::Next),
        Station::new("step-2-name", [act(Act::Next)], "[data-input=keyLabel]"),
        page("step-2-list", [Deed::Unfold], &Act::ChooseSubAccount(own)),
        Station::new("step-2-sub-account", [act(Act::ChooseSubAccount(own))], instruction_done(4)),
        Station::new(
            "step-2-code",
            [Deed::Press(Press::CopyLabel), act(Act::Label(bot.key_label().to_owned())), act(Act::Next)],
            ENTER_CODE,
        ),
        Station::new("step-2-done", [Deed::EnterCode], copies_from_page(Part::SecretKey)),
    ]
}

fn step_3() -> [Station; 5] {
    let trading = Act::ToggleBox(KeyBox::SpotAndMarginTrading);
    [
        Station::new("step-3", [Deed::Press(Press::Next)], at("step-3")),
        page("step-3-edit", [act(Act::EditRestrictions)], &Act::Save),
        Station::new("step-3-ticked", [act(trading)], instruction_done(2)),
        Station::new("step-3-code", [act(Act::Save)], ENTER_CODE),
        Station::new("step-3-done", [Deed::EnterCode], instruction_done(6)),
    ]
}

fn step_4() -> [Station; 5] {
    let copy = |part| Deed::Press(Press::CopyFromPage { part });
    let paste = |part| Deed::Press(Press::Paste { part });
    [
        Station::new("step-4", [Deed::Press(Press::Next)], at("step-4")),
        Station::new("step-4-copied", [copy(Part::ApiKey)], ANNOUNCED),
        Station::new("step-4-half", [paste(Part::ApiKey)], taken(Part::ApiKey)),
        // The countdown shows that the secret is in the clipboard.
        Station::new("step-4-full", [copy(Part::SecretKey), paste(Part::SecretKey)], taken(Part::SecretKey)),
        Station::new(
            "step-4-accepted",
            [Deed::Press(Press::Check)],
            format!("{} [data-block=note]", at("step-4-accepted")),
        ),
    ]
}

fn hand_over(bot: Bot) -> [Station; 5] {
    let copy = |part| Deed::Press(Press::CopyField { field: FormField::Key { bot, part } });
    let row = |number: u8| format!("[data-row='{number}'][data-state=done]");
    [
        Station::new("hand-over", [Deed::Press(Press::Next)], at("hand-over")),
        Station::new("hand-over-public", [copy(Part::ApiKey)], row(1)),
        Station::new("hand-over-secret", [copy(Part::SecretKey)], row(2)),
        Station::new("configured", [Deed::Press(Press::HandedOver)], at("configured")),
        Station::new(
            "home",
            [Deed::Press(Press::Home)],
            format!("{} [data-card][data-tone=success]", at("home")),
        ),
    ]
}

/// The button of the drawn page that enters the code, which is different each time.
pub const ENTER_CODE: &str = r#"[data-press^='{"type":"page","act":{"enterCode"']"#;
/// The part of the drawn page that scrolls.
const SCROLLED: &str = "[data-picture=live] [data-scroll]";
/// The closed list of the drawn page.
const LIST: &str = "[data-picture=live] button[aria-expanded=false]";
/// A message that is shown for a moment.
pub const ANNOUNCED: &str = "[data-announcement] > :not(.unseen)";

/// What is visible at this place.
#[must_use]
pub fn at(place: &str) -> String {
    format!("main[data-place='{place}']")
}

/// A field for a key that has accepted a value, and can therefore be cleared.
#[must_use]
pub fn taken(part: Part) -> String {
    pressing(&Press::Clear { part })
}

fn opened(link: Link) -> Deed {
    Deed::Press(Press::Open { link })
}

fn act(act: Act) -> Deed {
    Deed::Press(Press::Page { act })
}

/// A station at which the drawn page offers this.
fn page(name: &'static str, deeds: impl IntoIterator<Item = Deed>, offers: &Act) -> Station {
    Station::new(name, deeds, pressing(&Press::Page { act: offers.clone() }) + CAN_BE_PRESSED)
}

fn copies_from_page(part: Part) -> String {
    pressing(&Press::CopyFromPage { part })
}

fn instruction_done(number: u8) -> String {
    format!("[data-instruction='{number}'][data-state=done]")
}

/// A choice that has been made.
fn on(press: &Press) -> String {
    format!("{}[aria-pressed=true]", pressing(press))
}

/// Links and buttons are operated with Enter; checkboxes and radio buttons, as everywhere, with Space.
fn key_for(press: &Press) -> Key {
    let is_box = matches!(
        press,
        Press::Page { act: Act::ToggleControls | Act::ToggleBox(_) | Act::ChooseType(_) | Act::ChooseIp(_) }
    );
    if is_box { Key::Space } else { Key::Enter }
}

async fn use_control(window: &Window, hand: Hand, css: &str) -> Outcome {
    match hand {
        Hand::Mouse => window.click(css).await,
        Hand::Keyboard => {
            window.tab_to(css).await?;
            if css.starts_with("[data-input") { Ok(()) } else { window.key(Key::Enter).await }
        }
    }
}
