//! Leak canaries: secrets that exist nowhere else are sent through the real program in every way, and are then looked for
//! everywhere.

#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "what was tried, and by which number it can be tried again")]

mod close;
mod door;
mod journeys;
mod manager;
mod memory;
mod needles;
mod places;
mod promises;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::thread;
use std::time::Duration;

use fastrand::Rng;
use journeys::{End, Key, User};
use manager::Manager;
use needles::{Form, Hit, Needles};
use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
use smartradex_practice::{Exchange, Scenario, Server};
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::Window;
use smartradex_wizard::{Cause, WayOn};

/// The number of keys that are brought.
const JOURNEYS: usize = 207;
/// The most further keys: one each time the window is closed in the usual way, with the secret on the clipboard.
const CLOSED: usize = 8;
/// The most journeys before the program ends and is started again; there are at least two thirds of this.
const A_START: usize = 18;
/// The program's log.
const LOG: &str = "log.txt";
/// The variable with the seed of a run to repeat.
const SEED: &str = "SMARTRADEX_CANARY_SEED";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_is_left_anywhere_after_two_hundred_journeys() -> Outcome {
    let seed = match env::var(SEED) {
        Ok(seed) => seed.parse()?,
        Err(_) => Rng::new().u64(..),
    };
    println!("{SEED}={seed}");
    allow_core_dumps()?;
    let mut canary = Canary::set_out(seed).await?;
    let mut ends: Vec<End> = End::ALL.into_iter().cycle().take(JOURNEYS).collect();
    canary.rng.shuffle(&mut ends);
    let mut journeys = ends.into_iter().enumerate().peekable();
    while journeys.peek().is_some() {
        let count = canary.rng.usize(A_START * 2 / 3..=A_START);
        canary.run_program(journeys.by_ref().take(count)).await?;
    }
    canary.assert_seen_enough();
    Ok(())
}

#[test]
fn each_state_of_the_keyring_meets_each_ending() {
    let met: BTreeSet<_> = (0..PAIRS).map(turn).collect();
    assert_eq!(met.len(), PAIRS, "{met:?}");
}

#[test]
fn a_secret_is_found_in_every_form_and_by_a_piece_of_it() -> Outcome {
    let keys = [Key::of([1; 16])?, Key::of([2; 16])?];
    let needles = Needles::of(keys.iter().map(|key| key.secret_key.as_str()))?;
    let folder = tempfile::tempdir()?;
    for form in Form::ALL {
        for (secret, key) in keys.iter().enumerate() {
            // Whatever precedes it, and however many bytes the piece has.
            for (start, before) in [(0, ""), (0, "a"), (0, "ab"), (1, "{\"a\":\""), (11, "é"), (49, "x")] {
                let text = format!("{before}{}\n", &key.secret_key[start..(start + 40).min(64)]);
                let path = folder.path().join("planted");
                fs::write(&path, [b"\0\xff", form.write(&text).as_slice()].concat())?;
                let found = needles.find(&fs::read(&path)?);
                assert_eq!(found, BTreeSet::from([Hit { secret, form }]), "{start} {before:?}");
            }
        }
    }
    assert_eq!(needles.find(keys[0].api_key.as_bytes()), BTreeSet::new());
    let masked = format!("{}…{}", &keys[0].secret_key[..4], &keys[0].secret_key[60..]);
    assert_eq!(needles.find(masked.as_bytes()), BTreeSet::new());
    Ok(())
}

/// All secrets, the computer on which they are looked for, and what has been seen on the way.
struct Canary {
    rng: Rng,
    keys: Vec<Key>,
    needles: Needles,
    computer: Computer,
    manager: Manager,
    exchange: Exchange,
    address: SocketAddr,
    server: Option<Server>,
    starts: usize,
    seen: Seen,
}

/// Evidence that the test did what it is there for.
#[derive(Default)]
struct Seen {
    files: BTreeSet<String>,
    /// Whether the log recorded what happened to the keys, and could be searched.
    log: bool,
    processes: BTreeSet<String>,
    /// How often journeys ended where, by the state of the keyring.
    ends: BTreeMap<(End, Keyring), usize>,
    /// How often the program ended in which way, by the state of the keyring.
    endings: BTreeMap<(Keyring, Ending), usize>,
}

/// The keyring during a run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Keyring {
    Open,
    Locked,
    Absent,
}

impl Keyring {
    const ALL: [Self; 3] = [Self::Open, Self::Locked, Self::Absent];
}

/// How a run of the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    Closed,
    Killed,
    Aborted,
    Crashed,
}

