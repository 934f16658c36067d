//! The doctor: what stands between this computer and Binance, line by line, in words.

mod words;

use smartradex_binance::{Clock, Diagnosis, Fact, Failure};

use crate::cause::{Cause, Explanation};
use crate::effect::{Target, VaultFault};
use crate::l10n::Words;
use crate::screen::{CheckLine, CheckState, Text};
use crate::support::Redactor;
use crate::verdict::{CLOCK_TOLD_MS, of_way};

/// What was found out about a computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkup {
    /// The way to Binance, part by part.
    pub way: Diagnosis,
    /// Whether the keyring can write, read and delete.
    pub keyring: Result<(), VaultFault>,
    /// What draws the window.
    pub engine: Engine,
    /// What opens links.
    pub browser: Browser,
    /// What kind of screen the session has.
    pub display: Display,
    /// The operating system and its version, without the computer's name.
    pub system: String,
    /// Version of the program that made the examination.
    pub version: String,
}

/// The web engine that draws the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Engine {
    /// Its version.
    Version(String),
    /// The engine does not say.
    Unknown,
    /// No window was asked for: the program runs on the command line.
    OutsideWindow,
}

/// The program that opens links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Browser {
    /// Its name, as the system gives it.
    Opens(String),
    /// The system has none.
    None,
    /// The system does not say.
    Unknown,
}

/// The screen of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// X11.
    X11,
    /// Wayland.
    Wayland,
    /// The system's own, as on Windows and macOS.
    Native,
    /// There is none.
    None,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Binance cannot be reached.
    Way(Cause),
    /// The clock is off by this many milliseconds; positive if Binance's is ahead.
    Clock(i64),
    /// The keyring does not work.
    Keyring(VaultFault),
    /// No browser opens links.
    Browser,
    /// No window can open.
    Display,
}

/// What is examined, in the order of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Proxy,
    Dns,
    Tcp,
    Tls,
    Binance,
    Clock,
    Keyring,
    Browser,
    Engine,
    Display,
    System,
}

impl Part {
    const ALL: [Self; 11] = [
        Self::Proxy,
        Self::Dns,
        Self::Tcp,
        Self::Tls,
        Self::Binance,
        Self::Clock,
        Self::Keyring,
        Self::Browser,
        Self::Engine,
        Self::Display,
        Self::System,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Proxy => "proxy",
            Self::Dns => "dns",
            Self::Tcp => "tcp",
            Self::Tls => "tls",
            Self::Binance => "binance",
            Self::Clock => "clock",
            Self::Keyring => "keyring",
            Self::Browser => "browser",
            Self::Engine => "engine",
            Self::Display => "display",
            Self::System => "system",
        }
    }

    fn line(self, state: CheckState, text: Text, words: Words) -> CheckLine {
        let state_label = words.string(match state {
            CheckState::Waiting => "checks-state-waiting",
            CheckState::Ok => "doctor-state-fine",
            CheckState::Wrong => "doctor-state-trouble",
            CheckState::Unknown => "checks-state-unknown",
        });
        CheckLine { id: self.name().to_owned(), state, state_label, text, evidence: None }
    }
}

