//! One program at a time: a second start brings the window of the first forward, with the support desk if that was asked for.
//!
//! A lock on a file in the program's folder decides who is the first; it ends with the process, however that ends. The first listens on
//! loopback; a second file, which only the same user can read, gives the port and a secret word. A connection must say that word and then a
//! [`Call`]; anything else is ignored.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::start::ENDING;
use crate::whole_file;

const LOCK: &str = "running.lock";
const ADDRESS: &str = "running.json";
/// How long to try to reach the first: it may have started only a moment ago, or be ending.
const PATIENCE: Duration = ENDING.saturating_add(Duration::from_secs(2));
/// How long to wait until the next try.
const PAUSE: Duration = Duration::from_millis(50);
/// How long a connection may take from its beginning to its end.
const SHORT: Duration = Duration::from_millis(500);
const ANSWER: &[u8] = b"shown";
/// The most bytes of a call that are read; a code is much shorter.
const MOST_BYTES: u64 = 256;

/// What a later start asks of the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Call {
    /// To come forward.
    ComeForward,
    /// To come forward with the support desk, and perhaps the code that a caller has read out.
    Desk(Option<String>),
}

/// What this start of the program is.
pub(crate) enum Start {
    /// The first one; it stays the first for as long as this is kept.
    First(First),
    /// Another one is running, and has been told to come forward.
    Second,
    /// Another one is running, but did not answer or could not be asked.
    Stuck,
}

/// What makes this start the first.
pub(crate) struct First {
    folder: PathBuf,
    /// `None` where files cannot be locked, and after [`Self::end`].
    lock: Mutex<Option<File>>,
    leaving: Arc<AtomicBool>,
}

#[derive(Serialize, Deserialize)]
struct Address {
    port: u16,
    word: String,
}

/// Finds out whether this is the first start. Where files cannot be locked, every start is. `call`: what to ask of the first if this is not
/// it; `None` if the first cannot do it, and this can only wait for it to end.
#[must_use]
pub(crate) fn claim(folder: &Path, call: Option<&Call>) -> Start {
    claim_within(PATIENCE, folder, call)
}

fn claim_within(patience: Duration, folder: &Path, call: Option<&Call>) -> Start {
    let first = |lock| {
        Start::First(First { folder: folder.to_owned(), lock: Mutex::new(lock), leaving: Arc::default() })
    };
    let until = Instant::now() + patience;
    loop {
        // Another one that is ending may have removed the folder between these two steps.
        let lock = open_lock(folder).or_else(|_| open_lock(folder));
        match lock.map(|file| (file.try_lock(), file)) {
            // The previous one may have removed the file after it was opened here: a lock on a removed file is worth nothing.
            Ok((Ok(()), file)) if is_at(&file, &folder.join(LOCK)) => return first(Some(file)),
            Ok((Ok(()) | Err(TryLockError::WouldBlock), _)) => {}
            Ok((Err(TryLockError::Error(_)), _)) | Err(_) => return first(None),
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

fn open_lock(folder: &Path) -> io::Result<File> {
    whole_file::make_folder(folder)?;
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    // Others may read and write it, but not remove it: see `First::end`.
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 0b11);
    options.open(folder.join(LOCK))
}

/// Whether an open file is the one at this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |data: std::fs::Metadata| (data.dev(), data.ino());
    file.metadata()
        .map(identity)
        .is_ok_and(|open| std::fs::metadata(path).is_ok_and(|at| identity(at) == open))
}

/// On Windows nobody can have removed it while it was open.
#[cfg(windows)]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

impl First {
    /// Listens for later starts from now on, and hands over what each asks. Does nothing where files cannot be locked, because no later
    /// start would ask.
    ///
    /// # Errors
    /// If nothing can be listened on, or the address cannot be written down: a later start then says that this one does not answer.
    pub(crate) fn listen(&self, heard: impl Fn(Call) + Send + 'static) -> io::Result<()> {
        if self.lock().is_none() {
            return Ok(());
        }
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
                if let Ok(call) = answer(Connection::new(stream), word.as_bytes()) {
                    heard(call);
                }
            }
        })?;
        Ok(())
    }

    /// The window is gone, and the program is about to end: from now on a later start waits for that, and then is the first.
    pub(crate) fn leave(&self) {
        self.leaving.store(true, Ordering::SeqCst);
    }

    /// The program has ended, and another may start. Without the lock the files may be another one's, and stay.
    pub(crate) fn end(&self) {
        let Some(lock) = self.lock().take() else { return };
        // A file that is left misleads nobody: only the lock counts, and it ends with this process.
        let _ = whole_file::remove(&self.folder.join(ADDRESS));
        // Windows removes no file that is open, here or in a later start. Elsewhere it has to stay locked until it is gone, so that a later
        // start finds either none or a new one.
        #[cfg(windows)]
        drop(lock);
        let _ = whole_file::remove(&self.folder.join(LOCK));
        #[cfg(unix)]
        drop(lock);
        // A program that was only looked at leaves no empty folder behind; this removes no folder with something in it.
        let _ = std::fs::remove_dir(&self.folder);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<File>> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for First {
    fn drop(&mut self) {
        self.end();
    }
}

/// A connection that ends at a set time, however slowly the other side speaks.
struct Connection {
    stream: TcpStream,
    until: Instant,
}

impl Connection {
    fn new(stream: TcpStream) -> Self {
        Self { stream, until: Instant::now() + SHORT }
    }

    fn left(&self) -> io::Result<Option<Duration>> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(Some(left)) }
    }
}

