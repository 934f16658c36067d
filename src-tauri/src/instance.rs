//! One program at a time: a second start brings the window of the first forward, with the desk for staff if it was asked for.
//!
//! A lock on a file in the program's folder decides who is the first; it goes with the process, however that ends. The
//! first listens on loopback, and tells where, and a word that only the same user can read, in a second file. After that
//! word a [`Call`] is said there, and nothing else is heard.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::start::ENDING;
use crate::whole_file;

const LOCK: &str = "running.lock";
const ADDRESS: &str = "running.json";
/// How long the first is tried to be reached: it may itself have started a moment ago, or be ending.
const PATIENCE: Duration = ENDING.saturating_add(Duration::from_secs(2));
/// How long until the next try.
const PAUSE: Duration = Duration::from_millis(50);
/// How long a single connection may take.
const SHORT: Duration = Duration::from_millis(500);
const ANSWER: &[u8] = b"shown";
/// Bytes of a call; a code is shorter.
const MOST_BYTES: u64 = 256;

/// What a later start asks of the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Call {
    /// To come forward.
    ComeForward,
    /// To come forward with the desk, and perhaps the code that a caller has read out.
    Desk(Option<String>),
}

/// What this start of the program is.
pub(crate) enum Start {
    /// The first one; it stays so as long as this is kept.
    First(First),
    /// Another one is running, and has been told to come forward.
    Second,
    /// Another one is running, but does not answer.
    Stuck,
}

/// The mark of the first.
pub(crate) struct First {
    folder: PathBuf,
    lock: Option<File>,
    leaving: Arc<AtomicBool>,
}

#[derive(Serialize, Deserialize)]
struct Address {
    port: u16,
    word: String,
}

/// Finds out whether this is the first start. Where files cannot be locked, every start is. `call`: what is asked of the first if it is
/// not; `None` when the first cannot do it, so that only its end is waited for.
#[must_use]
pub(crate) fn claim(folder: &Path, call: Option<&Call>) -> Start {
    claim_within(PATIENCE, folder, call)
}

fn claim_within(patience: Duration, folder: &Path, call: Option<&Call>) -> Start {
    let first = |lock| Start::First(First { folder: folder.to_owned(), lock, leaving: Arc::default() });
    let until = Instant::now() + patience;
    loop {
        let lock = whole_file::make_folder(folder).and_then(|()| {
            OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK))
        });
        match lock.map(|file| (file.try_lock(), file)) {
            Ok((Ok(()), file)) => return first(Some(file)),
            Ok((Err(TryLockError::Error(_)), _)) | Err(_) => return first(None),
            Ok((Err(TryLockError::WouldBlock), _)) => {}
        }
        if call.is_some_and(|call| say(call, folder).is_ok()) {
            return Start::Second;
        }
        if Instant::now() >= until {
            return Start::Stuck;
        }
        thread::sleep(PAUSE);
    }
}

impl First {
    /// Listens for later starts from now on, and hands over what each asks.
    ///
    /// # Errors
    /// When this computer has no loopback, or the address cannot be told: later starts then end without a word.
    pub(crate) fn listen(&self, heard: impl Fn(Call) + Send + 'static) -> io::Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let word: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let address = Address { port: listener.local_addr()?.port(), word: word.clone() };
        whole_file::write(&self.folder.join(ADDRESS), &serde_json::to_vec(&address)?)?;
        let leaving = Arc::clone(&self.leaving);
        thread::Builder::new().name("instance".to_owned()).spawn(move || {
            for stream in listener.incoming().flatten() {
                if leaving.load(Ordering::SeqCst) {
                    return;
                }
                if let Ok(call) = answer(stream, word.as_bytes()) {
                    heard(call);
                }
            }
        })?;
        Ok(())
    }

    /// The window is gone, and the program about to end: a start from now on waits for that, and is the first then.
    pub(crate) fn leave(&self) {
        self.leaving.store(true, Ordering::SeqCst);
    }
}

impl Drop for First {
    fn drop(&mut self) {
        // What is left here misleads nobody: it is the lock that counts, and that ends with this process.
        let _ = whole_file::remove(&self.folder.join(ADDRESS));
        let _ = whole_file::remove(&self.folder.join(LOCK));
        // On Windows a file that is still open may go only now, and its folder not before it.
        drop(self.lock.take());
        // A program that was only looked at leaves no empty folder behind; one with something in it stays.
        let _ = std::fs::remove_dir(&self.folder);
    }
}

