//! What the desk has the agent say: true of the caller's screen, and of no other.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_binance::{Examination, Failure, Permission};
use smartradex_wizard::{
    Block, Bot, Cause, DeskView, Fields, Finding, KeyringState, Lang, Outcome, Overlay, Part, PasteProblem,
    Press, Situation, Spot, ToldOverlay, ToldProblem, VaultFault, Words, bare,
};
use user::{API_KEY, SECRET_KEY, User, good, permissions, with};

const ENGLISH: Words = Words { lang: Lang::En, binance: Lang::En };

/// The desk, in English, with a caller's code.
fn desk(situation: &Situation) -> User {
    let mut desk = User::new(Lang::En);
    desk.open_desk(Some(&situation.code().to_string()));
    desk
}

/// What the agent should say, sentence by sentence.
fn said(situation: &Situation) -> Vec<String> {
    let blocks = desk(situation).screen().blocks;
    let heading = |block: &Block| matches!(block, Block::Heading { text } if bare(text) == "Say now");
    let start = blocks.iter().position(heading).expect("there is something to say");
    let paragraphs = blocks[start + 1..].iter().map_while(|block| match block {
        Block::Paragraph { text, .. } => Some(bare(text)),
        _ => None,
    });
    paragraphs.collect()
}

/// What the agent finds folded below it: the other causes that are likely.
fn alternatives(situation: &Situation) -> Vec<String> {
    let summary = ENGLISH.string("step4-also-possible");
    let folded = desk(situation).screen().blocks.into_iter().find_map(|block| match block {
        Block::Details { summary: text, blocks, .. } if bare(&text) == summary => Some(blocks),
        _ => None,
    });
    let sentence = |block| match block {
        Block::Paragraph { text, .. } => bare(&text),
        other => panic!("a sentence, not {other:?}"),
    };
    folded.unwrap_or_default().into_iter().map(sentence).collect()
}

fn says(situation: &Situation, words: &str) -> bool {
    said(situation).join(" ").contains(words)
}

/// A button's name, quoted as the agent says it.
fn quoted(id: &str) -> String {
    format!("“{}”", ENGLISH.string(id))
}

fn start() -> Situation {
    User::new(Lang::En).wizard.situation()
}

/// What the caller can read, including buttons, on the screen behind the one with the code.
fn read(caller: &mut User) -> String {
    caller.press(Press::Show { overlay: Overlay::Phone }).press(Press::Close);
    serde_json::to_string(&caller.screen()).unwrap()
}

#[test]
fn a_call_begins_with_the_screen_that_the_caller_sees() {
    let mut caller = User::new(Lang::En);
    caller.press(Press::Start);
    let begin = said(&caller.wizard.situation());
    assert_eq!(begin[0], "Click “Close”, at the bottom left.", "the code is read out from a screen in front");
    assert_eq!(
        begin[1..3],
        ["Scroll to the top.", "Above the heading, in small letters, do you read “Step 1, screen A”?"]
    );
    for overlay in [Overlay::Forget, Overlay::Doctor, Overlay::About, Overlay::Problems, Overlay::Desk] {
        let mut caller = User::new(Lang::En);
        caller
            .press(Press::Start)
            .press(Press::Show { overlay })
            .press(Press::Show { overlay: Overlay::Phone });
        let situation = caller.wizard.situation();
        caller.press(Press::Close);
        let (front, said) = (caller.screen(), said(&situation));
        assert!(said[2].contains(&format!("“{}”", front.kicker)), "{overlay:?}: {}", said[2]);
        let close = front.back.expect("a screen in front can be closed").label;
        assert!(said[3].contains(&format!("“{close}”")), "{overlay:?}: {}", said[3]);
        assert!(said[5].contains("Step 1, screen A"), "{overlay:?}: {}", said[5]);
    }
    let asked = Situation { overlay: Some(ToldOverlay::NotSeen), ..caller.wizard.situation() };
    assert!(says(&asked, "“Back” or “Close”"), "there may be questions to go back over");
}

