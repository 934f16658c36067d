//! The configured bots: quiet checks, and what can be done with a kept key.

use std::collections::{BTreeMap, BTreeSet};

use smartradex_binance::Examination;

use super::{OpenOverlay, Said, Shown, Wizard};
use crate::domain::Bot;
use crate::effect::{Effect, KeptKey, Request, SavedFile, Slot, Subject, VaultFault};
use crate::reminder;
use crate::session::{KeyRecord, Place};
use crate::verdict::{Decision, Verdict};

/// What is known of each configured bot since the program started.
#[derive(Debug, Default)]
pub(crate) struct Cards {
    states: BTreeMap<Bot, CardState>,
    /// The bots whose first check since the program started is still awaited.
    at_start: BTreeSet<Bot>,
}

/// What is known of a kept key.
#[derive(Debug)]
pub(crate) enum CardState {
    /// Binance is being asked.
    Checking { request: Request },
    /// Binance, or the network, has answered.
    Judged(Box<Verdict>),
    /// The keyring did not hand out the key.
    Unreadable(VaultFault),
}

impl Cards {
    /// Takes over a state that was found elsewhere.
    pub(super) fn tell(&mut self, bot: Bot, found: CardState) {
        self.states.insert(bot, found);
    }

    /// The bot has a new key: nothing known of the old one counts.
    pub(super) fn forget(&mut self, bot: Bot) {
        self.states.remove(&bot);
        self.at_start.remove(&bot);
    }

    /// This check was cancelled, because Binance wants to be left alone.
    pub(super) fn withdraw(&mut self, request: Request) {
        let awaits = |state: &CardState| matches!(state, CardState::Checking { request: awaited } if *awaited == request);
        let of_it = self.states.iter().find(|(_, state)| awaits(state)).map(|(bot, _)| *bot);
        if let Some(bot) = of_it {
            self.forget(bot);
        }
    }

    pub(crate) fn state(&self, bot: Bot) -> Option<&CardState> {
        self.states.get(&bot)
    }
}

impl Wizard {
    /// Checks every kept key quietly.
    pub(super) fn check_all(&mut self, effects: &mut Vec<Effect>) {
        if self.journey().place == Place::Home {
            self.remove_former(effects);
        }
        for bot in Bot::ALL {
            self.check_again(bot, effects);
        }
    }

    /// The same when the program starts and nobody is looking yet: a key found to be lost or wrong is reported by a notification.
    pub(super) fn check_at_start(&mut self, effects: &mut Vec<Effect>) {
        self.check_all(effects);
        self.cards.at_start = self.cards.states.keys().copied().collect();
    }

    fn notify_if_lost(&mut self, bot: Bot, lost: bool, effects: &mut Vec<Effect>) {
        if !self.cards.at_start.remove(&bot) || !lost || self.practising() {
            return;
        }
        let words = self.words();
        let label = [("label", bot.key_label().into())];
        effects.push(Effect::Notify {
            title: words.string("home-notice-title"),
            body: words.string_with("home-notice-text", &label),
        });
    }

    pub(super) fn check_again(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        let Some(kept) = self.kept_key(bot) else { return };
        let checking = matches!(self.cards.state(bot), Some(CardState::Checking { .. }));
        if checking || self.journey().place != Place::Home {
            return;
        }
        if let Some(request) = self.ask(Subject::Kept(kept), effects) {
            self.cards.states.insert(bot, CardState::Checking { request });
        }
    }

    /// This bot's key, if it is in the keyring.
    pub(super) fn kept_key(&self, bot: Bot) -> Option<KeptKey> {
        let record = self.journey().keys.get(&bot).filter(|record| record.kept)?;
        Some(KeptKey { slot: self.slot(bot), masked: record.masked.clone() })
    }

    fn card_of(&self, request: Request) -> Option<Bot> {
        let awaits = |state: &CardState| matches!(state, CardState::Checking { request: awaited } if *awaited == request);
        self.cards.states.iter().find(|(_, state)| awaits(state)).map(|(bot, _)| *bot)
    }

