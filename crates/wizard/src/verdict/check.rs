//! What is checked, line by line, and how each finding is known.

use smartradex_binance::{
    Account, AccountKind, Clock, Examination, Failure, Permission, Permissions, TestOrder, Unclear, code,
};

use super::{Boxes, CLOCK_TOLD_MS, Known, Wanted, wanted};
use crate::domain::Bot;
use crate::screen::CheckState;

/// What a line checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckId {
    /// Binance is reached, and answers.
    Reached,
    /// Binance's time is known.
    Clock,
    /// Binance recognises the key and its secret.
    Key,
    /// Reading is on.
    Reading,
    /// Spot trading is on.
    Trading,
    /// No other box that matters is on.
    OtherBoxes,
    /// No IP restriction.
    Ip,
    /// The box of step 1 does not stop the key.
    SecurityControls,
    /// It is a sub-account's key.
    SubAccount,
    /// It is not a key of the other bot's sub-account. Only checked if the other bot is configured.
    OtherBot,
    /// The symbol whitelist does not stop the key.
    Whitelist,
}

/// How a finding is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Binance's own answer says it.
    VerifiedByBinance,
    /// It follows from what Binance says about something else.
    ShownIndirectly,
    /// Only the user says it.
    YouToldUs,
    /// Nothing says it.
    CannotBeChecked,
}

/// One line of the checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What it checks.
    pub id: CheckId,
    /// How it stands.
    pub state: CheckState,
    /// How that is known; `None` while the answer is awaited.
    pub evidence: Option<Evidence>,
    pub(super) finding: Finding,
}

/// What a line says besides its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Finding {
    /// Nothing more.
    Plain,
    /// Binance's time minus this computer's, in milliseconds.
    ClockOff(i64),
    /// These boxes, and permissions with these names, are on.
    BoxesOn(Vec<Permission>, Vec<String>),
    /// The line names this bot, the other one.
    Other(Bot),
    /// Binance refuses the key without saying why (-2015).
    Refused,
    /// Binance knows the key, but not with this secret (-1022).
    WrongSecret,
}

impl CheckId {
    /// All of them, in the order of the lines.
    pub const ALL: [Self; 11] = [
        Self::Reached,
        Self::Clock,
        Self::Key,
        Self::Reading,
        Self::Trading,
        Self::OtherBoxes,
        Self::Ip,
        Self::SecurityControls,
        Self::SubAccount,
        Self::OtherBot,
        Self::Whitelist,
    ];

    /// Its name in kebab-case, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Clock => "clock",
            Self::Key => "key",
            Self::Reading => "reading",
            Self::Trading => "trading",
            Self::OtherBoxes => "other-boxes",
            Self::Ip => "ip",
            Self::SecurityControls => "security-controls",
            Self::SubAccount => "sub-account",
            Self::OtherBot => "other-bot",
            Self::Whitelist => "whitelist",
        }
    }
}

impl Evidence {
    /// All of them, the strongest first.
    pub const ALL: [Self; 4] =
        [Self::VerifiedByBinance, Self::ShownIndirectly, Self::YouToldUs, Self::CannotBeChecked];

    /// Its name in kebab-case, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::VerifiedByBinance => "verified-by-binance",
            Self::ShownIndirectly => "shown-indirectly",
            Self::YouToldUs => "you-told-us",
            Self::CannotBeChecked => "cannot-be-checked",
        }
    }
}

impl Check {
    fn new(id: CheckId, state: CheckState) -> Self {
        let evidence = match state {
            CheckState::Waiting => None,
            CheckState::Ok | CheckState::Wrong => Some(Evidence::VerifiedByBinance),
            CheckState::Unknown => Some(Evidence::CannotBeChecked),
        };
        Self { id, state, evidence, finding: Finding::Plain }
    }
}

/// All the lines, as far as they are known.
pub(super) fn all(examination: &Examination, known: &Known, boxes: &Boxes, same_account: bool) -> Vec<Check> {
    let found = Found { examination, known, boxes, same_account };
    CheckId::ALL
        .into_iter()
        .filter(|id| *id != CheckId::OtherBot || known.other.is_some())
        .map(|id| found.check(id))
        .collect()
}

struct Found<'a> {
    examination: &'a Examination,
    known: &'a Known,
    boxes: &'a Boxes,
    same_account: bool,
}

