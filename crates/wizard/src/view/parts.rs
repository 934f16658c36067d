//! Small parts that several screens share.

use smartradex_practice::{Greyed, Refusal};

use super::Body;
use crate::action::Press;
use crate::cause::Cause;
use crate::domain::{Bot, Link};
use crate::l10n::Words;
use crate::lang::Lang;
use crate::screen::{Block, Button, Icon, Layout, PointSign, Span, Text, Tone, plain};

/// A cause that is likely besides the first one, and what to do about it, for it may be the true one.
pub(super) fn also_possible(cause: Cause, todo: Text, words: Words) -> Text {
    let mut text = vec![Span::Strong { text: format!("{}.", cause.spoken(words)) }];
    text.extend(plain(" "));
    text.extend(todo);
    text
}

/// A button with this label.
pub(super) fn button_labelled(label: String, press: Press) -> Button {
    Button { label, press, icon: None, disabled: None, note: None, pressed: None, next: false }
}

/// A button whose label is a message.
pub(super) fn button(words: Words, id: &str, press: Press) -> Button {
    button_labelled(words.string(id), press)
}

/// A button that sets a bot up.
pub(super) fn set_up_button(words: Words, bot: Bot) -> Button {
    let name = bot_name(words, bot);
    button_labelled(words.string_with("handover-second", &[("bot", name.into())]), Press::SetUp { bot })
}

/// A button with an icon and a message for its label.
pub(super) fn icon_button(words: Words, id: &str, icon: Icon, press: Press) -> Button {
    Button { icon: Some(icon), ..button(words, id, press) }
}

/// A button that opens a page in the browser, and says beforehand on which domain.
pub(super) fn link_button(words: Words, id: &str, link: Link, practice: bool) -> Button {
    let note = if practice { words.string("app-opens-practice") } else { domain(link).to_owned() };
    Button { note: Some(note), ..icon_button(words, id, Icon::Open, Press::Open { link }) }
}

fn domain(link: Link) -> &'static str {
    match link {
        Link::ApiManagement | Link::SubAccounts => "www.binance.com",
        Link::KeyForm | Link::Site => "smartradex.fr",
    }
}

/// A paragraph.
pub(super) fn paragraph(text: Text) -> Block {
    Block::Paragraph { text, lead: false, lang: None }
}

/// The first sentence under the heading.
pub(super) fn lead(text: Text) -> Block {
    Block::Paragraph { text, lead: true, lang: None }
}

/// Short points, each a message.
pub(super) fn points(words: Words, sign: PointSign, ids: &[&str]) -> Block {
    Block::Points { sign, items: ids.iter().map(|id| words.text(id)).collect() }
}

/// A note whose title is a message and whose sentences are further messages.
pub(super) fn note(words: Words, tone: Tone, title: &str, sentences: &[&str]) -> Block {
    Block::Note {
        tone,
        tone_label: tone_label(words, tone),
        title: words.text(title),
        text: sentences.iter().map(|id| words.text(id)).collect(),
        buttons: Vec::new(),
    }
}

/// The tone in a word.
pub(super) fn tone_label(words: Words, tone: Tone) -> String {
    words.string(match tone {
        Tone::Info => "app-tone-info",
        Tone::Success => "app-tone-success",
        Tone::Warning => "app-tone-warning",
        Tone::Danger => "app-tone-danger",
    })
}

/// A bot's name.
pub(crate) fn bot_name(words: Words, bot: Bot) -> String {
    words.string(match bot {
        Bot::Bitcoin => "app-bot-bitcoin",
        Bot::Ether => "app-bot-ether",
    })
}

/// A screen in front of another, closed by its back button.
pub(super) fn overlay_body(words: Words, place: &'static str, heading: Text, blocks: Vec<Block>) -> Body {
    Body {
        place,
        layout: Layout::Single,
        heading,
        blocks,
        picture: None,
        back: Some(icon_button(words, "app-close", Icon::Close, Press::Close)),
        others: Vec::new(),
        main: None,
    }
}

/// The message of a button that says: the user's Binance is in this language.
pub(super) fn binance_language(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "app-menu-binance-french",
        Lang::En => "app-menu-binance-english",
    }
}

/// Why a click on a pretend page did nothing.
pub(super) fn refusal_id(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotHere => "practice-not-here",
        Refusal::DialogOpen => "practice-dialog-open",
        Refusal::NotInView => "practice-not-in-view",
        Refusal::NothingChosen => "practice-nothing-chosen",
        Refusal::LabelMissing => "practice-label-missing",
        Refusal::LabelTooLong => "practice-label-too-long",
        Refusal::WrongCode => "practice-wrong-code",
        Refusal::TooManyKeys => "practice-too-many-keys",
        Refusal::Greyed(Greyed::NotEditing) => "practice-not-editing",
        Refusal::Greyed(Greyed::ControlsTicked) => "practice-controls-ticked",
        Refusal::Greyed(Greyed::NeedsTrading) => "practice-needs-trading",
        Refusal::NoSuchKey => "practice-no-such-key",
        Refusal::NoSuchSubAccount => "practice-no-such-sub-account",
    }
}
