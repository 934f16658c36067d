//! The pretend user's account at the pretend Binance, and where their browser stands.

use serde::{Deserialize, Serialize};

use crate::browser::{Dialog, Page};
use crate::derive::{Seed, private_key_pem};
use crate::key::{Greyed, Key, KeyBox, KeyNumber, KeyType, Owner, Restrictions};

/// A bot of SmartradeX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Bot {
    /// BTC Spot.
    Bitcoin,
    /// ETH Spot.
    Ether,
}

/// The bots for which chapter III of the guide was done, and so the sub-accounts that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Bots {
    /// BTC Spot only.
    Bitcoin,
    /// ETH Spot only.
    Ether,
    /// Both.
    Both,
}

/// A sub-account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SubAccount {
    /// The one made for a bot.
    ForBot(Bot),
    /// One that has nothing to do with SmartradeX, so that a wrong choice is possible.
    Unrelated,
}

impl SubAccount {
    /// How its name begins: what its owner called it when it was made.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ForBot(Bot::Bitcoin) => "smartradexbtc",
            Self::ForBot(Bot::Ether) => "smartradexeth",
            Self::Unrelated => "longterm",
        }
    }
}

/// The account. Its state may be serialized and kept: it holds the seed and what the user did, but no key and no
/// secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub(crate) seed: Seed,
    pub(crate) sub_accounts: Vec<SubAccount>,
    pub(crate) controls_ticked: bool,
    pub(crate) keys: Vec<Key>,
    /// Keys ever created.
    pub(crate) issued: u32,
    /// Verifications passed so far; each has a code of its own.
    pub(crate) verifications: u32,
    pub(crate) page: Page,
    pub(crate) scrolled_down: bool,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) draft: Option<Restrictions>,
    pub(crate) secret_shown: Option<KeyNumber>,
}

impl Account {
    /// An account as it is after chapter III: the sub-accounts of the bots, one unrelated sub-account, no key, the
    /// box of step 1 ticked, the browser on [`Page::AccountApi`]. Everything that looks random follows from the seed.
    #[must_use]
    pub fn new(seed: [u8; 16], bots: Bots) -> Self {
        let of_bots: &[Bot] = match bots {
            Bots::Bitcoin => &[Bot::Bitcoin],
            Bots::Ether => &[Bot::Ether],
            Bots::Both => &[Bot::Bitcoin, Bot::Ether],
        };
        let for_bots = of_bots.iter().map(|&bot| SubAccount::ForBot(bot));
        Self {
            seed: Seed(seed),
            sub_accounts: [SubAccount::Unrelated].into_iter().chain(for_bots).collect(),
            controls_ticked: true,
            keys: Vec::new(),
            issued: 0,
            verifications: 0,
            page: Page::AccountApi,
            scrolled_down: false,
            dialog: None,
            draft: None,
            secret_shown: None,
        }
    }

    /// The account as it is after steps 1 to 3, done right for this bot: the browser on the new key's page, the secret
    /// still shown.
    #[must_use]
    pub fn finished(seed: [u8; 16], bots: Bots, bot: Bot) -> Self {
        let mut account = Self::new(seed, bots);
        account.skip_step_1();
        let number = account.skip_step_2(bot);
        account.skip_step_3(number);
        account
    }

    /// Chapter III for one more bot: its sub-account exists from now on. Nothing happens if it did.
    pub fn add_sub_account(&mut self, bot: Bot) {
        if !self.sub_accounts.contains(&SubAccount::ForBot(bot)) {
            self.sub_accounts.push(SubAccount::ForBot(bot));
        }
    }

    /// Step 1 as if done: the box is unticked.
    pub fn skip_step_1(&mut self) {
        self.controls_ticked = false;
    }

    /// Step 2 as if done for this bot: a new key of its sub-account with the tutorial's label, its page open, the
    /// secret shown. The limit on the number of keys is not looked at.
    pub fn skip_step_2(&mut self, bot: Bot) -> KeyNumber {
        self.add_sub_account(bot);
        let label = match bot {
            Bot::Bitcoin => "SmartradeX BTC Spot",
            Bot::Ether => "SmartradeX ETH",
        };
        self.issue_key(KeyType::SystemGenerated, Owner::Sub(SubAccount::ForBot(bot)), label.to_owned())
    }

    /// Step 3 as if done for this key: reading and trading, nothing else, from any IP address. Step 1 is done with it
    /// if it was not.
    pub fn skip_step_3(&mut self, number: KeyNumber) {
        self.skip_step_1();
        if let Some(key) = self.keys.iter_mut().find(|key| key.number == number) {
            key.restrictions = Restrictions::for_smartradex();
        }
    }

