//! What the program is about: bots, keys, the four steps, the pages and the form.

use serde::{Deserialize, Serialize};
use smartradex_binance::Market;
use ts_rs::TS;

/// One of the two values of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// The API key, which SmartradeX's form calls public.
    ApiKey,
    /// The secret key.
    SecretKey,
}

impl Part {
    /// Both, in the order in which Binance shows them.
    pub const ALL: [Self; 2] = [Self::ApiKey, Self::SecretKey];

    /// The other one of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::ApiKey => Self::SecretKey,
            Self::SecretKey => Self::ApiKey,
        }
    }
}

/// A SmartradeX bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Bot {
    /// BOT BTC Spot By SmartradeX.
    Bitcoin,
    /// BOT ETH Spot By SmartradeX.
    Ether,
}

impl Bot {
    /// Both, in the order of SmartradeX's form.
    pub const ALL: [Self; 2] = [Self::Bitcoin, Self::Ether];

    /// The other one of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Bitcoin => Self::Ether,
            Self::Ether => Self::Bitcoin,
        }
    }

    /// The label that the tutorial gives to this bot's key.
    #[must_use]
    pub fn key_label(self) -> &'static str {
        match self {
            Self::Bitcoin => "SmartradeX BTC Spot",
            Self::Ether => "SmartradeX ETH",
        }
    }

    /// Its name on command lines and in the keyring.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Bitcoin => "btc-spot",
            Self::Ether => "eth-spot",
        }
    }

    /// The trading pairs it uses.
    #[must_use]
    pub fn market(self) -> Market {
        match self {
            Self::Bitcoin => Market::Bitcoin,
            Self::Ether => Market::Ether,
        }
    }
}

/// The practice exchange's own type for it.
impl From<Bot> for smartradex_practice::Bot {
    fn from(bot: Bot) -> Self {
        match bot {
            Bot::Bitcoin => Self::Bitcoin,
            Bot::Ether => Self::Ether,
        }
    }
}

/// Which bots the user subscribes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Bots {
    /// Only BTC Spot.
    Bitcoin,
    /// Only ETH Spot.
    Ether,
    /// Both, one after the other.
    Both,
}

impl Bots {
    /// One bot alone.
    #[must_use]
    pub fn only(bot: Bot) -> Self {
        match bot {
            Bot::Bitcoin => Self::Bitcoin,
            Bot::Ether => Self::Ether,
        }
    }

    /// Whether this bot is one of them.
    #[must_use]
    pub fn has(self, bot: Bot) -> bool {
        match self {
            Self::Both => true,
            Self::Bitcoin => bot == Bot::Bitcoin,
            Self::Ether => bot == Bot::Ether,
        }
    }

    /// The one to begin with.
    #[must_use]
    pub fn first(self) -> Bot {
        match self {
            Self::Bitcoin | Self::Both => Bot::Bitcoin,
            Self::Ether => Bot::Ether,
        }
    }
}

/// The practice exchange's own type for them.
impl From<Bots> for smartradex_practice::Bots {
    fn from(bots: Bots) -> Self {
        match bots {
            Bots::Bitcoin => Self::Bitcoin,
            Bots::Ether => Self::Ether,
            Bots::Both => Self::Both,
        }
    }
}

/// The four steps of the tutorial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// Untick "Default Security Controls" on the main account.
    SecurityControls,
    /// Create the API of the bot's sub-account.
    CreateKey,
    /// Edit the key's restrictions.
    Restrictions,
    /// Paste the two keys.
    PasteKeys,
}

impl Step {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::SecurityControls, Self::CreateKey, Self::Restrictions, Self::PasteKeys];

    /// From 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::SecurityControls => 1,
            Self::CreateKey => 2,
            Self::Restrictions => 3,
            Self::PasteKeys => 4,
        }
    }
}

/// The only addresses that the program opens in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Link {
    /// Binance: the account's API management.
    ApiManagement,
    /// Binance: the sub-accounts.
    SubAccounts,
    /// SmartradeX: the form for the keys.
    KeyForm,
    /// SmartradeX: the site, for its telephone number and for help.
    Site,
}

/// A field of the SmartradeX form. Their order is the form's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum FormField {
    /// One of the two values of a bot's key.
    Key {
        /// Which bot.
        bot: Bot,
        /// Which value.
        part: Part,
    },
    /// The e-mail.
    Email,
}
