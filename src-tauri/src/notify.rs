//! A desktop notification, for what was found while nobody was looking at the window.

#[cfg(not(target_os = "linux"))]
use crate::start::IDENTIFIER;
use crate::start::system_words;

/// The program's name as in the desktop's menu: in the language of the system.
fn program() -> String {
    system_words().string("app-product")
}

/// Shows a notification, if the desktop can: the window says the same, so nothing is lost if it cannot.
#[cfg(not(target_os = "linux"))]
pub(crate) fn show(title: &str, body: &str) {
    let mut notification = notify_rust::Notification::new();
    notification.appname(&program()).summary(title).body(body);
    // Without the identifier it would seem to come from another program: from PowerShell on Windows, from the Finder on macOS.
    #[cfg(windows)]
    notification.app_id(IDENTIFIER);
    #[cfg(target_os = "macos")]
    let _ = notify_rust::set_application(IDENTIFIER);
    let _ = notification.show();
}

#[cfg(target_os = "linux")]
pub(crate) use linux::show;

/// Uses the D-Bus library that the keyring needs anyway: notify-rust would bring in another version of it.
#[cfg(target_os = "linux")]
mod linux {
    use std::collections::HashMap;
    use std::sync::OnceLock;

    use zbus::blocking::Connection;
    use zbus::zvariant::Value;

    /// The name of the service on the bus, and of its interface.
    const DESKTOP: &str = "org.freedesktop.Notifications";

    /// Open until the program ends: some desktops take a notification away when its sender leaves the bus.
    static BUS: OnceLock<Connection> = OnceLock::new();

    /// Shows a notification, if the desktop can.
    pub(crate) fn show(title: &str, body: &str) {
        let shown = kept(&BUS, Connection::session).and_then(|bus| tell(bus, title, body));
        drop(shown);
    }

    /// The connection that is open, or a new one that stays open.
    fn kept(
        place: &OnceLock<Connection>,
        open: impl FnOnce() -> zbus::Result<Connection>,
    ) -> zbus::Result<&Connection> {
        match place.get() {
            Some(bus) => Ok(bus),
            None => open().map(|bus| place.get_or_init(|| bus)),
        }
    }

    fn tell(bus: &Connection, title: &str, body: &str) -> zbus::Result<()> {
        let (replaces, icon, buttons) = (0_u32, "", Vec::<&str>::new());
        let hints = HashMap::<&str, Value<'_>>::new();
        let as_long_as_usual = -1_i32;
        let told = (super::program(), replaces, icon, title, body, buttons, hints, as_long_as_usual);
        let place = "/org/freedesktop/Notifications";
        bus.call_method(Some(DESKTOP), place, Some(DESKTOP), "Notify", &told).map(drop)
    }

    #[cfg(test)]
    mod tests {
        use std::os::unix::net::UnixStream;
        use std::sync::mpsc::{Sender, channel};
        use std::thread;

        use zbus::blocking::connection::Builder;
        use zbus::zvariant::OwnedValue;

        use super::*;

        struct Desktop(Sender<(String, String, String)>);

        #[zbus::interface(name = "org.freedesktop.Notifications")]
        impl Desktop {
            #[expect(clippy::too_many_arguments, reason = "as the desktops have agreed on it")]
            fn notify(
                &self,
                program: String,
                _replaces: u32,
                _icon: String,
                title: String,
                body: String,
                _buttons: Vec<String>,
                _hints: HashMap<String, OwnedValue>,
                _milliseconds: i32,
            ) -> u32 {
                self.0.send((program, title, body)).unwrap();
                1
            }
        }

        #[test]
        fn the_desktop_is_told_in_its_own_form() {
            let (ours, theirs) = UnixStream::pair().unwrap();
            let (sender, told) = channel();
            let desktop = thread::spawn(move || {
                let place = "/org/freedesktop/Notifications";
                let guid = zbus::Guid::generate();
                let served = Builder::async_io_unix_stream(theirs).server(guid).unwrap().p2p();
                served.serve_at(place, Desktop(sender)).unwrap().build().unwrap()
            });
            let bus = Builder::async_io_unix_stream(ours).p2p().build().unwrap();
            let served = desktop.join().unwrap();
            let (place, mut bus) = (OnceLock::new(), Some(bus));
            for title in ["A key was lost", "Another one too"] {
                // Opened once, it is open for the second too.
                let bus = kept(&place, || Ok(bus.take().unwrap())).unwrap();
                tell(bus, title, "It is asked for again.").unwrap();
                let (name, text) = (super::super::program(), "It is asked for again.");
                assert_eq!(told.recv().unwrap(), (name, title.to_owned(), text.to_owned()));
            }
            drop(served);
        }
    }
}
