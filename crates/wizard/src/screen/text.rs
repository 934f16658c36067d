//! Text as a list of spans, so that the page never interprets markup.

use serde::Serialize;
use ts_rs::TS;

use crate::lang::Lang;

/// Finished text.
pub type Text = Vec<Span>;

/// A stretch of text of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Span {
    /// Ordinary words.
    Plain {
        /// The words.
        text: String,
    },
    /// Words that are emphasised.
    Strong {
        /// The words.
        text: String,
    },
    /// The name of something to click on a page, drawn as a small control.
    Control {
        /// The label in the language of the user's Binance.
        text: String,
        /// The label's language, if that is not the screen's.
        lang: Option<Lang>,
        /// The label in the other language, shown beside it less prominently.
        other: Option<String>,
        /// The other language.
        other_lang: Option<Lang>,
    },
    /// A term with its explanation, which opens in place.
    Term {
        /// The term as it stands in the sentence.
        text: String,
        /// What it means, in a sentence or two.
        meaning: String,
    },
    /// Words that stay in their own language, whatever the screen's.
    Foreign {
        /// The words.
        text: String,
        /// Their language.
        lang: Lang,
    },
    /// A value to be read exactly.
    Code {
        /// The value.
        text: String,
    },
}

impl Span {
    /// Words in the language `lang` on a screen in the language `screen`.
    #[must_use]
    pub fn spoken_in(lang: Lang, text: String, screen: Lang) -> Self {
        if lang == screen { Self::Plain { text } } else { Self::Foreign { text, lang } }
    }
}

/// A text of one plain span.
#[must_use]
pub fn plain(text: impl Into<String>) -> Text {
    vec![Span::Plain { text: text.into() }]
}
