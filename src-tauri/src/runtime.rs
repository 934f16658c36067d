//! The one task that owns the wizard: what happens goes in, effects are begun, and the page is shown what has changed.

use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::Serialize;
use smartradex_wizard::{Action, Effect, Event, Outcome, Request, Screen, Session, Wizard};
use tauri::ipc::Channel;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, spawn_blocking};
use tokio::time::timeout;

use crate::log;
use crate::shell::{Begun, Shell};

/// How long a screen waits until the session that belongs to it is with the system, which takes a part of a millisecond but where
/// the disk is full of work or far away.
const SLOW_DISK: Duration = Duration::from_millis(100);

/// The way to the runtime.
pub(crate) type Inbox = UnboundedSender<Message>;

/// Where the next screen is awaited, if the action leads to one. The page does nothing more until it has its answer.
pub(crate) type Answer = oneshot::Sender<Option<Shown>>;

/// A screen on its way to the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Shown {
    /// Counts the screens from 1: one that comes as an answer and one that comes by the channel may overtake each other.
    pub(crate) number: u32,
    /// What is to be seen.
    pub(crate) screen: Screen,
}

/// What the runtime is told.
pub(crate) enum Message {
    /// The user did something while this place was in view; the page waits for the answer.
    Action(Action, String, Answer),
    /// Something happened that nobody asked for.
    Event(Event),
    /// A request is under way and this is what is known so far.
    Progress(Request, Outcome),
    /// A request is done.
    Done(Request, Outcome),
    /// The page is there, perhaps once more, shows the screen of this number, and wants each one after it.
    Page(Channel<Shown>, u32),
    /// The desk is to be in front, perhaps with this code in it.
    Desk(Option<String>),
    /// The program ends: everything is to be put away, and that be told.
    End(Sender<()>),
}

/// The effect that is not worth a line: a tick of the clock.
const UNLOGGED: &str = "wait";

/// The wizard, and what surrounds it.
pub(crate) struct Runtime {
    wizard: Wizard,
    shell: Shell,
    page: Option<Channel<Shown>>,
    /// What the page was given last.
    shown: Option<Shown>,
    /// The number of the last screen.
    number: u32,
    /// Who waits for the next screen.
    awaited: Option<Answer>,
    /// The session as it was last given away to be written.
    saved: Session,
    under_way: HashMap<Request, UnderWay>,
    /// The screen that was logged last.
    logged: &'static str,
}

/// What was begun and has not come to its end.
struct UnderWay {
    work: AbortHandle,
    effect: &'static str,
    since: Instant,
}

impl Runtime {
    /// Takes a wizard over. `saved` is the session as it is on the disk.
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
            under_way: HashMap::new(),
            logged: "",
        }
    }

    /// Runs until the program ends. `effects` are those with which the wizard began.
    pub(crate) async fn run(mut self, effects: Vec<Effect>, mut inbox: UnboundedReceiver<Message>) {
        self.begin(effects);
        while let Some(message) = inbox.recv().await {
            let mut ended = self.take(message);
            // What has piled up meanwhile is taken in before anything is drawn.
            for _ in 0..inbox.len() {
                if let Ok(message) = inbox.try_recv() {
                    ended = self.take(message).or(ended);
                }
            }
            self.save().await;
            if let Some(told) = ended {
                self.end(&told).await;
                return;
            }
            self.show();
        }
    }

    fn take(&mut self, message: Message) -> Option<Sender<()>> {
        match message {
            Message::Action(action, place, answer) => {
                self.awaited = Some(answer);
                // What was pressed on a screen that is gone, such as "Next" a second time, is not meant for the one that came.
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
                    if let Outcome::Forgotten(..) = &outcome {
                        self.keep_what_stays();
                    }
                    self.update(Event::Outcome(outcome));
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
        let effects = self.wizard.update(event, Timestamp::now());
        if let Some(checked) = self.wizard.just_checked() {
            log::checked(&checked);
        }
        self.begin(effects);
    }

    fn begin(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Cancel(request) = effect {
                if let Some(UnderWay { work, effect, since }) = self.under_way.remove(&request) {
                    work.abort();
                    if effect != UNLOGGED {
                        log::done(effect, request, "cancelled", since.elapsed());
                    }
                }
                continue;
            }
            if matches!(effect, Effect::ForgetFiles(_)) {
                // What is being forgotten is not to be written again at the next occasion.
                self.saved = self.wizard.session().clone();
            }
            let name = effect.name();
            let begun = self.shell.begin(effect);
            if name != UNLOGGED {
                log::begun(name, begun.as_ref().map(|begun| begun.request));
            }
            if let Some(begun) = begun {
                self.follow(name, begun);
            }
        }
    }

    /// Has the outcome sent, or what stands for it when the work panics.
    fn follow(&mut self, effect: &'static str, Begun { request, lost, work }: Begun) {
        let under_way = UnderWay { work: work.abort_handle(), effect, since: Instant::now() };
        self.under_way.insert(request, under_way);
        let inbox = self.shell.inbox.clone();
        tokio::spawn(async move {
            let outcome = match work.await {
                Ok(outcome) => outcome,
                Err(error) if error.is_panic() => lost,
                // Cancelled: nothing more is to come of it.
                Err(_) => return,
            };
            // The program is ending when nobody takes it.
            let _ = inbox.send(Message::Done(request, outcome));
        });
    }

    /// What is shown is with the system, so that a kill loses nothing that was seen to be done; but a slow disk does not hold
    /// up the window for long.
    async fn save(&mut self) {
        let session = self.wizard.session();
        if *session != self.saved {
            self.saved = session.clone();
            let written = self.shell.keeper.save(session.clone());
            self.shell.log.wake();
            // Written, not written, or late: where it matters, that is told elsewhere.
            let _ = timeout(SLOW_DISK, written).await;
        }
    }

    /// What is to be known at the next start although everything was forgotten. None of it is about the user.
    fn keep_what_stays(&self) {
        if let Some(stays) = self.wizard.what_stays() {
            drop(self.shell.keeper.save(stays));
        }
    }

    /// Gives the page the screen, if it is another than the last one: as the answer to what the user did, or else by the channel.
    fn show(&mut self) {
        let next = self.next();
        // A page that has just gone will ask anew when it is back.
        if let Some(answer) = self.awaited.take() {
            let _ = answer.send(next);
        } else if let (Some(next), Some(page)) = (next, &self.page) {
            let _ = page.send(next);
        }
    }

    /// The present screen, if it is another than the last one.
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

    async fn end(&self, told: &Sender<()>) {
        log::ended();
        let (clipboard, keeper) = (self.shell.clipboard.clone(), self.shell.keeper.clone());
        let log = self.shell.log.clone();
        let put_away = spawn_blocking(move || {
            clipboard.finish();
            keeper.finish();
            log.finish();
        });
        // That the program ends matters more than how.
        let _ = put_away.await;
        let _ = told.send(());
    }
}

#[cfg(test)]
mod tests;
