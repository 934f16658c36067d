//! The first format of the support code: a situation as a number below 2^51.
//!
//! The number is written in mixed radix, the most significant digit first. Where more values may come, the radix is a little larger than needed:
//!
//! | digit | radix | used |
//! |---|---|---|
//! | release | 64 | 0: never released, then the list of releases |
//! | language, language of Binance, bot, practice | 2 each | 2 |
//! | screen of the journey | 12 | 11 |
//! | screen in front | 10 | none, or one of 8 |
//! | ticks of the step | 2^7 | one bit per instruction; where the two fields are, one of 84 for what they hold |
//! | cause | 40 | none, or one of 35 |
//! | findings | 2^13 | one bit per finding |
//! | system | 4 | 4 |
//! | keyring | 13 | 13 |
//! | clock | 8 | 8 |
//!
//! None of this may change: a code read aloud yesterday must mean the same today. What does not fit calls for a second format.

use super::fields::Fields;
use super::situation::{
    ClockClass, Findings, KeyringState, Release, Situation, Spot, SystemFamily, Ticks, ToldOverlay,
};
use crate::cause::Cause;
use crate::domain::Bot;
use crate::effect::VaultFault;
use crate::lang::Lang;

const DIGITS: usize = 13;

const RADICES: [u64; DIGITS] =
    [Release::COUNT, 2, 2, 2, 2, 12, 10, Ticks::COUNT, 40, Findings::COUNT, 4, 13, 8];

/// The languages that the code has room for, in the code's order. A language added later is reported as one of these.
pub(super) const LANGUAGES: [Lang; 2] = [Lang::Fr, Lang::En];

/// The order of the causes in the code. `Cause::ALL` is in the order of the screens, which may change.
const CAUSES: [Cause; 35] = [
    Cause::NoNetwork,
    Cause::Dns,
    Cause::Refused,
    Cause::TimeOut,
    Cause::Stalled,
    Cause::Proxy,
    Cause::Tls,
    Cause::NoAuthorities,
    Cause::CaptivePortal,
    Cause::NotBinance,
    Cause::Firewall,
    Cause::Country,
    Cause::TooManyRequests,
    Cause::Banned,
    Cause::Maintenance,
    Cause::BinanceFault,
    Cause::Clock,
    Cause::KeyNotRecognised,
    Cause::Swapped,
    Cause::WrongSecret,
    Cause::KeyFormat,
    Cause::OtherSite,
    Cause::SelfGenerated,
    Cause::NotActiveYet,
    Cause::MainAccount,
    Cause::OtherBot,
    Cause::IpRestricted,
    Cause::ReadingOff,
    Cause::TradingOff,
    Cause::TooManyBoxes,
    Cause::UnknownPermission,
    Cause::SymbolWhitelist,
    Cause::UnclearPermissions,
    Cause::ProgramFault,
    Cause::SecurityControls,
];

const KEYRING: [KeyringState; 13] = [
    KeyringState::NotAsked,
    KeyringState::Kept,
    KeyringState::Declined,
    KeyringState::Fault(VaultFault::NoService),
    KeyringState::Fault(VaultFault::NoCollection),
    KeyringState::Fault(VaultFault::Locked),
    KeyringState::Fault(VaultFault::NoAnswer),
    KeyringState::Fault(VaultFault::TooLong),
    KeyringState::Fault(VaultFault::ReadBackDiffers),
    KeyringState::Fault(VaultFault::Gone),
    KeyringState::Fault(VaultFault::Failed),
    KeyringState::Fault(VaultFault::Dismissed),
    KeyringState::Fault(VaultFault::ReadOnly),
];

