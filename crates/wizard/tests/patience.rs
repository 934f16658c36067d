//! Binance is left alone for as long as it wants, whatever is pressed and whatever else happens.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Diagnosis, Examination, Fact, Failure};
use smartradex_wizard::{
    Bot, Browser, Checkup, Display, Effect, Engine, Lang, Outcome, Overlay, Press, System, Wizard,
};
use user::{User, good, permissions, with};

/// How often Binance was asked.
fn examinations(user: &User) -> usize {
    user.effects.iter().filter(|effect| matches!(effect, Effect::Examine(..))).count()
}

/// All that was learned is that there were too many requests.
fn too_many(seconds: u32) -> Examination {
    let failure = Failure::TooManyRequests(Some(seconds));
    Examination { permissions: Some(Err(failure)), kind: None, account: None, order: None, ..good() }
}

#[test]
fn binance_is_not_asked_before_the_time_it_said_whatever_is_pressed() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(too_many(40));
    user.press(Press::Check).press(Press::Back).press(Press::Check);
    assert_eq!((user.place().as_str(), examinations(&user)), ("step-4", 1));
    let why = user.screen().main.unwrap().disabled;
    assert_eq!(why.as_deref(), Some("Binance may be asked again in 40\u{a0}s."));
    user.wait(39).press(Press::Check);
    assert_eq!(examinations(&user), 1, "a second too early");
    user.wait(1).press(Press::Check);
    assert_eq!(examinations(&user), 2);
}

#[test]
fn a_wait_of_nothing_is_not_taken_at_its_word() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(too_many(0)).press(Press::Back).wait(59).press(Press::Check);
    assert_eq!(examinations(&user), 1);
    user.wait(1).press(Press::Check);
    assert_eq!(examinations(&user), 2);
}

#[test]
fn maintenance_is_waited_for_too() {
    let mut user = User::new(Lang::En);
    let closed = Examination { permissions: Some(Err(Failure::Maintenance)), order: None, ..good() };
    user.reach_step_4().checking().examined(closed).wait(59).press(Press::Check).learn(Outcome::Focused);
    assert_eq!(examinations(&user), 1);
    user.wait(1).press(Press::Check);
    assert_eq!(examinations(&user), 2);
}

#[test]
fn a_wait_said_beside_a_good_answer_counts_too() {
    let mut user = User::new(Lang::En);
    let beside = Examination {
        account: Some(Err(Failure::Banned(Some(120)))),
        ..with(permissions(&["enableMargin"]))
    };
    user.reach_step_4().checking().examined(beside);
    user.wait(30).learn(Outcome::Focused);
    let elapsed = Outcome::Elapsed(user.wait_request());
    user.learn(elapsed);
    assert_eq!(
        examinations(&user),
        1,
        "wrong boxes are looked at every ten seconds, but not by who is banned"
    );
    let elapsed = Outcome::Elapsed(user.wait_request());
    user.wait(90).learn(elapsed);
    assert_eq!(examinations(&user), 2);
}

/// The same, but Binance did not say for how long to wait.
fn too_many_for_who_knows_how_long() -> Examination {
    Examination { permissions: Some(Err(Failure::TooManyRequests(None))), ..too_many(0) }
}

/// The clock goes on second by second, with a timer that runs as long as something counts down.
fn tick(user: &mut User, seconds: u32) {
    for _ in 0..seconds {
        let elapsed = Outcome::Elapsed(user.wait_request());
        user.wait(1).learn(elapsed);
    }
}

fn diagnoses(user: &User) -> usize {
    user.effects.iter().filter(|effect| matches!(effect, Effect::Diagnose(..))).count()
}

/// The doctor's findings, with this answer to its own call.
fn checkup(http: Fact) -> Box<Checkup> {
    Box::new(Checkup {
        way: Diagnosis {
            proxy: None,
            dns: Fact::Works,
            tcp: Fact::Works,
            tls: Fact::Works,
            http,
            clock: None,
        },
        keyring: Ok(()),
        engine: Engine::Unknown,
        browser: Browser::Unknown,
        display: Display::X11,
        system: String::new(),
        version: String::new(),
    })
}

#[test]
fn a_ban_outlives_the_program_and_what_it_forgets() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(too_many(300));
    let mut again = User::resuming(Lang::En, user.wizard.session().clone());
    again.checking();
    assert_eq!(examinations(&again), 0, "a new start is no reason to ask");
    again.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    again.press(Press::Close).reach_step_4().checking();
    assert_eq!(examinations(&again), 0, "Binance forgets no ban");
    again.wait(300).press(Press::Check);
    assert_eq!(examinations(&again), 1);
}

