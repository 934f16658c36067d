//! Whether a window that is told to close does, or asks first.

use std::time::{Duration, Instant};

/// How long it takes at least to read a question.
const READING: Duration = Duration::from_millis(1500);

/// How far it is known whether the window may close.
#[derive(Debug, Default)]
pub(crate) struct Asking {
    /// The user is to be asked first.
    due: bool,
    /// The user is to be shown the question, and it is not known yet that it is there.
    begun: bool,
    /// When the user was last asked, unless that was answered.
    asked: Option<Instant>,
}

/// What becomes of a window that is told to close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closing {
    /// It closes.
    Closes,
    /// It stays, and the user is to be asked.
    Asks,
    /// It stays: the user was asked a moment ago and cannot have read the question yet, as after a double click.
    Stays,
}

impl Asking {
    /// What the screen in view calls for: `false` also while it shows the question.
    pub(crate) fn determine(&mut self, asks: bool) {
        if self.begun && asks {
            // This was determined before the question was shown.
            return;
        }
        if asks && !self.due {
            self.asked = None;
        }
        (self.begun, self.due) = (false, asks);
    }

    /// The window is told to close. Whoever was asked is not asked again: nobody must be kept in a program that does not answer.
    pub(crate) fn told_to_close(&mut self, now: Instant) -> Closing {
        if self.asked.is_some_and(|at| now.duration_since(at) < READING) {
            return Closing::Stays;
        }
        if !self.due || self.begun {
            return Closing::Closes;
        }
        (self.begun, self.asked) = (true, Some(now));
        Closing::Asks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_lost_is_asked_about_and_a_double_click_is_no_answer() {
        let start = Instant::now();
        let mut asking = Asking::default();
        assert_eq!(asking.told_to_close(start), Closing::Closes, "nothing is lost");
        asking.determine(true);
        assert_eq!(asking.told_to_close(start), Closing::Asks);
        asking.determine(true);
        assert_eq!(
            asking.told_to_close(start + READING / 2),
            Closing::Stays,
            "the question is not there yet"
        );
        asking.determine(false);
        assert_eq!(asking.told_to_close(start + READING / 2), Closing::Stays, "and nobody can have read it");
        assert_eq!(
            asking.told_to_close(start + READING),
            Closing::Closes,
            "whoever closes it again means it"
        );
    }

    #[test]
    fn whoever_stayed_is_asked_again_at_once() {
        let start = Instant::now();
        let mut asking = Asking::default();
        asking.determine(true);
        assert_eq!(asking.told_to_close(start), Closing::Asks);
        asking.determine(false);
        asking.determine(true);
        assert_eq!(asking.told_to_close(start), Closing::Asks);
    }

    #[test]
    fn a_program_that_does_not_answer_can_be_closed() {
        let start = Instant::now();
        let mut asking = Asking::default();
        asking.determine(true);
        assert_eq!(asking.told_to_close(start), Closing::Asks);
        assert_eq!(asking.told_to_close(start + READING), Closing::Closes);
    }
}
