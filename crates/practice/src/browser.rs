//! Where the pretend user's browser stands: the open page, and the dialog over it.

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

/// What stands over the page. Only its own controls, a change of page, and a reload work while it is open.
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
        /// From the dialog before.
        key_type: KeyType,
        /// Whose key it will be. Fixed to the main account, with no list, when started from the account's own page.
        owner: Option<Owner>,
        /// What was typed so far.
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
        /// How it is made.
        key_type: KeyType,
        /// Whose.
        owner: Owner,
        /// Its label, trimmed, not empty.
        label: String,
    },
    /// To save the restrictions being edited.
    SaveRestrictions,
    /// To delete a key.
    DeleteKey(KeyNumber),
}
