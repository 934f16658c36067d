//! What survives a restart. Never a secret: the types below cannot hold one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smartradex_practice::{Account, Scenario};

use crate::domain::{Bot, Bots, FormField, Part, Step};
use crate::effect::Target;
use crate::lang::Lang;
use crate::verdict::Verdict;

/// What is written to the session file after each change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Version of this format.
    pub version: u32,
    /// Language of the program, once chosen; until then, the system's applies.
    pub language: Option<Lang>,
    /// Language of the user's Binance, once chosen; until then, the program's applies.
    pub binance_language: Option<Lang>,
    /// Random, so that the hashes of account numbers below cannot be compared with any made elsewhere. Hexadecimal.
    pub salt: String,
    /// The real journey.
    pub real: Journey,
    /// The rehearsal, if there is one. It is then shown instead of the real journey.
    pub rehearsal: Option<Rehearsal>,
    /// The e-mail for the SmartradeX form, as typed.
    pub email: String,
    /// The window is a narrow panel.
    pub panel: bool,
    /// How long Binance wants to be left alone. It is saved because restarting the program does not shorten a ban.
    pub wait: Wait,
    /// The user wants no log.
    pub log_off: bool,
    /// The keyring may hold keys of which no record is left: they could not be removed when everything was forgotten, or the records were
    /// in a session file that was damaged.
    pub keys_left: bool,
    /// The size of everything in the window, in percent of normal.
    pub zoom: u16,
}

/// Version of the session file that this program writes.
const VERSION: u32 = 1;

impl Default for Session {
    fn default() -> Self {
        Self {
            version: VERSION,
            language: None,
            binance_language: None,
            salt: String::new(),
            real: Journey::default(),
            rehearsal: None,
            email: String::new(),
            panel: false,
            wait: Wait::default(),
            log_off: false,
            keys_left: false,
            zoom: 100,
        }
    }
}

impl Session {
    /// Reads a session file. `None` if it is damaged or of another version than this program writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // Serde would also accept an array, as the fields in order, and all of them may be missing.
        let object: serde_json::Map<_, _> = serde_json::from_str(text).ok()?;
        serde_json::from_value::<Self>(object.into()).ok().filter(|session| session.version == VERSION)
    }

    /// The journey that is shown.
    #[must_use]
    pub fn journey(&self) -> &Journey {
        self.rehearsal.as_ref().map_or(&self.real, |rehearsal| &rehearsal.journey)
    }

    /// Whether a key may be in the keyring, for real or of a rehearsal.
    pub(crate) fn may_have_kept(&self) -> bool {
        let rehearsal = self.rehearsal.iter().map(|rehearsal| &rehearsal.journey);
        let mut records = rehearsal.chain([&self.real]).flat_map(|journey| journey.keys.values());
        self.keys_left || records.any(KeyRecord::is_in_keyring)
    }

    /// The journey against this exchange; `None` for practice when there is no rehearsal.
    pub(crate) fn journey_of(&mut self, target: Target) -> Option<&mut Journey> {
        match target {
            Target::Practice => self.rehearsal.as_mut().map(|rehearsal| &mut rehearsal.journey),
            Target::Binance | Target::OtherAddress => Some(&mut self.real),
        }
    }

    pub(crate) fn journey_mut(&mut self) -> &mut Journey {
        match &mut self.rehearsal {
            Some(rehearsal) => &mut rehearsal.journey,
            None => &mut self.real,
        }
    }
}

/// How long an exchange wants to be left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wait {
    /// When the wait ends, in milliseconds since 1970.
    pub until: i64,
    /// How long the wait is in all, in milliseconds.
    pub span: i64,
    /// How many times in a row a wait was asked for without a length; from the second on, each doubles the guess.
    pub guesses: u32,
}

/// A rehearsal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// Where the user stands in it.
    pub journey: Journey,
    /// The pretend account, and the pages of it that the user sees.
    pub account: Account,
    /// The problem being practised.
    pub scenario: Scenario,
}

/// Where a user stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Journey {
    /// The bots to set up.
    pub bots: Bots,
    /// The one being set up.
    pub bot: Bot,
    /// The screen.
    pub place: Place,
    /// Instructions ticked off, numbered from 1. Those of step 1 concern the main account, all others the bot being set up.
    pub ticks: BTreeSet<(Step, u8)>,
    /// When the user said that each step was done, in milliseconds since 1970. Step 1 is done once; all others are for the bot being set up.
    pub done: BTreeMap<Step, i64>,
    /// The keys that were accepted.
    pub keys: BTreeMap<Bot, KeyRecord>,
    /// The values already copied to the SmartradeX form.
    pub handed: BTreeSet<FormField>,
}

impl Default for Journey {
    fn default() -> Self {
        Self {
            bots: Bots::Bitcoin,
            bot: Bot::Bitcoin,
            place: Place::Welcome,
            ticks: BTreeSet::new(),
            done: BTreeMap::new(),
            keys: BTreeMap::new(),
            handed: BTreeSet::new(),
        }
    }
}

impl Journey {
    /// Turns to another bot, or to a new key for the same one. Only step 1 stays done: it is needed only once.
    pub(crate) fn turn_to(&mut self, bot: Bot) {
        self.bot = bot;
        self.ticks.retain(|(step, _)| *step == Step::SecurityControls);
        self.done.retain(|step, _| *step == Step::SecurityControls);
    }

