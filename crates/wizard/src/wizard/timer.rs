//! Seconds that count: one timer ticks as long as something on the screen counts down.

use super::{Said, Wizard};
use crate::effect::{Effect, Request};

/// The running timer, and when a copied secret leaves the clipboard.
#[derive(Debug, Default)]
pub(crate) struct Timers {
    tick: Option<Request>,
    /// Milliseconds since 1970.
    pub(crate) clipboard_until: Option<i64>,
}

/// One tick, in milliseconds.
const TICK_MS: u32 = 1000;

/// How long a copied secret stays in the clipboard, in milliseconds.
pub(crate) const CLIPBOARD_MS: i64 = 60_000;

impl Wizard {
    /// Keeps the timer running as long as something counts down.
    pub(super) fn keep_time(&mut self, effects: &mut Vec<Effect>) {
        let counting = self.awaits_look() || self.timers.clipboard_until.is_some();
        if counting && self.timers.tick.is_none() {
            let request = self.request();
            self.timers.tick = Some(request);
            effects.push(Effect::Wait(request, TICK_MS));
        }
    }

    pub(super) fn elapsed(&mut self, request: Request, effects: &mut Vec<Effect>) {
        if self.timers.tick.take_if(|awaited| *awaited == request).is_none() {
            return;
        }
        self.look_if_due(effects);
        if self.timers.clipboard_until.is_some_and(|until| until <= self.now.as_millisecond()) {
            self.timers.clipboard_until = None;
            self.said = Some(Said::ClipboardCleared);
            effects.push(Effect::ClearClipboard);
        }
    }
}
