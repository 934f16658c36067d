//! What someone hears who does not see the screen, and what someone finds who comes back to it.

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
    Bot, Bots, Effect, Input, Lang, Outcome, Overlay, Part, Pasted, Press, Request, Step, VaultFault,
};
use user::{API_KEY, SECRET_KEY, User, good, permissions, with};

/// What is read aloud last, besides a message that is shown.
fn heard(user: &User) -> String {
    user.screen().aloud.last().map(|said| said.text.clone()).unwrap_or_default()
}

#[test]
fn what_became_of_the_key_is_read_aloud_and_not_shown_twice() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::Locked)));
    assert!(heard(&user).starts_with("The key could not be kept. "), "{}", heard(&user));
    assert_eq!(user.screen().announcement, None);
    user.press(Press::Keep);
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(())));
    assert_eq!(heard(&user), "Kept on this computer.");

    user.press(Press::Home).examined(with(permissions(&["enableFutures"])));
    assert!(heard(&user).starts_with("BOT BTC Spot. "), "{}", heard(&user));
    user.press(Press::Show { overlay: Overlay::About }).press(Press::Close);
    assert_eq!(heard(&user), "", "until the next action");

    user.learn(Outcome::SessionSaved(false));
    assert!(heard(&user).contains("not being saved"), "{}", heard(&user));
}

#[test]
fn a_verdict_is_read_aloud_when_it_changes_and_whenever_it_was_asked_for() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin", "enableFutures"])));
    assert_eq!(heard(&user), "", "a new screen is told by its heading");
    user.learn(Outcome::Focused).examined(with(permissions(&["enableMargin", "enableFutures"])));
    assert_eq!(heard(&user), "", "nobody asked, and nothing changed");
    user.learn(Outcome::Focused).examined(with(permissions(&["enableFutures"])));
    assert_eq!(heard(&user), "Almost: one box left to correct.", "of the same cause");
    user.press(Press::Check).examined(with(permissions(&["enableFutures"])));
    assert_eq!(heard(&user), "Almost: one box left to correct.", "it was asked for");
    user.press(Press::Check).kept();
    assert_eq!(user.screen().aloud.len(), 1, "{:?}", user.screen().aloud);
    assert_eq!(heard(&user), "Kept on this computer.", "the good news is the new screen's heading");
}

#[test]
fn a_value_that_was_taken_is_read_aloud_and_so_is_the_next_instruction() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().paste(Part::ApiKey, API_KEY);
    assert_eq!(heard(&user), "API Key: Received, 64 characters.");
    user.paste(Part::SecretKey, "me@example.com");
    assert_eq!(heard(&user), "", "the field itself tells a refusal");
    user.paste(Part::SecretKey, SECRET_KEY);
    assert_eq!(heard(&user), "API Key: Received, 64 characters. Secret Key: Received, 64 characters.");

    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Tick { instruction: 1 });
    assert_eq!(heard(&user), "2. Scroll down to the bottom of the page.");
}

#[test]
fn what_is_read_aloud_takes_no_message_away() {
    let mut user = User::configured();
    user.press(Press::Home).press(Press::Remind { bot: Bot::Bitcoin });
    let request =
        user.request(|effect| if let Effect::SaveFile(request, _) = effect { Some(*request) } else { None });
    user.learn(Outcome::Saved(request, true)).examined(good());
    assert!(heard(&user).starts_with("BOT BTC Spot. "), "{}", heard(&user));
    assert!(user.screen().announcement.unwrap().text.contains("downloads"), "it is still shown");
}

#[test]
fn a_key_typed_at_the_desk_and_the_end_of_a_computer_check_are_read_aloud() {
    let mut desk = User::new(Lang::En);
    desk.open_desk(None).type_in(Input::SupportCode, SECRET_KEY);
    assert!(heard(&desk).to_lowercase().contains("key"), "{}", heard(&desk));

    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Doctor });
    let request =
        user.request(|effect| if let Effect::Diagnose(request, _) = effect { Some(*request) } else { None });
    user.learn(Outcome::Diagnosed(request, None));
    assert_ne!(heard(&user), "");
}

