//! The practice exchange inside the program.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Mutex, PoisonError};

use smartradex_practice::{Account, Exchange, Scenario, Server};
use tokio::sync::OnceCell;

/// The exchange, and its server once somebody has asked for its address.
#[derive(Default)]
pub(crate) struct Practice {
    exchange: Exchange,
    server: OnceCell<Server>,
    /// The account with which the rehearsal began.
    begun_with: Mutex<Option<Account>>,
}

impl Practice {
    /// From now on the exchange serves the keys of this account, with this problem.
    pub(crate) fn publish(&self, account: &Account, scenario: Scenario) {
        self.exchange.publish(account);
        if self.begins(account, scenario) {
            // Even if it is the same: some problems pass with time, and must be met again.
            self.exchange.set_scenario(scenario);
        }
    }

    /// Whether a rehearsal begins with this: the problem is a different one, or the account is again as it was when the last rehearsal
    /// began.
    fn begins(&self, account: &Account, scenario: Scenario) -> bool {
        let mut begun_with = self.begun_with.lock().unwrap_or_else(PoisonError::into_inner);
        if self.exchange.scenario() == scenario && begun_with.as_ref().is_some_and(|begun| begun != account) {
            return false;
        }
        *begun_with = Some(account.clone());
        true
    }

    /// The exchange's address at present; some problems lie in the address. The server starts when this is first asked for.
    ///
    /// # Errors
    /// If this computer has no port for it.
    pub(crate) async fn url(&self) -> io::Result<String> {
        let listen = (Ipv4Addr::LOCALHOST, 0).into();
        let server = self.server.get_or_try_init(|| Server::bind(listen, self.exchange.clone())).await?;
        Ok(server.url())
    }
}

#[cfg(test)]
mod tests {
    use smartradex_practice::{Act, Bot, Bots};

    use super::*;

    #[test]
    fn a_problem_begins_anew_with_each_rehearsal_and_with_no_act_in_it() {
        let practice = Practice::default();
        let begins = |account: &Account, scenario| {
            let begins = practice.begins(account, scenario);
            practice.publish(account, scenario);
            begins
        };
        let account = Account::finished([7; 16], Bots::Bitcoin, Bot::Bitcoin);
        let mut later = account.clone();
        later.act(Act::EditRestrictions).unwrap();
        assert!(begins(&account, Scenario::LateActivation));
        assert!(!begins(&later, Scenario::LateActivation));
        assert!(begins(&account, Scenario::LateActivation), "once more");
        assert!(!begins(&later, Scenario::LateActivation));
        assert!(begins(&later, Scenario::NotActiveYet), "another problem");
    }
}
