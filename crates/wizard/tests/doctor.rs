//! The doctor, the log, and the clipboard after a refused key: what the shell is asked to do, and what the user is shown.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Clock, Diagnosis, Examination, Fact, Failure};
use smartradex_wizard::{
    Action, Block, Browser, CheckState, Checkup, CopySource, Display, Effect, Engine, Event, Input, Lang,
    Outcome, Overlay, Press, Request, Session, System, Target, Text, VaultFault, Wipe, Wizard,
};
use user::outline::outline;
use user::{SECRET_KEY, User, with};

fn checkup() -> Checkup {
    Checkup {
        way: Diagnosis {
            proxy: Some("proxy.corp.example:3128".to_owned()),
            dns: Fact::Works,
            tcp: Fact::Fails(Failure::Refused),
            tls: Fact::NotTried,
            http: Fact::NotTried,
            clock: None,
        },
        keyring: Err(VaultFault::NoService),
        engine: Engine::Version("2.48.1".to_owned()),
        browser: Browser::Opens("firefox-esr".to_owned()),
        display: Display::X11,
        system: "Debian GNU/Linux 12 (bookworm)".to_owned(),
        version: "1.2.3".to_owned(),
    }
}

fn well() -> Checkup {
    let way = Diagnosis {
        proxy: None,
        dns: Fact::Works,
        tcp: Fact::Works,
        tls: Fact::Works,
        http: Fact::Works,
        clock: Some(Clock { offset_ms: 120 }),
    };
    Checkup { way, keyring: Ok(()), ..checkup() }
}

fn asked(user: &User) -> (Request, Target) {
    match user.effects.last() {
        Some(Effect::Diagnose(request, target)) => (*request, *target),
        other => panic!("a look was asked for, not {other:?}"),
    }
}

fn all(user: &User) -> String {
    user.screen_words()
}

fn states(user: &User) -> Vec<CheckState> {
    let blocks = user.screen().blocks;
    let lines = blocks.into_iter().find_map(|block| match block {
        Block::Checks { lines, .. } => Some(lines),
        _ => None,
    });
    lines.expect("the screen has lines").into_iter().map(|line| line.state).collect()
}

#[test]
fn the_doctor_looks_when_it_is_opened_and_again_when_asked() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Doctor });
    let (first, target) = asked(&user);
    assert_eq!((user.place().as_str(), target), ("doctor", Target::Binance));
    assert!(states(&user).iter().all(|state| *state == CheckState::Waiting));
    let before = user.effects.len();
    user.press(Press::Diagnose);
    assert_eq!(user.effects.len(), before, "one look at a time");
    user.learn(Outcome::Diagnosed(Request(first.0 + 9), Some(Box::new(well()))));
    assert!(states(&user).contains(&CheckState::Waiting), "what nobody awaits is dropped");

    user.learn(Outcome::Diagnosed(first, Some(Box::new(checkup()))));
    assert!(states(&user).contains(&CheckState::Wrong) && !states(&user).contains(&CheckState::Waiting));
    user.press(Press::Diagnose);
    let (second, _) = asked(&user);
    assert_ne!(first, second);
    assert!(
        states(&user).iter().all(|state| *state == CheckState::Waiting),
        "nothing of the last look stays"
    );
    user.learn(Outcome::Diagnosed(second, None));
    assert!(all(&user).contains("stopped before its end"));
    user.press(Press::Diagnose);
    let (third, _) = asked(&user);
    user.learn(Outcome::Diagnosed(third, Some(Box::new(well()))));
    assert!(all(&user).contains("All is well"));
}

#[test]
fn what_the_doctor_shows_is_reviewed() {
    for lang in Lang::ALL {
        for (scene, found) in
            [("doctor-looking", None), ("doctor-trouble", Some(checkup())), ("doctor-well", Some(well()))]
        {
            let mut user = User::new(lang);
            user.press(Press::Show { overlay: Overlay::Doctor });
            let (request, _) = asked(&user);
            if let Some(found) = found {
                user.learn(Outcome::Diagnosed(request, Some(Box::new(found))));
            }
            see(lang, scene, &user);
        }
        let mut user = User::new(lang);
        user.press(Press::Show { overlay: Overlay::Report });
        see(lang, "report", &user);
        user.press(Press::KeepLog);
        let kept = user
            .request(|effect| if let Effect::KeepLog(request, _) = effect { Some(*request) } else { None });
        user.learn(Outcome::LogKept(kept, true));
        see(lang, "report-without-log", &user);
    }
}

fn see(lang: Lang, scene: &str, user: &User) {
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("{scene}-{}", lang.tag()), outline(&user.screen()));
    });
}

