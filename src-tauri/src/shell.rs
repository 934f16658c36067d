//! Runs the wizard's effects.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use smartradex_binance::{Credentials, Failure};
use smartradex_wizard::{CopySource, Effect, Engine, Outcome, Part, Request, SavedFile, VaultFault, Wipe};
use tokio::task::{JoinHandle, spawn, spawn_blocking};
use zeroize::Zeroizing;

use crate::clipboard::Clipboard;
use crate::examiner::{self, Examiner, unasked};
use crate::log::{self, Log};
use crate::practice::Practice;
use crate::runtime::{Inbox, Message};
use crate::session_file::Keeper;
use crate::window::Frame;
use crate::{files, links, notify};

/// All that effects need.
#[derive(Clone)]
pub(crate) struct Shell {
    /// Where outcomes go.
    pub inbox: Inbox,
    /// The clipboard's thread.
    pub clipboard: Clipboard,
    /// The session file's thread.
    pub keeper: Keeper,
    /// The window, as soon as there is one.
    pub frame: Arc<OnceLock<Frame>>,
    /// The practice exchange.
    pub practice: Arc<Practice>,
    /// Examines keys, and the way to Binance.
    pub examiner: Arc<Examiner>,
    /// The log's thread.
    pub log: Log,
    /// The program's folder.
    pub folder: PathBuf,
    /// How the window is to look.
    pub look: Arc<Look>,
}

/// The look last asked for. Each change waits for the window's thread on a thread of its own, where one may overtake another, so each
/// applies the latest values, not its own.
#[derive(Debug, Default)]
pub(crate) struct Look {
    panel: AtomicBool,
    /// In percent.
    zoom: AtomicU16,
    turn: Mutex<()>,
}

/// An effect that was begun and that an outcome will answer.
pub(crate) struct Begun {
    /// Its number.
    pub request: Request,
    /// The outcome to report if the work panics: a fault of the program must not leave the user waiting.
    pub lost: Outcome,
    /// The work.
    pub work: JoinHandle<Outcome>,
}

