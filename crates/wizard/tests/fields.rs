//! The two values belong to the key that they were pasted for, and are the right way round.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{AccountKind, Examination, Failure};
use smartradex_practice::Scenario;
use smartradex_wizard::{Bot, Bots, Effect, Lang, Part, Press, Step, Subject};
use user::{API_KEY, SECRET_KEY, User, good, permissions, with};

/// How many of the fields hold a value.
fn taken(user: &User) -> usize {
    let blocks = serde_json::to_string(&user.screen().blocks).unwrap();
    blocks.matches("64 characters").count()
}

fn presses(user: &User) -> String {
    serde_json::to_string(&user.screen().blocks).unwrap()
}

/// The API key in the last question to Binance.
fn asked_with(user: &User) -> String {
    let asked = user.effects.iter().rev().find_map(|effect| match effect {
        Effect::Examine(_, Subject::Held(credentials), ..) => Some(credentials.api_key.expose().to_owned()),
        _ => None,
    });
    asked.expect("Binance was asked")
}

/// No signed call succeeds, because the key is not recognised.
fn not_recognised() -> Examination {
    let failure = Failure::Rejected(401, -2015);
    Examination {
        permissions: Some(Err(failure.clone())),
        kind: Some(Err(failure.clone())),
        account: Some(Err(failure.clone())),
        order: Some(Err(failure)),
        ..good()
    }
}

#[test]
fn another_key_begins_with_empty_fields_and_with_its_instructions() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    user.examined(Examination { kind: Some(Ok(AccountKind::MainAccount)), ..good() });
    assert!(presses(&user).contains(r#""press":{"type":"newKey"}"#));
    user.press(Press::NewKey);
    assert_eq!(user.place(), "step-2");
    assert!(user.wizard.session().journey().ticks.iter().all(|(step, _)| *step == Step::SecurityControls));
    user.press(Press::Next).press(Press::Next);
    assert_eq!((user.place(), taken(&user)), ("step-4".to_owned(), 0));
}

#[test]
fn a_look_at_an_earlier_step_keeps_what_was_pasted() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableFutures"])));
    user.press(Press::Go { step: Step::Restrictions }).press(Press::Next);
    assert_eq!((user.place(), taken(&user)), ("step-4".to_owned(), 2));
}

#[test]
fn no_value_of_one_bot_is_checked_for_the_other() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next).hand_over();
    user.press(Press::SetUp { bot: Bot::Ether }).press(Press::Next).press(Press::Next);
    user.checking().examined(with(permissions(&["enableFutures"])));
    user.press(Press::Home).press(Press::SetUp { bot: Bot::Bitcoin }).press(Press::Next).press(Press::Next);
    assert_eq!((user.place(), taken(&user)), ("step-4".to_owned(), 0));

    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, API_KEY);
    for _ in 0..4 {
        user.press(Press::Back);
    }
    assert_eq!(user.place(), "welcome");
    user.press(Press::Bots { bots: Bots::Ether }).reach_step_4();
    assert_eq!((user.place(), taken(&user)), ("step-4".to_owned(), 0));
}

#[test]
fn a_rehearsal_gives_back_what_was_pasted_before_it() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, SECRET_KEY);
    user.press(Press::PractiseProblem { scenario: Scenario::IpRestricted });
    assert_eq!((user.place(), taken(&user)), ("step-4".to_owned(), 0));
    user.press(Press::Practise).press(Press::LeavePractice);
    assert_eq!((user.place(), taken(&user)), ("step-4".to_owned(), 2));
}

