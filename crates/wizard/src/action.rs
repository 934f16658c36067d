//! What the user does.

use std::fmt;

use serde::{Deserialize, Serialize};
use smartradex_practice::{Act, Scenario};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::domain::{Bot, Bots, FormField, Link, Part, Step};
use crate::lang::Lang;

/// What the page sends.
///
/// It is never serialized: a paste may hold a secret. (Buttons carry a [`Press`], which cannot.)
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Action {
    /// A button, a box, a choice.
    Press {
        /// What the button carried.
        press: Press,
    },
    /// Something was typed in a field that holds no secret.
    Type {
        /// Which field.
        input: Input,
        /// All that is in it now.
        text: String,
    },
    /// Something was pasted or typed in a field for a key. The page keeps nothing of it.
    Paste {
        /// Which of the two fields.
        part: Part,
        /// The text.
        text: Pasted,
    },
}

/// What stood in the clipboard, or was typed in a field for a key. Wiped when dropped; never shown.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[ts(type = "string")]
pub struct Pasted(Zeroizing<String>);

impl Pasted {
    /// Takes a text over.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text, to be cleaned and judged.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Pasted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Pasted(hidden)")
    }
}

/// A field that holds no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Input {
    /// Practice: the label of the new key.
    KeyLabel,
    /// Practice: the verification code.
    VerificationCode,
    /// The e-mail for the SmartradeX form.
    Email,
    /// The support desk: a caller's code.
    SupportCode,
    /// The support desk: a search among the causes.
    Search,
}

/// What a button, a box or a choice does. It holds no text of the user's.
#[allow(missing_docs, reason = "the fields say by their type what the variant's sentence is about")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Press {
    /// The program's language.
    Language { lang: Lang },
    /// The language of the user's Binance.
    BinanceLanguage { lang: Lang },
    /// Which bots to set up.
    Bots { bots: Bots },
    /// Begins for real.
    Start,
    /// Begins a rehearsal against the practice exchange.
    Practise,
    /// Begins, or changes, a rehearsal with a problem in it.
    PractiseProblem {
        #[ts(type = "string")]
        scenario: Scenario,
    },
    /// Ends the rehearsal and goes where the real journey stands.
    LeavePractice,
    /// One screen back.
    Back,
    /// One screen on.
    Next,
    /// To a step.
    Go { step: Step },
    /// To step 2, because another key is needed.
    NewKey,
    /// Ticks an instruction of the current step off, or takes the tick back. From 1.
    Tick { instruction: u8 },
    /// Opens a page in the user's browser.
    Open { link: Link },
    /// Copies the label of the current bot's key.
    CopyLabel,
    /// Copies the support code.
    CopyCode,
    /// Reads the clipboard into a field for a key.
    Paste { part: Part },
    /// Empties a field for a key.
    Clear { part: Part },
    /// Begins the examination.
    Check,
    /// Ends the examination.
    Cancel,
    /// Tries again with key and secret the other way round.
    Swap,
    /// Stops looking again by itself.
    StopLooking,
    /// Tries once more to keep the key.
    Keep,
    /// Goes on without keeping the key.
    WithoutKeeping,
    /// Copies a value of the SmartradeX form.
    CopyField { field: FormField },
    /// The hand-over is finished.
    HandedOver,
    /// Sets a bot up, or sets it up again with a new key.
    SetUp { bot: Bot },
    /// Looks whether a configured bot's key is still good.
    CheckAgain { bot: Bot },
    /// Shows the hand-over of a configured bot again.
    HandOver { bot: Bot },
    /// Asks whether to remove a bot's key from this computer.
    Remove { bot: Bot },
    /// Removes a bot's key from this computer.
    ReallyRemove { bot: Bot },
    /// Saves a calendar reminder before the key may expire.
    Remind { bot: Bot },
    /// Something is done on a drawn page of the practice exchange.
    Page {
        #[ts(type = "unknown")]
        act: Act,
    },
    /// Copies a value from a drawn page of the practice exchange.
    CopyFromPage { part: Part },
    /// Shows a screen in front of this one.
    Show { overlay: Overlay },
    /// Answers a question of "I don't see this". From 0.
    Answer { answer: u8 },
    /// Shows a part of the support desk.
    ViewDesk { view: DeskView },
    /// Takes one of the codes that a mistyped one may have meant. From 0.
    TakeCode { suggestion: u8 },
    /// The agent has told the caller never to give a key.
    SaidToCaller,
    /// Copies the note about the caller's situation.
    CopyNote,
    /// Copies the report, or what the doctor found, as it is shown.
    CopyShown,
    /// Saves the report as it is shown.
    SaveReport,
    /// Shows the masked key in the report, or hides it.
    ReportKey,
    /// Has this computer looked at once more.
    Diagnose,
    /// Keeps a log, or keeps none and removes the one there is.
    KeepLog,
    /// Shows the log in the program that the system has for texts.
    ShowLog,
    /// Begins a rehearsal at a step, with a problem or without.
    Train {
        step: Step,
        #[ts(type = "string")]
        scenario: Scenario,
    },
    /// Saves the guide of the chosen bot as a page to print.
    SaveGuide,
    /// Closes what is in front.
    Close,
    /// To the cards of the configured bots.
    Home,
    /// Makes the window a narrow panel beside the browser, or wide again.
    Panel,
    /// Makes everything in the window larger or smaller.
    Zoom { zoom: Zoom },
    /// Asks before everything is forgotten; then forgets it.
    ForgetEverything,
}

/// A change of the size of everything in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Zoom {
    /// A quarter larger, up to double.
    In,
    /// A quarter smaller, down to the normal size.
    Out,
    /// The normal size.
    Normal,
}

/// A screen in front of another, which stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Overlay {
    /// "I don't see this".
    NotSeen,
    /// Where to call, and what support never asks for.
    Phone,
    /// "I did not expect this call".
    UnexpectedCall,
    /// The problems that can be practised.
    Problems,
    /// Asks whether to forget everything.
    Forget,
    /// About the program: version, and where it keeps what.
    About,
    /// The support desk.
    Desk,
    /// The report for e-mail.
    Report,
    /// What stands between this computer and Binance.
    Doctor,
}

/// A part of the support desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DeskView {
    /// A caller's code, and what to say.
    #[default]
    Call,
    /// The four steps and every cause on one page.
    Lane,
    /// Practice to order.
    Training,
}

impl DeskView {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Call, Self::Lane, Self::Training];
}
