//! The program's state, and what changes it.

mod desk;
mod examine;
mod forget;
mod form;
mod home;
mod over;
mod practice;
mod report;
mod situation;
mod timer;
mod twin;

use jiff::Timestamp;
use smartradex_practice::Scenario;
use zeroize::Zeroizing;

use crate::action::{Action, Bot, Input, Part, Press, Step};
use crate::effect::{CopySource, Effect, Event, Outcome, Request, Slot, Target, VaultFault};
use crate::lang::Lang;
use crate::session::{Journey, Place, Session};
use crate::step;
use crate::support::Checked;

pub(crate) use desk::Desk;
pub(crate) use examine::{Entry, Field, Keeping, Look, Work};
pub(crate) use forget::Forgetting;
pub(crate) use form::HeldKey;
pub(crate) use form::fields;
pub(crate) use home::{CardState, Cards};
pub(crate) use over::Front;
pub(crate) use practice::pretend;
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
    /// The loopback address that stands in for Binance, when one was given on the command line.
    pub other_address: Option<String>,
    /// 16 random bytes, for the session's salt and the pretend keys.
    pub seed: [u8; 16],
    /// A session file was damaged and has been set aside.
    pub session_damaged: bool,
}

/// The program's state.
#[derive(Debug)]
pub struct Wizard {
    pub(crate) system: System,
    pub(crate) session: Session,
    pub(crate) now: Timestamp,
    /// What stands in front of the journey's screen.
    pub(crate) front: Vec<Front>,
    /// The two fields for the key.
    pub(crate) entry: Entry,
    /// What step 4 is doing.
    pub(crate) work: Work,
    /// A key that was accepted but not kept, until it is handed over.
    pub(crate) held: Option<HeldKey>,
    pub(crate) cards: Cards,
    pub(crate) timers: Timers,
    pub(crate) desk: Desk,
    /// The report shows the masked key.
    pub(crate) report_key: bool,
    /// What the checks since the start of the program brought, for support.
    pub(crate) checked: Vec<Checked>,
    /// The field being copied to the form.
    pub(crate) copying: Option<(Request, form::Copying)>,
    /// Said once, below the words, until the next action.
    pub(crate) said: Option<Said>,
    /// How often something was said.
    pub(crate) said_count: u32,
    /// The session file could not be written.
    pub(crate) unsaved: bool,
    next_request: u64,
}

/// A short message about what has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Copied,
    NotCopied(Option<VaultFault>),
    NotOpened,
    ClipboardCleared,
    Refused(smartradex_practice::Refusal),
    FileSaved,
    FileNotSaved,
    Removed,
    NotRemoved(VaultFault),
    SessionDamaged,
    Storing,
    NoFormInPractice,
}

impl Wizard {
    /// Opens where the session stands, and says what is to be done at once.
    #[must_use]
    pub fn new(system: System, session: Session, now: Timestamp) -> (Self, Vec<Effect>) {
        let said = system.session_damaged.then_some(Said::SessionDamaged);
        let mut wizard = Self {
            system,
            session,
            now,
            front: Vec::new(),
            entry: Entry::default(),
            work: Work::Entering,
            held: None,
            cards: Cards::default(),
            timers: Timers::default(),
            desk: Desk::default(),
            report_key: false,
            checked: Vec::new(),
            copying: None,
            said,
            said_count: 0,
            unsaved: false,
            next_request: 0,
        };
        if wizard.session.salt.is_empty() {
            wizard.session.salt = hex(&wizard.system.seed);
        }
        let effects = wizard.open();
        (wizard, effects)
    }

    /// What is to be written to the session file.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Takes in what has happened. Total: whatever comes, in whatever state, it changes what is right and nothing else.
    pub fn update(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        let mut effects = Vec::new();
        match event {
            Event::Action(action) => {
                self.said = None;
                let mut done = Vec::new();
                self.act(action, &mut done);
                self.not_idle(&mut effects);
                effects.append(&mut done);
            }
            Event::Outcome(outcome) => self.learn(outcome, &mut effects),
        }
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
        match input {
            // What is typed there may be a key by mistake.
            Input::SupportCode | Input::Search => self.typed_at_desk(input, &Zeroizing::new(text)),
            Input::KeyLabel | Input::VerificationCode => self.typed_on_page(input, text, effects),
            Input::Email => self.session.email = text.chars().take(MAX_EMAIL_CHARS).collect(),
        }
    }

