//! Coming late, in another order, or after going back, nothing gets lost, and nothing is claimed that is not so.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Examination, Failure};
use smartradex_wizard::{
    Bot, Bots, ClipboardFault, CopySource, Effect, FormField, Lang, Outcome, Overlay, Part, Press, Request,
    Step, VaultFault,
};
use user::{SECRET_KEY, User, good, permissions, with};

const SECRET: FormField = FormField::Key { bot: Bot::Bitcoin, part: Part::SecretKey };

/// A user whose key was accepted but not kept.
fn unkept() -> User {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::NoService))).press(Press::WithoutKeeping);
    user
}

fn assert_secret_can_be_copied(user: &mut User, when: &str) {
    user.press(Press::CopyField { field: SECRET });
    let Some(Effect::Copy(request, CopySource::Held(held, Part::SecretKey))) = user.effects.last().cloned()
    else {
        panic!("{when}: a copy from memory, not {:?}", user.effects.last());
    };
    assert_eq!(held.secret_key.expose(), SECRET_KEY, "{when}");
    user.learn(Outcome::Copied(request, Ok(())));
}

fn said(user: &User) -> String {
    let screen = user.screen();
    screen.aloud.last().or(screen.announcement.as_ref()).map(|said| said.text.clone()).unwrap_or_default()
}

fn remove_requests(user: &User) -> Vec<Request> {
    let request =
        |effect: &Effect| if let Effect::Remove(request, _) = effect { Some(*request) } else { None };
    user.effects.iter().filter_map(request).collect()
}

#[test]
fn going_back_loses_no_key_that_was_not_kept() {
    let mut user = unkept();
    user.press(Press::Back);
    assert_eq!(user.place(), "step-3", "back from the result");
    user.press(Press::Next).press(Press::Next);
    assert_secret_can_be_copied(&mut user, "back from the result and on");
    user.press(Press::Back);
    assert_eq!(user.place(), "step-4");
    user.press(Press::Next);
    assert_secret_can_be_copied(&mut user, "back from the form and on");
    user.press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin });
    assert_secret_can_be_copied(&mut user, "by way of the bots");
    user.press(Press::Practise).press(Press::LeavePractice);
    assert_secret_can_be_copied(&mut user, "by way of a rehearsal");
    user.hand_over().press(Press::Back);
    assert_secret_can_be_copied(&mut user, "back from the end");
    user.hand_over().press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin });
    assert_eq!(user.place(), "home", "handed over, and gone on: it is wiped");
}

#[test]
fn a_key_that_cannot_be_copied_any_more_says_so() {
    let mut user = unkept();
    user.press(Press::Next).hand_over().press(Press::SetUp { bot: Bot::Ether });
    let mut other = good();
    other.account = Some(Ok(smartradex_binance::Account { uid: Some(99) }));
    user.press(Press::Next).press(Press::Next).checking().examined(other);
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(()))).press(Press::Next);
    assert_eq!(user.place(), "hand-over");
    let rows = serde_json::to_string(&user.screen().blocks).unwrap();
    assert_eq!(rows.matches("This key was not kept on this computer.").count(), 2, "both values of one bot");
}

#[test]
fn from_the_fields_of_step_4_there_is_a_way_on_only_with_a_key_of_this_journey() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().press(Press::Next);
    assert_eq!(user.place(), "step-4");
    user.checking().kept().press(Press::Next).press(Press::Back).press(Press::Next);
    assert_eq!(user.place(), "hand-over");
    user.hand_over().press(Press::SetUp { bot: Bot::Bitcoin });
    user.press(Press::Next).press(Press::Next).press(Press::Next);
    assert_eq!(user.place(), "step-4", "a new key is wanted: the one that is kept is not it");
}

