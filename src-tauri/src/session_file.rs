//! The session on the disk, from which the program goes on after it was closed or killed. It never contains a secret: a [`Session`] cannot
//! hold one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use smartradex_wizard::Session;
use tokio::sync::oneshot;

use crate::whole_file::Next;
use crate::{log, whole_file, window};

const NAME: &str = "session.json";
/// What is about to replace it: handed to the system, but perhaps not yet on the disk. If it can be read, it is the newer of the two.
const NEXT: &str = "session.next.json";
const DAMAGED: &str = "session.damaged.json";
/// The folder inside the program's folder for everything that is kept while another server is asked in Binance's stead.
pub(crate) const OTHER_ADDRESS: &str = "other-address";
/// How many times to try to read a file, and how long to pause in between: a virus scanner may hold it for a moment.
const TRIES: u32 = 4;
const NEXT_TRY: Duration = Duration::from_millis(50);
/// How long to wait, at most, for the webview to let go of its files after everything was forgotten.
const LETTING_GO: Duration = Duration::from_secs(3);

/// What was on the disk when the program started.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Found {
    /// The session to go on with.
    pub session: Session,
    /// The file could not be understood, and was set aside under another name.
    pub damaged: bool,
    /// The file could not be read now, but perhaps can be at another start: see [`Keeper::spare`].
    pub unread: bool,
}

/// Reads the session, or begins a new one.
#[must_use]
pub(crate) fn load(folder: &Path) -> Found {
    let next = read(&folder.join(NEXT));
    // After a power failure it may be incomplete; the one before it then holds.
    if let Ok(Some(session)) = next.as_ref().map(|text| text.as_deref().and_then(Session::parse)) {
        return Found { session, ..Found::default() };
    }
    let path = folder.join(NAME);
    let text = match next.and_then(|_| read(&path)) {
        Ok(None) => return Found::default(),
        Ok(Some(text)) => text,
        Err(_) => return Found { session: in_its_place(folder), unread: true, damaged: false },
    };
    if let Some(session) = Session::parse(&text) {
        return Found { session, ..Found::default() };
    }
    let session = in_its_place(folder);
    // If it cannot be set aside, the next save replaces it, which is right: the user goes on.
    let _ = fs::rename(&path, folder.join(DAMAGED));
    Found { session, damaged: true, unread: false }
}

/// The text of a file, if there is one; empty if it is not UTF-8.
fn read(path: &Path) -> io::Result<Option<String>> {
    let mut tries = 1;
    loop {
        match fs::read(path) {
            Ok(bytes) => return Ok(Some(String::from_utf8(bytes).unwrap_or_default())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if tries == TRIES => return Err(error),
            Err(_) => thread::sleep(NEXT_TRY),
        }
        tries += 1;
    }
}

/// The session to go on with if the old one is unknown. That one may have said that no log is wanted, so a log is kept only if there
/// already is one.
fn in_its_place(folder: &Path) -> Session {
    Session { log_off: log::file(folder).is_none(), ..Session::default() }
}

/// Writes sessions one after another on a thread of its own, so that a slow disk never holds up the window. If several are waiting, only
/// the last is written.
#[derive(Debug, Clone)]
pub(crate) struct Keeper(Sender<Job>);

enum Job {
    Save(Box<Session>, oneshot::Sender<()>),
    Spare,
    Forget(Sender<bool>),
    Finish(Sender<()>),
}

impl Keeper {
    /// Starts the thread. `told` is called with `false` when writing sessions begins to fail, and with `true` when it works again.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub(crate) fn start(folder: PathBuf, told: impl Fn(bool) + Send + 'static) -> io::Result<Self> {
        let (jobs, inbox) = mpsc::channel();
        thread::Builder::new().name("session".to_owned()).spawn(move || serve(&folder, &inbox, told))?;
        Ok(Self(jobs))
    }

    /// Has a session written. The receiver fires once the system has taken this one or a later one, so that it outlives the program, or
    /// once it is certain that this will not happen. It is on the disk soon afterwards.
    pub(crate) fn save(&self, session: Session) -> oneshot::Receiver<()> {
        let (written, wait) = oneshot::channel();
        // The thread lives as long as there is a handle to it.
        let _ = self.0.send(Job::Save(Box::new(session), written));
        wait
    }

    /// Protects a session that could not be read: reports that nothing is saved, and writes nothing until everything is forgotten.
    pub(crate) fn spare(&self) {
        let _ = self.0.send(Job::Spare);
    }

    /// Removes everything in the folder that would tell a later start something, and drops sessions still waiting to be written. Returns
    /// whether it is gone.
    #[must_use]
    pub(crate) fn forget(&self) -> bool {
        let (told, gone) = mpsc::channel();
        self.0.send(Job::Forget(told)).is_ok() && gone.recv().unwrap_or(false)
    }

    /// Waits until everything asked for so far has been done.
    pub(crate) fn finish(&self) {
        let (done, wait) = mpsc::channel();
        if self.0.send(Job::Finish(done)).is_ok() {
            let _ = wait.recv();
        }
    }
}

