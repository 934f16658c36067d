//! The key from standard input: two lines, or whatever was pasted instead.

use std::io::{self, BufRead, IsTerminal, Read};

use rpassword::{ConfigBuilder, read_password_with_config};
use smartradex_binance::{ApiKey, Credentials, SecretKey};
use smartradex_wizard::{Doubt, Part, PasteProblem, Reading, pair, read};
use zeroize::Zeroizing;

use crate::Subject;

/// The most bytes read. More than the cleaning considers, so that a text that is too long is reported as such.
const MOST_BYTES: u64 = 128 * 1024;

/// A key, and what looks unusual about it.
#[derive(Debug, PartialEq, Eq)]
struct Given {
    credentials: Credentials,
    doubts: Vec<(Part, Doubt)>,
}

/// Why there is no key. `part` is the value that is wrong, if it is one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAKey {
    pub(crate) part: Option<Part>,
    pub(crate) problem: PasteProblem,
}

/// Why there is nothing to examine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoKey {
    /// What was given is none.
    NotAKey(NotAKey),
    /// The input broke off, perhaps in the middle of a value: Binance would refuse what is left of it.
    Unread,
    /// Somebody is at a terminal that [`type_line`] cannot read from, and that would show what is pasted.
    ForeignTerminal,
}

/// Whether a person is typing, who has to be told what to type.
pub(crate) fn is_typed() -> bool {
    io::stdin().is_terminal() && is_own_terminal()
}

/// Whether a terminal on standard input is one from which [`type_line`] reads.
#[cfg(unix)]
fn is_own_terminal() -> bool {
    true
}

/// Whether it is Windows' console. That of Git Bash or Cygwin is a pipe with a special name: it shows what is pasted, and bash would run it,
/// while rpassword waits at a console that nobody sees.
#[cfg(windows)]
fn is_own_terminal() -> bool {
    use std::os::windows::io::AsRawHandle;

    use windows_sys::Win32::System::Console::GetConsoleMode;

    let mut mode = 0;
    #[allow(unsafe_code, reason = "no library has a safe call for it; the handle is open until the end")]
    let answered = unsafe { GetConsoleMode(io::stdin().as_raw_handle(), &raw mut mode) };
    answered != 0
}

/// Reads until both values are there, so that nobody has to close the input, or else to the end of the input.
pub(crate) fn subject() -> Result<Subject, NoKey> {
    if is_typed() {
        let subject = read_subject(true, type_line);
        forget_unread();
        return subject;
    }
    if io::stdin().is_terminal() {
        return Err(NoKey::ForeignTerminal);
    }
    let mut input = io::stdin().lock().take(MOST_BYTES);
    read_subject(false, |bytes| Ok(input.read_until(b'\n', bytes)? > 0))
}

/// `next_line` adds a line, and returns `false` at the end of the input.
fn read_subject(
    typed: bool,
    mut next_line: impl FnMut(&mut Vec<u8>) -> io::Result<bool>,
) -> Result<Subject, NoKey> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    let mut doubtful = false;
    loop {
        let ended = !next_line(&mut bytes).map_err(|_| NoKey::Unread)?;
        let text = Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned());
        let result = understand(&text);
        // An unusual value may be the first part of one that was pasted as two lines. A person ends it with an empty line.
        doubtful |= result.as_ref().is_ok_and(|given| !given.doubts.is_empty());
        let whole = result.as_ref().is_ok_and(|given| given.doubts.is_empty());
        if ended || whole || (typed && doubtful && bytes.ends_with(b"\n\n")) {
            let Given { credentials, doubts } = result.map_err(NoKey::NotAKey)?;
            return Ok(Subject { credentials, doubts, kept: false, other: None });
        }
    }
}

/// Reads a line from the terminal, which shows a dot for each character: the screen may be shared, and keeps what was on it.
/// Returns `false` at the end of the input and after the third empty line, because a terminal that is gone may yield nothing
/// else.
fn type_line(bytes: &mut Vec<u8>) -> io::Result<bool> {
    let hidden = ConfigBuilder::new().password_feedback_mask('•').build();
    let line = match read_password_with_config(hidden).map(Zeroizing::new) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
        line => line?,
    };
    if line.is_empty() && bytes.ends_with(b"\n\n") {
        return Ok(false);
    }
    bytes.extend_from_slice(line.as_bytes());
    bytes.push(b'\n');
    Ok(true)
}

