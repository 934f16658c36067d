//! The two fields of step 4: what is pasted into them, and which value it is.

use smartradex_binance::{ApiKey, Credentials, SecretKey};

use super::{Wizard, Work};
use crate::action::Pasted;
use crate::domain::{Part, Step};
use crate::effect::{ClipboardFault, Effect, Request};
use crate::paste::{self, Cleaned, PasteProblem, Reading};
use crate::session::Place;

/// What was taken in the two fields.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    api_key: Field,
    secret_key: Field,
    /// The values are the other way round than they were pasted.
    swapped: bool,
    /// They have been tried so.
    swap_tried: bool,
}

/// A field for one of the two values.
#[derive(Debug, Default)]
pub(crate) enum Field {
    #[default]
    Empty,
    /// A value, and what was wrong with a later paste that left it as it was: Binance may not show it again.
    Taken(Cleaned, Option<PasteProblem>),
    /// No value: what was pasted is none.
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
    /// With nothing in it.
    const EMPTY: Self =
        Self { api_key: Field::Empty, secret_key: Field::Empty, swapped: false, swap_tried: false };

    /// With these in the two fields.
    pub(super) fn of(api_key: Field, secret_key: Field) -> Self {
        Self { api_key, secret_key, ..Self::EMPTY }
    }

    pub(crate) fn field(&self, part: Part) -> &Field {
        match part {
            Part::ApiKey => &self.api_key,
            Part::SecretKey => &self.secret_key,
        }
    }

    fn field_mut(&mut self, part: Part) -> &mut Field {
        match part {
            Part::ApiKey => &mut self.api_key,
            Part::SecretKey => &mut self.secret_key,
        }
    }

    fn take(&mut self, part: Part, cleaned: Cleaned) {
        let same = self.field(part.other()).taken().is_some_and(|other| other.value == cleaned.value);
        if same && self.field(part).taken().is_some() {
            // They were crossed, and this says so: the other value, which Binance may not show again, is not lost.
            self.swap();
        } else {
            *self.field_mut(part) =
                if same { Field::Problem(PasteProblem::SameInBoth) } else { Field::Taken(cleaned, None) };
        }
        (self.swapped, self.swap_tried) = (false, false);
    }

    /// Has the values tried the other way round.
    pub(super) fn try_swapped(&mut self) {
        self.swap();
        self.swap_tried = true;
    }

    /// Has them as they were pasted, if they are not.
    pub(super) fn swap_back(&mut self) {
        if self.swapped {
            self.swap();
        }
    }

    /// They have been tried the other way round.
    pub(super) fn swap_tried(&self) -> bool {
        self.swap_tried
    }

    fn swap(&mut self) {
        std::mem::swap(&mut self.api_key, &mut self.secret_key);
        self.swapped = !self.swapped;
    }

    /// Both values; `None` as long as one is missing.
    pub(crate) fn credentials(&self) -> Option<Credentials> {
        let api_key = ApiKey::new(&self.api_key.taken()?.value).ok()?;
        let secret_key = SecretKey::new(&self.secret_key.taken()?.value).ok()?;
        Some(Credentials { api_key, secret_key })
    }
}

impl Wizard {
    /// The fields of the bot at hand. Each bot has its own, and so has a rehearsal: what was pasted for one is never checked for another.
    pub(crate) fn entry(&self) -> &Entry {
        static EMPTY: Entry = Entry::EMPTY;
        self.entries.get(&self.slot(self.journey().bot)).unwrap_or(&EMPTY)
    }

    pub(super) fn entry_mut(&mut self) -> &mut Entry {
        let slot = self.slot(self.journey().bot);
        self.entries.entry(slot).or_default()
    }

    /// Something was pasted into a field, or came from the clipboard.
    pub(super) fn pasted(&mut self, part: Part, text: &str) {
        if !self.takes_keys() {
            return;
        }
        match paste::read(text, part) {
            Reading::One(cleaned) => self.entry_mut().take(part, cleaned),
            Reading::Other(cleaned) => self.entry_mut().take(part.other(), cleaned),
            Reading::Both { api_key, secret_key } => {
                let entry = self.entry_mut();
                // What stood there before is no part of this paste.
                *entry = Entry::EMPTY;
                entry.take(Part::ApiKey, api_key);
                entry.take(Part::SecretKey, secret_key);
            }
            Reading::Refused(problem) => self.entry_mut().field_mut(part).refuse(problem),
        }
    }

    /// The two fields are there to be filled in.
    fn takes_keys(&self) -> bool {
        self.journey().place == Place::Step(Step::PasteKeys) && matches!(self.work, Work::Entering)
    }

    pub(super) fn ask_clipboard(&mut self, part: Part, effects: &mut Vec<Effect>) {
        if !self.takes_keys() {
            return;
        }
        let request = self.request();
        self.reading = Some((request, self.slot(self.journey().bot), part));
        effects.push(Effect::ReadClipboard(request));
    }

    pub(super) fn clipboard(&mut self, request: Request, result: Result<Pasted, ClipboardFault>) {
        let Some((_, slot, part)) = self.reading.take_if(|(awaited, ..)| *awaited == request) else { return };
        // Whoever has gone to another bot's fields meanwhile did not mean those.
        if slot != self.slot(self.journey().bot) {
            return;
        }
        match result {
            Ok(text) => self.pasted(part, text.expose()),
            // The value that is being checked stays what it is, however late the clipboard answers.
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