fn serve(folder: &Path, inbox: &Receiver<Job>, told: impl Fn(bool)) {
    let mut fine = true;
    let mut spared = false;
    while let Ok(first) = inbox.recv() {
        let mut latest = None;
        let mut waiting = Vec::new();
        for job in std::iter::once(first).chain(inbox.try_iter()) {
            match job {
                Job::Save(session, written) => {
                    latest = Some(session);
                    waiting.push(written);
                }
                Job::Spare => {
                    spared = true;
                    fine = false;
                    told(false);
                }
                Job::Forget(told) => {
                    latest = None;
                    let gone = forget(folder).is_ok();
                    spared &= !gone;
                    let _ = told.send(gone);
                }
                Job::Finish(done) => {
                    save(folder, latest.take().filter(|_| !spared), &mut waiting, &mut fine, &told);
                    let _ = done.send(());
                }
            }
        }
        save(folder, latest.filter(|_| !spared), &mut waiting, &mut fine, &told);
    }
}

fn save(
    folder: &Path,
    session: Option<Box<Session>>,
    waiting: &mut Vec<oneshot::Sender<()>>,
    fine: &mut bool,
    told: impl Fn(bool),
) {
    let next = session.map(|session| {
        let text = serde_json::to_vec_pretty(&session)?;
        Next::write(&folder.join(NEXT), &text)
    });
    for written in waiting.drain(..) {
        // Whoever asked may have gone on in the meantime.
        let _ = written.send(());
    }
    let Some(next) = next else { return };
    let written = next.and_then(|next| next.replace(&folder.join(NAME))).is_ok();
    if written != *fine {
        *fine = written;
        told(written);
    }
}

/// Removes everything in the folder that would tell a later start something. If a part cannot be removed, the rest is removed all the same.
///
/// # Errors
/// If some of it is still there.
fn forget(folder: &Path) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let names = [NAME, NEXT, DAMAGED, window::STATE_FILE, log::NAME, log::OLD_NAME];
    let removed = names.map(|name| whole_file::remove(&folder.join(name)));
    // What the webview still holds goes when the window is gone.
    let _ = forget_webview(folder);
    let half_done = whole_file::remove_half_done(folder);
    let other_address = remove_folder(&folder.join(OTHER_ADDRESS));
    removed.into_iter().chain([half_done, other_address]).collect()
}

/// Removes what an earlier run left behind: what it was writing when it was killed and, if there is no session, the files that the webview
/// still held when everything was forgotten. To be called before anything is written and before there is a webview.
pub(crate) fn remove_leftovers(folder: &Path) {
    // What cannot be removed now may go at another start.
    let _ = whole_file::remove_half_done(folder);
    if [NAME, NEXT].iter().all(|name| fs::exists(folder.join(name)).is_ok_and(|exists| !exists)) {
        // If this fails, the next webview can use the folder: it holds nothing of the user's.
        let _ = forget_webview(folder);
    }
}

