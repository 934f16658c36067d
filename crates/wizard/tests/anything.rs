//! Whatever happens, in whatever order: no panic, no secret where it does not belong, no dead end.
//!
//! The number of events is `EVENTS`, 4 000 by default; `cargo xtask fuzz` runs a million.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use smartradex_binance::{Account, AccountKind, Clock, Diagnosis, Examination, Fact, Failure, TestOrder};
use smartradex_practice::{Act, IpChoice, KeyBox, KeyNumber, KeyType, Page, Scenario, SubAccount};
use smartradex_wizard::{
    Action, Bot, Bots, Browser, Checkup, ClipboardFault, DeskView, Display, Effect, Engine, Event, FormField,
    Input, Lang, Link, Outcome, Overlay, Part, Pasted, Press, Request, Screen, Step, VaultFault, Wipe, Zoom,
};
use user::{API_KEY, SECRET_KEY, User, good, permissions};

fn press() -> impl Strategy<Value = Press> {
    let bot = prop::sample::select(Bot::ALL.to_vec());
    let part = prop::sample::select(Part::ALL.to_vec());
    let lang = prop::sample::select(Lang::ALL.to_vec());
    let plain = prop::sample::select(vec![
        Press::Start,
        Press::Practise,
        Press::LeavePractice,
        Press::Back,
        Press::Next,
        Press::Next,
        Press::Next,
        Press::CopyLabel,
        Press::Check,
        Press::Check,
        Press::Cancel,
        Press::Swap,
        Press::StopLooking,
        Press::Keep,
        Press::WithoutKeeping,
        Press::HandedOver,
        Press::Close,
        Press::Close,
        Press::Close,
        Press::Home,
        Press::Panel,
        Press::Zoom { zoom: Zoom::In },
        Press::Zoom { zoom: Zoom::Out },
        Press::Zoom { zoom: Zoom::Normal },
        Press::CopyCode,
        Press::CopyNote,
        Press::CopyShown,
        Press::SaveReport,
        Press::ReportKey,
        Press::Diagnose,
        Press::KeepLog,
        Press::ShowLog,
        Press::SaidToCaller,
        Press::NextCall,
        Press::TakeCode { suggestion: 0 },
        Press::ViewDesk { view: DeskView::Call },
        Press::ViewDesk { view: DeskView::Lane },
        Press::ViewDesk { view: DeskView::Training },
        Press::Train { step: Step::Restrictions, scenario: Scenario::Good },
        Press::Train { step: Step::PasteKeys, scenario: Scenario::SelfGenerated },
        Press::ForgetEverything,
    ]);
    let overlay = prop::sample::select(vec![
        Overlay::Phone,
        Overlay::UnexpectedCall,
        Overlay::Problems,
        Overlay::Forget,
        Overlay::About,
        Overlay::Desk,
        Overlay::Report,
        Overlay::Doctor,
    ]);
    prop_oneof![
        8 => plain,
        1 => lang.clone().prop_map(|lang| Press::Language { lang }),
        1 => lang.prop_map(|lang| Press::BinanceLanguage { lang }),
        1 => prop::sample::select(vec![Bots::Bitcoin, Bots::Ether, Bots::Both]).prop_map(|bots| Press::Bots { bots }),
        1 => prop::sample::select(Scenario::all().to_vec()).prop_map(|scenario| Press::PractiseProblem { scenario }),
        1 => prop::sample::select(Step::ALL.to_vec()).prop_map(|step| Press::Go { step }),
        1 => any::<u8>().prop_map(|instruction| Press::Tick { instruction: instruction % 10 }),
        1 => prop::sample::select(vec![Link::ApiManagement, Link::SubAccounts, Link::KeyForm, Link::Site])
            .prop_map(|link| Press::Open { link }),
        1 => part.clone().prop_map(|part| Press::Paste { part }),
        1 => part.clone().prop_map(|part| Press::Clear { part }),
        1 => (bot.clone(), part.clone())
            .prop_map(|(bot, part)| Press::CopyField { field: FormField::Key { bot, part } }),
        1 => Just(Press::CopyField { field: FormField::Email }),
        1 => bot.clone().prop_map(|bot| Press::SetUp { bot }),
        1 => bot.clone().prop_map(|bot| Press::CheckAgain { bot }),
        1 => bot.clone().prop_map(|bot| Press::HandOver { bot }),
        1 => bot.clone().prop_map(|bot| Press::Remove { bot }),
        1 => bot.clone().prop_map(|bot| Press::ReallyRemove { bot }),
        1 => bot.prop_map(|bot| Press::Remind { bot }),
        6 => act().prop_map(|act| Press::Page { act }),
        1 => part.prop_map(|part| Press::CopyFromPage { part }),
        1 => overlay.prop_map(|overlay| Press::Show { overlay }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        prop::sample::select(vec![
            Act::Reload,
            Act::ScrollDown,
            Act::ToggleControls,
            Act::Accept,
            Act::CreateApi,
            Act::Next,
            Act::EditRestrictions,
            Act::Save,
            Act::Cancel,
            Act::Open(Page::AccountApi),
            Act::Open(Page::SubAccountApi),
            Act::Open(Page::Key(KeyNumber(0))),
            Act::ChooseType(KeyType::SystemGenerated),
            Act::ChooseType(KeyType::SelfGenerated),
            Act::ChooseSubAccount(SubAccount::Unrelated),
            Act::ChooseSubAccount(SubAccount::ForBot(smartradex_practice::Bot::Bitcoin)),
            Act::ChooseIp(IpChoice::TrustedOnly),
            Act::ChooseIp(IpChoice::Unrestricted),
            Act::EnterCode("123456".into()),
            Act::EnterCode("12".into()),
            Act::Delete(KeyNumber(0)),
        ]),
        prop::sample::select(KeyBox::ALL.to_vec()).prop_map(Act::ToggleBox),
        ".{0,40}".prop_map(Act::Label),
    ]
}

fn failure() -> impl Strategy<Value = Failure> {
    prop::sample::select(vec![
        Failure::NoNetwork,
        Failure::Dns,
        Failure::Refused,
        Failure::ConnectTimeout,
        Failure::Stalled,
        Failure::Proxy,
        Failure::TlsUntrusted,
        Failure::NoAuthorities,
        Failure::WebPage(302),
        Failure::Firewall,
        Failure::Country,
        Failure::TooManyRequests(Some(0)),
        Failure::TooManyRequests(None),
        Failure::Banned(Some(7200)),
        Failure::Maintenance,
        Failure::BinanceFault(503, -1001),
        Failure::Rejected(401, -2015),
        Failure::Rejected(400, -2008),
        Failure::Rejected(400, -1022),
        Failure::Rejected(401, -2014),
        Failure::Rejected(400, -1021),
        Failure::Rejected(400, -1102),
        Failure::Rejected(400, -9999),
        Failure::NotBinance(200),
        Failure::Cancelled,
    ])
}

fn examination() -> impl Strategy<Value = Examination> {
    let flags = prop::collection::vec(
        prop::sample::select(vec![
            "enableMargin",
            "-enableReading",
            "-enableSpotAndMarginTrading",
            "ipRestrict",
            "enableNew",
        ]),
        0..3,
    );
    let permitted = prop_oneof![
        3 => flags.prop_map(|flags| Ok(permissions(&flags))),
        1 => failure().prop_map(Err),
    ];
    let kind =
        prop::sample::select(vec![AccountKind::SubAccount, AccountKind::MainAccount, AccountKind::Unknown]);
    let order = prop::sample::select(vec![
        TestOrder::Accepted,
        TestOrder::NotWhitelisted,
        TestOrder::NotPermitted,
        TestOrder::Inconclusive,
    ]);
    let clock = prop_oneof![4 => any::<i32>().prop_map(|ms| Ok(Clock { offset_ms: ms.into() })), 1 => failure().prop_map(Err)];
    let partial = (
        prop::option::weighted(0.9, clock),
        prop::option::weighted(0.9, permitted),
        prop::option::weighted(0.9, prop_oneof![4 => kind.prop_map(Ok), 1 => failure().prop_map(Err)]),
        prop::option::weighted(
            0.9,
            prop_oneof![4 => any::<u64>().prop_map(|uid| Ok(Account { uid: Some(uid % 3) })), 1 => failure().prop_map(Err)],
        ),
        prop::option::weighted(0.9, prop_oneof![4 => order.prop_map(Ok), 1 => failure().prop_map(Err)]),
        any::<bool>(),
    );
    let random = partial.prop_map(|(clock, permissions, kind, account, order, finished)| Examination {
        clock,
        permissions,
        kind,
        account,
        order,
        round_trips: 2,
        finished,
    });
    prop_oneof![3 => random, 1 => Just(good())]
}

fn checkup() -> impl Strategy<Value = Option<Box<Checkup>>> {
    let fact = || prop_oneof![2 => Just(Fact::Works), 1 => Just(Fact::NotTried), 2 => failure().prop_map(Fact::Fails)];
    let clock = prop::option::of(any::<i32>().prop_map(|ms| Clock { offset_ms: ms.into() }));
    let proxy = prop::option::of("[a-z.]{1,20}:[0-9]{2,4}");
    let way = (proxy, fact(), fact(), fact(), fact(), clock)
        .prop_map(|(proxy, dns, tcp, tls, http, clock)| Diagnosis { proxy, dns, tcp, tls, http, clock });
    let keyring = prop_oneof![Just(Ok(())), prop::sample::select(VaultFault::ALL.to_vec()).prop_map(Err)];
    let checkup = (way, keyring).prop_map(|(way, keyring)| {
        Box::new(Checkup {
            way,
            keyring,
            engine: Engine::Unknown,
            browser: Browser::None,
            display: Display::X11,
            system: "Test OS 1".to_owned(),
            version: "1.2.3".to_owned(),
        })
    });
    prop::option::weighted(0.9, checkup)
}

/// An outcome, and which request it answers: the newest of its kind (`0`) or an older one.
fn outcome() -> impl Strategy<Value = (u64, Outcome)> {
    let fault = prop::sample::select(VaultFault::ALL.to_vec());
    let done = prop_oneof![2 => Just(Ok(())), 1 => fault.clone().prop_map(Err)];
    let clipboard = prop_oneof![
        3 => pasted().prop_map(Ok),
        1 => prop::sample::select(vec![
            ClipboardFault::Empty,
            ClipboardFault::NotText,
            ClipboardFault::TooLarge,
            ClipboardFault::Unavailable,
        ])
        .prop_map(Err),
    ];
    let zero = Request(0);
    let outcome = prop_oneof![
        6 => examination().prop_map(move |found| Outcome::Examined(zero, Box::new(found))),
        2 => done.clone().prop_map(move |result| Outcome::Stored(zero, result)),
        1 => done.prop_map(move |result| Outcome::Removed(zero, result)),
        1 => fault.clone().prop_map(move |fault| Outcome::Unreadable(zero, fault)),
        2 => clipboard.prop_map(move |result| Outcome::Clipboard(zero, result)),
        2 => prop::option::of(fault).prop_map(move |fault| Outcome::Copied(zero, if fault.is_some() { Err(fault) } else { Ok(()) })),
        3 => Just(Outcome::Elapsed(zero)),
        1 => any::<bool>().prop_map(move |opened| Outcome::Opened(zero, opened)),
        1 => any::<bool>().prop_map(move |saved| Outcome::Saved(zero, saved)),
        1 => any::<bool>().prop_map(move |gone| Outcome::Forgotten(zero, gone)),
        1 => Just(Outcome::Focused),
        1 => Just(Outcome::Closing),
        1 => any::<bool>().prop_map(Outcome::SessionSaved),
        1 => checkup().prop_map(move |found| Outcome::Diagnosed(zero, found)),
        1 => prop::sample::select(vec![Wipe::Wiped, Wipe::NotThere, Wipe::Failed])
            .prop_map(move |wipe| Outcome::ClipboardWiped(zero, wipe)),
        1 => any::<bool>().prop_map(move |kept| Outcome::LogKept(zero, kept)),
        1 => any::<bool>().prop_map(move |shown| Outcome::LogShown(zero, shown)),
    ];
    (prop_oneof![3 => Just(0), 1 => 1..4_u64], outcome)
}

fn pasted() -> impl Strategy<Value = Pasted> {
    prop_oneof![
        3 => Just(API_KEY.to_owned()),
        3 => Just(SECRET_KEY.to_owned()),
        1 => Just(format!("API Key: {API_KEY}\nSecret Key: {SECRET_KEY}")),
        1 => ".{0,200}",
    ]
    .prop_map(Pasted::new)
}

/// A secret, as it may land in a field where none belongs: alone, in a page's text, next to what was there, or only part of one.
fn mislaid() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        SECRET_KEY.to_owned(),
        format!("API Key: {API_KEY} Secret Key: {SECRET_KEY}"),
        format!("someone@example.org{SECRET_KEY}"),
        format!("{SECRET_KEY}@example.org"),
        SECRET_KEY[..32].to_owned(),
        SECRET_KEY[40..].to_owned(),
    ])
}

