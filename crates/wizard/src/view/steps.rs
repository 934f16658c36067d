//! Steps 1 to 3: instructions beside the picture of the page.

use super::Body;
use super::help::not_seen;
use super::key::part_number;
use super::pages::Pages;
use super::parts::{bot_name, button, button_labelled, lead, link_button, note};
use super::rail::progress_label;
use crate::action::Press;
use crate::domain::{Part, Step};
use crate::l10n::Words;
use crate::screen::{Block, Button, Icon, Instruction, Layout, Picture, Progress, Tone};
use crate::session::Place;
use crate::step::{self, Need};
use crate::wizard::Wizard;

impl Wizard {
    pub(super) fn step(&self, step: Step, words: Words) -> Body {
        let bot = bot_name(words, self.journey().bot);
        let with_bot = |id: &str| words.text_with(id, &[("bot", bot.as_str().into())]);
        let instructions = self.instructions(step, words);
        let mut blocks = match step {
            Step::SecurityControls => vec![
                lead(words.text("step1-lead")),
                note(words, Tone::Warning, "step1-main-account", &["step1-main-account-text"]),
                instructions,
                details(words, "step1-why", &["step1-why-1", "step1-why-2", "step1-why-3"]),
                details(words, "step1-honest", &["step1-honest-1", "step1-honest-2", "step1-honest-3"]),
            ],
            Step::CreateKey => vec![
                lead(with_bot("step2-lead")),
                note(words, Tone::Danger, "step2-once", &["step2-once-text"]),
                instructions,
                details(words, "step2-why", &["step2-why-1", "step2-why-2", "step2-why-3"]),
            ],
            Step::Restrictions => vec![
                lead(words.text("step3-lead")),
                note(words, Tone::Warning, "step3-only", &["step3-only-1", "step3-only-2"]),
                instructions,
                note(words, Tone::Info, "step3-red", &["step3-red-1", "step3-red-2"]),
                details(words, "step3-why", &["step3-why-1", "step3-why-2", "step3-why-3", "step3-why-4"]),
            ],
            // Step 4 has a screen of its own.
            Step::PasteKeys => Vec::new(),
        };
        if step == Step::Restrictions {
            blocks.push(details(words, "step3-grey", &["step3-grey-1", "step3-grey-2"]));
        }
        blocks.extend(self.offer_of_help(words));
        let (place, heading, main) = match step {
            Step::SecurityControls => ("step-1", "step1-heading", "step1-main"),
            Step::CreateKey => ("step-2", "step2-heading", "step2-main"),
            Step::Restrictions => ("step-3", "step3-heading", "step3-main"),
            Step::PasteKeys => ("step-4", "step4-heading", "step4-main"),
        };
        Body {
            place,
            layout: Layout::Columns,
            heading: words.text(heading),
            blocks,
            picture: Some(self.step_picture(step, words)),
            back: Some(button(words, "app-back", Press::Back)),
            others: vec![not_seen(words)],
            main: Some(Button { next: self.current(step).is_none(), ..button(words, main, Press::Next) }),
        }
    }

    /// The page of a step: live in a rehearsal, otherwise as it is when the user comes to the current instruction.
    pub(super) fn step_picture(&self, step: Step, words: Words) -> Picture {
        let marks = step::marks(step);
        let all = marks.iter().map(|(_, number)| *number);
        let (current, done): (_, Vec<u8>) = match step {
            Step::PasteKeys => {
                let missing = self.missing_part().map(part_number);
                let taken = |part: &Part| self.entry().field(*part).taken().is_some();
                (missing, Part::ALL.into_iter().filter(taken).map(part_number).collect())
            }
            Step::SecurityControls | Step::CreateKey | Step::Restrictions => {
                let ticks = &self.journey().ticks;
                (self.current(step), all.filter(|number| ticks.contains(&(step, *number))).collect())
            }
        };
        let (still, live);
        let account = match &self.session.rehearsal {
            Some(rehearsal) => {
                live = true;
                &rehearsal.account
            }
            None => {
                live = false;
                // When all instructions are done, the page is as they leave it.
                still = step::scene(step, current.unwrap_or(u8::MAX), self.journey().bot);
                &still
            }
        };
        Pages { words, account, bot: self.journey().bot, marks, current, done, live }.picture()
    }

    /// The first instruction that is not ticked off.
    fn current(&self, step: Step) -> Option<u8> {
        let ticks = &self.journey().ticks;
        (1..=step::instructions(step).len() as u8).find(|number| !ticks.contains(&(step, *number)))
    }

    /// The instruction whose turn it is, to be read aloud; `None` if all are done.
    pub(super) fn instruction_aloud(&self, words: Words) -> Option<String> {
        let Place::Step(step) = self.journey().place else { return None };
        let number = self.current(step)?;
        let instruction = step::instructions(step).get(usize::from(number) - 1)?;
        Some(format!("{number}. {}", crate::bare(&instruction.text(self.journey().bot, words))))
    }

    fn instructions(&self, step: Step, words: Words) -> Block {
        let current = self.current(step);
        let items = (1..).zip(step::instructions(step)).map(|(number, instruction)| {
            let state = match current {
                Some(current) if current == number => Progress::Here,
                _ if self.journey().ticks.contains(&(step, number)) => Progress::Done,
                _ => Progress::ToCome,
            };
            let bot = self.journey().bot;
            let mut tick = button(words, "app-tick", Press::Tick { instruction: number });
            tick.pressed = Some(state == Progress::Done);
            let mut buttons: Vec<_> =
                instruction.needs.map(|need| self.need(need, words)).into_iter().collect();
            if let Some(first) = buttons.first_mut() {
                first.next = state == Progress::Here;
            }
            Instruction {
                number,
                text: instruction.text(bot, words),
                detail: match instruction.needs {
                    Some(Need::Open(crate::Link::ApiManagement)) if self.practising() => {
                        Some(words.text("practice-address"))
                    }
                    _ => instruction.detail_text(bot, words),
                },
                vital: instruction.detail_is_vital(),
                state,
                state_label: progress_label(words, state),
                tick,
                buttons,
            }
        });
        Block::Instructions { label: words.string("app-instructions"), items: items.collect() }
    }

    fn need(&self, need: Need, words: Words) -> Button {
        match need {
            Need::Open(link) => {
                let id = match link {
                    crate::Link::ApiManagement => "step1-open-button",
                    crate::Link::SubAccounts => "step2-open-button",
                    crate::Link::KeyForm => "handover-open-button",
                    crate::Link::Site => "app-open-site",
                };
                link_button(words, id, link, self.practising())
            }
            Need::CopyLabel => {
                let label = self.journey().bot.key_label();
                let label = words.string_with("step2-copy-label", &[("label", label.into())]);
                Button { icon: Some(Icon::Copy), ..button_labelled(label, Press::CopyLabel) }
            }
        }
    }
}

fn details(words: Words, summary: &str, sentences: &[&str]) -> Block {
    Block::Details {
        summary: words.text(summary),
        blocks: sentences.iter().map(|id| super::parts::paragraph(words.text(id))).collect(),
        open: false,
    }
}