/// A terminal that shows nothing of what is typed, until this is dropped. [`type_line`] hides a line while it reads it; this hides what
/// arrives before the first line and between two.
#[cfg(unix)]
pub(crate) struct Hidden {
    terminal: std::fs::File,
    before: rustix::termios::Termios,
}

#[cfg(unix)]
impl Hidden {
    /// Hides it from now on, if there is a terminal.
    pub(crate) fn hide() -> Option<Self> {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

        let terminal = std::fs::File::open("/dev/tty").ok()?;
        let before = tcgetattr(&terminal).ok()?;
        let mut hidden = before.clone();
        hidden.local_modes.remove(LocalModes::ECHO);
        tcsetattr(&terminal, OptionalActions::Now, &hidden).ok()?;
        Some(Self { terminal, before })
    }
}

#[cfg(unix)]
impl Drop for Hidden {
    fn drop(&mut self) {
        // A terminal that is gone shows nothing.
        let _ =
            rustix::termios::tcsetattr(&self.terminal, rustix::termios::OptionalActions::Now, &self.before);
    }
}

/// Discards what was pasted but not read: it may be a piece of a key, which the shell would show and run. It is still in the
/// terminal from which [`type_line`] reads, which need not be the one on standard input.
#[cfg(unix)]
fn forget_unread() {
    use rustix::termios::{QueueSelector, tcflush};

    if let Ok(terminal) = std::fs::File::open("/dev/tty") {
        // A terminal that is gone keeps nothing.
        let _ = tcflush(&terminal, QueueSelector::IFlush);
    }
}

/// The same on Windows, where rpassword reads from the console, which keeps key events instead of bytes.
#[cfg(windows)]
fn forget_unread() {
    use std::os::windows::io::AsRawHandle;

    use windows_sys::Win32::System::Console::FlushConsoleInputBuffer;

    // Emptying it takes the right to write to it.
    if let Ok(console) = std::fs::OpenOptions::new().read(true).write(true).open("CONIN$") {
        #[allow(unsafe_code, reason = "no library has a safe call for it; the handle is open until after it")]
        // A console that has gone keeps nothing.
        let _ = unsafe { FlushConsoleInputBuffer(console.as_raw_handle()) };
    }
}

/// Finds the two values in a text.
fn understand(text: &str) -> Result<Given, NotAKey> {
    if let Reading::Both { api_key, secret_key } = read(text, Part::ApiKey) {
        return given([api_key, secret_key].map(|value| (value.value, value.doubt)));
    }
    // One value after the other: each line has its own problem.
    let lines: Vec<&str> = text.trim_end_matches(['\r', '\n']).split('\n').collect();
    let (api_key, secret_key) = match lines[..] {
        [api_key, secret_key] => (api_key, secret_key),
        _ => (text, ""),
    };
    let value = |line: &str, part| match read(line, part) {
        Reading::One(value) => Ok((value.value, value.doubt)),
        Reading::Refused(problem) => Err(NotAKey { part: Some(part), problem }),
        // This line is labelled as the other value, but the other line does not fit that.
        Reading::Other(_) | Reading::Both { .. } => {
            Err(NotAKey { part: None, problem: PasteProblem::SeveralKeys(2) })
        }
    };
    let values = match read(api_key, Part::ApiKey) {
        // A single value that is labelled as the secret key: the API key is missing.
        Reading::Other(_) if secret_key.is_empty() => {
            return Err(NotAKey { part: Some(Part::ApiKey), problem: PasteProblem::Empty });
        }
        Reading::One(_) | Reading::Other(_) | Reading::Both { .. } | Reading::Refused(_) => {
            [value(api_key, Part::ApiKey)?, value(secret_key, Part::SecretKey)?]
        }
    };
    given(values)
}

