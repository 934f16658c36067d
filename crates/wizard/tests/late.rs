//! Answers that come once the user has gone elsewhere, and clocks that are set meanwhile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Account, Examination, Failure};
use smartradex_wizard::{
    Bot, Cause, Effect, Lang, Outcome, Overlay, Part, Press, Request, Session, Step, System, VaultFault,
    Wizard, Words,
};
use user::{API_KEY, SECRET_KEY, User, good};

const ENGLISH: Words = Words { lang: Lang::En, binance: Lang::En };
const NEW_KEY: &str = "S8gT1lR6wK4zX9cB5vN7tM2yP3oI8eU0aQ1fG6sJ4dH9pZ5xL7cW2bR8nT3vqYk1";

fn removal(user: &User) -> Request {
    user.request(|effect| if let Effect::Remove(request, _) = effect { Some(*request) } else { None })
}

fn said(user: &User) -> String {
    user.screen().announcement.map(|said| said.text).unwrap_or_default()
}

#[test]
fn a_key_that_is_removed_late_takes_nothing_of_its_successor_along() {
    let bot = Bot::Bitcoin;
    let mut user = User::configured();
    user.press(Press::Home).examined(good());
    user.press(Press::Remove { bot }).press(Press::ReallyRemove { bot });
    user.press(Press::Go { step: Step::PasteKeys });
    let asked = user.examine_request();
    user.paste(Part::ApiKey, NEW_KEY).paste(Part::SecretKey, SECRET_KEY).press(Press::Check);
    assert_eq!(
        user.examine_request(),
        asked,
        "it might be stored first, and be removed in the other's place"
    );
    assert_eq!(said(&user), ENGLISH.string("vault-removing-now"));
    let request = removal(&user);
    user.learn(Outcome::Removed(request, Ok(()))).press(Press::Check).kept();
    let key = &user.wizard.session().journey().keys[&bot];
    assert!(key.kept && key.masked.starts_with("S8gT"));
}

#[test]
fn a_former_key_whose_removal_nobody_awaited_is_removed_at_the_next_start() {
    let bot = Bot::Bitcoin;
    let mut user = User::configured();
    user.press(Press::Home).press(Press::SetUp { bot }).press(Press::Next).press(Press::Next);
    user.paste(Part::ApiKey, NEW_KEY).paste(Part::SecretKey, SECRET_KEY).press(Press::Check).examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::NoAnswer))).press(Press::WithoutKeeping);
    let session = user.wizard.session().clone();
    assert!(session.journey().keys[&bot].former_left, "until it is known to be gone");
    let request = removal(&user);
    user.learn(Outcome::Removed(request, Ok(())));
    assert!(!user.wizard.session().journey().keys[&bot].former_left);
    let mut again = User::resuming(Lang::En, session);
    again.press(Press::Home);
    let request = removal(&again);
    again.learn(Outcome::Removed(request, Ok(())));
    assert!(!again.wizard.session().journey().keys[&bot].former_left);
}

#[test]
fn whoever_closes_the_erasure_is_still_told_that_it_failed() {
    for fails in [true, false] {
        let mut user = User::configured();
        user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
        let effects = user.effects.clone();
        user.press(Press::Close);
        assert_eq!(user.place(), "welcome");
        for effect in effects {
            match effect {
                Effect::Remove(request, _) => {
                    let result = if fails { Err(VaultFault::Locked) } else { Ok(()) };
                    user.learn(Outcome::Removed(request, result));
                }
                Effect::ForgetFiles(request) => drop(user.learn(Outcome::Forgotten(request, true))),
                _ => {}
            }
        }
        assert_eq!(user.place(), if fails { "forgotten" } else { "welcome" });
        assert_eq!(user.screen_words().contains("Not everything is erased"), fails);
    }
}

