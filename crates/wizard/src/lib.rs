//! The set-up program without a window.
//!
//! What the user does becomes an [`Action`]. [`Wizard::update`] decides, purely, what changes and which [`Effect`]s are to be run. The shell runs
//! them and returns [`Outcome`]s. [`Wizard::screen`] draws what is to be shown, in the user's language. Nothing else flows. Time is passed in as a
//! value, and nothing here does any I/O.

mod action;
mod cause;
mod doctor;
mod effect;
mod guide;
mod help;
mod l10n;
mod lang;
mod paste;
mod reminder;
mod screen;
mod session;
mod step;
mod support;
mod verdict;
mod view;
mod wizard;

pub use action::*;
pub use cause::*;
pub use doctor::{Browser, Checkup, Display, Engine, Trouble};
pub use effect::*;
pub use l10n::{Words, bare};
pub use lang::Lang;
pub use paste::*;
pub use screen::*;
pub use session::{Journey, KeyRecord, Place, Rehearsal, Session};
pub use support::*;
pub use verdict::*;
pub use view::other_address;
pub use wizard::{System, Wizard, is_perhaps_a_key};
