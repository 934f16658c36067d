//! What the page is told to show: finished text, finished decisions. The page has no words and no rules of its own.

mod picture;
mod text;

pub use picture::{Advice, Item, Picture, Tab};
use serde::Serialize;
pub use text::{Span, Text, plain};
use ts_rs::TS;

use crate::action::{Input, Part, Press};
use crate::lang::Lang;

/// All that the window shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// Which screen this is, the same in every language: `welcome`, `step-3`, `verdict`. When it changes the page moves
    /// the focus to the heading and scrolls to the top.
    pub place: String,
    /// Language of everything that does not say otherwise.
    pub lang: Lang,
    /// Title of the window.
    pub title: String,
    /// How the window is laid out.
    pub layout: Layout,
    /// The left rail; in a narrow window, the bar at the top.
    pub rail: Rail,
    /// Shown on every screen as long as it holds: practice, or another address than Binance's.
    pub banner: Option<Banner>,
    /// Where this is, to be said aloud: "Step 3, screen B".
    pub kicker: String,
    /// The one heading of level 1.
    pub heading: Text,
    /// The words, in reading order.
    pub blocks: Vec<Block>,
    /// The picture at their side.
    pub picture: Option<Picture>,
    /// Bottom left.
    pub back: Option<Button>,
    /// Bottom right, quiet.
    pub others: Vec<Button>,
    /// Bottom right, the only filled button.
    pub main: Option<Button>,
    /// What has just been done.
    pub announcement: Option<Announcement>,
}

/// Said by a screen reader (polite live region) when its number changes, and shown above the bar until the next action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Announcement {
    /// The sentence.
    pub text: String,
    /// Counts up, so that the same sentence twice is said twice.
    pub number: u32,
}

/// How the window is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Layout {
    /// Words beside the picture.
    Columns,
    /// One centred column.
    Single,
    /// The whole width, for the desk and the home cards.
    Wide,
}

/// The left rail.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rail {
    /// Name of the program.
    pub product: String,
    /// Name of the list of steps, for a screen reader.
    pub steps_label: String,
    /// The four steps.
    pub steps: Vec<RailStep>,
    /// "About 6 minutes left".
    pub left: Option<String>,
    /// The bot being set up.
    pub bot: Option<String>,
    /// "Practice" or "For real".
    pub mode: Option<String>,
    /// For the narrow panel: "Step 3 of 4 · 4 min".
    pub compact: String,
    /// Name of the language choice.
    pub language_label: String,
    /// The languages of the program.
    pub languages: Vec<LanguageChoice>,
    /// "Help by telephone".
    pub help: Button,
    /// Name of the menu.
    pub menu_label: String,
    /// What the menu holds.
    pub menu: Vec<Button>,
    /// Makes the window a narrow panel, or wide again.
    pub panel: Option<Button>,
}

/// A step in the rail.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RailStep {
    /// 1 to 4.
    pub number: u8,
    /// Short name.
    pub label: String,
    /// Where it stands.
    pub state: Progress,
    /// The same in a word, for those who do not see the colour.
    pub state_label: String,
    /// Goes there, where that is allowed.
    pub press: Option<Press>,
}

/// Where a step, an instruction or a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Progress {
    /// Done.
    Done,
    /// The one to do now.
    Here,
    /// Later.
    ToCome,
}

/// A language to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LanguageChoice {
    /// Its own name for itself.
    pub label: String,
    /// The language.
    pub lang: Lang,
    /// The one in use.
    pub selected: bool,
    /// Chooses it.
    pub press: Press,
}

/// A stripe on top of every screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Banner {
    /// How serious.
    pub tone: Tone,
    /// One sentence.
    pub text: Text,
    /// The way out of it.
    pub button: Option<Button>,
}

/// How serious something is. Always shown by sign and word, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// Good to know.
    Info,
    /// All is well.
    Success,
    /// Something is to be done.
    Warning,
    /// Money or a secret is at stake.
    Danger,
}

/// A button. A disabled one says why.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Button {
    /// A verb.
    pub label: String,
    /// What it does; goes back to Rust as it is.
    pub press: Press,
    /// The sign beside the label.
    pub icon: Option<Icon>,
    /// Why it cannot be pressed now. `None`: it can.
    pub disabled: Option<String>,
    /// A few words under the button: the domain that will be opened, what will happen.
    pub note: Option<String>,
    /// For a choice that can be on or off (`aria-pressed`).
    pub pressed: Option<bool>,
}

/// The signs used, by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Icon {
    Open,
    Copy,
    Paste,
    Clear,
    Check,
    Retry,
    Help,
    Phone,
    Practice,
    Panel,
    Print,
    Calendar,
    Key,
    Shield,
    Trash,
    Stop,
    Swap,
    Save,
    Mail,
    Add,
}

