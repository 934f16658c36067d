//! What users rely on, step by step.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Examination, Failure};
use smartradex_practice::{Act, KeyBox, Page, Scenario};
use smartradex_wizard::{
    Block, Bot, Bots, CopySource, Effect, FormField, Lang, Outcome, Overlay, Part, Press, Session, Slot,
    Step, Subject, Target, VaultFault,
};
use user::{API_KEY, SECRET_KEY, User, good, permissions, with};

#[test]
fn the_system_language_comes_first_and_another_is_kept() {
    let mut user = User::new(Lang::Fr);
    assert_eq!(user.screen().lang, Lang::Fr);
    user.press(Press::Start).press(Press::Language { lang: Lang::En });
    assert_eq!((user.screen().lang, user.place().as_str()), (Lang::En, "step-1"));
    let resumed = User::resuming(Lang::Fr, user.wizard.session().clone());
    assert_eq!((resumed.screen().lang, resumed.place().as_str()), (Lang::En, "step-1"));
}

#[test]
fn changing_the_language_loses_nothing_pasted() {
    let mut user = User::new(Lang::Fr);
    user.reach_step_4().paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, SECRET_KEY);
    user.press(Press::Language { lang: Lang::En }).press(Press::Check);
    let Some(Effect::Examine(_, Subject::Held(held), Target::Binance, _)) = user.effects.last() else {
        panic!("an examination of the pasted key, not {:?}", user.effects.last());
    };
    assert_eq!((held.api_key.expose(), held.secret_key.expose()), (API_KEY, SECRET_KEY));
}

#[test]
fn a_step_cannot_be_jumped_over() {
    let mut user = User::new(Lang::En);
    user.press(Press::Go { step: Step::PasteKeys });
    assert_eq!(user.place(), "welcome");
    user.press(Press::Start).press(Press::Go { step: Step::Restrictions });
    assert_eq!(user.place(), "step-1");
    user.press(Press::Next).press(Press::Go { step: Step::Restrictions });
    assert_eq!(user.place(), "step-2");
    user.press(Press::Go { step: Step::SecurityControls });
    assert_eq!(user.place(), "step-1");
}

#[test]
fn nothing_is_checked_before_both_values_are_there() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().press(Press::Check);
    assert_eq!(user.place(), "step-4");
    assert!(user.screen().main.unwrap().disabled.is_some());
    user.paste(Part::ApiKey, API_KEY).press(Press::Check);
    assert_eq!(user.place(), "step-4");
    user.paste(Part::SecretKey, SECRET_KEY);
    assert_eq!(user.screen().main.unwrap().disabled, None);
}

#[test]
fn a_refused_key_is_looked_at_again_until_its_boxes_are_right() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    assert_eq!(user.place(), "step-4-verdict");
    let first = user.examine_request();
    for _ in 0..10 {
        let tick = user.wait_request();
        user.wait(1).learn(Outcome::Elapsed(tick));
    }
    assert_ne!(user.examine_request(), first, "ten seconds later Binance is asked again");
    user.kept();
    assert_eq!(user.place(), "step-4-accepted");
}

#[test]
fn coming_back_from_the_browser_looks_again_at_once() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    let first = user.examine_request();
    user.wait(2).learn(Outcome::Focused);
    assert_ne!(user.examine_request(), first);
}

#[test]
fn the_looks_end_after_five_minutes_and_when_stopped() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    user.press(Press::StopLooking);
    let asked = user.examine_request();
    user.wait(60).learn(Outcome::Focused);
    assert_eq!(user.examine_request(), asked, "stopped");
    let counts_down =
        |user: &User| user.screen().blocks.iter().any(|block| matches!(block, Block::Countdown { .. }));
    user.press(Press::Check).wait(299).examined(with(permissions(&["enableMargin"])));
    assert!(counts_down(&user), "within five minutes");
    let elapsed = Outcome::Elapsed(user.wait_request());
    user.wait(11).learn(elapsed).examined(with(permissions(&["enableMargin"])));
    assert!(!counts_down(&user), "after five minutes");
}

#[test]
fn a_stale_outcome_is_dropped() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking();
    let stale = user.examine_request();
    user.press(Press::Cancel);
    assert!(matches!(user.effects.last(), Some(Effect::Cancel(request)) if *request == stale));
    user.press(Press::Check);
    user.learn(Outcome::Examined(stale, Box::new(good())));
    assert_eq!(user.place(), "step-4-examining");
}

