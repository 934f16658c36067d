//! What the pretend user's browser shows: the open page, and the dialog over it.

use serde::{Deserialize, Serialize};

use crate::key::{KeyNumber, KeyType, Owner};

/// A page of the pretend Binance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Page {
    /// Account › API Management: the main account's keys and, at the bottom, the box of step 1.
    AccountApi,
    /// Sub-accounts › API Management: the sub-accounts' keys.
    SubAccountApi,
    /// A key's own page, with its values and the restrictions panel.
    Key(KeyNumber),
}

/// The dialog over the page. While it is open, only its own controls, changing the page, and reloading work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Dialog {
    /// "Are you sure?" after a click on the ticked box of step 1. Its button: "Accept".
    ConfirmUntick,
    /// "Choose API Key type". Its button: "Next".
    ChooseType {
        /// The type chosen so far.
        chosen: Option<KeyType>,
    },
    /// "Create API": the sub-account and the label. Its button: "Next".
    NameKey {
        /// From the previous dialog.
        key_type: KeyType,
        /// Whose key it will be. If started from the account's own page, this is the main account's, and there is
        /// no list.
        owner: Option<Owner>,
        /// What has been typed so far.
        label: String,
    },
    /// "Security verification": a code of six digits.
    Verification(Purpose),
}

/// What a security verification is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Purpose {
    /// To untick the box of step 1.
    UntickControls,
    /// To tick it again.
    TickControls,
    /// To create a key.
    CreateKey {
        /// How the key is made.
        key_type: KeyType,
        /// Whose key it is.
        owner: Owner,
        /// Its label, trimmed, not empty.
        label: String,
    },
    /// To save the restrictions being edited.
    SaveRestrictions,
    /// To delete a key.
    DeleteKey(KeyNumber),
}
