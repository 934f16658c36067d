//! "Erase everything": the keys, the session, the window's state, the log, and what came of it.

use std::collections::BTreeSet;

use super::{Cards, OpenOverlay, Shown, Wizard};
use crate::action::Overlay;
use crate::effect::{Effect, Request, Slot, Target, VaultFault};
use crate::screen::CheckState;
use crate::session::Session;

/// How far forgetting has got: the requests under way, and whether one failed.
#[derive(Debug, Default)]
pub(crate) struct Forgetting {
    /// A key may have been kept. The records, which said so, are gone.
    kept: bool,
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
    /// Works only on the screen that asks for confirmation, and on the one with the result, to try again. Not while a key is on its way
    /// into the keyring: it might arrive there afterwards.
    pub(super) fn forget_everything(&mut self, effects: &mut Vec<Effect>) {
        if !matches!(self.overlays.last(), Some(OpenOverlay::Shown(Overlay::Forget) | OpenOverlay::Forgotten))
            || self.storing()
        {
            return;
        }
        self.stop_work(effects);
        self.work = super::Work::Entering;
        self.held.clear();
        self.tick_no_copy();
        self.removing.clear();
        self.former_keys.clear();
        self.entries.clear();
        self.reading.clear();
        self.cards = Cards::default();
        self.checked = Vec::new();
        (self.desk, self.report_key) = (super::Desk::default(), false);
        self.forget_checkup(effects);
        let kept = self.session.may_have_kept();
        // Settings are the user's choice, not traces. The salt stays, but no hash made with it does. Forgetting ends no ban at Binance.
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
        // Someone who tries the program against an address of their own must not lose real keys.
        let spared = self.system.other_address.is_some().then_some(Target::Binance);
        let mut keys = BTreeSet::new();
        for slot in Slot::all().filter(|slot| Some(slot.target) != spared) {
            let request = self.request();
            keys.insert(request);
            effects.push(Effect::Remove(request, slot));
        }
        let files = self.request();
        effects.push(Effect::ForgetFiles(files));
        self.forgetting = Forgetting { kept, keys, files: Some(files), ..Forgetting::default() };
        self.overlays = vec![OpenOverlay::Forgotten];
    }

    /// A keyring entry has been removed, or could not be. Where no keyring is found, there is no key if none was ever kept: whoever has no
    /// keyring can erase everything too.
    pub(super) fn key_forgotten(&mut self, request: Request, result: Result<(), VaultFault>) {
        let kept = self.forgetting.kept;
        let gone = result.map_or_else(|fault| fault.found_no_keyring() && !kept, |()| true);
        if !gone && self.forgetting.keys.contains(&request) {
            // So that the next erasure, even after a new start, does not take a keyring that it cannot find for one that holds nothing.
            self.session.keys_left = true;
        }
        self.forgotten(request, gone);
    }

    /// A keyring entry or the files have been removed, or could not be.
    pub(super) fn forgotten(&mut self, request: Request, gone: bool) {
        let forgetting = &mut self.forgetting;
        if forgetting.keys.remove(&request) {
            forgetting.keys_failed |= !gone;
        } else if forgetting.files == Some(request) {
            forgetting.files = None;
            forgetting.files_failed = !gone;
        } else {
            return;
        }
        let all = forgetting.all();
        if all == CheckState::Wrong && !self.overlays.contains(&OpenOverlay::Forgotten) {
            // Whoever closed the result before it was there takes everything for erased.
            self.overlays.push(OpenOverlay::Forgotten);
        }
        if all != CheckState::Waiting {
            self.say_aloud(Shown::Forgotten);
        }
    }
}
