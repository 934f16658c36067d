//! The faults of the keyring, explained in three sentences like every cause.

use super::Explanation;
use crate::effect::VaultFault;
use crate::l10n::Words;

impl VaultFault {
    /// Its name in kebab-case, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoService => "no-service",
            Self::NoCollection => "no-collection",
            Self::Locked => "locked",
            Self::Dismissed => "dismissed",
            Self::NoAnswer => "no-answer",
            Self::TooLong => "too-long",
            Self::ReadOnly => "read-only",
            Self::ReadBackDiffers => "read-back",
            Self::Gone => "gone",
            Self::Failed => "failed",
        }
    }

    /// What happened, why it may have happened, what to do now.
    #[must_use]
    pub fn explain(self, words: Words) -> Explanation {
        let id = format!("vault-{}", self.name());
        Explanation {
            happened: words.text(&id),
            why: words.attribute(&id, "why", &[]),
            todo: words.attribute(&id, "todo", &[]),
        }
    }
}
