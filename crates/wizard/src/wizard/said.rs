//! What is said once: shown below the words until the next action, or only read aloud.

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
    SessionDamaged,
    /// A key was put where none belongs. What became of the one in the clipboard.
    KeyRefused(Wiping),
    LogNotKept,
    LogNotShown,
    /// The last copy is still under way.
    Copying,
    Storing,
    NoFormInPractice,
    /// It stands on the screen already, which is not told by itself to those who cannot see it.
    Shown(Shown),
}

/// What may change on a screen that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A look again brought another verdict.
    Verdict,
    /// What became of the key on its way to the keyring.
    Keeping,
    /// What became of the check of a kept key.
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

    /// Says what stands on a screen, if it is in view.
    pub(super) fn say_of(&mut self, place: Place, shown: Shown) {
        if self.journey().place == place && self.overlays.is_empty() {
            self.say(Said::Shown(shown));
        }
    }
}
