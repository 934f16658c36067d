//! Files for the user, saved where downloads go.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::whole_file;

/// The folder for files that are given to the user: the downloads, or else the user's home.
#[must_use]
pub(crate) fn folder() -> Option<PathBuf> {
    dirs::download_dir().filter(|folder| folder.is_dir()).or_else(dirs::home_dir)
}

/// Writes a file under a free name, with ` (2)` and so on before the extension if needed, and returns its path. Under that name it is there
/// whole or not at all, even if the program is killed meanwhile.
///
/// # Errors
/// If it could not be saved; then nothing of it is left.
pub(crate) fn save(folder: &Path, name: &str, content: &str) -> io::Result<PathBuf> {
    // A name with a folder in it would lead elsewhere.
    let name =
        Path::new(name).file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidInput)?;
    let (stem, extension) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, extension)| (stem, format!(".{extension}")));
    let mut file = tempfile::Builder::new().prefix(whole_file::TEMPORARY).tempfile_in(folder)?;
    file.write_all(content.as_bytes())?;
    file.as_file().sync_all()?;
    for number in 1..=MOST_NAMES {
        let numbered = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("{stem}{numbered}{extension}"));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => file = refused.file,
            Err(refused) => return Err(refused.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// How many names to try. No user has more files of one name.
const MOST_NAMES: u32 = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_never_replaces_another() {
        let folder = tempfile::tempdir().unwrap();
        let save = |content| save(folder.path(), "SmartradeX 2026.01.ics", content).unwrap();
        let paths = [save("one"), save("two"), save("three")];
        let names = paths.each_ref().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
        assert_eq!(
            names,
            ["SmartradeX 2026.01.ics", "SmartradeX 2026.01 (2).ics", "SmartradeX 2026.01 (3).ics"]
        );
        let contents = paths.map(|path| std::fs::read_to_string(path).unwrap());
        assert_eq!(contents, ["one", "two", "three"]);
    }

    #[test]
    fn whoever_sees_the_file_sees_all_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.txt");
        let content = "x".repeat(20_000_000);
        let (its_path, length) = (path.clone(), content.len());
        let reader = std::thread::spawn(move || {
            let first_seen = std::iter::repeat_with(|| std::fs::metadata(&its_path)).find_map(Result::ok);
            assert_eq!(first_seen.unwrap().len(), length as u64);
        });
        assert_eq!(save(folder.path(), "report.txt", &content).unwrap(), path);
        reader.join().unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn a_name_cannot_lead_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = save(folder.path(), "../../outside.txt", "x").unwrap();
        assert_eq!(path, folder.path().join("outside.txt"));
        assert!(save(folder.path(), "..", "x").is_err());
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(save(&folder.path().join("missing"), "file.txt", "x").is_err());
    }
}
