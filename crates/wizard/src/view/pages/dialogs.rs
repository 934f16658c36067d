//! The dialogs in front of Binance's pages.

use smartradex_practice::{Act, Dialog, KeyType, Owner, Purpose, SubAccount};

use super::Pages;
use crate::action::Input;
use crate::l10n::Words;
use crate::screen::{Item, Tab, Tone};
use crate::step::Control;

impl Pages<'_> {
    pub(super) fn dialog(&self, dialog: &Dialog) -> Vec<Item> {
        let mut items = match dialog {
            Dialog::ConfirmUntick => vec![
                Item::Heading { text: self.label("confirm-title") },
                Item::Bars { count: 2 },
                self.button("accept", Act::Accept, true, true, Some(Control::Accept)),
            ],
            Dialog::ChooseType { chosen } => vec![
                Item::Heading { text: self.label("choose-type") },
                self.key_type(KeyType::SystemGenerated, *chosen),
                self.key_type(KeyType::SelfGenerated, *chosen),
                self.button(
                    "next",
                    Act::Next,
                    true,
                    chosen.is_some(),
                    // One instruction names both: first the choice, then this button.
                    (*chosen == Some(KeyType::SystemGenerated)).then_some(Control::SystemGenerated),
                ),
            ],
            Dialog::NameKey { owner, label, .. } => self.name_dialog(*owner, label),
            Dialog::Verification(purpose) => self.verification(purpose),
        };
        items.push(self.button("cancel", Act::Cancel, false, true, None));
        items
    }

    fn key_type(&self, key_type: KeyType, chosen: Option<KeyType>) -> Item {
        let (id, control) = match key_type {
            KeyType::SystemGenerated => ("system-generated", Some(Control::SystemGenerated)),
            KeyType::SelfGenerated => ("self-generated", None),
        };
        Item::Radio {
            label: self.label(id),
            other: self.words.other_label(id),
            checked: chosen == Some(key_type),
            mark: control.filter(|_| chosen != Some(key_type)).and_then(|control| self.mark(control)),
            advice: None,
            press: self.press(Act::ChooseType(key_type)),
        }
    }

    fn name_dialog(&self, owner: Option<Owner>, label: &str) -> Vec<Item> {
        let option = |sub_account: SubAccount| Tab {
            label: self.account.email(sub_account),
            selected: owner == Some(Owner::Sub(sub_account)),
            mark: None,
            press: self.press(Act::ChooseSubAccount(sub_account)),
        };
        let value = match owner {
            Some(Owner::Main) => self.label("account"),
            Some(Owner::Sub(sub_account)) => self.account.email(sub_account),
            None => String::new(),
        };
        let named = owner.is_some() && !label.trim().is_empty();
        let mut items = vec![
            Item::Heading { text: self.label("create-api") },
            Item::Select {
                label: self.label("sub-account"),
                value,
                mark: self.mark(Control::SubAccountList),
                options: if owner == Some(Owner::Main) {
                    Vec::new()
                } else {
                    self.account.sub_accounts().iter().map(|sub_account| option(*sub_account)).collect()
                },
            },
            Item::Field {
                label: self.label("key-label"),
                value: label.to_owned(),
                mark: self.mark(Control::Label).filter(|_| !named),
                input: self.live.then_some(Input::KeyLabel),
                submit: self.press(Act::Next),
            },
        ];
        // For those who only have a mouse. On the real page they would paste from their system's menu.
        if self.live && label.is_empty() {
            items.push(Item::Button {
                label: self.words.string("picture-paste-label"),
                lang: Some(self.words.lang),
                primary: false,
                enabled: true,
                mark: self.mark(Control::Label),
                press: self.press(Act::Label(self.bot.key_label().to_owned())),
            });
        }
        items.push(self.button("next", Act::Next, true, named, named.then_some(Control::Label)));
        items
    }

    fn verification(&self, purpose: &Purpose) -> Vec<Item> {
        let mut items = vec![
            Item::Heading { text: self.label("verification") },
            Item::Field {
                label: self.label("verification-code"),
                value: String::new(),
                mark: self.mark(Control::Code),
                input: self.live.then_some(Input::VerificationCode),
                submit: None,
            },
        ];
        if self.live {
            let code = self.account.verification_code();
            items.push(Item::Remark {
                text: self.words.text_with("picture-code", &[("code", code.as_str().into())]),
            });
            items.push(Item::Button {
                label: self.words.string("picture-enter-code"),
                lang: Some(self.words.lang),
                primary: true,
                enabled: true,
                mark: self.mark(Control::Code),
                press: self.press(Act::EnterCode(code)),
            });
        } else {
            // What the real button says is not known; this word is the picture's own.
            let words = Words { lang: self.words.binance, ..self.words };
            items.push(Item::Button {
                label: words.string("picture-confirm-code"),
                lang: None,
                primary: true,
                enabled: true,
                mark: None,
                press: None,
            });
        }
        if let Purpose::DeleteKey(_) = purpose {
            items.push(Item::Text {
                text: self.label("delete"),
                lang: self.words.label_lang("delete"),
                tone: Some(Tone::Warning),
            });
        }
        items
    }
}