    /// The open page.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page
    }

    /// The dialog over the page.
    #[must_use]
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// Whether the page was scrolled to its end. Only [`Page::AccountApi`] is longer than the window; the box of step 1
    /// is in view only then.
    #[must_use]
    pub fn scrolled_down(&self) -> bool {
        self.scrolled_down
    }

    /// Whether the box of step 1, "Default Security Controls", is ticked.
    #[must_use]
    pub fn controls_ticked(&self) -> bool {
        self.controls_ticked
    }

    /// The sub-accounts in the order of the list in "Create API".
    #[must_use]
    pub fn sub_accounts(&self) -> &[SubAccount] {
        &self.sub_accounts
    }

    /// A sub-account's name in the pages, which looks like an e-mail address:
    /// `smartradexbtc_virtual@u3eip0ucnoemail.com`.
    #[must_use]
    pub fn email(&self, sub_account: SubAccount) -> String {
        let name = sub_account.name();
        format!("{name}_virtual@{}noemail.com", self.seed.email_part(name))
    }

    /// The `uid` of the main account or of a sub-account, as `/api/v3/account` gives it.
    #[must_use]
    pub fn uid(&self, owner: Owner) -> u64 {
        let place = match owner {
            Owner::Main => 0,
            Owner::Sub(SubAccount::ForBot(Bot::Bitcoin)) => 1,
            Owner::Sub(SubAccount::ForBot(Bot::Ether)) => 2,
            Owner::Sub(SubAccount::Unrelated) => 3,
        };
        // The last digit tells the owners apart even if the hashes should agree.
        u64::from(self.seed.number("uid", place)) * 10 + u64::from(place)
    }

    /// Every key that exists, oldest first.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// One key; `None` when it was deleted or never was.
    #[must_use]
    pub fn key(&self, number: KeyNumber) -> Option<&Key> {
        self.keys.iter().find(|key| key.number == number)
    }

    /// The keys that a list page shows: the main account's, or the sub-accounts'. None on a key's own page.
    pub fn listed_keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter().filter(|key| match (self.page, key.owner) {
            (Page::AccountApi, Owner::Main) | (Page::SubAccountApi, Owner::Sub(_)) => true,
            (Page::AccountApi, Owner::Sub(_)) | (Page::SubAccountApi, Owner::Main) | (Page::Key(_), _) => {
                false
            }
        })
    }

    /// The key whose page is open.
    #[must_use]
    pub fn open_key(&self) -> Option<&Key> {
        match self.page {
            Page::Key(number) => self.key(number),
            Page::AccountApi | Page::SubAccountApi => None,
        }
    }

    /// Whether the open key's panel is in edit mode.
    #[must_use]
    pub fn editing(&self) -> bool {
        self.draft.is_some()
    }

    /// The boxes as the open key's panel shows them: those being edited, else those saved.
    #[must_use]
    pub fn restrictions(&self) -> Option<&Restrictions> {
        self.draft.as_ref().or(self.open_key().map(|key| &key.restrictions))
    }

    /// Whether a box of the open panel may be ticked now.
    ///
    /// # Errors
    /// Why it is grey.
    pub fn can_tick(&self, key_box: KeyBox) -> Result<(), Greyed> {
        let draft = self.draft.as_ref().ok_or(Greyed::NotEditing)?;
        draft.can_tick(key_box, self.controls_ticked)
    }

    /// The key's public value, which its page and the list show: 64 characters. `None` when there is no such key.
    #[must_use]
    pub fn api_key(&self, number: KeyNumber) -> Option<String> {
        self.key(number).map(|key| self.seed.key_value("api key", key.number.0))
    }

    /// The key's secret, 64 characters, while its page shows it: from the creation until the page is left. Otherwise
    /// `None`, and the page shows `****`. Always `None` for a self-generated key.
    #[must_use]
    pub fn secret_key(&self, number: KeyNumber) -> Option<String> {
        let shown = self.secret_shown == Some(number) && self.page == Page::Key(number);
        if shown { self.true_secret(number) } else { None }
    }

    /// The private key of a self-generated key, as PEM: what such a user has in a file and would paste for a secret.
    /// `None` for a system-generated key.
    #[must_use]
    pub fn private_key(&self, number: KeyNumber) -> Option<String> {
        let key = self.key(number)?;
        match key.key_type {
            KeyType::SelfGenerated => Some(private_key_pem(&self.seed.0, number.0)),
            KeyType::SystemGenerated => None,
        }
    }

    /// The code, six digits, that the pretend authenticator on the pretend telephone shows now. Any six digits pass.
    #[must_use]
    pub fn verification_code(&self) -> String {
        format!("{:06}", self.seed.number("code", self.verifications) % 1_000_000)
    }

    /// What the exchange verifies signatures with, shown or not.
    pub(crate) fn true_secret(&self, number: KeyNumber) -> Option<String> {
        let key = self.key(number)?;
        match key.key_type {
            KeyType::SystemGenerated => Some(self.seed.key_value("secret key", number.0)),
            KeyType::SelfGenerated => None,
        }
    }

    /// Creates a key and opens its page, the secret shown.
    pub(crate) fn issue_key(&mut self, key_type: KeyType, owner: Owner, label: String) -> KeyNumber {
        let number = KeyNumber(self.issued);
        self.issued = self.issued.saturating_add(1);
        self.keys.push(Key { number, owner, label, key_type, restrictions: Restrictions::fresh() });
        self.open(Page::Key(number));
        self.secret_shown = Some(number);
        number
    }

    /// Loads a page: what was open, being edited, or shown only once, is gone.
    pub(crate) fn open(&mut self, page: Page) {
        self.page = page;
        self.scrolled_down = false;
        self.dialog = None;
        self.draft = None;
        self.secret_shown = None;
    }
}
