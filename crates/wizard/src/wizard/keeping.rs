//! Step 4: an accepted key on its way into the keyring.

use super::{Entry, Said, Shown, Wizard, Work};
use crate::domain::{Part, Step};
use crate::effect::{Effect, Request, VaultFault};
use crate::session::{KeyRecord, Place};

/// How far an accepted key has got on its way into the keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keeping {
    Asked(Request),
    Kept,
    Fault(VaultFault),
    Declined,
}

impl Wizard {
    pub(super) fn keep(&mut self, effects: &mut Vec<Effect>) {
        if !matches!(self.work, Work::Accepted { keeping: Keeping::Fault(_), .. }) {
            return;
        }
        let Some(credentials) = self.entry().credentials() else { return };
        let request = self.request();
        let slot = self.slot(self.journey().bot);
        effects.push(Effect::Store(request, slot, credentials));
        if let Work::Accepted { keeping, .. } = &mut self.work {
            *keeping = Keeping::Asked(request);
        }
    }

    pub(super) fn stored(
        &mut self,
        request: Request,
        result: Result<(), VaultFault>,
        effects: &mut Vec<Effect>,
    ) {
        let Work::Accepted { keeping: Keeping::Asked(awaited), .. } = self.work else { return };
        if awaited != request {
            return;
        }
        let keeping = match result {
            Ok(()) => {
                self.record(true);
                Keeping::Kept
            }
            Err(fault) => Keeping::Fault(fault),
        };
        if let Work::Accepted { keeping: state, .. } = &mut self.work {
            *state = keeping;
        }
        self.close_question();
        if self.journey().place == Place::Step(Step::PasteKeys) {
            self.say_of(Place::Step(Step::PasteKeys), Shown::Keeping);
            return;
        }
        self.stop_work(effects);
        if let Err(fault) = result {
            // What is in view there may be the card of the key before, as good as ever.
            self.say(Said::NotKept(fault));
        }
    }

    pub(super) fn without_keeping(&mut self, effects: &mut Vec<Effect>) {
        let Work::Accepted { keeping: keeping @ Keeping::Fault(_), .. } = &mut self.work else { return };
        *keeping = Keeping::Declined;
        let slot = self.slot(self.journey().bot);
        self.held.extend(self.entry().credentials().map(|credentials| (slot, credentials)));
        let former = self.journey().keys.get(&slot.bot).is_some_and(KeyRecord::is_in_keyring);
        self.record(false);
        if former {
            // It would stay in the keyring, and nothing would show any more that it is there. Until it is gone, the next start tries too.
            if let Some(record) = self.session.journey_mut().keys.get_mut(&slot.bot) {
                record.former_left = true;
            }
            let request = self.request();
            self.former_keys.insert(request, slot);
            effects.push(Effect::Remove(request, slot));
        }
    }

    /// The key is accepted: what may be remembered of it goes into the session, and the fields are wiped.
    fn record(&mut self, kept: bool) {
        let Work::Accepted { verdict, .. } = &self.work else { return };
        let Some(credentials) = self.entry().credentials() else { return };
        let masked = credentials.api_key.masked();
        let record = KeyRecord::accepted(masked, kept, verdict, self.now.as_millisecond());
        let now = self.now.as_millisecond();
        let journey = self.session.journey_mut();
        let bot = journey.bot;
        journey.keys.insert(bot, record);
        journey.done.insert(Step::PasteKeys, now);
        for part in Part::ALL {
            journey.handed.remove(&crate::FormField::Key { bot, part });
        }
        if kept {
            self.held.remove(&self.slot(bot));
        }
        *self.entry_mut() = Entry::default();
        // What was found about the previous key, or is still being asked about it, says nothing about this one.
        self.cards.forget(bot);
    }

    /// Whether the keyring is being written for the current bot; if so, says that. Until it has answered, within seconds, the user cannot
    /// turn to another bot or mode, or the answer would be taken for theirs.
    pub(super) fn storing(&mut self) -> bool {
        let storing = matches!(self.work, Work::Accepted { keeping: Keeping::Asked(_), .. });
        if storing {
            self.say(Said::Storing);
        }
        storing
    }

    /// Whether the current bot has a key that was checked on this journey and whose values can be copied.
    pub(crate) fn has_checked_key(&self) -> bool {
        let journey = self.journey();
        journey.done.contains_key(&Step::PasteKeys) && self.can_copy_key(journey.bot)
    }
}
