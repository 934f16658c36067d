//! The pieces that the words of a screen are made of.

use serde::Serialize;
use ts_rs::TS;

use super::{Button, Icon, Picture, Progress, Text, Tone};
use crate::action::{Input, Press};
use crate::domain::Part;
use crate::lang::Lang;

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
        /// Its language, where that is not the screen's.
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
    /// A big icon, and no picture, on top of a screen: the key and tick at the start, the large tick at the end.
    Emblem {
        /// Which.
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
    /// An icon, a title, a sentence.
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
        /// Its mark in the picture.
        number: u8,
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
        /// Whether the name stands above the list, or is for screen readers only.
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
        /// The sentence. `None`: the heading of the screen is it.
        sentence: Option<Text>,
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
    /// Buttons inside the words.
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
        /// The language of all of it, where that is not the screen's.
        lang: Option<Lang>,
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
    /// How it is known, where the name of the list does not say it: verified by Binance, you told us, cannot be checked.
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

    /// It in plain text, where no icon can be drawn.
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
    /// Name of the form's field, in the form's language; or what to do with its button.
    pub label: Text,
    /// Masked, or the value where it is no secret.
    pub value: String,
    /// Where it stands.
    pub state: Progress,
    /// The same in a word.
    pub state_label: String,
    /// Copies it. `None`: there is nothing to copy.
    pub copy: Option<Button>,
    /// What belongs to it: the field it comes from, how long the clipboard keeps it.
    pub blocks: Vec<Block>,
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
