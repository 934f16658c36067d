//! The rehearsal: the same journey against the practice exchange, whose pages are the drawings.

use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_practice::{Account, Act, Dialog, IpChoice, KeyBox, Page, Scenario};

use super::desk::is_perhaps_a_key;
use super::form::Copying;
use super::{Said, Shown, Wizard};
use crate::action::Input;
use crate::domain::{Bot, Link, Part, Step};
use crate::effect::{CopySource, Effect, Slot, Target};
use crate::session::{Journey, Place, Rehearsal};
use crate::step;

/// What a user would have done on the pages to run into this problem. These problems are practised as real mistakes, so that they can be
/// corrected where they were made; the exchange plays all others.
fn mistakes(scenario: Scenario) -> Vec<Act> {
    let on_panel = |mut changes: Vec<Act>| {
        changes.insert(0, Act::EditRestrictions);
        changes.extend([Act::Save, Act::EnterCode("123456".to_owned())]);
        changes
    };
    if scenario == Scenario::TooManyBoxes {
        on_panel(vec![Act::ToggleBox(KeyBox::UniversalTransfer), Act::ToggleBox(KeyBox::Futures)])
    } else if scenario == Scenario::TradingOff {
        on_panel(vec![Act::ToggleBox(KeyBox::SpotAndMarginTrading)])
    } else if scenario == Scenario::IpRestricted {
        on_panel(vec![Act::ChooseIp(IpChoice::TrustedOnly)])
    } else if scenario == Scenario::SymbolWhitelist {
        on_panel(vec![Act::ToggleBox(KeyBox::SymbolWhitelist)])
    } else {
        Vec::new()
    }
}

impl Wizard {
    /// Starts a rehearsal. A problem is practised from step 4 on, with the steps before it done.
    pub(super) fn practise(&mut self, scenario: Scenario, effects: &mut Vec<Effect>) {
        if self.storing() {
            return;
        }
        self.stop_work(effects);
        self.forget_checkup(effects);
        self.overlays.clear();
        let bots = self.journey().bots;
        let bot = bots.first();
        let seed = self.system.seed;
        let mut journey = Journey { bots, bot, ..Journey::default() };
        let account = if scenario == Scenario::Good {
            journey.place = Place::Step(Step::SecurityControls);
            Account::new(seed, bots.into())
        } else {
            journey.place = Place::Step(Step::PasteKeys);
            let now = self.now.as_millisecond();
            for step in [Step::SecurityControls, Step::CreateKey, Step::Restrictions] {
                journey.done.insert(step, now);
            }
            let mut account = Account::finished(seed, bots.into(), bot.into());
            step::do_quietly(&mut account, mistakes(scenario));
            account
        };
        let scenario = if mistakes(scenario).is_empty() { scenario } else { Scenario::Good };
        self.cards = super::Cards::default();
        self.forget_practice_wait();
        self.leave_journey();
        self.remove_practice_keys(effects);
        self.session.rehearsal = Some(Rehearsal { journey, account, scenario });
        self.publish(effects);
    }

    /// Returns to the real journey. Nothing of the rehearsal stays, least of all in the keyring.
    pub(super) fn leave_practice(&mut self, effects: &mut Vec<Effect>) {
        if !self.practising() || self.storing() {
            return;
        }
        self.stop_work(effects);
        self.forget_checkup(effects);
        self.overlays.clear();
        self.work = super::Work::Entering;
        self.cards = super::Cards::default();
        self.leave_journey();
        self.remove_practice_keys(effects);
        self.session.rehearsal = None;
        self.check_all(effects);
    }

    /// Only keys that were kept: if there are none, the keyring is left alone, and asks for no password.
    fn remove_practice_keys(&mut self, effects: &mut Vec<Effect>) {
        let Some(rehearsal) = &self.session.rehearsal else { return };
        let keys = rehearsal.journey.keys.iter();
        let kept: Vec<Bot> = keys.filter(|(_, key)| key.is_in_keyring()).map(|(bot, _)| *bot).collect();
        for bot in kept {
            let request = self.request();
            effects.push(Effect::Remove(request, Slot { target: Target::Practice, bot }));
        }
    }

