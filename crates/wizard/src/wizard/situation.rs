//! Where the user stands, for support: what the code says, and what the checks since the start of the program brought.

use smartradex_binance::Examination;

use super::form::Copying;
use super::{CardState, Field, Keeping, OpenOverlay, Wizard, Work};
use crate::action::Overlay;
use crate::domain::{Bot, Part, Step};
use crate::effect::{CopySource, Effect};
use crate::screen::CheckState;
use crate::session::Place;
use crate::support::{
    Checked, ClockClass, Fields, Findings, KeyringState, Release, Situation, Spot, SystemFamily, Ticks,
    ToldOverlay, ToldProblem,
};
use crate::verdict::{CheckId, Verdict};

/// How many checks are remembered. A key looked at every ten seconds for five minutes makes thirty.
const MOST_CHECKED: usize = 64;

impl Wizard {
    /// What a support code made now would say.
    #[must_use]
    pub fn situation(&self) -> Situation {
        let journey = self.journey();
        let spot = self.spot();
        let ticks: Ticks = match journey.place {
            // Here the two fields take the place of the ticks.
            Place::Step(Step::PasteKeys) => Ticks::default(),
            Place::Step(here) => {
                journey.ticks.iter().filter(|(step, _)| *step == here).map(|(_, number)| *number).collect()
            }
            Place::Welcome | Place::HandOver | Place::Configured | Place::Home => Ticks::default(),
        };
        let bot = self.bot_to_tell_of();
        let last = self.last_checked(bot);
        Situation {
            release: Release::of(&self.system.version),
            language: self.lang(),
            binance: self.binance_lang(),
            bot,
            practice: self.practising(),
            spot,
            overlay: self.overlays.iter().rev().find_map(told),
            ticks,
            fields: if spot == Spot::Entering { self.fields() } else { Fields::default() },
            cause: last.and_then(|checked| checked.causes.first()).copied(),
            findings: last.map_or_else(Findings::default, |checked| checked.findings),
            system: SystemFamily::of(&self.system.os),
            keyring: self.keyring_state(bot),
            clock: last.map_or(ClockClass::Unknown, |checked| checked.clock),
        }
    }

    /// The screen of the journey, whatever stands in front of it.
    pub(crate) fn spot(&self) -> Spot {
        match (self.journey().place, &self.work) {
            (Place::Welcome, _) => Spot::Welcome,
            (Place::Step(Step::SecurityControls), _) => Spot::SecurityControls,
            (Place::Step(Step::CreateKey), _) => Spot::CreateKey,
            (Place::Step(Step::Restrictions), _) => Spot::Restrictions,
            (Place::Step(Step::PasteKeys), Work::Entering) => Spot::Entering,
            (Place::Step(Step::PasteKeys), Work::Examining { .. }) => Spot::Examining,
            (Place::Step(Step::PasteKeys), Work::Judged { .. }) => Spot::Judged,
            (Place::Step(Step::PasteKeys), Work::Accepted { .. }) => Spot::Accepted,
            (Place::HandOver, _) => Spot::HandOver,
            (Place::Configured, _) => Spot::Configured,
            (Place::Home, _) => Spot::Home,
        }
    }

    /// Remembers what support may be told of a finished check. Repeated looks that bring nothing new only raise a count.
    pub(super) fn remember(&mut self, bot: Bot, examination: &Examination, verdict: &Verdict) {
        let checked = Checked {
            at: self.now.as_millisecond(),
            practice: self.practising(),
            bot,
            decision: verdict.decision,
            causes: verdict.causes.clone(),
            findings: Findings::of(verdict),
            clock: clock(verdict),
            answers: crate::support::answers(examination),
            times: 1,
        };
        self.just_checked = Some(checked.clone());
        match self.checked.last_mut() {
            Some(last) if last.is_like(&checked) => last.times = last.times.saturating_add(1),
            Some(_) | None => self.checked.push(checked),
        }
        let surplus = self.checked.len().saturating_sub(MOST_CHECKED);
        self.checked.drain(..surplus);
    }

