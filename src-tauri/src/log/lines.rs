//! From events to lines of text.

use std::fmt;

use jiff::Timestamp;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::Log;

/// The target of the program's own events. Those of libraries may contain anything: an address with its signature, a header.
pub(super) const TARGET: &str = "smartradex";

/// Makes a line of each of the program's own events.
pub(super) struct Lines(Log);

impl Lines {
    /// The lines go to this log.
    pub(super) fn to(log: Log) -> Self {
        Self(log)
    }
}

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == TARGET
    }

    fn event(&self, event: &Event<'_>) {
        let about = event.metadata();
        let mut line = format!("{:.3} {} {}", Timestamp::now(), about.level(), about.name());
        event.record(&mut Fields(&mut line));
        self.0.line(line);
    }

    // Spans are not used: no line has to say what it happened within.

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Writes `name=value` for words and numbers.
struct Fields<'a>(&'a mut String);

impl Fields<'_> {
    fn push(&mut self, field: &Field, value: &str) {
        self.0.push(' ');
        self.0.push_str(field.name());
        self.0.push('=');
        // One event is one line.
        self.0.extend(value.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
    }
}

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.push(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.push(field, &value.to_string());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.push(field, &value.to_string());
    }

    /// A value that only has a debug form is left out, because nobody knows what is in it.
    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}
