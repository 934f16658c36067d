//! The report for e-mail.

use super::form::Copying;
use super::{Front, Wizard};
use crate::action::Over;
use crate::effect::{CopySource, Effect, SavedFile};

/// Its file's name.
const NAME: &str = "smartradex-report.txt";

impl Wizard {
    /// Only what is on the screen is copied.
    pub(super) fn copy_report(&mut self, effects: &mut Vec<Effect>) {
        if self.shows_report() {
            self.copy(Copying::Words, CopySource::Text(self.report()), effects);
        }
    }

    /// Only what is on the screen is saved.
    pub(super) fn save_report(&mut self, effects: &mut Vec<Effect>) {
        if self.shows_report() {
            let request = self.request();
            let file = SavedFile { name: NAME.to_owned(), content: self.report() };
            effects.push(Effect::SaveFile(request, file));
        }
    }

    fn shows_report(&self) -> bool {
        self.front.last() == Some(&Front::Shown(Over::Report))
    }
}
