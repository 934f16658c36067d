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
    let other = match read(bot.other()) {
        Err(VaultFault::Gone) => None,
        // That it cannot be read is no reason not to examine this one, but what it would have shown stays unchecked.
        other => Some(other),
    };
    Ok(Subject { credentials, doubts: Vec::new(), kept: true, other })
}
