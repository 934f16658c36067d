//! The program as a command: its arguments, its input, its exit statuses.
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod common;

use std::io::Write;

use common::{API_KEY, SECRET_KEY, causes, exchange, practice, program, right_input, run};
use smartradex_practice::{Scenario, ServedKey};

const USAGE: i32 = 64;

#[test]
fn wrong_usage_ends_with_64_and_is_told_as_asked() {
    for arguments in [
        &["--nonsense"][..],
        &["--bot", "doge"],
        &["--bot"],
        &["--from-keyring"],
        &["--lang", "de"],
        &["--from-keyring", "elsewhere"],
        &["--endpoint", "http://api.binance.com"],
        &["--endpoint", "http://192.168.1.10:8080"],
        &["--endpoint", "binance"],
        &["--secret", SECRET_KEY],
        &[API_KEY, SECRET_KEY],
    ] {
        let plain = run(arguments, b"");
        assert_eq!(plain.status, USAGE, "{arguments:?}");
        assert!(plain.out.starts_with('✗'), "{arguments:?}: {}", plain.out);
        // Even after an option that lacks its value.
        let asked = [arguments, &["--json"]].concat();
        let json = run(&asked, b"");
        assert_eq!(json.status, USAGE, "{asked:?}");
        assert_eq!(causes(&json.json()), ["wrong-usage"], "{asked:?}");
        assert_eq!(json.json()["accepted"], false);
        for said in [&plain, &json] {
            assert!(
                !said.out.contains(&API_KEY[..12]) && !said.out.contains(&SECRET_KEY[..12]),
                "a key is repeated"
            );
            assert_eq!(said.error, "");
        }
    }
    let unexpected = run(&["--json=1"], b"");
    assert_eq!((unexpected.status, causes(&unexpected.json())), (USAGE, vec!["wrong-usage".to_owned()]));
}

#[test]
fn help_and_version_are_told_in_the_language_asked_for() {
    let help = run(&["--help"], b"");
    assert_eq!(help.status, 0);
    for option in ["--bot", "--from-keyring", "--endpoint", "--lang", "--json", "--version"] {
        assert!(help.out.contains(option), "the help tells of {option}");
    }
    let french = run(&["--help", "--lang", "fr"], b"");
    assert!(french.out.contains("vérifie") && !help.out.contains("vérifie"));
    let version = run(&["--version"], b"");
    assert_eq!(
        (version.status, version.out.trim()),
        (0, concat!("smartradex-verify ", env!("CARGO_PKG_VERSION")))
    );
}

/// Other systems do not keep their languages in environment variables.
#[cfg(target_os = "linux")]
#[test]
fn the_system_says_the_language_unless_the_user_does() {
    let told = |locale: &str, arguments: &[&str]| {
        let output = program(arguments).env("LANG", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let nothing = ["--endpoint", "http://127.0.0.1:1"];
    assert!(told("fr_FR.UTF-8", &nothing).contains("Rien n’a été collé"));
    assert!(told("de_DE.UTF-8", &nothing).contains("Nothing was pasted"));
    assert!(told("fr_FR.UTF-8", &["--lang", "en"]).contains("Nothing was pasted"));
}

#[test]
fn what_is_no_key_is_refused_before_anybody_is_asked() {
    // Nobody listens there, so an attempt to ask would be reported.
    let endpoint = ["--json", "--endpoint", "http://127.0.0.1:1"];
    for (input, expected) in [
        (String::new(), &["empty"][..]),
        (format!("{API_KEY}\n"), &["empty"]),
        (format!("{API_KEY}\n{API_KEY}\n"), &["same-in-both"]),
        (format!("{API_KEY}\n****\n"), &["masked"]),
        (format!("{API_KEY}\n{}\n", &SECRET_KEY[..10]), &["key-format", "too-short"]),
        (format!("{API_KEY}\n{}\n", SECRET_KEY.replacen('j', "é", 1)), &["key-format", "odd-letters"]),
        (
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----\n".to_owned(),
            &["self-generated", "private-key"],
        ),
        ("hello\nworld\n".to_owned(), &["words"]),
        (format!("{}\n", "x".repeat(100_000)), &["too-large"]),
        ("x".repeat(1_000_000), &["too-large"]),
    ] {
        let said = run(&endpoint, input.as_bytes());
        let json = said.json();
        assert_eq!(
            (said.status, causes(&json)),
            (1, expected.iter().map(ToString::to_string).collect()),
            "{}",
            said.out
        );
        assert_eq!((&json["accepted"], &json["round_trips"]), (&false.into(), &0.into()));
    }
    let bytes = run(&endpoint, &[0xFF; 300]);
    assert_eq!(bytes.status, 1, "{}", bytes.out);
}

/// Input that broke off may end in the middle of the secret, and Binance would refuse what is left of it.
#[cfg(unix)]
#[test]
fn input_that_cannot_be_read_is_no_fault_of_the_key() {
    let folder = std::fs::File::open("/").unwrap();
    let mut child = program(&["--json", "--endpoint", "http://127.0.0.1:1"]);
    let output = child.stdin(folder).output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), causes(&json)), (Some(2), vec!["input-unread".to_owned()]), "{json}");
}

