//! Examines keys: gets the key, finds the server, and has the key examined there.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use smartradex_binance::{
    Client, ClientOptions, Credentials, Endpoint, Examination, Failure, Market, examine,
};
use smartradex_wizard::{Checkup, Engine, KeptKey, Subject, Target, VaultFault};
use tokio::task::spawn_blocking;

use crate::practice::Practice;

/// What it takes to examine a key.
pub(crate) struct Examiner {
    endpoint: Endpoint,
    practice: Arc<Practice>,
    /// Kept from one examination to the next, because it is slow to create.
    client: Mutex<Option<Client>>,
}

impl Examiner {
    /// Nothing is opened before the first examination.
    #[must_use]
    pub(crate) fn new(endpoint: Endpoint, practice: Arc<Practice>) -> Self {
        Self { endpoint, practice, client: Mutex::new(None) }
    }

    /// Examines a key. `progress` gets what is known each time something was learnt, except at the end.
    ///
    /// # Errors
    /// If the key could not be read from the keyring.
    pub(crate) async fn examine(
        &self,
        subject: Subject,
        target: Target,
        market: Market,
        mut progress: impl FnMut(Examination) + Send,
    ) -> Result<Examination, VaultFault> {
        let credentials = credentials(subject).await?;
        let client = match self.client(target).await {
            Ok(client) => client,
            Err(failure) => return Ok(unasked(failure)),
        };
        let clock = || Timestamp::now().as_millisecond();
        let found = examine(&client, &credentials, market, clock, |found| {
            if !found.finished {
                progress(found.clone());
            }
        })
        .await;
        // If not even the time could be had, a proxy or a certificate may be put right before the next try, and only a new client sees
        // that.
        if !matches!(found.clock, Some(Ok(_))) {
            *self.kept() = None;
        }
        Ok(found)
    }

    /// Looks at what stands between this computer and the server. `engine`: what draws the window.
    ///
    /// # Errors
    /// If the practice exchange has no address.
    pub(crate) async fn check_up(&self, target: Target, engine: Engine) -> io::Result<Checkup> {
        let endpoint = match target {
            Target::Binance | Target::OtherAddress => self.endpoint.clone(),
            Target::Practice => {
                Endpoint::parse(&self.practice.url().await?).map_err(|_| io::ErrorKind::InvalidInput)?
            }
        };
        Ok(smartradex_doctor::check_up(&endpoint, engine, env!("CARGO_PKG_VERSION")).await)
    }

    async fn client(&self, target: Target) -> Result<Client, Failure> {
        match target {
            Target::Binance | Target::OtherAddress => {
                let kept = self.kept().clone();
                if let Some(client) = kept {
                    return Ok(client);
                }
                let client = make_client(self.endpoint.clone()).await?;
                *self.kept() = Some(client.clone());
                Ok(client)
            }
            // Its address changes with the problem that is practised, so this client is not kept.
            Target::Practice => {
                let url = self.practice.url().await.map_err(|_| Failure::NoNetwork)?;
                make_client(Endpoint::parse(&url).map_err(|_| Failure::NoNetwork)?).await
            }
        }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Option<Client>> {
        self.client.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is known if the server could not be asked.
#[must_use]
pub(crate) fn unasked(failure: Failure) -> Examination {
    Examination { clock: Some(Err(failure)), finished: true, ..Examination::default() }
}

async fn credentials(subject: Subject) -> Result<Credentials, VaultFault> {
    match subject {
        Subject::Held(credentials) => Ok(credentials),
        Subject::Kept(kept) => spawn_blocking(move || read(&kept)).await.unwrap_or(Err(VaultFault::Failed)),
    }
}

/// Reads a key from the keyring.
///
/// # Errors
/// If that fails, or if another key is in its place: an old session may have come back, or a new one may not have been saved.
pub(crate) fn read(kept: &KeptKey) -> Result<Credentials, VaultFault> {
    let found = smartradex_vault::read(kept.slot)?;
    if found.api_key.masked() == kept.masked { Ok(found) } else { Err(VaultFault::Gone) }
}

/// Reading the system's certificate authorities takes a while, so it is done on a thread that may block.
async fn make_client(endpoint: Endpoint) -> Result<Client, Failure> {
    let made = spawn_blocking(move || Client::new(endpoint, &ClientOptions::default())).await;
    made.unwrap_or(Err(Failure::NoAuthorities))
}