#[derive(Debug, Clone)]
enum Happening {
    Action(Action),
    Outcome(u64, Outcome),
    Seconds(i64),
    /// Both values are pasted and the check is started: chance alone rarely gets that far.
    Checking,
    /// Goes on from an accepted key to the home screen.
    Onwards,
    /// A key is typed where none belongs, on the screen that has the field.
    Mislaid(Input, String),
    Restart,
}

fn happening() -> impl Strategy<Value = Happening> {
    let part = prop::sample::select(Part::ALL.to_vec());
    let input = prop::sample::select(vec![
        Input::Email,
        Input::KeyLabel,
        Input::VerificationCode,
        Input::SupportCode,
        Input::Search,
    ]);
    prop_oneof![
        10 => press().prop_map(|press| Happening::Action(Action::Press { press })),
        3 => (part, pasted()).prop_map(|(part, text)| Happening::Action(Action::Paste { part, text })),
        1 => (input.clone(), ".{0,30}").prop_map(|(input, text)| Happening::Action(Action::Type { input, text })),
        1 => (input, mislaid()).prop_map(|(input, text)| Happening::Mislaid(input, text)),
        8 => outcome().prop_map(|(back, outcome)| Happening::Outcome(back, outcome)),
        2 => (0..120_i64).prop_map(Happening::Seconds),
        2 => Just(Happening::Checking),
        2 => Just(Happening::Onwards),
        1 => Just(Happening::Restart),
    ]
}

