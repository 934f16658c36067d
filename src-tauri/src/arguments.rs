//! The command line.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt};
use smartradex_binance::Endpoint;

/// How the program is used, for the command line.
pub const USAGE: &str = "\
Usage: smartradex-setup [--endpoint URL] [--support [CODE]]

  --endpoint URL   ask a server on this computer in Binance's stead, for example http://127.0.0.1:8080
  --support [CODE] open the desk for support staff, with the code that a caller has read out
  --version        print the version
  --help           print this";

/// What the program was started with.
#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    /// Open the window.
    Run(Opening),
    /// Print [`USAGE`].
    Help,
    /// Print the version.
    Version,
}

/// How the window opens.
#[derive(Debug, PartialEq, Eq)]
pub struct Opening {
    /// The server to ask.
    pub endpoint: Endpoint,
    /// With the desk in front, and perhaps a caller's code in it.
    pub desk: Option<Option<String>>,
}

/// Reads the arguments, the program's name left out.
///
/// # Errors
/// One sentence on what is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
    let mut parser = Parser::from_args(arguments);
    let mut endpoint = Endpoint::binance();
    let mut desk = None;
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Arg::Long("endpoint") => {
                let text = parser.value().and_then(ValueExt::string).map_err(|error| error.to_string())?;
                endpoint = Endpoint::parse(&text).map_err(|error| format!("--endpoint: {error}"))?;
            }
            Arg::Long("support") => {
                desk = Some(parser.optional_value().and_then(|code| code.into_string().ok()));
            }
            // The code that stands apart from its option.
            Arg::Value(code) if desk == Some(None) => desk = Some(code.into_string().ok()),
            Arg::Long("help") | Arg::Short('h') => return Ok(Arguments::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Arguments::Version),
            Arg::Long(_) | Arg::Short(_) => return Err("there is no such option".to_owned()),
            // What somebody took for an argument may be a key, and is not repeated.
            Arg::Value(_) => return Err("there is nothing to say but options".to_owned()),
        }
    }
    Ok(Arguments::Run(Opening { endpoint, desk }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Result<Arguments, String> {
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
        for other in ["https://example.com", "http://192.168.0.1", "nonsense", ""] {
            assert!(given(&["--endpoint", other]).is_err(), "{other}");
        }
    }

    #[test]
    fn nothing_else_is_taken() {
        for wrong in [&["--secret", "x"] as &[_], &["x"], &["--endpoint"], &["-x"]] {
            assert!(given(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(given(&["--help"]), Ok(Arguments::Help));
        assert_eq!(given(&["-V"]), Ok(Arguments::Version));
    }
}