#[test]
fn a_late_clipboard_changes_nothing_of_what_is_being_checked() {
    for fault in [ClipboardFault::Unavailable, ClipboardFault::Empty, ClipboardFault::NotText] {
        let mut user = User::new(Lang::En);
        user.reach_step_4().checking().press(Press::Cancel).press(Press::Paste { part: Part::SecretKey });
        let Some(Effect::ReadClipboard(reading)) = user.effects.last().cloned() else {
            panic!("{:?}", user.effects.last());
        };
        user.press(Press::Check).learn(Outcome::Clipboard(reading, Err(fault))).examined(good());
        let request = user.store_request();
        assert!(user.screen().main.unwrap().disabled.is_some(), "the keyring has not answered");
        user.learn(Outcome::Stored(request, Ok(())));
        assert!(user.wizard.session().journey().keys[&Bot::Bitcoin].kept, "{fault:?}");
        assert_eq!(said(&user), "Kept on this computer.");
    }
}

#[test]
fn nothing_else_is_said_only_of_a_key_of_which_binance_said_so() {
    let unsaid = r#"{"ipRestrict":false,"enableReading":true,"enableSpotAndMarginTrading":true,"enableWithdrawals":false,
        "enableInternalTransfer":false,"permitsUniversalTransfer":false,"enableMargin":false}"#;
    let unsaid = with(smartradex_binance::Permissions::parse(unsaid.as_bytes()).unwrap());
    for (examination, claimed) in [(good(), true), (unsaid, false)] {
        let claims = |user: &User| {
            let screen = user.screen_words();
            [screen.contains("nothing else"), screen.contains("The key is good")]
        };
        let mut user = User::new(Lang::En);
        user.reach_step_4().checking().examined(examination.clone());
        assert_eq!((user.place().as_str(), claims(&user)), ("step-4-accepted", [claimed, claimed]));
        let request = user.store_request();
        user.learn(Outcome::Stored(request, Ok(()))).press(Press::Next).hand_over();
        assert_eq!((user.place().as_str(), claims(&user)[0]), ("configured", claimed));
        user.press(Press::Home).examined(examination);
        assert_eq!((user.place().as_str(), claims(&user)[0]), ("home", claimed));
    }
}

#[test]
fn two_removals_at_once_are_both_told() {
    let mut user = User::new(Lang::En);
    user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().kept();
    user.press(Press::Next).hand_over().press(Press::SetUp { bot: Bot::Ether });
    let mut other = good();
    other.account = Some(Ok(smartradex_binance::Account { uid: Some(99) }));
    user.press(Press::Next).press(Press::Next).checking().examined(other);
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(()))).press(Press::Home);
    for bot in Bot::ALL {
        user.press(Press::Remove { bot }).press(Press::ReallyRemove { bot });
    }
    let requests = remove_requests(&user);
    user.learn(Outcome::Removed(requests[0], Ok(())));
    let left: Vec<_> = user.wizard.session().journey().keys.keys().copied().collect();
    assert_eq!(left, [Bot::Ether]);
    user.learn(Outcome::Removed(requests[1], Ok(())));
    assert_eq!((user.place().as_str(), user.wizard.session().journey().keys.len()), ("welcome", 0));
}

#[test]
fn a_removal_is_told_to_the_journey_it_was_begun_in() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Home);
    user.press(Press::Remove { bot: Bot::Bitcoin }).press(Press::ReallyRemove { bot: Bot::Bitcoin });
    let request = remove_requests(&user)[0];
    user.press(Press::Practise).learn(Outcome::Removed(request, Ok(())));
    assert!(user.wizard.session().real.keys.is_empty(), "removed for real, while a rehearsal was shown");
    user.press(Press::LeavePractice);
    assert_eq!(user.place(), "welcome");
}

