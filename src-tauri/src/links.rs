//! The only addresses that are opened in a browser, and what opens them.

use std::ffi::OsStr;
#[cfg(target_os = "linux")]
use std::{process::Stdio, sync::mpsc, thread, time::Duration};

use smartradex_wizard::{Lang, Link};

#[cfg(target_os = "linux")]
use crate::platform;

/// An opener that finds no program for the target says so within this time.
#[cfg(target_os = "linux")]
const FAILS_WITHIN: Duration = Duration::from_secs(1);

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

/// Opens a page in the user's browser, or a file in the program for it. Blocks until the desktop has taken it, which may take some seconds.
/// `false` if nothing could open it.
#[cfg(not(target_os = "linux"))]
pub(crate) fn open(target: &OsStr) -> bool {
    open::that_detached(target).is_ok()
}

/// As above. The variables for this program's own web engine are not passed on: a browser of the same kind would be slow until it is
/// closed.
#[cfg(target_os = "linux")]
pub(crate) fn open(target: &OsStr) -> bool {
    use std::os::unix::process::CommandExt;

    open::commands(target).into_iter().any(|mut command| {
        for (name, _) in platform::webkit_variables() {
            command.env_remove(name);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        command.spawn().is_ok_and(|mut opener| {
            let (sender, ended) = mpsc::channel();
            // Waits for its end, however late that is, so that no zombie process is left.
            thread::spawn(move || sender.send(opener.wait().is_ok_and(|status| status.success())));
            // One that is still running has not failed: some are the browser itself.
            ended.recv_timeout(FAILS_WITHIN).unwrap_or(true)
        })
    })
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
