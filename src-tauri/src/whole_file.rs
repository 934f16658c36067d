//! Small files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Replaces or creates a file. Whatever happens meanwhile, even a power failure, either the old content is there or the new. Only the user
/// may read it; missing folders are created, for the user only.
///
/// # Errors
/// If it is uncertain that the new content is on the disk; either the old content is there or the new.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let file = temporary(path, content)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync_folder(path)
}

/// The new content of a file, under another name beside it.
#[derive(Debug)]
pub(crate) struct Next(File, PathBuf);

impl Next {
    /// Hands it to the system, without waiting for the disk: from then on it outlives the program, but not yet a power failure.
    ///
    /// # Errors
    /// If the system does not take it; what was there under the other name then still is.
    pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<Self> {
        Ok(Self(temporary(path, content)?.persist(path)?, path.to_owned()))
    }

    /// Puts it on the disk, then in the place of the content that it replaces.
    ///
    /// # Errors
    /// If it is uncertain that it is on the disk. It is then still under the other name, or in its place already.
    pub(crate) fn replace(self, path: &Path) -> io::Result<()> {
        let Self(file, next) = self;
        file.sync_all()?;
        drop(file);
        fs::rename(next, path)?;
        sync_folder(path)
    }
}

/// A temporary file with this content beside `path`. Only the user can read it; it is removed unless it is kept.
fn temporary(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    make_folder(folder)?;
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    file.write_all(content)?;
    Ok(file)
}

/// Removes a file; it is fine if there is none.
///
/// # Errors
/// If it is still there.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Removes what [`write`] and [`Next::write`] left half done in this folder when the program was killed; if one file cannot be removed, the
/// others are all the same.
///
/// # Errors
/// If the folder cannot be read, or something is still there.
pub(crate) fn remove_half_done(folder: &Path) -> io::Result<()> {
    let mut removed = Ok(());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            removed = removed.and(remove(&entry.path()));
        }
    }
    removed
}

/// Creates a folder that only the user may look into, and any missing ones above it.
///
/// # Errors
/// If it is not there afterwards.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The beginning of the names of temporary files.
pub(crate) const TEMPORARY: &str = ".half-done-";

/// A file's new name is on the disk only once its folder is.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path.parent().ok_or(io::ErrorKind::InvalidInput)?)?.sync_all()
}

/// Windows does this by itself, and cannot open a folder as a file.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/down/file.json");
        write(&path, b"first").unwrap();
        write(&path, b"second, and longer").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second, and longer");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no temporary file is left");
    }

    #[test]
    fn the_next_content_lies_beside_the_old_one_until_it_replaces_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, beside) = (folder.path().join("file.json"), folder.path().join("next.json"));
        write(&path, b"first").unwrap();
        let next = Next::write(&beside, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read(&beside).unwrap(), b"second", "already there for who starts now");
        next.replace(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_user_may_read_it() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made/file.json");
        let beside = folder.path().join("made/next.json");
        write(&path, b"x").unwrap();
        let _next = Next::write(&beside, b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(&beside), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }

    #[test]
    fn a_write_that_fails_leaves_the_old_content_and_no_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        // A folder with something in it cannot be replaced by a file.
        fs::create_dir(&path).unwrap();
        fs::write(path.join("old"), b"old").unwrap();
        assert!(write(&path, b"new").is_err());
        assert_eq!(fs::read(path.join("old")).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), b"x").unwrap();
        assert!(write(&folder.path().join("file/inside.json"), b"x").is_err());
    }

    #[test]
    fn what_was_left_half_done_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(format!("{TEMPORARY}abc")), b"half").unwrap();
        fs::write(folder.path().join("other"), b"x").unwrap();
        remove_half_done(folder.path()).unwrap();
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["other"]);
    }

    #[test]
    fn removing_what_is_not_there_is_fine() {
        let folder = tempfile::tempdir().unwrap();
        remove(&folder.path().join("never")).unwrap();
    }
}
