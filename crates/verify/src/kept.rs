//! The key in the keyring, where the program with a window keeps it.

use smartradex_wizard::{Bot, Slot, VaultFault};

use crate::Subject;

/// Reads a bot's key, and the other bot's where there is one.
pub(crate) fn subject(bot: Bot) -> Result<Subject, VaultFault> {
    let read = |bot| smartradex_vault::read(Slot { practice: false, bot });
    let credentials = read(bot)?;
    // What is not known of the other bot is no reason not to look at this one.
    let other = read(bot.other()).ok();
    Ok(Subject { credentials, doubts: Vec::new(), kept: true, other })
}
