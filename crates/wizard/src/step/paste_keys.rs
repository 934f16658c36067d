//! Step 4: paste the two values. Its instructions mark the values on the key's page; the two fields take the place of ticks.

use super::{Control, Instruction, nothing};

pub(super) const INSTRUCTIONS: &[Instruction] = &[
    Instruction {
        id: "step4-api-key",
        detail: true,
        control: Some(Control::ApiKey),
        needs: None,
        acts: nothing,
        seen: |_, _| false,
    },
    Instruction {
        id: "step4-secret-key",
        detail: true,
        control: Some(Control::SecretKey),
        needs: None,
        acts: nothing,
        seen: |_, _| false,
    },
];
