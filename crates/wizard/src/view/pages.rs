//! Binance's pages as drawings, from the state of a pretend account.

mod dialogs;

use smartradex_practice::{Account, Act, IpChoice, Key, KeyBox, Owner, Page, Restrictions};

use crate::action::Press;
use crate::domain::{Bot, Part};
use crate::l10n::Words;
use crate::screen::{Item, Picture, Span, Tab, Text, Tone, plain};
use crate::step::Control;

/// Draws the page that is open in the account's browser.
pub(crate) struct Pages<'a> {
    pub(crate) words: Words,
    pub(crate) account: &'a Account,
    /// The bot that the key is for.
    pub(crate) bot: Bot,
    /// The controls that the step's instructions speak of, each with its instruction's number.
    pub(crate) marks: Vec<(Control, u8)>,
    /// The instruction to do now.
    pub(crate) current: Option<u8>,
    /// The instructions that are done.
    pub(crate) done: Vec<u8>,
    /// Whether it answers to clicks.
    pub(crate) live: bool,
}

impl Pages<'_> {
    pub(crate) fn picture(&self) -> Picture {
        let (id, path) = match self.account.page() {
            Page::AccountApi => ("picture-account", "my/settings/api-management"),
            Page::SubAccountApi => ("picture-sub-accounts", "my/sub-account/management"),
            Page::Key(_) => ("picture-key", "my/sub-account/management"),
        };
        let address = if self.live {
            self.words.string("picture-practice-address")
        } else {
            format!("www.binance.com/{}/{path}", self.words.binance.tag())
        };
        Picture {
            description: self.words.string(id),
            marked: self.marked(),
            address,
            tab: self.label("api-management"),
            current: self.current,
            done: self.done.clone(),
            lang: self.words.binance,
            live: self.live,
            caption: Some(self.words.text(if self.live {
                "picture-caption-live"
            } else {
                "picture-caption"
            })),
            items: match self.account.page() {
                Page::AccountApi => self.account_page(),
                Page::SubAccountApi => self.sub_account_page(),
                Page::Key(_) => self.account.open_key().map(|key| self.key_page(key)).unwrap_or_default(),
            },
            dialog: self.account.dialog().map(|dialog| self.dialog(dialog)),
        }
    }

    /// The marked controls in words, for those who do not see the drawing.
    fn marked(&self) -> Vec<Text> {
        let label = |id: &str| {
            let lang = self.words.label_lang(id).unwrap_or(self.words.binance);
            Span::spoken_in(lang, self.label(id), self.words.lang)
        };
        let own = |id: &str| Span::Plain { text: self.words.string(id) };
        let name = |control| match control {
            Control::AccountMenu | Control::SubAccountTab => label("api-management"),
            Control::Scroll => own("picture-scroll"),
            Control::ControlsBox => label("security-controls"),
            Control::Accept => label("accept"),
            Control::Code => label("verification-code"),
            Control::CreateApi => label("create-api"),
            Control::SystemGenerated => label("system-generated"),
            Control::SubAccountList => label("sub-account"),
            Control::Label => label("key-label"),
            Control::ApiKey => label("api-key"),
            Control::SecretKey => label("secret-key"),
            Control::Edit => label("edit"),
            Control::Box(key_box) => label(box_label(key_box)),
            Control::OtherBoxes => own("picture-other-boxes"),
            Control::Unrestricted => label("ip-unrestricted"),
            Control::Save => label("save"),
            Control::Delete => label("delete"),
        };
        let number = |number: u8| Span::Plain { text: format!("{number}: ") };
        self.marks.iter().map(|(control, mark)| vec![number(*mark), name(*control)]).collect()
    }

    fn account_page(&self) -> Vec<Item> {
        let mut list = vec![
            Item::Menu { entries: self.menu(Page::AccountApi) },
            Item::Heading { text: self.label("api-management") },
            Item::Row {
                // Not marked: the instructions mean the button on the sub-accounts' page.
                items: vec![self.button("create-api", Act::CreateApi, false, true, None)],
            },
        ];
        list.extend(self.key_list());
        if self.account.scrolled_down() {
            list.push(Item::Bars { count: 2 });
            list.push(Item::Checkbox {
                label: self.label("security-controls"),
                lang: self.words.label_lang("security-controls"),
                other: self.words.other_label("security-controls"),
                checked: self.account.controls_ticked(),
                enabled: true,
                mark: self.mark(Control::ControlsBox),
                advice: None,
                press: self.press(Act::ToggleControls),
            });
            list.push(Item::Text {
                text: self.label("security-controls-sentence"),
                lang: self.words.label_lang("security-controls-sentence"),
                tone: None,
            });
            if self.words.binance != self.words.lang || self.words.binance == crate::Lang::Fr {
                list.push(Item::Remark { text: self.words.text("picture-controls-meaning") });
            }
        } else {
            let (label, mark) = (self.words.string("picture-scroll"), self.mark(Control::Scroll));
            let press = self.press(Act::ScrollDown);
            if self.live {
                // Longer than the stretch of it in view, like the real page: it is scrolled by wheel, by key, or by the arrow at its end.
                let end = Item::Below { label: label.clone(), mark: None, press: press.clone() };
                let items = vec![Item::Bars { count: 9 }, Item::Bars { count: 9 }, end];
                list.push(Item::Scroll { label, mark, items, press });
            } else {
                list.extend([Item::Bars { count: 6 }, Item::Below { label, mark, press }]);
            }
        }
        list
    }

    fn sub_account_page(&self) -> Vec<Item> {
        let tab = |id: &str, selected, mark| Tab { label: self.label(id), selected, mark, press: None };
        let mut items = vec![
            Item::Menu { entries: self.menu(Page::SubAccountApi) },
            Item::Tabs {
                tabs: vec![
                    tab("sub-account-list", false, None),
                    tab("api-management", true, self.mark(Control::SubAccountTab)),
                    tab("transfer", false, None),
                ],
            },
            Item::Row {
                items: vec![self.button("create-api", Act::CreateApi, true, true, Some(Control::CreateApi))],
            },
        ];
        items.extend(self.key_list());
        items.push(Item::Bars { count: 4 });
        items
    }

    /// The menu between the two places that people confuse.
    fn menu(&self, open: Page) -> Vec<Tab> {
        let entry = |id: &str, page, control: Option<Control>| Tab {
            label: self.label(id),
            selected: open == page,
            mark: control.and_then(|control| self.mark(control)),
            press: self.press(Act::Open(page)),
        };
        vec![
            entry("account", Page::AccountApi, Some(Control::AccountMenu)),
            entry(
                "sub-accounts",
                Page::SubAccountApi,
                // On the other page, the instruction is about how to get to this one.
                (open == Page::AccountApi).then_some(Control::SubAccountTab),
            ),
        ]
    }

    fn key_list(&self) -> Vec<Item> {
        let row = |key: &Key| Item::Row {
            items: vec![
                Item::Text { text: key.label.clone(), lang: None, tone: None },
                self.button("open-key", Act::Open(Page::Key(key.number)), false, true, None),
                self.button("delete", Act::Delete(key.number), false, true, Some(Control::Delete)),
            ],
        };
        self.account.listed_keys().map(row).collect()
    }

    fn key_page(&self, key: &Key) -> Vec<Item> {
        let number = key.number;
        let owner = match key.owner {
            Owner::Main => self.label("account"),
            Owner::Sub(sub_account) => self.account.email(sub_account),
        };
        let shown = self.account.secret_key(number).is_some();
        let pem = self.account.private_key(number).is_some();
        let copy = |part, possible: bool| (self.live && possible).then_some(Press::CopyFromPage { part });
        let mut items = vec![
            Item::Menu { entries: self.menu(Page::SubAccountApi) },
            Item::Facts {
                facts: vec![
                    crate::screen::Fact { name: self.label("sub-account"), value: plain(owner) },
                    crate::screen::Fact { name: self.label("key-label"), value: plain(key.label.clone()) },
                ],
            },
            Item::Value {
                label: self.label("api-key"),
                value: self.account.api_key(number).map(|key| shortened(&key)).unwrap_or_default(),
                mark: self.mark(Control::ApiKey),
                copy: copy(Part::ApiKey, true),
                copy_label: Some(self.label("copy")),
            },
            Item::Value {
                label: self.label("secret-key"),
                value: match self.account.secret_key(number) {
                    Some(secret) => shortened(&secret),
                    None if pem => self.words.string("picture-own-file"),
                    None => "****".to_owned(),
                },
                mark: self.mark(Control::SecretKey),
                copy: copy(Part::SecretKey, shown || pem),
                copy_label: (shown || pem).then(|| self.label("copy")),
            },
        ];
        if shown {
            items.push(Item::Remark { text: self.words.text("picture-shown-once") });
        }
        items.push(self.panel());
        items
    }

    fn panel(&self) -> Item {
        let editing = self.account.editing();
        let restrictions = self.account.restrictions().cloned().unwrap_or_else(Restrictions::fresh);
        let (mut needed, mut others) = (Vec::new(), Vec::new());
        for key_box in KeyBox::ALL {
            let item = Item::Checkbox {
                label: self.label(box_label(key_box)),
                lang: self.words.label_lang(box_label(key_box)),
                other: self.words.other_label(box_label(key_box)),
                checked: restrictions.is_ticked(key_box),
                enabled: restrictions.is_ticked(key_box) && editing || self.account.can_tick(key_box).is_ok(),
                mark: self.mark(Control::Box(key_box)),
                advice: None,
                press: self.press(Act::ToggleBox(key_box)),
            };
            if matches!(key_box, KeyBox::Reading | KeyBox::SpotAndMarginTrading) {
                needed.push(item);
            } else {
                others.push(item);
            }
        }
        let switch = Item::Row {
            items: if editing {
                vec![
                    self.button("save", Act::Save, true, true, Some(Control::Save)),
                    self.button("cancel", Act::Cancel, false, true, None),
                ]
            } else {
                vec![self.button("edit", Act::EditRestrictions, true, true, Some(Control::Edit))]
            },
        };
        let mut items = vec![switch];
        items.append(&mut needed);
        let avoided = self.mark(Control::OtherBoxes);
        if avoided.is_some() {
            others.insert(0, Item::Remark { text: self.words.text("picture-avoid") });
        }
        items.push(Item::Panel { title: None, mark: avoided, items: others });
        items.push(Item::Text {
            text: self.label("ip-access"),
            lang: self.words.label_lang("ip-access"),
            tone: None,
        });
        for (ip, id, control) in [
            (IpChoice::Unrestricted, "ip-unrestricted", Some(Control::Unrestricted)),
            (IpChoice::TrustedOnly, "ip-trusted", None),
        ] {
            items.push(Item::Radio {
                label: self.label(id),
                other: self.words.other_label(id),
                checked: restrictions.ip == ip,
                mark: control.and_then(|control| self.mark(control)),
                advice: None,
                press: if editing { self.press(Act::ChooseIp(ip)) } else { None },
            });
            if ip == IpChoice::Unrestricted && restrictions.warned_about() {
                items.push(Item::Text {
                    text: self.label("red-text"),
                    lang: self.words.label_lang("red-text"),
                    tone: Some(Tone::Danger),
                });
            }
        }
        Item::Panel { title: Some(self.label("api-restrictions")), mark: None, items }
    }

    fn button(&self, id: &str, act: Act, primary: bool, enabled: bool, control: Option<Control>) -> Item {
        Item::Button {
            label: self.label(id),
            lang: self.words.label_lang(id),
            primary,
            enabled,
            mark: control.and_then(|control| self.mark(control)),
            press: self.press(act),
        }
    }

    fn label(&self, id: &str) -> String {
        self.words.label(id)
    }

    fn mark(&self, control: Control) -> Option<u8> {
        self.marks.iter().find(|(marked, _)| *marked == control).map(|(_, number)| *number)
    }

    fn press(&self, act: Act) -> Option<Press> {
        self.live.then_some(Press::Page { act })
    }
}

/// The id of the label of a box in the restrictions panel.
pub(super) fn box_label(key_box: KeyBox) -> &'static str {
    match key_box {
        KeyBox::Reading => "reading",
        KeyBox::SpotAndMarginTrading => "spot-and-margin-trading",
        KeyBox::MarginLoan => "margin",
        KeyBox::UniversalTransfer => "universal-transfer",
        KeyBox::SymbolWhitelist => "symbol-whitelist",
        KeyBox::Futures => "futures",
        KeyBox::EuropeanOptions => "european-options",
    }
}

/// A drawn page shows only the beginning and the end of a value: enough to recognise it, too little to leak it.
fn shortened(value: &str) -> String {
    let chars: Vec<char> = value.chars().collect();
    let (start, end) = (chars.iter().take(6), chars.iter().skip(chars.len().saturating_sub(4)));
    start.chain(['…'].iter()).chain(end).collect()
}
