//! The start and the end of the program.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, mpsc};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use smartradex_wizard::{Event, Lang, Outcome, System, Wizard, Words};
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, RunEvent, WindowEvent};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::arguments::Opening;
use crate::clipboard::Clipboard;
use crate::closing::Closing;
use crate::examiner::Examiner;
use crate::instance::{self, Call, First, Start};
use crate::log::{self, Log};
use crate::practice::Practice;
use crate::runtime::{Inbox, Message, Runtime, Shown};
use crate::session_file::{self, Keeper};
use crate::shell::Shell;
use crate::window::{self, Frame};
use crate::{commands, platform};

/// The name of the program's folder in the user's data folder; the same as `identifier` in `tauri.conf.json`.
pub(crate) const IDENTIFIER: &str = "fr.smartradex.setup";
/// How long the end of the program waits for the clipboard to be wiped and the session to be on the disk.
pub(crate) const ENDING: Duration = Duration::from_secs(8);
/// After this time the window is shown even without its first screen, which usually takes a tenth of it.
const LATE: Duration = Duration::from_secs(3);
/// How long to wait for the first screen before the window is built. It usually takes a hundredth of this; a later one reaches the page by
/// its channel.
const FIRST: Duration = Duration::from_millis(300);

/// Why the program did not start, or could not go on.
#[derive(Debug)]
pub enum StartError {
    /// There is no screen.
    NoDisplay,
    /// The user has no data folder.
    NoHome,
    /// The program is already running, and cannot change to the server that this start names.
    Running,
    /// The program is already running, but does not answer.
    Stuck,
    /// The system gave no thread or no random numbers.
    System(io::Error),
    /// The system gave no window.
    Window(tauri::Error),
    /// What answers the window has ended by a fault of the program.
    Fault,
}

impl StartError {
    /// What happened and what to do, in the language of the system.
    #[must_use]
    pub fn words(&self) -> String {
        let words = system_words();
        let (id, cause) = match self {
            Self::NoDisplay => ("app-start-no-display", None),
            Self::NoHome => ("app-start-no-home", None),
            Self::Running => ("app-start-running", None),
            Self::Stuck => ("app-start-stuck", None),
            Self::System(error) => ("app-start-system", Some(error.to_string())),
            Self::Window(error) => ("app-start-window", Some(error.to_string())),
            Self::Fault => ("app-start-fault", None),
        };
        let text = words.string(id);
        cause.map_or(text.clone(), |cause| format!("{text}\n\n{cause}"))
    }
}