#[test]
fn in_practice_nothing_is_said_of_the_real_sites() {
    let practice = Situation { practice: true, ..start() };
    for spot in Spot::ALL {
        let said = said(&Situation { spot, ..practice });
        let place = said.iter().position(|one| one.starts_with("Above the heading")).unwrap();
        assert!(said[place + 1].contains("You are in practice"), "{spot:?}");
        assert!(said[place + 2].contains(&quoted("practice-leave")), "{spot:?}");
        assert!(!says(&Situation { spot, ..start() }, "in practice"), "{spot:?}");
    }
    let hand_over = Situation { spot: Spot::HandOver, ..practice };
    assert!(
        says(&hand_over, "Paste nothing on the real site")
            && !says(&hand_over, "Check that the address")
            && says(&hand_over, &quoted("app-copy"))
    );
    for spot in [Spot::Configured, Spot::Home] {
        let over = Situation { spot, ..practice };
        assert!(
            says(&over, "Nothing is set up yet.") && says(&over, &quoted("practice-for-real")),
            "{spot:?}"
        );
        assert!(!says(&over, "SmartradeX received"), "{spot:?}");
    }
    let unknown = Situation { spot: Spot::Judged, cause: Some(Cause::KeyNotRecognised), ..practice };
    assert!(alternatives(&unknown).join(" ").contains("in the drawing, not at Binance"));
    assert!(!says(&unknown, "Edit restrictions"));
    assert!(!says(&unknown, &quoted("step4-to-step3")), "what is only likely has no button of its own");
    for cause in [
        Cause::TooManyBoxes,
        Cause::UnknownPermission,
        Cause::IpRestricted,
        Cause::TradingOff,
        Cause::ReadingOff,
        Cause::SymbolWhitelist,
    ] {
        let judged = Situation { spot: Spot::Judged, cause: Some(cause), ..practice };
        let there = format!("Click {} and correct it in the drawing", quoted("step4-to-step3"));
        assert!(says(&judged, &there), "{cause}");
        let elsewhere = Situation { spot: Spot::Restrictions, ..judged };
        assert!(!says(&elsewhere, &quoted("step4-to-step3")), "{cause}: that button is not there");
        assert!(says(&elsewhere, "in the drawing, not at Binance"), "{cause}");
    }
    let mut caller = User::new(Lang::En);
    caller.press(Press::Practise).press(Press::Next).press(Press::Next).press(Press::Next).checking();
    caller.examined(with(permissions(&["enableMargin"])));
    assert!(read(&mut caller).contains(&ENGLISH.string("step4-to-step3")));
    let told = said(&caller.wizard.situation()).join(" ");
    assert!(told.contains(&quoted("step4-to-step3")), "the button is named where it is: {told}");
}

#[test]
fn the_end_of_practice_does_not_claim_a_form() {
    let end = |practice: bool| {
        let mut user = User::new(Lang::En);
        if practice {
            user.press(Press::Practise).press(Press::Next).press(Press::Next).press(Press::Next);
        } else {
            user.reach_step_4();
        }
        user.checking().kept().press(Press::Next).hand_over();
        assert_eq!(user.place(), "configured");
        read(&mut user)
    };
    for id in ["handover-told-form", "handover-unknown-funds"] {
        let words = ENGLISH.string(id);
        assert!(end(false).contains(&words) && !end(true).contains(&words), "{words}");
    }
}

#[test]
fn whoever_had_a_suspicious_call_is_made_safe_and_led_no_step_further() {
    let mut caller = User::new(Lang::En);
    caller.reach_step_4().checking();
    caller.examined(with(permissions(&["enableMargin"])));
    caller.press(Press::Show { overlay: Overlay::UnexpectedCall });
    let own = serde_json::to_string(&caller.screen()).unwrap();
    caller.press(Press::Show { overlay: Overlay::Phone });
    let situation = caller.wizard.situation();
    let safety: Vec<String> =
        (1..=8).map(|number| ENGLISH.string(&format!("support-call-{number}"))).collect();
    let said = said(&situation);
    assert!(said[2].contains("“Safety”") && said[3].starts_with("Never tell me"), "{said:?}");
    let asked = ENGLISH.string("desk-suspicious-ask");
    assert_eq!(said[4..].join(" "), format!("{asked} {}", safety.join(" ")), "and nothing else");
    for sentence in ["end that call", "switch off its Wi-Fi", "The bot then stops"] {
        assert!(own.contains(sentence), "{sentence} is on the caller’s own screen");
    }
    let mut desk = desk(&situation);
    let shown = serde_json::to_string(&desk.screen()).unwrap();
    assert!(!shown.contains("I don’t see this") && !shown.contains(&ENGLISH.string("desk-likely")));
    let card = card(&desk);
    assert!(card.contains("Suspicious call") && card.contains("Screen in front") && card.contains("Safety"));
    desk.press(Press::CopyNote);
    assert!(format!("{:?}", desk.effects.last()).contains("Screen in front: Safety"));
    desk.press(Press::ViewDesk { view: DeskView::Lane });
    assert!(desk.titles().contains(&"Suspicious call".to_owned()), "it needs no code");
}

