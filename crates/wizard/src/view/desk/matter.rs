//! What a call is about, and what to say about it.

use super::super::overlays::SUSPICIOUS_CALL;
use crate::cause::{Cause, WayOn};
use crate::domain::{Part, Step};
use crate::effect::VaultFault;
use crate::l10n::Words;
use crate::paste::PasteProblem;
use crate::screen::{Text, Tone, plain};
use crate::step;
use crate::support::{Fields, Finding, KeyringState, Situation, Spot, ToldOverlay, exemplar};
use crate::verdict::{Verdict, box_label, is_of_boxes};
use crate::view::parts::{also_possible, bot_name};

/// What a call is about: one thing at a time, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matter {
    /// Somebody who may not be from SmartradeX has called the caller.
    SuspiciousCall,
    /// The rehearsal is over, and has configured nothing.
    PracticeOver,
    /// The keyring did not do what was asked.
    Keyring(VaultFault),
    /// What was pasted into this field is not a value.
    Paste(Part, PasteProblem),
    /// The last check did not accept the key.
    Cause(Cause),
    /// Nothing is known to be wrong.
    Nothing,
}

/// What to look into when a key is good but its bot does nothing. Whether Binance accepts the key comes first.
pub(super) const IDLE_BOT: [&str; 5] =
    ["desk-idle-known", "desk-idle-form", "desk-idle-new", "desk-idle-funds", "desk-idle-subscription"];

impl Matter {
    pub(super) fn of(situation: &Situation) -> Self {
        if situation.overlay == Some(ToldOverlay::UnexpectedCall) {
            return Self::SuspiciousCall;
        }
        let at_end = matches!(situation.spot, Spot::Configured | Spot::Home);
        if situation.practice && at_end {
            return Self::PracticeOver;
        }
        match (situation.spot, situation.keyring, situation.fields.refused(), situation.cause) {
            (Spot::Accepted | Spot::Home, KeyringState::Fault(fault), _, _) => Self::Keyring(fault),
            (Spot::Entering, _, Some((part, problem)), _) => Self::Paste(part, problem),
            // The answer being awaited will replace the last one.
            (Spot::Examining, _, _, _) | (_, _, _, None) => Self::Nothing,
            (_, _, _, Some(cause)) => Self::Cause(cause),
        }
    }

    /// The matter in a few words, for the card.
    pub(super) fn name(self, situation: &Situation, words: Words) -> (Tone, Text) {
        match self {
            Self::SuspiciousCall => (Tone::Danger, words.text("desk-suspicious")),
            Self::Keyring(fault) => (Tone::Warning, fault.explain(words).happened),
            Self::Paste(_, problem) => (Tone::Warning, problem.text(words)),
            Self::Cause(_) | Self::PracticeOver | Self::Nothing => match situation.cause {
                Some(cause) => (Tone::Warning, plain(cause.spoken(words))),
                None => (Tone::Info, words.text("desk-no-cause")),
            },
        }
    }

    /// What to say about it, thought by thought.
    pub(super) fn said(self, situation: &Situation, words: Words) -> Vec<Text> {
        match self {
            Self::SuspiciousCall => suspicious_call(words),
            Self::PracticeOver => vec![words.text("desk-say-practice-over")],
            Self::Keyring(fault) => of_keyring(fault, situation, words),
            Self::Paste(part, problem) => {
                let field = [("field", words.label(value_label(part)).into())];
                vec![words.text_with("desk-say-field", &field), problem.text(words), problem.todo(words)]
            }
            Self::Cause(cause) => of_cause(cause, situation, words),
            Self::Nothing => next(situation, words),
        }
    }

    /// What to say about each other cause that fits the same answer, once the likeliest is out of the question.
    pub(super) fn also_possible(self, situation: &Situation, words: Words) -> Vec<Text> {
        let verdict = exemplar::verdict(situation);
        if !matches!(self, Self::Cause(_)) || !verdict.likely {
            return Vec::new();
        }
        let other = |cause: &Cause| {
            let todo = if situation.practice && is_of_boxes(*cause) {
                // Next to this result there is only the button for the first cause.
                words.text("desk-say-practice-drawing")
            } else {
                cause.explain(words, verdict.details(*cause)).todo
            };
            also_possible(*cause, todo, words)
        };
        verdict.causes.iter().skip(1).map(other).collect()
    }