/// A piece of the words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Block {
    /// A paragraph. `lead`: a size larger, directly under the heading.
    Paragraph {
        /// The sentence or two.
        text: Text,
        /// Under the heading.
        lead: bool,
    },
    /// A heading of level 2.
    Heading {
        /// The words.
        text: Text,
    },
    /// A list of short points.
    Points {
        /// With a tick (what it does), a cross (what it does not do), or a dot.
        sign: PointSign,
        /// The points.
        items: Vec<Text>,
    },
    /// A big picture-less sign on top of a screen: the key and tick at the start, the large tick at the end.
    Emblem {
        /// Which.
        tone: Tone,
        /// The sign.
        icon: Icon,
    },
    /// Numbered instructions that can be ticked off.
    Instructions {
        /// Name of the list, for a screen reader.
        label: String,
        /// In order.
        items: Vec<Instruction>,
    },
    /// A sign, a title, a sentence.
    Note {
        /// How serious.
        tone: Tone,
        /// The tone in a word.
        tone_label: String,
        /// The title.
        title: Text,
        /// The sentences.
        text: Vec<Text>,
        /// Ways on.
        buttons: Vec<Button>,
    },
    /// Something folded.
    Details {
        /// Always seen.
        summary: Text,
        /// Seen when unfolded.
        blocks: Vec<Block>,
        /// Unfolded from the start.
        open: bool,
    },
    /// One of several, as large cards.
    Choices {
        /// What is chosen.
        legend: Text,
        /// The cards.
        options: Vec<ChoiceOption>,
    },
    /// A field for a key. Its value never comes back to the page.
    PasteField {
        /// Which of the two values.
        part: Part,
        /// Name of the field.
        label: Text,
        /// One sentence under the name.
        help: Text,
        /// What the empty field says.
        placeholder: String,
        /// What was taken, masked; or nothing yet.
        taken: Option<String>,
        /// What is wrong with what was pasted.
        problem: Option<Text>,
        /// Reads the clipboard in Rust.
        paste: Button,
        /// Empties it.
        clear: Option<Button>,
    },
    /// A line of text to type.
    TextField {
        /// Which.
        input: Input,
        /// Name of the field.
        label: Text,
        /// One sentence under the name.
        help: Option<Text>,
        /// What is in it.
        value: String,
        /// What is wrong with it.
        problem: Option<Text>,
    },
    /// What is being found out, line by line.
    Checks {
        /// Name of the list.
        label: String,
        /// The lines.
        lines: Vec<CheckLine>,
    },
    /// The verdict: one large sign and one sentence.
    Verdict {
        /// The sign.
        tone: Tone,
        /// The tone in a word.
        tone_label: String,
        /// The sentence.
        sentence: Text,
        /// What happened, why it may be, what to do now.
        explanation: Vec<Text>,
    },
    /// Values to copy, one after the other.
    CopyRows {
        /// Name of the list.
        label: String,
        /// The rows, in order.
        rows: Vec<CopyRow>,
    },
    /// Cards of the home screen.
    Cards {
        /// One per bot.
        cards: Vec<Card>,
    },
    /// Buttons inside the words, none of them filled.
    Buttons {
        /// One under the other, as wide as the words: the answers to a question. Else side by side.
        stacked: bool,
        /// The buttons.
        buttons: Vec<Button>,
    },
    /// A value to copy by hand or by button, in a box.
    Value {
        /// What it is.
        label: Text,
        /// The value; selectable.
        value: String,
        /// Copies it.
        copy: Option<Button>,
    },
    /// A code to say aloud: groups of characters, each spelled under it.
    Code {
        /// What it is.
        label: String,
        /// The groups.
        groups: Vec<String>,
        /// One line per group.
        spelled: Vec<String>,
    },
    /// Text shown word for word.
    Verbatim {
        /// What it is.
        label: String,
        /// The text, with line ends.
        text: String,
    },
    /// Seconds that count down.
    Countdown {
        /// "Next look in 8 s".
        text: Text,
        /// From 0 to 1, how much has gone.
        gone: f32,
        /// Stops it.
        stop: Option<Button>,
    },
    /// Blocks side by side where there is room.
    Group {
        /// The heading of the group.
        title: Option<Text>,
        /// What is in it.
        blocks: Vec<Block>,
    },
    /// A second picture inside the words.
    Drawing {
        /// The picture.
        picture: Picture,
    },
}

/// Before each point of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PointSign {
    /// It does.
    Tick,
    /// It does not.
    Cross,
    /// Neutral.
    Dot,
}

/// One numbered instruction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Instruction {
    /// Its number, which is the mark in the picture too.
    pub number: u8,
    /// One sentence.
    pub text: Text,
    /// A second, quieter one.
    pub detail: Option<Text>,
    /// Where it stands.
    pub state: Progress,
    /// The same in a word.
    pub state_label: String,
    /// Ticks it off, or takes the tick back.
    pub tick: Button,
    /// What it needs: open the page, copy the label.
    pub buttons: Vec<Button>,
}

/// A card to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceOption {
    /// The name.
    pub label: Text,
    /// A line more.
    pub detail: Option<Text>,
    /// The one chosen.
    pub selected: bool,
    /// Chooses it.
    pub press: Press,
}

/// A line of what is found out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLine {
    /// The same in every language.
    pub id: String,
    /// How it stands.
    pub state: CheckState,
    /// The same in a word.
    pub state_label: String,
    /// What is looked at, or what was found.
    pub text: Text,
    /// How it is known: verified by Binance, you told us, cannot be checked.
    pub evidence: Option<String>,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CheckState {
    /// Its turn has not come, or the answer is awaited.
    Waiting,
    /// Right.
    Ok,
    /// Wrong.
    Wrong,
    /// Not known.
    Unknown,
}

/// A value of the SmartradeX form.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyRow {
    /// Name of the form's field, in the form's language.
    pub label: Text,
    /// Masked, or the value where it is no secret.
    pub value: String,
    /// Where it stands.
    pub state: Progress,
    /// The same in a word.
    pub state_label: String,
    /// Copies it.
    pub copy: Button,
}

/// A configured bot.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Name of the bot.
    pub title: Text,
    /// How it stands.
    pub tone: Tone,
    /// The tone in a word.
    pub tone_label: String,
    /// How it stands, in sentences.
    pub state: Text,
    /// Name and value, line by line.
    pub facts: Vec<Fact>,
    /// What was found, with its evidence.
    pub lines: Vec<CheckLine>,
    /// What can be done.
    pub buttons: Vec<Button>,
}

/// A name and a value.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Text,
}
