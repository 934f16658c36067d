//! Everything that looks random is derived from the seed by SHA-256, so that the state need not contain it.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The characters of Binance's keys.
const KEY_LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const EMAIL_LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const BASE64_LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// The DER header of a PKCS #8 Ed25519 private key (RFC 8410); the 32 bytes of the key follow.
const ED25519_HEADER: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/// The seed from which an account's values are derived.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Seed(pub(crate) [u8; 16]);

impl fmt::Debug for Seed {
    /// Secrets are derived from the seed, so it is hidden like one.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Seed(hidden)")
    }
}

impl Seed {
    /// 64 characters `[A-Za-z0-9]`, like every key and secret seen so far.
    pub(crate) fn key_value(&self, purpose: &str, number: u32) -> String {
        letters(&self.0, purpose, number, KEY_LETTERS, 64)
    }

    /// The eight characters that Binance puts into the e-mail address of a virtual sub-account.
    pub(crate) fn email_part(&self, purpose: &str) -> String {
        letters(&self.0, purpose, 0, EMAIL_LETTERS, 8)
    }

    /// A number of at most nine digits, never 0.
    pub(crate) fn number(&self, purpose: &str, number: u32) -> u32 {
        nine_digits(block(&self.0, purpose, number, 0))
    }
}

/// A number of at most nine digits, never 0, derived from a text.
#[cfg(feature = "server")]
pub(crate) fn number_from(text: &str, purpose: &str) -> u32 {
    nine_digits(block(text.as_bytes(), purpose, 0, 0))
}

/// 64 characters derived from a text: for values that stand in for another key's.
pub(crate) fn key_value_from(text: &str, purpose: &str) -> String {
    letters(text.as_bytes(), purpose, 0, KEY_LETTERS, 64)
}

/// The private half of a self-generated key, in the form in which users have it.
pub(crate) fn private_key_pem(source: &[u8], number: u32) -> String {
    let mut der = ED25519_HEADER.to_vec();
    der.extend_from_slice(&block(source, "private key", number, 0));
    // 48 bytes make 64 letters, without padding.
    let base64: String = der.chunks_exact(3).flat_map(base64_letters).collect();
    format!("-----BEGIN PRIVATE KEY-----\n{base64}\n-----END PRIVATE KEY-----\n")
}

fn nine_digits([a, b, c, d, ..]: [u8; 32]) -> u32 {
    u32::from_be_bytes([a, b, c, d]) % 999_999_999 + 1
}

fn base64_letters(three: &[u8]) -> [char; 4] {
    let bits = three.iter().fold(0_usize, |bits, &byte| bits << 8 | usize::from(byte));
    [18, 12, 6, 0].map(|shift| char::from(BASE64_LETTERS[bits >> shift & 63]))
}

fn letters(source: &[u8], purpose: &str, number: u32, alphabet: &[u8], count: usize) -> String {
    // Bytes beyond the last whole multiple of the alphabet's size are left out, so that all letters are
    // equally likely.
    let usable = 256 / alphabet.len() * alphabet.len();
    (0_u32..)
        .flat_map(|counter| block(source, purpose, number, counter))
        .map(usize::from)
        .filter(|&byte| byte < usable)
        .map(|byte| char::from(alphabet[byte % alphabet.len()]))
        .take(count)
        .collect()
}

fn block(source: &[u8], purpose: &str, number: u32, counter: u32) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"smartradex practice\0");
    hash.update(source);
    hash.update([0]);
    hash.update(purpose.as_bytes());
    hash.update([0]);
    hash.update(number.to_be_bytes());
    hash.update(counter.to_be_bytes());
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_the_form_of_binances_and_differ() {
        let seed = Seed([7; 16]);
        let key = seed.key_value("api key", 0);
        assert_eq!(key.len(), 64);
        assert!(key.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert_eq!(key, seed.key_value("api key", 0));
        assert_ne!(key, seed.key_value("api key", 1));
        assert_ne!(key, seed.key_value("secret key", 0));
        assert_ne!(key, Seed([8; 16]).key_value("api key", 0));
    }

    #[test]
    fn a_private_key_is_a_pkcs8_pem() {
        let pem = private_key_pem(&[1; 16], 0);
        let lines: Vec<_> = pem.lines().collect();
        assert_eq!(lines.len(), 3);
        // Every Ed25519 key in PKCS #8 begins like this.
        assert!(lines[1].starts_with("MC4CAQAwBQYDK2VwBCIEI"), "{}", lines[1]);
        assert_eq!(lines[1].len(), 64);
    }

    #[test]
    fn the_seed_is_not_in_its_debug_text() {
        assert_eq!(format!("{:?}", Seed([9; 16])), "Seed(hidden)");
    }
}