#[test]
fn a_swap_that_did_not_help_is_taken_back() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(not_recognised());
    assert_eq!(asked_with(&user), API_KEY);
    user.press(Press::Swap);
    assert_eq!(asked_with(&user), SECRET_KEY);
    user.examined(not_recognised()).press(Press::Check);
    assert_eq!(asked_with(&user), API_KEY, "the secret is not sent in the key's place again");
    user.examined(not_recognised());
    assert!(!presses(&user).contains(r#""type":"swap""#), "and it is not offered again");
}

#[test]
fn a_swap_whose_check_came_to_nothing_is_taken_back() {
    let unreached =
        || Examination { clock: Some(Err(Failure::Stalled)), finished: true, ..Examination::default() };
    for ends in ["cancelled", "not answered"] {
        let mut user = User::new(Lang::En);
        user.reach_step_4().checking().examined(not_recognised()).press(Press::Swap);
        assert_eq!(asked_with(&user), SECRET_KEY);
        if ends == "cancelled" {
            user.press(Press::Cancel);
        } else {
            user.examined(unreached()).press(Press::Back);
        }
        assert_eq!(user.place(), "step-4");
        user.press(Press::Check);
        assert_eq!(asked_with(&user), API_KEY, "{ends}: that was agreed for one check");
        user.examined(not_recognised());
        assert!(presses(&user).contains(r#""type":"swap""#), "{ends}: it is offered again");
    }
}

#[test]
fn a_swap_that_showed_the_secret_to_be_wrong_stays() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, SECRET_KEY).paste(Part::SecretKey, API_KEY).press(Press::Check);
    let refused = || Some(Err(Failure::Rejected(400, -1022)));
    user.examined(not_recognised()).press(Press::Swap);
    user.examined(Examination { permissions: refused(), order: None, ..good() }).press(Press::Back);
    user.press(Press::Check);
    assert_eq!(asked_with(&user), API_KEY);
}

#[test]
fn what_is_labelled_for_the_other_field_replaces_nothing_there() {
    let mut user = User::new(Lang::En);
    user.reach_step_4()
        .paste(Part::SecretKey, SECRET_KEY)
        .paste(Part::ApiKey, &format!("Secret Key: {API_KEY}"));
    assert_eq!(taken(&user), 1);
    assert!(user.screen_words().contains("By its label, this belongs in the other field"));
    user.paste(Part::ApiKey, API_KEY).press(Press::Check);
    assert_eq!(asked_with(&user), API_KEY);
    let request = user.effects.iter().rev().find_map(|effect| match effect {
        Effect::Examine(_, Subject::Held(credentials), ..) => {
            Some(credentials.secret_key.expose().to_owned())
        }
        _ => None,
    });
    assert_eq!(request.as_deref(), Some(SECRET_KEY), "it is still there");
}

#[test]
fn a_swap_that_helped_stays() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, SECRET_KEY).paste(Part::SecretKey, API_KEY).press(Press::Check);
    user.examined(not_recognised()).press(Press::Swap).examined(with(permissions(&["enableFutures"])));
    user.press(Press::Check);
    assert_eq!(asked_with(&user), API_KEY);
}

#[test]
fn values_that_were_crossed_are_put_right_by_pasting_one_of_them_again() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, SECRET_KEY).paste(Part::SecretKey, API_KEY);
    user.paste(Part::ApiKey, API_KEY);
    assert_eq!(taken(&user), 2, "none is lost");
    user.press(Press::Check);
    assert_eq!(asked_with(&user), API_KEY);

    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, SECRET_KEY).paste(Part::SecretKey, API_KEY);
    user.paste(Part::ApiKey, &format!("API Key: {API_KEY}\nSecret Key: {SECRET_KEY}\n"));
    assert_eq!(taken(&user), 2);
    user.press(Press::Check);
    assert_eq!(asked_with(&user), API_KEY);
}

#[test]
fn whoever_comes_back_late_from_the_browser_is_looked_after_again() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableFutures"])));
    let asked = user.examine_request();
    user.wait(20 * 60).learn(smartradex_wizard::Outcome::Focused);
    assert_ne!(user.examine_request(), asked);
    user.examined(with(permissions(&["enableFutures"])));
    let looks = |user: &User| presses(user).contains(r#""type":"stopLooking""#);
    assert!(looks(&user), "an edit takes its time: it is looked again by itself");
    user.press(Press::StopLooking);
    let asked = user.examine_request();
    user.learn(smartradex_wizard::Outcome::Focused);
    assert_eq!(user.examine_request(), asked, "unless the user wants no more of it");
}

#[test]
fn a_slip_with_the_secrets_field_never_puts_the_secret_where_it_is_sent_from() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, SECRET_KEY);
    user.paste(Part::SecretKey, API_KEY);
    assert!(user.screen_words().contains("The previous value is kept."));
    user.press(Press::Check);
    let Some(Effect::Examine(_, Subject::Held(held), ..)) = user.effects.last() else {
        panic!("an examination, not {:?}", user.effects.last());
    };
    assert_eq!((held.api_key.expose(), held.secret_key.expose()), (API_KEY, SECRET_KEY));
}
