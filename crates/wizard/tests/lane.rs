//! The desk without a code: every problem on one page, in both languages, found by the words that callers use.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_wizard::{DeskView, Input, Lang, Press, Words};
use user::User;

const ENGLISH: Words = Words { lang: Lang::En, binance: Lang::En };

#[test]
fn every_sentence_has_the_callers_beside_it_as_a_quotation() {
    let mut agent = User::new(Lang::En);
    agent.open_desk(None);
    agent.press(Press::ViewDesk { view: DeskView::Lane });
    let lane = serde_json::to_string(&agent.screen()).unwrap();
    let french = Words { lang: Lang::Fr, binance: Lang::Fr };
    for id in ["help-step3-grey", "help-grey", "step1-scroll", "support-call-1", "desk-idle-funds"] {
        assert!(lane.contains(&french.string(id)) && lane.contains(&ENGLISH.string(id)), "{id}");
    }
    assert!(lane.contains("{\"type\":\"foreign\",\"text\":\"«"), "as a quotation in its language");
}

#[test]
fn problems_are_found_by_the_words_of_callers() {
    let mut desk = User::new(Lang::En);
    desk.open_desk(None);
    desk.press(Press::ViewDesk { view: DeskView::Lane });
    let mut found = |search: &str| {
        desk.type_in(Input::Search, search);
        desk.titles()
    };
    for (search, title) in [
        ("horloge", "Time refused"),
        ("VPN", "Country not served"),
        ("antivirus", "Connection refused"),
        ("wifi", "No network"),
        ("hotel", "Login page of the network"),
        ("étoiles", "These are stars or dots that hide the value."),
        ("arnaque", "Suspicious call"),
        ("scam", "Suspicious call"),
        ("trousseau verrouille", "The keyring is locked."),
        ("abonnement", "The bot does nothing"),
        ("retraits", "Too many boxes ticked"),
        ("futures", "Too many boxes ticked"),
        ("recommencer", "The caller wants to begin again"),
    ] {
        let titles = found(search);
        assert!(titles.iter().any(|one| one == title), "{search} finds {title}, not {titles:?}");
    }
    for (search, label) in [
        ("grise", "I am not sure that I did step"),
        ("onglet", "but not the tab “API Management”"),
        ("ni anglais", "My page is neither in French nor in English"),
        ("e-mail refusé", "From an e-mail"),
    ] {
        let titles = found(search);
        assert!(titles.iter().any(|one| one.contains(label)), "{search} finds {label}, not {titles:?}");
    }
    let of_addresses = found("ip");
    assert!(of_addresses.len() < 10, "not every word with these letters: {of_addresses:?}");
    assert_eq!(found("captive-portal")[0], "Login page of the network", "names come first");
}
