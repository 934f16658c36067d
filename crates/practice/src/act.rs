//! What the pretend user does in the pages, and how the pages respond.

use serde::{Deserialize, Serialize};

use crate::account::{Account, SubAccount};
use crate::browser::{Dialog, Page, Purpose};
use crate::key::{Greyed, IpChoice, KeyBox, KeyNumber, KeyType, Owner};

/// The most keys that an account may have, its sub-accounts included.
pub const MAX_KEYS: usize = 30;

/// Longest label, in characters. This is a guess; the tutorial's longest has 19.
pub const LABEL_MAX_CHARS: usize = 30;

/// Something the user does in the pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Act {
    /// Goes to a page through a menu, a key in a list, or the address bar. What was open is left, so a secret that is
    /// shown once is gone.
    Open(Page),
    /// Reloads the open page, with the same loss.
    Reload,
    /// Scrolls the page to its end.
    ScrollDown,
    /// Clicks the box of step 1: unticking it asks for confirmation and then for verification, ticking it again only for
    /// verification.
    ToggleControls,
    /// "Accept" in the confirmation dialog.
    Accept,
    /// "Create API" on a list page.
    CreateApi,
    /// Chooses in "Choose API Key type".
    ChooseType(KeyType),
    /// Chooses from the list of sub-accounts in "Create API".
    ChooseSubAccount(SubAccount),
    /// Types the whole label. Characters that a one-line field would drop are dropped.
    Label(String),
    /// "Next" in either of the two dialogs for creating a key.
    Next,
    /// Types the whole code and submits it. Any six digits are accepted.
    EnterCode(String),
    /// "Edit restrictions" on a key's page.
    EditRestrictions,
    /// Clicks a box of the panel.
    ToggleBox(KeyBox),
    /// Chooses under "IP access restrictions".
    ChooseIp(IpChoice),
    /// "Save" in the panel; asks for verification.
    Save,
    /// "Delete" for a key, in a list that shows it or on its page; asks for verification.
    Delete(KeyNumber),
    /// "Cancel": closes the dialog or, if none is open, stops editing the restrictions and discards the changes.
    Cancel,
}

/// Why an act did nothing. The state is then exactly as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Refusal {
    /// The control is not on the open page or in the open dialog.
    NotHere,
    /// A dialog covers the control.
    DialogOpen,
    /// The control is further down: scroll first.
    NotInView,
    /// A required choice has not been made yet.
    NothingChosen,
    /// "Label API Key to proceed".
    LabelMissing,
    /// Longer than [`LABEL_MAX_CHARS`].
    LabelTooLong,
    /// Not six digits.
    WrongCode,
    /// There are already [`MAX_KEYS`] keys.
    TooManyKeys,
    /// The box is grey.
    Greyed(Greyed),
    /// No such key: deleted, or never created.
    NoSuchKey,
    /// No such sub-account in this account.
    NoSuchSubAccount,
}

impl Account {
    /// Does what the user does, by the rules of the pages.
    ///
    /// # Errors
    /// When the pages do not allow it now. Nothing has changed then.
    pub fn act(&mut self, act: Act) -> Result<(), Refusal> {
        match act {
            Act::Open(page) => self.go_to(page),
            Act::Reload => {
                self.open(self.page);
                Ok(())
            }
            Act::ScrollDown => {
                self.uncovered()?;
                self.scrolled_down = true;
                Ok(())
            }
            Act::ToggleControls => self.toggle_controls(),
            Act::Accept => match self.dialog {
                Some(Dialog::ConfirmUntick) => self.ask(Dialog::Verification(Purpose::UntickControls)),
                Some(Dialog::ChooseType { .. } | Dialog::NameKey { .. } | Dialog::Verification(_)) | None => {
                    Err(Refusal::NotHere)
                }
            },
            Act::CreateApi => self.create_api(),
            Act::ChooseType(key_type) => self.choose_type(key_type),
            Act::ChooseSubAccount(sub_account) => self.choose_sub_account(sub_account),
            Act::Label(text) => self.type_label(&text),
            Act::Next => self.next(),
            Act::EnterCode(code) => self.enter_code(&code),
            Act::EditRestrictions => self.edit_restrictions(),
            Act::ToggleBox(key_box) => self.toggle_box(key_box),
            Act::ChooseIp(ip) => self.choose_ip(ip),
            Act::Save => {
                self.uncovered()?;
                if !self.editing() {
                    return Err(Refusal::NotHere);
                }
                self.ask(Dialog::Verification(Purpose::SaveRestrictions))
            }
            Act::Delete(number) => self.delete(number),
            Act::Cancel => self.cancel(),
        }
    }

