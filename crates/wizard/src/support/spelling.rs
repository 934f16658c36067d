//! A code spelled aloud: in pairs, each letter by its word in the spelling alphabet.

use super::code::Code;
use crate::l10n::Words;

/// The letters of a code, and the messages that spell them.
const LETTERS: [(char, &str); 22] = [
    ('A', "support-letter-a"),
    ('B', "support-letter-b"),
    ('C', "support-letter-c"),
    ('D', "support-letter-d"),
    ('E', "support-letter-e"),
    ('F', "support-letter-f"),
    ('G', "support-letter-g"),
    ('H', "support-letter-h"),
    ('J', "support-letter-j"),
    ('K', "support-letter-k"),
    ('M', "support-letter-m"),
    ('N', "support-letter-n"),
    ('P', "support-letter-p"),
    ('Q', "support-letter-q"),
    ('R', "support-letter-r"),
    ('S', "support-letter-s"),
    ('T', "support-letter-t"),
    ('V', "support-letter-v"),
    ('W', "support-letter-w"),
    ('X', "support-letter-x"),
    ('Y', "support-letter-y"),
    ('Z', "support-letter-z"),
];

impl Code {
    /// One line per group: two pairs, with digits as they are and letters by their words.
    #[must_use]
    pub fn spelled(self, words: Words) -> Vec<String> {
        let pair =
            |pair: &[char]| pair.iter().map(|sign| spelled(*sign, words)).collect::<Vec<_>>().join(" ");
        let group = |group: &[char]| group.chunks(2).map(pair).collect::<Vec<_>>().join(" · ");
        self.characters().chunks(4).map(group).collect()
    }
}

/// A letter by its word; a digit as it is.
pub(crate) fn spelled(sign: char, words: Words) -> String {
    LETTERS
        .iter()
        .find(|(letter, _)| *letter == sign)
        .map_or_else(|| sign.to_string(), |(_, id)| words.string(id))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_letter_is_spelled_by_a_word_of_its_own_that_begins_with_it() {
        for lang in Lang::ALL {
            let words = Words { lang, binance: lang };
            let spelled: BTreeSet<String> = LETTERS.iter().map(|(_, id)| words.string(id)).collect();
            assert_eq!(spelled.len(), LETTERS.len());
            for (letter, id) in LETTERS {
                assert!(words.string(id).starts_with(letter), "{letter} in {lang:?}");
            }
        }
    }
}
