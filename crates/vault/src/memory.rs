//! Keeps the program's memory out of core dumps.

/// Keeps a crash from writing memory to the disk, because it may contain a key. Child processes, such as those of the page, inherit this.
#[cfg(unix)]
pub fn leave_no_core_dump() {
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
pub fn leave_no_core_dump() {}
