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
/// It is never serialized, since a paste may hold a secret. (Buttons carry a [`Press`], which cannot.)
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Action {
    /// A button, a checkbox or a choice was pressed.
    Press {
        /// What the button carried.
        press: Press,
    },
    /// Something was typed into a field that holds no secret.
    Type {
        /// Which field.
        input: Input,
        /// The whole text now in the field.
        text: String,
    },
    /// Something was pasted or typed into a key field. The page keeps nothing of it.
    Paste {
        /// Which of the two fields.
        part: Part,
        /// The text.
        text: Pasted,
    },
}

/// Text from the clipboard, or typed into a key field. Wiped when dropped; never shown.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[ts(type = "string")]
pub struct Pasted(Zeroizing<String>);

impl Pasted {
    /// Wraps a text.
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

/// What a button, a checkbox or a choice does. It never holds text from the user.
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
    /// Starts the real journey.
    Start,
    /// Starts a rehearsal against the practice exchange.
    Practise,
    /// Starts a rehearsal with this problem; a rehearsal under way is replaced.
    PractiseProblem {
        #[ts(type = "string")]
        scenario: Scenario,
    },
    /// Ends the rehearsal and returns to the real journey where it was left.
    LeavePractice,
    /// Goes back one screen.
    Back,
    /// Goes on to the next screen.
    Next,
    /// Goes to a step.
    Go { step: Step },
    /// Goes back to step 2, because another key is needed.
    NewKey,
    /// Ticks off an instruction of the current step, or removes the tick. Counted from 1.
    Tick { instruction: u8 },
    /// Opens a page in the user's browser.
    Open { link: Link },
    /// Copies the label of the current bot's key.
    CopyLabel,
    /// Copies the support code.
    CopyCode,
    /// Reads the clipboard into a key field.
    Paste { part: Part },
    /// Empties a key field.
    Clear { part: Part },
    /// Starts the examination, or looks at the key again.
    Check,
    /// Stops the examination.
    Cancel,
    /// Tries again with the API key and the secret key swapped.
    Swap,
    /// Stops the automatic looks at the key.
    StopLooking,
    /// Tries again to keep the key in the keyring.
    Keep,
    /// Goes on without keeping the key in the keyring.
    WithoutKeeping,
    /// Copies a value for the SmartradeX form.
    CopyField { field: FormField },
    /// The user says that the hand-over is finished.
    HandedOver,
    /// Sets a bot up, or sets it up again with a new key.
    SetUp { bot: Bot },
    /// Checks whether a configured bot's key is still good.
    CheckAgain { bot: Bot },
    /// Shows the hand-over of a configured bot's key again.
    HandOver { bot: Bot },
    /// Asks whether to remove a bot's key from this computer.
    Remove { bot: Bot },
    /// Removes a bot's key from this computer.
    ReallyRemove { bot: Bot },
    /// Saves a calendar entry that reminds the user a week before the key may expire.
    Remind { bot: Bot },
    /// Does something on a drawn page of the practice exchange.
    Page {
        #[ts(type = "unknown")]
        act: Act,
    },
    /// Copies a value from a drawn page of the practice exchange.
    CopyFromPage { part: Part },
    /// Shows another screen in front of this one.
    Show { overlay: Overlay },
    /// Answers a question of "I don't see this". Counted from 0.
    Answer { answer: u8 },
    /// Shows a part of the support desk.
    ViewDesk { view: DeskView },
    /// Takes one of the codes that a mistyped one may stand for. Counted from 0.
    TakeCode { suggestion: u8 },
    /// The agent confirms having told the caller never to give a key to anyone.
    SaidToCaller,
    /// The call is over: the desk's field for the code is emptied.
    NextCall,
    /// Copies the note about the caller's situation.
    CopyNote,
    /// Copies the report or the doctor's findings, exactly as shown.
    CopyShown,
    /// Saves the report exactly as shown.
    SaveReport,
    /// Shows the masked key in the report, or hides it.
    ReportKey,
    /// Examines this computer again.
    Diagnose,
    /// Switches the log on; or switches it off and removes the existing one.
    KeepLog,
    /// Shows the log in the system's program for text files.
    ShowLog,
    /// Starts a rehearsal at a step, with or without a problem.
    Train {
        step: Step,
        #[ts(type = "string")]
        scenario: Scenario,
    },
    /// Saves the printable guide for the current bot.
    SaveGuide,
    /// Closes the screen in front, or goes back one question in it.
    Close,
    /// Goes to the cards of the configured bots.
    Home,
    /// Makes the window a narrow panel beside the browser, or makes it wide again.
    Panel,
    /// Makes everything in the window larger or smaller.
    Zoom { zoom: Zoom },
    /// Closes the program although that loses values. Works only on the screen that asks about it.
    Leave,
    /// Forgets everything. Works only on the screen that asks for confirmation, and on the one that shows the result, to try again.
    ForgetEverything,
}

/// A change of the size of everything in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Zoom {
    /// 25 percentage points larger, up to 200 %.
    In,
    /// 25 percentage points smaller, down to the normal size.
    Out,
    /// Back to the normal size.
    Normal,
}

/// A screen shown in front of another, which stays as it was.
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
    /// The question whether to forget everything.
    Forget,
    /// About the program: its version, and what it keeps where.
    About,
    /// The support desk.
    Desk,
    /// The report for e-mail.
    Report,
    /// The doctor: what stands between this computer and Binance.
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
    /// Practice to order: a rehearsal at a chosen step or with a chosen problem.
    Training,
}

impl DeskView {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Call, Self::Lane, Self::Training];
}
