//! The steps as data: their instructions, the control that each is about, and what following it amounts to on Binance's pages.

mod create_key;
mod paste_keys;
mod restrictions;
mod security_controls;

use smartradex_practice::{Account, Act, KeyBox, Page, SubAccount};

use crate::domain::{Bot, Bots, Link, Step};
use crate::l10n::{Arg, Words};
use crate::screen::Text;
use crate::view::bot_name;

/// One instruction of a step.
#[derive(Debug)]
pub(crate) struct Instruction {
    /// Its message. If `detail` is set, the message's attribute `detail` is a second sentence.
    pub(crate) id: &'static str,
    /// Whether it has a second sentence.
    pub(crate) detail: bool,
    /// The control it is about.
    pub(crate) control: Option<Control>,
    /// The button beside it, if it needs one.
    pub(crate) needs: Option<Need>,
    /// What following it amounts to on the pages.
    acts: fn(Bot) -> Vec<Act>,
    /// Whether the pages show that it has been done.
    seen: fn(&Account, Bot) -> bool,
}

impl Instruction {
    /// The instruction in words.
    pub(crate) fn text(&self, bot: Bot, words: Words) -> Text {
        words.text_with(self.id, &arguments(bot, words))
    }

    /// Its second sentence, if it has one.
    pub(crate) fn detail_text(&self, bot: Bot, words: Words) -> Option<Text> {
        self.detail.then(|| words.attribute(self.id, "detail", &arguments(bot, words)))
    }

    /// Whether nobody should follow it without having read its second sentence: the address of a page to log in to, and the sub-account,
    /// of which no check can tell afterwards whether it was the right one.
    pub(crate) fn detail_is_vital(&self) -> bool {
        self.needs == Some(Need::Open(Link::ApiManagement)) || self.control == Some(Control::SubAccountList)
    }
}

fn arguments(bot: Bot, words: Words) -> [Arg<'static>; 3] {
    let example = SubAccount::ForBot(bot.into()).name();
    [("bot", bot_name(words, bot).into()), ("label", bot.key_label().into()), ("example", example.into())]
}

/// A button beside an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Open(Link),
    CopyLabel,
}

/// A control on Binance's pages that an instruction can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Control {
    /// The menu entry "API Management" of the account.
    AccountMenu,
    /// The part of the page that is out of view at first.
    Scroll,
    ControlsBox,
    Accept,
    Code,
    /// The tab "API Management" of the sub-accounts.
    SubAccountTab,
    CreateApi,
    SystemGenerated,
    SubAccountList,
    Label,
    ApiKey,
    SecretKey,
    Edit,
    Box(KeyBox),
    /// All the boxes that must be off.
    OtherBoxes,
    Unrestricted,
    Save,
    /// The button in the list of keys.
    Delete,
}

/// The instructions of a step, in order.
pub(crate) fn instructions(step: Step) -> &'static [Instruction] {
    match step {
        Step::SecurityControls => security_controls::INSTRUCTIONS,
        Step::CreateKey => create_key::INSTRUCTIONS,
        Step::Restrictions => restrictions::INSTRUCTIONS,
        Step::PasteKeys => paste_keys::INSTRUCTIONS,
    }
}

/// The numbers of the instructions that are done, as the pretend pages show.
pub(crate) fn done_in_practice(step: Step, account: &Account, bot: Bot) -> Vec<u8> {
    (1..)
        .zip(instructions(step))
        .filter(|(_, instruction)| (instruction.seen)(account, bot))
        .map(|(number, _)| number)
        .collect()
}

/// The controls that a step's instructions are about, each with the number of its mark.
pub(crate) fn marks(step: Step) -> Vec<(Control, u8)> {
    (1..)
        .zip(instructions(step))
        .filter_map(|(number, instruction)| instruction.control.map(|control| (control, number)))
        .collect()
}

/// The account of a user who has come to this step, with everything before it done.
pub(crate) fn account_at(step: Step, seed: [u8; 16], bots: Bots, bot: Bot) -> Account {
    let mut account = Account::new(seed, bots.into());
    match step {
        Step::SecurityControls => {}
        Step::CreateKey => account.skip_step_1(),
        Step::Restrictions => {
            account.skip_step_1();
            account.skip_step_2(bot.into());
        }
        Step::PasteKeys => account = Account::finished(seed, bots.into(), bot.into()),
    }
    account
}

/// The pages as they are when the user comes to this instruction (counted from 1) of this step, for the still picture.
pub(crate) fn scene(step: Step, current: u8, bot: Bot) -> Account {
    let mut account = account_at(step, EXAMPLE_SEED, Bots::only(bot), bot);
    if step == Step::CreateKey {
        do_quietly(&mut account, vec![Act::Open(Page::SubAccountApi)]);
    }
    for instruction in instructions(step).iter().take(usize::from(current).saturating_sub(1)) {
        do_quietly(&mut account, (instruction.acts)(bot));
    }
    account
}

/// The seed of the account in the still pictures.
const EXAMPLE_SEED: [u8; 16] = *b"still picture 01";

/// Does on the pages what is right by construction.
pub(crate) fn do_quietly(account: &mut Account, acts: Vec<Act>) {
    for act in acts {
        let done = account.act(act.clone());
        debug_assert!(done.is_ok(), "{act:?} in a still picture: {done:?}");
    }
}

/// For instructions that change nothing on the pages.
fn nothing(_: Bot) -> Vec<Act> {
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_every_instruction_makes_the_right_key() {
        for bot in Bot::ALL {
            let mut account = Account::new([7; 16], Bots::Both.into());
            for step in [Step::SecurityControls, Step::CreateKey, Step::Restrictions] {
                for instruction in instructions(step) {
                    for act in (instruction.acts)(bot) {
                        assert_eq!(account.act(act.clone()), Ok(()), "{act:?} of {}", instruction.id);
                    }
                    // One that changes nothing may be seen to be done only with a later one.
                    let changes = !(instruction.acts)(bot).is_empty();
                    assert!(!changes || (instruction.seen)(&account, bot), "{} is seen", instruction.id);
                }
                assert_eq!(done_in_practice(step, &account, bot).len(), instructions(step).len());
            }
            let finished = Account::finished([7; 16], Bots::Both.into(), bot.into());
            assert_eq!(account.open_key(), finished.open_key());
            assert!(!account.controls_ticked());
        }
    }

    #[test]
    fn nothing_is_seen_to_be_done_before_it_is() {
        for step in [Step::SecurityControls, Step::CreateKey, Step::Restrictions] {
            for bot in Bot::ALL {
                let last = instructions(step).last().unwrap();
                assert!(!(last.seen)(&scene(step, 1, bot), bot), "{}", last.id);
            }
        }
    }
}