    /// Chooses what to set up. The bot whose steps are under way stays, if it is among them.
    pub(crate) fn choose(&mut self, bots: Bots) {
        self.bots = bots;
        let bot = if self.is_under_way() && bots.has(self.bot) { self.bot } else { bots.first() };
        if bot != self.bot {
            self.turn_to(bot);
        }
    }

    /// Whether something has been done for the bot being set up, but not all of it.
    pub(crate) fn is_under_way(&self) -> bool {
        let own = |step: &&Step| **step != Step::SecurityControls;
        let begun = self.done.keys().any(|step| own(&step)) || self.ticks.iter().any(|(step, _)| own(&step));
        begun && Step::ALL.iter().any(|step| !self.done.contains_key(step))
    }

    /// This bot has no key any more. A screen about it gives way.
    pub(crate) fn forget_key(&mut self, bot: Bot) {
        self.keys.remove(&bot);
        for part in Part::ALL {
            self.handed.remove(&FormField::Key { bot, part });
        }
        let about_keys = matches!(self.place, Place::HandOver | Place::Configured | Place::Home);
        if about_keys && self.keys.is_empty() {
            self.place = Place::Welcome;
        } else if about_keys && self.bot == bot {
            self.place = Place::Home;
        }
    }

    /// There is an accepted key for this bot, and no later check showed it to be wrong.
    pub(crate) fn is_good(&self, bot: Bot) -> bool {
        self.keys.get(&bot).is_some_and(|record| record.refused_at.is_none())
    }

    /// The first step that is not done: where the steps begin, or go on for a user who went back to the first screen.
    pub(crate) fn first_step(&self) -> Step {
        let undone = Step::ALL.into_iter().find(|step| !self.done.contains_key(step));
        undone.unwrap_or(Step::SecurityControls)
    }

    /// After a restart, moves to a screen where the journey can go on without what was lost with the last run.
    pub(crate) fn resume(&mut self) {
        // A key that was not kept was lost when the program ended, so its values must be pasted again.
        let unkept = self.keys.get(&self.bot).is_none_or(|key| !key.kept);
        if self.place == Place::HandOver && unkept {
            self.place = Place::Step(Step::PasteKeys);
        }
        // A key found to be wrong must not be handed over; its card at home says what is wrong.
        let refused = self.keys.get(&self.bot).is_some_and(|key| key.refused_at.is_some());
        if self.place == Place::HandOver && refused {
            self.place = Place::Home;
        }
        // The values of a kept key need not be pasted again.
        let pastes = self.place == Place::Step(Step::PasteKeys);
        if pastes && !unkept && !refused && self.done.contains_key(&Step::PasteKeys) {
            self.place = Place::HandOver;
        }
        if self.place == Place::Configured {
            self.place = Place::Home;
        }
    }
}

/// Where the user is. What is shown in front of it (help, the desk) is not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// What the program does, and the choice of bots.
    Welcome,
    /// One of the four steps.
    Step(Step),
    /// Copying the values to the SmartradeX form.
    HandOver,
    /// The bot is configured.
    Configured,
    /// The cards of the configured bots.
    Home,
}

/// What Binance may or may not show about a key. A key is accepted without any of it, as long as nothing contradicts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proved {
    /// Binance says of every box that must be off that it is off.
    pub nothing_else: bool,
    /// It is a sub-account's key.
    pub sub_account: bool,
    /// A test order passes.
    pub order: bool,
}

/// A key that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// First and last characters of the API key.
    pub masked: String,
    /// It was written to the keyring. If the keyring later has none, it has been lost.
    pub kept: bool,
    /// When Binance last showed it to be right, in milliseconds since 1970.
    pub verified_at: i64,
    /// What Binance showed at that time beyond what acceptance requires.
    #[serde(default)]
    pub proved: Proved,
    /// Salted hash of the number of the account that the key belongs to.
    pub uid_hash: Option<String>,
    /// When a later check found it to be wrong, in milliseconds since 1970. `None` if the last conclusive check found it right.
    #[serde(default)]
    pub refused_at: Option<i64>,
    /// This key was not kept, and the one before it could not be removed from the keyring.
    #[serde(default)]
    pub former_left: bool,
    /// The user said once that it was given to SmartradeX.
    #[serde(default)]
    pub handed_over: bool,
    /// When Binance says the right to trade expires, if it says so, in milliseconds since 1970.
    pub expires_at: Option<i64>,
}

impl KeyRecord {
    pub(crate) fn accepted(masked: String, kept: bool, verdict: &Verdict, now: i64) -> Self {
        let proved = Proved::default();
        let mut record = Self {
            masked,
            kept,
            verified_at: now,
            proved,
            uid_hash: None,
            refused_at: None,
            former_left: false,
            handed_over: false,
            expires_at: None,
        };
        record.confirm(verdict, now);
        record
    }

    /// There is something in the keyring in this key's place: the key itself, or the one before it.
    pub(crate) fn is_in_keyring(&self) -> bool {
        self.kept || self.former_left
    }

    /// Binance has again shown the key to be right. If the account number did not come this time, the known hash of it stays.
    pub(crate) fn confirm(&mut self, verdict: &Verdict, now: i64) {
        self.verified_at = now;
        self.refused_at = None;
        self.proved = verdict.proved();
        if verdict.uid_hash.is_some() {
            self.uid_hash.clone_from(&verdict.uid_hash);
        }
        self.expires_at = verdict.permissions.as_ref().and_then(|permissions| permissions.trading_expiry);
    }
}
