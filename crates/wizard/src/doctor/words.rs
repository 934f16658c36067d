//! The words of each line.

use smartradex_binance::{Clock, Fact};

use super::{Browser, Checkup, Display, Engine, Part};
use crate::l10n::Words;
use crate::screen::{Span, Text, plain};
use crate::verdict::{clock_off, of_way};

/// A clock that is off by less than this is called right, in milliseconds.
const NEARLY_RIGHT_MS: u64 = 2_000;

/// What a line says while its part is being examined.
pub(super) fn waiting(part: Part, words: Words) -> Text {
    words.attribute(&id(part), "waiting", &[])
}

impl Checkup {
    pub(super) fn text(&self, part: Part, words: Words) -> Text {
        let says = |attribute| words.attribute(&id(part), attribute, &[]);
        match part {
            Part::Proxy => self.proxy(words),
            Part::Dns | Part::Tcp | Part::Tls | Part::Binance => match self.fact(part) {
                Some(Fact::Works) => says("works"),
                // Only TLS and name resolution can be unneeded: there is always something to connect to, and something to ask.
                Some(Fact::NotNeeded) if part == Part::Tls => {
                    words.attribute("doctor-tls", "not-needed", &[])
                }
                Some(Fact::NotNeeded) => words.attribute("doctor-dns", "not-needed", &[]),
                Some(Fact::Fails(failure)) => {
                    let cause = of_way(failure).name_in_sentence(words);
                    words.attribute(&id(part), "fails", &[("cause", cause.into())])
                }
                Some(Fact::NotTried) | None => says("not-tried"),
            },
            Part::Clock => self.clock(words),
            Part::Keyring => match self.keyring {
                Ok(()) => says("works"),
                Err(fault) => fault.explain(words).happened,
            },
            Part::Browser => match &self.browser {
                Browser::Opens(name) => {
                    words.attribute("doctor-browser", "opens", &[("name", name.as_str().into())])
                }
                Browser::None => says("none"),
                Browser::Unknown => says("unknown"),
            },
            Part::Engine => match &self.engine {
                Engine::Version(version) => {
                    words.attribute("doctor-engine", "version", &[("version", version.as_str().into())])
                }
                Engine::Unknown => says("unknown"),
                Engine::OutsideWindow => says("outside"),
            },
            Part::Display => says(match self.display {
                Display::X11 => "x11",
                Display::Wayland => "wayland",
                Display::Native => "native",
                Display::None => "none",
            }),
            Part::System => {
                plain(format!("{}, {} {}", self.system, words.string("app-product"), self.version))
            }
        }
    }

    fn proxy(&self, words: Words) -> Text {
        let says = |attribute| words.attribute("doctor-proxy", attribute, &[]);
        let mut text = match (self.proxy_fails(), &self.way.proxy) {
            (true, _) => says("fails"),
            (false, Some(_)) => says("through"),
            (false, None) => says("none"),
        };
        if let Some(address) = &self.way.proxy {
            text.push(Span::Plain { text: " ".to_owned() });
            text.push(Span::Code { text: address.clone() });
        }
        text
    }

    fn clock(&self, words: Words) -> Text {
        let says = |attribute| words.attribute("doctor-clock", attribute, &[]);
        let Some(Clock { offset_ms }) = self.way.clock else { return says("unknown") };
        if self.clock_off().is_some() {
            return clock_off(offset_ms, words);
        }
        if offset_ms.unsigned_abs() < NEARLY_RIGHT_MS {
            return says("right");
        }
        let seconds = offset_ms.unsigned_abs() / 1000;
        let way = if offset_ms > 0 { "behind" } else { "ahead" };
        words.attribute("doctor-clock", way, &[("count", seconds.into())])
    }
}

fn id(part: Part) -> String {
    format!("doctor-{}", part.name())
}
