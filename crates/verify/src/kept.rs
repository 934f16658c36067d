//! The key from the keyring, where the program with the window keeps it.

use smartradex_binance::Endpoint;
use smartradex_wizard::{Bot, Slot, Target, VaultFault};

use crate::Subject;

/// Reads the key kept for a bot and the exchange at this address, and the other bot's key if there is one. A real key is sent to
/// Binance only.
pub(crate) fn subject(endpoint: &Endpoint, bot: Bot) -> Result<Subject, VaultFault> {
    let target = if endpoint.is_binance() { Target::Binance } else { Target::OtherAddress };
    let read = |bot| smartradex_vault::read(Slot { target, bot });
    let credentials = read(bot)?;
    // That nothing can be learnt about the other bot's key is no reason not to examine this one.
    let other = read(bot.other()).ok();
    Ok(Subject { credentials, doubts: Vec::new(), kept: true, other })
}
