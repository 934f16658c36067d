//! How long Binance wants to be left alone. Who asks sooner makes the wait longer: a ban grows from two minutes to three days.

use smartradex_binance::Examination;

use super::{Wizard, Work};
use crate::effect::Target;
use crate::session::Place;
use crate::verdict;

/// The wait that Binance asked for, and that of the practice exchange.
#[derive(Debug, Default)]
pub(crate) struct Patience {
    binance: Wait,
    practice: Wait,
}

#[derive(Debug, Default, Clone, Copy)]
struct Wait {
    /// Milliseconds since 1970.
    until: i64,
    /// How long it was to be, in milliseconds.
    span: i64,
}

impl Patience {
    fn with(&mut self, target: Target) -> &mut Wait {
        match target {
            Target::Binance => &mut self.binance,
            Target::Practice => &mut self.practice,
        }
    }
}

impl Wizard {
    /// Notes what any of the answers asks for, be it beside a good one.
    pub(super) fn heed(&mut self, examination: &Examination) {
        let Some(seconds) = asked_for(examination) else { return };
        let (now, span) = (self.now.as_millisecond(), i64::from(seconds) * 1000);
        let target = self.target();
        *self.patience.with(target) = Wait { until: now + span, span };
    }

    /// For how many seconds nothing may be asked; `None` when it may.
    pub(crate) fn binance_waits(&self) -> Option<u32> {
        let wait = match self.target() {
            Target::Binance => self.patience.binance,
            Target::Practice => self.patience.practice,
        };
        let left = (wait.until - self.now.as_millisecond()).min(wait.span);
        u32::try_from((left + 999) / 1000).ok().filter(|seconds| *seconds > 0)
    }

    /// A button on the screen waits for it.
    pub(super) fn shows_wait(&self) -> bool {
        let asks = match self.journey().place {
            Place::Step(_) => matches!(self.work, Work::Entering | Work::Judged { .. }),
            Place::Home => true,
            Place::Welcome | Place::HandOver | Place::Configured => false,
        };
        asks && self.binance_waits().is_some()
    }

    /// A clock that was set back makes no wait longer than it was to be.
    pub(super) fn shorten_wait(&mut self) {
        let now = self.now.as_millisecond();
        for wait in [&mut self.patience.binance, &mut self.patience.practice] {
            wait.until = wait.until.min(now + wait.span);
        }
    }

    /// Another exchange is played: it knows nothing of the last one's wait.
    pub(super) fn forget_practice_wait(&mut self) {
        self.patience.practice = Wait::default();
    }
}

/// The longest wait that an answer asks for, in seconds.
fn asked_for(examination: &Examination) -> Option<u32> {
    let failures = [
        examination.clock.as_ref().and_then(|result| result.as_ref().err()),
        examination.permissions.as_ref().and_then(|result| result.as_ref().err()),
        examination.kind.as_ref().and_then(|result| result.as_ref().err()),
        examination.account.as_ref().and_then(|result| result.as_ref().err()),
        examination.order.as_ref().and_then(|result| result.as_ref().err()),
    ];
    failures.into_iter().flatten().filter_map(verdict::wait_after).max()
}