impl Ending {
    const ALL: [Self; 4] = [Self::Closed, Self::Killed, Self::Aborted, Self::Crashed];
}

/// The runs after which each state of the keyring has met each ending. Even if each run makes as many journeys as it may, there are that
/// many runs.
const PAIRS: usize = Keyring::ALL.len() * Ending::ALL.len();
const _: () = assert!(JOURNEYS.div_ceil(A_START) >= PAIRS, "too few runs");

/// What the program meets in one of its runs. Three and four have no common divisor, so taking turns at both at once goes through all pairs.
fn turn(run: usize) -> (Keyring, Ending) {
    (Keyring::ALL[run % Keyring::ALL.len()], Ending::ALL[run % Ending::ALL.len()])
}

impl Canary {
    async fn set_out(seed: u64) -> Outcome<Self> {
        let mut rng = Rng::with_seed(seed);
        let keys = (0..JOURNEYS + CLOSED)
            .map(|_| Key::of(rng.u128(..).to_be_bytes()))
            .collect::<Outcome<Vec<_>>>()?;
        let needles = Needles::of(keys.iter().flat_map(|key| [key.api_key.as_str(), &key.secret_key]))?;
        let computer = Computer::start(Setup::light(Language::French)).await?;
        let manager = Manager::start(&computer)?;
        let exchange = Exchange::default();
        let server = Server::bind((Ipv4Addr::LOCALHOST, 0).into(), exchange.clone()).await?;
        let address = server.url().trim_start_matches("http://").parse()?;
        let seen = Seen::default();
        let server = Some(server);
        Ok(Self { rng, keys, needles, computer, manager, exchange, address, server, starts: 0, seen })
    }

    /// Starts the program, makes these journeys, ends the program where the last one ended, and looks for everything brought so
    /// far.
    async fn run_program(&mut self, journeys: impl Iterator<Item = (usize, End)>) -> Outcome {
        let (keyring, ending) = turn(self.starts);
        self.turn_keyring(keyring).await?;
        self.starts += 1;
        let arguments = ["--endpoint".to_owned(), format!("http://{}", self.address)];
        let window = Window::open(&self.computer, &arguments).await?;
        // A small window, so that there is less to draw.
        window.set_size(400, 500).await?;
        let mut waits = false;
        for (number, end) in journeys {
            let made = self.make(&window, number, end).await;
            let met = made.map_err(|failure| {
                failure.during(format_args!("journey {number} to {end:?}, the keyring {keyring:?}"))
            })?;
            *self.seen.ends.entry((end, keyring)).or_default() += 1;
            // For longer than a test can wait the program now asks nothing more; a restart makes it forget that.
            waits = asks_to_wait(met);
            if waits {
                break;
            }
        }
        if ending == Ending::Closed && !waits {
            let closed = self.seen.endings.iter().filter(|((_, other), _)| *other == ending);
            let closed: usize = closed.map(|(_, times)| times).sum();
            self.make(&window, JOURNEYS + closed, End::Copied).await?;
        }
        self.end_program(window, ending)?;
        *self.seen.endings.entry((keyring, ending)).or_default() += 1;
        self.search_files()
    }

    async fn turn_keyring(&mut self, keyring: Keyring) -> Outcome {
        if self.starts > 0 && keyring != Keyring::Locked {
            self.computer.keyring.stop().await?;
        }
        match keyring {
            Keyring::Open => self.computer.keyring.start_unlocked().await?,
            Keyring::Locked => {
                self.computer.keyring.stop().await?;
                self.computer.keyring.start_locked().await?;
            }
            Keyring::Absent => {}
        }
        Ok(())
    }

    /// Makes one journey. Returns how the exchange behaved.
    async fn make(&mut self, window: &Window, number: usize, end: End) -> Outcome<Scenario> {
        let (computer, rng) = (&mut self.computer, &mut self.rng);
        let mut user = User { computer, window, rng, told: Vec::new(), waits: false };
        user.go_to_step_4().await?;
        let key = &self.keys[number];
        let scenario = end.scenario(user.rng);
        key.publish(&self.exchange, scenario);
        user.waits = asks_to_wait(scenario);
        if end == End::Unreachable {
            self.server = None;
        } else if self.server.is_none() {
            self.server = Some(Server::bind(self.address, self.exchange.clone()).await?);
        }
        user.bring(key, end).await?;
        user.told.push(user.page().await?);
        for text in user.told {
            self.assert_none_in("the page, or the report", text.as_bytes());
        }
        self.search_processes()?;
        Ok(scenario)
    }

