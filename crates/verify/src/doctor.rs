//! `smartradex-verify doctor`: what stands between this computer and Binance.

use std::fmt::Write;

use serde::Serialize;
use smartradex_binance::Endpoint;
use smartradex_wizard::{CheckLine, CheckState, Checkup, Engine, Target, Trouble, Words, bare};

use crate::arguments::Manner;
use crate::report::{End, beware};
use crate::runtime;

/// Runs the doctor. Returns what to print and how the program ends.
pub(crate) fn look(endpoint: &Endpoint, manner: Manner, words: Words) -> (String, End) {
    let version = env!("CARGO_PKG_VERSION");
    let Some(found) = runtime::run(smartradex_doctor::check_up(endpoint, Engine::OutsideWindow, version))
    else {
        return (format!("{}\n", words.string("doctor-lost")), End::Unknown);
    };
    let end = if found.is_fine() { End::Accepted } else { End::Unknown };
    (if manner.json { json(&found, endpoint, words) } else { text(&found, endpoint, words) }, end)
}

/// The object that `--json` prints.
#[derive(Debug, Serialize)]
struct Said {
    fine: bool,
    /// The server to which the way was checked.
    endpoint: String,
    /// The names of the troubles, those on the way to Binance first.
    troubles: Vec<String>,
    sentence: String,
    lines: Vec<Line>,
    /// For each trouble in turn: what is wrong, why that may be, what to do.
    explanation: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    state: CheckState,
    text: String,
}

fn json(found: &Checkup, endpoint: &Endpoint, words: Words) -> String {
    let said = Said {
        fine: found.is_fine(),
        endpoint: endpoint.to_string(),
        troubles: found.troubles().into_iter().map(Trouble::name).collect(),
        sentence: bare(&found.sentence(Target::Binance, words)),
        lines: lines(found, words),
        explanation: explanation(found, words).concat(),
    };
    // Only strings, lists and booleans: nothing that JSON cannot express.
    format!("{}\n", serde_json::to_string(&said).unwrap_or_default())
}

/// For people: a sentence that sums it up, the lines, what to do.
fn text(found: &Checkup, endpoint: &Endpoint, words: Words) -> String {
    let state = if found.is_fine() { CheckState::Ok } else { CheckState::Wrong };
    let mut text = format!("{} {}\n\n", state.symbol(), bare(&found.sentence(Target::Binance, words)));
    if let Some(beware) = beware(endpoint, words) {
        let _ = writeln!(text, "! {beware}\n");
    }
    // Writing into a String cannot fail.
    for line in lines(found, words) {
        let _ = writeln!(text, "  {} {}", line.state.symbol(), line.text);
    }
    for sentences in explanation(found, words) {
        let _ = writeln!(text, "\n{}", sentences.join("\n"));
    }
    text
}

fn lines(found: &Checkup, words: Words) -> Vec<Line> {
    let line = |line: CheckLine| Line { id: line.id, state: line.state, text: bare(&line.text) };
    found.lines(words).into_iter().map(line).collect()
}

/// The sentences for each trouble.
fn explanation(found: &Checkup, words: Words) -> Vec<Vec<String>> {
    let troubles = found.troubles().into_iter();
    troubles.map(|trouble| trouble.explain(words).sentences().iter().map(bare).collect()).collect()
}
