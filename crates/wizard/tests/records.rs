//! What is known of one key is never taken for another's, and what Binance has taken back is no longer claimed.

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
    Block, Bot, ClipboardFault, Effect, FormField, Lang, Outcome, Overlay, Part, Place, Press, Screen, Slot,
    Step, Subject, System, Target, VaultFault, Wizard,
};
use user::{API_KEY, SECRET_KEY, User, good, permissions, with};

/// Which of the two fields say that they have received a value.
fn taken(screen: &Screen) -> Vec<bool> {
    let taken = |block: &Block| match block {
        Block::PasteField { taken, .. } => Some(taken.is_some()),
        _ => None,
    };
    screen.blocks.iter().filter_map(taken).collect()
}

fn offers(screen: &Screen, press: &Press) -> bool {
    let button = serde_json::to_string(press).unwrap();
    serde_json::to_string(screen).unwrap().contains(&button)
}

#[test]
fn what_was_pasted_for_one_bot_is_never_checked_for_the_other() {
    let mut user = User::configured();
    user.press(Press::SetUp { bot: Bot::Ether }).press(Press::Next).press(Press::Next);
    user.paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, SECRET_KEY);
    assert_eq!(taken(&user.screen()), [true, true]);
    user.press(Press::Home).examined(good()).press(Press::HandOver { bot: Bot::Bitcoin }).press(Press::Back);
    assert_eq!((user.place().as_str(), taken(&user.screen())), ("step-4", vec![false, false]));
    let asked = user.examine_request();
    user.press(Press::Check);
    assert_eq!(user.examine_request(), asked);
    user.press(Press::Next);
    assert_eq!(user.place(), "hand-over", "its own key was checked, and is handed over");
}

#[test]
fn who_tries_another_server_loses_nothing_that_is_real() {
    let other_address = Some("http://127.0.0.1:8080".to_owned());
    let system = System { other_address, ..user::system(Lang::En) };
    let mut user = User::new(Lang::En);
    (user.wizard, user.effects) = Wizard::new(system, user.wizard.session().clone(), user::start());
    user.reach_step_4().checking().kept();
    user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    let touched: Vec<Slot> = user
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Store(_, slot, _) | Effect::Remove(_, slot) => Some(*slot),
            _ => None,
        })
        .collect();
    assert_eq!(touched.len(), 5, "one kept, and four places emptied: {touched:?}");
    assert!(touched.iter().all(|slot| slot.target != Target::Binance), "{touched:?}");
}

#[test]
fn a_bad_paste_loses_no_good_value() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, SECRET_KEY);
    user.paste(Part::SecretKey, "me@example.com");
    let words = user.screen_words();
    assert!(words.contains("The previous value is kept."), "{words}");
    assert_eq!(taken(&user.screen()), [true, true]);
    user.press(Press::Paste { part: Part::ApiKey });
    let request = user
        .request(|effect| if let Effect::ReadClipboard(request) = effect { Some(*request) } else { None });
    user.learn(Outcome::Clipboard(request, Err(ClipboardFault::Empty))).press(Press::Check);
    let Some(Effect::Examine(_, Subject::Held(held), ..)) = user.effects.last() else {
        panic!("an examination of what was pasted first, not {:?}", user.effects.last());
    };
    assert_eq!((held.api_key.expose(), held.secret_key.expose()), (API_KEY, SECRET_KEY));
    user.press(Press::Cancel).press(Press::Clear { part: Part::SecretKey });
    assert_eq!(taken(&user.screen()), [true, false], "cleared is cleared");
}

#[test]
fn a_key_that_was_found_to_be_wrong_is_handed_over_to_nobody_until_it_is_right_again() {
    let hand_over = Press::HandOver { bot: Bot::Bitcoin };
    let mut user = User::configured();
    user.press(Press::Home).examined(with(permissions(&["enableWithdrawals"])));
    assert!(!offers(&user.screen(), &hand_over));
    user.press(hand_over.clone());
    assert_eq!(user.place(), "home");

    let mut again = User::resuming(Lang::En, user.wizard.session().clone());
    assert!(!offers(&again.screen(), &hand_over), "nor after a new start, before Binance has answered");
    again.examined(good());
    assert!(offers(&again.screen(), &hand_over));
    again.press(hand_over);
    assert_eq!(again.place(), "hand-over");
}

