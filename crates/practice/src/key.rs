//! An API key as the pages know it: its owner, its label, its boxes. It never contains the key's values, which are
//! derived from the seed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::account::SubAccount;

/// Which key of the account: 0 for the first one ever created. Numbers are never reused, even after a deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeyNumber(pub u32);

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Owner {
    /// The main account, which is a mistake for this purpose.
    Main,
    /// One of its sub-accounts.
    Sub(SubAccount),
}

/// What the dialog "Choose API Key type" offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeyType {
    /// "System generated": Binance makes an HMAC key and its secret.
    SystemGenerated,
    /// "Self-generated": the user made an Ed25519 or RSA key pair. Binance never has a secret to show.
    SelfGenerated,
}

/// A box of the panel "API restrictions", in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeyBox {
    /// "Enable Reading", `enableReading`. Ticked on a new key.
    Reading,
    /// "Enable Spot & Margin Trading", `enableSpotAndMarginTrading`.
    SpotAndMarginTrading,
    /// "Enable Margin Loan, Repay & Transfer", `enableMargin`.
    MarginLoan,
    /// "Permits Universal Transfer", `permitsUniversalTransfer`.
    UniversalTransfer,
    /// "Enable Symbol Whitelist". It has no field in the API; only a test order reveals it. The list of symbols itself
    /// is not modelled; it never contains a pair that a bot trades.
    SymbolWhitelist,
    /// "Enable Futures", `enableFutures`.
    Futures,
    /// "Enable European Options", `enableVanillaOptions`.
    EuropeanOptions,
}

impl KeyBox {
    /// Every box, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Reading,
        Self::SpotAndMarginTrading,
        Self::MarginLoan,
        Self::UniversalTransfer,
        Self::SymbolWhitelist,
        Self::Futures,
        Self::EuropeanOptions,
    ];
}

/// The choice under "IP access restrictions".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum IpChoice {
    /// "Unrestricted (Less Secure)": chosen on a new key.
    Unrestricted,
    /// "Restrict access to trusted IPs only (Recommended)". The addresses themselves are not modelled: the user's own
    /// computer counts as trusted.
    TrustedOnly,
}

/// The boxes and the IP choice of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restrictions {
    /// The ticked boxes.
    pub ticked: BTreeSet<KeyBox>,
    /// The IP choice.
    pub ip: IpChoice,
}

/// Why a box cannot be ticked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Greyed {
    /// The panel is not in edit mode: "Edit restrictions" has not been clicked.
    NotEditing,
    /// "Default Security Controls" (step 1) is still ticked, and the key is not restricted to trusted IP addresses.
    ControlsTicked,
    /// A symbol whitelist concerns trading, and trading is not ticked. This rule is a guess.
    NeedsTrading,
}

/// A key as its page shows it. For its two values, see [`crate::Account::api_key`] and [`crate::Account::secret_key`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Which key it is.
    pub number: KeyNumber,
    /// Whose key it is.
    pub owner: Owner,
    /// What the user called it.
    pub label: String,
    /// How it was made.
    pub key_type: KeyType,
    /// What it may do, as saved.
    pub restrictions: Restrictions,
}

impl Restrictions {
    /// The restrictions of a new key: reading only, from any IP address.
    #[must_use]
    pub fn fresh() -> Self {
        Self { ticked: BTreeSet::from([KeyBox::Reading]), ip: IpChoice::Unrestricted }
    }

    /// The restrictions that SmartradeX needs: reading and trading, nothing else, from any IP address.
    #[must_use]
    pub fn for_smartradex() -> Self {
        let ticked = BTreeSet::from([KeyBox::Reading, KeyBox::SpotAndMarginTrading]);
        Self { ticked, ip: IpChoice::Unrestricted }
    }

    /// Whether the box is ticked.
    #[must_use]
    pub fn is_ticked(&self, key_box: KeyBox) -> bool {
        self.ticked.contains(&key_box)
    }

    /// Whether the page shows its red warning: the key is open to any IP address and may do more than read.
    #[must_use]
    pub fn warned_about(&self) -> bool {
        self.ip == IpChoice::Unrestricted && self.ticked.iter().any(|&ticked| ticked != KeyBox::Reading)
    }

    /// Whether the box may be ticked while the panel is in edit mode.
    pub(crate) fn can_tick(&self, key_box: KeyBox, controls_ticked: bool) -> Result<(), Greyed> {
        let reads_only = key_box == KeyBox::Reading;
        if controls_ticked && self.ip == IpChoice::Unrestricted && !reads_only {
            Err(Greyed::ControlsTicked)
        } else if key_box == KeyBox::SymbolWhitelist && !self.is_ticked(KeyBox::SpotAndMarginTrading) {
            Err(Greyed::NeedsTrading)
        } else {
            Ok(())
        }
    }

    pub(crate) fn untick(&mut self, key_box: KeyBox) {
        self.ticked.remove(&key_box);
        if key_box == KeyBox::SpotAndMarginTrading {
            self.ticked.remove(&KeyBox::SymbolWhitelist);
        }
    }

    /// Reduces this to what "Default Security Controls" allows: reading at most, unless access is restricted to trusted
    /// IP addresses.
    pub(crate) fn obey_controls(&mut self) {
        if self.ip == IpChoice::Unrestricted {
            self.ticked.retain(|&ticked| ticked == KeyBox::Reading);
        }
    }
}
