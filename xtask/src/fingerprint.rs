//! Whether files are unchanged since last time.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::steps::{Failure, Outcome, root};

/// A number for the names and contents of `paths` and everything below them. What is absent counts as absent.
/// Contents are used rather than times, because git sets a file's time anew each time it writes it.
pub(crate) fn of(paths: &[PathBuf]) -> Outcome<u64> {
    let mut files = BTreeSet::new();
    for path in paths {
        collect(path, &mut files).map_err(|error| Failure::because(path.display(), &error))?;
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        let content = fs::read(&file).map_err(|error| Failure::because(file.display(), &error))?;
        file.strip_prefix(root()).unwrap_or(&file).hash(&mut hasher);
        content.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// Whether `state` is what was noted under `name` last time.
pub(crate) fn is_noted(name: &str, state: &str) -> bool {
    fs::read_to_string(note(name)).is_ok_and(|noted| noted == state)
}

/// Notes `state` under `name`, for the next time.
pub(crate) fn write(name: &str, state: &str) -> Outcome {
    let note = note(name);
    let folder = note.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&note, state))
        .map_err(|error| Failure::because(note.display(), &error))
}

fn note(name: &str) -> PathBuf {
    root().join("target/xtask").join(name)
}

fn collect(path: &Path, into: &mut BTreeSet<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), into)?;
        }
    } else if path.exists() {
        into.insert(path.to_path_buf());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_new_and_a_renamed_file_are_noticed_and_a_new_time_is_not() {
        let folder = std::env::temp_dir().join(format!("smartradex-fingerprint-{}", std::process::id()));
        let below = folder.join("below");
        fs::create_dir_all(&below).unwrap();
        let print = || of(std::slice::from_ref(&folder)).unwrap();

        fs::write(below.join("a"), "one").unwrap();
        let first = print();
        fs::write(below.join("a"), "one").unwrap();
        assert_eq!(print(), first, "written again with the same content");
        fs::write(below.join("a"), "two").unwrap();
        let changed = print();
        assert_ne!(changed, first);
        fs::write(below.join("b"), "").unwrap();
        let added = print();
        assert_ne!(added, changed);
        fs::rename(below.join("b"), below.join("c")).unwrap();
        assert_ne!(print(), added);

        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(print(), of(&[]).unwrap(), "what is absent counts as absent");
    }
}
