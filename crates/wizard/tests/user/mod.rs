//! A user without a window, who presses what the screen offers; and a shell that answers as told.

#![allow(dead_code, reason = "each test file uses its own part")]

pub(crate) mod outline;

use jiff::{Timestamp, ToSpan};
use smartradex_binance::{Account, AccountKind, Clock, Examination, Permissions, TestOrder};
use smartradex_practice::{Act, Page, Scenario, SubAccount};
use smartradex_wizard::{
    Action, Block, Bot, Bots, DeskView, Effect, Event, FormField, Input, Lang, Outcome, Overlay, Part,
    Pasted, Press, Request, Screen, Session, Step, System, Wizard, bare,
};

/// Two values that look like a key's, but belong to no account anywhere.
pub(crate) const API_KEY: &str = "kYq3vTn8mRb2Wc7Lx5Zp9Hd4Js6Gf1Qa0Ue8Io3Py2Mt7Nv5Bc9Xz4Kw6Rl1Tg8S";
pub(crate) const SECRET_KEY: &str = "Zr9dXe4uLp7Vb2Ny6Kc1Hm8Tf3Gw5Qs0Ja7Oi4Ru9Ex2Dk6Bn1Mv8Cz3Lq5Yt7Wh";

/// Noon on a day in November 2026.
pub(crate) fn start() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

pub(crate) fn system(lang: Lang) -> System {
    System {
        lang,
        version: "1.2.3".into(),
        os: "Test OS 1".into(),
        zone: jiff::tz::TimeZone::UTC,
        other_address: None,
        seed: *b"sixteen bytes ok",
        session_damaged: false,
        log: "~/test/log.txt".into(),
        log_left: false,
    }
}

pub(crate) struct User {
    pub(crate) wizard: Wizard,
    pub(crate) now: Timestamp,
    /// Every effect since the start, newest last.
    pub(crate) effects: Vec<Effect>,
}

impl User {
    pub(crate) fn new(lang: Lang) -> Self {
        Self::resuming(lang, Session::default())
    }

    pub(crate) fn resuming(lang: Lang, session: Session) -> Self {
        let (wizard, effects) = Wizard::new(system(lang), session, start());
        Self { wizard, now: start(), effects }
    }

    pub(crate) fn event(&mut self, event: Event) -> &mut Self {
        let effects = self.wizard.update(event, self.now);
        self.effects.extend(effects);
        self
    }

    pub(crate) fn type_in(&mut self, input: Input, text: &str) -> &mut Self {
        self.event(Event::Action(Action::Type { input, text: text.to_owned() }))
    }

    pub(crate) fn open_desk(&mut self, code: Option<&str>) -> &mut Self {
        let effects = self.wizard.open_desk(code);
        self.effects.extend(effects);
        self
    }

    pub(crate) fn press(&mut self, press: Press) -> &mut Self {
        self.event(Event::Action(Action::Press { press }))
    }

    pub(crate) fn paste(&mut self, part: Part, text: &str) -> &mut Self {
        self.event(Event::Action(Action::Paste { part, text: Pasted::new(text.to_owned()) }))
    }

    pub(crate) fn learn(&mut self, outcome: Outcome) -> &mut Self {
        self.event(Event::Outcome(outcome))
    }

