//! The expert lane: the four steps and every cause on one page.

use crate::action::Input;
use crate::cause::Cause;
use crate::domain::Step;
use crate::help::Node;
use crate::l10n::{Words, bare};
use crate::lang::Lang;
use crate::screen::{Block, PointSign, Text, plain};
use crate::step;
use crate::view::parts::{lead, paragraph};
use crate::wizard::Wizard;

impl Wizard {
    pub(super) fn lane(&self, words: Words) -> Vec<Block> {
        let mut blocks = vec![
            lead(words.text("desk-lane-lead")),
            Block::TextField {
                input: Input::Search,
                label: words.text("desk-search"),
                help: Some(words.text("desk-search-help")),
                value: self.desk.search.clone(),
                problem: None,
            },
        ];
        let found = found(&self.desk.search);
        let count = found.len();
        if !self.desk.search.trim().is_empty() {
            blocks.push(paragraph(words.text_with("desk-search-found", &[("count", count.into())])));
        }
        blocks.extend(found.into_iter().map(|cause| cause_details(cause, count <= 3, words)));
        blocks.push(Block::Heading { text: words.text("desk-lane-steps") });
        blocks.extend(Step::ALL.into_iter().map(|step| self.step_details(step, words)));
        blocks
    }

    fn step_details(&self, step: Step, words: Words) -> Block {
        let bot = self.journey().bot;
        let items = (1_u8..).zip(step::instructions(step)).map(|(number, instruction)| {
            let mut text: Text = plain(format!("{number}. "));
            text.extend(instruction.text(bot, words));
            text
        });
        let heading = match step {
            Step::SecurityControls => "app-rail-step1",
            Step::CreateKey => "app-rail-step2",
            Step::Restrictions => "app-rail-step3",
            Step::PasteKeys => "app-rail-step4",
        };
        let mut blocks = vec![Block::Points { sign: PointSign::Dot, items: items.collect() }];
        blocks.push(Block::Details {
            summary: words.text("desk-tree"),
            blocks: tree_blocks(crate::help::tree(step), words, words),
            open: false,
        });
        Block::Details {
            summary: plain(format!("{}. {}", step.number(), words.string(heading))),
            blocks,
            open: true,
        }
    }
}

/// A question with its answers folded under it, an answer in the caller's words and the agent's.
pub(super) fn tree_blocks(node: &Node, theirs: Words, words: Words) -> Vec<Block> {
    match node {
        Node::Question { id, answers } => {
            let folded = |(label, next): &(&str, &Node)| Block::Details {
                summary: plain(words.string(label)),
                blocks: tree_blocks(next, theirs, words),
                open: false,
            };
            let mut blocks = both(theirs, words, |words| words.text(id));
            blocks.extend(answers.iter().map(folded));
            blocks
        }
        Node::Answer { id, .. } => {
            let mut blocks = both(theirs, words, |words| words.text(id));
            blocks.extend(both(theirs, words, |words| words.attribute(id, "why", &[])));
            blocks.extend(both(theirs, words, |words| words.attribute(id, "todo", &[])));
            blocks
        }
    }
}

fn both(theirs: Words, words: Words, text: impl Fn(Words) -> Text) -> Vec<Block> {
    if theirs.lang == words.lang {
        return vec![paragraph(text(words))];
    }
    let their = Block::Paragraph { text: text(theirs), lead: false, lang: Some(theirs.lang) };
    vec![Block::Group { title: None, lang: None, blocks: vec![their, paragraph(text(words))] }]
}

fn cause_details(cause: Cause, open: bool, words: Words) -> Block {
    let explanation = cause.explain(words, cause.details());
    let mut blocks = Vec::new();
    if !cause.answer().is_empty() {
        blocks.push(paragraph(words.text_with("desk-answer", &[("answer", cause.answer().into())])));
    }
    blocks.extend([explanation.happened, explanation.why, explanation.todo].map(paragraph));
    Block::Details { summary: plain(cause.spoken(words)), blocks, open }
}

/// The causes that a search is about: by their spoken names in either language, by their names in the code, or by a status or a code of Binance's.
pub(super) fn found(search: &str) -> Vec<Cause> {
    let wanted: Vec<String> = folded(search).split_whitespace().map(str::to_owned).collect();
    let fits = |cause: &Cause| {
        let spoken = Lang::ALL.map(|lang| folded(&cause.spoken(Words { lang, binance: lang })));
        wanted.iter().all(|word| {
            let number = word.trim_start_matches('-');
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
                return answers(cause.answer(), number);
            }
            spoken.iter().any(|name| name.contains(word)) || cause.name().contains(word.as_str())
        })
    };
    Cause::ALL.into_iter().filter(fits).collect()
}

/// Whether an answer such as "400 -1021" or "5xx" has this number.
fn answers(answer: &str, number: &str) -> bool {
    answer
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .any(|part| part == number || part == "5xx" && number.len() == 3 && number.starts_with('5'))
}

/// Small letters without accents.
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
    bare(&crate::screen::plain(text)).chars().flat_map(char::to_lowercase).map(plain).collect()
}
