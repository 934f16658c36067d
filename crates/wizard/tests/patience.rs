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
use smartradex_practice::Scenario;
use smartradex_wizard::{
    Browser, Checkup, Display, Effect, Engine, Lang, Outcome, Overlay, Press, System, Wizard,
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
    assert_eq!(why.as_deref(), Some("Binance asks you to wait 40\u{a0}s more."));
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
fn the_answer_to_a_check_that_was_cancelled_is_heeded_too() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    let request = user.examine_request();
    let unfinished = Examination { finished: false, ..too_many(40) };
    user.press(Press::Cancel).learn(Outcome::Examined(request, Box::new(unfinished))).press(Press::Check);
    assert_eq!(examinations(&user), 1);
    user.learn(Outcome::Examined(request, Box::new(too_many(40)))).wait(40).press(Press::Check);
    assert_eq!(examinations(&user), 2);
}

#[test]
fn the_practice_exchange_has_a_wait_of_its_own() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().press(Press::Practise);
    let late = user.examine_request();
    user.reach_step_4().checking();
    assert_eq!(examinations(&user), 2);
    user.examined(too_many(600)).press(Press::Practise).reach_step_4().checking();
    assert_eq!(examinations(&user), 3, "another rehearsal, another exchange");
    user.learn(Outcome::Examined(late, Box::new(too_many(40)))).press(Press::Cancel).press(Press::Check);
    assert_eq!(examinations(&user), 4, "Binance has told to wait meanwhile, and not the practice exchange");
    user.press(Press::LeavePractice).press(Press::Check);
    assert_eq!(examinations(&user), 4);
    user.wait(40).press(Press::Check);
    assert_eq!(examinations(&user), 5);
    user.press(Press::PractiseProblem { scenario: Scenario::Good });
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
    let first = user.examine_request();
    user.press(Press::Cancel).press(Press::Check).examined(too_many(600));
    user.learn(Outcome::Examined(first, Box::new(too_many(40)))).wait(599).press(Press::Check);
    assert_eq!(examinations(&user), 2);
    user.wait(1).press(Press::Check);
    assert_eq!(examinations(&user), 3);
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
    assert!(screen.main.unwrap().disabled.is_some_and(|why| why.contains("wait 3\u{a0}s more")));
    tick(&mut user, 2);
    assert_eq!(diagnoses(&user), 0);
    tick(&mut user, 1);
    assert_eq!(diagnoses(&user), 1);
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
