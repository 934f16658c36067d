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
    /// Which field waits for the clipboard.
    reading: Option<(Request, Part)>,
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
    Taken(Cleaned),
    Problem(PasteProblem),
}

impl Field {
    pub(crate) fn taken(&self) -> Option<&Cleaned> {
        match self {
            Self::Taken(cleaned) => Some(cleaned),
            Self::Empty | Self::Problem(_) => None,
        }
    }
}

impl Entry {
    /// With these in the two fields.
    pub(super) fn of(api_key: Field, secret_key: Field) -> Self {
        Self { api_key, secret_key, ..Self::default() }
    }

    pub(crate) fn field(&self, part: Part) -> &Field {
        match part {
            Part::ApiKey => &self.api_key,
            Part::SecretKey => &self.secret_key,
        }
    }

    fn set(&mut self, part: Part, field: Field) {
        match part {
            Part::ApiKey => self.api_key = field,
            Part::SecretKey => self.secret_key = field,
        }
    }

    /// What was taken, for later. What is still on its way from the clipboard is not waited for.
    pub(super) fn put_aside(&mut self) -> Self {
        Self { reading: None, ..std::mem::take(self) }
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
    /// Something was pasted into a field, or came from the clipboard.
    pub(super) fn pasted(&mut self, part: Part, text: &str) {
        if !self.takes_keys() {
            return;
        }
        match paste::read(text, part) {
            Reading::One(cleaned) => self.take(part, cleaned),
            Reading::Other(cleaned) => self.take(part.other(), cleaned),
            Reading::Both { api_key, secret_key } => {
                // What stood there before is no part of this paste.
                self.entry = Entry { reading: self.entry.reading, ..Entry::default() };
                self.take(Part::ApiKey, api_key);
                self.take(Part::SecretKey, secret_key);
            }
            Reading::Refused(problem) => self.entry.set(part, Field::Problem(problem)),
        }
    }

    /// The two fields are there to be filled in.
    fn takes_keys(&self) -> bool {
        self.journey().place == Place::Step(Step::PasteKeys) && matches!(self.work, Work::Entering)
    }

    fn take(&mut self, part: Part, cleaned: Cleaned) {
        let same = self.entry.field(part.other()).taken().is_some_and(|other| other.value == cleaned.value);
        if same && self.entry.field(part).taken().is_some() {
            // They were crossed, and this says so: the other value, which Binance may not show again, is not lost.
            self.entry.swap();
        } else {
            let field = if same { Field::Problem(PasteProblem::SameInBoth) } else { Field::Taken(cleaned) };
            self.entry.set(part, field);
        }
        (self.entry.swapped, self.entry.swap_tried) = (false, false);
    }

    pub(super) fn ask_clipboard(&mut self, part: Part, effects: &mut Vec<Effect>) {
        if !self.takes_keys() {
            return;
        }
        let request = self.request();
        self.entry.reading = Some((request, part));
        effects.push(Effect::ReadClipboard(request));
    }

    pub(super) fn clipboard(&mut self, request: Request, result: Result<Pasted, ClipboardFault>) {
        let Some((_, part)) = self.entry.reading.take_if(|(awaited, _)| *awaited == request) else { return };
        match result {
            Ok(text) => self.pasted(part, text.expose()),
            // The value that is being checked stays what it is, however late the clipboard answers.
            Err(fault) if self.takes_keys() => self.entry.set(part, Field::Problem(fault.into())),
            Err(_) => {}
        }
    }

    pub(super) fn clear(&mut self, part: Part) {
        if matches!(self.work, Work::Entering) {
            self.entry.set(part, Field::Empty);
        }
    }
}
