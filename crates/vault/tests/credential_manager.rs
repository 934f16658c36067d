//! The vault against the Windows credential manager.
//!
//! Not run with the other tests, because it writes where a user of this computer may keep keys: `cargo xtask windows` runs it in a
//! Windows of its own.

#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_vault as vault;
use smartradex_wizard::{Bot, Slot, Target, VaultFault};

const BITCOIN: Slot = Slot { target: Target::Binance, bot: Bot::Bitcoin };
const ETHER: Slot = Slot { target: Target::Binance, bot: Bot::Ether };
const PRETEND: Slot = Slot { target: Target::Practice, bot: Bot::Bitcoin };

fn key(letter: &str, length: usize) -> Credentials {
    Credentials {
        api_key: ApiKey::new(&letter.repeat(length)).unwrap(),
        secret_key: SecretKey::new(&letter.to_lowercase().repeat(length)).unwrap(),
    }
}

#[test]
#[ignore = "writes where a user of this computer may keep keys"]
fn a_key_is_stored_read_replaced_and_removed() {
    assert_eq!(vault::probe(), Ok(()));
    assert_eq!(vault::read(BITCOIN), Err(VaultFault::Gone));
    assert_eq!(vault::remove(BITCOIN), Ok(()), "removing what is not there is fine");

    // Windows leaves the service of an entry out of account: these three must not overwrite each other.
    for (slot, letter) in [(BITCOIN, "A"), (ETHER, "B"), (PRETEND, "C")] {
        assert_eq!(vault::store(slot, key(letter, 64)), Ok(()));
    }
    for (slot, letter) in [(BITCOIN, "A"), (ETHER, "B"), (PRETEND, "C")] {
        assert_eq!(vault::read(slot), Ok(key(letter, 64)));
    }

    assert_eq!(vault::store(BITCOIN, key("D", 64)), Ok(()));
    assert_eq!(vault::read(BITCOIN), Ok(key("D", 64)));

    // The longest that the program takes for a key is not too long for Windows.
    assert_eq!(vault::store(ETHER, key("E", 512)), Ok(()));
    assert_eq!(vault::read(ETHER), Ok(key("E", 512)));

    for slot in [BITCOIN, ETHER, PRETEND] {
        assert_eq!(vault::remove(slot), Ok(()));
        assert_eq!(vault::read(slot), Err(VaultFault::Gone));
    }
}
