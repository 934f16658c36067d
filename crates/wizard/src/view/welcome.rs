//! The first screen.

use super::Body;
use super::parts::{bot_name, button, button_labelled, icon_button, lead, note, points};
use crate::action::Press;
use crate::domain::{Bots, Step};
use crate::l10n::Words;
use crate::screen::{Block, ChoiceOption, Icon, Layout, PointSign, Tone};
use crate::wizard::Wizard;

impl Wizard {
    pub(super) fn welcome(&self, words: Words) -> Body {
        let blocks = vec![
            Block::Emblem { tone: Tone::Info, icon: Icon::Key },
            lead(words.text("welcome-lead")),
            Block::Choices {
                legend: words.text("welcome-bots"),
                options: [Bots::Bitcoin, Bots::Ether, Bots::Both]
                    .into_iter()
                    .map(|bots| self.bots(bots, words))
                    .collect(),
            },
            Block::Details {
                summary: words.text("welcome-needs"),
                blocks: vec![points(
                    words,
                    PointSign::Dot,
                    &[
                        "welcome-needs-account",
                        "welcome-needs-sub-account",
                        "welcome-needs-phone",
                        "welcome-needs-smartradex",
                        "welcome-needs-computer",
                        "welcome-needs-time",
                    ],
                )],
                open: true,
            },
            Block::Details {
                summary: words.text("welcome-does"),
                blocks: vec![
                    points(
                        words,
                        PointSign::Tick,
                        &["welcome-does-guide", "welcome-does-check", "welcome-does-keep"],
                    ),
                    points(
                        words,
                        PointSign::Cross,
                        &["welcome-not-trade", "welcome-not-password", "welcome-not-send"],
                    ),
                ],
                open: false,
            },
            note(words, Tone::Info, "welcome-safety", &["welcome-safety-address", "welcome-safety-never"]),
        ];
        let step = self.journey().first_step();
        let (heading, start) = if step == Step::SecurityControls {
            (words.text("welcome-heading"), button(words, "welcome-start", Press::Start))
        } else {
            let number = ("step", step.number().into());
            let bot = ("bot", bot_name(words, self.journey().bot).into());
            let label = words.string_with("welcome-resume", std::slice::from_ref(&number));
            let heading = words.text_with("welcome-heading-resume", &[number, bot]);
            (heading, button_labelled(label, Press::Start))
        };
        Body {
            place: "welcome",
            layout: Layout::Single,
            heading,
            blocks,
            picture: None,
            back: None,
            others: vec![icon_button(words, "welcome-practise", Icon::Practice, Press::Practise)],
            main: Some(start.next()),
        }
    }

    fn bots(&self, bots: Bots, words: Words) -> ChoiceOption {
        let (label, detail) = match bots {
            Bots::Bitcoin => ("app-bot-bitcoin", "welcome-bitcoin-detail"),
            Bots::Ether => ("app-bot-ether", "welcome-ether-detail"),
            Bots::Both => ("welcome-both", "welcome-both-detail"),
        };
        ChoiceOption {
            label: words.text(label),
            detail: Some(words.text(detail)),
            selected: self.journey().bots == bots,
            press: Press::Bots { bots },
        }
    }
}
