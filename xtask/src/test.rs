//! `cargo xtask test`: every check and every test; the last line is `N passed, N failed`.

use std::process::ExitCode;

use crate::check::{self, Tally};
use crate::steps::{self, Failure, Outcome, complain, say};
use crate::system::{self, Purpose};
use crate::{deny, page, programs};

/// Installs what is missing, then runs every check and every test, and ends with the count of both. Nothing may be printed after
/// that.
pub(crate) fn run() -> ExitCode {
    let mut tally = Tally::default();
    if let Err(failure) = everything(&mut tally) {
        complain(&failure.to_string());
        tally.failed += 1;
    }
    if deny::command().is_none() {
        say(&format!("\n{}", deny::left_out()));
    }
    say(&format!("\n{} passed, {} failed", tally.passed, tally.failed));
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn everything(tally: &mut Tally) -> Outcome {
    system::prepare(Purpose::Window)?;
    system::prepare_rust()?;
    page::build()?;
    *tally = check::all();
    // Built together with the tests, so that their dependencies are built only once, with the same features.
    programs::build(&["--tests"])?;
    let failed_before = tally.failed;
    let status = steps::run_and_read(
        "Running the tests",
        programs::cargo()
            .args(["test", "--workspace", "--no-fail-fast"])
            .env("SMARTRADEX_PROGRAM", programs::window()?),
        |line| {
            if let Some(result) = read_result(line) {
                tally.passed += result.passed;
                tally.failed += result.failed;
            }
        },
    )?;
    if !status.success() && tally.failed == failed_before {
        // A test program that was killed or did not compile prints no line of results.
        return Err(Failure::new(format!("`cargo test` failed ({status}) without saying which test.")));
    }
    Ok(())
}

/// The counts in a line such as `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
pub(crate) fn read_result(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |of: &str| {
        counts.split(';').find_map(|part| part.trim().strip_suffix(of)?.trim().parse::<u64>().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_results_are_counted_and_others_are_not() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.31s";
        assert_eq!(read_result(ok), Some(Tally { passed: 12, failed: 0 }));
        let bad = "test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        assert_eq!(read_result(bad), Some(Tally { passed: 3, failed: 4 }));
        for other in ["test results: ok. 1 passed; 0 failed;", "3 passed, 0 failed", "test a ... ok", ""] {
            assert_eq!(read_result(other), None, "{other}");
        }
    }
}
