//! Closing the window while it holds values that would be lost.

use super::{OpenOverlay, Wizard};
use crate::effect::{Effect, Target};

impl Wizard {
    /// Whether closing the window now would lose values of a real key that are kept nowhere else, and the user was not asked about it.
    /// Binance shows a secret key only once.
    #[must_use]
    pub fn asks_before_leaving(&self) -> bool {
        self.overlays.last() != Some(&OpenOverlay::Leaving) && self.loses_by_leaving()
    }

    fn loses_by_leaving(&self) -> bool {
        let real = |target| target != Target::Practice;
        let pasted = self.entries.iter().any(|(slot, entry)| real(slot.target) && entry.holds_value());
        // What the user gave to SmartradeX is in its form.
        let handed_over = |bot| self.session.real.keys.get(bot).is_some_and(|record| record.handed_over);
        let unkept = self.held.keys().any(|slot| real(slot.target) && !handed_over(&slot.bot));
        pasted || unkept
    }

    pub(super) fn closing(&mut self, effects: &mut Vec<Effect>) {
        if self.asks_before_leaving() {
            self.overlays.retain(|shown| *shown != OpenOverlay::Leaving);
            self.overlays.push(OpenOverlay::Leaving);
        } else {
            effects.push(Effect::Leave);
        }
    }

    /// Takes the question away if there is nothing to lose any more.
    pub(super) fn close_question(&mut self) {
        if self.overlays.last() == Some(&OpenOverlay::Leaving) && !self.loses_by_leaving() {
            self.overlays.pop();
        }
    }

    pub(super) fn leave(&mut self, effects: &mut Vec<Effect>) {
        if self.overlays.last() == Some(&OpenOverlay::Leaving) {
            effects.push(Effect::Leave);
        }
    }
}
