//! Where a user stands, as far as support needs to know. Every type here is closed: none can hold a key, an account number, an e-mail
//! address, a network address or a name.

use smartradex_binance::Permission;

use super::fields::Fields;
use crate::cause::Cause;
use crate::domain::{Bot, Step};
use crate::effect::VaultFault;
use crate::lang::Lang;
use crate::verdict::Verdict;

/// All that a support code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// Version of the program.
    pub release: Release,
    /// Language of the program.
    pub language: Lang,
    /// Language of the user's Binance.
    pub binance: Lang,
    /// The bot being set up.
    pub bot: Bot,
    /// Whether this is a rehearsal.
    pub practice: bool,
    /// The screen of the journey.
    pub spot: Spot,
    /// What is shown in front of it.
    pub overlay: Option<ToldOverlay>,
    /// The instructions ticked off in the current step. Step 4 has none to tick off.
    pub ticks: Ticks,
    /// What the two fields of step 4 hold, while they are shown.
    pub fields: Fields,
    /// Why the last check did not accept the key; `None` if it did, or if there was no check.
    pub cause: Option<Cause>,
    /// What the last check found in the boxes.
    pub findings: Findings,
    /// The operating system.
    pub system: SystemFamily,
    /// How the keyring stands with the bot's key.
    pub keyring: KeyringState,
    /// How far off the computer's clock is.
    pub clock: ClockClass,
}

/// The released versions, in order. A version joins the list with its release and never leaves it.
const RELEASES: &[&str] = &["0.1.0"];

/// A version of the program, as a place in the list of releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release(pub(super) u8);

impl Release {
    /// How many can be told apart: one for versions that were never released, the others for releases.
    pub(super) const COUNT: u64 = 64;

    /// The release of this version.
    #[must_use]
    pub fn of(version: &str) -> Self {
        let place = RELEASES.iter().position(|release| *release == version);
        Self(place.map_or(0, |place| place as u8 + 1))
    }

    /// Its version. `None` if it was never released, or is later than this program.
    #[must_use]
    pub fn version(self) -> Option<&'static str> {
        usize::from(self.0).checked_sub(1).and_then(|place| RELEASES.get(place)).copied()
    }

    /// Whether it was released after this program.
    #[must_use]
    pub fn is_later(self) -> bool {
        usize::from(self.0) > RELEASES.len()
    }
}

/// A screen of the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// What the program does, and the choice of bots.
    Welcome,
    /// Step 1.
    SecurityControls,
    /// Step 2.
    CreateKey,
    /// Step 3.
    Restrictions,
    /// Step 4: the two fields.
    Entering,
    /// Step 4: Binance is being asked.
    Examining,
    /// Step 4: the key is not right, or could not be checked.
    Judged,
    /// Step 4: the key is right.
    Accepted,
    /// Copying the values to the SmartradeX form.
    HandOver,
    /// The bot is configured.
    Configured,
    /// The cards of the configured bots.
    Home,
}

impl Spot {
    /// All of them, in the order of the journey.
    pub const ALL: [Self; 11] = [
        Self::Welcome,
        Self::SecurityControls,
        Self::CreateKey,
        Self::Restrictions,
        Self::Entering,
        Self::Examining,
        Self::Judged,
        Self::Accepted,
        Self::HandOver,
        Self::Configured,
        Self::Home,
    ];

    /// The step of the tutorial that it belongs to.
    #[must_use]
    pub fn step(self) -> Option<Step> {
        match self {
            Self::SecurityControls => Some(Step::SecurityControls),
            Self::CreateKey => Some(Step::CreateKey),
            Self::Restrictions => Some(Step::Restrictions),
            Self::Entering | Self::Examining | Self::Judged | Self::Accepted | Self::HandOver => {
                Some(Step::PasteKeys)
            }
            Self::Welcome | Self::Configured | Self::Home => None,
        }
    }
}

/// A screen in front of the journey's screen. Those that show the code themselves are not reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToldOverlay {
    /// "I don't see this".
    NotSeen,
    /// "I did not expect this call".
    UnexpectedCall,
    /// The problems that can be practised.
    Problems,
    /// The question whether to forget everything.
    Forget,
    /// About the program.
    About,
    /// The question whether to remove a bot's key.
    Removal,
    /// The support desk.
    Desk,
    /// The doctor.
    Doctor,
}

impl ToldOverlay {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::NotSeen,
        Self::UnexpectedCall,
        Self::Problems,
        Self::Forget,
        Self::About,
        Self::Removal,
        Self::Desk,
        Self::Doctor,
    ];
}

/// The instructions ticked off, numbered from 1 to 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticks(pub(super) u8);

impl Ticks {
    /// How many sets of seven there are.
    pub(super) const COUNT: u64 = 1 << Self::MOST;
    const MOST: u8 = 7;

    /// Whether this instruction is ticked off.
    #[must_use]
    pub fn has(self, instruction: u8) -> bool {
        (1..=Self::MOST).contains(&instruction) && self.0 & (1 << (instruction - 1)) != 0
    }
}

impl FromIterator<u8> for Ticks {
    fn from_iter<Numbers: IntoIterator<Item = u8>>(numbers: Numbers) -> Self {
        let known = numbers.into_iter().filter(|number| (1..=Self::MOST).contains(number));
        Self(known.fold(0, |ticks, number| ticks | (1 << (number - 1))))
    }
}

/// What a check found in the boxes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// A box that must be on is off.
    Off(Permission),
    /// A box that must be off is on.
    On(Permission),
    /// A permission that nobody knows yet is on.
    UnknownOn,
    /// Only trusted IP addresses may use the key.
    IpRestricted,
    /// Binance does not clearly say how a box stands.
    Unclear,
}

