//! The support desk: a caller's code, a search among the causes, and practice to order. Nothing typed here is kept, and a key is not even
//! accepted.

use smartradex_practice::Scenario;

use super::form::Copying;
use super::{OpenOverlay, Said, Shown, Wizard};
use crate::action::{DeskView, Input, Overlay, Pasted};
use crate::domain::{Part, Step};
use crate::effect::{CopySource, Effect, Request, Wipe};
use crate::paste::{self, Reading};
use crate::session::{Journey, Place};
use crate::step;
use crate::support::{Code, Misread};

/// Characters of a code as people type it, with room for separators.
const MOST_CODE_CHARS: usize = 24;
/// Characters of a search.
const MOST_SEARCH_CHARS: usize = 60;
/// A run of letters and digits this long is no longer a word.
const LEAST_KEY_CHARS: usize = 20;
/// The same for a run without capitals in the e-mail field, where people write a name and a year as one word.
const LEAST_KEY_CHARS_IN_EMAIL: usize = 32;

/// What the desk holds.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    pub(crate) view: DeskView,
    /// What is in the field for the code.
    pub(crate) code: String,
    /// What is in the field for the search.
    pub(crate) search: String,
    /// A key was put into one of the fields and refused: the agent reads what to say before going on.
    pub(crate) key_refused: bool,
    /// What became of the key in the clipboard, from which it was probably pasted.
    pub(crate) wiping: Wiping,
}

/// What happens to the clipboard after a key was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Wiping {
    /// Nothing has been refused yet.
    #[default]
    NotAsked,
    /// It is being emptied.
    Asked(Request),
    /// What came of it.
    Done(Wipe),
}

