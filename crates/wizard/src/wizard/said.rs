//! What is said once: shown until the next action, or only read aloud. One does not displace the other.

use super::{OpenOverlay, Wiping, Wizard};
use crate::action::Overlay;
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
    /// A second start of the program brought the code of another call.
    AnotherCode,
    /// The previous copy is still under way.
    Copying,
    Storing,
    /// The key before is still being removed from the keyring.
    Removing,
    NoFormInPractice,
}

/// What may change on a screen that stays in view. It is visible there, but not announced by itself to those who cannot see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The instruction whose turn it is.
    Instruction,
    /// What the two fields hold.
    Fields,
    /// A repeated look brought another verdict, or one that the user asked for the same.
    Verdict,
    /// What became of the key on its way to the keyring.
    Keeping,
    /// The result of checking a kept key.
    Card(Bot),
    /// Everything is forgotten, or something could not be.
    Forgotten,
    /// The session cannot be written.
    Unsaved,
    /// The doctor is done, or the look broke off.
    Doctor,
    /// A key was put into a field of the desk.
    KeyAtDesk,
}

impl Wizard {
    pub(super) fn say_unless(&mut self, fine: bool, said: Said) {
        if !fine {
            self.say(said);
        }
    }

    pub(super) fn say(&mut self, said: Said) {
        self.said_count = self.said_count.wrapping_add(1);
        self.said = Some((self.said_count, said));
    }

    /// Has a change on the screen read aloud.
    pub(super) fn say_aloud(&mut self, shown: Shown) {
        self.said_count = self.said_count.wrapping_add(1);
        self.aloud.retain(|(_, before)| *before != shown);
        self.aloud.push((self.said_count, shown));
    }

    /// The same, if this screen of the journey is in view.
    pub(super) fn say_of(&mut self, place: Place, shown: Shown) {
        if self.journey().place == place && self.overlays.is_empty() {
            self.say_aloud(shown);
        }
    }

    /// The same, if this screen stands in front.
    pub(super) fn say_in(&mut self, overlay: Overlay, shown: Shown) {
        if self.overlays.last() == Some(&OpenOverlay::Shown(overlay)) {
            self.say_aloud(shown);
        }
    }
}