fn card(desk: &User) -> String {
    let cards = desk.screen().blocks.into_iter().find(|block| matches!(block, Block::Cards { .. }));
    serde_json::to_string(&cards.expect("a card of the caller")).unwrap()
}

#[test]
fn a_bot_that_does_nothing_is_looked_after_where_nothing_is_wrong_with_its_key() {
    for spot in [Spot::Configured, Spot::Home] {
        let situation = Situation { spot, keyring: KeyringState::Kept, ..start() };
        for words in [
            "whether SmartradeX received it",
            "“Check again”",
            "in the fields of this bot",
            "fill in the form again",
            "chapter III",
            "first subscription",
        ] {
            assert!(says(&situation, words), "{words} at {spot:?}: {:#?}", said(&situation));
        }
        assert!(!says(&situation, "Nothing is left to do"), "{spot:?}");
    }
    for spot in Spot::ALL {
        let waits = matches!(spot, Spot::Examining | Spot::Configured);
        assert_eq!(says(&Situation { spot, ..start() }, "Tell me when it is done"), !waits, "{spot:?}");
    }
    let mut desk = User::new(Lang::En);
    desk.open_desk(None);
    desk.press(Press::ViewDesk { view: DeskView::Lane });
    assert!(desk.titles().contains(&"The bot does nothing".to_owned()));
}

#[test]
fn what_the_caller_reads_as_also_possible_is_said_too_and_is_not_to_come() {
    let refused = || Some(Err(Failure::Rejected(401, -2015)));
    let mut caller = User::new(Lang::En);
    caller.reach_step_4().wait(24 * 60 * 60).checking();
    caller.examined(Examination { permissions: refused(), order: None, ..good() });
    let situation = caller.wizard.situation();
    assert_eq!(situation.cause, Some(Cause::KeyNotRecognised));
    let told = alternatives(&situation).join(" ");
    let also = caller.screen().blocks.into_iter().find_map(|block| match block {
        Block::Details { blocks, .. } => match blocks.first() {
            Some(Block::Points { items, .. }) => Some(items.iter().map(bare).collect::<Vec<_>>()),
            _ => None,
        },
        _ => None,
    });
    let also = also.expect("other causes are likely, too");
    assert!(also.len() > 3, "{also:?}");
    for line in also {
        assert!(told.contains(&line), "{line} in {told}");
    }
    for cause in Cause::ALL {
        let situation = Situation { cause: Some(cause), spot: Spot::Judged, ..start() };
        let blocks = desk(&situation).screen().blocks;
        let likely = blocks.iter().find_map(|block| match block {
            Block::Points { items, .. } => Some(items.iter().map(bare).collect::<Vec<_>>()),
            _ => None,
        });
        for line in likely.unwrap_or_default() {
            let name = line.split(" – ").next().unwrap().to_owned() + ".";
            let told = [said(&situation), alternatives(&situation)].concat();
            assert!(!told.contains(&name), "{cause}: {name} is said already");
            assert_ne!(name.trim_end_matches('.'), cause.spoken(ENGLISH));
        }
    }
}