#[test]
fn a_key_that_is_found_to_be_wrong_while_it_is_handed_over_is_copied_no_more() {
    let copy = Press::CopyField { field: FormField::Key { bot: Bot::Bitcoin, part: Part::SecretKey } };
    let mut user = User::configured();
    user.press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin });
    assert_eq!(user.place(), "hand-over");
    user.examined(with(permissions(&["enableWithdrawals"])));
    let before = user.effects.len();
    user.press(copy);
    assert!(user.effects.iter().skip(before).all(|effect| !matches!(effect, Effect::Copy(..))));
    let words = user.screen_words();
    assert!(words.contains("Binance showed that this key is not right any more."), "{words}");
    let again = User::resuming(Lang::En, user.wizard.session().clone());
    assert_eq!(again.wizard.session().real.place, Place::Home);
}

#[test]
fn an_answer_about_the_key_before_says_nothing_of_the_new_one() {
    let mut user = User::configured();
    user.press(Press::Home);
    let of_the_old = user.examine_request();
    user.press(Press::SetUp { bot: Bot::Bitcoin }).press(Press::Next).press(Press::Next).checking().kept();
    user.learn(Outcome::Examined(of_the_old, Box::new(with(permissions(&["enableWithdrawals"])))));
    user.press(Press::Next);
    assert_eq!(user.place(), "hand-over");
    assert_eq!(user.wizard.session().real.keys[&Bot::Bitcoin].refused_at, None);
}

#[test]
fn the_key_before_leaves_the_keyring_when_the_new_one_is_not_kept() {
    let mut user = User::configured();
    user.press(Press::SetUp { bot: Bot::Bitcoin }).press(Press::Next).press(Press::Next).checking();
    user.examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::TooLong))).press(Press::WithoutKeeping);
    let Some(Effect::Remove(request, slot)) = user.effects.last().cloned() else {
        panic!("the removal of the key before, not {:?}", user.effects.last());
    };
    assert_eq!(slot, Slot { target: Target::Binance, bot: Bot::Bitcoin });
    user.learn(Outcome::Removed(request, Err(VaultFault::Locked)));
    let left = "The previous key is still in this computer’s keyring.";
    assert!(user.screen().announcement.unwrap().text.starts_with(left));
    let keys = &user.wizard.session().real.keys;
    assert!(!keys[&Bot::Bitcoin].kept, "the record is of the new key, and stays");
    user.press(Press::Next);
    assert_eq!(user.place(), "hand-over");

    // Nor is the next one kept: it is still the first that is left.
    user.hand_over()
        .press(Press::SetUp { bot: Bot::Bitcoin })
        .press(Press::Next)
        .press(Press::Next)
        .checking();
    user.examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::TooLong))).press(Press::WithoutKeeping);
    let Some(Effect::Remove(request, _)) = user.effects.last().cloned() else {
        panic!("the removal of the first key, not {:?}", user.effects.last());
    };
    user.learn(Outcome::Removed(request, Err(VaultFault::Locked))).press(Press::Next);

    user.hand_over().press(Press::Home);
    assert!(user.screen_words().contains(left), "its card says so");
    let Some(Effect::Remove(again, _)) = user.effects.last().cloned() else {
        panic!("the removal is tried again, not {:?}", user.effects.last());
    };
    assert_ne!(again, request);
    user.learn(Outcome::Removed(again, Ok(())));
    assert!(!user.screen_words().contains(left));
}

#[test]
fn nothing_is_claimed_of_a_key_that_was_refused_meanwhile() {
    let refused = || with(permissions(&["enableWithdrawals"]));
    let mut user = User::configured();
    user.press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin }).examined(refused());
    user.hand_over();
    assert_eq!(user.place(), "home", "refused while it was handed over");

    let mut user = User::configured();
    user.press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin }).hand_over();
    assert_eq!(user.place(), "configured");
    user.examined(refused());
    assert_eq!(user.place(), "home", "refused when all was said to be well");
}

