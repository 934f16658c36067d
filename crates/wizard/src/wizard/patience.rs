//! How long Binance wants to be left alone. Asking sooner makes the wait longer: a ban grows from two minutes to three days.

use std::collections::BTreeMap;

use smartradex_binance::{Examination, Fact, Failure};

use super::{OpenOverlay, Wizard, Work};
use crate::action::Overlay;
use crate::doctor::Checkup;
use crate::effect::{Effect, Request, Subject, Target};
use crate::session::{Place, Session, Wait};
use crate::verdict::{self, AskedFor};

/// The requests on their way to an exchange, and the waits that end with the program. Binance's own wait is in the session.
#[derive(Debug, Default)]
pub(crate) struct Patience {
    practice: Wait,
    /// For the address given on the command line in place of Binance.
    other_address: Wait,
    /// Which exchange each request asked, until its answer is complete or it is cancelled.
    asked: BTreeMap<Request, Asked>,
}

#[derive(Debug, Clone, Copy)]
struct Asked {
    target: Target,
    /// When, in milliseconds since 1970.
    at: i64,
    /// The longest wait that its answers have asked for so far, in seconds.
    heeded: u32,
}

impl Wizard {
    /// Has the exchange asked about a key, unless it wants to be left alone.
    pub(super) fn ask(&mut self, subject: Subject, effects: &mut Vec<Effect>) -> Option<Request> {
        let request = self.may_ask()?;
        let bot = match &subject {
            Subject::Held(_) => self.journey().bot,
            Subject::Kept(kept) => kept.slot.bot,
        };
        effects.push(Effect::Examine(request, subject, self.target(), bot.market()));
        Some(request)
    }

    /// The number for a new request to the current exchange, unless that wants to be left alone.
    pub(super) fn may_ask(&mut self) -> Option<Request> {
        if self.binance_waits().is_some() {
            return None;
        }
        let request = self.request();
        self.patience
            .asked
            .insert(request, Asked { target: self.target(), at: self.now.as_millisecond(), heeded: 0 });
        Some(request)
    }

    /// The key could not be read, so the exchange was not asked.
    pub(super) fn nobody_asked(&mut self, request: Request) {
        self.patience.asked.remove(&request);
    }

    /// Ends a request to an exchange. Nothing more comes of it.
    pub(super) fn stop_asking(&mut self, request: Request, effects: &mut Vec<Effect>) {
        self.patience.asked.remove(&request);
        effects.push(Effect::Cancel(request));
    }

    /// Notes the wait that any of the answers asks for, even beside good answers, and whatever became of the screen that asked.
    pub(super) fn heed(&mut self, request: Request, examination: &Examination, effects: &mut Vec<Effect>) {
        let answered = matches!(examination.clock, Some(Ok(_)));
        let failures = examination.failures().map(|(_, failure)| failure);
        self.heed_failures(request, failures, examination.finished, answered, effects);
    }

    /// The same for the doctor's look, which makes a call of its own.
    pub(super) fn heed_checkup(
        &mut self,
        request: Request,
        found: Option<&Checkup>,
        effects: &mut Vec<Effect>,
    ) {
        let http = found.map(|found| &found.way.http);
        let failure = match http {
            Some(Fact::Fails(failure)) => Some(failure),
            Some(Fact::Works | Fact::NotNeeded | Fact::NotTried) | None => None,
        };
        self.heed_failures(request, failure.into_iter(), true, http == Some(&Fact::Works), effects);
    }