impl Shell {
    /// Begins an effect. `None` if it has no outcome. [`Effect::Cancel`] is left to the runtime, because the shell does not keep what it
    /// began.
    pub(crate) fn begin(&self, effect: Effect) -> Option<Begun> {
        match effect {
            Effect::Open(request, link, lang) => {
                let url = OsString::from(links::url(link, lang));
                Some(blocking(request, Outcome::Opened(request, false), move || {
                    Outcome::Opened(request, links::open(&url))
                }))
            }
            Effect::Copy(request, source) => {
                let clipboard = self.clipboard.clone();
                Some(blocking(request, Outcome::Copied(request, Err(None)), move || {
                    Outcome::Copied(request, copy(&clipboard, source))
                }))
            }
            Effect::WipeCopiedSecret(request) => {
                let clipboard = self.clipboard.clone();
                Some(blocking(request, Outcome::ClipboardWiped(request, Wipe::Failed), move || {
                    Outcome::ClipboardWiped(request, clipboard.wipe_secret())
                }))
            }
            Effect::WipePastedKey(request, pasted) => {
                let clipboard = self.clipboard.clone();
                Some(blocking(request, Outcome::ClipboardWiped(request, Wipe::Failed), move || {
                    Outcome::ClipboardWiped(request, clipboard.wipe_pasted(pasted))
                }))
            }
            Effect::ReadClipboard(request) => {
                let clipboard = self.clipboard.clone();
                let unavailable = Err(smartradex_wizard::ClipboardFault::Unavailable);
                Some(blocking(request, Outcome::Clipboard(request, unavailable), move || {
                    Outcome::Clipboard(request, clipboard.read())
                }))
            }
            Effect::Examine(request, subject, target, market) => {
                let (examiner, inbox) = (Arc::clone(&self.examiner), self.inbox.clone());
                let progress = move |found| {
                    let outcome = Outcome::Examined(request, Box::new(found));
                    // If nobody receives it, the program is ending.
                    let _ = inbox.send(Message::Progress(request, outcome));
                };
                let lost = Outcome::Examined(request, Box::new(unasked(Failure::Cancelled)));
                let work = spawn(async move {
                    match examiner.examine(subject, target, market, progress).await {
                        Ok(found) => Outcome::Examined(request, Box::new(found)),
                        Err(fault) => Outcome::Unreadable(request, fault),
                    }
                });
                Some(Begun { request, lost, work })
            }
            Effect::Cancel(_) => None,
            Effect::Store(request, slot, credentials) => {
                let lost = Outcome::Stored(request, Err(VaultFault::Failed));
                Some(blocking(request, lost, move || {
                    Outcome::Stored(request, smartradex_vault::store(slot, credentials))
                }))
            }
            Effect::Remove(request, slot) => {
                let lost = Outcome::Removed(request, Err(VaultFault::Failed));
                Some(blocking(request, lost, move || {
                    Outcome::Removed(request, smartradex_vault::remove(slot))
                }))
            }
            Effect::Diagnose(request, target) => {
                let examiner = Arc::clone(&self.examiner);
                let work = spawn(async move {
                    let found = examiner.check_up(target, engine()).await;
                    Outcome::Diagnosed(request, found.ok().map(Box::new))
                });
                Some(Begun { request, lost: Outcome::Diagnosed(request, None), work })
            }
            Effect::KeepLog(request, on) => {
                let log = self.log.clone();
                Some(blocking(request, Outcome::LogKept(request, false), move || {
                    Outcome::LogKept(request, log.keep(on))
                }))
            }
            Effect::ShowLog(request) => {
                let folder = self.folder.clone();
                Some(blocking(request, Outcome::LogShown(request, false), move || {
                    let shown = log::file(&folder).is_some_and(|file| links::open(file.as_os_str()));
                    Outcome::LogShown(request, shown)
                }))
            }
            Effect::Publish(account, scenario) => {
                self.practice.publish(&account, scenario);
                None
            }
            Effect::Wait(request, milliseconds) => {
                let time = Duration::from_millis(milliseconds.into());
                let work = spawn(async move {
                    tokio::time::sleep(time).await;
                    Outcome::Elapsed(request)
                });
                Some(Begun { request, lost: Outcome::Elapsed(request), work })
            }
            Effect::SaveFile(request, file) => {
                Some(blocking(request, Outcome::Saved(request, false), move || {
                    Outcome::Saved(request, save_file(&file))
                }))
            }
            Effect::Panel(panel) => {
                self.look.panel.store(panel, Ordering::SeqCst);
                self.change(|frame, look| frame.set_panel(look.panel.load(Ordering::SeqCst)));
                None
            }
            Effect::Zoom(percent) => {
                self.look.zoom.store(percent, Ordering::SeqCst);
                self.change(|frame, look| frame.zoom(look.zoom.load(Ordering::SeqCst)));
                None
            }
            Effect::Leave => {
                self.change(|frame, _| {
                    frame.remember();
                    frame.leave();
                });
                None
            }
            Effect::Notify { title, body } => {
                spawn_blocking(move || notify::show(&title, &body));
                None
            }
            Effect::ForgetFiles(request) => {
                let frame = Arc::clone(&self.frame);
                let (keeper, log) = (self.keeper.clone(), self.log.clone());
                Some(blocking(request, Outcome::Forgotten(request, false), move || {
                    if let Some(frame) = frame.get() {
                        frame.forget();
                    }
                    // Each is tried, whatever becomes of the other.
                    let gone = [log.forget(), keeper.forget()];
                    Outcome::Forgotten(request, gone == [true, true])
                }))
            }
        }
    }
}

impl Shell {
    fn change(&self, change: fn(&Frame, &Look)) {
        let (frame, look) = (Arc::clone(&self.frame), Arc::clone(&self.look));
        spawn_blocking(move || {
            // A change that panicked has left nothing half done here.
            let _turn = look.turn.lock().unwrap_or_else(PoisonError::into_inner);
            change(frame.wait(), &look);
        });
    }
}

/// The web engine that draws the window.
fn engine() -> Engine {
    tauri::webview_version().map_or(Engine::Unknown, Engine::Version)
}

fn blocking(request: Request, lost: Outcome, work: impl FnOnce() -> Outcome + Send + 'static) -> Begun {
    Begun { request, lost, work: spawn_blocking(work) }
}

fn copy(clipboard: &Clipboard, source: CopySource) -> Result<(), Option<VaultFault>> {
    let copied = match source {
        CopySource::Text(text) => clipboard.copy(text),
        CopySource::Held(credentials, part) => copy_part(clipboard, &credentials, part),
        CopySource::Kept(kept, part) => copy_part(clipboard, &examiner::read(&kept).map_err(Some)?, part),
    };
    if copied { Ok(()) } else { Err(None) }
}

fn copy_part(clipboard: &Clipboard, credentials: &Credentials, part: Part) -> bool {
    match part {
        Part::ApiKey => clipboard.copy(credentials.api_key.expose().to_owned()),
        Part::SecretKey => clipboard.copy_secret(Zeroizing::new(credentials.secret_key.expose().to_owned())),
    }
}

/// Saves a file for the user and shows it. Returns whether it was saved; it counts as saved even if no program can show it.
fn save_file(file: &SavedFile) -> bool {
    let Some(folder) = files::folder() else { return false };
    match files::save(&folder, &file.name, &file.content) {
        Ok(path) => {
            links::open(path.as_os_str());
            true
        }
        Err(_) => false,
    }
}
