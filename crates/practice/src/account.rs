//! The pretend user's account at the pretend Binance, and what their browser shows.

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

/// The bots for which chapter III of the guide has been done, and thus the sub-accounts that exist.
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
    /// The one created for a bot.
    ForBot(Bot),
    /// One that has nothing to do with SmartradeX, so that a wrong choice is possible.
    Unrelated,
}

impl SubAccount {
    /// How its name begins: what its owner called it when creating it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ForBot(Bot::Bitcoin) => "smartradexbtc",
            Self::ForBot(Bot::Ether) => "smartradexeth",
            Self::Unrelated => "longterm",
        }
    }
}

/// The account. Its state may be serialized and stored: it contains the seed and what the user did, but no key and no
/// secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub(crate) seed: Seed,
    pub(crate) sub_accounts: Vec<SubAccount>,
    pub(crate) controls_ticked: bool,
    pub(crate) keys: Vec<Key>,
    /// Keys ever created.
    pub(crate) issued: u32,
    /// Verifications passed so far; each has its own code.
    pub(crate) verifications: u32,
    pub(crate) page: Page,
    pub(crate) scrolled_down: bool,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) draft: Option<Restrictions>,
    pub(crate) secret_shown: Option<KeyNumber>,
}

impl Account {
    /// An account as it is after chapter III: the bots' sub-accounts, one unrelated sub-account, no key, the box of
    /// step 1 ticked, and the browser on [`Page::AccountApi`]. Everything that looks random is derived from the seed.
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

    /// The account as it is after steps 1 to 3, done correctly for this bot: the browser is on the new key's page,
    /// where the secret is still shown.
    #[must_use]
    pub fn finished(seed: [u8; 16], bots: Bots, bot: Bot) -> Self {
        let mut account = Self::new(seed, bots);
        account.skip_step_1();
        let number = account.skip_step_2(bot);
        account.skip_step_3(number);
        account
    }

    /// Chapter III for one more bot: its sub-account exists from now on. Does nothing if it already existed.
    pub fn add_sub_account(&mut self, bot: Bot) {
        if !self.sub_accounts.contains(&SubAccount::ForBot(bot)) {
            self.sub_accounts.push(SubAccount::ForBot(bot));
        }
    }

    /// As if step 1 were done: the box is unticked.
    pub fn skip_step_1(&mut self) {
        self.controls_ticked = false;
    }

    /// As if step 2 were done for this bot: its sub-account has a new key with the tutorial's label, whose page is open
    /// and shows the secret. The limit on the number of keys is not checked.
    pub fn skip_step_2(&mut self, bot: Bot) -> KeyNumber {
        self.add_sub_account(bot);
        let label = match bot {
            Bot::Bitcoin => "SmartradeX BTC Spot",
            Bot::Ether => "SmartradeX ETH",
        };
        self.issue_key(KeyType::SystemGenerated, Owner::Sub(SubAccount::ForBot(bot)), label.to_owned())
    }

    /// As if step 3 were done for this key: reading and trading, nothing else, from any IP address. Also does step 1 if
    /// it was not done yet.
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

    /// Whether the page has been scrolled to its end. Only [`Page::AccountApi`] is taller than the window; the box of
    /// step 1 is in view only after scrolling.
    #[must_use]
    pub fn scrolled_down(&self) -> bool {
        self.scrolled_down
    }

    /// Whether the box of step 1, "Default Security Controls", is ticked.
    #[must_use]
    pub fn controls_ticked(&self) -> bool {
        self.controls_ticked
    }

    /// The sub-accounts, in the order of the list in "Create API".
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

    /// The `uid` of the main account or of a sub-account, as `/api/v3/account` reports it.
    #[must_use]
    pub fn uid(&self, owner: Owner) -> u64 {
        let place = match owner {
            Owner::Main => 0,
            Owner::Sub(SubAccount::ForBot(Bot::Bitcoin)) => 1,
            Owner::Sub(SubAccount::ForBot(Bot::Ether)) => 2,
            Owner::Sub(SubAccount::Unrelated) => 3,
        };
        // The last digit keeps the owners apart even if the hashes coincide.
        u64::from(self.seed.number("uid", place)) * 10 + u64::from(place)
    }

    /// Every key that exists, oldest first.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// One key; `None` if it was deleted or never existed.
    #[must_use]
    pub fn key(&self, number: KeyNumber) -> Option<&Key> {
        self.keys.iter().find(|key| key.number == number)
    }

    /// The keys listed on the open page: the main account's or the sub-accounts'. A key's own page lists none.
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

    /// The boxes as the open key's panel shows them: as being edited, or else as saved.
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

    /// The key's public value, shown on its page and in the list: 64 characters. `None` if there is no such key.
    #[must_use]
    pub fn api_key(&self, number: KeyNumber) -> Option<String> {
        self.key(number).map(|key| self.seed.key_value("api key", key.number.0))
    }

    /// The key's secret, 64 characters, while its page shows it: from the key's creation until the page is left. After
    /// that `None`, and the page shows `****`. Always `None` for a self-generated key.
    #[must_use]
    pub fn secret_key(&self, number: KeyNumber) -> Option<String> {
        let shown = self.secret_shown == Some(number) && self.page == Page::Key(number);
        if shown { self.true_secret(number) } else { None }
    }

    /// The private key of a self-generated key, as PEM: what such a user has in a file and would paste as the secret.
    /// `None` for a system-generated key.
    #[must_use]
    pub fn private_key(&self, number: KeyNumber) -> Option<String> {
        let key = self.key(number)?;
        match key.key_type {
            KeyType::SelfGenerated => Some(private_key_pem(&self.seed.0, number.0)),
            KeyType::SystemGenerated => None,
        }
    }

    /// The six-digit code that the pretend authenticator on the pretend phone shows now. Any six digits are accepted.
    #[must_use]
    pub fn verification_code(&self) -> String {
        format!("{:06}", self.seed.number("code", self.verifications) % 1_000_000)
    }

    /// The secret with which the exchange verifies signatures, whether it is shown or not.
    pub(crate) fn true_secret(&self, number: KeyNumber) -> Option<String> {
        let key = self.key(number)?;
        match key.key_type {
            KeyType::SystemGenerated => Some(self.seed.key_value("secret key", number.0)),
            KeyType::SelfGenerated => None,
        }
    }

    /// Creates a key and opens its page, which shows the secret.
    pub(crate) fn issue_key(&mut self, key_type: KeyType, owner: Owner, label: String) -> KeyNumber {
        let number = KeyNumber(self.issued);
        self.issued = self.issued.saturating_add(1);
        self.keys.push(Key { number, owner, label, key_type, restrictions: Restrictions::fresh() });
        self.open(Page::Key(number));
        self.secret_shown = Some(number);
        number
    }

    /// Loads a page. Whatever was open, being edited, or shown only once is lost.
    pub(crate) fn open(&mut self, page: Page) {
        self.page = page;
        self.scrolled_down = false;
        self.dialog = None;
        self.draft = None;
        self.secret_shown = None;
    }
}