impl Checkup {
    /// Nothing was found to be in the way. What is not known does not count as in the way.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.troubles().is_empty()
    }

    /// What is in the way: first what keeps Binance from being reached, then the rest in the order of the lines.
    #[must_use]
    pub fn troubles(&self) -> Vec<Trouble> {
        let way = self.failure().map(|failure| Trouble::Way(of_way(failure)));
        let clock = self.clock_off().map(Trouble::Clock);
        let keyring = self.keyring.err().map(Trouble::Keyring);
        let browser = (self.browser == Browser::None).then_some(Trouble::Browser);
        let display = self.lacks_display().then_some(Trouble::Display);
        [way, clock, keyring, browser, display].into_iter().flatten().collect()
    }

    /// Names and states of the lines, the same in every language.
    #[must_use]
    pub fn states(&self) -> Vec<(&'static str, CheckState)> {
        Part::ALL.into_iter().map(|part| (part.name(), self.state(part))).collect()
    }

    /// The lines, in words.
    #[must_use]
    pub fn lines(&self, words: Words) -> Vec<CheckLine> {
        Part::ALL.into_iter().map(|part| part.line(self.state(part), self.text(part, words), words)).collect()
    }

    /// The lines while nothing is known yet.
    pub(crate) fn waiting(words: Words) -> Vec<CheckLine> {
        let line = |part: Part| part.line(CheckState::Waiting, words::waiting(part, words), words);
        Part::ALL.into_iter().map(line).collect()
    }

    /// All of it in one sentence. `asked`: the exchange at the end of the way.
    #[must_use]
    pub fn sentence(&self, asked: Target, words: Words) -> Text {
        let troubles = self.troubles();
        let (fine, not_reached, reached_but) = match asked {
            Target::Binance | Target::OtherAddress => {
                ("doctor-fine", "doctor-not-reached", "doctor-reached-but")
            }
            Target::Practice => {
                ("doctor-practice-fine", "doctor-practice-not-reached", "doctor-practice-reached-but")
            }
        };
        match troubles.first() {
            None => words.text(fine),
            Some(Trouble::Way(_)) => words.text(not_reached),
            Some(Trouble::Clock(_) | Trouble::Keyring(_) | Trouble::Browser | Trouble::Display) => {
                words.text_with(reached_but, &[("count", troubles.len().into())])
            }
        }
    }

    /// The sentence and the lines, for copying, without the address of a proxy or a computer.
    #[must_use]
    pub fn report(&self, asked: Target, words: Words) -> String {
        let lines = self
            .lines(words)
            .into_iter()
            .map(|line| format!("{} {}", line.state.symbol(), crate::bare(&line.text)));
        let all: Vec<String> =
            std::iter::once(crate::bare(&self.sentence(asked, words))).chain(lines).collect();
        Redactor::new(words, self.way.proxy.iter().cloned().collect()).redact(&all.join("\n"))
    }

    fn state(&self, part: Part) -> CheckState {
        match part {
            Part::Proxy if self.proxy_fails() => CheckState::Wrong,
            Part::Proxy | Part::System => CheckState::Ok,
            Part::Dns | Part::Tcp | Part::Tls | Part::Binance => match self.fact(part) {
                Some(Fact::Works | Fact::NotNeeded) => CheckState::Ok,
                Some(Fact::Fails(_)) => CheckState::Wrong,
                Some(Fact::NotTried) | None => CheckState::Unknown,
            },
            Part::Clock => match (self.way.clock, self.clock_off()) {
                (None, _) => CheckState::Unknown,
                (Some(_), None) => CheckState::Ok,
                (Some(_), Some(_)) => CheckState::Wrong,
            },
            Part::Keyring if self.keyring.is_ok() => CheckState::Ok,
            Part::Keyring => CheckState::Wrong,
            Part::Browser => match self.browser {
                Browser::Opens(_) => CheckState::Ok,
                Browser::None => CheckState::Wrong,
                Browser::Unknown => CheckState::Unknown,
            },
            Part::Engine => match self.engine {
                Engine::Version(_) => CheckState::Ok,
                Engine::Unknown | Engine::OutsideWindow => CheckState::Unknown,
            },
            Part::Display => match self.display {
                Display::X11 | Display::Wayland | Display::Native => CheckState::Ok,
                Display::None if self.lacks_display() => CheckState::Wrong,
                Display::None => CheckState::Unknown,
            },
        }
    }

    /// What was found about a part of the way.
    fn fact(&self, part: Part) -> Option<&Fact> {
        match part {
            Part::Dns => Some(&self.way.dns),
            Part::Tcp => Some(&self.way.tcp),
            Part::Tls => Some(&self.way.tls),
            Part::Binance => Some(&self.way.http),
            Part::Proxy
            | Part::Clock
            | Part::Keyring
            | Part::Browser
            | Part::Engine
            | Part::Display
            | Part::System => None,
        }
    }

    /// Why Binance cannot be reached: the first part that fails.
    fn failure(&self) -> Option<&Failure> {
        let facts = [&self.way.dns, &self.way.tcp, &self.way.tls, &self.way.http];
        facts.into_iter().find_map(|fact| match fact {
            Fact::Fails(failure) => Some(failure),
            Fact::Works | Fact::NotNeeded | Fact::NotTried => None,
        })
    }

    /// There is no screen, although a window was asked for.
    fn lacks_display(&self) -> bool {
        self.display == Display::None && self.engine != Engine::OutsideWindow
    }

    fn proxy_fails(&self) -> bool {
        self.failure() == Some(&Failure::Proxy)
    }

    /// How far off the clock is, if that is worth telling.
    fn clock_off(&self) -> Option<i64> {
        let Clock { offset_ms } = self.way.clock?;
        (offset_ms.unsigned_abs() > CLOCK_TOLD_MS).then_some(offset_ms)
    }
}

impl Trouble {
    /// Its name in kebab-case, the same in every language.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Way(cause) => cause.name().to_owned(),
            Self::Clock(_) => "clock".to_owned(),
            Self::Keyring(fault) => format!("keyring-{}", fault.name()),
            Self::Browser => "browser".to_owned(),
            Self::Display => "display".to_owned(),
        }
    }

    /// What is in the way, why that may be, what to do.
    #[must_use]
    pub fn explain(self, words: Words) -> Explanation {
        let own = |id: &str, happened: Text| Explanation {
            happened,
            why: words.attribute(id, "why", &[]),
            todo: words.attribute(id, "todo", &[]),
        };
        match self {
            Self::Way(cause) => cause.explain(words, cause.details()),
            Self::Clock(offset_ms) => own("doctor-clock", crate::verdict::clock_off(offset_ms, words)),
            Self::Keyring(fault) => fault.explain(words),
            Self::Browser => own("doctor-browser", words.attribute("doctor-browser", "none", &[])),
            Self::Display => own("doctor-display", words.attribute("doctor-display", "none", &[])),
        }
    }
}

#[cfg(test)]
mod tests;
