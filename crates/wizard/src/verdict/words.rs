//! A verdict in words.

use smartradex_binance::Permission;

use super::check::Finding;
use super::{Check, CheckId, Decision, Verdict};
use crate::cause::{Cause, Details};
use crate::l10n::{Words, bare};
use crate::screen::{CheckLine, CheckState, Span, Text, plain};
use crate::view::bot_name;

impl Verdict {
    /// The verdict in a sentence.
    #[must_use]
    pub fn sentence(&self, words: Words) -> Text {
        let Some(first) = self.causes.first() else {
            return words.text(match self.decision {
                Decision::Accepted if self.nothing_else() => "checks-verdict-accepted",
                Decision::Accepted => "checks-verdict-unsaid",
                Decision::Pending | Decision::Refused | Decision::Unknown => "checks-verdict-pending",
            });
        };
        let cause = [("cause", first.name_in_sentence(words).into())];
        match self.decision {
            Decision::Pending | Decision::Accepted => words.text("checks-verdict-pending"),
            Decision::Unknown => words.text_with("checks-verdict-unknown", &cause),
            Decision::Refused if self.likely => words.text_with("checks-verdict-likely", &cause),
            // The IP restriction is not a box to tick, but a choice.
            Decision::Refused if self.causes == [Cause::IpRestricted] => {
                words.text("checks-verdict-almost-ip")
            }
            Decision::Refused => match self.boxes_to_correct() {
                Some(count) => {
                    let with_ip = self.causes.contains(&Cause::IpRestricted);
                    let id = if with_ip { "checks-verdict-almost-settings" } else { "checks-verdict-almost" };
                    words.text_with(id, &[("count", count.into())])
                }
                None => words.text_with("checks-verdict-refused", &cause),
            },
        }
    }

    /// What happened, why it may be, and what to do, of the first cause. Empty when there is none.
    #[must_use]
    pub fn explanation(&self, words: Words) -> Vec<Text> {
        let Some(cause) = self.causes.first() else { return Vec::new() };
        let mut explanation = cause.explain(words, self.details(*cause));
        let listed = self.listed(*cause, words);
        if !listed.is_empty() {
            let happened = bare(&explanation.happened);
            let start = words.named(happened.trim_end_matches('.'), "");
            explanation.happened = [plain(start), listed, plain(".")].concat();
        }
        explanation.sentences()
    }

    /// How many boxes are to be corrected, if nothing else is wrong.
    fn boxes_to_correct(&self) -> Option<usize> {
        let only_boxes = self.causes.iter().all(|cause| is_of_boxes(*cause));
        // If only boxes are to blame but could not be read, then reading is off.
        let missing = if self.permissions.is_some() { self.boxes_missing.len() } else { 1 };
        let count = missing
            + self.boxes_wrong.len()
            + self.unknown_permissions.len()
            + usize::from(self.ip_restricted == Some(true))
            + usize::from(self.causes.contains(&Cause::SymbolWhitelist));
        only_boxes.then_some(count)
    }

    /// The values that the sentences of one of the causes depend on.
    #[must_use]
    pub fn details(&self, cause: Cause) -> Details {
        let count = if cause == Cause::TooManyBoxes {
            self.boxes_wrong.len()
        } else if cause == Cause::UnknownPermission {
            self.unknown_permissions.len()
        } else {
            1
        };
        let seconds = self.wait_seconds.unwrap_or(cause.details().seconds);
        Details { count, seconds }
    }

    /// The boxes or permissions that a cause is about, listed.
    fn listed(&self, cause: Cause, words: Words) -> Text {
        if cause == Cause::TooManyBoxes {
            list(&self.boxes_wrong, &[], words)
        } else if cause == Cause::UnknownPermission {
            list(&[], &self.unknown_permissions, words)
        } else {
            Text::new()
        }
    }
}

