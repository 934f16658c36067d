use std::collections::BTreeSet;

use super::*;
use crate::lang::Lang;

const FAILURES: [Failure; 20] = [
    Failure::NoNetwork,
    Failure::Dns,
    Failure::Refused,
    Failure::ConnectTimeout,
    Failure::Stalled,
    Failure::Proxy,
    Failure::TlsUntrusted,
    Failure::NoAuthorities,
    Failure::WebPage(302),
    Failure::Firewall,
    Failure::Country,
    Failure::TooManyRequests(None),
    Failure::TooManyRequests(Some(7)),
    Failure::Banned(Some(60)),
    Failure::Maintenance,
    Failure::BinanceFault(503, 0),
    Failure::Rejected(400, -1102),
    Failure::NotBinance(200),
    Failure::NotBinance(0),
    Failure::Cancelled,
];

fn words(lang: Lang) -> Words {
    Words { lang, binance: lang }
}

fn well() -> Checkup {
    Checkup {
        way: Diagnosis {
            proxy: None,
            dns: Fact::Works,
            tcp: Fact::Works,
            tls: Fact::Works,
            http: Fact::Works,
            clock: Some(Clock { offset_ms: 120 }),
        },
        keyring: Ok(()),
        engine: Engine::Version("2.48.1".to_owned()),
        browser: Browser::Opens("firefox-esr".to_owned()),
        display: Display::X11,
        system: "Debian GNU/Linux 12 (bookworm)".to_owned(),
        version: "1.2.3".to_owned(),
    }
}

/// A way that fails at this part, in the order of the lines, with this failure.
fn failing(part: usize, failure: &Failure) -> Checkup {
    let fact = |place: usize| match place.cmp(&part) {
        std::cmp::Ordering::Less => Fact::Works,
        std::cmp::Ordering::Equal => Fact::Fails(failure.clone()),
        std::cmp::Ordering::Greater => Fact::NotTried,
    };
    let way = Diagnosis { proxy: None, dns: fact(0), tcp: fact(1), tls: fact(2), http: fact(3), clock: None };
    Checkup { way, ..well() }
}

fn line(checkup: &Checkup, id: &str, lang: Lang) -> (CheckState, String) {
    let lines = checkup.lines(words(lang));
    let line = lines.into_iter().find(|line| line.id == id).expect("every part has a line");
    (line.state, crate::bare(&line.text))
}

/// What must hold for the words, whatever was found.
fn assert_readable(checkup: &Checkup) {
    for lang in Lang::ALL {
        let lines = checkup.lines(words(lang));
        assert_eq!(lines.len(), 11);
        let ids: BTreeSet<_> = lines.iter().map(|line| line.id.as_str()).collect();
        assert_eq!(ids.len(), lines.len());
        let texts = lines.iter().map(|line| crate::bare(&line.text));
        let sentences =
            std::iter::once(crate::bare(&checkup.sentence(Target::Binance, words(lang)))).chain(texts);
        for text in sentences {
            assert!(text.len() > 5 && !text.contains("doctor-") && !text.contains('{'), "{text}");
        }
        for trouble in checkup.troubles() {
            for sentence in trouble.explain(words(lang)).sentences() {
                let sentence = crate::bare(&sentence);
                assert!(sentence.ends_with('.') && !sentence.contains("doctor-"), "{sentence}");
            }
        }
    }
}

#[test]
fn a_computer_on_which_all_is_well_says_so() {
    assert!(well().is_fine() && well().states().iter().all(|(_, state)| *state == CheckState::Ok));
    assert_readable(&well());
    assert_eq!(
        crate::bare(&well().sentence(Target::Binance, words(Lang::En))),
        words(Lang::En).string("doctor-fine")
    );
    assert_eq!(line(&well(), "system", Lang::En).1, "Debian GNU/Linux 12 (bookworm), SmartradeX Setup 1.2.3");
}

#[test]
fn each_failure_on_each_part_of_the_way_is_told_at_that_part() {
    let parts = ["dns", "tcp", "tls", "binance"];
    for failure in &FAILURES {
        for (place, id) in parts.into_iter().enumerate() {
            let checkup = failing(place, failure);
            assert_readable(&checkup);
            assert_eq!(checkup.troubles(), [Trouble::Way(of_way(failure))], "{failure:?}");
            for (other, part) in parts.into_iter().enumerate() {
                let state = match other.cmp(&place) {
                    std::cmp::Ordering::Less => CheckState::Ok,
                    std::cmp::Ordering::Equal => CheckState::Wrong,
                    std::cmp::Ordering::Greater => CheckState::Unknown,
                };
                assert_eq!(line(&checkup, part, Lang::Fr).0, state, "{failure:?} at {id}: {part}");
            }
            for lang in Lang::ALL {
                let name = of_way(failure).name_in_sentence(words(lang));
                assert!(line(&checkup, id, lang).1.contains(&name), "{failure:?} at {id} in {lang:?}");
            }
            assert_eq!(line(&checkup, "clock", Lang::En).0, CheckState::Unknown);
            assert_eq!(line(&checkup, "proxy", Lang::En).0 == CheckState::Wrong, *failure == Failure::Proxy);
        }
    }
}

