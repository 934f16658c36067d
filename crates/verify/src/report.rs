//! What is reported at the end, to people and to programs.

use std::fmt::Write;

use serde::Serialize;
use smartradex_binance::{Endpoint, Examination};
use smartradex_wizard::{
    Cause, Check, CheckState, Decision, Doubt, Evidence, Explanation, Lang, Part, Span, Text, VaultFault,
    Verdict, Words, other_address,
};

use crate::arguments::WrongUsage;
use crate::input::{NoKey, NotAKey};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Accepted,
    Refused,
    Unknown,
    WrongUsage,
}

impl End {
    /// The exit status. 64 is `EX_USAGE` of sysexits.h.
    pub(crate) fn status(self) -> u8 {
        match self {
            Self::Accepted => 0,
            Self::Refused => 1,
            Self::Unknown => 2,
            Self::WrongUsage => 64,
        }
    }
}

/// Everything that is reported. Serialized, it is the object that `--json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    accepted: bool,
    /// The server that was asked, if any was.
    endpoint: Option<String>,
    /// The names of the causes, the most important or most likely first.
    causes: Vec<String>,
    /// Whether the causes are only likely ones.
    likely: bool,
    /// The verdict in a sentence.
    verdict: String,
    /// What happened, why that may be, what to do.
    explanation: Vec<String>,
    /// What looks unusual about the values.
    doubts: Vec<String>,
    checks: Vec<Line>,
    /// Round trips made one after another, not counting the opening of the connection.
    round_trips: u32,
    /// A warning if the server is not Binance: nothing reported here then holds for a real key.
    #[serde(skip)]
    beware: Option<String>,
    #[serde(skip)]
    also: Vec<String>,
    #[serde(skip)]
    pub(crate) end: End,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    state: CheckState,
    evidence: &'static str,
    text: String,
    #[serde(skip)]
    evidence_in_words: String,
}

impl Report {
    /// For a key that was examined.
    pub(crate) fn of_verdict(
        verdict: &Verdict,
        examination: &Examination,
        endpoint: &Endpoint,
        doubts: &[(Part, Doubt)],
        words: Words,
    ) -> Self {
        let others = if verdict.likely { verdict.causes.get(1..).unwrap_or_default() } else { &[] };
        Self {
            accepted: verdict.decision == Decision::Accepted,
            endpoint: Some(endpoint.to_string()),
            beware: beware(endpoint, words),
            causes: verdict.causes.iter().map(ToString::to_string).collect(),
            likely: verdict.likely,
            verdict: in_plain(&verdict.sentence(words), words),
            explanation: verdict.explanation(words).iter().map(|text| in_plain(text, words)).collect(),
            doubts: doubts
                .iter()
                .map(|(part, doubt)| about(*part, &in_plain(&doubt.text(words), words), words))
                .collect(),
            checks: lines(verdict, words),
            round_trips: examination.round_trips,
            also: others.iter().map(|cause| cause.spoken(words)).collect(),
            end: match verdict.decision {
                Decision::Accepted => End::Accepted,
                Decision::Refused => End::Refused,
                Decision::Unknown | Decision::Pending => End::Unknown,
            },
        }
    }

    /// For input that contained no key to examine.
    fn of_paste(not_a_key: NotAKey, words: Words) -> Self {
        let NotAKey { part, problem } = not_a_key;
        let text = in_plain(&problem.text(words), words);
        let verdict = part.map_or_else(|| text.clone(), |part| about(part, &text, words));
        Self {
            causes: problem
                .cause()
                .map(Cause::name)
                .into_iter()
                .chain([problem.name()])
                .map(str::to_owned)
                .collect(),
            explanation: vec![in_plain(&problem.todo(words), words)],
            ..Self::without_check(verdict, End::Refused)
        }
    }

    /// For input from which no key came.
    pub(crate) fn of_input(no_key: NoKey, words: Words) -> Self {
        let (cause, verdict, todo) = match no_key {
            NoKey::NotAKey(not_a_key) => return Self::of_paste(not_a_key, words),
            NoKey::Unread => ("input-unread", "verify-input-unread", "verify-input-unread-todo"),
            NoKey::ForeignTerminal => {
                ("foreign-terminal", "verify-foreign-terminal", "verify-foreign-terminal-todo")
            }
        };
        Self {
            causes: vec![cause.to_owned()],
            explanation: vec![words.string(todo)],
            ..Self::without_check(words.string(verdict), End::Unknown)
        }
    }

