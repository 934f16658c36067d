//! Judges Binance's answers: what is right, what is wrong, and what to do about it.
//!
//! A key is accepted only when everything required is known and right. What is unknown never counts as right.

mod blame;
mod check;
#[cfg(test)]
mod tests;
mod words;

use sha2::{Digest, Sha256};
use smartradex_binance::{
    AccountKind, Clock, Examination, Failure, Permission, Permissions, TestOrder, Unclear,
};

use crate::cause::{Cause, Exit, WayOn};
use crate::domain::{Bot, Step};
use crate::screen::CheckState;
use crate::session::Proved;
use blame::Blame;
pub(crate) use blame::of_way;
pub use check::{Check, CheckId, Evidence};
pub(crate) use words::{box_label, clock_off, is_of_boxes};

/// The user is told of a clock that is off by more than this, in milliseconds. The program itself works with any clock.
pub(crate) const CLOCK_TOLD_MS: u64 = 5 * 60 * 1000;
/// Hexadecimal characters kept of the hash of an account number: 64 bits are enough to tell a few accounts apart.
const UID_HASH_CHARS: usize = 16;

/// What is known besides Binance's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The bot that the key is for.
    pub bot: Bot,
    /// Seconds since the user said that the key was created.
    pub seconds_since_created: Option<i64>,
    /// Seconds since the user said that its restrictions were saved.
    pub seconds_since_restricted: Option<i64>,
    /// One of the values has an unusual length or an unusual character.
    pub lengths_doubtful: bool,
    /// The two values have already been tried the other way round.
    pub swap_tried: bool,
    /// This very key was accepted before.
    pub accepted_before: bool,
    /// The user said that step 1 was done.
    pub controls_told: bool,
    /// The other bot's key, if it has one.
    pub other: Option<OtherKey>,
    /// Salt for such hashes.
    pub salt: String,
}

/// What is known of the other bot's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherKey {
    /// [`uid_hash`] of the account behind it; `None` if Binance did not say its number.
    pub uid_hash: Option<String>,
    /// By its first and last characters, it is the very key that is judged.
    pub is_this_one: bool,
}

impl OtherKey {
    fn shares_account(&self, uid_hash: Option<&String>) -> bool {
        self.is_this_one || uid_hash.is_some() && uid_hash == self.uid_hash.as_ref()
    }
}

impl Known {
    /// Nothing is known but the bot.
    #[must_use]
    pub fn nothing(bot: Bot) -> Self {
        Self {
            bot,
            seconds_since_created: None,
            seconds_since_restricted: None,
            lengths_doubtful: false,
            swap_tried: false,
            accepted_before: false,
            controls_told: false,
            other: None,
            salt: String::new(),
        }
    }

    /// Whether the key, or a change to it, may not have taken effect yet.
    fn is_fresh(&self) -> bool {
        [self.seconds_since_created, self.seconds_since_restricted]
            .into_iter()
            .flatten()
            .any(|seconds| (0..FRESH_SECONDS).contains(&seconds))
    }
}

/// For this many seconds after its creation or last change, a key that is not recognised or may not trade may simply not be active yet.
const FRESH_SECONDS: i64 = 2 * 60;

/// What is decided about a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The examination is not finished.
    Pending,
    /// Everything required is known and right.
    Accepted,
    /// The key, or a box, is wrong.
    Refused,
    /// The key could not be checked.
    Unknown,
}

/// What is decided about a key, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What is decided.
    pub decision: Decision,
    /// Why it is not accepted; the most important or most likely first. Empty when it is accepted.
    pub causes: Vec<Cause>,
    /// The causes are only likely ones: Binance's answer fits each of them.
    pub likely: bool,
    /// What was found, line by line, always in the same order.
    pub checks: Vec<Check>,
    /// Boxes that are on but must be off.
    pub boxes_wrong: Vec<Permission>,
    /// Boxes that are off but must be on.
    pub boxes_missing: Vec<Permission>,
    /// Boxes for which Binance does not clearly say whether they are on.
    pub boxes_unclear: Vec<Permission>,
    /// Names of permissions that are on but that nobody knows yet.
    pub unknown_permissions: Vec<String>,
    /// Whether the key is restricted to IP addresses; `None` if not known.
    pub ip_restricted: Option<bool>,
    /// The boxes as Binance reports them.
    pub permissions: Option<Permissions>,
    /// Seconds to wait before asking again.
    pub wait_seconds: Option<u32>,
    /// Binance's time minus this computer's, in milliseconds, if it is far enough off to tell the user.
    pub clock_told: Option<i64>,
    /// [`uid_hash`] of the account behind the key.
    pub uid_hash: Option<String>,
}