#[test]
fn the_code_of_another_call_replaces_what_is_being_typed() {
    let code = |lang| User::new(lang).wizard.situation().code().to_string();
    let (first, second) = (code(Lang::Fr), code(Lang::En));
    assert_ne!(first, second);
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(&first));
    assert_eq!(desk.screen().announcement, None);
    desk.press(Press::ViewDesk { view: smartradex_wizard::DeskView::Lane }).open_desk(Some(&second));
    let screen = desk.screen();
    assert!(screen.announcement.as_ref().unwrap().emptied, "the field with the focus too");
    assert!(desk.screen_words().contains(&second), "and it is in view");
}

#[test]
fn from_home_the_way_on_is_to_where_the_second_bot_stands() {
    let mut user = User::configured();
    user.press(Press::SetUp { bot: Bot::Ether }).press(Press::Next).press(Press::Next);
    user.paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, SECRET_KEY).press(Press::Home);
    let main = user.screen().main.unwrap();
    assert_eq!(main.label, "Go on with BOT ETH Spot at step 4");
    user.press(main.press);
    assert_eq!(user.place(), "step-4");
    assert!(user.screen().main.unwrap().next, "both values are still there, to be checked");
    user.press(Press::Home);
    let words = user.screen_words();
    assert_eq!(
        words.matches("Finish BOT ETH Spot first.").count(),
        2,
        "neither copying nor replacing the first key"
    );
}

#[test]
fn choosing_the_bots_again_takes_nothing_from_the_one_under_way() {
    let mut user = User::configured();
    user.press(Press::SetUp { bot: Bot::Ether }).press(Press::Next);
    for _ in 0..3 {
        user.press(Press::Back);
    }
    assert_eq!(user.place(), "welcome");
    let before = user.wizard.session().real.clone();
    user.press(Press::Bots { bots: Bots::Both });
    assert_eq!(user.wizard.session().real, before);
    user.press(Press::Bots { bots: Bots::Bitcoin });
    assert_eq!(user.wizard.session().real.bot, Bot::Bitcoin);
}

#[test]
fn a_second_click_answers_no_second_question() {
    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Show { overlay: Overlay::NotSeen });
    let first = user.place();
    user.press(Press::Answer { answer: 0 });
    assert_ne!(user.place(), first, "the window takes no click that was meant for another place");
    let second = user.place();
    user.press(Press::Close);
    assert_ne!(user.place(), second, "neither on the way back");
}

#[test]
fn two_values_asked_of_a_slow_clipboard_both_arrive() {
    let mut user = User::new(Lang::En);
    user.reach_step_4();
    let mut ask = |part| -> Request {
        user.press(Press::Paste { part });
        user.request(|effect| if let Effect::ReadClipboard(request) = effect { Some(*request) } else { None })
    };
    let (first, second) = (ask(Part::ApiKey), ask(Part::SecretKey));
    user.learn(Outcome::Clipboard(first, Ok(Pasted::new(API_KEY.to_owned()))));
    user.learn(Outcome::Clipboard(second, Ok(Pasted::new(SECRET_KEY.to_owned()))));
    assert!(user.screen().main.unwrap().disabled.is_none(), "both fields are filled in");
}

#[test]
fn coming_back_by_a_click_on_swap_swaps() {
    let refused = Failure::Rejected(401, -2015);
    let unknown = Examination {
        permissions: Some(Err(refused.clone())),
        kind: Some(Err(refused.clone())),
        account: Some(Err(refused.clone())),
        order: Some(Err(refused)),
        ..good()
    };
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(unknown);
    let before = user.examine_request();
    user.learn(Outcome::Focused);
    let look = user.examine_request();
    assert_ne!(look, before, "whoever comes back has the key looked at");
    assert!(user.screen_words().contains("\"stopLooking\""), "which can be stopped meanwhile");
    user.press(Press::Swap);
    assert!(user.effects.contains(&Effect::Cancel(look)));
    assert_ne!(user.examine_request(), look);
    assert_eq!(user.place(), "step-4-examining");
}

