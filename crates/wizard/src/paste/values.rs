//! Finds where in a text the values are.
//!
//! The text is read as words. Words from the usual labels form phrases, which announce a value. The other words, between them, form runs,
//! which may hold a value, whole or broken by line ends.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::labels::{Event, Place, labelled};
use super::problem::{self, Aside};
use super::{Found, LEAST_CHARS, MOST_CHARS, PasteProblem, USUAL_CHARS, label};

/// With more characters than this that no value has, a word is a path or a sentence rather than a value.
const MOST_ODD_SIGNS: usize = 4;

/// The distinct values in order, with what their labels say.
pub(super) fn find(normal: &str) -> Result<Vec<Found>, PasteProblem> {
    let (tokens, mut aside) = tokens(normal);
    let mut reader = Reader::default();
    for token in &tokens {
        reader.take(token, &mut aside);
    }
    reader.end_run(&mut aside);
    reader.end_phrase();
    let found = distinct(labelled(&reader.events, &reader.wordy))?;
    if found.is_empty() {
        let words: Vec<&str> =
            tokens.iter().filter_map(Token::word).filter(|word| !label::is_label(word)).collect();
        return Err(problem::instead(&words, tokens.iter().any(|token| token.word().is_some()), &aside));
    }
    Ok(found)
}

/// A piece of the text.
enum Token<'a> {
    Word(&'a str),
    /// Stars or dots instead of a value.
    Masked,
    /// The end of a line. It ends a phrase, but may also be in the middle of a broken value.
    Line,
    /// The end of a column in a line. It ends a phrase, too.
    Column,
    /// A character between a label and its value, or between values.
    End,
}

impl<'a> Token<'a> {
    fn word(&self) -> Option<&'a str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Masked | Self::Line | Self::Column | Self::End => None,
        }
    }
}

/// What stands between words.
const SEPARATORS: [char; 15] = [' ', '\n', '\t', '"', '{', '}', '[', ']', '(', ')', ',', ';', '|', '<', '>'];

fn tokens(normal: &str) -> (Vec<Token<'_>>, Aside) {
    let (mut tokens, mut aside) = (Vec::new(), Aside::default());
    let parts = normal.split_inclusive(SEPARATORS);
    let mut before = None;
    for part in parts {
        let mut signs = part.chars();
        let (chunk, separator) = match signs.next_back() {
            Some(sign) if SEPARATORS.contains(&sign) => (signs.as_str(), Some(sign)),
            _ => (part, None),
        };
        if chunk.is_empty() && (before, separator) == (Some(' '), Some(' ')) {
            // Two spaces in a row separate columns.
            tokens.push(Token::Column);
        }
        push_chunk(chunk, &mut tokens, &mut aside);
        before = separator;
        match separator {
            None | Some(' ') => {}
            Some('\n') => tokens.push(Token::Line),
            Some('\t') => tokens.push(Token::Column),
            Some(_) => tokens.push(Token::End),
        }
    }
    (tokens, aside)
}

/// Sorts what is between two separators: a page's address, an e-mail address, stars, or words.
fn push_chunk<'a>(chunk: &'a str, tokens: &mut Vec<Token<'a>>, aside: &mut Aside) {
    if chunk.contains("://") || chunk.starts_with("www.") {
        aside.url = true;
        tokens.push(Token::End);
    } else if problem::is_email(chunk) {
        aside.email = true;
        tokens.push(Token::End);
    } else if problem::is_masked(chunk) {
        aside.masked = true;
        tokens.push(Token::Masked);
    } else {
        for (index, piece) in chunk.split([':', '=', '&']).enumerate() {
            if index > 0 {
                tokens.push(Token::End);
            }
            let short = piece.chars().count() < LEAST_CHARS;
            for word in piece.split(|sign| short && sign == '/') {
                let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
                if !word.is_empty() {
                    tokens.push(Token::Word(word));
                }
            }
        }
    }
}

#[derive(Default)]
struct Reader<'a> {
    events: Vec<Place<Event>>,
    phrase: Vec<&'a str>,
    run: Vec<Place<&'a str>>,
    /// The line being read.
    line: usize,
    /// The lines with words that are neither labels nor values.
    wordy: BTreeSet<usize>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, token: &Token<'a>, aside: &mut Aside) {
        match *token {
            Token::Word(word) if word.len() < LEAST_CHARS && label::is_label(word) => {
                self.end_run(aside);
                if label::joins(word) || label::begins(word) {
                    self.end_phrase();
                }
                self.phrase.push(word);
                if label::ends(word) {
                    self.end_phrase();
                }
            }
            Token::Word(word) => self.run.push(Place { what: word, line: self.line }),
            Token::Line => {
                self.end_phrase();
                self.line += 1;
            }
            Token::Column => self.end_phrase(),
            Token::End => {
                self.end_phrase();
                self.end_run(aside);
            }
            Token::Masked => {
                self.end_phrase();
                self.end_run(aside);
                self.events.push(Place { what: Event::Masked, line: self.line });
            }
        }
    }

    /// Ends the run. It always follows the phrase, for a word of a label would have ended it.
    fn end_run(&mut self, aside: &mut Aside) {
        let run = std::mem::take(&mut self.run);
        let words: Vec<&str> = run.iter().map(|word| word.what).collect();
        let values = of_run(&words, aside);
        // Short words join labels: "of", "de", "l'".
        let beside = |word: &&Place<&str>| {
            let of = |value: &Zeroizing<String>| value.contains(word.what) || word.what.contains(&**value);
            word.what.chars().count() > 2 && !values.iter().any(of)
        };
        self.wordy.extend(run.iter().filter(beside).map(|word| word.line));
        if !values.is_empty() {
            self.end_phrase();
        }
        let mut line = 0;
        for value in values {
            let begins = |word: &&Place<&str>| value.starts_with(word.what) || word.what.contains(&**value);
            line = run.iter().find(begins).map_or(line, |word| word.line);
            self.events.push(Place { what: Event::Value(value), line });
        }
    }

    fn end_phrase(&mut self) {
        let phrase = std::mem::take(&mut self.phrase);
        if let Some(part) = label::announced(&phrase) {
            self.events.push(Place { what: Event::Announced(part), line: self.line });
        }
    }
}