    pub(super) fn examined_card(
        &mut self,
        request: Request,
        examination: &Examination,
        effects: &mut Vec<Effect>,
    ) {
        let Some(bot) = self.card_of(request).filter(|_| examination.finished) else { return };
        let verdict = self.verdict(examination, &self.known_of_kept(bot));
        self.remember(bot, examination, &verdict);
        let now = self.now.as_millisecond();
        if let Some(record) = self.session.journey_mut().keys.get_mut(&bot) {
            match verdict.decision {
                Decision::Accepted => record.confirm(&verdict, now),
                Decision::Refused => record.refused_at = Some(now),
                // Nothing new is known; what was known before stays.
                Decision::Unknown | Decision::Pending => {}
            }
        }
        // What the last screen says of this key is not so any more.
        let journey = self.session.journey_mut();
        if journey.place == Place::Configured && journey.bot == bot && !journey.is_good(bot) {
            self.go(Place::Home, effects);
        }
        self.notify_if_lost(bot, verdict.decision == Decision::Refused, effects);
        self.cards.states.insert(bot, CardState::Judged(Box::new(verdict)));
        self.say_of(Place::Home, Shown::Card(bot));
    }

    pub(super) fn unreadable(&mut self, request: Request, fault: VaultFault, effects: &mut Vec<Effect>) {
        self.nobody_asked(request);
        if let Some(bot) = self.card_of(request) {
            self.notify_if_lost(bot, fault == VaultFault::Gone, effects);
            self.cards.states.insert(bot, CardState::Unreadable(fault));
            self.say_of(Place::Home, Shown::Card(bot));
        }
    }

    pub(super) fn ask_removal(&mut self, bot: Bot) {
        let shown = self.journey().place == Place::Home && self.journey().keys.contains_key(&bot);
        if shown && !self.storing() && !self.is_removing(bot) {
            self.overlays.push(OpenOverlay::Removal(bot));
        }
    }

    pub(super) fn remove(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        // A key on its way into the keyring might be removed in the place of the one before, or arrive after that.
        if self.overlays.last() != Some(&OpenOverlay::Removal(bot)) || self.storing() {
            return;
        }
        self.close();
        let request = self.request();
        let slot = self.slot(bot);
        // Not once it is removed: by then, the fields may hold its successor.
        self.entries.remove(&slot);
        self.removing.insert(request, slot);
        effects.push(Effect::Remove(request, slot));
    }

    /// Whether this bot's key is on its way out of the keyring.
    pub(crate) fn is_removing(&self, bot: Bot) -> bool {
        self.removing.values().any(|removing| *removing == self.slot(bot))
    }

    pub(super) fn removed(&mut self, request: Request, result: Result<(), VaultFault>) {
        self.key_forgotten(request, result);
        if let Some(slot) = self.former_keys.remove(&request) {
            self.former_removed(slot, result);
            return;
        }
        let Some(slot) = self.removing.remove(&request) else { return };
        let Slot { target, bot } = slot;
        let journey = self.session.journey_of(target);
        let kept = journey.is_none_or(|journey| journey.keys.get(&bot).is_none_or(KeyRecord::is_in_keyring));
        match result {
            // A key that was not kept is not in a keyring that cannot be found.
            Err(fault) if kept || !fault.found_no_keyring() => self.say(Said::NotRemoved(fault)),
            Ok(()) | Err(_) => {
                if target == self.target() {
                    self.cards.states.remove(&bot);
                }
                self.held.remove(&slot);
                if let Some(journey) = self.session.journey_of(target) {
                    journey.forget_key(bot);
                }
                self.say(Said::Removed);
            }
        }
    }

    /// A key whose successor was not kept is gone from the keyring, or is not.
    fn former_removed(&mut self, slot: Slot, result: Result<(), VaultFault>) {
        let journey = self.session.journey_of(slot.target);
        let record = journey.and_then(|journey| journey.keys.get_mut(&slot.bot));
        let Some(record) = record.filter(|record| !record.kept) else { return };
        record.former_left = result.is_err();
        let Err(fault) = result else { return };
        if slot.target == self.target() && self.journey().place == Place::Home {
            // Its card says so.
            self.say_of(Place::Home, Shown::Card(slot.bot));
        } else {
            self.say(Said::FormerLeft(fault));
        }
    }

    /// Tries again what could not be removed before.
    fn remove_former(&mut self, effects: &mut Vec<Effect>) {
        let left = self.journey().keys.iter().filter(|(_, record)| record.former_left && !record.kept);
        let slots: Vec<Slot> = left.map(|(bot, _)| self.slot(*bot)).collect();
        for slot in slots {
            if !self.former_keys.values().any(|removing| *removing == slot) {
                let request = self.request();
                self.former_keys.insert(request, slot);
                effects.push(Effect::Remove(request, slot));
            }
        }
    }

    pub(super) fn remind(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        let Some(record) = self.journey().keys.get(&bot) else { return };
        let words = self.words();
        let content = reminder::calendar(record, bot, &self.system.zone, self.now, words);
        let request = self.request();
        let name = format!("smartradex-{}.ics", bot.slug());
        effects.push(Effect::SaveFile(request, SavedFile { name, content }));
    }
}
