//! A web page as a drawing. The same kind of drawing serves as the picture of a step, as the live page in practice (its items then carry
//! what a click does), and as the mirror of the user's real boxes (its items then carry advice).

use serde::Serialize;
use ts_rs::TS;

use super::{Fact, Text, Tone};
use crate::action::{Input, Press};
use crate::lang::Lang;

/// A drawn page in a schematic browser frame.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// What it shows, in a sentence, for those who do not see it.
    pub description: String,
    /// The marked controls in words: "1: box Default Security Controls".
    pub marked: Vec<Text>,
    /// The address in the address bar.
    pub address: String,
    /// Title of the tab.
    pub tab: String,
    /// The mark of the instruction to do now; it stands out among the marks.
    pub current: Option<u8>,
    /// The marks of what is done; they no longer point to anything to do.
    pub done: Vec<u8>,
    /// Language of the page drawn.
    pub lang: Lang,
    /// Whether it answers to clicks (practice).
    pub live: bool,
    /// The words under the picture: "drawing, not the real page".
    pub caption: Option<Text>,
    /// What the page holds, from top to bottom.
    pub items: Vec<Item>,
    /// A dialog in front of the page, which then does not answer to clicks.
    pub dialog: Option<Vec<Item>>,
}

/// A tab of a drawn page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tab {
    /// Its label.
    pub label: String,
    /// Whether it is the open one.
    pub selected: bool,
    /// Number of the instruction that is about it.
    pub mark: Option<u8>,
    /// What a click does.
    pub press: Option<Press>,
}

/// What to do with a control, in the mirror.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// Warning: it must be changed. Success: it is right.
    pub tone: Tone,
    /// "Untick this box".
    pub text: String,
}

/// Something on a drawn page. `mark`: number of the instruction that is about it. `press`: what a click does; `None` in a still picture.
/// Labels are in the language of the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "the names are those of HTML; what is not obvious is said")]
pub enum Item {
    Heading {
        text: String,
    },
    /// Words of the page.
    Text {
        text: String,
        /// Their language, if that is not the page's.
        lang: Option<Lang>,
        tone: Option<Tone>,
    },
    /// Words about the page, in the program's language: the translation of a sentence, something to notice.
    Remark {
        text: Text,
    },
    /// Grey bars, where the words of the page do not matter.
    Bars {
        count: u8,
    },
    Tabs {
        tabs: Vec<Tab>,
    },
    /// A column at the left of the page.
    Menu {
        entries: Vec<Tab>,
    },
    Checkbox {
        label: String,
        /// The label's language, if that is not the page's.
        lang: Option<Lang>,
        /// The label in the other language.
        other: Option<String>,
        checked: bool,
        /// Drawn grey if not.
        enabled: bool,
        mark: Option<u8>,
        advice: Option<Advice>,
        press: Option<Press>,
    },
    Radio {
        label: String,
        other: Option<String>,
        checked: bool,
        mark: Option<u8>,
        advice: Option<Advice>,
        press: Option<Press>,
    },
    Button {
        label: String,
        /// The label's language, if it is not the page's.
        lang: Option<Lang>,
        /// The one that stands out on the page.
        primary: bool,
        enabled: bool,
        mark: Option<u8>,
        press: Option<Press>,
    },
    /// A value that the page shows, with its "copy".
    Value {
        label: String,
        value: String,
        mark: Option<u8>,
        copy: Option<Press>,
        copy_label: Option<String>,
    },
    /// A field to fill in. In a live picture, `input` says which field it is, and `submit` what the Enter key does.
    Field {
        label: String,
        value: String,
        mark: Option<u8>,
        input: Option<Input>,
        submit: Option<Press>,
    },
    /// A list to choose from; in a live picture, its `options` unfold.
    Select {
        label: String,
        value: String,
        mark: Option<u8>,
        options: Vec<Tab>,
    },
    /// A box around items, with a title.
    Panel {
        title: Option<String>,
        mark: Option<u8>,
        items: Vec<Item>,
    },
    /// Side by side.
    Row {
        items: Vec<Item>,
    },
    /// Name and value pairs.
    Facts {
        facts: Vec<Fact>,
    },
    /// A stretch that scrolls, so that the user must scroll to what follows; `press` once its end is reached.
    Scroll {
        /// Its name, for a screen reader.
        label: String,
        mark: Option<u8>,
        items: Vec<Item>,
        press: Option<Press>,
    },
    /// A sign that the page goes on further down. It is not a control of the page, so its words are the program's.
    Below {
        label: String,
        mark: Option<u8>,
        press: Option<Press>,
    },
}
