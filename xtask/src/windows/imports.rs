//! What the programs import from Windows' libraries when they start.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::steps::{self, Failure, Outcome, say};

/// Functions that only version 6 of comctl32.dll has. Windows gives that version to programs whose manifest asks for it; any other program
/// that imports such a function does not start. Tests have no manifest.
const OF_THE_SIXTH_VERSION: [&str; 5] = [
    "TaskDialog",
    "TaskDialogIndirect",
    "LoadIconMetric",
    "LoadIconWithScaleDown",
    "ImageList_CoCreateInstance",
];

/// Checks that every program built into the folder starts without a manifest.
pub(super) fn check(folder: &Path) -> Outcome {
    let programs = programs(folder)?;
    for program in &programs {
        let listing = steps::ask(Command::new("x86_64-w64-mingw32-objdump").arg("-p").arg(program))?;
        if let Some(function) = asked_for(&listing) {
            return Err(Failure::new(format!(
                "{} imports {function}, and would not start without a manifest. If it is of an earlier build, remove it.",
                program.display()
            )));
        }
    }
    say(&format!("None of {} programs needs a manifest to start.", programs.len()));
    Ok(())
}

fn programs(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let failed = |error| Failure::because(folder.display(), &error);
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(failed)?;
    let paths = entries.iter().map(fs::DirEntry::path);
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "exe")).collect())
}

/// The first such function in objdump's listing, where a function's name comes last in its line.
fn asked_for(listing: &str) -> Option<&str> {
    let names = listing.lines().filter_map(|line| line.split_whitespace().last());
    names.into_iter().find(|name| OF_THE_SIXTH_VERSION.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_of_the_sixth_version_is_found_among_the_imports() {
        let listing = |name| {
            format!(
                "\tDLL Name: comctl32.dll\n\tvma:  Hint/Ord Member-Name Bound-To\n\t3c9b674\t  108  {name}\n"
            )
        };
        assert_eq!(asked_for(&listing("TaskDialogIndirect")), Some("TaskDialogIndirect"));
        assert_eq!(asked_for(&listing("SetWindowSubclass")), None);
    }
}
