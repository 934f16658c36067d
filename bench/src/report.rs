//! What was measured.

use std::fmt::Write;
use std::fs;

use serde_json::{Map, Value, json};
use smartradex_tests::Outcome;

use crate::places::Places;

/// Names and numbers, in the order in which they were measured, each with its goal.
#[derive(Default)]
pub(crate) struct Report {
    values: Map<String, Value>,
    lines: Vec<Line>,
}

struct Line {
    name: &'static str,
    value: String,
    goal: String,
}

impl Report {
    /// Takes a number. One that could not be measured is `None`, and is said to be missing.
    pub(crate) fn tell(&mut self, name: &'static str, value: Option<f64>, goal: Goal) {
        let shown = value.map_or_else(|| "not measured".to_owned(), |value| rounded(value).to_string());
        self.values.insert(name.to_owned(), json!(value.map(rounded)));
        self.lines.push(Line { name, value: shown, goal: goal.judged(value) });
    }

    /// Takes the sizes of the files.
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
        fs::write(folder.join("report.json"), serde_json::to_string_pretty(&self.values)? + "\n")?;
        let mut table = String::from("| what | measured | goal |\n|---|---|---|\n");
        for Line { name, value, goal } in &self.lines {
            // A String takes whatever is written.
            let _ = writeln!(table, "| `{name}` | {value} | {goal} |");
        }
        Ok(fs::write(folder.join("report.md"), table)?)
    }
}

/// What a number should be.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// Told for comparison only.
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

/// The one in the middle; of an even number the mean of the two.
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

/// Two digits after the point are more than any of the clocks gives.
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
    fn a_goal_is_met_missed_or_open() {
        assert_eq!(Goal::AtMost(1.1).judged(Some(1.1)), "at most 1.1: met");
        assert_eq!(Goal::Below(16.0).judged(Some(16.0)), "below 16: **missed**");
        assert_eq!(Goal::AtLeast(10.0).judged(None), "at least 10");
        assert_eq!(Goal::None.judged(Some(1.0)), "");
    }
}
