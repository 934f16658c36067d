//! The types that cross to the page are generated from the Rust types; this test fails if a file is out of date.
//!
//! To regenerate them: `BLESS=1 cargo test -p smartradex-wizard --test bindings`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use smartradex_wizard::{Action, Screen};
use ts_rs::{Config, TS};

#[test]
fn bindings_are_those_of_the_types() {
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/bindings");
    let fresh = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(fresh.path());
    Screen::export_all(&config).unwrap();
    Action::export_all(&config).unwrap();
    if std::env::var_os("BLESS").is_some() {
        if written.exists() {
            fs::remove_dir_all(&written).unwrap();
        }
        fs::create_dir_all(&written).unwrap();
        for (name, text) in files(fresh.path()) {
            fs::write(written.join(name), text).unwrap();
        }
    }
    let (fresh, written) = (files(fresh.path()), files(&written));
    assert!(!fresh.is_empty(), "the types export something");
    assert_eq!(
        fresh.keys().collect::<Vec<_>>(),
        written.keys().collect::<Vec<_>>(),
        "ui/src/bindings holds exactly the exported types; run with BLESS=1"
    );
    for (name, text) in fresh {
        assert_eq!(written.get(&name), Some(&text), "{name} is stale; run with BLESS=1");
    }
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()));
    files.collect()
}
