//! Wine, with its own Windows in a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::steps::{self, Failure, Outcome, root};

/// Where distributions install it.
pub(super) const PLACES: [&str; 4] =
    ["/usr/lib/wine/wine64", "/usr/bin/wine64", "/usr/bin/wine", "/usr/local/bin/wine"];

/// Wine, and the folders that make up its Windows.
pub(super) struct Wine {
    program: &'static str,
    /// Its drive C: and its registry, which contains the credential manager's entries.
    prefix: PathBuf,
    /// Where it looks for libraries after its own.
    libraries: String,
}

impl Wine {
    /// Makes a new Windows below `folder`, where cargo builds.
    pub(super) fn prepare(folder: &Path) -> Outcome<Wine> {
        let program = PLACES.into_iter().find(|place| Path::new(place).exists());
        let program = program.ok_or_else(|| Failure::new("Wine is not where it is looked for."))?;
        let prefix = folder.join("wine");
        let own = folder.join("libraries");
        for made in [&prefix, &own] {
            if made.exists() {
                fs::remove_dir_all(made).map_err(|error| Failure::because(made.display(), &error))?;
            }
            fs::create_dir_all(made).map_err(|error| Failure::because(made.display(), &error))?;
        }
        steps::run(
            "Making the library that Wine 8 lacks",
            Command::new("x86_64-w64-mingw32-gcc")
                .args(["-shared", "-O2", "-Wall", "-Werror", "-o"])
                .arg(own.join("bcryptprimitives.dll"))
                .arg(root().join("xtask/src/windows/bcryptprimitives.c"))
                .arg("-ladvapi32"),
        )?;
        // Tauri's build puts WebView2's loader beside the programs; tests are one folder deeper.
        let beside = folder.join(super::TARGET).join("debug");
        let libraries =
            [own, beside].map(|path| format!("Z:{}", path.display()).replace('/', "\\")).join(";");
        Ok(Wine { program, prefix, libraries })
    }

    /// Lets this Wine run the programs that `cargo` builds.
    pub(super) fn runs_for<'a>(&self, cargo: &'a mut Command) -> &'a mut Command {
        cargo
            .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", self.program)
            .env("WINEPREFIX", &self.prefix)
            .env("WINEPATH", &self.libraries)
            // Otherwise insta would ask cargo, which does not exist there.
            .env("INSTA_WORKSPACE_ROOT", root())
            // What Wine lacks is known, and it would say so many times over.
            .env("WINEDEBUG", "-all")
            // No questions about optional parts, which would wait for a click.
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
    }
}