#[test]
fn a_copy_that_comes_late_is_ticked_off_in_no_other_journey() {
    let copying = || {
        let mut user = User::new(Lang::En);
        user.reach_step_4().checking().kept().press(Press::Next).press(Press::CopyField { field: SECRET });
        user
    };
    let mut user = copying();
    let request = user.copy_request();
    user.press(Press::Practise).learn(Outcome::Copied(request, Ok(())));
    assert!(user.wizard.session().journey().handed.is_empty(), "not in the rehearsal");
    assert!(matches!(user.effects.last(), Some(Effect::Wait(..))), "the secret is to be wiped all the same");

    let mut user = copying();
    let request = user.copy_request();
    user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    let forgotten = user.wizard.session().clone();
    user.learn(Outcome::Copied(request, Ok(())));
    assert_eq!(*user.wizard.session(), forgotten, "what is forgotten is not written anew");
}

#[test]
fn a_clock_that_is_set_back_makes_no_wait_longer() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next).press(Press::CopyField { field: SECRET });
    let request = user.copy_request();
    user.learn(Outcome::Copied(request, Ok(()))).wait(-3600);
    for _ in 0..61 {
        let tick = user.wait_request();
        user.wait(1).learn(Outcome::Elapsed(tick));
    }
    assert!(matches!(user.effects.last(), Some(Effect::WipeCopiedSecret(_))), "{:?}", user.effects.last());

    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    let first = user.examine_request();
    user.wait(-3600);
    for _ in 0..11 {
        let tick = user.wait_request();
        user.wait(1).learn(Outcome::Elapsed(tick));
    }
    assert_ne!(user.examine_request(), first, "Binance is asked again");
}

#[test]
fn the_bots_come_from_behind_whatever_stands_in_front() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Show { overlay: Overlay::Phone }).press(Press::Home);
    assert_eq!(user.place(), "home");
    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Show { overlay: Overlay::Phone }).press(Press::Home);
    assert_eq!(user.place(), "phone", "there is no bot yet");
    assert_eq!(user.wizard.session().journey().place, smartradex_wizard::Place::Step(Step::SecurityControls));
}

#[test]
fn the_end_claims_of_sub_account_and_test_order_only_what_binance_showed() {
    let silent = Failure::BinanceFault(500, 0);
    let unshown = Examination { kind: Some(Err(silent.clone())), order: Some(Err(silent)), ..good() };
    for (examination, shown) in [(good(), true), (unshown, false)] {
        let mut user = User::new(Lang::En);
        user.reach_step_4().checking().examined(examination);
        let request = user.store_request();
        user.learn(Outcome::Stored(request, Ok(()))).press(Press::Next).hand_over();
        assert_eq!(user.place(), "configured");
        let screen = user.screen_words();
        let claims = ["It is a sub-account’s key.", "Binance accepts a test order"]
            .map(|claim| screen.contains(claim));
        let doubts = ["Binance did not say.", "the test order gave no clear answer"]
            .map(|doubt| screen.contains(doubt));
        assert_eq!((claims, doubts), ([shown; 2], [!shown; 2]));
    }
}

#[test]
fn a_rehearsal_that_outlives_the_program_hides_no_journey_that_does_not() {
    let mut user = unkept();
    user.press(Press::Next);
    assert_eq!(user.place(), "hand-over");
    user.press(Press::Practise);
    let mut user = User::resuming(Lang::En, user.wizard.session().clone());
    user.press(Press::LeavePractice);
    assert_eq!(user.place(), "step-4", "the key is gone with the last run: there is nothing to copy");
}

#[test]
fn a_later_check_makes_up_for_what_binance_left_unsaid() {
    let mut user = User::new(Lang::En);
    let unsaid = Examination { account: Some(Err(Failure::Stalled)), ..good() };
    user.reach_step_4().checking().examined(unsaid);
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(())));
    let hash = |user: &User| user.wizard.session().journey().keys[&Bot::Bitcoin].uid_hash.clone();
    assert_eq!(hash(&user), None);
    user.press(Press::Next).hand_over().press(Press::Home).examined(good());
    assert!(hash(&user).is_some(), "from now on the other bot's key is known apart");
}