impl Found<'_> {
    fn check(&self, id: CheckId) -> Check {
        match id {
            CheckId::Reached => Check::new(id, self.reached()),
            CheckId::Clock => self.clock(),
            CheckId::Key => self.key(),
            CheckId::Reading => Check::new(id, self.reading()),
            CheckId::Trading => Check::new(id, self.trading()),
            CheckId::OtherBoxes => self.other_boxes(),
            CheckId::Ip => Check::new(id, self.ip()),
            CheckId::SecurityControls => self.security_controls(),
            CheckId::SubAccount => Check::new(id, self.sub_account()),
            CheckId::OtherBot => self.other_bot(),
            CheckId::Whitelist => Check::new(id, self.whitelist()),
        }
    }

    fn reached(&self) -> CheckState {
        match &self.examination.clock {
            Some(Ok(_)) => CheckState::Ok,
            Some(Err(failure)) if is_binance(failure) => CheckState::Ok,
            Some(Err(_)) => CheckState::Unknown,
            None => self.open(),
        }
    }

    fn clock(&self) -> Check {
        let refused =
            matches!(self.examination.permissions, Some(Err(Failure::Rejected(_, code::INVALID_TIMESTAMP))));
        let mut check = Check::new(
            CheckId::Clock,
            match self.examination.clock {
                Some(Ok(_)) if refused => CheckState::Wrong,
                Some(Ok(_)) => CheckState::Ok,
                Some(Err(_)) => CheckState::Unknown,
                None => self.open(),
            },
        );
        if let Some(Ok(Clock { offset_ms })) = self.examination.clock
            && offset_ms.unsigned_abs() > CLOCK_TOLD_MS
        {
            check.finding = Finding::ClockOff(offset_ms);
        }
        check
    }

    fn key(&self) -> Check {
        let (state, finding) = match &self.examination.permissions {
            Some(Ok(_)) => (CheckState::Ok, Finding::Plain),
            Some(Err(_)) if self.trades() => (CheckState::Ok, Finding::Plain),
            // Only these codes say something about the key: Binance refuses a wrong time, or a request it does not understand, before
            // looking at it.
            Some(Err(Failure::Rejected(_, code::KEY_IP_OR_PERMISSIONS))) => {
                (CheckState::Wrong, Finding::Refused)
            }
            Some(Err(Failure::Rejected(_, code::INVALID_SIGNATURE))) => {
                (CheckState::Wrong, Finding::WrongSecret)
            }
            Some(Err(Failure::Rejected(_, code::UNKNOWN_KEY | code::INVALID_KEY_FORMAT))) => {
                (CheckState::Wrong, Finding::Plain)
            }
            Some(Err(_)) => (CheckState::Unknown, Finding::Plain),
            None => (self.open(), Finding::Plain),
        };
        Check { finding, ..Check::new(CheckId::Key, state) }
    }

    fn reading(&self) -> CheckState {
        match &self.examination.permissions {
            Some(Ok(_)) => self.wanted_box(Permission::Reading),
            Some(Err(Failure::Rejected(_, code::KEY_IP_OR_PERMISSIONS))) if self.trades() => {
                CheckState::Wrong
            }
            Some(Err(_)) => CheckState::Unknown,
            None => self.open(),
        }
    }

    fn trading(&self) -> CheckState {
        match (&self.examination.permissions, self.order()) {
            (Some(Ok(_)), Some(TestOrder::NotPermitted))
                if !self.boxes.missing.contains(&Permission::SpotAndMarginTrading) =>
            {
                CheckState::Unknown
            }
            (Some(Ok(_)), _) => self.wanted_box(Permission::SpotAndMarginTrading),
            (Some(Err(_)), _) if self.trades() => CheckState::Ok,
            (Some(Err(_)), _) => CheckState::Unknown,
            (None, _) => self.open(),
        }
    }

    fn other_boxes(&self) -> Check {
        let state = match &self.examination.permissions {
            Some(Ok(_)) if !self.boxes.wrong.is_empty() || !self.boxes.unknown.is_empty() => {
                CheckState::Wrong
            }
            Some(Ok(permissions))
                if Permission::ALL.into_iter().all(|one| shown_harmless(permissions, one)) =>
            {
                CheckState::Ok
            }
            Some(Ok(_) | Err(_)) => CheckState::Unknown,
            None => self.open(),
        };
        let mut check = Check::new(CheckId::OtherBoxes, state);
        if state == CheckState::Wrong {
            check.finding = Finding::BoxesOn(self.boxes.wrong.clone(), self.boxes.unknown.clone());
        }
        check
    }

    fn ip(&self) -> CheckState {
        match (&self.examination.permissions, self.boxes.ip_restricted) {
            (Some(Ok(_)), Some(false)) => CheckState::Ok,
            (Some(Ok(_)), Some(true)) => CheckState::Wrong,
            (Some(_), _) => CheckState::Unknown,
            (None, _) => self.open(),
        }
    }

    /// Binance says nothing about the box itself. But while it is ticked, no key without an IP restriction may trade. So a test order
    /// that shows that the key may trade also shows that the box is out of the way; the key's own trading box does not.
    fn security_controls(&self) -> Check {
        let id = CheckId::SecurityControls;
        if self.trades() && self.ip() == CheckState::Ok {
            Check { evidence: Some(Evidence::ShownIndirectly), ..Check::new(id, CheckState::Ok) }
        } else if self.examination.order.is_none() && self.open() == CheckState::Waiting {
            Check::new(id, CheckState::Waiting)
        } else if self.known.controls_told {
            Check { evidence: Some(Evidence::YouToldUs), ..Check::new(id, CheckState::Unknown) }
        } else {
            Check::new(id, CheckState::Unknown)
        }
    }

    fn sub_account(&self) -> CheckState {
        match self.examination.kind {
            Some(Ok(AccountKind::SubAccount)) => CheckState::Ok,
            Some(Ok(AccountKind::MainAccount)) => CheckState::Wrong,
            Some(Ok(AccountKind::Unknown) | Err(_)) => CheckState::Unknown,
            None => self.open(),
        }
    }

    fn other_bot(&self) -> Check {
        let state = match &self.examination.account {
            _ if self.same_account => CheckState::Wrong,
            Some(Ok(Account { uid: Some(_) })) if self.other_is_known() => CheckState::Ok,
            Some(_) => CheckState::Unknown,
            None => self.open(),
        };
        let mut check = Check::new(CheckId::OtherBot, state);
        if self.known.other.as_ref().is_some_and(|other| other.is_this_one) {
            check.evidence = Some(Evidence::ShownIndirectly);
        }
        Check { finding: Finding::Other(self.known.bot.other()), ..check }
    }

    /// Whether Binance has said to which account the other bot's key belongs.
    fn other_is_known(&self) -> bool {
        self.known.other.as_ref().is_some_and(|other| other.uid_hash.is_some())
    }

    fn whitelist(&self) -> CheckState {
        match &self.examination.order {
            Some(Ok(TestOrder::Accepted)) => CheckState::Ok,
            Some(Ok(TestOrder::NotWhitelisted)) => CheckState::Wrong,
            Some(Ok(TestOrder::NotPermitted | TestOrder::Inconclusive) | Err(_)) => CheckState::Unknown,
            None => self.open(),
        }
    }

    /// The state of a box that must be on.
    fn wanted_box(&self, permission: Permission) -> CheckState {
        if self.boxes.missing.contains(&permission) {
            CheckState::Wrong
        } else if self.boxes.unclear.contains(&permission) {
            CheckState::Unknown
        } else {
            CheckState::Ok
        }
    }

    fn order(&self) -> Option<TestOrder> {
        self.examination.order.as_ref().and_then(|result| result.as_ref().ok()).copied()
    }

    /// A test order got far enough to show that the key may trade.
    fn trades(&self) -> bool {
        matches!(self.order(), Some(TestOrder::Accepted | TestOrder::NotWhitelisted))
    }

    /// The state of what is not known: it may still come, unless the examination is over.
    fn open(&self) -> CheckState {
        let over = self.examination.finished || matches!(self.examination.clock, Some(Err(_)));
        if over { CheckState::Unknown } else { CheckState::Waiting }
    }
}

/// A box missing from the answer is not wrong, but nothing shows that it is off. Boxes that must be on have lines of their own.
fn shown_harmless(permissions: &Permissions, permission: Permission) -> bool {
    match wanted(permission) {
        Wanted::On => true,
        Wanted::Off | Wanted::NotOn => permissions.get(permission).is_ok(),
        Wanted::Either => permissions.get(permission) != Err(Unclear::NotBoolean),
    }
}

/// It was Binance that answered, though not with what was asked for.
fn is_binance(failure: &Failure) -> bool {
    match failure {
        Failure::Firewall
        | Failure::Country
        | Failure::TooManyRequests(_)
        | Failure::Banned(_)
        | Failure::Maintenance
        | Failure::BinanceFault(_, _)
        | Failure::Rejected(_, _) => true,
        Failure::NoNetwork
        | Failure::Dns
        | Failure::Refused
        | Failure::ConnectTimeout
        | Failure::Stalled
        | Failure::Proxy
        | Failure::TlsUntrusted
        | Failure::NoAuthorities
        | Failure::WebPage(_)
        | Failure::NotBinance(_)
        | Failure::Cancelled => false,
    }
}