/// The same outcome, addressed to the newest request that it can answer, or to one `back` numbers older.
fn addressed(user: &User, back: u64, outcome: Outcome) -> Outcome {
    let answers = |effect: &Effect| match (effect, &outcome) {
        (Effect::Examine(request, ..), Outcome::Examined(..) | Outcome::Unreadable(..))
        | (Effect::Store(request, ..), Outcome::Stored(..))
        | (Effect::Remove(request, _), Outcome::Removed(..))
        | (Effect::ReadClipboard(request), Outcome::Clipboard(..))
        | (Effect::Copy(request, _), Outcome::Copied(..))
        | (Effect::Wait(request, _), Outcome::Elapsed(_))
        | (Effect::Open(request, ..), Outcome::Opened(..))
        | (Effect::SaveFile(request, _), Outcome::Saved(..))
        | (
            Effect::WipePastedKey(request, _) | Effect::WipeCopiedSecret(request),
            Outcome::ClipboardWiped(..),
        )
        | (Effect::Diagnose(request, _), Outcome::Diagnosed(..))
        | (Effect::KeepLog(request, _), Outcome::LogKept(..))
        | (Effect::ShowLog(request), Outcome::LogShown(..))
        | (Effect::ForgetFiles(request), Outcome::Forgotten(..)) => Some(*request),
        _ => None,
    };
    let newest = user.effects.iter().rev().find_map(answers).unwrap_or_default();
    let request = Request(newest.0.saturating_sub(back));
    match outcome {
        Outcome::Examined(_, found) => Outcome::Examined(request, found),
        Outcome::Stored(_, result) => Outcome::Stored(request, result),
        Outcome::Removed(_, result) => Outcome::Removed(request, result),
        Outcome::Unreadable(_, fault) => Outcome::Unreadable(request, fault),
        Outcome::Clipboard(_, result) => Outcome::Clipboard(request, result),
        Outcome::Copied(_, result) => Outcome::Copied(request, result),
        Outcome::Elapsed(_) => Outcome::Elapsed(request),
        Outcome::Opened(_, opened) => Outcome::Opened(request, opened),
        Outcome::Saved(_, saved) => Outcome::Saved(request, saved),
        Outcome::Forgotten(_, gone) => Outcome::Forgotten(request, gone),
        Outcome::ClipboardWiped(_, wipe) => Outcome::ClipboardWiped(request, wipe),
        Outcome::Diagnosed(_, found) => Outcome::Diagnosed(request, found),
        Outcome::LogKept(_, kept) => Outcome::LogKept(request, kept),
        Outcome::LogShown(_, shown) => Outcome::LogShown(request, shown),
        other @ (Outcome::Focused | Outcome::Closing | Outcome::SessionSaved(_)) => other,
    }
}

