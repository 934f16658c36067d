//! The configured bots.

use super::Body;
use super::dates::{date, day, expiry};
use super::parts::{bot_name, button, button_labelled, icon_button, lead, paragraph, set_up_button};
use crate::action::Press;
use crate::domain::Bot;
use crate::l10n::Words;
use crate::screen::{Block, Button, Card, Fact, Icon, Layout, Text, Tone, plain};
use crate::session::KeyRecord;
use crate::verdict::Decision;
use crate::wizard::{CardState, Wizard};

impl Wizard {
    pub(super) fn home(&self, words: Words) -> Body {
        let journey = self.journey();
        let cards = journey.keys.iter().map(|(bot, record)| self.card(*bot, record, words)).collect();
        let missing = Bot::ALL.into_iter().find(|bot| !journey.keys.contains_key(bot));
        let (main, others) = match missing {
            // Setting it up anew would begin again from step 2, without what was pasted.
            _ if journey.is_under_way() => {
                let other = missing.filter(|bot| *bot != journey.bot).map(|bot| set_up_button(words, bot));
                (Some(self.go_on_button(words).next()), other)
            }
            // Whoever wanted one bot has all of them.
            Some(bot) if self.practising() || !journey.bots.has(bot) => {
                (None, Some(set_up_button(words, bot)))
            }
            Some(bot) => (Some(set_up_button(words, bot).next()), None),
            None => (None, None),
        };
        let about = if self.practising() { "practice-home-lead" } else { "home-lead" };
        let blocks = vec![lead(words.text(about)), Block::Cards { cards }];
        Body {
            place: "home",
            layout: Layout::Wide,
            heading: words.text("home-heading"),
            blocks,
            picture: None,
            back: None,
            others: if self.practising() { Vec::new() } else { others.into_iter().collect() },
            main: if self.practising() {
                Some(button(words, "practice-for-real", Press::LeavePractice).next())
            } else {
                main
            },
        }
    }

    /// Back to where the bot being set up stands.
    fn go_on_button(&self, words: Words) -> Button {
        let step = self.journey().first_step();
        let bot = bot_name(words, self.journey().bot);
        let label = words.string_with("home-go-on", &[("bot", bot.into()), ("step", step.number().into())]);
        button_labelled(label, Press::Go { step })
    }

    fn card(&self, bot: Bot, record: &KeyRecord, words: Words) -> Card {
        let zone = &self.system.zone;
        let (tone, found) = match self.cards.state(bot) {
            Some(CardState::Unreadable(_)) => (Tone::Warning, None),
            Some(CardState::Judged(verdict)) => {
                let tone = match verdict.decision {
                    Decision::Accepted if verdict.nothing_else() => Tone::Success,
                    Decision::Accepted | Decision::Refused => Tone::Warning,
                    Decision::Unknown | Decision::Pending => Tone::Info,
                };
                let found = Block::Details {
                    summary: words.text("checks-label"),
                    blocks: self.lines(verdict, words),
                    // If all is well, the details can stay folded.
                    open: tone != Tone::Success,
                };
                (tone, Some(found))
            }
            Some(CardState::Checking { .. }) | None => (Tone::Info, None),
        };
        let tone = if record.refused_at.is_some() { Tone::Warning } else { tone };
        let state = self.card_state(bot, words);
        let fact = |id: &str, value: String| Fact { name: words.string(id), value: plain(value) };
        Card {
            title: plain(bot_name(words, bot)),
            tone,
            tone_label: super::parts::tone_label(words, tone),
            state,
            facts: vec![
                fact("home-label", bot.key_label().to_owned()),
                fact("home-key", record.masked.clone()),
                fact("home-verified", date(words, day(record.verified_at, zone))),
                fact("home-expiry", date(words, expiry(record, zone))),
            ],
            // A keyring that asks the user first can take a minute, in which there is nothing to be done with the key.
            buttons: if self.is_removing(bot) { Vec::new() } else { self.card_buttons(bot, record, words) },
            found: found.into_iter().collect(),
        }
    }

