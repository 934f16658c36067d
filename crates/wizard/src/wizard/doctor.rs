//! The doctor: has this computer looked at, and keeps what was found for the screen and for the report.

use super::{OpenOverlay, Wizard};
use crate::action::Overlay;
use crate::doctor::Checkup;
use crate::effect::{Effect, Request};

/// What the doctor holds.
#[derive(Debug, Default)]
pub(crate) struct Doctor {
    /// The look that is under way.
    pub(crate) request: Option<Request>,
    /// What was found last.
    pub(crate) found: Option<Box<Checkup>>,
    /// The last look did not come to its end.
    pub(crate) lost: bool,
}

impl Wizard {
    /// Whoever opens the doctor's screen wants to be told how things stand now.
    pub(super) fn consult(&mut self, overlay: Overlay, effects: &mut Vec<Effect>) {
        if overlay == Overlay::Doctor {
            self.diagnose(effects);
        }
    }

    /// Looks, unless that is under way, or Binance, which is asked for the time, wants to be left alone.
    pub(super) fn diagnose(&mut self, effects: &mut Vec<Effect>) {
        if self.doctor.request.is_none()
            && let Some(request) = self.may_ask()
        {
            self.doctor = Doctor { request: Some(request), ..Doctor::default() };
            effects.push(Effect::Diagnose(request, self.target()));
        }
    }

    /// The doctor's screen is shown, and could not look before: Binance wanted to be left alone.
    pub(super) fn diagnose_if_due(&mut self, effects: &mut Vec<Effect>) {
        let shown = self.overlays.last() == Some(&OpenOverlay::Shown(Overlay::Doctor));
        if shown && self.doctor.found.is_none() && !self.doctor.lost {
            self.diagnose(effects);
        }
    }

    /// What was found on the way to the pretend Binance says nothing of the real one, nor the other way round.
    pub(super) fn forget_checkup(&mut self, effects: &mut Vec<Effect>) {
        effects.extend(self.doctor.request.map(Effect::Cancel));
        self.doctor = Doctor::default();
    }

    pub(super) fn diagnosed(&mut self, request: Request, found: Option<Box<Checkup>>) {
        self.heed_checkup(request, found.as_deref());
        if self.doctor.request == Some(request) {
            self.doctor = Doctor { request: None, lost: found.is_none(), found };
        }
    }
}