    fn press(&mut self, press: Press, effects: &mut Vec<Effect>) {
        match press {
            Press::Language { lang } => self.session.language = Some(lang),
            Press::BinanceLanguage { lang } => self.session.binance_language = Some(lang),
            Press::Bots { bots } => {
                if self.journey().place == Place::Welcome && !self.storing() {
                    let journey = self.session.journey_mut();
                    journey.bots = bots;
                    if journey.bot != bots.first() {
                        journey.turn_to(bots.first());
                    }
                }
            }
            Press::Start => {
                if self.journey().place == Place::Welcome {
                    self.go(Place::Step(Step::SecurityControls), effects);
                }
            }
            Press::Practise => self.practise(Scenario::Good, effects),
            Press::PractiseProblem { scenario } => self.practise(scenario, effects),
            Press::LeavePractice => self.leave_practice(effects),
            Press::Back => self.back(effects),
            Press::Next => self.forward(effects),
            Press::Go { step } => self.go_to_step(step, effects),
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
            Press::WithoutKeeping => self.without_keeping(),
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
            Press::Show { over } => self.show(over),
            Press::Answer { answer } => self.answer(answer, effects),
            Press::ViewDesk { view } => self.desk.view = view,
            Press::TakeCode { suggestion } => self.correct_code(suggestion),
            Press::SaidToCaller => self.said_to_caller(),
            Press::CopyNote => self.copy_note(effects),
            Press::CopyShown => self.copy_report(effects),
            Press::SaveReport => self.save_report(effects),
            Press::ReportKey => self.report_key = !self.report_key,
            Press::Train { step, scenario } => self.train(step, scenario, effects),
            Press::SaveGuide => self.save_guide(effects),
            Press::Close => self.close(),
            Press::Home => self.go(Place::Home, effects),
            Press::Panel => {
                self.session.panel = !self.session.panel;
                effects.push(Effect::Panel(self.session.panel));
            }
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
            Outcome::Copied(request, result) => self.copied(request, result),
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
            Outcome::Focused => self.focused(effects),
            Outcome::SessionSaved(saved) => self.unsaved = !saved,
        }
    }

    /// What the start of the program asks for: the practice exchange in its last state, and a quiet look at the keys.
    fn open(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.session.panel {
            effects.push(Effect::Panel(true));
        }
        self.publish(&mut effects);
        // A key that was not kept is gone with the program: its values must be pasted again.
        let journey = self.session.journey_mut();
        let unkept = journey.keys.get(&journey.bot).is_none_or(|key| !key.kept);
        if journey.place == Place::HandOver && unkept {
            journey.place = Place::Step(Step::PasteKeys);
        }
        // What is kept is not asked for again.
        if journey.place == Place::Step(Step::PasteKeys)
            && !unkept
            && journey.done.contains_key(&Step::PasteKeys)
        {
            journey.place = Place::HandOver;
        }
        if journey.place == Place::Configured {
            journey.place = Place::Home;
        }
        if journey.place == Place::Home {
            self.check_at_start(&mut effects);
        }
        self.not_idle(&mut effects);
        self.keep_time(&mut effects);
        effects
    }

    fn say(&mut self, said: Said) {
        self.said = Some(said);
        self.said_count = self.said_count.wrapping_add(1);
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
        if self.practising() { Target::Practice } else { Target::Binance }
    }

    pub(crate) fn slot(&self, bot: Bot) -> Slot {
        Slot { practice: self.practising(), bot }
    }

    fn request(&mut self) -> Request {
        self.next_request += 1;
        Request(self.next_request)
    }

    /// To another screen of the journey. Whatever step 4 was doing for the last one ends.
    fn go(&mut self, place: Place, effects: &mut Vec<Effect>) {
        if place == Place::Home && self.journey().keys.is_empty() {
            return;
        }
        self.stop_work(effects);
        self.session.journey_mut().place = place;
        if place == Place::Home {
            self.check_all(effects);
        }
    }

