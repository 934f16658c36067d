//! The command line.

use std::ffi::{OsStr, OsString};

use lexopt::Arg;
use smartradex_binance::{Endpoint, EndpointError};
use smartradex_wizard::{Bot, Lang};

/// What the program is to do.
pub(crate) enum Command {
    /// Print the help.
    Help,
    /// Print the version.
    Version,
    /// Check a key.
    Verify(Options),
    /// Find what stands between this computer and Binance.
    Doctor(Endpoint),
}

/// How to check a key.
pub(crate) struct Options {
    pub(crate) endpoint: Endpoint,
    pub(crate) bot: Bot,
    /// Take the key from the keyring instead of standard input.
    pub(crate) from_keyring: bool,
}

/// How to answer. Known even if the rest of the command line is wrong.
#[derive(Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) json: bool,
    pub(crate) lang: Lang,
}

/// What is wrong with the command line. It never contains what was given, which may be a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrongUsage {
    UnknownOption,
    MissingValue,
    UnexpectedValue,
    KeysNotHere,
    BadBot,
    BadLang,
    Endpoint(EndpointError),
    /// `--bot` and `--from-keyring` name different bots.
    TwoBots,
    /// `doctor` with `--bot` or `--from-keyring`: the doctor uses no key.
    NoKeyForDoctor,
}

impl WrongUsage {
    /// The name of the message that says so.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::UnknownOption => "verify-unknown-option",
            Self::MissingValue => "verify-missing-value",
            Self::UnexpectedValue => "verify-unexpected-value",
            Self::KeysNotHere => "verify-keys-not-here",
            Self::BadBot => "verify-bad-bot",
            Self::BadLang => "verify-bad-lang",
            Self::Endpoint(EndpointError::Malformed) => "verify-endpoint-malformed",
            Self::Endpoint(EndpointError::Scheme) => "verify-endpoint-scheme",
            Self::Endpoint(EndpointError::Elsewhere) => "verify-endpoint-elsewhere",
            Self::Endpoint(EndpointError::TooMuch) => "verify-endpoint-too-much",
            Self::TwoBots => "verify-two-bots",
            Self::NoKeyForDoctor => "verify-no-key-for-doctor",
        }
    }
}

/// Reads the arguments after the program's name. Whatever is wrong with one of them, the others still determine how to
/// answer.
pub(crate) fn parse(
    arguments: impl IntoIterator<Item = OsString>,
    system: Lang,
) -> (Manner, Result<Command, WrongUsage>) {
    let mut read = Read::usual(system);
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut wrong = None;
    loop {
        let result = match parser.next() {
            Ok(None) => break,
            Ok(Some(argument)) => Name::of(&argument).and_then(|name| read.take(name, &mut parser)),
            Err(_) => Err(WrongUsage::UnexpectedValue),
        };
        if let Err(error) = result {
            wrong.get_or_insert(error);
        }
    }
    (read.manner, wrong.map_or_else(|| read.command(), Err))
}

/// The only word that is not an option.
const DOCTOR: &str = "doctor";

/// An option, without its value.
#[derive(Clone, Copy)]
enum Name {
    Doctor,
    Bot,
    FromKeyring,
    Endpoint,
    Lang,
    Json,
    Help,
    Version,
}

impl Name {
    fn of(argument: &Arg<'_>) -> Result<Self, WrongUsage> {
        match argument {
            Arg::Long("bot") => Ok(Self::Bot),
            Arg::Long("from-keyring") => Ok(Self::FromKeyring),
            Arg::Long("endpoint") => Ok(Self::Endpoint),
            Arg::Long("lang") => Ok(Self::Lang),
            Arg::Long("json") => Ok(Self::Json),
            Arg::Long("help") | Arg::Short('h') => Ok(Self::Help),
            Arg::Long("version") | Arg::Short('V') => Ok(Self::Version),
            Arg::Long(_) | Arg::Short(_) => Err(WrongUsage::UnknownOption),
            Arg::Value(word) if *word == *DOCTOR => Ok(Self::Doctor),
            Arg::Value(_) => Err(WrongUsage::KeysNotHere),
        }
    }
}

struct Read {
    manner: Manner,
    help: bool,
    version: bool,
    doctor: bool,
    bot: Option<Bot>,
    keyring: Option<Bot>,
    endpoint: Endpoint,
}

impl Read {
    fn usual(lang: Lang) -> Self {
        Self {
            manner: Manner { json: false, lang },
            help: false,
            version: false,
            doctor: false,
            bot: None,
            keyring: None,
            endpoint: Endpoint::binance(),
        }
    }

    fn take(&mut self, name: Name, parser: &mut lexopt::Parser) -> Result<(), WrongUsage> {
        match name {
            Name::Doctor => self.doctor = true,
            Name::Bot => self.bot = Some(bot(parser)?),
            Name::FromKeyring => self.keyring = Some(bot(parser)?),
            Name::Endpoint => {
                self.endpoint = Endpoint::parse(&value(parser)?).map_err(WrongUsage::Endpoint)?;
            }
            Name::Lang => {
                let tag = value(parser)?;
                let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
                self.manner.lang = lang.ok_or(WrongUsage::BadLang)?;
            }
            Name::Json => self.manner.json = true,
            Name::Help => self.help = true,
            Name::Version => self.version = true,
        }
        Ok(())
    }

