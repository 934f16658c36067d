//! One program at a time: a second start brings the window of the first forward.
//!
//! A lock on a file in the program's folder decides who is the first; it goes with the process, however that ends. The
//! first listens on loopback, and tells where, and a word that only the same user can read, in a second file. Nothing
//! but that word is ever said there, and all that it does is to show the window.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
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

/// Finds out whether this is the first start. Where files cannot be locked, every start is.
#[must_use]
pub(crate) fn claim(folder: &Path) -> Start {
    claim_within(PATIENCE, folder)
}

fn claim_within(patience: Duration, folder: &Path) -> Start {
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
        if call(folder).is_ok() {
            return Start::Second;
        }
        if Instant::now() >= until {
            return Start::Stuck;
        }
        thread::sleep(PAUSE);
    }
}

impl First {
    /// Listens for later starts from now on, and calls `come_forward` for each.
    ///
    /// # Errors
    /// When this computer has no loopback, or the address cannot be told: later starts then end without a word.
    pub(crate) fn listen(&self, come_forward: impl Fn() + Send + 'static) -> io::Result<()> {
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
                if answer(stream, word.as_bytes()).is_ok() {
                    come_forward();
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

/// Tells the first to come forward; an error when it did not say that it does.
fn call(folder: &Path) -> io::Result<()> {
    let address: Address = serde_json::from_slice(&std::fs::read(folder.join(ADDRESS))?)?;
    let socket = SocketAddr::from((Ipv4Addr::LOCALHOST, address.port));
    let mut stream = TcpStream::connect_timeout(&socket, SHORT)?;
    stream.set_read_timeout(Some(SHORT))?;
    stream.write_all(address.word.as_bytes())?;
    let mut said = [0; ANSWER.len()];
    stream.read_exact(&mut said)?;
    if said == ANSWER { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Answers one connection; an error when it did not say the word.
fn answer(mut stream: TcpStream, word: &[u8]) -> io::Result<()> {
    stream.set_read_timeout(Some(SHORT))?;
    stream.set_write_timeout(Some(SHORT))?;
    let mut said = vec![0; word.len()];
    stream.read_exact(&mut said)?;
    if said != word {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    stream.write_all(ANSWER)
}

#[cfg(test)]
mod tests {
    use std::net::Shutdown;
    use std::sync::mpsc;

    use super::*;

    fn first(folder: &Path) -> First {
        match claim(folder) {
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
        running.listen(move || sender.send(()).unwrap()).unwrap();
        assert!(matches!(claim(&folder), Start::Second));
        called.recv_timeout(Duration::from_secs(10)).unwrap();
        drop(running);
        assert!(!folder.exists(), "nothing is left");
        first(&folder);
    }

    #[test]
    fn a_first_that_does_not_listen_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let running = first(folder.path());
        assert!(matches!(claim_within(PAUSE, folder.path()), Start::Stuck));
        drop(running);
    }

    #[test]
    fn a_start_while_the_first_is_ending_waits_and_is_the_first_then() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("program");
        let running = first(&folder);
        let (sender, called) = mpsc::channel();
        running.listen(move || sender.send(()).unwrap()).unwrap();
        running.leave();
        assert!(matches!(claim_within(PAUSE, &folder), Start::Stuck), "it does not pretend to be there");
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
    fn a_wrong_word_shows_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let running = first(folder.path());
        let (sender, called) = mpsc::channel();
        running.listen(move || sender.send(()).unwrap()).unwrap();
        let text = std::fs::read(folder.path().join(ADDRESS)).unwrap();
        let address: Address = serde_json::from_slice(&text).unwrap();
        for said in ["", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "00000000000000000000000000000000"] {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, address.port)).unwrap();
            stream.write_all(said.as_bytes()).unwrap();
            // It may have closed already, with what was not read still on the way.
            let _ = stream.shutdown(Shutdown::Write);
            let mut answer = Vec::new();
            let _ = stream.read_to_end(&mut answer);
            assert_eq!(answer, b"", "{said}");
        }
        assert!(matches!(claim(folder.path()), Start::Second), "and it still listens");
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
