use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::*;
use crate::cause::Cause;
use crate::domain::{Bot, Part};
use crate::effect::VaultFault;
use crate::lang::Lang;
use crate::paste::PasteProblem;
use crate::support::format::LANGUAGES;
use crate::support::{
    ClockClass, Fields, Finding, Findings, KeyringState, Release, Spot, SystemFamily, Ticks, ToldOverlay,
    ToldProblem,
};

fn situation() -> impl Strategy<Value = Situation> {
    let lang = || prop::sample::select(LANGUAGES.to_vec());
    let keyring = prop_oneof![
        Just(KeyringState::NotAsked),
        Just(KeyringState::Kept),
        Just(KeyringState::Declined),
        prop::sample::select(VaultFault::ALL.to_vec()).prop_map(KeyringState::Fault),
    ];
    let user = (
        prop::sample::select(vec![Release::of("0.1.0"), Release::of("none"), Release(63)]),
        lang(),
        lang(),
        prop::sample::select(Bot::ALL.to_vec()),
        any::<bool>(),
        prop::sample::select(Spot::ALL.to_vec()),
        prop::option::of(prop::sample::select(ToldOverlay::ALL.to_vec())),
    );
    let found = (
        prop::collection::vec(1..=7_u8, 0..8),
        prop::sample::select(Fields::all()),
        prop::option::of(prop::sample::select(Cause::ALL.to_vec())),
        prop::collection::vec(prop::sample::select(Finding::ALL.to_vec()), 0..13),
        prop::sample::select(SystemFamily::ALL.to_vec()),
        keyring,
        prop::sample::select(ClockClass::ALL.to_vec()),
    );
    (user, found).prop_map(|(user, found)| {
        let (release, language, binance, bot, practice, spot, overlay) = user;
        let (ticks, fields, cause, findings, system, keyring, clock) = found;
        let findings = findings.into_iter().collect::<Findings>();
        let (ticks, fields) = if spot == Spot::Entering {
            (Ticks::default(), fields)
        } else {
            (ticks.into_iter().collect(), Fields::default())
        };
        Situation {
            release,
            language,
            binance,
            bot,
            practice,
            spot,
            overlay,
            ticks,
            fields,
            cause,
            findings,
            system,
            keyring,
            clock,
        }
    })
}

/// How many codes to try: `CODES`, 10 000 by default, a million when there is time. The runner tries a tenth of that, as proptest is slower.
fn runner() -> (u32, TestRunner) {
    let codes = std::env::var("CODES").ok().and_then(|codes| codes.parse().ok()).unwrap_or(10_000);
    let config = Config {
        cases: codes / 10,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..Config::default()
    };
    (codes, TestRunner::new(config))
}