/// Judges a key. Pure: the same answers always give the same verdict.
#[must_use]
pub fn judge(examination: &Examination, known: &Known) -> Verdict {
    let permissions = examination.permissions.as_ref().and_then(|result| result.as_ref().ok());
    let boxes = Boxes::of(permissions);
    let uid =
        examination.account.as_ref().and_then(|result| result.as_ref().ok()).and_then(|account| account.uid);
    let uid_hash = uid.map(|uid| uid_hash(&known.salt, uid));
    let same_account = known.other.as_ref().is_some_and(|other| other.shares_account(uid_hash.as_ref()));
    let blame = match permissions {
        Some(_) => of_key(examination, known, &boxes, same_account),
        None => blame::of_failures(examination, known),
    };
    let clock_told = match examination.clock {
        Some(Ok(Clock { offset_ms })) => (offset_ms.unsigned_abs() > CLOCK_TOLD_MS).then_some(offset_ms),
        Some(Err(_)) | None => None,
    };
    Verdict {
        decision: decide(examination.finished, permissions.is_some(), &blame.causes),
        checks: check::all(examination, known, &boxes, same_account),
        wait_seconds: wait(&blame),
        causes: blame.causes,
        likely: blame.likely,
        boxes_wrong: boxes.wrong,
        boxes_missing: boxes.missing,
        boxes_unclear: boxes.unclear,
        unknown_permissions: boxes.unknown,
        ip_restricted: boxes.ip_restricted,
        permissions: permissions.cloned(),
        clock_told,
        uid_hash,
    }
}

/// Tells accounts apart without keeping their numbers: a salted SHA-256, truncated.
#[must_use]
pub fn uid_hash(salt: &str, uid: u64) -> String {
    let digest = Sha256::digest(format!("{salt}:{uid}").as_bytes());
    digest.iter().take(UID_HASH_CHARS / 2).map(|byte| format!("{byte:02x}")).collect()
}

impl Verdict {
    /// Whether the user is told the same in both cases.
    pub(crate) fn finds_the_same_as(&self, other: &Self) -> bool {
        self.causes == other.causes
            && self.boxes_wrong == other.boxes_wrong
            && self.boxes_missing == other.boxes_missing
            && self.unknown_permissions == other.unknown_permissions
            && self.ip_restricted == other.ip_restricted
    }

    /// Binance said of every box that must be off that it is off. A key is also accepted if Binance left out boxes that cannot move funds
    /// out of the account, but then nobody may claim that the key can do nothing else.
    #[must_use]
    pub fn nothing_else(&self) -> bool {
        self.is_ok(CheckId::OtherBoxes)
    }

    /// What Binance showed beyond what acceptance requires.
    pub(crate) fn proved(&self) -> Proved {
        Proved {
            nothing_else: self.nothing_else(),
            sub_account: self.is_ok(CheckId::SubAccount),
            order: self.is_ok(CheckId::Whitelist),
        }
    }

    fn is_ok(&self, id: CheckId) -> bool {
        self.checks.iter().any(|check| check.id == id && check.state == CheckState::Ok)
    }

    /// Binance does not know the API key, or says that it does not look like one.
    pub(crate) fn not_recognised(&self) -> bool {
        self.causes.iter().any(|cause| matches!(cause, Cause::KeyNotRecognised | Cause::KeyFormat))
    }

    /// Whether the verdict may change without another paste: because the user corrects something at Binance, or because time passes.
    #[must_use]
    pub fn looks_again(&self) -> bool {
        self.causes.iter().any(|cause| match cause.way_on() {
            WayOn::TryAgain | WayOn::LookAgain | WayOn::Wait(_) => true,
            WayOn::GoTo(step) => matches!(step, Step::SecurityControls | Step::Restrictions),
            WayOn::Swap | WayOn::PasteAgain => false,
        })
    }
}

/// The boxes of a key, sorted by what to do with them.
#[derive(Default)]
struct Boxes {
    wrong: Vec<Permission>,
    missing: Vec<Permission>,
    unclear: Vec<Permission>,
    unknown: Vec<String>,
    ip_restricted: Option<bool>,
}

/// What a box must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    On,
    /// It lets funds be moved, so Binance must say that it is off.
    Off,
    /// It must not be on. But it moves nothing out of the account, so an answer that leaves it out is accepted, and the user is told.
    NotOn,
    /// On or off: FIX reading only reads, and Binance's own sample answer shows it on.
    Either,
}

fn wanted(permission: Permission) -> Wanted {
    match permission {
        Permission::Reading | Permission::SpotAndMarginTrading => Wanted::On,
        Permission::FixReadOnly => Wanted::Either,
        Permission::Withdrawals
        | Permission::InternalTransfer
        | Permission::UniversalTransfer
        | Permission::Margin => Wanted::Off,
        Permission::Futures
        | Permission::VanillaOptions
        | Permission::PortfolioMarginTrading
        | Permission::FixApiTrade => Wanted::NotOn,
    }
}

