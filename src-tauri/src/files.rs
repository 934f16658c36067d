//! Files for the user, where downloads go.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder for files that are given to the user: downloads, or where there is none, the user's own folder.
#[must_use]
pub(crate) fn folder() -> Option<PathBuf> {
    dirs::download_dir().filter(|folder| folder.is_dir()).or_else(dirs::home_dir)
}

/// Writes a file under a name that is free: ` (2)` and so on is put before the extension. Gives the path.
///
/// # Errors
/// When the file is not there whole; then nothing of it is.
pub(crate) fn save(folder: &Path, name: &str, content: &str) -> io::Result<PathBuf> {
    // A name with a folder in it would lead elsewhere.
    let name =
        Path::new(name).file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidInput)?;
    let (stem, extension) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, extension)| (stem, format!(".{extension}")));
    for number in 1..=MOST_NAMES {
        let numbered = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("{stem}{numbered}{extension}"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(content.as_bytes()).and_then(|()| file.sync_all());
                if let Err(error) = written {
                    // Half a file would be worse than none; that it could not be removed changes nothing.
                    let _ = std::fs::remove_file(&path);
                    return Err(error);
                }
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// More files of one name than this are not a user's.
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
