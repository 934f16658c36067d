//! The key in the keyring, where the program with a window keeps it.

use smartradex_binance::Endpoint;
use smartradex_wizard::{Bot, Slot, Target, VaultFault};

use crate::Subject;

/// Reads a bot's key for the exchange at this address, and the other bot's where there is one. A real key is taken to Binance only.
pub(crate) fn subject(endpoint: &Endpoint, bot: Bot) -> Result<Subject, VaultFault> {
    let target = if endpoint.is_binance() { Target::Binance } else { Target::OtherAddress };
    let read = |bot| smartradex_vault::read(Slot { target, bot });
    let credentials = read(bot)?;
    // What is not known of the other bot is no reason not to look at this one.
    let other = read(bot.other()).ok();
    Ok(Subject { credentials, doubts: Vec::new(), kept: true, other })
}
