//! Step 4: the two fields, the examination, the verdict, and the keyring.

use smartradex_practice::Scenario;

use super::Body;
use super::mirror;
use super::parts::{
    also_possible, bot_name, button, icon_button, lead, link_button, note, paragraph, tone_label,
};
use crate::action::Press;
use crate::cause::Cause;
use crate::domain::{Part, Step};
use crate::l10n::Words;
use crate::paste::PasteProblem;
use crate::screen::{Block, Button, CheckLine, CheckState, Icon, Layout, Picture, Span, Text, Tone};
use crate::verdict::{Check, Decision, Evidence, Verdict};
use crate::wizard::{Field, Keeping, Look, Wizard, Work};

impl Wizard {
    pub(super) fn key_step(&self, words: Words) -> Body {
        match &self.work {
            Work::Entering => self.entering(words),
            Work::Examining { examination, .. } => {
                let verdict = crate::verdict::judge(examination, &self.known(self.journey().bot));
                self.examining(&verdict, words)
            }
            Work::Judged { verdict, look } => self.judged(verdict, look, words),
            Work::Accepted { verdict, keeping } => self.accepted(verdict, *keeping, words),
        }
    }

    fn entering(&self, words: Words) -> Body {
        let bot = bot_name(words, self.journey().bot);
        let mut check = button(words, "step4-main", Press::Check);
        check.icon = Some(Icon::Check);
        let missing = self.missing_part().map(|part| {
            words.string(match part {
                Part::ApiKey => "step4-missing-api-key",
                Part::SecretKey => "step4-missing-secret-key",
            })
        });
        check.disabled = missing.or_else(|| self.why_to_wait(words));
        check.next = check.disabled.is_none();
        let mut blocks = vec![lead(words.text_with("step4-lead", &[("bot", bot.as_str().into())]))];
        if self.has_checked_key() {
            blocks.push(Block::Note {
                tone: Tone::Info,
                tone_label: tone_label(words, Tone::Info),
                title: words.text_with("step4-checked", &[("bot", bot.as_str().into())]),
                text: vec![words.text("step4-checked-text")],
                buttons: vec![button(words, "step4-hand-over", Press::Next)],
            });
        }
        blocks.extend([
            self.paste_field(Part::ApiKey, words),
            self.paste_field(Part::SecretKey, words),
            note(words, Tone::Info, "step4-safe", &["step4-safe-1", "step4-safe-2"]),
            Block::Details {
                summary: words.text("step4-lost"),
                blocks: vec![paragraph(words.text("step4-lost-1")), paragraph(words.text("step4-lost-2"))],
                open: false,
            },
        ]);
        blocks.extend(self.offer_of_help(words));
        Body {
            place: "step-4",
            layout: Layout::Columns,
            heading: words.text("step4-heading"),
            blocks,
            picture: Some(self.step_picture(Step::PasteKeys, words)),
            back: Some(button(words, "app-back", Press::Back)),
            others: vec![super::help::not_seen(words)],
            main: Some(check),
        }
    }

    /// What the fields hold, to be read aloud.
    pub(super) fn fields_aloud(&self, words: Words) -> String {
        let held = |part| {
            let count = self.entry().field(part).taken()?.value.chars().count();
            let label = crate::bare(&words.text(field_label(part)));
            Some(words.named(&label, words.string_with("step4-taken", &[("count", count.into())])) + ".")
        };
        Part::ALL.into_iter().filter_map(held).collect::<Vec<_>>().join(" ")
    }

    fn paste_field(&self, part: Part, words: Words) -> Block {
        let field = self.entry().field(part);
        let label = field_label(part);
        let paste = match part {
            Part::ApiKey => "step4-paste-api-key",
            Part::SecretKey => "step4-paste-secret-key",
        };
        let (taken, problem) = match field {
            Field::Empty => (None, None),
            Field::Taken(cleaned, later) => {
                let count = cleaned.value.chars().count();
                let taken = words.string_with("step4-taken", &[("count", count.into())]);
                let later = later.map(|problem| {
                    let mut text = words.text("step4-before-stays");
                    text.extend(crate::screen::plain(" "));
                    text.extend(problem_text(problem, words));
                    text
                });
                (Some(taken), later.or_else(|| cleaned.doubt.map(|doubt| doubt.text(words))))
            }
            Field::Problem(problem) => (None, Some(problem_text(*problem, words))),
        };
        Block::PasteField {
            part,
            number: part_number(part),
            label: words.text(label),
            help: words.attribute(label, "detail", &[]),
            placeholder: words.string("step4-placeholder"),
            clear: taken
                .is_some()
                .then(|| icon_button(words, "step4-clear", Icon::Clear, Press::Clear { part })),
            taken,
            problem,
            paste: Button {
                next: self.missing_part() == Some(part),
                ..icon_button(words, paste, Icon::Paste, Press::Paste { part })
            },
        }
    }