/// A script must not take silence for an accepted key.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_no_success() {
    let status = |arguments: &[&str], out: std::process::Stdio| {
        let mut child = program(arguments);
        child.stdin(std::process::Stdio::null()).stdout(out).status().unwrap().code()
    };
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap().into();
    for arguments in [&["--help"][..], &["--version"], &["--json"], &["--nonsense"]] {
        assert_eq!(status(arguments, full()), Some(2), "{arguments:?}");
    }
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(status(&["--help"], writer.into()), Some(0), "nobody wants to read on");
}

/// Other systems do not keep their certificate authorities in files.
#[cfg(target_os = "linux")]
#[test]
fn a_computer_without_certificate_authorities_is_told() {
    let mut child = program(&["--json", "--endpoint", "https://127.0.0.1:1"]);
    child.env("SSL_CERT_FILE", "/nonexistent").env("SSL_CERT_DIR", "/nonexistent");
    let mut child = child.spawn().unwrap();
    child.stdin.take().unwrap().write_all(right_input().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), causes(&json)), (Some(2), vec!["no-authorities".to_owned()]), "{json}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_crash_while_it_waits_for_the_rest_of_a_key_would_leave_no_core_dump() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    // As on many systems, so that it is the program itself that prevents them.
    let most = getrlimit(Resource::Core).maximum;
    setrlimit(Resource::Core, Rlimit { current: most, maximum: most }).unwrap();
    let mut child = program(&["--json"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // More than a pipe holds: once all of it is written, the program has read the first line, and waits for the end of the second.
    input.write_all(format!("{API_KEY}\n{}", " ".repeat(80_000)).as_bytes()).unwrap();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let limit = limits.lines().find_map(|line| line.strip_prefix("Max core file size")).unwrap();
    // A file of at most one byte holds nothing, and at this limit Linux starts no collector either.
    assert_eq!(limit.split_whitespace().collect::<Vec<_>>(), ["1", "1", "bytes"]);
}

#[test]
fn the_value_that_is_wrong_is_named_in_the_language_asked_for() {
    let told = |lang| run(&["--lang", lang], format!("{API_KEY}\n****\n").as_bytes()).out;
    assert!(told("en").starts_with("✗ Secret Key: These are stars"), "{}", told("en"));
    assert!(told("fr").starts_with("✗ Clé secrète\u{A0}: Ce sont des étoiles"), "{}", told("fr"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_found_however_it_was_pasted() {
    let (server, _) = practice(Scenario::Good).await;
    let url = server.url();
    let told = tokio::task::spawn_blocking(move || {
        for input in [
            format!("{API_KEY}\n{SECRET_KEY}"),
            format!("  {API_KEY}\r\n\t{SECRET_KEY}\r\n\r\n"),
            format!("\u{FEFF}« {API_KEY} »\n\"{SECRET_KEY}\"\n"),
            format!("Clé secrète : {SECRET_KEY}\nClé API : {API_KEY}\n"),
            format!("{{\"url\":\"http://x\",\"api_key\":\"{API_KEY}\",\"secret_key\":\"{SECRET_KEY}\"}}\n"),
        ] {
            for bot in ["btc-spot", "eth-spot"] {
                let said = run(&["--json", "--bot", bot, "--endpoint", &url], input.as_bytes());
                assert_eq!((said.status, causes(&said.json())), (0, vec![]), "{input}");
            }
        }
        let said =
            run(&["--json", "--endpoint", &url], format!("{}\n{SECRET_KEY}\n", &API_KEY[1..]).as_bytes());
        assert_eq!(said.status, 1, "a key that was cut is Binance's to refuse");
        assert_eq!(said.json()["doubts"].as_array().unwrap().len(), 1, "but its length is told");
    });
    told.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_lines_are_enough_without_the_end_of_the_input() {
    let (server, _) = practice(Scenario::Good).await;
    let url = server.url();
    let status = tokio::task::spawn_blocking(move || {
        let mut child = program(&["--json", "--endpoint", &url]).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(right_input().as_bytes()).unwrap();
        input.flush().unwrap();
        let status = child.wait().unwrap();
        // Standard input was held open until now.
        drop(input);
        status
    });
    assert_eq!(status.await.unwrap().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_read_the_verdict_then_the_lines_then_what_to_do() {
    let mut key = ServedKey::good(API_KEY, SECRET_KEY);
    key.set_permission("enableFutures", true).unwrap();
    key.set_permission("enableMagicTrading", true).unwrap();
    let server = exchange(key).await;
    let url = server.url();
    let [french, english] = ["fr", "en"].map(|lang| {
        let url = url.clone();
        tokio::task::spawn_blocking(move || {
            run(&["--lang", lang, "--endpoint", &url], right_input().as_bytes())
        })
    });
    let (french, english) = (french.await.unwrap(), english.await.unwrap());
    assert_eq!((french.status, english.status), (1, 1));
    let lines: Vec<&str> = english.out.lines().collect();
    assert_eq!(lines[0], "✗ Almost: 2 boxes left to correct.");
    assert!(lines.contains(&"  ✓ “Enable Reading” is ticked. (verified by Binance)"), "{}", english.out);
    assert!(
        lines.contains(
            &"  ✗ Ticked, but must not be: “Enable Futures”, enableMagicTrading (verified by Binance)"
        ),
        "{}",
        english.out
    );
    assert!(english.out.contains("(shown indirectly)"), "{}", english.out);
    assert!(
        english.out.trim_end().ends_with("Click “Edit restrictions”, untick that box, then click “Save”."),
        "{}",
        english.out
    );
    assert!(french.out.starts_with("✗ Presque\u{A0}: il reste 2 cases à corriger."), "{}", french.out);
    assert!(french.out.contains("«\u{A0}Permettre la lecture\u{A0}» est cochée."), "{}", french.out);
}

#[tokio::test(flavor = "multi_thread")]
async fn likely_causes_are_told_as_such() {
    let (server, input) = practice(Scenario::KeyNotRecognised).await;
    let url = server.url();
    let said =
        tokio::task::spawn_blocking(move || run(&["--endpoint", &url], input.as_bytes())).await.unwrap();
    assert!(said.out.contains("Probable cause: key not recognised."), "{}", said.out);
    let also = said.out.split("It may also be:").nth(1).unwrap();
    assert!(
        also.contains("• API key and secret key swapped") && !also.contains("• Key not recognised"),
        "{}",
        said.out
    );
}
