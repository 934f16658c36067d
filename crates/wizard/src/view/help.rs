//! "I don't see this".

use super::Body;
use super::pages::Pages;
use super::parts::{
    binance_language, button, button_labelled, icon_button, lead, link_button, overlay_body, paragraph,
    tone_label,
};
use crate::action::{Overlay, Press};
use crate::domain::Link;
use crate::help::{Node, Tree, Way};
use crate::l10n::Words;
use crate::screen::{Block, Button, Icon, Layout, Tone};
use crate::wizard::Wizard;

/// The places of the questions, one after the other.
const QUESTIONS: [&str; 3] = ["not-seen", "not-seen-second", "not-seen-third"];

/// The button that is on every step, and at SmartradeX's form.
pub(super) fn not_seen(words: Words) -> Button {
    icon_button(words, "help-open", Icon::Help, Press::Show { overlay: Overlay::NotSeen })
}

/// Shown where what is said may not have helped.
pub(super) fn ask_for_help(words: Words) -> Button {
    button(words, "help-support", Press::Show { overlay: Overlay::Phone })
}

impl Wizard {
    /// Quietly offers help when nothing was done for a while.
    pub(super) fn offer_of_help(&self, words: Words) -> Option<Block> {
        self.timers.stuck.then(|| Block::Note {
            tone: Tone::Info,
            tone_label: tone_label(words, Tone::Info),
            title: words.text("help-offer"),
            text: vec![words.text("help-offer-text")],
            buttons: vec![not_seen(words)],
        })
    }

    pub(super) fn not_seen(&self, tree: Tree, path: &[u8], words: Words) -> Body {
        let node = tree.follow(path).unwrap_or_else(|| tree.root());
        let mut body = self.not_seen_at(node, words);
        // Each question is a screen of its own: a second click meant for the last one is not taken, and it is read from its heading.
        if matches!(node, Node::Question { .. }) {
            body.place = QUESTIONS[path.len().min(QUESTIONS.len() - 1)];
        }
        if !path.is_empty() {
            body.back = Some(button(words, "app-back", Press::Close));
        }
        body
    }

    fn not_seen_at(&self, node: &Node, words: Words) -> Body {
        match node {
            Node::Question { id, answers } => {
                let buttons = (0..)
                    .zip(answers.iter())
                    .map(|(answer, (label, _))| {
                        button_labelled(words.string(label), Press::Answer { answer })
                    })
                    .collect();
                let mut body = overlay_body(
                    words,
                    QUESTIONS[0],
                    words.text(id),
                    vec![Block::Buttons { stacked: true, buttons }],
                );
                body.others.push(ask_for_help(words));
                body
            }
            Node::Answer { id, sight, way } => {
                let blocks =
                    vec![paragraph(words.attribute(id, "why", &[])), lead(words.attribute(id, "todo", &[]))];
                let mut body = overlay_body(words, "not-seen-answer", words.text(id), blocks);
                body.picture = sight.map(|sight| {
                    let bot = self.journey().bot;
                    let (account, control) = sight.scene(bot);
                    let marks = control.map(|control| (control, 1)).into_iter().collect();
                    Pages {
                        words,
                        account: &account,
                        bot,
                        marks,
                        current: (!sight.is_done()).then_some(1),
                        done: sight.is_done().then_some(1).into_iter().collect(),
                        live: false,
                    }
                    .picture()
                });
                if body.picture.is_some() {
                    body.layout = Layout::Columns;
                }
                let go = |id| button(words, id, Press::Answer { answer: 0 });
                let on = match way {
                    Way::Instructions => go("help-way-instructions"),
                    Way::SecurityControls => go("step4-to-step1"),
                    Way::NewKey => go("step4-new-key"),
                    Way::Next => go("help-way-next"),
                    Way::BinanceLanguage => go(binance_language(words.binance.other())),
                    Way::Site => link_button(words, "app-open-site", Link::Site, false),
                    Way::Support => go("help-support"),
                };
                body.main = Some(on.next());
                body.others.push(if *way == Way::Support {
                    button(words, "help-way-instructions", Press::Answer { answer: 1 })
                } else {
                    ask_for_help(words)
                });
                body
            }
        }
    }
}
