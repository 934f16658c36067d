//! "I don't see this" for the agent: questions with their answers folded under them, and each answer on its own.

use crate::help::{Node, Tree};
use crate::l10n::{Words, bare};
use crate::lang::Lang;
use crate::screen::{Block, Span, Text, plain};
use crate::view::parts::paragraph;

/// A question with its answers folded under it, each in the agent's words with the caller's beside.
pub(super) fn tree_blocks(node: &Node, theirs: Words, words: Words) -> Vec<Block> {
    match node {
        Node::Question { id, answers } => {
            let folded = |(label, next): &(&str, &Node)| Block::Details {
                summary: beside(theirs, words, |words| words.text(label)),
                blocks: tree_blocks(next, theirs, words),
                open: false,
            };
            let mut blocks = vec![paragraph(beside(theirs, words, |words| words.text(id)))];
            blocks.extend(answers.iter().map(folded));
            blocks
        }
        Node::Answer { id, .. } => (0..END)
            .map(|number| paragraph(beside(theirs, words, |words| end(id, words)[number].clone())))
            .collect(),
    }
}

/// How many sentences an answer has.
const END: usize = 3;

/// What an answer says.
fn end(id: &str, words: Words) -> [Text; END] {
    [words.text(id), words.attribute(id, "why", &[]), words.attribute(id, "todo", &[])]
}

/// An answer, and what leads to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// What callers say they see; the last of it is what the answer is about.
    labels: Vec<&'static str>,
    /// The answer.
    id: &'static str,
}

impl Seen {
    /// Every answer of all trees, once.
    pub(super) fn all() -> Vec<Self> {
        let mut found = Vec::new();
        for tree in Tree::all() {
            collect(tree.root(), &[], &mut found);
        }
        found
    }

    /// What callers say they see.
    pub(super) fn label(&self, words: Words) -> Text {
        self.labels.last().map(|label| words.text(label)).unwrap_or_default()
    }

    /// All that they say on the way there, including that.
    pub(super) fn way(&self, words: Words) -> Vec<String> {
        self.labels.iter().map(|label| words.string(label)).collect()
    }

    /// What to answer.
    pub(super) fn sentences(&self, words: Words) -> Vec<Text> {
        end(self.id, words).into()
    }
}

fn collect(node: &'static Node, labels: &[&'static str], found: &mut Vec<Seen>) {
    match node {
        Node::Question { answers, .. } => {
            for (label, next) in *answers {
                collect(next, &[labels, &[*label]].concat(), found);
            }
        }
        Node::Answer { id, .. } => {
            // The steps share some questions.
            let known = |seen: &Seen| seen.id == *id && seen.labels.last() == labels.last();
            if !found.iter().any(known) {
                found.push(Seen { labels: labels.to_vec(), id });
            }
        }
    }
}

/// A text in the agent's words, followed by the caller's in quotation marks if they speak another language.
pub(super) fn beside(theirs: Words, words: Words, text: impl Fn(Words) -> Text) -> Text {
    let mut ours = text(words);
    if theirs.lang != words.lang {
        ours.extend(plain(" "));
        ours.push(Span::Foreign { text: quoted(&bare(&text(theirs)), theirs.lang), lang: theirs.lang });
    }
    ours
}

fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{text}\u{a0}»"),
        Lang::En => format!("“{text}”"),
    }
}
