//! The two fields of step 4: what is pasted into them, and which value it is.

use smartradex_binance::{ApiKey, Credentials, SecretKey};

use super::{Shown, Wizard, Work};
use crate::action::Pasted;
use crate::domain::{Part, Step};
use crate::effect::{ClipboardFault, Effect, Request};
use crate::paste::{self, Cleaned, PasteProblem, Reading};
use crate::session::Place;

/// What the two fields hold.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    api_key: Field,
    secret_key: Field,
    /// The values are the other way round from how they were pasted.
    swapped: bool,
    /// The swapped values have been tried.
    swap_tried: bool,
}

/// The field for one of the two values.
#[derive(Debug, Default)]
pub(crate) enum Field {
    #[default]
    Empty,
    /// A value, and what was wrong with a later paste. The value stays, because Binance may not show it again.
    Taken(Cleaned, Option<PasteProblem>),
    /// No value: what was pasted is not one.
    Problem(PasteProblem),
}

impl Field {
    pub(crate) fn taken(&self) -> Option<&Cleaned> {
        match self {
            Self::Taken(cleaned, _) => Some(cleaned),
            Self::Empty | Self::Problem(_) => None,
        }
    }

    fn refuse(&mut self, problem: PasteProblem) {
        match self {
            Self::Taken(_, later) => *later = Some(problem),
            Self::Empty | Self::Problem(_) => *self = Self::Problem(problem),
        }
    }
}

impl Entry {
    /// Both fields empty.
    const EMPTY: Self =
        Self { api_key: Field::Empty, secret_key: Field::Empty, swapped: false, swap_tried: false };

    /// The two fields with this content.
    pub(super) fn of(api_key: Field, secret_key: Field) -> Self {
        Self { api_key, secret_key, ..Self::EMPTY }
    }

    pub(crate) fn field(&self, part: Part) -> &Field {
        match part {
            Part::ApiKey => &self.api_key,
            Part::SecretKey => &self.secret_key,
        }
    }

    /// Whether there is a value in one of them.
    pub(super) fn holds_value(&self) -> bool {
        Part::ALL.into_iter().any(|part| self.field(part).taken().is_some())
    }

    fn field_mut(&mut self, part: Part) -> &mut Field {
        match part {
            Part::ApiKey => &mut self.api_key,
            Part::SecretKey => &mut self.secret_key,
        }
    }

    /// Returns whether the value stands in a field now.
    fn take(&mut self, part: Part, cleaned: Cleaned) -> bool {
        let same = self.field(part.other()).taken().is_some_and(|other| other.value == cleaned.value);
        let slip = same && (part == Part::SecretKey || self.field(part).taken().is_none());
        if slip {
            // Nothing is moved: a slip with the secret's field must not put the secret where it is sent from.
            self.field_mut(part).refuse(PasteProblem::SameInBoth);
        } else if same {
            // The values were in each other's fields, as this paste shows. Swapping keeps the other one, which Binance may not show again.
            self.swap();
        } else {
            *self.field_mut(part) = Field::Taken(cleaned, None);
        }
        (self.swapped, self.swap_tried) = (false, false);
        !slip
    }

    /// A value that was pasted into this field, but belongs into the other one by its label. It replaces nothing there: Binance may not
    /// show that again. Returns whether it stands there now.
    fn take_for_other(&mut self, part: Part, cleaned: Cleaned) -> bool {
        let there = self.field(part.other()).taken();
        if there.is_some_and(|there| there.value != cleaned.value) {
            self.field_mut(part).refuse(PasteProblem::OtherTaken);
            return false;
        }
        self.take(part.other(), cleaned)
    }

    /// Swaps the values, so that they are tried the other way round.
    pub(super) fn try_swapped(&mut self) {
        self.swap();
        self.swap_tried = true;
    }

    /// Restores the values as they were pasted, if they are swapped.
    pub(super) fn swap_back(&mut self) {
        if self.swapped {
            self.swap();
        }
    }

