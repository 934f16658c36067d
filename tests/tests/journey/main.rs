//! Journeys through the real window, as users make them.

#![cfg(target_os = "linux")]

#[path = "../canary/close.rs"]
mod close;
mod desk;
mod details;
mod doctor;
mod kept;
mod keyring;
mod language;
mod months_later;
mod pointing;
mod problems;
mod real;
mod rehearsal;
mod slips;
mod steps;
