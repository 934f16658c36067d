//! `cargo xtask tour`: goes through the program on a virtual screen and saves a picture of each screen.

use std::fs;
use std::path::{Path, PathBuf};

use crate::steps::{self, Failure, Outcome, root, say};
use crate::system::{self, Purpose};
use crate::{page, programs};

/// The looks of the desktop and shapes of the window in which the tour is taken; always in both languages.
#[derive(Clone, Copy)]
pub(crate) enum Looks {
    /// Light and wide, as most people first see it.
    First,
    /// Light and dark, in every shape of the window.
    All,
}

/// Builds everything, takes the tour and says where the pictures are.
pub(crate) fn run(looks: Looks) -> Outcome {
    system::prepare(Purpose::Window)?;
    page::build()?;
    programs::build(&["--test", "tour"])?;

    let folder = root().join("target/tour");
    clear(&folder)?;
    let mut tour = programs::cargo();
    tour.args(["test", "--workspace", "--test", "tour"]).env("SMARTRADEX_PROGRAM", programs::window()?);
    let what = match looks {
        Looks::First => {
            tour.arg("light_wide");
            "Going through the program in French and in English"
        }
        Looks::All => {
            tour.args(["--", "--include-ignored"]);
            "Going through the program in French and in English, light and dark, in a window of every shape"
        }
    };
    let ended = steps::run(what, &mut tour);
    // Printed after a failure too: the last picture shows where it stopped.
    let pictures = pictures(&folder)?;
    say(&format!("\n{} pictures, in the order of the screens, are in {}", pictures.len(), folder.display()));
    ended?;
    if pictures.is_empty() { Err(Failure::new("The tour ended without a picture.")) } else { Ok(()) }
}

/// Empties the folder: pictures of an earlier tour would be mistaken for this one's.
fn clear(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::because(folder.display(), &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::because(folder.display(), &error))
}

fn pictures(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| Failure::because(folder.display(), &error))?;
    for entry in entries {
        let path = entry.map_err(|error| Failure::because(folder.display(), &error))?.path();
        if path.is_dir() {
            found.extend(pictures(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "png") {
            found.push(path);
        }
    }
    Ok(found)
}