    /// The causes that are spoken of, so that they are not listed as likely to come.
    pub(super) fn causes(self, situation: &Situation) -> Vec<Cause> {
        match self {
            Self::Cause(cause) => {
                let verdict = exemplar::verdict(situation);
                if verdict.likely || is_of_boxes(cause) { verdict.causes } else { vec![cause] }
            }
            Self::SuspiciousCall
            | Self::PracticeOver
            | Self::Keyring(_)
            | Self::Paste(..)
            | Self::Nothing => Vec::new(),
        }
    }
}

/// What to say about a call that was not expected. Keys that nobody has seen need not be deleted.
pub(super) fn suspicious_call(words: Words) -> Vec<Text> {
    std::iter::once("desk-suspicious-ask").chain(SUSPICIOUS_CALL).map(|id| words.text(id)).collect()
}

/// The id of a value among the labels of Binance's pages.
pub(super) fn value_label(part: Part) -> &'static str {
    match part {
        Part::ApiKey => "api-key",
        Part::SecretKey => "secret-key",
    }
}

fn of_keyring(fault: VaultFault, situation: &Situation, words: Words) -> Vec<Text> {
    let explanation = fault.explain(words);
    if situation.practice && situation.spot != Spot::Home {
        let rest = ["practice-no-keyring", "desk-say-without-keeping"].map(|id| words.text(id));
        return std::iter::once(explanation.happened).chain(rest).collect();
    }
    let mut said = explanation.sentences();
    if situation.spot == Spot::Home {
        said.extend(["desk-say-home", "desk-say-replace"].map(|id| words.text(id)));
    } else {
        said.push(words.text("desk-say-keep"));
    }
    said
}

fn of_cause(cause: Cause, situation: &Situation, words: Words) -> Vec<Text> {
    let verdict = exemplar::verdict(situation);
    let mut said =
        if is_of_boxes(cause) { of_boxes(&verdict, situation, words) } else { verdict.explanation(words) };
    match situation.spot {
        Spot::SecurityControls | Spot::CreateKey => said.extend(next(situation, words)),
        // The step's instructions are what has just been said.
        Spot::Restrictions if is_of_boxes(cause) => {}
        Spot::Restrictions => said.extend(next(situation, words)),
        Spot::Judged if is_of_boxes(cause) && !situation.practice => {
            said.push(words.text("desk-say-look-again"));
        }
        Spot::Home => {
            let another = cause.way_on() == WayOn::GoTo(Step::CreateKey);
            // Nothing done at Binance makes such a key right.
            said.extend((!another).then(|| check_at_home(situation, words)));
            if another || cause.way_on() == WayOn::PasteAgain {
                said.push(words.text("desk-say-replace"));
            }
        }
        Spot::Judged
        | Spot::Welcome
        | Spot::Entering
        | Spot::Examining
        | Spot::Accepted
        | Spot::HandOver
        | Spot::Configured => {}
    }
    said
}

/// Everything that is wrong with the boxes, one by one, between one "Edit" and one "Save".
fn of_boxes(verdict: &Verdict, situation: &Situation, words: Words) -> Vec<Text> {
    let mut said = vec![verdict.sentence(words)];
    if situation.practice {
        said.push(words.text(boxes_in_practice(situation.spot)));
    }
    let findings = exemplar::findings(situation);
    // With the box ticked, Binance deletes a key that trades without an IP restriction.
    said.extend(findings.has(Finding::IpRestricted).then(|| words.text("desk-say-box-first")));
    said.push(words.text("step3-edit"));
    for finding in findings.iter() {
        match finding {
            // With what to do if the box is grey.
            Finding::Off(smartradex_binance::Permission::SpotAndMarginTrading) => {
                said.extend([words.text("step3-spot"), words.attribute("step3-spot", "detail", &[])]);
            }
            Finding::Off(permission) => said.push(boxed("desk-say-tick", box_label(permission), words)),
            Finding::On(permission) => said.push(boxed("desk-say-untick", box_label(permission), words)),
            Finding::UnknownOn => said.push(words.text("desk-say-only-two")),
            Finding::IpRestricted => {
                said.extend([words.text("step3-ip"), words.attribute("step3-ip", "detail", &[])]);
            }
            Finding::Unclear => {}
        }
    }
    if verdict.causes.contains(&Cause::SymbolWhitelist) {
        said.push(boxed("desk-say-untick", "symbol-whitelist", words));
    }
    said.extend(["step3-save", "step3-verify"].map(|id| words.text(id)));
    said
}

