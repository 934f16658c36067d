//! What the desk shows for a caller's code.

use super::inert::inert;
use super::matter::{Matter, value_label};
use super::saying::{likely, pairs, said};
use super::tree::tree_blocks;
use crate::cause::Cause;
use crate::domain::Part;
use crate::help::Tree;
use crate::l10n::Words;
use crate::lang::Lang;
use crate::screen::{Block, Card, Fact, Icon, Text, Tone, plain};
use crate::support::{
    ClockClass, Code, Fields, Finding, KeyringState, Situation, Spot, SystemFamily, exemplar,
};
use crate::verdict::{Decision, box_label};
use crate::view::parts::{bot_name, icon_button, tone_label};
use crate::wizard::Wizard;
use crate::{Press, bare};

impl Wizard {
    pub(super) fn caller(&self, code: Code, situation: &Situation, words: Words) -> Vec<Block> {
        let twin = Self::like(situation, self.now);
        // The labels are those that the caller sees, whatever the agent's language.
        let words = Words { binance: situation.binance, ..words };
        let theirs = Words { lang: situation.language, ..words };
        let mut blocks = vec![Block::Cards { cards: vec![card(&twin, situation, words)] }];
        blocks.push(Block::Heading { text: words.text("desk-say") });
        blocks.extend(pairs(|words| said(&twin, situation, words), theirs, words));
        let matter = Matter::of(situation);
        let also = pairs(|words| matter.also_possible(situation, words), theirs, words);
        if !also.is_empty() {
            let summary = words.text("step4-also-possible");
            blocks.push(Block::Details { summary, blocks: also, open: false });
        }
        let likely = likely(situation, words);
        if !likely.is_empty() {
            blocks.push(Block::Heading { text: words.text("desk-likely") });
            blocks.push(Block::Points { sign: crate::PointSign::Dot, items: likely });
        }
        // A caller who was called by a stranger is led no further.
        let tree = Tree::at(situation.spot, situation.practice);
        let tree = tree.filter(|_| matter != Matter::SuspiciousCall);
        blocks.extend(tree.map(|tree| Block::Details {
            summary: words.text("desk-tree"),
            blocks: tree_blocks(tree.root(), theirs, words),
            open: false,
        }));
        blocks.push(Block::Details {
            summary: words.text("desk-sees"),
            blocks: seen(&twin, theirs, words),
            open: true,
        });
        blocks.push(Block::Details {
            summary: words.text("desk-says"),
            blocks: said_by_code(situation, words),
            open: false,
        });
        blocks.push(Block::Verbatim {
            label: words.string("desk-note"),
            text: note(code, &twin, situation, words),
        });
        blocks.push(Block::Buttons {
            stacked: false,
            buttons: vec![
                icon_button(words, "desk-note-copy", Icon::Copy, Press::CopyNote),
                icon_button(words, "desk-next-call", Icon::Clear, Press::NextCall),
            ],
        });
        blocks
    }

    /// The note about the caller, if there is a caller.
    pub(crate) fn note(&self) -> Option<String> {
        let code = Code::parse(&self.desk.code).ok()?;
        let situation = code.situation().ok()?;
        let words = Words { binance: situation.binance, ..self.words() };
        Some(note(code, &Self::like(&situation, self.now), &situation, words))
    }
}

fn card(twin: &Wizard, situation: &Situation, words: Words) -> Card {
    let (tone, state) = Matter::of(situation).name(situation, words);
    let mut facts = facts_at_hand(situation, words);
    facts.extend(in_front(twin, situation, words));
    Card {
        title: plain(twin.place_to_say(words)),
        tone,
        tone_label: tone_label(words, tone),
        state,
        facts: facts.into_iter().map(|(name, value)| Fact { name, value: plain(value) }).collect(),
        buttons: Vec::new(),
        found: Vec::new(),
    }
}

/// The screen in front of the journey's screen, by its name.
fn in_front(twin: &Wizard, situation: &Situation, words: Words) -> Option<(String, String)> {
    situation.overlay.map(|_| (words.string("desk-fact-overlay"), twin.kicker(words)))
}

/// What the code says besides the place, the problem, the version and the system, as names and values.
pub(in crate::view) fn facts(situation: &Situation, words: Words) -> Vec<(String, String)> {
    [facts_at_hand(situation, words), facts_beside(situation, words)].concat()
}

/// What the agent needs at once.
fn facts_at_hand(situation: &Situation, words: Words) -> Vec<(String, String)> {
    let mode = if situation.practice { "app-rail-practice" } else { "app-rail-real" };
    let mut facts =
        vec![("desk-fact-bot", bot_name(words, situation.bot)), ("desk-fact-mode", words.string(mode))];
    if !situation.findings.is_empty() {
        let findings: Vec<String> =
            situation.findings.iter().map(|finding| bare(&found(finding, words))).collect();
        facts.push(("desk-fact-findings", findings.join(" · ")));
    }
    if situation.spot == Spot::Entering {
        let fields = Part::ALL.map(|part| field(situation.fields, part, words));
        facts.push(("desk-fact-fields", fields.join(" · ")));
    }
    named(facts, words)
}

/// What helps when the words to say do not.
fn facts_beside(situation: &Situation, words: Words) -> Vec<(String, String)> {
    let language = |lang| {
        words.string(match lang {
            Lang::Fr => "desk-french",
            Lang::En => "desk-english",
        })
    };
    let facts = vec![
        ("desk-fact-language", language(situation.language)),
        ("desk-fact-binance", language(situation.binance)),
        ("desk-fact-keyring", keyring(situation.keyring, words)),
        ("desk-fact-clock", clock(situation.clock, words)),
    ];
    named(facts, words)
}

