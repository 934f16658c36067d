//! The program's state, and what changes it.

mod desk;
mod doctor;
mod entry;
mod examine;
mod forget;
mod form;
mod home;
mod keeping;
mod leaving;
mod moves;
mod overlay;
mod patience;
mod practice;
mod report;
mod said;
mod situation;
mod timer;
mod twin;

use std::collections::BTreeMap;

use jiff::Timestamp;
use smartradex_binance::Credentials;
use smartradex_practice::Scenario;
use zeroize::Zeroizing;

use crate::action::{Action, Input, Press, Zoom};
use crate::domain::{Bot, FormField, Part};
use crate::effect::{CopySource, Effect, Event, Outcome, Request, Slot, Target};
use crate::lang::Lang;
use crate::session::{Journey, Place, Session};
use crate::support::Checked;

pub use desk::is_perhaps_a_key;
pub(crate) use desk::{Desk, Wiping};
pub(crate) use doctor::Doctor;
pub(crate) use entry::{Entry, Field};
pub(crate) use examine::{Look, Work};
pub(crate) use forget::Forgetting;
pub(crate) use form::fields;
pub(crate) use home::{CardState, Cards};
pub(crate) use keeping::Keeping;
pub(crate) use overlay::OpenOverlay;
use patience::Patience;
pub(crate) use said::{Said, Shown};
pub(crate) use timer::{CLIPBOARD_MS, Timers};

/// What the shell knows about the computer when the program starts.
#[derive(Debug, Clone)]
pub struct System {
    /// The system's language.
    pub lang: Lang,
    /// Version of this program.
    pub version: String,
    /// The operating system and its version, without the computer's name.
    pub os: String,
    /// The user's time zone, for dates.
    pub zone: jiff::tz::TimeZone,
    /// The loopback address used in place of Binance, if one was given on the command line.
    pub other_address: Option<String>,
    /// 16 random bytes, from which the session's salt and the pretend keys are made.
    pub seed: [u8; 16],
    /// The session file was damaged and has been set aside.
    pub session_damaged: bool,
    /// The log's path, as people would write it.
    pub log: String,
    /// The user wants no log, but the existing one could not be removed.
    pub log_left: bool,
}

/// The program's state.
#[derive(Debug)]
pub struct Wizard {
    pub(crate) system: System,
    pub(crate) session: Session,
    pub(crate) now: Timestamp,
    /// What is shown in front of the journey's screen; the last one is in view.
    pub(crate) overlays: Vec<OpenOverlay>,
    /// What is in the two key fields, for each slot into which something was pasted.
    entries: BTreeMap<Slot, Entry>,
    /// The field for which the clipboard is being read.
    reading: BTreeMap<Request, (Slot, Part)>,
    /// What step 4 is doing.
    pub(crate) work: Work,
    /// Keys that were accepted but not kept in the keyring, until the user goes on from the hand-over. Only this memory has them.
    held: BTreeMap<Slot, Credentials>,
    pub(crate) cards: Cards,
    /// Keys being removed from the keyring at the user's request, wherever the user has gone since.
    removing: BTreeMap<Request, Slot>,
    /// Removals of old keys whose replacement was accepted but not kept: the old one must not stay in the keyring.
    former_keys: BTreeMap<Request, Slot>,
    pub(crate) timers: Timers,
    /// When each exchange may be asked again.
    patience: Patience,
    /// The field whose value was copied last, and should now be pasted into the form.
    pub(crate) pasting: Option<FormField>,
    pub(crate) desk: Desk,
    pub(crate) doctor: Doctor,
    /// Whether the report shows the masked key.
    pub(crate) report_key: bool,
    /// The request that switches the log on or off, while it is under way.
    pub(crate) keeping_log: Option<Request>,
    /// The user wants no log, but the existing one could not be removed.
    pub(crate) log_left: bool,
    /// The results of the checks since the program started, for support.
    pub(crate) checked: Vec<Checked>,
    /// The check that has just finished, for the log.
    pub(crate) just_checked: Option<Checked>,
    /// How far forgetting everything has got.
    pub(crate) forgetting: Forgetting,
    /// What is being copied to the clipboard.
    pub(crate) copying: Option<(Request, form::Copying)>,
    /// A short message, shown until the next action.
    pub(crate) said: Option<(u32, Said)>,
    /// How many messages there have been.
    pub(crate) said_count: u32,
    /// What is read aloud, with its number, until the next action.
    pub(crate) aloud: Vec<(u32, Shown)>,
    /// The session file could not be written.
    pub(crate) unsaved: bool,
    next_request: u64,
}