fn boxed(id: &str, label: &str, words: Words) -> Text {
    words.text_with(id, &[("box", words.label(label).into())])
}

/// Where boxes are corrected in a rehearsal: only the screen with the result has the button that leads there.
fn boxes_in_practice(spot: Spot) -> &'static str {
    if spot == Spot::Judged { "desk-say-practice-boxes" } else { "desk-say-practice-drawing" }
}

/// What to do next when nothing is wrong.
fn next(situation: &Situation, words: Words) -> Vec<Text> {
    let said = |ids: &[&str]| ids.iter().map(|id| words.text(id)).collect();
    match situation.spot {
        Spot::Welcome => said(&["desk-say-welcome"]),
        Spot::SecurityControls => instruction(Step::SecurityControls, situation, words),
        Spot::CreateKey => instruction(Step::CreateKey, situation, words),
        Spot::Restrictions => instruction(Step::Restrictions, situation, words),
        Spot::Entering => said(match situation.fields {
            Fields::Empty | Fields::Refused(..) => &["desk-say-entering", "desk-say-check"],
            Fields::One(Part::ApiKey) | Fields::OneRefused(Part::ApiKey, _) => {
                &["step4-missing-secret-key", "desk-say-check"]
            }
            Fields::One(Part::SecretKey) | Fields::OneRefused(Part::SecretKey, _) => {
                &["step4-missing-api-key", "desk-say-check"]
            }
            Fields::Both => &["desk-say-check"],
        }),
        Spot::Examining => said(&["desk-say-examining"]),
        Spot::Judged => said(&["desk-say-judged"]),
        Spot::Accepted => match situation.keyring {
            KeyringState::NotAsked => said(&["vault-storing-now", "desk-say-accepted"]),
            KeyringState::Kept | KeyringState::Declined | KeyringState::Fault(_) => {
                said(&["desk-say-accepted"])
            }
        },
        Spot::HandOver if situation.practice => said(&["desk-say-practice-hand-over"]),
        Spot::HandOver => {
            vec![words.text_with("desk-say-hand-over", &[("bot", bot_name(words, situation.bot).into())])]
        }
        Spot::Configured => {
            let mut all = vec![words.text("desk-say-configured")];
            all.extend(kept(situation).then(|| words.text("desk-idle-check")));
            all.extend(IDLE_BOT.map(|id| words.text(id)));
            all
        }
        Spot::Home => {
            let mut all = vec![check_at_home(situation, words), words.text("desk-say-idle")];
            all.extend(IDLE_BOT.map(|id| words.text(id)));
            all
        }
    }
}

/// The first instruction that is not ticked off.
fn instruction(step: Step, situation: &Situation, words: Words) -> Vec<Text> {
    let left = (1..).zip(step::instructions(step)).find(|(number, _)| !situation.ticks.has(*number));
    let Some((number, instruction)) = left else { return vec![words.text("desk-say-all-ticked")] };
    let mut said = vec![
        words.text_with("desk-say-instruction", &[("number", number.into())]),
        instruction.text(situation.bot, words),
    ];
    said.extend(instruction.detail_text(situation.bot, words));
    said
}

/// How to check the key at home; for a key that was not kept there is no button.
fn check_at_home(situation: &Situation, words: Words) -> Text {
    words.text(if kept(situation) { "desk-say-home" } else { "home-not-kept" })
}

fn kept(situation: &Situation) -> bool {
    situation.keyring != KeyringState::Declined
}
