//! An exchange outside the program, which the program asks instead of Binance, and an account whose pages the test uses.

use std::net::{Ipv4Addr, SocketAddr};

use smartradex_practice::{Account, Act, Bots, Exchange, KeyBox, KeyNumber, Page, Server};
use smartradex_wizard::Bot;

use crate::{Failure, Outcome};

/// The exchange, and the account of a user who has subscribed to both bots and done step 1.
pub struct Outside {
    account: Account,
    server: Server,
}

/// A key's two values, as its page shows them.
pub struct Values {
    /// The key.
    pub api_key: String,
    /// The secret.
    pub secret_key: String,
    number: KeyNumber,
}

impl Outside {
    /// Starts serving.
    ///
    /// # Errors
    /// When no port of this computer is available.
    pub async fn start() -> Outcome<Self> {
        let mut account = Account::new(*b"a test's account", Bots::Both);
        account.skip_step_1();
        let server = Server::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), Exchange::default()).await?;
        Ok(Self { account, server })
    }

    /// The arguments with which to start the program.
    #[must_use]
    pub fn arguments(&self) -> [String; 2] {
        ["--endpoint".to_owned(), self.server.url()]
    }

    /// Creates a key for this bot's sub-account, as in step 2.
    ///
    /// # Errors
    /// When the page does not show it.
    pub fn create_key(&mut self, bot: Bot) -> Outcome<Values> {
        let number = self.account.skip_step_2(bot.into());
        let values = (self.account.api_key(number), self.account.secret_key(number));
        let (Some(api_key), Some(secret_key)) = values else { return Err(Failure::new("no values shown")) };
        self.publish();
        Ok(Values { api_key, secret_key, number })
    }

    /// Clicks these boxes of a key and saves, as in step 3.
    ///
    /// # Errors
    /// When the pages refuse.
    pub fn toggle(&mut self, key: &Values, boxes: &[KeyBox]) -> Outcome {
        let code = self.account.verification_code();
        let clicks = boxes.iter().map(|key_box| Act::ToggleBox(*key_box));
        let before = [Act::Open(Page::Key(key.number)), Act::EditRestrictions];
        for act in before.into_iter().chain(clicks).chain([Act::Save, Act::EnterCode(code)]) {
            let refused = |refusal| Failure::new(format!("{act:?} is refused: {refusal:?}"));
            self.account.act(act.clone()).map_err(refused)?;
        }
        self.publish();
        Ok(())
    }

    /// How many requests it has answered.
    #[must_use]
    pub fn requests(&self) -> u64 {
        self.server.exchange().statistics().requests.values().sum()
    }

    fn publish(&self) {
        self.server.exchange().publish(&self.account);
    }
}
