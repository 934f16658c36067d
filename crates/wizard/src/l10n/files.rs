//! The files of `locales/`, compiled into the program.

use crate::lang::Lang;

macro_rules! locale {
    ($lang:literal: $($file:literal)+) => {
        &[$(include_str!(concat!("../../../../locales/", $lang, "/", $file, ".ftl"))),+]
    };
}

macro_rules! locales {
    ($($file:literal)+) => {
        /// The contents of every file of a language.
        pub(super) fn sources(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::Fr => locale!("fr": $($file)+),
                Lang::En => locale!("en": $($file)+),
            }
        }
    };
}

locales! {
    "app" "binance" "causes" "checks" "desk" "doctor" "glossary" "guide" "handover" "help" "home" "paste" "picture" "practice" "report" "support"
    "step1" "step2" "step3" "step4" "vault" "verify" "welcome"
}
