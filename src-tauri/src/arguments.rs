//! The command line.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt};
use smartradex_binance::{Endpoint, EndpointError};

/// What the program was started with.
#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    /// Open the window.
    Run(Opening),
    /// Print how the program is used.
    Help,
    /// Print the version.
    Version,
}

/// How the window opens.
#[derive(Debug, PartialEq, Eq)]
pub struct Opening {
    /// The server to ask.
    pub endpoint: Endpoint,
    /// Whether to open the support desk, and with which caller's code, if any.
    pub desk: Option<Option<String>>,
}

/// What is wrong with the command line. It never holds what was given, which may be a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongUsage {
    /// There is no such option.
    UnknownOption,
    /// Something that is not an option.
    NotAnOption,
    /// `--endpoint` without an address.
    MissingValue,
    /// `--endpoint` with an address that cannot be asked.
    Endpoint(EndpointError),
}

impl WrongUsage {
    /// The id of the message that says so.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::UnknownOption => "verify-unknown-option",
            Self::NotAnOption => "app-usage-only-options",
            Self::MissingValue => "verify-missing-value",
            Self::Endpoint(EndpointError::Malformed) => "verify-endpoint-malformed",
            Self::Endpoint(EndpointError::Scheme) => "verify-endpoint-scheme",
            Self::Endpoint(EndpointError::Elsewhere) => "verify-endpoint-elsewhere",
            Self::Endpoint(EndpointError::TooMuch) => "verify-endpoint-too-much",
        }
    }
}

/// Reads the arguments, without the program's name.
///
/// # Errors
/// What is wrong with them.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, WrongUsage> {
    let mut parser = Parser::from_args(arguments);
    let mut endpoint = Endpoint::binance();
    let mut desk = None;
    // Fails if an option was given a value that it does not take.
    while let Some(argument) = parser.next().map_err(|_| WrongUsage::NotAnOption)? {
        match argument {
            Arg::Long("endpoint") => {
                let value = parser.value().map_err(|_| WrongUsage::MissingValue)?;
                // What is not text cannot be an address.
                let text = value.string().map_err(|_| WrongUsage::Endpoint(EndpointError::Malformed))?;
                endpoint = Endpoint::parse(&text).map_err(WrongUsage::Endpoint)?;
            }
            Arg::Long("support") => {
                desk = Some(parser.optional_value().and_then(|code| code.into_string().ok()));
            }
            // The code after `--support` and a space.
            Arg::Value(code) if desk == Some(None) => desk = Some(code.into_string().ok()),
            Arg::Long("help") | Arg::Short('h') => return Ok(Arguments::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Arguments::Version),
            Arg::Long(_) | Arg::Short(_) => return Err(WrongUsage::UnknownOption),
            Arg::Value(_) => return Err(WrongUsage::NotAnOption),
        }
    }
    Ok(Arguments::Run(Opening { endpoint, desk }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Result<Arguments, WrongUsage> {
        parse(arguments.iter().map(OsString::from))
    }

    #[test]
    fn without_arguments_binance_is_asked() {
        assert_eq!(given(&[]), Ok(opening(Endpoint::binance(), None)));
    }

    #[test]
    fn the_desk_opens_with_a_code_or_without() {
        let desk = |code: Option<&str>| Ok(opening(Endpoint::binance(), Some(code.map(str::to_owned))));
        assert_eq!(given(&["--support"]), desk(None));
        assert_eq!(given(&["--support", "ABCD-EFGH-JKMN"]), desk(Some("ABCD-EFGH-JKMN")));
        assert_eq!(given(&["--support=ABCD"]), desk(Some("ABCD")));
        assert!(given(&["--support", "ABCD", "EFGH"]).is_err());
    }

    fn opening(endpoint: Endpoint, desk: Option<Option<String>>) -> Arguments {
        Arguments::Run(Opening { endpoint, desk })
    }

    #[test]
    fn only_binance_and_an_address_on_this_computer_are_taken() {
        let local = Endpoint::parse("http://127.0.0.1:8080").unwrap();
        assert_eq!(given(&["--endpoint", "http://127.0.0.1:8080"]), Ok(opening(local.clone(), None)));
        assert_eq!(given(&["--endpoint=http://127.0.0.1:8080"]), Ok(opening(local, None)));
        assert_eq!(given(&["--endpoint=https://api.binance.com"]), Ok(opening(Endpoint::binance(), None)));
        for (other, why) in [
            ("https://example.com", EndpointError::Elsewhere),
            ("http://192.168.0.1", EndpointError::Elsewhere),
            ("nonsense", EndpointError::Malformed),
            ("", EndpointError::Malformed),
        ] {
            assert_eq!(given(&["--endpoint", other]), Err(WrongUsage::Endpoint(why)), "{other}");
        }
    }

    #[test]
    fn nothing_else_is_taken() {
        for (wrong, why) in [
            (&["--secret", "x"] as &[_], WrongUsage::UnknownOption),
            (&["-x"], WrongUsage::UnknownOption),
            (&["x"], WrongUsage::NotAnOption),
            (&["--endpoint"], WrongUsage::MissingValue),
        ] {
            assert_eq!(given(wrong), Err(why), "{wrong:?}");
        }
        assert_eq!(given(&["--help"]), Ok(Arguments::Help));
        assert_eq!(given(&["-V"]), Ok(Arguments::Version));
    }
}