    /// Restores the values as they were pasted, if they are swapped and nothing came of it: they may be swapped again.
    pub(super) fn withdraw_swap(&mut self) {
        if self.swapped {
            self.swap();
            self.swap_tried = false;
        }
    }

    /// Binance knows the API key: the values stand as they should.
    pub(super) fn settle(&mut self) {
        self.swapped = false;
    }

    /// Whether the swapped values have been tried.
    pub(super) fn swap_tried(&self) -> bool {
        self.swap_tried
    }

    fn swap(&mut self) {
        std::mem::swap(&mut self.api_key, &mut self.secret_key);
        self.swapped = !self.swapped;
    }

    /// Both values; `None` if one is missing.
    pub(crate) fn credentials(&self) -> Option<Credentials> {
        let api_key = ApiKey::new(&self.api_key.taken()?.value).ok()?;
        let secret_key = SecretKey::new(&self.secret_key.taken()?.value).ok()?;
        Some(Credentials { api_key, secret_key })
    }
}

impl Wizard {
    /// The fields of the current bot. Each bot has its own, and so has a rehearsal: what was pasted for one is never checked for another.
    pub(crate) fn entry(&self) -> &Entry {
        static EMPTY: Entry = Entry::EMPTY;
        self.entries.get(&self.slot(self.journey().bot)).unwrap_or(&EMPTY)
    }

    pub(super) fn entry_mut(&mut self) -> &mut Entry {
        let slot = self.slot(self.journey().bot);
        self.entries.entry(slot).or_default()
    }

    /// Takes in what was pasted into a field, or came from the clipboard.
    pub(super) fn pasted(&mut self, part: Part, text: &str) {
        if !self.takes_keys() {
            return;
        }
        let taken = match paste::read(text, part) {
            Reading::One(cleaned) => self.entry_mut().take(part, cleaned),
            Reading::Other(cleaned) => self.entry_mut().take_for_other(part, cleaned),
            Reading::Both { api_key, secret_key } => {
                let entry = self.entry_mut();
                // What was there before does not belong to this paste.
                *entry = Entry::EMPTY;
                entry.take(Part::ApiKey, api_key) && entry.take(Part::SecretKey, secret_key)
            }
            Reading::Refused(problem) => {
                self.entry_mut().field_mut(part).refuse(problem);
                false
            }
        };
        // A refusal is told by the field itself.
        if taken {
            self.say_of(Place::Step(Step::PasteKeys), Shown::Fields);
        }
    }

    /// Whether the two fields are there to be filled in.
    fn takes_keys(&self) -> bool {
        self.journey().place == Place::Step(Step::PasteKeys) && matches!(self.work, Work::Entering)
    }

    pub(super) fn ask_clipboard(&mut self, part: Part, effects: &mut Vec<Effect>) {
        if !self.takes_keys() {
            return;
        }
        let request = self.request();
        self.reading.insert(request, (self.slot(self.journey().bot), part));
        effects.push(Effect::ReadClipboard(request));
    }

    pub(super) fn clipboard(&mut self, request: Request, result: Result<Pasted, ClipboardFault>) {
        let Some((slot, part)) = self.reading.remove(&request) else { return };
        // The user has gone to another bot's fields in the meantime, and did not mean those.
        if slot != self.slot(self.journey().bot) {
            return;
        }
        match result {
            Ok(text) => self.pasted(part, text.expose()),
            // A value that is being checked stays as it is, however late the clipboard answers.
            Err(fault) if self.takes_keys() => {
                self.entry_mut().field_mut(part).refuse(fault.into());
            }
            Err(_) => {}
        }
    }

    pub(super) fn clear(&mut self, part: Part) {
        if matches!(self.work, Work::Entering) {
            *self.entry_mut().field_mut(part) = Field::Empty;
        }
    }
}
