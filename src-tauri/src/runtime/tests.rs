use std::path::Path;
use std::sync::{Arc, OnceLock, mpsc};
use std::time::Duration;

use jiff::tz::TimeZone;
use serde_json::Value;
use smartradex_binance::Endpoint;
use smartradex_practice::Scenario;
use smartradex_wizard::{Action, Lang, Overlay, Press, System};
use tauri::ipc::InvokeResponseBody;
use tempfile::TempDir;

use super::*;
use crate::clipboard::Clipboard;
use crate::examiner::Examiner;
use crate::log::Log;
use crate::practice::Practice;
use crate::session_file::{self, Keeper};

/// The longest time for anything here, all of which happens on this computer.
const SOON: Duration = Duration::from_secs(20);

fn shell(folder: &Path) -> (Shell, UnboundedReceiver<Message>) {
    let (inbox, messages) = tokio::sync::mpsc::unbounded_channel();
    let told = inbox.clone();
    let keeper = Keeper::start(folder.to_owned(), move |saved| {
        let _ = told.send(Message::Event(Event::Outcome(Outcome::SessionSaved(saved))));
    });
    let practice = Arc::new(Practice::default());
    let shell = Shell {
        inbox,
        clipboard: Clipboard::start().unwrap(),
        keeper: keeper.unwrap(),
        frame: Arc::new(OnceLock::new()),
        practice: Arc::clone(&practice),
        examiner: Arc::new(Examiner::new(Endpoint::binance(), practice)),
        log: Log::start(folder.to_owned()).unwrap(),
        folder: folder.to_owned(),
        look: Arc::default(),
    };
    (shell, messages)
}

fn wizard(session: Session) -> (Wizard, Vec<Effect>) {
    let system = System {
        lang: Lang::En,
        version: "1".to_owned(),
        os: "Test".to_owned(),
        zone: TimeZone::UTC,
        other_address: None,
        seed: [7; 16],
        session_damaged: false,
        log: String::new(),
        log_left: false,
    };
    Wizard::new(system, session, Timestamp::now())
}

fn runtime(folder: &Path) -> (Runtime, Vec<Effect>, UnboundedReceiver<Message>) {
    runtime_of(folder, Session::default())
}

fn runtime_of(folder: &Path, session: Session) -> (Runtime, Vec<Effect>, UnboundedReceiver<Message>) {
    let (shell, messages) = shell(folder);
    let (wizard, effects) = wizard(session.clone());
    (Runtime::new(wizard, session, shell), effects, messages)
}

/// A running runtime, and a page that looks at it.
struct Running {
    folder: TempDir,
    inbox: Inbox,
    /// What came by the channel.
    screens: mpsc::Receiver<Value>,
}