    /// For a keyring that did not give the key.
    pub(crate) fn of_keyring(fault: VaultFault, words: Words) -> Self {
        let Explanation { happened, why, todo } = fault.explain(words);
        Self {
            causes: vec![format!("keyring-{}", fault.name())],
            explanation: [why, todo].iter().map(|text| in_plain(text, words)).collect(),
            ..Self::without_check(in_plain(&happened, words), End::Unknown)
        }
    }

    /// For a wrong command line.
    pub(crate) fn of_usage(wrong: WrongUsage, words: Words) -> Self {
        Self {
            causes: vec!["wrong-usage".to_owned()],
            explanation: vec![words.string("verify-try-help")],
            ..Self::without_check(words.string(wrong.message()), End::WrongUsage)
        }
    }

    fn without_check(verdict: String, end: End) -> Self {
        Self {
            accepted: false,
            endpoint: None,
            beware: None,
            causes: Vec::new(),
            likely: false,
            verdict,
            explanation: Vec::new(),
            doubts: Vec::new(),
            checks: Vec::new(),
            round_trips: 0,
            also: Vec::new(),
            end,
        }
    }

    /// One line of JSON.
    pub(crate) fn json(&self) -> String {
        // Only strings, numbers, booleans and lists: nothing that JSON cannot express.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// For people: the verdict, what was found, what to do.
    pub(crate) fn text(&self, words: Words) -> String {
        let sign = match self.end {
            End::Accepted => "✓",
            End::Refused | End::WrongUsage => "✗",
            End::Unknown => "?",
        };
        let mut text = format!("{sign} {}\n", self.verdict);
        if let Some(beware) = &self.beware {
            let _ = writeln!(text, "\n! {beware}");
        }
        // Writing into a String cannot fail.
        if !self.checks.is_empty() {
            text.push('\n');
        }
        for line in &self.checks {
            let _ = writeln!(text, "  {} {} ({})", line.state.symbol(), line.text, line.evidence_in_words);
        }
        if !self.explanation.is_empty() {
            text.push('\n');
        }
        for sentence in self.explanation.iter().chain(&self.doubts) {
            let _ = writeln!(text, "{sentence}");
        }
        if !self.also.is_empty() {
            let _ = writeln!(text, "\n{}", words.string("verify-also"));
        }
        for cause in &self.also {
            let _ = writeln!(text, "  • {cause}");
        }
        text
    }
}

/// A warning if the server asked is not Binance.
pub(crate) fn beware(endpoint: &Endpoint, words: Words) -> Option<String> {
    (!endpoint.is_binance()).then(|| in_plain(&other_address(&endpoint.to_string(), words), words))
}

fn lines(verdict: &Verdict, words: Words) -> Vec<Line> {
    let line = |check: &Check| {
        let in_words = check.line(words);
        Line {
            id: in_words.id,
            state: check.state,
            evidence: check.evidence.map_or("", Evidence::name),
            text: in_plain(&in_words.text, words),
            evidence_in_words: in_words.evidence.unwrap_or_default(),
        }
    };
    verdict.checks.iter().map(line).collect()
}

/// The text, preceded by the name of the value that it is about.
fn about(part: Part, text: &str, words: Words) -> String {
    let label = words.label(match part {
        Part::ApiKey => "api-key",
        Part::SecretKey => "secret-key",
    });
    words.named(&label, text)
}

/// The text without its markup; names of controls are put in the language's quotation marks.
fn in_plain(text: &Text, words: Words) -> String {
    let (open, close) = match words.lang {
        Lang::Fr => ("«\u{A0}", "\u{A0}»"),
        Lang::En => ("“", "”"),
    };
    text.iter()
        .map(|span| match span {
            Span::Control { text, .. } => format!("{open}{text}{close}"),
            Span::Plain { text }
            | Span::Foreign { text, .. }
            | Span::Strong { text }
            | Span::Term { text, .. }
            | Span::Code { text } => text.clone(),
        })
        .collect()
}
