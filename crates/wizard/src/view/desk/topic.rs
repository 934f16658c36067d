//! What the lane lists: each topic by its name and its sentences, and how a search finds it.

use smartradex_binance::Permission;

use super::matter::{IDLE_BOT, suspicious_call};
use super::tree::{Seen, beside};
use crate::cause::Cause;
use crate::effect::VaultFault;
use crate::l10n::{Words, bare};
use crate::lang::Lang;
use crate::paste::PasteProblem;
use crate::screen::{Block, Text, plain};
use crate::support::ToldProblem;
use crate::verdict::box_label;
use crate::view::parts::paragraph;

/// Something that callers call about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Topic {
    /// A call that was not expected.
    SuspiciousCall,
    /// The key is good, but the bot does nothing.
    IdleBot,
    /// The caller wants to begin again.
    Again,
    /// A key is not accepted, or could not be checked.
    Cause(Cause),
    /// The keyring did not do what was asked.
    Keyring(VaultFault),
    /// What was pasted is not a value.
    Paste(PasteProblem),
    /// A page does not look as the instructions say it should.
    Seen(Seen),
}

impl Topic {
    /// What is not a cause, then the causes.
    pub(super) fn problems() -> Vec<Self> {
        let mut all = vec![Self::SuspiciousCall, Self::IdleBot, Self::Again];
        all.extend(Cause::ALL.map(Self::Cause));
        all
    }

    /// The faults of the keyring.
    pub(super) fn of_keyring() -> Vec<Self> {
        VaultFault::ALL.map(Self::Keyring).into()
    }

    /// What people paste instead of a value.
    pub(super) fn of_paste() -> Vec<Self> {
        ToldProblem::ALL.map(|told| Self::Paste(told.problem())).into()
    }

    /// The topics that a search matches, those matched by their names first.
    pub(super) fn found(search: &str) -> Vec<Self> {
        let wanted: Vec<String> = folded(search).split_whitespace().map(str::to_owned).collect();
        let mut all = Self::problems();
        all.extend(Self::of_keyring());
        all.extend(Self::of_paste());
        all.extend(Seen::all().into_iter().map(Self::Seen));
        all.retain(|topic| topic.fits(&wanted));
        all.sort_by_key(|topic| {
            let names = topic.names();
            !wanted.iter().all(|word| names.iter().any(|name| occurs(word, name)))
        });
        all
    }

    /// A block to unfold, with the caller's words beside the agent's.
    pub(super) fn details(&self, open: bool, theirs: Words, words: Words) -> Block {
        let mut blocks = Vec::new();
        if !self.answer().is_empty() {
            blocks.push(paragraph(words.text_with("desk-answer", &[("answer", self.answer().into())])));
        }
        let count = self.sentences(words).len();
        blocks.extend((0..count).map(|number| {
            paragraph(beside(theirs, words, |words| self.sentences(words).swap_remove(number)))
        }));
        let summary = match self {
            // These are the words in which callers describe it themselves.
            Self::Seen(seen) => beside(theirs, words, |words| seen.label(words)),
            Self::SuspiciousCall
            | Self::IdleBot
            | Self::Again
            | Self::Cause(_)
            | Self::Keyring(_)
            | Self::Paste(_) => self.name(words),
        };
        Block::Details { summary, blocks, open }
    }

    fn name(&self, words: Words) -> Text {
        match self {
            Self::SuspiciousCall => words.text("desk-suspicious"),
            Self::IdleBot => words.text("desk-idle"),
            Self::Again => words.text("desk-again"),
            Self::Cause(cause) => plain(cause.spoken(words)),
            Self::Keyring(fault) => fault.explain(words).happened,
            Self::Paste(problem) => problem.text(words),
            Self::Seen(seen) => seen.label(words),
        }
    }

