//! The configured bots: quiet checks, and what can be done with a kept key.

use std::collections::BTreeMap;

use smartradex_binance::Examination;

use super::examine::market;
use super::{Front, Said, Wizard};
use crate::action::{Bot, FormField, Part};
use crate::effect::{Effect, Request, SavedFile, Subject, VaultFault};
use crate::reminder;
use crate::session::Place;
use crate::verdict::{self, Decision, Verdict};

/// What is known of each configured bot since the program started.
#[derive(Debug, Default)]
pub(crate) struct Cards {
    states: BTreeMap<Bot, CardState>,
    removing: Option<(Request, Bot)>,
}

/// What is known of a kept key.
#[derive(Debug)]
pub(crate) enum CardState {
    /// Binance is being asked.
    Checking { request: Request },
    /// Binance, or the network, has answered.
    Judged(Box<Verdict>),
    /// The keyring did not give the key.
    Unreadable(VaultFault),
}

impl Cards {
    pub(crate) fn state(&self, bot: Bot) -> Option<&CardState> {
        self.states.get(&bot)
    }
}

impl Wizard {
    /// Looks at every kept key, without a word.
    pub(super) fn check_all(&mut self, effects: &mut Vec<Effect>) {
        for bot in Bot::ALL {
            self.check_again(bot, effects);
        }
    }

    pub(super) fn check_again(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        let kept = self.journey().keys.get(&bot).is_some_and(|key| key.kept);
        let checking = matches!(self.cards.state(bot), Some(CardState::Checking { .. }));
        if !kept || checking || self.journey().place != Place::Home {
            return;
        }
        let request = self.request();
        effects.push(Effect::Examine(request, Subject::Kept(self.slot(bot)), self.target(), market(bot)));
        self.cards.states.insert(bot, CardState::Checking { request });
    }

    fn card_of(&self, request: Request) -> Option<Bot> {
        let awaits = |state: &CardState| matches!(state, CardState::Checking { request: awaited } if *awaited == request);
        self.cards.states.iter().find(|(_, state)| awaits(state)).map(|(bot, _)| *bot)
    }

    pub(super) fn examined_card(&mut self, request: Request, examination: &Examination) {
        let Some(bot) = self.card_of(request).filter(|_| examination.finished) else { return };
        let verdict = verdict::judge(examination, &self.known(bot));
        if verdict.decision == Decision::Accepted {
            let now = self.now.as_millisecond();
            if let Some(record) = self.session.journey_mut().keys.get_mut(&bot) {
                record.verified_at = now;
            }
        }
        self.cards.states.insert(bot, CardState::Judged(Box::new(verdict)));
    }

    pub(super) fn unreadable(&mut self, request: Request, fault: VaultFault) {
        if let Some(bot) = self.card_of(request) {
            self.cards.states.insert(bot, CardState::Unreadable(fault));
        }
    }

    pub(super) fn ask_removal(&mut self, bot: Bot) {
        if self.journey().place == Place::Home && self.journey().keys.contains_key(&bot) {
            self.front.push(Front::Removal(bot));
        }
    }

    pub(super) fn remove(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        if self.front.last() != Some(&Front::Removal(bot)) {
            return;
        }
        self.close();
        let request = self.request();
        self.cards.removing = Some((request, bot));
        effects.push(Effect::Remove(request, self.slot(bot)));
    }

    pub(super) fn removed(&mut self, request: Request, result: Result<(), VaultFault>) {
        let Some((_, bot)) = self.cards.removing.take_if(|(awaited, _)| *awaited == request) else { return };
        match result {
            Ok(()) => {
                self.cards.states.remove(&bot);
                let journey = self.session.journey_mut();
                journey.keys.remove(&bot);
                for part in Part::ALL {
                    journey.handed.remove(&FormField::Key { bot, part });
                }
                if journey.keys.is_empty() && journey.place == Place::Home {
                    journey.place = Place::Welcome;
                }
                self.say(Said::Removed);
            }
            Err(fault) => self.say(Said::NotRemoved(fault)),
        }
    }

    pub(super) fn remind(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        let Some(record) = self.journey().keys.get(&bot) else { return };
        let words = crate::Words { lang: self.lang(), binance: self.binance_lang() };
        let content = reminder::calendar(record, bot, &self.system.zone, self.now, words);
        let request = self.request();
        let name = format!("smartradex-{}.ics", bot.slug());
        effects.push(Effect::SaveFile(request, SavedFile { name, content }));
    }

    pub(super) fn forget_everything(&mut self, effects: &mut Vec<Effect>) {
        if self.front.last() != Some(&Front::Shown(crate::Over::Forget)) {
            return;
        }
        let slots =
            [true, false].into_iter().flat_map(|practice| Bot::ALL.map(|bot| crate::Slot { practice, bot }));
        for slot in slots {
            let request = self.request();
            effects.push(Effect::Remove(request, slot));
        }
        let request = self.request();
        effects.push(Effect::ForgetFiles(request));
        let language = (self.session.language, self.session.binance_language, self.session.panel);
        self.front.clear();
        self.stop_work(effects);
        self.held = None;
        self.entry = super::Entry::default();
        self.cards = Cards::default();
        self.session = crate::Session { salt: self.session.salt.clone(), ..crate::Session::default() };
        (self.session.language, self.session.binance_language, self.session.panel) = language;
    }
}
