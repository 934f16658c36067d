//! The one task that owns the wizard: it takes in what happens, begins effects, and shows the page what has changed.

use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use smartradex_wizard::{Action, Effect, Event, Outcome, Request, Screen, Session, Wizard};
use tauri::ipc::Channel;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinHandle, spawn_blocking};
use tokio::time::{timeout, timeout_at};

use crate::log;
use crate::shell::{Begun, Shell};

/// How long a screen waits until the system has the session that belongs to it. That takes a fraction of a millisecond, unless the disk is
/// busy or far away.
const SLOW_DISK: Duration = Duration::from_millis(100);

/// How long the end of the program waits for the keyring: where that gives up after 5 seconds, long enough to hear so. A key on its way
/// there or out of it would else be left without a record, or be there although everything is said to be erased.
const KEYRING: Duration = Duration::from_millis(5500);

/// The way to the runtime.
pub(crate) type Inbox = UnboundedSender<Message>;

/// Where the page awaits the screen that its action leads to, or `None` if there is no new one. Until then it sends no further action.
pub(crate) type Answer = oneshot::Sender<Option<Shown>>;

/// A screen on its way to the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Shown {
    /// Counts the screens from 1: one that comes as an answer and one that comes by the channel may overtake each other.
    pub(crate) number: u32,
    /// What to show.
    pub(crate) screen: Screen,
}

/// What the runtime is told.
pub(crate) enum Message {
    /// The user did something while this place was in view; the page waits for the answer.
    Action(Action, String, Answer),
    /// Something happened that nobody asked for.
    Event(Event),
    /// A request is under way, and this is what is known so far.
    Progress(Request, Outcome),
    /// A request is done.
    Done(Request, Outcome),
    /// The page is ready, perhaps after a reload, shows the screen with this number (0: none), and wants each later one.
    Page(Channel<Shown>, u32),
    /// Show the support desk, perhaps with this code in it.
    Desk(Option<String>),
    /// The program ends: put everything away, then report that.
    End(Sender<()>),
}

/// The effect that is not worth a line in the log: waiting for the clock.
const UNLOGGED: &str = "wait";

/// The wizard, and what surrounds it.
pub(crate) struct Runtime {
    wizard: Wizard,
    shell: Shell,
    page: Option<Channel<Shown>>,
    /// The last screen given to the page.
    shown: Option<Shown>,
    /// The number of the last screen.
    number: u32,
    /// Where the answer to the last action goes.
    awaited: Option<Answer>,
    /// The session as last handed over to be written.
    saved: Session,
    /// The session as it was when everything was being forgotten, until that is done.
    forgot: Option<Session>,
    under_way: HashMap<Request, UnderWay>,
    /// The screen that was logged last.
    logged: &'static str,
    /// When something last happened, by the system's clock and by one that nobody sets.
    clock: (Timestamp, Instant),
}

/// How much further the system's clock went than time did, in milliseconds, if that is more than clocks drift.
fn ahead(clock: SignedDuration, time: Duration) -> Option<i64> {
    const DRIFT_MS: i64 = 1000;
    let time = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    let ahead = i64::try_from(clock.as_millis()).unwrap_or(i64::MAX).saturating_sub(time);
    (ahead > DRIFT_MS).then_some(ahead)
}

/// An effect that was begun and has not ended.
struct UnderWay {
    work: AbortHandle,
    effect: &'static str,
    since: Instant,
    /// Whether it changes the keyring.
    keyring: bool,
}

impl Runtime {
    /// Takes over a wizard. `saved` is the session as it is on the disk.
    #[must_use]
    pub(crate) fn new(wizard: Wizard, saved: Session, shell: Shell) -> Self {
        Self {
            wizard,
            shell,
            page: None,
            shown: None,
            number: 0,
            awaited: None,
            saved,
            forgot: None,
            under_way: HashMap::new(),
            logged: "",
            clock: (Timestamp::now(), Instant::now()),
        }
    }