#[test]
fn a_situation_goes_into_a_code_and_comes_out_of_it() {
    let (_, mut runner) = runner();
    runner
        .run(&situation(), |situation| {
            let code = situation.code();
            prop_assert_eq!(code.situation(), Ok(situation));
            prop_assert_eq!(Code::parse(&code.to_string()), Ok(code));
            let spoken =
                code.to_string().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(Code::parse(&spoken), Ok(code));
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_wrong_character_and_every_swap_of_two_is_caught() {
    // The check is linear: the effect of a change on the sum depends only on the place and on the difference.
    let zero = [0; CHARS];
    for place in 0..CHARS {
        for difference in 1..32 {
            let mut changed = zero;
            changed[place] = difference;
            assert_ne!(check(&changed), 0, "difference {difference} at {place}");
            for other in (0..CHARS).filter(|other| *other != place) {
                let mut swapped = zero;
                (swapped[place], swapped[other]) = (difference, difference);
                assert_ne!(check(&swapped), 0, "{place} and {other} swapped, difference {difference}");
            }
        }
    }
    let (one, other) = ([3; CHARS], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31]);
    let sum: [u8; CHARS] = std::array::from_fn(|place| one[place] ^ other[place]);
    assert_eq!(check(&one) ^ check(&other), check(&sum), "the check is linear");
}

/// The same without algebra: whole codes, every place, every character, every pair of neighbours.
#[test]
fn no_mistyped_code_is_accepted() {
    let (cases, _) = runner();
    let mut chance = Chance(1);
    for _ in 0..cases / 500 {
        let code = Code::of_number(chance.below(1 << 55));
        assert_eq!(check(&code.0), 0);
        for place in 0..CHARS {
            for value in (0..32).filter(|value| *value != code.0[place]) {
                let mut wrong = code.0;
                wrong[place] = value;
                let typed: String = wrong.map(character).iter().collect();
                let Err(Misread::Doubtful { suggestions, .. }) = Code::parse(&typed) else {
                    panic!("{typed} is not {code}");
                };
                let readable = code.situation().is_ok();
                let named =
                    suggestions.iter().any(|one| one.code == code && usize::from(one.place) == place + 1);
                assert_eq!(named, readable, "{typed}: what was meant is among the suggestions");
            }
            if place + 1 < CHARS && code.0[place] != code.0[place + 1] {
                let mut wrong = code.0;
                wrong.swap(place, place + 1);
                let typed: String = wrong.map(character).iter().collect();
                assert!(
                    matches!(Code::parse(&typed), Err(Misread::Doubtful { .. })),
                    "{typed} is not {code}"
                );
            }
        }
    }
}

#[test]
fn random_and_mutated_codes_never_panic_and_mean_one_thing() {
    const TYPED: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZoilu -?";
    let (cases, _) = runner();
    let mut chance = Chance(7);
    for _ in 0..cases {
        let code = Code::of_number(chance.below(1 << 55));
        let mut typed: Vec<u8> = code.to_string().into_bytes();
        for _ in 0..chance.below(4) {
            let place = chance.below(typed.len() as u64) as usize;
            let sign = TYPED[chance.below(TYPED.len() as u64) as usize];
            match chance.below(4) {
                0 => typed.insert(place, sign),
                1 => _ = typed.remove(place),
                _ => typed[place] = sign,
            }
        }
        match Code::parse(std::str::from_utf8(&typed).unwrap()) {
            Ok(code) => {
                if let Ok(situation) = code.situation() {
                    assert_eq!(situation.code(), code, "one situation, one code");
                }
            }
            Err(Misread::Length(count)) => assert_ne!(count, CHARS),
            Err(Misread::Doubtful { suggestions, .. }) => {
                for suggestion in suggestions {
                    assert!(suggestion.code.situation().is_ok());
                    assert_eq!(check(&suggestion.code.0), 0);
                }
            }
        }
    }
}

#[test]
fn any_text_at_all_is_read_without_panic() {
    let (_, mut runner) = runner();
    runner
        .run(&"\\PC{0,80}", |typed| {
            prop_assert!(!matches!(Code::parse(&typed), Err(Misread::Length(CHARS))));
            Ok(())
        })
        .unwrap();
}

/// Random numbers that are the same in every run, from a very small generator (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

#[test]
fn a_character_that_no_code_has_is_named_and_put_right() {
    let code = example().code();
    let mut signs = code.characters();
    signs[5] = 'U';
    let Err(Misread::Doubtful { foreign, suggestions }) = Code::parse(&signs.iter().collect::<String>())
    else {
        panic!("U is in no code");
    };
    assert_eq!(foreign, [6]);
    assert_eq!(suggestions.iter().map(|one| one.code).collect::<Vec<_>>(), [code]);
    assert_eq!(Code::parse("1234"), Err(Misread::Length(4)));
}

#[test]
fn a_code_of_a_later_format_says_so() {
    for format in 2..16 {
        let code = Code::of_number(format << NUMBER_BITS);
        assert_eq!(Code::parse(&code.to_string()), Ok(code));
        assert_eq!(code.situation(), Err(Unreadable::Later));
    }
    assert_eq!(Code::of_number(0).situation(), Err(Unreadable::Meaningless));
    let largest = Code::of_number(FORMAT << NUMBER_BITS | ((1 << NUMBER_BITS) - 1));
    assert_eq!(largest.situation(), Err(Unreadable::Meaningless));
}

/// Users of released versions have read these to support, so each must be readable for ever. New ones are added, none is changed.
#[test]
fn codes_of_earlier_versions_are_still_read() {
    assert_eq!(example().code().to_string(), EXAMPLE);
    assert_eq!(Code::parse(EXAMPLE).unwrap().situation(), Ok(example()));
    assert_eq!(with_fields().code().to_string(), WITH_FIELDS);
    assert_eq!(Code::parse(WITH_FIELDS).unwrap().situation(), Ok(with_fields()));
}

const EXAMPLE: &str = "21AV-VV7G-DR6P";
const WITH_FIELDS: &str = "21AH-RBZG-DR6M";

fn example() -> Situation {
    Situation {
        release: Release::of("0.1.0"),
        language: Lang::Fr,
        binance: Lang::En,
        bot: Bot::Ether,
        practice: false,
        spot: Spot::Judged,
        overlay: Some(ToldOverlay::NotSeen),
        ticks: [1, 2, 7].into_iter().collect(),
        fields: Fields::default(),
        cause: Some(Cause::TooManyBoxes),
        findings: [
            Finding::Off(smartradex_binance::Permission::Reading),
            Finding::On(smartradex_binance::Permission::Margin),
        ]
        .into_iter()
        .collect(),
        system: SystemFamily::Windows,
        keyring: KeyringState::Fault(VaultFault::Locked),
        clock: ClockClass::AheadHours,
    }
}

/// With the last thing that the two fields can be reported to hold.
fn with_fields() -> Situation {
    let told = ToldProblem::of(PasteProblem::ClipboardUnavailable);
    Situation {
        spot: Spot::Entering,
        ticks: Ticks::default(),
        fields: Fields::Refused(Part::SecretKey, told),
        ..example()
    }
}
