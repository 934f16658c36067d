//! A screen reader that only listens: it takes what the window tells assistive technology over AT-SPI, and nothing of how the page looks.

mod objects;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use zbus::fdo::DBusProxy;
use zbus::{Connection, MatchRule, MessageStream, message};

use crate::process::Process;
use crate::{Failure, Outcome};
use objects::{Event, Objects};

/// How long the service may take to start, and the window to report something.
const LIMIT: Duration = Duration::from_secs(20);
/// The service on the session's bus that tells which bus assistive technology uses.
const SERVICE: &str = "org.a11y.Bus";
/// Where distributions install the program that offers it.
const LAUNCHERS: [&str; 3] = [
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
];
/// More events than a window sends while one of them is being looked into.
const QUEUE: usize = 4096;

/// The screen reader. It hears everything from its start on.
#[derive(Debug)]
pub struct ScreenReader {
    objects: Objects,
    heard: UnboundedReceiver<Heard>,
    remembered: Vec<Heard>,
    listening: JoinHandle<()>,
    _launcher: Process,
}

/// What makes a screen reader speak unprompted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Something new has appeared in a live region.
    Announced(String),
    /// Something has received the focus.
    Focused(String),
}

/// Something that a screen reader comes across as it reads the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What it claims to be.
    pub role: Role,
    /// Its name; empty if it has none.
    pub name: String,
    /// The language that it declares for its words, as written in the page; empty for the page itself.
    pub language: String,
    /// Whether it has the focus.
    pub focused: bool,
    /// Whether new content in it is to be spoken.
    pub live: bool,
}

/// What something is, as far as the tests care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The heading of the screen.
    Heading,
    /// Something that can be operated: a button, a box, a field. Holds its kind.
    Control(&'static str),
    /// Everything else.
    Other,
}

impl ScreenReader {
    /// The program that offers the service.
    pub(super) fn launcher() -> Outcome<&'static Path> {
        let found = LAUNCHERS.iter().map(Path::new).find(|place| place.exists());
        found.ok_or_else(|| Failure::new("at-spi-bus-launcher is missing (cargo xtask test installs it)"))
    }

    /// Starts the assistive technology service on this bus, and listens.
    pub(super) async fn start(session: &str, mut launcher: Command) -> Outcome<Self> {
        let session = zbus::connection::Builder::address(session)?.build().await?;
        launcher.arg("--launch-immediately");
        let launcher = Process::start_with_input(&launcher, b"")?;
        let objects = Objects::on(connect(&session).await?);
        let events = listen(&objects).await?;
        let (sender, heard) = unbounded_channel();
        let listening = tokio::spawn(hear(events, objects.clone(), sender));
        Ok(Self { objects, heard, remembered: Vec::new(), listening, _launcher: launcher })
    }

    /// Everything in the page of the program's window, in reading order, as soon as `wanted` is true of it.
    ///
    /// # Errors
    /// When that does not happen in time; the message says what is there instead.
    pub async fn page(&self, wanted: impl Fn(&[Thing]) -> bool) -> Outcome<Vec<Thing>> {
        let given_up = Instant::now() + LIMIT;
        loop {
            match self.objects.page().await {
                Ok(page) if wanted(&page) => return Ok(page),
                Ok(page) if Instant::now() > given_up => {
                    return Err(Failure::new(format!("what is read is otherwise: {page:?}")));
                }
                Err(failure) if Instant::now() > given_up => return Err(failure),
                // The page changes while it is being read, and nothing signals when it has settled.
                Ok(_) | Err(_) => sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Waits until it has heard this since it last forgot. Whitespace does not count, because what is spoken in one go may be several
    /// lines.
    ///
    /// # Errors
    /// When it does not hear it in time; the message says what it heard instead.
    pub async fn hear(&mut self, wanted: &Heard) -> Outcome {
        let found = async {
            while !self.remembered.iter().any(|heard| heard.matches(wanted)) {
                let heard = self.heard.recv().await;
                self.remembered.push(heard.ok_or_else(|| Failure::new("the screen reader has ended"))?);
            }
            Ok(())
        };
        match timeout(LIMIT, found).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Failure::new(format!("{wanted:?} is not heard, but {:#?}", self.remembered))),
        }
    }

    /// Forgets what it has heard so far.
    pub fn forget(&mut self) {
        self.remembered.clear();
        while self.heard.try_recv().is_ok() {}
    }
}

impl Drop for ScreenReader {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Heard {
    fn matches(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Announced(one), Self::Announced(two)) | (Self::Focused(one), Self::Focused(two)) => {
                bare(one) == bare(two)
            }
            (Self::Announced(_), Self::Focused(_)) | (Self::Focused(_), Self::Announced(_)) => false,
        }
    }
}

/// The words without any whitespace.
#[must_use]
pub fn bare(words: &str) -> String {
    words.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// Waits for the service and connects to its bus.
async fn connect(session: &Connection) -> Outcome<Connection> {
    let names = DBusProxy::new(session).await?;
    // Subscribed to before asking, so that no change is missed.
    let mut changes = names.receive_name_owner_changed_with_args(&[(0, SERVICE)]).await?;
    let there = async {
        while !names.name_has_owner(SERVICE.try_into()?).await? {
            changes.next().await;
        }
        Ok::<(), Failure>(())
    };
    timeout(LIMIT, there).await.map_err(|_| Failure::new(format!("{SERVICE} does not start")))??;
    let reply = session.call_method(Some(SERVICE), "/org/a11y/bus", Some(SERVICE), "GetAddress", &()).await?;
    let address: String = reply.body().deserialize()?;
    Ok(zbus::connection::Builder::address(address.as_str())?.build().await?)
}

/// Asks for all events: programs send none that nobody asked for.
async fn listen(objects: &Objects) -> Outcome<MessageStream> {
    let rule = MatchRule::builder().msg_type(message::Type::Signal).interface(objects::EVENTS)?.build();
    let events = MessageStream::for_match_rule(rule, objects.bus(), Some(QUEUE)).await?;
    objects.ask_for_events().await?;
    Ok(events)
}

/// Looks at once into what each event is about, because that may soon be gone.
async fn hear(mut events: MessageStream, objects: Objects, heard: UnboundedSender<Heard>) {
    while let Some(Ok(message)) = events.next().await {
        let spoken = match Event::read(&message) {
            Some(Event::Added(new)) => objects.new_in_live_region(&new).await.map(Heard::Announced),
            Some(Event::Focused(now)) => objects.words_of(&now).await.map(Heard::Focused),
            None => continue,
        };
        // What has already gone again is not spoken.
        if let Ok(spoken) = spoken
            && heard.send(spoken).is_err()
        {
            return;
        }
    }
}