/// Where it happens. A report has this from the computer itself, and says more.
fn facts_of_computer(situation: &Situation, words: Words) -> Vec<(String, String)> {
    let facts = vec![
        ("desk-fact-version", version(situation, words)),
        ("desk-fact-system", system(situation.system, words)),
    ];
    named(facts, words)
}

fn named(facts: Vec<(&str, String)>, words: Words) -> Vec<(String, String)> {
    facts.into_iter().map(|(name, value)| (words.string(name), value)).collect()
}

/// One of the two fields of step 4.
fn field(fields: Fields, part: Part, words: Words) -> String {
    let state = match fields.refused() {
        Some((refused, problem)) if refused == part => {
            bare(&problem.text(words)).trim_end_matches('.').to_owned()
        }
        Some(_) | None if fields.has(part) => words.string("desk-field-taken"),
        Some(_) | None => words.string("desk-field-missing"),
    };
    words.named(&words.label(value_label(part)), state)
}

fn version(situation: &Situation, words: Words) -> String {
    match situation.release.version() {
        Some(version) => version.to_owned(),
        None if situation.release.is_later() => words.string("desk-version-later"),
        None => words.string("desk-version-unlisted"),
    }
}

fn system(system: SystemFamily, words: Words) -> String {
    match system {
        SystemFamily::Windows => "Windows".to_owned(),
        SystemFamily::MacOs => "macOS".to_owned(),
        SystemFamily::Linux => "Linux".to_owned(),
        SystemFamily::Other => words.string("desk-system-other"),
    }
}

fn keyring(keyring: KeyringState, words: Words) -> String {
    words.string(match keyring {
        KeyringState::NotAsked => "desk-keyring-not-asked",
        KeyringState::Kept => "desk-keyring-kept",
        KeyringState::Declined => "desk-keyring-declined",
        KeyringState::Fault(fault) => return bare(&fault.explain(words).happened),
    })
}

fn clock(clock: ClockClass, words: Words) -> String {
    words.string(match clock {
        ClockClass::Unknown => "desk-clock-unknown",
        ClockClass::Right => "desk-clock-right",
        ClockClass::BehindMinutes => "desk-clock-behind-minutes",
        ClockClass::BehindHours => "desk-clock-behind-hours",
        ClockClass::BehindDays => "desk-clock-behind-days",
        ClockClass::AheadMinutes => "desk-clock-ahead-minutes",
        ClockClass::AheadHours => "desk-clock-ahead-hours",
        ClockClass::AheadDays => "desk-clock-ahead-days",
    })
}

fn found(finding: Finding, words: Words) -> Text {
    match finding {
        Finding::Off(permission) => {
            words.text_with("desk-finding-off", &[("box", words.label(box_label(permission)).into())])
        }
        Finding::On(permission) => {
            words.text_with("desk-finding-on", &[("box", words.label(box_label(permission)).into())])
        }
        Finding::UnknownOn => words.text("desk-finding-unknown"),
        Finding::IpRestricted => words.text("desk-finding-ip"),
        Finding::Unclear => words.text("desk-finding-unclear"),
    }
}

/// All that the code says, except what is on the card.
fn said_by_code(situation: &Situation, words: Words) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        situation.cause.map(|cause| answered(situation, cause, words)).into_iter().collect();
    let facts = [facts_beside(situation, words), facts_of_computer(situation, words)].concat().into_iter();
    let items = facts.map(|(name, value)| plain(words.named(&name, value))).collect();
    blocks.push(Block::Points { sign: crate::PointSign::Dot, items });
    blocks
}

/// What Binance answered, and what it means.
fn answered(situation: &Situation, cause: Cause, words: Words) -> Block {
    let verdict = exemplar::verdict(situation);
    let tone = match verdict.decision {
        Decision::Unknown | Decision::Pending => Tone::Info,
        Decision::Refused | Decision::Accepted => Tone::Warning,
    };
    let mut explanation = vec![match cause.answer() {
        "" => words.text("desk-no-answer"),
        answer => words.text_with("desk-answer", &[("answer", answer.into())]),
    }];
    explanation.extend(verdict.explanation(words));
    Block::Verdict {
        tone,
        tone_label: tone_label(words, tone),
        sentence: Some(verdict.sentence(words)),
        explanation,
    }
}

/// The caller's screen, in the caller's language, with nothing to press.
fn seen(twin: &Wizard, theirs: Words, words: Words) -> Vec<Block> {
    let lang = Some(theirs.lang).filter(|lang| *lang != words.lang);
    let screen = twin.screen();
    let mut blocks = inert(screen.blocks, theirs);
    let buttons = screen.main.into_iter().chain(screen.others).chain(screen.back);
    blocks.extend(super::inert::names(buttons.collect()));
    let picture = screen.picture.map(|picture| Block::Drawing { picture: super::inert::still(picture) });
    let mut groups = vec![Block::Group { title: Some(screen.heading), lang, blocks }];
    groups.extend(picture.map(|picture| Block::Group { title: None, lang, blocks: vec![picture] }));
    groups
}

/// The note for the ticket: what the code says, line by line.
fn note(code: Code, twin: &Wizard, situation: &Situation, words: Words) -> String {
    let mut lines = vec![
        words.named(&words.string("desk-note-code"), code),
        words.named(&words.string("desk-note-place"), twin.place_to_say(words)),
    ];
    let cause = match situation.cause {
        Some(cause) => format!("{} ({}; {})", cause.spoken(words), cause.name(), cause.answer()),
        None => words.string("desk-no-cause"),
    };
    lines.push(words.named(&words.string("desk-note-cause"), cause));
    let facts = in_front(twin, situation, words)
        .into_iter()
        .chain(facts(situation, words))
        .chain(facts_of_computer(situation, words));
    lines.extend(facts.map(|(name, value)| words.named(&name, value)));
    lines.join("\n")
}
