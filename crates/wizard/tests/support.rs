//! Help by telephone: what a code made on one computer says on another.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Examination, Failure, Permission};
use smartradex_wizard::{
    Block, Bot, Bots, Cause, ClockClass, Code, CopySource, Cover, Effect, Finding, KeyringState, Lang,
    Outcome, Over, Press, Situation, Spot, VaultFault,
};
use user::{User, good, permissions, with};

/// The code as the screen shows it, read by another program.
fn told(user: &mut User) -> Situation {
    user.press(Press::Show { over: Over::Phone });
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
    user.press(Press::Show { over: Over::NotSeen });
    assert_eq!(told(&mut user).cover, Some(Cover::NotSeen));
    user.press(Press::Close).press(Press::Next).press(Press::Next).press(Press::Next);
    assert_eq!((told(&mut user).spot, told(&mut user).cover), (Spot::Entering, None));
    user.checking();
    assert_eq!(told(&mut user).spot, Spot::Examining);
    user.kept();
    let accepted = told(&mut user);
    assert_eq!((accepted.spot, accepted.keyring, accepted.cause), (Spot::Accepted, KeyringState::Kept, None));
    assert_eq!(accepted.clock, ClockClass::Right);
    user.press(Press::Next);
    assert_eq!(told(&mut user).spot, Spot::HandOver);
    user.press(Press::HandedOver);
    assert_eq!(told(&mut user).spot, Spot::Configured);
    user.press(Press::Home).press(Press::Remove { bot: Bot::Ether });
    let home = told(&mut user);
    assert_eq!((home.spot, home.cover), (Spot::Home, Some(Cover::Removal)));
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
fn the_code_is_copied_as_it_is_shown() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { over: Over::Phone }).press(Press::CopyCode);
    let Some(Effect::Copy(_, CopySource::Text(text))) = user.effects.last() else {
        panic!("a copy, not {:?}", user.effects.last());
    };
    assert_eq!(Code::parse(text).unwrap().to_string(), *text);
    let request = user.copy_request();
    user.learn(Outcome::Copied(request, Ok(())));
    assert!(user.screen().announcement.is_some());
    assert!(!user.effects.contains(&Effect::ClearClipboard));
}
