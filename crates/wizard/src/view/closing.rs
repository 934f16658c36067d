//! The hand-over to the SmartradeX form, and the end.

use super::Body;
use super::dates::{date, day, expiry};
use super::help::not_seen;
use super::parts::{
    bot_name, button, button_labelled, icon_button, lead, link_button, note, paragraph, points, set_up_button,
};
use super::rail::progress_label;
use crate::action::{Input, Press};
use crate::domain::{Bot, FormField, Link, Part};
use crate::help::Tree;
use crate::l10n::Words;
use crate::lang::Lang;
use crate::screen::{
    Block, Button, CopyRow, Icon, Item, Layout, Picture, PointSign, Progress, Span, Text, Tone,
};
use crate::wizard::{CLIPBOARD_MS, Wizard, fields};

impl Wizard {
    pub(super) fn hand_over_screen(&self, words: Words) -> Body {
        let mut blocks = if self.practising() {
            vec![lead(words.text("practice-handover-lead"))]
        } else {
            let mut open = link_button(words, "handover-open-button", Link::KeyForm, false);
            open.next = !self.form_opened();
            vec![lead(words.text("handover-lead")), Block::Buttons { stacked: false, buttons: vec![open] }]
        };
        blocks.push(Block::CopyRows { label: words.string("handover-fields"), rows: self.copy_rows(words) });
        // A secret that was copied elsewhere has no row here to show its countdown.
        blocks.extend(self.left_in_clipboard(words).filter(|_| self.pasting.is_none()));
        blocks.push(note(words, Tone::Warning, "handover-only-there", &["handover-only-there-text"]));
        let copied = self.field_at_hand().is_none();
        Body {
            place: "hand-over",
            layout: Layout::Columns,
            heading: words.text("handover-heading"),
            blocks,
            picture: Some(self.form_picture(words)),
            back: Some(button(words, "app-back", Press::Back)),
            others: Tree::at(self.spot(), self.practising()).map(|_| not_seen(words)).into_iter().collect(),
            main: Some(Button {
                next: copied,
                disabled: (!self.may_end_hand_over()).then(|| words.string("handover-copy-first")),
                ..button(words, "handover-main", Press::HandedOver)
            }),
        }
    }

    fn email_problem(&self, words: Words) -> Option<Text> {
        let implausible = !self.session.email.trim().is_empty() && self.plausible_email().is_none();
        implausible.then(|| words.text("handover-email-problem"))
    }

    /// Whether the form counts as open: only a value copied for it shows that the user has opened it. Practice has no form to open.
    fn form_opened(&self) -> bool {
        let bot = self.journey().bot;
        let own = |field: &FormField| matches!(field, FormField::Key { bot: of, .. } if *of == bot);
        self.practising() || self.journey().handed.iter().any(own)
    }

    fn is_refused(&self, bot: Bot) -> bool {
        self.journey().keys.get(&bot).is_some_and(|record| record.refused_at.is_some())
    }

    fn can_copy(&self, field: FormField) -> bool {
        match field {
            FormField::Key { bot, .. } => self.can_copy_key(bot),
            FormField::Email => self.plausible_email().is_some(),
        }
    }

    /// The first field that was not copied yet. A key that can no longer be copied is skipped; an e-mail address can still be typed.
    fn next_to_copy(&self) -> Option<FormField> {
        let handed = &self.journey().handed;
        fields(self.journey())
            .into_iter()
            .filter(|field| !handed.contains(field))
            .find(|field| *field == FormField::Email || self.can_copy(*field))
    }

    /// Whether the value copied last should be pasted before another is copied over it. In a rehearsal there is nowhere to paste it.
    fn pastes(&self) -> bool {
        self.pasting.is_some() && !self.practising()
    }

    /// The field with something to do now: to be pasted, or else to be copied. `None`: the form is to be saved.
    fn field_at_hand(&self) -> Option<FormField> {
        if self.pastes() { self.pasting } else { self.next_to_copy() }
    }

    fn field_state(&self, field: FormField) -> Progress {
        if self.field_at_hand() == Some(field) {
            Progress::Here
        } else if self.journey().handed.contains(&field) {
            Progress::Done
        } else {
            Progress::ToCome
        }
    }

    /// The fields in the form's order, then its button.
    fn copy_rows(&self, words: Words) -> Vec<CopyRow> {
        let mut rows: Vec<_> =
            fields(self.journey()).into_iter().map(|field| self.copy_row(field, words)).collect();
        let state = if self.field_at_hand().is_none() { Progress::Here } else { Progress::ToCome };
        rows.push(CopyRow {
            label: words.text("handover-save"),
            value: String::new(),
            state,
            state_label: progress_label(words, state),
            copy: None,
            blocks: Vec::new(),
        });
        rows
    }

