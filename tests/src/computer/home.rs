//! The files of a test's computer, in a temporary folder.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::Outcome;

/// The folder, removed when dropped.
#[derive(Debug)]
pub struct Home(TempDir);

impl Home {
    pub(super) fn make() -> Outcome<Self> {
        let home = Self(TempDir::with_prefix("smartradex-")?);
        for folder in [home.user(), home.programs(), home.runtime(), home.temporary()] {
            // Only the user may read XDG_RUNTIME_DIR; some programs refuse any other.
            DirBuilder::new().mode(0o700).create(folder)?;
        }
        Ok(home)
    }

    /// HOME.
    #[must_use]
    pub fn user(&self) -> PathBuf {
        self.0.path().join("home")
    }

    /// Where the program keeps its session, its log and its window's position.
    #[must_use]
    pub fn kept(&self) -> PathBuf {
        self.user().join(".local/share/fr.smartradex.setup")
    }

    /// The same when the program asks another server instead of Binance.
    #[must_use]
    pub fn kept_of_other_address(&self) -> PathBuf {
        self.kept().join("other-address")
    }

    /// What the programs print.
    #[must_use]
    pub fn log(&self) -> Log {
        Log(self.0.path().join("log"))
    }

    /// Every file written by any program that contains these bytes.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn files_with(&self, bytes: &[u8]) -> Outcome<Vec<PathBuf>> {
        let mut found = Vec::new();
        collect(self.0.path(), &mut |path, content| {
            if content.windows(bytes.len()).any(|part| part == bytes) {
                found.push(path.to_owned());
            }
        })?;
        Ok(found)
    }

    /// Programs that take precedence over the system's.
    pub(super) fn programs(&self) -> PathBuf {
        self.0.path().join("bin")
    }

    pub(super) fn runtime(&self) -> PathBuf {
        self.0.path().join("run")
    }

    pub(super) fn temporary(&self) -> PathBuf {
        self.0.path().join("tmp")
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

/// The file with everything that the window's programs printed.
#[derive(Debug, Clone)]
pub struct Log(PathBuf);

impl Log {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Its end, to be shown when a test fails.
    #[must_use]
    pub fn last_words(&self) -> String {
        let log = fs::read(&self.0).unwrap_or_default();
        let text = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

fn collect(folder: &Path, each: &mut impl FnMut(&Path, &[u8])) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), each)?;
        } else if kind.is_file() {
            // A running program may have removed it a moment ago.
            match fs::read(entry.path()) {
                Ok(content) => each(&entry.path(), &content),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
