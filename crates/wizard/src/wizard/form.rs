//! The hand-over of a key to the SmartradeX form, and what follows.

use super::desk::is_perhaps_a_key_in_email;
use super::timer::CLIPBOARD_MS;
use super::{Entry, Said, Wizard};
use crate::domain::{Bot, FormField, Part, Step};
use crate::effect::{CopySource, Effect, Request, Slot, VaultFault};
use crate::session::{Journey, Place};

/// Nobody's address (RFC 2606).
const PRACTICE_EMAIL: &str = "name@example.com";

/// Longer than any e-mail address can be (RFC 5321: 254).
const MAX_EMAIL_CHARS: usize = 254;

/// What is on its way to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copying {
    Label,
    /// Text for support: the code, a note, the report.
    Words,
    Field(FormField),
    /// A value from a drawn page.
    Page(Part),
}

impl Copying {
    fn is_secret(self) -> bool {
        match self {
            Self::Label | Self::Words | Self::Field(FormField::Email) => false,
            Self::Field(FormField::Key { part, .. }) | Self::Page(part) => part == Part::SecretKey,
        }
    }
}

/// The form's fields for which this user has values, in the form's order.
pub(crate) fn fields(journey: &Journey) -> Vec<FormField> {
    let keys = Bot::ALL.into_iter().filter(|bot| journey.keys.contains_key(bot));
    let keys = keys.flat_map(|bot| Part::ALL.map(|part| FormField::Key { bot, part }));
    keys.chain([FormField::Email]).collect()
}

impl Wizard {
    pub(super) fn typed_as_email(&mut self, text: &str, effects: &mut Vec<Effect>) {
        if is_perhaps_a_key_in_email(text) {
            self.session.email.clear();
            self.refuse_key(text, effects);
        } else {
            self.session.email = text.chars().take(MAX_EMAIL_CHARS).collect();
        }
    }

    /// The address for the form. A rehearsal asks nobody for theirs.
    pub(crate) fn email(&self) -> &str {
        if self.practising() { PRACTICE_EMAIL } else { &self.session.email }
    }

    /// What was typed as an e-mail address, if it looks like one.
    pub(crate) fn plausible_email(&self) -> Option<&str> {
        let email = self.email().trim();
        let (name, domain) = email.split_once('@')?;
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
        let plausible =
            !name.is_empty() && dotted && !email.contains(char::is_whitespace) && !domain.contains('@');
        plausible.then_some(email)
    }

    /// One copy at a time: the clipboard holds what was copied last, and only then does the program know whether that is a secret.
    pub(super) fn copy(&mut self, what: Copying, source: CopySource, effects: &mut Vec<Effect>) {
        if self.copying.is_some() {
            self.say(Said::Copying);
            return;
        }
        let request = self.request();
        self.copying = Some((request, what));
        effects.push(Effect::Copy(request, source));
    }

    pub(super) fn copy_field(&mut self, field: FormField, effects: &mut Vec<Effect>) {
        let source = match field {
            FormField::Email => match self.plausible_email() {
                Some(email) => CopySource::Text(email.to_owned()),
                None => return,
            },
            FormField::Key { bot, part } => match self.source_of_key(bot, part) {
                Some(source) => source,
                None => return,
            },
        };
        self.copy(Copying::Field(field), source, effects);
    }

    fn source_of_key(&self, bot: Bot, part: Part) -> Option<CopySource> {
        // A key that Binance has shown to be wrong is not handed out.
        self.journey().keys.get(&bot).filter(|record| record.refused_at.is_none())?;
        if let Some(kept) = self.kept_key(bot) {
            return Some(CopySource::Kept(kept, part));
        }
        let held = self.held.get(&self.slot(bot))?;
        Some(CopySource::Held(held.clone(), part))
    }

    /// Whether the values of this bot's key can be copied, from the keyring or from memory.
    pub(crate) fn can_copy_key(&self, bot: Bot) -> bool {
        self.source_of_key(bot, Part::ApiKey).is_some()
    }