    /// What to say about it.
    fn sentences(&self, words: Words) -> Vec<Text> {
        match self {
            Self::SuspiciousCall => suspicious_call(words),
            Self::IdleBot => {
                ["desk-idle-check"].into_iter().chain(IDLE_BOT).map(|id| words.text(id)).collect()
            }
            Self::Again => {
                ["desk-again-step", "desk-again-key", "desk-again-all"].map(|id| words.text(id)).into()
            }
            Self::Cause(cause) => cause.explain(words, cause.details()).sentences(),
            Self::Keyring(fault) => fault.explain(words).sentences(),
            Self::Paste(problem) => vec![problem.text(words), problem.todo(words)],
            Self::Seen(seen) => seen.sentences(words),
        }
    }

    /// How Binance answers. Empty: it does not answer.
    fn answer(&self) -> &'static str {
        match self {
            Self::Cause(cause) => cause.answer(),
            Self::SuspiciousCall
            | Self::IdleBot
            | Self::Again
            | Self::Keyring(_)
            | Self::Paste(_)
            | Self::Seen(_) => "",
        }
    }

    /// Its names in both languages and in the program, as [`folded`] for a search.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = both_languages().map(|words| folded(&bare(&self.name(words)))).collect();
        names.extend(match self {
            Self::Cause(cause) => Some(folded(cause.name())),
            Self::Keyring(fault) => Some(folded(fault.name())),
            Self::Paste(problem) => Some(folded(problem.name())),
            Self::SuspiciousCall | Self::IdleBot | Self::Again | Self::Seen(_) => None,
        });
        names
    }

    /// Everything else that is said about it in both languages, as [`folded`] for a search.
    fn said(&self) -> Vec<String> {
        both_languages()
            .flat_map(|words| {
                let way = match self {
                    Self::Seen(seen) => seen.way(words),
                    // Callers name the box.
                    Self::Cause(Cause::TooManyBoxes) => {
                        Permission::ALL.map(|one| words.label(box_label(one))).into()
                    }
                    Self::SuspiciousCall
                    | Self::IdleBot
                    | Self::Again
                    | Self::Cause(_)
                    | Self::Keyring(_)
                    | Self::Paste(_) => Vec::new(),
                };
                let sentences =
                    self.sentences(words).iter().map(|one| folded(&bare(one))).collect::<Vec<_>>();
                way.iter().map(|label| folded(label)).chain(sentences).collect::<Vec<_>>()
            })
            .collect()
    }

    /// Whether every word occurs in its texts or, if it is a number, is a status or a code of Binance's.
    fn fits(&self, wanted: &[String]) -> bool {
        if wanted.is_empty() {
            return true;
        }
        let (names, said) = (self.names(), self.said());
        wanted.iter().all(|word| {
            if word.bytes().all(|byte| byte.is_ascii_digit()) {
                return answers(self.answer(), word);
            }
            names.iter().chain(&said).any(|text| occurs(word, text))
        })
    }
}

/// Whether a text contains a word or its beginning; one as short as "IP" counts only by itself.
fn occurs(word: &str, text: &str) -> bool {
    if word.len() > 2 {
        return text.contains(word);
    }
    text.split(|sign: char| !sign.is_alphanumeric()).any(|other| other == word)
}

fn both_languages() -> impl Iterator<Item = Words> {
    Lang::ALL.into_iter().map(|lang| Words { lang, binance: lang })
}

/// Whether an answer such as "400 -1021" or "5xx" has this number.
fn answers(answer: &str, number: &str) -> bool {
    answer
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .any(|part| part == number || part == "5xx" && number.len() == 3 && number.starts_with('5'))
}

/// In small letters without accents or hyphens, as people type when in a hurry.
fn folded(text: &str) -> String {
    let plain = |sign| match sign {
        'à' | 'â' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ù' | 'û' => 'u',
        '’' => '\'',
        sign => sign,
    };
    text.chars().filter(|sign| !matches!(sign, '-' | '‑')).flat_map(char::to_lowercase).map(plain).collect()
}