fn given([api_key, secret_key]: [(Zeroizing<String>, Option<Doubt>); 2]) -> Result<Given, NotAKey> {
    if let Some(problem) = pair(&api_key.0, &secret_key.0) {
        return Err(NotAKey { part: None, problem });
    }
    // Whatever the cleaning lets through is well formed; if it were not, it could only be too long.
    let malformed =
        |part, value: &str| NotAKey { part: Some(part), problem: PasteProblem::TooLong(value.len()) };
    let credentials = Credentials {
        api_key: ApiKey::new(&api_key.0).map_err(|_| malformed(Part::ApiKey, &api_key.0))?,
        secret_key: SecretKey::new(&secret_key.0).map_err(|_| malformed(Part::SecretKey, &secret_key.0))?,
    };
    let doubts = [(Part::ApiKey, api_key.1), (Part::SecretKey, secret_key.1)];
    let doubts = doubts.into_iter().filter_map(|(part, doubt)| Some((part, doubt?))).collect();
    Ok(Given { credentials, doubts })
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    #[test]
    fn two_values_are_found_however_they_are_written() {
        for text in [
            format!("{API}\n{SECRET}\n"),
            format!("{API}\r\n{SECRET}"),
            format!("\u{FEFF}  {API} \n \"{SECRET}\"\n\n"),
            format!("API Key: {API}\nSecret Key: {SECRET}\n"),
            format!("Clé secrète : {SECRET}\nClé API : {API}\n"),
            format!("{SECRET}\nAPI key: {API}\n").replace(SECRET, &format!("secret {SECRET}")),
            format!("API Key\n{API}\nSecret Key\n{SECRET}\n"),
            format!("{{\"api_key\":\"{API}\",\"secret_key\":\"{SECRET}\"}}\n"),
            format!("{API} {SECRET}"),
        ] {
            let given = understand(&text).expect("a key");
            let values = (given.credentials.api_key.expose(), given.credentials.secret_key.expose());
            assert_eq!((values, given.doubts.len()), ((API, SECRET), 0), "{text}");
        }
        let short = understand(&format!("{API}\n{}\n", &SECRET[1..])).expect("a key");
        assert_eq!(short.doubts, [(Part::SecretKey, Doubt::Length(63))]);
    }

    #[test]
    fn a_secret_whose_rest_cannot_be_read_is_not_taken_for_a_whole_one() {
        for secret in [&SECRET[..50], &SECRET[..62]] {
            let mut lines =
                [Ok(format!("{API}\n")), Ok(secret.to_owned()), Err(io::ErrorKind::ConnectionReset)]
                    .into_iter();
            let given = read_subject(false, |bytes| {
                let line = lines.next().expect("no further line")?;
                bytes.extend_from_slice(line.as_bytes());
                Ok(true)
            });
            assert_eq!(given.err(), Some(NoKey::Unread), "{}", secret.len());
        }
    }

    #[test]
    fn what_is_no_key_is_told_line_by_line() {
        let pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAA\n-----END PRIVATE KEY-----\n";
        for (text, part, problem) in [
            (String::new(), Some(Part::ApiKey), PasteProblem::Empty),
            ("\n\n".to_owned(), Some(Part::ApiKey), PasteProblem::Empty),
            (format!("{API}\n"), Some(Part::SecretKey), PasteProblem::Empty),
            (format!("\n{SECRET}\n"), Some(Part::ApiKey), PasteProblem::Empty),
            (format!("Secret: {SECRET}\n"), Some(Part::ApiKey), PasteProblem::Empty),
            (format!("{API}\n********\n"), Some(Part::SecretKey), PasteProblem::Masked),
            (format!("{API}\nabc1\n"), Some(Part::SecretKey), PasteProblem::TooShort(4)),
            (format!("{API}\n{API}\n"), None, PasteProblem::SameInBoth),
            (format!("{API}\n{pem}"), Some(Part::ApiKey), PasteProblem::OwnKey { private: true }),
            (format!("API: {API}\nAPI: {SECRET}\n"), None, PasteProblem::SeveralKeys(2)),
            ("hello\nworld\n".to_owned(), Some(Part::ApiKey), PasteProblem::Words),
        ] {
            assert_eq!(understand(&text), Err(NotAKey { part, problem }), "{text}");
        }
    }
}