#[test]
fn a_key_is_called_kept_only_when_the_keyring_says_so() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    assert!(user.screen().main.unwrap().disabled.is_some(), "storing");
    user.press(Press::Next);
    assert_eq!(user.place(), "step-4-accepted");
    assert!(user.wizard.session().journey().keys.is_empty());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::NoService)));
    user.press(Press::Next);
    assert_eq!(user.place(), "step-4-accepted", "a fault asks for a decision");
    user.press(Press::Keep);
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Ok(()))).press(Press::Next);
    assert_eq!(user.place(), "hand-over");
    assert!(user.wizard.session().journey().keys[&Bot::Bitcoin].kept);
}

#[test]
fn going_on_without_keeping_hands_over_from_memory_and_asks_again_after_a_restart() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(good());
    let request = user.store_request();
    user.learn(Outcome::Stored(request, Err(VaultFault::Locked)))
        .press(Press::WithoutKeeping)
        .press(Press::Next);
    assert_eq!(user.place(), "hand-over");
    let field = FormField::Key { bot: Bot::Bitcoin, part: Part::SecretKey };
    user.press(Press::CopyField { field });
    let Some(Effect::Copy(_, CopySource::Held(held, Part::SecretKey))) = user.effects.last() else {
        panic!("a copy from memory, not {:?}", user.effects.last());
    };
    assert_eq!(held.secret_key.expose(), SECRET_KEY);
    let resumed = User::resuming(Lang::En, user.wizard.session().clone());
    assert_eq!(resumed.place(), "step-4");
}

#[test]
fn the_second_bot_begins_at_step_2_with_nothing_ticked() {
    let mut user = User::new(Lang::En);
    user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().kept();
    user.press(Press::Next).hand_over().press(Press::SetUp { bot: Bot::Ether });
    assert_eq!(user.place(), "step-2");
    let journey = user.wizard.session().journey();
    assert_eq!(journey.bot, Bot::Ether);
    assert!(journey.ticks.iter().all(|(step, _)| *step == Step::SecurityControls));
}

#[test]
fn the_same_sub_account_for_both_bots_is_refused() {
    let mut user = User::new(Lang::En);
    user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().kept();
    user.press(Press::Next).hand_over().press(Press::SetUp { bot: Bot::Ether });
    user.press(Press::Next).press(Press::Next).checking().examined(good());
    assert_eq!(user.place(), "step-4-verdict");
}

#[test]
fn a_start_with_configured_bots_opens_home_and_checks_quietly() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next).hand_over();
    let mut again = User::resuming(Lang::En, user.wizard.session().clone());
    assert_eq!(again.place(), "home");
    assert!(matches!(again.effects.last(), Some(Effect::Examine(_, Subject::Kept(_), Target::Binance, _))));
    again.examined(with(permissions(&["enableFutures"])));
    assert_eq!(again.place(), "home", "a result changes the card and never interrupts");
}

#[test]
fn a_key_found_changed_at_the_start_is_told_by_a_notification_once() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next).hand_over();
    let session = user.wizard.session().clone();
    let notices =
        |user: &User| user.effects.iter().filter(|effect| matches!(effect, Effect::Notify { .. })).count();

    let mut good_again = User::resuming(Lang::En, session.clone());
    good_again.examined(good());
    assert_eq!(notices(&good_again), 0);

    let mut changed = User::resuming(Lang::En, session.clone());
    changed.examined(with(permissions(&["enableFutures"])));
    assert_eq!(notices(&changed), 1);
    changed.press(Press::CheckAgain { bot: Bot::Bitcoin }).examined(with(permissions(&["enableFutures"])));
    assert_eq!(notices(&changed), 1, "only what the start finds");

    let mut gone = User::resuming(Lang::En, session);
    let request = gone.examine_request();
    gone.learn(Outcome::Unreadable(request, VaultFault::Gone));
    assert_eq!(notices(&gone), 1);
}

#[test]
fn forgetting_everything_asks_first_and_says_what_is_gone() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::ForgetEverything);
    assert!(!user.wizard.session().journey().keys.is_empty(), "not without the question");
    user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    assert_eq!(user.place(), "forgotten");
    assert!(user.wizard.session().journey().keys.is_empty());
    let removals: Vec<_> = user
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Remove(request, _) = effect { Some(*request) } else { None })
        .collect();
    assert_eq!(removals.len(), 6, "both bots, for real, at another address and in practice");
    for request in removals {
        user.learn(Outcome::Removed(request, Ok(())));
    }
    let request =
        user.request(|effect| if let Effect::ForgetFiles(request) = effect { Some(*request) } else { None });
    user.learn(Outcome::Forgotten(request, false));
    let states = user.screen_words();
    assert!(states.contains("wrong") && states.contains("ok"), "the files are left, the keys are gone");
    assert_eq!(user.screen().aloud.last().unwrap().text, "Not everything is erased.");
    user.press(Press::Close);
    assert_eq!(user.place(), "welcome");
}