#[test]
fn wrong_boxes_are_said_one_by_one_and_saved_once() {
    let findings = [
        Finding::Off(Permission::SpotAndMarginTrading),
        Finding::On(Permission::Margin),
        Finding::On(Permission::UniversalTransfer),
        Finding::UnknownOn,
        Finding::IpRestricted,
    ];
    let situation = Situation {
        spot: Spot::Judged,
        cause: Some(Cause::TooManyBoxes),
        findings: findings.into_iter().collect(),
        ..start()
    };
    let said = said(&situation);
    let at = |words: &str| {
        let places: Vec<_> =
            (0..).zip(&said).filter(|(_, one)| one.contains(words)).map(|(at, _)| at).collect();
        assert_eq!(places.len(), 1, "{words} once in {said:#?}");
        places[0]
    };
    let edit = at("click Edit restrictions.");
    let save = at("Click Save.");
    for words in [
        "Tick Enable Spot & Margin Trading",
        "Untick “Enable Margin Loan, Repay & Transfer”",
        "Untick “Permits Universal Transfer”",
        "Untick every box other than Enable Reading and Enable Spot & Margin Trading",
        "Select Unrestricted (Less Secure)",
    ] {
        assert!((edit..save).contains(&at(words)), "{words}");
    }
    assert!(at("enter the verification code") > save && at("“Check now”") > save);
    assert!(at("Is the box of step 1 unticked?") < edit, "or Binance deletes the key");
    let whitelist =
        Situation { cause: Some(Cause::SymbolWhitelist), findings: Default::default(), ..situation };
    assert!(says(&whitelist, "Untick “Enable Symbol Whitelist”"));
    let other_key = Situation { cause: Some(Cause::MainAccount), ..situation };
    assert!(!says(&other_key, "Untick"), "another key is needed, so its boxes come after");
}

#[test]
fn a_fault_of_the_keyring_is_said_with_the_buttons_that_are_there() {
    for fault in VaultFault::ALL {
        let mut caller = User::new(Lang::En);
        caller.reach_step_4().checking().examined(good());
        let request = caller.store_request();
        caller.learn(Outcome::Stored(request, Err(fault)));
        let situation = caller.wizard.situation();
        let told = said(&situation).join(" ");
        assert!(told.contains(&bare(&fault.explain(ENGLISH).todo)), "{fault:?}");
        for button in ["vault-again", "vault-without"] {
            assert!(told.contains(&quoted(button)), "{fault:?}: {button} in {told}");
            assert!(read(&mut caller).contains(&ENGLISH.string(button)), "{fault:?}: {button}");
        }
        assert!(!told.contains(&quoted("step4-hand-over")), "{fault:?}: that button is dead");
        let home = Situation { spot: Spot::Home, ..situation };
        assert!(
            says(&home, &bare(&fault.explain(ENGLISH).todo)) && says(&home, &quoted("home-replace")),
            "{fault:?}"
        );
        let shown = serde_json::to_string(&desk(&home).screen()).unwrap();
        let happened = bare(&fault.explain(ENGLISH).happened);
        assert!(shown.matches(&happened).count() > 1, "{fault:?} stands on the card that the caller sees");
    }
    let main_account = Situation { spot: Spot::Home, cause: Some(Cause::MainAccount), ..start() };
    assert!(says(&main_account, &quoted("home-replace")) && !says(&main_account, &quoted("home-check")));
    let not_kept = Situation { spot: Spot::Home, keyring: KeyringState::Declined, ..start() };
    assert!(!says(&not_kept, &quoted("home-check")) && says(&not_kept, "cannot be checked from here"));
    let practice = Situation {
        spot: Spot::Accepted,
        practice: true,
        keyring: KeyringState::Fault(VaultFault::Locked),
        ..start()
    };
    assert!(says(&practice, &quoted("vault-without")) && !says(&practice, &quoted("vault-again")));
}

