//! Step 4: the examination, and the repeated looks.

use smartradex_binance::Examination;

use super::{Keeping, Said, Shown, Wizard};
use crate::cause::{Cause, WayOn};
use crate::domain::{Bot, Part, Step};
use crate::effect::{Effect, Request, Subject, VaultFault};
use crate::session::Place;
use crate::verdict::{self, Decision, Known, OtherKey, Verdict};

/// Seconds between two looks at a key that is not right yet. A change at Binance takes seconds to minutes to take effect.
const LOOK_EVERY_S: u32 = 10;

/// For how long the program looks again by itself, in milliseconds.
const LOOK_FOR_MS: i64 = 5 * 60 * 1000;

/// What step 4 is doing.
#[derive(Debug)]
pub(crate) enum Work {
    /// The user is filling in the two fields.
    Entering,
    /// Binance is being asked for the first time.
    Examining { request: Request, examination: Examination },
    /// The key is not right, or could not be checked.
    Judged { verdict: Box<Verdict>, look: Look },
    /// The key is right.
    Accepted { verdict: Box<Verdict>, keeping: Keeping },
}

/// The repeated looks at a key that is not right.
#[derive(Debug)]
pub(crate) struct Look {
    /// When the program began to look again by itself, in milliseconds since 1970.
    since: i64,
    /// The look under way.
    pub(crate) request: Option<Request>,
    /// When the next look is due, in milliseconds since 1970, and how many milliseconds the whole wait for it takes.
    pub(crate) next: Option<(i64, i64)>,
    /// The user has stopped them.
    stopped: bool,
    /// The user has asked for the look under way, and wants to hear its result, even if it is the same.
    asked: bool,
}

impl Look {
    /// No more looks.
    pub(super) fn over() -> Self {
        Self { since: 0, request: None, next: None, stopped: true, asked: false }
    }

    /// Whether the program looks again by itself.
    pub(crate) fn goes_on(&self) -> bool {
        !self.stopped
    }
}

impl Wizard {
    pub(super) fn check(&mut self, effects: &mut Vec<Effect>) {
        if self.journey().place != Place::Step(Step::PasteKeys) || self.binance_waits().is_some() {
            return;
        }
        // Its successor might be stored before it is removed, and be removed in its place.
        let slot = self.slot(self.journey().bot);
        if self.removing.values().chain(self.former_keys.values()).any(|removing| *removing == slot) {
            self.say(Said::Removing);
            return;
        }
        match &self.work {
            Work::Entering => self.examine(effects),
            Work::Judged { look: Look { request: None, .. }, .. } => {
                self.look_anew(true);
                self.look(effects);
            }
            Work::Judged { .. } | Work::Examining { .. } | Work::Accepted { .. } => {}
        }
    }

    fn examine(&mut self, effects: &mut Vec<Effect>) {
        if let Some(request) = self.ask_about_fields(effects) {
            self.work = Work::Examining { request, examination: Examination::default() };
        }
    }

    fn ask_about_fields(&mut self, effects: &mut Vec<Effect>) -> Option<Request> {
        let credentials = self.entry().credentials()?;
        self.ask(Subject::Held(credentials), effects)
    }

    /// Looks at the same key again; the last verdict stays in view meanwhile. If something else has been told to wait in the meantime, the
    /// look comes once that wait is over.
    fn look(&mut self, effects: &mut Vec<Effect>) {
        let request = self.ask_about_fields(effects);
        let after_wait = self.after_wait();
        if let Work::Judged { look, .. } = &mut self.work {
            look.request = request;
            look.next = after_wait.filter(|_| request.is_none());
        }
    }

    pub(super) fn look_if_due(&mut self, effects: &mut Vec<Effect>) {
        if let Work::Judged { look: Look { next: Some((at, _)), request: None, .. }, .. } = self.work
            && at <= self.now.as_millisecond()
        {
            self.look(effects);
        }
    }

    /// The user is back from the browser, where a box may have been changed. Looks again, however long that took.
    pub(super) fn focused(&mut self, effects: &mut Vec<Effect>) {
        if let Work::Judged { verdict, look: Look { stopped: false, request: None, .. } } = &self.work
            && self.binance_waits().is_none()
            && verdict.looks_again()
        {
            self.look_anew(false);
            self.look(effects);
        }
    }

    /// The user has just done something that may take time to take effect, so the time for looking starts over.
    fn look_anew(&mut self, asked: bool) {
        let now = self.now.as_millisecond();
        if let Work::Judged { look, .. } = &mut self.work {
            *look = Look { since: now, stopped: false, asked, ..*look };
        }
    }