impl Wizard {
    /// Opens the desk, as the command line asks, with a caller's code if there is one.
    #[must_use]
    pub fn open_desk(&mut self, code: Option<&str>) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.show(Overlay::Desk);
        // What the agent has to tell after a key comes first.
        if let Some(code) = code.filter(|_| !self.desk.key_refused) {
            let before = std::mem::take(&mut self.desk);
            self.typed_at_desk(Input::SupportCode, code, &mut effects);
            if !before.code.is_empty() && before.code != self.desk.code && !self.desk.key_refused {
                self.say(Said::AnotherCode);
            }
        }
        effects
    }

    pub(super) fn typed_at_desk(&mut self, input: Input, text: &str, effects: &mut Vec<Effect>) {
        if self.overlays.last() != Some(&OpenOverlay::Shown(Overlay::Desk)) || self.desk.key_refused {
            return;
        }
        let codes = input == Input::SupportCode && Code::are_perhaps_several(text);
        if is_perhaps_a_key(text) && !codes {
            self.desk.code.clear();
            self.desk.search.clear();
            self.desk.key_refused = true;
            self.desk.wiping = self.wipe(text, effects);
            self.say_in(Overlay::Desk, Shown::KeyAtDesk);
            return;
        }
        match input {
            Input::SupportCode => self.desk.code = text.chars().take(MOST_CODE_CHARS).collect(),
            Input::Search => self.desk.search = text.chars().take(MOST_SEARCH_CHARS).collect(),
            Input::KeyLabel | Input::VerificationCode | Input::Email => {}
        }
    }

    /// A key was put into a field that is not at the desk. It is not taken, and the page clears it from the field.
    pub(super) fn refuse_key(&mut self, text: &str, effects: &mut Vec<Effect>) {
        let wiping = self.wipe(text, effects);
        self.say(Said::KeyRefused(wiping));
    }

    /// Has the key removed from the clipboard, from which it was probably pasted.
    fn wipe(&mut self, text: &str, effects: &mut Vec<Effect>) -> Wiping {
        let request = self.request();
        effects.push(Effect::WipePastedKey(request, Pasted::new(text.to_owned())));
        Wiping::Asked(request)
    }

    pub(super) fn clipboard_wiped(&mut self, request: Request, wipe: Wipe) {
        if self.desk.wiping == Wiping::Asked(request) {
            self.desk.wiping = Wiping::Done(wipe);
        }
        if self.said.is_some_and(|(_, said)| said == Said::KeyRefused(Wiping::Asked(request))) {
            self.say(Said::KeyRefused(Wiping::Done(wipe)));
        }
    }

    /// The agent has read what to say.
    pub(super) fn said_to_caller(&mut self) {
        self.desk.key_refused = false;
    }

    /// Takes one of the codes that may have been meant.
    pub(super) fn correct_code(&mut self, suggestion: u8) {
        if let Err(Misread::Doubtful { suggestions, .. }) = Code::parse(&self.desk.code)
            && let Some(meant) = suggestions.get(usize::from(suggestion))
        {
            self.desk.code = meant.code.to_string();
        }
    }

    pub(super) fn copy_note(&mut self, effects: &mut Vec<Effect>) {
        if let Some(note) = self.note() {
            self.copy(Copying::Words, CopySource::Text(note), effects);
        }
    }

    /// Starts a rehearsal at a step, with the steps before it done. A problem shows where users meet it: at step 4, in a check.
    pub(super) fn train(&mut self, step: Step, scenario: Scenario, effects: &mut Vec<Effect>) {
        if self.storing() {
            return;
        }
        self.practise(scenario, effects);
        let now = self.now.as_millisecond();
        let Some(rehearsal) = &mut self.session.rehearsal else { return };
        let (bots, bot) = (rehearsal.journey.bots, rehearsal.journey.bot);
        let before = Step::ALL.into_iter().take_while(|before| *before < step);
        rehearsal.journey = Journey {
            bots,
            bot,
            place: Place::Step(step),
            done: before.map(|before| (before, now)).collect(),
            ..Journey::default()
        };
        rehearsal.account = step::account_at(step, self.system.seed, bots, bot);
        self.publish(effects);
        if step == Step::PasteKeys && scenario != Scenario::Good {
            self.paste_in_practice();
            self.check(effects);
        }
    }

    /// Pastes both values, as the problem hands them out.
    fn paste_in_practice(&mut self) {
        let Some(rehearsal) = &self.session.rehearsal else { return };
        let Some(number) = rehearsal.account.open_key().map(|key| key.number) else { return };
        let (Some(api_key), Some(secret_key)) =
            (rehearsal.account.api_key(number), rehearsal.account.secret_key(number))
        else {
            return;
        };
        let (api_key, secret_key) = rehearsal.scenario.handed_out(&api_key, &secret_key);
        self.pasted(Part::ApiKey, &api_key);
        self.pasted(Part::SecretKey, &secret_key);
    }
}

/// Whether a text contains a value of a key, or a large piece of one. When in doubt, it does.
#[must_use]
pub fn is_perhaps_a_key(text: &str) -> bool {
    let long = |word: &str| word.len() >= LEAST_KEY_CHARS && word.bytes().any(|byte| byte.is_ascii_digit());
    let in_one_piece = pieces(text).any(long);
    let read = match paste::read(text, Part::SecretKey) {
        Reading::One(_) | Reading::Other(_) | Reading::Both { .. } => true,
        Reading::Refused(problem) => {
            use crate::paste::PasteProblem::{OddCharacters, OwnKey, SameInBoth, SeveralKeys, TooLong};
            matches!(problem, SeveralKeys(_) | SameInBoth | TooLong(_) | OwnKey { .. } | OddCharacters { .. })
        }
    };
    in_one_piece || read || text.len() > 4 * MOST_SEARCH_CHARS
}

/// The same for the e-mail field, which is examined at every keystroke: a long name in small letters is not a key there.
pub(super) fn is_perhaps_a_key_in_email(text: &str) -> bool {
    let of_a_name = |word: &str| {
        let capitals = word.bytes().any(|byte| byte.is_ascii_uppercase());
        word.len() < if capitals { LEAST_KEY_CHARS } else { LEAST_KEY_CHARS_IN_EMAIL }
    };
    let text = text.trim();
    let of_an_address = text.is_ascii() && !text.contains(char::is_whitespace) && pieces(text).all(of_a_name);
    is_perhaps_a_key(text) && !of_an_address
}

/// The runs of letters and digits, separated by characters that no key contains.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_ascii_alphanumeric())
}