#[test]
fn nothing_is_claimed_of_a_key_that_was_removed_meanwhile() {
    let mut user = User::configured();
    user.keep_second().press(Press::Home);
    let bot = Bot::Bitcoin;
    user.press(Press::Remove { bot }).press(Press::ReallyRemove { bot }).press(Press::HandOver { bot });
    assert_eq!(user.place(), "hand-over");
    let request =
        user.request(|effect| if let Effect::Remove(request, _) = effect { Some(*request) } else { None });
    user.learn(Outcome::Removed(request, Ok(())));
    assert_eq!(user.place(), "home");
}

#[test]
fn the_fields_show_a_kept_key_to_be_wrong_as_any_check_does() {
    let mut user = User::configured();
    user.press(Press::Home).examined(good()).press(Press::HandOver { bot: Bot::Bitcoin }).press(Press::Back);
    user.checking().examined(with(permissions(&["enableWithdrawals"]))).press(Press::Back).press(Press::Next);
    assert_eq!(user.place(), "step-4", "there is no good key to go on with");
    let mut again = User::resuming(Lang::En, user.wizard.session().clone());
    again
        .checking()
        .examined(Examination { permissions: Some(Err(Failure::Rejected(400, -1022))), ..good() });
    again.press(Press::Home);
    assert!(again.screen_words().contains("Binance showed that this key is not right any more."));
}

#[test]
fn a_wrong_secret_says_nothing_of_the_kept_one() {
    let mut user = User::configured();
    user.press(Press::Home).examined(good()).press(Press::HandOver { bot: Bot::Bitcoin }).press(Press::Back);
    let failure = Failure::Rejected(400, -1022);
    user.checking().examined(Examination { permissions: Some(Err(failure)), ..good() });
    assert_eq!(user.place(), "step-4-verdict");
    assert_eq!(user.wizard.session().real.keys[&Bot::Bitcoin].refused_at, None);
}

#[test]
fn a_key_that_is_gone_from_the_keyring_ends_its_hand_over() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    let field = FormField::Key { bot: Bot::Bitcoin, part: Part::ApiKey };
    user.press(Press::CopyField { field });
    let request = user.copy_request();
    user.learn(Outcome::Copied(request, Err(Some(VaultFault::Gone))));
    assert_eq!(user.place(), "home", "its card says what to do");
}

#[test]
fn the_form_is_not_said_to_be_saved_before_both_values_were_copied() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next).press(Press::HandedOver);
    assert_eq!(user.place(), "hand-over");
    assert!(user.screen().main.unwrap().disabled.is_some());
    user.hand_over();
    assert_eq!(user.place(), "configured");
    user.press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin }).press(Press::HandedOver);
    assert_eq!(user.place(), "configured", "one who hands it over again may want one of them only");
}

#[test]
fn what_is_pasted_after_the_hand_over_is_forgotten_with_it() {
    let mut user = User::configured();
    user.press(Press::Back).press(Press::Back).paste(Part::ApiKey, API_KEY);
    assert_eq!(taken(&user.screen()), [true, false]);
    user.press(Press::Next).hand_over().press(Press::Home).press(Press::Go { step: Step::PasteKeys });
    assert_eq!(taken(&user.screen()), [false, false]);

    let mut user = User::configured();
    user.press(Press::Back).press(Press::Back).paste(Part::ApiKey, API_KEY).press(Press::Next).hand_over();
    user.press(Press::SetUp { bot: Bot::Ether }).press(Press::Home);
    user.press(Press::HandOver { bot: Bot::Bitcoin }).press(Press::Back);
    assert_eq!(taken(&user.screen()), [false, false], "nor when the second bot comes next");
}

#[test]
fn claims_of_an_earlier_day_say_of_which() {
    let says = |user: &User| {
        let words = user.screen_words();
        words.contains("Verified by Binance on")
    };
    let mut user = User::configured();
    assert!(!says(&user));
    user.wait(2 * 24 * 60 * 60).press(Press::Home).press(Press::HandOver { bot: Bot::Bitcoin });
    user.hand_over();
    assert!(says(&user));
}
