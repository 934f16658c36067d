//! The doctor's screen.

use super::Body;
use super::parts::{icon_button, lead, note, overlay_body, paragraph, tone_label};
use crate::action::{Overlay, Press};
use crate::cause::Cause;
use crate::doctor::Checkup;
use crate::effect::Target;
use crate::l10n::Words;
use crate::screen::{Block, Button, Icon, Text, Tone};
use crate::wizard::Wizard;

/// The button that opens the doctor's screen.
pub(super) fn examine_computer(words: Words) -> Button {
    icon_button(words, "doctor-open", Icon::Check, Press::Show { overlay: Overlay::Doctor })
}

/// Whether the doctor may find out which part of the way is to blame for one of these causes.
pub(super) fn tells_more(causes: &[Cause]) -> bool {
    causes.iter().any(|cause| ON_THE_WAY.contains(cause))
}

const ON_THE_WAY: [Cause; 13] = [
    Cause::NoNetwork,
    Cause::Dns,
    Cause::Refused,
    Cause::TimeOut,
    Cause::Stalled,
    Cause::Proxy,
    Cause::Tls,
    Cause::NoAuthorities,
    Cause::CaptivePortal,
    Cause::NotBinance,
    Cause::Firewall,
    Cause::Country,
    Cause::Clock,
];

impl Wizard {
    pub(super) fn doctor_screen(&self, words: Words) -> Body {
        let mut blocks = vec![lead(words.text("doctor-lead"))];
        if self.practising() {
            blocks.push(paragraph(words.text("practice-doctor")));
        }
        match &self.doctor.found {
            Some(found) => blocks.extend(result(found, self.target(), words)),
            None if self.doctor.request.is_none() && self.binance_waits().is_some() => {
                blocks.push(paragraph(words.text("doctor-waits")));
            }
            None if self.doctor.lost => blocks.push(note(words, Tone::Warning, "doctor-lost", &[])),
            None => {
                blocks.push(paragraph(words.text("doctor-looking")));
                blocks.push(Block::Checks {
                    label: words.string("doctor-lines"),
                    titled: false,
                    lines: Checkup::waiting(words),
                });
            }
        }
        let mut body = overlay_body(words, "doctor", words.text("doctor-heading"), blocks);
        let mut again = icon_button(words, "doctor-again", Icon::Retry, Press::Diagnose);
        again.disabled =
            self.doctor.request.map(|_| words.string("doctor-looking")).or_else(|| self.why_to_wait(words));
        again.next = again.disabled.is_none();
        body.main = Some(again);
        body
    }

    /// The result in one sentence, once there is one.
    pub(super) fn doctor_said(&self, words: Words) -> Option<Text> {
        match &self.doctor.found {
            Some(found) => Some(found.sentence(self.target(), words)),
            None => self.doctor.lost.then(|| words.text("doctor-lost")),
        }
    }

    /// The findings, as they are copied and as they appear in the report.
    pub(crate) fn checkup_report(&self) -> Option<String> {
        self.doctor.found.as_ref().map(|found| found.report(self.target(), self.words()))
    }
}

fn result(found: &Checkup, asked: Target, words: Words) -> Vec<Block> {
    let troubles = found.troubles();
    let tone = if troubles.is_empty() { Tone::Success } else { Tone::Warning };
    let mut explained = troubles.iter().map(|trouble| trouble.explain(words).sentences());
    let mut blocks = vec![Block::Verdict {
        tone,
        tone_label: tone_label(words, tone),
        sentence: Some(found.sentence(asked, words)),
        explanation: explained.next().unwrap_or_default(),
    }];
    // The first trouble is explained under the sentence; each of the others has a note of its own.
    blocks.extend(explained.map(|mut sentences| Block::Note {
        tone: Tone::Warning,
        tone_label: tone_label(words, Tone::Warning),
        title: sentences.remove(0),
        text: sentences,
        buttons: Vec::new(),
    }));
    blocks.push(Block::Checks {
        label: words.string("doctor-lines"),
        titled: false,
        lines: found.lines(words),
    });
    blocks.push(Block::Buttons {
        stacked: false,
        buttons: vec![icon_button(words, "doctor-copy", Icon::Copy, Press::CopyShown)],
    });
    blocks
}
