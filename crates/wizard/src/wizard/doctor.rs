//! The doctor: has this computer examined, and keeps the findings for the screen and the report.

use super::{OpenOverlay, Shown, Wizard};
use crate::action::Overlay;
use crate::doctor::Checkup;
use crate::effect::{Effect, Request};

/// What the doctor holds.
#[derive(Debug, Default)]
pub(crate) struct Doctor {
    /// The look under way.
    pub(crate) request: Option<Request>,
    /// What was found last.
    pub(crate) found: Option<Box<Checkup>>,
    /// The last look broke off.
    pub(crate) lost: bool,
}

impl Wizard {
    /// The doctor's screen is opened: the user wants to know how things stand now, so a look is due.
    pub(super) fn consult(&mut self, overlay: Overlay) {
        if overlay == Overlay::Doctor && self.doctor.request.is_none() {
            self.doctor = Doctor::default();
        }
    }

    /// Starts a look, unless one is under way, or Binance (which the look asks for the time) wants to be left alone.
    pub(super) fn diagnose(&mut self, effects: &mut Vec<Effect>) {
        if self.doctor.request.is_none()
            && let Some(request) = self.may_ask()
        {
            self.doctor = Doctor { request: Some(request), ..Doctor::default() };
            effects.push(Effect::Diagnose(request, self.target()));
        }
    }

    /// Starts the look for which the doctor's screen was opened: at once, or when Binance need not be left alone any more.
    pub(super) fn diagnose_if_due(&mut self, effects: &mut Vec<Effect>) {
        let shown = self.overlays.last() == Some(&OpenOverlay::Shown(Overlay::Doctor));
        if shown && self.doctor.found.is_none() && !self.doctor.lost {
            self.diagnose(effects);
        }
    }

    /// What was found on the way to the pretend Binance says nothing about the real one, and vice versa.
    pub(super) fn forget_checkup(&mut self, effects: &mut Vec<Effect>) {
        if let Some(request) = self.doctor.request {
            self.stop_asking(request, effects);
        }
        self.doctor = Doctor::default();
    }

    /// This look was cancelled, because Binance wants to be left alone.
    pub(super) fn withdraw_checkup(&mut self, request: Request) {
        if self.doctor.request == Some(request) {
            self.doctor = Doctor::default();
        }
    }

    pub(super) fn diagnosed(
        &mut self,
        request: Request,
        found: Option<Box<Checkup>>,
        effects: &mut Vec<Effect>,
    ) {
        self.heed_checkup(request, found.as_deref(), effects);
        if self.doctor.request == Some(request) {
            self.doctor = Doctor { request: None, lost: found.is_none(), found };
            self.say_in(Overlay::Doctor, Shown::Doctor);
        }
    }
}
