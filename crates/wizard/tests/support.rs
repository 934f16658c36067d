//! Help by telephone: what a code made on one computer tells on another.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Examination, Failure, Permission};
use smartradex_practice::Scenario;
use smartradex_wizard::{
    Action, Block, Bot, Bots, Cause, ClockClass, Code, CopySource, DeskView, Effect, Event, Finding, Input,
    KeyringState, Lang, Outcome, Overlay, Press, Situation, Spot, Step, Subject, ToldOverlay, VaultFault,
    Words,
};
use user::{API_KEY, SECRET_KEY, User, good, permissions, with};

/// The code as the screen shows it, read by another program.
fn told(user: &mut User) -> Situation {
    user.press(Press::Show { overlay: Overlay::Phone });
    let groups = user.screen().blocks.into_iter().find_map(|block| match block {
        Block::Code { groups, .. } => Some(groups),
        _ => None,
    });
    let code = Code::parse(&groups.expect("the screen shows a code").join("-")).unwrap();
    user.press(Press::Close);
    code.situation().unwrap()
}

#[test]
fn the_code_follows_the_user_through_the_journey() {
    let mut user = User::new(Lang::Fr);
    assert_eq!(told(&mut user).spot, Spot::Welcome);
    user.press(Press::Bots { bots: Bots::Ether }).press(Press::Start);
    user.press(Press::BinanceLanguage { lang: Lang::En });
    user.press(Press::Tick { instruction: 1 }).press(Press::Tick { instruction: 4 });
    let at_step_1 = told(&mut user);
    assert_eq!((at_step_1.language, at_step_1.binance), (Lang::Fr, Lang::En));
    assert_eq!(
        (at_step_1.spot, at_step_1.bot, at_step_1.practice),
        (Spot::SecurityControls, Bot::Ether, false)
    );
    let ticked: Vec<u8> = (1..=7).filter(|number| at_step_1.ticks.has(*number)).collect();
    assert_eq!(ticked, [1, 4]);
    user.press(Press::Show { overlay: Overlay::NotSeen });
    assert_eq!(told(&mut user).overlay, Some(ToldOverlay::NotSeen));
    user.press(Press::Close).press(Press::Next).press(Press::Next).press(Press::Next);
    assert_eq!((told(&mut user).spot, told(&mut user).overlay), (Spot::Entering, None));
    user.checking();
    assert_eq!(told(&mut user).spot, Spot::Examining);
    user.kept();
    let accepted = told(&mut user);
    assert_eq!((accepted.spot, accepted.keyring, accepted.cause), (Spot::Accepted, KeyringState::Kept, None));
    assert_eq!(accepted.clock, ClockClass::Right);
    user.press(Press::Next);
    assert_eq!(told(&mut user).spot, Spot::HandOver);
    user.hand_over();
    assert_eq!(told(&mut user).spot, Spot::Configured);
    user.press(Press::Home).press(Press::Remove { bot: Bot::Ether });
    let home = told(&mut user);
    assert_eq!((home.spot, home.overlay), (Spot::Home, Some(ToldOverlay::Removal)));
    user.press(Press::Close).press(Press::Practise);
    assert!(told(&mut user).practice);
}

#[test]
fn the_code_tells_what_the_last_check_found_even_after_going_back_to_correct_it() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    user.examined(with(permissions(&["enableMargin", "ipRestrict", "-enableSpotAndMarginTrading"])));
    let judged = told(&mut user);
    assert_eq!((judged.spot, judged.cause), (Spot::Judged, Some(Cause::TooManyBoxes)));
    user.press(Press::Back).press(Press::Back);
    let corrected = told(&mut user);
    assert_eq!((corrected.spot, corrected.cause), (Spot::Restrictions, Some(Cause::TooManyBoxes)));
    let found: Vec<Finding> = corrected.findings.iter().collect();
    assert_eq!(
        found,
        [
            Finding::Off(Permission::SpotAndMarginTrading),
            Finding::On(Permission::Margin),
            Finding::IpRestricted
        ]
    );
    user.press(Press::Practise);
    assert_eq!(told(&mut user).cause, None, "a rehearsal has a story of its own");
}