#[test]
fn a_proxy_is_named_on_the_screen_and_not_in_the_report() {
    for (failure, state) in [(None, CheckState::Ok), (Some(Failure::Proxy), CheckState::Wrong)] {
        let mut checkup = failure.map_or_else(well, |failure| failing(1, &failure));
        checkup.way.proxy = Some("proxy.corp.example:3128".to_owned());
        let (found, text) = line(&checkup, "proxy", Lang::En);
        assert!(found == state && text.ends_with("proxy.corp.example:3128"), "{text}");
        let report = checkup.report(Target::Binance, words(Lang::En));
        assert!(!report.contains("corp") && report.contains("[name hidden]"), "{report}");
        assert_eq!(report.lines().count(), 12);
        checkup.way.proxy = Some("10.1.2.3:3128".to_owned());
        assert!(!checkup.report(Target::Binance, words(Lang::Fr)).contains("10.1"));
    }
}

#[test]
fn a_clock_is_told_from_two_seconds_and_is_trouble_from_five_minutes() {
    for (offset_ms, said, trouble) in [
        (0, "is right", false),
        (-1_999, "is right", false),
        (2_000, "2 seconds slow", false),
        (-90_000, "90 seconds fast", false),
        (300_000, "300 seconds slow", false),
        (300_001, "5 minutes slow", true),
        (-3_600_000, "one hour fast", true),
        (86_400_000 * 3, "3 days slow", true),
    ] {
        let mut checkup = well();
        checkup.way.clock = Some(Clock { offset_ms });
        assert_readable(&checkup);
        let (state, text) = line(&checkup, "clock", Lang::En);
        assert!(text.contains(said), "{offset_ms}: {text}");
        assert_eq!(state, if trouble { CheckState::Wrong } else { CheckState::Ok }, "{offset_ms}");
        assert_eq!(checkup.troubles(), if trouble { vec![Trouble::Clock(offset_ms)] } else { Vec::new() });
    }
}

#[test]
fn every_fault_of_the_keyring_is_told() {
    for fault in VaultFault::ALL {
        let checkup = Checkup { keyring: Err(fault), ..well() };
        assert_readable(&checkup);
        assert_eq!(line(&checkup, "keyring", Lang::En).0, CheckState::Wrong);
        assert_eq!(checkup.troubles(), [Trouble::Keyring(fault)]);
        assert_eq!(checkup.troubles()[0].name(), format!("keyring-{}", fault.name()));
        for lang in Lang::ALL {
            let sentence = crate::bare(&checkup.sentence(Target::Binance, words(lang)));
            assert!(
                sentence.contains(if lang == Lang::En { "One thing" } else { "Une chose" }),
                "{sentence}"
            );
        }
    }
}

#[test]
fn what_is_not_known_is_no_trouble_and_what_is_absent_is() {
    for (browser, display, engine, troubles) in [
        (Browser::Unknown, Display::Wayland, Engine::OutsideWindow, vec![]),
        (Browser::Unknown, Display::Native, Engine::Unknown, vec![]),
        (Browser::None, Display::X11, Engine::OutsideWindow, vec![Trouble::Browser]),
        (Browser::None, Display::None, Engine::Unknown, vec![Trouble::Browser, Trouble::Display]),
        // On the command line no window is asked for, so over SSH none is missing.
        (Browser::Unknown, Display::None, Engine::OutsideWindow, vec![]),
    ] {
        let checkup = Checkup { browser, display, engine, ..well() };
        assert_readable(&checkup);
        assert_eq!(checkup.troubles(), troubles);
        assert_eq!(checkup.is_fine(), troubles.is_empty());
        assert_eq!(
            line(&checkup, "display", Lang::En).0 == CheckState::Wrong,
            checkup.troubles().contains(&Trouble::Display)
        );
    }
}

#[test]
fn on_this_computer_neither_name_nor_certificate_is_needed() {
    let mut checkup = well();
    (checkup.way.dns, checkup.way.tls) = (Fact::NotNeeded, Fact::NotNeeded);
    assert!(checkup.is_fine());
    assert_readable(&checkup);
    assert_ne!(line(&checkup, "dns", Lang::En).1, line(&well(), "dns", Lang::En).1);
    assert_ne!(line(&checkup, "tls", Lang::En).1, line(&well(), "tls", Lang::En).1);
}

#[test]
fn while_it_looks_every_line_waits() {
    for lang in Lang::ALL {
        let lines = Checkup::waiting(words(lang));
        assert_eq!(lines.len(), 11);
        assert!(lines.iter().all(|line| line.state == CheckState::Waiting && !line.text.is_empty()));
    }
}
