//! Every screen of the journey in both languages, reviewed as text.

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
    Bot, Bots, DeskView, Effect, Lang, Outcome, Overlay, Part, Press, Session, System, Tone, VaultFault,
    Wizard, bare,
};
use user::outline::outline;
use user::{SECRET_KEY, User, good, permissions, with};

/// Takes a snapshot of what the user sees, under the name of the scene and the language.
fn see(lang: Lang, scene: &str, user: &User) {
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("{scene}-{}", lang.tag()), outline(&user.screen()));
    });
}

#[test]
fn welcome_and_the_three_steps_at_binance() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        see(lang, "welcome", &user);
        user.press(Press::Bots { bots: Bots::Both }).press(Press::Start);
        see(lang, "step-1", &user);
        user.press(Press::Tick { instruction: 1 }).press(Press::Tick { instruction: 2 });
        see(lang, "step-1-two-ticks", &user);
        user.press(Press::Next);
        see(lang, "step-2", &user);
        user.press(Press::Next);
        see(lang, "step-3", &user);
    }
}

#[test]
fn the_two_fields() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.reach_step_4();
        see(lang, "step-4", &user);
        user.paste(Part::ApiKey, "****");
        user.paste(Part::SecretKey, SECRET_KEY);
        see(lang, "step-4-problem", &user);
    }
}

#[test]
fn the_examination_line_by_line() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.reach_step_4().checking();
        user.examined(Examination { clock: good().clock, ..Examination::default() });
        see(lang, "examining", &user);
    }
}

#[test]
fn verdicts_and_the_mirror() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.reach_step_4().checking();
        user.examined(with(permissions(&[
            "enableMargin",
            "enablePredictionTrading",
            "-enableSpotAndMarginTrading",
        ])));
        see(lang, "verdict-boxes", &user);

        let mut user = User::new(lang);
        user.reach_step_4().checking();
        user.examined(Examination {
            permissions: Some(Err(Failure::Rejected(401, -2015))),
            kind: Some(Err(Failure::Rejected(401, -2015))),
            account: Some(Err(Failure::Rejected(401, -2015))),
            order: Some(Err(Failure::Rejected(401, -2015))),
            ..good()
        });
        see(lang, "verdict-not-recognised", &user);

        let mut user = User::new(lang);
        user.reach_step_4().checking();
        user.examined(Examination {
            clock: Some(Err(Failure::Dns)),
            finished: true,
            ..Examination::default()
        });
        see(lang, "verdict-dns", &user);
    }
}

#[test]
fn a_right_key_to_the_second_bot() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.press(Press::Bots { bots: Bots::Both }).reach_step_4().checking();
        user.examined(good());
        see(lang, "accepted-storing", &user);
        let request = user.store_request();
        user.learn(Outcome::Stored(request, Err(VaultFault::Locked)));
        see(lang, "accepted-locked", &user);
        user.press(Press::Keep);
        let request = user.store_request();
        user.learn(Outcome::Stored(request, Ok(())));
        see(lang, "accepted-kept", &user);
        user.press(Press::Next);
        see(lang, "hand-over", &user);
        user.hand_over();
        see(lang, "configured", &user);
        user.press(Press::SetUp { bot: Bot::Ether });
        see(lang, "second-bot", &user);
        user.press(Press::Home);
        see(lang, "home", &user);
        user.press(Press::Remove { bot: Bot::Bitcoin });
        see(lang, "removal", &user);
    }
}

#[test]
fn practice() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.press(Press::Practise);
        see(lang, "practice-step-1", &user);
        for scene in ["practice-step-2", "practice-step-3", "practice-step-4"] {
            user.press(Press::Next);
            see(lang, scene, &user);
        }
        user.checking().kept().press(Press::Next).hand_over();
        see(lang, "practice-configured", &user);
    }
}

#[test]
fn a_question_of_what_is_not_seen_and_an_answer() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.press(Press::Start).press(Press::Next).press(Press::Show { overlay: Overlay::NotSeen });
        see(lang, "not-seen", &user);
        while user.place() == "not-seen" {
            user.press(Press::Answer { answer: 0 });
        }
        see(lang, "not-seen-answer", &user);
    }
}

