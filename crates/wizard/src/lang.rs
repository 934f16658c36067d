//! The languages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language of the program, or of the user's Binance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language whose labels are shown beside this one's.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }

    /// The language for a system locale such as `fr_CA.UTF-8` or `fr-BE`: French if the locale is French, otherwise English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::Fr } else { Self::En }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn locales_of_french_speakers_give_french_and_all_others_english() {
        for locale in ["fr", "fr-FR", "fr_CA.UTF-8", "FR_be", "fr@euro"] {
            assert_eq!(Lang::of_locale(locale), Lang::Fr, "{locale}");
        }
        for locale in ["", "C", "en-GB", "frr", "de_FR", "fy-NL"] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale}");
        }
    }
}