    /// Ends what is under way in the journey being left. What is held for a rehearsal goes; what is held for the real journey stays, for it
    /// comes back.
    fn leave_journey(&mut self) {
        self.tick_no_copy();
        self.held.retain(|slot, _| slot.target != Target::Practice);
        self.entries.retain(|slot, _| slot.target != Target::Practice);
        self.reading.clear();
        self.removing.retain(|_, slot| slot.target != Target::Practice);
        self.former_keys.retain(|_, slot| slot.target != Target::Practice);
    }

    pub(super) fn publish(&self, effects: &mut Vec<Effect>) {
        if let Some(rehearsal) = &self.session.rehearsal {
            effects.push(Effect::Publish(Box::new(rehearsal.account.clone()), rehearsal.scenario));
        }
    }

    pub(super) fn on_page(&mut self, act: Act, effects: &mut Vec<Effect>) {
        let Some(rehearsal) = &mut self.session.rehearsal else { return };
        if let Err(refusal) = rehearsal.account.act(act) {
            self.say(Said::Refused(refusal));
            return;
        }
        // What has visibly been done on the pages need not be ticked off by hand.
        if let Place::Step(current) = rehearsal.journey.place {
            let done = step::done_in_practice(current, &rehearsal.account, rehearsal.journey.bot);
            let before = rehearsal.journey.ticks.len();
            rehearsal.journey.ticks.extend(done.into_iter().map(|number| (current, number)));
            if rehearsal.journey.ticks.len() > before {
                self.say_of(Place::Step(current), Shown::Instruction);
            }
        }
        self.publish(effects);
    }

    pub(super) fn typed_on_page(&mut self, input: Input, text: &str, effects: &mut Vec<Effect>) {
        let Some(rehearsal) = &self.session.rehearsal else { return };
        if is_perhaps_a_key(text) {
            return self.refuse_key(text, effects);
        }
        match (input, rehearsal.account.dialog()) {
            (Input::KeyLabel, Some(Dialog::NameKey { .. })) => {
                self.on_page(Act::Label(text.to_owned()), effects);
            }
            (Input::VerificationCode, Some(Dialog::Verification(_))) => {
                // The real page goes on by itself once the field holds six digits.
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                if digits.len() >= 6 {
                    self.on_page(Act::EnterCode(digits), effects);
                }
            }
            _ => {}
        }
    }

    /// In a rehearsal a link opens the drawn page.
    pub(super) fn open_in_practice(&mut self, link: Link, effects: &mut Vec<Effect>) {
        match link {
            Link::ApiManagement => self.on_page(Act::Open(Page::AccountApi), effects),
            Link::SubAccounts => self.on_page(Act::Open(Page::SubAccountApi), effects),
            // A pretend key has no business on the real form.
            Link::KeyForm | Link::Site => self.say(Said::NoFormInPractice),
        }
    }

    /// Copies a value from the drawn page; with the problem being practised, it may be the wrong one.
    pub(super) fn copy_from_page(&mut self, part: Part, effects: &mut Vec<Effect>) {
        let Some(rehearsal) = &self.session.rehearsal else { return };
        let Some(number) = rehearsal.account.open_key().map(|key| key.number) else { return };
        let secret = rehearsal.account.secret_key(number).or_else(|| rehearsal.account.private_key(number));
        let (Some(api_key), secret_key) = (rehearsal.account.api_key(number), secret) else { return };
        let Some(secret_key) = secret_key.or_else(|| (part == Part::ApiKey).then(String::new)) else {
            return;
        };
        let (api_key, secret_key) = rehearsal.scenario.handed_out(&api_key, &secret_key);
        let value = match part {
            Part::ApiKey => api_key,
            Part::SecretKey => secret_key,
        };
        let source = match (ApiKey::new(&value), SecretKey::new(&value)) {
            // Both halves hold the same value; only the one asked for goes to the clipboard.
            (Ok(api_key), Ok(secret_key)) => CopySource::Held(Credentials { api_key, secret_key }, part),
            _ => CopySource::Text(value),
        };
        self.copy(Copying::Page(part), source, effects);
    }

    pub(super) fn sub_account_in_practice(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        if let Some(rehearsal) = &mut self.session.rehearsal {
            rehearsal.account.add_sub_account(bot.into());
            self.publish(effects);
        }
    }
}