#[test]
fn what_is_forgotten_while_something_else_is_read_is_told_as_well() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    user.press(Press::Show { overlay: Overlay::Phone });
    for effect in user.effects.clone() {
        match effect {
            Effect::Remove(request, _) => user.learn(Outcome::Removed(request, Ok(()))),
            Effect::ForgetFiles(request) => user.learn(Outcome::Forgotten(request, true)),
            _ => continue,
        };
    }
    user.press(Press::Close);
    assert!(user.screen_words().contains("Everything is erased"));
}

#[test]
fn removing_a_key_asks_first() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next).hand_over().press(Press::Home);
    user.press(Press::ReallyRemove { bot: Bot::Bitcoin });
    assert!(
        !user.effects.iter().any(|effect| matches!(effect, Effect::Remove(..))),
        "not without the question"
    );
    user.press(Press::Remove { bot: Bot::Bitcoin }).press(Press::ReallyRemove { bot: Bot::Bitcoin });
    let request =
        user.request(|effect| if let Effect::Remove(request, _) = effect { Some(*request) } else { None });
    user.learn(Outcome::Removed(request, Ok(())));
    assert_eq!(user.place(), "welcome");
    assert!(user.wizard.session().journey().keys.is_empty());
}

#[test]
fn a_rehearsal_leaves_the_real_journey_as_it_was() {
    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Next);
    let before = user.wizard.session().real.clone();
    user.press(Press::Practise);
    assert_eq!(user.place(), "step-1");
    assert!(user.screen().banner.is_some());
    user.reach_step_4().checking();
    assert!(matches!(user.effects.last(), Some(Effect::Examine(_, _, Target::Practice, _))));
    user.kept();
    user.press(Press::LeavePractice);
    assert_eq!((user.place().as_str(), &user.wizard.session().real), ("step-2", &before));
    let removed: Vec<Slot> = user
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Remove(_, slot) = effect { Some(*slot) } else { None })
        .collect();
    assert_eq!(
        removed,
        [Slot { target: Target::Practice, bot: Bot::Bitcoin }],
        "what was kept, and nothing else"
    );
}

#[test]
fn in_a_rehearsal_the_pages_answer_and_tick_the_instructions() {
    let mut user = User::new(Lang::En);
    user.press(Press::Practise);
    for act in [Act::ScrollDown, Act::ToggleControls, Act::Accept, Act::EnterCode("123456".into())] {
        user.press(Press::Page { act });
    }
    let ticked = user.wizard.session().journey().ticks.len();
    assert_eq!(ticked, 5, "all five instructions are seen to be done");
    user.press(Press::Next).press(Press::Page { act: Act::ToggleBox(KeyBox::Futures) });
    assert!(user.screen().announcement.is_some(), "a click that does nothing says why");
    user.press(Press::Page { act: Act::Open(Page::SubAccountApi) });
    assert_eq!(user.screen().announcement, None);
}

#[test]
fn a_problem_is_practised_from_step_4_with_the_values_of_the_drawn_page() {
    let mut user = User::new(Lang::En);
    user.press(Press::PractiseProblem { scenario: Scenario::Swapped });
    assert_eq!(user.place(), "step-4");
    user.press(Press::CopyFromPage { part: Part::ApiKey });
    assert!(matches!(user.effects.last(), Some(Effect::Copy(_, CopySource::Held(_, Part::ApiKey)))));
}

#[test]
fn a_mistake_that_is_practised_can_be_mended_where_it_was_made() {
    for scenario in
        [Scenario::TooManyBoxes, Scenario::TradingOff, Scenario::IpRestricted, Scenario::SymbolWhitelist]
    {
        let mut user = User::new(Lang::En);
        user.press(Press::PractiseProblem { scenario });
        let rehearsal = user.wizard.session().rehearsal.clone().unwrap();
        assert_eq!(rehearsal.scenario, Scenario::Good, "{scenario:?} is on the pages, not in the exchange");
        let key = rehearsal.account.open_key().unwrap();
        assert_ne!(key.restrictions, smartradex_practice::Restrictions::for_smartradex(), "{scenario:?}");
        assert!(rehearsal.account.secret_key(key.number).is_some(), "the secret can still be copied");
    }
}