impl Wizard {
    /// Opens the program where the session left off, and returns the effects to run at once.
    #[must_use]
    pub fn new(system: System, session: Session, now: Timestamp) -> (Self, Vec<Effect>) {
        let said = system.session_damaged.then_some((0, Said::SessionDamaged));
        let log_left = system.log_left;
        let mut wizard = Self {
            system,
            session,
            now,
            overlays: Vec::new(),
            entries: BTreeMap::new(),
            reading: BTreeMap::new(),
            work: Work::Entering,
            held: BTreeMap::new(),
            cards: Cards::default(),
            removing: BTreeMap::new(),
            former_keys: BTreeMap::new(),
            timers: Timers::default(),
            patience: Patience::default(),
            pasting: None,
            desk: Desk::default(),
            doctor: Doctor::default(),
            report_key: false,
            keeping_log: None,
            log_left,
            checked: Vec::new(),
            just_checked: None,
            forgetting: Forgetting::default(),
            copying: None,
            said,
            said_count: 0,
            aloud: Vec::new(),
            unsaved: false,
            next_request: 0,
        };
        if wizard.session.salt.is_empty() {
            wizard.session.salt = hex(&wizard.system.seed);
        }
        wizard.session.keys_left |= wizard.system.session_damaged;
        let effects = wizard.open();
        (wizard, effects)
    }

    /// What belongs in the session file now.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The check that finished since the last call, for the log.
    pub fn just_checked(&mut self) -> Option<Checked> {
        self.just_checked.take()
    }

    /// Handles an event. Total: any event may arrive in any state, and changes only what it should.
    pub fn update(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        let mut effects = Vec::new();
        match event {
            Event::Action(action) => {
                self.said = None;
                self.aloud.clear();
                let mut done = Vec::new();
                self.act(action, &mut done);
                self.not_idle(&mut effects);
                effects.append(&mut done);
            }
            Event::Outcome(outcome) => self.learn(outcome, &mut effects),
        }
        self.diagnose_if_due(&mut effects);
        self.keep_time(&mut effects);
        effects
    }

