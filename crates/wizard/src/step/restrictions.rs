//! Step 3: edit the restrictions of the new key: reading and spot & margin trading, no IP restriction.

use smartradex_practice::{Account, Act, Dialog, IpChoice, KeyBox, Purpose, Restrictions};

use super::security_controls::code;
use super::{Control, Instruction, nothing};

pub(super) const INSTRUCTIONS: &[Instruction] = &[
    Instruction {
        id: "step3-edit",
        detail: true,
        control: Some(Control::Edit),
        needs: None,
        acts: |_| vec![Act::EditRestrictions],
        seen: |account, _| account.editing() || saved(account),
    },
    Instruction {
        id: "step3-spot",
        detail: true,
        control: Some(Control::Box(KeyBox::SpotAndMarginTrading)),
        needs: None,
        acts: |_| vec![Act::ToggleBox(KeyBox::SpotAndMarginTrading)],
        seen: |account, _| shows(account, |panel| panel.is_ticked(KeyBox::SpotAndMarginTrading)),
    },
    Instruction {
        id: "step3-others",
        detail: true,
        control: Some(Control::OtherBoxes),
        needs: None,
        acts: nothing,
        seen: |account, _| decided(account) && account.restrictions().is_some_and(leaves_others),
    },
    Instruction {
        id: "step3-ip",
        detail: true,
        control: Some(Control::Unrestricted),
        needs: None,
        acts: nothing,
        seen: |account, _| {
            decided(account) && account.restrictions().is_some_and(|panel| panel.ip == IpChoice::Unrestricted)
        },
    },
    Instruction {
        id: "step3-save",
        detail: false,
        control: Some(Control::Save),
        needs: None,
        acts: |_| vec![Act::Save],
        seen: |account, _| decided(account),
    },
    Instruction {
        id: "step3-verify",
        detail: true,
        control: Some(Control::Code),
        needs: None,
        acts: code,
        seen: |account, _| saved(account),
    },
];

fn shows(account: &Account, right: fn(&Restrictions) -> bool) -> bool {
    (account.editing() || saved(account)) && account.restrictions().is_some_and(right)
}

fn leaves_others(panel: &Restrictions) -> bool {
    panel.ticked == Restrictions::for_smartradex().ticked
}

/// "Save" was clicked. What the panel shows from the start is seen to be meant only then: until then, the user is to look at it.
fn decided(account: &Account) -> bool {
    matches!(account.dialog(), Some(Dialog::Verification(Purpose::SaveRestrictions))) || saved(account)
}

/// The panel was saved with something other than what a new key has.
fn saved(account: &Account) -> bool {
    !account.editing() && account.open_key().is_some_and(|key| key.restrictions != Restrictions::fresh())
}
