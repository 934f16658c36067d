//! What was pasted instead of a key.

use crate::cause::Cause;
use crate::effect::ClipboardFault;
use crate::l10n::Words;
use crate::screen::Text;

use super::{LEAST_CHARS, USUAL_CHARS, label};

/// Why a paste gives no value. It tells how many characters and of what kind, never which: the text may be half a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasteProblem {
    /// Nothing, or nothing visible.
    Empty,
    /// Stars or dots, which pages show instead of a value.
    Masked,
    /// Far too short: this many characters.
    TooShort(usize),
    /// Far too long: this many characters.
    TooLong(usize),
    /// A key made by the user's own computer (PEM, or the content of one).
    OwnKey {
        /// Whether it is the part that must never leave the computer.
        private: bool,
    },
    /// An e-mail address.
    Email,
    /// The address of a page.
    Url,
    /// Words.
    Words,
    /// The six digits that confirm something at Binance.
    VerificationCode,
    /// The label that the program gives for the key.
    KeyLabel,
    /// As long as a value, but with characters that no value has.
    OddCharacters {
        /// How many.
        count: usize,
        /// What kind.
        kind: OddKind,
    },
    /// Several values, this many, and nothing says which is which.
    SeveralKeys(usize),
    /// The same value in both fields.
    SameInBoth,
    /// By its label it belongs into the other field, which has another value already.
    OtherTaken,
    /// More text than any page that shows a key.
    TooLarge,
    /// The clipboard is empty.
    ClipboardEmpty,
    /// The clipboard holds a picture or a file.
    ClipboardNotText,
    /// The clipboard cannot be reached.
    ClipboardUnavailable,
}

/// Characters that no key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddKind {
    /// Letters with accents, or of another alphabet.
    Letters,
    /// Anything else.
    Signs,
}

impl PasteProblem {
    /// One of each, for lists and tests. The numbers are examples.
    pub const SAMPLES: [Self; 20] = [
        Self::Empty,
        Self::Masked,
        Self::TooShort(12),
        Self::TooLong(300),
        Self::OwnKey { private: true },
        Self::OwnKey { private: false },
        Self::Email,
        Self::Url,
        Self::Words,
        Self::VerificationCode,
        Self::KeyLabel,
        Self::OddCharacters { count: 1, kind: OddKind::Letters },
        Self::OddCharacters { count: 2, kind: OddKind::Signs },
        Self::SeveralKeys(3),
        Self::SameInBoth,
        Self::TooLarge,
        Self::ClipboardEmpty,
        Self::ClipboardNotText,
        Self::ClipboardUnavailable,
        Self::OtherTaken,
    ];

    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Masked => "masked",
            Self::TooShort(_) => "too-short",
            Self::TooLong(_) => "too-long",
            Self::OwnKey { private: true } => "private-key",
            Self::OwnKey { private: false } => "public-key",
            Self::Email => "email",
            Self::Url => "url",
            Self::Words => "words",
            Self::VerificationCode => "verification-code",
            Self::KeyLabel => "key-label",
            Self::OddCharacters { kind: OddKind::Letters, .. } => "odd-letters",
            Self::OddCharacters { kind: OddKind::Signs, .. } => "odd-signs",
            Self::SeveralKeys(_) => "several-keys",
            Self::SameInBoth => "same-in-both",
            Self::OtherTaken => "other-taken",
            Self::TooLarge => "too-large",
            Self::ClipboardEmpty => "clipboard-empty",
            Self::ClipboardNotText => "clipboard-not-text",
            Self::ClipboardUnavailable => "clipboard-unavailable",
        }
    }

    /// What was pasted, in a sentence.
    #[must_use]
    pub fn text(self, words: Words) -> Text {
        words.text_with(&self.id(), &[("count", self.count().into())])
    }

    /// What to do, in a sentence.
    #[must_use]
    pub fn todo(self, words: Words) -> Text {
        words.attribute(&self.id(), "todo", &[])
    }

    /// The cause that Binance's answer would have led to.
    #[must_use]
    pub fn cause(self) -> Option<Cause> {
        match self {
            Self::OwnKey { .. } => Some(Cause::SelfGenerated),
            Self::TooShort(_) | Self::TooLong(_) | Self::OddCharacters { .. } => Some(Cause::KeyFormat),
            Self::Empty
            | Self::Masked
            | Self::Email
            | Self::Url
            | Self::Words
            | Self::VerificationCode
            | Self::KeyLabel
            | Self::SeveralKeys(_)
            | Self::SameInBoth
            | Self::OtherTaken
            | Self::TooLarge
            | Self::ClipboardEmpty
            | Self::ClipboardNotText
            | Self::ClipboardUnavailable => None,
        }
    }

    /// The same problem with 0 for its number.
    pub(crate) fn uncounted(self) -> Self {
        match self {
            Self::TooShort(_) => Self::TooShort(0),
            Self::TooLong(_) => Self::TooLong(0),
            Self::SeveralKeys(_) => Self::SeveralKeys(0),
            Self::OddCharacters { kind, .. } => Self::OddCharacters { count: 0, kind },
            Self::Empty
            | Self::Masked
            | Self::OwnKey { .. }
            | Self::Email
            | Self::Url
            | Self::Words
            | Self::VerificationCode
            | Self::KeyLabel
            | Self::SameInBoth
            | Self::OtherTaken
            | Self::TooLarge
            | Self::ClipboardEmpty
            | Self::ClipboardNotText
            | Self::ClipboardUnavailable => self,
        }
    }

    fn id(self) -> String {
        format!("paste-{}", self.name())
    }

    /// The number in its sentence, if it has one; otherwise 0.
    fn count(self) -> usize {
        match self {
            Self::TooShort(count)
            | Self::TooLong(count)
            | Self::SeveralKeys(count)
            | Self::OddCharacters { count, .. } => count,
            Self::Empty
            | Self::Masked
            | Self::OwnKey { .. }
            | Self::Email
            | Self::Url
            | Self::Words
            | Self::VerificationCode
            | Self::KeyLabel
            | Self::SameInBoth
            | Self::OtherTaken
            | Self::TooLarge
            | Self::ClipboardEmpty
            | Self::ClipboardNotText
            | Self::ClipboardUnavailable => 0,
        }
    }
}