    fn copy_row(&self, field: FormField, words: Words) -> CopyRow {
        let state = self.field_state(field);
        let mut copy = icon_button(words, "app-copy", Icon::Copy, Press::CopyField { field });
        let value = match field {
            FormField::Key { bot, part: Part::ApiKey } => self.masked_key(bot),
            FormField::Key { part: Part::SecretKey, .. } => words.string("handover-hidden"),
            // The field below it shows the address.
            FormField::Email if self.practising() => self.email().to_owned(),
            FormField::Email => String::new(),
        };
        let hindrance = match field {
            FormField::Email => "handover-email-first",
            FormField::Key { bot, .. } if self.is_refused(bot) => "handover-refused",
            FormField::Key { .. } => "handover-not-kept",
        };
        copy.disabled = (!self.can_copy(field)).then(|| words.string(hindrance));
        copy.next =
            self.form_opened() && !self.pastes() && state == Progress::Here && copy.disabled.is_none();
        let state_label = match state {
            // Copying a value does not mean that it was pasted.
            Progress::Here if self.pastes() => words.string("handover-paste-now"),
            Progress::Done => words.string("handover-copied"),
            Progress::Here | Progress::ToCome => progress_label(words, state),
        };
        let address = Block::TextField {
            input: Input::Email,
            label: words.text("handover-email"),
            help: Some(words.text("handover-email-help")),
            value: self.session.email.clone(),
            problem: self.email_problem(words),
        };
        let writes = field == FormField::Email && !self.practising();
        let mut blocks = if writes { vec![address] } else { Vec::new() };
        if self.pasting == Some(field) {
            blocks.extend(self.left_in_clipboard(words));
        }
        CopyRow {
            label: vec![Span::spoken_in(FORM_LANG, form_label(words, field), words.lang)],
            value,
            state,
            state_label,
            copy: Some(copy),
            blocks,
        }
    }

    /// The countdown until a copied secret key leaves the clipboard.
    fn left_in_clipboard(&self, words: Words) -> Option<Block> {
        let until = self.timers.clipboard_until?;
        let left = (until - self.now.as_millisecond()).clamp(0, CLIPBOARD_MS);
        Some(Block::Countdown {
            text: words.text_with("handover-clipboard", &[("seconds", ((left + 999) / 1000).into())]),
            gone: 1.0 - left as f32 / CLIPBOARD_MS as f32,
            stop: None,
        })
    }

    /// What the drawn form shows in a filled field.
    fn as_pasted(&self, field: FormField) -> String {
        match field {
            FormField::Key { bot, part: Part::ApiKey } => self.masked_key(bot),
            FormField::Key { part: Part::SecretKey, .. } => "••••••••••••".to_owned(),
            FormField::Email => self.email().to_owned(),
        }
    }

    fn masked_key(&self, bot: Bot) -> String {
        self.journey().keys.get(&bot).map(|key| key.masked.clone()).unwrap_or_default()
    }

    /// The form as on the site: all of its fields, with marks on this user's fields and on the button.
    fn form_picture(&self, words: Words) -> Picture {
        let mine = fields(self.journey());
        let everything =
            Bot::ALL.into_iter().flat_map(|bot| Part::ALL.map(|part| FormField::Key { bot, part }));
        let mut items = vec![Item::Heading { text: words.string("handover-form-title") }];
        let save = mine.len() as u8 + 1;
        let number = |field| mine.iter().position(|own| *own == field).map(|index| index as u8 + 1);
        // The mark to point out is where to paste, or else what comes next.
        let current = self.field_at_hand().and_then(number).unwrap_or(save);
        let pasted = |field: &FormField| self.field_state(*field) == Progress::Done;
        let done: Vec<u8> = mine.iter().copied().filter(pasted).filter_map(number).collect();
        let mut marked = Vec::new();
        for field in everything.chain([FormField::Email]) {
            let number = number(field);
            if let Some(number) = number {
                let label = Span::spoken_in(FORM_LANG, form_label(words, field), words.lang);
                marked.push(vec![Span::Plain { text: format!("{number}: ") }, label]);
            }
            items.push(Item::Field {
                label: form_label(words, field),
                value: if number.is_some_and(|number| done.contains(&number)) {
                    self.as_pasted(field)
                } else {
                    String::new()
                },
                mark: number,
                input: None,
                submit: None,
            });
            // The site's help under each of this user's fields. The other bot's is left out, so that more of the form is in view.
            if let (FormField::Key { bot, part }, Some(_)) = (field, number) {
                let text = words.string(match (bot, part) {
                    (Bot::Bitcoin, Part::ApiKey) => "handover-form-bitcoin-public-help",
                    (Bot::Bitcoin, Part::SecretKey) => "handover-form-bitcoin-secret-help",
                    (Bot::Ether, Part::ApiKey) => "handover-form-ether-public-help",
                    (Bot::Ether, Part::SecretKey) => "handover-form-ether-secret-help",
                });
                items.push(Item::Text { text, lang: None, tone: None });
            }
        }
        let label = Span::spoken_in(FORM_LANG, words.string("handover-form-save"), words.lang);
        marked.push(vec![Span::Plain { text: format!("{save}: ") }, label]);
        items.push(Item::Button {
            label: words.string("handover-form-save"),
            lang: None,
            primary: true,
            enabled: true,
            mark: Some(save),
            press: None,
        });
        Picture {
            description: words.string("picture-form"),
            marked,
            address: if self.practising() {
                words.string("picture-practice-form-address")
            } else {
                "smartradex.fr/cle-api-2/".to_owned()
            },
            tab: "SmartradeX".to_owned(),
            current: Some(current),
            done,
            lang: FORM_LANG,
            live: false,
            caption: Some(words.text("picture-caption")),
            items,
            dialog: None,
        }
    }

