//! What the desk shows for a caller's code.

use super::inert::inert;
use super::lane::tree_blocks;
use super::saying::{likely, pairs};
use crate::cause::Cause;
use crate::l10n::Words;
use crate::lang::Lang;
use crate::screen::{Block, Card, Fact, Icon, Text, Tone, plain};
use crate::support::{ClockClass, Code, Finding, KeyringState, Situation, SystemFamily, exemplar};
use crate::verdict::{Decision, box_label};
use crate::view::parts::{bot_name, icon_button, tone_label};
use crate::wizard::Wizard;
use crate::{Press, bare};

impl Wizard {
    pub(super) fn caller(&self, code: Code, situation: &Situation, words: Words) -> Vec<Block> {
        let twin = Self::like(situation, self.now);
        // The labels are those that the caller sees, in either language.
        let words = Words { binance: situation.binance, ..words };
        let theirs = Words { lang: situation.language, ..words };
        let mut blocks = vec![Block::Cards { cards: vec![card(&twin, situation, words)] }];
        blocks.extend(situation.cause.map(|cause| answered(situation, cause, words)));
        blocks.push(Block::Heading { text: words.text("desk-say") });
        blocks.extend(pairs(&twin, situation, theirs, words));
        blocks.push(Block::Heading { text: words.text("desk-likely") });
        blocks.push(Block::Points { sign: crate::PointSign::Dot, items: likely(situation, words) });
        blocks.push(Block::Details {
            summary: words.text("desk-sees"),
            blocks: seen(&twin, theirs, words),
            open: true,
        });
        if let Some(step) = situation.spot.step() {
            blocks.push(Block::Details {
                summary: words.text("desk-tree"),
                blocks: tree_blocks(crate::help::tree(step), theirs, words),
                open: false,
            });
        }
        blocks.push(Block::Verbatim {
            label: words.string("desk-note"),
            text: note(code, &twin, situation, words),
        });
        blocks.push(Block::Buttons {
            stacked: false,
            buttons: vec![icon_button(words, "desk-note-copy", Icon::Copy, Press::CopyNote)],
        });
        blocks
    }

    /// The note about the caller, where there is one.
    pub(crate) fn note(&self) -> Option<String> {
        let code = Code::parse(&self.desk.code).ok()?;
        let situation = code.situation().ok()?;
        let words = Words { binance: situation.binance, ..self.words() };
        Some(note(code, &Self::like(&situation, self.now), &situation, words))
    }
}

fn card(twin: &Wizard, situation: &Situation, words: Words) -> Card {
    let (tone, state) = match situation.cause {
        Some(cause) => (Tone::Warning, plain(cause.spoken(words))),
        None => (Tone::Info, words.text("desk-no-cause")),
    };
    let facts = facts(situation, words).into_iter().map(|(name, value)| Fact { name, value: plain(value) });
    Card {
        title: plain(twin.place_to_say(words)),
        tone,
        tone_label: tone_label(words, tone),
        state,
        facts: facts.collect(),
        buttons: Vec::new(),
        found: Vec::new(),
    }
}

/// Name and value, for the card and for the note.
pub(in crate::view) fn facts(situation: &Situation, words: Words) -> Vec<(String, String)> {
    let language = |lang| {
        words.string(match lang {
            Lang::Fr => "desk-french",
            Lang::En => "desk-english",
        })
    };
    let mode = if situation.practice { "app-rail-practice" } else { "app-rail-real" };
    let mut facts = vec![
        ("desk-fact-bot", bot_name(words, situation.bot)),
        ("desk-fact-mode", words.string(mode)),
        ("desk-fact-language", language(situation.language)),
        ("desk-fact-binance", language(situation.binance)),
        ("desk-fact-version", version(situation, words)),
        ("desk-fact-system", system(situation.system, words)),
        ("desk-fact-keyring", keyring(situation.keyring, words)),
        ("desk-fact-clock", clock(situation.clock, words)),
    ];
    if !situation.findings.is_empty() {
        let findings: Vec<String> =
            situation.findings.iter().map(|finding| bare(&found(finding, words))).collect();
        facts.push(("desk-fact-findings", findings.join(" · ")));
    }
    facts.into_iter().map(|(name, value)| (words.string(name), value)).collect()
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

/// The caller's screen, in the caller's language, with nothing on it that could be pressed.
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

/// For the ticket: what the code says, in lines.
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
    let facts = facts(situation, words).into_iter().map(|(name, value)| words.named(&name, value));
    lines.extend(facts);
    lines.join("\n")
}