impl Read for Connection {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.left()?)?;
        self.stream.read(buffer)
    }
}

impl Write for Connection {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(self.left()?)?;
        self.stream.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Sends a call to the first. Fails unless the first confirms it.
fn say(call: &Call, folder: &Path) -> io::Result<()> {
    let address: Address = serde_json::from_slice(&std::fs::read(folder.join(ADDRESS))?)?;
    let socket = SocketAddr::from((Ipv4Addr::LOCALHOST, address.port));
    let mut connection = Connection::new(TcpStream::connect_timeout(&socket, SHORT)?);
    connection.write_all(&[address.word.as_bytes(), &serde_json::to_vec(call)?].concat())?;
    connection.stream.shutdown(Shutdown::Write)?;
    let mut said = [0; ANSWER.len()];
    connection.read_exact(&mut said)?;
    if said == ANSWER { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Answers one connection. Fails unless it says the word and then a call that is understood.
fn answer(mut connection: Connection, word: &[u8]) -> io::Result<Call> {
    let mut said = vec![0; word.len()];
    connection.read_exact(&mut said)?;
    if said != word {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut call = Vec::new();
    (&mut connection).take(MOST_BYTES).read_to_end(&mut call)?;
    let call = serde_json::from_slice(&call)?;
    connection.write_all(ANSWER)?;
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
    fn who_has_no_lock_removes_nothing_of_another_one() {
        let folder = tempfile::tempdir().unwrap();
        let running = first(folder.path());
        running.listen(|_| ()).unwrap();
        let address = std::fs::read(folder.path().join(ADDRESS)).unwrap();
        let other =
            First { folder: folder.path().to_owned(), lock: Mutex::default(), leaving: Arc::default() };
        other.listen(|_| ()).unwrap();
        drop(other);
        assert_eq!(std::fs::read(folder.path().join(ADDRESS)).unwrap(), address);
        assert!(folder.path().join(LOCK).exists());
        running.end();
        drop(first(folder.path()));
        drop(running);
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_was_removed_meanwhile_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(LOCK);
        let removed = open_lock(folder.path()).unwrap();
        assert!(is_at(&removed, &path));
        std::fs::remove_file(&path).unwrap();
        assert!(!is_at(&removed, &path));
        let lock = open_lock(folder.path()).unwrap();
        assert!(is_at(&lock, &path) && !is_at(&removed, &path));
    }

    #[test]
    fn a_connection_ends_in_time_however_slowly_the_other_side_speaks() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let mut slow = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        slow.write_all(b"x").unwrap();
        let until = Instant::now();
        let mut connection = Connection { stream: listener.accept().unwrap().0, until };
        let kind = |result: io::Result<usize>| result.unwrap_err().kind();
        assert_eq!(kind(connection.read(&mut [0])), io::ErrorKind::TimedOut, "although there is something");
        assert_eq!(kind(connection.write(b"x")), io::ErrorKind::TimedOut);
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
            // The first closes as soon as it has heard enough.
            let _ = stream.write_all(said.as_bytes());
            // It may have closed already, with something still unread on the way.
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