    /// A user who comes back from the home screen is told on which day all this was checked.
    fn when_proved(&self, words: Words) -> Text {
        let zone = &self.system.zone;
        let verified =
            self.journey().keys.get(&self.journey().bot).map(|record| day(record.verified_at, zone));
        let today = day(self.now.as_millisecond(), zone);
        match verified.filter(|verified| *verified != today) {
            _ if self.practising() => words.text("practice-proved"),
            Some(earlier) => words.text_with("handover-proved-on", &[("date", date(words, earlier).into())]),
            None => words.text("handover-proved"),
        }
    }

    pub(super) fn configured(&self, words: Words) -> Body {
        let journey = self.journey();
        let bot = journey.bot;
        let name = bot_name(words, bot);
        let practising = self.practising();
        let (mut proved, mut unknown) = (Vec::new(), Vec::new());
        if let Some(record) = journey.keys.get(&bot) {
            let shown = record.proved;
            if shown.nothing_else {
                proved.push("handover-proved-boxes");
            } else {
                proved.push("handover-proved-trading");
                unknown.push("handover-unknown-boxes");
            }
            proved.push("handover-proved-ip");
            for (is_shown, yes, no) in [
                (shown.sub_account, "handover-proved-sub-account", "handover-unknown-sub-account"),
                (shown.order, "handover-proved-order", "handover-unknown-order"),
            ] {
                if is_shown { proved.push(yes) } else { unknown.push(no) }
            }
        }
        unknown.push("handover-unknown-life");
        let mut told = vec!["handover-told-controls", "handover-told-sub-account"];
        if !practising {
            // A rehearsal has no form, and SmartradeX receives nothing from it.
            unknown.push("handover-unknown-funds");
            told.push("handover-told-form");
        }
        let mut blocks = vec![
            Block::Emblem { tone: Tone::Success, icon: Icon::Check },
            lead(if practising {
                words.text("practice-done-lead")
            } else {
                words.text_with("handover-done-lead", &[("bot", name.as_str().into())])
            }),
            Block::Heading { text: self.when_proved(words) },
            points(words, PointSign::Tick, &proved),
            Block::Heading { text: words.text("handover-told") },
            points(words, PointSign::Dot, &told),
            Block::Heading { text: words.text("handover-unknown") },
            points(words, PointSign::Dot, &unknown),
        ];
        if let Some(record) = journey.keys.get(&bot).filter(|_| !practising) {
            let day = date(words, expiry(record, &self.system.zone));
            blocks.push(Block::Note {
                tone: Tone::Info,
                tone_label: super::parts::tone_label(words, Tone::Info),
                title: words.text("handover-expiry"),
                text: vec![
                    words.text_with(
                        if record.expires_at.is_some() {
                            "handover-expiry-said"
                        } else {
                            "handover-expiry-text"
                        },
                        &[("date", day.into())],
                    ),
                    words.text("handover-subscription"),
                ],
                buttons: vec![icon_button(words, "home-remind", Icon::Calendar, Press::Remind { bot })],
            });
        }
        let other = bot.other();
        let mut others = Vec::new();
        let mut main = button(words, "handover-home", Press::Home);
        if practising {
            others.push(main);
            main = button(words, "practice-for-real", Press::LeavePractice);
        } else if !journey.keys.contains_key(&other) {
            let second = set_up_button(words, other);
            blocks.push(paragraph(words.text("handover-second-text")));
            if journey.bots.has(other) {
                others.push(main);
                main = second;
            } else {
                others.push(second);
            }
        }
        if practising && !journey.keys.contains_key(&other) && journey.bots.has(other) {
            others.push(button_labelled(
                words.string_with("practice-set-up", &[("bot", bot_name(words, other).into())]),
                Press::SetUp { bot: other },
            ));
        }
        Body {
            place: "configured",
            layout: Layout::Single,
            // A user who takes a rehearsal for the real thing ends up with a bot that does nothing.
            heading: words.text(if practising { "practice-done-heading" } else { "handover-done-heading" }),
            blocks,
            picture: None,
            back: Some(button(words, "app-back", Press::Back)),
            others,
            main: Some(main.next()),
        }
    }
}

/// The site and its form are in French.
const FORM_LANG: Lang = Lang::Fr;

/// The field's name, as on the site.
fn form_label(words: Words, field: FormField) -> String {
    words.string(match field {
        FormField::Key { bot: Bot::Bitcoin, part: Part::ApiKey } => "handover-form-bitcoin-public",
        FormField::Key { bot: Bot::Bitcoin, part: Part::SecretKey } => "handover-form-bitcoin-secret",
        FormField::Key { bot: Bot::Ether, part: Part::ApiKey } => "handover-form-ether-public",
        FormField::Key { bot: Bot::Ether, part: Part::SecretKey } => "handover-form-ether-secret",
        FormField::Email => "handover-form-email",
    })
}
