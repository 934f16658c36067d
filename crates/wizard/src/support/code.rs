//! The support code: twelve characters of Crockford's base 32, in three groups of four.
//!
//! ```text
//! F + 51 bits + C      F: 4 bits, number of the format     C: 5 bits, the check
//! ```
//!
//! The check makes the sum of `α^(11-i)·c(i)` over GF(32) zero, `α` being a root of `x^5 + x^2 + 1`. No weight is zero, so every single wrong
//! character is caught; no two weights are equal, so every swap of two characters is caught.

use std::fmt;

use super::format;
use super::situation::Situation;

/// Characters of a code.
const CHARS: usize = 12;
/// Bits of the number that follows the format.
const NUMBER_BITS: u32 = 51;
/// Crockford's alphabet, which has no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// `x^5 + x^2 + 1`, whose root generates all 31 nonzero elements.
const POLYNOMIAL: u8 = 0b10_0101;
/// No more characters than this are looked at: so many are no code, however they are grouped.
const MOST_SIGNS: usize = 64;

/// A support code whose check is right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; CHARS]);

/// Why what was typed is not a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// It has this many characters instead of twelve.
    Length(usize),
    /// Something in it is wrong.
    Doubtful {
        /// Positions of characters that no code contains, counted from 1.
        foreign: Vec<u8>,
        /// What may have been meant, the most likely first. Each one makes a code that can be read.
        suggestions: Vec<Suggestion>,
    },
}

/// What may have been meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// The doubtful character's position, counted from 1.
    pub place: u8,
    /// The character that may have been meant there.
    pub instead: char,
    /// Whether it has been swapped with the next character.
    pub swapped: bool,
    /// The code that results.
    pub code: Code,
    /// Whether this is a likely slip: the two characters look or sound alike or stand side by side, or no code contains the one typed.
    pub likely: bool,
}

/// Why a code cannot be read although its check is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It was made by a later version of the program.
    Later,
    /// No version makes such a code.
    Meaningless,
}

/// The newest format that this program can read, which is also the one that it writes.
const FORMAT: u64 = 1;

impl Situation {
    /// The code for this situation.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::of_number(FORMAT << NUMBER_BITS | format::write(self))
    }
}

impl Code {
    /// The situation that the code stands for.
    ///
    /// # Errors
    /// [`Unreadable`] if this program cannot read it.
    pub fn situation(self) -> Result<Situation, Unreadable> {
        let bits = self.0[..CHARS - 1].iter().fold(0_u64, |bits, value| bits << 5 | u64::from(*value));
        match bits >> NUMBER_BITS {
            0 => Err(Unreadable::Meaningless),
            FORMAT => format::read(bits & ((1 << NUMBER_BITS) - 1)).ok_or(Unreadable::Meaningless),
            _ => Err(Unreadable::Later),
        }
    }

    /// Reads what was typed. Small letters, spaces and dashes are accepted, as are O for 0, and I and L for 1.
    ///
    /// # Errors
    /// [`Misread`], with what may have been meant.
    pub fn parse(typed: &str) -> Result<Self, Misread> {
        let mut values = [None; CHARS];
        let mut count = 0;
        for sign in typed.chars().filter(|sign| !is_separator(*sign)).take(MOST_SIGNS) {
            if let Some(slot) = values.get_mut(count) {
                *slot = value(sign);
            }
            count += 1;
        }
        if count != CHARS {
            return Err(Misread::Length(count));
        }
        let known = values.map(Option::unwrap_or_default);
        if values.iter().all(Option::is_some) && check(&known) == 0 {
            return Ok(Self(known));
        }
        let foreign: Vec<u8> =
            (1..).zip(values).filter(|(_, value)| value.is_none()).map(|(place, _)| place).collect();
        let suggestions = suggestions(known, &foreign);
        Err(Misread::Doubtful { foreign, suggestions })
    }

    /// Whether these may be up to three codes, one typed after the other, and no piece of a key: letters of one size, none that codes lack.
    #[must_use]
    pub(crate) fn are_perhaps_several(typed: &str) -> bool {
        let mut signs = typed.chars().filter(|sign| !is_separator(*sign));
        let one_size = !typed.chars().any(|sign| sign.is_ascii_lowercase())
            || !typed.chars().any(|sign| sign.is_ascii_uppercase());
        one_size && typed.len() <= 4 * CHARS && signs.all(|sign| value(sign).is_some())
    }

    /// Its twelve characters.
    #[must_use]
    pub fn characters(self) -> [char; CHARS] {
        self.0.map(character)
    }

    /// Its three groups of four.
    #[must_use]
    pub fn groups(self) -> Vec<String> {
        self.characters().chunks(4).map(|group| group.iter().collect()).collect()
    }

    /// The code of a number of 55 bits.
    fn of_number(bits: u64) -> Self {
        let mut values = [0; CHARS];
        for (place, value) in values[..CHARS - 1].iter_mut().rev().enumerate() {
            *value = (bits >> (5 * place) & 31) as u8;
        }
        values[CHARS - 1] = check(&values);
        Self(values)
    }
}

/// As it is written: groups joined by dashes.
impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.groups().join("-"))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Code({self})")
    }
}

/// The weighted sum of the values; the last weight is one.
fn check(values: &[u8; CHARS]) -> u8 {
    values.iter().fold(0, |sum, value| times_alpha(sum) ^ value)
}

fn times_alpha(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ POLYNOMIAL }
}

fn is_separator(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '‐' | '‑' | '–' | '—' | '.' | ',' | '_' | '\u{200B}' | '\u{FEFF}')
}

/// The value of a character as people type it.
fn value(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == sign).map(|place| place as u8)
}

fn character(value: u8) -> char {
    ALPHABET.get(usize::from(value)).map_or('0', |character| char::from(*character))
}

/// Every code that can be read and differs from these values in one character, or by a swap of two neighbours.
fn suggestions(values: [u8; CHARS], foreign: &[u8]) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut consider = |place: usize, swapped: bool, meant: [u8; CHARS], likely: bool| {
        let code = Code(meant);
        if check(&meant) == 0 && code.situation().is_ok() {
            let instead = character(meant[place]);
            found.push(Suggestion { place: place as u8 + 1, instead, swapped, code, likely });
        }
    };
    for place in 0..CHARS {
        let others_foreign = foreign.iter().any(|other| usize::from(*other) != place + 1);
        for value in (0..32).filter(|value| !others_foreign && *value != values[place]) {
            let mut meant = values;
            meant[place] = value;
            consider(place, false, meant, !foreign.is_empty() || alike(values[place], value));
        }
        // A foreign character has been counted as 0, which may be what was meant.
        if !foreign.is_empty() && !others_foreign {
            consider(place, false, values, true);
        }
        if foreign.is_empty() && place + 1 < CHARS && values[place] != values[place + 1] {
            let mut meant = values;
            meant.swap(place, place + 1);
            consider(place, true, meant, true);
        }
    }
    found.sort_by_key(|suggestion| !suggestion.likely);
    found
}

/// Characters that look alike in print or by hand, or sound alike in French or in English.
const ALIKE: [&str; 10] = ["0DQ", "17", "2Z", "5S", "8B", "6G", "BDPTEVGC3", "MN", "FSX", "VWY4"];

fn alike(one: u8, other: u8) -> bool {
    let (one, other) = (character(one), character(other));
    ALIKE.iter().any(|group| group.contains(one) && group.contains(other))
}

#[cfg(test)]
mod tests;
