//! The screens in front of the journey's screen, which stays as it was.

use super::{Forgetting, Wizard};
use crate::action::{Overlay, Press};
use crate::domain::{Bot, Step};
use crate::effect::{Effect, SavedFile};
use crate::help::{self, Node, Way};
use crate::session::Place;

/// A screen shown in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OpenOverlay {
    /// One of the screens that a button can open.
    Shown(Overlay),
    /// The question whether to remove a bot's key from this computer.
    Removal(Bot),
    /// "I don't see this": the step, and the answers given so far.
    NotSeen(Step, Vec<u8>),
    /// The result of forgetting everything.
    Forgotten(Forgetting),
}

impl Wizard {
    pub(super) fn show(&mut self, overlay: Overlay) {
        let opened = match (overlay, self.journey().place) {
            (Overlay::NotSeen, Place::Step(step)) => OpenOverlay::NotSeen(step, Vec::new()),
            (Overlay::NotSeen, Place::Welcome | Place::HandOver | Place::Configured | Place::Home) => return,
            (overlay, _) => OpenOverlay::Shown(overlay),
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
        let Some(OpenOverlay::NotSeen(step, path)) = self.overlays.last_mut() else { return };
        let step = *step;
        path.push(answer);
        if help::follow(step, path).is_none() {
            path.pop();
            // The tree has ended in an answer, whose one button is the way on.
            if let Some(Node::Answer { way, .. }) = help::follow(step, path) {
                self.take_way(*way, effects);
            }
        }
    }

    fn take_way(&mut self, way: Way, effects: &mut Vec<Effect>) {
        self.overlays.pop();
        match way {
            Way::Instructions => {}
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