    fn act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Press { press } => self.press(press, effects),
            Action::Paste { part, text } => self.pasted(part, text.expose()),
            Action::Type { input, text } => self.typed(input, text, effects),
        }
    }

    fn typed(&mut self, input: Input, text: String, effects: &mut Vec<Effect>) {
        // Someone may type a key here by mistake.
        let text = Zeroizing::new(text);
        match input {
            Input::SupportCode | Input::Search => self.typed_at_desk(input, &text, effects),
            Input::KeyLabel | Input::VerificationCode => self.typed_on_page(input, &text, effects),
            Input::Email => self.typed_as_email(&text, effects),
        }
    }

    fn press(&mut self, press: Press, effects: &mut Vec<Effect>) {
        match press {
            Press::Language { lang } => self.session.language = Some(lang),
            Press::BinanceLanguage { lang } => self.session.binance_language = Some(lang),
            Press::Bots { bots } => {
                if self.journey().place == Place::Welcome && !self.storing() {
                    self.session.journey_mut().choose(bots);
                }
            }
            Press::Start => {
                if self.journey().place == Place::Welcome {
                    self.go(Place::Step(self.journey().first_step()), effects);
                }
            }
            Press::Practise => self.practise(Scenario::Good, effects),
            Press::PractiseProblem { scenario } => self.practise(scenario, effects),
            Press::LeavePractice => self.leave_practice(effects),
            Press::Back => self.back(effects),
            Press::Next => self.forward(effects),
            Press::Go { step } => self.go_to_step(step, effects),
            Press::NewKey => self.new_key(effects),
            Press::Tick { instruction } => self.tick(instruction),
            Press::Open { link } => self.open_link(link, effects),
            Press::CopyLabel => {
                let label = CopySource::Text(self.journey().bot.key_label().to_owned());
                self.copy(form::Copying::Label, label, effects);
            }
            Press::CopyCode => self.copy_code(effects),
            Press::Paste { part } => self.ask_clipboard(part, effects),
            Press::Clear { part } => self.clear(part),
            Press::Check => self.check(effects),
            Press::Cancel => self.cancel(effects),
            Press::Swap => self.swap(effects),
            Press::StopLooking => self.stop_looking(),
            Press::Keep => self.keep(effects),
            Press::WithoutKeeping => self.without_keeping(effects),
            Press::CopyField { field } => self.copy_field(field, effects),
            Press::HandedOver => self.handed_over(effects),
            Press::SetUp { bot } => self.set_up(bot, effects),
            Press::CheckAgain { bot } => self.check_again(bot, effects),
            Press::HandOver { bot } => self.hand_over_again(bot, effects),
            Press::Remove { bot } => self.ask_removal(bot),
            Press::ReallyRemove { bot } => self.remove(bot, effects),
            Press::Remind { bot } => self.remind(bot, effects),
            Press::Page { act } => self.on_page(act, effects),
            Press::CopyFromPage { part } => self.copy_from_page(part, effects),
            Press::Show { overlay } => {
                self.show(overlay);
                self.consult(overlay);
            }
            Press::Diagnose => self.diagnose(effects),
            Press::KeepLog => self.keep_log(effects),
            Press::ShowLog => self.show_log(effects),
            Press::Answer { answer } => self.answer(answer, effects),
            Press::ViewDesk { view } => self.desk.view = view,
            Press::TakeCode { suggestion } => self.correct_code(suggestion),
            Press::SaidToCaller => self.said_to_caller(),
            Press::NextCall => self.desk.code.clear(),
            Press::CopyNote => self.copy_note(effects),
            Press::CopyShown => self.copy_report(effects),
            Press::SaveReport => self.save_report(effects),
            Press::ReportKey => self.report_key = !self.report_key,
            Press::Train { step, scenario } => self.train(step, scenario, effects),
            Press::SaveGuide => self.save_guide(effects),
            Press::Close => self.close(),
            Press::Home => self.go_home(effects),
            Press::Panel => {
                self.session.panel = !self.session.panel;
                effects.push(Effect::Panel(self.session.panel));
            }
            Press::Zoom { zoom } => self.zoom(zoom, effects),
            Press::Leave => self.leave(effects),
            Press::ForgetEverything => self.forget_everything(effects),
        }
    }

    fn learn(&mut self, outcome: Outcome, effects: &mut Vec<Effect>) {
        match outcome {
            Outcome::Opened(_, opened) => {
                if !opened {
                    self.say(Said::NotOpened);
                }
            }
            Outcome::Copied(request, result) => self.copied(request, result, effects),
            Outcome::Clipboard(request, result) => self.clipboard(request, result),
            Outcome::Examined(request, examination) => self.examined(request, *examination, effects),
            Outcome::Unreadable(request, fault) => self.unreadable(request, fault, effects),
            Outcome::Stored(request, result) => self.stored(request, result, effects),
            Outcome::Removed(request, result) => self.removed(request, result),
            Outcome::Elapsed(request) => self.elapsed(request, effects),
            Outcome::Saved(_, saved) => {
                self.say(if saved { Said::FileSaved } else { Said::FileNotSaved });
            }
            Outcome::Forgotten(request, gone) => self.forgotten(request, gone),
            Outcome::Closing => self.closing(effects),
            Outcome::Focused => {
                // Back from the browser: as far as the program can tell, what was copied has been pasted there.
                self.pasting = None;
                self.focused(effects);
            }
            Outcome::SessionSaved(saved) => {
                if !saved && !self.unsaved {
                    self.say_aloud(Shown::Unsaved);
                }
                self.unsaved = !saved;
            }
            Outcome::ClipboardWiped(request, wipe) => {
                self.clipboard_wiped(request, wipe);
                self.cleared(request, wipe);
            }
            Outcome::Diagnosed(request, found) => self.diagnosed(request, found, effects),
            Outcome::LogKept(request, kept) => self.log_kept(request, kept),
            Outcome::LogShown(_, shown) => self.say_unless(shown, Said::LogNotShown),
        }
    }

    /// What to do when the program starts: restore the panel, the zoom and the practice exchange, and check the kept keys quietly.
    fn open(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.session.panel {
            effects.push(Effect::Panel(true));
        }
        self.session.zoom = self.session.zoom.clamp(ZOOM_RANGE.0, ZOOM_RANGE.1);
        if self.session.zoom != ZOOM_RANGE.0 {
            effects.push(Effect::Zoom(self.session.zoom));
        }
        self.publish(&mut effects);
        self.shorten_wait();
        // The real journey too, even during a rehearsal: the user will return to it.
        self.session.real.resume();
        if let Some(rehearsal) = &mut self.session.rehearsal {
            rehearsal.journey.resume();
        }
        self.check_at_start(&mut effects);
        self.not_idle(&mut effects);
        self.keep_time(&mut effects);
        effects
    }

    pub(crate) fn journey(&self) -> &Journey {
        self.session.journey()
    }

    pub(crate) fn practising(&self) -> bool {
        self.session.rehearsal.is_some()
    }

    pub(crate) fn lang(&self) -> Lang {
        self.session.language.unwrap_or(self.system.lang)
    }

    pub(crate) fn binance_lang(&self) -> Lang {
        self.session.binance_language.unwrap_or_else(|| self.lang())
    }

    pub(crate) fn target(&self) -> Target {
        if self.practising() { Target::Practice } else { self.real_target() }
    }

    /// The target of a journey that is not a rehearsal.
    pub(crate) fn real_target(&self) -> Target {
        if self.system.other_address.is_some() { Target::OtherAddress } else { Target::Binance }
    }

    pub(crate) fn slot(&self, bot: Bot) -> Slot {
        Slot { target: self.target(), bot }
    }

    fn request(&mut self) -> Request {
        self.next_request += 1;
        Request(self.next_request)
    }

    fn zoom(&mut self, zoom: Zoom, effects: &mut Vec<Effect>) {
        let (least, most) = ZOOM_RANGE;
        let percent = match zoom {
            Zoom::In => self.session.zoom + ZOOM_STEP,
            Zoom::Out => self.session.zoom.saturating_sub(ZOOM_STEP),
            Zoom::Normal => least,
        };
        self.session.zoom = percent.clamp(least, most);
        effects.push(Effect::Zoom(self.session.zoom));
    }

    fn open_link(&mut self, link: crate::domain::Link, effects: &mut Vec<Effect>) {
        // A screen in front of a rehearsal, such as the advice after a suspicious call, means the real pages.
        if self.practising() && self.overlays.is_empty() {
            self.open_in_practice(link, effects);
        } else {
            let request = self.request();
            effects.push(Effect::Open(request, link, self.binance_lang()));
        }
    }

    /// The first of the two values, in the order of Binance's page, that is still missing.
    pub(crate) fn missing_part(&self) -> Option<Part> {
        Part::ALL.into_iter().find(|part| self.entry().field(*part).taken().is_none())
    }
}

/// Smallest and largest size, in percent of normal. WCAG 2.2 asks for 200 (1.4.4); below the normal size the text would be unreadable.
pub(crate) const ZOOM_RANGE: (u16, u16) = (100, 200);
const ZOOM_STEP: u16 = 25;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
