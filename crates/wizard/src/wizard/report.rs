//! The report for e-mail.

use super::form::Copying;
use super::{OpenOverlay, Said, Wizard};
use crate::action::Overlay;
use crate::effect::{CopySource, Effect, Request, SavedFile};

/// The name of its file.
const NAME: &str = "smartradex-report.txt";

impl Wizard {
    /// Copies only what is on the screen.
    pub(super) fn copy_report(&mut self, effects: &mut Vec<Effect>) {
        let shown = match self.overlays.last() {
            Some(OpenOverlay::Shown(Overlay::Report)) => Some(self.report()),
            Some(OpenOverlay::Shown(Overlay::Doctor)) => self.checkup_report(),
            _ => None,
        };
        if let Some(text) = shown {
            self.copy(Copying::Words, CopySource::Text(text), effects);
        }
    }

    /// Saves only what is on the screen.
    pub(super) fn save_report(&mut self, effects: &mut Vec<Effect>) {
        if self.shows_report() {
            let request = self.request();
            let file = SavedFile { name: NAME.to_owned(), content: self.report() };
            effects.push(Effect::SaveFile(request, file));
        }
    }

    /// The switch is on the report's screen, and works only there.
    pub(super) fn keep_log(&mut self, effects: &mut Vec<Effect>) {
        if !self.shows_report() {
            return;
        }
        self.session.log_off = !self.session.log_off;
        let request = self.request();
        (self.keeping_log, self.log_left) = (Some(request), false);
        effects.push(Effect::KeepLog(request, !self.session.log_off));
    }

    pub(super) fn log_kept(&mut self, request: Request, kept: bool) {
        if self.keeping_log.take_if(|awaited| *awaited == request).is_some() {
            self.log_left = !kept && self.session.log_off;
            self.say_unless(kept, Said::LogNotKept);
        }
    }

    pub(super) fn show_log(&mut self, effects: &mut Vec<Effect>) {
        if self.shows_report() && !self.session.log_off {
            let request = self.request();
            effects.push(Effect::ShowLog(request));
        }
    }

    fn shows_report(&self) -> bool {
        self.overlays.last() == Some(&OpenOverlay::Shown(Overlay::Report))
    }
}
