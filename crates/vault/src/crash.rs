//! Keeps what the program works on out of what a crash leaves behind.

use std::io::{self, Write};
use std::panic::{self, Location};

/// To be called first thing in `program`. Keeps a crash from writing memory to the disk, and a panic from telling more than its place in
/// the source: both may contain a key. At a panic, `tell` is given the place too, before it goes to standard error.
pub fn keep_crashes_quiet(program: &'static str, tell: impl Fn(&Location<'_>) + Send + Sync + 'static) {
    leave_no_core_dump();
    panic::set_hook(Box::new(move |panic| {
        let Some(place) = panic.location() else { return };
        tell(place);
        // Nobody may be there to read it, and a second panic would cut this one short.
        let _ = writeln!(io::stderr(), "{program}: a fault of the program at {place}");
    }));
}

/// Child processes, such as those of the page, inherit this.
#[cfg(unix)]
fn leave_no_core_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    // Where Linux passes core dumps to a program that collects them, it ignores every limit except 1.
    let bytes = if cfg!(target_os = "linux") { 1 } else { 0 };
    // This fails only where the limit is 0 already and cannot be raised: then no file is written, but a program that collects core dumps
    // still gets them. A process that is marked as not dumpable gives them nothing. But then other programs of the user's cannot see who is
    // asking them: a desktop's portal and a keyring may refuse such a program for that.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(bytes), maximum: Some(bytes) });
}

/// Does nothing on Windows, where it is for the user to allow error reports.
#[cfg(not(unix))]
fn leave_no_core_dump() {}