    fn go_to(&mut self, page: Page) -> Result<(), Refusal> {
        match page {
            Page::Key(number) if self.key(number).is_none() => Err(Refusal::NoSuchKey),
            Page::Key(_) | Page::AccountApi | Page::SubAccountApi => {
                self.open(page);
                Ok(())
            }
        }
    }

    fn toggle_controls(&mut self) -> Result<(), Refusal> {
        self.uncovered()?;
        if self.page != Page::AccountApi {
            return Err(Refusal::NotHere);
        }
        if !self.scrolled_down {
            return Err(Refusal::NotInView);
        }
        let ticked = self.controls_ticked;
        self.ask(if ticked { Dialog::ConfirmUntick } else { Dialog::Verification(Purpose::TickControls) })
    }

    fn create_api(&mut self) -> Result<(), Refusal> {
        self.uncovered()?;
        match self.page {
            Page::Key(_) => Err(Refusal::NotHere),
            Page::AccountApi | Page::SubAccountApi if self.keys.len() >= MAX_KEYS => {
                Err(Refusal::TooManyKeys)
            }
            Page::AccountApi | Page::SubAccountApi => self.ask(Dialog::ChooseType { chosen: None }),
        }
    }

    fn choose_type(&mut self, key_type: KeyType) -> Result<(), Refusal> {
        match &mut self.dialog {
            Some(Dialog::ChooseType { chosen }) => {
                *chosen = Some(key_type);
                Ok(())
            }
            Some(Dialog::ConfirmUntick | Dialog::NameKey { .. } | Dialog::Verification(_)) | None => {
                Err(Refusal::NotHere)
            }
        }
    }

    fn choose_sub_account(&mut self, sub_account: SubAccount) -> Result<(), Refusal> {
        let exists = self.sub_accounts.contains(&sub_account);
        match &mut self.dialog {
            Some(Dialog::NameKey { owner, .. }) if *owner != Some(Owner::Main) => {
                if !exists {
                    return Err(Refusal::NoSuchSubAccount);
                }
                *owner = Some(Owner::Sub(sub_account));
                Ok(())
            }
            Some(
                Dialog::ConfirmUntick
                | Dialog::ChooseType { .. }
                | Dialog::NameKey { .. }
                | Dialog::Verification(_),
            )
            | None => Err(Refusal::NotHere),
        }
    }

    fn type_label(&mut self, text: &str) -> Result<(), Refusal> {
        match &mut self.dialog {
            Some(Dialog::NameKey { label, .. }) => {
                let typed: String = text.chars().filter(|letter| !letter.is_control()).collect();
                if typed.chars().count() > LABEL_MAX_CHARS {
                    return Err(Refusal::LabelTooLong);
                }
                *label = typed;
                Ok(())
            }
            Some(Dialog::ConfirmUntick | Dialog::ChooseType { .. } | Dialog::Verification(_)) | None => {
                Err(Refusal::NotHere)
            }
        }
    }

    fn next(&mut self) -> Result<(), Refusal> {
        match &self.dialog {
            Some(Dialog::ChooseType { chosen }) => {
                let key_type = chosen.ok_or(Refusal::NothingChosen)?;
                let owner = if self.page == Page::AccountApi { Some(Owner::Main) } else { None };
                self.ask(Dialog::NameKey { key_type, owner, label: String::new() })
            }
            Some(Dialog::NameKey { key_type, owner, label }) => {
                let (key_type, owner) = (*key_type, owner.ok_or(Refusal::NothingChosen)?);
                let label = label.trim().to_owned();
                if label.is_empty() {
                    return Err(Refusal::LabelMissing);
                }
                self.ask(Dialog::Verification(Purpose::CreateKey { key_type, owner, label }))
            }
            Some(Dialog::ConfirmUntick | Dialog::Verification(_)) | None => Err(Refusal::NotHere),
        }
    }

