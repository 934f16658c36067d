//! A separate computer for each test: a screen, a message bus, a keyring, a clipboard, a browser and a home, none of them the user's.

mod browser;
mod bus;
mod clipboard;
mod display;
mod home;
mod notifications;
mod screen_reader;
mod secret_store;

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::Outcome;
pub use browser::Browser;
use bus::Bus;
pub use clipboard::Clipboard;
use display::Display;
pub use home::{Home, Log};
pub use notifications::{Notification, Notifications};
pub use screen_reader::{Heard, Role, ScreenReader, Thing, bare};
pub use secret_store::{Kept, SecretStore};

/// A language of the program, as set in the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// Its language tag in the page.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    fn locale(self) -> &'static str {
        match self {
            Self::French => "fr_FR.UTF-8",
            Self::English => "en_GB.UTF-8",
        }
    }
}

/// The colours that the desktop asks its programs to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

/// How the computer is set up before the program starts.
#[derive(Debug, Clone, Copy)]
pub struct Setup {
    /// The system's language.
    pub language: Language,
    /// The desktop's colours.
    pub theme: Theme,
    /// Whether a screen reader runs.
    pub screen_reader: bool,
}

impl Setup {
    /// A light desktop in this language, without a screen reader.
    #[must_use]
    pub fn light(language: Language) -> Self {
        Self { language, theme: Theme::Light, screen_reader: false }
    }
}

/// The computer. When it is dropped, everything that runs on it ends, and its home is removed.
#[derive(Debug)]
pub struct Computer {
    /// The keyring, which is absent until it is started.
    pub keyring: SecretStore,
    /// What is copied and pasted.
    pub clipboard: Clipboard,
    /// What the program asks to be opened.
    pub browser: Browser,
    /// What the program reports through the desktop.
    pub notifications: Notifications,
    /// The screen reader, if the setup asks for one.
    pub screen_reader: Option<ScreenReader>,
    environment: Vec<(&'static str, OsString)>,
    _bus: Bus,
    display: Display,
    /// Its files. Dropped after the programs, which may still write to them.
    pub home: Home,
    _turn: SemaphorePermit<'static>,
}

/// More windows at a time would only slow each other down.
static TURNS: Semaphore = Semaphore::const_new(2);

impl Computer {
    /// Starts a computer.
    ///
    /// # Errors
    /// When one of the system's programs is missing or does not start.
    pub async fn start(setup: Setup) -> Outcome<Self> {
        let turn = TURNS.acquire().await?;
        let home = Home::make()?;
        let browser = Browser::install(&home)?;
        let mut environment = environment(&home, setup)?;
        let display = Display::start(&command("Xvfb", &environment))?;
        environment.push(("DISPLAY", display.name().into()));
        let bus = Bus::start(&home, &environment)?;
        environment.push(("DBUS_SESSION_BUS_ADDRESS", bus.address().into()));
        let keyring = SecretStore::on(bus.address(), command("gnome-keyring-daemon", &environment)).await?;
        let notifications = Notifications::start(bus.address()).await?;
        let screen_reader = match setup.screen_reader {
            true => Some(
                ScreenReader::start(bus.address(), command(ScreenReader::launcher()?, &environment)).await?,
            ),
            false => None,
        };
        let clipboard = Clipboard::new(command("xclip", &environment));
        Ok(Self {
            keyring,
            clipboard,
            browser,
            notifications,
            screen_reader,
            environment,
            _bus: bus,
            display,
            home,
            _turn: turn,
        })
    }

    /// The name of its screen, such as `:7`.
    #[must_use]
    pub fn display(&self) -> &str {
        self.display.name()
    }

    /// A command that will run on it.
    #[must_use]
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        command(program, &self.environment)
    }
}

fn command(program: impl AsRef<Path>, environment: &[(&'static str, OsString)]) -> Command {
    let mut command = Command::new(program.as_ref());
    command.env_clear().envs(environment.iter().map(|(name, value)| (name, value)));
    command
}

/// A copy of the command, to be given further arguments.
fn again(command: &Command) -> Command {
    let mut again = Command::new(command.get_program());
    again.env_clear().envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    again
}

/// Only the variables listed here reach the programs, and nothing of the user's own desktop.
fn environment(home: &Home, setup: Setup) -> Outcome<Vec<(&'static str, OsString)>> {
    let system = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([home.programs()].into_iter().chain(env::split_paths(&system)))?;
    let mut environment: Vec<(&'static str, OsString)> = vec![
        ("PATH", path),
        ("HOME", home.user().into()),
        ("TMPDIR", home.temporary().into()),
        ("XDG_RUNTIME_DIR", home.runtime().into()),
        ("XDG_CONFIG_HOME", home.user().join(".config").into()),
        ("XDG_DATA_HOME", home.user().join(".local/share").into()),
        ("XDG_STATE_HOME", home.user().join(".local/state").into()),
        ("XDG_CACHE_HOME", home.user().join(".cache").into()),
        ("LANG", setup.language.locale().into()),
        ("TZ", "Europe/Paris".into()),
        // Without it GTK looks for a service that the bus does not have.
        ("GSETTINGS_BACKEND", "memory".into()),
    ];
    if !setup.screen_reader {
        // The same for the assistive technology service.
        environment.push(("NO_AT_BRIDGE", "1".into()));
    }
    match setup.theme {
        Theme::Light => {}
        Theme::Dark => environment.push(("GTK_THEME", "Adwaita:dark".into())),
    }
    Ok(environment)
}
