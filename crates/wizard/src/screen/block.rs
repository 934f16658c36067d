//! The blocks that a screen's words are made of.

use serde::Serialize;
use ts_rs::TS;

use super::{Button, Icon, Picture, Progress, Text, Tone};
use crate::action::{Input, Press};
use crate::domain::Part;
use crate::lang::Lang;

/// A block of a screen's words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Block {
    /// A paragraph. `lead`: one size larger, directly under the heading.
    Paragraph {
        /// A sentence or two.
        text: Text,
        /// Whether it is the one under the heading.
        lead: bool,
        /// Its language, if that is not the screen's.
        lang: Option<Lang>,
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
    /// One large icon on top of a screen without a picture: the key on the first screen, the tick on the last.
    Emblem {
        /// Its colours.
        tone: Tone,
        /// The icon.
        icon: Icon,
    },
    /// Numbered instructions that can be ticked off.
    Instructions {
        /// Name of the list, for a screen reader.
        label: String,
        /// In order.
        items: Vec<Instruction>,
    },
    /// An icon, a title, and sentences.
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
    /// Something that can be unfolded.
    Details {
        /// Always visible.
        summary: Text,
        /// Visible when unfolded.
        blocks: Vec<Block>,
        /// Unfolded from the start.
        open: bool,
    },
    /// A choice of one among several, as large cards.
    Choices {
        /// What the choice is about.
        legend: Text,
        /// The cards.
        options: Vec<ChoiceOption>,
    },
    /// A field for a key. Its value is never sent back to the page.
    PasteField {
        /// Which of the two values.
        part: Part,
        /// Its mark in the picture.
        number: u8,
        /// Name of the field.
        label: Text,
        /// One sentence under the name.
        help: Text,
        /// What the empty field says.
        placeholder: String,
        /// That a value was taken, and its length; `None` if there is none.
        taken: Option<String>,
        /// What is wrong with what was pasted, or unusual about it.
        problem: Option<Text>,
        /// Has Rust read the clipboard.
        paste: Button,
        /// Empties the field.
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
    /// What is being checked, line by line.
    Checks {
        /// Name of the list.
        label: String,
        /// Whether the name is shown above the list, or is only for screen readers.
        titled: bool,
        /// The lines.
        lines: Vec<CheckLine>,
    },
    /// The verdict: one large icon and one sentence.
    Verdict {
        /// The icon.
        tone: Tone,
        /// The tone in a word.
        tone_label: String,
        /// The sentence. `None`: it is the screen's heading.
        sentence: Option<Text>,
        /// What happened, why it may have happened, what to do now.
        explanation: Vec<Text>,
    },
    /// Values to copy, one after the other.
    CopyRows {
        /// Name of the list.
        label: String,
        /// The rows, in order.
        rows: Vec<CopyRow>,
    },
    /// Cards: the configured bots on the home screen, the caller at the support desk.
    Cards {
        /// One per bot or caller.
        cards: Vec<Card>,
    },
    /// Buttons among the words.
    Buttons {
        /// One below the other, as wide as the words, for the answers to a question; otherwise side by side.
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
    /// A countdown in seconds.
    Countdown {
        /// "Next look in 8 s".
        text: Text,
        /// How much of the time has passed, from 0 to 1.
        gone: f32,
        /// Stops it.
        stop: Option<Button>,
    },
    /// Blocks side by side where there is room.
    Group {
        /// The heading of the group.
        title: Option<Text>,
        /// The language of all of it, if that is not the screen's.
        lang: Option<Lang>,
        /// What is in it.
        blocks: Vec<Block>,
    },
    /// A second picture, among the words.
    Drawing {
        /// The picture.
        picture: Picture,
    },
}

/// The sign before each point of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PointSign {
    /// It does.
    Tick,
    /// It does not.
    Cross,
    /// Neutral.
    Dot,
    /// One after another, counted on from this number.
    Step(u8),
}

/// One numbered instruction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Instruction {
    /// Its number, which is also its mark in the picture.
    pub number: u8,
    /// One sentence.
    pub text: Text,
    /// A second sentence, less prominent.
    pub detail: Option<Text>,
    /// Whether the second sentence must be in view wherever the first one is.
    pub vital: bool,
    /// How far it is.
    pub state: Progress,
    /// The same in a word.
    pub state_label: String,
    /// Ticks it off, or takes the tick back.
    pub tick: Button,
    /// What it needs: to open the page, to copy the label.
    pub buttons: Vec<Button>,
}

/// A card to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceOption {
    /// The name.
    pub label: Text,
    /// One more line.
    pub detail: Option<Text>,
    /// The one chosen.
    pub selected: bool,
    /// Chooses it.
    pub press: Press,
}

/// A line of a list of checks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLine {
    /// The same in every language.
    pub id: String,
    /// How it stands.
    pub state: CheckState,
    /// The same in a word.
    pub state_label: String,
    /// What is checked, or what was found.
    pub text: Text,
    /// How that is known, if the name of the list does not say it: verified by Binance, you told us, cannot be checked.
    pub evidence: Option<String>,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CheckState {
    /// Its turn has not come yet, or the answer is awaited.
    Waiting,
    /// Right.
    Ok,
    /// Wrong.
    Wrong,
    /// Not known.
    Unknown,
}

impl CheckState {
    /// Its name in messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ok => "ok",
            Self::Wrong => "wrong",
            Self::Unknown => "unknown",
        }
    }

    /// The state as a character, where no icon can be drawn.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Ok => "✓",
            Self::Wrong => "✗",
            Self::Waiting | Self::Unknown => "?",
        }
    }
}

/// A line of the SmartradeX form: a field and its value, or the button at its end.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyRow {
    /// Name of the form's field, in the form's language; or what to do with the form's button.
    pub label: Text,
    /// A masked value, or a word in place of a secret. Empty if there is nothing to show here.
    pub value: String,
    /// How far it is.
    pub state: Progress,
    /// The same in a word.
    pub state_label: String,
    /// Copies it. `None`: there is nothing to copy.
    pub copy: Option<Button>,
    /// What belongs to it: the field it comes from, how long the clipboard keeps it.
    pub blocks: Vec<Block>,
}

/// A configured bot, or the caller at the support desk.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Name of the bot, or of the caller's screen.
    pub title: Text,
    /// How serious its state is.
    pub tone: Tone,
    /// The tone in a word.
    pub tone_label: String,
    /// How it stands, in sentences.
    pub state: Text,
    /// Name and value, line by line.
    pub facts: Vec<Fact>,
    /// What can be done.
    pub buttons: Vec<Button>,
    /// What was found, with its evidence.
    pub found: Vec<Block>,
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
