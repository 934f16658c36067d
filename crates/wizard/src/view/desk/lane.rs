//! The expert lane: the four steps and every problem on one page.

use super::topic::Topic;
use super::tree::{beside, tree_blocks};
use crate::action::Input;
use crate::domain::Step;
use crate::help::Tree;
use crate::l10n::Words;
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
        // Nothing is known here about the caller, who may speak the other language.
        let theirs = Words { lang: words.lang.other(), binance: words.lang.other() };
        let listed = |topics: Vec<Topic>, open| {
            topics.into_iter().map(move |topic| topic.details(open, theirs, words))
        };
        if self.desk.search.trim().is_empty() {
            blocks.extend(listed(Topic::problems(), false));
            blocks.push(Block::Heading { text: words.text("desk-lane-keyring") });
            blocks.extend(listed(Topic::of_keyring(), false));
            blocks.push(Block::Heading { text: words.text("desk-lane-paste") });
            blocks.extend(listed(Topic::of_paste(), false));
        } else {
            let found = Topic::found(&self.desk.search);
            let count = found.len();
            blocks.push(paragraph(words.text_with("desk-search-found", &[("count", count.into())])));
            blocks.extend(listed(found, count <= 3));
        }
        blocks.push(Block::Heading { text: words.text("desk-lane-steps") });
        blocks.extend(Step::ALL.into_iter().map(|step| self.step_details(step, theirs, words)));
        blocks.push(Block::Details {
            summary: words.text("handover-heading"),
            blocks: tree_blocks(Tree::Form.root(), theirs, words),
            open: true,
        });
        blocks
    }

    fn step_details(&self, step: Step, theirs: Words, words: Words) -> Block {
        let bot = self.journey().bot;
        let items = (1_u8..).zip(step::instructions(step)).map(|(number, instruction)| {
            let mut text: Text = plain(format!("{number}. "));
            text.extend(beside(theirs, words, |words| instruction.text(bot, words)));
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
            blocks: tree_blocks(Tree::Step(step).root(), theirs, words),
            open: false,
        });
        Block::Details {
            summary: plain(format!("{}. {}", step.number(), words.string(heading))),
            blocks,
            open: true,
        }
    }
}
