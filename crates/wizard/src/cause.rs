//! Every cause that the program tells apart: its name, its words, and the way on from it.

mod keyring;

use std::fmt;

use crate::domain::Step;
use crate::l10n::Words;
use crate::screen::Text;

/// Why a key is not accepted, or could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The computer has no network.
    NoNetwork,
    /// Binance's host name is not found.
    Dns,
    /// The connection is refused.
    Refused,
    /// The connection does not open in time.
    TimeOut,
    /// The connection opens, but no whole answer comes in time.
    Stalled,
    /// A proxy stands in the way.
    Proxy,
    /// The certificate presented is not trusted.
    Tls,
    /// The computer has no certificate authorities.
    NoAuthorities,
    /// A network's login page answers instead of Binance.
    CaptivePortal,
    /// Binance's web firewall blocks the network for a while.
    Firewall,
    /// Binance does not serve this location.
    Country,
    /// Too many requests from this network.
    TooManyRequests,
    /// This network is banned for a while.
    Banned,
    /// Binance is under maintenance.
    Maintenance,
    /// Binance has a fault of its own.
    BinanceFault,
    /// Binance refuses the request's timestamp.
    Clock,
    /// Binance does not know the key.
    KeyNotRecognised,
    /// The API key and the secret key are probably in each other's fields.
    Swapped,
    /// The secret key does not belong to the API key.
    WrongSecret,
    /// The value does not have the form of a key.
    KeyFormat,
    /// The key belongs to another site, or to the testnet.
    OtherSite,
    /// The key was made on the user's computer.
    SelfGenerated,
    /// The key is restricted to IP addresses.
    IpRestricted,
    /// Reading is off.
    ReadingOff,
    /// Trading is off.
    TradingOff,
    /// Boxes that must be off are on.
    TooManyBoxes,
    /// A permission that nobody knows yet is on.
    UnknownPermission,
    /// The symbol whitelist is on.
    SymbolWhitelist,
    /// The key may not trade although its trading box is on: the box of step 1 is ticked again, or the right to trade has expired.
    SecurityControls,
    /// The key is the main account's.
    MainAccount,
    /// The key is of the other bot's sub-account.
    OtherBot,
    /// The key, or a change of its boxes, is not active yet.
    NotActiveYet,
    /// The answer does not come from Binance.
    NotBinance,
    /// Binance does not say clearly what the key may do.
    UnclearPermissions,
    /// Binance does not understand the program's request.
    ProgramFault,
}

/// What the program offers the user for a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOn {
    /// Ask again, once the user has seen to the network or the computer.
    TryAgain,
    /// Ask again every few seconds; the user need not do anything.
    LookAgain,
    /// Ask again after this many seconds, unless Binance names another number.
    Wait(u32),
    /// Swap the two values and try again, if the user agrees.
    Swap,
    /// Copy and paste the two values again.
    PasteAgain,
    /// Go back to a step.
    GoTo(Step),
}

/// What a cause says about the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The key, what was pasted, or a box is wrong.
    Refused,
    /// Nothing is known about the key.
    Unchecked,
}

/// The values that a cause's sentences depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Details {
    /// How many boxes or permissions the cause is about.
    pub count: usize,
    /// How many seconds to wait.
    pub seconds: u32,
}

/// A cause in three sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What happened.
    pub happened: Text,
    /// Why it may have happened.
    pub why: Text,
    /// What to do now.
    pub todo: Text,
}

impl Explanation {
    /// The sentences in order.
    #[must_use]
    pub fn sentences(self) -> Vec<Text> {
        vec![self.happened, self.why, self.todo]
    }
}

struct Facts {
    name: &'static str,
    answer: &'static str,
    exit: Exit,
    way_on: WayOn,
}

impl Cause {
    /// All of them: first the network, then Binance, then what was pasted, then the key.
    pub const ALL: [Self; 35] = [
        Self::NoNetwork,
        Self::Dns,
        Self::Refused,
        Self::TimeOut,
        Self::Stalled,
        Self::Proxy,
        Self::Tls,
        Self::NoAuthorities,
        Self::CaptivePortal,
        Self::NotBinance,
        Self::Firewall,
        Self::Country,
        Self::TooManyRequests,
        Self::Banned,
        Self::Maintenance,
        Self::BinanceFault,
        Self::Clock,
        Self::KeyNotRecognised,
        Self::Swapped,
        Self::WrongSecret,
        Self::KeyFormat,
        Self::OtherSite,
        Self::SelfGenerated,
        Self::NotActiveYet,
        Self::MainAccount,
        Self::OtherBot,
        Self::IpRestricted,
        Self::ReadingOff,
        Self::TradingOff,
        Self::TooManyBoxes,
        Self::UnknownPermission,
        Self::SymbolWhitelist,
        Self::SecurityControls,
        Self::UnclearPermissions,
        Self::ProgramFault,
    ];

