//! Where the programs are.

use std::env;
use std::path::{Path, PathBuf};

use smartradex_tests::{Failure, Outcome};

/// A target folder, as `cargo xtask bench` fills it.
pub(crate) struct Places(PathBuf);

impl Places {
    /// The folder named on the command line.
    pub(crate) fn given() -> Outcome<Self> {
        let folder = env::args_os().nth(1).ok_or_else(|| Failure::new("no target folder named"))?;
        Ok(Self(PathBuf::from(folder).canonicalize()?))
    }

    /// The program with the window.
    pub(crate) fn window(&self) -> PathBuf {
        self.0.join("release/smartradex-setup")
    }

    /// The window with nothing in it.
    pub(crate) fn empty_window(&self) -> PathBuf {
        self.bench().join("empty-window/release/empty-window")
    }

    /// The examination without a window.
    pub(crate) fn verify(&self) -> PathBuf {
        self.0.join("release/smartradex-verify")
    }

    /// The practice exchange.
    pub(crate) fn practice(&self) -> PathBuf {
        self.0.join("release/smartradex-practice")
    }

    /// The Debian package, if `cargo xtask bundle` has made one.
    pub(crate) fn deb(&self) -> Option<PathBuf> {
        let found = self.0.join("release/bundle/deb").read_dir().ok()?.flatten();
        let packages = found.map(|entry| entry.path()).filter(|path| is_deb(path));
        packages.max_by_key(|path| path.metadata().and_then(|found| found.modified()).ok())
    }

    /// The folder with what was installed for comparison, where reports go as well.
    pub(crate) fn bench(&self) -> PathBuf {
        self.0.join("bench")
    }
}

fn is_deb(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "deb")
}