    fn heed_failures<'a>(
        &mut self,
        request: Request,
        failures: impl Iterator<Item = &'a Failure>,
        finished: bool,
        answered: bool,
        effects: &mut Vec<Effect>,
    ) {
        let Some(Asked { target, at, heeded }) = self.patience.asked.get(&request).copied() else { return };
        if finished {
            self.patience.asked.remove(&request);
        }
        let now = self.now.as_millisecond();
        let longest = failures.filter_map(verdict::wait_after).max_by_key(|asked_for| asked_for.seconds);
        match longest {
            // Once per request. Otherwise each partial result sent on would seem to ask for the wait anew.
            Some(asked_for) if asked_for.seconds > heeded => {
                self.wait_of(target).lengthen(asked_for, at, now);
                if let Some(asked) = self.patience.asked.get_mut(&request) {
                    asked.heeded = asked_for.seconds;
                }
                self.withdraw_others(target, request, effects);
            }
            // Only an exchange that was reached can have changed its mind.
            None if finished && answered && heeded == 0 => self.wait_of(target).forgive(now),
            Some(_) | None => {}
        }
    }

    /// Takes back the other requests to an exchange that wants to be left alone: one may still be waiting for the keyring.
    fn withdraw_others(&mut self, target: Target, but: Request, effects: &mut Vec<Effect>) {
        let asked = self.patience.asked.iter();
        let others: Vec<Request> = asked
            .filter(|(request, asked)| **request != but && asked.target == target)
            .map(|(request, _)| *request)
            .collect();
        for request in others {
            self.stop_asking(request, effects);
            self.cards.withdraw(request);
            self.withdraw_checkup(request);
            self.withdraw_examination(request);
        }
    }

    fn wait_of(&mut self, target: Target) -> &mut Wait {
        match target {
            Target::Practice => &mut self.patience.practice,
            Target::Binance => &mut self.session.wait,
            Target::OtherAddress => &mut self.patience.other_address,
        }
    }

    /// For how many seconds nothing may be asked; `None` if asking is allowed.
    pub(crate) fn binance_waits(&self) -> Option<u32> {
        let wait = match self.target() {
            Target::Practice => self.patience.practice,
            Target::Binance => self.session.wait,
            Target::OtherAddress => self.patience.other_address,
        };
        wait.seconds_left(self.now.as_millisecond())
    }

    /// Binance itself, whoever is asked at the moment, wants to be left alone.
    pub(crate) fn keeps_wait(&self) -> bool {
        self.session.wait.seconds_left(self.now.as_millisecond()).is_some()
    }

    /// What outlives the forgetting of everything, if anything does: that no log is wanted, how long Binance wants to be left alone, and
    /// that a key may still be in the keyring.
    #[must_use]
    pub fn what_stays(&self) -> Option<Session> {
        let wait = if self.keeps_wait() { self.session.wait } else { Wait::default() };
        let Session { log_off, keys_left, .. } = self.session;
        let stays = Session { log_off, wait, keys_left, ..Session::default() };
        (stays != Session::default()).then_some(stays)
    }

    /// Whether a button on the screen is waiting for that time to pass.
    pub(super) fn shows_wait(&self) -> bool {
        let of_overlay = self.overlays.last().map(|shown| *shown == OpenOverlay::Shown(Overlay::Doctor));
        let asks = of_overlay.unwrap_or(match self.journey().place {
            Place::Step(_) => matches!(self.work, Work::Entering | Work::Judged { .. }),
            Place::Home => true,
            Place::Welcome | Place::HandOver | Place::Configured => false,
        });
        asks && self.binance_waits().is_some()
    }

    /// Setting the clock back must not make a wait longer than it was to be.
    pub(super) fn shorten_wait(&mut self) {
        let now = self.now.as_millisecond();
        for wait in [&mut self.session.wait, &mut self.patience.practice, &mut self.patience.other_address] {
            wait.shorten(now);
        }
    }

    /// The system's clock went this many milliseconds further than time did: it was set forward, or the computer slept. A wait that was not
    /// over before takes as much longer, but not one of more than an hour: that would never end on a computer that often sleeps.
    pub fn clock_went_ahead(&mut self, by: i64) {
        let before = self.now.as_millisecond();
        for wait in [&mut self.session.wait, &mut self.patience.practice, &mut self.patience.other_address] {
            if wait.until > before && wait.span <= Wait::LONGEST_GUESS_MS {
                wait.until = wait.until.saturating_add(by);
            }
        }
        self.delay_look(by);
    }

    /// Another practice exchange is starting: it knows nothing of the last one's wait, nor of what that one was asked.
    pub(super) fn forget_practice_wait(&mut self) {
        self.patience.practice = Wait::default();
        self.patience.asked.retain(|_, asked| asked.target != Target::Practice);
    }
}

impl Wait {
    /// The longest ban that Binance gives, in milliseconds.
    const LONGEST_MS: i64 = 3 * 24 * 60 * 60 * 1000;
    /// The longest wait that the program guesses by itself, in milliseconds.
    const LONGEST_GUESS_MS: i64 = 60 * 60 * 1000;

    /// Whole seconds until asking is allowed; `None` if it is allowed now.
    fn seconds_left(self, now: i64) -> Option<u32> {
        let left = self.until.saturating_sub(now).min(self.span).min(Self::LONGEST_MS);
        u32::try_from((left + 999) / 1000).ok().filter(|seconds| *seconds > 0)
    }

    /// A wait is asked for. It starts now, and never ends before one asked for earlier. Where Binance gives no length, each wait in a row
    /// is twice as long as the one before. `at`: when the request was made, in milliseconds since 1970.
    fn lengthen(&mut self, asked_for: AskedFor, at: i64, now: i64) {
        let mut span = i64::from(asked_for.seconds) * 1000;
        if asked_for.grows {
            // One refusal may answer several requests; only a request made after the wait was over is another one in the row.
            self.guesses = self.guesses.saturating_add(u32::from(at >= self.until));
            let doublings = self.guesses.saturating_sub(1).min(Self::MOST_DOUBLINGS);
            span = (span << doublings).min(Self::LONGEST_GUESS_MS.max(span));
        }
        let span = span.min(Self::LONGEST_MS);
        if now + span > self.until {
            (self.until, self.span) = (now + span, span);
        }
    }

    /// More would change nothing: these turn a second into an hour.
    const MOST_DOUBLINGS: u32 = 12;

    /// Something was asked, and no wait was asked for.
    fn forgive(&mut self, now: i64) {
        if self.until <= now {
            *self = Self::default();
        }
    }

    fn shorten(&mut self, now: i64) {
        self.until = self.until.min(now.saturating_add(self.span.clamp(0, Self::LONGEST_MS)));
    }
}