fn assert_sound(user: &User) -> Screen {
    let screen = user.screen();
    let (shown, kept) =
        (serde_json::to_string(&screen).unwrap(), serde_json::to_string(user.wizard.session()).unwrap());
    for text in [&shown, &kept] {
        for at in (0..SECRET_KEY.len() - 12).step_by(4) {
            assert!(!text.contains(&SECRET_KEY[at..at + 12]), "a piece of the secret at {}", screen.place);
        }
    }
    let journey = user.wizard.session().journey();
    let called_kept = screen.place == "step-4-accepted" && shown.contains("relues et comparées");
    let is_kept = journey.keys.get(&journey.bot).is_some_and(|key| key.kept);
    assert!(!called_kept || is_kept, "called kept, and not in the keyring");
    let ways = screen.back.iter().chain(&screen.main).filter(|button| button.disabled.is_none()).count();
    let inside = screen.place == "home" || screen.place == "step-4-accepted";
    assert!(ways > 0 || inside, "a dead end at {}", screen.place);
    // Two filled buttons would name two things to do next.
    let filled = shown.matches(r#""next":true"#).count();
    assert!(filled <= 1, "{filled} filled buttons at {}", screen.place);
    assert!(!screen.heading.is_empty() && screen.rail.help.disabled.is_none());
    let situation = user.wizard.situation();
    assert_eq!(situation.code().situation(), Ok(situation), "the support code says where this is");
    screen
}

#[test]
fn whatever_happens_the_program_stays_sound() {
    let events: usize = std::env::var("EVENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(4_000);
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let mut runner = TestRunner::new(Config { rng_seed: RngSeed::Fixed(seed), ..Config::default() });
    let strategy = happening();
    let mut user = User::new(Lang::Fr);
    let mut places = std::collections::BTreeMap::<&str, usize>::new();
    let mut mislaid_at = std::collections::BTreeMap::<String, bool>::new();
    for _ in 0..events {
        let next = strategy.new_tree(&mut runner).unwrap().current();
        match next.clone() {
            Happening::Action(action) => _ = user.event(Event::Action(action)),
            Happening::Outcome(back, outcome) => {
                let outcome = addressed(&user, back, outcome);
                user.learn(outcome);
            }
            Happening::Checking => _ = user.checking(),
            Happening::Mislaid(input, text) => {
                user.reach_field(input);
                user.type_in(input, &text);
                let wiped = matches!(user.effects.last(), Some(Effect::WipePastedKey(_, held)) if held.expose() == text);
                *mislaid_at.entry(format!("{input:?}")).or_default() |= wiped;
            }
            Happening::Onwards => _ = user.press(Press::Next).hand_over().press(Press::Home),
            Happening::Seconds(seconds) => _ = user.wait(seconds),
            Happening::Restart => user = User::resuming(Lang::Fr, user.wizard.session().clone()),
        }
        user.effects.drain(..user.effects.len().saturating_sub(64));
        let screen = assert_sound(&user);
        *places.entry(screen.place).or_default() += 1;
    }
    assert!(mislaid_at.len() == 5 && mislaid_at.values().all(|refused| *refused), "{mislaid_at:?}");
    for place in
        ["welcome", "step-1", "step-2", "step-3", "step-4", "step-4-examining", "step-4-verdict", "home"]
    {
        assert!(places.contains_key(place), "the walk comes to {place}: {places:?}");
    }
}