/// Says it to the first; an error when it did not answer that it does it.
fn say(call: &Call, folder: &Path) -> io::Result<()> {
    let address: Address = serde_json::from_slice(&std::fs::read(folder.join(ADDRESS))?)?;
    let socket = SocketAddr::from((Ipv4Addr::LOCALHOST, address.port));
    let mut stream = TcpStream::connect_timeout(&socket, SHORT)?;
    stream.set_read_timeout(Some(SHORT))?;
    stream.write_all(&[address.word.as_bytes(), &serde_json::to_vec(call)?].concat())?;
    stream.shutdown(Shutdown::Write)?;
    let mut said = [0; ANSWER.len()];
    stream.read_exact(&mut said)?;
    if said == ANSWER { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Answers one connection; an error when it did not say the word, or nothing that is understood after it.
fn answer(mut stream: TcpStream, word: &[u8]) -> io::Result<Call> {
    stream.set_read_timeout(Some(SHORT))?;
    stream.set_write_timeout(Some(SHORT))?;
    let mut said = vec![0; word.len()];
    stream.read_exact(&mut said)?;
    if said != word {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut call = Vec::new();
    (&stream).take(MOST_BYTES).read_to_end(&mut call)?;
    let call = serde_json::from_slice(&call)?;
    stream.write_all(ANSWER)?;
    Ok(call)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    const FORWARD: Option<&Call> = Some(&Call::ComeForward);

    fn first(folder: &Path) -> First {
        match claim(folder, FORWARD) {
            Start::First(first) => first,
            Start::Second | Start::Stuck => panic!("another one holds {}", folder.display()),
        }
    }

    #[test]
    fn a_second_start_calls_the_first_and_a_third_after_its_end_is_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("program");
        let running = first(&folder);
        let (sender, called) = mpsc::channel();
        running.listen(move |call| sender.send(call).unwrap()).unwrap();
        let code = "A".repeat(100);
        for call in [Call::ComeForward, Call::Desk(None), Call::Desk(Some(code))] {
            assert!(matches!(claim(&folder, Some(&call)), Start::Second));
            assert_eq!(called.recv_timeout(Duration::from_secs(10)).unwrap(), call);
        }
        drop(running);
        assert!(!folder.exists(), "nothing is left");
        first(&folder);
    }

    #[test]
    fn a_first_that_does_not_listen_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let running = first(folder.path());
        assert!(matches!(claim_within(PAUSE, folder.path(), FORWARD), Start::Stuck));
        drop(running);
    }

    #[test]
    fn a_start_while_the_first_is_ending_waits_and_is_the_first_then() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("program");
        let running = first(&folder);
        let (sender, called) = mpsc::channel();
        running.listen(move |call| sender.send(call).unwrap()).unwrap();
        assert!(
            matches!(claim_within(PAUSE, &folder, None), Start::Stuck),
            "what it cannot do is not asked of it"
        );
        running.leave();
        assert!(
            matches!(claim_within(PAUSE, &folder, FORWARD), Start::Stuck),
            "it does not pretend to be there"
        );
        let (ready, begun) = mpsc::channel();
        let its_folder = folder.clone();
        let next = thread::spawn(move || {
            ready.send(()).unwrap();
            first(&its_folder)
        });
        begun.recv_timeout(Duration::from_secs(10)).unwrap();
        drop(running);
        drop(next.join().unwrap());
        assert!(called.try_recv().is_err());
    }

    #[test]
    fn what_a_killed_program_left_behind_is_no_hindrance() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(LOCK), b"").unwrap();
        std::fs::write(folder.path().join(ADDRESS), b"{\"port\":1,\"word\":\"x\"}").unwrap();
        first(folder.path());
    }

    #[test]
    fn a_wrong_word_or_call_shows_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let running = first(folder.path());
        let (sender, called) = mpsc::channel();
        running.listen(move |call| sender.send(call).unwrap()).unwrap();
        let text = std::fs::read(folder.path().join(ADDRESS)).unwrap();
        let address: Address = serde_json::from_slice(&text).unwrap();
        let long = format!("{}{{\"Desk\":\"{}\"}}", address.word, "A".repeat(300));
        let wrong = [
            "",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "00000000000000000000000000000000\"ComeForward\"",
            &address.word,
            &format!("{}\"Forget\"", address.word),
            &long,
        ];
        for said in wrong {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, address.port)).unwrap();
            // It closes as soon as it has heard enough.
            let _ = stream.write_all(said.as_bytes());
            // It may have closed already, with what was not read still on the way.
            let _ = stream.shutdown(Shutdown::Write);
            let mut answer = Vec::new();
            let _ = stream.read_to_end(&mut answer);
            assert_eq!(answer, b"", "{said}");
        }
        assert!(matches!(claim(folder.path(), FORWARD), Start::Second), "and it still listens");
        called.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(called.try_recv().is_err(), "once, and not for the others");
    }

    #[test]
    fn without_a_folder_the_program_starts_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, b"x").unwrap();
        first(&file.join("program"));
    }
}