/// Everything is erased, where the keyring answers every removal with this; what was erased before it was asked again.
fn erased(user: &mut User, fault: VaultFault) -> bool {
    let before = user.effects.len();
    user.press(Press::ForgetEverything);
    for effect in user.effects.split_off(before) {
        match effect {
            Effect::Remove(request, _) => drop(user.learn(Outcome::Removed(request, Err(fault)))),
            Effect::ForgetFiles(request) => drop(user.learn(Outcome::Forgotten(request, true))),
            _ => {}
        }
    }
    !user.screen_words().contains("Not everything is erased")
}

#[test]
fn where_no_keyring_is_found_keys_count_as_erased_only_if_none_was_kept() {
    for fault in VaultFault::ALL {
        let nowhere = [VaultFault::NoService, VaultFault::NoCollection].contains(&fault);
        let mut user = User::new(Lang::En);
        user.press(Press::Show { overlay: Overlay::Forget });
        assert_eq!(erased(&mut user, fault), nowhere, "nothing was ever kept: {fault:?}");

        let mut user = User::configured();
        user.press(Press::Show { overlay: Overlay::Forget });
        assert!(!erased(&mut user, fault), "{fault:?}");
        assert!(!erased(&mut user, fault), "nor when it is tried again, with the records gone: {fault:?}");
        let mut again = User::resuming(Lang::En, user.wizard.session().clone());
        again.press(Press::Show { overlay: Overlay::Forget });
        assert!(!erased(&mut again, fault), "nor after a new start: {fault:?}");

        let damaged = System { session_damaged: true, ..user::system(Lang::En) };
        let (wizard, effects) = Wizard::new(damaged, Session::default(), user::start());
        let mut user = User { wizard, now: user::start(), effects };
        user.press(Press::Show { overlay: Overlay::Forget });
        assert!(!erased(&mut user, fault), "nor where the records were in a damaged file: {fault:?}");
    }
}

#[test]
fn a_key_that_was_not_kept_is_removed_without_a_keyring_and_one_that_was_is_not() {
    let bot = Bot::Bitcoin;
    for fault in VaultFault::ALL {
        let nowhere = [VaultFault::NoService, VaultFault::NoCollection].contains(&fault);
        for kept in [true, false] {
            let mut user = User::new(Lang::En);
            user.reach_step_4().checking().examined(good());
            let request = user.store_request();
            if kept {
                user.learn(Outcome::Stored(request, Ok(())));
            } else {
                user.learn(Outcome::Stored(request, Err(VaultFault::NoService))).press(Press::WithoutKeeping);
            }
            user.press(Press::Next).hand_over().press(Press::Home);
            user.press(Press::Remove { bot }).press(Press::ReallyRemove { bot });
            let request = removal(&user);
            user.learn(Outcome::Removed(request, Err(fault)));
            let removed = user.wizard.session().journey().keys.is_empty();
            assert_eq!(removed, nowhere && !kept, "{fault:?} {kept}");
        }
    }
}

#[test]
fn nothing_is_erased_while_a_key_is_on_its_way_into_the_keyring() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    assert!(!user.effects.iter().any(|effect| matches!(effect, Effect::ForgetFiles(_))));
    user.learn(Outcome::Stored(request, Ok(()))).press(Press::ForgetEverything);
    assert!(user.effects.iter().any(|effect| matches!(effect, Effect::ForgetFiles(_))));
}

#[test]
fn whoever_has_gone_home_is_told_that_the_new_key_was_not_kept() {
    let bot = Bot::Bitcoin;
    let mut user = User::configured();
    user.press(Press::Home).press(Press::SetUp { bot }).press(Press::Next).press(Press::Next);
    user.paste(Part::ApiKey, NEW_KEY).paste(Part::SecretKey, SECRET_KEY).press(Press::Check).examined(good());
    let request = user.store_request();
    user.press(Press::Home).learn(Outcome::Stored(request, Err(VaultFault::Locked)));
    assert_eq!(user.place(), "home");
    assert!(said(&user).starts_with(&ENGLISH.string("home-not-stored")), "{}", said(&user));
    assert!(user.screen().announcement.is_some(), "it is shown, for nothing else on that screen says so");
    user.press(Press::Go { step: Step::PasteKeys }).press(Press::Check).kept();
    assert!(
        user.wizard.session().journey().keys[&bot].masked.starts_with("S8gT"),
        "the values are still there"
    );
}

