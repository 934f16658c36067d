//! Step 2: create the API of the bot's sub-account.

use smartradex_practice::{Account, Act, Dialog, KeyType, Owner, Page, SubAccount};

use super::security_controls::code;
use super::{Control, Instruction, Need, nothing};
use crate::domain::{Bot, Link};

pub(super) const INSTRUCTIONS: &[Instruction] = &[
    Instruction {
        id: "step2-open",
        detail: true,
        control: Some(Control::SubAccountTab),
        needs: Some(Need::Open(Link::SubAccounts)),
        acts: |_| vec![Act::Open(Page::SubAccountApi)],
        seen: |account, _| matches!(account.page(), Page::SubAccountApi | Page::Key(_)),
    },
    Instruction {
        id: "step2-create",
        detail: false,
        control: Some(Control::CreateApi),
        needs: None,
        acts: |_| vec![Act::CreateApi],
        seen: |account, _| account.dialog().is_some() || created(account),
    },
    Instruction {
        id: "step2-type",
        detail: true,
        control: Some(Control::SystemGenerated),
        needs: None,
        acts: |_| vec![Act::ChooseType(KeyType::SystemGenerated), Act::Next],
        seen: |account, _| {
            matches!(account.dialog(), Some(Dialog::NameKey { .. } | Dialog::Verification(_)))
                || created(account)
        },
    },
    Instruction {
        id: "step2-sub-account",
        detail: true,
        control: Some(Control::SubAccountList),
        needs: None,
        acts: |bot| vec![Act::ChooseSubAccount(SubAccount::ForBot(bot.into()))],
        seen: |account, _| match account.dialog() {
            Some(Dialog::NameKey { owner, .. }) => owner.is_some(),
            Some(Dialog::Verification(_)) => true,
            Some(Dialog::ConfirmUntick | Dialog::ChooseType { .. }) => false,
            None => created(account),
        },
    },
    Instruction {
        id: "step2-label",
        detail: true,
        control: Some(Control::Label),
        needs: Some(Need::CopyLabel),
        acts: |bot| vec![Act::Label(bot.key_label().to_owned()), Act::Next],
        seen: |account, _| matches!(account.dialog(), Some(Dialog::Verification(_))) || created(account),
    },
    Instruction {
        id: "step2-verify",
        detail: true,
        control: Some(Control::Code),
        needs: None,
        acts: code,
        seen: |account, _| created(account),
    },
    Instruction {
        id: "step2-keep-open",
        detail: true,
        control: Some(Control::SecretKey),
        needs: None,
        acts: nothing,
        seen: |account, bot| created(account) && belongs(account, bot),
    },
];

fn created(account: &Account) -> bool {
    account.open_key().is_some()
}

fn belongs(account: &Account, bot: Bot) -> bool {
    account.open_key().is_some_and(|key| key.owner == Owner::Sub(SubAccount::ForBot(bot.into())))
}
