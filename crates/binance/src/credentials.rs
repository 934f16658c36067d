//! The two values of an API key. Nothing prints them whole, and they are wiped when dropped. Code that needs the value itself
//! calls [`ApiKey::expose`] or [`SecretKey::expose`].

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

/// The public half of a key, sent in the header `X-MBX-APIKEY`.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct ApiKey(String);

/// The secret half of a key. It signs requests and is never sent.
///
/// It is wiped from memory when dropped, cannot be serialized, and its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SecretKey(String);

/// The value cannot be a key: it is empty, longer than 512 characters, or contains anything but printable ASCII without
/// spaces. Whatever passes can be sent in an HTTP header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedKey;

/// Longest value accepted as a key. Every key seen so far has 64 characters; Binance states no length.
const MAX_KEY_CHARS: usize = 512;

fn well_formed(value: &str) -> Result<(), MalformedKey> {
    let fits = (1..=MAX_KEY_CHARS).contains(&value.len());
    if fits && value.bytes().all(|byte| byte.is_ascii_graphic()) { Ok(()) } else { Err(MalformedKey) }
}

impl ApiKey {
    /// Takes a cleaned value.
    ///
    /// # Errors
    /// [`MalformedKey`] when the value could not be sent at all.
    pub fn new(value: &str) -> Result<Self, MalformedKey> {
        well_formed(value).map(|()| Self(value.to_owned()))
    }

    /// The whole value: for the header, the keyring, and the copy button.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The first and last four characters, so that people can tell keys apart: `vmPU…Eh8A`. A value of fewer than 16
    /// characters is hidden entirely.
    #[must_use]
    pub fn masked(&self) -> String {
        if self.0.len() < 16 {
            return "…".to_owned();
        }
        format!("{}…{}", &self.0[..4], &self.0[self.0.len() - 4..])
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ApiKey({})", self.masked())
    }
}

impl SecretKey {
    /// Takes a cleaned value.
    ///
    /// # Errors
    /// [`MalformedKey`] when the value cannot be a key.
    pub fn new(value: &str) -> Result<Self, MalformedKey> {
        well_formed(value).map(|()| Self(value.to_owned()))
    }

    /// The whole value: for signing, the keyring and the copy button. Every caller is a path the secret takes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretKey(hidden)")
    }
}

/// A key and its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The public half.
    pub api_key: ApiKey,
    /// The secret half.
    pub secret_key: SecretKey,
}

impl Credentials {
    /// The same two values the other way round, for a user who agreed to try it.
    ///
    /// The next request then sends what was taken for the secret to Binance, in a header, over TLS.
    #[must_use]
    pub fn swapped(&self) -> Self {
        Self { api_key: ApiKey(self.secret_key.0.clone()), secret_key: SecretKey(self.api_key.0.clone()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_stand_in_a_header_is_refused() {
        for malformed in ["", "a b", "a\nb", "a\r\nX-Other: b", "clé", "\u{200b}", &"x".repeat(513)] {
            assert_eq!(ApiKey::new(malformed), Err(MalformedKey), "{malformed:?}");
            assert_eq!(SecretKey::new(malformed), Err(MalformedKey), "{malformed:?}");
        }
        assert_eq!(SecretKey::new(&"x".repeat(512)).unwrap().expose().len(), 512);
    }

    #[test]
    fn a_masked_key_shows_its_ends_only() {
        assert_eq!(ApiKey::new("abcdefghijklmnop").unwrap().masked(), "abcd…mnop");
        assert_eq!(ApiKey::new("abcdefghijklmno").unwrap().masked(), "…");
    }

    #[test]
    fn swapping_twice_changes_nothing() {
        let credentials = Credentials {
            api_key: ApiKey::new("public").unwrap(),
            secret_key: SecretKey::new("secret").unwrap(),
        };
        assert_eq!(credentials.swapped().api_key.expose(), "secret");
        assert_eq!(credentials.swapped().secret_key.expose(), "public");
        assert_eq!(credentials.swapped().swapped(), credentials);
    }
}
