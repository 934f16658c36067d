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
    let found = runtime::run(smartradex_doctor::check_up(endpoint, Engine::OutsideWindow, version));
    let fine = found.as_ref().is_some_and(Checkup::is_fine);
    let end = if fine { End::Accepted } else { End::Unknown };
    (told(found.as_ref(), endpoint, manner, words), end)
}

/// What to print. `None`: the doctor could not run.
fn told(found: Option<&Checkup>, endpoint: &Endpoint, manner: Manner, words: Words) -> String {
    match found {
        _ if manner.json => json(found, endpoint, words),
        Some(found) => text(found, endpoint, words),
        None => format!("{}\n", words.string("doctor-lost")),
    }
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

fn json(found: Option<&Checkup>, endpoint: &Endpoint, words: Words) -> String {
    let endpoint = endpoint.to_string();
    let said = match found {
        Some(found) => Said {
            fine: found.is_fine(),
            endpoint,
            troubles: found.troubles().into_iter().map(Trouble::name).collect(),
            sentence: bare(&found.sentence(Target::Binance, words)),
            lines: lines(found, words),
            explanation: explanation(found, words).concat(),
        },
        None => Said {
            fine: false,
            endpoint,
            troubles: Vec::new(),
            sentence: words.string("doctor-lost"),
            lines: Vec::new(),
            explanation: Vec::new(),
        },
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

#[cfg(test)]
mod tests {
    use smartradex_wizard::Lang;

    use super::*;

    #[test]
    fn a_doctor_that_could_not_run_says_so_as_json_too() {
        let words = Words { lang: Lang::En, binance: Lang::En };
        let manner = |json| Manner { json, lang: Lang::En };
        let endpoint = Endpoint::binance();
        let printed = told(None, &endpoint, manner(true), words);
        let said: serde_json::Value = serde_json::from_str(&printed).unwrap_or_default();
        assert_eq!(said["fine"], false);
        assert_eq!(said["sentence"], words.string("doctor-lost"));
        assert_eq!(told(None, &endpoint, manner(false), words).trim_end(), words.string("doctor-lost"));
    }
}
