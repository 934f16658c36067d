//! Moving from screen to screen of the journey, and the ticks on the way.

use super::{Entry, Keeping, Shown, Wizard, Work};
use crate::domain::Step;
use crate::effect::Effect;
use crate::session::Place;
use crate::step;

impl Wizard {
    /// Goes to another screen of the journey. Whatever step 4 was doing for the last one ends.
    pub(super) fn go(&mut self, place: Place, effects: &mut Vec<Effect>) {
        self.stop_work(effects);
        self.pasting = None;
        // The key has been handed over, and the user goes on.
        if self.journey().place == Place::Configured && place != Place::HandOver {
            self.let_go();
        }
        self.session.journey_mut().place = place;
        if place == Place::Home {
            self.check_all(effects);
        }
    }

    pub(super) fn go_home(&mut self, effects: &mut Vec<Effect>) {
        if !self.journey().keys.is_empty() {
            self.overlays.clear();
            self.go(Place::Home, effects);
        }
    }

    pub(super) fn go_to_step(&mut self, step: Step, effects: &mut Vec<Effect>) {
        if self.may_go(step) {
            self.overlays.clear();
            self.go(Place::Step(step), effects);
        }
    }

    /// Goes back to step 2, because another key is needed. Nothing of the last key remains that could be checked in its place, and the
    /// instructions start over.
    pub(super) fn new_key(&mut self, effects: &mut Vec<Effect>) {
        if !matches!(self.journey().place, Place::Step(_)) || self.storing() {
            return;
        }
        self.stop_work(effects);
        *self.entry_mut() = Entry::default();
        let journey = self.session.journey_mut();
        journey.ticks.retain(|(step, _)| *step < Step::CreateKey);
        journey.done.retain(|step, _| *step < Step::CreateKey);
        self.go_to_step(Step::CreateKey, effects);
    }

    /// Whether a step may be opened: the user must have said that all steps before it are done.
    pub(crate) fn may_go(&self, step: Step) -> bool {
        let journey = self.journey();
        match journey.place {
            Place::Welcome => false,
            Place::Step(_) | Place::HandOver | Place::Configured | Place::Home => Step::ALL
                .iter()
                .take_while(|before| **before < step)
                .all(|before| journey.done.contains_key(before)),
        }
    }

    pub(super) fn back(&mut self, effects: &mut Vec<Effect>) {
        if !self.overlays.is_empty() {
            self.close();
            return;
        }
        let place = match self.journey().place {
            Place::Welcome | Place::Home => return,
            Place::Step(Step::SecurityControls) => Place::Welcome,
            Place::Step(Step::CreateKey) => Place::Step(Step::SecurityControls),
            Place::Step(Step::Restrictions) => Place::Step(Step::CreateKey),
            Place::Step(Step::PasteKeys) => match self.work {
                // From the result, "back" means back to the two fields.
                Work::Judged { .. } | Work::Examining { .. } => return self.cancel(effects),
                Work::Entering | Work::Accepted { .. } => Place::Step(Step::Restrictions),
            },
            Place::HandOver => Place::Step(Step::PasteKeys),
            Place::Configured => Place::HandOver,
        };
        self.go(place, effects);
    }

    pub(super) fn forward(&mut self, effects: &mut Vec<Effect>) {
        match self.journey().place {
            Place::Step(Step::SecurityControls) => {
                self.finish_step(Step::SecurityControls, Step::CreateKey, effects);
            }
            Place::Step(Step::CreateKey) => self.finish_step(Step::CreateKey, Step::Restrictions, effects),
            Place::Step(Step::Restrictions) => self.finish_step(Step::Restrictions, Step::PasteKeys, effects),
            Place::Step(Step::PasteKeys) => {
                let ready = match self.work {
                    Work::Accepted { keeping, .. } => matches!(keeping, Keeping::Kept | Keeping::Declined),
                    // The user came back to the fields, and goes on with the key that was checked before.
                    Work::Entering => self.has_checked_key(),
                    Work::Examining { .. } | Work::Judged { .. } => false,
                };
                if ready {
                    self.go(Place::HandOver, effects);
                }
            }
            Place::Welcome | Place::HandOver | Place::Configured | Place::Home => {}
        }
    }

    /// The user says that a step is done: instructions not ticked off one by one are ticked off with it.
    fn finish_step(&mut self, step: Step, next: Step, effects: &mut Vec<Effect>) {
        let now = self.now.as_millisecond();
        let journey = self.session.journey_mut();
        journey.ticks.extend((1..=step::instructions(step).len()).map(|number| (step, number as u8)));
        journey.done.entry(step).or_insert(now);
        if step == Step::Restrictions {
            // Each edit may take a while to take effect, so the time of the last one counts.
            journey.done.insert(step, now);
        }
        self.go(Place::Step(next), effects);
    }

    pub(super) fn tick(&mut self, instruction: u8) {
        let journey = self.session.journey_mut();
        let Place::Step(step) = journey.place else { return };
        if !(1..=step::instructions(step).len()).contains(&usize::from(instruction)) {
            return;
        }
        if !journey.ticks.remove(&(step, instruction)) {
            journey.ticks.insert((step, instruction));
        }
        self.say_of(Place::Step(step), Shown::Instruction);
    }
}