    fn command(self) -> Result<Command, WrongUsage> {
        if self.help {
            return Ok(Command::Help);
        }
        if self.version {
            return Ok(Command::Version);
        }
        if self.doctor {
            return match (self.bot, self.keyring) {
                (None, None) => Ok(Command::Doctor(self.endpoint)),
                (_, _) => Err(WrongUsage::NoKeyForDoctor),
            };
        }
        if self.bot.is_some() && self.keyring.is_some() && self.bot != self.keyring {
            return Err(WrongUsage::TwoBots);
        }
        Ok(Command::Verify(Options {
            endpoint: self.endpoint,
            bot: self.keyring.or(self.bot).unwrap_or(Bot::Bitcoin),
            from_keyring: self.keyring.is_some(),
        }))
    }
}

fn bot(parser: &mut lexopt::Parser) -> Result<Bot, WrongUsage> {
    let slug = value(parser)?;
    Bot::ALL.into_iter().find(|bot| bot.slug() == slug).ok_or(WrongUsage::BadBot)
}

/// The option's value. One that is not valid Unicode is simply a wrong value like any other. The next option is none: it counts as itself,
/// so that what is wrong is told as asked.
fn value(parser: &mut lexopt::Parser) -> Result<String, WrongUsage> {
    let is_option = |next: &OsStr| next.as_encoded_bytes().starts_with(b"--");
    let value = match parser.optional_value() {
        Some(value) => Some(value),
        None => parser.raw_args().ok().and_then(|mut rest| rest.next_if(|next| !is_option(next))),
    };
    Ok(value.ok_or(WrongUsage::MissingValue)?.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> (Manner, Result<Command, WrongUsage>) {
        parse(arguments.iter().map(OsString::from), Lang::Fr)
    }

    fn options(arguments: &[&str]) -> Options {
        match read(arguments).1 {
            Ok(Command::Verify(options)) => options,
            Ok(Command::Help | Command::Version | Command::Doctor(_)) | Err(_) => {
                panic!("{arguments:?} asks for a check")
            }
        }
    }

    fn wrong(arguments: &[&str]) -> WrongUsage {
        read(arguments).1.err().expect("wrong usage")
    }

    #[test]
    fn what_is_not_said_is_the_usual() {
        let usual = options(&[]);
        assert!(usual.endpoint.is_binance() && usual.bot == Bot::Bitcoin && !usual.from_keyring);
        let (manner, _) = read(&[]);
        assert!(!manner.json && manner.lang == Lang::Fr);
    }

    #[test]
    fn every_option_is_understood() {
        let said =
            options(&["--endpoint=http://127.0.0.1:8080", "--bot", "eth-spot", "--json", "--lang", "en"]);
        assert_eq!((said.endpoint.to_string(), said.bot), ("http://127.0.0.1:8080".to_owned(), Bot::Ether));
        let kept = options(&["--from-keyring", "eth-spot"]);
        assert!(kept.from_keyring && kept.bot == Bot::Ether);
        assert!(options(&["--from-keyring", "eth-spot", "--bot", "eth-spot"]).from_keyring);
        assert!(matches!(read(&["doctor"]).1, Ok(Command::Doctor(endpoint)) if endpoint.is_binance()));
        let local = read(&["--json", "doctor", "--endpoint", "http://127.0.0.1:8080"]).1;
        assert!(
            matches!(local, Ok(Command::Doctor(endpoint)) if endpoint.to_string() == "http://127.0.0.1:8080")
        );
        assert!(matches!(read(&["--help"]).1, Ok(Command::Help)));
        assert!(matches!(read(&["--version"]).1, Ok(Command::Version)));
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        for (arguments, expected) in [
            (&["--key", "x"][..], WrongUsage::UnknownOption),
            (&["-k"], WrongUsage::UnknownOption),
            (&["vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv"], WrongUsage::KeysNotHere),
            (&["--bot"], WrongUsage::MissingValue),
            (&["--bot", "--json"], WrongUsage::MissingValue),
            (&["--endpoint", "--"], WrongUsage::MissingValue),
            (&["--bot=--json"], WrongUsage::BadBot),
            (&["--bot", "BTC"], WrongUsage::BadBot),
            (&["--lang", "de"], WrongUsage::BadLang),
            (&["--json=yes"], WrongUsage::UnexpectedValue),
            (&["--endpoint", "binance"], WrongUsage::Endpoint(EndpointError::Malformed)),
            (&["--endpoint", "ftp://127.0.0.1"], WrongUsage::Endpoint(EndpointError::Scheme)),
            (&["--endpoint", "http://api.binance.com"], WrongUsage::Endpoint(EndpointError::Elsewhere)),
            (&["--endpoint", "https://example.com"], WrongUsage::Endpoint(EndpointError::Elsewhere)),
            (&["--endpoint", "https://api.binance.com/api"], WrongUsage::Endpoint(EndpointError::TooMuch)),
            (&["--bot", "btc-spot", "--from-keyring", "eth-spot"], WrongUsage::TwoBots),
            (&["doctor", "--bot", "btc-spot"], WrongUsage::NoKeyForDoctor),
            (&["doctor", "--from-keyring", "btc-spot"], WrongUsage::NoKeyForDoctor),
            (&["doctors"], WrongUsage::KeysNotHere),
        ] {
            assert_eq!(wrong(arguments), expected, "{arguments:?}");
        }
    }

    #[test]
    fn how_to_speak_is_known_even_after_a_mistake() {
        for arguments in [
            &["--nonsense", "--json", "--lang", "en"][..],
            &["--bot", "x", "--json", "--lang=en"],
            &["a", "--json", "--lang", "en"],
            &["--from-keyring", "--json", "--lang", "en"],
            &["--json", "--lang", "--lang", "en"],
        ] {
            let (manner, result) = read(arguments);
            assert!(manner.json && manner.lang == Lang::En && result.is_err(), "{arguments:?}");
        }
    }
}
