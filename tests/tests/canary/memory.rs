//! The memory of the program's processes: no copy of a secret is left there once the key is kept.

use std::env;
use std::fs::{self, File};
use std::io;
use std::net::Ipv4Addr;
use std::os::unix::fs::FileExt;
use std::time::Duration;

use fastrand::Rng;
use serde_json::json;
use smartradex_practice::{Exchange, Scenario, Server};
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::window::Window;
use smartradex_tests::{Failure, Outcome};

use crate::journeys::{Key, User};
use crate::needles::{Form, Hit, Needles};
use crate::places::{self, Running};

/// The number of keys that are kept one after another, each replacing the previous one.
const KEYS: usize = 3;
/// The variable that lets the test be skipped where memory cannot be read.
const SKIP: &str = "SMARTRADEX_SKIP_MEMORY";
/// How long after a key was kept the memory is read.
const LATER: Duration = Duration::from_secs(5);

/// The size of a memory page on the processors that the program is built for, in bytes.
const PAGE: u64 = 4096;
/// The number of pages asked about at once.
const PAGES: usize = 64 * 1024;
/// Bytes read at once, and bytes of overlap, so that nothing is cut in two.
const AT_ONCE: u64 = 4 << 20;
const TWICE: u64 = 512;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_copy_is_left_in_the_memory_five_seconds_after_a_key_was_kept() -> Outcome {
    let mut computer = Computer::start(Setup::light(Language::French)).await?;
    computer.keyring.start_unlocked().await?;
    let exchange = Exchange::default();
    let server = Server::bind((Ipv4Addr::LOCALHOST, 0).into(), exchange.clone()).await?;
    let window = Window::open(&computer, &["--endpoint".to_owned(), server.url()]).await?;
    let program = places::process(&computer, Running::is_program)?;
    let page = places::process(&computer, Running::is_page)?;
    if let Err(error) = copies(&program, &Needles::of(["nothing to be found"])?) {
        let words = format!(
            "this user may not read the memory of its own programs ({error}). It is allowed by `sysctl kernel.yama.ptrace_scope=0`, or to \
             root; {SKIP}=1 goes without this test"
        );
        if env::var_os(SKIP).is_none() {
            return Err(Failure::new(words));
        }
        println!("SKIPPED: {words}");
        return Ok(());
    }
    assert_page_can_be_searched(&window, &page).await?;

    let mut rng = Rng::new();
    for number in 1..=KEYS {
        let key = Key::of(rng.u128(..).to_be_bytes())?;
        key.publish(&exchange, Scenario::Good);
        let needles = Needles::of([key.secret_key.as_str()])?;
        let mut user =
            User { computer: &mut computer, window: &window, rng: &mut rng, told: Vec::new(), waits: false };
        user.go_to_step_4().await?;
        user.paste_by_buttons(&key).await?;
        let pasted = copies(&program, &needles)?;
        assert!(!pasted.is_empty(), "as long as the key is examined the program has it, and it is found");
        user.have_it_kept().await?;
        tokio::time::sleep(LATER).await;
        let mut left = Vec::new();
        for process in places::processes(&computer)? {
            if process.is_program() || process.is_of_the_page() {
                left.push((process.name.clone(), copies(&process, &needles)?));
            }
        }
        println!("key {number}: {} in the program before; {left:x?}", pasted.len());
        assert_eq!(left.len(), 3, "the program and the two processes of its page were searched");
        for (name, copies) in left {
            assert!(copies.is_empty(), "{name} still has {copies:x?}");
        }
    }
    Ok(())
}

/// Checks that a text that the page does contain is found.
async fn assert_page_can_be_searched(window: &Window, page: &Running) -> Outcome {
    let planted = Key::of([7; 16])?.secret_key;
    window.run("window.planted = [...arguments[0]].reverse().join('')", vec![json!(planted)]).await?;
    let reversed: String = planted.chars().rev().collect();
    assert!(!copies(page, &Needles::of([reversed.as_str()])?)?.is_empty());
    Ok(())
}

/// A secret, or a piece of it, in the memory.
#[derive(Debug)]
struct Copy {
    /// Where it begins.
    address: u64,
    form: Form,
    /// The number of consecutive pieces.
    pieces: usize,
}

/// Everything left in a process's memory, in order of address.
fn copies(process: &Running, needles: &Needles) -> io::Result<Vec<Copy>> {
    let (memory, pages) = (File::open(process.file("mem"))?, File::open(process.file("pagemap"))?);
    let mut copies: Vec<Copy> = Vec::new();
    for line in fs::read_to_string(process.file("maps"))?.lines() {
        let mut fields = line.split_whitespace();
        let (range, rights) = (fields.next(), fields.next());
        let Some((start, end)) = range.and_then(|range| range.split_once('-')) else { continue };
        let address = |text| u64::from_str_radix(text, 16).map_err(io::Error::other);
        // Nothing can have been written into memory that is not writable.
        if !rights.is_some_and(|rights| rights.contains('w')) {
            continue;
        }
        for (start, end) in held(&pages, address(start)?, address(end)?)? {
            let mut from = start;
            while from < end {
                let length = (end - from).min(AT_ONCE + TWICE);
                let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
                // Some of it may have been released in the meantime.
                let read = memory.read_at(&mut bytes, from).unwrap_or_default();
                for (offset, Hit { form, .. }) in needles.find_at(&bytes[..read]) {
                    let address = from + offset as u64;
                    match copies.last_mut() {
                        Some(last) if last.form == form && address < last.address + TWICE => last.pieces += 1,
                        _ => copies.push(Copy { address, form, pieces: 1 }),
                    }
                }
                from += AT_ONCE;
            }
        }
    }
    Ok(copies)
}

/// The stretches of this range that are in use: a web process reserves a thousand times more than it uses.
fn held(pages: &File, start: u64, end: u64) -> io::Result<Vec<(u64, u64)>> {
    let mut stretches: Vec<(u64, u64)> = Vec::new();
    let mut page = start / PAGE;
    while page < end / PAGE {
        let count = PAGES.min(usize::try_from(end / PAGE - page).unwrap_or(PAGES));
        let mut entries = vec![0; count * 8];
        let length = pages.read_at(&mut entries, page * 8)?;
        if length == 0 {
            break;
        }
        for entry in entries[..length].as_chunks::<8>().0 {
            // Present, or swapped out.
            if u64::from_le_bytes(*entry) >> 62 != 0 {
                let address = page * PAGE;
                match stretches.last_mut() {
                    Some((_, end)) if *end == address => *end += PAGE,
                    _ => stretches.push((address, address + PAGE)),
                }
            }
            page += 1;
        }
    }
    Ok(stretches)
}
