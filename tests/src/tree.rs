//! The files of the repository, for the rules about them.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders whose contents are generated rather than written.
const MADE: [&str; 6] = [".git", "dist", "gen", "node_modules", "snapshots", "target"];

/// A text file of the repository.
#[derive(Debug)]
pub struct File {
    /// Its path from the root, with `/` on every system.
    pub path: String,
    /// Its contents.
    pub text: String,
}

impl File {
    /// Whether its name ends in a dot and `extension`.
    #[must_use]
    pub fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|own| own == extension)
    }
}

/// The workspace's folder.
#[must_use]
pub fn root() -> PathBuf {
    // As cargo reports it now: the value from compile time is wrong once the folder has been moved.
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// Every text file below `folder` (relative to the root; "" is the root), sorted by path, without what tools generate.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn files(folder: &str) -> io::Result<Vec<File>> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found)?;
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn collect(folder: &Path, into: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // Not followed: a link could lead out of the repository.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if !MADE.iter().any(|made| entry.file_name() == *made) {
                collect(&path, into)?;
            }
        } else if kind.is_file() {
            // Pictures and icons are not UTF-8.
            if let Ok(text) = String::from_utf8(fs::read(&path)?) {
                let path = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                into.push(File { path, text });
            }
        }
    }
    Ok(())
}
