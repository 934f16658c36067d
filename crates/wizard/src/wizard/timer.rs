//! The timers: one ticks every second as long as something counts down, one notices when nothing is done for a while.

use super::{Said, Wizard, Work};
use crate::effect::{Effect, Request, Wipe};
use crate::session::Place;

/// The running timers, and when a copied secret leaves the clipboard.
#[derive(Debug, Default)]
pub(crate) struct Timers {
    tick: Option<Request>,
    /// When the copied secret is wiped from the clipboard, in milliseconds since 1970.
    pub(crate) clipboard_until: Option<i64>,
    /// The request to wipe it, while it is under way.
    clearing: Option<Request>,
    idle: Option<Request>,
    /// Nothing was done for a while, on a screen where the user has something to find.
    pub(crate) stuck: bool,
}

/// One tick, in milliseconds.
const TICK_MS: u32 = 1000;

/// How long without an action before help is offered, in milliseconds.
const IDLE_MS: u32 = 45_000;

/// How long a copied secret stays in the clipboard, in milliseconds.
pub(crate) const CLIPBOARD_MS: i64 = 60_000;

impl Wizard {
    /// Keeps the timer running as long as something counts down.
    pub(super) fn keep_time(&mut self, effects: &mut Vec<Effect>) {
        let counting = self.awaits_look() || self.shows_wait() || self.timers.clipboard_until.is_some();
        if counting && self.timers.tick.is_none() {
            let request = self.request();
            self.timers.tick = Some(request);
            effects.push(Effect::Wait(request, TICK_MS));
        }
    }

    /// The user did something, so the wait before offering help starts over.
    pub(super) fn not_idle(&mut self, effects: &mut Vec<Effect>) {
        effects.extend(self.timers.idle.take().map(Effect::Cancel));
        self.timers.stuck = false;
        let searching = matches!(self.journey().place, Place::Step(_)) && matches!(self.work, Work::Entering);
        if searching && self.overlays.is_empty() {
            let request = self.request();
            self.timers.idle = Some(request);
            effects.push(Effect::Wait(request, IDLE_MS));
        }
    }

    pub(super) fn elapsed(&mut self, request: Request, effects: &mut Vec<Effect>) {
        if self.timers.idle.take_if(|awaited| *awaited == request).is_some() {
            self.timers.stuck = true;
            return;
        }
        if self.timers.tick.take_if(|awaited| *awaited == request).is_none() {
            return;
        }
        self.shorten_look();
        self.shorten_wait();
        self.look_if_due(effects);
        let now = self.now.as_millisecond();
        // Setting the clock back must not leave the secret in the clipboard for longer.
        self.timers.clipboard_until = self.timers.clipboard_until.map(|until| until.min(now + CLIPBOARD_MS));
        if self.timers.clipboard_until.is_some_and(|until| until <= now) {
            self.timers.clipboard_until = None;
            self.pasting = None;
            let request = self.request();
            self.timers.clearing = Some(request);
            effects.push(Effect::WipeCopiedSecret(request));
        }
    }

    /// Tells what became of the copied secret. If something copied since has replaced it, there is nothing to tell.
    pub(super) fn cleared(&mut self, request: Request, wipe: Wipe) {
        if self.timers.clearing.take_if(|awaited| *awaited == request).is_some() {
            match wipe {
                Wipe::Wiped => self.say(Said::ClipboardCleared),
                Wipe::NotThere => {}
                Wipe::Failed => self.say(Said::ClipboardNotCleared),
            }
        }
    }
}