#[test]
fn a_session_that_tells_of_an_absurd_wait_is_believed_for_three_days_at_the_most() {
    let mut session = User::new(Lang::En).wizard.session().clone();
    (session.wait.until, session.wait.span) = (i64::MAX, i64::MAX);
    let mut user = User::resuming(Lang::En, session);
    user.reach_step_4().checking();
    assert_eq!(examinations(&user), 0);
    user.wait(3 * 24 * 60 * 60).press(Press::Check);
    assert_eq!(examinations(&user), 1);
}

#[test]
fn an_address_that_stands_in_for_binance_says_nothing_of_binance() {
    let other_address = Some("http://127.0.0.1:8080".to_owned());
    let system = System { other_address, ..user::system(Lang::En) };
    let mut user = User::new(Lang::En);
    (user.wizard, user.effects) = Wizard::new(system, user.wizard.session().clone(), user::start());
    user.reach_step_4().checking().examined(too_many(40)).press(Press::Check);
    assert_eq!(examinations(&user), 1, "it is left alone");
    let mut user = User::resuming(Lang::En, user.wizard.session().clone());
    user.reach_step_4().checking();
    assert_eq!(examinations(&user), 1, "Binance is asked");
}

#[test]
fn an_answer_that_nobody_shows_any_more_is_heeded_too() {
    let mut user = User::configured();
    user.press(Press::Home);
    let of_the_card = user.examine_request();
    user.press(Press::Practise).learn(Outcome::Examined(of_the_card, Box::new(too_many(40))));
    user.press(Press::LeavePractice).press(Press::CheckAgain { bot: Bot::Bitcoin });
    assert_eq!(user.examine_request(), of_the_card, "Binance is left alone");
    user.wait(40).press(Press::CheckAgain { bot: Bot::Bitcoin });
    assert_ne!(user.examine_request(), of_the_card);
}

#[test]
fn who_is_told_to_wait_takes_back_what_else_is_asked() {
    let mut user = User::configured();
    user.keep_second().press(Press::Home);
    let asked: Vec<_> = user
        .effects
        .iter()
        .rev()
        .filter_map(|effect| if let Effect::Examine(request, ..) = effect { Some(*request) } else { None })
        .take(2)
        .collect();
    user.learn(Outcome::Examined(asked[1], Box::new(too_many(40))));
    assert!(
        user.effects.iter().any(|effect| matches!(effect, Effect::Cancel(request) if *request == asked[0]))
    );
    assert!(user.screen_words().contains("Not checked yet"), "it is not said to be under way");
    user.wait(40).press(Press::CheckAgain { bot: Bot::Ether });
    assert_ne!(user.examine_request(), asked[0], "it can be asked for again");
}

#[test]
fn the_practice_exchange_has_a_wait_of_its_own() {
    let mut user = User::new(Lang::En);
    user.press(Press::Practise).reach_step_4().checking().examined(too_many(600)).press(Press::Check);
    assert_eq!(examinations(&user), 1, "it is left alone");
    user.press(Press::Practise).reach_step_4().checking();
    assert_eq!(examinations(&user), 2, "another rehearsal, another exchange");
    user.examined(too_many(600)).press(Press::LeavePractice).reach_step_4().checking();
    assert_eq!(examinations(&user), 3, "Binance said nothing of a wait");
    user.examined(too_many(600)).press(Press::Practise).reach_step_4().checking();
    assert_eq!(examinations(&user), 4, "nor does its wait hold for practice");
}

#[test]
fn where_no_time_is_said_each_wait_in_a_row_is_twice_as_long() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    for (turn, seconds) in [60, 120, 240, 480, 960, 1920, 3600, 3600].into_iter().enumerate() {
        let request = user.examine_request();
        let unfinished = Examination { finished: false, ..too_many_for_who_knows_how_long() };
        user.learn(Outcome::Examined(request, Box::new(unfinished)));
        user.examined(too_many_for_who_knows_how_long());
        user.wait(seconds - 1).press(Press::Check);
        assert_eq!(examinations(&user), turn + 1, "a second before {seconds}");
        user.wait(1).press(Press::Check);
        assert_eq!(examinations(&user), turn + 2, "after {seconds}");
    }
    user.examined(with(permissions(&["enableMargin"]))).press(Press::Check);
    user.examined(too_many_for_who_knows_how_long()).wait(60).press(Press::Check);
    assert_eq!(examinations(&user), 11, "an answer in between ends the row");
}