    fn go_to_step(&mut self, step: Step, effects: &mut Vec<Effect>) {
        if self.may_go(step) {
            self.front.clear();
            self.go(Place::Step(step), effects);
        }
    }

    /// A step can be gone to once the one before it was said to be done.
    pub(crate) fn may_go(&self, step: Step) -> bool {
        let journey = self.journey();
        match journey.place {
            Place::Welcome => false,
            Place::Step(_) | Place::HandOver | Place::Configured | Place::Home => Step::ALL
                .iter()
                .take_while(|before| **before < step)
                .all(|before| journey.done.contains_key(before)),
        }
    }

    fn back(&mut self, effects: &mut Vec<Effect>) {
        if !self.front.is_empty() {
            self.close();
            return;
        }
        let place = match self.journey().place {
            Place::Welcome | Place::Home => return,
            Place::Step(Step::SecurityControls) => Place::Welcome,
            Place::Step(Step::CreateKey) => Place::Step(Step::SecurityControls),
            Place::Step(Step::Restrictions) => Place::Step(Step::CreateKey),
            Place::Step(Step::PasteKeys) => match self.work {
                // From the result, back is to the two fields.
                Work::Judged { .. } | Work::Examining { .. } => return self.cancel(effects),
                Work::Entering | Work::Accepted { .. } => Place::Step(Step::Restrictions),
            },
            Place::HandOver => Place::Step(Step::PasteKeys),
            Place::Configured => Place::HandOver,
        };
        self.go(place, effects);
    }

    fn forward(&mut self, effects: &mut Vec<Effect>) {
        match self.journey().place {
            Place::Step(Step::SecurityControls) => {
                self.finish_step(Step::SecurityControls, Step::CreateKey, effects);
            }
            Place::Step(Step::CreateKey) => self.finish_step(Step::CreateKey, Step::Restrictions, effects),
            Place::Step(Step::Restrictions) => self.finish_step(Step::Restrictions, Step::PasteKeys, effects),
            Place::Step(Step::PasteKeys) => {
                if let Work::Accepted { keeping: Keeping::Kept | Keeping::Declined, .. } = self.work {
                    self.go(Place::HandOver, effects);
                }
            }
            Place::Welcome | Place::HandOver | Place::Configured | Place::Home => {}
        }
    }

    /// The user says that a step is done: whatever was not ticked off one by one is ticked off with it.
    fn finish_step(&mut self, step: Step, next: Step, effects: &mut Vec<Effect>) {
        let now = self.now.as_millisecond();
        let journey = self.session.journey_mut();
        journey.ticks.extend((1..=step::instructions(step).len()).map(|number| (step, number as u8)));
        journey.done.entry(step).or_insert(now);
        if step == Step::Restrictions {
            // Each edit may take a while to take effect, so the last one counts.
            journey.done.insert(step, now);
        }
        self.go(Place::Step(next), effects);
    }

    fn tick(&mut self, instruction: u8) {
        let journey = self.session.journey_mut();
        let Place::Step(step) = journey.place else { return };
        if !(1..=step::instructions(step).len()).contains(&usize::from(instruction)) {
            return;
        }
        if !journey.ticks.remove(&(step, instruction)) {
            journey.ticks.insert((step, instruction));
        }
    }

    fn open_link(&mut self, link: crate::action::Link, effects: &mut Vec<Effect>) {
        // What stands in front of a rehearsal, such as the advice after a suspicious call, is meant for real.
        if self.practising() && self.front.is_empty() {
            self.open_in_practice(link, effects);
        } else {
            let request = self.request();
            effects.push(Effect::Open(request, link, self.binance_lang()));
        }
    }

    /// A key of the two fields, in the order of Binance's page, that is not there yet.
    pub(crate) fn missing_part(&self) -> Option<Part> {
        Part::ALL.into_iter().find(|part| self.entry.field(*part).taken().is_none())
    }
}

/// Longer than any e-mail address can be (RFC 5321: 254).
const MAX_EMAIL_CHARS: usize = 254;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