#[test]
fn whoever_does_not_reach_binance_finds_the_doctor_and_in_a_rehearsal_it_looks_at_the_pretend_one() {
    let offer = "{\"type\":\"show\",\"overlay\":\"doctor\"}";
    let mut user = User::new(Lang::Fr);
    user.reach_step_4().checking();
    user.examined(Examination { clock: Some(Err(Failure::Dns)), finished: true, ..Examination::default() });
    let blocks = serde_json::to_string(&user.screen().blocks).unwrap();
    assert!(blocks.contains(offer), "on the verdict: {blocks}");
    let mut user = User::new(Lang::Fr);
    user.reach_step_4().checking().examined(with(user::permissions(&["enableMargin"])));
    let blocks = serde_json::to_string(&user.screen().blocks).unwrap();
    assert!(!blocks.contains(offer), "where Binance answered there is nothing to look for");
    for overlay in [Overlay::Phone, Overlay::Report] {
        user.press(Press::Show { overlay });
        assert!(serde_json::to_string(&user.screen().blocks).unwrap().contains(offer), "{overlay:?}");
    }
    assert!(serde_json::to_string(&user.screen().rail.menu).unwrap().contains(offer));

    let mut user = User::new(Lang::Fr);
    user.press(Press::Practise).press(Press::Show { overlay: Overlay::Doctor });
    assert_eq!(asked(&user).1, Target::Practice);
}

#[test]
fn what_the_doctor_found_in_a_rehearsal_names_the_pretend_binance_and_stays_there() {
    for (lang, real, pretend) in [
        (Lang::En, "nothing stands between", "the real one was not asked"),
        (Lang::Fr, "rien ne sépare cet ordinateur de Binance", "le vrai n’a pas été interrogé"),
    ] {
        let mut user = User::new(lang);
        user.press(Press::Practise).press(Press::Show { overlay: Overlay::Doctor });
        let (rehearsed, _) = asked(&user);
        user.learn(Outcome::Diagnosed(rehearsed, Some(Box::new(well()))));
        assert!(all(&user).contains(pretend) && !all(&user).contains(real), "{}", all(&user));
        user.press(Press::CopyShown);
        assert!(
            matches!(user.effects.last(), Some(Effect::Copy(_, CopySource::Text(text))) if text.contains(pretend))
        );
        user.press(Press::LeavePractice).press(Press::Show { overlay: Overlay::Report });
        assert!(!all(&user).contains(pretend), "the report for real says nothing of the rehearsal");

        // Nor does a look that only ends after the rehearsal was started, or left.
        for change in [Press::Practise, Press::LeavePractice] {
            user.press(Press::Show { overlay: Overlay::Doctor });
            let (late, _) = asked(&user);
            user.press(change.clone());
            assert!(user.effects.contains(&Effect::Cancel(late)), "{change:?}");
            user.learn(Outcome::Diagnosed(late, Some(Box::new(well()))));
            user.press(Press::Show { overlay: Overlay::Report });
            assert!(!all(&user).contains(real) && !all(&user).contains(pretend), "{change:?}");
        }
    }
}

#[test]
fn what_was_found_is_copied_as_shown_but_for_the_proxy_and_stands_in_the_report() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Doctor });
    let before = user.effects.len();
    user.press(Press::CopyShown);
    assert_eq!(user.effects.len(), before, "there is nothing to copy yet");
    let (request, _) = asked(&user);
    user.learn(Outcome::Diagnosed(request, Some(Box::new(checkup()))));
    assert!(all(&user).contains("proxy.corp.example"), "the user sees the proxy's name");
    user.press(Press::CopyShown);
    let Some(Effect::Copy(_, CopySource::Text(text))) = user.effects.last().cloned() else {
        panic!("a copy, not {:?}", user.effects.last());
    };
    assert!(text.contains("✗ The connection does not open (TCP)") && !text.contains("corp"), "{text}");
    user.press(Press::Show { overlay: Overlay::Report });
    let report = user.screen().blocks.into_iter().find_map(|block| match block {
        Block::Verbatim { text, .. } => Some(text),
        _ => None,
    });
    assert!(report.unwrap().ends_with(&text), "the report ends with it");
}

