//! Journeys through the real window, as users make them.

#![cfg(target_os = "linux")]

mod keyring;
mod language;
mod problems;
mod real;
mod rehearsal;
mod steps;
