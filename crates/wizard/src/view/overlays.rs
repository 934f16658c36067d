//! The screens in front of the journey's screen.

use smartradex_practice::Scenario;

use super::Body;
use super::doctor::examine_computer;
use super::parts::{
    button, button_labelled, icon_button, lead, link_button, note, overlay_body, paragraph, points,
};
use crate::action::{Overlay, Press};
use crate::cause::Cause;
use crate::domain::Link;
use crate::l10n::Words;
use crate::screen::{Block, Button, CheckLine, CheckState, Fact, Icon, PointSign, Tone, plain};
use crate::wizard::{Forgetting, Wizard};

/// What to do after an unexpected call, in order: shown to whoever received it, and said by support.
pub(super) const SUSPICIOUS_CALL: [&str; 8] = [
    "support-call-1",
    "support-call-2",
    "support-call-3",
    "support-call-4",
    "support-call-5",
    "support-call-6",
    "support-call-7",
    "support-call-8",
];

impl Wizard {
    pub(super) fn overlay(&self, overlay: Overlay, words: Words) -> Body {
        match overlay {
            // `NotSeen` is shown with its step, as `OpenOverlay::NotSeen`.
            Overlay::NotSeen | Overlay::Phone => self.phone(words),
            Overlay::UnexpectedCall => self.unexpected_call(words),
            Overlay::Problems => problems(words),
            Overlay::Forget => self.forget(words),
            Overlay::About => self.about(words),
            Overlay::Report => self.report_screen(words),
            Overlay::Desk => self.desk_screen(words),
            Overlay::Doctor => self.doctor_screen(words),
        }
    }

    /// What to tell support, and what support never asks for.
    fn phone(&self, words: Words) -> Body {
        let code = self.situation().code();
        let blocks = vec![
            lead(words.text("support-phone-lead")),
            Block::Buttons {
                stacked: false,
                buttons: vec![link_button(words, "app-open-site", Link::Site, false)],
            },
            Block::Heading { text: words.text("support-phone-place") },
            lead(plain(self.place_to_say(words))),
            Block::Code {
                label: words.string("support-code"),
                groups: code.groups(),
                spelled: code.spelled(words),
            },
            paragraph(words.text("support-code-help")),
            Block::Buttons {
                stacked: false,
                buttons: vec![
                    icon_button(words, "support-code-copy", Icon::Copy, Press::CopyCode),
                    icon_button(words, "report-open", Icon::Mail, Press::Show { overlay: Overlay::Report }),
                    examine_computer(words),
                ],
            },
            paragraph(words.text("support-code-says")),
            note(words, Tone::Danger, "support-never", &["support-never-1", "support-never-2"]),
            Block::Buttons {
                stacked: false,
                buttons: vec![button(
                    words,
                    "support-unexpected",
                    Press::Show { overlay: Overlay::UnexpectedCall },
                )],
            },
        ];
        overlay_body(words, "phone", words.text("support-phone-heading"), blocks)
    }

    fn unexpected_call(&self, words: Words) -> Body {
        let page =
            |id, link| Block::Buttons { stacked: false, buttons: vec![link_button(words, id, link, false)] };
        let [at_once @ .., in_sub_accounts, keys, box_of_step_1, orders] = SUSPICIOUS_CALL;
        let (in_sub_accounts, in_account) = ([in_sub_accounts], [keys, box_of_step_1, orders]);
        let blocks = vec![
            lead(words.text("support-call-lead")),
            points(words, PointSign::Step(1), &at_once),
            page("step2-open-button", Link::SubAccounts),
            points(words, PointSign::Step(at_once.len() as u8 + 1), &in_sub_accounts),
            page("step1-open-button", Link::ApiManagement),
            points(words, PointSign::Step(at_once.len() as u8 + 2), &in_account),
            note(words, Tone::Danger, "support-never", &["support-never-1", "support-never-2"]),
        ];
        overlay_body(words, "unexpected-call", words.text("support-call-heading"), blocks)
    }

    fn about(&self, words: Words) -> Body {
        let fact = |id: &str, value: String| Fact { name: words.string(id), value: plain(value) };
        let facts = [
            fact("app-about-version", self.system.version.clone()),
            fact("app-about-system", self.system.os.clone()),
        ];
        let mut blocks: Vec<Block> = facts
            .into_iter()
            .map(|fact| Block::Value { label: plain(fact.name), value: crate::bare(&fact.value), copy: None })
            .collect();
        blocks.push(Block::Heading { text: words.text("app-about-keeps") });
        let keeps = [
            "app-about-keeps-keyring",
            "app-about-keeps-session",
            "app-about-keeps-window",
            "app-about-keeps-log",
        ];
        blocks.push(points(words, PointSign::Dot, &keeps));
        // The banner says to whom it talks instead.
        if self.system.other_address.is_none() {
            blocks.push(paragraph(words.text("app-about-sends")));
        }
        overlay_body(words, "about", words.text("app-about-heading"), blocks)
    }