impl Running {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (runtime, effects, messages) = runtime(folder.path());
        let inbox = runtime.shell.inbox.clone();
        tokio::spawn(runtime.run(effects, messages));
        let mut running = Self { folder, inbox, screens: mpsc::channel().1 };
        running.open_page(0);
        running
    }

    fn open_page(&mut self, number: u32) {
        let (sender, screens) = mpsc::channel();
        let channel = Channel::new(move |body| {
            if let InvokeResponseBody::Json(text) = body {
                let _ = sender.send(serde_json::from_str(&text).unwrap());
            }
            Ok(())
        });
        self.screens = screens;
        self.send(Message::Page(channel, number));
    }

    fn send(&self, message: Message) {
        assert!(self.inbox.send(message).is_ok());
    }

    /// Presses on the first screen.
    async fn press(&self, press: Press) -> Option<Shown> {
        self.press_on("welcome", press).await
    }

    async fn press_on(&self, place: &str, press: Press) -> Option<Shown> {
        let (answer, shown) = oneshot::channel();
        self.send(Message::Action(Action::Press { press }, place.to_owned(), answer));
        timeout(SOON, shown).await.unwrap().unwrap()
    }

    fn screen(&self) -> Value {
        self.screens.recv_timeout(SOON).unwrap()
    }

    fn end(&self) {
        let (told, done) = mpsc::channel();
        self.send(Message::End(told));
        done.recv_timeout(SOON).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_pressed_on_a_screen_that_is_gone_is_not_done_on_the_next() {
    let running = Running::start();
    assert_eq!(running.press(Press::Start).await.unwrap().screen.place, "step-1");
    assert!(running.press(Press::Start).await.is_none());
    assert!(running.press(Press::Next).await.is_none(), "of the first screen");
    assert_eq!(running.press_on("step-1", Press::Next).await.unwrap().screen.place, "step-2");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_user_does_is_answered_by_the_screen_that_comes_of_it() {
    let mut running = Running::start();
    assert_eq!(running.screen()["screen"]["lang"], "en");
    assert!(
        running.press(Press::Language { lang: Lang::En }).await.is_none(),
        "it is in this language already"
    );
    let french = running.press(Press::Language { lang: Lang::Fr }).await.unwrap();
    assert_eq!(french.screen.lang, Lang::Fr);
    let about = running.press(Press::Show { overlay: Overlay::About }).await.unwrap();
    assert!(about.number > french.number);
    assert!(running.screens.try_recv().is_err(), "an answer does not come by the channel too");

    running.open_page(0);
    let again = running.screen();
    assert_eq!(
        again["screen"],
        serde_json::to_value(&about.screen).unwrap(),
        "a page loaded anew is told where everything stands"
    );
    assert!(again["number"].as_u64() > Some(about.number.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_begins_with_the_present_screen_is_told_only_what_comes_of_itself() {
    let mut running = Running::start();
    let number = running.screen()["number"].as_u64().unwrap();
    running.open_page(number.try_into().unwrap());
    // Nobody did anything: the file could not be written, and that is shown.
    running.send(Message::Event(Event::Outcome(Outcome::SessionSaved(false))));
    let next = running.screen();
    assert_eq!(next["number"].as_u64(), Some(number + 1));
    assert!(running.screens.try_recv().is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_is_on_the_disk_when_the_end_has_been_told() {
    let running = Running::start();
    running.press(Press::Language { lang: Lang::Fr }).await;
    running.end();
    let found = session_file::load(running.folder.path());
    assert!(!found.damaged);
    assert_eq!(found.session.language, Some(Lang::Fr));
    assert!(timeout(SOON, running.inbox.closed()).await.is_ok(), "nothing is taken any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_forgotten_is_not_written_again_until_something_changes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.json");
    let (mut runtime, _, mut messages) = runtime(folder.path());
    runtime.save().await;
    runtime.shell.keeper.finish();
    assert!(file.exists(), "a new session has a salt, which is kept");
    runtime.begin(vec![Effect::ForgetFiles(Request(1))]);
    let message = timeout(SOON, messages.recv()).await.unwrap().unwrap();
    assert!(matches!(message, Message::Done(Request(1), Outcome::Forgotten(Request(1), true))));
    runtime.take(message);
    runtime.save().await;
    runtime.shell.keeper.finish();
    assert!(!file.exists());
    let press = Press::Language { lang: Lang::Fr };
    runtime.take(Message::Event(Event::Action(Action::Press { press })));
    runtime.save().await;
    runtime.shell.keeper.finish();
    assert!(file.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_while_everything_is_being_forgotten_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runtime, _, mut messages) = runtime(folder.path());
    runtime.begin(vec![Effect::ForgetFiles(Request(1))]);
    // The answer is there, but has not been taken in yet.
    let message = timeout(SOON, messages.recv()).await.unwrap().unwrap();
    let press = Press::Language { lang: Lang::Fr };
    runtime.take(Message::Event(Event::Action(Action::Press { press })));
    runtime.save().await;
    runtime.shell.keeper.finish();
    std::fs::remove_file(folder.path().join("session.json")).unwrap();
    runtime.take(message);
    runtime.shell.keeper.finish();
    assert_eq!(session_file::load(folder.path()).session.language, Some(Lang::Fr));
}

#[test]
fn a_clock_that_drifts_is_not_one_that_is_set() {
    let clock = |ms| SignedDuration::from_millis(ms);
    assert_eq!(ahead(clock(60_400), Duration::from_secs(60)), None);
    assert_eq!(ahead(clock(60_000 + 600_000), Duration::from_secs(60)), Some(600_000));
    assert_eq!(ahead(clock(-3_600_000), Duration::from_secs(1)), None, "the wizard sees that by itself");
}

/// Removes the files, and takes in whatever comes until they are gone.
async fn forget_files(runtime: &mut Runtime, messages: &mut UnboundedReceiver<Message>) {
    runtime.begin(vec![Effect::ForgetFiles(Request(99))]);
    let mut forgotten = false;
    while !forgotten {
        let message = timeout(SOON, messages.recv()).await.unwrap().unwrap();
        forgotten = matches!(message, Message::Done(Request(99), Outcome::Forgotten(..)));
        runtime.take(message);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn that_no_log_is_wanted_is_all_that_is_kept_when_everything_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runtime, _, mut messages) = runtime(folder.path());
    let report = Press::Show { overlay: Overlay::Report };
    for press in [Press::Language { lang: Lang::Fr }, report, Press::KeepLog] {
        runtime.take(Message::Event(Event::Action(Action::Press { press })));
    }
    runtime.save().await;
    forget_files(&mut runtime, &mut messages).await;
    runtime.save().await;
    runtime.shell.keeper.finish();
    let found = session_file::load(folder.path());
    assert_eq!(found.session, Session { log_off: true, ..Session::default() });
    assert!(!found.damaged);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ban_is_known_at_the_next_start_although_everything_was_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::default();
    (session.wait.until, session.wait.span) = (Timestamp::now().as_millisecond() + 600_000, 600_000);
    let (mut runtime, _, mut messages) = runtime_of(folder.path(), session.clone());
    forget_files(&mut runtime, &mut messages).await;
    runtime.shell.keeper.finish();
    assert_eq!(
        session_file::load(folder.path()).session,
        Session { wait: session.wait, ..Session::default() }
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_is_examined_over_real_http() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, mut messages) = shell(folder.path());
    let account = smartradex_practice::Account::finished(
        [3; 16],
        smartradex_practice::Bots::Bitcoin,
        smartradex_practice::Bot::Bitcoin,
    );
    let number = account.keys()[0].number;
    let credentials = smartradex_binance::Credentials {
        api_key: smartradex_binance::ApiKey::new(&account.api_key(number).unwrap()).unwrap(),
        secret_key: smartradex_binance::SecretKey::new(&account.secret_key(number).unwrap()).unwrap(),
    };
    assert!(shell.begin(Effect::Publish(Box::new(account), Scenario::Good)).is_none());
    let subject = smartradex_wizard::Subject::Held(credentials);
    let market = smartradex_binance::Market::Bitcoin;
    let examine = Effect::Examine(Request(1), subject, smartradex_wizard::Target::Practice, market);
    let outcome = shell.begin(examine).unwrap().work.await.unwrap();
    let Outcome::Examined(Request(1), found) = outcome else { panic!("{outcome:?}") };
    assert!(found.finished);
    assert_eq!(found.order, Some(Ok(smartradex_binance::TestOrder::Accepted)));
    let mut steps = 0;
    while let Ok(message) = messages.try_recv() {
        assert!(matches!(message, Message::Progress(Request(1), _)));
        steps += 1;
    }
    assert!(steps >= 4, "the clock and each answer were told as they came: {steps}");
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_panics_is_answered_by_what_stands_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runtime, _, mut messages) = runtime(folder.path());
    let request = Request(5);
    let work = tokio::spawn(async { panic!("a fault of the program") });
    runtime.follow("save-file", false, Begun { request, lost: Outcome::Saved(request, false), work });
    let message = timeout(SOON, messages.recv()).await.unwrap().unwrap();
    assert!(matches!(message, Message::Done(Request(5), Outcome::Saved(Request(5), false))));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_comes_of_what_was_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runtime, _, mut messages) = runtime(folder.path());
    let (dropped, seen) = oneshot::channel::<()>();
    let request = Request(5);
    let work = tokio::spawn(async move {
        let _held = dropped;
        std::future::pending::<Outcome>().await
    });
    runtime.follow("save-file", false, Begun { request, lost: Outcome::Elapsed(request), work });
    runtime.begin(vec![Effect::Cancel(request)]);
    // The work itself has ended, not only its outcome.
    assert!(timeout(SOON, seen).await.unwrap().is_err());
    assert!(runtime.under_way.is_empty());
    // An outcome that was already on its way is dropped.
    let before = runtime.wizard.screen();
    runtime.take(Message::Done(request, Outcome::Saved(request, true)));
    runtime.take(Message::Progress(request, Outcome::Saved(request, true)));
    assert_eq!(runtime.wizard.screen(), before);
    assert!(messages.try_recv().is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_hears_what_becomes_of_a_key_on_its_way_into_the_keyring() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runtime, _, mut messages) = runtime(folder.path());
    let (release, released) = oneshot::channel::<()>();
    let request = Request(5);
    let work = tokio::spawn(async move {
        let _ = released.await;
        Outcome::Stored(request, Ok(()))
    });
    runtime.follow("store", true, Begun { request, lost: Outcome::Elapsed(request), work });
    let forever = tokio::spawn(std::future::pending::<Outcome>());
    let other = Request(6);
    runtime.follow(
        "save-file",
        false,
        Begun { request: other, lost: Outcome::Elapsed(other), work: forever },
    );
    let ends = async {
        runtime.hear_the_keyring(&mut messages).await;
        runtime
    };
    // It is not done before the keyring is.
    let (runtime, ()) = tokio::join!(ends, async { release.send(()).unwrap() });
    assert!(!runtime.under_way.contains_key(&request), "it is known what became of the key");
    assert!(runtime.under_way.contains_key(&other), "nothing else is waited for");
}

#[tokio::test(flavor = "multi_thread")]
async fn that_a_key_may_be_left_in_the_keyring_is_known_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session { language: Some(Lang::Fr), keys_left: true, ..Session::default() };
    let (mut runtime, _, mut messages) = runtime_of(folder.path(), session);
    forget_files(&mut runtime, &mut messages).await;
    runtime.shell.keeper.finish();
    assert_eq!(
        session_file::load(folder.path()).session,
        Session { keys_left: true, ..Session::default() },
        "and nothing else"
    );
}
