//! What is said once: shown until the next action, or only read aloud.

use super::{Wiping, Wizard};
use crate::domain::Bot;
use crate::effect::VaultFault;
use crate::session::Place;

/// A short message about what has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Copied,
    NotCopied(Option<VaultFault>),
    NotOpened,
    ClipboardCleared,
    ClipboardNotCleared,
    Refused(smartradex_practice::Refusal),
    FileSaved,
    FileNotSaved,
    Removed,
    NotRemoved(VaultFault),
    /// The new key was accepted, but is not in the keyring; the user is no longer where that would be seen.
    NotKept(VaultFault),
    /// The key was not kept, and the one before it is still in the keyring.
    FormerLeft(VaultFault),
    SessionDamaged,
    /// A key was put where none belongs; with what became of the one in the clipboard.
    KeyRefused(Wiping),
    LogNotKept,
    LogNotShown,
    /// The previous copy is still under way.
    Copying,
    Storing,
    /// The key before is still being removed from the keyring.
    Removing,
    NoFormInPractice,
    /// Already visible on the screen, but not announced by itself to those who cannot see it.
    Shown(Shown),
}

/// What may change on a screen that stays in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A repeated look brought another verdict.
    Verdict,
    /// What became of the key on its way to the keyring.
    Keeping,
    /// The result of checking a kept key.
    Card(Bot),
    /// Everything is forgotten, or something could not be.
    Forgotten,
    /// The session cannot be written.
    Unsaved,
}

impl Wizard {
    pub(super) fn say_unless(&mut self, fine: bool, said: Said) {
        if !fine {
            self.say(said);
        }
    }

    pub(super) fn say(&mut self, said: Said) {
        self.said = Some(said);
        self.said_count = self.said_count.wrapping_add(1);
    }

    /// Announces a change on a screen, if that screen is in view.
    pub(super) fn say_of(&mut self, place: Place, shown: Shown) {
        if self.journey().place == place && self.overlays.is_empty() {
            self.say(Said::Shown(shown));
        }
    }
}