    /// The bot being set up; at home, the first bot that has a problem, if there is one.
    fn bot_to_tell_of(&self) -> Bot {
        let journey = self.journey();
        let wrong = |bot: &Bot| {
            self.last_checked(*bot).is_some_and(|checked| !checked.causes.is_empty())
                || matches!(self.cards.state(*bot), Some(CardState::Unreadable(_)))
        };
        let first = journey.keys.keys().copied().find(wrong).filter(|_| journey.place == Place::Home);
        first.unwrap_or(journey.bot)
    }

    /// What the two fields hold. A value that a later, refused paste left in place counts like any other.
    fn fields(&self) -> Fields {
        match (self.entry().field(Part::ApiKey), self.entry().field(Part::SecretKey)) {
            (Field::Empty, Field::Empty) => Fields::Empty,
            (Field::Taken(..), Field::Taken(..)) => Fields::Both,
            (Field::Taken(..), Field::Empty) => Fields::One(Part::ApiKey),
            (Field::Empty, Field::Taken(..)) => Fields::One(Part::SecretKey),
            (Field::Taken(..), Field::Problem(problem)) => {
                Fields::OneRefused(Part::ApiKey, ToldProblem::of(*problem))
            }
            (Field::Problem(problem), Field::Taken(..)) => {
                Fields::OneRefused(Part::SecretKey, ToldProblem::of(*problem))
            }
            (Field::Problem(problem), Field::Empty | Field::Problem(_)) => {
                Fields::Refused(Part::ApiKey, ToldProblem::of(*problem))
            }
            (Field::Empty, Field::Problem(problem)) => {
                Fields::Refused(Part::SecretKey, ToldProblem::of(*problem))
            }
        }
    }

    fn last_checked(&self, bot: Bot) -> Option<&Checked> {
        let practice = self.practising();
        self.checked.iter().rev().find(|checked| checked.bot == bot && checked.practice == practice)
    }

    fn keyring_state(&self, bot: Bot) -> KeyringState {
        let of_record = match self.journey().keys.get(&bot) {
            None => KeyringState::NotAsked,
            Some(record) if record.kept => KeyringState::Kept,
            Some(_) => KeyringState::Declined,
        };
        match (&self.work, self.cards.state(bot)) {
            (Work::Accepted { keeping: Keeping::Fault(fault), .. }, _)
            | (_, Some(CardState::Unreadable(fault))) => KeyringState::Fault(*fault),
            (_, _) => of_record,
        }
    }

    pub(super) fn copy_code(&mut self, effects: &mut Vec<Effect>) {
        let code = self.situation().code().to_string();
        self.copy(Copying::Words, CopySource::Text(code), effects);
    }
}

fn told(overlay: &OpenOverlay) -> Option<ToldOverlay> {
    match overlay {
        OpenOverlay::NotSeen(..) | OpenOverlay::Shown(Overlay::NotSeen) => Some(ToldOverlay::NotSeen),
        OpenOverlay::Removal(_) => Some(ToldOverlay::Removal),
        OpenOverlay::Shown(Overlay::UnexpectedCall) => Some(ToldOverlay::UnexpectedCall),
        OpenOverlay::Shown(Overlay::Problems) => Some(ToldOverlay::Problems),
        OpenOverlay::Shown(Overlay::Forget) | OpenOverlay::Forgotten => Some(ToldOverlay::Forget),
        OpenOverlay::Shown(Overlay::About) => Some(ToldOverlay::About),
        OpenOverlay::Shown(Overlay::Desk) => Some(ToldOverlay::Desk),
        OpenOverlay::Shown(Overlay::Doctor) => Some(ToldOverlay::Doctor),
        // These show the code themselves: it names the screen that the user came from, and is the same on both.
        OpenOverlay::Shown(Overlay::Phone | Overlay::Report) => None,
        OpenOverlay::Leaving => None,
    }
}

/// How far off the clock is, where the user would be told.
fn clock(verdict: &Verdict) -> ClockClass {
    let state = verdict.checks.iter().find(|check| check.id == CheckId::Clock).map(|check| check.state);
    match (verdict.clock_told, state) {
        (Some(offset_ms), _) => ClockClass::of(offset_ms),
        (None, Some(CheckState::Ok)) => ClockClass::Right,
        (None, Some(CheckState::Wrong | CheckState::Waiting | CheckState::Unknown) | None) => {
            ClockClass::Unknown
        }
    }
}
