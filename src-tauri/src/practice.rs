//! The practice exchange inside the program.

use std::io;
use std::net::Ipv4Addr;

use smartradex_practice::{Account, Exchange, Scenario, Server};
use tokio::sync::OnceCell;

/// The exchange, and its server once somebody has asked for it.
#[derive(Default)]
pub(crate) struct Practice {
    exchange: Exchange,
    server: OnceCell<Server>,
}

impl Practice {
    /// From now on the exchange serves the keys of this account, with this problem.
    pub(crate) fn publish(&self, account: &Account, scenario: Scenario) {
        self.exchange.publish(account);
        // Choosing a problem begins it anew, also when it is the same.
        if self.exchange.scenario() != scenario {
            self.exchange.set_scenario(scenario);
        }
    }

    /// Where the exchange is to be asked now; some problems lie in the address. The server starts with the first
    /// question.
    ///
    /// # Errors
    /// When no port of this computer could be had.
    pub(crate) async fn url(&self) -> io::Result<String> {
        let listen = (Ipv4Addr::LOCALHOST, 0).into();
        let server = self.server.get_or_try_init(|| Server::bind(listen, self.exchange.clone())).await?;
        Ok(server.url())
    }
}