    fn enter_code(&mut self, code: &str) -> Result<(), Refusal> {
        let Some(Dialog::Verification(purpose)) = &self.dialog else { return Err(Refusal::NotHere) };
        let code = code.trim();
        if code.len() != 6 || !code.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Refusal::WrongCode);
        }
        let purpose = purpose.clone();
        self.dialog = None;
        self.verifications = self.verifications.wrapping_add(1);
        self.verified(purpose);
        Ok(())
    }

    fn verified(&mut self, purpose: Purpose) {
        match purpose {
            Purpose::UntickControls => self.controls_ticked = false,
            Purpose::TickControls => {
                self.controls_ticked = true;
                self.keys.iter_mut().for_each(|key| key.restrictions.obey_controls());
            }
            Purpose::CreateKey { key_type, owner, label } => {
                self.issue_key(key_type, owner, label);
            }
            Purpose::SaveRestrictions => {
                let open = self.page;
                if let Some(draft) = self.draft.take()
                    && let Some(key) = self.keys.iter_mut().find(|key| Page::Key(key.number) == open)
                {
                    key.restrictions = draft;
                }
            }
            Purpose::DeleteKey(number) => {
                if self.page == Page::Key(number) {
                    let of_main = self.key(number).is_some_and(|key| key.owner == Owner::Main);
                    self.open(if of_main { Page::AccountApi } else { Page::SubAccountApi });
                }
                self.keys.retain(|key| key.number != number);
            }
        }
    }

    fn edit_restrictions(&mut self) -> Result<(), Refusal> {
        self.uncovered()?;
        if self.editing() {
            return Err(Refusal::NotHere);
        }
        let saved = self.open_key().ok_or(Refusal::NotHere)?.restrictions.clone();
        self.draft = Some(saved);
        Ok(())
    }

    fn toggle_box(&mut self, key_box: KeyBox) -> Result<(), Refusal> {
        self.uncovered()?;
        if self.open_key().is_none() {
            return Err(Refusal::NotHere);
        }
        let controls_ticked = self.controls_ticked;
        let draft = self.draft.as_mut().ok_or(Refusal::Greyed(Greyed::NotEditing))?;
        if draft.is_ticked(key_box) {
            draft.untick(key_box);
        } else {
            draft.can_tick(key_box, controls_ticked).map_err(Refusal::Greyed)?;
            draft.ticked.insert(key_box);
        }
        Ok(())
    }

    fn choose_ip(&mut self, ip: IpChoice) -> Result<(), Refusal> {
        self.uncovered()?;
        let controls_ticked = self.controls_ticked;
        let draft = self.draft.as_mut().ok_or(Refusal::NotHere)?;
        draft.ip = ip;
        if controls_ticked {
            draft.obey_controls();
        }
        Ok(())
    }

    fn delete(&mut self, number: KeyNumber) -> Result<(), Refusal> {
        self.uncovered()?;
        if self.key(number).is_none() {
            return Err(Refusal::NoSuchKey);
        }
        let here = self.open_key().into_iter().chain(self.listed_keys()).any(|key| key.number == number);
        if here { self.ask(Dialog::Verification(Purpose::DeleteKey(number))) } else { Err(Refusal::NotHere) }
    }

    fn cancel(&mut self) -> Result<(), Refusal> {
        if self.dialog.take().is_some() || self.draft.take().is_some() {
            Ok(())
        } else {
            Err(Refusal::NotHere)
        }
    }

    fn ask(&mut self, dialog: Dialog) -> Result<(), Refusal> {
        self.dialog = Some(dialog);
        Ok(())
    }

    fn uncovered(&self) -> Result<(), Refusal> {
        if self.dialog.is_some() { Err(Refusal::DialogOpen) } else { Ok(()) }
    }
}