#[test]
fn a_key_on_its_way_out_of_the_keyring_can_be_asked_for_nothing_else() {
    let mut user = User::configured();
    user.press(Press::Home).press(Press::Remove { bot: Bot::Bitcoin });
    user.press(Press::ReallyRemove { bot: Bot::Bitcoin });
    assert!(user.screen_words().contains("Being removed from the keyring"));
    assert!(!user.screen_words().contains("\"checkAgain\""));
    user.press(Press::Remove { bot: Bot::Bitcoin });
    assert_eq!(user.place(), "home", "it is not asked again");
}

#[test]
fn what_is_being_checked_says_why_it_cannot_be_checked_again() {
    let mut user = User::configured();
    user.press(Press::Home);
    let words = user.screen_words();
    assert!(words.contains("A check is under way."), "{words}");
    assert_eq!(user.wizard.session().real.done.len(), Step::ALL.len());
}

#[test]
fn closing_is_asked_about_only_while_a_real_value_would_be_lost() {
    let asks = |user: &User| user.wizard.asks_before_leaving();
    let mut user = User::new(Lang::En);
    user.reach_step_4();
    assert!(!asks(&user));
    user.learn(Outcome::Closing);
    assert_eq!(user.effects.last(), Some(&Effect::Leave), "nothing is lost");
    user.paste(Part::SecretKey, SECRET_KEY);
    assert!(asks(&user));
    user.learn(Outcome::Closing);
    assert_eq!(user.place(), "leaving");
    assert!(!asks(&user), "not twice");
    user.press(Press::Close);
    assert!(asks(&user), "but the next time");
    user.paste(Part::ApiKey, API_KEY).press(Press::Check).examined(good());
    assert!(asks(&user), "on its way into the keyring");
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(())));
    assert!(!asks(&user), "it is kept");

    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::NoService))).press(Press::WithoutKeeping);
    user.press(Press::Next);
    assert!(asks(&user), "it is only here");
    user.hand_over();
    assert!(!asks(&user), "it is in the form");

    let mut user = User::new(Lang::En);
    user.press(Press::Practise).reach_step_4().paste(Part::SecretKey, SECRET_KEY);
    assert_eq!(user.place(), "step-4");
    assert!(!asks(&user), "nothing is lost of a rehearsal");
    user.press(Press::Leave);
    assert_ne!(user.effects.last(), Some(&Effect::Leave), "nobody was asked");

    // A rehearsal comes in between, and another bot.
    let mut user = User::new(Lang::En);
    user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::NoService))).press(Press::WithoutKeeping);
    user.press(Press::Practise);
    assert!(asks(&user), "the real key is still only here");
    user.press(Press::LeavePractice).press(Press::Home).keep_second();
    user.press(Press::Next).hand_over();
    assert_eq!(user.place(), "configured");
    assert!(asks(&user), "the first bot’s key is not in the form");
    user.press(Press::Home);
    assert!(asks(&user), "and is not let go of either");
    assert!(user.screen_words().contains("\"handOver\""), "it can still be copied");
}

#[test]
fn the_question_goes_when_what_it_was_about_is_kept() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.learn(Outcome::Closing);
    assert_eq!(user.place(), "leaving");
    user.learn(Outcome::Stored(request, Ok(())));
    assert_eq!((user.place().as_str(), heard(&user).as_str()), ("step-4-accepted", "Kept on this computer."));
}

#[test]
fn nothing_stale_is_read_aloud() {
    let mut user = User::new(Lang::En);
    user.learn(Outcome::SessionSaved(false)).learn(Outcome::SessionSaved(true));
    assert_eq!(heard(&user), "");

    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin", "enableFutures"])));
    user.learn(Outcome::Focused).examined(with(permissions(&["enableFutures"])));
    user.learn(Outcome::Focused).examined(good());
    assert_eq!((user.place().as_str(), heard(&user).as_str()), ("step-4-accepted", ""));
}