#[test]
fn the_code_tells_of_the_clock_the_network_and_the_keyring() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    let behind = smartradex_binance::Clock { offset_ms: 2 * 60 * 60 * 1000 };
    user.examined(Examination { clock: Some(Ok(behind)), ..good() });
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::Locked)));
    let locked = told(&mut user);
    assert_eq!(
        (locked.keyring, locked.clock),
        (KeyringState::Fault(VaultFault::Locked), ClockClass::BehindHours)
    );

    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    user.examined(Examination { clock: Some(Err(Failure::Dns)), finished: true, ..Examination::default() });
    assert_eq!((told(&mut user).cause, told(&mut user).clock), (Some(Cause::Dns), ClockClass::Unknown));
}

#[test]
fn of_two_bots_the_code_tells_of_the_one_that_something_is_wrong_with() {
    let mut user = User::new(Lang::En);
    user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().kept().press(Press::Next);
    user.hand_over().press(Press::SetUp { bot: Bot::Ether });
    user.press(Press::Next).press(Press::Next).checking();
    let ether =
        || Examination { account: Some(Ok(smartradex_binance::Account { uid: Some(4712) })), ..good() };
    user.examined(ether());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(()))).press(Press::Next).hand_over();
    user.press(Press::Home);
    let request = |user: &User, bot: Bot| {
        user.request(|effect| match effect {
            Effect::Examine(request, Subject::Kept(kept), ..) if kept.slot.bot == bot => Some(*request),
            _ => None,
        })
    };
    let answered = |user: &mut User, bot: Bot, examination: Examination| {
        let request = request(user, bot);
        user.learn(Outcome::Examined(request, Box::new(examination)));
    };
    answered(&mut user, Bot::Ether, ether());
    answered(&mut user, Bot::Bitcoin, good());
    assert_eq!(user.wizard.situation().bot, Bot::Ether, "nothing is wrong: the one set up last");
    user.press(Press::CheckAgain { bot: Bot::Bitcoin });
    answered(&mut user, Bot::Bitcoin, with(permissions(&["enableMargin"])));
    let wrong = user.wizard.situation();
    assert_eq!((wrong.bot, wrong.cause), (Bot::Bitcoin, Some(Cause::TooManyBoxes)));
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(&wrong.code().to_string()));
    assert!(all(&desk).contains("Let us talk about BOT BTC Spot."));
    user.press(Press::CheckAgain { bot: Bot::Bitcoin });
    answered(&mut user, Bot::Bitcoin, good());
    assert_eq!(user.wizard.situation().bot, Bot::Ether);
    user.press(Press::CheckAgain { bot: Bot::Bitcoin });
    let lost = request(&user, Bot::Bitcoin);
    user.learn(Outcome::Unreadable(lost, VaultFault::Gone));
    let lost = user.wizard.situation();
    assert_eq!((lost.bot, lost.keyring), (Bot::Bitcoin, KeyringState::Fault(VaultFault::Gone)));
}

#[test]
fn the_code_is_copied_as_it_is_shown() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Phone }).press(Press::CopyCode);
    let Some(Effect::Copy(_, CopySource::Text(text))) = user.effects.last() else {
        panic!("a copy, not {:?}", user.effects.last());
    };
    assert_eq!(Code::parse(text).unwrap().to_string(), *text);
    let request = user.copy_request();
    user.learn(Outcome::Copied(request, Ok(())));
    assert!(user.screen().announcement.is_some());
    assert!(user.effects.iter().all(|effect| !matches!(effect, Effect::WipeCopiedSecret(_))));
}

fn type_code(desk: &mut User, text: &str) {
    type_at(desk, Input::SupportCode, text);
}

fn type_at(desk: &mut User, input: Input, text: &str) {
    desk.event(Event::Action(Action::Type { input, text: text.to_owned() }));
}

/// Everything that a screen says and holds.
fn all(user: &User) -> String {
    user.screen_words()
}

fn code_of(user: &User) -> String {
    user.wizard.situation().code().to_string()
}