    /// Runs until the program ends. `effects` are those that the wizard began with.
    pub(crate) async fn run(mut self, effects: Vec<Effect>, mut inbox: UnboundedReceiver<Message>) {
        self.begin(effects);
        while let Some(message) = inbox.recv().await {
            let mut ended = self.take(message);
            // Take in what has piled up in the meantime before anything is drawn.
            for _ in 0..inbox.len() {
                if let Ok(message) = inbox.try_recv() {
                    ended = self.take(message).or(ended);
                }
            }
            self.save().await;
            if let Some(told) = ended {
                // No secret stays in the clipboard for as long as the keyring takes.
                let clipboard = self.shell.clipboard.clone();
                let wiped = spawn_blocking(move || clipboard.finish());
                self.hear_the_keyring(&mut inbox).await;
                self.end(wiped, &told).await;
                return;
            }
            self.show();
        }
    }

    fn take(&mut self, message: Message) -> Option<Sender<()>> {
        match message {
            Message::Action(action, place, answer) => {
                self.awaited = Some(answer);
                // A press on a screen that is gone, such as a second "Next", is not meant for the new one.
                let gone = self.shown.as_ref().is_some_and(|shown| shown.screen.place != place);
                if !(gone && matches!(action, Action::Press { .. })) {
                    self.update(Event::Action(action));
                }
            }
            Message::Event(event) => self.update(event),
            Message::Progress(request, outcome) => {
                if self.under_way.contains_key(&request) {
                    self.update(Event::Outcome(outcome));
                }
            }
            Message::Done(request, outcome) => {
                if let Some(UnderWay { effect, since, .. }) = self.under_way.remove(&request) {
                    if effect != UNLOGGED {
                        log::done(effect, request, outcome.ending(), since.elapsed());
                    }
                    if let Outcome::Diagnosed(_, Some(found)) = &outcome {
                        log::checked_up(found);
                    }
                    let forgotten = matches!(outcome, Outcome::Forgotten(..));
                    self.update(Event::Outcome(outcome));
                    if forgotten {
                        self.keep_what_came_since();
                    }
                }
            }
            Message::Page(channel, number) => {
                self.page = Some(channel);
                self.shown = self.shown.take().filter(|shown| shown.number == number);
                if let Some(frame) = self.shell.frame.get() {
                    frame.show();
                }
            }
            Message::Desk(code) => {
                let effects = self.wizard.open_desk(code.as_deref());
                self.begin(effects);
            }
            Message::End(told) => return Some(told),
        }
        None
    }

    fn update(&mut self, event: Event) {
        let (now, instant) = (Timestamp::now(), Instant::now());
        let (before, instant_before) = std::mem::replace(&mut self.clock, (now, instant));
        if let Some(ahead) = ahead(now.duration_since(before), instant.duration_since(instant_before)) {
            self.wizard.clock_went_ahead(ahead);
        }
        let effects = self.wizard.update(event, now);
        if let Some(checked) = self.wizard.just_checked() {
            log::checked(&checked);
        }
        self.begin(effects);
    }

