//! The left rail: where the user is, how long the rest takes, and what is always at hand.

use super::parts::{binance_language, bot_name, button, icon_button};
use crate::action::{Overlay, Press, Zoom};
use crate::domain::Step;
use crate::l10n::Words;
use crate::lang::Lang;
use crate::screen::{Icon, LanguageChoice, Progress, Rail, RailStep};
use crate::session::Place;
use crate::wizard::{Wizard, ZOOM_RANGE};

/// Minutes that each step takes a beginner; ten in all, as the tutorial says.
const MINUTES: [(Step, u8); 4] =
    [(Step::SecurityControls, 3), (Step::CreateKey, 3), (Step::Restrictions, 2), (Step::PasteKeys, 2)];

impl Wizard {
    pub(super) fn rail(&self, words: Words) -> Rail {
        let journey = self.journey();
        let left = self.minutes_left();
        let here = self.step_here();
        let compact = match (here, left) {
            (Some(step), Some(minutes)) => words.string_with(
                "app-rail-compact",
                &[("step", step.number().into()), ("minutes", minutes.into())],
            ),
            _ => words.string("app-product"),
        };
        Rail {
            product: words.string("app-product"),
            steps_label: words.string("app-rail-steps"),
            steps: Step::ALL.into_iter().map(|step| self.rail_step(step, here, words)).collect(),
            left: left.map(|minutes| words.string_with("app-rail-left", &[("minutes", minutes.into())])),
            bot: (journey.place != Place::Welcome).then(|| bot_name(words, journey.bot)),
            mode: (journey.place != Place::Welcome)
                .then(|| words.string(if self.practising() { "app-rail-practice" } else { "app-rail-real" })),
            compact,
            language_label: words.string("app-language"),
            languages: Lang::ALL.into_iter().map(|lang| self.language(lang)).collect(),
            help: icon_button(words, "app-phone", Icon::Phone, Press::Show { overlay: Overlay::Phone }),
            menu_label: words.string("app-menu"),
            menu: self.menu(words),
            panel: Some(icon_button(
                words,
                if self.session.panel { "app-panel-wide" } else { "app-panel-narrow" },
                Icon::Panel,
                Press::Panel,
            )),
        }
    }

    fn language(&self, lang: Lang) -> LanguageChoice {
        LanguageChoice {
            // Each language is named in itself.
            label: Words { lang, binance: lang }.string("app-language-name"),
            lang,
            selected: lang == self.lang(),
            press: Press::Language { lang },
        }
    }

    fn menu(&self, words: Words) -> Vec<crate::screen::Button> {
        let mut menu = Vec::new();
        if !self.journey().keys.is_empty() && self.journey().place != Place::Home {
            menu.push(button(words, "app-menu-home", Press::Home));
        }
        if self.practising() {
            menu.push(button(words, "app-menu-problems", Press::Show { overlay: Overlay::Problems }));
            menu.push(button(words, "practice-leave", Press::LeavePractice));
        } else {
            menu.push(button(words, "app-menu-practise", Press::Practise));
        }
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != self.binance_lang()) {
            menu.push(button(words, binance_language(lang), Press::BinanceLanguage { lang }));
        }
        if self.session.zoom < ZOOM_RANGE.1 {
            menu.push(button(words, "app-menu-larger", Press::Zoom { zoom: Zoom::In }));
        }
        if self.session.zoom > ZOOM_RANGE.0 {
            menu.push(button(words, "app-menu-smaller", Press::Zoom { zoom: Zoom::Out }));
        }
        menu.push(button(words, "app-menu-guide", Press::SaveGuide));
        menu.push(button(words, "app-menu-call", Press::Show { overlay: Overlay::UnexpectedCall }));
        menu.push(button(words, "doctor-open", Press::Show { overlay: Overlay::Doctor }));
        menu.push(button(words, "app-menu-desk", Press::Show { overlay: Overlay::Desk }));
        menu.push(button(words, "app-menu-about", Press::Show { overlay: Overlay::About }));
        menu.push(button(words, "app-menu-forget", Press::Show { overlay: Overlay::Forget }));
        menu
    }

    fn rail_step(&self, step: Step, here: Option<Step>, words: Words) -> RailStep {
        let done = self.journey().done.contains_key(&step);
        let state = match here {
            Some(current) if current == step => Progress::Here,
            _ if done => Progress::Done,
            _ => Progress::ToCome,
        };
        RailStep {
            number: step.number(),
            label: words.string(match step {
                Step::SecurityControls => "app-rail-step1",
                Step::CreateKey => "app-rail-step2",
                Step::Restrictions => "app-rail-step3",
                Step::PasteKeys => "app-rail-step4",
            }),
            state,
            state_label: progress_label(words, state),
            press: (state != Progress::Here && self.may_go(step)).then_some(Press::Go { step }),
        }
    }

    fn step_here(&self) -> Option<Step> {
        match self.journey().place {
            Place::Step(step) => Some(step),
            Place::HandOver => Some(Step::PasteKeys),
            Place::Welcome | Place::Configured | Place::Home => None,
        }
    }

    /// The minutes left: all of the current step, and the later steps that are not done.
    fn minutes_left(&self) -> Option<u8> {
        let done = &self.journey().done;
        let here = match self.journey().place {
            Place::Welcome => None,
            Place::Step(step) => Some(step),
            Place::HandOver => return Some(1 + self.minutes_of_second_bot()),
            Place::Configured | Place::Home => return None,
        };
        let left = MINUTES
            .iter()
            .filter(|(step, _)| here == Some(*step) || here < Some(*step) && !done.contains_key(step))
            .map(|(_, minutes)| minutes)
            .sum::<u8>()
            + self.minutes_of_second_bot();
        (left > 0).then_some(left)
    }

    /// The bot that comes after this one takes all steps but the first.
    fn minutes_of_second_bot(&self) -> u8 {
        let journey = self.journey();
        let other = journey.bot.other();
        if !journey.bots.has(other) || journey.keys.contains_key(&other) {
            return 0;
        }
        MINUTES.iter().filter(|(step, _)| *step != Step::SecurityControls).map(|(_, minutes)| minutes).sum()
    }
}

/// The state of progress in a word.
pub(super) fn progress_label(words: Words, state: Progress) -> String {
    words.string(match state {
        Progress::Done => "app-progress-done",
        Progress::Here => "app-progress-here",
        Progress::ToCome => "app-progress-to-come",
    })
}