#[test]
fn what_was_pasted_instead_of_a_value_is_said_and_nothing_of_it() {
    let mut caller = User::new(Lang::En);
    caller.reach_step_4().paste(Part::ApiKey, API_KEY).paste(Part::SecretKey, "****");
    let situation = caller.wizard.situation();
    let masked = ToldProblem::of(PasteProblem::Masked);
    assert_eq!(situation.fields, Fields::OneRefused(Part::ApiKey, masked));
    let read = situation.code().situation().unwrap();
    assert_eq!(read, situation);
    assert!(says(&read, "Look at the field “Secret Key”.") && says(&read, "Use the copy button"));
    assert!(card(&desk(&read)).contains("Secret Key: These are stars or dots"));
    caller.paste(Part::SecretKey, &SECRET_KEY[..7]);
    let shortened = caller.wizard.situation();
    assert_eq!(
        shortened.fields,
        Fields::OneRefused(Part::ApiKey, ToldProblem::of(PasteProblem::TooShort(0)))
    );
    caller.paste(Part::SecretKey, &SECRET_KEY[..9]);
    assert_eq!(caller.wizard.situation().code(), shortened.code(), "how much was pasted is not told");
    caller.paste(Part::SecretKey, SECRET_KEY);
    assert_eq!(caller.wizard.situation().fields, Fields::Both);
    caller.press(Press::Clear { part: Part::ApiKey });
    assert_eq!(caller.wizard.situation().fields, Fields::One(Part::SecretKey));
    assert!(says(&caller.wizard.situation(), "Paste the API key first."));
    for fields in Fields::all() {
        for lang in Lang::ALL {
            let situation = Situation { spot: Spot::Entering, fields, language: lang, ..start() };
            let mut desk = User::new(lang);
            desk.open_desk(Some(&situation.code().to_string()));
            let shown = serde_json::to_string(&desk.screen()).unwrap();
            let words = Words { lang, binance: Lang::En };
            if let Some((_, problem)) = fields.refused() {
                let wrong = bare(&problem.text(words));
                assert!(!wrong.contains('0'), "{wrong}: how many is not known");
                let wrong = serde_json::to_string(&wrong).unwrap();
                let wrong = wrong.trim_matches('"').trim_end_matches('.');
                assert!(
                    shown.matches(wrong).count() > 2,
                    "{fields:?}: said, on the card, and drawn: {wrong}"
                );
            }
        }
    }
}

#[test]
fn the_form_is_filled_in_for_this_bot_on_the_right_site() {
    let situation = Situation { spot: Spot::HandOver, bot: Bot::Ether, ..start() };
    for words in ["begins with smartradex.fr", "each value of BOT ETH Spot", "“Sauvegarder” (Save)"] {
        assert!(says(&situation, words), "{words}");
    }
}

#[test]
fn the_words_to_say_come_first_and_what_the_code_says_last() {
    let situation = Situation { spot: Spot::Judged, cause: Some(Cause::TradingOff), ..start() };
    let blocks = desk(&situation).screen().blocks;
    let place = |found: &dyn Fn(&Block) -> bool| blocks.iter().position(found).expect("it is shown");
    let details = |title: &'static str| move |block: &Block| matches!(block, Block::Details { summary, .. } if bare(summary) == title);
    let heading = |title: &'static str| move |block: &Block| matches!(block, Block::Heading { text } if bare(text) == title);
    let order = [
        place(&|block| matches!(block, Block::Cards { .. })),
        place(&heading("Say now")),
        place(&heading("If it goes wrong next (not to be read out)")),
        place(&details("“I don’t see this”")),
        place(&details("What the caller sees")),
        place(&details("What the code says")),
    ];
    assert!(order.is_sorted(), "{order:?}");
    assert!(matches!(&blocks[order[5]], Block::Details { open: false, .. }));
    let red = |desk: &User| desk.screen().blocks.iter().any(|block| matches!(block, Block::Note { .. }));
    let mut without = User::new(Lang::En);
    without.open_desk(None);
    assert!(red(&without) && !red(&desk(&situation)), "until a code is read");
}

#[test]
fn the_callers_answers_stand_beside_the_agents() {
    let french = Words { lang: Lang::Fr, binance: Lang::Fr };
    let caller = Situation { language: Lang::Fr, spot: Spot::Restrictions, ..start() };
    let shown = serde_json::to_string(&desk(&caller).screen()).unwrap();
    assert!(shown.contains(&french.string("help-step3-grey")));
    assert!(shown.contains(&ENGLISH.string("help-step3-grey")));
    let same = Situation { spot: Spot::Restrictions, ..start() };
    assert!(!serde_json::to_string(&desk(&same).screen()).unwrap().contains("\"foreign\""));
}