#[test]
fn whoever_practises_with_a_key_that_is_not_drawn_is_told() {
    let is_told = |drawn: bool| {
        let mut user = User::new(Lang::En);
        user.press(Press::PractiseProblem { scenario: Scenario::TradingOff });
        let account = user.wizard.session().rehearsal.clone().unwrap().account;
        let number = account.open_key().unwrap().number;
        if drawn {
            user.paste(Part::ApiKey, &account.api_key(number).unwrap());
            user.paste(Part::SecretKey, &account.secret_key(number).unwrap()).press(Press::Check);
        } else {
            user.checking();
        }
        let refused = Some(Err(Failure::Rejected(401, -2015)));
        user.examined(Examination { permissions: refused, order: None, ..good() });
        assert_eq!(user.place(), "step-4-verdict");
        let screen = serde_json::to_string(&user.screen()).unwrap();
        screen.contains("No key of the drawing has this API key.")
    };
    assert!(is_told(false) && !is_told(true));
}

#[test]
fn what_stands_in_front_is_closed_by_back() {
    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Show { overlay: Overlay::Phone });
    assert_eq!(user.place(), "phone");
    user.press(Press::Back);
    assert_eq!(user.place(), "step-1");
}

#[test]
fn where_only_support_helps_there_is_also_a_way_back_to_the_instructions() {
    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Next);
    for (way, place) in [(0, "phone"), (1, "step-2")] {
        user.press(Press::Show { overlay: Overlay::NotSeen });
        user.press(Press::Answer { answer: 0 }).press(Press::Answer { answer: 0 });
        let screen = user.screen();
        let way = Press::Answer { answer: way };
        assert!(screen.main.iter().chain(&screen.others).any(|button| button.press == way));
        assert_eq!(user.press(way).place(), place);
        user.press(Press::Close);
    }
}

#[test]
fn whoever_has_no_sub_account_is_led_to_the_guide_on_the_site() {
    let mut user = User::new(Lang::En);
    user.press(Press::Start).press(Press::Next);
    user.press(Press::Show { overlay: Overlay::NotSeen });
    user.press(Press::Answer { answer: 0 }).press(Press::Answer { answer: 3 });
    let screen = user.screen();
    let open = screen.main.expect("a main button");
    assert!(
        open.next && screen.others.iter().any(|one| one.press == Press::Show { overlay: Overlay::Phone })
    );
    user.press(open.press);
    assert!(matches!(user.effects.last(), Some(Effect::Open(_, smartradex_wizard::Link::Site, Lang::En))));
}

#[test]
fn a_session_of_a_later_version_or_a_damaged_one_is_not_read() {
    assert!(Session::parse("{\"version\":2}").is_none());
    for damaged in ["{", "", "[]", "null", "[1]", "{\"version\":\"1\"}"] {
        assert!(Session::parse(damaged).is_none(), "{damaged}");
    }
    let session = Session::default();
    assert_eq!(Session::parse(&serde_json::to_string(&session).unwrap()), Some(session));
}

#[test]
fn while_the_keyring_is_being_written_no_other_bot_can_be_turned_to() {
    let mut user = User::new(Lang::En);
    user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking().kept();
    user.press(Press::Next).hand_over().press(Press::SetUp { bot: Bot::Ether });
    let mut other = good();
    other.account = Some(Ok(smartradex_binance::Account { uid: Some(99) }));
    user.press(Press::Next).press(Press::Next).checking().examined(other);
    let storing = user.store_request();
    user.press(Press::Home).press(Press::SetUp { bot: Bot::Bitcoin }).press(Press::Practise);
    assert_eq!(user.wizard.session().journey().bot, Bot::Ether);
    user.learn(Outcome::Stored(storing, Ok(())));
    assert!(user.wizard.session().journey().keys.contains_key(&Bot::Ether));
    user.press(Press::SetUp { bot: Bot::Bitcoin });
    assert_eq!(user.wizard.session().journey().bot, Bot::Bitcoin, "afterwards it can");
}

#[test]
fn the_two_values_are_swapped_only_where_that_was_offered() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().examined(with(permissions(&["enableMargin"])));
    let asked = user.examine_request();
    user.press(Press::Swap);
    assert_eq!(user.examine_request(), asked, "a box too many is no sign of a swap");
}
