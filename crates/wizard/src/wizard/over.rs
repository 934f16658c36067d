//! Screens in front of the journey's, which stays as it was.

use super::Wizard;
use crate::action::{Bot, Over};

/// What stands in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Front {
    /// One of the screens that a button can show.
    Shown(Over),
    /// The question whether to remove a bot's key from this computer.
    Removal(Bot),
}

impl Wizard {
    pub(super) fn show(&mut self, over: Over) {
        let front = Front::Shown(over);
        self.front.retain(|shown| *shown != front);
        self.front.push(front);
    }

    pub(super) fn close(&mut self) {
        self.front.pop();
    }
}
