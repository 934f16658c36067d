use std::fs;

use tempfile::TempDir;
use tracing::subscriber::with_default;

use super::*;

const SECRET_KEY: &str = "Zr9dXe4uLp7Vb2Ny6Kc1Hm8Tf3Gw5Qs0Ja7Oi4Ru9Ex2Dk6Bn1Mv8Cz3Lq5Yt7Wh";

/// A log in a folder of its own.
fn log() -> (TempDir, Log) {
    let folder = tempfile::tempdir().unwrap();
    let log = Log::start(folder.path().to_owned()).unwrap();
    assert!(log.keep(true));
    (folder, log)
}

/// What is in the log after this has happened.
fn logged(happening: impl FnOnce()) -> String {
    let (folder, log) = log();
    with_default(Lines::to(log.clone()), happening);
    log.finish();
    fs::read_to_string(folder.path().join(NAME)).unwrap_or_default()
}

#[test]
fn each_event_is_a_line_with_its_time() {
    let text = logged(|| {
        started("1.2.3", "Debian GNU/Linux 12", Lang::Fr);
        screen("welcome");
        begun("examine", Some(Request(7)));
        begun("panel", None);
        done("examine", Request(7), "done", Duration::from_millis(42));
        done("store", Request(8), "locked", Duration::from_millis(3));
        ended();
    });
    let lines: Vec<&str> = text.lines().collect();
    let without_time: Vec<&str> = lines.iter().map(|line| line.split_once(' ').unwrap().1).collect();
    assert_eq!(
        without_time,
        [
            "INFO start version=1.2.3 system=Debian GNU/Linux 12 language=fr",
            "INFO screen place=welcome",
            "INFO begun effect=examine request=7",
            "INFO begun effect=panel",
            "INFO ended effect=examine request=7 ending=done ms=42",
            "WARN ended effect=store request=8 ending=locked ms=3",
            "INFO end",
        ]
    );
    for line in lines {
        let time = line.split_once(' ').unwrap().0;
        assert!(
            time.parse::<jiff::Timestamp>().is_ok() && time.len() == "2026-11-22T12:00:00.000Z".len(),
            "{time}"
        );
    }
}

#[test]
fn a_secret_in_the_log_is_hidden_before_it_is_written() {
    let text = logged(|| {
        // Written in pieces, because no file of the project may name a user's folder.
        let home = ["", "home", "someone", ".config"].join("/");
        let signature = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
        warn!(
            name: "planted", target: lines::TARGET,
            key = SECRET_KEY,
            address = format!("https://api.binance.com/api/v3/account?timestamp=1790000000000&signature={signature}"),
            mail = "someone@example.org", file = home, lines = "one\ntwo"
        );
    });
    assert_eq!(text.lines().count(), 1, "{text}");
    for at in 0..SECRET_KEY.len() - 12 {
        assert!(!text.contains(&SECRET_KEY[at..at + 12]), "{text}");
    }
    for hidden in ["c8db56825ae7", "someone", "home/"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    for mark in ["key=[key hidden]", "[e-mail hidden]", "[folder hidden]/.config", "lines=one two"] {
        assert!(text.contains(mark), "{mark} in {text}");
    }
}

#[test]
fn what_can_only_be_debugged_and_what_is_not_of_the_program_is_not_logged() {
    let text = logged(|| {
        info!(name: "planted", target: lines::TARGET, payload = ?SECRET_KEY, "{SECRET_KEY}");
        tracing::error!(target: "hyper::client", key = SECRET_KEY, "sent");
        tracing::warn!(key = SECRET_KEY, "a module of the program that names no target");
        let _span = tracing::info_span!(target: "smartradex", "span", key = SECRET_KEY).entered();
    });
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.ends_with("INFO planted\n"), "{text}");
}

#[test]
fn a_panic_is_logged_by_its_place() {
    let text = logged(|| panicked("src-tauri/src/start.rs", 12));
    assert!(text.ends_with("ERROR panic file=src-tauri/src/start.rs line=12\n"), "{text}");
}

/// The test plays the log's thread, so that it can be late.
#[test]
fn a_panic_waits_until_its_line_is_written_but_not_for_ever() {
    let (jobs, inbox) = mpsc::sync_channel(WAITING);
    let log = Log(jobs);
    let (ended, end) = mpsc::channel();
    let panicking = thread::spawn({
        let log = log.clone();
        move || {
            log.line("the panic".to_owned());
            log.settle(Duration::from_secs(60));
            ended.send(()).unwrap();
        }
    });
    assert!(matches!(inbox.recv(), Ok(Job::Line(_))));
    let Ok(Job::Finish(written)) = inbox.recv() else { panic!("the end of the writing is asked for") };
    let early = end.recv_timeout(Duration::from_millis(50));
    assert_eq!(early, Err(mpsc::RecvTimeoutError::Timeout), "it waits");
    written.send(()).unwrap();
    end.recv().unwrap();
    panicking.join().unwrap();
    // Nobody answers any more, and it returns all the same.
    log.settle(Duration::from_millis(1));
}

#[test]
fn a_check_is_logged_by_the_names_of_its_causes_and_the_numbers_of_its_answers() {
    use smartradex_wizard::{Answer, Bot, Cause, ClockClass, Decision, Findings};

    let found = Checked {
        at: 0,
        practice: false,
        bot: Bot::Ether,
        decision: Decision::Refused,
        causes: vec![Cause::KeyNotRecognised, Cause::Swapped],
        findings: Findings::default(),
        clock: ClockClass::Right,
        answers: vec![
            Answer { call: "apiRestrictions", status: Some(401), code: Some(-2015) },
            Answer { call: "time", status: None, code: None },
        ],
        times: 1,
    };
    let text = logged(|| checked(&found));
    assert!(
        text.contains("checked mode=real bot=eth-spot decision=refused causes=key-not-recognised swapped\n"),
        "{text}"
    );
    assert!(text.contains("WARN answer call=apiRestrictions http=401 code=-2015\n"), "{text}");
    assert!(text.ends_with("WARN answer call=time\n"), "{text}");
}

#[test]
fn the_place_is_told_without_the_name_of_the_user() {
    let data = dirs::data_local_dir().unwrap();
    let place = place(&data.join("fr.smartradex.setup"));
    let home = dirs::home_dir().unwrap();
    assert!(place.ends_with(NAME) && !place.contains(home.to_str().unwrap()), "{place}");
}
