//! Somebody else's screen: the same words and pictures, but nothing to press.

use crate::l10n::{Words, bare};
use crate::screen::{
    Block, Button, CheckLine, CheckState, Item, Picture, PointSign, Progress, Tab, Text, plain,
};

/// The same blocks without controls.
pub(super) fn inert(blocks: Vec<Block>, words: Words) -> Vec<Block> {
    blocks.into_iter().flat_map(|block| one(block, words)).collect()
}

/// The labels of the buttons, as a list.
pub(super) fn names(buttons: Vec<Button>) -> Option<Block> {
    let items: Vec<Text> = buttons.into_iter().map(|button| plain(format!("[{}]", button.label))).collect();
    (!items.is_empty()).then_some(Block::Points { sign: PointSign::Dot, items })
}

/// The same picture, not answering to clicks.
pub(super) fn still(picture: Picture) -> Picture {
    Picture {
        live: false,
        items: picture.items.into_iter().map(still_item).collect(),
        dialog: picture.dialog.map(|items| items.into_iter().map(still_item).collect()),
        ..picture
    }
}

fn one(block: Block, words: Words) -> Vec<Block> {
    match block {
        Block::Paragraph { .. }
        | Block::Heading { .. }
        | Block::Points { .. }
        | Block::Emblem { .. }
        | Block::Checks { .. }
        | Block::Verdict { .. }
        | Block::Code { .. }
        | Block::Verbatim { .. } => vec![block],
        Block::Instructions { label, items } => {
            let line = |item: crate::screen::Instruction| CheckLine {
                id: item.number.to_string(),
                state: match item.state {
                    Progress::Done => CheckState::Ok,
                    Progress::Here | Progress::ToCome => CheckState::Waiting,
                },
                state_label: item.state_label,
                text: [plain(format!("{}. ", item.number)), item.text].concat(),
                evidence: None,
            };
            vec![Block::Checks { label, titled: false, lines: items.into_iter().map(line).collect() }]
        }
        Block::Note { tone, tone_label, title, text, buttons } => {
            let mut blocks = vec![Block::Note { tone, tone_label, title, text, buttons: Vec::new() }];
            blocks.extend(names(buttons));
            blocks
        }
        Block::Details { summary, blocks, open } => {
            vec![Block::Details { summary, blocks: inert(blocks, words), open }]
        }
        Block::Group { title, lang, blocks } => {
            vec![Block::Group { title, lang, blocks: inert(blocks, words) }]
        }
        Block::Choices { legend, options } => {
            let line = |option: crate::screen::ChoiceOption| CheckLine {
                id: bare(&option.label),
                state: if option.selected { CheckState::Ok } else { CheckState::Waiting },
                state_label: words.string(if option.selected { "desk-chosen" } else { "desk-not-chosen" }),
                text: option.label,
                evidence: None,
            };
            vec![Block::Checks {
                label: bare(&legend),
                titled: false,
                lines: options.into_iter().map(line).collect(),
            }]
        }
        Block::PasteField { label, taken, placeholder, .. } => {
            vec![Block::Value { label, value: taken.unwrap_or(placeholder), copy: None }]
        }
        Block::TextField { label, value, .. } => vec![Block::Value { label, value, copy: None }],
        Block::Value { label, value, copy } => {
            let mut blocks = vec![Block::Value { label, value, copy: None }];
            blocks.extend(names(copy.into_iter().collect()));
            blocks
        }
        Block::CopyRows { label, rows } => {
            let line = |row: crate::screen::CopyRow| CheckLine {
                id: bare(&row.label),
                state: match row.state {
                    Progress::Done => CheckState::Ok,
                    Progress::Here | Progress::ToCome => CheckState::Waiting,
                },
                state_label: row.state_label,
                text: row.label,
                evidence: None,
            };
            let belongings: Vec<_> = rows.iter().flat_map(|row| row.blocks.clone()).collect();
            let lines = rows.into_iter().map(line).collect();
            let mut blocks = vec![Block::Checks { label, titled: false, lines }];
            blocks.extend(inert(belongings, words));
            blocks
        }
        Block::Cards { cards } => {
            let still = |card: crate::screen::Card| crate::screen::Card { buttons: Vec::new(), ..card };
            vec![Block::Cards { cards: cards.into_iter().map(still).collect() }]
        }
        Block::Buttons { buttons, .. } => names(buttons).into_iter().collect(),
        Block::Countdown { text, stop, .. } => {
            let mut blocks = vec![Block::Paragraph { text, lead: false, lang: None }];
            blocks.extend(names(stop.into_iter().collect()));
            blocks
        }
        Block::Drawing { picture } => vec![Block::Drawing { picture: still(picture) }],
    }
}

fn still_item(item: Item) -> Item {
    let items = |items: Vec<Item>| items.into_iter().map(still_item).collect();
    let tabs = |tabs: Vec<Tab>| tabs.into_iter().map(|tab| Tab { press: None, ..tab }).collect();
    match item {
        Item::Heading { .. }
        | Item::Text { .. }
        | Item::Remark { .. }
        | Item::Bars { .. }
        | Item::Facts { .. } => item,
        Item::Tabs { tabs: all } => Item::Tabs { tabs: tabs(all) },
        Item::Menu { entries } => Item::Menu { entries: tabs(entries) },
        Item::Checkbox { label, lang, other, checked, enabled, mark, advice, .. } => {
            Item::Checkbox { label, lang, other, checked, enabled, mark, advice, press: None }
        }
        Item::Radio { label, other, checked, mark, advice, .. } => {
            Item::Radio { label, other, checked, mark, advice, press: None }
        }
        Item::Button { label, lang, primary, enabled, mark, .. } => {
            Item::Button { label, lang, primary, enabled, mark, press: None }
        }
        Item::Value { label, value, mark, copy_label, .. } => {
            Item::Value { label, value, mark, copy: None, copy_label }
        }
        Item::Field { label, value, mark, .. } => {
            Item::Field { label, value, mark, input: None, submit: None }
        }
        Item::Select { label, value, mark, options } => {
            Item::Select { label, value, mark, options: tabs(options) }
        }
        Item::Panel { title, mark, items: inside } => Item::Panel { title, mark, items: items(inside) },
        Item::Row { items: inside } => Item::Row { items: items(inside) },
        Item::Scroll { label, mark, items: inside, .. } => {
            Item::Scroll { label, mark, items: items(inside), press: None }
        }
        Item::Below { label, mark, .. } => Item::Below { label, mark, press: None },
    }
}