    /// Its name in kebab-case, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// The cause with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.name() == name)
    }

    /// How Binance, or what answers in its place, shows it: HTTP status and code, or field and value. Empty: there is no answer.
    #[must_use]
    pub fn answer(self) -> &'static str {
        self.facts().answer
    }

    /// What it says about the key.
    #[must_use]
    pub fn exit(self) -> Exit {
        self.facts().exit
    }

    /// What the program offers the user for it.
    #[must_use]
    pub fn way_on(self) -> WayOn {
        self.facts().way_on
    }

    /// Its name as a sentence of its own, short enough to be said on the telephone.
    #[must_use]
    pub fn spoken(self, words: Words) -> String {
        let name = self.name_in_sentence(words);
        let mut signs = name.chars();
        signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
    }

    /// Its name for the middle of a sentence.
    pub(crate) fn name_in_sentence(self, words: Words) -> String {
        words.string(&self.id())
    }

    /// What happened, why it may have happened, what to do now.
    #[must_use]
    pub fn explain(self, words: Words, details: Details) -> Explanation {
        let id = self.id();
        let Details { count, seconds } = details;
        // 0 below a minute: the sentence then counts seconds, as the countdown beside it does.
        let minutes = if seconds < 60 { 0 } else { seconds.div_ceil(60) };
        let args = [("count", count.into()), ("minutes", minutes.into()), ("seconds", seconds.into())];
        let sentence = |attribute| words.attribute(&id, attribute, &args);
        Explanation { happened: sentence("happened"), why: sentence("why"), todo: sentence("todo") }
    }

    /// The values for the sentences where no particular key is concerned.
    #[must_use]
    pub fn details(self) -> Details {
        let seconds = match self.way_on() {
            WayOn::Wait(seconds) => seconds,
            WayOn::TryAgain | WayOn::LookAgain | WayOn::Swap | WayOn::PasteAgain | WayOn::GoTo(_) => 0,
        };
        Details { count: 1, seconds }
    }

    fn id(self) -> String {
        format!("causes-{}", self.name())
    }

    fn facts(self) -> Facts {
        use Exit::{Refused, Unchecked};
        use WayOn::{GoTo, LookAgain, PasteAgain, Swap, TryAgain, Wait};

        let (name, answer, exit, way_on) = match self {
            Self::NoNetwork => ("no-network", "", Unchecked, TryAgain),
            Self::Dns => ("dns", "", Unchecked, TryAgain),
            Self::Refused => ("refused", "", Unchecked, TryAgain),
            Self::TimeOut => ("time-out", "", Unchecked, TryAgain),
            Self::Stalled => ("stalled", "", Unchecked, TryAgain),
            Self::Proxy => ("proxy", "407", Unchecked, TryAgain),
            Self::Tls => ("tls", "", Unchecked, TryAgain),
            Self::NoAuthorities => ("no-authorities", "", Unchecked, TryAgain),
            Self::CaptivePortal => ("captive-portal", "200, 302, 404, 511 HTML", Unchecked, TryAgain),
            Self::Firewall => ("firewall", "403 HTML", Unchecked, Wait(5 * 60)),
            Self::Country => ("country", "451; 403 HTML", Unchecked, TryAgain),
            Self::TooManyRequests => ("too-many-requests", "429, -1003", Unchecked, Wait(60)),
            Self::Banned => ("banned", "418", Unchecked, Wait(2 * 60)),
            Self::Maintenance => ("maintenance", "system/status 1", Unchecked, Wait(60)),
            Self::BinanceFault => {
                ("binance-fault", "5xx, -1000, -1001, -1006, -1007, -1008", Unchecked, LookAgain)
            }
            Self::Clock => ("clock", "400 -1021", Unchecked, TryAgain),
            Self::KeyNotRecognised => ("key-not-recognised", "401 -2015, 400 -2008", Refused, PasteAgain),
            Self::Swapped => ("swapped", "401 -2015", Refused, Swap),
            Self::WrongSecret => ("wrong-secret", "400 -1022", Refused, PasteAgain),
            Self::KeyFormat => ("key-format", "401 -2014", Refused, PasteAgain),
            Self::OtherSite => ("other-site", "400 -2008, 401 -2015", Refused, GoTo(Step::CreateKey)),
            Self::SelfGenerated => ("self-generated", "400 -1022", Refused, GoTo(Step::CreateKey)),
            Self::IpRestricted => {
                ("ip-restricted", "ipRestrict true, 401 -2015", Refused, GoTo(Step::Restrictions))
            }
            Self::ReadingOff => {
                ("reading-off", "enableReading false, 401 -2015", Refused, GoTo(Step::Restrictions))
            }
            Self::TradingOff => {
                ("trading-off", "enableSpotAndMarginTrading false", Refused, GoTo(Step::Restrictions))
            }
            Self::TooManyBoxes => {
                ("too-many-boxes", "enable…, permits… true", Refused, GoTo(Step::Restrictions))
            }
            Self::UnknownPermission => {
                ("unknown-permission", "enable…, permits… true", Refused, GoTo(Step::Restrictions))
            }
            Self::SymbolWhitelist => {
                ("symbol-whitelist", "order/test 400 -2010", Refused, GoTo(Step::Restrictions))
            }
            Self::SecurityControls => {
                ("security-controls", "order/test 401 -2015", Refused, GoTo(Step::SecurityControls))
            }
            Self::MainAccount => {
                ("main-account", "subUserHistory 400 -12022", Refused, GoTo(Step::CreateKey))
            }
            Self::OtherBot => ("other-bot", "account uid", Refused, GoTo(Step::CreateKey)),
            Self::NotActiveYet => ("not-active-yet", "401 -2015", Unchecked, LookAgain),
            Self::NotBinance => ("not-binance", "?", Unchecked, TryAgain),
            Self::UnclearPermissions => ("unclear-permissions", "null", Unchecked, LookAgain),
            Self::ProgramFault => ("program-fault", "400 -1100, -1102, -1105", Unchecked, TryAgain),
        };
        Facts { name, answer, exit, way_on }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::l10n::bare;
    use crate::lang::Lang;

    #[test]
    fn every_cause_is_listed_once_and_found_by_its_name() {
        let names: BTreeSet<_> = Cause::ALL.iter().map(|cause| cause.name()).collect();
        assert_eq!(names.len(), Cause::ALL.len());
        for cause in Cause::ALL {
            assert_eq!(Cause::parse(cause.name()), Some(cause));
        }
        assert_eq!(Cause::parse("nothing"), None);
    }

    #[test]
    fn every_cause_that_has_words_is_listed() {
        let file = include_str!("../../../locales/en/causes.ftl");
        let ids = file.lines().filter_map(|line| line.strip_prefix("causes-")?.split_once(" = "));
        let names: Vec<_> = ids.map(|(name, _)| name).collect();
        assert_eq!(names.len(), Cause::ALL.len());
        for name in names {
            assert!(Cause::parse(name).is_some(), "{name} is not in Cause::ALL");
        }
    }

    #[test]
    fn every_cause_can_be_practised_where_binance_could_be_what_gives_it() {
        let never = [Cause::NoAuthorities, Cause::UnclearPermissions, Cause::ProgramFault];
        for cause in Cause::ALL {
            let played = cause.name().parse::<smartradex_practice::Scenario>().is_ok();
            assert_eq!(played, !never.contains(&cause), "{cause}");
        }
    }

    #[test]
    fn every_cause_has_its_own_words_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words { lang, binance: lang };
            let mut spoken = BTreeSet::new();
            let mut happened = BTreeSet::new();
            for cause in Cause::ALL {
                let explanation = cause.explain(words, cause.details());
                for sentence in [&explanation.happened, &explanation.why, &explanation.todo] {
                    assert!(bare(sentence).ends_with('.'), "{cause} in {lang:?}: {}", bare(sentence));
                }
                let name = cause.spoken(words);
                assert!(name.split_whitespace().count() <= 6, "{name} is too long to be said");
                assert!(name.starts_with(|first: char| first.is_uppercase()), "{name}");
                assert!(spoken.insert(name), "{cause} has a name of its own");
                assert!(happened.insert(bare(&explanation.happened)), "{cause} says something of its own");
            }
        }
    }

    #[test]
    fn sentences_are_short_and_never_say_invalid() {
        for lang in Lang::ALL {
            let words = Words { lang, binance: lang };
            for cause in Cause::ALL {
                for details in [cause.details(), Details { count: 3, seconds: 30 }] {
                    let Explanation { happened, why, todo } = cause.explain(words, details);
                    for text in [happened, why, todo].iter().map(bare) {
                        assert!(!text.to_lowercase().contains("invalid"), "{text}");
                        for sentence in text.split_inclusive(['.', '?', '!']) {
                            let count = sentence
                                .split_whitespace()
                                .filter(|word| word.chars().any(char::is_alphanumeric))
                                .count();
                            assert!(count <= 20, "{count} words: {sentence}");
                        }
                    }
                }
            }
        }
    }
}
