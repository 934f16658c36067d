//! What goes into the log: names of closed types. Of what an effect or an outcome carries, the log learns only how it went.

use crate::effect::{ClipboardFault, Effect, Outcome, VaultFault, Wipe};
use crate::verdict::Decision;

impl Effect {
    /// Its name in kebab-case.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Open(..) => "open-link",
            Self::Copy(..) => "copy",
            Self::WipeCopiedSecret(_) => "wipe-copied-secret",
            Self::WipePastedKey(..) => "wipe-pasted-key",
            Self::ReadClipboard(_) => "read-clipboard",
            Self::Examine(..) => "examine",
            Self::Cancel(_) => "cancel",
            Self::Store(..) => "store",
            Self::Remove(..) => "remove",
            Self::Publish(..) => "publish",
            Self::Wait(..) => "wait",
            Self::SaveFile(..) => "save-file",
            Self::Panel(_) => "panel",
            Self::Zoom(_) => "zoom",
            Self::Leave => "leave",
            Self::Notify { .. } => "notify",
            Self::ForgetFiles(_) => "forget-files",
            Self::Diagnose(..) => "diagnose",
            Self::KeepLog(..) => "keep-log",
            Self::ShowLog(_) => "show-log",
        }
    }
}

impl Outcome {
    /// How it went, in one word.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        match self {
            Self::Opened(_, done)
            | Self::Saved(_, done)
            | Self::Forgotten(_, done)
            | Self::LogKept(_, done)
            | Self::LogShown(_, done)
            | Self::SessionSaved(done) => said(*done),
            Self::Copied(_, Ok(())) | Self::Stored(_, Ok(())) | Self::Removed(_, Ok(())) => said(true),
            Self::Copied(_, Err(None)) => said(false),
            Self::Copied(_, Err(Some(fault)))
            | Self::Stored(_, Err(fault))
            | Self::Removed(_, Err(fault))
            | Self::Unreadable(_, fault) => VaultFault::name(*fault),
            Self::Clipboard(_, Ok(_)) => said(true),
            Self::Clipboard(_, Err(fault)) => match fault {
                ClipboardFault::Empty => "empty",
                ClipboardFault::NotText => "not-text",
                ClipboardFault::TooLarge => "too-large",
                ClipboardFault::Unavailable => "unavailable",
            },
            Self::ClipboardWiped(_, wipe) => match wipe {
                Wipe::Wiped => "wiped",
                Wipe::NotThere => "not-there",
                Wipe::Failed => said(false),
            },
            Self::Examined(..) | Self::Elapsed(_) | Self::Focused | Self::Closing => said(true),
            Self::Diagnosed(_, found) => said(found.is_some()),
        }
    }
}

impl Decision {
    /// Its name in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

fn said(done: bool) -> &'static str {
    if done { "done" } else { "failed" }
}