/// The causes that are put right in the key's restrictions, by ticking, unticking or choosing.
const BOX_CAUSES: [Cause; 6] = [
    Cause::TooManyBoxes,
    Cause::UnknownPermission,
    Cause::IpRestricted,
    Cause::TradingOff,
    Cause::ReadingOff,
    Cause::SymbolWhitelist,
];

/// Whether this cause is put right in the key's restrictions.
pub(crate) fn is_of_boxes(cause: Cause) -> bool {
    BOX_CAUSES.contains(&cause)
}

impl Check {
    /// The line, in words.
    #[must_use]
    pub fn line(&self, words: Words) -> CheckLine {
        CheckLine {
            id: self.id.name().to_owned(),
            state: self.state,
            state_label: words.string(&format!("checks-state-{}", self.state.name())),
            text: self.text(words),
            evidence: self
                .evidence
                .map(|evidence| words.string(&format!("checks-evidence-{}", evidence.name()))),
        }
    }

    fn text(&self, words: Words) -> Text {
        let id = format!("checks-{}", self.id.name());
        match &self.finding {
            Finding::ClockOff(offset_ms) if self.state == CheckState::Ok => clock_off(*offset_ms, words),
            Finding::BoxesOn(boxes, names) => {
                let mut text = words.attribute(&id, self.state.name(), &[]);
                text.push(Span::Plain { text: " ".to_owned() });
                text.extend(list(boxes, names, words));
                text
            }
            Finding::Other(bot) => {
                words.attribute(&id, self.state.name(), &[("bot", bot_name(words, *bot).into())])
            }
            Finding::Refused => words.attribute(&id, "refused", &[]),
            Finding::WrongSecret => words.attribute(&id, "wrong-secret", &[]),
            Finding::Plain if self.told() => words.attribute(&id, "told", &[]),
            Finding::Plain | Finding::ClockOff(_) => words.attribute(&id, self.state.name(), &[]),
        }
    }

    fn told(&self) -> bool {
        self.id == CheckId::SecurityControls && self.evidence == Some(super::Evidence::YouToldUs)
    }
}

/// The id of a box of Binance's restrictions among the labels of its pages.
pub(crate) fn box_label(permission: Permission) -> &'static str {
    match permission {
        Permission::Reading => "reading",
        Permission::SpotAndMarginTrading => "spot-and-margin-trading",
        Permission::Withdrawals => "withdrawals",
        Permission::InternalTransfer => "internal-transfer",
        Permission::UniversalTransfer => "universal-transfer",
        Permission::Margin => "margin",
        Permission::Futures => "futures",
        Permission::VanillaOptions => "european-options",
        Permission::PortfolioMarginTrading => "portfolio-margin-trading",
        Permission::FixApiTrade => "fix-api-trade",
        Permission::FixReadOnly => "fix-read-only",
    }
}

/// Boxes as controls, then names of permissions that have no label, separated by commas.
fn list(boxes: &[Permission], names: &[String], words: Words) -> Text {
    let controls = boxes.iter().map(|permission| words.control(box_label(*permission)));
    let codes = names.iter().map(|name| Span::Code { text: name.clone() });
    let mut text = Text::new();
    for span in controls.chain(codes) {
        if !text.is_empty() {
            text.push(Span::Plain { text: ", ".to_owned() });
        }
        text.push(span);
    }
    text
}

/// How far this computer's clock is off, in the largest unit of which it is at least one.
pub(crate) fn clock_off(offset_ms: i64, words: Words) -> Text {
    let minutes = offset_ms.unsigned_abs() / 60_000;
    let (unit, count) = match minutes {
        0..60 => ("minutes", minutes),
        60..1440 => ("hours", minutes / 60),
        _ => ("days", minutes / 1440),
    };
    let way = if offset_ms > 0 { "behind" } else { "ahead" };
    words.attribute("checks-clock", &format!("{way}-{unit}"), &[("count", count.into())])
}
