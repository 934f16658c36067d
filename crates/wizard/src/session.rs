//! What survives a restart. Never a secret: the types below cannot hold one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smartradex_practice::{Account, Scenario};

use crate::domain::{Bot, Bots, FormField, Step};
use crate::lang::Lang;
use crate::verdict::Verdict;

/// What is written to the session file after each change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Version of this format.
    pub version: u32,
    /// Language of the program, once chosen; before, the system's.
    pub language: Option<Lang>,
    /// Language of the user's Binance, once chosen; before, the program's.
    pub binance_language: Option<Lang>,
    /// Random, so that the hashes of account numbers below mean nothing elsewhere. Hexadecimal.
    pub salt: String,
    /// The journey for real.
    pub real: Journey,
    /// The rehearsal, as long as there is one. While there is one, it is what is shown.
    pub rehearsal: Option<Rehearsal>,
    /// The e-mail for the SmartradeX form, as typed.
    pub email: String,
    /// The window is a narrow panel.
    pub panel: bool,
    /// How long Binance wants to be left alone: starting the program anew does not shorten a ban.
    pub wait: Wait,
    /// No log is kept.
    pub log_off: bool,
    /// The size of everything in the window, in percent of the normal one.
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
            zoom: 100,
        }
    }
}

impl Session {
    /// Reads a session file; `None` when it is damaged, or was written by a later version of the program.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // An array would be read as the fields in their order, all of which may be missing.
        let object: serde_json::Map<_, _> = serde_json::from_str(text).ok()?;
        serde_json::from_value::<Self>(object.into()).ok().filter(|session| session.version == VERSION)
    }

    /// The journey that is shown.
    #[must_use]
    pub fn journey(&self) -> &Journey {
        self.rehearsal.as_ref().map_or(&self.real, |rehearsal| &rehearsal.journey)
    }

    pub(crate) fn journey_mut(&mut self) -> &mut Journey {
        match &mut self.rehearsal {
            Some(rehearsal) => &mut rehearsal.journey,
            None => &mut self.real,
        }
    }
}

/// For how long an exchange wants to be left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wait {
    /// Until then; milliseconds since 1970.
    pub until: i64,
    /// How long it was to be, in milliseconds.
    pub span: i64,
    /// How often in a row it was asked for without saying for how long.
    pub guesses: u32,
}

/// A rehearsal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// Where it stands.
    pub journey: Journey,
    /// The pretend account, with the pages that the user sees.
    pub account: Account,
    /// The problem that is practised.
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
    /// Instructions ticked off, step 1 for the main account, the others for the bot being set up. Numbers from 1.
    pub ticks: BTreeSet<(Step, u8)>,
    /// When each step was said to be done, for the bot being set up; milliseconds since 1970.
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
    /// To another bot, or to a new key of the same: only step 1 is done once for all.
    pub(crate) fn turn_to(&mut self, bot: Bot) {
        self.bot = bot;
        self.ticks.retain(|(step, _)| *step == Step::SecurityControls);
        self.done.retain(|step, _| *step == Step::SecurityControls);
    }

    /// Where the steps begin, or go on for whoever went back to the first screen.
    pub(crate) fn first_step(&self) -> Step {
        let undone = Step::ALL.into_iter().find(|step| !self.done.contains_key(step));
        undone.unwrap_or(Step::SecurityControls)
    }

    /// The program starts again: to where the journey can go on without what was lost with the last run.
    pub(crate) fn resume(&mut self) {
        // A key that was not kept is gone with the program: its values must be pasted again.
        let unkept = self.keys.get(&self.bot).is_none_or(|key| !key.kept);
        if self.place == Place::HandOver && unkept {
            self.place = Place::Step(Step::PasteKeys);
        }
        // A key that was found to be wrong is handed over to nobody: its card says what is wrong.
        let refused = self.keys.get(&self.bot).is_some_and(|key| key.refused_at.is_some());
        if self.place == Place::HandOver && refused {
            self.place = Place::Home;
        }
        // What is kept is not asked for again.
        let pastes = self.place == Place::Step(Step::PasteKeys);
        if pastes && !unkept && !refused && self.done.contains_key(&Step::PasteKeys) {
            self.place = Place::HandOver;
        }
        if self.place == Place::Configured {
            self.place = Place::Home;
        }
    }
}

/// Where the user is. What lies in front of it (help, the desk) is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// What the program does, and which bots.
    Welcome,
    /// One of the four steps.
    Step(Step),
    /// The values are copied to the SmartradeX form.
    HandOver,
    /// The bot is configured.
    Configured,
    /// The configured bots.
    Home,
}

/// What Binance may show of a key or not. A key is accepted without it, as long as nothing speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proved {
    /// Every box that must be off is said to be off.
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
    /// It was written to the keyring. When nothing is there later, it vanished.
    pub kept: bool,
    /// When Binance last showed it to be right; milliseconds since 1970.
    pub verified_at: i64,
    /// What Binance showed then beyond what a key is accepted for.
    #[serde(default)]
    pub proved: Proved,
    /// Salted hash of the account number behind it.
    pub uid_hash: Option<String>,
    /// When a later check showed it to be wrong, if the last one that showed anything did; milliseconds since 1970.
    #[serde(default)]
    pub refused_at: Option<i64>,
    /// When Binance says that trading lapses, if it says so; milliseconds since 1970.
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
            expires_at: None,
        };
        record.confirm(verdict, now);
        record
    }

    /// Binance showed it to be right again. An account number that was not asked in time stays as it was known.
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
