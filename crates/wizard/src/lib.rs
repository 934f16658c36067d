//! The set-up program without a window.
//!
//! What the user does becomes an [`Action`]. [`Wizard::update`] is pure: it decides what changes and which [`Effect`]s to run. The shell
//! runs them and returns [`Outcome`]s. [`Wizard::screen`] describes what to show, in the user's language. There is no other flow of data.
//! The time is passed in as a value, and nothing here does any I/O.

mod action;
mod cause;
mod doctor;
mod domain;
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

pub use action::{Action, DeskView, Input, Overlay, Pasted, Press, Zoom};
pub use cause::{Cause, Details, Exit, Explanation, WayOn};
pub use doctor::{Browser, Checkup, Display, Engine, Trouble};
pub use domain::{Bot, Bots, FormField, Link, Part, Step};
pub use effect::{
    ClipboardFault, CopySource, Effect, Event, KeptKey, Outcome, Request, SavedFile, Slot, Subject, Target,
    VaultFault, Wipe,
};
pub use l10n::{Words, bare};
pub use lang::Lang;
pub use paste::{Cleaned, Doubt, OddKind, PasteProblem, Reading, pair, read};
pub use screen::{
    Advice, Announcement, Banner, Block, Button, Card, CheckLine, CheckState, ChoiceOption, CopyRow, Fact,
    Icon, Instruction, Item, LanguageChoice, Layout, Picture, PointSign, Progress, Rail, RailStep, Screen,
    Span, Tab, Text, Tone, plain,
};
pub use session::{Journey, KeyRecord, Place, Proved, Rehearsal, Session};
pub use support::{
    Answer, Checked, ClockClass, Code, Fields, Finding, Findings, KeyringState, Misread, Redactor, Release,
    Situation, Spot, Suggestion, SystemFamily, Ticks, ToldOverlay, ToldProblem, Unreadable,
};
pub use verdict::{Check, CheckId, Decision, Evidence, Known, OtherKey, Verdict, judge, uid_hash};
pub use view::other_address;
pub use wizard::{System, Wizard, is_perhaps_a_key};