    /// The user has gone on from the hand-over: keys that were not kept are wiped, but for one of another bot that is still to be handed
    /// over. What was pasted for another bot stays too.
    pub(super) fn let_go(&mut self) {
        let (target, own) = (self.target(), self.slot(self.journey().bot));
        let awaited: Vec<Slot> = self
            .journey()
            .keys
            .iter()
            .filter(|(_, record)| !record.handed_over && record.refused_at.is_none())
            .map(|(bot, _)| self.slot(*bot))
            .collect();
        self.held.retain(|slot, _| slot.target != target || (*slot != own && awaited.contains(slot)));
        self.entries.remove(&own);
    }

    /// The journey is being left: what is still on its way to the clipboard must not be ticked off in another one.
    pub(super) fn tick_no_copy(&mut self) {
        self.pasting = None;
        if let Some((_, what)) = &mut self.copying {
            *what = match *what {
                Copying::Field(FormField::Key { part, .. }) => Copying::Page(part),
                Copying::Field(FormField::Email) => Copying::Words,
                other @ (Copying::Label | Copying::Words | Copying::Page(_)) => other,
            };
        }
    }

    pub(super) fn copied(
        &mut self,
        request: Request,
        result: Result<(), Option<VaultFault>>,
        effects: &mut Vec<Effect>,
    ) {
        let Some((_, what)) = self.copying.take_if(|(awaited, _)| *awaited == request) else { return };
        match result {
            Ok(()) => {
                self.say(Said::Copied);
                // Whatever is copied later replaces the secret in the clipboard, so nothing is left to wipe.
                self.timers.clipboard_until =
                    what.is_secret().then(|| self.now.as_millisecond() + CLIPBOARD_MS);
                self.pasting = None;
                if let Copying::Field(field) = what {
                    self.session.journey_mut().handed.insert(field);
                    self.pasting = Some(field);
                }
            }
            Err(fault) => {
                self.say(Said::NotCopied(fault));
                // There is nothing to hand over: the key's card says what to do.
                if fault == Some(VaultFault::Gone) && self.journey().place == Place::HandOver {
                    self.go(Place::Home, effects);
                }
            }
        }
    }

    /// Nobody has saved a form for which nothing was copied. Where no value can be had any more, none is waited for, and whoever hands a
    /// key over again may want one of them only.
    pub(crate) fn may_end_hand_over(&self) -> bool {
        let journey = self.journey();
        let bot = journey.bot;
        let again = journey.keys.get(&bot).is_some_and(|record| record.handed_over);
        again
            || !self.can_copy_key(bot)
            || Part::ALL.into_iter().all(|part| journey.handed.contains(&FormField::Key { bot, part }))
    }

    pub(super) fn handed_over(&mut self, effects: &mut Vec<Effect>) {
        if self.journey().place != Place::HandOver || !self.may_end_hand_over() {
            return;
        }
        let journey = self.session.journey_mut();
        let bot = journey.bot;
        let good = journey.is_good(bot);
        if let Some(record) = journey.keys.get_mut(&bot) {
            record.handed_over |= good;
        }
        self.go(if good { Place::Configured } else { Place::Home }, effects);
    }

    /// Sets a bot up, with its own sub-account. It begins with step 2, unless step 1, which is needed only once, is still to be done.
    pub(super) fn set_up(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        if !matches!(self.journey().place, Place::Configured | Place::Home) || self.storing() {
            return;
        }
        self.overlays.clear();
        if self.journey().place == Place::Configured {
            // While it is still this key's turn.
            self.let_go();
        }
        self.session.journey_mut().turn_to(bot);
        // Another key is being set up: what was pasted of the last one must not be checked in its place.
        *self.entry_mut() = Entry::default();
        self.sub_account_in_practice(bot, effects);
        let first = if self.journey().done.contains_key(&Step::SecurityControls) {
            Step::CreateKey
        } else {
            Step::SecurityControls
        };
        self.go(Place::Step(first), effects);
    }

    pub(super) fn hand_over_again(&mut self, bot: Bot, effects: &mut Vec<Effect>) {
        if self.journey().place != Place::Home || !self.can_copy_key(bot) || self.storing() {
            return;
        }
        let journey = self.session.journey_mut();
        if journey.bot != bot {
            // Steps are recorded for the bot being set up only. This bot has done all of them.
            journey.turn_to(bot);
            let at = journey.keys.get(&bot).map_or(0, |record| record.verified_at);
            for step in Step::ALL {
                journey.done.entry(step).or_insert(at);
            }
        }
        journey.handed.clear();
        self.go(Place::HandOver, effects);
    }
}
