//! What was measured.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;

use serde_json::{Map, Value, json};
use smartradex_tests::Outcome;

use crate::places::Places;

/// Names and numbers, in the order in which they were measured, each with its goal.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Report(Vec<Line>);

#[derive(Debug, PartialEq)]
struct Line {
    name: String,
    value: Option<f64>,
    /// The goal in words, and whether it is met.
    goal: String,
}

const NOT_MEASURED: &str = "not measured";

impl Report {
    /// The last report written; an empty one if there is none.
    pub(crate) fn of_before(places: &Places) -> Outcome<Self> {
        match fs::read_to_string(places.bench().join("report.md")) {
            Ok(table) => Ok(Self::read(&table)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Records a number. `None` is one that could not be measured, and is reported as missing.
    pub(crate) fn tell(&mut self, name: &'static str, value: Option<f64>, goal: Goal) {
        let new = Line { name: name.to_owned(), value: value.map(rounded), goal: goal.judged(value) };
        match self.0.iter_mut().find(|line| line.name == name) {
            Some(before) => *before = new,
            None => self.0.push(new),
        }
    }

    /// Records the sizes of the files.
    pub(crate) fn sizes(&mut self, places: &Places) {
        let size = |path: Option<std::path::PathBuf>| {
            let bytes = path.and_then(|path| fs::metadata(path).ok())?.len();
            // Below 2^53.
            #[expect(clippy::cast_precision_loss, reason = "a file of some megabytes")]
            Some(bytes as f64)
        };
        self.tell("binary_bytes", size(Some(places.window())), Goal::AtMost(9e6));
        self.tell("empty_window_bytes", size(Some(places.empty_window())), Goal::None);
        self.tell("verify_bytes", size(Some(places.verify())), Goal::None);
        self.tell("deb_bytes", size(places.deb()), Goal::AtMost(4e6));
    }

    /// Writes `report.json`, and the same as a table to `report.md`.
    pub(crate) fn write(&self, places: &Places) -> Outcome {
        let folder = places.bench();
        fs::create_dir_all(&folder)?;
        let values: Map<String, Value> =
            self.0.iter().map(|line| (line.name.clone(), json!(line.value))).collect();
        fs::write(folder.join("report.json"), serde_json::to_string_pretty(&values)? + "\n")?;
        Ok(fs::write(folder.join("report.md"), self.table())?)
    }

    fn table(&self) -> String {
        let mut table = String::from("| what | measured | goal |\n|---|---|---|\n");
        for Line { name, value, goal } in &self.0 {
            let value = value.map_or_else(|| NOT_MEASURED.to_owned(), |value| value.to_string());
            // Writing into a String cannot fail.
            let _ = writeln!(table, "| `{name}` | {value} | {goal} |");
        }
        table
    }

    /// Reads what [`Self::table`] writes.
    fn read(table: &str) -> Self {
        let line = |row: &str| {
            let (name, rest) = row.strip_prefix("| `")?.split_once("` | ")?;
            let (value, goal) = rest.split_once(" | ")?;
            let value = if value == NOT_MEASURED { None } else { Some(value.parse().ok()?) };
            Some(Line { name: name.to_owned(), value, goal: goal.strip_suffix(" |")?.to_owned() })
        };
        Self(table.lines().filter_map(line).collect())
    }
}

/// What a number should be.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// Reported for comparison only.
    None,
    AtMost(f64),
    Below(f64),
    AtLeast(f64),
}

impl Goal {
    fn judged(self, value: Option<f64>) -> String {
        let (words, met) = match self {
            Self::None => return String::new(),
            Self::AtMost(most) => (format!("at most {most}"), value.is_some_and(|value| value <= most)),
            Self::Below(limit) => (format!("below {limit}"), value.is_some_and(|value| value < limit)),
            Self::AtLeast(least) => (format!("at least {least}"), value.is_some_and(|value| value >= least)),
        };
        match value {
            Some(_) if met => format!("{words}: met"),
            Some(_) => format!("{words}: **missed**"),
            None => words,
        }
    }
}

/// The value in the middle; for an even number of values, the mean of the two in the middle.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) {
        Some(f64::midpoint(*sorted.get(middle.checked_sub(1)?)?, *sorted.get(middle)?))
    } else {
        sorted.get(middle).copied()
    }
}

/// The largest.
pub(crate) fn worst(values: &[f64]) -> Option<f64> {
    values.iter().copied().max_by(f64::total_cmp)
}

/// Two decimal places are more than any of the clocks provides.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 9.0]), Some(3.0));
        assert_eq!(worst(&[4.0, 9.0, 2.0]), Some(9.0));
    }

    #[test]
    fn a_report_keeps_what_is_not_measured_anew() {
        let mut report = Report::default();
        report.tell("start_ms", Some(412.345), Goal::None);
        report.tell("round_trips", Some(2.0), Goal::AtMost(3.0));
        report.tell("binance_sdk_ms", None, Goal::AtLeast(1.0));
        let mut later = Report::read(&report.table());
        assert_eq!(later, report);
        later.tell("round_trips", Some(4.5), Goal::AtMost(3.0));
        let rows: Vec<_> =
            later.0.iter().map(|line| (line.name.as_str(), line.value, line.goal.as_str())).collect();
        assert_eq!(
            rows,
            [
                ("start_ms", Some(412.35), ""),
                ("round_trips", Some(4.5), "at most 3: **missed**"),
                ("binance_sdk_ms", None, "at least 1")
            ]
        );
    }

    #[test]
    fn a_goal_is_met_missed_or_open() {
        assert_eq!(Goal::AtMost(1.1).judged(Some(1.1)), "at most 1.1: met");
        assert_eq!(Goal::Below(16.0).judged(Some(16.0)), "below 16: **missed**");
        assert_eq!(Goal::AtLeast(10.0).judged(None), "at least 10");
        assert_eq!(Goal::None.judged(Some(1.0)), "");
    }
}
