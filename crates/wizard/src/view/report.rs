//! The report for e-mail: shown word for word before it is copied or saved.

use jiff::Timestamp;

use super::Body;
use super::desk::facts;
use super::doctor::examine_computer;
use super::parts::{button, icon_button, lead, link_button, overlay_body, paragraph};
use crate::action::Press;
use crate::domain::{Link, Step};
use crate::l10n::Words;
use crate::screen::{Block, Icon};
use crate::support::{Checked, Redactor};
use crate::wizard::Wizard;

impl Wizard {
    pub(super) fn report_screen(&self, words: Words) -> Body {
        let mut key = button(words, "report-key", Press::ReportKey);
        key.pressed = Some(self.report_key);
        let mut blocks = vec![
            lead(words.text("report-lead")),
            Block::Verbatim { label: words.string("report-shown"), text: self.report() },
            Block::Buttons {
                stacked: false,
                buttons: vec![
                    key,
                    icon_button(words, "report-save", Icon::Save, Press::SaveReport),
                    examine_computer(words),
                ],
            },
            paragraph(words.text("report-marks")),
            paragraph(words.text("report-where")),
            Block::Buttons {
                stacked: false,
                buttons: vec![link_button(words, "app-open-site", Link::Site, false)],
            },
        ];
        blocks.extend(self.log(words));
        let mut body = overlay_body(words, "report", words.text("report-heading"), blocks);
        body.main = Some(icon_button(words, "report-copy", Icon::Copy, Press::CopyShown).next());
        body
    }

    /// Where the log is, and the switch for it.
    fn log(&self, words: Words) -> Vec<Block> {
        let on = !self.session.log_off;
        let mut buttons = Vec::new();
        let mut blocks = vec![Block::Heading { text: words.text("report-log") }];
        let place = Block::Value {
            label: words.text("report-log-place"),
            value: self.system.log.clone(),
            copy: None,
        };
        if on {
            blocks.push(paragraph(words.text("report-log-on")));
            blocks.push(place);
            buttons.push(icon_button(words, "report-log-show", Icon::Open, Press::ShowLog));
            buttons.push(icon_button(words, "report-log-stop", Icon::Trash, Press::KeepLog));
        } else {
            let off = match (self.keeping_log, self.log_left) {
                (Some(_), _) => "report-log-removing",
                (None, true) => "report-log-left",
                (None, false) => "report-log-off",
            };
            blocks.push(paragraph(words.text(off)));
            if self.log_left {
                blocks.push(place);
            }
            buttons.push(button(words, "report-log-keep", Press::KeepLog));
        }
        blocks.push(Block::Buttons { stacked: false, buttons });
        blocks
    }

    /// The report, exactly as it is shown, copied and saved.
    pub(crate) fn report(&self) -> String {
        let words = self.words();
        let redactor = Redactor::new(words, Vec::new());
        let situation = self.situation();
        let mut lines = vec![
            format!("{} {}", words.string("app-product"), self.system.version),
            words.named(&words.string("app-about-system"), &self.system.os),
            words.named(&words.string("desk-note-code"), situation.code()),
            words.named(&words.string("desk-note-place"), self.place_to_say(words)),
        ];
        lines.extend(facts(&situation, words).into_iter().map(|(name, value)| words.named(&name, value)));
        let step = |step: &Step| words.string_with("report-step", &[("step", step.number().into())]);
        let done = self.journey().done.iter().map(|(done, at)| (*at, step(done)));
        let checked = self.checked.iter().map(|checked| (checked.at, self.checked_line(checked, words)));
        let mut events: Vec<(i64, String)> = done.chain(checked).collect();
        events.sort_by_key(|(at, _)| *at);
        lines.extend(events.into_iter().map(|(at, event)| format!("{}  {event}", self.moment(at))));
        for record in self.journey().keys.values() {
            let key =
                if self.report_key { record.masked.clone() } else { redactor.mark("report-hidden-key") };
            lines.push(words.named(&words.string("home-key"), key));
        }
        if !self.session.email.is_empty() {
            let mark = redactor.mark("report-hidden-email");
            lines.push(words.named(&words.string("handover-email"), mark));
        }
        lines.extend(self.checkup_report());
        redactor.redact(&lines.join("\n"))
    }

    fn checked_line(&self, checked: &Checked, words: Words) -> String {
        let causes: Vec<String> = checked.causes.iter().map(|cause| cause.spoken(words)).collect();
        let found = if causes.is_empty() { words.string("report-good") } else { causes.join(" / ") };
        let mode = words.string(if checked.practice { "app-rail-practice" } else { "app-rail-real" });
        let number = |number: Option<i32>| number.map(|number| format!(" {number}")).unwrap_or_default();
        let answers: String = checked
            .answers
            .iter()
            .map(|answer| {
                format!("; {}{}{}", answer.call, number(answer.status.map(i32::from)), number(answer.code))
            })
            .collect();
        words.named(&format!("{mode}, {}×", checked.times), format!("{found}{answers}"))
    }

    /// A moment in the user's time zone, to the second.
    fn moment(&self, milliseconds: i64) -> String {
        let at = Timestamp::from_millisecond(milliseconds).unwrap_or_default();
        at.to_zoned(self.system.zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }
}