impl Boxes {
    fn of(permissions: Option<&Permissions>) -> Self {
        let Some(permissions) = permissions else { return Self::default() };
        let mut boxes = Self {
            unknown: permissions.unknown_on.clone(),
            ip_restricted: permissions.ip_restrict.ok(),
            ..Self::default()
        };
        for permission in Permission::ALL {
            match (wanted(permission), permissions.get(permission)) {
                (Wanted::On, Ok(true))
                | (Wanted::Off, Ok(false))
                | (Wanted::NotOn, Ok(false) | Err(Unclear::Missing))
                | (Wanted::Either, Ok(_) | Err(Unclear::Missing)) => {}
                (Wanted::On, Ok(false)) => boxes.missing.push(permission),
                (Wanted::Off | Wanted::NotOn, Ok(true)) => boxes.wrong.push(permission),
                (Wanted::On | Wanted::Off, Err(_))
                | (Wanted::NotOn | Wanted::Either, Err(Unclear::NotBoolean)) => {
                    boxes.unclear.push(permission);
                }
            }
        }
        boxes
    }
}

/// What is wrong with a key whose boxes are known.
fn of_key(examination: &Examination, known: &Known, boxes: &Boxes, same_account: bool) -> Blame {
    let kind = examination.kind.as_ref().and_then(|result| result.as_ref().ok());
    let order = examination.order.as_ref().and_then(|result| result.as_ref().ok());
    let trading_missing = boxes.missing.contains(&Permission::SpotAndMarginTrading);
    // The box says yes, but the test order says no. A key that was accepted before has had time enough to become active.
    let stopped = order == Some(&TestOrder::NotPermitted) && !trading_missing;
    let fresh = known.is_fresh() && !known.accepted_before;
    let found = [
        // These call for another key, so they come before this one's boxes.
        (kind == Some(&AccountKind::MainAccount), Cause::MainAccount),
        (same_account, Cause::OtherBot),
        // Next, what could cost money.
        (!boxes.wrong.is_empty(), Cause::TooManyBoxes),
        (!boxes.unknown.is_empty(), Cause::UnknownPermission),
        (boxes.ip_restricted == Some(true), Cause::IpRestricted),
        (trading_missing, Cause::TradingOff),
        (boxes.missing.contains(&Permission::Reading), Cause::ReadingOff),
        (order == Some(&TestOrder::NotWhitelisted), Cause::SymbolWhitelist),
        (!boxes.unclear.is_empty() || boxes.ip_restricted.is_none(), Cause::UnclearPermissions),
        (stopped && fresh, Cause::NotActiveYet),
        (stopped, Cause::SecurityControls),
        (stopped && !fresh && !known.accepted_before, Cause::NotActiveYet),
    ];
    let causes: Vec<_> = found.into_iter().filter_map(|(holds, cause)| holds.then_some(cause)).collect();
    let likely =
        stopped && causes.iter().all(|cause| matches!(cause, Cause::NotActiveYet | Cause::SecurityControls));
    Blame { likely, causes, said_seconds: None }
}

fn decide(finished: bool, boxes_known: bool, causes: &[Cause]) -> Decision {
    if !finished {
        Decision::Pending
    } else if causes.iter().any(|cause| cause.exit() == Exit::Refused) {
        Decision::Refused
    } else if boxes_known && causes.is_empty() {
        Decision::Accepted
    } else {
        Decision::Unknown
    }
}

/// A wait that a failed call asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AskedFor {
    /// How long.
    pub(crate) seconds: u32,
    /// The number is a guess, and asking too soon makes the wait longer: the next guess in a row must be longer.
    pub(crate) grows: bool,
}

/// How long to wait after a call that failed in this way, if it calls for a wait at all.
pub(crate) fn wait_after(failure: &Failure) -> Option<AskedFor> {
    let blame = blame::of_itself(failure);
    let said = blame.said_seconds.is_some_and(|said| said > 0);
    // Nobody is punished for asking during maintenance, and it may be over at any time.
    let grows = !said && blame.causes.first() != Some(&Cause::Maintenance);
    wait(&blame).map(|seconds| AskedFor { seconds, grows })
}

/// How long to wait, if the first cause calls for it. Binance's own number counts, unless it is 0, which it has been seen to send.
fn wait(blame: &Blame) -> Option<u32> {
    match blame.causes.first()?.way_on() {
        WayOn::Wait(usual) => Some(blame.said_seconds.filter(|said| *said > 0).unwrap_or(usual)),
        WayOn::TryAgain | WayOn::LookAgain | WayOn::Swap | WayOn::PasteAgain | WayOn::GoTo(_) => None,
    }
}
