//! The doctor: has this computer looked at, and keeps what was found for the screen and for the report.

use super::Wizard;
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

    /// Looks, unless that is under way.
    pub(super) fn diagnose(&mut self, effects: &mut Vec<Effect>) {
        if self.doctor.request.is_none() {
            let request = self.request();
            self.doctor = Doctor { request: Some(request), ..Doctor::default() };
            effects.push(Effect::Diagnose(request, self.target()));
        }
    }

    /// What was found on the way to the pretend Binance says nothing of the real one, nor the other way round.
    pub(super) fn forget_checkup(&mut self, effects: &mut Vec<Effect>) {
        effects.extend(self.doctor.request.map(Effect::Cancel));
        self.doctor = Doctor::default();
    }

    pub(super) fn diagnosed(&mut self, request: Request, found: Option<Box<Checkup>>) {
        if self.doctor.request == Some(request) {
            self.doctor = Doctor { request: None, lost: found.is_none(), found };
        }
    }
}
