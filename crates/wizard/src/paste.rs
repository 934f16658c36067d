//! Reads what people really paste: finds the value of a key and takes off what came with it, or says what it is instead of a key.
//!
//! Nothing is guessed silently. What comes with a value and means nothing (spaces, quotes, labels, invisible characters) is taken off. What
//! is unusual in a value is reported as a [`Doubt`], for Binance states no rule. What cannot be a key is refused, with a problem of its
//! own.

mod label;
mod labels;
mod normal;
mod problem;
#[cfg(test)]
mod tests;
mod values;

use std::fmt;

use zeroize::Zeroizing;

use crate::domain::Part;
use crate::l10n::Words;
use crate::screen::Text;
pub use problem::{OddKind, PasteProblem};

/// The length of every value that Binance has been seen to issue. There is no official rule.
const USUAL_CHARS: usize = 64;
/// Anything shorter than half a usual value is not taken for one.
const LEAST_CHARS: usize = USUAL_CHARS / 2;
/// Anything longer than two usual values is not taken for one.
const MOST_CHARS: usize = USUAL_CHARS * 2;
/// The longest text that is examined, in bytes. A whole page of Binance's is far shorter.
const MAX_BYTES: usize = 64 * 1024;

/// What a paste turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A value for the field that it was pasted into.
    One(Cleaned),
    /// A value for the other field, as its label says.
    Other(Cleaned),
    /// Both values of a key.
    Both {
        /// The API key.
        api_key: Cleaned,
        /// The secret key.
        secret_key: Cleaned,
    },
    /// No value.
    Refused(PasteProblem),
}

/// A value with nothing around it: printable ASCII without spaces. Wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The value.
    pub value: Zeroizing<String>,
    /// What is unusual about it.
    pub doubt: Option<Doubt>,
}

/// Something that no value of Binance's has been seen to have. The user is told, but not stopped: only Binance knows its rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It has this many characters instead of 64.
    Length(usize),
    /// It contains something other than letters and digits.
    Character,
}

/// A value, and which one its label says it is.
type Found = (Zeroizing<String>, Option<Part>);

/// Reads what was pasted into the field for `part`.
#[must_use]
pub fn read(text: &str, part: Part) -> Reading {
    if text.len() > MAX_BYTES {
        return Reading::Refused(PasteProblem::TooLarge);
    }
    let normal = normal::normalised(text);
    if let Some(problem) = problem::own_key(&normal) {
        return Reading::Refused(problem);
    }
    match values::find(&normal) {
        Ok(found) => assign(found, part),
        Err(problem) => Reading::Refused(problem),
    }
}

/// What is wrong with two values, each of which is fine on its own.
#[must_use]
pub fn pair(api_key: &str, secret_key: &str) -> Option<PasteProblem> {
    (api_key == secret_key).then_some(PasteProblem::SameInBoth)
}

/// Gives each value its field: by its own label, else by the other one's label, else in the order in which Binance shows them. A single
/// value without a label belongs to the field it was pasted into.
fn assign(found: Vec<Found>, part: Part) -> Reading {
    // One label for two values, and the secret would come first: it may be the other way round.
    if let [(_, Some(Part::SecretKey)), (_, None)] | [(_, None), (_, Some(Part::ApiKey))] = found.as_slice() {
        return Reading::Refused(PasteProblem::SeveralKeys(found.len()));
    }
    let (mut api_keys, mut secret_keys, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let count = found.len();
    for (value, label) in found {
        match label {
            Some(Part::ApiKey) => api_keys.push(value),
            Some(Part::SecretKey) => secret_keys.push(value),
            None => others.push(value),
        }
    }
    let mut others = others.into_iter();
    let mut take = |labelled: Vec<Zeroizing<String>>| match labelled.len() {
        0 => others.next(),
        1 => labelled.into_iter().next(),
        _ => None,
    };
    if count == 1 {
        let labelled = if api_keys.is_empty() && secret_keys.is_empty() {
            part
        } else if api_keys.is_empty() {
            Part::SecretKey
        } else {
            Part::ApiKey
        };
        let value = api_keys.into_iter().chain(secret_keys).chain(others).next();
        return match value.map(Cleaned::new) {
            None => Reading::Refused(PasteProblem::Words),
            Some(cleaned) if labelled == part => Reading::One(cleaned),
            Some(cleaned) => Reading::Other(cleaned),
        };
    }
    let told_apart = api_keys.len() == 1 && secret_keys.len() == 1;
    if count > 2 && !told_apart {
        return Reading::Refused(PasteProblem::SeveralKeys(count));
    }
    match (take(api_keys), take(secret_keys)) {
        (Some(api_key), Some(secret_key)) => {
            Reading::Both { api_key: Cleaned::new(api_key), secret_key: Cleaned::new(secret_key) }
        }
        (_, _) => Reading::Refused(PasteProblem::SeveralKeys(count)),
    }
}

impl Cleaned {
    /// A value of the usual length that is nobody's, only to be drawn.
    pub(crate) fn example() -> Self {
        Self::new(Zeroizing::new("x".repeat(USUAL_CHARS)))
    }

    fn new(value: Zeroizing<String>) -> Self {
        let doubt = if value.chars().any(|sign| !sign.is_ascii_alphanumeric()) {
            Some(Doubt::Character)
        } else {
            (value.len() != USUAL_CHARS).then_some(Doubt::Length(value.len()))
        };
        Self { value, doubt }
    }
}

/// Shows nothing of the value.
impl fmt::Debug for Cleaned {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Cleaned(hidden, {:?})", self.doubt)
    }
}

impl Doubt {
    /// What is unusual, and what to look out for.
    #[must_use]
    pub fn text(self, words: Words) -> Text {
        match self {
            Self::Length(count) => words.text_with("paste-doubt-length", &[("count", count.into())]),
            Self::Character => words.text("paste-doubt-character"),
        }
    }
}
