//! A notification of the desktop, for what was found while nobody was looking at the window.

use notify_rust::Notification;

/// Shows it, or not: the window says the same, so that nothing is lost where the desktop has no notifications.
pub(crate) fn show(title: &str, body: &str) {
    let shown = Notification::new().appname("SmartradeX Setup").summary(title).body(body).show();
    drop(shown);
}