#[test]
fn the_desk_shows_the_screen_that_the_caller_sees() {
    let mut caller = User::new(Lang::Fr);
    caller.press(Press::Start).press(Press::Tick { instruction: 1 }).press(Press::Tick { instruction: 2 });
    let mut desk = User::new(Lang::En);
    desk.open_desk(None);
    type_code(&mut desk, &code_of(&caller));
    let shown = all(&desk);
    assert!(shown.contains(&smartradex_wizard::bare(&caller.screen().heading)));
    let instructions = caller.screen().blocks.into_iter().find_map(|block| match block {
        Block::Instructions { items, .. } => Some(items),
        _ => None,
    });
    for instruction in instructions.unwrap() {
        for span in &instruction.text {
            let span = serde_json::to_string(span).unwrap();
            assert!(shown.contains(&span), "{span}");
        }
    }
    let presses_of_caller =
        shown.matches("\"type\":\"tick\"").count() + shown.matches("\"type\":\"next\"").count();
    assert_eq!(presses_of_caller, 0, "the agent cannot press what belongs to the caller");
}

#[test]
fn a_mistyped_code_is_put_right_by_a_press() {
    let caller = User::new(Lang::En);
    let code = code_of(&caller);
    let mut typed: Vec<char> = code.chars().collect();
    typed[1] = if typed[1] == '8' { 'B' } else { '8' };
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(&typed.iter().collect::<String>()));
    assert!(!all(&desk).contains("Say now"));
    let mut signs: Vec<char> = code.chars().collect();
    signs[13] = 'U';
    type_code(&mut desk, &signs.iter().collect::<String>());
    assert!(
        all(&desk).contains("\"type\":\"takeCode\""),
        "U is in no code, so there is one way to put it right"
    );
    desk.press(Press::TakeCode { suggestion: 0 });
    assert!(all(&desk).contains("Say now"));
}

#[test]
fn two_codes_one_after_the_other_are_no_key_and_the_next_call_begins_with_an_empty_field() {
    let code = code_of(&User::new(Lang::En));
    for twice in [code.repeat(2), code.replace('-', "").to_lowercase().repeat(3)] {
        let mut desk = User::new(Lang::En);
        desk.open_desk(None);
        type_code(&mut desk, &twice);
        let shown = all(&desk);
        assert!(!shown.contains("saidToCaller") && shown.contains("A code has 12 characters"), "{twice}");
        type_code(&mut desk, &code);
        assert!(all(&desk).contains("Say now"));
        desk.press(Press::NextCall);
        let shown = all(&desk);
        assert!(!shown.contains("Say now") && shown.contains("\"value\":\"\""));
    }
}

#[test]
fn a_key_is_refused_by_the_desk_and_no_piece_of_it_stays() {
    for (input, pasted) in [
        (Input::SupportCode, SECRET_KEY.to_owned()),
        (Input::Search, SECRET_KEY.to_owned()),
        (Input::Search, format!("Secret Key: {SECRET_KEY}")),
        (Input::SupportCode, format!("{} {}", &SECRET_KEY[..32], &SECRET_KEY[32..])),
        (Input::Search, SECRET_KEY[..24].to_owned()),
        (Input::Search, "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6\n".to_owned()),
    ] {
        let mut desk = User::new(Lang::En);
        desk.open_desk(None);
        desk.press(Press::ViewDesk { view: DeskView::Lane });
        type_at(&mut desk, input, &pasted);
        let shown = all(&desk) + &serde_json::to_string(desk.wizard.session()).unwrap();
        assert!(!shown.contains(&pasted[..12.min(pasted.len())]), "{input:?}");
        assert!(!shown.contains("textField"), "the field is gone, and with it what stood in it");
        assert!(shown.contains("saidToCaller"), "the agent is told what to say");
        type_at(&mut desk, input, "2015");
        assert!(all(&desk).contains("saidToCaller"), "until it is said, nothing is taken");
        desk.press(Press::SaidToCaller);
        assert!(all(&desk).contains("\"value\":\"\""));
    }
}

