//! The clipboard against a real X server and another program that copies and pastes.

use std::io::Write;
use std::process::{Command, Stdio};

use smartradex_setup::clipboard::Clipboard;
use smartradex_wizard::{ClipboardFault, Pasted, Wipe};
use zeroize::Zeroizing;

use crate::display::Display;
use crate::session::{Bus, User, inside, wait_until};

const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/// Runs a test inside a session, on a screen of its own. `true`: this is already inside.
fn on_a_screen(test: &str) -> bool {
    if inside().is_some() {
        return true;
    }
    let display = Display::start();
    User::new().log_in(test, "all", Bus::None, Some(display.name()));
    false
}

/// What another program can paste in this format; `None` if there is nothing.
fn pasted(kind: &str) -> Option<String> {
    pasted_bytes(kind).map(|bytes| String::from_utf8(bytes).unwrap())
}

fn pasted_bytes(kind: &str) -> Option<Vec<u8>> {
    let found = Command::new("xclip").args(["-selection", "clipboard", "-o", "-t", kind]).output().unwrap();
    found.status.success().then_some(found.stdout)
}

/// Another program copies something.
fn copied_elsewhere(kind: &str, content: &[u8]) {
    let mut xclip = Command::new("xclip")
        .args(["-selection", "clipboard", "-i", "-t", kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    xclip.stdin.take().unwrap().write_all(content).unwrap();
    // It stays in the background to serve what it copied, and may not have that ready yet.
    assert!(xclip.wait().unwrap().success());
    wait_until("the other program has copied", || pasted_bytes(kind).is_some_and(|found| found == content));
}

fn read(clipboard: &Clipboard) -> Result<String, ClipboardFault> {
    clipboard.read().map(|text| text.expose().to_owned())
}

fn secret() -> Zeroizing<String> {
    Zeroizing::new(SECRET.to_owned())
}

#[test]
fn what_is_copied_can_be_pasted_elsewhere_and_here() {
    if !on_a_screen("clipboard::what_is_copied_can_be_pasted_elsewhere_and_here") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    assert_eq!(read(&clipboard), Err(ClipboardFault::Empty), "before anything was copied");
    assert!(clipboard.copy("SmartradeX BTC Spot".to_owned()));
    assert_eq!(pasted("UTF8_STRING").as_deref(), Some("SmartradeX BTC Spot"));
    assert_eq!(read(&clipboard).as_deref(), Ok("SmartradeX BTC Spot"));
    copied_elsewhere("UTF8_STRING", "clé\u{a0}secrète 🔑".as_bytes());
    assert_eq!(read(&clipboard).as_deref(), Ok("clé\u{a0}secrète 🔑"));
}

#[test]
fn a_secret_is_kept_out_of_histories_and_wiped() {
    if !on_a_screen("clipboard::a_secret_is_kept_out_of_histories_and_wiped") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    assert!(clipboard.copy_secret(secret()));
    assert_eq!(pasted("UTF8_STRING").as_deref(), Some(SECRET));
    assert_eq!(pasted("x-kde-passwordManagerHint").as_deref(), Some("secret"));
    assert_eq!(clipboard.wipe_secret(), Wipe::Wiped);
    assert_eq!(pasted("UTF8_STRING"), None);
    assert_eq!(read(&clipboard), Err(ClipboardFault::Empty));
    assert_eq!(clipboard.wipe_secret(), Wipe::NotThere);
    assert!(clipboard.copy("words".to_owned()));
    assert_eq!(pasted("x-kde-passwordManagerHint"), None, "words may be kept in histories");
}

#[test]
fn only_the_secret_is_wiped_and_nothing_that_was_copied_since() {
    if !on_a_screen("clipboard::only_the_secret_is_wiped_and_nothing_that_was_copied_since") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    assert!(clipboard.copy_secret(secret()));
    copied_elsewhere("UTF8_STRING", b"the user's own words");
    assert_eq!(clipboard.wipe_secret(), Wipe::NotThere);
    assert_eq!(pasted("UTF8_STRING").as_deref(), Some("the user's own words"));

    assert!(clipboard.copy_secret(secret()));
    assert!(clipboard.copy("a label".to_owned()));
    assert_eq!(clipboard.wipe_secret(), Wipe::NotThere);
    assert_eq!(pasted("UTF8_STRING").as_deref(), Some("a label"));

    // If a clipboard manager took over the secret, it is still the secret.
    assert!(clipboard.copy_secret(secret()));
    copied_elsewhere("UTF8_STRING", SECRET.as_bytes());
    assert_eq!(clipboard.wipe_secret(), Wipe::Wiped);
    wait_until("the manager has let it go", || pasted("UTF8_STRING").is_none());
}

#[test]
fn a_manager_that_puts_back_what_was_wiped_is_told() {
    if !on_a_screen("clipboard::a_manager_that_puts_back_what_was_wiped_is_told") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    // The processes that it leaves behind must not hold on to this test's output.
    let mut manager = Command::new("sh")
        .args(["-c", MANAGER, "sh", SECRET])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // On a busy computer the manager may be late, but not every time.
    wait_until("what was put back is told after a copy", || {
        clipboard.copy_secret(secret()) && clipboard.wipe_secret() == Wipe::Failed
    });
    wait_until("and after a paste", || {
        clipboard.copy_secret(secret())
            && clipboard.wipe_pasted(Pasted::new(SECRET.to_owned())) == Wipe::Failed
    });
    manager.kill().unwrap();
    manager.wait().unwrap();
    wait_until("without it the end of the program takes it along", || {
        clipboard.finish();
        pasted("UTF8_STRING").is_none()
    });
}

/// A clipboard manager that tolerates no empty clipboard, as long as there is a screen.
const MANAGER: &str = r#"while :; do
    xclip -selection clipboard -o -t UTF8_STRING >/dev/null 2>&1 || printf %s "$1" | xclip -selection clipboard -i || exit
done"#;

#[test]
fn a_secret_that_lands_late_is_not_left_there() {
    if !on_a_screen("clipboard::a_secret_that_lands_late_is_not_left_there") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    let mut owner = Command::new("xclip")
        .args(["-selection", "clipboard", "-i", "-quiet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    owner.stdin.take().unwrap().write_all(b"words").unwrap();
    wait_until("another program has copied", || pasted("UTF8_STRING").as_deref() == Some("words"));
    let signal = |name: &str| {
        let kill = format!("kill -{name} {}", owner.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    };
    signal("STOP");
    // It does not answer: these reads are given up, and so is the copy that waits behind them.
    for _ in 0..2 {
        assert_eq!(read(&clipboard), Err(ClipboardFault::Unavailable));
    }
    assert!(!clipboard.copy_secret(secret()));
    signal("CONT");
    // This waits until all that is over.
    wait_until("the clipboard answers", || read(&clipboard) != Err(ClipboardFault::Unavailable));
    assert_ne!(read(&clipboard).as_deref(), Ok(SECRET), "nobody was told that it is there");
    owner.kill().unwrap();
    owner.wait().unwrap();
}

#[test]
fn the_end_of_the_program_takes_the_secret_along() {
    if !on_a_screen("clipboard::the_end_of_the_program_takes_the_secret_along") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    assert!(clipboard.copy_secret(secret()));
    clipboard.finish();
    assert_eq!(pasted("UTF8_STRING"), None);
    assert!(!clipboard.copy_secret(secret()), "one that comes late would stay there");
    assert_eq!(pasted("UTF8_STRING"), None);
}

#[test]
fn what_is_no_text_or_too_much_of_it_is_told() {
    if !on_a_screen("clipboard::what_is_no_text_or_too_much_of_it_is_told") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    copied_elsewhere("UTF8_STRING", b"");
    assert_eq!(read(&clipboard), Err(ClipboardFault::Empty));
    copied_elsewhere("image/png", include_bytes!("../../icons/32x32.png"));
    assert_eq!(read(&clipboard), Err(ClipboardFault::NotText));
    copied_elsewhere("image/png", b"not really a picture");
    assert_eq!(read(&clipboard), Err(ClipboardFault::NotText));
    copied_elsewhere("text/uri-list", b"file:///key.txt\r\n");
    assert_eq!(read(&clipboard), Err(ClipboardFault::NotText));
    copied_elsewhere("UTF8_STRING", &[b'a', 0xff, b'b']);
    assert_eq!(read(&clipboard), Err(ClipboardFault::NotText));
    copied_elsewhere("UTF8_STRING", &[b'a'; 64 * 1024]);
    assert_eq!(read(&clipboard).map(|text| text.len()), Ok(64 * 1024));
    copied_elsewhere("UTF8_STRING", &[b'a'; 64 * 1024 + 1]);
    assert_eq!(read(&clipboard), Err(ClipboardFault::TooLarge));
    copied_elsewhere("UTF8_STRING", &[b'a'; 1_000_000]);
    assert_eq!(read(&clipboard), Err(ClipboardFault::TooLarge));
}

#[test]
fn without_a_screen_there_is_no_clipboard() {
    if inside().is_none() {
        return User::new().log_in(
            "clipboard::without_a_screen_there_is_no_clipboard",
            "all",
            Bus::None,
            None,
        );
    }
    let clipboard = Clipboard::start().unwrap();
    assert_eq!(read(&clipboard), Err(ClipboardFault::Unavailable));
    assert!(!clipboard.copy("words".to_owned()));
    assert!(!clipboard.copy_secret(secret()));
    assert_eq!(clipboard.wipe_secret(), Wipe::NotThere);
    clipboard.finish();
}

#[test]
fn a_key_that_was_pasted_where_none_belongs_is_wiped_and_nothing_else_is() {
    if !on_a_screen("clipboard::a_key_that_was_pasted_where_none_belongs_is_wiped_and_nothing_else_is") {
        return;
    }
    let clipboard = Clipboard::start().unwrap();
    let wipe = |pasted: &str| clipboard.wipe_pasted(Pasted::new(pasted.to_owned()));
    assert_eq!(wipe(SECRET), Wipe::NotThere, "there is nothing");
    // The field that it was pasted into takes no line breaks, and contained something before.
    copied_elsewhere("UTF8_STRING", format!("Secret Key:\n{SECRET}\n").as_bytes());
    assert_eq!(wipe(&format!("2015 Secret Key:{SECRET}")), Wipe::Wiped);
    assert_eq!(
        pasted("UTF8_STRING").filter(|text| !text.is_empty()),
        None,
        "no other program finds it any more"
    );

    let other = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATxxx";
    copied_elsewhere("UTF8_STRING", other.as_bytes());
    assert_eq!(wipe(SECRET), Wipe::NotThere, "it is another one than was pasted");
    copied_elsewhere("UTF8_STRING", b"Secret Key");
    assert_eq!(
        wipe(&format!("Secret Key {SECRET}")),
        Wipe::NotThere,
        "a piece of what was pasted, but no key"
    );
    assert_eq!(pasted("UTF8_STRING").as_deref(), Some("Secret Key"));
}
