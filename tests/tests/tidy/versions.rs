//! One version for everything that is distributed, and one compiler that makes it.

use super::{files, none};

#[test]
fn the_version_is_the_same_wherever_it_is_said() {
    let version = said("Cargo.toml", "[workspace.package]\nversion = \"", "\"");
    assert!(version.starts_with(|sign: char| sign.is_ascii_digit()), "{version}");
    let others = [
        ("ui/package.json", "\"version\": \"", "\""),
        ("xtask/tauri-cli/package.json", "\"version\": \"", "\""),
        ("src-tauri/linux/fr.smartradex.setup.metainfo.xml", "<release version=\"", "\""),
        ("src-tauri/linux/changelog", "smartradex-setup (", ")"),
        ("CHANGELOG.md", "\n## ", " "),
    ];
    none(others.iter().filter_map(|(path, before, after)| {
        let other = said(path, before, after);
        (other != version).then(|| format!("{path}: {other}, and not {version}"))
    }));
}

/// The oldest compiler that is promised to do is the one that is tried.
#[test]
fn both_workflows_pin_the_compiler_that_the_manifest_asks_for() {
    let wanted = said("Cargo.toml", "\nrust-version = \"", "\"");
    for workflow in [".github/workflows/check.yml", ".github/workflows/release.yml"] {
        let pinned = said(workflow, "\n  RUSTUP_TOOLCHAIN: ", "\n");
        assert!(pinned.starts_with(&format!("{wanted}.")), "{workflow}: {pinned}, and not {wanted}");
        let text = files(|file| file.path == workflow).remove(0).text;
        none(
            text.lines()
                .filter(|line| {
                    line.contains("rustup toolchain install")
                        && !line.contains("install ${{ env.RUSTUP_TOOLCHAIN }} ")
                })
                .map(str::to_owned),
        );
    }
}

/// What stands between `before` and `after` in a file.
fn said(path: &str, before: &str, after: &str) -> String {
    let found = files(|file| file.path == path);
    let text = found.first().map(|file| file.text.clone()).unwrap_or_default();
    let version = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    version.map_or_else(|| format!("none in {path}"), |(version, _)| version.to_owned())
}
