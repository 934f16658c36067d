//! Which label belongs to which value.
//!
//! A secret taken for an API key is sent to Binance. So a label counts only where it cannot mean anything else: "secret" in a sentence
//! above two values says nothing of the first one, and the heading of what follows on a page says nothing of the value before it.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::Found;
use crate::domain::Part;

/// What matters for finding labels.
pub(super) enum Event {
    /// A label.
    Announced(Part),
    /// Stars or dots instead of a value.
    Masked,
    /// A value.
    Value(Zeroizing<String>),
}

/// Something, and the line that it is in.
#[derive(Clone, Copy)]
pub(super) struct Place<What> {
    pub(super) what: What,
    pub(super) line: usize,
}

/// Each value with the label that belongs to it, in the order of the text. `wordy`: the lines with words that are neither labels nor
/// values.
pub(super) fn labelled(events: &[Place<Event>], wordy: &BTreeSet<usize>) -> Vec<Found> {
    followed(events, wordy).unwrap_or_else(|| preceded(events, wordy))
}

/// The values with the labels after them, if each value is followed by one on its line, and no line has other words. A single value is
/// better taken for secret, whatever else its line says.
fn followed(events: &[Place<Event>], wordy: &BTreeSet<usize>) -> Option<Vec<Found>> {
    let pairs = events.chunks(2).map(|pair| match pair {
        [
            Place { what: Event::Value(value), line },
            Place { what: Event::Announced(part), line: of_label },
        ] if line == of_label && (!wordy.contains(line) || events.len() == 2 && *part == Part::SecretKey) => {
            Some((value.clone(), Some(*part)))
        }
        _ => None,
    });
    pairs.collect()
}

/// The values with the labels before them.
fn preceded(events: &[Place<Event>], wordy: &BTreeSet<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut labels: Vec<Place<Part>> = Vec::new();
    let mut row: Vec<Place<&Zeroizing<String>>> = Vec::new();
    for Place { what, line } in events {
        if !matches!(what, Event::Value(_)) && !row.is_empty() {
            found.extend(label_row(&std::mem::take(&mut row), &std::mem::take(&mut labels), wordy));
        }
        match what {
            Event::Value(value) => row.push(Place { what: value, line: *line }),
            Event::Announced(part) => {
                labels.pop_if(|last| last.what == *part);
                labels.push(Place { what: *part, line: *line });
            }
            Event::Masked => labels.clear(),
        }
    }
    found.extend(label_row(&row, &labels, wordy));
    found
}

/// The values that stand together, with the labels before them.
fn label_row(
    row: &[Place<&Zeroizing<String>>],
    labels: &[Place<Part>],
    wordy: &BTreeSet<usize>,
) -> Vec<Found> {
    let Some(first) = row.first() else { return Vec::new() };
    // What a sentence mentions is no label for what stands below it; but for a single value it is better taken for secret.
    let counts = |label: &&Place<Part>| {
        !wordy.contains(&label.line)
            || label.line == first.line
            || row.len() == 1 && label.what == Part::SecretKey
    };
    let labels: Vec<Place<Part>> = labels.iter().filter(counts).copied().collect();
    let labels = &labels[labels.len().saturating_sub(row.len())..];
    let parts: Vec<Part> = match labels {
        // Secret first: either it heads a table, or what is said is not clear, and then the values are refused.
        [one, other] if one.what == Part::SecretKey => {
            let together = one.line == other.line;
            if together && !wordy.contains(&one.line) {
                vec![one.what, other.what]
            } else if !together && other.line == first.line {
                vec![other.what]
            } else {
                vec![one.what]
            }
        }
        _ => labels.iter().map(|label| label.what).collect(),
    };
    let parts = parts.into_iter().map(Some).chain(std::iter::repeat(None));
    row.iter().map(|value| value.what.clone()).zip(parts).collect()
}
