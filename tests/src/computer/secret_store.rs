//! The keyring: gnome-keyring, with a home of its own.

use std::collections::HashMap;
use std::process::Command;
use std::time::Duration;

use futures_util::StreamExt;
use secret_service::{EncryptionType, SecretService};
use tokio::time::timeout;
use zbus::fdo::DBusProxy;
use zbus::{Connection, MatchRule, MessageStream, message};

use crate::process::Process;
use crate::{Failure, Outcome};

/// How long the daemon may take to start or to end.
const LIMIT: Duration = Duration::from_secs(10);
/// The name under which programs find it.
const NAME: &str = "org.freedesktop.secrets";
/// The interface that signals additions and removals.
const COLLECTION: &str = "org.freedesktop.Secret.Collection";
/// The password of the test's user.
const PASSWORD: &[u8] = b"a password of the test";

/// The system's secret store. There is none until it is started.
#[derive(Debug)]
pub struct SecretStore {
    daemon: Option<Process>,
    command: Command,
    bus: Connection,
}

/// A secret that is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    /// The attributes by which it is found.
    pub attributes: HashMap<String, String>,
    /// The secret.
    pub secret: Vec<u8>,
}

impl Kept {
    /// Whether the secret contains these words.
    #[must_use]
    pub fn holds(&self, words: &str) -> bool {
        self.secret.windows(words.len()).any(|part| part == words.as_bytes())
    }
}

impl SecretStore {
    pub(super) async fn on(bus: &str, command: Command) -> Outcome<Self> {
        let bus = zbus::connection::Builder::address(bus)?.build().await?;
        Ok(Self { daemon: None, command, bus })
    }

    /// Starts it in the state of a normal login: unlocked, with a collection.
    ///
    /// # Errors
    /// When the daemon does not start.
    pub async fn start_unlocked(&mut self) -> Outcome {
        self.start(&["--unlock"]).await
    }

    /// Starts it in the state of a login without a password: its contents are locked, and nobody can be asked.
    ///
    /// # Errors
    /// When the daemon does not start.
    pub async fn start_locked(&mut self) -> Outcome {
        self.start_unlocked().await?;
        self.stop().await?;
        self.start(&[]).await?;
        let locked = match self.service().await?.get_default_collection().await {
            Ok(collection) => collection.is_locked().await?,
            // A locked collection may not even be visible.
            Err(secret_service::Error::NoResult) => true,
            Err(error) => return Err(error.into()),
        };
        if locked { Ok(()) } else { Err(Failure::new("the keyring is not locked")) }
    }

    /// Ends it.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn stop(&mut self) -> Outcome {
        self.daemon = None;
        self.wait_until(false).await
    }

    /// Everything that is kept. The keyring has to be unlocked.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn kept(&self) -> Outcome<Vec<Kept>> {
        let service = self.service().await?;
        let mut kept = Vec::new();
        for collection in service.get_all_collections().await? {
            for item in collection.get_all_items().await? {
                kept.push(Kept {
                    attributes: item.get_attributes().await?,
                    secret: item.get_secret().await?,
                });
            }
        }
        Ok(kept)
    }

    /// Waits until this many secrets are kept, and returns them.
    ///
    /// # Errors
    /// When there are still more or fewer after a while.
    pub async fn wait_for_kept(&self, count: usize) -> Outcome<Vec<Kept>> {
        let rule = MatchRule::builder().msg_type(message::Type::Signal).interface(COLLECTION)?.build();
        let mut changes = MessageStream::for_match_rule(rule, &self.bus, None).await?;
        let settled = async {
            loop {
                match self.kept().await {
                    Ok(kept) if kept.len() == count => return Ok(kept),
                    // An item that is just being removed cannot be read; its removal will be a change.
                    Ok(_) | Err(_) => drop(changes.next().await),
                }
            }
        };
        timeout(LIMIT, settled).await.map_err(|_| Failure::new(format!("not {count} secrets are kept")))?
    }

    async fn start(&mut self, arguments: &[&str]) -> Outcome {
        let mut command = super::again(&self.command);
        command.args(["--foreground", "--components=secrets"]).args(arguments);
        self.daemon = Some(Process::start_with_input(&command, PASSWORD)?);
        self.wait_until(true).await
    }

    async fn service(&self) -> Outcome<SecretService<'_>> {
        Ok(SecretService::connect_with_existing(EncryptionType::Plain, self.bus.clone()).await?)
    }

    /// Waits until it is, or is no longer, on the bus.
    async fn wait_until(&self, there: bool) -> Outcome {
        let bus = DBusProxy::new(&self.bus).await?;
        // Subscribed to before asking, so that no change is missed.
        let mut changes = bus.receive_name_owner_changed_with_args(&[(0, NAME)]).await?;
        let settled = async {
            while bus.name_has_owner(NAME.try_into()?).await? != there {
                changes.next().await;
            }
            Ok(())
        };
        let state = if there { "start" } else { "end" };
        timeout(LIMIT, settled).await.map_err(|_| Failure::new(format!("the keyring did not {state}")))?
    }
}
