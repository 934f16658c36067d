//! Draws the state as a [`Screen`]: the only place where text appears.

mod closing;
mod dates;
mod desk;
mod doctor;
mod help;
mod home;
mod key;
mod mirror;
mod overlays;
mod pages;
mod parts;
mod rail;
mod report;
mod steps;
mod welcome;

use crate::action::{Overlay, Press};
use crate::domain::Step;
use crate::l10n::Words;
use crate::screen::{Announcement, Banner, Button, Screen, Text, Tone, plain};
use crate::session::Place;
use crate::wizard::{Keeping, OpenOverlay, Said, Shown, Wizard, Work};
pub(crate) use dates::expiry;
pub(crate) use pages::Pages;
pub(crate) use parts::bot_name;
use parts::button;

/// What a screen holds inside the frame that all screens share.
pub(crate) struct Body {
    place: &'static str,
    layout: crate::screen::Layout,
    heading: Text,
    blocks: Vec<crate::screen::Block>,
    picture: Option<crate::screen::Picture>,
    back: Option<Button>,
    others: Vec<Button>,
    main: Option<Button>,
}

impl Wizard {
    /// What the page should show now.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let words = self.words();
        let body = self.body(words);
        let heading = crate::l10n::bare(&body.heading);
        Screen {
            place: body.place,
            front: !self.overlays.is_empty(),
            lang: words.lang,
            // A heading that is a sentence ends in a full stop, which does not belong in a window's title.
            title: words
                .string_with("app-window-title", &[("heading", heading.trim_end_matches('.').into())]),
            layout: body.layout,
            rail: self.rail(words),
            banner: self.banner(words),
            kicker: self.kicker(words),
            heading: body.heading,
            blocks: body.blocks,
            picture: body.picture,
            back: body.back,
            others: body.others,
            main: body.main,
            announcement: self.announcement(words),
            aloud: self.aloud(words),
        }
    }

    pub(crate) fn words(&self) -> Words {
        Words { lang: self.lang(), binance: self.binance_lang() }
    }

    fn body(&self, words: Words) -> Body {
        match self.overlays.last() {
            Some(OpenOverlay::Shown(overlay)) => self.overlay(*overlay, words),
            Some(OpenOverlay::Removal(bot)) => self.removal(*bot, words),
            Some(OpenOverlay::Forgotten) => self.forgotten_screen(words),
            Some(OpenOverlay::Leaving) => overlays::leaving(words),
            Some(OpenOverlay::NotSeen(tree, path)) => self.not_seen(*tree, path, words),
            None => match self.journey().place {
                Place::Welcome => self.welcome(words),
                Place::Step(Step::PasteKeys) => self.key_step(words),
                Place::Step(step) => self.step(step, words),
                Place::HandOver => self.hand_over_screen(words),
                Place::Configured => self.configured(words),
                Place::Home => self.home(words),
            },
        }
    }

    /// The name of the screen in view, to be said on the telephone.
    fn kicker(&self, words: Words) -> String {
        if let Some(overlay) = self.overlays.last() {
            return words.string(match overlay {
                OpenOverlay::Shown(Overlay::Phone) => "app-kicker-phone",
                OpenOverlay::Shown(Overlay::UnexpectedCall) => "app-kicker-call",
                OpenOverlay::Shown(Overlay::Problems) => "app-kicker-problems",
                OpenOverlay::Shown(Overlay::Forget) | OpenOverlay::Forgotten => "app-kicker-forget",
                OpenOverlay::Shown(Overlay::About) => "app-kicker-about",
                OpenOverlay::Shown(Overlay::Report) => "app-kicker-report",
                OpenOverlay::Shown(Overlay::Desk) => "app-kicker-desk",
                OpenOverlay::Shown(Overlay::Doctor) => "app-kicker-doctor",
                OpenOverlay::Removal(_) => "app-kicker-removal",
                OpenOverlay::Leaving => "app-kicker-leaving",
                OpenOverlay::NotSeen(..) | OpenOverlay::Shown(Overlay::NotSeen) => "app-kicker-not-seen",
            });
        }
        self.place_to_say(words)
    }

    /// "Step 3, screen B": where the journey stands, whatever is in front of it.
    fn place_to_say(&self, words: Words) -> String {
        let (step, letter) = match (self.journey().place, &self.work) {
            (Place::Welcome, _) => return words.string("app-kicker-start"),
            (Place::Home, _) => return words.string("app-kicker-home"),
            (Place::Step(Step::PasteKeys), Work::Entering) => (4, "A"),
            (Place::Step(Step::PasteKeys), Work::Examining { .. }) => (4, "B"),
            (Place::Step(Step::PasteKeys), Work::Judged { .. }) => (4, "C"),
            (Place::Step(Step::PasteKeys), Work::Accepted { .. }) => (4, "D"),
            (Place::Step(step), _) => (step.number(), "A"),
            (Place::HandOver, _) => (4, "E"),
            (Place::Configured, _) => (4, "F"),
        };
        words.string_with("app-kicker", &[("step", step.into()), ("screen", letter.into())])
    }

    fn banner(&self, words: Words) -> Option<Banner> {
        if self.practising() {
            return Some(Banner {
                tone: Tone::Info,
                text: words.text("practice-banner"),
                button: Some(button(words, "practice-leave", Press::LeavePractice)),
            });
        }
        if let Some(address) = &self.system.other_address {
            let text = other_address(address, words);
            return Some(Banner { tone: Tone::Danger, text, button: None });
        }
        self.unsaved.then(|| Banner { tone: Tone::Warning, text: words.text("app-unsaved"), button: None })
    }

    fn announcement(&self, words: Words) -> Option<Announcement> {
        let (number, said) = self.said?;
        let emptied = matches!(said, Said::KeyRefused(_) | Said::AnotherCode);
        Some(Announcement { text: said_text(said, words), number, emptied })
    }

    fn aloud(&self, words: Words) -> Vec<Announcement> {
        let read = |(number, shown): &(u32, Shown)| {
            let text = self.shown_text(*shown, words)?;
            Some(Announcement { text, number: *number, emptied: false })
        };
        self.aloud.iter().filter_map(read).collect()
    }

    /// What has changed on the screen, in the screen's own words.
    fn shown_text(&self, shown: Shown, words: Words) -> Option<String> {
        let text = match (shown, &self.work) {
            (Shown::Instruction, _) => return self.instruction_aloud(words),
            (Shown::Fields, Work::Entering) => return Some(self.fields_aloud(words)),
            // An accepted key has a screen of its own, whose heading says so.
            (Shown::Verdict, Work::Judged { verdict, .. }) => verdict.sentence(words),
            (Shown::Keeping, Work::Accepted { keeping: Keeping::Kept, .. }) => words.text("vault-kept"),
            (Shown::Keeping, Work::Accepted { keeping: Keeping::Fault(fault), .. }) => {
                let happened = fault.explain(words).happened;
                return Some(format!("{} {}", sentence(&words.text("vault-fault")), sentence(&happened)));
            }
            (Shown::Fields | Shown::Verdict | Shown::Keeping, _) => return None,
            (Shown::Card(bot), _) => {
                let state = self.card_state(bot, words);
                return Some(format!("{} {}", sentence(&plain(bot_name(words, bot))), sentence(&state)));
            }
            (Shown::Forgotten, _) => match self.overlays.last() {
                Some(OpenOverlay::Forgotten) => words.text(overlays::forgotten_heading(&self.forgetting)),
                Some(_) | None => return None,
            },
            (Shown::Unsaved, _) if self.unsaved => words.text("app-unsaved"),
            (Shown::Doctor, _) => self.doctor_said(words)?,
            (Shown::KeyAtDesk, _) if self.desk.key_refused => words.text("desk-key-refused"),
            (Shown::Unsaved | Shown::KeyAtDesk, _) => return None,
        };
        Some(sentence(&text))
    }
}