/// The values in a run of words.
fn of_run(run: &[&str], aside: &mut Aside) -> Vec<Zeroizing<String>> {
    let mut run = run.to_vec();
    if run.iter().all(|word| *word == run[0]) {
        run.truncate(1);
    }
    let long: Vec<_> = run.iter().flat_map(|word| of_word(word, aside)).collect();
    if !long.is_empty() && long.iter().all(|value| value.len() == USUAL_CHARS) {
        return long.into_iter().map(owned).collect();
    }
    if let Some(values) = rejoined(&run) {
        return values;
    }
    if long.len() > 1 && long.iter().map(|piece| piece.len()).sum::<usize>() == USUAL_CHARS {
        return vec![joined(&long)];
    }
    let is_long = |word: &str| word.is_ascii() && word.len() >= LEAST_CHARS;
    let pieces: Vec<&str> = run.iter().copied().filter(|word| is_long(word) || is_piece(word)).collect();
    let all = pieces.iter().map(|piece| piece.len()).sum();
    let one_broken = long.len() == 1 && pieces.len() > 1 || long.is_empty() && pieces.len() == run.len();
    if one_broken && pieces.len() > 1 && (LEAST_CHARS..=MOST_CHARS).contains(&all) {
        return vec![joined(&pieces)];
    }
    long.into_iter().map(owned).collect()
}

/// The values that a word consists of: none, one, or two with no space between them.
fn of_word<'a>(word: &'a str, aside: &mut Aside) -> Vec<&'a str> {
    let count = word.chars().count();
    if count < LEAST_CHARS {
        return Vec::new();
    }
    if !word.is_ascii() {
        aside.note_odd(word);
        return Vec::new();
    }
    let pieces: Vec<_> =
        word.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
    if pieces.iter().all(|piece| piece.len() == USUAL_CHARS) {
        return pieces;
    }
    let odd = word.bytes().filter(|byte| !byte.is_ascii_alphanumeric()).count();
    if odd > MOST_ODD_SIGNS {
        return Vec::new();
    }
    let word = once(word);
    if word.len() > MOST_CHARS {
        aside.too_long = Some(word.len());
        return Vec::new();
    }
    if odd == 0 && word.len() == MOST_CHARS {
        return vec![&word[..USUAL_CHARS], &word[USUAL_CHARS..]];
    }
    vec![word]
}

/// If a word is the same value several times in a row, that value once.
fn once(word: &str) -> &str {
    let repeats = |length: &usize| {
        word.len().is_multiple_of(*length)
            && word.as_bytes().chunks(*length).all(|chunk| chunk == &word.as_bytes()[..*length])
    };
    let unit = (LEAST_CHARS..=word.len() / 2).find(repeats);
    &word[..unit.unwrap_or(word.len())]
}

/// The values of usual length into which the words of a run can be put back together, if that works out exactly.
fn rejoined(run: &[&str]) -> Option<Vec<Zeroizing<String>>> {
    let mut values = Vec::new();
    let mut open = Vec::new();
    for word in run {
        if !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        open.push(*word);
        let length: usize = open.iter().map(|piece| piece.len()).sum();
        if length > USUAL_CHARS {
            return None;
        }
        if length == USUAL_CHARS {
            let value = joined(&std::mem::take(&mut open));
            let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
            if !(has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase)) {
                return None;
            }
            values.push(value);
        }
    }
    (open.is_empty() && !values.is_empty()).then_some(values)
}

/// A word that nobody would write: letters and digits mixed.
fn is_piece(word: &str) -> bool {
    let has = |test: fn(&u8) -> bool| word.as_bytes().iter().any(test);
    word.len() >= 4
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn joined(pieces: &[&str]) -> Zeroizing<String> {
    let mut whole = Zeroizing::new(String::with_capacity(pieces.iter().map(|piece| piece.len()).sum()));
    pieces.iter().for_each(|piece| whole.push_str(piece));
    whole
}

fn owned(value: &str) -> Zeroizing<String> {
    Zeroizing::new(value.to_owned())
}

/// Each value once, with the label that it has in any place. It must not have both.
fn distinct(all: Vec<Found>) -> Result<Vec<Found>, PasteProblem> {
    let mut found: Vec<Found> = Vec::new();
    for (value, label) in all {
        match found.iter_mut().find(|(known, _)| *known == value) {
            None => found.push((value, label)),
            Some((_, known)) => match (*known, label) {
                (Some(one), Some(other)) if one != other => return Err(PasteProblem::SameInBoth),
                (None, Some(_)) => *known = label,
                (_, _) => {}
            },
        }
    }
    Ok(found)
}