/// Removes the webview's own files. They hold nothing of the user's, and on Windows cannot be removed while there is a window.
fn forget_webview(folder: &Path) -> io::Result<()> {
    remove_folder(&folder.join(window::WEBVIEW_FOLDER))
}

/// Removes a folder; it is fine if there is none.
fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Like [`forget_webview`], for when the window is gone: on Windows the webview takes a moment to let go of its files, so this keeps trying
/// for [`LETTING_GO`].
pub(crate) fn forget_webview_at_last(folder: &Path) {
    let given_up = Instant::now() + LETTING_GO;
    while forget_webview(folder).is_err() && Instant::now() < given_up {
        thread::sleep(Duration::from_millis(100));
    }
}

#[cfg(test)]
mod tests {
    use smartradex_wizard::Lang;

    use super::*;

    fn french() -> Session {
        Session { language: Some(Lang::Fr), ..Session::default() }
    }

    fn keeper(folder: &Path) -> (Keeper, Receiver<bool>) {
        let (sender, told) = mpsc::channel();
        let tell = move |fine| sender.send(fine).unwrap();
        (Keeper::start(folder.to_owned(), tell).unwrap(), told)
    }

    #[test]
    fn what_was_saved_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let (keeper, told) = keeper(folder.path());
        drop(keeper.save(Session::default()));
        drop(keeper.save(french()));
        keeper.finish();
        assert_eq!(load(folder.path()), Found { session: french(), ..Found::default() });
        assert_eq!(told.try_iter().count(), 0, "nothing is told as long as all goes well");
    }

    #[test]
    fn that_it_is_written_is_told_once_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (keeper, _told) = keeper(folder.path());
        let earlier = keeper.save(Session::default());
        keeper.save(french()).blocking_recv().unwrap();
        assert_eq!(load(folder.path()).session, french());
        assert!(earlier.blocking_recv().is_ok(), "and that of an earlier one with it");
    }

    #[test]
    fn what_was_not_yet_on_the_disk_is_found_too_unless_only_a_part_of_it_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let text = serde_json::to_vec(&french()).unwrap();
        fs::write(folder.path().join(NAME), serde_json::to_vec(&Session::default()).unwrap()).unwrap();
        for end in 0..text.len() {
            fs::write(folder.path().join(NEXT), &text[..end]).unwrap();
            assert_eq!(load(folder.path()), Found::default(), "{end}");
        }
        fs::write(folder.path().join(NEXT), vec![0; text.len()]).unwrap();
        assert_eq!(load(folder.path()), Found::default());
        fs::write(folder.path().join(NEXT), &text).unwrap();
        assert_eq!(load(folder.path()).session, french());
    }

    #[test]
    fn without_a_file_a_new_session_begins() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(load(folder.path()), Found::default());
        assert_eq!(load(&folder.path().join("missing")), Found::default());
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_the_user_goes_on() {
        for damage in ["", "{", "null", "{\"version\": 99}", "{\"language\": 5}"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(NAME), damage).unwrap();
            let new = Session { log_off: true, ..Session::default() };
            assert_eq!(load(folder.path()), Found { session: new, damaged: true, unread: false }, "{damage}");
            assert_eq!(fs::read_to_string(folder.path().join(DAMAGED)).unwrap(), damage);
            assert_eq!(load(folder.path()), Found::default(), "the second start is as the first");
        }
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), [0xff, 0xfe]).unwrap();
        assert!(load(folder.path()).damaged, "no UTF-8");
    }

    #[test]
    fn a_log_that_is_there_goes_on_when_nobody_knows_whether_it_was_wanted() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), "{").unwrap();
        fs::write(folder.path().join(log::NAME), "line").unwrap();
        let found = Found { damaged: true, ..Found::default() };
        assert!(!found.session.log_off);
        assert_eq!(load(folder.path()), found);
    }

    #[test]
    fn what_cannot_be_read_is_left_alone_until_everything_is_forgotten() {
        for name in [NAME, NEXT] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(name);
            // A folder is not read like a file.
            fs::create_dir(&path).unwrap();
            let new = Session { log_off: true, ..Session::default() };
            assert_eq!(load(folder.path()), Found { session: new, damaged: false, unread: true }, "{name}");
            let (keeper, told) = keeper(folder.path());
            keeper.spare();
            drop(keeper.save(french()));
            keeper.finish();
            assert_eq!(told.try_iter().collect::<Vec<_>>(), [false], "{name}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{name}");
            fs::remove_dir(&path).unwrap();
            assert!(keeper.forget());
            drop(keeper.save(french()));
            keeper.finish();
            assert_eq!(told.try_iter().collect::<Vec<_>>(), [true], "{name}");
            assert_eq!(load(folder.path()).session, french(), "{name}");
        }
    }

    #[test]
    fn a_disk_that_does_not_take_it_is_told_once_and_so_is_its_recovery() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("data");
        fs::write(&place, b"a file where the folder should be").unwrap();
        let (keeper, told) = keeper(&place);
        drop(keeper.save(french()));
        keeper.finish();
        drop(keeper.save(Session::default()));
        keeper.finish();
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [false]);
        fs::remove_file(&place).unwrap();
        drop(keeper.save(french()));
        keeper.finish();
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [true]);
        assert_eq!(load(&place).session, french());
    }

    #[test]
    fn forgetting_leaves_nothing_of_the_program_and_all_of_others() {
        let folder = tempfile::tempdir().unwrap();
        for name in [NAME, NEXT, DAMAGED, window::STATE_FILE, log::NAME, log::OLD_NAME, "other"] {
            fs::write(folder.path().join(name), b"{}").unwrap();
        }
        let (keeper, _told) = keeper(folder.path());
        drop(keeper.save(french()));
        fs::create_dir_all(folder.path().join("webview/storage")).unwrap();
        fs::write(folder.path().join("webview/storage/salt"), b"x").unwrap();
        fs::create_dir_all(folder.path().join("other-address")).unwrap();
        fs::write(folder.path().join("other-address/session.json"), b"{}").unwrap();
        assert!(keeper.forget());
        keeper.finish();
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["other"]);
    }

    #[test]
    fn a_webview_folder_that_was_left_goes_at_the_next_start_when_nothing_else_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        let webview = folder.path().join("webview/storage");
        for (name, stays) in [(NAME, true), (NEXT, true), ("other", false)] {
            fs::create_dir_all(&webview).unwrap();
            fs::write(folder.path().join(name), b"{}").unwrap();
            remove_leftovers(folder.path());
            assert_eq!(webview.exists(), stays, "{name}");
            fs::remove_file(folder.path().join(name)).unwrap();
        }
        remove_leftovers(folder.path());
    }

    #[test]
    fn what_a_killed_program_was_writing_goes_at_the_next_start_and_the_session_stays() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), serde_json::to_vec(&french()).unwrap()).unwrap();
        fs::write(folder.path().join(".half-done-1"), b"{\"language\":").unwrap();
        remove_leftovers(folder.path());
        assert_eq!(load(folder.path()).session, french());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        remove_leftovers(&folder.path().join("missing"));
    }

    #[test]
    fn what_cannot_be_removed_keeps_nothing_else_and_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for name in [DAMAGED, window::STATE_FILE, log::NAME, ".half-done-1", ".half-done-3"] {
            fs::write(folder.path().join(name), b"{}").unwrap();
        }
        // A folder is not removed like a file.
        for name in [NAME, ".half-done-2"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let (keeper, _told) = keeper(folder.path());
        assert!(!keeper.forget());
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".half-done-2", NAME]);
    }

    #[test]
    fn what_is_written_after_everything_was_forgotten_stays_at_the_end_of_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let (keeper, _told) = keeper(folder.path());
        drop(keeper.save(Session::default()));
        assert!(keeper.forget());
        drop(keeper.save(french()));
        keeper.finish();
        // The webview writes as long as there is a window.
        fs::create_dir_all(folder.path().join("webview/storage")).unwrap();
        forget_webview_at_last(folder.path());
        assert_eq!(load(folder.path()), Found { session: french(), ..Found::default() });
        assert!(!folder.path().join("webview").exists());
    }
}
