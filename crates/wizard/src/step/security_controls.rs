//! Step 1: untick "Default Security Controls", at the bottom of the main account's API management.

use smartradex_practice::{Act, Dialog, Page};

use super::{Control, Instruction, Need, nothing};
use crate::domain::{Bot, Link};

pub(super) const INSTRUCTIONS: &[Instruction] = &[
    Instruction {
        id: "step1-open",
        detail: true,
        control: Some(Control::AccountMenu),
        needs: Some(Need::Open(Link::ApiManagement)),
        acts: nothing,
        seen: |account, _| account.page() == Page::AccountApi,
    },
    Instruction {
        id: "step1-scroll",
        detail: false,
        control: Some(Control::Scroll),
        needs: None,
        acts: |_| vec![Act::ScrollDown],
        seen: |account, _| account.scrolled_down() || !account.controls_ticked(),
    },
    Instruction {
        id: "step1-untick",
        detail: true,
        control: Some(Control::ControlsBox),
        needs: None,
        acts: |_| vec![Act::ToggleControls],
        seen: |account, _| account.dialog().is_some() || !account.controls_ticked(),
    },
    Instruction {
        id: "step1-accept",
        detail: false,
        control: Some(Control::Accept),
        needs: None,
        acts: |_| vec![Act::Accept],
        seen: |account, _| {
            matches!(account.dialog(), Some(Dialog::Verification(_))) || !account.controls_ticked()
        },
    },
    Instruction {
        id: "step1-verify",
        detail: true,
        control: Some(Control::Code),
        needs: None,
        acts: code,
        seen: |account, _| !account.controls_ticked(),
    },
];

/// Any six digits pass at the pretend Binance.
pub(super) fn code(_: Bot) -> Vec<Act> {
    vec![Act::EnterCode("123456".to_owned())]
}