    fn examining(&self, verdict: &Verdict, words: Words) -> Body {
        Body {
            place: "step-4-examining",
            layout: Layout::Single,
            heading: words.text("checks-heading"),
            blocks: vec![lead(words.text("checks-lead")), under_way(verdict, words)],
            picture: None,
            back: Some(icon_button(words, "checks-cancel", Icon::Stop, Press::Cancel)),
            others: Vec::new(),
            main: None,
        }
    }

    /// What was found, in groups of lines that are known in the same way.
    pub(super) fn lines(&self, verdict: &Verdict, words: Words) -> Vec<Block> {
        let known_by = |evidence: Evidence| {
            let lines: Vec<_> = verdict
                .checks
                .iter()
                .filter(|check| check.evidence == Some(evidence))
                .map(|check| CheckLine { evidence: None, ..check.line(words) })
                .collect();
            let label = match evidence {
                Evidence::VerifiedByBinance if self.practising() => "practice-proved",
                Evidence::VerifiedByBinance => "checks-by-binance",
                Evidence::ShownIndirectly => "checks-by-inference",
                Evidence::YouToldUs => "checks-by-you",
                Evidence::CannotBeChecked => "checks-by-nobody",
            };
            (!lines.is_empty()).then(|| Block::Checks { label: words.string(label), titled: true, lines })
        };
        Evidence::ALL.into_iter().filter_map(known_by).collect()
    }

    /// Whoever practises a problem is told which, where Binance's answer fits others as well.
    fn problem_chosen(&self, verdict: &Verdict, words: Words) -> Option<Block> {
        let rehearsal = self.session.rehearsal.as_ref().filter(|_| verdict.likely)?;
        let cause = Cause::parse(rehearsal.scenario.name())?.name_in_sentence(words);
        Some(paragraph(words.text_with("practice-chosen", &[("cause", cause.into())])))
    }

    /// Whether the value in the field for the API key is not from the drawing of a rehearsal. It may be a real one.
    fn is_not_drawn(&self) -> bool {
        let (Some(rehearsal), Some(taken)) =
            (&self.session.rehearsal, self.entry().field(Part::ApiKey).taken())
        else {
            return false;
        };
        let account = &rehearsal.account;
        let drawn = |number| account.api_key(number).is_some_and(|api_key| api_key == *taken.value);
        // The problems that are practised hand out values that are not drawn.
        rehearsal.scenario == Scenario::Good && !account.keys().iter().any(|key| drawn(key.number))
    }

