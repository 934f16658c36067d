//! What a crash tells, seen from outside: by a copy of this program that panics.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::env;
use std::process::Command;

use smartradex_vault::keep_crashes_quiet;

/// Set in the copy.
const COPY: &str = "SMARTRADEX_TEST_PANICS";
/// As if it were a piece of a key.
const WORD: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

#[test]
fn a_panic_tells_its_place_and_nothing_of_its_message() {
    if env::var_os(COPY).is_some() {
        keep_crashes_quiet("this-program", |place| eprintln!("told of line {}", place.line()));
        panic!("{WORD} is not what was expected");
    }
    let mut copy = Command::new(env::current_exe().unwrap());
    copy.args(["--exact", "a_panic_tells_its_place_and_nothing_of_its_message", "--nocapture"]);
    // A backtrace would show arguments of functions, but no values.
    let output = copy.env(COPY, "1").env("RUST_BACKTRACE", "full").output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    let place = said.lines().find_map(|line| line.strip_prefix("this-program: a fault of the program at "));
    let (file, position) = place.unwrap_or_else(|| panic!("no place in {said:?}")).split_once(':').unwrap();
    assert!(file.ends_with("crash.rs"), "{said}");
    assert!(said.contains(&format!("told of line {}", position.split(':').next().unwrap())), "{said}");
    assert!(!said.contains(&WORD[..12]), "{said}");
}
