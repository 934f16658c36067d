//! What the page is told to show: finished text and finished decisions. The page has no words and no rules of its own.

mod block;
mod picture;
mod text;

pub use block::{Block, Card, CheckLine, CheckState, ChoiceOption, CopyRow, Fact, Instruction, PointSign};
pub use picture::{Advice, Item, Picture, Tab};
use serde::Serialize;
pub use text::{Span, Text, plain};
use ts_rs::TS;

use crate::action::Press;
use crate::lang::Lang;

/// All that the window shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// Which screen this is, the same in every language: `welcome`, `step-3`, `step-4-verdict`. When it changes, the page moves the focus
    /// to the heading and scrolls to the top, unless the screen comes back from behind another one.
    #[ts(type = "string")]
    pub place: &'static str,
    /// Whether it is in front of another screen, which comes back as it was left.
    pub front: bool,
    /// Language of everything that does not name another.
    pub lang: Lang,
    /// Title of the window.
    pub title: String,
    /// How the window is laid out.
    pub layout: Layout,
    /// The left rail; in a narrow window, the bar at the top.
    pub rail: Rail,
    /// Shown on every screen as long as it applies: practice, another address than Binance's, or a session that cannot be saved.
    pub banner: Option<Banner>,
    /// Where the user is, to be said aloud: "Step 3, screen B".
    pub kicker: String,
    /// The one heading of level 1.
    pub heading: Text,
    /// The words, in reading order.
    pub blocks: Vec<Block>,
    /// The picture beside the words.
    pub picture: Option<Picture>,
    /// Bottom left.
    pub back: Option<Button>,
    /// Bottom right, less prominent.
    pub others: Vec<Button>,
    /// Bottom right, the way on.
    pub main: Option<Button>,
    /// What has just been done, shown above the bar of buttons until the next action.
    pub announcement: Option<Announcement>,
    /// What has changed on this screen: only read aloud, because it is visible already.
    pub aloud: Vec<Announcement>,
}

/// Said by a screen reader (polite live region) when its number is new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Announcement {
    /// The sentence.
    pub text: String,
    /// Counts up, so that the same sentence is said again when it comes again.
    pub number: u32,
    /// What was typed does not count any more: every field goes back to its value, even the one being typed in.
    pub emptied: bool,
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
    /// How far it is.
    pub state: Progress,
    /// The same in a word, for those who do not see the colour.
    pub state_label: String,
    /// Goes there, if that is allowed.
    pub press: Option<Press>,
}

/// How far a step, an instruction or a field is.
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
    /// Its own name, in itself.
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

/// How serious something is. Always shown by icon and word, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// Good to know.
    Info,
    /// All is well.
    Success,
    /// Something needs to be done.
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
    /// What it does; sent back to Rust as it is.
    pub press: Press,
    /// The icon beside the label.
    pub icon: Option<Icon>,
    /// Why it cannot be pressed now. `None`: it can.
    pub disabled: Option<String>,
    /// A few words under the button: the domain that will be opened, what will happen.
    pub note: Option<String>,
    /// For a choice that can be on or off: whether it is on (`aria-pressed`).
    pub pressed: Option<bool>,
    /// What to do next: drawn filled. At most one on a screen.
    pub next: bool,
}

impl Button {
    /// The same button, as the thing to do next.
    pub(crate) fn next(self) -> Self {
        Self { next: true, ..self }
    }
}

/// The icons used, by meaning.
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
    Calendar,
    Key,
    Trash,
    Stop,
    Swap,
    Save,
    Mail,
    Close,
}