/// The number for a situation.
pub(super) fn write(situation: &Situation) -> u64 {
    let digits: [u64; DIGITS] = [
        situation.release.0.into(),
        place(&LANGUAGES, situation.language),
        place(&LANGUAGES, situation.binance),
        place(&Bot::ALL, situation.bot),
        situation.practice.into(),
        place(&Spot::ALL, situation.spot),
        situation.overlay.map_or(0, |overlay| place(&ToldOverlay::ALL, overlay) + 1),
        if situation.spot == Spot::Entering {
            // There is nothing to tick off there, so the digit tells what the fields hold.
            place(&Fields::all(), situation.fields)
        } else {
            situation.ticks.0.into()
        },
        situation.cause.map_or(0, |cause| place(&CAUSES, cause) + 1),
        situation.findings.0.into(),
        place(&SystemFamily::ALL, situation.system),
        place(&KEYRING, situation.keyring),
        place(&ClockClass::ALL, situation.clock),
    ];
    digits.into_iter().zip(RADICES).fold(0, |number, (digit, radix)| number * radix + digit)
}

/// The situation for a number; `None` if there is no such situation.
pub(super) fn read(mut number: u64) -> Option<Situation> {
    let mut digits = [0; DIGITS];
    for (digit, radix) in digits.iter_mut().zip(RADICES).rev() {
        *digit = number % radix;
        number /= radix;
    }
    let [
        release,
        language,
        binance,
        bot,
        practice,
        spot,
        overlay,
        ticks,
        cause,
        findings,
        system,
        keyring,
        clock,
    ] = digits;
    let spot = at(&Spot::ALL, spot)?;
    let (ticks, fields) = if spot == Spot::Entering {
        (Ticks::default(), at(&Fields::all(), ticks)?)
    } else {
        (Ticks(u8::try_from(ticks).ok()?), Fields::default())
    };
    let situation = Situation {
        release: Release(u8::try_from(release).ok()?),
        language: at(&LANGUAGES, language)?,
        binance: at(&LANGUAGES, binance)?,
        bot: at(&Bot::ALL, bot)?,
        practice: practice == 1,
        spot,
        overlay: if overlay == 0 { None } else { Some(at(&ToldOverlay::ALL, overlay - 1)?) },
        ticks,
        fields,
        cause: if cause == 0 { None } else { Some(at(&CAUSES, cause - 1)?) },
        findings: Findings(u16::try_from(findings).ok()?),
        system: at(&SystemFamily::ALL, system)?,
        keyring: at(&KEYRING, keyring)?,
        clock: at(&ClockClass::ALL, clock)?,
    };
    // If something is left over, the number is larger than that of any situation.
    (number == 0).then_some(situation)
}

fn place<Thing: PartialEq + Copy>(list: &[Thing], wanted: Thing) -> u64 {
    let place = list.iter().position(|thing| *thing == wanted);
    debug_assert!(place.is_some());
    place.map_or(0, |place| place as u64)
}

fn at<Thing: Copy>(list: &[Thing], place: u64) -> Option<Thing> {
    usize::try_from(place).ok().and_then(|place| list.get(place)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_fit() {
        assert!(RADICES.iter().product::<u64>() < 1 << 51);
        assert!(LANGUAGES.len() as u64 <= RADICES[1].min(RADICES[2]));
        assert!(Spot::ALL.len() as u64 <= RADICES[5]);
        assert!((ToldOverlay::ALL.len() as u64) < RADICES[6]);
        assert!(Fields::all().len() as u64 <= RADICES[7]);
        assert!((CAUSES.len() as u64) < RADICES[8]);
        assert!(KEYRING.len() as u64 <= RADICES[11]);
        for step in crate::Step::ALL {
            assert!(1 << crate::step::instructions(step).len() <= RADICES[7]);
        }
    }

    #[test]
    fn every_cause_and_every_fault_has_a_digit() {
        for cause in Cause::ALL {
            assert!(CAUSES.contains(&cause), "{cause}");
        }
        for fault in VaultFault::ALL {
            assert!(KEYRING.contains(&KeyringState::Fault(fault)), "{fault:?}");
        }
    }
}
