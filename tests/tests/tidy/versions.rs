//! One version for everything that is distributed.

use super::{files, none};

#[test]
fn the_version_is_the_same_wherever_it_is_said() {
    let said = |path: &str, before: &str, after: &str| {
        let found = files(|file| file.path == path);
        let text = found.first().map(|file| file.text.clone()).unwrap_or_default();
        let version = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
        version.map_or_else(|| format!("none in {path}"), |(version, _)| version.to_owned())
    };
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
