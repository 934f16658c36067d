//! The screens in front of the journey's screen, which stays as it was.

use super::Wizard;
use crate::action::{Overlay, Press};
use crate::domain::{Bot, Step};
use crate::effect::{Effect, SavedFile};
use crate::help::{Node, Tree, Way};

/// A screen shown in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OpenOverlay {
    /// One of the screens that a button can open.
    Shown(Overlay),
    /// The question whether to remove a bot's key from this computer.
    Removal(Bot),
    /// "I don't see this": the questions, and the answers given so far.
    NotSeen(Tree, Vec<u8>),
    /// The result of forgetting everything.
    Forgotten,
    /// The question whether to close the program although that loses values.
    Leaving,
}

impl Wizard {
    pub(super) fn show(&mut self, overlay: Overlay) {
        let opened = if overlay == Overlay::NotSeen {
            let Some(tree) = Tree::at(self.spot(), self.practising()) else { return };
            OpenOverlay::NotSeen(tree, Vec::new())
        } else {
            OpenOverlay::Shown(overlay)
        };
        self.overlays.retain(|shown| *shown != opened);
        self.overlays.push(opened);
    }

    pub(super) fn close(&mut self) {
        match self.overlays.last_mut() {
            // Goes back one question.
            Some(OpenOverlay::NotSeen(_, path)) if !path.is_empty() => drop(path.pop()),
            _ => drop(self.overlays.pop()),
        }
    }

    pub(super) fn answer(&mut self, answer: u8, effects: &mut Vec<Effect>) {
        let Some(OpenOverlay::NotSeen(tree, path)) = self.overlays.last_mut() else { return };
        let tree = *tree;
        path.push(answer);
        if tree.follow(path).is_none() {
            path.pop();
            // The tree has ended in an answer, whose first button is the way on. The second one, if any, leads back.
            if let Some(Node::Answer { way, .. }) = tree.follow(path) {
                self.take_way(if answer == 0 { *way } else { Way::Instructions }, effects);
            }
        }
    }

    fn take_way(&mut self, way: Way, effects: &mut Vec<Effect>) {
        self.overlays.pop();
        match way {
            Way::Instructions => {}
            // Its button opens the site itself.
            Way::Site => {}
            Way::NewKey => self.press(Press::NewKey, effects),
            Way::SecurityControls => self.press(Press::Go { step: Step::SecurityControls }, effects),
            Way::Next => self.press(Press::Next, effects),
            Way::BinanceLanguage => self.session.binance_language = Some(self.binance_lang().other()),
            Way::Support => self.show(Overlay::Phone),
        }
    }

    pub(super) fn save_guide(&mut self, effects: &mut Vec<Effect>) {
        let bot = self.journey().bot;
        let words = self.words();
        let name = format!("smartradex-{}-{}.html", bot.slug(), words.lang.tag());
        let request = self.request();
        effects.push(Effect::SaveFile(request, SavedFile { name, content: crate::guide::page(bot, words) }));
    }
}
