//! A desktop's notification service that shows nothing and reports what it was asked to show.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;
use zbus::Connection;
use zbus::zvariant::OwnedValue;

use crate::{Failure, Outcome};

/// How long the program may take to send a notification.
const LIMIT: Duration = Duration::from_secs(20);

/// Where notifications go.
#[derive(Debug)]
pub struct Notifications {
    _bus: Connection,
    shown: UnboundedReceiver<Notification>,
}

/// A notification.
#[derive(Debug, PartialEq, Eq)]
pub struct Notification {
    /// Its first line.
    pub title: String,
    /// What it says.
    pub body: String,
}

struct Service(UnboundedSender<Notification>);

// https://specifications.freedesktop.org/notification/latest/protocol.html
#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        vec!["body".to_owned()]
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("none".to_owned(), "none".to_owned(), "1".to_owned(), "1.2".to_owned())
    }

    #[allow(clippy::too_many_arguments, reason = "the protocol has them")]
    fn notify(
        &self,
        _app_name: String,
        _replaces: u32,
        _icon: String,
        title: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        // Fails if the test has ended.
        let _ = self.0.send(Notification { title, body });
        1
    }
}

impl Notifications {
    pub(super) async fn start(bus: &str) -> Outcome<Self> {
        let (sender, shown) = unbounded_channel();
        let bus = zbus::connection::Builder::address(bus)?
            .serve_at("/org/freedesktop/Notifications", Service(sender))?
            .name("org.freedesktop.Notifications")?
            .build()
            .await?;
        Ok(Self { _bus: bus, shown })
    }

    /// Waits for the next one.
    ///
    /// # Errors
    /// When none arrives in time.
    pub async fn next(&mut self) -> Outcome<Notification> {
        let shown =
            timeout(LIMIT, self.shown.recv()).await.map_err(|_| Failure::new("nothing was notified"))?;
        shown.ok_or_else(|| Failure::new("the notifications have ended"))
    }

    /// Whether no other one has arrived.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}
