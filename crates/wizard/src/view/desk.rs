//! The support desk.

mod caller;
mod inert;
mod lane;
mod matter;
mod saying;
mod topic;
mod tree;

use smartradex_practice::Scenario;

pub(super) use caller::facts;

use super::Body;
use super::parts::{button, button_labelled, icon_button, lead, note, overlay_body, paragraph, tone_label};
use crate::action::{DeskView, Input, Press};
use crate::cause::Cause;
use crate::domain::Step;
use crate::effect::Wipe;
use crate::l10n::{Arg, Words};
use crate::screen::{Block, Button, Icon, Layout, Text, Tone};
use crate::support::{Code, Misread, Unreadable, spelled};
use crate::wizard::{Wiping, Wizard};

impl Wizard {
    pub(super) fn desk_screen(&self, words: Words) -> Body {
        let mut blocks = vec![Block::Buttons { stacked: false, buttons: self.views(words) }];
        if self.desk.key_refused {
            blocks.push(key_refused(self.desk.wiping, words));
        } else {
            blocks.extend(match self.desk.view {
                DeskView::Call => self.call(words),
                DeskView::Lane => self.lane(words),
                DeskView::Training => training(words),
            });
        }
        let mut body = overlay_body(words, "desk", words.text("desk-heading"), blocks);
        body.layout = Layout::Wide;
        body
    }

    fn views(&self, words: Words) -> Vec<Button> {
        let view = |view| {
            let id = match view {
                DeskView::Call => "desk-view-call",
                DeskView::Lane => "desk-view-lane",
                DeskView::Training => "desk-view-training",
            };
            let pressed = Some(view == self.desk.view);
            Button { pressed, ..button(words, id, Press::ViewDesk { view }) }
        };
        DeskView::ALL.into_iter().map(view).collect()
    }

    fn call(&self, words: Words) -> Vec<Block> {
        let typed = self.desk.code.trim();
        let read = Code::parse(typed);
        let field = Block::TextField {
            input: Input::SupportCode,
            label: words.text("desk-code"),
            help: Some(words.text("desk-code-help")),
            value: self.desk.code.clone(),
            problem: (!typed.is_empty()).then(|| problem(&read, words)).flatten(),
        };
        let mut blocks = Vec::new();
        if let Ok(code) = read
            && let Ok(situation) = code.situation()
        {
            blocks.push(field);
            blocks.extend(self.caller(code, &situation, words));
        } else {
            // With a caller, the words to say include this.
            blocks.push(note(words, Tone::Danger, "desk-never", &["desk-never-1", "desk-never-2"]));
            blocks.push(field);
        }
        match read {
            Err(Misread::Doubtful { suggestions, .. }) => blocks.extend(meant(&suggestions, words)),
            Ok(_) | Err(Misread::Length(_)) => {}
        }
        blocks
    }
}

/// The fields are no longer on the screen, nor is what they held; the agent is told what to say.
fn key_refused(wiping: Wiping, words: Words) -> Block {
    let clipboard = said_of_clipboard(wiping);
    Block::Note {
        tone: Tone::Danger,
        tone_label: tone_label(words, Tone::Danger),
        title: words.text("desk-key-refused"),
        text: ["desk-key-refused-1", clipboard, "desk-key-refused-2", "desk-key-refused-3"]
            .map(|id| words.text(id))
            .into(),
        buttons: vec![icon_button(words, "desk-said", Icon::Check, Press::SaidToCaller)],
    }
}

/// What became of the key in the clipboard.
pub(super) fn said_of_clipboard(wiping: Wiping) -> &'static str {
    match wiping {
        Wiping::Asked(_) => "desk-key-wiping",
        Wiping::Done(Wipe::Wiped) => "desk-key-wiped",
        Wiping::NotAsked | Wiping::Done(Wipe::NotThere) => "desk-key-not-there",
        Wiping::Done(Wipe::Failed) => "desk-key-not-wiped",
    }
}

/// Why the code cannot be read.
fn problem(read: &Result<Code, Misread>, words: Words) -> Option<Text> {
    match read {
        Ok(code) => match code.situation() {
            Ok(_) => None,
            Err(Unreadable::Later) => Some(words.text("desk-code-later")),
            Err(Unreadable::Meaningless) => Some(words.text("desk-code-meaningless")),
        },
        Err(Misread::Length(count)) => {
            Some(words.text_with("desk-code-length", &[("count", (*count).into())]))
        }
        Err(Misread::Doubtful { foreign, .. }) => Some(match foreign.first() {
            Some(place) => words.text_with("desk-code-foreign", &seat(*place)),
            None => words.text("desk-code-doubtful"),
        }),
    }
}

/// Nobody reads more than this many aloud to find out which was meant.
const MOST_SUGGESTIONS: usize = 6;

/// A button for each code that may have been meant, which names the doubtful character.
fn meant(suggestions: &[crate::support::Suggestion], words: Words) -> Option<Block> {
    let buttons: Vec<Button> = (0..)
        .zip(suggestions.iter().take(MOST_SUGGESTIONS))
        .map(|(number, suggestion)| {
            let [line, column] = seat(suggestion.place);
            let args = [
                line,
                column,
                ("character", suggestion.instead.to_string().into()),
                ("spelled", spelled(suggestion.instead, words).into()),
            ];
            let id = match (suggestion.swapped, suggestion.instead.is_ascii_digit()) {
                (true, _) => "desk-meant-swapped",
                (false, true) => "desk-meant-digit",
                (false, false) => "desk-meant",
            };
            button_labelled(words.string_with(id, &args), Press::TakeCode { suggestion: number })
        })
        .collect();
    (!buttons.is_empty()).then_some(Block::Buttons { stacked: true, buttons })
}

/// Where a character of the code stands. The caller sees its groups one below the other.
fn seat(place: u8) -> [Arg<'static>; 2] {
    let before = place.saturating_sub(1);
    [("line", (before / 4 + 1).into()), ("column", (before % 4 + 1).into())]
}

fn training(words: Words) -> Vec<Block> {
    let steps = Step::ALL.into_iter().map(|step| {
        let label = words.string_with("desk-train-step", &[("step", step.number().into())]);
        button_labelled(label, Press::Train { step, scenario: Scenario::Good })
    });
    let causes = Scenario::all().iter().filter_map(|scenario| {
        let cause = Cause::parse(scenario.name())?;
        Some(button_labelled(
            cause.spoken(words),
            Press::Train { step: Step::PasteKeys, scenario: *scenario },
        ))
    });
    vec![
        lead(words.text("desk-train-lead")),
        Block::Heading { text: words.text("desk-train-steps") },
        Block::Buttons { stacked: false, buttons: steps.collect() },
        Block::Heading { text: words.text("desk-train-causes") },
        Block::Buttons { stacked: false, buttons: causes.collect() },
        paragraph(words.text("desk-train-code")),
    ]
}