    fn end_program(&mut self, window: Window, ending: Ending) -> Outcome {
        let program = places::process(&self.computer, places::Running::is_program)?;
        for process in places::processes(&self.computer)? {
            if process.is_program() || process.is_page() {
                assert_no_core_dump(&fs::read_to_string(process.file("limits"))?);
            }
        }
        match ending {
            Ending::Closed => {
                program.ends_after(|| {
                    close::close_windows(&self.computer)?;
                    // A window that holds what was pasted asks, and stays until that can have been read; another one may have closed.
                    thread::sleep(Duration::from_secs(2));
                    let _ = close::close_windows(&self.computer);
                    Ok(())
                })?;
                // The clipboard itself is empty in any case: it ends with the program that copied.
                for text in self.manager.given() {
                    self.assert_none_in("what was left to the clipboard manager", &text);
                }
                let log = fs::read_to_string(self.computer.home.kept_of_other_address().join(LOG))?;
                assert!(log.ends_with(" INFO end\n"), "the end is logged, and waited for");
            }
            Ending::Killed => program.end_by(Signal::KILL)?,
            Ending::Aborted => program.end_by(Signal::ABORT)?,
            Ending::Crashed => program.end_by(Signal::SEGV)?,
        }
        drop(window);
        Ok(())
    }

    fn search_files(&mut self) -> Outcome {
        let (mut names, mut found) = (BTreeSet::new(), BTreeMap::new());
        let log = &mut self.seen.log;
        places::files(&self.computer, |path, content| {
            names.extend(path.components().map(|one| one.as_os_str().to_string_lossy().into_owned()));
            if path.ends_with(LOG) {
                let says = |words: &str| String::from_utf8_lossy(content).contains(words);
                *log |= ["effect=examine", "effect=store", " checked "].into_iter().all(says);
            }
            let hits = self.needles.find(content);
            if !hits.is_empty() {
                found.insert(path.to_owned(), hits);
            }
        })?;
        self.seen.files.append(&mut names);
        assert!(found.is_empty(), "secrets (two numbers a key) are in {found:#?}");
        Ok(())
    }

    fn search_processes(&mut self) -> Outcome {
        for process in places::processes(&self.computer)? {
            for told in &process.told {
                self.assert_none_in(&process.name, told);
            }
            self.seen.processes.insert(process.name);
        }
        Ok(())
    }

    fn assert_none_in(&self, place: &str, bytes: &[u8]) {
        let hits = self.needles.find(bytes);
        assert!(hits.is_empty(), "secrets (two numbers a key) are in {place}: {hits:?}");
    }

    fn assert_seen_enough(&self) {
        let Seen { files, log, processes, ends, endings } = &self.seen;
        println!("{JOURNEYS} journeys, {} starts\n{ends:?}\n{endings:?}\n{processes:?}", self.starts);
        assert!(log, "the log was kept, and searched");
        for name in ["session.json", "window.json", LOG, "webview", "log", "keyrings", "run", "tmp"] {
            assert!(files.contains(name), "{name} was searched: {files:?}");
        }
        for kind in [".html", ".txt"] {
            assert!(files.iter().any(|name| name.ends_with(kind)), "a saved {kind} was searched");
        }
        for name in ["smartradex-setu", "WebKitWebProces", "WebKitNetworkPr", "gnome-keyring-d", "xclip"] {
            assert!(processes.iter().any(|seen| seen.starts_with(name)), "{name} was looked at");
        }
        for end in End::ALL {
            assert!(ends.keys().any(|(made, _)| *made == end), "{end:?}");
        }
        for pair in Keyring::ALL.into_iter().flat_map(|keyring| Ending::ALL.map(|ending| (keyring, ending))) {
            assert!(endings.contains_key(&pair), "{pair:?}");
        }
    }
}

/// Whether the exchange, behaving like this, has the program wait for longer than a test has time.
fn asks_to_wait(scenario: Scenario) -> bool {
    Cause::parse(scenario.name()).is_some_and(|cause| matches!(cause.way_on(), WayOn::Wait(_)))
}

/// As on many systems, so that it is the program itself that prevents them.
fn allow_core_dumps() -> Outcome {
    let most = getrlimit(Resource::Core).maximum;
    Ok(setrlimit(Resource::Core, Rlimit { current: most, maximum: most })?)
}

/// A file of at most one byte holds nothing, and with this limit Linux does not hand anything to a crash collector either.
fn assert_no_core_dump(limits: &str) {
    let line = limits.lines().find(|line| line.starts_with("Max core file size"));
    let limits: Vec<&str> = line.unwrap_or_default().split_whitespace().skip(4).take(2).collect();
    assert_eq!(limits, ["1", "1"]);
}