fn said_text(said: Said, words: Words) -> String {
    let with = |text: String, happened: &Text| format!("{text} {}", sentence(happened));
    words.string(match said {
        Said::Copied => "app-said-copied",
        Said::NotCopied(None) => "app-said-not-copied",
        Said::NotCopied(Some(fault)) => {
            let explanation = fault.explain(words);
            return with(sentence(&explanation.happened), &explanation.todo);
        }
        Said::NotRemoved(fault) => return crate::l10n::bare(&fault.explain(words).happened),
        Said::FormerLeft(fault) => {
            return with(words.string("home-former-left"), &fault.explain(words).happened);
        }
        Said::NotKept(fault) => return with(words.string("home-not-stored"), &fault.explain(words).happened),
        Said::NotOpened => "app-said-not-opened",
        Said::ClipboardCleared => "app-said-clipboard-cleared",
        Said::ClipboardNotCleared => "app-said-clipboard-not-cleared",
        Said::Refused(refusal) => parts::refusal_id(refusal),
        Said::FileSaved => "app-said-file-saved",
        Said::FileNotSaved => "app-said-file-not-saved",
        Said::Removed => "app-said-removed",
        Said::Storing => "vault-storing-now",
        Said::Removing => "vault-removing-now",
        Said::NoFormInPractice => "practice-no-form",
        Said::SessionDamaged => "app-said-session-damaged",
        Said::KeyRefused(wiping) => {
            let clipboard = words.string(desk::said_of_clipboard(wiping));
            return format!("{} {clipboard}", words.string("app-said-key-refused"));
        }
        Said::AnotherCode => "app-said-another-code",
        Said::Copying => "app-said-copying",
        Said::LogNotKept => "report-log-not-kept",
        Said::LogNotShown => "report-log-not-shown",
    })
}

/// The warning that this server is asked instead of Binance.
#[must_use]
pub fn other_address(address: &str, words: Words) -> Text {
    words.text_with("app-other-address", &[("address", address.into())])
}

/// A text with its full stop, to be read aloud before another sentence.
fn sentence(text: &Text) -> String {
    let text = crate::l10n::bare(text);
    if text.ends_with(['.', '!', '?', '…']) { text } else { format!("{text}.") }
}