    fn begin(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Cancel(request) = effect {
                if let Some(UnderWay { work, effect, since, .. }) = self.under_way.remove(&request) {
                    work.abort();
                    if effect != UNLOGGED {
                        log::done(effect, request, "cancelled", since.elapsed());
                    }
                }
                continue;
            }
            if matches!(effect, Effect::ForgetFiles(_)) {
                // What is being forgotten must not be written again by the next save.
                self.saved = self.wizard.session().clone();
                self.forgot = Some(self.saved.clone());
            }
            let name = effect.name();
            let keyring = matches!(effect, Effect::Store(..) | Effect::Remove(..));
            let begun = self.shell.begin(effect);
            if name != UNLOGGED {
                log::begun(name, begun.as_ref().map(|begun| begun.request));
            }
            if let Some(begun) = begun {
                self.follow(name, keyring, begun);
            }
        }
    }

    /// Sends the outcome once the work ends, or `lost` if it panics.
    fn follow(&mut self, effect: &'static str, keyring: bool, Begun { request, lost, work }: Begun) {
        let under_way = UnderWay { work: work.abort_handle(), effect, since: Instant::now(), keyring };
        self.under_way.insert(request, under_way);
        let inbox = self.shell.inbox.clone();
        tokio::spawn(async move {
            let outcome = match work.await {
                Ok(outcome) => outcome,
                Err(error) if error.is_panic() => lost,
                // Cancelled: nothing more is to come of it.
                Err(_) => return,
            };
            // If nobody receives it, the program is ending.
            let _ = inbox.send(Message::Done(request, outcome));
        });
    }

    /// Hands the session to the system before the page is shown the result, so that a kill loses nothing that was seen to be done. A slow
    /// disk does not hold up the window for long.
    async fn save(&mut self) {
        let session = self.wizard.session();
        if *session != self.saved {
            self.saved = session.clone();
            let written = self.shell.keeper.save(session.clone());
            self.shell.log.wake();
            // Written, failed or late: where it matters, the keeper reports it.
            let _ = timeout(SLOW_DISK, written).await;
        }
    }

    /// Everything was forgotten. Saves what the user has done since, which may have been forgotten with it; or else what outlives that:
    /// that no log is wanted, how long Binance wants to be left alone, and that a key may still be in the keyring.
    fn keep_what_came_since(&mut self) {
        let session = self.wizard.session();
        // These two are kept either way.
        let (wait, keys_left) = (session.wait, session.keys_left);
        let changed = |forgot| Session { wait, keys_left, ..forgot } != *session;
        let stays = if self.forgot.take().is_some_and(changed) {
            self.saved = session.clone();
            Some(session.clone())
        } else {
            self.wizard.what_stays()
        };
        if let Some(stays) = stays {
            drop(self.shell.keeper.save(stays));
        }
    }

    /// Gives the page the screen if it has changed: as the answer to the user's action, if one is awaited, otherwise by the channel.
    fn show(&mut self) {
        if let Some(frame) = self.shell.frame.get() {
            frame.ask_before_closing(self.wizard.asks_before_leaving());
        }
        let next = self.next();
        // A page that has just gone asks anew when it is back.
        if let Some(answer) = self.awaited.take() {
            let _ = answer.send(next);
        } else if let (Some(next), Some(page)) = (next, &self.page) {
            let _ = page.send(next);
        }
    }

    /// The current screen, if it differs from the last one; it is then the last one.
    pub(crate) fn next(&mut self) -> Option<Shown> {
        let screen = self.wizard.screen();
        let before = self.shown.as_ref();
        if before.is_some_and(|shown| shown.screen == screen) {
            return None;
        }
        if self.logged != screen.place {
            self.logged = screen.place;
            log::screen(screen.place);
        }
        if before.is_none_or(|shown| shown.screen.title != screen.title)
            && let Some(frame) = self.shell.frame.get()
        {
            frame.set_title(&screen.title, screen.lang);
        }
        self.number += 1;
        Some(self.shown.insert(Shown { number: self.number, screen }).clone())
    }

    /// Takes in what becomes of the keys on their way into the keyring or out of it, as far as that is known in time.
    async fn hear_the_keyring(&mut self, inbox: &mut UnboundedReceiver<Message>) {
        let end = tokio::time::Instant::now() + KEYRING;
        while self.under_way.values().any(|under_way| under_way.keyring) {
            let Ok(Some(message)) = timeout_at(end, inbox.recv()).await else { break };
            // The program is ending already.
            let _ = self.take(message);
        }
        self.save().await;
    }

    async fn end(&self, wiped: JoinHandle<()>, told: &Sender<()>) {
        log::ended();
        let (keeper, log) = (self.shell.keeper.clone(), self.shell.log.clone());
        let put_away = spawn_blocking(move || {
            keeper.finish();
            log.finish();
        });
        // That the program ends matters more than how.
        let _ = tokio::join!(wiped, put_away);
        let _ = told.send(());
    }
}

#[cfg(test)]
mod tests;
