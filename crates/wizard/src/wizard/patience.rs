//! How long Binance wants to be left alone. Who asks sooner makes the wait longer: a ban grows from two minutes to three days.

use std::collections::BTreeMap;

use smartradex_binance::{Examination, Fact, Failure};

use super::{OpenOverlay, Wizard, Work};
use crate::action::Overlay;
use crate::doctor::Checkup;
use crate::effect::{Effect, Request, Subject, Target};
use crate::session::{Place, Wait};
use crate::verdict::{self, AskedFor};

/// What is on its way to an exchange, and the waits that end with the program. Binance's own is in the session.
#[derive(Debug, Default)]
pub(crate) struct Patience {
    practice: Wait,
    /// Of the address given on the command line in Binance's stead.
    other_address: Wait,
    /// Who was asked, also by what was cancelled since: its answer may be on its way.
    asked: BTreeMap<Request, Asked>,
}

#[derive(Debug, Clone, Copy)]
struct Asked {
    target: Target,
    /// The longest wait that its answers have asked for so far, in seconds.
    heeded: u32,
}

impl Wizard {
    /// Has the exchange asked about a key, unless it wants to be left alone.
    pub(super) fn ask(&mut self, subject: Subject, effects: &mut Vec<Effect>) -> Option<Request> {
        let request = self.may_ask()?;
        let bot = match &subject {
            Subject::Held(_) => self.journey().bot,
            Subject::Kept(slot) => slot.bot,
        };
        effects.push(Effect::Examine(request, subject, self.target(), bot.market()));
        Some(request)
    }

    /// The number of a request to the exchange at hand, unless that wants to be left alone.
    pub(super) fn may_ask(&mut self) -> Option<Request> {
        if self.binance_waits().is_some() {
            return None;
        }
        let request = self.request();
        self.patience.asked.insert(request, Asked { target: self.target(), heeded: 0 });
        Some(request)
    }

    /// Notes what any of the answers asks for, be it beside a good one, and whatever became of the screen that asked.
    pub(super) fn heed(&mut self, request: Request, examination: &Examination) {
        let failures = [
            examination.clock.as_ref().and_then(|result| result.as_ref().err()),
            examination.permissions.as_ref().and_then(|result| result.as_ref().err()),
            examination.kind.as_ref().and_then(|result| result.as_ref().err()),
            examination.account.as_ref().and_then(|result| result.as_ref().err()),
            examination.order.as_ref().and_then(|result| result.as_ref().err()),
        ];
        self.heed_failures(request, failures.into_iter().flatten(), examination.finished);
    }

    /// The same for the doctor's look, which makes a call of its own.
    pub(super) fn heed_checkup(&mut self, request: Request, found: Option<&Checkup>) {
        let failure = match found.map(|found| &found.way.http) {
            Some(Fact::Fails(failure)) => Some(failure),
            Some(Fact::Works | Fact::NotNeeded | Fact::NotTried) | None => None,
        };
        self.heed_failures(request, failure.into_iter(), true);
    }

    fn heed_failures<'a>(
        &mut self,
        request: Request,
        failures: impl Iterator<Item = &'a Failure>,
        finished: bool,
    ) {
        let Some(Asked { target, heeded }) = self.patience.asked.get(&request).copied() else { return };
        if finished {
            self.patience.asked.remove(&request);
        }
        let now = self.now.as_millisecond();
        let longest = failures.filter_map(verdict::wait_after).max_by_key(|asked_for| asked_for.seconds);
        match longest {
            // Once per request, or it would seem to have been asked for as often as answers were sent on.
            Some(asked_for) if asked_for.seconds > heeded => {
                self.wait_of(target).lengthen(asked_for, heeded == 0, now);
                if let Some(asked) = self.patience.asked.get_mut(&request) {
                    asked.heeded = asked_for.seconds;
                }
            }
            None if finished && heeded == 0 => self.wait_of(target).forgive(now),
            Some(_) | None => {}
        }
    }

    fn wait_of(&mut self, target: Target) -> &mut Wait {
        match target {
            Target::Practice => &mut self.patience.practice,
            Target::Binance => &mut self.session.wait,
            Target::OtherAddress => &mut self.patience.other_address,
        }
    }

    /// For how many seconds nothing may be asked; `None` when it may.
    pub(crate) fn binance_waits(&self) -> Option<u32> {
        let wait = match self.target() {
            Target::Practice => self.patience.practice,
            Target::Binance => self.session.wait,
            Target::OtherAddress => self.patience.other_address,
        };
        wait.seconds_left(self.now.as_millisecond())
    }

    /// A button on the screen waits for it.
    pub(super) fn shows_wait(&self) -> bool {
        let of_overlay = self.overlays.last().map(|shown| *shown == OpenOverlay::Shown(Overlay::Doctor));
        let asks = of_overlay.unwrap_or(match self.journey().place {
            Place::Step(_) => matches!(self.work, Work::Entering | Work::Judged { .. }),
            Place::Home => true,
            Place::Welcome | Place::HandOver | Place::Configured => false,
        });
        asks && self.binance_waits().is_some()
    }

    /// A clock that was set back makes no wait longer than it was to be.
    pub(super) fn shorten_wait(&mut self) {
        let now = self.now.as_millisecond();
        for wait in [&mut self.session.wait, &mut self.patience.practice, &mut self.patience.other_address] {
            wait.shorten(now);
        }
    }

    /// Another exchange is played: it knows nothing of the last one's wait, nor of what that was asked.
    pub(super) fn forget_practice_wait(&mut self) {
        self.patience.practice = Wait::default();
        self.patience.asked.retain(|_, asked| asked.target != Target::Practice);
    }
}

impl Wait {
    /// The longest ban that Binance gives, in milliseconds.
    const LONGEST_MS: i64 = 3 * 24 * 60 * 60 * 1000;
    /// The longest wait that is the program's own guess, in milliseconds.
    const LONGEST_GUESS_MS: i64 = 60 * 60 * 1000;

    /// Whole seconds until something may be asked; `None` when it may.
    fn seconds_left(self, now: i64) -> Option<u32> {
        let left = (self.until - now).min(self.span).min(Self::LONGEST_MS);
        u32::try_from((left + 999) / 1000).ok().filter(|seconds| *seconds > 0)
    }

    /// It is asked for: from now on, and never shorter than what was asked for before. Where no time is said, each time in a row waits
    /// twice as long as the one before. `anew`: by a request that had not asked for it yet.
    fn lengthen(&mut self, asked_for: AskedFor, anew: bool, now: i64) {
        let mut span = i64::from(asked_for.seconds) * 1000;
        if !asked_for.said {
            self.guesses = self.guesses.saturating_add(u32::from(anew));
            let doublings = self.guesses.saturating_sub(1).min(Self::MOST_DOUBLINGS);
            span = (span << doublings).min(Self::LONGEST_GUESS_MS.max(span));
        }
        let span = span.min(Self::LONGEST_MS);
        if now + span > self.until {
            (self.until, self.span) = (now + span, span);
        }
    }

    /// More would change nothing: a second would be an hour.
    const MOST_DOUBLINGS: u32 = 12;

    /// Something was asked, and nothing was said of a wait.
    fn forgive(&mut self, now: i64) {
        if self.until <= now {
            *self = Self::default();
        }
    }

    fn shorten(&mut self, now: i64) {
        self.until = self.until.min(now.saturating_add(self.span.clamp(0, Self::LONGEST_MS)));
    }
}