    pub(crate) fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += seconds.seconds();
        self
    }

    pub(crate) fn screen(&self) -> Screen {
        self.wizard.screen()
    }

    /// All that the screen says, and the names of its parts.
    pub(crate) fn screen_words(&self) -> String {
        serde_json::to_string(&self.screen()).expect("a screen can be written down")
    }

    /// The titles of what can be unfolded.
    pub(crate) fn titles(&self) -> Vec<String> {
        let title = |block: &Block| match block {
            Block::Details { summary, .. } => Some(bare(summary)),
            _ => None,
        };
        self.screen().blocks.iter().filter_map(title).collect()
    }

    pub(crate) fn place(&self) -> String {
        self.screen().place.to_owned()
    }

    /// Goes from the welcome screen to the two fields of step 4.
    pub(crate) fn reach_step_4(&mut self) -> &mut Self {
        self.press(Press::Start).press(Press::Next).press(Press::Next).press(Press::Next)
    }

    /// Goes to a screen with this field, if buttons lead there from anywhere.
    pub(crate) fn reach_field(&mut self, input: Input) {
        match input {
            Input::SupportCode | Input::Search => {
                let view = if input == Input::Search { DeskView::Lane } else { DeskView::Call };
                self.press(Press::Show { overlay: Overlay::Desk })
                    .press(Press::SaidToCaller)
                    .press(Press::ViewDesk { view });
            }
            Input::KeyLabel | Input::VerificationCode => {
                self.press(Press::Train { step: Step::CreateKey, scenario: Scenario::Good });
                let account = Act::ChooseSubAccount(SubAccount::ForBot(smartradex_practice::Bot::Bitcoin));
                for act in [Act::Open(Page::SubAccountApi), account, Act::CreateApi, Act::Next] {
                    self.press(Press::Page { act });
                }
                if input == Input::VerificationCode {
                    self.press(Press::Page { act: Act::Label("SmartradeX".to_owned()) });
                    self.press(Press::Page { act: Act::Next });
                }
            }
            Input::Email => {}
        }
    }

    /// Pastes both values and starts the examination.
    pub(crate) fn checking(&mut self) -> &mut Self {
        // Each bot has a key of its own.
        let api_key = match self.wizard.session().journey().bot {
            Bot::Bitcoin => API_KEY.to_owned(),
            Bot::Ether => API_KEY.chars().rev().collect(),
        };
        self.paste(Part::ApiKey, &api_key).paste(Part::SecretKey, SECRET_KEY).press(Press::Check)
    }

    /// The number of the latest request of a kind.
    pub(crate) fn request(&self, of: impl Fn(&Effect) -> Option<Request>) -> Request {
        self.effects.iter().rev().find_map(of).expect("such an effect was asked for")
    }

    pub(crate) fn examine_request(&self) -> Request {
        self.request(|effect| if let Effect::Examine(request, ..) = effect { Some(*request) } else { None })
    }

    pub(crate) fn store_request(&self) -> Request {
        self.request(|effect| if let Effect::Store(request, ..) = effect { Some(*request) } else { None })
    }

    pub(crate) fn copy_request(&self) -> Request {
        self.request(|effect| if let Effect::Copy(request, ..) = effect { Some(*request) } else { None })
    }

    pub(crate) fn wait_request(&self) -> Request {
        self.request(|effect| if let Effect::Wait(request, _) = effect { Some(*request) } else { None })
    }

    pub(crate) fn examined(&mut self, examination: Examination) -> &mut Self {
        let request = self.examine_request();
        self.learn(Outcome::Examined(request, Box::new(examination)))
    }

    /// Whoever wants both bots, and has handed the first one's key over.
    pub(crate) fn configured() -> Self {
        let mut user = Self::new(Lang::En);
        user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().kept();
        user.press(Press::Next).hand_over();
        user
    }

    /// Goes on from there to a key for the second bot, of another sub-account, and keeps it.
    pub(crate) fn keep_second(&mut self) -> &mut Self {
        self.press(Press::SetUp { bot: Bot::Ether }).press(Press::Next).press(Press::Next).checking();
        self.examined(Examination { account: Some(Ok(Account { uid: Some(4712) })), ..good() });
        let request = self.store_request();
        self.learn(Outcome::Stored(request, Ok(())))
    }

    /// Copies both values of the current bot's key, as far as they can be copied, and says that the form is saved.
    pub(crate) fn hand_over(&mut self) -> &mut Self {
        let bot = self.wizard.session().journey().bot;
        for part in Part::ALL {
            let before = self.effects.len();
            self.press(Press::CopyField { field: FormField::Key { bot, part } });
            let copy =
                |effect: &Effect| if let Effect::Copy(request, _) = effect { Some(*request) } else { None };
            if let Some(request) = self.effects.iter().skip(before).find_map(copy) {
                self.learn(Outcome::Copied(request, Ok(())));
            }
        }
        self.press(Press::HandedOver)
    }

    /// The key turns out right, and is kept in the keyring.
    pub(crate) fn kept(&mut self) -> &mut Self {
        self.examined(good());
        let request = self.store_request();
        self.learn(Outcome::Stored(request, Ok(())))
    }
}

/// `apiRestrictions` of a right key, but with these fields on, or off where the name begins with `-`.
pub(crate) fn permissions(on: &[&str]) -> Permissions {
    let mut answer = serde_json::json!({
        "ipRestrict": false, "createTime": 1_790_000_000_000_i64, "enableReading": true,
        "enableSpotAndMarginTrading": true, "enableWithdrawals": false, "enableInternalTransfer": false,
        "permitsUniversalTransfer": false, "enableMargin": false, "enableFutures": false,
        "enableVanillaOptions": false, "enablePortfolioMarginTrading": false, "enableFixApiTrade": false,
        "enableFixReadOnly": false
    });
    for field in on {
        let (field, value) = field.strip_prefix('-').map_or((*field, true), |field| (field, false));
        answer[field] = value.into();
    }
    Permissions::parse(answer.to_string().as_bytes()).unwrap()
}

/// Everything is as it should be.
pub(crate) fn good() -> Examination {
    with(permissions(&[]))
}

/// Everything is as it should be, apart from these boxes.
pub(crate) fn with(permissions: Permissions) -> Examination {
    Examination {
        clock: Some(Ok(Clock { offset_ms: 120 })),
        permissions: Some(Ok(permissions)),
        kind: Some(Ok(AccountKind::SubAccount)),
        account: Some(Ok(Account { uid: Some(4711) })),
        order: Some(Ok(TestOrder::Accepted)),
        round_trips: 2,
        finished: true,
    }
}