#[test]
fn nothing_is_removed_while_its_successor_is_being_stored_and_nothing_stored_while_it_is_removed() {
    let bot = Bot::Bitcoin;
    let replace = |user: &mut User| {
        user.press(Press::Home).press(Press::SetUp { bot }).press(Press::Next).press(Press::Next);
        user.paste(Part::ApiKey, NEW_KEY).paste(Part::SecretKey, SECRET_KEY).press(Press::Check);
    };
    let removals =
        |user: &User| user.effects.iter().filter(|effect| matches!(effect, Effect::Remove(..))).count();
    let mut user = User::configured();
    replace(&mut user);
    user.examined(good()).press(Press::Home);
    user.press(Press::Remove { bot }).press(Press::ReallyRemove { bot });
    assert_eq!(removals(&user), 0);
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(())));
    assert!(user.wizard.session().journey().keys[&bot].masked.starts_with("S8gT"));

    let mut user = User::configured();
    replace(&mut user);
    user.examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::NoAnswer))).press(Press::WithoutKeeping);
    let asked = user.examine_request();
    replace(&mut user);
    assert_eq!(user.examine_request(), asked, "the first key is still being removed");
    let request = removal(&user);
    user.learn(Outcome::Removed(request, Ok(()))).press(Press::Check).kept();
    assert!(user.wizard.session().journey().keys[&bot].kept);
    user.press(Press::Home);
    assert_eq!(removals(&user), 1, "the new one stays");
}

#[test]
fn a_clock_that_is_set_forward_ends_no_wait() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    user.examined(Examination { permissions: Some(Err(Failure::Banned(Some(120)))), ..good() });
    let asked = user.examine_request();
    let tick = |user: &mut User| {
        let request = user.wait_request();
        user.learn(Outcome::Elapsed(request));
    };
    user.wait(60);
    tick(&mut user);
    user.wizard.clock_went_ahead(10 * 60 * 1000);
    user.wait(10 * 60);
    tick(&mut user);
    assert_eq!(user.examine_request(), asked, "half of the ban is left");
    user.press(Press::Check);
    assert_eq!(user.examine_request(), asked);
    user.wait(61);
    tick(&mut user);
    assert_ne!(user.examine_request(), asked, "now it is over");
}

#[test]
fn a_clock_that_is_set_back_makes_no_key_fresh() {
    let first = |seconds| {
        let mut user = User::new(Lang::En);
        user.reach_step_4().wait(seconds).checking();
        let refused = Some(Err(Failure::Rejected(401, -2015)));
        user.examined(Examination { permissions: refused, order: None, ..good() });
        user.wizard.situation().cause
    };
    assert_eq!(first(30), Some(Cause::NotActiveYet));
    assert_ne!(first(-3600), Some(Cause::NotActiveYet), "nobody knows how long ago that was");
}

#[test]
fn the_second_bot_cannot_be_given_the_first_ones_key_even_if_binance_names_no_account() {
    let untold = || Examination { account: Some(Ok(Account { uid: None })), ..good() };
    let judged = |api_key: &str| {
        let mut user = User::new(Lang::En);
        user.press(Press::Bots { bots: smartradex_wizard::Bots::Both }).reach_step_4().checking();
        user.examined(untold());
        let request = user.store_request();
        user.learn(Outcome::Stored(request, Ok(()))).press(Press::Next).hand_over();
        user.press(Press::SetUp { bot: Bot::Ether }).press(Press::Next).press(Press::Next);
        user.paste(Part::ApiKey, api_key).paste(Part::SecretKey, SECRET_KEY).press(Press::Check);
        user.examined(untold());
        user
    };
    assert_eq!(judged(API_KEY).wizard.situation().cause, Some(Cause::OtherBot));
    let other = judged(NEW_KEY);
    assert_eq!(other.place(), "step-4-accepted");
    assert!(other.screen_words().contains("other-bot"), "a line says that the accounts were not compared");
}