impl Finding {
    /// All that can be found. The code's first format depends on the order, which never changes.
    pub const ALL: [Self; 13] = [
        Self::Off(Permission::Reading),
        Self::Off(Permission::SpotAndMarginTrading),
        Self::On(Permission::Withdrawals),
        Self::On(Permission::InternalTransfer),
        Self::On(Permission::UniversalTransfer),
        Self::On(Permission::Margin),
        Self::On(Permission::Futures),
        Self::On(Permission::VanillaOptions),
        Self::On(Permission::PortfolioMarginTrading),
        Self::On(Permission::FixApiTrade),
        Self::UnknownOn,
        Self::IpRestricted,
        Self::Unclear,
    ];
}

/// A set of [`Finding`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Findings(pub(super) u16);

impl Findings {
    /// How many sets of thirteen there are.
    pub(super) const COUNT: u64 = 1 << Finding::ALL.len();

    /// What a verdict found.
    #[must_use]
    pub fn of(verdict: &Verdict) -> Self {
        let off = verdict.boxes_missing.iter().map(|permission| Finding::Off(*permission));
        let on = verdict.boxes_wrong.iter().map(|permission| Finding::On(*permission));
        let unclear = !verdict.boxes_unclear.is_empty()
            || verdict.permissions.is_some() && verdict.ip_restricted.is_none();
        let others = [
            (!verdict.unknown_permissions.is_empty(), Finding::UnknownOn),
            (verdict.ip_restricted == Some(true), Finding::IpRestricted),
            (unclear, Finding::Unclear),
        ];
        let others = others.into_iter().filter_map(|(found, finding)| found.then_some(finding));
        off.chain(on).chain(others).collect()
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Finding> {
        Finding::ALL
            .into_iter()
            .enumerate()
            .filter_map(move |(place, finding)| (self.0 & (1 << place) != 0).then_some(finding))
    }

    /// Whether this is among them.
    #[must_use]
    pub fn has(self, finding: Finding) -> bool {
        self.iter().any(|found| found == finding)
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<Found: IntoIterator<Item = Finding>>(found: Found) -> Self {
        let places = found.into_iter().filter_map(|one| Finding::ALL.iter().position(|known| *known == one));
        Self(places.fold(0, |set, place| set | (1 << place)))
    }
}

/// An operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemFamily {
    /// Any other.
    Other,
    /// Linux.
    Linux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl SystemFamily {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Other, Self::Linux, Self::MacOs, Self::Windows];

    /// The family of this system name, as the shell gives it.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let name = name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&["windows"]) {
            Self::Windows
        } else if says(&["macos", "mac os", "darwin"]) {
            Self::MacOs
        } else if says(&["linux", "ubuntu", "debian", "fedora", "suse", "arch", "mint"]) {
            Self::Linux
        } else {
            Self::Other
        }
    }
}

/// How the keyring stands with the bot's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringState {
    /// It has not been asked for anything yet.
    NotAsked,
    /// It keeps the key.
    Kept,
    /// The user went on without keeping the key.
    Declined,
    /// It could not do what was asked.
    Fault(VaultFault),
}

/// How far a computer's clock differs from Binance's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockClass {
    /// Binance's time is not known.
    Unknown,
    /// Near enough that the user is not told.
    Right,
    /// The computer is behind, by less than an hour.
    BehindMinutes,
    /// Behind by less than a day.
    BehindHours,
    /// Behind by days.
    BehindDays,
    /// The computer is ahead, by less than an hour.
    AheadMinutes,
    /// Ahead by less than a day.
    AheadHours,
    /// Ahead by days.
    AheadDays,
}

impl ClockClass {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Unknown,
        Self::Right,
        Self::BehindMinutes,
        Self::BehindHours,
        Self::BehindDays,
        Self::AheadMinutes,
        Self::AheadHours,
        Self::AheadDays,
    ];

    /// The class of an offset that is worth telling: Binance's time minus this computer's, in milliseconds.
    #[must_use]
    pub fn of(offset_ms: i64) -> Self {
        const HOUR_MS: u64 = 60 * 60 * 1000;
        const DAY_MS: u64 = 24 * HOUR_MS;
        match (offset_ms > 0, offset_ms.unsigned_abs()) {
            (true, 0..HOUR_MS) => Self::BehindMinutes,
            (true, HOUR_MS..DAY_MS) => Self::BehindHours,
            (true, _) => Self::BehindDays,
            (false, 0..HOUR_MS) => Self::AheadMinutes,
            (false, HOUR_MS..DAY_MS) => Self::AheadHours,
            (false, _) => Self::AheadDays,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_this_program_is_the_last_of_the_releases() {
        assert_eq!(RELEASES.last(), Some(&env!("CARGO_PKG_VERSION")), "a new version joins the list");
        assert!((RELEASES.len() as u64) < Release::COUNT);
        let last = Release::of(env!("CARGO_PKG_VERSION"));
        assert_eq!((last.version(), last.is_later()), (Some(env!("CARGO_PKG_VERSION")), false));
        assert!(Release(last.0 + 1).is_later());
        assert_eq!(Release::of("0.0.0-dev").version(), None);
    }

    #[test]
    fn the_clock_is_told_by_its_largest_unit() {
        let minutes = |count: i64| ClockClass::of(count * 60_000);
        assert_eq!(
            [minutes(6), minutes(90), minutes(3000)],
            [ClockClass::BehindMinutes, ClockClass::BehindHours, ClockClass::BehindDays]
        );
        assert_eq!(
            [minutes(-6), minutes(-90), minutes(-3000)],
            [ClockClass::AheadMinutes, ClockClass::AheadHours, ClockClass::AheadDays]
        );
        assert_eq!(ClockClass::of(i64::MIN), ClockClass::AheadDays);
    }
}
