//! The two files of the log: when the first is full, it takes the place of the second, and a new one is begun.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use crate::whole_file;

/// The file with the newest lines. Every system opens a file of this name as text.
pub(crate) const NAME: &str = "log.txt";
/// The file with the lines before those.
pub(crate) const OLD_NAME: &str = "log.old.txt";
/// The most bytes that each of the two may have: some days of work, and small enough for an e-mail.
const MOST_BYTES: u64 = 256 * 1024;

/// Whether lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// They are.
    On,
    /// The user wants no log.
    Off,
    /// Everything was forgotten, and nothing worth keeping has happened since.
    Asleep,
}

/// The files. The newest is opened for the first line.
pub(super) struct Files {
    folder: PathBuf,
    state: State,
    open: Option<(File, u64)>,
}

impl Files {
    /// Writes nothing yet.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, state: State::Off, open: None }
    }

    /// Writes a line, if lines are written.
    ///
    /// # Errors
    /// If it could not be written.
    pub(super) fn write(&mut self, line: &str) -> io::Result<()> {
        if self.state != State::On {
            return Ok(());
        }
        let line = format!("{line}\n");
        let length = line.len() as u64;
        let (mut file, mut size) = match self.open.take() {
            Some(open) => open,
            None => self.open()?,
        };
        if size + length > MOST_BYTES && size > 0 {
            drop(file);
            fs::rename(self.folder.join(NAME), self.folder.join(OLD_NAME))?;
            (file, size) = self.open()?;
        }
        file.write_all(line.as_bytes())?;
        self.open = Some((file, size + length));
        Ok(())
    }

    /// Writes lines from now on, or stops and removes what is there.
    ///
    /// # Errors
    /// If some of it is still there.
    pub(super) fn keep(&mut self, on: bool) -> io::Result<()> {
        self.state = if on { State::On } else { State::Off };
        if on { Ok(()) } else { self.remove() }
    }

    /// Removes what is there, and writes nothing until [`Self::wake`].
    ///
    /// # Errors
    /// If some of it is still there.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        if self.state == State::On {
            self.state = State::Asleep;
        }
        self.remove()
    }

    /// Writes again after [`Self::forget`], because there is something to keep again.
    pub(super) fn wake(&mut self) {
        if self.state == State::Asleep {
            self.state = State::On;
        }
    }

    fn open(&self) -> io::Result<(File, u64)> {
        whole_file::make_folder(&self.folder)?;
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.folder.join(NAME))?;
        let size = file.metadata()?.len();
        Ok((file, size))
    }

    fn remove(&mut self) -> io::Result<()> {
        self.open = None;
        let removed = [NAME, OLD_NAME].map(|name| whole_file::remove(&self.folder.join(name)));
        removed.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(folder: &std::path::Path) -> Files {
        let mut files = Files::new(folder.to_owned());
        files.keep(true).unwrap();
        files
    }

    #[test]
    fn the_log_never_grows_beyond_its_two_files_and_keeps_the_newest_lines() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = on(folder.path());
        let filling = "x".repeat(99);
        let count = 3 * MOST_BYTES / 100 + 10;
        for number in 0..count {
            files.write(&format!("{number:06} {filling}")).unwrap();
        }
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        let (new, old) = (read(NAME), read(OLD_NAME));
        assert!(new.len() as u64 <= MOST_BYTES && old.len() as u64 <= MOST_BYTES);
        assert!(old.len() as u64 > MOST_BYTES - 200, "the file is filled before it is put aside");
        let numbers: Vec<u64> =
            old.lines().chain(new.lines()).map(|line| line[..6].parse().unwrap()).collect();
        assert!(numbers.windows(2).all(|pair| pair[1] == pair[0] + 1), "no line is lost between the two");
        assert_eq!(numbers.last(), Some(&(count - 1)));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_later_start_goes_on_where_the_last_one_stopped() {
        let folder = tempfile::tempdir().unwrap();
        on(folder.path()).write("one").unwrap();
        on(folder.path()).write("two").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(NAME)).unwrap(), "one\ntwo\n");
    }

    #[test]
    fn off_removes_the_log_and_writes_nothing_until_it_is_on_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = on(folder.path());
        fs::write(folder.path().join(OLD_NAME), "old").unwrap();
        files.write("one").unwrap();
        files.keep(false).unwrap();
        files.write("two").unwrap();
        files.wake();
        files.write("three").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        files.keep(true).unwrap();
        files.write("four").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(NAME)).unwrap(), "four\n");
    }

    #[test]
    fn what_was_forgotten_stays_away_until_there_is_something_new_to_keep() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = on(folder.path());
        files.write("one").unwrap();
        files.forget().unwrap();
        files.write("two").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        files.wake();
        files.write("three").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(NAME)).unwrap(), "three\n");
    }

    #[test]
    fn what_cannot_be_removed_is_told() {
        let folder = tempfile::tempdir().unwrap();
        // A folder with something in it is not removed like a file.
        fs::create_dir(folder.path().join(NAME)).unwrap();
        fs::write(folder.path().join(NAME).join("x"), "x").unwrap();
        assert!(Files::new(folder.path().to_owned()).keep(false).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_user_may_read_the_log() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        on(folder.path()).write("one").unwrap();
        let mode = fs::metadata(folder.path().join(NAME)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