    fn forget(&self, words: Words) -> Body {
        let goes = ["app-forget-keys", "app-forget-session", "app-forget-window", "app-forget-log"];
        let mut blocks = vec![lead(words.text("app-forget-lead")), points(words, PointSign::Dot, &goes)];
        blocks.extend(self.what_is_remembered(words));
        blocks.push(paragraph(words.text("app-forget-binance")));
        let mut body = overlay_body(words, "forget", words.text("app-forget-heading"), blocks);
        body.back = Some(icon_button(words, "app-forget-nothing", Icon::Close, Press::Close));
        body.main = Some(icon_button(words, "app-forget-main", Icon::Trash, Press::ForgetEverything).next());
        body
    }

    /// What has been removed, and what has not.
    pub(super) fn forgotten_screen(&self, words: Words) -> Body {
        let forgetting = &self.forgetting;
        let (keys, files) = (forgetting.keys(), forgetting.files());
        let lines = vec![
            forgotten_line("app-forget-keys", keys, words),
            forgotten_line("app-forget-session", files, words),
            forgotten_line("app-forget-window", files, words),
            forgotten_line("app-forget-log", files, words),
        ];
        let mut blocks =
            vec![Block::Checks { label: words.string(forgotten_heading(forgetting)), titled: false, lines }];
        if [keys, files].contains(&CheckState::Wrong) {
            let mut failed =
                note(words, Tone::Warning, "app-forgotten-failed", &["app-forgotten-failed-text"]);
            if let Block::Note { buttons, .. } = &mut failed {
                buttons.push(icon_button(words, "vault-again", Icon::Retry, Press::ForgetEverything));
            }
            blocks.push(failed);
        }
        blocks.extend(self.what_is_remembered(words));
        blocks.push(paragraph(words.text("app-forget-binance")));
        overlay_body(words, "forgotten", words.text(forgotten_heading(forgetting)), blocks)
    }

    /// Whoever wants no log wants none after having forgotten everything either, and Binance forgets no ban.
    fn what_is_remembered(&self, words: Words) -> impl Iterator<Item = Block> {
        let log = self.session.log_off.then_some("app-forget-log-off");
        let wait = self.keeps_wait().then_some("app-forget-wait");
        [log, wait].into_iter().flatten().map(move |id| paragraph(words.text(id)))
    }
}

/// Asks before values are lost that Binance may not show again.
pub(super) fn leaving(words: Words) -> Body {
    let blocks = vec![lead(words.text("app-leaving-lost")), paragraph(words.text("app-leaving-secret"))];
    let mut body = overlay_body(words, "leaving", words.text("app-leaving-heading"), blocks);
    body.back = Some(icon_button(words, "app-leaving-stay", Icon::Close, Press::Close));
    body.main = Some(button(words, "app-leaving-main", Press::Leave));
    body
}

/// The problems that can be practised: those that a user would meet as a cause.
fn problems(words: Words) -> Body {
    let buttons: Vec<Button> = Scenario::all()
        .iter()
        .filter_map(|scenario| Cause::parse(scenario.name()).map(|cause| (*scenario, cause)))
        .map(|(scenario, cause)| button_labelled(cause.spoken(words), Press::PractiseProblem { scenario }))
        .collect();
    let blocks = vec![lead(words.text("practice-problems-lead")), Block::Buttons { stacked: true, buttons }];
    overlay_body(words, "problems", words.text("practice-problems-heading"), blocks)
}

/// How far it has come.
pub(super) fn forgotten_heading(forgetting: &Forgetting) -> &'static str {
    match forgetting.all() {
        CheckState::Waiting => "app-forgotten-waiting",
        CheckState::Ok => "app-forgotten-done",
        CheckState::Wrong | CheckState::Unknown => "app-forgotten-left",
    }
}

fn forgotten_line(id: &str, state: CheckState, words: Words) -> CheckLine {
    CheckLine {
        id: id.to_owned(),
        state,
        state_label: words.string(match state {
            CheckState::Waiting => "app-forget-waiting",
            CheckState::Ok => "app-forget-gone",
            CheckState::Wrong | CheckState::Unknown => "app-forget-left",
        }),
        text: words.text(id),
        evidence: None,
    }
}
