//! Help by telephone and by e-mail: where a user stands, in twelve characters that can be said aloud.

mod checked;
mod code;
pub(crate) mod exemplar;
mod fields;
mod format;
mod log;
mod redact;
mod situation;
mod spelling;

pub(crate) use checked::answers;
pub use checked::{Answer, Checked};
pub use code::{Code, Misread, Suggestion, Unreadable};
pub use fields::{Fields, ToldProblem};
pub use redact::Redactor;
pub use situation::{
    ClockClass, Finding, Findings, KeyringState, Release, Situation, Spot, SystemFamily, Ticks, ToldOverlay,
};
pub(crate) use spelling::spelled;