    fn card_buttons(&self, bot: Bot, record: &KeyRecord, words: Words) -> Vec<Button> {
        let mut buttons = Vec::new();
        // Turning to this bot would take what was done for the other one, and what was pasted.
        let journey = self.journey();
        let first = journey.bot != bot && journey.is_under_way() && !journey.keys.contains_key(&journey.bot);
        let first = first
            .then(|| words.string_with("home-finish-first", &[("bot", bot_name(words, journey.bot).into())]));
        if record.kept {
            let check = icon_button(words, "home-check", Icon::Retry, Press::CheckAgain { bot });
            let checking = matches!(self.cards.state(bot), Some(CardState::Checking { .. }));
            let looking = checking.then(|| words.string("step4-looking-now"));
            buttons.push(Button { disabled: looking.or_else(|| self.why_to_wait(words)), ..check });
        }
        if self.can_copy_key(bot) {
            let copy = icon_button(words, "home-copy", Icon::Copy, Press::HandOver { bot });
            buttons.push(Button { disabled: first.clone(), ..copy });
        }
        let replace = icon_button(words, "home-replace", Icon::Key, Press::SetUp { bot });
        buttons.push(Button { disabled: first, ..replace });
        buttons.push(icon_button(words, "home-remind", Icon::Calendar, Press::Remind { bot }));
        buttons.push(icon_button(words, "home-remove", Icon::Trash, Press::Remove { bot }));
        buttons
    }

    /// What is known of a key, in one or more sentences.
    pub(super) fn card_state(&self, bot: Bot, words: Words) -> Text {
        let kept = self.journey().keys.get(&bot).is_some_and(|record| record.kept);
        let record = self.journey().keys.get(&bot);
        let mut before = Vec::new();
        if record.is_some_and(|record| record.refused_at.is_some()) && !self.shows_refusal(bot) {
            before.push(words.text("handover-refused"));
        }
        if record.is_some_and(|record| record.former_left && !record.kept) {
            before.push(words.text("home-former-left"));
        }
        if self.is_removing(bot) {
            return words.text("home-removing");
        }
        let found = match self.cards.state(bot) {
            Some(CardState::Checking { .. }) => vec![words.text("home-checking")],
            Some(CardState::Unreadable(fault)) => fault.explain(words).sentences(),
            Some(CardState::Judged(verdict)) => {
                let mut state = vec![verdict.sentence(words)];
                if verdict.decision != Decision::Accepted {
                    state.extend(verdict.explanation(words));
                }
                state
            }
            None if kept => vec![words.text("home-not-checked")],
            None => vec![words.text("home-not-kept")],
        };
        joined(before.into_iter().chain(found).collect())
    }

    /// The card says by itself that Binance refuses the key.
    fn shows_refusal(&self, bot: Bot) -> bool {
        match self.cards.state(bot) {
            Some(CardState::Judged(verdict)) => verdict.decision == Decision::Refused,
            Some(CardState::Checking { .. } | CardState::Unreadable(_)) | None => false,
        }
    }

    pub(super) fn removal(&self, bot: Bot, words: Words) -> Body {
        let name = bot_name(words, bot);
        let heading = words.text_with("home-removal-heading", &[("bot", name.as_str().into())]);
        let texts: &[_] = if self.practising() {
            &["home-removal-1", "practice-removal"]
        } else {
            &["home-removal-1", "home-removal-2", "home-removal-3"]
        };
        let blocks = texts.iter().map(|id| paragraph(words.text(id))).collect();
        let mut body = super::parts::overlay_body(words, "removal", heading, blocks);
        body.back = Some(icon_button(words, "home-keep", Icon::Close, Press::Close));
        body.main =
            Some(icon_button(words, "home-really-remove", Icon::Trash, Press::ReallyRemove { bot }).next());
        body
    }
}

fn joined(texts: Vec<Text>) -> Text {
    let mut joined = Text::new();
    for text in texts {
        if !joined.is_empty() {
            joined.extend(plain(" "));
        }
        joined.extend(text);
    }
    joined
}
