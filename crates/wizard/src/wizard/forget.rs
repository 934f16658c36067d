//! "Forget everything": the keys, the session, the window's state, the log, and what came of it.

use std::collections::BTreeSet;

use super::{Cards, OpenOverlay, Said, Shown, Wizard};
use crate::action::Overlay;
use crate::effect::{Effect, Request, Slot, Target};
use crate::screen::CheckState;
use crate::session::Session;

/// What has been forgotten so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forgetting {
    keys: BTreeSet<Request>,
    files: Option<Request>,
    keys_failed: bool,
    files_failed: bool,
}

impl Forgetting {
    /// Whether the keyring's entries are gone.
    pub(crate) fn keys(&self) -> CheckState {
        state(!self.keys.is_empty(), self.keys_failed)
    }

    /// Whether the files are gone.
    pub(crate) fn files(&self) -> CheckState {
        state(self.files.is_some(), self.files_failed)
    }

    /// Whether all of it is gone.
    pub(crate) fn all(&self) -> CheckState {
        state(!self.keys.is_empty() || self.files.is_some(), self.keys_failed || self.files_failed)
    }
}

fn state(awaited: bool, failed: bool) -> CheckState {
    match (awaited, failed) {
        (true, _) => CheckState::Waiting,
        (false, false) => CheckState::Ok,
        (false, true) => CheckState::Wrong,
    }
}

impl Wizard {
    /// Only from the question whether to, or to try again what failed.
    pub(super) fn forget_everything(&mut self, effects: &mut Vec<Effect>) {
        if !matches!(
            self.overlays.last(),
            Some(OpenOverlay::Shown(Overlay::Forget) | OpenOverlay::Forgotten(_))
        ) {
            return;
        }
        self.stop_work(effects);
        self.work = super::Work::Entering;
        self.held.clear();
        self.tick_no_copy();
        self.removing.clear();
        self.former_keys.clear();
        self.entries.clear();
        self.reading = None;
        self.cards = Cards::default();
        self.checked = Vec::new();
        (self.desk, self.report_key) = (super::Desk::default(), false);
        self.forget_checkup(effects);
        // The language is the user's, not a trace; the salt is new with the next session. Binance forgets no ban with it.
        self.session = Session {
            language: self.session.language,
            binance_language: self.session.binance_language,
            panel: self.session.panel,
            zoom: self.session.zoom,
            wait: self.session.wait,
            salt: self.session.salt.clone(),
            log_off: self.session.log_off,
            ..Session::default()
        };
        // Whoever tries the program against an address of their own does not lose what is real.
        let spared = self.system.other_address.is_some().then_some(Target::Binance);
        let mut keys = BTreeSet::new();
        for slot in Slot::all().filter(|slot| Some(slot.target) != spared) {
            let request = self.request();
            keys.insert(request);
            effects.push(Effect::Remove(request, slot));
        }
        let files = self.request();
        effects.push(Effect::ForgetFiles(files));
        self.overlays = vec![OpenOverlay::Forgotten(Forgetting {
            keys,
            files: Some(files),
            keys_failed: false,
            files_failed: false,
        })];
    }

    /// An entry, or the files, are gone, or are not.
    pub(super) fn forgotten(&mut self, request: Request, gone: bool) {
        let Some(OpenOverlay::Forgotten(forgetting)) = self.overlays.last_mut() else { return };
        if forgetting.keys.remove(&request) {
            forgetting.keys_failed |= !gone;
        } else if forgetting.files == Some(request) {
            forgetting.files = None;
            forgetting.files_failed = !gone;
        } else {
            return;
        }
        if forgetting.all() != CheckState::Waiting {
            self.say(Said::Shown(Shown::Forgotten));
        }
    }
}