#[test]
fn the_log_is_off_by_one_switch_which_is_remembered_whatever_is_forgotten() {
    let mut user = User::new(Lang::En);
    user.press(Press::Show { overlay: Overlay::Report });
    assert!(all(&user).contains("~/test/log.txt"), "its place is told");
    user.press(Press::ShowLog);
    assert!(matches!(user.effects.last(), Some(Effect::ShowLog(_))));
    user.press(Press::KeepLog);
    let Some(Effect::KeepLog(request, false)) = user.effects.last().cloned() else {
        panic!("the log is to be removed, not {:?}", user.effects.last());
    };
    assert!(!all(&user).contains("~/test/log.txt") && all(&user).contains("No log is kept"));
    assert!(all(&user).contains("is being erased"));
    user.learn(Outcome::LogKept(request, false));
    assert!(user.screen().announcement.is_some(), "what stays is told");
    // It is still shown, with where the log is, after the next action and at the next start.
    user.press(Press::Close).press(Press::Show { overlay: Overlay::Report });
    assert!(user.screen().announcement.is_none());
    assert!(all(&user).contains("could not be erased") && all(&user).contains("~/test/log.txt"));
    let system = System { log_left: true, ..user::system(Lang::En) };
    let (wizard, _) = Wizard::new(system, user.wizard.session().clone(), user::start());
    let mut later = User { wizard, now: user::start(), effects: Vec::new() };
    later.press(Press::Show { overlay: Overlay::Report });
    assert!(all(&later).contains("could not be erased"));
    // Once the log has been switched on and off again, it may be gone.
    user.press(Press::KeepLog).press(Press::KeepLog);
    let Some(Effect::KeepLog(again, false)) = user.effects.last().cloned() else {
        panic!("{:?}", user.effects.last())
    };
    user.learn(Outcome::LogKept(request, false)).learn(Outcome::LogKept(again, true));
    assert!(all(&user).contains("No log is kept, and the earlier one has been erased"));
    let before = user.effects.len();
    user.press(Press::ShowLog);
    assert!(user.effects[before..].iter().all(|effect| !matches!(effect, Effect::ShowLog(_))));

    user.press(Press::Close).press(Press::Show { overlay: Overlay::Forget }).press(Press::ForgetEverything);
    assert!(all(&user).contains("The program’s log"), "it is among what is erased");
    assert!(all(&user).contains("you want no log"), "and that none is wanted is not");
    let text = serde_json::to_string(user.wizard.session()).unwrap();
    let mut later = User::resuming(Lang::En, Session::parse(&text).unwrap());
    assert!(later.wizard.session().log_off);
    later.press(Press::Show { overlay: Overlay::Report }).press(Press::KeepLog);
    assert!(matches!(later.effects.last(), Some(Effect::KeepLog(_, true))));
}

#[test]
fn a_key_refused_at_the_desk_is_wiped_from_the_clipboard_and_the_agent_is_told_what_became_of_it() {
    for (wipe, said) in [
        (Wipe::Wiped, "It has been emptied"),
        (Wipe::NotThere, "does not hold this key"),
        (Wipe::Failed, "Copy any word to replace the key"),
    ] {
        let mut desk = User::new(Lang::En);
        desk.open_desk(None);
        let typed = Action::Type { input: Input::SupportCode, text: format!("key: {SECRET_KEY}") };
        desk.event(Event::Action(typed));
        let Some(Effect::WipePastedKey(request, pasted)) = desk.effects.last().cloned() else {
            panic!("the clipboard is to be wiped, not {:?}", desk.effects.last());
        };
        assert!(
            pasted.expose().contains(SECRET_KEY)
                && !format!("{:?}", desk.effects).contains(&SECRET_KEY[..12])
        );
        assert!(all(&desk).contains("is being emptied"));
        desk.learn(Outcome::ClipboardWiped(Request(request.0 + 1), Wipe::Wiped));
        assert!(all(&desk).contains("is being emptied"), "another one’s answer is dropped");
        desk.learn(Outcome::ClipboardWiped(request, wipe));
        assert!(all(&desk).contains(said), "{said}");
    }
    // The same for a code from the command line; and the agent is told what became of the key.
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(SECRET_KEY));
    let Some(Effect::WipePastedKey(request, _)) = desk.effects.last().cloned() else {
        panic!("the clipboard is to be wiped, not {:?}", desk.effects.last());
    };
    desk.learn(Outcome::ClipboardWiped(request, Wipe::NotThere));
    assert!(all(&desk).contains("does not hold this key"));
    let mut desk = User::new(Lang::En);
    desk.open_desk(None);
    desk.event(Event::Action(Action::Type { input: Input::Search, text: "-2015".to_owned() }));
    assert!(desk.effects.iter().all(|effect| !matches!(effect, Effect::WipePastedKey(..))), "that is no key");
}

#[test]
fn what_is_said_in_the_callers_language_says_which_it_is() {
    let mut caller = User::new(Lang::Fr);
    caller.reach_step_4();
    let code = caller.wizard.situation().code().to_string();
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(&code));
    let marked = in_french(&desk.screen().blocks);
    let place = marked.iter().find(|text| text.starts_with("Au-dessus du titre")).expect("what to say");
    assert!(place.contains("Étape 4, écran A"), "{place}");
    assert!(marked.iter().any(|text| text.contains("clés")), "{marked:?}");
    for text in &marked {
        assert!(!text.contains("Above the heading"), "{text}");
    }
    desk.press(Press::Language { lang: Lang::Fr });
    assert_eq!(in_french(&desk.screen().blocks), [""; 0], "who speaks the caller’s language needs no mark");
}

/// The paragraphs and titles that are marked as French.
fn in_french(blocks: &[Block]) -> Vec<String> {
    let bare = |text: &Text| smartradex_wizard::bare(text);
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { text, lang: Some(Lang::Fr), .. } => found.push(bare(text)),
            Block::Group { title, lang, blocks } => {
                found.extend(title.iter().filter(|_| *lang == Some(Lang::Fr)).map(bare));
                found.extend(in_french(blocks));
            }
            Block::Details { blocks, .. } => found.extend(in_french(blocks)),
            _ => {}
        }
    }
    found
}