#[test]
fn what_stands_in_front() {
    for lang in Lang::ALL {
        for (overlay, scene) in [
            (Overlay::Phone, "phone"),
            (Overlay::UnexpectedCall, "unexpected-call"),
            (Overlay::Problems, "problems"),
            (Overlay::Forget, "forget"),
            (Overlay::About, "about"),
        ] {
            let mut user = User::new(lang);
            user.press(Press::Start).press(Press::Show { overlay });
            see(lang, scene, &user);
        }
        let mut user = User::new(lang);
        user.reach_step_4().paste(Part::SecretKey, SECRET_KEY).learn(Outcome::Closing);
        see(lang, "leaving", &user);
    }
}

/// Whoever was talked into starting the program for another server must notice, wherever the talking begins.
#[test]
fn another_server_than_binance_is_named_as_a_danger_on_every_screen() {
    const ADDRESS: &str = "http://127.0.0.1:8080";
    let warned = |user: &User| {
        let screen = user.screen();
        let banner = screen.banner.unwrap_or_else(|| panic!("no banner on {}", screen.place));
        assert_eq!(banner.tone, Tone::Danger, "{}", screen.place);
        assert!(bare(&banner.text).contains(ADDRESS), "{}: {:?}", screen.place, banner.text);
    };
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        let system = System { other_address: Some(ADDRESS.to_owned()), ..user::system(lang) };
        (user.wizard, user.effects) = Wizard::new(system, Session::default(), user::start());
        warned(&user);
        user.press(Press::Start);
        for place in ["step-1", "step-2", "step-3", "step-4"] {
            assert_eq!(user.place(), place);
            warned(&user);
            user.press(Press::Next);
        }
        user.checking();
        warned(&user);
        user.examined(with(permissions(&["enableMargin"])));
        assert_eq!(user.place(), "step-4-verdict");
        warned(&user);
        user.press(Press::Check).kept();
        assert_eq!(user.place(), "step-4-accepted");
        warned(&user);
        user.press(Press::Next);
        warned(&user);
        user.hand_over();
        warned(&user);
        user.press(Press::Home);
        assert_eq!(user.place(), "home");
        warned(&user);
        for overlay in [Overlay::Phone, Overlay::Problems, Overlay::Forget, Overlay::Desk, Overlay::Doctor] {
            user.press(Press::Show { overlay });
            warned(&user);
            user.press(Press::Close);
        }
        // The practice exchange is asked instead, whatever the address.
        user.press(Press::Practise);
        assert_eq!(user.screen().banner.map(|banner| banner.tone), Some(Tone::Info));
    }
}

#[test]
fn everything_forgotten_but_the_files() {
    for lang in Lang::ALL {
        let mut user = User::new(lang);
        user.press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
        for effect in user.effects.clone() {
            match effect {
                Effect::Remove(request, _) => user.learn(Outcome::Removed(request, Ok(()))),
                Effect::ForgetFiles(request) => user.learn(Outcome::Forgotten(request, false)),
                _ => continue,
            };
        }
        see(lang, "forgotten", &user);
    }
}

#[test]
fn the_support_desk() {
    for lang in Lang::ALL {
        let mut caller = User::new(lang.other());
        caller.reach_step_4().checking();
        caller.examined(with(permissions(&["enableMargin", "-enableSpotAndMarginTrading"])));
        let mut agent = User::new(lang);
        agent.open_desk(None);
        see(lang, "desk", &agent);
        agent.open_desk(Some(&caller.wizard.situation().code().to_string()));
        see(lang, "desk-call", &agent);
        agent.open_desk(Some("21AV-VV7G-DR6Q"));
        see(lang, "desk-doubtful", &agent);
        agent.open_desk(Some(user::API_KEY));
        see(lang, "desk-key", &agent);
        let mut agent = User::new(lang);
        agent.open_desk(None);
        for (view, scene) in [(DeskView::Lane, "desk-lane"), (DeskView::Training, "desk-training")] {
            agent.press(Press::ViewDesk { view });
            see(lang, scene, &agent);
        }
    }
}