/// Opens the window and runs until it is closed. If the program is already running, its window comes forward instead.
///
/// # Errors
/// Why no window was opened, or why it had to be closed.
pub fn run(opening: Opening) -> Result<(), StartError> {
    if !platform::has_display() {
        return Err(StartError::NoDisplay);
    }
    let own_folder = dirs::data_local_dir().ok_or(StartError::NoHome)?.join(IDENTIFIER);
    let call = call(&opening);
    let claim = match instance::claim(&own_folder, call.as_ref()) {
        Start::First(claim) => Arc::new(claim),
        Start::Second => return Ok(()),
        Start::Stuck if call.is_none() => return Err(StartError::Running),
        Start::Stuck => return Err(StartError::Stuck),
    };
    // What another server said about a key must never be taken for Binance's word.
    let folder = match opening.endpoint.is_binance() {
        true => own_folder,
        false => own_folder.join(session_file::OTHER_ADDRESS),
    };
    session_file::remove_leftovers(&folder);
    let frame = Arc::new(OnceLock::new());
    let (inbox, messages) = tokio::sync::mpsc::unbounded_channel();
    // The wizard gets ready while the window does.
    let (first, runtime) = begin(&folder, opening, &frame, &inbox, messages).map_err(StartError::System)?;
    if !platform::reaches_display() {
        return Err(StartError::NoDisplay);
    }

    let (webview_folder, _for_this_run) = window::webview_folder(&folder);
    let (its_frame, its_folder) = (Arc::clone(&frame), folder.clone());
    let (failed, failure) = mpsc::channel();
    watch(runtime, Arc::clone(&frame), failed.clone());
    let app = tauri::Builder::default()
        // It would be in English, with File and Help menus that have no use here.
        .enable_macos_default_menu(false)
        .manage(inbox.clone())
        .invoke_handler(tauri::generate_handler![commands::subscribe, commands::dispatch])
        .setup(move |app| {
            let first = first.recv_timeout(FIRST).ok();
            match Frame::build(app, &its_folder, webview_folder, first.as_ref()) {
                Ok(built) => {
                    // It is set only here.
                    let _ = its_frame.set(built);
                    show_late(its_frame);
                }
                // Tauri panics if it is given an error here.
                Err(error) => {
                    let _ = failed.send(StartError::Window(error));
                    app.handle().exit(1);
                }
            }
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(StartError::Window)?;
    let (its_frame, its_inbox) = (Arc::clone(&frame), inbox.clone());
    // If this fails, a second start says that this one does not answer; this one goes on all the same.
    let _ = claim.listen(move |call| {
        if let Call::Desk(code) = call {
            // If nobody receives it, the program is ending.
            let _ = its_inbox.send(Message::Desk(code));
        }
        if let Some(frame) = its_frame.get() {
            frame.come_forward();
        }
    });
    let (its_frame, its_claim) = (Arc::clone(&frame), Arc::clone(&claim));
    app.run_return(move |_: &AppHandle, event| on_event(&event, &its_frame, &its_claim, &inbox));
    if frame.get().is_some_and(Frame::is_forgotten) {
        // Now the webview lets go of what it still held. What was written since then is kept.
        session_file::forget_webview_at_last(&folder);
    }
    failure.try_recv().map_or(Ok(()), Err)
}

/// Closes the window if what answers it ends by a fault of the program: nothing in it would do anything any more. The next start goes on
/// from the last screen.
fn watch(runtime: JoinHandle<()>, frame: Arc<OnceLock<Frame>>, failed: mpsc::Sender<StartError>) {
    tauri::async_runtime::spawn(async move {
        if runtime.await.is_err() {
            let _ = failed.send(StartError::Fault);
            // There may be no window yet.
            let _ = tokio::task::spawn_blocking(move || frame.wait().leave()).await;
        }
    });
}

/// What this start asks of a program already running; `None` if it names another server, because a running program cannot change its
/// server.
fn call(opening: &Opening) -> Option<Call> {
    let usual = opening.endpoint.is_binance();
    usual.then(|| opening.desk.clone().map_or(Call::ComeForward, Call::Desk))
}

/// The program's words in the language of the system, for use outside the window.
#[must_use]
pub fn system_words() -> Words {
    let lang = system_language();
    Words { lang, binance: lang }
}

pub(crate) fn system_language() -> Lang {
    Lang::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// Starts the runtime on one of Tauri's threads. The receiver gets the first screen; the handle tells when the runtime has ended.
fn begin(
    folder: &Path,
    opening: Opening,
    frame: &Arc<OnceLock<Frame>>,
    inbox: &Inbox,
    messages: UnboundedReceiver<Message>,
) -> io::Result<(mpsc::Receiver<Shown>, JoinHandle<()>)> {
    let Opening { endpoint, desk } = opening;
    let told = inbox.clone();
    let keeper = Keeper::start(folder.to_owned(), move |saved| {
        let _ = told.send(Message::Event(Event::Outcome(Outcome::SessionSaved(saved))));
    })?;
    let practice = Arc::new(Practice::default());
    let other_address = (!endpoint.is_binance()).then(|| endpoint.to_string());
    let shell = Shell {
        inbox: inbox.clone(),
        clipboard: Clipboard::start()?,
        keeper,
        frame: Arc::clone(frame),
        practice: Arc::clone(&practice),
        examiner: Arc::new(Examiner::new(endpoint, practice)),
        log: Log::start(folder.to_owned())?,
        folder: folder.to_owned(),
        look: Arc::default(),
    };
    let mut seed = [0; 16];
    getrandom::fill(&mut seed).map_err(io::Error::other)?;
    let folder: PathBuf = folder.to_owned();
    let (tell, first) = mpsc::sync_channel(1);
    let runtime = tauri::async_runtime::spawn(async move {
        let mut found = session_file::load(&folder);
        // Nobody knows what a file that cannot be read says of keys.
        found.session.keys_left |= found.unread;
        if found.unread {
            shell.keeper.spare();
        }
        let log_off = found.session.log_off;
        let log_kept = shell.log.begin(!log_off);
        let system = System {
            lang: system_language(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            os: smartradex_doctor::system_name(),
            zone: TimeZone::system(),
            other_address,
            seed,
            session_damaged: found.damaged,
            log: log::place(&folder),
            log_left: log_off && !log_kept,
        };
        log::started(env!("CARGO_PKG_VERSION"), &system.os, found.session.language.unwrap_or(system.lang));
        let (mut wizard, mut effects) = Wizard::new(system, found.session.clone(), Timestamp::now());
        if let Some(code) = desk {
            effects.extend(wizard.open_desk(code.as_deref()));
        }
        let mut runtime = Runtime::new(wizard, found.session, shell);
        if let Some(shown) = runtime.next() {
            // If nobody receives it, the window is no longer waiting.
            let _ = tell.send(shown);
        }
        runtime.run(effects, messages).await;
    });
    Ok((first, runtime))
}

/// Shows the window if its first screen is late: an empty window is better than none.
fn show_late(frame: Arc<OnceLock<Frame>>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LATE).await;
        if let Some(frame) = frame.get() {
            frame.show_at_last();
        }
    });
}

fn on_event(event: &RunEvent, frame: &OnceLock<Frame>, claim: &First, inbox: &Inbox) {
    if let RunEvent::WindowEvent { event, .. } = event {
        if let WindowEvent::Focused(true) = event {
            // If nobody receives it, the program is ending.
            let _ = inbox.send(Message::Event(Event::Outcome(Outcome::Focused)));
        }
        // Later there is no window to ask where it stands.
        if let (WindowEvent::CloseRequested { api, .. }, Some(frame)) = (event, frame.get()) {
            frame.remember();
            match frame.closing() {
                Closing::Closes => {}
                Closing::Stays => api.prevent_close(),
                Closing::Asks => {
                    if inbox.send(Message::Event(Event::Outcome(Outcome::Closing))).is_ok() {
                        api.prevent_close();
                        frame.come_forward();
                    }
                }
            }
        }
    }
    if let RunEvent::Exit = event {
        claim.leave();
        // Some ends close no window and leave no time for what follows the loop: "Quit" on macOS, and the end of the session on Windows.
        let open = frame.get().filter(|frame| frame.is_open());
        if let Some(frame) = open {
            frame.remember();
        }
        let (told, done) = mpsc::channel();
        if inbox.send(Message::End(told)).is_ok() {
            let _ = done.recv_timeout(ENDING);
        }
        if open.is_some() {
            claim.end();
        }
    }
}