    fn judged(&self, verdict: &Verdict, look: &Look, words: Words) -> Body {
        let tone = match verdict.decision {
            Decision::Unknown | Decision::Pending => Tone::Info,
            Decision::Refused | Decision::Accepted => Tone::Warning,
        };
        let mut blocks = vec![Block::Verdict {
            tone,
            tone_label: tone_label(words, tone),
            sentence: None,
            explanation: verdict.explanation(words),
        }];
        blocks.extend(self.problem_chosen(verdict, words));
        blocks.extend(self.is_not_drawn().then(|| paragraph(words.text("practice-not-drawn"))));
        if self.practising() && super::doctor::tells_more(&verdict.causes) {
            blocks.push(paragraph(words.text("practice-doctor")));
        }
        let ways = self.ways_on(verdict, words);
        let another_way = ways.iter().any(|button| button.next);
        if !ways.is_empty() {
            blocks.push(Block::Buttons { stacked: false, buttons: ways });
        }
        let stop = icon_button(words, "step4-stop-looking", Icon::Stop, Press::StopLooking);
        if look.request.is_some() {
            let stop = look.goes_on().then_some(stop);
            blocks.push(Block::Countdown { text: words.text("step4-looking"), gone: 1.0, stop });
        } else if let Some((at, span)) = look.next {
            let left = (at - self.now.as_millisecond()).clamp(0, span);
            let seconds = (left + 999) / 1000;
            blocks.push(Block::Countdown {
                text: words.text_with(
                    "step4-next-look",
                    &[("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())],
                ),
                gone: 1.0 - left as f32 / span.max(1) as f32,
                stop: Some(stop),
            });
        }
        if verdict.likely && verdict.causes.len() > 1 {
            let likely = verdict.causes.iter().skip(1).map(|cause| {
                also_possible(*cause, cause.explain(words, verdict.details(*cause)).todo, words)
            });
            blocks.push(Block::Details {
                summary: words.text("step4-also-possible"),
                blocks: vec![Block::Points { sign: crate::screen::PointSign::Dot, items: likely.collect() }],
                open: true,
            });
        }
        blocks.extend(self.lines(verdict, words));
        let picture: Option<Picture> = mirror::picture(verdict, self.practising(), words);
        let mut again = icon_button(words, "step4-look-again", Icon::Retry, Press::Check);
        if look.request.is_some() {
            again.disabled = Some(words.string("step4-looking-now"));
        } else {
            let counted = self.binance_waits().filter(|_| look.next.is_some());
            again.disabled =
                counted.map(|_| words.string("step4-wait-first")).or_else(|| self.why_to_wait(words));
        }
        let pastes_again = first_way(verdict) == Some(crate::WayOn::PasteAgain);
        again.next = again.disabled.is_none() && !another_way && !pastes_again;
        Body {
            place: "step-4-verdict",
            layout: if picture.is_some() { Layout::Columns } else { Layout::Single },
            heading: verdict.sentence(words),
            blocks,
            picture,
            back: Some(button(words, "step4-back-to-fields", Press::Back)),
            others: vec![super::help::ask_for_help(words)],
            main: Some(again),
        }
    }

    /// Why Binance cannot be asked now, with the time left.
    pub(super) fn why_to_wait(&self, words: Words) -> Option<String> {
        let seconds = self.binance_waits()?;
        let args = [("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())];
        Some(words.string_with("step4-binance-waits", &args))
    }

    /// Whether there are boxes to correct in this program: in a rehearsal, at its step 3. The real boxes are corrected in the browser.
    fn mends_boxes_here(&self) -> bool {
        let right = smartradex_practice::Restrictions::for_smartradex();
        self.session
            .rehearsal
            .as_ref()
            .is_some_and(|rehearsal| rehearsal.account.restrictions() != Some(&right))
    }

    /// The buttons that the causes call for, besides "look again".
    fn ways_on(&self, verdict: &Verdict, words: Words) -> Vec<Button> {
        let mut buttons: Vec<Button> = Vec::new();
        let offers =
            |wanted: fn(&crate::WayOn) -> bool| verdict.causes.iter().any(|cause| wanted(&cause.way_on()));
        let to_step = |cause: &Cause| match cause.way_on() {
            crate::WayOn::GoTo(step) => Some(step),
            crate::WayOn::TryAgain
            | crate::WayOn::LookAgain
            | crate::WayOn::Wait(_)
            | crate::WayOn::Swap
            | crate::WayOn::PasteAgain => None,
        };
        // If the first thing to try is pasting again, a new key helps if that does not.
        let first = first_way(verdict);
        let step = if first == Some(crate::WayOn::PasteAgain) {
            Some(Step::CreateKey)
        } else {
            verdict.causes.iter().find_map(to_step)
        };
        let touches_boxes = mirror::picture(verdict, self.practising(), words).is_some();
        if let Some(step) = step.or(touches_boxes.then_some(Step::Restrictions)) {
            let (id, press) = match step {
                Step::SecurityControls => ("step4-to-step1", Press::Go { step }),
                Step::CreateKey => ("step4-new-key", Press::NewKey),
                Step::Restrictions | Step::PasteKeys => ("step4-to-step3", Press::Go { step }),
            };
            let mut there = button(words, id, press);
            there.next = match step {
                // Changing boxes does nothing for a key that Binance has not recognised.
                Step::Restrictions => first != Some(crate::WayOn::Swap) && self.mends_boxes_here(),
                Step::CreateKey => first == Some(crate::WayOn::GoTo(step)),
                Step::SecurityControls | Step::PasteKeys => false,
            };
            there.note = (step == Step::CreateKey).then(|| words.string("step4-new-key-note"));
            buttons.push(there);
        }
        if touches_boxes && !self.practising() {
            buttons.push(link_button(words, "step2-open-button", crate::Link::SubAccounts, false));
        }
        if offers(|way| *way == crate::WayOn::Swap) {
            let mut swap = icon_button(words, "step4-swap", Icon::Swap, Press::Swap);
            swap.note = Some(words.string("step4-swap-note"));
            swap.disabled = self.why_to_wait(words);
            swap.next = first == Some(crate::WayOn::Swap) && swap.disabled.is_none();
            buttons.push(swap);
        }
        if super::doctor::tells_more(&verdict.causes) {
            buttons.push(super::doctor::examine_computer(words));
        }
        buttons
    }

    fn accepted(&self, verdict: &Verdict, keeping: Keeping, words: Words) -> Body {
        let tone = if verdict.nothing_else() { Tone::Success } else { Tone::Warning };
        let mut blocks = vec![Block::Verdict {
            tone,
            tone_label: tone_label(words, tone),
            sentence: None,
            explanation: verdict.explanation(words),
        }];
        match keeping {
            Keeping::Asked(_) => blocks.push(paragraph(words.text("vault-storing"))),
            Keeping::Kept => {
                let text = if self.practising() { "practice-kept" } else { "vault-kept-text" };
                blocks.push(note(words, Tone::Success, "vault-kept", &[text]));
            }
            Keeping::Declined => {
                blocks.push(note(words, Tone::Info, "vault-not-kept", &["vault-not-kept-text"]));
            }
            Keeping::Fault(fault) => {
                let explanation = fault.explain(words);
                // Nobody should install anything for a rehearsal.
                let text = if self.practising() {
                    vec![explanation.happened, words.text("practice-no-keyring")]
                } else {
                    explanation.sentences()
                };
                let mut without = button(words, "vault-without", Press::WithoutKeeping);
                without.next = self.practising();
                blocks.push(Block::Note {
                    tone: Tone::Warning,
                    tone_label: tone_label(words, Tone::Warning),
                    title: words.text("vault-fault"),
                    text,
                    buttons: vec![icon_button(words, "vault-again", Icon::Retry, Press::Keep), without],
                });
            }
        }
        blocks.extend(self.lines(verdict, words));
        let mut main = button(words, "step4-hand-over", Press::Next);
        main.disabled = match keeping {
            Keeping::Asked(_) => Some(words.string("vault-storing-now")),
            Keeping::Fault(_) => Some(words.string("vault-decide")),
            Keeping::Kept | Keeping::Declined => None,
        };
        main.next = main.disabled.is_none();
        Body {
            place: "step-4-accepted",
            layout: Layout::Single,
            heading: verdict.sentence(words),
            blocks,
            picture: None,
            back: Some(button(words, "app-back", Press::Back)),
            others: Vec::new(),
            main: Some(main),
        }
    }
}

fn field_label(part: Part) -> &'static str {
    match part {
        Part::ApiKey => "step4-api-key",
        Part::SecretKey => "step4-secret-key",
    }
}

/// What the most likely cause calls for.
fn first_way(verdict: &Verdict) -> Option<crate::WayOn> {
    verdict.causes.first().map(|first| first.way_on())
}

/// The lines while they are being completed: the first one still waiting is marked as running.
fn under_way(verdict: &Verdict, words: Words) -> Block {
    let line = |check: &Check| CheckLine { evidence: None, ..check.line(words) };
    let mut lines: Vec<_> = verdict.checks.iter().map(line).collect();
    if let Some(line) = lines.iter_mut().find(|line| line.state == CheckState::Waiting) {
        line.state_label = words.string("checks-state-running");
    }
    Block::Checks { label: words.string("checks-label"), titled: false, lines }
}

/// At step 4 the two fields take the place of instructions.
pub(super) fn part_number(part: Part) -> u8 {
    match part {
        Part::ApiKey => 1,
        Part::SecretKey => 2,
    }
}

fn problem_text(problem: PasteProblem, words: Words) -> Text {
    let mut text = problem.text(words);
    text.push(Span::Plain { text: " ".to_owned() });
    text.extend(problem.todo(words));
    text
}