    pub(super) fn stop_looking(&mut self) {
        if let Work::Judged { look, .. } = &mut self.work {
            look.next = None;
            look.stopped = true;
        }
    }

    /// Back to the two fields; what was pasted stays.
    pub(super) fn cancel(&mut self, effects: &mut Vec<Effect>) {
        self.stop_work(effects);
    }

    /// Ends what step 4 is doing.
    pub(super) fn stop_work(&mut self, effects: &mut Vec<Effect>) {
        let running = match &self.work {
            Work::Examining { request, .. } => Some(*request),
            Work::Judged { look, .. } => look.request,
            Work::Entering | Work::Accepted { .. } => None,
        };
        if let Some(request) = running {
            self.stop_asking(request, effects);
        }
        if let Work::Accepted { keeping: Keeping::Asked(_), .. } = self.work {
            // The keyring is being written: its answer is awaited, wherever the user goes.
            return;
        }
        self.back_to_fields();
    }

    /// Back to the two fields. Values that were swapped for a check without an answer are swapped back: the next check is another one, and
    /// nobody agreed to swap them for that.
    fn back_to_fields(&mut self) {
        self.work = Work::Entering;
        self.entry_mut().withdraw_swap();
    }

    /// This examination was cancelled, because Binance wants to be left alone.
    pub(super) fn withdraw_examination(&mut self, request: Request) {
        let after_wait = self.after_wait();
        match &mut self.work {
            Work::Examining { request: awaited, .. } if *awaited == request => self.back_to_fields(),
            Work::Judged { look, .. } if look.request == Some(request) => {
                look.request = None;
                look.next = after_wait.filter(|_| !look.stopped);
            }
            Work::Entering | Work::Examining { .. } | Work::Judged { .. } | Work::Accepted { .. } => {}
        }
    }

    /// When Binance may be asked again if it wants to be left alone, and how long that is, as for [`Look::next`].
    fn after_wait(&self) -> Option<(i64, i64)> {
        let span = i64::from(self.binance_waits()?) * 1000;
        Some((self.now.as_millisecond() + span, span))
    }

    pub(super) fn swap(&mut self, effects: &mut Vec<Effect>) {
        let Work::Judged { verdict, look } = &self.work else { return };
        let running = look.request;
        if self.binance_waits().is_some() || !verdict.causes.iter().any(|cause| cause.way_on() == WayOn::Swap)
        {
            return;
        }
        // A look at the values as they stand, which begins whenever the user comes back to the window, has nothing more to say.
        if let Some(request) = running {
            self.stop_asking(request, effects);
        }
        self.entry_mut().try_swapped();
        self.work = Work::Entering;
        self.examine(effects);
    }

    pub(super) fn examined(&mut self, request: Request, examination: Examination, effects: &mut Vec<Effect>) {
        self.heed(request, &examination, effects);
        match &mut self.work {
            Work::Examining { request: awaited, examination: so_far } if *awaited == request => {
                *so_far = examination;
                if so_far.finished {
                    let look = Look { since: self.now.as_millisecond(), stopped: false, ..Look::over() };
                    let examination = std::mem::take(so_far);
                    self.judge(&examination, &look, effects);
                }
            }
            Work::Judged { look, .. } if look.request == Some(request) => {
                if examination.finished {
                    let look = std::mem::replace(look, Look::over());
                    self.judge(&examination, &look, effects);
                }
            }
            Work::Entering | Work::Examining { .. } | Work::Judged { .. } | Work::Accepted { .. } => {
                self.examined_card(request, &examination, effects);
            }
        }
    }

    fn judge(&mut self, examination: &Examination, look: &Look, effects: &mut Vec<Effect>) {
        let verdict = Box::new(self.verdict(examination, &self.known(self.journey().bot)));
        if verdict.not_recognised() {
            // Swapping did not help: the next look must not send the secret key in place of the API key again.
            self.entry_mut().swap_back();
        } else if matches!(examination.permissions, Some(Ok(_)))
            || matches!(examination.account, Some(Ok(_)))
            || verdict.causes.contains(&Cause::WrongSecret)
        {
            self.entry_mut().settle();
        }
        self.remember(self.journey().bot, examination, &verdict);
        self.doubt_record(&verdict);
        // An accepted key has a screen of its own, which is read from its heading.
        if let Work::Judged { verdict: before, .. } = &self.work
            && verdict.decision != Decision::Accepted
            && (look.asked || !before.finds_the_same_as(&verdict))
        {
            self.say_of(Place::Step(Step::PasteKeys), Shown::Verdict);
        }
        match verdict.decision {
            Decision::Accepted => {
                // Nothing counts as kept before the keyring has said so; until then it counts as a fault, which `keep` acts on.
                self.work = Work::Accepted { verdict, keeping: Keeping::Fault(VaultFault::Failed) };
                self.keep(effects);
            }
            Decision::Refused | Decision::Unknown | Decision::Pending => {
                let now = self.now.as_millisecond();
                // If Binance says when to ask again, the next look waits for that, however long it takes.
                let goes_on = now - look.since < LOOK_FOR_MS || verdict.wait_seconds.is_some();
                let seconds =
                    verdict.wait_seconds.unwrap_or(LOOK_EVERY_S).max(self.binance_waits().unwrap_or(1));
                let next = (verdict.looks_again() && goes_on && !look.stopped)
                    .then(|| (now + i64::from(seconds) * 1000, i64::from(seconds) * 1000));
                self.work =
                    Work::Judged { verdict, look: Look { request: None, next, asked: false, ..*look } };
            }
        }
    }

