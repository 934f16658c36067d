//! The only addresses that are opened in a browser.

use smartradex_wizard::{Lang, Link};

/// The address of a page, in this language where the site has it in two.
#[must_use]
pub(crate) fn url(link: Link, lang: Lang) -> String {
    let lang = lang.tag();
    match link {
        Link::ApiManagement => format!("https://www.binance.com/{lang}/my/settings/api-management"),
        Link::SubAccounts => format!("https://www.binance.com/{lang}/my/sub-account/management"),
        Link::KeyForm => "https://smartradex.fr/cle-api-2/".to_owned(),
        Link::Site => "https://smartradex.fr/".to_owned(),
    }
}

/// Opens a page in the user's browser, or a file in the program for it. Blocks until the desktop has taken it, which may
/// be some seconds. `false` when nothing was there to open it.
pub(crate) fn open(target: &std::ffi::OsStr) -> bool {
    open::that_detached(target).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_is_the_exact_page() {
        let all = [
            (Link::ApiManagement, Lang::Fr, "https://www.binance.com/fr/my/settings/api-management"),
            (Link::ApiManagement, Lang::En, "https://www.binance.com/en/my/settings/api-management"),
            (Link::SubAccounts, Lang::Fr, "https://www.binance.com/fr/my/sub-account/management"),
            (Link::SubAccounts, Lang::En, "https://www.binance.com/en/my/sub-account/management"),
            (Link::KeyForm, Lang::Fr, "https://smartradex.fr/cle-api-2/"),
            (Link::KeyForm, Lang::En, "https://smartradex.fr/cle-api-2/"),
            (Link::Site, Lang::Fr, "https://smartradex.fr/"),
            (Link::Site, Lang::En, "https://smartradex.fr/"),
        ];
        for (link, lang, expected) in all {
            assert_eq!(url(link, lang), expected);
        }
    }
}
