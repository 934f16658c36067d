//! `cargo xtask bundle`: makes the packages for Debian and Fedora, checks them, installs one in a clean root, opens the program,
//! and removes it again.

mod clean_root;
mod packages;
mod screen;
mod tauri_cli;

use crate::page;
use crate::steps::{Outcome, say};
use crate::system::{self, Need, Purpose, Sign};

use clean_root::CleanRoot;

/// What this command needs in addition to what builds the programs.
pub(crate) const NEEDS: &[Need] = &[
    Need {
        apt: "dpkg-dev",
        why: "dpkg-shlibdeps, to find the libraries that the programs need",
        sign: Sign::Program("dpkg-shlibdeps"),
    },
    Need { apt: "lintian", why: "lintian, Debian's judge of packages", sign: Sign::Program("lintian") },
    Need {
        apt: "appstream",
        why: "appstreamcli, to judge what software centres will show",
        sign: Sign::Program("appstreamcli"),
    },
    Need {
        apt: "desktop-file-utils",
        why: "desktop-file-validate, to judge the entry of the menu",
        sign: Sign::Program("desktop-file-validate"),
    },
    Need { apt: "rpm", why: "rpm, to look into the package for Fedora", sign: Sign::Program("rpm") },
    Need {
        apt: "mmdebstrap",
        why: "mmdebstrap, to make a clean root to install in",
        sign: Sign::Program("mmdebstrap"),
    },
    Need { apt: "xvfb", why: "Xvfb, a screen that nobody sees", sign: Sign::Program("Xvfb") },
    Need { apt: "xdotool", why: "xdotool, to find the window", sign: Sign::Program("xdotool") },
    Need { apt: "imagemagick", why: "import, to take its picture", sign: Sign::Program("import") },
    Need {
        apt: "tesseract-ocr",
        why: "tesseract, to read what the picture shows",
        sign: Sign::Program("tesseract"),
    },
];

/// Makes the packages and does with them what a user does: installs, opens and removes.
pub(crate) fn run() -> Outcome {
    system::prepare(Purpose::Bundle)?;
    page::build()?;
    let packages = packages::make()?;
    packages.judge()?;

    let root = CleanRoot::make()?;
    root.install_what_it_depends_on(&packages.deb)?;
    let before = root.files()?;
    root.install(&packages.deb)?;
    let seen = root.open_the_program()?;
    root.remove_the_package()?;
    root.expect_only(&before)?;
    packages.expect_small()?;

    say(&format!("\nThe packages are good. The first screen said: {seen}"));
    for package in [&packages.deb, &packages.rpm] {
        say(&format!("  {} bytes  {}", packages::size(package)?, package.display()));
    }
    Ok(())
}