#[test]
fn an_earlier_wait_is_never_shortened_by_a_later_one() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    let request = user.examine_request();
    let unfinished = Examination { finished: false, ..too_many(600) };
    user.learn(Outcome::Examined(request, Box::new(unfinished))).wait(1);
    user.learn(Outcome::Examined(request, Box::new(too_many(40)))).wait(598).press(Press::Check);
    assert_eq!(examinations(&user), 1);
    user.wait(1).press(Press::Check);
    assert_eq!(examinations(&user), 2);
}

#[test]
fn only_an_exchange_that_was_reached_ends_a_row() {
    let mut user = User::new(Lang::En);
    let unreached =
        Examination { clock: Some(Err(Failure::NoNetwork)), finished: true, ..Examination::default() };
    user.reach_step_4().checking().examined(too_many_for_who_knows_how_long()).wait(60).press(Press::Check);
    user.examined(unreached).press(Press::Check).examined(too_many_for_who_knows_how_long());
    user.wait(119).press(Press::Check);
    assert_eq!(examinations(&user), 3);
    user.wait(1).press(Press::Check);
    assert_eq!(examinations(&user), 4);
}

#[test]
fn the_words_say_the_wait_that_is_kept() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    for _ in 0..3 {
        user.examined(too_many_for_who_knows_how_long());
        if examinations(&user) < 3 {
            user.wait(240).press(Press::Check);
        }
    }
    let words = user.screen_words();
    assert!(words.contains("Wait for 4 minutes") && words.contains("in 4\u{a0}min 0\u{a0}s"), "{words}");
}

#[test]
fn maintenance_does_not_make_the_wait_grow() {
    let mut user = User::new(Lang::En);
    let closed = Examination { permissions: Some(Err(Failure::Maintenance)), order: None, ..good() };
    user.reach_step_4().checking();
    for turn in 2..6 {
        user.examined(closed.clone()).wait(60).press(Press::Check);
        assert_eq!(examinations(&user), turn);
    }
}

#[test]
fn the_doctor_does_not_ask_either_and_begins_when_it_may() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(too_many(3));
    user.press(Press::Show { overlay: Overlay::Doctor }).press(Press::Diagnose);
    assert_eq!(diagnoses(&user), 0);
    let screen = user.screen();
    let words = serde_json::to_string(&screen).unwrap();
    assert!(words.contains("begins by itself"), "{words}");
    assert!(screen.main.unwrap().disabled.is_some_and(|why| why.contains("again in 3\u{a0}s")));
    tick(&mut user, 2);
    assert_eq!(diagnoses(&user), 0);
    tick(&mut user, 1);
    assert_eq!(diagnoses(&user), 1);
}

#[test]
fn the_doctor_shows_no_old_result_and_begins_whatever_stood_in_front() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Doctor });
    let request =
        user.request(|effect| if let Effect::Diagnose(request, _) = effect { Some(*request) } else { None });
    user.learn(Outcome::Diagnosed(request, Some(checkup(Fact::Works)))).press(Press::Close);
    user.reach_step_4().checking().examined(too_many(3)).press(Press::Back);
    user.press(Press::Show { overlay: Overlay::Doctor });
    assert!(!user.screen_words().contains("All is well"), "that was before");
    user.press(Press::Show { overlay: Overlay::Phone }).wait(3).press(Press::Close);
    assert_eq!((user.place().as_str(), diagnoses(&user)), ("doctor", 2));
}

#[test]
fn what_the_doctor_is_told_holds_for_the_looks_at_the_key() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    user.press(Press::Show { overlay: Overlay::Doctor });
    let request =
        user.request(|effect| if let Effect::Diagnose(request, _) = effect { Some(*request) } else { None });
    let banned = checkup(Fact::Fails(Failure::Banned(Some(120))));
    user.learn(Outcome::Diagnosed(request, Some(banned))).press(Press::Close);
    tick(&mut user, 119);
    assert_eq!(examinations(&user), 1);
    tick(&mut user, 1);
    assert_eq!(examinations(&user), 2, "the looks go on by themselves");
}

#[test]
fn who_stops_the_looks_while_one_is_under_way_has_stopped_them() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    let elapsed = Outcome::Elapsed(user.wait_request());
    user.wait(11).learn(elapsed);
    assert_eq!(examinations(&user), 2, "a look is under way");
    user.press(Press::StopLooking).examined(with(permissions(&["enableMargin"])));
    let elapsed = Outcome::Elapsed(user.wait_request());
    user.wait(60).learn(elapsed).learn(Outcome::Focused);
    assert_eq!(examinations(&user), 2);
}