#[test]
fn causes_are_found_by_name_in_either_language_and_by_the_code_of_binance() {
    let mut desk = User::new(Lang::En);
    desk.open_desk(None);
    desk.press(Press::ViewDesk { view: DeskView::Lane });
    let mut found = |search: &str| {
        type_at(&mut desk, Input::Search, search);
        let shown: Vec<String> = desk
            .screen()
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Details { summary, .. } => Some(smartradex_wizard::bare(summary)),
                _ => None,
            })
            .collect();
        let words = Words { lang: Lang::En, binance: Lang::En };
        Cause::ALL.into_iter().filter(|cause| shown.contains(&cause.spoken(words))).collect::<Vec<_>>()
    };
    assert_eq!(found("-1021"), [Cause::Clock]);
    assert_eq!(found("503"), [Cause::BinanceFault]);
    assert!(found("2015").contains(&Cause::KeyNotRecognised) && found("2015").len() >= 4);
    assert_eq!(found("captive-portal"), [Cause::CaptivePortal]);
    for lang in Lang::ALL {
        let words = Words { lang, binance: lang };
        for cause in Cause::ALL {
            assert!(found(&cause.spoken(words).to_uppercase()).contains(&cause), "{cause}");
        }
    }
    assert_eq!(found("zzzz"), []);
    assert_eq!(found("").len(), Cause::ALL.len());
}

#[test]
fn the_note_for_the_ticket_is_copied_with_code_and_cause() {
    let mut caller = User::new(Lang::Fr);
    caller.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(&code_of(&caller)));
    desk.press(Press::CopyNote);
    let Some(Effect::Copy(_, CopySource::Text(note))) = desk.effects.last() else {
        panic!("a copy, not {:?}", desk.effects.last());
    };
    for piece in [code_of(&caller).as_str(), "Step 4, screen C", "too-many-boxes", "Activer les prêts"] {
        assert!(note.contains(piece), "{piece} in {note}");
    }
    assert!(all(&desk).contains(&serde_json::to_string(note).unwrap()), "what is copied is what is shown");
}

#[test]
fn training_begins_at_any_step_and_meets_any_problem_and_its_code_opens_at_the_desk() {
    for step in Step::ALL {
        let mut agent = User::new(Lang::En);
        agent.press(Press::Train { step, scenario: Scenario::Good });
        assert_eq!(agent.place(), format!("step-{}", step.number()));
        let told = Code::parse(&code_of(&agent)).unwrap().situation().unwrap();
        assert_eq!((told.spot.step(), told.practice), (Some(step), true));
    }
    let mut agent = User::new(Lang::En);
    agent.press(Press::Train { step: Step::PasteKeys, scenario: Scenario::Dns });
    assert_eq!(agent.place(), "step-4-examining");
    agent.examined(Examination { clock: Some(Err(Failure::Dns)), finished: true, ..Examination::default() });
    let code = code_of(&agent);
    agent.open_desk(Some(&code));
    assert!(all(&agent).contains("Say now"));
    assert_eq!(Code::parse(&code).unwrap().situation().unwrap().cause, Some(Cause::Dns));
}

#[test]
fn the_report_is_copied_and_saved_as_it_is_shown_and_hides_what_is_nobodys_business() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    user.examined(Examination { permissions: Some(Err(Failure::Rejected(401, -2015))), ..good() });
    user.press(Press::Check).kept().press(Press::Next);
    type_at(&mut user, Input::Email, "someone@example.org");
    let before = user.effects.len();
    user.press(Press::CopyShown).press(Press::SaveReport);
    let asked = |effect: &Effect| matches!(effect, Effect::Copy(..) | Effect::SaveFile(..));
    assert!(!user.effects[before..].iter().any(asked), "nothing that is not shown");
    user.press(Press::Show { overlay: Overlay::Report });
    let shown = |user: &User| {
        user.screen().blocks.into_iter().find_map(|block| match block {
            Block::Verbatim { text, .. } => Some(text),
            _ => None,
        })
    };
    let text = shown(&user).unwrap();
    for piece in
        ["1.2.3", "2026-11-22 12:00:00", "apiRestrictions 401 -2015", "[key hidden]", "[e-mail hidden]"]
    {
        assert!(text.contains(piece), "{piece} in {text}");
    }
    for hidden in [&API_KEY[..4], &API_KEY[60..], &SECRET_KEY[..4], "someone", "4711"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    user.press(Press::CopyShown);
    assert!(
        matches!(user.effects.last(), Some(Effect::Copy(_, CopySource::Text(copied))) if *copied == text)
    );
    user.press(Press::ReportKey);
    let with_key = shown(&user).unwrap();
    assert!(with_key.contains(&API_KEY[..4]) && !with_key.contains(&API_KEY[..8]));
    user.press(Press::SaveReport);
    let saved = user.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveFile(_, file) => Some(file.content.clone()),
        _ => None,
    });
    assert_eq!(saved, Some(with_key));
}