    /// What is known of a kept key. The two fields do not count: they may hold the other bot's key.
    pub(super) fn known_of_kept(&self, bot: Bot) -> Known {
        let masked = self.journey().keys.get(&bot).map(|record| record.masked.clone());
        let other = self.other_key(bot, masked.as_deref());
        Known { lengths_doubtful: false, swap_tried: false, accepted_before: true, other, ..self.known(bot) }
    }

    /// What is known of the key in the fields besides Binance's answers.
    pub(crate) fn known(&self, bot: Bot) -> Known {
        let journey = self.journey();
        // After the clock was set back, nobody knows.
        let since = |step| {
            let passed = self.now.as_millisecond() - journey.done.get(&step)?;
            (passed >= 0).then_some(passed / 1000)
        };
        let masked = self.entry().credentials().map(|credentials| credentials.api_key.masked());
        let doubtful = Part::ALL
            .into_iter()
            .any(|part| self.entry().field(part).taken().is_some_and(|value| value.doubt.is_some()));
        Known {
            bot,
            seconds_since_created: since(Step::CreateKey),
            seconds_since_restricted: since(Step::Restrictions),
            lengths_doubtful: doubtful,
            swap_tried: self.entry().swap_tried(),
            accepted_before: false,
            controls_told: journey.done.contains_key(&Step::SecurityControls),
            other: self.other_key(bot, masked.as_deref()),
            salt: self.session.salt.clone(),
        }
    }

    /// What is known of the other bot's key, beside the one that is shown like this.
    fn other_key(&self, bot: Bot, masked: Option<&str>) -> Option<OtherKey> {
        let record = self.journey().keys.get(&bot.other())?;
        // Short values all look alike.
        let is_this_one = masked == Some(&record.masked) && record.masked.chars().count() > 1;
        Some(OtherKey { uid_hash: record.uid_hash.clone(), is_this_one })
    }

    /// What the answers say. Where they call for a wait, the words are about the wait that is kept, which may be longer.
    pub(super) fn verdict(&self, examination: &Examination, known: &Known) -> Verdict {
        let mut verdict = verdict::judge(examination, known);
        if verdict.wait_seconds.is_some() {
            verdict.wait_seconds = verdict.wait_seconds.max(self.binance_waits());
        }
        verdict
    }

    /// The key in the fields may be the one that was accepted before. A wrong secret says nothing about that one's.
    fn doubt_record(&mut self, verdict: &Verdict) {
        let Some(credentials) = self.entry().credentials() else { return };
        let (now, bot) = (self.now.as_millisecond(), self.journey().bot);
        let wrong = verdict.decision == Decision::Refused && !verdict.causes.contains(&Cause::WrongSecret);
        if let Some(record) = self.session.journey_mut().keys.get_mut(&bot)
            && wrong
            && record.masked == credentials.api_key.masked()
        {
            record.refused_at = Some(now);
        }
    }

    /// Setting the clock back must not make a wait longer than it was to be.
    pub(super) fn shorten_look(&mut self) {
        let now = self.now.as_millisecond();
        if let Work::Judged { look: Look { since, next: Some((at, span)), .. }, .. } = &mut self.work {
            *since = (*since).min(now);
            *at = (*at).min(now + *span);
        }
    }

    /// The clock went this many milliseconds ahead of time, and the next look with it.
    pub(super) fn delay_look(&mut self, by: i64) {
        if let Work::Judged { look: Look { since, next: Some((at, _)), .. }, .. } = &mut self.work {
            *since = since.saturating_add(by);
            *at = at.saturating_add(by);
        }
    }

    /// Whether a countdown is shown.
    pub(super) fn awaits_look(&self) -> bool {
        matches!(self.work, Work::Judged { look: Look { next: Some(_), .. }, .. })
    }
}