impl From<ClipboardFault> for PasteProblem {
    fn from(fault: ClipboardFault) -> Self {
        match fault {
            ClipboardFault::Empty => Self::ClipboardEmpty,
            ClipboardFault::NotText => Self::ClipboardNotText,
            ClipboardFault::TooLarge => Self::TooLarge,
            ClipboardFault::Unavailable => Self::ClipboardUnavailable,
        }
    }
}

/// What was seen besides words.
#[derive(Default)]
pub(super) struct Aside {
    pub(super) masked: bool,
    pub(super) email: bool,
    pub(super) url: bool,
    pub(super) too_long: Option<usize>,
    odd: Option<(usize, OddKind)>,
}

impl Aside {
    /// Notes a word as long as a value that has characters no value has. If they make up half of it or more, it is just a word in another script.
    pub(super) fn note_odd(&mut self, word: &str) {
        let odd = word.chars().filter(|sign| !sign.is_ascii_alphanumeric());
        let count = odd.clone().count();
        let kind = if odd.clone().any(char::is_alphabetic) { OddKind::Letters } else { OddKind::Signs };
        if count * 2 < word.chars().count() {
            self.odd = Some((count, kind));
        }
    }
}

/// What a text without a value is instead. `words`: those that belong to no label. `any_word`: whether there are words at all.
pub(super) fn instead(words: &[&str], any_word: bool, aside: &Aside) -> PasteProblem {
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let digits = words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some((count, kind)) = aside.odd {
        PasteProblem::OddCharacters { count, kind }
    } else if let Some(count) = aside.too_long {
        PasteProblem::TooLong(count)
    } else if aside.masked {
        PasteProblem::Masked
    } else if aside.email {
        PasteProblem::Email
    } else if aside.url {
        PasteProblem::Url
    } else if words.iter().any(|word| label::is_key_label(word)) {
        PasteProblem::KeyLabel
    } else if digits && letters == VERIFICATION_DIGITS {
        PasteProblem::VerificationCode
    } else if let [word] = words
        && letters < LEAST_CHARS
        && !is_written(word)
    {
        PasteProblem::TooShort(letters)
    } else if any_word {
        PasteProblem::Words
    } else {
        PasteProblem::Empty
    }
}

/// A word as people write them: letters only, with at most one capital inside, as in a two-part name.
fn is_written(word: &str) -> bool {
    let signs: Vec<char> = word.chars().collect();
    let capitals = signs.windows(2).filter(|pair| pair[0].is_lowercase() && pair[1].is_uppercase()).count();
    signs.iter().all(|sign| sign.is_alphabetic()) && capitals <= 1
}

/// Codes from the authenticator, by e-mail and by telephone all have this many.
const VERIFICATION_DIGITS: usize = 6;

pub(super) fn is_email(chunk: &str) -> bool {
    chunk.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// At least three stars, or an ellipsis with a value's characters on both sides, or an ellipsis after a long beginning of a value. Around
/// a whole value they hide nothing: that is how some programs write in bold.
pub(super) fn is_masked(chunk: &str) -> bool {
    const STARS: [char; 6] = ['*', '•', '●', '·', '∗', '⁎'];
    let inside = chunk.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    if inside.len() == USUAL_CHARS && inside.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    if chunk.chars().filter(|sign| STARS.contains(sign)).count() >= 3 {
        return true;
    }
    let cut = chunk.split_once('…').or_else(|| chunk.split_once("..."));
    cut.is_some_and(|(before, after)| {
        let count = before.chars().filter(char::is_ascii_alphanumeric).count();
        count >= LEAST_CHARS / 2 || count > 0 && after.starts_with(|sign: char| sign.is_ascii_alphanumeric())
    })
}

/// A key made by the user's computer: a PEM file, the content of one (DER in base 64), or a public key for SSH.
pub(super) fn own_key(normal: &str) -> Option<PasteProblem> {
    if normal.contains("--") && normal.contains("BEGIN") && normal.contains("KEY") {
        return Some(PasteProblem::OwnKey { private: normal.contains("PRIVATE") });
    }
    let private = DER_PRIVATE.iter().any(|start| normal.contains(start));
    let public = DER_PUBLIC.iter().any(|start| normal.contains(start));
    (private || public).then_some(PasteProblem::OwnKey { private })
}

/// How private keys begin in base 64: PKCS 8 with Ed25519 in its two versions and with RSA, then PKCS 1 with 2048 and 4096 bits. The bytes
/// before these hold lengths, which differ, and are left out.
const DER_PRIVATE: [&str; 5] =
    ["MC4CAQAwBQYDK2Vw", "MFECAQEwBQYDK2Vw", "IBADANBgkqhkiG9w0BAQEF", "IBAAKCAQEA", "IBAAKCAgEA"];
/// How public keys begin: SPKI in base 64 with Ed25519 and with RSA, then the two as SSH writes them.
const DER_PUBLIC: [&str; 4] =
    ["MCowBQYDK2VwAyEA", "IjANBgkqhkiG9w0BAQEF", "ssh-rsa AAAA", "ssh-ed25519 AAAA"];
